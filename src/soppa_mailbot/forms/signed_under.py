"""A signature under a condition, where the condition stands in the place of the signature, the name or the day."""

from __future__ import annotations

from dataclasses import replace

from soppa_mailbot.forms.reservations import reserves
from soppa_mailbot.forms.signer import is_of_signer
from soppa_mailbot.model import FormPart, Place

_SHOWN = 80


def says_how_signed(place: Place) -> bool:
    """Whether the operator signs there, or gives name, title or day of whoever does."""
    asked = place.signs or place.role == "signature_date" or is_of_signer(place.label)
    return asked and place.party != "district"


def with_conditions(part: FormPart) -> FormPart:
    """The part with a doubt where such an answer makes the signature depend on something."""
    told = (
        f'"{r.value[:_SHOWN]}" stands beside the signature'
        for r in part.readings
        if r.value and says_how_signed(r.place) and reserves(r.value)
    )
    return replace(part, doubts=tuple(dict.fromkeys((*part.doubts, *told))))
