"""What an installed tmkit needs comes with it: the files beside its code, and the libraries that it imports."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from fnmatch import fnmatch
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.samples import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGE = ROOT / "tmkit"


def test_every_file_beside_the_code_is_installed() -> None:
    patterns = PYPROJECT["tool"]["setuptools"]["package-data"]["tmkit"]
    files = [
        path.relative_to(PACKAGE) for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]
    assert [str(f) for f in files if f.suffix != ".py" and not any(fnmatch(str(f), p) for p in patterns)] == []


@pytest.mark.extra
def test_every_library_is_declared() -> None:
    project = PYPROJECT["project"]
    wanted = [
        *project["dependencies"],
        *(name for names in project["optional-dependencies"].values() for name in names),
    ]
    declared = {_plain(re.split(r"[\[<>=~! ]", name)[0]) for name in wanted}
    # Any model of sentence-transformers may be used, nobody must install it; pydantic brings its own core.
    known = {*sys.stdlib_module_names, "tmkit", "sentence_transformers", "pydantic_core"}
    names = {name for path in PACKAGE.rglob("*.py") for name in _imported(path)} - known
    homes = packages_distributions()
    undeclared = {name for name in names if not {_plain(home) for home in homes.get(name, [name])} & declared}
    assert undeclared == set()


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.split(".")[0])
    return found
