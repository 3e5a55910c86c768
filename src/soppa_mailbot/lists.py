"""The two lists that a district keeps as CSV: its schools and its register of agreements.

Each reader gives the rows that are sound and a problem for each that is not, naming the file and the row as a
spreadsheet counts them (the heading is row 1).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from soppa_mailbot.model import Agreement, School

SCHOOL_KINDS = ("school", "department")


def read_schools(path: Path) -> tuple[tuple[School, ...], list[str]]:
    """`name,kind,aliases`; aliases parted by semicolons."""
    schools: list[School] = []
    problems: list[str] = []
    seen: dict[str, int] = {}
    for number, row in _rows(path, ("name", "kind", "aliases"), ("name", "kind"), problems):
        where = f"schools.file: {path.name} row {number}"
        name, kind = row["name"], row["kind"].casefold()
        if not name:
            problems.append(f"{where}: no name; fill it in or remove the row")
            continue
        if kind not in SCHOOL_KINDS:
            problems.append(f'{where}: kind is "{row["kind"]}"; write school or department')
            continue
        if name.casefold() in seen:
            problems.append(f'{where}: "{name}" stands in row {seen[name.casefold()]} already; names must differ')
            continue
        seen[name.casefold()] = number
        schools.append(School(name, kind, _split(row["aliases"])))
    if not schools and not problems:
        problems.append(f"schools.file: {path}: no school or department in it; list at least one")
    return tuple(schools), problems


def shared_aliases(schools: Iterable[School]) -> list[str]:
    """What the school list calls two places alike: no mistake, but who is called so alone is not told apart."""
    owners: dict[str, dict[str, str]] = {}
    for school in schools:
        for alias in school.aliases:
            owners.setdefault(alias.casefold(), {})[school.name] = alias
    return [
        f'"{next(iter(named.values()))}" is an alias of {" and ".join(named)}: '
        "a mail that says no more than this goes to a person"
        for named in owners.values()
        if len(named) > 1
    ]


def read_register(path: Path) -> tuple[tuple[Agreement, ...], list[str]]:
    """`operator,product,domains,signed,expires,url`; domains parted by semicolons, dates as YYYY-MM-DD or M/D/YYYY."""
    rows: list[Agreement] = []
    problems: list[str] = []
    columns = ("operator", "product", "domains", "signed", "expires", "url")
    for number, row in _rows(path, columns, ("operator", "signed"), problems):
        where = f"register.file: {path.name} row {number}"
        if not row["operator"]:
            problems.append(f"{where}: no operator; fill it in or remove the row")
            continue
        signed, expires = _day(row["signed"]), _day(row["expires"])
        if signed is None:
            problems.append(f'{where} ({row["operator"]}): signed is "{row["signed"]}"; write a date like 2026-08-01')
        if expires is None and row["expires"]:
            problems.append(
                f'{where} ({row["operator"]}): expires is "{row["expires"]}"; write a date like 2028-06-30, '
                "or nothing if it has no end"
            )
        if signed is None or (expires is None and row["expires"]):
            continue
        if expires is not None and expires < signed:
            problems.append(f"{where} ({row['operator']}): expires {expires} before it was signed {signed}")
            continue
        domains = tuple(d.casefold().removeprefix("@") for d in _split(row["domains"]))
        rows.append(Agreement(row["operator"], row["product"], domains, signed, expires, row["url"]))
    return tuple(rows), problems


def _rows(
    path: Path, known: tuple[str, ...], needed: tuple[str, ...], problems: list[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = decoded(path.read_bytes())
    except OSError as error:
        problems.append(f"{path}: cannot be read: {error}")
        return
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        heading = [cell.strip().casefold() for cell in next(reader, [])]
        absent = [column for column in needed if column not in heading]
        if absent:
            problems.append(f"{path.name} row 1: no column {', '.join(absent)}; the heading must be {','.join(known)}")
            return
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            named = dict(zip(heading, (cell.strip() for cell in cells), strict=False))
            if len(cells) > len(heading):
                problems.append(
                    f"{path.name} row {reader.line_num}: {len(cells)} cells under {len(heading)} headings; "
                    'put a value that holds a comma in "quotes"'
                )
                continue
            yield reader.line_num, {column: named.get(column, "") for column in known}
    except csv.Error as error:
        problems.append(f"{path.name} row {reader.line_num}: not valid CSV: {error}")


def decoded(data: bytes) -> str:
    """Excel writes UTF-8 with a mark, UTF-16 with one ("Unicode Text"), or the Windows code page."""
    try:
        return data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    american = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    if american is None:
        return None
    month, day, year = map(int, american.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
