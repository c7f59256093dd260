"""The command as a user runs it, in this process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tmkit.cli import main


@dataclass(frozen=True)
class Run:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Run]


@pytest.fixture
def tmkit(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    def run(*args: str | Path) -> Run:
        monkeypatch.setattr(sys, "argv", ["tmkit", *map(str, args)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as stop:
            main()
        sys.stdout.flush()
        captured = capfd.readouterr()
        assert "Traceback" not in captured.err
        return Run(int(stop.value.code or 0), captured.out, captured.err)

    return run
