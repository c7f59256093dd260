"""The headline and the day of publication of a report."""

from __future__ import annotations

from tmkit.reports.headline import find_title, title_text
from tmkit.reports.published import find_date

__all__ = ["find_date", "find_title", "title_text"]
