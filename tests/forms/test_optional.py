"""What the `optional` of a configuration means, matched the way a person would match it."""

from __future__ import annotations

from dataclasses import replace

import form_papers as papers
import pytest

from soppa_mailbot.forms.common.free_choices import free_choices
from soppa_mailbot.forms.completeness import concluded
from soppa_mailbot.forms.naming.optional import named, with_optional
from soppa_mailbot.forms.naming.optional_parts import with_whole_parts
from soppa_mailbot.model import Blank, Form, Place, PlaceReading

SIGNED = Place("s1", "signature", "Signature", required=True, role="signature", party="operator")
DATED = Place("d1", "text", "Date", required=True, role="signature_date", party="operator")
THEIRS = (
    Place("s2", "signature", "Signature", required=False, party="district"),
    Place("d2", "text", "Date", required=False, party="district"),
)
NEEDED = Place("n1", "text", "Date by which approval is needed", required=True, party="operator")
ROWS = tuple(
    Place(f"t{n}c{column}", "text", label, required=True, party="operator")
    for n in range(3)
    for column, label in enumerate(("Name of subcontractor", "Service"))
)
PLACES = (NEEDED, *ROWS, SIGNED, DATED, *THEIRS)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Date by which approval is needed (leave blank if not known)", ["n1"]),
        ("Date by which approval is needed (if known)", ["n1"]),
        ("Signature (District)", ["s2"]),
        ("Date (for the District)", ["d2"]),
        ("Date (2026)", []),
        ("Name of subcontractor 2", ["t1c0"]),
        ("Service 3", ["t2c1"]),
        ("Service 4", []),
        ("Name of subcontractor", ["t0c0", "t1c0", "t2c0"]),
    ],
)
def test_names(wanted: str, found: list[str]) -> None:
    assert [p.id for p in named(wanted, PLACES)] == found


@pytest.mark.parametrize("optional", [("Signature (District)", "Date (District)"), ("Signature", "Date")])
def test_an_agreement_without_the_operators_signature_is_unsigned(optional: tuple[str, ...]) -> None:
    """Even where the configuration lets every signature be empty."""
    places, _ = with_optional(PLACES, optional)
    readings = [PlaceReading(p, "empty" if p.label in ("Signature", "Date") else "filled", "x") for p in places]
    form = Form(
        form="soppa", blank="b", blank_file="b.pdf", documents=("d",), filenames=("d.pdf",), pages=(("d", 1),),
        status="", open=(), doubtful=(), missing_pages=(), unsigned=False, signature=(), answers=(),
        subject_to_soppa=None, readings=tuple(readings), filled_share=0.0,
    )  # fmt: skip
    done = concluded(form)
    assert done.unsigned and done.status == "incomplete"


@pytest.mark.parametrize("label", ["7  Reseller, if any", "7. Reseller", "2.7 Reseller, if any", "(7) Reseller"])
def test_the_number_of_a_line_need_not_be_named(label: str) -> None:
    places = (Place("r", "text", label, required=True), Place("d", "text", "30 days after the end", required=True))
    assert [p.id for p in named("Reseller, if any", places)] == ["r"]
    assert [p.id for p in named("days after the end", places)] == []


def test_a_row_with_a_box_is_its_other_cells_too() -> None:
    places = (
        Place("b1", "check", "Grades", required=True, option="Grades", group="g", group_label="Check if collected"),
        Place("b2", "check", "Other (describe)", required=True, option="Other (describe)", group="g"),
        Place("t2", "text", "Other (describe) examples", required=True),
        Place("t3", "text", "Other products of yours", required=True),
    )
    assert [p.id for p in with_optional(places, ["Other (describe)"])[0] if p.required] == ["b1", "b2", "t3"]


FORM = (
    Place("e", "text", "17b. If item 17a is marked “Yes”, explanation", required=True, party="operator"),
    Place("r", "text", "through (name of the reseller, if any)", required=True, party="operator"),
    Place("s", "text", "Superintendent", required=True, party="operator"),
    Place("d1", "text", "Date", required=True, party="operator"),
    Place("n", "text", "25. Typed name and title", required=True, party="operator"),
    Place("d2", "text", "Date", required=True, party="operator"),
)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("17b. Explanation", ["e"]),
        ("17a. Explanation", []),
        ("name of the reseller, if any", ["r"]),
        ("25. Typed name and title (District)", ["n"]),
        ("Superintendent: Date", ["d1"]),
        ("Clerk: Date", []),
    ],
)
def test_a_number_a_remark_and_a_neighbour_name_a_place(wanted: str, found: list[str]) -> None:
    assert [p.id for p in named(wanted, FORM)] == found


def test_a_condition_that_the_form_adds_need_not_be_named() -> None:
    places = (
        Place("d", "text", "12. Building(s) or office(s) that asked (optional - if you know)", required=True),
        Place("f", "text", "Fax number (if you have one)", required=True),
        Place("s", "signature", "Signature (District)", required=True, party="district"),
    )
    assert [p.id for p in named("Fax number", places)] == ["f"]
    assert [p.id for p in named("Fax", places)] == ["f"]
    assert [p.id for p in named("Building(s) or office(s) that asked", places)] == ["d"]
    assert named("Signature", places) == ()


def _block(section: str, party: str = "operator", *labels: str) -> tuple[Place, ...]:
    said = labels or ("By", "Printed name", "Title", "Date")
    return tuple(
        Place(f"{section}{n}", "signature" if n == 0 else "text", label, True, party=party, section=section)
        for n, label in enumerate(said)
    )


OPERATORS = _block("For the Vendor")
BOTH = (*OPERATORS, *_block("For the District"))
OFFICE = (
    *_block("", "operator", "Signature", "Name", "Date"),
    Place("o1", "text", "OFFICE ONLY Received on", False, party="district"),
    Place("o2", "signature", "By", True),
    Place("o3", "text", "File", True),
)
LINES = (
    Place("a", "text", "Fax", True, section="Vendor"),
    *(
        Place(f"{n}{what}", "text", f"{what}, line {n}", True, section="Exhibit B. Subprocessors")
        for n in range(1, 5)
        for what in ("Company", "Country")
    ),
    *(Place(f"x{n}", "text", "Data", True, section="EXHIBIT A. SCHEDULE OF DATA") for n in range(1, 4)),
)


OF_DISTRICT = _block("DISTRICT REPRESENTATIVE", "district", "Signature", "Print name", "Date")
BY_HEADING = (  # of which it was not told who signs there
    *_block("VENDOR", "operator", "Authorized signature", "Print name", "Title", "Date"),
    *(replace(p, party="operator" if p.kind == "signature" else "district") for p in OF_DISTRICT),
    Place("b", "text", "Board approval date", True, section="DISTRICT REPRESENTATIVE"),
)
REPRESENTATIVES = [p.id for p in OF_DISTRICT]


@pytest.mark.parametrize(
    ("wanted", "places", "freed"),
    [
        ("District representative (signature, print name, date)", BY_HEADING, REPRESENTATIVES),
        ("For the District: signature, printed name, title, date", BY_HEADING, REPRESENTATIVES),
        ("District [signature / print name / date]", BY_HEADING, REPRESENTATIVES),
        ("District (signature and date)", BY_HEADING, [REPRESENTATIVES[0], REPRESENTATIVES[2]]),
        ("District contact (name)", BY_HEADING, []),
        ("For the District: By, Printed name, Title, Date", BOTH, [p.id for p in BOTH[4:]]),
        ("District signature block: signature, printed name and date", BOTH[:4] + _block("District"),
         ["District0", "District1", "District3"]),
        ("School District signature, name, title, date", OPERATORS + _block("SCHOOL DISTRICT"),
         [f"SCHOOL DISTRICT{n}" for n in range(4)]),
        # none of these tells a block of the District's: the operator signs all that there is
        ("For the District: By, Printed name, Title, Date", OPERATORS, []),
        ("For the District: By, Printed name, Title, Date", _block(""), []),
        ("District: By, Printed name, Title, Date", _block("For the District"), []),
        ("OFFICE ONLY: Received on, By, File", OFFICE, ["o2", "o3"]),
        ("OFFICE ONLY: Name, Date", OFFICE, []),
        ("Office use: Received on, Name, Date", OFFICE, []),
        ("Exhibit B: lines 2 to 3", LINES, ["2Company", "2Country", "3Company", "3Country"]),
        ("Exhibit B, lines 2 and 4", LINES, ["2Company", "2Country", "4Company", "4Country"]),
        ("Lines 4 and up of Exhibit B", LINES, ["4Company", "4Country"]),
        ("Exhibit A: additional lines of the table", LINES, ["x2", "x3"]),
        ("Exhibit C: lines 2 to 6", LINES, []),
        ("Vendor: Fax, Mobile", LINES, ["a"]),
    ],
)  # fmt: skip
def test_one_entry_names_several_places(wanted: str, places: tuple[Place, ...], freed: list[str]) -> None:
    told, unused = with_optional(places, [wanted])
    assert [p.id for p, was in zip(told, places, strict=True) if was.required and not p.required] == freed
    assert bool(unused) == (not freed)


def test_what_a_list_calls_the_districts_is_its_own() -> None:
    told, _ = with_optional(BOTH, ["For the District: By, Printed name, Title, Date"])
    assert [p.party for p in told] == ["operator"] * 4 + ["district"] * 4


@pytest.mark.parametrize("wanted", ["Box 6 Fax", "6. Fax", "Fax"])
def test_a_box_by_its_number(wanted: str) -> None:
    assert [p.id for p in named(wanted, (Place("f", "text", "6. Fax", True), Place("g", "text", "7. E-mail", True)))]


def test_columns_beginnings_initials_and_lines_behind_boxes() -> None:
    places = (
        *(
            Place(f"c{n}", "text", f"{x} purpose (if collected)", True, section="Exhibit 1. Data")
            for n, x in enumerate(("Name", "Grade"))
        ),
        Place("o", "text", "Other data", True, section="Exhibit 1. Data"),
        Place("b", "check", "Other", True, group="g", group_label="14. Period of deletion (check one)", option="Other"),
        Place("x", "text", "Other", True),
        Place("n", "text", "Doing business as", True),
    )
    for wanted, freed in (
        ("Exhibit 1: Purpose (if collected)", ["c0", "c1"]),
        ("Exhibit 1: Other (please specify)", ["o"]),
        ("14. Other: (period written out)", ["x"]),
        ("15. Other: (period written out)", []),
        ("DBA", ["n"]),
        ("D/B/A", ["n"]),
        ("DBX", []),
    ):
        told, unused = with_optional(places, [wanted])
        assert ([p.id for p in told if not p.required], bool(unused)) == (freed, not freed), wanted


def test_a_column_of_conditional_answers() -> None:
    rows = ("Data is encrypted", "Staff access is limited", "Back-ups are tested")
    places = (
        *(Place(f"t1r{n}c2", "text", f"{row} explain (if No)", True) for n, row in enumerate(rows)),
        *(Place(f"t2r{n}c2", "text", f"{row} printed name", True) for n, row in enumerate(("Operator", "Witness"))),
    )
    assert [p.id for p in named("Explain (if No)", places)] == ["t1r0c2", "t1r1c2", "t1r2c2"]
    assert named("Printed name", places) == ()
    assert named("Explain (if No)", places[:1]) == ()
    questions = ("Where do you store student data", "Who has access to student data", "How do you delete student data")
    assert named("Student data", [Place(f"p{n}", "text", q, True) for n, q in enumerate(questions)]) == ()


def test_a_row_is_named_by_its_number_where_the_form_numbers_none() -> None:
    places = tuple(
        Place(f"t1r{n}c{c}", "text", what, True) for n in (1, 2, 3) for c, what in enumerate(("What", "Why"))
    )
    assert [p.id for p in named("What (row 2)", places)] == ["t1r2c0"]
    assert [p.id for p in named("Why [in row 3]", places)] == ["t1r3c1"]
    assert [p.id for p in named("What (row 4)", places)] == []


def test_a_parts_number_need_not_be_named() -> None:
    for section in ("Part D. Subcontractors", "4. Subcontractors", "Exhibit IV Subcontractors", "Subcontractors"):
        rows = tuple(
            Place(f"{n}{what}", "text", f"{n} {what}", True, section=section)
            for n in (1, 2, 3)
            for what in ("name", "service")
        )
        told, unused = with_optional(rows, ["Subcontractors, line 2"])
        assert ([p.id for p in told if not p.required], unused) == (["2name", "2service"], ()), section
    others = tuple(Place(f"{n}", "text", f"{n} name", True, section="Former subcontractors") for n in (1, 2))
    assert with_optional(others, ["Subcontractors, line 2"])[1] == ("Subcontractors, line 2",)


def test_boxes_of_a_question_that_are_named_one_by_one() -> None:
    boxes = tuple(
        Place(option, "check", option, True, group="g", group_label="Optional parts", option=option)
        for option in ("Exhibit C applies", "Exhibit E applies")
    )
    assert all(not p.required for p in with_optional(boxes, [p.option for p in boxes])[0])
    assert all(p.required for p in with_optional(boxes, [boxes[0].option])[0])


def test_a_row_that_the_form_does_not_number_is_all_its_cells() -> None:
    rows = tuple(
        Place(f"t1r{n}c{column}", "text", label, required=True)
        for n in range(1, 4)
        for column, label in enumerate(("Subcontractor", "Service provided"))
    )
    after = Place("a", "text", "Term", required=True)
    assert [p.id for p in named("Subcontractor 2", (*rows, after))] == ["t1r2c0", "t1r2c1"]
    assert [p.id for p in named("Subcontractor 3", (*rows, after))] == ["t1r3c0", "t1r3c1"]


@pytest.mark.parametrize(("wanted", "found"), [("Subcontractor, line 2", ["s2"]), ("Subcontractor (row 1)", ["s1"])])
def test_a_row_that_the_form_numbers(wanted: str, found: list[str]) -> None:
    rows = tuple(Place(f"s{n}", "text", f"{n} subcontractor", required=True) for n in (1, 2, 3))
    others = tuple(
        Place(f"v{n}", "text", f"{n} service, if a subcontractor is named", required=True) for n in (1, 2, 3)
    )
    assert [p.id for p in named(wanted, (*rows, *others))] == found


def test_a_row_of_a_grid_whose_heads_are_numbered_too() -> None:
    heads = ("31 Subcontractor", "32 Its task")
    rows = tuple(Place(f"r{n}c{c}", "text", f"{n} {h}", required=True) for n in (1, 2, 3) for c, h in enumerate(heads))
    places = (Place("a", "text", "30 Days until deletion", required=True), *rows)
    told, unused = with_optional(places, ["Subcontractor 2", "Subcontractor 3"])
    assert not unused
    assert [p.id for p in told if p.required] == ["a", "r1c0", "r1c1"]
    assert with_optional(places, ["Subcontractor 4", "Days 2"])[1] == ("Subcontractor 4", "Days 2")


def test_a_label_may_begin_with_a_letter_and_a_number() -> None:
    """The print says "A2  If different, ..." where the field of the fillable edition is called without it."""
    labels = ("A2 If different, doing business as", "K12 Students, if known", "B4 Expected number of accounts")
    places = tuple(Place(f"p1:line{n}", "text", label, required=True) for n, label in enumerate(labels))
    assert [p.label for p in named("If different, doing business as", places)] == [labels[0]]
    assert [p.label for p in named("Expected number of accounts", places)] == [labels[2]]
    assert named("Students", places) == ()


def test_a_box_may_be_named_by_what_its_paragraph_is_headed() -> None:
    offer = "General Offer. If this box is checked, the Operator offers the same terms to other districts"
    places = (
        Place("p1:box1", "check", offer, required=True, option=offer),
        Place("p1:line1", "text", "The terms of the offer are", required=True),
    )
    assert [p.id for p in named("General Offer", places)] == ["p1:box1"]


@pytest.mark.parametrize(
    ("option", "free"),
    [
        ("General Offer. If this box is checked, the Operator offers the same terms to others", True),
        ("Check here if further sheets are attached", True),
        ("We have read the policy", False),
        ("Check here if you accept the terms of the Student Data Privacy Agreement", False),
        ("Please mark here if the signer is authorized to bind the Company", False),
        ("If SOPPA does not apply, say so", False),
    ],
)
def test_a_box_that_may_be_left_alone(option: str, free: bool) -> None:
    alone = Place("p1:box1", "check", option, required=True, group="p1g1", option=option)
    assert free_choices([alone]) == ({alone.id} if free else set())
    beside = replace(alone, id="p1:box2")
    assert free_choices([alone, beside]) == set(), "one of several answers"


OFFER = (
    Place("s", "signature", "Signature", True, section="FOR THE PROVIDER"),
    Place("d1", "text", "Subcontractor", True, section="Exhibit D. Offered subcontractors"),
    Place("e1", "signature", "Authorized signature", True, section="Exhibit E. Offer to other Illinois districts"),
    Place("e2", "text", "Date", True, section="Exhibit E. Offer to other Illinois districts"),
)


@pytest.mark.parametrize(
    ("wanted", "freed"),
    [
        ("Exhibit E", ["e1", "e2"]),
        ("EXHIBIT E (entire page)", ["e1", "e2"]),
        ("all of Exhibit E", ["e1", "e2"]),
        ("Exhibits D and E", ["d1", "e1", "e2"]),
        ("Exhibits D, E", ["d1", "e1", "e2"]),
        ("Exhibits E & F", []),  # one is not there
        ("Exhibit F", []),
        ("Exhibit", []),
        ("Offer to other Illinois districts", ["e1", "e2"]),
    ],
)
def test_a_whole_part_by_its_heading(wanted: str, freed: list[str]) -> None:
    places, unused = with_whole_parts(OFFER, [wanted], dict)
    assert [p.id for p in places if not p.required] == freed
    assert unused == (() if freed else (wanted,))


def test_a_heading_that_begins_like_another_frees_neither() -> None:
    places = tuple(replace(p, section=f"Reference {n} of the company") for n, p in enumerate(OFFER))
    assert with_whole_parts(places, ["Reference"], dict)[1] == ("Reference",)
    twins = tuple(replace(p, section=f"For office use {'ABAB'[n]}") for n, p in enumerate(OFFER))
    assert with_whole_parts(twins, ["For office use"], dict)[1] == ("For office use",)


def test_the_districts_name_over_its_own_signatures_is_told_as_used() -> None:
    theirs = Place("by", "signature", "By", required=False, party="district")
    mine = Place("mine", "signature", "By", required=True)
    name = "Board of Education of Harlan Grove School District 71"
    assert with_optional((mine, theirs), (name,))[1] == ()
    assert with_optional((mine,), (name,))[1] == (name,)


@pytest.mark.parametrize(("wanted", "row"), [("Line A", 0), ("Line B", 1), ("line C", 2)])
def test_the_letter_of_a_row_is_no_filler(wanted: str, row: int) -> None:
    labels = [f"Line {line} ({column}) {head}" for line in "ABC" for column, head in (("a", "Name"), ("b", "Function"))]
    rows = tuple(Place(f"p{n}", "text", label, required=True, party="operator") for n, label in enumerate(labels))
    assert [p.label for p in named(wanted, rows)] == labels[2 * row : 2 * row + 2]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Date (Agency)", ["d2"]),
        ("Name (the Agency)", []),  # asked for under one heading alone
        ("Date (Vendor)", []),
        ("Date (Board)", []),
    ],
)
def test_a_remark_may_name_the_heading_that_a_place_stands_under(wanted: str, found: list[str]) -> None:
    places = tuple(
        Place(i, "text", label, True, section=section)
        for i, label, section in (
            ("d1", "Date", "FOR THE VENDOR"),
            ("n1", "Name", "FOR THE VENDOR"),
            ("d2", "Date", "FOR THE AGENCY"),
        )
    )
    assert [p.id for p in named(wanted, places)] == found


@pytest.mark.parametrize("part", ["SCHEDULE 3.  ", "Exhibit C - ", "Section IV: ", ""])
@pytest.mark.parametrize("wanted", ["Offer to other districts (if the Provider wishes)", "Offer to other districts"])
def test_the_number_of_a_schedule_need_not_be_named(part: str, wanted: str) -> None:
    label = f"{part}OFFER TO OTHER DISTRICTS (if the Provider wishes)"
    box = Place("b", "check", "The Provider offers these terms", True, group="g", group_label=label, option="offers")
    other = replace(box, id="o", group="h", group_label="Schedule of offers to other districts")
    assert [p.id for p in named(wanted, (box, other))] == ["b"]


@pytest.mark.parametrize(
    ("name", "wanted", "left", "freed"),
    [
        ("Comments {}", "Comments", (400,), True),
        ("comments_{}", "Comments", (400,), True),
        ("Comments{}", "Comments", (400,), True),
        ("CommentsRow{}", "Comments", (400,), True),
        ("Comments {}", "Comments", (400, 60), False),  # side by side: no column
        ("Signature {}", "Signature", (400,), False),
        ("Title {}", "Title", (400,), False),
        ("Comments on page {}", "Comments", (400,), False),
    ],
)
def test_a_column_by_the_names_of_its_fields(name: str, wanted: str, left: tuple[int, ...], freed: bool) -> None:
    cells = tuple(
        Place(name.format(n), "text", f"Question {'abc'[n]}", True, page=1, box=(x, 20 * n, x + 100, 20 * n + 16))
        for n in range(3)
        for x in (left[n % len(left)],)
    )
    assert [p.id for p in named(wanted, (NEEDED, *cells))] == ([p.id for p in cells] if freed else [])


def _agreement(said: str) -> Blank:
    """Two parties sign, and on a second page the provider may offer the terms to others."""
    canvas = papers.canvas_of("Data Privacy Agreement", "Marsh Hollow District 9 and its providers agree on this.")
    canvas.drawString(
        60, 690, "The provider may sign Exhibit E, by which it offers the same terms to any other district."
    )
    canvas.drawString(60, 676, said)
    for page, head in enumerate(("SIGNATURES", "EXHIBIT E. GENERAL OFFER OF TERMS")):
        if page:
            canvas.showPage()
            canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 640, head)
        for x, party in ((60, "PROVIDER"), (320, "DISTRICT")):
            canvas.drawString(x, 610, party)
            for n, label in enumerate(("By:", "Printed name:", "Date:")):
                canvas.drawString(x, 580 - 26 * n, label)
                canvas.line(x + 75, 578 - 26 * n, x + 220, 578 - 26 * n)
    optional = ("Exhibit E: By", "Exhibit E: Printed name", "Exhibit E: Date")
    return papers.blank(bytes(canvas.getpdfdata()), "soppa", "Data Privacy Agreement", optional=optional)


@pytest.mark.parametrize(
    "said",
    [
        "Exhibit E is voluntary.",
        "Exhibit E binds the provider only if it is signed.",
        "Exhibit E shall not take the place of the signatures below.",
        "The offer is voluntary.",
    ],
)
def test_a_sentence_about_a_part_is_not_its_heading(said: str) -> None:
    asked = {(p.page, p.label) for p in _agreement(said).places if p.required}
    assert asked == {(1, "By"), (1, "Printed name"), (1, "Date")}
