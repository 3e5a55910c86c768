"""A form that is completed for a company that nothing else of the submission names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soppa_mailbot.finding.products.form_operators import with_strange_operators
from soppa_mailbot.forms.completeness import concluded
from soppa_mailbot.model import Form, Place, PlaceReading

MAIL = "Larch Labs would like to offer Larch Phonics."


def form(key: str, operator: str, *answers: str, how: str = "field") -> Form:
    texts = {"operator": operator, "product": "Larch Phonics", **{f"a{n}": value for n, value in enumerate(answers)}}
    readings = [
        PlaceReading(Place(name, "text", name, required=True, role=name if name[1:].isalpha() else ""), "filled", value,
                     (how,))
        for name, value in texts.items()
    ]  # fmt: skip
    readings.append(
        PlaceReading(Place("s", "signature", "Signed", required=True, role="signature"), "filled", "", ("ink",))
    )
    draft = Form(
        key, "b", "b.pdf", (key,), (f"{key}.pdf",), (), "", (), (), (), False, (), (), None, tuple(readings), 1.0
    )
    return concluded(draft)


def doubted(*forms: Form, said: str = MAIL, domain: str = "larchlabs.example") -> list[str]:
    return [f.form for f in with_strange_operators(forms, said, domain) if f.status == "doubtful"]


def test_the_soppa_form_of_another_company() -> None:
    mine, strange = (
        form("rfi", "Larch Labs, Inc.", "None"),
        form("soppa", "Fern Games LLC", "www.larchlabs.example/privacy"),
    )
    assert doubted(mine, strange) == ["soppa"]
    assert doubted(strange, mine) == ["soppa"]
    (got,) = (f for f in with_strange_operators((mine, strange), MAIL, "larchlabs.example") if f.form == "soppa")
    assert got.doubts == ("it is completed for Fern Games LLC, the form beside it for Larch Labs, Inc",)


def test_the_rfi_form_of_another_company() -> None:
    assert doubted(form("rfi", "Fern Games LLC", "fun games"), form("soppa", "Larch Labs, Inc.")) == ["rfi"]
    assert doubted(form("rfi", "Orbit Holdings Inc.", "dana@larch.example, Larch"), form("soppa", "Larch Labs")) == []


@pytest.mark.parametrize(
    ("rfi", "soppa", "said"),
    [
        ("Larch Labs, Inc.", "LARCH LABS", MAIL),
        ("Nørby Læring ApS", "Norby Laering ApS", MAIL),
        ("Larch Labs, Inc.", "Larch", MAIL),
        ("Larch Labs", "Larch Learning Technologies LLC", MAIL),
        ("Larch Labs", "Orbit Holdings LLC d/b/a Larch Labs", MAIL),
        ("Larch Labs, a division of Orbit Holdings", "Orbit Holdings LLC", MAIL),
        ("Larch Labs", "Orbit Holdings LLC", f"{MAIL} Our parent company Orbit Holdings signs."),
        ("EduCart Inc.", "Larch Labs, Inc.", "EduCart resells it for Larch Labs."),
        ("EduCart Inc.", "Larch Labs, Inc.", "The quote of EduCart for Larch Phonics."),
        ("Orbit Holdings", "Orbit Holdings", MAIL),
    ],
)
def test_one_house(rfi: str, soppa: str, said: str) -> None:
    assert doubted(form("rfi", rfi), form("soppa", soppa), said=said) == []


def test_the_other_form_explains_it() -> None:
    rfi = form("rfi", "Larch Labs, Inc.", "Parent company: Orbit Holdings")
    assert doubted(rfi, form("soppa", "Orbit Holdings LLC")) == []
    assert doubted(form("rfi", "Larch Labs"), form("soppa", "Orbit Holdings LLC", "President, Larch Labs")) == []


def test_one_form_and_what_is_not_finished_stay() -> None:
    strange = form("soppa", "Fern Games LLC")
    assert doubted(strange) == []
    assert doubted(form("rfi", "Larch Labs"), replace(strange, status="incomplete")) == []
    assert doubted(form("rfi", "Larch Labs"), form("soppa", "Lnrch Lahs Inc", how="ocr")) == []
