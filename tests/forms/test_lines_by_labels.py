"""Lines of a scan on which the form's own labels moved up behind shorter answers."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from soppa_mailbot.forms.scans.lines_by_labels import read_by_labels
from soppa_mailbot.forms.scans.scan_sheets import Sheet
from soppa_mailbot.model import Box, Place, PlaceReading, Word

ROOMS: dict[str, Box] = {"Insurer": (110, 90, 200, 104), "Policy number": (275, 90, 400, 104)}
OWN = ((60, "Insurer:"), (205, "Policy"), (238, "number:"))
SURE, POOR = 0.97, 0.4


def words(*said: tuple[float, str], confidence: float = SURE) -> tuple[Word, ...]:
    return tuple(Word(text, (left, 92.0, left + 5.0 * len(text), 102.0), confidence) for left, text in said)


def read(
    seen: tuple[Word, ...], states: tuple[str, str] = ("filled", "empty"), *, ink: int = 0, kind: str = "text"
) -> dict[str, tuple[str, str]]:
    """Label -> what its place holds, where OCR sees these words and ink lies behind a label."""
    sheet = SimpleNamespace(
        words=seen,
        own=words(*OWN),
        added=SimpleNamespace(within=lambda box: ink, dpi=72.0),
        found=SimpleNamespace(transform=np.eye(3)),
        dpi=72.0,
    )
    readings = [
        PlaceReading(Place(label, kind, label, True, box=box), state)
        for (label, box), state in zip(ROOMS.items(), states, strict=True)
    ]
    return {r.place.label: (r.state, r.value) for r in read_by_labels(readings, cast("Sheet", sheet))}


def test_answers_are_read_behind_their_labels() -> None:
    seen = words((60, "Insurer:"), (105, "Acme"), (135, "Policy"), (168, "number:"), (210, "A-12"), (240, "x"))
    assert read(seen) == {"Insurer": ("filled", "Acme"), "Policy number": ("filled", "A-12 x")}


def test_a_label_may_have_moved_to_the_right_and_be_misread_a_little() -> None:
    seen = words((60, "Insurer:"), (110, "Acme"), (150, "Mutual"), (260, "Pol1cy"), (293, "number"), (330, "A-12"))
    assert read(seen)["Policy number"] == ("filled", "A-12")


@pytest.mark.parametrize(("ink", "state"), [(0, "empty"), (400, "doubtful")])
def test_nothing_read_behind_a_label_that_moved(ink: int, state: str) -> None:
    seen = words((60, "Insurer:"), (105, "Acme"), (135, "Policy"), (168, "number:"))
    assert read(seen, ink=ink)["Policy number"] == (state, "")


def test_what_is_read_badly_is_doubtful() -> None:
    seen = words((60, "Insurer:"), (105, "Acme"), (135, "Policy"), (168, "number:"))
    poor = words((210, "A-l2"), confidence=POOR)
    assert read((*seen, *poor))["Policy number"] == ("doubtful", "")


def test_a_room_that_held_nothing_but_the_next_label_is_not_filled() -> None:
    seen = words((60, "Insurer:"), (105, "Policy"), (138, "number:"), (180, "A-12"))
    assert read(seen) == {"Insurer": ("doubtful", ""), "Policy number": ("filled", "A-12")}


def test_handwriting_that_ocr_does_not_read_stays_filled() -> None:
    """A label may be read a little further away, and what is written in its own room is ink."""
    seen = words((60, "Insurer:"), (185, "Policy"), (218, "number:"))
    assert read(seen, ("filled", "filled")) == {"Insurer": ("doubtful", ""), "Policy number": ("filled", "")}
    seen = words((60, "Insurer:"), (215, "Policy"), (218, "number:"))
    assert read(seen, ("filled", "filled")) == {"Insurer": ("filled", ""), "Policy number": ("filled", "")}


@pytest.mark.parametrize(
    ("seen", "kind"),
    [
        (words(*OWN), "text"),  # where the blank has them
        (words((57, "Insurer:"), (202, "Policy"), (235, "number:")), "text"),  # the scanner's doing
        (words((60, "Insurer:"), (135, "Policy")), "text"),  # half of a label
        (
            words((60, "Insurer:"), (110, "Policy"), (143, "number:"), (205, "Policy"), (238, "number:")),
            "text",
        ),  # twice
        (words((60, "Insurer:"), (105, "Acme"), (135, "Policy"), (168, "number:"), (210, "A-12")), "signature"),
    ],
)
def test_lines_that_stay_as_they_were_read(seen: tuple[Word, ...], kind: str) -> None:
    assert read(seen, ("filled", "empty"), kind=kind, ink=400) == {
        "Insurer": ("filled", ""),
        "Policy number": ("empty", ""),
    }


def test_a_place_alone_on_its_line_stays_as_it_was_read() -> None:
    place = Place("Insurer", "text", "Insurer", True, box=ROOMS["Insurer"])
    sheet = SimpleNamespace(words=words((90, "Insurer:"), (135, "Acme")), own=words(*OWN))
    readings = [PlaceReading(place, "empty")]
    assert read_by_labels(readings, cast("Sheet", sheet)) == readings
