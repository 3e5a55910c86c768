"""A row that names the parties over their lines to sign, with white cells beside the names."""

from __future__ import annotations

import form_papers as papers
import pytest

from soppa_mailbot.forms.blanks.unasked import gap_in

TITLE = "Student Data Addendum"
INTRO = "The Operator completes this addendum and sends it to the office of Marsh Hollow District 21."
EDGES = (60, 150, 300, 390, 550)
WIDER = (60, 180, 300, 430, 550)


def halves(heads: tuple[str, str], *rows: tuple[str, str]) -> bytes:
    """Two blocks beside each other, each under a head across it; "/" begins a further line of a label."""
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    for left, right, text in ((60, 300, heads[0]), (300, 550, heads[1])):
        canvas.rect(left, 650, right - left, 30)
        canvas.drawString(left + 4, 660, text)
    for n, row in enumerate(rows, 1):
        for column, text in enumerate((row[0], "", row[1], "")):
            canvas.rect(WIDER[column], 650 - 30 * n, WIDER[column + 1] - WIDER[column], 30)
            for line, words in enumerate(text.split("/")):
                canvas.drawString(WIDER[column] + 4, 670 - 30 * n - 10 * line, words)
    return canvas.getpdfdata()


def sheet(heads: tuple[str, str], labels: tuple[str, ...] = ("Signature", "Printed name", "Date")) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    for n, row in enumerate([(heads[0], "", heads[1], ""), *((label, "", label, "") for label in labels)]):
        for column, text in enumerate(row):
            canvas.rect(EDGES[column], 650 - 30 * n, EDGES[column + 1] - EDGES[column], 30)
            canvas.drawString(EDGES[column] + 4, 660 - 30 * n, text)
    return canvas.getpdfdata()


@pytest.mark.parametrize("heads", [("For the Operator", "For the District"), ("District:", "Operator:")])
def test_nobody_writes_beside_the_names(heads: tuple[str, str]) -> None:
    blank = papers.blank(sheet(heads), "soppa", TITLE)
    parties = ["operator", "district"] if "Operator" in heads[0] else ["district", "operator"]
    told = sorted((p.label, p.party) for p in blank.places)
    assert told == sorted((label, party) for label in ("Signature", "Printed name", "Date") for party in parties)
    assert gap_in(blank) == ""


def test_cells_beside_names_over_other_things_are_asked() -> None:
    blank = papers.blank(sheet(("Operator", "District"), ("Telephone", "E-mail")), "soppa", TITLE)
    assert [p.label for p in blank.places].count("Operator") == 1


def test_a_bare_party_is_asked_for_its_name() -> None:
    blank = papers.blank(sheet(("Operator", "District")), "soppa", TITLE)
    assert [p.label for p in blank.places].count("Operator") == 1


def test_labels_that_say_whose_they_are_are_those_of_whoever_signs() -> None:
    labels = (("Operator signature", "District signature"), ("Name in print", "District printed name"))
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    heads = ("For the Operator", "For the District")
    for n, row in enumerate([heads, *labels, ("Date signed", "District date")]):
        for column, text in enumerate((row[0], "", row[1], "")):
            canvas.rect(EDGES[column], 650 - 30 * n, EDGES[column + 1] - EDGES[column], 30)
            canvas.drawString(EDGES[column] + 4, 660 - 30 * n, text)
    blank = papers.blank(canvas.getpdfdata(), "soppa", TITLE)
    assert [p.label for p in blank.places if p.label in heads] == []


SIGNED = (
    ("Operator's signature", "Superintendent's signature"),
    ("Printed name of signer", "Printed name of/Superintendent"),
    ("Title of signer", "Date of the vote"),
    ("Date signed", ""),
)


@pytest.mark.parametrize("theirs", ["For the Board (District completes)", "For the Board", "District", "Board"])
def test_all_of_the_districts_half_is_its_own(theirs: str) -> None:
    blank = papers.blank(halves(("For the Operator", theirs), *SIGNED), "soppa", TITLE)
    asked = {p.label for p in blank.places if p.required and p.party == "operator"}
    assert asked == {label for label, _ in SIGNED}
    assert not any(p.unsure for p in blank.places)
    assert not any("names the District" in note for note in blank.notes)


def test_a_half_in_which_nobody_signs_is_asked() -> None:
    rows = (("Contact", "Contact for billing"), ("Telephone", "Purchase order number"))
    blank = papers.blank(halves(("For the Operator", "For the District"), *rows), "soppa", TITLE)
    assert {p.label for p in blank.places if p.required} == {label for row in rows for label in row}


def test_the_last_line_of_a_label_is_no_heading() -> None:
    rows = (("Signature", "Date accepted by the/District"), ("Date signed", "Telephone"))
    blank = papers.blank(halves(("Answers", "Further answers"), *rows), "soppa", TITLE)
    assert {p.label: p.party for p in blank.places} == {
        "Signature": "operator",
        "Date accepted by the District": "district",
        "Date signed": "operator",
        "Telephone": "operator",
    }
    assert not any("names the District" in note for note in blank.notes)


def lines_under(left: tuple[str, ...], right: tuple[str, ...]) -> bytes:
    """Two heads of several lines beside each other over lines to sign, in no table."""
    canvas = papers.canvas_of(TITLE, INTRO)
    for x, head in ((60, left), (320, right)):
        for n, text in enumerate(head):
            canvas.drawString(x, 640 - 12 * n, text)
        for n, label in enumerate(("Signature", "Printed name", "Date")):
            canvas.drawString(x, 580 - 28 * n, f"{label}: {'_' * 24}")
    return canvas.getpdfdata()


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        (("MEMBER", "Board of Education, Marsh Hollow", "District 21"), ("OPERATOR", "(signs for the company above)")),
        (("Member",), ("Operator (company named above)",)),
        (("SUBSCRIBER: Marsh Hollow District 21",), ("PROVIDER (as named on page 1)",)),
    ],
)
@pytest.mark.parametrize("first", ["theirs", "mine"])
def test_heads_of_several_lines_name_the_parties(theirs: tuple[str, ...], mine: tuple[str, ...], first: str) -> None:
    heads = (theirs, mine) if first == "theirs" else (mine, theirs)
    blank = papers.blank(lines_under(*heads), "soppa", TITLE, optional=("Date (Board of Education)",))
    parties = ["district", "operator"] if first == "theirs" else ["operator", "district"]
    assert [p.party for p in blank.places] == [party for party in parties for _ in range(3)]
    assert not any(p.unsure for p in blank.places)
    assert blank.notes == ()
