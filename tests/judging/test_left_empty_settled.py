"""What five operators' copies settle: what is not asked for, what is one of two, and what takes several answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from soppa_mailbot.forms.completeness import concluded
from soppa_mailbot.judging.judge_items import rfi_form
from soppa_mailbot.judging.left_empty import left_empty
from soppa_mailbot.judging.left_empty_copies import copies_in
from soppa_mailbot.judging.left_empty_doubted import doubted
from soppa_mailbot.judging.left_empty_told import sentences
from soppa_mailbot.model import (
    Address,
    Blank,
    Document,
    Findings,
    Form,
    ItemVerdict,
    Place,
    PlaceReading,
    Status,
)

OPERATORS = ("finchley", "tamarind", "wolcott", "oxbow", "quill")


def text(name: str) -> Place:
    return Place(name, "text", name, True)


def box(question: str, option: str) -> Place:
    return Place(f"{question} {option}", "check", option, True, group=question, group_label=question, option=option)


SHARED = "Is data shared with others?"
PLACES = (
    text("Company"),
    text("Product"),
    text("Web site"),
    text("Where data is kept"),
    text("How long data is kept"),
    text("Reviewed on"),
    text("Desk telephone"),
    text("Mobile telephone"),
    box(SHARED, "Yes"),
    box(SHARED, "No"),
    text("Names of the others"),
    text("If there was a breach, when"),
    Place("sign", "signature", "Signature", True, role="signature"),
)
BLANK = Blank("b", "rfi", "Vendor form", "vendor-form.pdf", Document("d", "vendor-form.pdf"), PLACES)


def mail(
    operator: str, *empty: str, places: tuple[Place, ...] = PLACES, checked: tuple[str, ...] = (f"{SHARED} No",)
) -> Findings:
    def state(place: Place) -> str:
        if place.kind == "check":
            return "filled" if place.id in checked else "empty"
        return "empty" if place.id in empty else "filled"

    readings = tuple(PlaceReading(p, state(p), "x") for p in places)
    form = Form(
        "rfi", "b", "vendor-form.pdf", ("d",), (f"{operator}.pdf",), (("d", 1),), "", (), (), (), False, (), (), None,
        readings, 0.0,
    )  # fmt: skip
    address = Address("", f"jo@{operator}.example")
    return Findings(
        message_id=operator,
        sent=datetime(2026, 9, 8, tzinfo=UTC),
        sender=address,
        vendor_name=operator,
        subject="Our form",
        intent="submission",
        no_reply="",
        ignored=False,
        from_district=False,
        vendor_email=address.email,
        forms=(concluded(form),),
    )


def judged(mails: list[Findings], one: Findings, blank: Blank = BLANK) -> ItemVerdict:
    found = left_empty([c for m in mails for c in copies_in(m)], [blank])
    return rfi_form(doubted((one,), found), [blank])


def test_what_most_of_ten_leave_empty_is_asked_of_nobody() -> None:
    left = ("Reviewed on", "Names of the others")
    mails = [mail(name, *left) for name in OPERATORS]
    item = judged(mails, mails[0])
    assert item.status is Status.RECEIVED
    assert item.detail == ("“Reviewed on” is empty and not asked for; “Names of the others” is empty and not asked for")
    assert item.evidence[-1].rule == "all 5 operators who sent this form left it empty: not asked for"
    assert judged(mails[:4], mails[0]).status is Status.UNCLEAR, "four operators leave it to a person"
    filled = [mail(f"{name}2", "Names of the others") for name in OPERATORS]
    assert judged(mails + filled[:2], mails[0]).status is Status.RECEIVED
    assert judged(mails + filled[:4], mails[0]).status is Status.UNCLEAR, "four of nine filled it"
    (said,) = sentences(left_empty([c for m in mails + filled[:2] for c in copies_in(m)], [BLANK]))[:1]
    assert "is empty in the copies of 5 of the 7 operators who sent it, and is not asked for any more; if it" in said


def test_what_else_is_open_is_still_asked_for() -> None:
    mails = [mail(name, "Reviewed on") for name in OPERATORS]
    item = judged(mails, mail("late", "Reviewed on", "Web site"))
    assert item.status is Status.INCOMPLETE and item.open == ("Web site",)
    assert judged(mails, mail("late", "Web site")).open == ("Web site",)


@pytest.mark.parametrize("name", ["If there was a breach, when", "sign"])
def test_conditions_and_signatures_are_left_to_a_person(name: str) -> None:
    mails = [mail(operator, name) for operator in OPERATORS]
    assert judged(mails, mails[0]).status is Status.UNCLEAR


@pytest.mark.parametrize("changed", [{"role": "deadline"}, {"role": "signature_date"}, {"label": "Initials"}])
def test_so_are_the_answers_that_are_acted_on(changed: dict[str, str]) -> None:
    places = tuple(replace(p, **changed) if p.id == "Reviewed on" else p for p in PLACES)  # type: ignore[arg-type]
    blank = replace(BLANK, places=places)
    mails = [mail(name, "Reviewed on", places=places) for name in OPERATORS]
    assert judged(mails, mails[0], blank).status is Status.UNCLEAR


def test_what_the_configuration_insists_on_is_asked_for() -> None:
    places = tuple(replace(p, insisted=True) if p.id == "Reviewed on" else p for p in PLACES)
    mails = [mail(name, "Reviewed on", places=places) for name in OPERATORS]
    assert judged(mails, mails[0], replace(BLANK, places=places)).open == ("Reviewed on",)


def test_a_box_that_makes_it_one_to_fill() -> None:
    """Who checked Yes wrote the names; who checks Yes and writes none is for a person, who checks No owes none."""
    yes = (f"{SHARED} Yes",)
    mails = [mail(name, "Names of the others") for name in OPERATORS] + [mail("sorrel", checked=yes)]
    assert judged(mails, mails[0]).status is Status.RECEIVED
    late = mail("late", "Names of the others", checked=yes)
    assert judged(mails, late).status is Status.UNCLEAR
    assert judged([*mails, late], late).status is Status.UNCLEAR, "its own copy settles nothing"
    none = mail("wren")  # checked No and wrote "None"
    assert judged([*mails, none, late], late).status is Status.UNCLEAR, "one who wrote more than he owed"
    assert judged(mails[:5], mails[0]).status is Status.RECEIVED
    assert judged(mails[:5], late).status is Status.UNCLEAR, "the first who checked Yes"


def test_a_written_yes_that_makes_it_one_to_fill() -> None:
    places = tuple(text(SHARED) if p.id == f"{SHARED} Yes" else p for p in PLACES if p.id != f"{SHARED} No")
    blank = replace(BLANK, places=places)

    def said(answer: str, operator: str) -> Findings:
        sent = mail(operator, "Names of the others", places=places)
        (form,) = sent.forms
        new = tuple(replace(r, value=answer) if r.place.label == SHARED else r for r in form.readings)
        return replace(sent, forms=(concluded(replace(form, readings=new)),))

    mails = [said("No, never.", name) for name in OPERATORS]
    assert judged(mails, mails[0], blank).status is Status.RECEIVED
    assert judged(mails, said("Yes", "late"), blank).status is Status.UNCLEAR


def test_boxes_that_a_yes_before_them_makes_ones_to_check() -> None:
    with_whom = tuple(box("With whom?", option) for option in ("Resellers", "Hosts"))
    places = (*PLACES[:10], *with_whom, *PLACES[10:])
    blank = replace(BLANK, places=places)
    mails = [mail(name, places=places) for name in OPERATORS]
    assert judged(mails, mails[0], blank).status is Status.RECEIVED
    yes = mail("late", places=places, checked=(f"{SHARED} Yes",))
    assert judged(mails, yes, blank).status is Status.UNCLEAR


@pytest.mark.parametrize("label", ["Printed name", "Title", "Date signed"])
def test_what_is_said_of_the_signer(label: str) -> None:
    places = (*PLACES, text(label))
    mails = [mail(name, label, places=places) for name in OPERATORS]
    assert judged(mails, mails[0], replace(BLANK, places=places)).status is Status.UNCLEAR


def test_yes_and_no_are_never_both_right() -> None:
    mails = [mail(name, checked=(f"{SHARED} Yes", f"{SHARED} No")) for name in OPERATORS]
    assert judged(mails, mails[0]).status is Status.UNCLEAR


def test_one_of_two_is_enough() -> None:
    desk = [mail(name, "Mobile telephone") for name in OPERATORS[:3]]
    mobile = [mail(name, "Desk telephone") for name in OPERATORS[3:]]
    assert judged([*desk, *mobile], mobile[0]).status is Status.RECEIVED
    neither = mail("late", "Desk telephone", "Mobile telephone")
    item = judged([*desk, *mobile, neither], neither)
    assert item.status is Status.INCOMPLETE and item.open == ("Desk telephone", "Mobile telephone")
    one = [*desk, mail("quill", "Mobile telephone"), mobile[0]]
    assert judged(one, one[0]).status is Status.UNCLEAR, "only one wrote the other"
    said = sentences(left_empty([c for m in [*desk, *mobile] for c in copies_in(m)], [BLANK]))
    assert "who filled “Mobile telephone” in its stead, and either is enough; if" in said[0]


def test_places_far_apart_are_no_pair_for_certain() -> None:
    one = [mail(name, "Mobile telephone") for name in OPERATORS[:3]]
    other = [mail(name, "Company") for name in OPERATORS[3:]]
    assert judged([*one, *other], other[0]).status is Status.UNCLEAR


def test_lines_behind_yes_and_no_are_a_choice() -> None:
    """One operator of six said No: as lines to write on they would be no pair, as a choice they are."""
    names = {"Desk telephone": "Does it show advertising? Yes", "Mobile telephone": "No"}
    places = tuple(replace(p, label=names.get(p.id, p.label)) for p in PLACES)
    blank = replace(BLANK, places=places)
    mails = [mail(name, "Mobile telephone", places=places) for name in OPERATORS]
    other = mail("sorrel", "Desk telephone", places=places)
    assert judged([*mails, other], other, blank).status is Status.RECEIVED


def test_more_boxes_than_one() -> None:
    """Two questions that were learnt as one: whoever checked both answered both, and one alone may be too few."""
    options = {f"{SHARED} Yes": "With resellers", f"{SHARED} No": "With hosts"}
    places = tuple(replace(p, option=options[p.id], one_only=True) if p.id in options else p for p in PLACES)
    blank = replace(BLANK, places=places)
    both = (f"{SHARED} Yes", f"{SHARED} No")
    mails = [mail(name, checked=both, places=places) for name in OPERATORS]
    assert [judged(mails[:n], mails[0], blank).status for n in (2, 3, 5)] == [
        Status.INCOMPLETE,
        Status.UNCLEAR,
        Status.RECEIVED,
    ]
    assert judged(mails, mail("late", places=places), blank).status is Status.UNCLEAR
    assert judged(mails[:3], mail("late", places=places), blank).status is Status.RECEIVED
    assert judged(mails, mail("late", checked=(), places=places), blank).status is Status.INCOMPLETE
    (said,) = sentences(left_empty([c for m in mails for c in copies_in(m)], [blank]))
    assert said.startswith(f"all 5 operators who sent vendor-form.pdf checked more than one box at “{SHARED}”, which")
    singles = [mail(f"{name}2", places=places) for name in (*OPERATORS, "sorrel")]
    assert judged([*mails, *singles], mails[0], blank).status is Status.UNCLEAR, "most checked one"
    assert judged([*mails, *singles], singles[0], blank).status is Status.RECEIVED


def signer(of: str) -> tuple[Place, ...]:
    return (
        Place(f"{of} by", "signature", "By", True, role="signature"),
        Place(f"{of} name", "text", "Name", True),
        Place(f"{of} date", "text", "Date", True, role="signature_date"),
    )


BLOCKS = (*PLACES[:5], *signer("left"), *signer("right"))
LEFT, RIGHT = ("left by", "left name", "left date"), ("right by", "right name", "right date")


def test_the_other_of_two_blocks_that_all_signed_is_the_districts() -> None:
    """Whose a block is may stand in words that nobody knows; that nobody ever signs there says it."""
    blank = replace(BLANK, places=BLOCKS)
    mails = [mail(name, *LEFT, places=BLOCKS) for name in OPERATORS]
    assert judged(mails, mails[0], blank).status is Status.RECEIVED
    assert judged(mails[:4], mails[0], blank).status is Status.UNCLEAR, "four operators leave it to a person"
    unsigned = judged(mails, mail("late", *LEFT, "right by", places=BLOCKS), blank)
    assert unsigned.status is Status.INCOMPLETE, "their own block is asked for as ever"
    assert judged(mails, mail("late", *LEFT, "right name", places=BLOCKS), blank).open[0].startswith("Name")
    both = judged([*mails, mail("sixth", places=BLOCKS)], mails[0], blank)
    assert both.status is not Status.RECEIVED, "one has signed there"


def test_two_blocks_that_nobody_signed_are_nobodys() -> None:
    blank = replace(BLANK, places=BLOCKS)
    mails = [mail(name, *LEFT, *RIGHT, places=BLOCKS) for name in OPERATORS]
    assert judged(mails, mails[0], blank).status in (Status.UNCLEAR, Status.INCOMPLETE)
    some = [mail(name, *LEFT, *(RIGHT if n % 2 else ()), places=BLOCKS) for n, name in enumerate(OPERATORS)]
    assert judged(some, some[0], blank).status is not Status.RECEIVED


def test_a_second_signature_of_the_operators_is_for_a_person() -> None:
    more = Place("dpo", "signature", "Signature of Provider's data protection officer", True, role="signature")
    places = (*PLACES, more)
    blank = replace(BLANK, places=places)
    mails = [mail(name, "dpo", places=places) for name in OPERATORS]
    assert judged(mails, mails[0], blank).status is not Status.RECEIVED
