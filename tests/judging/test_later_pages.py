"""Pages that are mailed alone after the form they belong to: real papers, findings as they are kept, the verdict."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any

import pikepdf
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

import scans
from made_files import typed_pdf
from soppa_mailbot import codec
from soppa_mailbot.finding.findings import findings
from soppa_mailbot.forms.blanks.blank import learn
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.handoff.papers import Brought, papers_of
from soppa_mailbot.judging.judge import judge
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import Blank, District, Document, Findings, Item, ItemVerdict, Message, Status
from soppa_mailbot.reading import image, pdf
from soppa_mailbot.reading.base import Limits, Opened

TITLE = "Pupil Data Agreement under SOPPA"
DISTRICT = "Elk Hollow Community Unit School District 9"
TERMS = [
    "The Provider shall keep every record of a pupil for the purposes that this agreement names and for nothing else.",
    "Each loss of records shall be told to the District within seventy two hours after the Provider learnt of it.",
    "Once in two years somebody independent shall examine the safeguards, and the findings are shared on request.",
    "Records shall be returned or erased within sixty days after the last subscription of the District has ended.",
    "No record may be sold, and none may serve advertising to a pupil, a parent or a member of the staff.",
    "Whoever helps the Provider shall be bound in writing by terms that are no less strict than those stated here.",
]
FIRST = ["Name of the Provider", "Provider address", "Product covered"]
LAST = ["Name of the Provider (repeat)", "Printed name", "Signature", "Date signed"]
FULL = {
    "Name of the Provider": "Harbor Phonics LLC",
    "Provider address": "9 Pier Rd, Elgin",
    "Product covered": "Harbor Reader",
    "Name of the Provider (repeat)": "Harbor Phonics",
    "Printed name": "Lena Ortiz",
    "Signature": "/s/ Lena Ortiz",
    "Date signed": "2/1/2027",
}
UNSIGNED = {k: v for k, v in FULL.items() if k not in ("Signature", "Date signed")}
WHOLE = (1, 2, 3)
LENA = "Lena Ortiz <lena@harborphonics.example>"


def agreement(answers: dict[str, str], pages: Sequence[int] = WHOLE, *, edition: str = "") -> bytes:
    """Places on the first and on the last page, terms on the second; `edition` changes the terms and nothing else."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    for page in pages:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 740, f"{TITLE} - {DISTRICT}")
        said = [f"{n}. {t}" for n, t in enumerate(TERMS, 1)][2 * page - 2 : 2 * page]
        for row, line in enumerate([*said, edition] if page == 2 else said):
            canvas.drawString(60, 715 - 16 * row, line)
        for row, label in enumerate({1: FIRST, 3: LAST}.get(page, [])):
            y = 640 - 40 * row
            canvas.drawString(60, y, f"{label}:")
            canvas.line(250, y - 2, 540, y - 2)
            canvas.drawString(256, y, answers.get(label, ""))
        canvas.drawString(60, 40, f"PDA, sheet {page} of 3")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def document_of(data: bytes, name: str, number: int) -> tuple[Document, Opened]:
    opened = (image if name.endswith(".png") else pdf).read(data, Limits())
    return Document(f"a{number}", name, pages=opened.pages, fields=opened.fields), opened


def learnt(data: bytes, name: str = "agreement.pdf") -> tuple[Blank, Opened]:
    document, opened = document_of(data, name, 1)
    return learn(
        replace(document, sha256=name * 4), form="soppa", title=TITLE, file=name, optional=(), roles={}
    ), opened


class Office:
    """A district with one agreement form in some versions, and the conversation that it has with a vendor."""

    def __init__(self, *blanks: tuple[Blank, Opened]) -> None:
        self.blanks = tuple(blank for blank, _ in blanks)
        self._pictures = {blank.id: opened for blank, opened in blanks}
        self.district = District(
            DISTRICT, (), "America/Chicago", ("elkhollow.example",), "buying@elkhollow.example", (), (), (), self.blanks
        )
        self.history: list[Findings] = []
        self.mails: list[Message] = []

    def gets(self, *files: tuple[str, bytes], sender: str = LENA, subject: str = "Data agreement") -> ItemVerdict:
        """Read a mail, keep its findings as the database does, and judge all that came so far."""
        message = _mail(files, sender, subject, len(self.history))
        documents, parts = [], []
        for number, (name, data) in enumerate(files, 1):
            document, opened = document_of(data, name, number)
            documents.append(document)
            parts += recognise(document, self.blanks, opened.raster, self._picture)
        found = findings(
            message, documents, parts, self.district, received=datetime(2027, 2, 1, tzinfo=UTC), ignored=""
        )
        self.history.append(codec.load(Findings, codec.dump(found)))
        self.mails.append(message)
        return self.item()

    def item(self) -> ItemVerdict:
        item = judge(self.history, self.district).item(Item.SOPPA_FORM)
        assert item is not None
        return item

    def _picture(self, blank: str, page: int, dpi: float) -> Any:
        raster = self._pictures[blank].raster
        return raster(page, dpi) if raster is not None else None


def _mail(files: Sequence[tuple[str, bytes]], sender: str, subject: str, number: int) -> Message:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "buying@elkhollow.example", subject
    mail["Date"], mail["Message-ID"] = f"Mon, {number + 1:02} Feb 2027 12:00:00 -0600", f"<{number}@mail.example>"
    mail.set_content("Attached please find the signed signature page.\n")
    for name, data in files:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return parse(mail.as_bytes())


@pytest.fixture(scope="module")
def blank() -> tuple[Blank, Opened]:
    return learnt(agreement({}))


@pytest.fixture
def office(blank: tuple[Blank, Opened]) -> Office:
    return Office(blank)


def test_the_blank_asks_for_what_the_tests_fill_in(office: Office) -> None:
    (blank,) = office.blanks
    assert [(p.label, p.page) for p in blank.places] == [(x, 1) for x in FIRST] + [(x, 3) for x in LAST]
    assert [p.label for p in blank.places if p.role == "signature"] == ["Signature"]


# --- what belongs together --------------------------------------------------------------------------------------------


def test_the_signed_last_page_completes_the_copy_that_came_before(office: Office) -> None:
    first = office.gets(("agreement.pdf", agreement(UNSIGNED)))
    assert (first.status, first.unsigned) == (Status.INCOMPLETE, True)
    second = office.gets(("signed page.pdf", agreement(FULL, [3])))
    assert (second.status, second.source) == (Status.RECEIVED, "agreement.pdf, signed page.pdf")
    told = {(e.source, e.quote) for e in second.evidence}
    assert {("agreement.pdf", "form page 1-2"), ("signed page.pdf", "form page 3")} <= told


def test_alone_the_page_is_pages_of_an_unfinished_form(office: Office) -> None:
    alone = office.gets(("signed page.pdf", agreement(FULL, [3])))
    assert (alone.status, alone.unsigned) == (Status.INCOMPLETE, False)
    assert "pages 1-2 are not there" in alone.detail


def test_the_signed_page_as_a_file_of_its_own_in_the_same_mail(office: Office) -> None:
    files = [("1 signed.pdf", agreement(FULL, [3])), ("2 agreement.pdf", agreement(UNSIGNED))]
    assert office.gets(*files).status == Status.RECEIVED


def test_a_missing_page_that_comes_later(office: Office) -> None:
    first = office.gets(("agreement.pdf", agreement(FULL, [1, 3])))
    assert (first.status, first.detail) == (Status.INCOMPLETE, "page 2 is not there")
    assert office.gets(("page 2.pdf", agreement(FULL, [2]))).status == Status.RECEIVED


def test_pages_that_come_one_by_one(office: Office) -> None:
    assert [office.gets((f"{n}.pdf", agreement(FULL, [n]))).status for n in (3, 1, 2)] == [
        Status.INCOMPLETE,
        Status.INCOMPLETE,
        Status.RECEIVED,
    ]


def test_a_page_that_is_sent_again_takes_the_place_of_the_poorer_one(office: Office) -> None:
    office.gets(("agreement.pdf", agreement(UNSIGNED)))
    undated = office.gets(("signed.pdf", agreement({k: v for k, v in FULL.items() if k != "Date signed"}, [3])))
    assert (undated.status, undated.open, undated.unsigned) == (Status.INCOMPLETE, ("Date signed (page 3)",), False)
    again = office.gets(("signed again.pdf", agreement(FULL, [3])))
    assert (again.status, again.source) == (Status.RECEIVED, "agreement.pdf, signed again.pdf")


def test_a_photographed_page(office: Office) -> None:
    office.gets(("agreement.pdf", agreement(UNSIGNED)))
    page = pdf.read(agreement(FULL, [3]), Limits()).raster
    assert page is not None
    picture = page(1, scans.DPI)
    assert picture is not None
    png = scans.as_png(scans.degraded(picture.gray, "photo", 3))
    item = office.gets(("IMG_0412.png", png))
    assert (item.status, item.source) == (Status.RECEIVED, "agreement.pdf, IMG_0412.png")


def test_a_colleague_sends_the_page(office: Office) -> None:
    office.gets(("agreement.pdf", agreement(UNSIGNED)))
    signed = {k: v for k, v in FULL.items() if "repeat" not in k}
    item = office.gets(("p3.pdf", agreement(signed, [3])), sender="Ed Roe <ed@mail.harborphonics.example>")
    assert (item.status, item.open) == (Status.INCOMPLETE, ("Name of the Provider (repeat) (page 3)",))
    assert office.gets(("p3.pdf", agreement(FULL, [3])), sender="Ed <ed@harborphonics.example>").status == (
        Status.RECEIVED
    )


def test_a_version_whose_last_page_is_the_same(blank: tuple[Blank, Opened]) -> None:
    old = learnt(agreement({}, edition="Edition of 2025: notices go to the registrar."), "old.pdf")
    for versions in ((blank, old), (old, blank)):
        office = Office(*versions)
        office.gets(("agreement.pdf", agreement(UNSIGNED, edition="Edition of 2025: notices go to the registrar.")))
        assert office.gets(("signed.pdf", agreement(FULL, [3]))).status == Status.RECEIVED


def test_the_files_of_both_mails_are_handed_on(office: Office) -> None:
    office.gets(("agreement.pdf", agreement(UNSIGNED)))
    office.gets(("signed page.pdf", agreement(FULL, [3])))
    mails = [Brought(b"", m, f) for m, f in zip(office.mails, office.history, strict=True)]
    papers = papers_of(judge(office.history, office.district), mails, [Item.SOPPA_FORM], office.blanks)
    assert [(p.name, p.data[:4]) for p in papers] == [("agreement.pdf", b"%PDF"), ("signed page.pdf", b"%PDF")]


# --- what does not ----------------------------------------------------------------------------------------------------


def test_another_operators_signature_page(office: Office) -> None:
    office.gets(("agreement.pdf", agreement(UNSIGNED)))
    item = office.gets(("signed.pdf", agreement({**FULL, "Name of the Provider (repeat)": "Juniper Tests Inc."}, [3])))
    assert (item.status, item.unsigned) == (Status.INCOMPLETE, True)


def test_a_first_page_for_another_product(office: Office) -> None:
    office.gets(("agreement.pdf", agreement({k: v for k, v in FULL.items() if k != "Provider address"})))
    other = {**FULL, "Product covered": "Juniper Screener"}
    assert office.gets(("page 1.pdf", agreement(other, [1]))).status == Status.INCOMPLETE
    assert office.gets(("page 1.pdf", agreement(FULL, [1]))).status == Status.RECEIVED


def test_an_unsigned_page_with_no_name_from_somebody_else(office: Office) -> None:
    nameless = {k: v for k, v in FULL.items() if k != "Name of the Provider (repeat)"}
    office.gets(("agreement.pdf", agreement(UNSIGNED)))
    item = office.gets(("signed.pdf", agreement(nameless, [3])), sender="Al Poe <al@junipertests.example>")
    assert (item.status, item.unsigned) == (Status.INCOMPLETE, True)


def test_two_copies_to_which_it_could_belong(office: Office) -> None:
    office.gets(("agreement.pdf", agreement(UNSIGNED)))
    office.gets(("other.pdf", agreement({**UNSIGNED, "Product covered": "Harbor Maths"})))
    assert office.gets(("signed.pdf", agreement(FULL, [3]))).status == Status.INCOMPLETE
    item = office.gets(("signed.pdf", agreement(FULL, [3])), subject="Harbor Reader: signed page")
    assert (item.status, item.source) == (Status.RECEIVED, "agreement.pdf, signed.pdf")


def test_an_empty_page_or_a_bare_repetition_changes_nothing(office: Office) -> None:
    first = office.gets(("agreement.pdf", agreement(UNSIGNED)))
    second = office.gets(("blank page.pdf", agreement({}, [3])), ("page 2.pdf", agreement({}, [2])))
    assert (second.status, second.open, second.unsigned) == (first.status, first.open, first.unsigned)


def test_the_page_of_another_version(blank: tuple[Blank, Opened]) -> None:
    old = learnt(agreement({}, edition="Edition of 2025: notices go to the registrar."), "old.pdf")
    office = Office(blank, old)
    office.gets(("agreement.pdf", agreement(FULL, [1, 3])))
    item = office.gets(("page 2.pdf", agreement({}, [2], edition="Edition of 2025: notices go to the registrar.")))
    assert item.status == Status.INCOMPLETE


def test_a_copy_that_a_person_called_something_else_takes_no_pages(office: Office) -> None:
    from soppa_mailbot.model import Kind, Reclassified

    office.gets(("draft.pdf", agreement(UNSIGNED)))
    office.gets(("signed.pdf", agreement(FULL, [3])))
    assert office.item().status == Status.RECEIVED
    first = office.history[0]
    said = Reclassified(
        first.message_id, first.sent, "a1", "draft.pdf", Kind.OTHER, "pat", "a draft of theirs", first.sent
    )
    item = judge(office.history, office.district, [said]).item(Item.SOPPA_FORM)
    assert item is not None and item.status == Status.INCOMPLETE


def joined(*files: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as whole:
        for data in files:
            with pikepdf.open(io.BytesIO(data)) as pdf:
                whole.pages.extend(pdf.pages)
        whole.save(out)
    return out.getvalue()


def test_a_whole_copy_of_which_a_page_could_not_be_known(office: Office) -> None:
    office.gets(("agreement.pdf", agreement(UNSIGNED)))
    smudge = typed_pdf("~ ,. - lk jh ~~ qpw nothing that anybody could read as a page of the agreement")
    copy = joined(agreement(FULL, [1]), smudge, agreement(FULL, [3]))
    item = office.gets(("signed.pdf", copy))
    assert (item.status, item.detail) == (Status.INCOMPLETE, "page 2 is not there")


def test_a_letter_in_front_of_the_signed_page(office: Office) -> None:
    office.gets(("agreement.pdf", agreement(UNSIGNED)))
    note = typed_pdf("Dear Procurement, here is the page that you missed. Kind regards, Lena")
    assert office.gets(("signed.pdf", joined(note, agreement(FULL, [3])))).status == Status.RECEIVED


def test_one_pdf_with_the_signed_page_at_its_end(office: Office) -> None:
    whole = joined(agreement(UNSIGNED), agreement(FULL, [3]))
    assert office.gets(("all.pdf", whole)).status == Status.RECEIVED
