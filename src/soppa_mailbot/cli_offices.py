"""The command line's third part: what goes to others at the District. `cli` takes these commands in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from soppa_mailbot.cli_people import By, Number, Why


def add_to(app: typer.Typer) -> None:
    app.command()(handoff)


def handoff(
    context: typer.Context,
    number: Number,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Where the ZIP goes.")] = None,
    office: Annotated[str, typer.Option("--office", metavar="NAME", help="Only this office's selection.")] = "",
    send: Annotated[bool, typer.Option("--send", help="Send it to the offices that have not got this one.")] = False,
    by: By = None,
    why: Why = "",
) -> None:
    """Make the packet of a submission: cover sheet and papers in a ZIP."""
    from soppa_mailbot.commands.handoff import handoff as command

    raise typer.Exit(command(context.obj, number, out=out, office=office, send=send, by=by, why=why))
