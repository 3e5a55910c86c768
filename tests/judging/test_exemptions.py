"""Whether the RFI form's word that SOPPA does not apply can be relied on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_judge_verdicts import DISTRICT, detail, form, full, status

from soppa_mailbot.judging.exemptions import speaks_against
from soppa_mailbot.judging.judge import judge
from soppa_mailbot.model import Disposition, Form, Item, Place, PlaceReading, Status


@pytest.mark.parametrize(
    "reason",
    [
        "Students log in with name and school e-mail only",
        "No accounts needed, students log in with Google",
        "We only collect student names",
        "Minimal student data (name, grade)",
        "Names and e-mails of students are not shared with third parties",
        "The product collects student usernames, but no other data",
        "Directory information only",
        "We will sign the SOPPA addendum after award",
        "Addendum to be signed later",
        "Under review by our counsel, to be confirmed",
        "Not sure, legal is reviewing",
        "TBD",
        "We have signed the Illinois NDPA with another district",
        "We comply with SOPPA and FERPA",
        "Only first names are stored",
        "Students type their nickname",
        "Video recordings of lessons",
        "Voice recordings are deleted after 24 hours",
        "Rosters are imported from the SIS",
        "Teachers upload class lists",
        "Reading scores only",
        "Limited PII",
        "The principal told us we do not need it",
        "Your IT director said it is not needed",
        "Waived by the District",
        "Per Mrs. Ortiz",
        "Already signed last year",
        "We have an existing agreement with the District",
        "Don't know",
        "I think so",
        "Free product",
        "Short-term pilot with 20 students",
        "See our privacy policy",
        "Parental consent is obtained",
        "We do not sell data",
        "We never share data with third parties",
    ],
)
def test_reasons_that_say_otherwise(reason: str) -> None:
    assert speaks_against(reason)


@pytest.mark.parametrize(
    "reason",
    [
        "",
        "Staff-only tool; no student accounts and no student data",
        "No student uses it and it holds no student information, only buses and mechanics.",
        "Addresses of adults only; no student accounts and no student data.",
        "It neither collects nor receives student data.",
        "Product doesn't store student names, e-mails or grades",
        "Students do not log in; teachers show it on a screen",
        "Students use it without accounts",
        "Staff sign in with their own accounts",
        "Employees will sign contracts electronically; no student data",
        "Employee evaluation, used in performance review",
        "SOPPA applies to operators with student data; we have none",
        "No student data, so no DPA needed",
        "Kitchen stock only, so no SOPPA form is needed",
        "Only anonymous student counts",
        "General audience product",
        "Only names and e-mail addresses of staff are stored",
        "Employee names are stored; nothing of students",
        "Staff rosters are imported from the HR system",
        "Names are not stored",
        "Free product for teachers, no student data",
        "The District's counsel agreed: no student data is collected",
        "We believe that it does not apply, since no student uses the product",
        "Used by the kitchen to plan recipes and count stock",
        "Bus routes and vehicle maintenance only",
        "Product names are imported from the vendor's price list",
        "Video lessons for the professional development of teachers",
        "Printed books and a projector",
        "Students use it on the teacher's screen",
    ],
)
def test_reasons_that_stand(reason: str) -> None:
    assert not speaks_against(reason)


def exempting(reason: str, option: str = "Not subject to SOPPA") -> Form:
    box = Place(id="no", kind="check", label=option, required=True, option=option, role="subject_to_soppa")
    why = Place(id="why", kind="text", label="Reason", required=False, role="soppa_reason")
    read = (PlaceReading(box, "filled", option), PlaceReading(why, "filled" if reason else "empty", reason))
    return form("rfi", subject_to_soppa=False, readings=read, answers=(("soppa_reason", reason),))


@pytest.mark.parametrize(
    ("reason", "option", "said"),
    [
        ("Kitchen stock only; no student data", "Not subject to SOPPA", Status.EXEMPT),
        ("", "Not subject to SOPPA", Status.EXEMPT),
        ("", "Not subject to SOPPA, for the reason stated below", Status.UNCLEAR),
        ("N/A", "Not subject to SOPPA, for the reason stated below", Status.UNCLEAR),
        ("Students log in by name", "Not subject to SOPPA", Status.UNCLEAR),
    ],
)
def test_an_exemption_that_a_person_weighs(reason: str, option: str, said: Status) -> None:
    verdict = judge([full(forms=(exempting(reason, option),))], DISTRICT)
    assert status(verdict, Item.SOPPA_FORM) == said
    assert verdict.disposition == (Disposition.COMPLETE if said == Status.EXEMPT else Disposition.REVIEW)


@pytest.mark.parametrize(
    ("option", "said"),
    [("Student name", Status.UNCLEAR), ("None", Status.EXEMPT), ("No student data is collected", Status.EXEMPT)],
)
def test_an_exemption_against_the_operators_own_soppa_form(option: str, said: Status) -> None:
    box = Place(
        id="e", kind="check", label=option, required=True, option=option, group="1", group_label="Data elements"
    )
    unsigned = form("soppa", "incomplete", unsigned=True, readings=(PlaceReading(box, "filled", option),))
    verdict = judge([full(forms=(exempting("No student data"), unsigned))], DISTRICT)
    assert status(verdict, Item.SOPPA_FORM) == said
    assert ("lists “Student name”" in detail(verdict, Item.SOPPA_FORM)) is (said == Status.UNCLEAR)


def test_an_exemption_against_the_words_of_its_mail_is_for_a_person() -> None:
    said = full(forms=(form("rfi", subject_to_soppa=False),))
    assert status(judge([said], DISTRICT), Item.SOPPA_FORM) == Status.EXEMPT
    against = replace(said, against_exempt="Students log in with Google.")
    verdict = judge([against], DISTRICT)
    assert status(verdict, Item.SOPPA_FORM) == Status.UNCLEAR
    assert verdict.disposition == Disposition.REVIEW
    assert "Students log in with Google" in detail(verdict, Item.SOPPA_FORM)
    assert status(judge([against, said], DISTRICT), Item.SOPPA_FORM) == Status.EXEMPT


def test_two_copies_of_one_mail_that_say_both() -> None:
    both = (form("rfi"), form("rfi", subject_to_soppa=False, documents=("d3",), filenames=("rfi 2.pdf",)))
    verdict = judge([full(forms=both)], DISTRICT)
    assert status(verdict, Item.SOPPA_FORM) == Status.UNCLEAR
    assert verdict.disposition == Disposition.REVIEW
    later = judge([full(forms=both[:1]), full(forms=both[1:])], DISTRICT)
    assert status(later, Item.SOPPA_FORM) == Status.EXEMPT
