"""`tmkit segment`."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import click

from tmkit.cli.common import ENCODING, LANGUAGE, given


@click.command("segment")
@click.argument("file")
@click.option("--lang", type=LANGUAGE, required=True, help="The text's language.")
@click.option("--rules", type=click.Path(path_type=Path), help="An SRX 2.0 file to use in place of tmkit's rules.")
@ENCODING
def command(file: str, lang: str, rules: Path | None, encoding: str | None) -> None:
    """Print a report's sentences, one a line, with an empty line between paragraphs.

    The page around the article is dropped first; the headline, if there is one, comes first.
    FILE may be - for stdin.
    """
    from tmkit.reports import read_report
    from tmkit.reports.sentences import segment

    with given(file) as path:
        report = read_report(path, lang=lang, encoding=encoding)
        sentences = segment(report, rules={lang: rules} if rules else None)
    paragraphs = ["\n".join(s.text for s in group) for _, group in groupby(sentences, key=lambda s: s.paragraph)]
    click.echo("\n\n".join([*([report.title] if report.title else []), *paragraphs]))
