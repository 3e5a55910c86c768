"""What was typed in a place and answers nothing."""

from __future__ import annotations

import form_papers as papers
import pytest
from form_papers import AGREEMENT, FULL, QUESTIONNAIRE, SIGNED

from soppa_mailbot.forms.papers.no_answers import puts_off, says_its_label, without_no_answers
from soppa_mailbot.model import Place, PlaceReading


@pytest.mark.parametrize(
    "text",
    [
        "TBD",
        "t.b.d.",
        "TBA at a later date",
        "To be provided",
        "To be determined",
        "Still to be confirmed by our legal team",
        "to be supplied upon award",
        "Pending",
        "Pending legal review",
        "awaiting information",
        "Will send separately",
        "We will provide this under separate cover",
        "Information will follow",
        "Will be sent in a separate e-mail",
        "We'll get back to you",
        "Details to follow",
        "Not yet determined",
        "Later",
        "XXX",
    ],
)
def test_answers_put_off(text: str) -> None:
    assert puts_off(text)


@pytest.mark.parametrize(
    "text",
    [
        "None",
        "N/A",
        "No",
        "Unknown",
        "Pending FedRAMP authorization",
        "SOC 2 Type II pending",
        "SOC 2 Type I; Type II under way",
        "In progress",
        "Available upon request",
        "Will be provided upon request",
        "By e-mail",
        "Will send an e-mail",
        "Will provide",
        "To be provided by the District",
        "To be determined with the District at kickoff",
        "See attached security white paper",
        "Will be deleted after the contract ends",
        "To be returned within 30 days",
        "Coming soon: OneRoster 1.2",
        "Follow Up Learning",
    ],
)
def test_answers_that_are_answers(text: str) -> None:
    assert not puts_off(text)


@pytest.mark.parametrize(
    ("label", "text", "said"),
    [
        ("Data hosting location", "Data hosting location", True),
        ("Data hosting location", "DATA HOSTING LOCATION:", True),
        ("4. Data hosting location", "Data hosting location", True),
        ("Cyber liability insurance (carrier, limit)", "Cyber liability insurance", True),
        ("Cyber liability insurance (carrier, limit)", "carrier, limit", True),
        ("Where is data stored (city and state)?", "city and state", True),
        ("Where is data stored (city and state)?", "Elgin, Illinois", False),
        ("Is data stored abroad (United States only)", "United States only", False),
        ("Currency (USD)", "USD", False),
        ("Hosting provider", "Provider of hosting: NimbusRack", False),
        ("None", "None", False),
    ],
)
def test_a_label_typed_back(label: str, text: str, said: bool) -> None:
    assert says_its_label(text, Place(id="a", kind="text", label=label, required=True)) is said


def test_such_places_are_open() -> None:
    blank = papers.blank(papers.questionnaire(), "rfi", QUESTIONNAIRE, "blank.pdf", optional=("Contact fax",))
    given = {**FULL, "Where is data stored?": "TBD", "Resource name": "Resource name"}
    form = papers.copy_of(blank, papers.questionnaire(given), "copy.pdf")
    assert form.status == "incomplete"
    assert {n.partition(" (")[0] for n in form.open} == {"Where is data stored?", "Resource name"}


def test_the_date_of_a_signature_put_off() -> None:
    blank = papers.blank(papers.agreement(), "soppa", AGREEMENT, "agreement.pdf")
    form = papers.copy_of(blank, papers.agreement({**SIGNED, "Date": "TBD"}), "copy.pdf")
    assert (form.status, form.unsigned, len(form.open)) == ("incomplete", False, 1)


def test_where_ink_stands_besides_a_person_looks() -> None:
    place = Place(id="a", kind="text", label="Hosting", required=True)
    read = [PlaceReading(place, "filled", "TBD", how) for how in (("text",), ("ink", "ocr"))]
    assert [r.state for r in without_no_answers(read)] == ["empty", "doubtful"]


def test_schools_and_the_day_for_approval_are_judged_by_themselves() -> None:
    places = [Place(id=r, kind="text", label=r, required=True, role=r) for r in ("schools", "deadline")]
    read = [PlaceReading(p, "filled", "TBD", ("text",)) for p in places]
    assert without_no_answers(read) == read


@pytest.mark.parametrize(
    ("label", "text", "state"),
    [
        ("Website", "coming soon", "filled"),
        ("4. Company web site:", "Coming soon!", "filled"),
        ("Website", "TBD", "empty"),
        ("Website of the privacy policy", "coming soon", "empty"),
        ("Privacy policy web address", "coming soon", "empty"),
        ("Retention period", "coming soon", "empty"),
    ],
)
def test_a_site_that_is_being_made(label: str, text: str, state: str) -> None:
    place = Place(id="a", kind="text", label=label, required=True)
    assert [r.state for r in without_no_answers([PlaceReading(place, "filled", text, ("text",))])] == [state]


@pytest.mark.parametrize(
    ("label", "how", "state"),
    [
        ("Attendance purpose (or N/A)", ("ink", "ocr"), "filled"),
        ("Attendance purpose", ("ink", "ocr"), "doubtful"),
        ("Attendance purpose (or N/A)", ("text",), "doubtful"),
    ],
)
def test_what_a_scan_reads_for_the_answer_that_a_label_offers(label: str, how: tuple[str, ...], state: str) -> None:
    place = Place(id="a", kind="text", label=label, required=True)
    assert [r.state for r in without_no_answers([PlaceReading(place, "filled", "N/K", how)])] == [state]
