"""Rows of a table that ask first whether there is anything to say: "Data element | Collected? (Y/N) | Purpose".

Where a row is answered No, its further cells are not asked for. Two questions side by side ("Encrypted? | Backed up?")
are none of each other's, what is to be explained of a No is asked for by it, and a form that wants each cell filled in,
or says what to write into those, gets what it asks for. What is not shared or stored may be collected all the same: No
to that spares what is said of it alone ("Shared? | With whom | Purpose").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import takewhile

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.conditions import CHECKED, NO, YES, asks_if, meanings
from soppa_mailbot.forms.common.geometry import center, same_row
from soppa_mailbot.forms.common.signer import is_of_signer
from soppa_mailbot.forms.naming.naming import key_of
from soppa_mailbot.model import Box, Document, Place

_SAID = (
    r"(?:collected|used|in\suse|received|stored|shared|kept|held|processed|applies|applicable|included|"
    r"carried|offered|available|provided|disclosed|sold)"
)
_YES_NO = r"(?:\(?\s?y(?:es)?\s?(?:/|or|\W)\s?no?\s?\)?)"
# "Collected?", "Is it used? (Y/N)", "Check if in use", "Applies (yes/no)"
_ASKS_FIRST = re.compile(
    rf"(?:(?!(?:not|never|no|without)\b)\S+\s){{0,4}}?{_SAID}\s?(?:\?\s?{_YES_NO}?|{_YES_NO})", re.IGNORECASE
)
_IF_SO = re.compile(
    rf"(?:check|tick|mark|x)\s(?:(?:here|box)\s)?(?:if|when|where)\s(?:\w+\s)?{_SAID}\W*", re.IGNORECASE
)
_BARE = re.compile(rf"{_SAID}\W*", re.IGNORECASE)
_ENDS_BARE = re.compile(rf"\b{_SAID}[^\w?]*$", re.IGNORECASE)
# questions of one side of a thing, each with what hangs on it
_OF_ONE_SIDE = (
    (
        re.compile(r"\b(?:shared|disclosed|sold)\b", re.IGNORECASE),
        re.compile(
            r"\b(?:whom|who|recipients?|receivers?|third[ -]part\w+|shar\w+|disclos\w+|s[eo]ld|buyers?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"\b(?:stored|kept|held)\b", re.IGNORECASE),
        re.compile(
            r"\b(?:where|locations?|countr\w+|regions?|retention|retained|how long|periods?|delet\w+|stor\w+|kept|held|"
            r"host(?:s|ed)?|encrypt\w+)\b",
            re.IGNORECASE,
        ),
    ),
)
# asked for of a row answered No as well
_OF_NO = re.compile(
    r"\b(?:explain\w*|explanation|reasons?|justif\w+|rationale|why|if no|if not|alternatives?|instead|"
    r"work-?arounds?|remed\w+|mitigat\w+|compensating|plans?|planned|target|expected|estimated|roadmap|eta|additional|"
    r"extra|n/a|none|not applicable|initials?|sign\w*)\b|\?",
    re.IGNORECASE,
)
_EACH_CELL = re.compile(
    r"\b(?:every|each|all)\s(?:\w+\s){0,2}(?:cells?|columns?|fields?|blanks?)\b(?!\s(?:that|which)\sappl)|\b(?:empty|blank|unfilled)\s(?:cells?|boxes|fields?|rows?)\b|"
    r"\b(?:cells?|boxes|fields?|rows?|columns?)\s(?:(?:is|are|be|left)\s){0,2}(?:empty|blank)\b|"
    r"\b(?:no|not\sleave|n['’]t\sleave|never\sleave)\s(?:\w+\s){0,2}(?:cells?|blanks?|columns?)\b|"
    r"\b(?:put|enter|write|type|use|mark|gets?|with|insert)\b[^.;]{0,30}\b(?:n/a|none|not\sapplicable|dash(?:es)?|nothing)",
    re.IGNORECASE,
)
_ROWS = 2  # of a table, at least
_COLUMN = 8.0  # points by which what stands in one column may begin apart
_HEAD = 40.0  # points over the topmost box in which the head of its column stands
_WIDE = 30.0  # points that such a head reaches beyond its box, on each side
_CELL = re.compile(r"t(\d+)r(\d+)c(\d+)")
_PARAGRAPH = re.compile(r"p(\d+):")


def asked_if(places: Sequence[Place], document: Document) -> dict[str, tuple[tuple[str, ...], str]]:
    """Cells that hang on the first answer of their row, by id: (ids of questions, the answer that asks for it)."""
    if _EACH_CELL.search(document.text()):
        return {}
    table = _Table(places, document)
    out = {}
    for place in places:
        if place.kind not in ("text", "date", "choice") or place.role or place.party == "district":
            continue
        before = [g for g in table.gates if table.in_row(g, place) and table.index(g) < table.index(place)]
        heads = [h for g in before if (h := table.further_head(place, g))]
        if before and len(heads) == len(before) and len({table.answers[g.id] for g in before}) == 1:
            out[place.id] = tuple(g.id for g in before), table.answers[before[0].id]
    return out


def ends_bare(label: str) -> bool:
    """Whether a label ends with what is said of a row, and not as a question: "Home address: collected"."""
    return _ENDS_BARE.search(label) is not None


class _Table:
    """The places of a blank by their rows, and what begins a row with such a question."""

    def __init__(self, places: Sequence[Place], document: Document) -> None:
        self.document = document
        self.at = {p.id: n for n, p in enumerate(places)}
        self.groups: dict[str, list[Place]] = {}
        for place in places:
            self.groups.setdefault(key_of(place), []).append(place)
        self.rows: dict[str, str] = {}  # first place of such a question -> what its row is called
        self.answers: dict[str, str] = {}
        self.asked: dict[str, str] = {}  # what the question says
        self.gates: list[Place] = []
        for column in self._columns(places):
            self._add(column)

    def index(self, place: Place) -> int:
        return self.at[place.id]

    def in_row(self, one: Place, other: Place) -> bool:
        cells = self._cell(one), self._cell(other)
        if cells[0] and cells[1]:
            return cells[0][:2] == cells[1][:2]
        return bool(one.box and other.box) and one.page == other.page and same_row(one.box, other.box)  # type: ignore[arg-type]

    def further_head(self, place: Place, gate: Place) -> str:
        """What a further cell of a row asks for, without the row's name; "" where it hangs on no answer of the row."""
        row = self.rows[gate.id]
        if not row or not re.match(rf"{re.escape(row)}[ :]", place.label, re.IGNORECASE):
            return ""
        head = place.label[len(row) :].strip(" :")
        if any(one.search(self.asked[gate.id]) and not of_it.search(head) for one, of_it in _OF_ONE_SIDE):
            return ""
        return "" if _OF_NO.search(head) or asks_if(head) or _BARE.fullmatch(head) or is_of_signer(head) else head

    def _columns(self, places: Sequence[Place]) -> Iterator[list[Place]]:
        """The first places of questions that stand one over the other."""
        left = [p for p in places if self.groups[key_of(p)][0] is p or self._is_one_box(p)]
        left = [p for p in left if p.party != "district" and not p.signs]
        while left:
            first, *others = left
            column = [first, *(p for p in others if p.kind == first.kind and self._same_column(p, first))]
            taken = {p.id for p in column}
            left = [p for p in others if p.id not in taken]
            if len(column) >= _ROWS:
                yield column

    def _same_column(self, one: Place, other: Place) -> bool:
        cells = self._cell(one), self._cell(other)
        if cells[0] and cells[1]:
            return cells[0][0] == cells[1][0] and cells[0][2] == cells[1][2]
        return bool(one.box and other.box and one.page == other.page and abs(one.box[0] - other.box[0]) < _COLUMN)

    def _add(self, column: Sequence[Place]) -> None:
        if column[0].kind == "check":
            head = self._head_over(column)
            for place in column:
                self._add_box(place, head)
            return
        head = _common_end([p.label for p in column])
        for place in column:
            offers = {YES, NO} <= set(meanings(place.choices)) if place.choices else False
            if head and (_ASKS_FIRST.fullmatch(head) or (offers and _BARE.fullmatch(head))):
                self._put(place, place.label[: len(place.label) - len(head)].strip(" :,–-"), head, YES)

    def _add_box(self, place: Place, head: str) -> None:
        heads = (head, place.group_label)  # of one box in each row the head is all that there is of a question
        if not any(p.fullmatch(h) for p in (_ASKS_FIRST, _IF_SO, _BARE) for h in heads):
            return
        options = [p.option for p in self.groups[key_of(place)]]
        if self._is_one_box(place):
            self._put(place, place.option, " ".join(heads), CHECKED)
        elif {YES, NO} <= set(meanings(options)):
            self._put(place, place.group_label, " ".join(heads), YES)

    def _put(self, place: Place, row: str, asked: str, answer: str) -> None:
        self.gates.append(place)
        self.asked[place.id] = asked
        self.rows[place.id], self.answers[place.id] = row.strip(" :"), answer

    def _head_over(self, column: Sequence[Place]) -> str:
        """What stands over a column of boxes."""
        cell = self._cell(column[0])
        if cell is not None:
            over = [p.text() for p in self.document.flow if p.cell and p.cell[0] == cell[0] and p.cell[2] == cell[2]]
            return " ".join(over[0].split()) if over else ""
        boxes = [p.box for p in column if p.box]
        page = next((p for p in self.document.pages if p.number == column[0].page), None)
        if not boxes or page is None:
            return ""
        top: Box = min(boxes, key=lambda b: b[1])
        said = [w for w in page.words if top[1] - _HEAD < w.box[3] <= top[1] and top[0] - _WIDE < center(w.box)[0]]
        said = [w for w in said if center(w.box)[0] < top[2] + _WIDE]
        return " ".join(w.text for w in sorted(said, key=lambda w: (round(center(w.box)[1] / 6), w.box[0])))

    def _is_one_box(self, place: Place) -> bool:
        """Whether a box has its row for its words: one of a column of boxes."""
        return place.kind == "check" and not {YES, NO} & set(meanings([p.option for p in self.groups[key_of(place)]]))

    def _cell(self, place: Place) -> tuple[int, int, int] | None:
        if found := _CELL.fullmatch(place.id):
            return int(found[1]), int(found[2]), int(found[3])
        inside = None if self.document.pages else _PARAGRAPH.match(place.id)
        return self.document.flow[int(inside[1])].cell if inside and int(inside[1]) < len(self.document.flow) else None


def _common_end(labels: Sequence[str]) -> str:
    """The words with which all of several labels end: the head of their column."""
    backwards = [label.split()[::-1] for label in labels]

    def shared(one: list[str], other: list[str]) -> list[str]:
        return [a for a, b in takewhile(lambda p: p[0].casefold() == p[1].casefold(), zip(one, other, strict=False))]

    words = reduce(shared, backwards)
    return " ".join(reversed(words))
