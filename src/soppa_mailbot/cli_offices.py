"""The command line's third part: what goes to others at the District. `cli` takes these commands in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from soppa_mailbot.cli_people import By, Number, Why


def add_to(app: typer.Typer) -> None:
    app.command()(handoff)
    register = typer.Typer(help="The register of agreements.", no_args_is_help=True, rich_markup_mode=None)
    register.command("import")(register_import)
    register.command("check")(register_check)
    register.command("publish")(register_publish)
    app.add_typer(register, name="register")


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


def register_import(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV, XLSX, or a saved web page with the table.")],
    apply: Annotated[bool, typer.Option("--apply", help="Do it; else only show what would change.")] = False,
    keep: Annotated[bool, typer.Option("--keep", help="Keep rows that FILE does not have.")] = False,
    signed: Annotated[str, typer.Option(metavar="DATE", help="For rows of FILE that name no day signed.")] = "",
) -> None:
    """Take in agreements: shows what is added, changed and gone; --apply writes the register, with a backup."""
    from soppa_mailbot.commands.register import take_in as command

    raise typer.Exit(command(context.obj, file, apply=apply, keep=keep, signed=signed))


def register_check(context: typer.Context) -> None:
    """Say what is the matter with the register: overlaps, expired rows, domains. Exit status 1 if anything is."""
    from soppa_mailbot.commands.register import check as command

    raise typer.Exit(command(context.obj))


def register_publish(
    context: typer.Context,
    html: Annotated[Path | None, typer.Option("--html", metavar="OUT", help="A web page that loads nothing.")] = None,
    csv: Annotated[Path | None, typer.Option("--csv", metavar="OUT", help="The same as CSV.")] = None,
    on: Annotated[str, typer.Option(metavar="DATE", help="The day on which they are active; else today.")] = "",
) -> None:
    """Write the public table of active agreements."""
    from soppa_mailbot.commands.register import publish as command

    raise typer.Exit(command(context.obj, html=html, csv=csv, on=on))
