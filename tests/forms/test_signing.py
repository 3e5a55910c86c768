"""Places to sign looked at on the picture: a label that says where to sign is no ink of a signature."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from soppa_mailbot.forms.papers.signing import confirm_signatures
from soppa_mailbot.model import Blank, Box, Document, FormPart, Mark, Page, Place, PlaceReading

ROOM = (72.0, 100.0, 300.0, 120.0)  # points
TAG = (75.0, 103.0, 150.0, 117.0)


def picture(*inked: Box) -> SimpleNamespace:
    gray = np.full((1100, 850), 255, np.uint8)  # a letter page at 100 dpi
    for x0, y0, x1, y1 in inked:
        gray[round(y0 * 100 / 72) : round(y1 * 100 / 72), round(x0 * 100 / 72) : round(x1 * 100 / 72)] = 0
    return SimpleNamespace(width=850, height=1100, dpi=100.0, gray=gray)


def looked_at(text: str, inked: Box, kind: str = "freetext") -> PlaceReading:
    place = Place("p1:line1", "signature", "Authorized signature", True, role="signature", page=1, box=ROOM)
    page = Page(1, 612.0, 792.0, (), (Mark(kind, TAG, text, annotation=True),))
    part = FormPart(
        "soppa", "b", "d", "a.pdf", (1,), (1,), (PlaceReading(place, "empty", page=1, box=ROOM),), 1.0, "text"
    )
    blank = Blank("b", "soppa", "Agreement", "b.pdf", Document("b", "b.pdf"), (place,))
    sent, own = picture(inked), picture()
    document = Document("d", "a.pdf", pages=(page,))
    (found,) = confirm_signatures(part, document, blank, lambda *_: sent, lambda *_: own).readings
    return found


@pytest.mark.parametrize("text", ["SIGN HERE  >>", "Sign here", "Click here to sign"])
def test_a_label_is_no_signature(text: str) -> None:
    found = looked_at(text, (80.0, 105.0, 140.0, 113.0))
    assert (found.state, found.how) == ("empty", ())
    assert text.strip() in found.why


@pytest.mark.parametrize(
    ("text", "inked", "kind"),
    [
        ("SIGN HERE >>", (160.0, 103.0, 260.0, 115.0), "freetext"),  # drawn beside it
        ("SIGN HERE >>", (80.0, 105.0, 260.0, 113.0), "freetext"),  # and over it
        ("[Signature]", (80.0, 105.0, 140.0, 113.0), "freetext"),  # names the place
        ("Ana Ruiz", (80.0, 105.0, 140.0, 113.0), "freetext"),
        ("SIGN HERE >>", (80.0, 105.0, 140.0, 113.0), "stamp"),
    ],
)
def test_what_a_person_looks_at(text: str, inked: Box, kind: str) -> None:
    assert looked_at(text, inked, kind).state == "doubtful"
