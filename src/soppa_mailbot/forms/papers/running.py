"""Reading a paper word by word: what stands between two labels beyond the blank's own text is the answer.

For whatever has lost the blank's layout: Word files, what was converted to or from them, pages wrapped anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from soppa_mailbot.forms.blanks.rings import with_words_left
from soppa_mailbot.forms.common.tokens import Token
from soppa_mailbot.forms.common.words_ringed import is_ringed_word
from soppa_mailbot.forms.papers.boxes_taken_out import with_words_of_boxes
from soppa_mailbot.forms.papers.drawn_signatures import is_stray, with_signatures
from soppa_mailbot.forms.papers.evidence import Evidence
from soppa_mailbot.forms.papers.given_answers import give, put
from soppa_mailbot.forms.papers.highlighted import with_highlights
from soppa_mailbot.forms.papers.nearby import expected_places, far_off, placed
from soppa_mailbot.forms.papers.second_opinions import (
    between_options,
    check_box_seen,
    check_question,
    controls_of,
    in_controls,
    is_behind,
    line_seen,
    mark_at_end,
    use_control,
)
from soppa_mailbot.forms.papers.words_elsewhere import beside_wrapped, in_their_column, in_their_sentence, years_in_full
from soppa_mailbot.forms.texts.comparison import Comparison, adjacent, gap_at
from soppa_mailbot.forms.texts.own_labels import moved_words
from soppa_mailbot.forms.texts.own_sentences import in_its_sentence, wraps
from soppa_mailbot.forms.texts.rings_told import told
from soppa_mailbot.forms.texts.shares_by_comma import by_commas
from soppa_mailbot.model import Field, Page, Place, PlaceReading


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
    named = controls_of(fields, comparison.blank.slots)
    slots = [s for s in comparison.blank.slots if s.id in places]
    out = []
    expected = expected_places(comparison.blank, comparison.paper, comparison.to_paper, slots)
    years = years_in_full(comparison, slots)
    by_place = {**placed(comparison.paper, comparison.to_paper, expected), **(rooms or {}), **years}
    by_place.update(in_their_column(comparison, slots, by_place))
    by_place.update(beside_wrapped(comparison, slots, by_place))
    by_place.update(in_their_sentence(comparison, slots, by_place, rooms or {}))
    offered = {s.at for s in slots if is_ringed_word(s.id)}
    ats = [s.at for s in slots]
    moved = moved_words(comparison.blank.tokens, comparison.paper, comparison.to_paper, ats, offered)
    ends = {n: s.id for s in slots if s.kind == "check" and (n := mark_at_end(comparison, s, places[s.id].option)) >= 0}
    by_place = {n: i for n, i in by_place.items() if n not in ends}
    ringed = told(comparison.blank, comparison.paper, comparison.to_paper, places, pages)
    by_place.update(ringed.marks)
    theirs: dict[str, list[Token]] = {}
    for number, identity in sorted(by_place.items()):  # in the order in which they are read
        theirs.setdefault(identity, []).append(comparison.paper[number])
    for group in adjacent(slots):
        found = [Evidence(places[s.id]) for s in group]
        start, end = gap_at(comparison, group[0].at)
        start = gap_at(comparison, group[0].at - group[0].hint)[0] if group[0].hint else start
        shown = {comparison.to_paper[i] for i in range(group[0].at - group[0].hint, group[0].at)}
        around = comparison.paper[max(start - 1, 0) : end + 1]
        inserted = [
            t
            for i, t in enumerate(comparison.paper[start:end], start)
            if t.norm != "__"
            and not any(i in known for known in (by_place, moved, ends, ringed.said, shown))
            and not is_stray(t, around)
        ]
        inserted = [] if group[0].id in years.values() else inserted
        if shares := by_commas(group, comparison.paper[start:end]):
            for slot, evidence, share in zip(group, found, shares, strict=True):
                theirs.pop(slot.id, None)
                put(slot, evidence, share)
            inserted = []
        if len(group) > 1 and all(s.kind == "text" and s.id in theirs for s in group):
            inserted = []  # each has words in its own place: what stands between is of one of them
        if len(group) == 1 and wraps(comparison, (n for n, i in by_place.items() if i == group[0].id), inserted):
            theirs[group[0].id] += inserted
            inserted = []
        if in_controls(group, named, inserted):
            inserted = []  # `use_control` tells each its own
        give(comparison, group, found, inserted, (start, end))
        if not inserted and any(i in moved for i in range(start, end)):
            for evidence in found:
                evidence.doubt = evidence.doubt or "other words of the form stand where the answer should"
        for slot, evidence in zip(group, found, strict=True):
            elsewhere = inserted and evidence.texts and far_off(inserted, expected.get(slot.id))
            mine = {n for n, identity in by_place.items() if identity == slot.id}
            if elsewhere and not in_its_sentence(comparison, slot, inserted, mine):
                evidence.doubt = "the words that would answer it stand elsewhere on the page"
            behind = is_behind(comparison, slot, evidence.place.option)
            if evidence.ticked and slot.is_line and not behind and between_options(comparison, slot, start, end):
                evidence.doubt = "the mark may be meant for the answer before it"
        for slot, evidence in zip(group, found, strict=True):
            if slot.id in theirs:
                put(slot, evidence, theirs[slot.id], exactly=True)
        for slot, evidence in zip(group, found, strict=True):
            use_control(slot, evidence, named)
            if not is_ringed_word(slot.id):  # of its question the printed word itself is left or taken out
                gone = slot.id not in years.values() and check_question(comparison, slot, evidence)
                unseen = slot.kind == "check" and slot.box is None and slot.id not in named and not gone
                if unseen and not (slot.is_cell or line_seen(comparison, start, end)):
                    check_box_seen(evidence)
                if slot.id in ends.values():
                    evidence.ticked, evidence.unticked, evidence.near = True, False, []
            if inserted:
                evidence.page, evidence.box = inserted[0].page, inserted[0].box
            out.append(evidence.reading())
    out = with_signatures(out, comparison)
    out = with_highlights(out, comparison.blank, comparison.paper, comparison.to_paper)
    out = with_words_of_boxes(out, comparison.blank, comparison.paper, comparison.to_paper)
    return with_words_left(out, comparison.blank, comparison.paper, comparison.to_paper, ringed)
