"""Types by bytes: what names and declared types say counts only where bytes leave a choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from made_files import docx_of, odt_of, ole_of, part, png_of, typed_pdf, xlsx_of, zip_of
from soppa_mailbot.model import Reason
from soppa_mailbot.reading.base import CannotRead
from soppa_mailbot.reading.sniff import sniff

DATA = Path(__file__).parent.parent / "data" / "reading"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("order.docx", typed_pdf("Quote"), "pdf"),
        ("junk-before.bin", b"\r\n\r\nHTTP junk\r\n" + typed_pdf("Quote"), "pdf"),
        ("form.pdf", docx_of(b"<x/>"), "docx"),
        ("x", xlsx_of(b"<x/>"), "xlsx"),
        ("x", odt_of(""), "odt"),
        ("x", zip_of({"a.pdf": b"1", "b/c.docx": b"2"}), "zip"),
        ("photo.pdf", png_of(30, 30), "image"),
        ("x", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "image"),
        ("x.txt", rb"{\rtf1\ansi hello}", "rtf"),
        ("x", b"\x78\x9f\x3e\x22\x01\x00", "tnef"),
        ("x", ole_of({"WordDocument": bytes(5000), "1Table": b"x"}), "doc"),
        ("x", ole_of({"Workbook": bytes(5000)}), "xls"),
        ("x", ole_of({"__properties_version1.0": b"1"}), "msg"),
        ("x", b"<!DOCTYPE html><html><body>hi</body></html>", "html"),
        ("x", b"BEGIN:VCALENDAR\r\nVERSION:2.0", "ics"),
        ("x", b"BEGIN:VCARD\r\nVERSION:3.0", "vcf"),
        ("prices.csv", b"item,price\nseat,5\n", "csv"),
        ("notes.txt", b"item, price and so on", "txt"),
        ("notes", "naïve résumé".encode("cp1252"), "txt"),
        ("notes", "\ufeffHello".encode("utf-16"), "txt"),
        ("x", b"Received: from a\r\nFrom: a@b.example\r\nSubject: hi\r\nDate: Mon, 1 Jan 2026 10:00\r\n\r\nhi", "mail"),
        ("letter.txt", b"From: our office\nTo: you\nSubject: order\n\nHello", "txt"),
    ],
)
def test_bytes_decide(name: str, data: bytes, kind: str) -> None:
    assert sniff(part(name, data)).kind == kind


def test_a_pages_file_is_no_plain_zip() -> None:
    assert sniff(part("form.zip", (DATA / "preview.pages").read_bytes())).kind == "pages"


@pytest.mark.parametrize(
    ("name", "data", "reason", "words"),
    [
        ("form.docx", b"", Reason.EMPTY, "0 bytes"),
        ("form.pdf", b"MZ\x90\x00" + bytes(200), Reason.UNSUPPORTED, "a program"),
        ("papers.7z", b"7z\xbc\xaf\x27\x1c" + bytes(50), Reason.UNSUPPORTED, "a ZIP"),
        ("papers.rar", b"Rar!\x1a\x07\x01\x00" + bytes(50), Reason.UNSUPPORTED, "a ZIP"),
        ("x.bin", bytes(range(256)) * 20, Reason.UNSUPPORTED, "cannot be read"),
        ("form.pdf", bytes(range(256)) * 20, Reason.DAMAGED, "not what its name says"),
        ("x.mp4", b"\x00\x00\x00\x18ftypisom" + bytes(50), Reason.UNSUPPORTED, "film"),
        ("x.docx", ole_of({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}), Reason.ENCRYPTED, "password"),
        ("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), Reason.DAMAGED, "damaged"),
        ("x.asc", b"-----BEGIN PGP MESSAGE-----\n\nhQEMA", Reason.ENCRYPTED, "OpenPGP"),
        ("x.pptx", zip_of({"[Content_Types].xml": b"", "ppt/presentation.xml": b""}), Reason.UNSUPPORTED, "PowerPoint"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, data: bytes, reason: Reason, words: str) -> None:
    with pytest.raises(CannotRead) as caught:
        sniff(part(name, data))
    assert caught.value.reason == reason
    assert words in caught.value.detail


def test_a_real_password_protected_word_file() -> None:
    with pytest.raises(CannotRead) as caught:
        sniff(part("form.docx", (DATA / "password.docx").read_bytes()))
    assert caught.value.reason == Reason.ENCRYPTED
