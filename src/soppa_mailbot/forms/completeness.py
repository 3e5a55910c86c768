"""Whether a form is finished: its parts put together, its groups, its signature, what is left open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from soppa_mailbot.forms.absent_pages import is_absent
from soppa_mailbot.forms.blanks.unasked import gap_in
from soppa_mailbot.forms.common.free_choices import owed_by_other
from soppa_mailbot.forms.identity.copies import copies
from soppa_mailbot.forms.identity.editions import doubts_of_editions
from soppa_mailbot.forms.naming.feet import is_foot
from soppa_mailbot.forms.naming.naming import names_of
from soppa_mailbot.forms.naming.subject import subject_meaning
from soppa_mailbot.forms.pages.combs import with_combs
from soppa_mailbot.forms.papers.answered_rows import with_answered_rows
from soppa_mailbot.forms.papers.drawn_frames import without_drawn_frames
from soppa_mailbot.forms.papers.no_answers import without_no_answers
from soppa_mailbot.forms.papers.not_asked import without_unasked
from soppa_mailbot.forms.papers.pushed import with_pushed_labels, with_strayed_marks
from soppa_mailbot.forms.place_answer import schools_answer
from soppa_mailbot.forms.texts.exclusive import contradictions, one_only, only_one, says_data_and_exempt, too_many
from soppa_mailbot.model import Blank, Form, FormPart, Place, PlaceReading

NOT_SUBJECT = "that the product is not subject to SOPPA"
NO_PAGE = "its page is not there"
_ANSWER_ROLES = ("schools", "deadline", "operator", "product", "soppa_reason", "signature_date")


def assemble(parts: Sequence[FormPart], blanks: Sequence[Blank]) -> tuple[Form, ...]:
    """One Form for each copy that was sent. Pages of one copy may come in several files, in any order."""
    known = {(b.form, b.id): b for b in blanks}
    return tuple(_judged(copy, known[copy[0].form, copy[0].blank], parts) for copy in copies(parts, known))


def _judged(parts: Sequence[FormPart], blank: Blank, every: Sequence[FormPart]) -> Form:
    readings = _readings(parts, blank)
    draft = Form(
        form=blank.form,
        blank=blank.id,
        blank_file=blank.file,
        documents=tuple(dict.fromkeys(p.document for p in parts)),
        filenames=tuple(dict.fromkeys(p.filename for p in parts)),
        pages=tuple((p.document, n) for p in parts for n in p.pages),
        status="",
        open=(),
        doubtful=(),
        missing_pages=_missing_pages(parts, blank),
        unsigned=False,
        signature=(),
        answers=(),
        subject_to_soppa=None,
        readings=tuple(readings),
        filled_share=0.0,
        doubts=tuple(dict.fromkeys(_doubts(parts, blank, every))),
    )
    form = concluded(draft)
    if form.status == "complete" and (gap := gap_in(blank)):
        return concluded(replace(draft, doubts=(*draft.doubts, gap)))
    return form


def _doubts(parts: Sequence[FormPart], blank: Blank, every: Sequence[FormPart]) -> list[str]:
    return [*(d for p in parts for d in p.doubts), *_pictures_lacking(parts, blank, every), *doubts_of_editions(parts)]


def _pictures_lacking(parts: Sequence[FormPart], blank: Blank, every: Sequence[FormPart]) -> list[str]:
    """A Word form photographed page by page of which not every place is on a picture, and may be on another page."""
    if blank.document.pages or any(p.how != "scan" for p in parts):
        return []
    there = {r.place.id for p in parts for r in p.readings}
    lacking = [p for p in blank.places if p.id not in there]
    if not lacking or is_absent(lacking, parts, every, blank):
        return []
    return [f'the part of the form with "{(lacking[0].group_label or lacking[0].label)[:60]}" is on no picture']


def lost_places(form: Form) -> list[Place]:
    """What is asked for on pages that are not there, of a form that has no pages to count."""
    return [r.place for r in form.readings if r.why == NO_PAGE and r.place.required]


def concluded(form: Form) -> Form:
    """The form with all that follows from its readings, its missing pages and its doubts."""
    readings = tuple(without_unasked(form.readings, NO_PAGE))
    asked = [r for r in readings if r.place.required]
    names = names_of(readings)
    open_labels, doubtful, filled, total = _states(asked, names)
    signed = [r for r in readings if r.place.role == "signature" and r.place.party != "district"]
    unsigned = any(r.state == "empty" for r in signed if r.place.required and not r.place.unsure)
    unsigned = unsigned or (any(r.place.required for r in signed) and all(r.state == "empty" for r in signed))
    if form.form == "soppa" and signed and not any(r.place.required for r in signed):
        unsigned = all(r.state == "empty" for r in signed)  # whatever may stay empty: unsigned it is no agreement
    doubts = list(form.doubts)
    both = contradictions(readings, names)
    subject = _subject(readings)
    if says_data_and_exempt(readings, subject):
        doubts.append(f"it says that student data is collected, and {NOT_SUBJECT}")
    if form.form == "soppa" and not signed:
        doubts.append("no place for the operator's signature is known in this blank")
    status = _status(
        untouched=bool(total) and not form.missing_pages and not _touched(readings),
        unsafe=bool(doubts),
        unfinished=bool(open_labels or both or unsigned or form.missing_pages),
        unsure=bool(doubtful),
    )
    return replace(
        form,
        status=status,
        readings=readings,
        open=tuple(open_labels),
        doubtful=tuple(doubtful),
        unsigned=unsigned,
        signature=tuple(dict.fromkeys(k for r in signed if r.state == "filled" for k in _kinds(r.how))),
        answers=_answers(readings),
        subject_to_soppa=subject,
        filled_share=round(filled / total, 4) if total else 0.0,
        doubts=tuple(dict.fromkeys(doubts)),
        contradictory=tuple(both),
    )


def _touched(readings: Sequence[PlaceReading]) -> bool:
    """Whether the operator entered anything at all."""
    return any(r.state != "empty" and r.place.party != "district" and r.place.default != "on" for r in readings)


def _status(*, untouched: bool, unsafe: bool, unfinished: bool, unsure: bool) -> str:
    """What is surely open makes a form incomplete, unless the reading as a whole is not safe."""
    if untouched:
        return "blank"
    if unsafe:
        return "doubtful"
    if unfinished:
        return "incomplete"
    return "doubtful" if unsure else "complete"


def _readings(parts: Sequence[FormPart], blank: Blank) -> list[PlaceReading]:
    """One reading for each place in the blank's order; places of pages that were not sent are empty."""
    read: dict[str, PlaceReading] = {}
    order = {"filled": 2, "doubtful": 1, "empty": 0}
    for part in parts:
        for reading in part.readings:
            old = read.get(reading.place.id)
            if old is None or order[reading.state] > order[old.state]:
                read[reading.place.id] = reading
    whole = [
        read.get(p.id)
        or PlaceReading(p, "doubtful" if is_foot(p) else "empty", why="it was not found" if is_foot(p) else NO_PAGE)
        for p in blank.places
    ]
    single = one_only(blank)
    whole = [replace(r, place=replace(r.place, one_only=True)) if r.place.group in single else r for r in whole]
    sure = with_combs(with_strayed_marks(with_pushed_labels(without_drawn_frames(whole))))
    return with_answered_rows(owed_by_other(without_no_answers(sure)))


def _missing_pages(parts: Sequence[FormPart], blank: Blank) -> tuple[int, ...]:
    have = {n for p in parts for n in p.blank_pages}
    return tuple(p.number for p in blank.document.pages if p.number not in have)


def _kinds(how: Iterable[str]) -> list[str]:
    names = {"text": "typed", "annotation": "typed", "field": "typed", "ocr": "ink"}
    return [names.get(h, h) for h in how]


def _states(asked: Sequence[PlaceReading], names: Mapping[str, str]) -> tuple[list[str], list[str], int, int]:
    """(names of open places, of doubtful ones, filled, asked); a question with several boxes counts once."""
    open_labels: list[str] = []
    doubtful: list[str] = []
    filled = total = 0
    done: set[str] = set()
    for reading in asked:
        place = reading.place
        if place.group:
            if place.group in done:
                continue
            done.add(place.group)
            state = _group_state([r for r in asked if r.place.group == place.group])
        else:
            state = reading.state
        label = names[place.id]
        total += 1
        filled += state == "filled"
        if place.unsure and state == "empty":
            doubtful.append(f"{label}, which is empty and may have to be ({place.unsure})")
            continue
        if place.role == "signature":
            if state == "doubtful":
                doubtful.append(label)
            continue
        if state == "doubtful":
            doubtful.append(label)
        elif state not in ("filled", "both"):
            open_labels.append(label)
    return list(dict.fromkeys(open_labels)), list(dict.fromkeys(doubtful)), filled, total


def _group_state(readings: Sequence[PlaceReading]) -> str:
    """filled | empty | doubtful | both (more ticked than the question allows)."""
    on = [r for r in readings if r.state == "filled"]
    unsure = any(r.state == "doubtful" for r in readings)
    if too_many(readings):
        return "both"
    if on:
        return "doubtful" if unsure and only_one([r.place for r in readings]) else "filled"
    return "doubtful" if unsure else "empty"


def _answers(readings: Sequence[PlaceReading]) -> tuple[tuple[str, str], ...]:
    out = []
    for role in _ANSWER_ROLES:
        values: Sequence[str] = [r.value for r in readings if r.place.role == role and r.state == "filled" and r.value]
        if role == "schools":
            values = schools_answer(readings)
        if values:
            out.append((role, "; ".join(dict.fromkeys(values))))
    return tuple(out)


def _subject(readings: Sequence[PlaceReading]) -> bool | None:
    """What the form says of SOPPA; None when it says nothing, both, or nothing sure."""
    asked = [r for r in readings if r.place.role == "subject_to_soppa" and r.place.party != "district"]
    if any(r.state == "doubtful" for r in asked):
        return None
    said = set()
    for reading in asked:
        if reading.state == "filled":
            answer = reading.place.option if reading.place.kind == "check" else reading.value
            said.add(subject_meaning(reading.place, answer))
    return said.pop() if len(said) == 1 else None
