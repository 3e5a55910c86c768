"""Photographs of the pages of a Word form, of which one holds little: the parties' signatures."""

from __future__ import annotations

import docx
import numpy as np
import pytest

from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.forms.scans.word_photos import stretches
from soppa_mailbot.forms.texts.stream import blank_stream
from soppa_mailbot.model import Blank, Document, FormPart, Page, Word
from soppa_mailbot.reading.image_gray import Gray
from soppa_mailbot.reading.word_order import reading_order
from word_prints import DPI, Sheet, learnt

FOOT = "Heron Lake CUSD 31 - Vendor Addendum (4/2026)"
TERMS = [
    f"Clause {n}. The vendor keeps promise number {n} for as long as file {n} of school {n} is held." for n in range(60)
]
SIGNING = (
    "Each person signing has authority to do so.",
    "The Addendum takes effect on the later of the two dates below.",
)
LABELS = ("Signature:", "Printed name:", "Title:", "Date signed:")


@pytest.fixture(scope="module")
def blank() -> Blank:
    document = docx.Document()
    for line in (
        "Vendor Addendum of Heron Lake CUSD 31",
        *TERMS,
        *SIGNING,
        *(f"{label} ____________" for label in LABELS),
    ):
        document.add_paragraph(line)
    document.sections[0].footer.paragraphs[0].text = FOOT
    return learnt(document)


def photographed(blank: Blank, *lines: str, foot: str = FOOT, head: str = "", low: str = "") -> list[FormPart]:
    sheet = Sheet()
    if head:
        sheet.text(60, 30, head)
    for n, line in enumerate((*lines, *(f"{label} Ada Finch" for label in LABELS))):
        sheet.text(60, 70 + 28 * n, line)
    sheet.text(60, 750, foot)
    if low == "words":
        sheet.text(60, 500, "What the vendor keeps")
    elif low == "pale words":  # OCR reads what is too pale to be ink
        sheet.words.append(Word("Storage", (60, 500, 110, 512), 0.9))
    elif low == "ink":
        sheet.scrawl(60, 500)
    page = Page(1, 612, 792, reading_order(sheet.words), (), "ocr", 0.95)
    document = Document("a", "photo.jpg", content_type="image/jpeg", pages=(page,))
    return list(stretches(document, [page], [blank], lambda *_: Gray(np.array(sheet.picture), DPI)))


def test_the_page_of_signatures_is_the_forms_by_its_foot(blank: Blank) -> None:
    (part,) = photographed(blank, *SIGNING)
    assert [r.state for r in part.readings] == ["filled"] * len(LABELS)


@pytest.mark.parametrize(
    "foot", ["", FOOT.replace("Heron", "Loon"), FOOT.replace("31", "13"), FOOT.replace("2026", "2023")]
)
def test_without_the_very_foot_it_is_not(blank: Blank, foot: str) -> None:
    assert photographed(blank, *SIGNING, foot=foot) == []


def test_another_paper_with_the_foot_is_not(blank: Blank) -> None:
    assert photographed(blank, "Minutes of the meeting about the gym roof.", "Nobody signs anything in here.") == []


@pytest.mark.parametrize(("low", "whole"), [("", True), ("words", False), ("pale words", False), ("ink", False)])
def test_what_else_is_on_the_page_may_be_more_of_the_form(blank: Blank, low: str, whole: bool) -> None:
    (part,) = photographed(blank, *SIGNING, low=low)
    assert part.whole == whole
    tokens = [t.norm for t in blank_stream(blank.document.flow).tokens]
    assert [tokens[i] for i in part.stretch] == ["each", "signed"]


HEAD = "Heron Lake THSD 31 - Vendor Addendum"


@pytest.fixture(scope="module")
def headed() -> Blank:
    """A form that spells out its district, with a short name in its head and no name beside the edition in its foot."""
    document = docx.Document()
    opening = "Vendor Addendum of Heron Lake Township High School District 31"
    for line in (opening, *TERMS, *SIGNING, *(f"{label} ____________" for label in LABELS)):
        document.add_paragraph(line)
    document.sections[0].header.paragraphs[0].text = HEAD
    document.sections[0].footer.paragraphs[0].text = "Form V-3 (rev. 4/2026)"
    return learnt(document)


@pytest.mark.parametrize(
    ("head", "foot", "found"),
    [
        (HEAD, "Form V-3 (rev. 4/2026)", True),
        (HEAD.replace("Heron", "Loon"), "Form V-3 (rev. 4/2026)", False),
        (HEAD.replace("31", "13"), "Form V-3 (rev. 4/2026)", False),
        (HEAD, "Form V-3 (rev. 4/2023)", False),
        ("", "Form V-3 (rev. 4/2026)", False),
    ],
)
def test_a_head_names_the_district_in_short(headed: Blank, head: str, foot: str, found: bool) -> None:
    parts = photographed(headed, *SIGNING, head=head, foot=foot)
    assert bool(parts) == found


def test_a_name_in_short_is_told_whatever_kind_of_district_it_is() -> None:
    """Its telling words and its number stand in the form's own text."""
    document = docx.Document()
    opening = "Vendor Addendum of Heron Lake Township High School District 31"
    for line in (opening, *TERMS, *SIGNING, *(f"{label} ____________" for label in LABELS)):
        document.add_paragraph(line)
    head = HEAD.replace("THSD", "RVX")
    document.sections[0].header.paragraphs[0].text = head
    assert photographed(learnt(document), *SIGNING, head=head, foot="")
    document.sections[0].header.paragraphs[0].text = "Heron RVX"
    assert not photographed(learnt(document), *SIGNING, head="Heron RVX", foot="")


TITLED = "Vendor Form V-3 (April 2026)      Vendor: return every page."


@pytest.fixture(scope="module")
def titled() -> Blank:
    """A form whose foot has its title and its edition, and no district."""
    document = docx.Document()
    opening = ("Heron Lake CUSD 31", "Vendor Form", "Vendor: ____________")
    for line in (*opening, *TERMS, *SIGNING, *(f"{label} ____________" for label in LABELS)):
        document.add_paragraph(line)
    document.sections[0].footer.paragraphs[0].text = TITLED
    return learnt(document)


@pytest.mark.parametrize(
    ("lines", "foot", "found"),
    [
        (SIGNING, TITLED, True),
        (SIGNING, TITLED.replace("2026", "2023"), False),
        (SIGNING, TITLED.replace("V-3", ""), False),
        (SIGNING, "", False),
        (("Each person signing has no authority", "of the minutes of the meeting about it."), TITLED, False),
    ],
)
def test_a_foot_with_title_and_edition_tells_a_page_of_the_very_words(
    titled: Blank, lines: tuple[str, ...], foot: str, found: bool
) -> None:
    assert bool(photographed(titled, *lines, foot=foot)) == found


def test_a_page_number_beside_the_foot_is_no_more_of_the_form(titled: Blank) -> None:
    (part,) = photographed(titled, *SIGNING, foot=f"{TITLED}   3")
    assert part.whole


SIGN_HERE = (
    *SIGNING,
    *(f"Officer {n} of the vendor may sign in place of officer {n} of its parent." for n in range(3)),
)


def scanned_to(lines: int, *, last: str = "") -> list[FormPart]:
    """The first lines of a Word form that ends with a page of signatures, 21 on a page."""
    document = docx.Document()
    title = "Vendor Addendum of Heron Lake CUSD 31"
    said = [title, "Vendor: ____________", *TERMS, *SIGN_HERE, *(f"{label} ____________" for label in LABELS)]
    for line in said:
        document.add_paragraph(line)
    pages, pictures = [], []
    for first in range(0, lines, 21):
        sheet = Sheet()
        for n, line in enumerate(said[first : min(first + 21, lines)]):
            sheet.text(60, 120 + 26 * n, line.replace("____________", "Ada Finch"))
        if last and first + 21 >= lines:
            sheet.scrawl(60, 700)
        pages.append(Page(len(pages) + 1, 612, 792, reading_order(sheet.words), (), "ocr", 0.95))
        pictures.append(Gray(np.array(sheet.picture), DPI))
    scan = Document("a", "scan.pdf", pages=tuple(pages))
    return list(recognise(scan, [learnt(document)], lambda n, _: pictures[n - 1], lambda *_: None))


@pytest.mark.parametrize(
    ("lines", "last", "whole"),
    [(62, "", True), (62, "ink", False), (71, "", False)],
    ids=["no page of signatures", "ink under the last words", "all of it"],
)
def test_a_scan_that_stops_before_the_page_of_signatures(lines: int, last: str, whole: bool) -> None:
    (part,) = scanned_to(lines, last=last)
    assert part.whole == whole
    assert bool(part.stretch) == whole
    assert len(part.readings) == (1 if whole else 5)
