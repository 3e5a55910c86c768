"""The command line's other half: what people decide. `cli` takes these commands in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides; else the account's name.")]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="Why; kept with the decision.")]
WhyWanted = Annotated[
    str, typer.Option("--why", metavar="WORDS", help="Why; kept with the decision.", show_default=False)
]
Number = Annotated[int, typer.Argument(metavar="ID", help="The submission's number.")]
PerhapsNumber = Annotated[int | None, typer.Argument(metavar="[ID]", help="The submission's number.")]
All = Annotated[bool, typer.Option("--all", help="All that there are.")]


def add_to(app: typer.Typer) -> None:
    for command in (show, release, discard, edit, override, reclassify, close, reopen, merge, split, attach, rejudge):
        app.command()(command)


def show(
    context: typer.Context,
    number: Number,
    answer: Annotated[bool, typer.Option("--answer", help="Only the text of the answer that waits.")] = False,
) -> None:
    """Show one submission: items with evidence, files, and what happened in order."""
    from soppa_mailbot.commands.show import show as command

    raise typer.Exit(command(context.obj, number, answer=answer))


def release(
    context: typer.Context, number: PerhapsNumber = None, every: All = False, by: By = None, why: Why = ""
) -> None:
    """Send an answer that was held; what staff handed in is answered to them, never to the vendor."""
    from soppa_mailbot.commands.answers import release as command

    raise typer.Exit(command(context.obj, number, every=every, by=by, why=why))


def discard(context: typer.Context, number: Number, why: WhyWanted, by: By = None) -> None:
    """Drop an answer that was held: it is never sent."""
    from soppa_mailbot.commands.answers import discard as command

    raise typer.Exit(command(context.obj, number, by=by, why=why))


def edit(
    context: typer.Context,
    number: Number,
    text: Annotated[Path, typer.Option("--text", metavar="FILE", help="The new text; - for standard input.")],
    by: By = None,
    why: Why = "",
) -> None:
    """Change the text of an answer that was held; it goes on waiting."""
    from soppa_mailbot.commands.answers import edit as command

    raise typer.Exit(command(context.obj, number, text, by=by, why=why))


def override(
    context: typer.Context,
    number: Number,
    item: Annotated[str, typer.Argument(help="order_form, rfi_form, soppa_form, locations or deadline.")],
    status: Annotated[str, typer.Argument(help="received, incomplete, missing ...; auto takes an override back.")],
    why: WhyWanted,
    value: Annotated[str, typer.Option(metavar="VALUE", help='The day, or "School; School".')] = "",
    detail: Annotated[str, typer.Option(metavar="WORDS", help="What is left to do; the vendor is told.")] = "",
    by: By = None,
) -> None:
    """Say what an item is. It stands; evidence against it goes to review."""
    from soppa_mailbot.commands.deciding import override as command

    raise typer.Exit(command(context.obj, number, item, status, value=value, detail=detail, by=by, why=why))


def reclassify(
    context: typer.Context,
    number: Number,
    file: Annotated[str, typer.Argument(help="The file's name, or MAIL:NAME where several have it.")],
    kind: Annotated[str, typer.Argument(help="order_form, rfi_form, soppa_form or other.")],
    why: WhyWanted,
    by: By = None,
) -> None:
    """Say what a file is; the submission is judged anew."""
    from soppa_mailbot.commands.deciding import reclassify as command

    raise typer.Exit(command(context.obj, number, file, kind, by=by, why=why))


def close(context: typer.Context, number: Number, by: By = None, why: Why = "") -> None:
    """Close a submission; mail that still comes in it is for a person."""
    from soppa_mailbot.commands.deciding import close as command

    raise typer.Exit(command(context.obj, number, by=by, why=why))


def reopen(context: typer.Context, number: Number, by: By = None, why: Why = "") -> None:
    """Open a submission that was closed, withdrawn or stale."""
    from soppa_mailbot.commands.deciding import reopen as command

    raise typer.Exit(command(context.obj, number, by=by, why=why))


def merge(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="ID", help="The submission that stays.")],
    other: Annotated[int, typer.Argument(metavar="OTHER", help="The one that becomes part of it.")],
    by: By = None,
    why: Why = "",
) -> None:
    """Make two submissions one: OTHER becomes part of ID."""
    from soppa_mailbot.commands.deciding import merge as command

    raise typer.Exit(command(context.obj, number, other, by=by, why=why))


def split(
    context: typer.Context,
    number: Number,
    mails: Annotated[
        list[str] | None, typer.Argument(metavar="[MAIL...]", help="Message-IDs, or numbers as `show` has them.")
    ] = None,
    files: Annotated[
        list[str] | None,
        typer.Option("--files", metavar="NAMES", help='Files of a mail instead: "QuoteB.pdf, SOPPA-B.pdf".'),
    ] = None,
    by: By = None,
    why: Why = "",
) -> None:
    """Make some mails of a submission, or some files of one mail, a submission of their own."""
    from soppa_mailbot.commands.deciding import split as command

    raise typer.Exit(command(context.obj, number, mails or (), files or (), by=by, why=why))


def attach(
    context: typer.Context,
    mail: Annotated[str, typer.Argument(metavar="MAIL", help="Its number in the digest, or its Message-ID.")],
    number: Number,
    why: WhyWanted,
    apply: Annotated[bool, typer.Option("--apply", help="Do it; without this the difference is only shown.")] = False,
    by: By = None,
) -> None:
    """Put a mail that stands by itself into a submission; shows the difference first."""
    from soppa_mailbot.commands.attaching import attach as command

    raise typer.Exit(command(context.obj, mail, number, apply=apply, by=by, why=why))


def rejudge(
    context: typer.Context,
    number: PerhapsNumber = None,
    every: All = False,
    apply: Annotated[
        bool, typer.Option("--apply", help="Change it; without this the difference is only shown.")
    ] = False,
    reread: Annotated[
        bool, typer.Option("--reread", help="Read the stored originals again: after a form changed.")
    ] = False,
    by: By = None,
    why: Why = "",
) -> None:
    """Judge again by today's register and forms; shows the difference first."""
    from soppa_mailbot.commands.rejudge import rejudge as command

    raise typer.Exit(command(context.obj, number, every=every, apply=apply, reread=reread, by=by, why=why))
