"""A day that a contract leaves three blanks for: "as of the ____ day of ________, 20____ (the “Effective Date”)".

What the sentence says behind the last blank, whose it is and what the contract calls it, it says of the whole day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.labels import comparable
from soppa_mailbot.forms.common.values import CENTURY
from soppa_mailbot.model import Place


def with_whole_days(places: Sequence[Place]) -> list[Place]:
    """The places, those of the day and month with the party and the title of their year's."""
    out = list(places)
    for at in range(1, len(out) - 1):
        first, month, year = out[at - 1 : at + 2]
        if not (_is_month(month) and _is_year(year)) or len({p.page for p in (first, month, year)}) > 1:
            continue
        told = next((p for p in (year, month, first) if p.party == "district" or p.title), None)
        if told is not None:
            for n in (at - 1, at, at + 1):
                out[n] = replace(out[n], party=told.party, title=out[n].title or told.title)
    return out


def _is_month(place: Place) -> bool:
    return place.kind == "text" and comparable(place.label)[-2:] in (("day", "of"), ("day",))


def _is_year(place: Place) -> bool:
    label = place.label.strip(" ,.")
    return place.kind == "text" and (label.casefold() == "year" or CENTURY.fullmatch(label) is not None)
