"""Papers far back in a long file: found where that costs little, and told where it was not done."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from forms.form_papers import AGREEMENT, LEFT, QUESTIONNAIRE, agreement, blank, filled, joined, questionnaire
from made_files import part
from soppa_mailbot import codec
from soppa_mailbot.forms.worth import WorthReading
from soppa_mailbot.model import Blank, Reason, Unreadable, Word
from soppa_mailbot.reading import pdf
from soppa_mailbot.reading.base import Limits
from soppa_mailbot.reading.sandbox import Workers
from soppa_mailbot.reading.unread import pages_left_out

LIMITS = Limits(max_pages=6)


def report(pages: int, draw: Callable[[Canvas, int], None] | None = None) -> bytes:
    """What vendors put in front of a form: an audit report."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=1)
    for number in range(1, pages + 1):
        for line in range(25):
            canvas.drawString(
                72, 740 - 20 * line, f"Report page {number}, control {line}: access is reviewed and logged."
            )
        if draw is not None:
            draw(canvas, number)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def in_front(of: bytes, form: bytes) -> bytes:
    """Pages before those of a fillable form, which stays fillable."""
    with pikepdf.open(io.BytesIO(form)) as document, pikepdf.open(io.BytesIO(of)) as more:
        for number, page in enumerate(more.pages):
            document.pages.insert(number, page)
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


def scanned(data: bytes) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=1)
    document = pdfium.PdfDocument(data)
    for page in document:
        canvas.drawImage(ImageReader(page.render(scale=2, grayscale=True).to_pil()), 0, 0, 612, 792)
        canvas.showPage()
    canvas.save()
    document.close()
    return out.getvalue()


@pytest.fixture(scope="module")
def form() -> bytes:
    return questionnaire(fields=True)


@pytest.fixture(scope="module")
def ours(form: bytes) -> Blank:
    return blank(form, "rfi", QUESTIONNAIRE)


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(LIMITS, seconds=60) as pool:
        yield pool


@pytest.fixture(scope="module")
def folder(ours: Blank, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("blanks")
    (made / "blanks.json").write_text(codec.dump((ours,), tuple[Blank, ...]), encoding="utf-8")
    return made


def test_a_form_behind_a_long_report_is_found(workers: Workers, folder: Path, form: bytes, ours: Blank) -> None:
    answered = filled(form, {place.id: "Acme Learning" for place in ours.places if place.label in LEFT})
    (examined,) = workers.examine([part("packet.pdf", in_front(report(40), answered))], blanks_dir=folder)
    (document,), (found,) = examined.documents, examined.forms
    assert found.pages == (41,)
    assert [r.place.label for r in found.readings if r.value == "Acme Learning"] == list(LEFT)
    assert [p.number for p in document.pages] == [*range(1, 7), 41]
    assert document.unread == ()


def test_a_form_across_the_limit_is_whole(tmp_path: Path, workers: Workers) -> None:
    two = agreement()
    (tmp_path / "blanks.json").write_text(codec.dump((blank(two, "soppa", AGREEMENT),), tuple[Blank, ...]))
    (examined,) = workers.examine([part("packet.pdf", joined(report(5), two, report(9)))], blanks_dir=tmp_path)
    assert examined.forms[0].pages == (6, 7)
    assert examined.documents[0].unread == ()


def test_an_order_form_behind_a_long_report_is_read(ours: Blank) -> None:
    def priced(canvas: Canvas, number: int) -> None:
        if number == 30:
            canvas.drawString(72, 200, "Quote 12: 40 seats, total $1,250.00")

    found = pdf.read(report(40, priced), Limits(max_pages=6, worth=WorthReading([ours])))
    assert [p.number for p in found.pages] == [*range(1, 7), 30]
    assert found.unread == ()


def test_scanned_pages_behind_a_typed_report_are_read(ours: Blank, form: bytes) -> None:
    data = joined(report(9), scanned(form))
    found = pdf.read(data, Limits(max_pages=6, worth=WorthReading([ours])))
    own = len(pdfium.PdfDocument(form))
    assert [p.number for p in found.pages if p.origin == "ocr"] == list(range(10, 10 + own))
    assert found.unread == ()
    hurried = pdf.read(data, Limits(max_pages=6, worth=WorthReading([ours]), max_ocr_seconds=0.0))
    assert hurried.unread == (
        Unreadable(Reason.TIMED_OUT, f"only the first 9 of {9 + own} pages could be read in time"),
    )


def test_more_pages_of_interest_than_are_read_are_told(ours: Blank) -> None:
    found = pdf.read(report(40), Limits(max_pages=6, worth=lambda _words: True))
    assert len(found.pages) == 12
    assert found.unread == (Unreadable(Reason.TOO_LARGE, "only the first 12 of 40 pages were read"),)


def test_no_time_to_look_is_told(ours: Blank) -> None:
    found = pdf.read(report(40), Limits(max_pages=6, max_look_seconds=0.0, worth=WorthReading([ours])))
    assert found.unread == (Unreadable(Reason.TIMED_OUT, "only the first 6 of 40 pages could be read in time"),)


def test_more_words_than_are_read_are_told(ours: Blank) -> None:
    """Pages whose words found no room are looked through like those behind the limit of pages."""
    found = pdf.read(report(10), Limits(max_words=600, worth=WorthReading([ours])))
    assert len(found.pages) < 5
    assert found.unread == ()
    blind = pdf.read(report(10), Limits(max_words=600))
    assert blind.unread == (Unreadable(Reason.TOO_LARGE, f"only the first {len(blind.pages)} of 10 pages were read"),)


def test_files_attached_to_a_page_far_back_come_out(ours: Blank, form: bytes) -> None:
    with pikepdf.open(io.BytesIO(report(9))) as document:
        document.attachments["questionnaire.pdf"] = pikepdf.AttachedFileSpec(document, form)
        spec = document.attachments["questionnaire.pdf"].obj
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FileAttachment, FS=spec, Rect=[10, 10, 30, 30]
        )
        document.pages[8].Annots = document.make_indirect([document.make_indirect(note)])
        del document.Root.Names
        out = io.BytesIO()
        document.save(out)
    found = pdf.read(out.getvalue(), Limits(max_pages=6, worth=WorthReading([ours])))
    assert len(found.children) == 1


def test_what_is_worth_reading(ours: Blank) -> None:
    worth = WorthReading([ours])
    answered = questionnaire(dict.fromkeys(LEFT, "Acme Learning of Peoria, Illinois, with a long name"), scale=0.9)
    for page in (*ours.document.pages, *pdf.read(scanned(answered), Limits()).pages):
        assert worth(page.words)
    for text in (
        "Our SOC 2 report covers the trust services criteria of security and availability for the period under review.",
        "Student data privacy agreement between the operator and the school district. Terms and definitions follow.",
        "The year 2026 had 365 days and 1,250 incidents.",
    ):
        assert not worth([Word(token, (0, 0, 1, 1)) for token in text.split()])


@pytest.mark.parametrize(
    ("numbers", "reason", "told"),
    [
        (range(61, 251), Reason.TOO_LARGE, "only the first 60 of 250 pages were read"),
        (range(2, 4), Reason.TOO_LARGE, "only the first page of 3 pages was read"),
        ([70, 80, 81], Reason.TOO_LARGE, "pages 70, 80-81 of 90 were not read"),
        ([70], Reason.TIMED_OUT, "page 70 of 90 could not be read in time"),
        (range(60, 80, 2), Reason.TIMED_OUT, "10 of 90 pages could not be read in time"),
        (range(1, 91), Reason.TIMED_OUT, "none of its pages could be read in time"),
    ],
)
def test_words_for_pages_left_out(numbers: range | list[int], reason: Reason, told: str) -> None:
    total = {range(61, 251): 250, range(2, 4): 3}.get(numbers, 90) if isinstance(numbers, range) else 90
    assert pages_left_out(numbers, total, reason) == (Unreadable(reason, told),)
    assert pages_left_out([], 90, reason) == ()
