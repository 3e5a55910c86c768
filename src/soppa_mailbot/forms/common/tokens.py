"""Words as they are compared: without case, punctuation, quotes' shapes and the lines to write on.

Boxes to tick become one of two tokens, whatever glyph, Wingdings character or bracket stands for them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Box, Paragraph, Word

ON, OFF, IMAGE = "☒", "☐", "\ufffc"  # the third: OBJECT REPLACEMENT CHARACTER, a picture in running text
INK_WORD = "ꝏink"  # for ink on a scan that nobody has read: no word of any form, and never a value
STROKE = "\ue0f0"  # private use: something drawn over a line to write on

_STAMP = 5  # numbers of a day and an hour: month, day, year, hour, minutes
_CROSSES = ("×", "╳", "⨯")
_ON_GLYPHS = "☒☑✓✔✗✘✕✖⊠■◼●◉⦿🗹🗷\uf0fe\uf0fc\uf0fd\uf052\uf053\uf054\uf06e"
_OFF_GLYPHS = "☐□▢◻◯○❍❏❐❑❒⃞\uf06f\uf0a8\uf071\uf072\uf0a1"
_TOKEN = re.compile(
    rf"(?P<line>_{{2,}}|\.{{4,}}|…{{2,}}|(?:\.[ \xa0]){{5,}}\.|(?:_[ \xa0]){{3,}}_)"
    rf"|(?P<on>[{_ON_GLYPHS}]|[\[(]\s?[xX✓✔√]\s?[\])](?!\w))"
    rf"|(?P<off>[{_OFF_GLYPHS}]|\[\s*\]|\(\s+\))"
    rf"|(?P<image>{IMAGE})|(?P<stroke>{STROKE})"
    r"|(?P<word>[^\W_]+(?:['’ʼ`][^\W_]+)*|[×╳⨯])"  # crosses that editors offer
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word to compare, and where it stands."""

    norm: str
    raw: str  # as it stands there, with the punctuation around it
    unit: int = -1  # tokens of one written word share it: its raw text counts once
    page: int = 0  # 1-based
    box: Box | None = None
    cell: tuple[int, int, int] | None = None  # of a table in running text
    paragraph: int = -1
    at: int = -1  # where the word starts in its paragraph's text
    stretch: int = 0  # of a paper's running text: which of the stretches of its paragraph that wide gaps part
    highlighted: bool = False  # coloured as by a marker
    opens: bool = False  # of a paper, and of words to be ringed: an opening bracket stands right before it
    emphasised: bool = False  # in bold letters, underlined or framed; of pages this is not known
    comma: bool = False  # of a page: a comma stands by itself behind it, as a form's own does behind a filled blank


def normal(text: str) -> str:
    """One word without case, compatibility forms (ligatures, full width) and apostrophes."""
    if text.isascii():
        return text.casefold().replace("'", "").replace("`", "")
    if text in _CROSSES:
        return "x"
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if c.isalnum())


@lru_cache(maxsize=16_384)
def pieces(text: str) -> tuple[tuple[str, str, int, int], ...]:
    """(kind, normal form, start, end) of all that counts in a text; kind: line | on | off | image | stroke | word."""
    out = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "word"
        norm = {"on": ON, "off": OFF, "image": IMAGE, "stroke": STROKE, "line": "__"}.get(kind) or normal(match.group())
        if norm:
            out.append((kind, norm, match.start(), match.end()))
    return tuple(out)


def has_place(paragraph: Paragraph) -> bool:
    """Whether a paragraph of a Word blank holds something to fill: a control, a line, a box."""
    return any(r.control is not None for r in paragraph.runs) or any(
        kind in ("line", "off") for kind, _, _, _ in pieces(paragraph.text())
    )


def norms(text: str) -> tuple[str, ...]:
    """The words of a text in normal form, without boxes and lines."""
    return tuple(norm for kind, norm, _, _ in pieces(text) if kind == "word")


def word_tokens(words: Iterable[Word], page: int, first_unit: int = 0) -> list[Token]:
    """Tokens of a page's words in their order, each with its share of the word's box; lines to write on are `__`."""
    out: list[Token] = []
    before = ""
    for unit, word in enumerate(words, first_unit):
        found = pieces(word.text)
        end = 0
        for kind, norm, start, stop in found:
            box = word.box if len(found) == 1 else _share(word, start, stop)
            raw = word.text.strip("_ ") if kind == "word" else norm
            out.append(Token(norm, raw, unit, page, box, opens=opens_bracket(before + word.text[end:start])))
            end, before = stop, ""
        if out and not found and word.text == "," and _level(out[-1].box, word.box):
            out[-1] = replace(out[-1], comma=True)
        before = word.text[end:]
    return out


def _level(box: Box | None, other: Box) -> bool:
    """Whether two words stand in one line."""
    return box is not None and box[1] < (other[1] + other[3]) / 2 < box[3]


def opens_bracket(text: str) -> bool:
    """Whether a text ends with a bracket that opens, or with that and the first dots of the line in it."""
    return text.rstrip(" \xa0._").endswith("(")


def _share(word: Word, start: int, end: int) -> Box:
    """Where some characters of a word stand, as if all were equally wide."""
    left, top, right, bottom = word.box
    step = (right - left) / max(len(word.text), 1)
    return left + start * step, top, left + end * step, bottom


def grams(run: tuple[str, ...], size: int = 3) -> tuple[str, ...]:
    """Word n-grams of a run that nobody writes into; a shorter run is one gram by itself."""
    if len(run) <= size:
        return (" ".join(run),) if run else ()
    return tuple(" ".join(run[i : i + size]) for i in range(len(run) - size + 1))


def spelled(tokens: Iterable[Token]) -> str:
    """What a person would read: the raw words, each once, in order."""
    out: list[str] = []
    last = None
    for token in tokens:
        if token.norm in (ON, OFF, IMAGE, STROKE, "__"):
            continue
        if token.unit != last or token.unit < 0:
            out.append(token.raw)
        last = token.unit
    return " ".join(out).strip()


def is_stamp(own: Sequence[Token], number: int) -> bool:
    """Whether a word is the "AM" of a day and an hour, "11/28/26, 7:44 AM": a browser prints when it printed into each
    page's head. Of an hour alone ("by 5 PM") it is a word of the form."""
    before = own[max(0, number - _STAMP) : number]
    return own[number].norm in ("am", "pm") and len(before) == _STAMP and all(t.norm.isdigit() for t in before)
