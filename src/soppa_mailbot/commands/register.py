"""`register import | check | publish`: the agreements that the District keeps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from soppa_mailbot import lists
from soppa_mailbot.commands.opening import load_config, templates_of
from soppa_mailbot.core import day_in_zone
from soppa_mailbot.errors import ConfigError, UsageError
from soppa_mailbot.model import Agreement
from soppa_mailbot.register import checking, importing, publishing, sources, writing
from soppa_mailbot.register.columns import heading_of
from soppa_mailbot.register.dates import ambiguous, day_of
from soppa_mailbot.settings.config import Config
from soppa_mailbot.terminal import clean
from soppa_mailbot.wording import plural


def take_in(path: Path, file: Path, *, apply: bool, keep: bool, signed: str = "") -> int:
    """Show what FILE would change, and with `apply` do it. Exit status 1: rows of FILE were left out.

    Raises ConfigError, UsageError.
    """
    config = load_config(path)
    found = importing.agreements_of(sources.read(file), signed=_day(signed, "--signed") if signed else None)
    register = _register(config)
    plan = importing.changes(register, found.agreements, keep_gone=keep, left_out=found.left_out)
    for line in _told(found, plan):
        print(clean(line, 400))
    if not found.agreements:
        why = "no row of it could be used" if found.problems else "there is no row below its heading"
        raise UsageError(f"{file} holds no agreement ({why}); nothing was changed")
    if not plan.any:
        return 1 if found.problems else 0
    if not apply:
        print(
            "nothing was changed yet: say --apply to do it" + ("" if keep or not plan.gone else ", --keep to keep rows")
        )
        return 1 if found.problems else 0
    target = config.register_.file
    backup = writing.replace_register(target, plan.register, datetime.now(UTC))
    _, problems = lists.read_register(target)
    if problems:  # what we write ourselves must be readable; else the old one comes back
        backup.replace(target)
        raise UsageError(f"{target}: the new register could not be read back ({problems[0]}); the old one is in place")
    count = len(plan.register)
    print(f"{target} has {count} {plural(count, 'agreement')} now; the one before it is {backup.name}")
    print("`rejudge` shows which submissions this changes; a running daemon takes it up with its next round")
    return 1 if found.problems else 0


def _told(found: importing.Imported, plan: importing.Changes) -> Iterator[str]:
    named = ", ".join(f"{column} = {heading!r}" for column, heading in found.columns)
    yield f"{found.table}: {len(found.agreements)} {plural(len(found.agreements), 'agreement')}; {named}"
    if found.unused:
        yield f"not used: {', '.join(found.unused)}"
    for problem in found.problems:
        yield f"left out: {problem}"
    for row in plan.added:
        yield f"+ {_line(row)}"
    for one in plan.changed:
        yield f"~ {checking.named(one.before)}: {'; '.join(_differences(one))}"
    for row in plan.gone:
        yield f"- {_line(row)}"
    for row in plan.kept:
        yield f"= {_line(row)}: stays as it is, since its row was left out"
    kept = f", {len(plan.kept)} kept" if plan.kept else ""
    yield f"{len(plan.added)} added, {len(plan.changed)} changed, {len(plan.gone)} gone{kept}, {plan.same} as before"


def _line(row: Agreement) -> str:
    return f"{checking.named(row)}: {row.signed} to {row.expires or 'no end'}"


def _differences(one: importing.Changed) -> Iterator[str]:
    for name in ("operator", "product", "domains", "signed", "expires", "url"):
        before, after = getattr(one.before, name), getattr(one.after, name)
        if before != after:
            yield f"{name} {_shown(before)} -> {_shown(after)}"


def _shown(value: object) -> str:
    return (", ".join(value) if isinstance(value, tuple) else str(value or "")) or "none"


def check(path: Path) -> int:
    """Exit status 1: there is something to look at. Raises ConfigError."""
    config = load_config(path)
    register, problems = lists.read_register(config.register_.file)
    today = day_in_zone(config.district.timezone, datetime.now(UTC))
    found = [*problems, *_orders(config.register_.file), *checking.findings(register, today)]
    for line in found:
        print(clean(line, 400))
    active = sum(row.active_on(today) for row in register)
    print(
        f"{len(register)} {plural(len(register), 'agreement')}, {active} active; {len(found) or 'nothing'} to look at"
    )
    return 1 if found else 0


def _orders(file: Path) -> Iterator[str]:
    """Days that a reader could take in either order."""
    for source in sources.read(file):
        head = heading_of(source)
        for number, row in zip(source.numbers, source.rows, strict=True):
            for column in ("signed", "expires"):
                place = head[1].get(column, len(row)) if head is not None else len(row)
                text = row[place].text if place < len(row) else ""
                if ambiguous(text) and (day := day_of(text)) is not None:
                    yield f"{file.name} row {number}: {column} is {text}, taken as {day}; write {day} if that is meant"


def publish(path: Path, *, html: Path | None, csv: Path | None, on: str = "") -> int:
    """Raises ConfigError, UsageError, TemplateError."""
    if html is None and csv is None:
        raise UsageError("register publish: say --html OUT, --csv OUT, or both")
    config = load_config(path)
    today = _day(on, "--on") if on else day_in_zone(config.district.timezone, datetime.now(UTC))
    table = publishing.public_table(_register(config), config.district.name, today)
    wanted: list[tuple[Path, bytes]] = []
    if html is not None:
        wanted.append((html, publishing.page(table, templates_of(config)).encode()))
    if csv is not None:
        wanted.append((csv, publishing.csv_file(table)))
    for target, data in wanted:
        try:
            target.write_bytes(data)
        except OSError as error:
            raise UsageError(f"{target} cannot be written: {error.strerror or error}") from error
        print(f"{clean(str(target))}: {len(table.rows)} {plural(len(table.rows), 'agreement')} active on {today}")
    return 0


def _register(config: Config) -> tuple[Agreement, ...]:
    register, problems = lists.read_register(config.register_.file)
    if problems:
        raise ConfigError(problems)
    return register


def _day(text: str, option: str) -> date:
    day = day_of(text)
    if day is None:
        raise UsageError(f'{option}: "{text}" is no day; write 2026-08-01')
    return day
