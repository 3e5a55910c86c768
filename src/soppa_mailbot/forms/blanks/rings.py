"""Questions that are answered by a ring around a printed word and have no boxes: "Is it free? (circle one)  Yes   No".

Each of the words is a place of its own: where a page has one it is the word's box, and in running text it stands right
before the word. Vendors draw a ring, put an X before the word or on it, take the other words out, or use a marker.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from soppa_mailbot.forms.blanks.spots import Spot
from soppa_mailbot.forms.common.geometry import center, height, holds, same_column, same_row
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.common.lines import piece_of, rows
from soppa_mailbot.forms.common.slots import Stream
from soppa_mailbot.forms.common.ticks import Tick
from soppa_mailbot.forms.common.tokens import IMAGE, OFF, ON, STROKE, Token, norms
from soppa_mailbot.forms.common.words_ringed import (
    Offer,
    Run,
    are_alone,
    asks_for_ring,
    every_offer,
    goes_on_below,
    is_cut_off,
    is_ringed_word,
    takes_several,
    tells_for_all,
)
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.forms.pages.offered_cells import is_answer_cell
from soppa_mailbot.forms.texts.exclusive import questions
from soppa_mailbot.forms.texts.rings_told import Told
from soppa_mailbot.model import Box, Place, PlaceReading, Word

_WRAPPED = 1.9  # heights of a line from a question's first line to the next
_UNDER = 4.0  # points from a word's foot to a line on which is written behind it
_APART = 1.0  # heights of a line between words that do not go on
_UNSEEN = "how an answer is marked that asks for a ring may not be seen"


@dataclass(frozen=True, slots=True)
class _Line:
    """Words of one cell, or of one row outside cells, with where each begins in their text."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Its words with one space between them, and three where they stand well apart."""
        return "".join(f"{space}{word.text}" for space, word in zip(self._spaces(), self.words, strict=True))

    def between(self, run: Run) -> list[Word]:
        """The words that stand from `run.start` to `run.end` of the text."""
        out, at = [], 0
        for space, word in zip(self._spaces(), self.words, strict=True):
            at += len(space)
            if at < run.end and at + len(word.text) > run.start:
                out.append(word)
            at += len(word.text)
        return out

    def _spaces(self) -> list[str]:
        """What stands before each word."""
        out = ["" for _ in self.words[:1]]
        for a, b in pairwise(self.words):
            out.append("   " if same_row(a.box, b.box) and b.box[0] - a.box[2] > _APART * height(a.box) else " ")
        return out


def ringed_words(
    layout: Layout, boxes: Sequence[Box], written: Sequence[Spot] = (), fields: Sequence[Box] = ()
) -> list[Tick]:
    """The words of a page that are chosen by a ring, each with its question.

    `boxes` are its boxes to tick, `written` the places that are written in, `fields` those of its form fields.
    """
    out: list[Tick] = []
    told = False
    number = 0
    for line in _lines(layout):
        asked = told or _alone_beside_cue(layout, line) or _asked_in_cells(layout, line)
        for found in every_offer(line.text, told=asked):
            options = [(run.word, line.between(run)) for run in found.options]
            places = [piece_of(words).box for _, words in options if words]
            if len(places) < len(options) or any(same_row(b, p) and _near(b, p) for b in boxes for p in places):
                continue
            if found.untold and _is_answered_elsewhere(layout, found, places, written, fields):
                continue
            number += 1
            question = tidy(found.question) or _asked_before(layout, places[0])
            name = f"p{layout.page.number}"
            out += [
                Tick(f"{name}:g{number}ring{n}", box, word, f"{name}rings{number}", question)
                for n, ((word, _), box) in enumerate(zip(options, places, strict=True), 1)
                if question
            ]
        told = told or tells_for_all(line.text)
    return out


def _is_answered_elsewhere(
    layout: Layout, offer: Offer, places: Sequence[Box], written: Sequence[Spot], fields: Sequence[Box]
) -> bool:
    """Whether printed answers only tell what to write: into a field of their row, the cell beside, a line of theirs."""
    said = norms(" ".join([offer.question, *(o.word for o in offer.options)]))
    if any(norms(s.label)[-len(said) :] == said for s in written):
        return True
    if any(_is_right_behind(layout, places[-1], s.box) for s in written) or _has_rules_between(layout, places):
        return True
    cell = layout.index.at(center(places[0]))
    row = [i for i, c in enumerate(layout.cells) if cell is not None and same_row(c, layout.cells[cell])]
    return any(same_row(f, places[0]) for f in fields) or not all(layout.cell_text(i).strip() for i in row)


def _is_right_behind(layout: Layout, last: Box, line: Box) -> bool:
    """Whether a line to write on stands behind a printed answer in its row, with no words between."""
    between = (last[2] + 1, last[1], line[0] + 1, last[3])
    level = last[1] < line[3] and line[1] < last[3] + _UNDER and line[0] >= last[2] - 1
    return level and not any(holds(between, center(w.box)) for w in layout.words)


def _has_rules_between(layout: Layout, places: Sequence[Box]) -> bool:
    """Whether each answer has a rule of its own, to be marked on: "____ Yes  ____ No"."""
    rules = [m.box for m in layout.page.marks if m.kind in ("line", "rect") and height(m.box) <= _UNDER]
    return any(
        a[0] < rule[0] and a[2] < rule[2] <= b[0] + 1 and center(a)[1] < rule[3] < a[3] + _UNDER
        for a, b in pairwise(places)
        for rule in rules
    )


def _near(box: Box, word: Box) -> bool:
    return -4 <= word[0] - box[2] < 14 or -4 <= box[0] - word[2] < 14


def _lines(layout: Layout) -> list[_Line]:
    """The page's texts from the top: a cell's lines together, what stands in no cell row by row."""
    cells = [(layout.cells[i], words) for i, words in layout.cell_words.items() if words]
    out = [(box[1], box[0], _Line(tuple(w for row in rows(words) for w in row))) for box, words in cells]
    outside = [w for w in layout.words if layout.index.at(center(w.box)) is None]
    out += [(line.words[0].box[1], line.words[0].box[0], line) for line in _with_answers_below(rows(outside))]
    return [line for _, _, line in sorted(out, key=lambda o: (round(o[0]), o[1]))]


def _with_answers_below(found: Iterable[Sequence[Word]]) -> list[_Line]:
    """Rows of words; one that ends with "(circle one):", together with the answers that begin the row under it."""
    out: list[_Line] = []
    for row in found:
        last, line = out[-1] if out else None, _Line(tuple(row))
        if last is not None and _is_under(last, line) and goes_on_below(last.text):
            both = _Line((*last.words, *row))
            answers = [run for offer in every_offer(both.text) for run in offer.options]
            starts = is_cut_off(last.text) or (bool(answers) and answers[0].start <= len(last.text) + 1)
            if starts and answers:
                out[-1] = both
                continue
        out.append(line)
    return out


def _is_under(line: _Line, other: _Line) -> bool:
    down = center(other.words[0].box)[1] - center(line.words[-1].box)[1]
    return down < _WRAPPED * height(line.words[-1].box)


def _alone_beside_cue(layout: Layout, line: _Line) -> bool:
    """Whether the words before a line, in the cell or the row before it, ask for a ring."""
    return asks_for_ring(_asked_before(layout, line.words[0].box))


def _asked_in_cells(layout: Layout, line: _Line) -> bool:
    """Whether a line is a cell of nothing but answers, beside the cell with its question."""
    index = layout.index.at(center(line.words[0].box)) if are_alone(line.text) else None
    if index is None:
        return False
    cell, left = layout.cells[index], layout.neighbours_left(index)
    row = [i for i, c in enumerate(layout.cells) if same_row(c, cell)]
    below = sorted((c[1], i) for i, c in enumerate(layout.cells) if same_column(c, cell) and c[1] > center(cell)[1])
    return is_answer_cell(
        [layout.cell_text(i) for i in reversed(left)],
        [layout.cell_text(i) for i in row],
        [layout.cell_text(i) for _, i in below],
    )


def _asked_before(layout: Layout, box: Box) -> str:
    """What a line that holds nothing but answers is the answer to: the cell before it, or the line over it."""
    cell = layout.index.at(center(box))
    if cell is not None:
        return next((tidy(t) for i in layout.neighbours_left(cell) if (t := layout.cell_text(i))), "")
    high = box[3] - box[1]
    over = [p for p in layout.pieces if 0 < center(box)[1] - center(p.box)[1] < _WRAPPED * high]
    nearest = max(over, key=lambda p: (round(p.box[3]), -p.box[0]), default=None)
    return tidy(nearest.text) if nearest is not None else ""


# --- what a paper says ------------------------------------------------------------------------------------------------


def with_words_left(
    readings: Sequence[PlaceReading],
    blank: Stream,
    paper: Sequence[Token],
    to_paper: Sequence[int],
    told: Told,
) -> list[PlaceReading]:
    """The readings of running text: where all but one of a question's words were taken out, the one is the answer.

    In a cell of nothing but answers more may be written behind it. Where nothing tells the answer it is doubtful: rings
    and colours are not seen. But where other questions of the copy are answered so that it is seen, one whose words all
    stand there as in the blank was left open.
    """
    slots = {s.id: s.at for s in blank.slots}
    out = list(readings)
    untouched: list[int] = []
    answered = False
    for asked in questions(readings):
        mine = [i for i in asked if is_ringed_word(readings[i].place.id) and readings[i].place.id in slots]
        if len(mine) < 2 or any(readings[i].state != "empty" for i in mine):
            answered = answered or (len(mine) > 1 and any(readings[i].state == "filled" for i in mine))
            continue
        at = [slots[readings[i].place.id] for i in mine]
        left = [i for i, n in zip(mine, at, strict=True) if to_paper[n] >= 0]
        chosen = [i for i in mine if readings[i].place.id in told.answers]
        why = ""
        put_in = is_put_in(to_paper, min(at), max(at), len(paper))
        some = 0 < len(left) < len(mine) and takes_several(readings[mine[0]].place.group_label)
        if chosen:
            why = told.answers[readings[chosen[0]].place.id]
        elif (len(left) == 1 or some) and (not put_in or is_said_more(blank, paper, to_paper, at)):
            chosen, why = left, "the question's other answers were taken out"
        elif len(left) == len(mine) and not put_in and not any(readings[i].place.id in told.unclear for i in mine):
            untouched += mine
            continue
        answered = answered or bool(chosen)
        for i in chosen:
            out[i] = replace(readings[i], state="filled", value=readings[i].place.option, how=("text",), why=why)
        if not chosen:
            for i in mine:
                out[i] = replace(readings[i], state="doubtful", why=_UNSEEN)
    for i in untouched if not answered else ():
        out[i] = replace(readings[i], state="doubtful", why=_UNSEEN)
    return out


def taken_out(blank: Stream, found: Collection[int], places: Mapping[str, Place]) -> frozenset[int]:
    """The printed answers (indices of the blank's tokens) that are gone from a copy which has their question still:
    who deletes what does not apply has changed no word of the form."""
    groups: dict[str, list[int]] = {}
    for slot in blank.slots:
        if is_ringed_word(slot.id) and slot.id in places:
            here = range(slot.at, slot.at + len(norms(places[slot.id].option)))
            groups.setdefault(slot.id.rpartition("ring")[0], []).extend(here)
    return frozenset(i for own in groups.values() if min(own) - 1 in found for i in own if i not in found)


def is_put_in(to_paper: Sequence[int], first: int, last: int, size: int) -> bool:
    """Whether other words stand between the words around a question's answers: one that was typed over reads so."""
    before = next((to_paper[n] for n in range(first - 1, -1, -1) if to_paper[n] >= 0), -1)
    after = next((to_paper[n] for n in range(last + 1, len(to_paper)) if to_paper[n] >= 0), size)
    found = sum(to_paper[n] >= 0 for n in range(first, last + 1))
    return after - before - 1 > found


def is_said_more(blank: Stream, paper: Sequence[Token], to_paper: Sequence[int], at: Sequence[int]) -> bool:
    """Whether a Word file's cell whose blank holds nothing but answers, which begin at `at`, begins with the one that
    is left and says more: "Yes, always"."""
    cell = blank.tokens[at[0]].cell
    own = [n for n, t in enumerate(blank.tokens) if t.cell == cell]
    if cell is None or own[0] != at[0] or len(own) != own[-1] - own[0] + 1:
        return False
    before = to_paper[own[0] - 1] if own[0] else -1
    after = to_paper[own[-1] + 1] if own[-1] + 1 < len(to_paper) else len(paper)
    there = paper[before + 1 : after] if 0 <= before < after else ()
    if not there or there[0].cell in (None, paper[before].cell) or len({t.cell for t in there}) > 1:
        return False
    if any(t.norm in (IMAGE, STROKE, ON, OFF, "__") for t in there):
        return False
    return [to_paper[n] for n in at if to_paper[n] >= 0] == [before + 1]
