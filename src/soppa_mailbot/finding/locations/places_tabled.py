"""Tables and lists in which some places are refused: "Lincoln | Yes", "Oak Ridge | No", or "Addams | 0"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_ticked import CROSSES

# what schools use beside the product
_DEVICES = r"(?:i?pads?|chromebooks?|devices?|tablets?|laptops?|macs?|windows|google|clever|classlink|canvas|sso)"
_CELLS = re.compile(r"\t|[ ][|][ ]")
_OF_USE = re.compile(
    r"^(?!.*\b(?:last|previous\w*|prior|current\w*|already|before|existing|now|today|in[ ]20\d\d|"
    rf"{_DEVICES})\b).*"
    r"\b(?:us(?:e|es|ing|ed)|participat\w+|includ\w+|in[ ](?:scope|this[ ]order|the[ ]order)|"
    r"opt(?:ed|s|ing)?[ -]?in|selected|ordered|ordering|joins?|joining|"
    r"this[ ](?:order|quote|quotation|purchase|proposal|renewal|request|year|time|round))\b"
    r"|^\W*(?:yes|y)[ ]?(?:/|or)[ ]?(?:no|n)\W*$|^\W*(?:in|on[ ](?:it|board))\?\W*$",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"\b(?:seats?|licen[cs]es?|qty|quantity|number|count|users?|accounts?|students?|copies|units?)\b|#", re.IGNORECASE
)
_NO = re.compile(
    r"\W*(?:no|n|none|not|nope|false|not[ ](?:using|participating|included|this[ ]year|now))\W*"
    rf"|\s*[{CROSSES}]\ufe0f?\s*",
    re.IGNORECASE,
)
_YES = re.compile(r"\W*(?:yes|y|yep|true|x|✓|✔)\W*", re.IGNORECASE)
# "No - staying with their own program", "✘ (has her own)": a no, and why
_NO_AND_WHY = re.compile(rf"\W*(?:(?:no|nope|not)\b\W*[ –—(,;:.-]|[{CROSSES}])(?![ ]?\d).*", re.IGNORECASE)
# "already licensed", and nothing is added
_NO_MORE = r"(?![^\t\n]*\b(?:add(?:ing|s)?|renew\w*|more)\b)"
HAS_IT = rf"already[ ]{_NO_MORE}(?:licen[cs]ed|ha[sd]|have|us(?:es|ing)|covered|renewed|owns?|active|in[ ]place)"
# "Declined", "already licensed", "Installed 2024, not part of this proposal": how it stands with a place, if not well
_STANDS_OUT = re.compile(
    r"\W*(?:(?:has|have|had|they(?:'ve)?|she|he|is|are|was|will|staff|principal)[ ])?(?:"
    r"declin(?:ed|es|ing)|withdr[ae]wn?|withdrew|cancell?ed|opt(?:ed|s|ing)[ -]?out|dropp?(?:ed|ing)[ ]out|"
    r"(?:said|says)[ ]no\b|(?:passed|passing|passes)\b(?![ ](?:on[ ]to|to)\b)|"
    r"(?:not|isn't|aren't|won't|doesn't)[ ](?:yet[ ])?(?:be[ ])?(?:us(?:e|ing)|participating|included|interested|"
    r"joining|ordering|ordered|part[ ]of|in[ ](?:this|the)|on[ ](?:this|the)|this|ready|needed|buying|renewing)|"
    rf"{HAS_IT}|already[ ]{_NO_MORE}(?:paid|installed|live)|"
    r"(?:wait(?:s|ing)?(?![ ](?:for|on)[ ](?:the|your|our|board|district|final|approv))|postponed|deferred|"
    r"on[ ]hold|later|undecided|skipp?(?:ed|ing)|excluded|exempt|removed)\b|"
    r"(?:stay(?:s|ing)?|stick(?:s|ing)?|happy|keep(?:s|ing)?)[ ](?:with|on|to|its|their)\b|"
    r"(?:(?:maybe|perhaps|in|starts?|for)[ ])?next[ ](?:school[ ])?year(?=\W*$)|not[ ](?:at[ ]this|for[ ]now|"
    r"(?:now|yet)(?=\W*$)|applicable)|"
    r"(?:uses?|has|have|using|own)[ ](?:its|their|an?other|a[ ]different)\b)"
    r"|.*\bnot[ ](?:part[ ]of|in|on|included[ ]in)[ ](?:this|the)[ ](?:order|quote|quotation|proposal|purchase|"
    r"renewal)\b",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = re.compile(
    rf"\b(?:{_DEVICES}|roster\w*|train\w*|paid|deliver\w*|shipp\w*|sso|set[ ]?up|onboard\w*|invoiced?|signed|received|"
    r"trip|visit\w*)\b",
    re.IGNORECASE,
)
# the columns in which that is said of the place itself, and not of its training or rosters
_OF_STANDING = re.compile(
    r"\b(?:status|"
    r"decisions?|decided|licen[cs]es?|notes?|remarks?|comments?|answers?|repl(?:y|ies)|responses?|said|interest(?:ed)?|"
    r"seats?|qty|quantity|feedback|results?|pilot|outcome|plans?|orders?|ordering|requests?|purchase|quote|proposal|"
    r"participat\w+|us(?:e|es|ing)|in\?|joining|included|going|where[ ](?:it|we|they|things)[ ]stands?)(?!\w)",
    re.IGNORECASE,
)
_OF_OTHER_TIMES = re.compile(
    r"\b(?:last|previous\w*|prior|before|existing|history|training|rosters?|approval)\b", re.IGNORECASE
)
# "2026-27 (this quote)", "This proposal": what is asked for, beside years and papers that are past
_THIS_ONE = re.compile(
    r"(?:\W*|.*\(|.*[ ][-–—:][ ]?|.*,[ ])(?:on[ ]|in[ ]|part[ ]of[ ])?(?:this|new|current|attached|enclosed)[ ]"
    r"(?:order(?:[ ]form)?|quote|quotation|proposal|purchase|renewal|request)\)?\W*",
    re.IGNORECASE,
)
_YEAR_PAST = re.compile(r"\W*(?:sy[ ]?|fy[ ]?)?\d\d[ ]?[-/–][ ]?\d\d\b.*|.*\b20\d\d\b.*", re.IGNORECASE)
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
    for tabled, block in groupby(zip(lines, _in_tables(lines), strict=True), key=lambda one: one[1]):
        rows = [line for line, _ in block]
        out += _spaced(rows) if tabled else _list(rows)
    return "".join(out)


def _in_tables(lines: list[str]) -> list[bool]:
    """Which lines are a table's; an empty one between two of its rows is."""
    told = [bool(_CELLS.search(line)) for line in lines]
    for n in range(1, len(lines) - 1):
        told[n] = told[n] or (told[n - 1] and told[n + 1] and not lines[n].strip())
    return told


def _spaced(rows: list[str]) -> list[str]:
    """A table with every second line empty, or not, read as one."""
    full = iter(_table([row for row in rows if row.strip()]))
    return [next(full) if row.strip() else row for row in rows]


def _table(rows: list[str]) -> list[str]:
    header = _CELLS.split(rows[0].rstrip("\r\n"))
    cells = [_CELLS.split(row.rstrip("\r\n")) for row in rows]
    columns = [i for i, name in enumerate(header) if i and not _answers(name)]
    refused = {*_refused(header, columns, cells), *_standing_out(header, cells), *_past(header, cells)}
    # names and answers, without a header
    if not refused and len(header) == 2 and not _OF_SOMETHING_ELSE.search(header[1]):
        return _list(rows)
    return [_blank(row) if n in refused else row for n, row in enumerate(rows)]


def _answers(cell: str) -> bool:
    return any(p.fullmatch(cell) for p in (_NO, _YES, _ZERO, _SOME))


def _refused(header: list[str], columns: list[int], cells: list[list[str]]) -> Iterator[int]:
    for at in columns:
        column = [(n, row[at]) for n, row in enumerate(cells) if n and len(row) == len(header)]
        if _OF_USE.search(header[at]):
            yield from (n for n, cell in column if _NO.fullmatch(cell) or _NO_AND_WHY.fullmatch(cell))
    counted = [i for i in columns if _QUANTITY.search(header[i])]
    rows = [(n, [row[i] for i in counted]) for n, row in enumerate(cells) if n and len(row) == len(header)]
    if counted and any(_SOME.fullmatch(cell) for _, row in rows for cell in row):
        # "students 400, staff 0" has seats
        yield from (n for n, row in rows if all(_ZERO.fullmatch(cell) for cell in row))


def _standing_out(header: list[str], cells: list[list[str]]) -> Iterator[int]:
    """Rows of which a column says that they have no part, where it says otherwise of others."""
    for at in range(1, len(header)):
        column = [(n, row[at]) for n, row in enumerate(cells) if n and len(row) == len(header) and row[at].strip()]
        out = [n for n, cell in column if _STANDS_OUT.match(cell)]
        if out and len(out) < len(column) and _tells_of_standing(header[at]):
            yield from out


def _tells_of_standing(head: str) -> bool:
    """Whether a column's head, or none, lets it say how it stands with the place itself."""
    said = _OF_STANDING.search(head) and not _OF_OTHER_TIMES.search(head)
    return bool(said) or not any(c.isalnum() for c in head)


def _past(header: list[str], cells: list[list[str]]) -> Iterator[int]:
    """Rows of other years, where one is marked as that of this paper: "2025-26", "2026-27 (this quote)"."""
    for at in range(len(header)):
        column = [(n, row[at]) for n, row in enumerate(cells) if n and len(row) == len(header)]
        if sum(bool(_THIS_ONE.fullmatch(cell)) for _, cell in column) == 1:
            yield from (n for n, cell in column if _YEAR_PAST.fullmatch(cell) and not _THIS_ONE.fullmatch(cell))


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
