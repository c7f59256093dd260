"""The `tmkit` command: each command parses its options, calls one library function and prints.

Commands are loaded when they are called, so that `tmkit --version` answers at once.
"""

from __future__ import annotations

import os
import sys

import click

from tmkit.cli.lazy import LazyGroup
from tmkit.errors import TmkitError
from tmkit.version import __version__

_COMMANDS = {
    "build": ("tmkit.cli.build", "Build the memories of a project from its reports."),
    "clean": ("tmkit.cli.clean", "Keep the article of a web copy, and say why the rest was dropped."),
    "segment": ("tmkit.cli.segment", "Split a report into sentences."),
    "pair": ("tmkit.cli.pair", "Find the reports that tell the same story."),
    "align": ("tmkit.cli.align", "Align the sentences of two reports."),
    "decide": ("tmkit.cli.decide", "Store what a reviewer decided about beads."),
    "term": ("tmkit.cli.term", "Look up, recognise, check, exchange and edit the terms of a glossary."),
}
WRONG = 2
"""Exit code: the user must put something right."""


@click.group(
    cls=LazyGroup,
    table=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "TMKIT"},
)
@click.version_option(__version__, "-V", "--version", prog_name="tmkit", message="%(prog)s %(version)s")
@click.option("-v", "--verbose", is_flag=True, help="Say more: remarks on each report, reasons for each pair.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but results and errors.")
@click.pass_context
def tmkit(ctx: click.Context, verbose: bool, quiet: bool) -> None:
    """Turn web copies of news reports into translation memories.

    Exit codes: 0 done, 1 something was found, 2 something must be put right first.
    """
    ctx.obj = {"verbose": verbose, "quiet": quiet}


def main() -> None:
    """Run the command; an error that a user can put right is one line and exit code 2."""
    # The aligner multiplies many small matrices: threads cost more than they gain, on a busy machine tenfold.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        code = tmkit.main(standalone_mode=False, color=False if _is_colourless() else None)
    except TmkitError as error:
        for fault in getattr(error, "faults", (error,)):
            complain(str(fault))
        code = WRONG
    except click.exceptions.Abort:
        complain("stopped; nothing half-written is left")
        code = 130
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        code = WRONG
    except click.ClickException as error:
        complain(error.format_message())
        code = WRONG
    except BrokenPipeError:
        # The reader has gone (`tmkit … | head`); Python would complain again while closing stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        complain(f"{place}{error.strerror or error}")
        code = WRONG
    sys.exit(code)


def _is_colourless() -> bool:
    """Say whether the user, or the terminal, wants no colours; click itself looks at neither."""
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"


def complain(text: str) -> None:
    """Print one line on stderr, which no file's name can break or make speak to the terminal."""
    line = "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)
    click.echo(f"tmkit: {line}", err=True)
