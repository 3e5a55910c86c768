"""Tables and lists in which some places are refused: "Lincoln | Yes", "Oak Ridge | No", or "Addams | 0"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from soppa_mailbot import lazy_re as re

_CELLS = re.compile(r"\t|[ ][|][ ]")
_OF_USE = re.compile(
    r"^(?!.*\b(?:last|previous\w*|prior|current\w*|already|before|existing|now|today|in[ ]20\d\d)\b).*"
    r"\b(?:us(?:e|es|ing|ed)|participat\w+|includ\w+|in[ ](?:scope|this[ ]order|the[ ]order)|"
    r"opt(?:ed|s|ing)?[ -]?in|selected|ordered|ordering|joins?|joining)\b"
    r"|^\W*(?:yes|y)[ ]?(?:/|or)[ ]?(?:no|n)\W*$",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"\b(?:seats?|licen[cs]es?|qty|quantity|number|count|users?|accounts?|students?|copies|units?)\b|#", re.IGNORECASE
)
_NO = re.compile(r"\W*(?:no|n|none|not|nope|false|not[ ](?:using|participating|included|this[ ]year|now))\W*", re.I)
_YES = re.compile(r"\W*(?:yes|y|yep|true|x|✓|✔)\W*", re.IGNORECASE)
_ZERO = re.compile(r"[ ]*(?:0|zero|none)(?:[ ](?:seats?|licen[cs]es?|users?|students?|accounts?))?[ .]*", re.I)
_SOME = re.compile(r"[ ]*[1-9][\d,]*(?:[ ](?:seats?|licen[cs]es?|users?|students?|accounts?))?[ .]*", re.I)
# a line of a list: "Lincoln Elementary: yes", "Oak Ridge - 0 seats"
_LINE = re.compile(r"(?P<name>[^\t:|=\n]{3,60}?)[ ]?(?::|=|[ ][-–—]|[ ][|]|\t)[ ]*(?P<said>[^\t:|=\n]{1,24})$")
_MOST_LINES = 900


def without_refused(text: str) -> str:
    """The text with those rows blanked that a table or list of places says "no" or "0" of, where others have a yes.

    Of a table with a column of use the rows with a "no" are blanked even where none has a yes.
    """
    lines = text.splitlines(keepends=True)
    if len(lines) > _MOST_LINES:
        return text
    out: list[str] = []
    for tabled, block in groupby(lines, key=lambda line: bool(_CELLS.search(line))):
        rows = list(block)
        out += _table(rows) if tabled else _list(rows)
    return "".join(out)


def _table(rows: list[str]) -> list[str]:
    header = _CELLS.split(rows[0].rstrip("\r\n"))
    cells = [_CELLS.split(row.rstrip("\r\n")) for row in rows]
    columns = [i for i, name in enumerate(header) if i and not _answers(name)]
    refused = set(_refused(header, columns, cells))
    if not refused and len(header) == 2:  # names and answers, without a header
        return _list(rows)
    return [_blank(row) if n in refused else row for n, row in enumerate(rows)]


def _answers(cell: str) -> bool:
    return any(p.fullmatch(cell) for p in (_NO, _YES, _ZERO, _SOME))


def _refused(header: list[str], columns: list[int], cells: list[list[str]]) -> Iterator[int]:
    for at in columns:
        column = [(n, row[at]) for n, row in enumerate(cells) if n and len(row) == len(header)]
        if _OF_USE.search(header[at]):
            yield from (n for n, cell in column if _NO.fullmatch(cell))
    counted = [i for i in columns if _QUANTITY.search(header[i])]
    rows = [(n, [row[i] for i in counted]) for n, row in enumerate(cells) if n and len(row) == len(header)]
    if counted and any(_SOME.fullmatch(cell) for _, row in rows for cell in row):
        # "students 400, staff 0" has seats
        yield from (n for n, row in rows if all(_ZERO.fullmatch(cell) for cell in row))


def _list(rows: list[str]) -> list[str]:
    """Rows of a name and a yes or no, in runs of at least two of which one says yes."""
    out: list[str] = []
    told = [(row, _LINE.match(row.rstrip("\r\n "))) for row in rows]
    said = [(row, m["said"] if m and _answers(m["said"]) else "") for row, m in told]
    for answered, run in groupby(said, key=lambda one: bool(one[1])):
        block = list(run)
        some = any(_YES.fullmatch(s) or _SOME.fullmatch(s) for _, s in block)
        no = [answered and some and bool(_NO.fullmatch(s) or _ZERO.fullmatch(s)) for _, s in block]
        out += [_blank(row) if refused else row for (row, _), refused in zip(block, no, strict=True)]
    return out


def _blank(row: str) -> str:
    return re.sub(r"[^\t\r\n]", " ", row)
