"""Files that are made to hurt: each gets its reason within seconds and little memory, and the next file is read."""

from __future__ import annotations

import os
import time
import zipfile
from collections.abc import Iterator

import pytest

from made_files import (
    BILLION_LAUGHS,
    deflated_pdf,
    docx_of,
    double_flate_pdf,
    doubling_forms_pdf,
    endless_tiff,
    form_pdf,
    lying_zip,
    odt_of,
    part,
    pdf_of,
    png_of,
    recursive_form_pdf,
    tiff_bomb,
    typed_pdf,
    xlsx_of,
    zip_of,
)
from soppa_mailbot.model import Reason
from soppa_mailbot.reading.base import Limits
from soppa_mailbot.reading.child import Child, Confinement
from soppa_mailbot.reading.sandbox import Examined, Workers

LIMITS = Limits(max_unpacked=40_000_000, max_pages=20, max_files=40)
W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
X = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(LIMITS, seconds=5, memory_mb=1000) as pool:
        yield pool


def examined(workers: Workers, name: str, data: bytes) -> Examined:
    """The result; and a plain file right after it must be read as ever."""
    began = time.monotonic()
    result, after = workers.examine([part(name, data), part("quote.pdf", typed_pdf("Quote 7"))])
    assert time.monotonic() - began < 9
    assert after.documents[0].text() == "Quote 7"
    assert result.documents
    return result


def reason(result: Examined) -> Reason | None:
    document = result.documents[-1]
    return document.unreadable.reason if document.unreadable else None


BOMBS = {
    "zip": ("a.zip", lambda: zip_of({"x.txt": bytes(60_000_000)}), {Reason.TOO_LARGE}),
    "lying zip": ("a.zip", lambda: lying_zip("x.txt", 60_000_000), {Reason.TOO_LARGE, Reason.DAMAGED}),
    "docx": (
        "a.docx",
        lambda: docx_of(b"<w:document " + W + b"><w:body>" + b"<w:p/>" * 8_000_000 + b"</w:body></w:document>"),
        {Reason.TOO_LARGE},
    ),
    "xlsx": (
        "a.xlsx",
        lambda: xlsx_of(b"<worksheet " + X + b">" + b" " * 60_000_000 + b"</worksheet>"),
        {Reason.TOO_LARGE},
    ),
    "odt": ("a.odt", lambda: odt_of("<text:p>" + " " * 60_000_000 + "</text:p>"), {Reason.TOO_LARGE}),
    "png": ("a.png", lambda: png_of(40_000, 40_000, rows=200), {Reason.TOO_LARGE, Reason.DAMAGED}),
    "tiff": ("a.tif", lambda: tiff_bomb(60_000, 60_000), {Reason.TOO_LARGE, Reason.DAMAGED}),
    "pdf": ("a.pdf", lambda: deflated_pdf(b" ", 300_000_000), {Reason.TOO_LARGE}),
    "pdf packed twice": ("a.pdf", lambda: double_flate_pdf(600_000_000), {Reason.TOO_LARGE}),
    "pdf of letters": ("a.pdf", lambda: deflated_pdf(b"(a)Tj ", 6_000_000), {Reason.TOO_LARGE}),
    "pdf with a form of letters": ("a.pdf", lambda: form_pdf(b"(a)Tj ", 6_000_000), {Reason.TOO_LARGE}),
    "docx nested": (
        "a.docx",
        lambda: docx_of(b"<w:document " + W + b"><w:body>" + b"<w:sdt><w:sdtContent>" * 60_000),
        {Reason.DAMAGED, Reason.TOO_LARGE},
    ),
}


@pytest.mark.parametrize(("code", "held", "reason"), [(6, 400, "too_large"), (6, 1, "damaged"), (11, 400, "too_large")])
def test_a_crash_for_want_of_memory_is_no_damage(code: int, held: int, reason: str) -> None:
    """PDFium aborts when it gets no more; whether it held much tells that from a file that it cannot stand."""
    child = Child(Confinement(Limits(), 5, memory_mb=4000 // held))  # an idle worker holds some 30 MB
    os.kill(child.process.pid, code)
    try:
        assert child.post_mortem()[0].reason == reason
        assert child.worn_out
    finally:
        child.close()


@pytest.mark.parametrize("kind", BOMBS)
def test_bombs_have_a_reason(workers: Workers, kind: str) -> None:
    name, make, allowed = BOMBS[kind]
    assert reason(examined(workers, name, make())) in allowed


def test_entities_are_not_expanded(workers: Workers) -> None:
    files = {
        "a.docx": docx_of(
            BILLION_LAUGHS
            + b"<w:document "
            + W
            + b"><w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>"
        ),
        "a.xlsx": xlsx_of(
            BILLION_LAUGHS + b"<worksheet " + X + b'><sheetData><row><c t="inlineStr"><is><t>&a11;</t></is></c></row>'
            b"</sheetData></worksheet>"
        ),
        "a.odt": odt_of("<text:p>x&a11;</text:p>", prolog=BILLION_LAUGHS),
    }
    for name, data in files.items():
        (document,) = examined(workers, name, data).documents
        assert len(document.text()) < 1000, name


def test_outside_files_are_not_fetched(workers: Workers) -> None:
    prolog = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    (document,) = examined(workers, "a.odt", odt_of("<text:p>before &secret; after</text:p>", prolog=prolog)).documents
    assert "root:" not in document.text()


@pytest.mark.parametrize(
    ("kind", "make"),
    [
        ("double flate", lambda: double_flate_pdf(600_000_000)),
        ("recursive form", recursive_form_pdf),
        ("doubling forms", doubling_forms_pdf),
        (
            "two hundred thousand pages",
            lambda: pdf_of(
                [
                    b"<</Type/Catalog/Pages 2 0 R>>",
                    b"<</Type/Pages/Count 20000/Kids[" + b"3 0 R " * 20_000 + b"]>>",
                    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>",
                ]
            ),
        ),
        (
            "a page as large as a house",
            lambda: pdf_of(
                [
                    b"<</Type/Catalog/Pages 2 0 R>>",
                    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1440000 1440000]>>",
                ]
            ),
        ),
        (
            "pages that are their own parents",
            lambda: pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 9>>"]),
        ),
    ],
)
def test_hostile_pdfs_end(workers: Workers, kind: str, make: object) -> None:
    result = examined(workers, "a.pdf", make())  # type: ignore[operator]
    assert sum(len(d.text()) for d in result.documents) < 100_000, kind


def test_a_far_corner_cell_makes_no_giant_table(workers: Workers) -> None:
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    result = examined(
        workers, "a.xlsx", xlsx_of(b"<worksheet " + X + b"><sheetData>" + cells + b"</sheetData></worksheet>")
    )
    assert [p.cell for p in result.documents[0].flow] == [(0, 0, 0), (0, 1048575, 16383)]


def test_repeated_rows_and_cells_are_not_unrolled(workers: Workers) -> None:
    body = (
        '<table:table><table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )
    result = examined(workers, "a.odt", odt_of(body))
    assert len(result.documents[0].flow) < 5000


def test_ten_thousand_entries_and_deep_nesting(workers: Workers) -> None:
    many = zip_of({f"{n}.txt": b"x" for n in range(10_000)}, zipfile.ZIP_STORED)
    result = examined(workers, "a.zip", many)
    assert len(result.documents) == LIMITS.max_files + 1
    assert reason(result) == Reason.TOO_LARGE
    deep = zip_of({"x.txt": b"x"})
    for _ in range(30):
        deep = zip_of({"inner.zip": deep})
    assert reason(examined(workers, "deep.zip", deep)) == Reason.TOO_LARGE


def test_a_tiff_of_endless_pages(workers: Workers) -> None:
    (document,) = examined(workers, "fax.tif", endless_tiff(5000)).documents
    assert len(document.pages) <= LIMITS.max_pages


def test_html_nested_beyond_reason(workers: Workers) -> None:
    (document,) = examined(workers, "a.html", b"<div>" * 200_000 + b"order form" + b"</div>" * 200_000).documents
    assert document.unreadable is not None or "order form" in document.text() or document.text() == ""


def test_rtf_with_a_long_hexadecimal_picture(workers: Workers) -> None:
    picture = rb"{\rtf1\ansi before {\pict\pngblip " + b"89504e47" * 2_000_000 + rb"} after}"
    (document,) = examined(workers, "a.rtf", picture).documents
    assert "before" in document.text()
    assert "after" in document.text()


@pytest.mark.parametrize(
    "name", ["a.pdf", "a.docx", "a.doc", "a.msg", "a.png", "a.zip", "a.eml", "winmail.dat", "a.rtf", "a.ods"]
)
def test_rubbish_behind_an_honest_beginning(workers: Workers, name: str) -> None:
    beginnings = {
        "a.pdf": b"%PDF-1.7\n",
        "a.docx": docx_of(b"<x/>")[:200],
        "a.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "a.msg": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "a.png": b"\x89PNG\r\n\x1a\n",
        "a.zip": b"PK\x03\x04",
        "a.eml": b"From: a@b.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
        "winmail.dat": b"\x78\x9f\x3e\x22\x01\x00",
        "a.rtf": rb"{\rtf1\ansi ",
        "a.ods": odt_of("")[:300],
    }
    rubbish = bytes((n * 167 + 13) % 256 for n in range(3000))
    assert workers.examine([part(name, beginnings[name] + rubbish)])[0].documents is not None
