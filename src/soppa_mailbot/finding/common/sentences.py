"""Text cut into the pieces within which words belong together: a sentence, a label with its value, a table row.

All functions keep character offsets: a piece found in the plain text can be quoted from the original.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.dates_foreign import GERMAN_DAY

# Own words and order forms are far shorter; what lies beyond is terms and conditions or an attack, and reading it would
# cost time for nothing.
MAX_CHARS = 60_000
MAX_PIECE = 1_500  # characters

_ARROWS = "→➔➜⇒►▶"
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " "),
        **dict.fromkeys("\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad\v\f\r", " "),
        **dict.fromkeys("‘’ʼ′`´", "'"),
        **dict.fromkeys("“”„″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys(_ARROWS, ">"),
        **dict.fromkeys("‣◦●▪■∙⁃·✓✔☑☒", "•"),
        "\u2028": "\n",
        "\u2029": "\n",
        "\x85": "\n",
    }
)

_BULLET = r"(?:[*•>+\-]{1,2}|\(?\d{1,2}[.)]|\(\d{1,2}\)|\(?[a-hA-H][.)]|\[[ xX]?\])"
_LINE_START = re.compile(rf"[ ]*{_BULLET}[ \t]+\S")
_LABEL_LINE = re.compile(
    r"[ ]*(?:"
    + _BULLET
    + r"[ ]+)?(?:[A-Za-z][^:\n\t]{0,60}?(?::(?=\s|$)|[ ]?[-=]?>[ ])|[A-Za-z][A-Za-z()/' ]{0,40}[ ](?:-{1,2}|=)[ ])"
)
_LONGEST_SENTENCE = 400  # characters
PARAGRAPH_ENDS = re.compile(r"\n[ \t]*\n")
_SENTENCE_END = re.compile(r"[.!?]+[\"')\]]*\s+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|thu|fri|sat|sun|mr|mrs|ms|"
    r"dr|prof|st|sp|spec|ed|educ|curric|instr|"
    r"chas|geo|wm|robt|jas|thos|jos|benj|saml|edw|fredk|kath|cath|eliz|margt|"  # given names
    r"mt|ft|nth|sth|no|nos|inc|ltd|corp|co|dept|depts|elem|el|acad|approx|attn|est|vs|etc|e\.g|i\.e|gr|bldg|sr|jr)"
    r"|(?:^|[\s.(])[A-Za-z])$",
    re.IGNORECASE,
)
# behind "... Elem. " and "... dept. ": words that open the next sentence rather than go on with the name
_OPENS = re.compile(
    r"(?:The|We|Our|It|It's|This|That|They|These|Those|I|I'm|I'll|We'd|We're|You|Your|Please|Pls|Plz|Final|"
    r"Approv(?:al|e|ed)|"
    r"Sign(?:[- ]?off|ed)?|Need(?:s|ed)?|Dead[ -]?line|Due|For|By|In|On|At|If|When|Where|Who|How|Can|Could|Would|Let|"
    r"Quote|Order|Attached|Enclosed|Here|See|Sent|Thanks?|Thx|Also|And|But|So|Not?|All|Each|Both|There|Hope|Hoping|"
    r"Looking|Target|Date|Ideally|Starting|Just|Only|Sorry|Cheers|Regards)\b"
)
# "at Wash. Middle", but not "at Park. High schools are"
_CUT_SHORT = re.compile(r"(?:^|[\s(/])[A-Z][a-z]{2,4}$")
_LEVEL = re.compile(
    r"(?:Elem|El|Elementary|Middle|Intermediate|Primary|High|Jr\.?[ ]High|Junior[ ]High|MS|HS|ES)\b"
    r"(?=[.]?(?:[ ](?:School\b|[A-Z&(+-]|(?:and|or|will|would|is|has|gets|wants|needs|uses|in|for|at|by|"
    r"on|only|attached|enclosed)\b)|[,;:!?)]|[ ]?[\t|]|\s*$|[.]))(?![ ](?:S|s)chools\b)"
)
_DAY_NUMBER = re.compile(r"(?<![\d.,])\d{1,2}$")
_MAX_PARAGRAPH = 6_000  # characters after which a paragraph is broken at the next line
_SENTENCE_IN = re.compile(r"[a-z]{3}[.?!][ ]+[A-Z]")
_FULL_LINE = 60  # characters of a line that a mail program breaks
_SOFT_WRAP = 45  # a line at least this long was probably broken by the mail program and goes on,
_SOFT_WRAP_LOWER = 30  # or one this long, when the next begins in lower case


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of plain text, soft-wrapped lines joined by one space."""

    text: str
    lines: tuple[tuple[int, int], ...]  # of each line: where it begins in `text`, and in the whole text
    block: int  # pieces of one paragraph share it

    def source(self, at: int) -> int:
        """The offset in the whole text of a character of this piece."""
        begin, origin = self.lines[max(0, bisect_right(self.lines, (at, MAX_CHARS)) - 1)]
        return origin + at - begin

    def offset(self, source: int) -> int:
        """The other way round: where in this piece a character of the whole text stands, or the nearest to it."""
        for begin, origin in reversed(self.lines):
            if origin <= source:
                return min(begin + source - origin, len(self.text))
        return 0

    @property
    def start(self) -> int:
        return self.source(0)

    @property
    def end(self) -> int:
        return self.source(len(self.text))

    def part(self, start: int, end: int) -> Piece:
        """The piece's [start, end), still knowing where it comes from."""
        inner = tuple((begin - start, origin) for begin, origin in self.lines if start < begin < end)
        return Piece(self.text[start:end], ((0, self.source(start)), *inner), self.block)


def plain(text: str) -> str:
    """The same text, character for character, with typographic spaces, quotes, dashes and bullets made plain, and
    spaces for what its writer struck through."""
    typed = text[:MAX_CHARS].replace("\r\n", " \n")
    typed = _ARROW_BULLET.sub(r"\1•", typed).translate(_PLAIN)
    typed = _STRUCK.sub(lambda m: " " * len(m[0]), typed)
    return _GRID_LINE.sub(_as_row, _LEADERS.sub(_as_label, typed))


# at a line's start an arrow is no sign of a quotation
_ARROW_BULLET = re.compile(rf"^([ \t\u00a0]{{0,20}})[{_ARROWS}](?=[ \t\u00a0])", re.MULTILINE)
# "~~Lincoln~~ Franklin", as Markdown, Slack and Teams write it
_STRUCK = re.compile(r"(?<![~\w])~~(?=\S)[^~\n]{1,200}(?<=\S)~~(?![~\w])")
# "Final approval ..... needed by December 15": dots that lead to the answer of a label
_LEADERS = re.compile(r"^(?P<label>[ ]*[A-Za-z][\w ()/'-]{2,40})(?P<dots>[ ]\.{2,})(?=[ ]+\S)", re.MULTILINE)


# "| Users      | North High, South High |": a row of a table that was typed
_GRID_LINE = re.compile(r"^[ ]*\|[^|\n]*(?:\|[^|\n]*)+\|[ ]*$", re.MULTILINE)
_INNER_BAR = re.compile(r"([ ]*)\|")


def _as_row(found: re.Match[str]) -> str:
    """The row with tabs between its cells, each right behind the words before it."""
    line = found.group()
    if not line.strip(" |-:+="):
        return " " * len(line)  # a rule between rows
    first, last = line.index("|"), line.rindex("|")
    inner = _INNER_BAR.sub(lambda m: "\t" + " " * len(m[1]), line[first + 1 : last])
    return " " * (first + 1) + inner + " " * (len(line) - last)


def _as_label(found: re.Match[str]) -> str:
    return f"{found['label']}:{' ' * (len(found['dots']) - 1)}"


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
    for block, lines in enumerate(_paragraphs(text)):
        whole = _joined(lines, block)
        at = 0
        for match in _SENTENCE_END.finditer(whole.text):
            if _goes_on(whole.text, match):
                continue
            yield from _bounded(whole, at, match.end())
            at = match.end()
        yield from _bounded(whole, at, len(whole.text))


def _joined(lines: list[tuple[int, str]], block: int) -> Piece:
    """Lines of one paragraph as one piece; the spaces around a line break count as one."""
    starts: list[tuple[int, int]] = []
    texts: list[str] = []
    at = 0
    for number, (origin, line) in enumerate(lines):
        bare = line.rstrip() if number == 0 else line.strip()
        starts.append((at, origin + (len(line) - len(line.lstrip()) if number else 0)))
        texts.append(bare)
        at += len(bare) + 1
    return Piece(" ".join(texts), tuple(starts), block)


def _bounded(whole: Piece, start: int, end: int) -> Iterator[Piece]:
    """One sentence; what is longer than any sentence is cut, so that work on a piece stays bounded."""
    while end - start > MAX_PIECE:
        cut = whole.text.rfind(" ", start + MAX_PIECE // 2, start + MAX_PIECE)
        cut = cut if cut > 0 else start + MAX_PIECE
        yield whole.part(start, cut)
        start = cut
    if whole.text[start:end].strip():
        yield whole.part(start, end)


def quote(text: str, start: int, end: int, limit: int = 200) -> str:
    """The words of the original around [start, end), on one line and at most `limit` characters."""
    if end - start > limit:
        end = start + limit
    return " ".join(text[start:end].split())


def _paragraphs(text: str) -> Iterator[list[tuple[int, str]]]:
    """Lines that belong together, each with its offset."""
    lines: list[tuple[int, str]] = []
    size = at = 0
    previous = ""
    for line in text.split("\n"):
        bare = line.rstrip()
        breaks = (
            not bare.strip()
            or "\t" in bare
            or "\t" in previous
            or len(previous) < (_SOFT_WRAP_LOWER if bare.lstrip()[:1].islower() else _SOFT_WRAP)
            or size > _MAX_PARAGRAPH
            or _LINE_START.match(bare) is not None
            or ((label := _LABEL_LINE.match(bare)) is not None and not _wrapped(previous, label.group()))
        )
        if lines and breaks:
            yield lines
            lines, size = [], 0
        if bare.strip():
            lines.append((at, line))
            size += len(line)
        previous = bare
        at += len(line) + 1
    if lines:
        yield lines


def _wrapped(previous: str, label: str) -> bool:
    """Whether what looks like a label only goes on with the line before, which its mail program broke: "... by the end
    of / next month - prices rise then", "... Ida B. Wells and Rosa / Parks are the two schools. Timing: ..."
    """
    full = len(previous) >= _FULL_LINE and not previous.endswith((".", ":", ";", "!", "?"))
    return full and (label.lstrip()[:1].islower() or _SENTENCE_IN.search(label) is not None)


def in_one_sentence(text: str, one: int, other: int) -> bool:
    """Whether no sentence and no paragraph ends between two offsets of a text."""
    one, other = sorted((one, other))
    if other - one >= _LONGEST_SENTENCE or PARAGRAPH_ENDS.search(text, one, other):
        return False
    return all(_goes_on(text, end) for end in _SENTENCE_END.finditer(text, one, other))


def _goes_on(text: str, end: re.Match[str]) -> bool:
    """Whether this full stop belongs to an abbreviation or a bullet number."""
    if text[end.start()] != "." or end.group().startswith(".."):
        return False
    before = text[max(0, end.start() - 8) : end.start()]
    if _ABBREVIATION.search(before):
        # "at Prairie View Elem. The others..." ends; "Jan. 29" and "Dr. Brooks" go on
        return not _OPENS.match(text, end.end())
    if _CUT_SHORT.search(before) and _LEVEL.match(text, end.end()):
        return True
    if end.start() < 8 and re.fullmatch(r"[ (]*\d{1,2}", text[: end.start()]):
        return True  # "1. Order form"
    if (day := _DAY_NUMBER.search(before)) and GERMAN_DAY.match(text, end.start() - len(day[0])):
        return True  # "bis zum 29. Januar"
    following = text[end.end() : end.end() + 1]
    return following.islower() and before[-1:].islower() is False
