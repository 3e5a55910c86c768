"""An RFI form for one product beside a SOPPA form for another."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.crossed import crossed_forms
from soppa_mailbot.model import Evidence


def named(name: str) -> list[tuple[str, Evidence]]:
    return [(name, Evidence("form.pdf", name))]


@pytest.mark.parametrize(
    ("rfi", "soppa"),
    [("Planet Math", "Planet Writing"), ("Tremolo Roster", "Tremolo Library"), ("Planet Math", "Planet Match")],
)
def test_two_products(rfi: str, soppa: str) -> None:
    assert crossed_forms(named(rfi), named(soppa)) == (rfi, soppa)


@pytest.mark.parametrize(
    ("rfi", "soppa"),
    [
        ("Tremolo Roster", "Tremolo Roster coach"),
        ("Planet Math Premium", "Planet Math"),
    ],
)
def test_one_product(rfi: str, soppa: str) -> None:
    assert crossed_forms(named(rfi), named(soppa)) == ()
