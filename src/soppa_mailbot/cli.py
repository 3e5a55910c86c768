"""The command line: arguments in, exit status out. The only room that may import all others.

Exit status: 0 all well; 1 something was left or could not be read; 2 usage or configuration error.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from soppa_mailbot import __version__, cli_offices, cli_people
from soppa_mailbot.errors import ConfigError, MailbotError, UsageError

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


@app.command()
def study(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Raw messages (.eml) of earlier vendors.")],
) -> None:
    """Learn from past mail which places of the forms operators leave empty; nobody is answered."""
    from soppa_mailbot.commands.study import study as command

    raise typer.Exit(command(context.obj, files))


@app.command()
def explain(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A raw message (.eml).")],
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="OUT", help="Write a page with pictures of the places that decided."),
    ] = None,
) -> None:
    """Show for each item what was found, where, and which rule decided."""
    from soppa_mailbot.commands.explain import explain as command

    raise typer.Exit(command(context.obj, file, html=html))


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="Where the district's files go.")] = Path(),
) -> None:
    """Write a commented configuration and the folders to fill."""
    from soppa_mailbot.commands.init import init as command

    raise typer.Exit(command(folder))


@app.command()
def check(
    context: typer.Context,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="OUT", help="Write the blanks with the places drawn on them.")
    ] = None,
    network: Annotated[
        bool, typer.Option("--network/--no-network", help="Also log in to the mailbox and the SMTP server.")
    ] = True,
) -> None:
    """Check everything that must hold before mail is touched, and show what was learnt of the blanks."""
    from soppa_mailbot.commands.check import check as command

    raise typer.Exit(command(context.obj, html=html, network=network))


@app.command()
def run(
    context: typer.Context,
    once: Annotated[bool, typer.Option("--once", help="One pass, then exit: for cron.")] = False,
) -> None:
    """Poll the mailbox, judge, answer, send the digest on its schedule."""
    from soppa_mailbot.commands.run import run as command

    raise typer.Exit(command(context.obj, once=once))


@app.command()
def submissions(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON array.")] = False,
    state: Annotated[list[str] | None, typer.Option("--state", help="Only these states; may be repeated.")] = None,
    vendor: Annotated[str, typer.Option(help="Only with these words in the vendor's name, address or product.")] = "",
    school: Annotated[str, typer.Option(help="Only for this school or department.")] = "",
    age: Annotated[
        int | None, typer.Option(min=0, metavar="DAYS", help="Only in their state for DAYS or more.")
    ] = None,
) -> None:
    """Show what is in hand."""
    from soppa_mailbot.commands.submissions import Filter
    from soppa_mailbot.commands.submissions import submissions as command

    wanted = Filter(tuple(state or ()), vendor, school, age)
    raise typer.Exit(command(context.obj, as_array=as_json, wanted=wanted))


@app.command()
def digest(
    context: typer.Context,
    print_it: Annotated[bool, typer.Option("--print", help="Write its text to standard output; send nothing.")] = False,
    send: Annotated[bool, typer.Option("--send", help="Send it to digest.to now.")] = False,
    html: Annotated[Path | None, typer.Option("--html", metavar="OUT", help="Also write its HTML to a file.")] = None,
    person: Annotated[
        str, typer.Option("--for", metavar="ADDRESS", help="With --print: the list of digest.people.")
    ] = "",
) -> None:
    """The staff's work list; of somebody in digest.people, theirs."""
    from soppa_mailbot.commands.digest import digest as command

    if print_it == send:
        raise UsageError("digest: say either --print or --send")
    if person and send:
        raise UsageError("digest: --for goes with --print; --send sends everybody theirs")
    raise typer.Exit(command(context.obj, send=send, html=html, person=person))


@app.command()
def resume(
    context: typer.Context,
    release: Annotated[bool, typer.Option("--release", help="Also send what was held meanwhile.")] = False,
    by: cli_people.By = None,
    why: cli_people.Why = "",
) -> None:
    """Go on after the program stopped itself: too many answers in an hour, or a fault with every mail."""
    from soppa_mailbot.commands.resume import resume as command

    raise typer.Exit(command(context.obj, release=release, by=by, why=why))


@app.command()
def demo(
    folder: Annotated[Path | None, typer.Option(help="Keep database and digest here.")] = None,
) -> None:
    """Show the main job on sample mails; nothing leaves this machine."""
    from soppa_mailbot.commands.demo import demo as command

    raise typer.Exit(command(folder))


cli_people.add_to(app)
cli_offices.add_to(app)


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
