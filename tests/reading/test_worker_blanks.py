"""The worker compares what it reads with the blanks in a folder that the program wrote."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from made_files import part, zip_of
from soppa_mailbot import codec
from soppa_mailbot.blank_pictures import BlankFolder
from soppa_mailbot.forms.blanks.blank import learn
from soppa_mailbot.model import Blank
from soppa_mailbot.reading.sandbox import Workers
from soppa_mailbot.worker import NOT_COMPARED

LABELS = ("Company name", "Product name", "Contact person", "Where the data is stored", "How long it is kept")


def form(answers: dict[str, str]) -> bytes:
    out = io.BytesIO()
    page = Canvas(out, pagesize=(612, 792), invariant=1)
    page.setFont("Helvetica-Bold", 16)
    page.drawString(72, 720, "Pine Valley Schools Vendor Data Questionnaire")
    page.setFont("Helvetica", 11)
    page.drawString(
        72, 690, "Every vendor that sells software to Pine Valley Schools answers all of the questions below."
    )
    page.drawString(72, 674, "Return the questionnaire to the business office before the purchase is placed.")
    for number, label in enumerate(LABELS):
        y = 620 - 50 * number
        page.drawString(72, y, label + ":")
        page.line(240, y - 3, 520, y - 3)
        page.drawString(244, y, answers.get(label, ""))
    page.save()
    return out.getvalue()


@pytest.fixture(scope="module")
def workers() -> object:
    with Workers(seconds=30) as pool:
        yield pool


@pytest.fixture(scope="module")
def blanks(workers: Workers, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("blanks")
    source = folder / "questionnaire.pdf"
    source.write_bytes(form({}))
    document, pages = workers.open_blank(source)
    blank = learn(document, form="rfi", title="Vendor Data Questionnaire", file=source.name)
    assert [p.label for p in blank.places] == list(LABELS)
    (folder / "blanks.json").write_text(codec.dump((blank,), tuple[Blank, ...]), encoding="utf-8")
    for number, png in enumerate(pages, 1):
        (folder / f"{blank.id}-p{number}.png").write_bytes(png)
    return folder


def test_a_form_in_a_zip_is_recognised(workers: Workers, blanks: Path) -> None:
    answers = dict.fromkeys(LABELS[:4], "Acme Learning")
    (examined,) = workers.examine([part("a.zip", zip_of({"ours.pdf": form(answers)}))], blanks_dir=blanks)
    (found,) = examined.forms
    assert (found.form, found.document, found.filename, found.pages) == ("rfi", "a1.1", "ours.pdf", (1,))
    assert [r.state for r in found.readings] == ["filled"] * 4 + ["empty"]


def test_other_papers_are_no_form(workers: Workers, blanks: Path) -> None:
    (examined,) = workers.examine([part("note.txt", b"Company name: Acme")], blanks_dir=blanks)
    assert examined.forms == ()
    assert examined.documents[0].notes == ()


def test_blanks_that_cannot_be_read_leave_a_note(workers: Workers, tmp_path: Path) -> None:
    (tmp_path / "blanks.json").write_text("[{}]", encoding="utf-8")
    (examined,) = workers.examine([part("form.pdf", form({}))], blanks_dir=tmp_path)
    assert examined.documents[0].unreadable is None
    assert NOT_COMPARED in examined.documents[0].unread


def test_pictures_of_blanks_at_any_resolution(blanks: Path) -> None:
    folder = BlankFolder(str(blanks))
    id_ = folder.blanks[0].id
    kept, smaller = folder.picture(id_, 1, 200.0), folder.picture(id_, 1, 100.0)
    assert kept is not None
    assert smaller is not None
    assert (kept.width, kept.height, kept.dpi) == (1700, 2200, 200.0)
    assert (smaller.width, smaller.height) == (850, 1100)
    assert kept.gray.min() < 100
    assert folder.picture(id_, 9, 200.0) is None


def test_a_blank_that_two_readers_read_differently_says_so(workers: Workers, tmp_path: Path) -> None:
    out = io.BytesIO()
    page = Canvas(out, pagesize=(612, 792), invariant=1)
    for number, label in enumerate(LABELS):
        y = 700 - 50 * number
        width = page.stringWidth(label, "Helvetica", 11)
        page.setFont("Helvetica", 11)
        page.drawString(72, y, label)
        page.drawString(72 + width + 1.8, y, "Note")  # so near that it may be a word of its own or not
        page.line(240, y - 3, 520, y - 3)
    page.save()
    source = tmp_path / "narrow.pdf"
    source.write_bytes(out.getvalue())
    document, _ = workers.open_blank(source)
    blank = learn(document, form="rfi", title="Vendor Data Questionnaire", file=source.name)
    assert any(note.startswith("page 1: two PDF readers see different words") for note in blank.notes), blank.notes


def test_a_blank_that_both_read_alike_has_no_such_note(blanks: Path) -> None:
    (blank,) = BlankFolder(str(blanks)).blanks
    assert not any("two PDF readers" in note for note in blank.notes)
