"""Whole, cut off, encrypted, signed: what a PDF file as such has to tell."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.model import Reason
from soppa_mailbot.reading import pdf, pdf_revisions
from soppa_mailbot.reading.base import CannotRead, Limits, Opened


def three_pages() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for number in (1, 2, 3):
        for line in range(30):
            canvas.drawString(72, 740 - 20 * line, f"Page {number}, line {line} of the agreement")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def saved(data: bytes, **how: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(out, **how)
    return out.getvalue()


def why(data: bytes) -> CannotRead:
    with pytest.raises(CannotRead) as caught:
        pdf.read(data, Limits())
    return caught.value


@pytest.mark.parametrize("linearize", [False, True])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.95, 0.99])
def test_a_file_cut_off_is_never_taken_for_a_whole_one(linearize: bool, share: float) -> None:
    """QPDF and PDFium repair such files in silence; linearized ones even open with all pages."""
    whole = saved(three_pages(), linearize=linearize)
    error = why(whole[: int(len(whole) * share)])
    assert error.reason is Reason.DAMAGED
    assert "cut off" in error.detail


@pytest.mark.parametrize("tail", [b"", b"\r\n\r\n", b"\n-- \nscanned by the gateway\n"])
def test_a_whole_file_is_read_whatever_a_gateway_adds(tail: bytes) -> None:
    assert len(pdf.read(three_pages() + tail, Limits()).pages) == 3
    assert len(pdf.read(three_pages().rstrip() + tail, Limits()).pages) == 3


def test_garbage_is_damaged() -> None:
    assert why(b"%PDF-1.4\nnothing of the kind\n%%EOF").reason is Reason.DAMAGED
    assert why(b"").reason is Reason.DAMAGED


def test_user_password_is_encrypted_and_owner_password_is_not() -> None:
    locked = saved(three_pages(), encryption=pikepdf.Encryption(user="secret", owner="boss"))
    assert why(locked).reason is Reason.ENCRYPTED
    restricted = saved(three_pages(), encryption=pikepdf.Encryption(user="", owner="boss"))
    assert len(pdf.read(restricted, Limits()).pages[0].words) > 100


# --- signatures -------------------------------------------------------------------------------------------


def signed() -> bytes:
    """A file with a signature field whose /ByteRange covers it; the cryptography is not what is tested."""
    document = pikepdf.open(io.BytesIO(three_pages()))
    value = Dictionary(
        Type=Name.Sig,
        Filter=Name("/Adobe.PPKLite"),
        Name=String("Pat Vega"),
        Contents=String(b"\x30" + bytes(63)),
        ByteRange=Array([0, 1_000_001, 1_000_002, 1_000_003]),
    )
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String("sig"), V=value, Rect=Array([72, 72, 200, 100])
    )
    made = document.make_indirect(field)
    document.pages[0].obj["/Annots"] = Array([made])
    answer = document.make_indirect(Dictionary(FT=Name.Tx, T=String("a"), V=String("before")))
    document.Root["/AcroForm"] = Dictionary(Fields=Array([made, answer]), SigFlags=3)
    out = io.BytesIO()
    document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    data = out.getvalue()
    for placeholder, number in ((b"1000001", 100), (b"1000002", 200), (b"1000003", len(data) - 200)):
        data = data.replace(placeholder, str(number).zfill(7).encode())
    return data


def appended(data: bytes, number: int, body: bytes) -> bytes:
    """An incremental update (ISO 32000-1 §7.5.6) that replaces one object."""
    start = len(data)
    table = start + len(f"{number} 0 obj\n") + len(body) + len("\nendobj\n")
    previous = data.rpartition(b"startxref")[2].split()[0]
    with pikepdf.open(io.BytesIO(data)) as document:
        root, size = document.Root.objgen[0], len(document.objects) + 1
    return (
        data
        + f"{number} 0 obj\n".encode()
        + body
        + f"\nendobj\nxref\n{number} 1\n{start:010d} 00000 n \n".encode()
        + f"trailer\n<< /Size {size} /Root {root} 0 R /Prev ".encode()
        + previous
        + f" >>\nstartxref\n{table}\n%%EOF\n".encode()
    )


def answer_object(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as document:
        return int(document.Root.AcroForm.Fields[1].objgen[0])


def test_a_signature_is_told_with_its_signer() -> None:
    opened = pdf.read(signed(), Limits())
    field = next(field for field in opened.fields if field.kind == "signature")
    assert (field.filled, field.value) == (True, "Pat Vega")
    assert opened.notes == ("digitally signed",)


def test_a_field_changed_behind_the_signature_is_told() -> None:
    data = signed()
    changed = appended(data, answer_object(data), b"<< /FT /Tx /T (a) /V (after) >>")
    opened = pdf.read(changed, Limits())
    assert next(field.value for field in opened.fields if field.name == "a") == "after"
    assert opened.notes == ("digitally signed", "changed after it was signed")


def test_an_annotation_that_came_after_the_signed_bytes() -> None:
    """The signed bytes name an annotation that is not yet in them: the fields are read all the same."""
    data = signed()
    with pikepdf.open(io.BytesIO(data)) as document:
        page, widget = document.pages[0].objgen[0], document.Root.AcroForm.Fields[0].objgen[0]
        kids, size = document.pages[0].obj.Parent.objgen[0], len(document.objects) + 1
    with_mark = (
        f"<< /Type /Page /Parent {kids} 0 R /MediaBox [0 0 612 792] /Annots [{widget} 0 R {size + 5} 0 R] >>".encode()
    )
    earlier = appended(data, page, with_mark)
    length = len(earlier)
    later = appended(earlier, size + 5, b"<< /Type /Annot /Subtype /Square /Rect [9 9 20 20] >>")
    assert pdf.read(later, Limits()).fields
    assert pdf_revisions._pages(pikepdf.open(io.BytesIO(later[:length])))[0][1] == 0


def test_an_update_that_changes_nothing_is_no_change() -> None:
    """Validation data and archive time stamps are appended like this (PAdES)."""
    data = signed()
    assert pdf.read(appended(data, answer_object(data), b"<< /FT /Tx /T (a) /V (before) >>"), Limits()).notes == (
        "digitally signed",
    )


def with_text(text: str) -> Opened:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 770, text)
    canvas.save()
    return pdf.read(out.getvalue(), Limits())


@pytest.mark.parametrize(
    "text",
    [
        "Docusign Envelope ID: 8E2F41C0-77AB-4D19-9C35-0B6A2F9D1E74",
        "Adobe Acrobat Sign Transaction Number: CBJCHBCAABAAx7",
        "Document Ref: ABCDE-12345-FGHIJ-67890",
        "Dropbox Sign Audit trail",
        "PandaDoc certificate",
        "SignNow e-signature ID, document id",
        "Zoho Sign document ID",
        "Signature Certificate Document Ref",
        "Transaction ID: CBJCHBCAABAAx7",
    ],
)
def test_envelopes_of_signature_services_are_noted(text: str) -> None:
    assert any(note.startswith("e-signature envelope (page 1: ") for note in with_text(text).notes)


@pytest.mark.parametrize("text", ["Please sign and return in the envelope", "Transaction ID: 4411", "Audit report"])
def test_ordinary_words_are_no_envelope(text: str) -> None:
    assert with_text(text).notes == ()


# --- files inside ------------------------------------------------------------------------------------------


def packet(*names: str, portfolio: bool = False) -> Opened:
    document = pikepdf.new()
    document.add_blank_page()
    for name in names:
        document.attachments[name] = pikepdf.AttachedFileSpec(document, b"inside " + name.encode(), filename=name)
    if portfolio:
        document.Root["/Collection"] = Dictionary(Type=Name.Collection)
    out = io.BytesIO()
    document.save(out)
    return pdf.read(out.getvalue(), Limits(max_files=3))


def test_embedded_files_come_out_with_safe_names() -> None:
    opened = packet("rfi.pdf", "..\\..\\evil\x07.exe")
    assert sorted((part.filename, part.payload[:6]) for part in opened.children) == [
        ("evil.exe", b"inside"),
        ("rfi.pdf", b"inside"),
    ]
    assert not opened.container


def test_a_portfolio_is_only_the_cover_of_its_files() -> None:
    assert packet("rfi.pdf", portfolio=True).container
    assert not packet(portfolio=True).container


def test_embedded_files_are_bounded() -> None:
    assert len(packet("a", "b", "c", "d", "e").children) == 3


def test_data_of_a_dynamic_xfa_form_is_read() -> None:
    document = pikepdf.new()
    document.add_blank_page()
    data = (
        b'<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><form><school>Oak</school>'
        b"<fax/></form></xfa:data></xfa:datasets>"
    )
    packets = Array([String("datasets"), document.make_stream(data)])
    document.Root["/AcroForm"] = Dictionary(Fields=Array(), XFA=packets)
    document.Root["/NeedsRendering"] = True
    out = io.BytesIO()
    document.save(out)
    opened = pdf.read(out.getvalue(), Limits())
    assert [(field.name, field.value, field.filled) for field in opened.fields] == [
        ("form.school", "Oak", True),
        ("form.fax", "", False),
    ]
    assert any("XFA" in note for note in opened.notes)
