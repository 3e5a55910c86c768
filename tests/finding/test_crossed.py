"""An RFI form for one product beside a SOPPA form for another, and names that were only misread."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.crossed import crossed_forms
from soppa_mailbot.model import Evidence


def named(name: str) -> list[tuple[str, Evidence]]:
    return [(name, Evidence("form.pdf", name))]


@pytest.mark.parametrize(
    ("rfi", "soppa"),
    [("Planet Math", "Planet Writing"), ("Tremolo Roster", "Tremolo Library")],
)
def test_two_products(rfi: str, soppa: str) -> None:
    assert crossed_forms(named(rfi), named(soppa)) == (rfi, soppa)


@pytest.mark.parametrize(
    ("rfi", "soppa"),
    [
        ("Zremolo Roster", "Tremolo Roster coach"),  # a photograph
        ("Tremolo Roster", "Tremolo Rosler"),
        ("Planet Math Premium", "Planet Math"),
    ],
)
def test_one_product(rfi: str, soppa: str) -> None:
    assert crossed_forms(named(rfi), named(soppa)) == ()
