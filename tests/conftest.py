"""Where the tests find what lies outside the project, and what a skip means in CI."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
# Vectors are slow to make, and not there with the core alone: tests that want them say so.
os.environ["TMKIT_MODEL"] = "none"
REQUIRED = bool(os.environ.get("TMKIT_REQUIRE"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Where every judge is required, a skipped test is a failed one."""
    report: pytest.TestReport = yield  # type: ignore[assignment]  # pluggy hands the result back here
    if REQUIRED and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but everything is required here: {report.longrepr}"
    return report  # type: ignore[return-value]  # pluggy's own convention for wrappers


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the cases of SKOS out where the core alone is tested: rdflib is an extra."""
    for item in items:
        if "skos" in item.nodeid:
            item.add_marker(pytest.mark.extra)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder with the real reports and the judges from outside."""
    if not SHARED.is_dir():
        pytest.skip("no folder ../shared with the real reports and the judges")
    return SHARED


@pytest.fixture(scope="session")
def omegat() -> Path:
    """Give Debian's OmegaT."""
    jar = Path("/usr/share/omegat/OmegaT.jar")
    if not jar.exists() or not shutil.which("java"):
        pytest.skip("OmegaT is not installed")
    return jar
