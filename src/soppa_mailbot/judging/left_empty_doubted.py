"""The findings in the light of what other operators left empty: unsure of such places, or without them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from soppa_mailbot.forms.completeness import concluded
from soppa_mailbot.forms.naming.naming import key_of
from soppa_mailbot.judging.left_empty_copies import checked_in, empty_and_filled, is_asked, tells, with_several_answers
from soppa_mailbot.judging.left_empty_told import LeftEmpty, Seen, Several
from soppa_mailbot.model import Findings, Form, PlaceReading


def doubted(history: Sequence[Findings], found: Sequence[Seen]) -> tuple[Findings, ...]:
    """The findings, unsure of the places that operators leave empty, and without those of which that is settled."""
    if not found:
        return tuple(history)
    known: dict[str, list[Seen]] = {}
    for seen in found:
        known.setdefault(seen.blank, []).append(seen)
    return tuple(
        replace(mail, forms=tuple(_doubted(form, known.get(form.blank, ())) for form in mail.forms)) for mail in history
    )


def _doubted(form: Form, known: Sequence[Seen]) -> Form:
    if not tells(form):
        return form
    empty, filled = empty_and_filled(form)
    several, checked = with_several_answers(form), checked_in(form)
    left = {seen.key: seen for seen in known if isinstance(seen, LeftEmpty) and seen.key in empty}
    more = {seen.key: seen for seen in known if isinstance(seen, Several) and seen.key in filled}
    if not left and not more:
        return form
    readings, signed = [], []
    for reading in form.readings:
        key = key_of(reading.place)
        if is_asked(reading) and key in left:
            reading = _told(reading, left[key], filled, checked)
            if reading.place.signs and reading.place.required:
                # a signature is never done without: that nobody's was found makes the whole copy one for a person
                signed.append(f"no signature at “{reading.place.label}” ({reading.place.unsure})")
        elif is_asked(reading) and key in more and reading.state == "filled":
            reading = _of_several(reading, more[key], several=key in several)
        readings.append(reading)
    return concluded(replace(form, readings=tuple(readings), doubts=(*form.doubts, *signed)))


def _told(reading: PlaceReading, known: LeftEmpty, filled: Collection[str], checked: Collection[str]) -> PlaceReading:
    """The reading of an empty place, in the light of what other operators did there."""
    if not known.settled or known.unless & set(checked):
        return replace(reading, place=replace(reading.place, unsure=known.why()))
    if known.instead_key and known.instead_key not in filled:
        return reading  # neither: one of them is owed
    return replace(
        reading,
        place=replace(reading.place, required=False, unsure=known.why()),
        why=f"{known.why()}: not asked for",
    )


def _of_several(reading: PlaceReading, known: Several, *, several: bool) -> PlaceReading:
    """The reading of a checked box, in the light of how many other operators checked."""
    place = replace(reading.place, any_number=True)
    sure = several if known.settled else not several
    return replace(reading, place=place) if sure else replace(reading, place=place, state="doubtful", why=known.why())
