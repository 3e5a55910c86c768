"""`check`: everything that must hold before mail is touched; every problem at once, with its key and what to do."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table

from soppa_mailbot.commands.blanks_page import blanks_page, label_of
from soppa_mailbot.commands.opening import load_config, templates_of, workers_of
from soppa_mailbot.commands.run import staff_of
from soppa_mailbot.district import Prepared, prepare
from soppa_mailbot.errors import ConfigError, MailbotError, StoreError, UsageError
from soppa_mailbot.forms.scans.on_paper import more_scans_go_to_people
from soppa_mailbot.lists import shared_aliases
from soppa_mailbot.model import Blank
from soppa_mailbot.settings.config import Config
from soppa_mailbot.terminal import clean


def check(path: Path, *, html: Path | None, network: bool) -> int:
    """The exit status: 0 all holds; 2 something does not. Raises UsageError when OUT cannot be written."""
    console = Console(highlight=False, soft_wrap=True)
    report = _Report(console)
    config = _configuration(path, report)
    if config is not None:
        prepared = _district(config, report)
        if prepared is not None:
            _show_blanks(prepared, console)
            if html is not None:
                _write(html, prepared, config, console)
        _templates(config, report)
        _schedule(config, report)
        _database(config, report)
        if network:
            _mailbox(config, report)
            _smtp(config, report)
    return report.close()


class _Report:
    """Says what holds as it goes, and keeps what does not for the end."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.problems: list[str] = []

    @contextmanager
    def step(self, name: str) -> Iterator[Callable[[str], None]]:
        """A step's own errors become problems; what it hands to the yielded function is shown beside its name."""
        said: list[str] = []
        before = len(self.problems)
        try:
            yield said.append
        except ConfigError as error:
            self.problems += error.problems
        except MailbotError as error:
            said_already = str(error).startswith(f"{name}: ")  # the mailbox and SMTP name themselves in every log
            self.problems.append(str(error) if said_already else f"{name}: {error}")
        mark = "ok  " if len(self.problems) == before else "FAIL"
        self._console.print(f"{mark}  {name:<14} {clean('; '.join(said))}", markup=False)

    def note(self, text: str) -> None:
        """What holds, and what the administrator should know all the same."""
        self._console.print(f"note  {clean(text)}", markup=False)

    def close(self) -> int:
        if not self.problems:
            self._console.print("\nAll holds. Next: triage some saved mail, then `run --once`.")
            return 0
        count = len(self.problems)
        self._console.print(f"\n{count} problem{'s' if count > 1 else ''}:")
        for problem in self.problems:
            self._console.print(f"  - {clean(problem)}", markup=False)
        return 2


def _configuration(path: Path, report: _Report) -> Config | None:
    config: Config | None = None
    with report.step("configuration") as say:
        config = load_config(path)
        say(str(path))
    return config


def _district(config: Config, report: _Report) -> Prepared | None:
    prepared: Prepared | None = None
    with report.step("lists, blanks") as say, workers_of(config) as workers:
        prepared = prepare(config, workers, os.environ)
        district = prepared.district
        schools = sum(1 for s in district.schools if s.kind == "school")
        say(
            f"{schools} schools, {len(district.schools) - schools} departments, "
            f"{len(district.register)} agreements, {len(district.blanks)} blanks"
        )
        for blank in district.blanks:
            report.problems += _blank_problems(blank)
    for note in shared_aliases(prepared.district.schools) if prepared else ():
        report.note(f"schools.file: {note}")
    return prepared


def _blank_problems(blank: Blank) -> list[str]:
    """What a blank must have for its form to be judged at all."""
    problems = []
    key = f"forms.{blank.form}"
    roles = {p.role for p in blank.places if p.role}
    if blank.form == "soppa" and "signature" not in roles:
        problems.append(
            f"{key}.roles: {blank.file}: no place for the operator's signature was found; name its label: "
            'signature = "..."'
        )
    if not any(place.required for place in blank.places):
        problems.append(f"{key}.optional: {blank.file}: nothing in it would be asked for; remove labels from optional")
    return problems


def _show_blanks(prepared: Prepared, console: Console) -> None:
    for blank in prepared.district.blanks:
        table = Table(title=f"{blank.file} ({blank.form})", title_justify="left", box=None, pad_edge=False)
        for heading in ("page", "place", "kind", "asked for", "role"):
            table.add_column(heading, overflow="fold")
        seen: set[str] = set()
        for place in blank.places:
            if place.group and place.group in seen:
                continue
            seen.add(place.group)
            boxes = [p.option for p in blank.places if place.group and p.group == place.group]
            name = f"{place.group_label or place.label}: {' / '.join(boxes)}" if boxes else label_of(place)
            asked = "yes" if place.required else ("the District's" if place.party == "district" else "may stay empty")
            table.add_row(str(place.page or ""), clean(name), place.kind, asked, place.role)
        console.print(table)
        on_paper = more_scans_go_to_people(blank, prepared.district.blanks)
        for note in (*blank.notes, *([on_paper] if on_paper else [])):
            console.print(f"  note: {clean(note)}", markup=False)
        console.print()


def _write(html: Path, prepared: Prepared, config: Config, console: Console) -> None:
    page = blanks_page(prepared.district.blanks, prepared.blanks_folder, config.district.name)
    try:
        html.write_text(page, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{html} cannot be written: {error.strerror or error}") from error
    console.print(f"The blanks with their places drawn on them: {html}\n", markup=False)


def _templates(config: Config, report: _Report) -> None:
    from soppa_mailbot.template_check import check as problems_of

    with report.step("templates") as say:
        templates = templates_of(config)
        report.problems += problems_of(templates)
        report.problems += [
            f"handoff.recipients ({office.name}): there is no template handoff/{office.template}/ "
            f"(known: {', '.join(templates.handoffs())})"
            for office in config.handoff.recipients
            if office.template not in templates.handoffs()
        ]
        say(f"{len(templates.names())} files, each rendered")


def _schedule(config: Config, report: _Report) -> None:
    from apscheduler.triggers.cron import CronTrigger

    with report.step("digest") as say:
        if not config.digest.to and not config.digest.people:
            raise ConfigError(["digest.to: nobody gets the digest; name at least one address"])
        try:
            CronTrigger.from_crontab(config.digest.schedule, timezone=config.district.timezone)
        except ValueError as error:
            raise ConfigError(
                [f'digest.schedule: "{config.digest.schedule}": {error}; write crontab fields like "0 7 * * mon-fri"']
            ) from None
        say(f"{config.digest.schedule} {config.district.timezone} to {', '.join(_recipients(config))}")
    with report.step("staff mail") as say:
        say(_who_releases(config))


def _who_releases(config: Config) -> str:
    """Who may release held answers by mail; or why nobody can, which is no fault."""
    staff = staff_of(config)
    if not staff.trusted_authserv:
        return "nobody releases answers by mail: name your mail server in replies.trusted_authserv"
    permitted = staff.permitted()
    outside = sorted(staff.addresses - permitted)
    told = f"{', '.join(sorted(permitted)) or 'nobody'} may release answers by mail"
    return told + (f"; not {', '.join(outside)}: outside district.domains" if outside else "")


def _database(config: Config, report: _Report) -> None:
    """Looks, and neither makes nor changes anything."""
    from soppa_mailbot.store.database import open_engine, sqlite_file
    from soppa_mailbot.store.migrate import HEAD, current_schema, known_schemas

    with report.step("database") as say:
        for key, folder in (("store.url", _sqlite_folder(config)), ("store.files", config.store.files)):
            if folder is not None and (told := _unwritable(folder)):
                report.problems.append(f"{key}: {told}")
        engine = open_engine(config.store.url)
        file = sqlite_file(engine)
        if file is not None and not file.exists():
            say(f"{file} is made at the first run")
            return
        schema = current_schema(engine)
        engine.dispose()
        if schema is not None and schema not in known_schemas():
            raise StoreError(
                f"the database has schema {schema}, newer than this program's {HEAD}; install the newer one"
            )
        say(f"schema {schema or 'none yet'}" + (f", brought to {HEAD} at the next run" if schema != HEAD else ""))


def _sqlite_folder(config: Config) -> Path | None:
    from soppa_mailbot.store.database import open_engine, sqlite_file

    file = sqlite_file(open_engine(config.store.url))
    return file.parent if file is not None else None


def _unwritable(folder: Path) -> str:
    """What is the matter with a folder to write to, or to be made in the nearest that exists; "" if nothing is."""
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    if not place.is_dir():
        return f"{place} is not a folder"
    return "" if os.access(place, os.W_OK) else f"{place} cannot be written by this user; name another place"


def _recipients(config: Config) -> list[str]:
    return [*config.digest.to, *(written for person in config.digest.people for written in person.to)]


def _mailbox(config: Config, report: _Report) -> None:
    from soppa_mailbot.post.mailbox import connect

    with report.step("mailbox") as say, connect(config.mailbox) as mailbox:
        say(f"{mailbox.name}: {len(mailbox.uids())} messages")


def _smtp(config: Config, report: _Report) -> None:
    from soppa_mailbot.post.outgoing import Sender

    with report.step("smtp") as say:
        with Sender(config.smtp) as sender:
            sender.check()
        say(f"{config.smtp.host}:{config.smtp.port}")
