"""Blocks of Word forms: both parties' signatures side by side, blocks that repeat, sections of a table."""

from __future__ import annotations

import pytest

from soppa_mailbot.forms.blanks.flow import places_from_flow
from soppa_mailbot.forms.naming.optional import named
from soppa_mailbot.forms.naming.parts import settled
from soppa_mailbot.forms.word.white_columns import white_columns
from soppa_mailbot.model import Paragraph, Place, Run

LINE = "_" * 24
SIGNED = ("Signature", "Name", "Date")
BLANKS = f"By: {LINE}/Name: {LINE}/Date: {LINE}"
DISTRICT = [("By", "district"), ("Name", "district"), ("Date", "district")]
OPERATOR = [("By", "operator"), ("Name", "operator"), ("Date", "operator")]


def lines(*texts: str) -> list[Paragraph]:
    return [Paragraph((Run(text),)) for text in texts]


def table(*rows: list[str], number: int = 0) -> list[Paragraph]:
    """A table's cells; one that says "<" is part of the cell on its left, "/" parts paragraphs."""
    return [
        Paragraph((Run(text),), (number, r, c))
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
        if cell != "<"
        for text in cell.split("/")
    ]


def learned(flow: list[Paragraph]) -> tuple[Place, ...]:
    return settled(places_from_flow(flow))[0]


def parties(flow: list[Paragraph]) -> list[tuple[str, str]]:
    """(label, party), the District's first."""
    found = [(p.label.replace("Signature", "By"), p.party) for p in learned(flow)]
    return sorted(found, key=lambda f: f[1])


SIDE_BY_SIDE = {
    "labels before lines": table(["OPERATOR", "DISTRICT"], *[[f"{x}: {LINE}"] * 2 for x in ("By", "Name", "Date")]),
    "labels in a column of their own": table(
        ["", "Operator", "District"], ["Signature", "", ""], ["Name", "", ""], ["Date", "", ""]
    ),
    "captions under lines, white between": table(
        ["For the District", "", "For the Operator"],
        *[r for x in SIGNED for r in (["", "", ""], [x, "", x])],
    ),
    "captions under underscores": table(
        ["VENDOR:", "LAKESIDE CCSD 12:"], *[r for x in SIGNED for r in ([LINE, LINE], [x, x])]
    ),
    "labels and empty cells, white between": table(
        ["Provider", "<", "", "Local Education Agency", "<"], *[[x, "", "", x, ""] for x in SIGNED]
    ),
    "answers behind colons, white between": table(
        ["VENDOR", "", "SCHOOL DISTRICT"], *[[f"{x}:", "", f"{x}:"] for x in ("By", "Name", "Date")]
    ),
    "a District's name": table(
        ["Board of Education of Lakeside School District 12", "Company"],
        *[[f"{x}: {LINE}"] * 2 for x in ("By", "Name", "Date")],
    ),
    "a cell each": table(
        [f"FOR THE DISTRICT/{BLANKS}", f"FOR THE OPERATOR/{BLANKS}"]
    ),
    "a cell each, the name on a line of its own": table(
        [f"MEMBER\nBoard of Education, Lakeside CUSD 12/{BLANKS}", f"OPERATOR\n(as named on page 1)/{BLANKS}"]
    ),
    "a cell each, a sentence before the lines": table(
        [f"Lakeside CUSD 12/The District agrees to this./{BLANKS}", f"Operator/The Operator agrees to this./{BLANKS}"]
    ),
    "the District's name and the operator's on lines of their own": table(
        ["MEMBER\nBoard of Education, Lakeside CUSD 12", "OPERATOR\n(signs for the company named on page 1)"],
        *[[f"{x}: {LINE}"] * 2 for x in ("By", "Name", "Date")],
    ),
    "tabs, and who the operator is": lines(
        "MEMBER\tOPERATOR (company named above)", *[f"{x}: {LINE}\t{x}: {LINE}" for x in ("By", "Name", "Date")]
    ),
    "tabs": lines("COMPANY\tBOARD OF EDUCATION", *[f"{x}: {LINE}\t{x}: {LINE}" for x in ("By", "Name", "Date")]),
    "tabs, captions under lines": lines(
        "Operator:\t\tDistrict:", *[t for x in SIGNED for t in (f"{LINE}\t{LINE}", f"{x}\t\t{x}")]
    ),
    "who signs is under the first line": lines(
        f"By: {LINE}\tBy: {LINE}", "(Operator)\t(District)", *[f"{x}: {LINE}\t{x}: {LINE}" for x in ("Name", "Date")]
    ),
    "a cell each, captions under lines": table(
        ["For the Vendor:", "For Lakeside CUSD 5:"], ["/".join(t for x in SIGNED for t in ("", LINE, x))] * 2
    ),
    "under each other, captions under lines": lines(
        "FOR THE PROVIDER:", *[t for x in SIGNED for t in (LINE, x)],
        "FOR THE DISTRICT:", *[t for x in SIGNED for t in (LINE, x)],
    ),
    "under each other": lines(
        "OPERATOR", *[f"{x}: {LINE}" for x in ("By", "Name", "Date")],
        "LAKESIDE SCHOOL DISTRICT 12", *[f"{x}: {LINE}" for x in ("By", "Name", "Date")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", SIDE_BY_SIDE)
def test_each_party_has_its_block(layout: str) -> None:
    assert parties(SIDE_BY_SIDE[layout]) == DISTRICT + OPERATOR


@pytest.mark.parametrize("layout", SIDE_BY_SIDE)
def test_a_block_is_named_by_its_head(layout: str) -> None:
    places = learned(SIDE_BY_SIDE[layout])
    theirs = {p.section for p in places if p.party == "district"}
    assert len(theirs) == 1 and theirs != {""}
    assert named("District name", places) == tuple(p for p in places if (p.label, p.party) == ("Name", "district"))


def test_first_labels_tell_the_parties() -> None:
    flow = table(["Signature of Operator", "", "Signature of District", ""], ["Date", "", "Date", ""])
    assert [(p.label, p.party) for p in learned(flow)] == [
        ("Signature of Operator", "operator"),
        ("Signature of District", "district"),
        ("Date", "operator"),
        ("Date", "district"),
    ]


def test_a_row_for_each_party() -> None:
    flow = table(["Party", "Signature", "Date"], ["Company", "", ""], ["Board of Education", "", ""])
    assert [(p.label, p.party) for p in learned(flow)] == [
        ("Company signature", "operator"),
        ("Company date", "operator"),
        ("Board of Education signature", "district"),
        ("Board of Education date", "district"),
    ]


def test_what_follows_the_districts_signature() -> None:
    flow = lines(*[f"{x} signature {LINE} Date {LINE}" for x in ("Vendor", "District")], f"Title {LINE}")
    assert [p.party for p in learned(flow)] == ["operator", "operator", "district", "district", "operator"]


def test_a_name_beside_the_districts_signature() -> None:
    """It is called otherwise than the operator's; a title is asked for once, and may be the operator's."""
    operators = ["FOR THE OPERATOR", *[f"{x}: {LINE}" for x in ("Signature", "Full name", "Date")]]
    districts = ["FOR THE DISTRICT", *[f"{x}: {LINE}" for x in ("Signature", "Printed name", "Title", "Date")]]
    assert [p.party for p in learned(lines(*operators, *districts))] == ["operator"] * 3 + [
        "district", "district", "operator", "district",
    ]  # fmt: skip


def test_a_column_of_the_districts_own() -> None:
    """It says nothing of the columns before it."""
    flow = table(["No", "Item", "Vendor Response", "District Use"], ["1", "Company name", "", ""])
    assert [(p.label, p.party) for p in learned(flow)] == [
        ("1. Company name", "operator"),
        ("1. Company name district Use", "district"),
    ]


def test_one_line_for_signature_and_date() -> None:
    (place,) = learned(table(["5.1", "Authorized signature and date", ""]))
    assert (place.kind, place.label) == ("signature", "5.1 Authorized signature and date")


def test_who_does_what_is_asked_of_the_operator() -> None:
    """Heads over a table of tasks say nothing of whose part of the form it is."""
    flow = table(["Task", "District", "Vendor"], ["Rostering of pupils", "", ""], ["Name of the trainer", "", ""])
    assert {p.party for p in learned(flow)} == {"operator"}


def test_columns_of_answers_are_not_white() -> None:
    assert not white_columns(table(["Name", "", "Name", ""], ["Date", "", "Date", ""]))
    assert not white_columns(table(["Name", ""], ["Date", ""]))
    assert not white_columns(table(["Item", "Price"], ["", ""]))
    assert white_columns(table(["Name", "", "", "Name", ""], ["Date", "", "", "Date", ""])) == {(0, 2)}


# --- blocks that repeat, sections -------------------------------------------------------------------------------------

CONTACTS = lines(
    "VENDOR PROFILE", f"Legal name: {LINE}", "Contact 1  (day-to-day questions)", f"Name: {LINE}\tPhone: {LINE}",
    "Contact 2  (if there is another)", f"Name: {LINE}\tPhone: {LINE}", "PRODUCT", f"Product name: {LINE}",
)  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Contact 2", ["p5:line1", "p5:line2"]),
        ("Contact 2: Phone", ["p5:line2"]),
        ("Contact 1 name", ["p3:line1"]),
        ("Contact 3", []),
        ("Contact 3: Phone", []),
    ],
)
def test_a_block_and_a_line_of_it(wanted: str, found: list[str]) -> None:
    assert [p.id for p in named(wanted, learned(CONTACTS))] == found


def test_a_heading_ends_where_text_goes_on() -> None:
    flow = lines("Contact 2", f"Name: {LINE}", "Please tell us about the product next.", f"Version: {LINE}")
    assert [p.section for p in learned([*lines("VENDOR PROFILE"), *flow])] == ["Contact 2", ""]


def test_a_clause_that_is_initialled() -> None:
    flow = lines(
        "AGREEMENT", "Article IV. Breach. The Company notifies the Board of a breach.", f"Initials: {LINE}",
        "Article V. Deletion. The Company deletes all that it has.", f"Initials: {LINE}",
    )  # fmt: skip
    assert [p.section for p in learned(flow)] == ["Article IV. Breach", "Article V. Deletion"]


QUESTIONS = table(
    ["No.", "Question", "Response"],
    ["Section 1 – Vendor", "<", "<"],
    ["1.1", "Legal name of the vendor", ""],
    ["1.2", "Prior contract number with the District, if there was one", ""],
    ["1.3", "Do you share data?", "☐ Yes/☐ No"],
    ["Section 2 – District only", "<", "<"],
    ["2.1", "Reviewed by", ""],
)


def test_rows_with_numbers() -> None:
    """The column's head says nothing that a label needs; the row's number is what the District names it by."""
    places = learned(QUESTIONS)
    assert [p.group_label or p.label for p in places] == [
        "1.1 Legal name of the vendor",
        "1.2 Prior contract number with the District, if there was one",
        "1.3 Do you share data?",
        "1.3 Do you share data?",
        "2.1 Reviewed by",
    ]
    assert [p.party for p in places] == ["operator"] * 4 + ["district"]
    assert named("1.2 Prior contract number", places) == places[1:2]


def test_a_clause_in_a_row_is_named_by_its_title() -> None:
    clause = "Breach. The Operator notifies the District of a breach within 48 hours and pays the costs of notices."
    places = learned(table(["", "Term", "Initials"], ["1", clause, ""], ["2", clause.replace("Breach", "Use"), ""]))
    assert [p.label for p in places] == ["1. Breach initials", "2. Use initials"]


def test_a_name_that_both_parties_have_frees_the_operator_of_nothing() -> None:
    places = learned(SIDE_BY_SIDE["tabs"])
    assert {p.party for p in named("Date", places)} == {"district"}


LONG_NAME = "BOARD OF EDUCATION OF KETTLE GROVE COMMUNITY UNIT SCHOOL DISTRICT NO. 112, DALE COUNTY, ILLINOIS"


@pytest.mark.parametrize("said", ["", " (to be completed by the District)"])
def test_a_districts_long_name_heads_its_block_under_the_operators(said: str) -> None:
    block = (f"By: {LINE}", f"Name: {LINE}", f"Date: {LINE}")
    assert parties(lines("OPERATOR", *block, LONG_NAME + said, *block)) == DISTRICT + OPERATOR
    assert parties(lines(LONG_NAME + said, *block, "OPERATOR", *block)) == DISTRICT + OPERATOR


UNDER = [("Signature", "Date"), ("Printed Name", "Title")]
OFFICERS = [("Superintendent", "Date"), ("Board President", "Date")]


def in_pairs(head: str, captions: list[tuple[str, str]]) -> list[str]:
    return [head, *[text for a, b in captions for text in (f"{LINE}\t{LINE}", f"{a}\t{b}")]]


@pytest.mark.parametrize("operator", ["CONTRACTOR:", "Vendor:", "Agreed to by the company:"])
@pytest.mark.parametrize(
    "district", ["Wabash School Corporation:", "LAKESIDE ISD:", "Maple Supervisory Union", "Oak School District 5:"]
)
def test_a_head_over_lines_beside_each_other_that_have_a_caption_each(operator: str, district: str) -> None:
    places = learned(lines(*in_pairs("For the Operator:", UNDER), "", *in_pairs(district, OFFICERS)))
    assert [p.label for p in places] == [x for pair in (*UNDER, *OFFICERS) for x in pair]
    assert [p.party for p in places] == ["operator"] * 4 + ["district"] * 4
    alone = learned(lines("It is agreed as follows.", *in_pairs(operator, UNDER)))
    assert [p.label for p in alone] == [x for pair in UNDER for x in pair]


def test_labels_over_lines_beside_each_other() -> None:
    said = [text for a, b in [*UNDER[1:], ("Phone", "Mail")] for text in (f"{a}\t{b}", f"{LINE}\t{LINE}")]
    assert [p.label for p in learned(lines("Your details", *said))] == ["Printed Name", "Title", "Phone", "Mail"]


def test_an_office_under_a_head_that_names_no_district_is_asked_for() -> None:
    flow = lines(*in_pairs("For the Operator:", UNDER), *in_pairs("Reference:", [("Superintendent", "Telephone")]))
    assert {p.party for p in learned(flow)} == {"operator"}


@pytest.mark.parametrize(
    ("captions", "party"),
    [
        ([("Signature", "Date"), ("Printed name", "Title")], "district"),
        ([("Date signed", "Telephone")], "operator"),
        ([("Telephone", "Superintendent")], "operator"),  # whose first line is not signed
    ],
)
def test_a_districts_name_heads_its_block_where_its_first_line_is_signed(
    captions: list[tuple[str, str]], party: str
) -> None:
    flow = lines(*in_pairs("For the Operator:", UNDER), *in_pairs("Wabash School Corporation", captions))
    assert [p.party for p in learned(flow)][4:] == [party] * 2 * len(captions)


def test_cells_that_nobody_signs_are_asked_for_by_their_rows() -> None:
    cells = [f"Lakeside CUSD 12/Contact: {LINE}/Telephone: {LINE}", f"Operator/Contact: {LINE}/Telephone: {LINE}"]
    assert {p.party for p in learned(table(cells))} == {"operator"}
