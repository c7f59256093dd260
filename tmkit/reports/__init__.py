"""One web copy of a news report becomes clean sentences, and reports find their partners.

`read_report` does it all for one file: read (`readers.py`), clean (`body.py`), repair (`repair.py`).
"""

from __future__ import annotations

from pathlib import Path

from tmkit.reports.base import Report

__all__ = ["read_report"]


def read_report(path: Path, *, lang: str | None = None, encoding: str | None = None) -> Report:
    """Return the clean report of a web copy.

    `lang` and `encoding` are found out where they are not given. Raises `FileError` for a file that
    holds no report.
    """
    from tmkit.reports.body import clean
    from tmkit.reports.readers import read_page
    from tmkit.reports.repair import repair

    return repair(clean(read_page(path, encoding=encoding), lang=lang))
