"""A signature that is no person's, or an officer's of another company."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.form_signers import with_strange_signers
from soppa_mailbot.forms.completeness import concluded
from soppa_mailbot.model import Form, Place, PlaceReading

DISTRICT = ("Harbor CUSD 12", "Harbor Community Unit School District 12")


def form(signature: str, title: str = "CEO", name: str = "Ana Ruiz", operator: str = "Larch Labs, Inc.") -> Form:
    readings = (
        PlaceReading(Place("o", "text", "Operator", required=True, role="operator"), "filled", operator, ("field",)),
        PlaceReading(Place("s", "text", "Signature", required=True, role="signature"), "filled", signature, ("field",)),
        PlaceReading(Place("n", "text", "Printed name", required=True), "filled", name, ("field",)),
        PlaceReading(Place("t", "text", "Title", required=True), "filled", title, ("field",)),
    )
    draft = Form("soppa", "b", "b.pdf", ("d",), ("d.pdf",), (), "", (), (), (), False, (), (), None, readings, 1.0)
    return concluded(draft)


def status(one: Form, said: str = "Larch Labs would like to offer Larch Phonics.") -> str:
    return with_strange_signers((one,), said, "larchlabs.example", DISTRICT)[0].status


@pytest.mark.parametrize(
    "one",
    [
        form("Harbor CUSD 12"),
        form("Larch Labs, Inc."),
        form("Larch Labs"),
        form("Tom Brandt", "CEO, Fern Games LLC"),
        form("Tom Brandt", "VP of Sales at Fern Games, Inc."),
        form("Tom Brandt, Fern Games LLC"),
    ],
)
def test_no_person_of_the_operator_signs(one: Form) -> None:
    assert one.status == "complete"
    assert status(one) == "doubtful"


@pytest.mark.parametrize(
    "one",
    [
        form("Ana Ruiz"),
        form("Ana Ruiz, Larch Labs, Inc."),
        form("Ana Ruiz", "CEO, Larch Learning LLC"),
        form("Ana Ruiz", operator="Ana Ruiz"),
        form("Ana Ruiz", "Director of Partnerships, K-12 Limited Editions"),
        form("Tom Brandt", "President, Larch Labs, a division of Orbit Holdings Inc."),
    ],
)
def test_signed_by_the_operators_own(one: Form) -> None:
    said = "Larch Labs, a division of Orbit Holdings, would like to offer Larch Phonics."
    assert status(one, said) == "complete"


def test_a_parent_company_that_the_mail_names() -> None:
    one = form("Tom Brandt", "CEO, Fern Games LLC")
    assert status(one, "Our parent company Fern Games signs for us.") == "complete"
