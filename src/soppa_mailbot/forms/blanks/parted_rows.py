"""Groups of boxes that are several questions: columns under two rows of heads, and sections of a list.

"Collected: Yes | No" beside "Shared: Yes | No" asks two things of each row; "mark at least one box in each category"
asks one of each section.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.blanks.unasked import texts
from soppa_mailbot.forms.common.box_groups import box_groups
from soppa_mailbot.forms.common.geometry import center
from soppa_mailbot.forms.texts.stream import blank_stream
from soppa_mailbot.model import Box, Document, Page, Place

_LEVEL = 4.0  # points by which boxes of one row may differ
_HEADS = 60.0  # points from the lower heads up to the upper ones
_SECTIONS = 2  # of a list, at least
_EACH_SECTION = re.compile(
    r"\b(?:in|from|of|under|per|for|within)\s+(?:each|every)\s+(?:\w+\s+)?(?:categor(?:y|ies)|sections?|groups?|"
    r"headings?)\b(?!\s+(?:of|to|who|that|which)\b)",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\W*(?:none|n/?a|not applicable|nothing)\b|\bno\s+(?:\w+\s+){0,3}?(?:data|information|elements?)\b|"
    r"\bnot collected\b",
    re.IGNORECASE,
)


def with_two_heads(places: Sequence[Place], document: Document) -> list[Place]:
    """The places, rows whose answers come again parted: each run of them answers what the upper head says."""
    told: dict[str, Place] = {}
    for group, boxes in box_groups(places).items():
        size = _cycle([p.option.casefold().strip(" .:") for p in boxes])
        if not size or not _in_one_row(boxes, document):
            continue
        for number, start in enumerate(range(0, len(boxes), size), 1):
            run = boxes[start : start + size]
            head = _upper_head(run, document)
            label = f"{run[0].group_label}: {head}" if head else run[0].group_label
            told.update({p.id: replace(p, group=f"{group}.{number}", group_label=label) for p in run})
    return [told.get(p.id, p) for p in places]


def with_parted_sections(places: Sequence[Place], document: Document) -> tuple[Place, ...]:
    """The places, a list's boxes a question a section where each section is asked, or offers "None" of its own."""
    told: dict[str, Place] = {}
    said = any(_EACH_SECTION.search(text) for text in texts(document))
    for group, boxes in box_groups(places).items():
        sections: dict[str, list[Place]] = {}
        for place in boxes:
            sections.setdefault(place.section, []).append(place)
        if len(sections) < _SECTIONS or "" in sections or any(len(mine) < 2 for mine in sections.values()):
            continue
        own = all(sum(_NONE.search(p.option) is not None for p in mine) == 1 for mine in sections.values())
        if own or (said and _EACH_SECTION.search(boxes[0].group_label)):
            for number, (section, mine) in enumerate(sections.items(), 1):
                told.update({p.id: replace(p, group=f"{group}.{number}", group_label=section) for p in mine})
    return tuple(told.get(p.id, p) for p in places)


def _cycle(options: Sequence[str]) -> int:
    """How many answers come again and again: 2 for Yes, No, Yes, No; 0 where they do not."""
    for size in range(2, len(options) // 2 + 1):
        first = options[:size]
        whole = len(options) % size == 0 and len(set(first)) == size and all(first)
        if whole and all(options[n] == first[n % size] for n in range(len(options))):
            return size
    return 0


def _in_one_row(boxes: Sequence[Place], document: Document) -> bool:
    if document.pages:
        tops = [p.box[1] for p in boxes if p.box]
        return len(tops) == len(boxes) and max(tops) - min(tops) < _LEVEL and len({p.page for p in boxes}) == 1
    rows = {cell[:2] for cell in _cells(boxes, document)}
    return len(rows) == 1


def _cells(boxes: Sequence[Place], document: Document) -> list[tuple[int, int, int]]:
    known = {s.id: s.cell for s in blank_stream(document.flow).slots}
    return [cell or (-1, n, 0) for n, cell in enumerate(known.get(p.id) for p in boxes)]


def _upper_head(run: Sequence[Place], document: Document) -> str:
    """What stands over the heads of a run's columns: "Collected" over "Yes" and "No"; "" where nothing does."""
    options = {p.option.casefold().strip(" .:") for p in run}
    if not document.pages:
        return _head_in_table(_cells(run, document), options, document)
    page = next((p for p in document.pages if p.number == run[0].page), None)
    return _head_on_page([p.box for p in run if p.box], options, page) if page else ""


def _head_in_table(cells: Sequence[tuple[int, int, int]], options: set[str], document: Document) -> str:
    table, row, first = min(cells)
    last = max(column for _, _, column in cells)
    over: dict[tuple[int, int], str] = {}
    for paragraph in document.flow:
        cell = paragraph.cell
        if cell is not None and cell[0] == table and cell[1] < row and first <= cell[2] <= last:
            over[cell[1:]] = f"{over.get(cell[1:], '')} {paragraph.text()}".strip()
    for at in sorted({r for r, _ in over}, reverse=True):
        texts_of = [text for (r, _), text in sorted(over.items()) if r == at and text]
        if len(texts_of) == 1 and texts_of[0].casefold().strip(" .:") not in options and _is_words(texts_of[0]):
            return texts_of[0]
    return ""


def _is_words(text: str) -> bool:
    return any(c.isalpha() for c in text)


def _head_on_page(boxes: Sequence[Box], options: set[str], page: Page) -> str:
    """The words between the run's sides in the line over that with its answers."""
    left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
    top = min(b[1] for b in boxes)
    over = [w for w in page.words if w.box[3] <= top + 2 and left - 12 <= center(w.box)[0] <= right + 12]
    lower = [w for w in over if w.text.casefold().strip(" .:") in options]
    if not lower:
        return ""
    line = max(w.box[1] for w in lower)
    first = min(w.box[1] for w in lower if abs(w.box[1] - line) < 200)
    # of several rows of heads, the one next over the topmost of these answers
    upper = [w for w in over if w.box[3] <= first + 3 and first - w.box[1] < _HEADS]
    if not upper:
        return ""
    lowest = max(w.box[1] for w in upper)
    return " ".join(w.text for w in sorted(upper, key=lambda w: w.box[0]) if abs(w.box[1] - lowest) < 4)
