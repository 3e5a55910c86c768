"""Text cut into the pieces within which words belong together: a sentence, a label with its value, a table row.

All functions keep character offsets: a piece found in the plain text can be quoted from the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Own words and order forms are far shorter; what lies beyond is terms and conditions or an attack, and reading it would
# cost time for nothing.
MAX_CHARS = 120_000
MAX_PIECE = 1_500  # characters

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " "),
        **dict.fromkeys("\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad\v\f\r", " "),
        **dict.fromkeys("‘’ʼ′`´", "'"),
        **dict.fromkeys("“”„″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("→➔➜⇒►▶", ">"),
        **dict.fromkeys("‣◦●▪■∙⁃·✓✔☑☒", "•"),
        "\u2028": "\n",
        "\u2029": "\n",
        "\x85": "\n",
    }
)

_BULLET = r"(?:[*•>+\-]{1,2}|\(?\d{1,2}[.)]|\(\d{1,2}\)|\(?[a-hA-H][.)]|\[[ xX]?\])"
_LINE_START = re.compile(rf"[ ]*{_BULLET}[ \t]+\S")
_LABEL_LINE = re.compile(
    r"[ ]*(?:" + _BULLET + r"[ ]+)?[A-Za-z][^:\n\t]{0,60}?(?::(?=\s|$)|[ ]-{1,2}>?[ ]|[ ]?[-=]?>[ ])"
)
_SENTENCE_END = re.compile(r"[.!?]+[\"')\]]*\s+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|thu|fri|sat|sun|mr|mrs|ms|dr|prof|st|"
    r"mt|ft|no|nos|inc|ltd|corp|co|dept|depts|elem|el|acad|approx|attn|est|vs|etc|e\.g|i\.e|gr|bldg|sr|jr)"
    r"|(?:^|[\s.(])[A-Za-z])$",
    re.IGNORECASE,
)
_SOFT_WRAP = 45  # a line at least this long was probably broken by the mail program and goes on


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of plain text; `start` is its offset, line breaks in it stand as spaces."""

    text: str
    start: int
    block: int  # pieces of one paragraph share it

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def plain(text: str) -> str:
    """The same text, character for character, with typographic spaces, quotes, dashes and bullets made plain."""
    return text[:MAX_CHARS].replace("\r\n", " \n").translate(_PLAIN)


def blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with these stretches turned into spaces (line breaks stay)."""
    if not spans:
        return text
    out: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        start = max(start, at)
        out.append(text[at:start])
        out.append(re.sub(r"[^\n]", " ", text[start:end]))
        at = end
    out.append(text[at:])
    return "".join(out)


def pieces(text: str) -> Iterator[Piece]:
    """Sentences and lines of plain text, in order. A soft-wrapped line is joined with the next."""
    for block, (start, end) in enumerate(_paragraphs(text)):
        joined = text[start:end].replace("\n", " ")
        at = 0
        for match in _SENTENCE_END.finditer(joined):
            if _goes_on(joined, match):
                continue
            yield from _bounded(joined, at, match.end(), start, block)
            at = match.end()
        yield from _bounded(joined, at, len(joined), start, block)


def _bounded(text: str, start: int, end: int, offset: int, block: int) -> Iterator[Piece]:
    """One sentence; what is longer than any sentence is cut, so that work on a piece stays bounded."""
    while end - start > MAX_PIECE:
        cut = text.rfind(" ", start + MAX_PIECE // 2, start + MAX_PIECE)
        cut = cut if cut > 0 else start + MAX_PIECE
        yield Piece(text[start:cut], offset + start, block)
        start = cut
    if text[start:end].strip():
        yield Piece(text[start:end], offset + start, block)


def quote(text: str, start: int, end: int, limit: int = 200) -> str:
    """The words of the original around [start, end), on one line and at most `limit` characters."""
    if end - start > limit:
        end = start + limit
    return " ".join(text[start:end].split())


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of lines that belong together."""
    start: int | None = None
    at = 0
    previous = ""
    for line in text.split("\n"):
        bare = line.rstrip()
        breaks = (
            not bare.strip()
            or "\t" in bare
            or "\t" in previous
            or len(previous) < _SOFT_WRAP
            or _LINE_START.match(bare) is not None
            or _LABEL_LINE.match(bare) is not None
        )
        if start is not None and breaks:
            yield start, at - 1
            start = None
        if bare.strip() and start is None:
            start = at
        previous = bare
        at += len(line) + 1
    if start is not None:
        yield start, len(text)


def _goes_on(text: str, end: re.Match[str]) -> bool:
    """Whether this full stop belongs to an abbreviation or a bullet number."""
    if not text[end.start()] == "." or end.group().startswith(".."):
        return False
    before = text[max(0, end.start() - 8) : end.start()]
    if _ABBREVIATION.search(before):
        # "at Prairie View Elem. The others..." ends; "Jan. 29" and "Dr. Brooks" go on
        return not re.match(r"(?:The|We|Our|It|This|They|These|I|Please|Final|Approval)\b", text[end.end() :])
    if end.start() < 8 and re.fullmatch(r"[ (]*\d{1,2}", text[: end.start()]):
        return True  # "1. Order form"
    following = text[end.end() : end.end() + 1]
    return following.islower() and before[-1:].islower() is False
