"""The command line: arguments in, exit status out. The only room that may import all others.

Exit status: 0 all well; 1 something was left or could not be read; 2 usage or configuration error.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from soppa_mailbot import __version__
from soppa_mailbot.errors import ConfigError, MailbotError

app = typer.Typer(
    name="soppa-mailbot",
    help="Answers operators' SOPPA submissions from a school district's procurement mailbox.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

DEFAULT_CONFIG = Path("config.toml")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"soppa-mailbot {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    context: typer.Context,
    config: Annotated[
        Path, typer.Option("--config", "-c", envvar="SOPPA_CONFIG", help="The district's config.toml.")
    ] = DEFAULT_CONFIG,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    context.obj = config


@app.command()
def triage(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Raw messages (.eml).")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Judge raw messages without a mailbox or database; nothing is sent."""
    from soppa_mailbot.commands.triage import triage as command

    raise typer.Exit(command(context.obj, files, as_lines=as_json))


def main() -> None:
    """The entry point. One place prints an error and turns it into an exit status."""
    try:
        app()
    except ConfigError as error:
        for problem in error.problems:
            print(f"soppa-mailbot: {problem}", file=sys.stderr)
        sys.exit(error.exit_code)
    except MailbotError as error:
        print(f"soppa-mailbot: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:  # the reader of our output went away: not an error worth words
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
