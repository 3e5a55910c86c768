"""Questions of a blank for which no place was found: what is not known to be asked cannot be found missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from textwrap import shorten

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.blanks.acroform import usable
from soppa_mailbot.forms.blanks.asking_heads import answered_below, asking_heads
from soppa_mailbot.forms.blanks.unasked_lines import unasked_lines
from soppa_mailbot.forms.blanks.unknown_cells import unknown_cells, unknown_lines
from soppa_mailbot.forms.common.geometry import center
from soppa_mailbot.forms.common.kept import Kept
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.common.words_ringed import is_ringed_word, offers
from soppa_mailbot.forms.naming.feet import ASKED, is_foot
from soppa_mailbot.forms.naming.roles import asks_signature
from soppa_mailbot.forms.pages.layout import Layout, layout_of
from soppa_mailbot.forms.texts.exclusive import says_any, says_one
from soppa_mailbot.forms.texts.stream import blank_stream
from soppa_mailbot.forms.word.spaces_below import is_ringed
from soppa_mailbot.model import Blank, Document, Place

ENOUGH = (
    3  # such questions before they count; of 120 blanks of all layouts that are learnt wholly none has more than one
)
_QUESTION = re.compile(r"[^.?!]*[^\s.?!][?](?=\W|$)")
_CAPTION = re.compile(r"(\d{1,2})\.\s+(?=[A-Z])")
_LONGEST_CAPTION = 10  # words
_STRETCH = re.compile(r"\n|\t|\s{3,}")
_SIGNATURE = re.compile(
    r"(?:\d{1,2}[.)]?\s+)?(?:(?:authori[sz]ed|the|operator|vendor|provider|company|contractor)(?:['’]s)?\s+){0,2}signature"
    r"(?:\s+of\s+\w+(?:\s+\w+){0,2})?\s*:?\s*_*",
    re.IGNORECASE,
)
_LEVEL, _BOXES_UNDER = 4.0, 60.0  # points over and under words that tell to mark, within which a box stands
_SHOWN = 80  # characters of a question
_SOME = 2  # captions of one numbering that name places
_KNOWN_BY = 4  # first or last words of a question by which it is known in a label, which may be cut
_OFFER = re.compile(r"\bquestions\b|\bneed help\b|\bhave you (?:attached|enclosed|included)\b", re.IGNORECASE)


def unasked(document: Document, places: Sequence[Place]) -> tuple[str, ...]:
    """The questions and numbered captions that stand in no place's label, in order.

    A form of fields says by its fields what it asks.
    """
    if usable(document.fields):
        return ()
    labels = [
        " ".join(norms(text))
        for place in places
        for text in (place.label, place.group_label, place.title, place.printed)
    ]
    out = []
    for question in _questions(document):
        words = norms(question)
        first, last = " ".join(words[:_KNOWN_BY]), " ".join(words[-_KNOWN_BY:])
        if len(words) >= _KNOWN_BY and not any(first in label or last in label for label in labels):
            out.append(question)
    if out and not document.pages:
        heads = [" ".join(text.split()) for text in asking_heads(document, places, out)]
        out = [question for question in out if not any(question in head for head in heads)]
    if out and document.pages and answered_below(document, places, out):
        out = []
    return tuple(dict.fromkeys([*out, *_captions(document, labels), *unasked_lines(document, labels)]))


def _captions(document: Document, labels: Sequence[str]) -> list[str]:
    """Numbered captions of a Word form's cells that name no place, where others of the same numbering do."""
    told = {p.text().strip() for p in document.flow if p.cell is not None and p.part == "body"}
    told -= set(_beside_tables(document))
    captions = [t for t in told if _CAPTION.match(t) and len(t.split()) <= _LONGEST_CAPTION and "?" not in t]
    known = [t for t in captions if any(" ".join(norms(t)) in label for label in labels)]
    if len(known) < _SOME:
        return []
    last = max(_number(t) for t in known)  # what comes behind may number the sections that follow
    return sorted((t for t in captions if t not in known and _number(t) < last), key=_number)


def _number(caption: str) -> int:
    match = _CAPTION.match(caption)
    return int(match[1]) if match else 0


def unseen_boxes(document: Document, places: Sequence[Place]) -> str:
    """A line of a scanned page that tells to mark one or all, and at and under which no box is known: round ones are
    not seen in pictures."""
    for page in document.pages:
        boxes = [p.box for p in places if p.kind == "check" and p.page == page.number and p.box]
        for row in rows(page.words) if page.origin == "ocr" else ():
            text, top, bottom = " ".join(w.text for w in row), row[0].box[1], row[0].box[3]
            asks = says_one(text) or says_any(text)
            if asks and not any(top - _LEVEL <= center(b)[1] <= bottom + _BOXES_UNDER for b in boxes):
                return text
    return ""


def gap_in(blank: Blank) -> str:
    """Why a copy of a blank is not called complete though all known places are filled; "" where nothing is lacking."""
    return _gap_in(blank)


def _gap(blank: Blank) -> str:
    lacking = unasked(blank.document, blank.places)
    if len(lacking) >= ENOUGH:
        return f'{len(lacking)} questions of the blank have no place that is known, "{lacking[0][-80:]}" first'
    if ringed := asked_by_rings(blank.document, blank.places):
        return f'a question is answered by a ring around a printed word, which is not read: "{ringed}"'
    if (foot := asked_in_footer(blank.document)) and not any(is_foot(p) for p in blank.places):
        return f'the head or foot of the form\'s pages asks for something that is not read there: "{foot}"'
    if signed := unknown_signature(blank.document, blank.places):
        return f'the form asks for "{signed}", and no place to sign in is known'
    if lines := unknown_lines(blank.document, blank.places):
        return f"lines to write on that are no place that is known: {lines}"
    if boxes := unseen_boxes(blank.document, blank.places):
        return f'no boxes were found for what a scanned page asks to mark: "{boxes[-80:]}"'
    cells = unknown_cells(blank.document, blank.places)
    return f"empty cells of the blank's tables that are no place that is known: {cells}" if cells else ""


_gap_in = Kept(_gap, 16)


def asked_by_rings(document: Document, places: Sequence[Place]) -> str:
    """The first question that is answered by a ring and whose answers are no places: "(circle one)  Yes   No"."""
    if usable(document.fields):
        return ""
    known = {norms(p.group_label)[-_KNOWN_BY:] for p in places if is_ringed_word(p.id)}
    for text in texts(document):
        for line in text.splitlines():
            if not is_ringed(line):
                continue
            found = offers(line)
            if found is None or norms(found.question)[-_KNOWN_BY:] not in known:
                return shorten(line, _SHOWN, placeholder=" ...")
    return ""


def unknown_signature(document: Document, places: Sequence[Place]) -> str:
    """The words that ask for a signature in a form of which no place to sign in was found; "" where one was."""
    if usable(document.fields) or any(p.signs or asks_signature(p.label) or asks_signature(p.printed) for p in places):
        return ""
    said = (line.strip() for text in texts(document) for line in _STRETCH.split(text))
    return next((line for line in said if _SIGNATURE.fullmatch(line)), "")


def asked_in_footer(document: Document) -> str:
    """What a header or footer of a Word form asks to be filled in on every page: "Vendor initials: ____"."""
    for paragraph in document.flow:
        text = " ".join(paragraph.text().split())
        if paragraph.part in ("header", "footer") and ASKED.search(text):
            return shorten(text, _SHOWN, placeholder=" ...")
    return ""


def _questions(document: Document) -> Iterator[str]:
    over = set() if document.pages else set(_over_tables(document))
    for text in texts(document):
        if text in over:
            continue
        for match in _QUESTION.finditer(text):
            question = " ".join(match.group().split())
            if not is_offer(question):
                yield question


def _over_tables(document: Document) -> Iterator[str]:
    """Paragraphs over a table to fill in: "Whom may we contact?", and its rows ask for name, telephone and e-mail."""
    tables = {s.cell[0] for s in blank_stream(document.flow).slots if s.cell is not None}
    for paragraph, following in pairwise(p for p in document.flow if p.part not in ("header", "footer", "note")):
        if paragraph.cell is None and following.cell is not None and following.cell[0] in tables:
            yield paragraph.text()


def _beside_tables(document: Document) -> Iterator[str]:
    """Cells before one that holds a table of its own to fill in: "14. Who uses it | [Grades | Students | Staff]"."""
    filled_in = {s.cell[0] for s in blank_stream(document.flow).slots if s.cell is not None}
    written = [(p.cell, p.text().strip()) for p in document.flow if p.cell is not None]
    last = {cell[0]: n for n, (cell, _) in enumerate(written)}
    said = [(n, cell[0], text) for n, (cell, text) in enumerate(written) if text]
    for (_, table, text), (n, inner, _) in pairwise(said):
        if inner != table and inner in filled_in and last[table] > n:
            yield text


def is_offer(question: str) -> bool:
    """Whether a question is none of the form's: "Do you have questions? Call us."."""
    return _OFFER.search(question) is not None


def texts(document: Document) -> Iterable[str]:
    """What a form says, cell by cell or paragraph by paragraph, without the heads and feet of its pages."""
    if not document.pages:
        answered = {s.cell[:2] for s in blank_stream(document.flow).slots if s.cell is not None}
        kept = (p for p in document.flow if p.part not in ("header", "footer", "note"))
        return [p.text() for p in kept if p.cell is None or p.cell[:2] not in answered]
    return [text for page in document.pages for text in _cell_by_cell(layout_of(page))]


def _cell_by_cell(layout: Layout) -> Iterator[str]:
    """The text of each cell, and what stands in none: questions beside each other are not mingled."""
    yield from (layout.cell_text(i) for i in range(len(layout.cells)))
    outside = [w for w in layout.page.words if layout.index.at(center(w.box)) is None]
    yield "\n".join(" ".join(w.text for w in row) for row in rows(outside))
