"""Entries of `optional` that mean whole rows of a table: "Subcontractor rows 2 and 3", "Third reference"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.labels import comparable, without_number
from soppa_mailbot.model import Place

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_NUMBER = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{'|'.join(ORDINALS)})"
_NUMBERS = re.compile(
    rf"\b{_NUMBER}(?:[.)]?\s*(?:,|and|&|or|to|through|-|–)\s*(?:and\s+)?{_NUMBER})*(?![\w%])", re.IGNORECASE
)
_ONE = re.compile(_NUMBER, re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:to|through)\b|[-–]", re.IGNORECASE)
_OF_ROWS = frozenset(comparable("row line entry table in list number no block only all"))
# of its row, and behind it that of its column's head where the form numbers what it asks: "2 31 Subprocessor"
_NUMBERED = re.compile(r"(?P<number>\d{1,2})[.)]?\s+(?:\d{1,3}[.)]?\s+)?(?P<head>\D.*)")
_WITHIN = re.compile(r"(?P<of>[A-Za-z]+) (?:no\.? |#)?(?P<number>\d{1,2})(?P<head>(?:[\s:.,–-].*)?)")
# "row of the table of Illinois districts", "second school in Part 5": where it is, which need not be words of its heads
_WHERE = re.compile(
    r"\s+(?:of|in|from|under)\s+(?:the\s+)?(?:(?:table|list|grid|chart)\b.*|(?:[\w’'-]+\s+){1,3}(?:table|list|grid|chart)|"
    r"(?:part|section|exhibit|question|item|schedule)\s+[A-Z0-9]{1,3}(?:\.\d{1,2})?)$",
    re.IGNORECASE,
)
_OF_OTHERS = frozenset(comparable("former previous past prior other"))  # of another table than the one that is meant
_SAYS_ROW = re.compile(r"\b(?:rows?|lines?|entry|entries)\b", re.IGNORECASE)
_WIDEST = 8  # cells of a row


@dataclass(frozen=True, slots=True)
class _Table:
    rows: tuple[tuple[Place, ...], ...]
    heads: tuple[tuple[str, ...], ...]  # what its columns are called, in words to compare
    numbered: bool  # the form numbers its rows


def rows_meant(wanted: str, places: Sequence[Place]) -> tuple[str, ...]:
    """The ids of the cells that an entry means by the numbers of their rows, () where that is not sure.

    One column of them where the entry names it: "Telephone, row 3".
    """
    where = _WHERE.search(wanted)
    numbers, words = _told(wanted[: where.start()] if where else wanted)
    if not numbers:
        return ()
    tables = [t for t in _tables(places) if max(numbers) <= len(t.rows)]
    if where and (said_there := [t for t in tables if _stands(where[0], t)]):
        tables = said_there
    # one label that comes again is a table only where the entry says it: its section may be the form's title
    tables = [t for t in tables if t.numbered or len(t.heads) > 1 or set(words) & {w for h in t.heads for w in h}]
    fitting = [t for t in tables if set(words) <= _known(t) and not (_known(t) - set(words)) & _OF_OTHERS]
    if len(fitting) != 1 or (not words and len(tables) != 1):
        return ()
    table = fitting[0]
    if any(w.isdigit() for head in table.heads for w in head):
        return ()  # "Phone 1" and "Phone 2" in each of two blocks
    exact = words in table.heads
    column = table.heads.index(words) if exact else _one_of(table.heads, words)
    heading = {w for p in table.rows[0] for w in comparable(p.section)}
    said = _SAYS_ROW.search(wanted) is not None
    if exact and not table.numbered and not said:
        return ()  # "Street 2" where two addresses are asked for: `optional` has its own words for it
    whole = set(words) <= heading if said else table.numbered
    if column == 0 and "name" not in words and whole:
        column = None  # "Subcontractor 2" is the row of the second, though its first cell is called so
    cells = [p for n in numbers for p in (table.rows[n - 1] if column is None else (table.rows[n - 1][column],))]
    if any(p.signs for p in cells):
        return ()
    boxes = () if column is not None else tuple(i for n in numbers for i in _boxes_in(table, n, places))
    return (*(p.id for p in cells), *boxes)


def _one_of(heads: Sequence[tuple[str, ...]], words: tuple[str, ...]) -> int | None:
    """The one column whose head is among an entry's words, the rest of which name the table: "Phone, 2nd reference"."""
    inside = [n for n, head in enumerate(heads) if set(head) < set(words)]
    return inside[0] if len(inside) == 1 else None


def _stands(where: str, table: _Table) -> bool:
    """Whether a table stands where an entry says: its heading has the number of the part, or all of the words."""
    words = set(comparable(where)) - _OF_ROWS
    heading = comparable(table.rows[0][0].section)
    return bool(words) and words <= {*heading, *_known(table)}


def _boxes_in(table: _Table, number: int, places: Sequence[Place]) -> list[str]:
    """The boxes of a row, which stand among its cells or behind them; as many in each row."""
    at = {p.id: n for n, p in enumerate(places)}
    starts = [at[row[0].id] for row in table.rows]
    size = starts[1] - starts[0]
    row = places[starts[number - 1] : starts[number - 1] + size]
    return [p.id for p in row if p.kind == "check"]


def in_one_table(alike: Sequence[Place], places: Sequence[Place]) -> bool:
    """Whether places of one name are the cells of a table's column, and not of blocks that ask for the same things."""
    ids = {p.id for p in alike}
    return any(sum(p.id in ids for p in row) == 1 for t in _tables(places) for row in t.rows)


def _told(wanted: str) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The numbers of the rows of an entry, and its other words."""
    item, rest = without_number(wanted)
    if item and _NUMBERS.search(rest):
        wanted = rest  # "4. Hosting, second row"
    found = [m for m in _NUMBERS.finditer(wanted) if not wanted[: m.start()].strip().endswith(("§", "Exhibit"))]
    if len(found) != 1:
        return (), ()
    said = found[0]
    numbers = [_value(m[0]) for m in _ONE.finditer(said[0])]
    if len(numbers) == 2 and _UP_TO.search(said[0]):
        numbers = list(range(numbers[0], numbers[1] + 1))
    rest = f"{wanted[: said.start()]} {wanted[said.end() :]}"
    words = comparable(re.sub(r"[()\[\]:,]", " ", rest)) if rest.strip(" ()[]:,.") else ()
    kept = tuple(w for w in words if w not in _OF_ROWS)
    leads = not wanted[: said.start()].strip()
    # "2. Address" is a line's number
    if (leads and re.match(r"\d{1,2}(?![\w]|\s+(?:and|to|or))", said[0])) or not 0 < min(numbers) <= max(numbers) <= 20:
        return (), ()
    return tuple(numbers), kept


def _value(said: str) -> int:
    return int(re.sub(r"\D", "", said)) if said[:1].isdigit() else ORDINALS.index(said.casefold()) + 1


def _known(table: _Table) -> set[str]:
    """The words by which a person may call a table: those of its heading and of its columns."""
    sections = {p.section for p in table.rows[0]}
    return {w for words in (*map(comparable, sections), *table.heads) for w in words}


def _tables(places: Sequence[Place]) -> Iterator[_Table]:
    """Rows of cells that are called alike: "1 name", "1 place", "2 name", "2 place", or "Name", "Name"."""
    cells = [p for p in places if p.kind == "text"]
    at = 0
    while at < len(cells):
        table = next((t for w in range(1, _WIDEST + 1) if (t := _table_at(cells, at, w))), None)
        if table is None:
            at += 1
        else:
            yield table
            at += len(table.rows) * len(table.heads)


def _table_at(cells: Sequence[Place], at: int, wide: int) -> _Table | None:
    """The table of so many columns that begins with a cell; there are two rows at least."""
    rows: list[tuple[Place, ...]] = []
    heads: tuple[tuple[str, ...], ...] = ()
    while True:
        row = tuple(cells[at + len(rows) * wide : at + (len(rows) + 1) * wide])
        told = _heads(row, len(rows) + 1)
        if len(row) < wide or row[0].section != cells[at].section or (rows and told != heads):
            break
        if len(set(told)) < len(told) or not all(told):
            break
        heads = told
        rows.append(row)
    numbered = bool(rows) and all(_NUMBERED.fullmatch(p.label) for p in rows[0])
    return _Table(tuple(rows), heads, numbered) if len(rows) > 1 else None


def _heads(row: Sequence[Place], number: int) -> tuple[tuple[str, ...], ...]:
    """What a row's cells are called without its number: "2 name", "Reference 2: district", "Client 2 phone"."""
    found = [_NUMBERED.fullmatch(p.label) for p in row]
    numbered = all(m and int(m["number"]) == number for m in found)
    if numbered or not row:
        return tuple(comparable(m["head"] if m else p.label) for m, p in zip(found, row, strict=True))
    within = [_WITHIN.fullmatch(p.label) for p in row]
    if not (within[0] and int(within[0]["number"]) == number):
        return tuple(comparable(p.label) for p in row)
    same = [m if m and int(m["number"]) == number and m["of"] == within[0]["of"] else None for m in within]
    return tuple(comparable(f"{m['of']} {m['head']}" if m else p.label) for m, p in zip(same, row, strict=True))
