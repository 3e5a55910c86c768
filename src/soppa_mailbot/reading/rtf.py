"""Rich Text Format: words, table cells, and the state of form fields.

striprtf gives the words. It knows no cells and drops form fields, so both are turned into private characters first
(RTF 1.9.1: `\\cell`, `\\row`, `{\\*\\formfield ...}`).
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Field, Paragraph, Reason, Run
from soppa_mailbot.reading.base import CannotRead, Limits, Opened
from soppa_mailbot.reading.flow import Budget

_CELL, _ROW, _ON, _OFF = "\ue000", "\ue001", "\ue002", "\ue003"
# how the words that follow look: plain, emphasised, highlighted, both, struck through
_LOOKS = _PLAIN, _EMPHASISED, _HIGHLIGHTED, _BOTH, _STRUCK = "\ue004", "\ue005", "\ue006", "\ue007", "\ue008"
_WORD = re.compile(r"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})?|\\.|(?P<brace>[{}])", re.DOTALL)
_UNDERLINE = re.compile(
    r"ul(?:d|dash|dashd|dashdd|db|hair|hwave|ldash|th|thd|thdash|thdashd|thdashdd|thldash|uldbwave|w|wave)?"
)
_MAX_STRUCK = 20
_MAX_CHARACTERS = 20_000_000


def read(data: bytes, limits: Limits) -> Opened:
    """The words of an RTF file, cells of its tables apart."""
    whole = data.rstrip(b"\x00\r\n\t ").endswith(b"}")
    cut = () if whole else ("the file seems to be cut off",)
    text = rtf_to_text(data, marks=True)
    budget = Budget(limits)
    text, struck = _without_struck(text)
    flow = _flow(text, budget)
    if not any(p.text().strip() for p in flow):
        raise CannotRead(Reason.NO_TEXT, "no words could be found in it")
    fields = tuple(run.control for paragraph in flow for run in paragraph.runs if run.control)
    return Opened(flow=flow, fields=fields, notes=(*cut, *struck), unread=budget.unread())


def rtf_to_text(data: bytes, *, marks: bool = False) -> str:
    """The words; with `marks`, private characters for ends of cells and rows and for boxes. Raises CannotRead."""
    from striprtf.striprtf import rtf_to_text as strip

    source = _without_binaries(data[:_MAX_CHARACTERS].decode("latin-1"))
    if marks:
        source = _mark(_with_looks(source))
    try:
        return str(strip(source, errors="replace"))
    # striprtf takes numbers and code pages from the file and lets whatever they lead to escape
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError) as error:
        raise CannotRead(Reason.DAMAGED, "the file is damaged") from error


def _without_binaries(source: str) -> str:
    """Pictures are hexadecimal megabytes that striprtf would walk through sign by sign."""
    return re.sub(r"[0-9a-fA-F\s]{4000,}", " ", source)


def _mark(source: str) -> str:
    source = re.sub(r"\\(?:nest)?cell(?![a-z])", rf"\\uc0\\u{ord(_CELL)} ", source)
    source = re.sub(r"\\(?:nest)?row(?![a-z])", rf"\\uc0\\u{ord(_ROW)} ", source)
    out: list[str] = []
    at = 0
    for match in re.finditer(r"\\\*\\formfield", source):
        body = source[match.end() : match.end() + 2000]
        if not re.match(r"\s*\{?\s*\\fftype1(?!\d)", body):
            continue
        start = source.rfind("{\\field", at, match.start())
        if start < 0:
            continue
        # \ffres 25 means "as the default says" ([MS-DOC] FFDataBits iRes)
        result = re.search(r"\\ffres(\d+)", body)
        default = re.search(r"\\ffdefres(\d+)", body)
        on = (default and default[1] == "1") if not result or result[1] == "25" else result[1] == "1"
        out.append(f"{source[at:start]}\\uc0\\u{ord(_ON if on else _OFF)} ")
        at = start
    return "".join(out) + source[at:]


def _with_looks(source: str) -> str:
    """The source with a private character wherever bold letters, lines or a marker begin or end (RTF 1.9.1,
    "Character text"). The group that closes has the looks of the one around it again."""
    out: list[str] = []
    at = 0
    groups: list[frozenset[str]] = []
    now: frozenset[str] = frozenset()
    for match in _WORD.finditer(source):
        before = now
        if match["brace"] == "{":
            groups.append(now)
        elif match["brace"] == "}":
            now = groups.pop() if groups else frozenset()
        elif match["word"]:
            now = _changed(now, match["word"], match["number"])
        if now != before:
            after = match.end() + (match["word"] is not None and source[match.end() : match.end() + 1] == " ")
            out.append(f"{source[at:after]}{{\\uc0\\u{ord(_look(now))} }}")
            at = after
    return "".join(out) + source[at:]


def _changed(now: frozenset[str], word: str, number: str | None) -> frozenset[str]:
    """What sets words apart behind a control word."""
    on = number != "0"
    if word == "plain":
        return frozenset()
    if word == "ulnone":
        return now - {"underlined"}
    name = {"b": "bold", "strike": "struck", "striked": "struck", "highlight": "marked", "chbrdr": "framed"}.get(word)
    name = "underlined" if _UNDERLINE.fullmatch(word) else name
    if name is None:
        return now
    return now | {name} if on else now - {name}


def _look(now: frozenset[str]) -> str:
    if "struck" in now:
        return _STRUCK
    marked, emphasised = "marked" in now, bool(now - {"marked"})
    return _BOTH if marked and emphasised else _HIGHLIGHTED if marked else _EMPHASISED if emphasised else _PLAIN


def _without_struck(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with each look right before the first word of its line that has it, and what is struck through: that is
    deleted for whoever reads it, and told."""
    out: list[str] = []
    struck: list[str] = []
    look = shown = _PLAIN
    for piece in re.split(rf"([{''.join(_LOOKS)}\n{_CELL}{_ROW}])", text):
        if piece in _LOOKS:
            look = piece
        elif piece in ("\n", _CELL, _ROW):
            out.append(piece)
            shown = _PLAIN
        elif look == _STRUCK:
            struck.append(piece)
        elif piece:
            if look != shown and piece.strip():
                out.append(piece[: len(piece) - len(piece.lstrip())] + look + piece.lstrip())
                shown = look
            else:
                out.append(piece)
    told = tuple(f"struck through: {text.strip()}" for text in struck if text.strip())
    return "".join(out), told[:_MAX_STRUCK]


def _paragraph(line: str, cell: tuple[int, int, int] | None = None) -> Paragraph:
    """A line as a paragraph, with where its words are set apart."""
    runs: list[Run] = []
    look, length = _PLAIN, 0
    stretches: list[tuple[str, int, int]] = []
    for piece in re.split(f"([{''.join(_LOOKS)}])", line):
        if piece in _LOOKS and piece:
            look = piece
        elif piece:
            runs += _runs(piece)
            before, length = length, sum(len(run.text) for run in runs)
            stretches.append((look, before, length))
    return Paragraph(
        tuple(runs),
        cell,
        highlighted=tuple((a, z) for look, a, z in stretches if look in (_HIGHLIGHTED, _BOTH)),
        emphasised=tuple((a, z) for look, a, z in stretches if look in (_EMPHASISED, _BOTH)),
    )


def _flow(text: str, budget: Budget) -> tuple[Paragraph, ...]:
    out: list[Paragraph] = []
    table, row = -1, 0
    pending = ""  # the last lines, which belong to a cell when a cell mark follows
    column, in_table = 0, False
    for piece in re.split(f"([{_CELL}{_ROW}])", text):
        if piece == _CELL:
            if not in_table:
                table, row, column, in_table = table + 1, 0, 0, True
                *before, pending = pending.lstrip("\n").split("\n") if "\n" in pending else (pending,)
                out += [_paragraph(line) for line in before if budget.take(line)]
            for line in pending.strip("\n").split("\n"):  # an empty cell is a paragraph too, as in Word
                if budget.take(line):
                    out.append(_paragraph(line.strip(), (table, row, column)))
            column, pending = column + 1, ""
        elif piece == _ROW:
            row, column, pending = row + 1, 0, ""
        else:
            pending = piece
            if in_table and column == 0 and "\n" in piece.removeprefix("\n"):
                # text between two rows: the table has ended
                *before, pending = piece.removeprefix("\n").split("\n")
                if any(line.strip() for line in before):
                    out += [_paragraph(line) for line in before if budget.take(line)]
                    in_table = False
    out += [_paragraph(line) for line in pending.split("\n") if line.strip() and budget.take(line)]
    return tuple(out)


def _runs(line: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    for piece in re.split(f"([{_ON}{_OFF}])", line):
        if piece in (_ON, _OFF):
            on = piece == _ON
            runs.append(Run("☒" if on else "☐", Field("", "check", "On" if on else "", on)))
        elif piece:
            runs.append(Run(piece))
    return tuple(runs)
