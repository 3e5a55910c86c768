"""What an RFI form answers in ink that nobody could read for sure: there, and for a person to read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from soppa_mailbot.finding.deadlines.dates_half_read import is_another_day
from soppa_mailbot.model import DeadlineFinding, Evidence, Form, LocationsFinding, PlaceReading, Status

NOT_READ = "filled in, not read"
_DETAIL = "the RFI form answers it, and it could not be read for certain"
_ANOTHER = "the RFI form seems to name another day, which could not be read for certain"


def unread(forms: Sequence[Form], role: str) -> tuple[Form, PlaceReading] | None:
    """The first place with this role that holds ink and no words; None where every answer was read, or there is none.

    `forms` are copies of the RFI form.
    """
    for form in forms:
        for reading in form.readings:
            asked = reading.place.role == role and reading.place.party != "district" and reading.place.kind != "check"
            if asked and reading.state != "empty" and not reading.value.strip():
                return form, reading
    return None


def unread_places(forms: Sequence[Form]) -> LocationsFinding | None:
    """The schools that a form names in ink, as unclear."""
    found = unread(forms, "schools")
    return LocationsFinding(Status.UNCLEAR, (), (_evidence(*found),), _DETAIL) if found else None


def unread_day(
    forms: Sequence[Form], sent: date, told: Sequence[tuple[str, DeadlineFinding]] = ()
) -> DeadlineFinding | None:
    """The day that a form names in ink, as unclear.

    Where a day is `told` already, only one that looks like another: most write the mail's day on the form again.
    """
    found = unread(forms, "deadline")
    if found is None or any(kind == "rfi_form" for kind, _ in told):
        return None
    days = [finding.value for _, finding in told if finding.value is not None]
    if told and not is_another_day(found[1].half_read, days, sent):
        return None
    return DeadlineFinding(Status.UNCLEAR, None, "", (_evidence(*found),), _ANOTHER if told else _DETAIL)


def _evidence(form: Form, reading: PlaceReading) -> Evidence:
    return Evidence(", ".join(form.filenames), reading.place.label, reading.page, NOT_READ)
