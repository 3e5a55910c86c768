"""Names of `optional` that fit no place as they stand: what a page prints, heads of columns, remarks."""

from __future__ import annotations

import io

import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.blanks.flow import places_from_flow
from soppa_mailbot.forms.naming.optional_variants import with_variants
from soppa_mailbot.model import Blank, Field, Paragraph, Place, Run


def place(label: str, section: str = "", kind: str = "text") -> Place:
    return Place(f"{section}/{label}", kind, label, required=True, section=section)


FORM = (
    place("Name purpose (if collected)", "Exhibit 1. Data elements"),
    place("Grade purpose (if collected)", "Exhibit 1. Data elements"),
    place("Other (please specify)"),
    place("Other", "14. Period"),
    place("Date", "Operator"),
    place("Signature", "Operator", "signature"),
)


@pytest.mark.parametrize(
    ("wanted", "free"),
    [
        ("Exhibit 1: Purpose (if collected)", FORM[:2]),
        ("Schedule of Data: Other (please specify)", FORM[2:3]),
        ("14. Other: (period written out)", FORM[3:4]),
        ("Exhibit 2: Purpose (if collected)", ()),  # another exhibit's column
        ("For the District: Date", ()),  # the operator's own stays asked
        ("Approval: Signature", ()),
        ("Reviewer: Date", ()),
    ],
)
def test_what_an_entry_means(wanted: str, free: tuple[Place, ...]) -> None:
    places, left = with_variants(FORM, [wanted])
    assert [p.label for p in places if not p.required] == [p.label for p in free]
    assert left == (() if free else (wanted,))


def sheet(optional: tuple[str, ...] = ()) -> Blank:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 740, "Vendor information request of the technology office")
    for y, name, printed, tooltip in (
        (700, "dba", "DBA", "Doing business as"),
        (670, "tax", "Federal tax ID", "Nine digits"),
        (640, "sites", "Schools that will use it", "List every building"),
    ):
        canvas.drawString(60, y, printed)
        canvas.acroForm.textfield(name=name, tooltip=tooltip, x=200, y=y - 4, width=300, height=16)
    canvas.drawString(60, 600, "2. Is student data encrypted at rest?")
    for x, value in ((400, "Yes"), (460, "No")):
        canvas.acroForm.radio(name="enc", tooltip="Encryption", value=value, x=x, y=598, size=11)
        canvas.drawString(x + 15, 600, value)
    canvas.save()
    return papers.blank(out.getvalue(), "rfi", "Vendor information request", optional=optional)


def test_a_tooltip_that_says_how_to_fill_in_is_no_name() -> None:
    found = sheet().places
    assert [p.label for p in found if p.kind == "text"] == [
        "Doing business as",
        "Federal tax ID",
        "Schools that will use it",
    ]
    assert {p.group_label for p in found if p.kind == "check"} == {"2. Is student data encrypted at rest?"}


def test_optional_may_name_what_the_page_prints() -> None:
    blank = sheet(("DBA",))
    assert [p.label for p in blank.places if not p.required] == ["Doing business as"]
    assert not any("DBA" in note for note in blank.notes)


@pytest.mark.parametrize(
    ("wanted", "free"),
    [
        ("2. Other trade name, if you use one", ["trade"]),
        ("17. Approval by the District is needed by (date), if known", ["approval"]),
        ("Name", []),  # whose, the page does not say
    ],
)
def test_what_the_page_prints_beside_a_field_is_its_name_too(wanted: str, free: list[str]) -> None:
    def field(name: str, tooltip: str, printed: str) -> Place:
        return Place(name, "text", tooltip, required=True, page=1, printed=printed)

    fields = (
        field("trade", "Other trade name", "2. Other trade name, if you use one"),
        field("approval", "Date", "17. Approval by the District is needed by (date), if known"),
        field("signer", "Who signs", "Name"),
    )
    places, unused = with_variants(fields, (wanted,))
    assert [p.id for p in places if not p.required] == free
    assert unused == (() if free else (wanted,))


def test_what_is_printed_beside_a_control_is_its_name_too() -> None:
    control = Run("Enter text", Field("q_8", "text", "", False, label="Breaches"))
    (place,) = places_from_flow([Paragraph((Run("h. If any breach occurred, describe it: "), control))])
    assert (place.label, place.printed) == ("Breaches", "h. If any breach occurred, describe it")
    places, unused = with_variants((place,), ("h. If any breach occurred, describe it",))
    assert (places[0].required, unused) == (False, ())


@pytest.mark.parametrize(
    ("wanted", "free"),
    [
        ("Title (Member)", ["b"]),
        ("Title (MEMBER)", ["b"]),
        ("Title (Member’s)", ["b"]),
        ("Title (Operator)", ["a"]),
        ("Title (Client)", []),
        ("Date (Member)", []),  # nobody else is asked for it
    ],
)
def test_a_head_in_brackets_tells_which_of_those_called_alike(wanted: str, free: list[str]) -> None:
    heads = {"a": "OPERATOR", "b": "MEMBER Board of Education", "c": "MEMBER Board of Education"}
    labels = {"a": "Title", "b": "Title", "c": "Date"}
    fields = tuple(Place(i, "text", labels[i], required=True, section=h) for i, h in heads.items())
    places, unused = with_variants(fields, (wanted,))
    assert [p.id for p in places if not p.required] == free
    assert bool(unused) == (not free)


def on_line(label: str, left: float, top: float, *, party: str = "operator") -> Place:
    return Place(f"{label}{left}{top}", "text", label, True, page=1, box=(left, top, left + 90, top + 14), party=party)


LINES = (
    on_line("Primary contact", 60, 100),
    on_line("Title", 160, 100),
    on_line("Email", 60, 120),
    on_line("Second contact (if any)", 60, 140),
    on_line("Phone", 160, 140),
    on_line("Email", 260, 140),
    on_line("Reseller", 60, 160),
    on_line("Phone", 160, 160),
    on_line("First owner", 60, 180),
    on_line("Second owner", 160, 180),
    on_line("Share", 260, 180),
)


@pytest.mark.parametrize(
    ("wanted", "freed"),
    [
        ("Second contact email", 5),
        ("Second contact: Email", 5),
        ("Second contact (if any) phone", 4),
        ("Reseller phone", 7),
        ("Reseller - phone", 7),
        ("Primary contact email", None),  # stands on a line of its own
        ("Second contact fax", None),
        ("First owner share", None),  # the second's as likely
        ("Second owner share", 10),
    ],
)
def test_what_stands_on_the_line_of_what_an_entry_names_first(wanted: str, freed: int | None) -> None:
    places, left = with_variants(LINES, [wanted])
    assert [n for n, p in enumerate(places) if not p.required] == ([] if freed is None else [freed])
    assert left == ((wanted,) if freed is None else ())
