"""Schedules of data: rows of kinds, each with boxes of its own, of which those are checked that apply.

"Check each element used by the service" over a table makes one question of all its boxes: a service that knows nothing
of parents leaves their row empty. The Standard Schedule of Data of the Student Data Privacy Consortium's agreements
(NDPA, Exhibit B) is such a table.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.box_groups import box_groups
from soppa_mailbot.forms.common.choice_words import CHOICE, STATEMENT
from soppa_mailbot.forms.common.geometry import center, gap
from soppa_mailbot.forms.common.lines import Piece, lines
from soppa_mailbot.forms.common.sentences import begin_of, sentence_of
from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.pages.matrices import are_states
from soppa_mailbot.forms.texts.stream import blank_stream
from soppa_mailbot.model import Box, Document, Page, Paragraph, Place

_ROWS = 3  # kinds, at least
_LONGEST = 9  # words of a kind
_ABOVE = 120.0  # points over the first box in which it is said what to check
_BEFORE = 6  # paragraphs before it in a Word file
_SLACK = 12  # points by which boxes of one column may begin apart
_HEAD = 26.0  # points up and aside from a column's first box to its head
# "Check at least one in each column."
_EACH_COLUMN = re.compile(r"\b(?:in|from|of|under|per|for)\s+(?:each|every)\s+(?:column|list|heading)\b", re.I)
_LABEL = 90  # letters of the question that the boxes get
_MARK = r"(?:check(?:ed|ing)?|mark(?:ed)?|tick(?:ed)?|select(?:ed)?|indicate|identify|place an? x|put an? x|choose|x)"
_THOSE = (
    r"(?:appl(?:y|ies|icable)|used|uses|collect\w*|receiv\w*|process\w*|stor(?:e|es|ed)|need(?:s|ed)|shared?|obtain\w*|"
    r"elements?|items?|types?|kinds?|data\b|boxes|fields?|categor(?:y|ies))"
)
_SAID = re.compile(
    rf"\b{_MARK}\b[^.;?]{{0,50}}?\b(?:each|every|all|any|those|the|if|what|whatever)\b[^.;?]{{0,60}}?\b{_THOSE}", re.I
)
# "check one box in each row": then every row is asked
_EVERY_ROW = re.compile(
    r"\b(?:in|for|on|of|per|under|from)\s+(?:each|every)\b|\bat least one\b[^.;]{0,40}\b(?:each|every|per)\b|"
    r"\bone\s+(?:box|answer|option)\b|"
    r"\b(?:each|every)\s+(?:row|line|category|section|question)\b[^.;]{0,30}\b(?:must|needs?|has to|requires?|"
    r"should)\b|"
    r"\bwhether\b",
    re.I,
)
# "check each kind of data that is collected": rows may stay empty, though all have the same boxes
_OF_KINDS = re.compile(
    r"\b(?:each|every|any|those|only(?: the)?)\s+(?:\w+\s+){0,2}?(?:kinds?|elements?|types?|items?|"
    r"categor(?:y|ies)|data)\b",
    re.I,
)
# "Leave a row empty if the element is not collected."
_MAY_BE_EMPTY = re.compile(
    r"(?P<noun>\bleave\b[^.;]{0,40}\b(?:rows?|lines?|elements?|box(?:es)?|it|them|those|others?|rest)\b)[^.;]{0,30}"
    r"\b(?:empty|blank|unmarked|unchecked)\b|"
    r"(?P<verb>\bleave\s+(?:empty|blank|unmarked|unchecked)\b)[^.;]{0,60}\bnot\b|"
    r"(?P<row>\b(?:rows?|lines?)\b)[^.;]{0,60}\b(?:may|can) (?:be left|stay|remain) "
    r"(?:empty|blank|unmarked|unchecked)\b",
    re.I,
)
_FORBIDDEN = re.compile(r"\b(?:not|never|no|none|neither|without|cannot)\b|n[’']t\b", re.I)  # "Leave no row empty."
_SAYS_NO = re.compile(r"(?:yes|no|not|never|none|n/?a|neither|both|unknown|does not|meets|exceeds)\b", re.I)
# what stands over a column of boxes and is no question: "Check", "Mark here", "X if collected"
_HEAD_ONLY = re.compile(
    rf"{_MARK}(?: (?:here|box|one|if (?:yes|so|applicable|it applies|(?:it is )?(?:collected|used|received|stored))))?",
    re.I,
)
# a row that can be answered with "None" is a question of its own; "None of the above" in the last one is said of all
_OF_ALL = re.compile(
    r"none\b\W{0,3}no (?:student |covered |personal )?(?:data|information)\b|"
    r"none of (?:(?:the|these|those) )?(?:above|elements?|data elements?|categories|kinds)\b",
    re.I,
)
# heads that each say by themselves what is done with a kind of data; a row without any is not collected
_IS_STATE = re.compile(
    r"(?:data )?(?:collected|received|stored|shared|disclosed|used|created|generated|sent|transferred)\b"
    r"(?: (?:by|with|to) .{1,40})?",
    re.I,
)
_ANSWERS = re.compile(r"(?:yes|no|none|nothing|n/?a|not (?:applicable|collected|used|shared)|true|false)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Form:
    pages: Sequence[Page]
    flow: Sequence[Paragraph]
    slots: Sequence[Slot]  # of a Word file


def with_schedules(places: Sequence[Place], document: Document) -> tuple[Place, ...]:
    """The places, the boxes of a schedule in one group named by what is said over them."""
    slots = () if document.pages else blank_stream(document.flow).slots
    form = _Form(document.pages, document.flow, slots)
    told: dict[str, Place] = {}
    for run in _runs(places, form):
        said = _said(form, run, places) if len(run) >= _ROWS else ""
        if said:
            group = f"schedule of {run[0][0].group}"
            told.update({p.id: replace(p, group=group, group_label=said) for boxes in run for p in boxes})
    return _by_columns(tuple(told.get(p.id, p) for p in places), form)


def _by_columns(places: tuple[Place, ...], form: _Form) -> tuple[Place, ...]:
    """The places, the boxes of a list in columns as a question a column, where the form asks for each of them."""
    groups = box_groups(p for p in places if p.required)
    told: dict[str, Place] = {}
    for group, boxes in groups.items():
        columns = _columns(form, boxes)
        if len(columns) < 2 or any(len(mine) < 2 for mine in columns):
            continue
        if not _EACH_COLUMN.search(_over(form, boxes, _without(places, boxes))):
            continue
        for n, mine in enumerate(columns, 1):
            head = _head(form, mine[0]) or f"{boxes[0].group_label}, column {n}"
            told.update({p.id: replace(p, group=f"{group}.{n}", group_label=head) for p in mine})
    return tuple(told.get(p.id, p) for p in places)


def _without(places: Sequence[Place], boxes: Sequence[Place]) -> list[Place]:
    own = {p.id for p in boxes}
    return [p for p in places if p.id not in own]


def _columns(form: _Form, boxes: Sequence[Place]) -> list[list[Place]]:
    """The boxes by the column that they stand in, from the left."""
    cells = {s.id: s.cell[2] for s in form.slots if s.cell}
    out: dict[int, list[Place]] = {}
    for place in boxes:
        at = cells.get(place.id, -1) if place.box is None else round(place.box[0])
        out.setdefault(next((x for x in out if abs(x - at) <= (_SLACK if place.box else 0)), at), []).append(place)
    return [out[x] for x in sorted(out)]


def _head(form: _Form, first: Place) -> str:
    """What stands over a column's first box: the cell above in Word, the line above on a page."""
    if not form.pages:
        slot = next((s for s in form.slots if s.id == first.id), None)
        above = (slot.cell[0], slot.cell[1] - 1, slot.cell[2]) if slot is not None and slot.cell else None
        return " ".join(p.text().strip() for p in form.flow if above and p.cell == above)
    page = next((p for p in form.pages if p.number == first.page), None)
    if page is None or first.box is None:
        return ""
    left, top = first.box[:2]
    over = [
        p for line in lines(page.words) for p in line if 0 <= top - p.box[3] < _HEAD and abs(p.box[0] - left) < _HEAD
    ]
    return max(over, key=lambda p: p.box[3]).text if over else ""


def _runs(places: Sequence[Place], form: _Form) -> Iterator[list[list[Place]]]:
    """Rows of kinds with nothing else that is asked between them, and no words that say anew what to check."""
    run: list[list[Place]] = []
    seen: set[str] = set()
    for place in places:
        if place.kind != "check" or not place.group:
            if place.required:
                yield run
                run = []
            continue
        if place.group in seen:
            continue
        seen.add(place.group)
        boxes = [p for p in places if p.group == place.group]
        if not any(p.required for p in boxes):
            continue
        if _is_kind(boxes, last=bool(run)):
            others = _without(places, boxes)
            known = _known_over(form, run, boxes, places) if run else ()
            if run and len(boxes) > 1 and CHOICE.search(_over(form, boxes, others, known)):
                yield run
                run = []
            run.append(boxes)
        else:
            yield run
            run = []
    yield run


def _known_over(
    form: _Form, run: Sequence[Sequence[Place]], boxes: Sequence[Place], places: Sequence[Place]
) -> list[Box]:
    """The lines over the first row of a schedule that reach over its next column too: they say nothing anew there."""
    first, here = run[0][0].box, boxes[0].box
    if len(run) < _ROWS or first is None or here is None or run[0][0].page != boxes[0].page:
        return []
    known = [p.box for p in _lines_over(form, run[0], _without(places, run[0])) if gap(p.box, first)[0] == 0]
    return known if any(gap(box, here)[0] == 0 for box in known) else []


def _is_kind(boxes: Sequence[Place], *, last: bool) -> bool:
    """Whether boxes stand beside a kind of things, not below a question of their own.

    `last`: others stand over them; then one of them may say of all that there is nothing.
    """
    label = boxes[0].group_label.strip()
    asks = "?" in label or (CHOICE.search(label) and not _HEAD_ONLY.fullmatch(label))
    if asks or any(p.role or p.party == "district" for p in boxes):
        return False
    said = [p for p in boxes if _ANSWERS.match(p.option)]
    of_all = last and len(said) == 1 and _OF_ALL.match(said[0].option) is not None
    answers = len(boxes) > 1 and bool(said) and not of_all  # alone it is the schedule's "None"
    if len(label.split()) > _LONGEST or answers or any(STATEMENT.match(p.option) for p in boxes):
        return False
    return bool(label)


def _said(form: _Form, run: Sequence[Sequence[Place]], places: Sequence[Place]) -> str:
    """What is said over the rows of what to check, where that is one thing for all of them; else ""."""
    options = [frozenset(p.option.casefold() for p in boxes) for boxes in run]
    alike = len(set(options)) < len(options)
    own = {p.id for boxes in run for p in boxes}
    text = _over(form, run[0], [p for p in places if p.id not in own])
    if free := next(filter(_is_allowed, _MAY_BE_EMPTY.finditer(text)), None):
        return sentence_of(next(_SAID.finditer(text), free))[:_LABEL].strip(" :.,;")
    states = alike and len(set(options)) == 1 and len(options[0]) > 1 and all(map(_IS_STATE.fullmatch, options[0]))
    if states and not _EVERY_ROW.search(text):
        return f"{run[0][0].section or 'Data'}: {' / '.join(p.option for p in run[0])}"
    if alike and not _are_states(options):
        return ""  # the same answers in every row: a question each
    found = [m for m in _SAID.finditer(text) if not alike or _OF_KINDS.search(m[0])]
    if not found or any(_EVERY_ROW.search(sentence_of(m)) for m in found):
        return ""
    return sentence_of(found[-1])[:_LABEL].strip(" :.,;")


def _table(form: _Form, at: int) -> int | None:
    """The number of the table that a paragraph of a Word file stands in."""
    cell = form.flow[at].cell if at < len(form.flow) else None
    return cell[0] if cell else None


def _is_allowed(free: re.Match[str]) -> bool:
    """Whether a sentence lets rows be left empty, and does not forbid it: "Do not leave any row blank"."""
    said = free.string[begin_of(free.string, free.start()) : free.end(str(free.lastgroup))]
    return _FORBIDDEN.search(said) is None


def _are_states(options: Sequence[frozenset[str]]) -> bool:
    """Whether all rows are marked under the same heads, none of which says no: "Collected | Shared"."""
    heads = sorted(options[0])
    return len(set(options)) == 1 and are_states(heads) and not any(_SAYS_NO.match(h) for h in heads)


def _over(form: _Form, first: Sequence[Place], others: Sequence[Place], known: Collection[Box] = ()) -> str:
    """The words over the first row, no further up than the place before, line by line; without lines `known` before."""
    if not form.pages:
        mine, theirs = ({p.id for p in some} for some in (first, others))
        at = min((s.paragraph for s in form.slots if s.id in mine), default=0)
        before = [s.paragraph + 1 for s in form.slots if s.paragraph < at and s.id in theirs]
        table = _table(form, at)
        head = next((n for n, p in enumerate(form.flow) if p.cell and p.cell[0] == table), at)  # its first cell
        return "\n".join(p.text() for p in form.flow[max([head - _BEFORE, *before, 0]) : at])
    return "\n".join(line.text for line in _lines_over(form, first, others) if line.box not in known)


def _lines_over(form: _Form, first: Sequence[Place], others: Sequence[Place]) -> list[Piece]:
    """The same of a page."""
    page = next((p for p in form.pages if p.number == first[0].page), None)
    boxes = [p.box for p in first if p.box is not None]
    if page is None or not boxes:
        return []
    top = min(b[1] for b in boxes)
    upper = max([p.box[3] for p in others if p.page == page.number and p.box and p.box[3] <= top] + [top - _ABOVE])
    words = [w for w in page.words if upper - 2 <= center(w.box)[1] < top]
    return [piece for line in lines(words) for piece in line]
