"""What a Word form asks for in the head or foot of its pages: "Vendor initials: ______".

Word keeps such a line once and prints it on every page. A copy in Word is read there; one that was printed to PDF on
each of its pages, all of which must say it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.margins import in_margin
from soppa_mailbot.forms.common.tokens import IMAGE, pieces
from soppa_mailbot.forms.common.values import is_answer
from soppa_mailbot.forms.naming.party import label_party, said_party
from soppa_mailbot.model import Document, Page, Paragraph, Place, PlaceReading

ASKED = re.compile(r"\b(?!district|school|board|lea\b)\w+(?:['’]s)? initials?\W*_{3,}", re.IGNORECASE)
_FOOT = "foot:line"
_INITIALS = re.compile(r"(?:[A-Za-z]\.?[ -]?){1,5}")
_APOSTROPHE = re.compile(r"['’ʼ`]")
_LABEL = 4  # words before a line that name it
_AROUND = 3  # words on either side by which a line is found in a copy
_SHARE = 0.13  # of a page's height, in which Word prints its heads and feet
_LONGEST = 40  # characters of initials, and of a date beside them


@dataclass(frozen=True, slots=True)
class _Line:
    label: str
    pattern: re.Pattern[str]  # finds its answer in the line's text


def is_foot(place: Place) -> bool:
    """Whether a place stands in the head or foot of a Word form's pages."""
    return place.id.startswith(_FOOT)


def foot_places(document: Document) -> list[Place]:
    """The lines to fill in heads and feet of a Word form, where one of them asks for the operator's initials."""
    found = _lines(document)
    return [
        Place(f"{_FOOT}{n}", "text", line.label, required=True, party=_party(line.label))
        for n, line in enumerate(found, 1)
    ]


def _party(label: str) -> str:
    """Whose a line is: "District initials", and "LEA" alone beside "Vendor initials"."""
    return "district" if "district" in (label_party(label), said_party(label)) else "operator"


def foot_readings(
    blank: Document, paper: Document, pages: Sequence[int], places: Sequence[Place]
) -> list[PlaceReading]:
    """What a copy says in those places: in its own heads and feet, or at the top or bottom of each of the pages."""
    known = {p.id: p for p in places if is_foot(p)}
    if not known:
        return []
    texts = [_margins(p) for p in paper.pages if p.number in pages] if pages else [_heads(paper.flow)]
    return [
        _reading(known[f"{_FOOT}{n}"], line, texts) for n, line in enumerate(_lines(blank), 1) if f"{_FOOT}{n}" in known
    ]


def _reading(place: Place, line: _Line, texts: Sequence[list[str]]) -> PlaceReading:
    said = [next((m[1] for t in margin if (m := line.pattern.search(t))), None) for margin in texts]
    found = [s for s in said if s is not None]
    values = [_value(s) for s in found]
    if any(v and not _fits(place, v, s) for v, s in zip(values, found, strict=True)):
        return PlaceReading(place, "doubtful", values[0], why="what stands there may be something else")
    if not found or len(found) < len(said) or any(IMAGE in s for s in found):
        return PlaceReading(place, "doubtful", why="the head or foot of a page is not as in the blank")
    if all(values):
        return PlaceReading(place, "filled", values[0], ("text",), why="in the head or foot of each page")
    if any(values):
        return PlaceReading(place, "doubtful", why="filled in on some of the pages")
    return PlaceReading(place, "empty", why="nothing on its line in the head or foot of the pages")


def _fits(place: Place, value: str, said: str) -> bool:
    """Whether what stands behind a label may be its answer: a few letters for initials, not behind its whole line."""
    behind_line = re.match(r"\s*_{4,}\s*\w", said) is not None
    return not behind_line and ("initial" not in place.label.casefold() or _INITIALS.fullmatch(value) is not None)


def _value(said: str) -> str:
    text = re.sub(r"_{2,}", " ", said).strip(" \t_.:;|·")
    return text if is_answer(text) else ""


def _heads(flow: Sequence[Paragraph]) -> list[str]:
    return [_plain(p) for p in flow if p.part in ("header", "footer")]


def _plain(paragraph: Paragraph) -> str:
    return "".join(IMAGE if r.image else r.text for r in paragraph.runs)


def _margins(page: Page) -> list[str]:
    """The lines at the top and bottom of a page; one over which something is drawn has a picture."""
    near = [w for w in page.words if in_margin(page, w.box, _SHARE)]
    drawn = [m.box for m in page.marks if m.annotation or m.kind == "image"]
    out = []
    for row in rows(near):
        top, bottom = min(w.box[1] for w in row), max(w.box[3] for w in row)
        over = any(b[1] < bottom and b[3] > top for b in drawn)
        out.append(" ".join(w.text for w in row) + (IMAGE if over else ""))
    return out


def _lines(document: Document) -> list[_Line]:
    """The lines to fill in the heads and feet of a Word form; none where nobody asks for initials there."""
    if document.pages:
        return []
    asking = [t for t in _heads(document.flow) if ASKED.search(" ".join(t.split()))]
    return [line for text in asking[:1] for line in _of_text(text)]


def _of_text(text: str) -> Iterator[_Line]:
    lines = [(start, end) for kind, _, start, end in pieces(text) if kind == "line"]
    for at, (start, end) in enumerate(lines):
        before = text[lines[at - 1][1] if at else 0 : start]
        after = text[end : lines[at + 1][0] if at + 1 < len(lines) else len(text)]
        stretch = re.split(r"\t|\s{3,}|[|·]", before.rstrip(" :\t"))[-1]
        label = " ".join(stretch.split()[-_LABEL:]).strip(" :,")
        left, right = _spelled(before)[-_AROUND:], _spelled(after)[:_AROUND]
        if not left:
            continue
        behind = r"\W*?" + _words(right) if right else r"\W*$"
        yield _Line(label, re.compile(_words(left) + rf"\W*?[\s:_]([^\n]{{0,{_LONGEST}}}?)" + behind, re.IGNORECASE))


def _spelled(text: str) -> list[str]:
    return [text[start:end] for kind, _, start, end in pieces(text) if kind == "word"]


def _words(words: Sequence[str]) -> str:
    """A pattern for words in their order; a number may be that of another page, an apostrophe of another shape."""
    return r"[\W_]+".join(r"\d+" if w.isdigit() else _APOSTROPHE.sub("['’ʼ`]?", re.escape(w)) for w in words)
