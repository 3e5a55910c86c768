"""Answers, labels, roles and parties: plain words in, plain words out."""

from __future__ import annotations

import pytest

from soppa_mailbot.forms.common.align import align
from soppa_mailbot.forms.common.labels import comparable, is_generated, spoken, tidy
from soppa_mailbot.forms.common.tokens import OFF, ON, norms, pieces
from soppa_mailbot.forms.common.values import is_answer, is_notice
from soppa_mailbot.forms.naming.optional import named, with_optional
from soppa_mailbot.forms.naming.party import heading_party, label_party
from soppa_mailbot.forms.naming.roles import is_signature, with_roles
from soppa_mailbot.forms.naming.subject import subject_meaning
from soppa_mailbot.model import Place


def place(label: str, kind: str = "text", **more: str) -> Place:
    return Place(id=more.pop("id", label), kind=kind, label=label, required=True, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "N/A",
        "n/a",
        "None",
        "see attached policy",
        "0",
        "No",
        "-12",
        "Yes - TLS 1.3",
        "/s/ Ana Ruiz",
        "TBD",
        "Select Software Inc.",
    ],
)
def test_answers(text: str) -> None:
    assert is_answer(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "_",
        ".",
        "- -",
        "\u2002\u2002\u2002\u2002\u2002",
        "Click or tap here to enter text.",
        "Click here to enter text.",
        "Click or tap to enter a date.",
        "Choose an item.",
        "Select one",
        "-- Please select --",
        "Select an option",
        "MM/DD/YYYY",
        "[Enter name here]",
        "Type your answer here",
        "Sign here",
    ],
)
def test_no_answers(text: str) -> None:
    assert not is_answer(text)


def test_what_the_blank_says_itself_is_no_answer() -> None:
    assert not is_answer("e.g. Ohio", default="e.g. Ohio")
    assert is_answer("Ohio", default="e.g. Ohio")


def test_stamps_about_the_paper() -> None:
    assert is_notice("RECEIVED 3/14/2027")
    assert is_notice("Confidential")
    assert not is_notice("Received by Kim for Acme")


@pytest.mark.parametrize(
    "name", ["Text12", "undefined_3", "topmostSubform[0].Page1[0].f1_02[0]", "Check Box7", "fill_4", "2"]
)
def test_generated_names(name: str) -> None:
    assert is_generated(name)


@pytest.mark.parametrize("name", ["vendor", "Telephone", "Data hosting location", "op_name", "Title"])
def test_names_that_people_gave(name: str) -> None:
    assert not is_generated(name)


def test_labels_as_people_say_them() -> None:
    assert tidy("  Vendor name: ________ ") == "Vendor name"
    assert tidy("• Fax *") == "Fax"
    assert spoken("form1.vendorLegal_name2") == "vendor Legal name 2"
    assert comparable("Reseller, if any:") == comparable("RESELLER")
    assert comparable("School(s) or department(s), if known") == comparable("Schools or departments")
    assert comparable("Fax") == comparable("Fax number (optional)")
    assert comparable("Date") != comparable("Date of birth")
    assert comparable("Title") != comparable("Title (District)")


ROWS = [
    place(f"{row} {column}") for row in ("Helper 1", "Helper 2") for column in ("name", "what it does for the Provider")
]
REMARK = "(it grows far from here and comes over the sea). Pass on to part D"
PLACES = [
    place(f"No green tea is sold {REMARK}", "check"),
    place(f"No black tea is sold {REMARK}", "check"),
    place(f"No black tea is sold {REMARK.upper()}", "check", id="again"),
    *ROWS,
    place("Date completed"),
    place("Date (District)"),
    place("Fax", id="TextField9"),
    place("Red", "check", id="c=1", group="c", group_label="Colour (check one)", option="Red"),
    place("Blue", "check", id="c=2", group="c", group_label="Colour (check one)", option="Blue"),
]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("helper 2", ["Helper 2 name", "Helper 2 what it does for the Provider"]),
        ("Helper 1 NAME", ["Helper 1 name"]),
        ("Date (district)", ["Date (District)"]),
        ("TextField9", ["Fax"]),
        ("fax, if any", ["Fax"]),
        ("colour: check one", ["Red", "Blue"]),
        ("No green tea is sold", [f"No green tea is sold {REMARK}"]),
        ("No black tea is sold", []),
        ("No green tea is", []),
        ("c", ["Red", "Blue"]),
        ("Telephone", []),
        ("Help", []),
    ],
)
def test_names_of_the_configuration(wanted: str, found: list[str]) -> None:
    assert [p.label for p in named(wanted, PLACES)] == found


def test_optional_takes_required_off_and_reports_what_fits_nothing() -> None:
    places, unused = with_optional(PLACES, ("Helper 2", "No such line"))
    assert [p.label for p in places if not p.required] == ["Helper 2 name", "Helper 2 what it does for the Provider"]
    assert unused == ("No such line",)


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Legal name of the company", "operator"),
        ("Vendor (operator) legal name", "operator"),
        ("Name of the software", "product"),
        ("Product(s) covered", "product"),
        ("Service(s) to which this agreement applies", "product"),
        ("Product or service that this addendum covers", "product"),
        ("Services for which the District pays", ""),
        ("Product name and number", "product"),
        ("name of the product] under our quote or order number", ""),
        ("Products covered by our quote no.", ""),
        ("Buildings that will use the resource", "schools"),
        ("School(s)/department(s)", "schools"),
        ("Schools or offices that will use it (may be left open if named in your e-mail)", "schools"),
        ("How schools reach your support (hours, phone or e-mail)", ""),
        ("and it has served schools for", ""),
        ("Schools that are served by the product", "schools"),
        ("Date by which Board approval is needed", "deadline"),
        ("Approval needed by", "deadline"),
        ("Cabinet sign-off wanted by", "deadline"),
        ("B6. By what date must the District have approved and signed? (if known)", "deadline"),
        ("By when should this be signed and approved?", "deadline"),
        ("By what date must the District have signed?", "deadline"),
        ("Last day for the Board to sign", "deadline"),
        ("Date approved and signed", ""),
        ("Date by which we may expect your signed copy", ""),
        ("By what date must subprocessors be signed?", ""),
        ("If not subject to SOPPA, explain why", "soppa_reason"),
        ("Grounds, if SOPPA does not apply", "soppa_reason"),
        ("Rationale for exemption from SOPPA", "soppa_reason"),
        ("Section relied on, if SOPPA does not apply", ""),
        ("Agreement number (where SOPPA applies)", ""),
        ("Write yes, if SOPPA applies", "subject_to_soppa"),
        ("State, if SOPPA applies", "subject_to_soppa"),
        ("Buildings and grounds software: is it subject to SOPPA", "subject_to_soppa"),
        ("Data hosting location", ""),
        ("Date of last accessibility report", ""),
        ("Contract start date", ""),
        ("School e-mail account", ""),
        ("School district references", ""),
        ("Approved by", ""),
        ("Describe the product", ""),
        ("Approval and signature needed by, if already known", "deadline"),
        ("Approval & signature wanted by (if known)", "deadline"),
        ("Signature and approval needed by", "deadline"),
        ("District approval and signature required by", "deadline"),
        ("Board signature needed by", "deadline"),
        ("By when approval and signature are needed", "deadline"),
        ("When you need approval and signature", "deadline"),
        ("Deadline for approval and signature", "deadline"),
        ("Needed by (approval and signature)", "deadline"),
        ("Approval and signature of the company", "signature"),
        ("Signature required by an officer", "signature"),
        ("Signature (needed by law)", "signature"),
        ("Signature required by", "signature"),
        ("Signature, needed before the order is placed", "signature"),
        ("When signing for a firm: signature", "signature"),
        ("Signature date", ""),
    ],
)
def test_roles_by_label(label: str, role: str) -> None:
    places, _ = with_roles([place(label)], {})
    assert places[0].role == role


def test_given_roles_win_and_unknown_labels_are_reported() -> None:
    places, unused = with_roles([place("Where?"), place("School")], {"schools": "Where?", "deadline": "When?"})
    assert [p.role for p in places] == ["schools", ""]
    assert unused == ("deadline = When?",)


@pytest.mark.parametrize(
    ("question", "answer", "meaning"),
    [
        ("Is the software subject to SOPPA?", "Yes", True),
        ("Is the software subject to SOPPA?", "No", False),
        ("Is the product exempt from SOPPA?", "Yes", False),
        ("Is the product exempt from SOPPA?", "No", True),
        ("Does SOPPA apply to this product?", "No", False),
        ("SOPPA status (check one)", "The product is not subject to SOPPA", False),
        ("SOPPA status (check one)", "The product is subject to SOPPA. A signed form comes with this.", True),
        ("SOPPA status", "Not applicable", False),
        ("105 ILCS 85", "SOPPA applies. Our signed form comes with this", True),
        ("105 ILCS 85", "SOPPA does not apply to this product", False),
        ("Subject to SOPPA (105 ILCS 85)? (Y/N)", "N", False),
        ("Subject to SOPPA (105 ILCS 85)? (Y/N)", "y.", True),
        ("Exempt from SOPPA? (Y/N)", "Y - no student data", False),
        ("Subject to SOPPA (105 ILCS 85)? (Y/N)", "N/A", None),
        ("Subject to SOPPA (105 ILCS 85)? (Y/N)", "n or y", None),
        ("Does the product collect student data?", "No", None),
        ("Will you sign the SOPPA agreement?", "No", None),
        ("Is the building open on holidays?", "Yes", None),
    ],
)
def test_what_an_answer_says_of_soppa(question: str, answer: str, meaning: bool | None) -> None:
    asked = place(answer, "check", group="g", group_label=question, option=answer)
    assert subject_meaning(asked, answer) is meaning


@pytest.mark.parametrize(
    ("section", "question", "answer", "meaning"),
    [
        ("F Student Online Personal Protection Act", "Is this product subject to the Act? Mark one", "No. None", False),
        ("F Student Online Personal Protection Act", "Is this product subject to the Act?", "Yes. TS-9 comes", True),
        ("SOPPA (105 ILCS 85)", "Status", "The product is not subject to this law", False),
        ("SOPPA (105 ILCS 85)", "Status", "Data not covered by the Act is deleted", None),
        ("SOPPA (105 ILCS 85)", "Will you sign an agreement under the Act of 2019?", "No", None),
        ("SOPPA (105 ILCS 85)", "Is the product sold through a reseller?", "No", None),
        ("Children's Internet Protection Act", "Is this product subject to the Act?", "No", None),
        ("SOPPA and others", "Is this product subject to FERPA?", "No", None),
    ],
)
def test_the_act_is_the_one_that_its_heading_names(
    section: str, question: str, answer: str, meaning: bool | None
) -> None:
    asked = place(answer, "check", group="g", group_label=question, option=answer, section=section)
    assert subject_meaning(asked, answer) is meaning


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("54 Grounds for “No”, if marked", "soppa_reason"),
        ("Your reasons", "soppa_reason"),
        ("Explain “Yes”", ""),
        ("Term of the license", ""),
    ],
)
def test_grounds_right_behind_the_boxes(label: str, role: str) -> None:
    question = {"group": "g", "group_label": "Is this product subject to the Act?", "section": "SOPPA"}
    asked = [place(o, "check", option=o, **question) for o in ("Yes", "No")]
    places, _ = with_roles([*asked, place(label), place("Explain it")], {})
    assert [p.role for p in places] == ["subject_to_soppa", "subject_to_soppa", role, ""]


def test_what_each_subcontractor_does_is_not_the_product() -> None:
    rows = [place(label, id=f"{label}{n}") for n in (1, 2) for label in ("Company", "Service")]
    places, _ = with_roles(rows, {}, "soppa")
    assert "product" not in {p.role for p in places}
    places, _ = with_roles([place("Service"), place("Term")], {}, "soppa")
    assert [p.role for p in places] == ["product", ""]


def test_the_print_beside_a_field_tells_what_its_title_does_not() -> None:
    said = "Day by which you need the District’s final approval, if you have one"
    places, _ = with_roles([place("Approval", "date", printed=said), place("Host", printed="Where it is kept")], {})
    assert [p.role for p in places] == ["deadline", ""]
    places, _ = with_roles([place("Approval", "date", printed=said), place("Approval needed by", "date")], {})
    assert [p.role for p in places] == ["", "deadline"]  # a label goes before it
    places, _ = with_roles([place("Approval", "date", printed=said)], {}, "soppa")
    assert [p.role for p in places] == [""]  # only the RFI form answers when approval is needed


@pytest.mark.parametrize(
    ("line", "party"),
    [
        ("FOR THE DISTRICT completed by the District after approval", "district"),
        ("For District Use Only", "district"),
        ("Office use only", "district"),
        ("School District:", "district"),
        ("District staff only", "district"),
        ("To be completed by the District", "district"),
        ("FOR THE PROVIDER", "operator"),
        ("Vendor information", "operator"),
        ("Section 4. Student data", "section"),
        ("for the District and its schools.", ""),
        ("For the District's records the vendor keeps copies of every notice that it sends to parents", ""),
        ("District data is kept apart.", ""),
        ("Where is District data kept?", ""),
    ],
)
def test_headings_of_parties(line: str, party: str) -> None:
    assert heading_party(line) == party


def test_labels_of_the_districts_own_places() -> None:
    assert label_party("Signature (District)") == "district"
    assert label_party("Superintendent's signature") == "district"
    assert label_party("Subcontractors with access to District data") == ""


def test_boxes_of_all_sorts_are_two_tokens() -> None:
    text = "☒ a ☐ b [x] c [ ] d \uf0fe e \uf0a8 f (X) g ____ h"
    assert [n for k, n, _, _ in pieces(text) if k in ("on", "off")] == [ON, OFF, ON, OFF, ON, OFF, ON]
    assert norms(text) == tuple("abcdefgh")


def test_an_answer_that_begins_like_the_text_after_it() -> None:
    blank = ["quote this goes with", "the district uses tools"]
    own = " ".join(blank).split()
    at = len(blank[0].split())
    paper = ["quote", "this", "goes", "with", "the", "quote", "of", "may", "the", "district", "uses", "tools"]
    found = align(own, paper, {at})
    assert [paper[j] for j in range(len(paper)) if j not in found] == ["the", "quote", "of", "may"]
    assert found[:at] == [0, 1, 2, 3]


def test_who_requested_it_is_no_date_and_the_reason_is_no_answer() -> None:
    def place(identity: str, label: str, option: str = "") -> Place:
        group = "Is the product subject to SOPPA? Check one" if option else ""
        kind = "check" if option else "text"
        return Place(
            id=identity, kind=kind, label=label, required=True, group=group and "g", group_label=group, option=option
        )

    places, _ = with_roles(
        [
            place("who", "Requested by (school or department), if you were told"),
            place("when", "Approval needed by, if there is a date"),
            place("yes", "Yes. We will also sign the Agreement", "Yes. We will also sign the Agreement"),
            place("no", "No", "No"),
            place("why", "The product is not subject to SOPPA because"),
        ],
        {},
    )
    assert {p.id: p.role for p in places} == {
        "who": "schools",
        "when": "deadline",
        "yes": "subject_to_soppa",
        "no": "subject_to_soppa",
        "why": "soppa_reason",
    }


def test_a_date_may_be_requested_too() -> None:
    places, _ = with_roles([Place(id="a", kind="text", label="Approval requested by", required=True)], {})
    assert places[0].role == "deadline"


@pytest.mark.parametrize(
    ("label", "signed"),
    [
        ("This Agreement starts on the day of the last signature and ends on (month/day/year)", False),
        ("It runs from the last signature until", False),
        ("Signature", True),
        ("Authorized signature of the Operator", True),
        ("Authorized signature (may be typed)", True),
        ("Operator's signature (sign or type)", True),
        ("Name (signature above)", False),
        ("Date of signature", False),
        ("By", True),
    ],
)
def test_a_sentence_may_speak_of_a_signature(label: str, signed: bool) -> None:
    assert is_signature(Place("p", "text", label, required=True)) is signed


def test_a_sentence_may_speak_of_the_district() -> None:
    assert label_party("made between the Board of Unit District No. 317 (the District) and") == ""
    assert label_party("Signature (the District)") == "district"
