"""Reading a paper word by word: what stands between two labels beyond the blank's own text is the answer.

For whatever has lost the blank's layout: Word files, what was converted to or from them, pages wrapped anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms import thresholds as limit
from soppa_mailbot.forms.align import align
from soppa_mailbot.forms.boxes_taken_out import UNSEEN, with_words_of_boxes
from soppa_mailbot.forms.evidence import Evidence
from soppa_mailbot.forms.geometry import beside, center, gap, height, holds, same_row
from soppa_mailbot.forms.highlighted import with_highlights
from soppa_mailbot.forms.nearby import by_captions, by_columns, expected_places, far_off, in_one_row, placed
from soppa_mailbot.forms.own_labels import moved_words, settled
from soppa_mailbot.forms.rings import with_words_left
from soppa_mailbot.forms.rings_told import told
from soppa_mailbot.forms.same_cells import in_same_cells
from soppa_mailbot.forms.stream import Slot, Stream
from soppa_mailbot.forms.tokens import IMAGE, OFF, ON, STROKE, Token, is_stamp, norms, spelled
from soppa_mailbot.forms.typed_marks import at_end, leads, marked_before
from soppa_mailbot.forms.values import CENTURY, is_answer, is_mark
from soppa_mailbot.forms.words_ringed import is_ringed_word
from soppa_mailbot.model import Box, Field, Page, Place, PlaceReading

Cell = tuple[int, int, int]
_SIDE_BY_SIDE = 2  # cells of a row
_NEAR = 30.0  # points, up or down, from a place's words to a picture that signs it
_TWO_SPACES = 0.35  # of a line's height: one space is narrower
_BEHIND = 14.0  # points from a label to an answer right behind it
_SAME_LINE = 350.0  # points from an answer, over the rest of its underscores, to the next words of its line
_STATEMENT = 6  # words
_AFFIRMS = re.compile(r"[✓✔]|\binitials\b|\bcheck (?:mark|here)\b", re.IGNORECASE)
# asks for words, and a mark says nothing of them; in small letters it goes on with "The operator shall"
_ASKS = re.compile(
    r"(?:^|[.;:]\s)\W*(?:\w{1,3}[.)]\s+)?(?:[Pp]lease "
    r"(?i:describe|list|state|explain|identify|specify|indicate|outline)|"
    r"Describe|List|State|Explain|Identify|Specify|Indicate|Outline|Summari[sz]e|Detail|Who|Whom|What|Where|Which|"
    r"When|How|Why|Names?|Dates?|Numbers?|Address(?:es)?)\b"
)
_LABEL = 8  # own words next to a slot that are looked for: without them the question is not there
_DRAWN = "something is drawn on its line that may be a signature"
_SLACK = 3.0  # points by which what stands under a label may begin before it


@dataclass(frozen=True)
class Comparison:
    """A blank's running text laid beside a paper's."""

    blank: Stream
    paper: Sequence[Token]
    to_paper: Sequence[int]  # per token of the blank

    @property
    def found(self) -> frozenset[int]:
        return frozenset(i for i, j in enumerate(self.to_paper) if j >= 0)

    @property
    def hints(self) -> frozenset[int]:
        """Own words in cells to write in that an answer may stand in place of: "(area code first)"."""
        return frozenset(i for s in self.blank.slots for i in range(s.at - s.hint, s.at))

    @property
    def covered(self) -> tuple[int, int]:
        """First and last token of the paper that the blank explains."""
        hits = [j for j in self.to_paper if j >= 0]
        return (min(hits), max(hits)) if hits else (0, -1)

    def without(self, words: Collection[int]) -> Comparison:
        """The same without these words of the paper, by their numbers; none of them may be one of the blank's."""
        if not words:
            return self
        kept = [j for j in range(len(self.paper)) if j not in words]
        now = {j: n for n, j in enumerate(kept)}
        return replace(
            self, paper=[self.paper[j] for j in kept], to_paper=[now[j] if j >= 0 else -1 for j in self.to_paper]
        )

    def in_place_of(self, indices: Sequence[int]) -> Sequence[Token]:
        """The words that stand between the neighbours of these own words."""
        first, last = min(indices), max(indices)
        before = self.to_paper[first - 1] if first else -1
        after = self.to_paper[last + 1] if last + 1 < len(self.to_paper) else -1
        return self.paper[before + 1 : after] if 0 <= before < after else ()

    def replaced(self) -> frozenset[int]:
        """Own words that are gone while other words stand in their place, no place to fill being near.

        A word that is broken at the end of a line, "cutlerridge" and "306.example", is not gone.
        """
        open_at = {s.at for s in self.blank.slots}
        out: set[int] = set()
        size = len(self.to_paper)
        index = 0
        while index < size:
            if self.to_paper[index] >= 0:
                index += 1
                continue
            end = index
            while end < size and self.to_paper[end] < 0:
                end += 1
            slots_near = any(at in open_at for at in range(index, end + 1))
            before = self.to_paper[index - 1] if index else -1
            after = self.to_paper[end] if end < size else len(self.paper)
            if not slots_near and index and end < size and after - before > 1:
                own, there = self.blank.tokens[index:end], self.paper[before + 1 : after]
                if "".join(t.norm for t in own) != "".join(t.norm for t in there):
                    out.update(n for n in range(index, end) if not is_stamp(self.blank.tokens, n))
            index = end
        return frozenset(out)


def compare(blank: Stream, paper: Sequence[Token]) -> Comparison:
    own = [t.norm for t in blank.tokens]
    at = {s.at for s in blank.slots}
    to_paper = settled(blank.tokens, paper, align(own, [t.norm for t in paper], at), sorted(at))
    return Comparison(blank, paper, in_same_cells(blank.tokens, paper, to_paper))


def read_slots(
    comparison: Comparison,
    places: Mapping[str, Place],
    fields: Sequence[Field],
    rooms: Mapping[int, str] | None = None,
    pages: Sequence[Page] = (),
) -> list[PlaceReading]:
    """What each place holds. A place whose question is not in the paper is empty: it was not answered there.

    `rooms` tells of words of the paper, by their number, in which place's room they lie (Slot.id). `pages` are those of
    the paper on which nothing is drawn that its marks do not tell.
    """
    named = _controls(fields, comparison.blank.slots)
    slots = [s for s in comparison.blank.slots if s.id in places]
    out = []
    expected = expected_places(comparison.blank, comparison.paper, comparison.to_paper, slots)
    years = _years_in_full(comparison, slots)
    by_place = {**placed(comparison.paper, comparison.to_paper, expected), **(rooms or {}), **years}
    by_place.update(_in_their_column(comparison, slots, by_place))
    by_place.update(_beside_wrapped(comparison, slots, by_place))
    by_place.update(_in_their_sentence(comparison, slots, by_place))
    offered = {s.at for s in slots if is_ringed_word(s.id)}
    ats = [s.at for s in slots]
    moved = moved_words(comparison.blank.tokens, comparison.paper, comparison.to_paper, ats, offered)
    ends = {
        n: s.id for s in slots if s.kind == "check" and (n := _mark_at_end(comparison, s, places[s.id].option)) >= 0
    }
    by_place = {n: i for n, i in by_place.items() if n not in ends}
    ringed = told(comparison.blank, comparison.paper, comparison.to_paper, places, pages)
    by_place.update(ringed.marks)
    theirs: dict[str, list[Token]] = {}
    for number, identity in by_place.items():
        theirs.setdefault(identity, []).append(comparison.paper[number])
    for group in _adjacent(slots):
        found = [Evidence(places[s.id]) for s in group]
        start, end = _gap(comparison, group[0].at)
        start = _gap(comparison, group[0].at - group[0].hint)[0] if group[0].hint else start
        shown = {comparison.to_paper[i] for i in range(group[0].at - group[0].hint, group[0].at)}
        around = comparison.paper[max(start - 1, 0) : end + 1]
        inserted = [
            t
            for i, t in enumerate(comparison.paper[start:end], start)
            if t.norm != "__"
            and not any(i in known for known in (by_place, moved, ends, ringed.said, shown))
            and not _is_stray(t, around)
        ]
        inserted = [] if group[0].id in years.values() else inserted
        if shares := _by_commas(group, comparison.paper[start:end]):
            for slot, evidence, share in zip(group, found, shares, strict=True):
                theirs.pop(slot.id, None)
                _put(slot, evidence, share)
            inserted = []
        if len(group) > 1 and all(s.kind == "text" and s.id in theirs for s in group):
            inserted = []  # each has words in its own place: what stands between is of one of them
        if _in_controls(group, named, inserted):
            inserted = []  # `_use_control` tells each its own
        _give(comparison, group, found, inserted, (start, end))
        if not inserted and any(i in moved for i in range(start, end)):
            for evidence in found:
                evidence.doubt = evidence.doubt or "other words of the form stand where the answer should"
        for slot, evidence in zip(group, found, strict=True):
            elsewhere = inserted and evidence.texts and far_off(inserted, expected.get(slot.id))
            mine = {n for n, identity in by_place.items() if identity == slot.id}
            if elsewhere and not _in_its_sentence(comparison, slot, inserted, mine):
                evidence.doubt = "the words that would answer it stand elsewhere on the page"
            behind = _is_behind(comparison, slot, evidence.place.option)
            if evidence.ticked and slot.is_line and not behind and _between_options(comparison, slot, start, end):
                evidence.doubt = "the mark may be meant for the answer before it"
        for slot, evidence in zip(group, found, strict=True):
            if slot.id in theirs:
                _put(slot, evidence, theirs[slot.id], exactly=True)
        for slot, evidence in zip(group, found, strict=True):
            _use_control(slot, evidence, named)
            if not is_ringed_word(slot.id):  # of its question the printed word itself is left or taken out
                gone = slot.id not in years.values() and _check_question(comparison, slot, evidence)
                unseen = slot.kind == "check" and slot.box is None and slot.id not in named and not gone
                if unseen and not (slot.is_cell or _line_seen(comparison, start, end)):
                    _check_box_seen(evidence)
                if slot.id in ends.values():
                    evidence.ticked, evidence.unticked, evidence.near = True, False, []
            if inserted:
                evidence.page, evidence.box = inserted[0].page, inserted[0].box
            out.append(evidence.reading())
    out = _with_signatures(out, comparison)
    out = with_highlights(out, comparison.blank, comparison.paper, comparison.to_paper)
    out = with_words_of_boxes(out, comparison.blank, comparison.paper, comparison.to_paper)
    return with_words_left(out, comparison.blank, comparison.paper, comparison.to_paper, ringed)


def _with_signatures(readings: Sequence[PlaceReading], comparison: Comparison) -> list[PlaceReading]:
    """The readings; what is drawn on lines to sign of a Word form's print signs, where no other line has a drawing.

    A Word form draws nothing on its lines itself; a converter's ornaments would stand elsewhere too. What reaches over
    both ends of a line is a ring around it, as a reviewer draws one.
    """
    drawn = [t for t in comparison.paper if t.norm == STROKE]
    signed = [r for r in readings if r.why == _DRAWN]
    ringed = any(_reaches_over(t, line) for t in drawn for line in comparison.paper if line.norm == "__")
    if ringed or len(signed) != len(drawn) or any(t.box for t in comparison.blank.tokens):
        return list(readings)
    return [replace(r, state="filled", how=("ink",), why="drawn on its line") if r in signed else r for r in readings]


def _reaches_over(drawn: Token, line: Token) -> bool:
    """Whether something drawn begins before a line to write on, and ends behind it."""
    if drawn.box is None or line.box is None or drawn.page != line.page or not same_row(drawn.box, line.box):
        return False
    return drawn.box[0] < line.box[0] and line.box[2] < drawn.box[2]


def _in_their_sentence(comparison: Comparison, slots: Sequence[Slot], by_place: Mapping[int, str]) -> dict[int, str]:
    """Words of a page that lie where another place is in the blank, and stand between the two words around a blank in
    its sentence: "and Acme Inc., a Delaware corporation (state and kind), whose": token number -> Slot.id.
    """
    paper, to_paper = comparison.paper, comparison.to_paper
    shared = Counter(s.at for s in slots)
    out: dict[int, str] = {}
    for slot in slots:
        if slot.kind != "text" or slot.cell is not None or shared[slot.at] > 1 or not 0 < slot.at < len(to_paper):
            continue  # beside a cell stands another, which is read between its lines
        before, after = to_paper[slot.at - 1], to_paper[slot.at]
        there = range(before + 1, after) if 0 <= before < after else range(0)
        if not there or len(there) > limit.LONGEST_ANSWER or all(by_place.get(n, slot.id) == slot.id for n in there):
            continue
        if any(paper[n].norm in (IMAGE, STROKE) for n in there):
            continue  # a signature may hang under its label
        if _goes_on_behind(paper[before], paper[there[0]]) and _goes_on_behind(paper[there[-1]], paper[after]):
            out.update(dict.fromkeys(there, slot.id))
    return out


def _in_their_column(comparison: Comparison, slots: Sequence[Slot], by_place: Mapping[int, str]) -> dict[int, str]:
    """Words of a page that stand behind the last label of a table's row, and under that of another of its columns:
    token number -> Slot.id.

    A page is read line by line: "By:    Superintendent:" and below "/s/ Ana Ruiz    ________". Only for a column of
    which nothing else is read.
    """
    rows: dict[tuple[int, int], list[Slot]] = {}
    for slot in slots:
        if slot.cell is not None and slot.kind != "check" and slot.box is None:
            rows.setdefault(slot.cell[:2], []).append(slot)
    out: dict[int, str] = {}
    for row in rows.values():
        if len(row) < _SIDE_BY_SIDE or not in_one_row(row) or len({s.at for s in row}) < len(row):
            continue
        held = {s.id: [n for n in range(*_gap(comparison, s.at)) if comparison.paper[n].norm != "__"] for s in row}
        taken = {identity for identity in by_place.values() if identity in held}
        if taken or any(n in by_place for numbers in held.values() for n in numbers):
            continue
        for slot in row:
            chunk = [comparison.paper[n] for n in held[slot.id]]
            laid = (comparison.blank, comparison.paper, comparison.to_paper, row, [chunk])
            shares = by_columns(*laid) if 0 < len(chunk) <= limit.LONGEST_ANSWER else None
            owner = next((s for s, share in zip(row, shares or [], strict=False) if share), slot)
            if owner is not slot and not held[owner.id]:
                out.update(dict.fromkeys(held[slot.id], owner.id))
    return out


def _beside_wrapped(comparison: Comparison, slots: Sequence[Slot], by_place: Mapping[int, str]) -> dict[int, str]:
    """Words of a page that stand under a cell's own words, beside the lines of the next cell that go on: "Acme Inc."
    between the lines of "BOARD OF EDUCATION OF HARBOR / SCHOOL DISTRICT NO. 60": token number -> Slot.id.
    """
    paper, to_paper = comparison.paper, comparison.to_paper
    by_cell: dict[tuple[int, int, int], list[int]] = {}
    for index, token in enumerate(comparison.blank.tokens):
        if token.cell is not None and to_paper[index] >= 0 and paper[to_paper[index]].box is not None:
            by_cell.setdefault(token.cell, []).append(to_paper[index])
    mapped, out = set(to_paper), {}
    taken = set(by_place.values())
    for slot in slots:
        if slot.kind != "text" or slot.cell is None or slot.box is not None or slot.id in taken:
            continue
        own = by_cell.get(slot.cell, [])
        beside_it = by_cell.get((slot.cell[0], slot.cell[1], slot.cell[2] + 1), [])
        if not own or not beside_it or any(paper[n].norm != "__" for n in range(*_gap(comparison, slot.at))):
            continue
        boxes, others = [paper[n].box for n in own], [paper[n].box for n in beside_it]
        left, right = min(b[0] for b in boxes if b), min(b[0] for b in others if b)
        bottom = max(b[3] for b in boxes if b)
        for n in range(min(beside_it) + 1, max(beside_it)):
            box = paper[n].box
            if n in mapped or n in by_place or box is None or paper[n].norm in ("__", IMAGE, STROKE, ON, OFF):
                continue
            if (
                paper[n].page == paper[own[0]].page
                and left - _SLACK < box[0]
                and box[2] < right
                and box[1] > bottom - 1
            ):
                out[n] = slot.id
    return out


def _goes_on_behind(a: Token, b: Token) -> bool:
    """Whether a word stands a space behind another, or begins the next line."""
    if a.box is None or b.box is None or a.page != b.page:
        return False
    if same_row(a.box, b.box):
        return -1 <= b.box[0] - a.box[2] < height(a.box)
    return b.box[0] < a.box[0] and 0 < b.box[1] - a.box[1] < 2.2 * height(a.box)


def _years_in_full(comparison: Comparison, slots: Sequence[Slot]) -> dict[int, str]:
    """Years that were written over "20__", the digits that the blank prints with them: token number -> Slot.id."""
    out: dict[int, str] = {}
    for slot in slots:
        own = comparison.blank.tokens[slot.at - 1] if slot.at else None
        if (
            own is None
            or slot.kind == "check"
            or not CENTURY.fullmatch(own.norm)
            or comparison.to_paper[slot.at - 1] >= 0
        ):
            continue
        start, end = _gap(comparison, slot.at)
        full = [
            n
            for n in range(start, end)
            if re.fullmatch(r"\d{4}", comparison.paper[n].norm) and comparison.paper[n].norm.startswith(own.norm)
        ]
        if len(full) == 1:
            out[full[0]] = slot.id
    return out


def _is_stray(token: Token, around: Sequence[Token]) -> bool:
    """Whether a picture of a page lies far from the words and lines around a place: a letterhead, a seal."""
    if token.norm not in (IMAGE, STROKE) or token.box is None:
        return False
    anchors = [t.box for t in around if t.box and t.page == token.page and t.norm not in (IMAGE, STROKE)]
    return not any(gap(token.box, box)[1] < _NEAR for box in anchors)


def _in_its_sentence(comparison: Comparison, slot: Slot, inserted: Sequence[Token], mine: Collection[int]) -> bool:
    """Whether an answer stands between the words of the sentence that its blank is in, wherever that was wrapped to.

    `mine` are the numbers of tokens that are the answer's by where they stand.
    """
    if not 0 < slot.at < len(comparison.to_paper):
        return False
    before, after = comparison.to_paper[slot.at - 1], comparison.to_paper[slot.at]
    if before >= 0 and _follows(comparison.paper[before].box, inserted[0].box):
        return True
    own = comparison.blank.tokens
    goes_on = own[slot.at].raw.lstrip('("“')[:1].islower()
    begun = own[slot.at - 1].raw[:1].islower() and not own[slot.at - 1].raw.endswith(":")
    if before < 0 or after < 0:
        return False
    # "for the following purposes: / reading and writing____. It sells": what comes next stands behind it on its line
    goes_on = goes_on or _follows(inserted[-1].box, comparison.paper[after].box, _SAME_LINE)
    if not (goes_on or begun):
        return False
    first, last = comparison.paper[before], comparison.paper[after]
    others = [n for n in range(before + 1, after) if n not in mine and comparison.paper[n].norm != "__"]
    if first.box is None or last.box is None or first.page != last.page or len(others) > len(inserted) + 2:
        return False
    top, bottom = first.box[1] - height(first.box), last.box[3] + height(last.box)
    return all(t.page == first.page and t.box is not None and top <= t.box[1] and t.box[3] <= bottom for t in inserted)


def _follows(label: Box | None, answer: Box | None, reach: float = _BEHIND) -> bool:
    """Whether an answer stands right behind its label's last word, on its line."""
    if label is None or answer is None:
        return False
    return beside(answer, label) and 0 <= answer[0] - label[2] < reach


def _controls(fields: Sequence[Field], slots: Sequence[Slot]) -> dict[str, Field]:
    """The paper's controls by the id that the blank gave them: their name, or which of equal names they are.

    Where the vendor took some out ("X" typed over a box), counting no longer tells which is which: those are left out.
    """
    out: dict[str, Field] = {}
    counts: Counter[str] = Counter()
    for control in fields:
        name = control.name or "control"
        counts[name] += 1
        out[name if control.name and counts[name] == 1 else f"{name}#{counts[name]}"] = control
    asked = Counter(_shared_name(s.id) for s in slots if s.control is not None)
    lost = {name for name, number in counts.items() if number < asked[name]}
    return {i: c for i, c in out.items() if _shared_name(i) not in lost}


def _shared_name(identity: str) -> str:
    """The name of a control without the number that tells it from others of that name."""
    return identity.rpartition("#")[0] or identity


def _adjacent(slots: Sequence[Slot]) -> list[list[Slot]]:
    """Slots with no own word between them share what was inserted there."""
    out: list[list[Slot]] = []
    for slot in slots:
        if out and out[-1][-1].at == slot.at:
            out[-1].append(slot)
        else:
            out.append([slot])
    return out


def _gap(comparison: Comparison, at: int) -> tuple[int, int]:
    """The paper's tokens between the nearest own words found before and after a slot."""
    before = next((comparison.to_paper[i] for i in range(at - 1, -1, -1) if comparison.to_paper[i] >= 0), -1)
    after = next(
        (comparison.to_paper[i] for i in range(at, len(comparison.to_paper)) if comparison.to_paper[i] >= 0),
        len(comparison.paper),
    )
    if before < 0:
        before = max(-1, after - 2)  # in front of the form: only what touches its first word
    if after == len(comparison.paper):
        after = min(after, before + 1 + limit.LONGEST_ANSWER)
    return before + 1, max(before + 1, after)


# --- sharing out what was inserted ----------------------------------------------------------------------------------


def _give(
    comparison: Comparison,
    slots: Sequence[Slot],
    found: Sequence[Evidence],
    inserted: Sequence[Token],
    room: tuple[int, int],
) -> None:
    if len(inserted) > limit.LONGEST_ANSWER:
        for evidence in found:
            evidence.doubt = "other text stands where the answer should"
        return
    if len(slots) == 1:
        _put(slots[0], found[0], inserted)
        own, before = comparison.blank.tokens, comparison.paper[room[0] - 1] if room[0] else None
        if found[0].unticked and marked_before(inserted, before) and leads(own[slots[0].at :], found[0].place.option):
            found[0].ticked, found[0].unticked, found[0].near = True, False, []
        return
    if not inserted:
        return
    by_cell = _by_cell(comparison, slots, inserted)
    shares = by_cell or _by_stretch(slots, comparison.paper[slice(*room)])
    laid = (comparison.blank, comparison.paper, comparison.to_paper, slots)
    shares = shares or by_columns(*laid, _chunks(inserted))
    shares = shares or _by_lines(slots, comparison.paper[slice(*room)]) or _by_chunk(slots, inserted)
    shares = shares or _by_marks(slots, inserted) or _by_choice(slots, found, inserted)
    shares = shares or by_captions(*laid, [e.place.label for e in found], _chunks(inserted))
    if shares is None:
        for slot, evidence in zip(slots, found, strict=True):
            if slot.kind != "check" or any(t.norm == ON or is_mark(t.raw) for t in inserted):
                evidence.doubt = f'it is not clear which of several places "{spelled(inserted)[:60]}" answers'
        return
    for slot, evidence, share in zip(slots, found, shares, strict=True):
        _put(slot, evidence, share)


def _put(slot: Slot, evidence: Evidence, tokens: Sequence[Token], *, exactly: bool = False) -> None:
    """Tokens that belong to a slot; `exactly`: they lie in its place, so that any sign in a box is a tick."""
    if slot.kind == "check":
        if exactly and all(t.norm not in (ON, OFF) for t in tokens):
            evidence.ticked = evidence.ticked or any(is_mark(t.raw) for t in tokens)
            return
        if slot.leads and [t.norm for t in tokens] in _MARKED_BEHIND:  # "☐ X New purchase"
            evidence.ticked = True
            return
        marks = [ON if _typed_into(t, tokens) else t.norm for t in tokens if t.norm in (ON, OFF)]
        if exactly and evidence.ticked and ON not in marks:
            return  # "☐ X Google": the box itself is empty, and the mark beside it was seen
        evidence.ticked = marks[-1] == ON if marks else bool(tokens) and _is_tick(slot, tokens, evidence.place.option)
        evidence.unticked = bool(marks) and marks[-1] == OFF
        if evidence.unticked:  # an X typed beside an empty box may be meant as its tick
            evidence.near += [t.raw for t in tokens if t.norm in ("x", "xx", ON)]
        if (slot.is_cell or slot.is_line) and tokens and not marks and not evidence.ticked:
            evidence.doubt = f'"{spelled(tokens)[:60]}" stands where a mark is asked for'
        return
    signs = "signature" in (slot.kind, evidence.place.kind, evidence.place.role)
    # a picture on a page may be anything; in a cell or behind a label of a Word file it is the answer
    if any(t.norm == IMAGE and (t.box is None or signs) for t in tokens):
        evidence.ink.append("image")
    if any(t.norm == STROKE for t in tokens) and signs:
        evidence.doubt = _DRAWN
    text = spelled(tokens)
    if is_answer(text, evidence.place.default):
        evidence.texts.append(text)
    elif slot.is_cell and not signs and any(t.norm == ON for t in tokens) and _states(evidence.place.label):
        evidence.ink.append("ink")  # a duty that is affirmed: "Initials or ✓"


def _states(label: str) -> bool:
    """Whether a cell's label is a statement, which a mark affirms, or the head of a column of such marks."""
    states = len(label.split()) >= _STATEMENT and "?" not in label and not _ASKS.search(label)
    return states or _AFFIRMS.search(label) is not None


_MARKED_BEHIND = ([OFF, "x"], [OFF, "✓"], [OFF, "✔"])


def _typed_into(box: Token, tokens: Sequence[Token]) -> bool:
    """Whether one of the tokens is a mark that was put over the box's sign."""
    if box.norm != OFF or box.box is None:
        return False
    return any(is_mark(t.raw) and t.box is not None and holds(box.box, center(t.box)) for t in tokens if t is not box)


def _is_tick(slot: Slot, tokens: Sequence[Token], option: str) -> bool:
    if tokens[-1].norm in ("x", "✓"):
        return True
    if slot.cell is None or len(tokens) != 1:
        return False
    if slot.is_cell:
        return is_mark(tokens[0].raw) or tokens[0].norm in ("yes", "y", "check") or _says_no(tokens[0], option)
    # typed instead of its box, in the cell under its head: "Yes | No" over "Yes | ☐"
    return tokens[0].cell == slot.cell and norms(option) == (tokens[0].norm,)


def _says_no(token: Token, option: str) -> bool:
    """Whether a cell of the column "No" says so itself: "N" under it says no more than a cross."""
    return norms(option) == ("no",) and token.norm in ("no", "n")


def _by_cell(comparison: Comparison, slots: Sequence[Slot], inserted: Sequence[Token]) -> list[list[Token]] | None:
    """By table cells: a slot's cell in the paper lies as far from a known word's cell as in the blank."""
    loose = [t for t in inserted if t.cell is None]
    lines = [s for s in slots if s.cell is None]
    if len(lines) == len(slots) or len(lines) > 1 or any(t.box for t in loose) or (loose and not lines):
        return None
    out: list[list[Token]] = []
    targets: list[Cell | None] = []
    for slot in slots:
        target = _cell_in_paper(comparison, slot) if slot.cell is not None else None
        targets.append(target)
        out.append(loose if slot.cell is None else [t for t in inserted if target and t.cell == target])
    told = [c for c in targets if c is not None]
    if len({*told}) < len(told):
        return None
    filled = list(map(bool, out))
    added = [t for t in inserted if t.cell is not None and t.cell not in told]
    rows = {t.cell[:2] for t in added if t.cell}
    for token in added:  # rows that a vendor added under the last one, which is filled itself
        above = [(c[1], n) for n, c in enumerate(targets) if c and _is_under(token, c, rows)]
        if not above or not filled[max(above)[1]]:
            return None
        out[max(above)[1]] = [*out[max(above)[1]], token]
    return out


def _is_under(token: Token, upper: Cell, added: Collection[tuple[int, int]]) -> bool:
    """Whether a word stands in a cell's column, and nothing but rows that were added lies between."""
    cell = token.cell
    if cell is None or cell[0] != upper[0] or cell[2] != upper[2] or cell[1] <= upper[1]:
        return False
    return all((cell[0], row) in added for row in range(upper[1] + 1, cell[1]))


def _cell_in_paper(comparison: Comparison, slot: Slot) -> Cell | None:
    if slot.cell is None:
        return None
    table, row, column = slot.cell
    near = sorted(
        (
            (abs(t.cell[1] - row) * 10 + abs(t.cell[2] - column), i)
            for i, t in enumerate(comparison.blank.tokens)
            if t.cell and t.cell[0] == table and comparison.to_paper[i] >= 0
        ),
    )
    for _, index in near[:3]:
        here, there = comparison.blank.tokens[index].cell, comparison.paper[comparison.to_paper[index]].cell
        if here and there:
            return there[0], there[1] + row - here[1], there[2] + column - here[2]
    return None


def _by_stretch(slots: Sequence[Slot], room: Sequence[Token]) -> list[list[Token]] | None:
    """Lines of a Word file, by its paragraphs, and beside each other by its stretches; one left empty is still there.

    "Initials: ________" over "__________   _______" over their names.
    """
    if any(s.cell or s.box or not s.is_line for s in slots) or any(t.box is not None for t in room):
        return None
    asked = [list(of) for _, of in groupby(slots, key=lambda s: s.paragraph)]
    there = [list(of) for _, of in groupby(room, key=lambda t: t.paragraph)]
    if len(asked) != len(there):
        return None
    out: list[list[Token]] = []
    for lines, tokens in zip(asked, there, strict=True):
        stretches = _stretches(tokens, len(lines))
        if len(stretches) != len(lines):
            return None
        out += [[t for t in stretch if t.norm != "__"] for stretch in stretches]
    return out


def _stretches(tokens: Sequence[Token], wanted: int) -> list[list[Token]]:
    """What wide gaps part in a paragraph: "Jane Doe  ____    5/4/2027  ____" is two, with what is left of the lines."""
    if wanted == 1:
        return [list(tokens)]
    out = [list(of) for _, of in groupby(sorted(tokens, key=lambda t: t.stretch), key=lambda t: t.stretch)]
    if len(out) <= wanted:
        return out
    whole: list[list[Token]] = []
    for stretch in out:
        rest = all(t.norm == "__" for t in stretch) and whole and whole[-1][-1].norm != "__"
        if rest:
            whole[-1] += stretch
        else:
            whole.append(stretch)
    return whole


def _by_lines(slots: Sequence[Slot], room: Sequence[Token]) -> list[list[Token]] | None:
    """Lines beside each other on a page, by the gaps between them; one left empty is still there."""
    if any(s.box or not s.is_line for s in slots) or not any(t.norm == "__" for t in room):
        return None
    if any(s.cell for s in slots) and not in_one_row(slots):
        return None
    if any(t.box is None for t in room):
        return None
    chunks: list[list[Token]] = []
    for token in room:
        last = chunks[-1][-1] if chunks else None
        if last is None or _apart(last, token) or _behind_line(last, token):
            chunks.append([token])
        else:
            chunks[-1].append(token)
    return [[t for t in c if t.norm != "__"] for c in chunks] if len(chunks) == len(slots) else None


def _by_chunk(slots: Sequence[Slot], inserted: Sequence[Token]) -> list[list[Token]] | None:
    """By wide gaps, when there are as many stretches of words as places: those of one row in one row."""
    chunks = _chunks(inserted)
    if len(chunks) != len(slots):
        return None
    cells = [(slot.cell, chunk[0].cell) for slot, chunk in zip(slots, chunks, strict=True)]
    parted = any(
        a and b and mine and other and a[:2] == b[:2] and mine[:2] != other[:2]
        for (a, mine), (b, other) in pairwise(cells)
    )
    return None if parted else chunks


def _by_commas(slots: Sequence[Slot], room: Sequence[Token]) -> list[list[Token]] | None:
    """Blanks of a page's sentence with nothing but a comma between them, by the commas of what stands in their stead.

    "to the attention of ____, ____." Where the first answer ends cannot be told; that none is open can. So it is with
    "[name], [title]" of a Word blank (`_two_prompts`).
    """
    if len(slots) < 2 or any(s.kind != "text" or s.cell for s in slots):
        return None
    if all(s.is_prompt for s in slots) and len({s.paragraph for s in slots}) == 1:
        return _two_prompts(room) if len(slots) == 2 else None  # an address has commas of its own
    if any(s.box is None for s in slots):
        return None
    if any(t.norm in ("__", IMAGE, STROKE, ON, OFF) or t.cell is not None or t.box is None for t in room):
        return None
    ends = [n for n, t in enumerate(room[:-1], 1) if t.raw.endswith(",")]
    if len(ends) < len(slots):  # "Acme, Inc." may be one answer of two
        return None
    cuts = [0, *ends[: len(slots) - 1], len(room)]
    return [list(room[a:b]) for a, b in pairwise(cuts)]


def _by_choice(slots: Sequence[Slot], found: Sequence[Evidence], inserted: Sequence[Token]) -> list[list[Token]] | None:
    """A line and a list beside it in a sentence, "a [state] [type of company]", by what the list offers."""
    if len(slots) != 2 or [bool(e.place.choices) for e in found] != [False, True]:
        return None
    words = [t.norm for t in inserted]
    offered = sorted((norms(choice) for choice in found[1].place.choices), key=len, reverse=True)
    chosen = next((len(o) for o in offered if o and tuple(words[-len(o) :]) == o), 0)
    return [list(inserted[:-chosen]), list(inserted[-chosen:])] if chosen else None


# behind a comma of one answer: "Acme Learning, Inc.", "Acme, a Delaware company", "Ann Lee, Ph.D."
_OF_ONE_ANSWER = frozenset({
    "inc", "incorporated", "llc", "llp", "ltd", "limited", "corp", "corporation", "co", "pbc",
    "lp", "gmbh", "jr", "sr", "phd", "edd", "md", "jd", "esq", "cpa", "mba", "a", "an",
})  # fmt: skip
_NO_ANSWER = frozenset({"tbd", "tba", "na", "name", "title"})  # "name", "title": what was in the bracket


def _two_prompts(room: Sequence[Token]) -> list[list[Token]] | None:
    """The answers to "[name], [title]": up to the first comma and behind it; a bracket that is left is no answer.

    None where a comma may belong to one answer ("Acme, Inc."), or only part of a bracket is left.
    """
    commas = [n for n, t in enumerate(room[:-1], 1) if t.raw.endswith(",")]
    behind = {re.sub(r"[\W_]", "", room[n].raw).casefold() for n in commas}
    unread = any(t.norm in ("__", IMAGE, STROKE, ON, OFF) for t in room)
    if not commas or unread or behind & (_OF_ONE_ANSWER | _NO_ANSWER):
        return None
    out: list[list[Token]] = []
    for share in (room[: commas[0]], room[commas[0] :]):
        bracketed = any(set(t.raw) & set("[]<>") for t in share)
        whole = share[0].raw[:1] in ("[", "<") and share[-1].raw.rstrip(",")[-1:] in ("]", ">")
        if bracketed and not whole:
            return None
        out.append([] if bracketed else list(share))
    return out


def _by_marks(slots: Sequence[Slot], inserted: Sequence[Token]) -> list[list[Token]] | None:
    """A box or a mark in each paragraph of a text without cells, as many as boxes: "X", "☐" for Yes, No and Remarks."""
    asked = [n for n, s in enumerate(slots) if s.kind == "check"]
    marks = all(t.norm in (ON, OFF) or is_mark(t.raw) for t in inserted)
    parted = len({t.paragraph for t in inserted}) == len(inserted) and all(t.box is None for t in inserted)
    if not marks or not parted or not any(t.norm == OFF for t in inserted) or len(inserted) != len(asked):
        return None
    shares: list[list[Token]] = [[] for _ in slots]
    for number, token in zip(asked, inserted, strict=True):
        shares[number] = [token]
    return shares


def _chunks(inserted: Sequence[Token]) -> list[list[Token]]:
    """Stretches of words parted by wide gaps."""
    chunks: list[list[Token]] = []
    for token in inserted:
        last = chunks[-1][-1] if chunks else None
        if last is None or _apart(last, token):
            chunks.append([token])
        else:
            chunks[-1].append(token)
    return chunks


def _behind_line(a: Token, b: Token) -> bool:
    """Whether a line ends and, two spaces away, another or what stands in its place begins."""
    if a.norm != "__" or a.box is None or b.box is None:
        return False
    return b.box[0] - a.box[2] > _TWO_SPACES * height(a.box)


def _apart(a: Token, b: Token) -> bool:
    if a.cell != b.cell:
        return True
    if a.box is None or b.box is None:
        return a.paragraph != b.paragraph
    if abs(a.box[1] - b.box[1]) > 0.5 * height(a.box):
        return True
    return b.box[0] - a.box[2] > 1.6 * height(a.box)


# --- second opinions ------------------------------------------------------------------------------------------------


def _use_control(slot: Slot, evidence: Evidence, named: Mapping[str, Field]) -> None:
    """A control of the same name must say the same as the text."""
    control = named.get(slot.id)
    if control is None or slot.control is None:
        return
    if slot.kind == "check":
        if evidence.ticked != control.filled and (evidence.ticked or evidence.unticked):
            evidence.doubt = "the box and the text beside it do not agree"
        evidence.field_filled = control.filled
        return
    if control.filled and is_answer(control.value, evidence.place.default):
        evidence.field_filled, evidence.field_value = True, control.value


def _in_controls(group: Sequence[Slot], named: Mapping[str, Field], inserted: Sequence[Token]) -> bool:
    """Whether what stands between places with no word of the form between them is what the paper's controls hold."""
    controls = [named.get(s.id) for s in group if s.control is not None]
    if len(group) < 2 or len(controls) < len(group) or None in controls:
        return False
    held = [word for c in controls if c is not None and c.filled for word in norms(c.value)]
    return bool(held) and held == [t.norm for t in inserted]


def _line_seen(comparison: Comparison, start: int, end: int) -> bool:
    """Whether the line that is marked instead of a box is there: "____ Yes"."""
    return any(comparison.paper[i].norm == "__" for i in range(start, end))


def _is_behind(comparison: Comparison, slot: Slot, option: str) -> bool:
    """Whether a line that is marked stands behind its option: "Yes ____   No ____"."""
    words = norms(option)
    return bool(words) and slot.at > 0 and comparison.blank.tokens[slot.at - 1].norm == words[-1]


def _between_options(comparison: Comparison, slot: Slot, start: int, end: int) -> bool:
    """Whether a mark stands between an option and the next one's line: "____ Yes X ____ No"."""
    here = [comparison.paper[i] for i in range(start, end)]
    line = next((t for t in here if t.norm == "__"), None)
    own = comparison.blank.slots
    behind_option = any(s.kind == "check" and s.paragraph == slot.paragraph and s.at < slot.at for s in own)
    if not behind_option or line is None or here[0] is line or start == 0:
        return False
    mark, option = here[0], comparison.paper[start - 1]
    if mark.box is not None and line.box is not None:
        return line.box[0] - mark.box[2] > 0.5 * height(mark.box)
    return not (mark.stretch == line.stretch and option.stretch != mark.stretch)


def _check_box_seen(evidence: Evidence) -> None:
    """A converter may drop boxes, or draw them: then nothing says whether this one was ticked."""
    if not (evidence.ticked or evidence.unticked or evidence.field_filled or evidence.doubt):
        evidence.doubt = UNSEEN


def _mark_at_end(comparison: Comparison, slot: Slot, option: str) -> int:
    """The paper's mark that ends the line of a box's own words, the box before them empty ("☐ No ✔"); -1 without."""
    own, words = comparison.blank.tokens, norms(option)
    if not words or tuple(t.norm for t in own[slot.at : slot.at + len(words)]) != words:
        return -1
    last = comparison.to_paper[slot.at + len(words) - 1]
    free = 0 <= last < len(comparison.paper) - 1 and last + 1 not in comparison.to_paper
    return last + 1 if free and at_end(comparison.paper[last : last + 3]) else -1


def _check_question(comparison: Comparison, slot: Slot, evidence: Evidence) -> bool:
    """Whether the question is gone from the paper: then it was not answered, whatever was read at its place."""
    around = _label_range(comparison, slot)
    hits = sum(comparison.to_paper[i] >= 0 for i in around)
    if not around or 2 * hits >= len(around):
        return False
    if hits:
        evidence.doubt = evidence.doubt or "the question is worded differently"
        return False
    evidence.texts.clear()
    evidence.ink.clear()
    evidence.ticked = evidence.field_filled = False
    evidence.doubt = ""
    return True


def _label_range(comparison: Comparison, slot: Slot) -> range:
    """The blank's tokens that ask for a slot: those since the slot before; after it for boxes and captions."""
    ats = sorted({s.at for s in comparison.blank.slots})
    here = ats.index(slot.at)
    asked = slot.at - slot.hint
    before = range(max(ats[here - 1] if here else 0, asked - _LABEL), asked)
    end = ats[here + 1] if here + 1 < len(ats) else len(comparison.to_paper)
    after = range(slot.at, min(end, slot.at + _LABEL))
    if slot.kind == "check":  # its option ends with its paragraph
        own = comparison.blank.tokens
        end = next((i for i in after if own[i].paragraph != own[slot.at].paragraph), after.stop)
        return range(after.start, end) or before
    return before or after
