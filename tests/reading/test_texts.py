"""Text, CSV, HTML, RTF, invitations, Pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from soppa_mailbot.model import Reason, flow_text
from soppa_mailbot.reading import html, pages, rtf, text
from soppa_mailbot.reading.base import CannotRead, Limits
from soppa_mailbot.reading.charset import decode_text

DATA = Path(__file__).parent.parent / "data" / "reading"


@pytest.mark.parametrize(
    "data",
    [
        "Größe “ok”".encode(),
        "Größe “ok”".encode("cp1252"),
        "Größe “ok”".encode("utf-16"),
        "\ufeffGröße “ok”".encode(),
        "Größe “ok”".encode("utf-16-le"),
    ],
)
def test_encodings_without_a_label(data: bytes) -> None:
    assert flow_text(text.read(data, Limits()).flow).lstrip("\ufeff") == "Größe “ok”"


def test_bytes_that_are_no_text() -> None:
    assert decode_text(bytes(range(256)) * 4) is None
    assert decode_text(b"") == ""


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_by_any_delimiter(delimiter: str) -> None:
    rows = [["Item", "Qty", "Price"], ["Seats", "30", "$5.00"], ["Total", "", "$150.00"]]
    data = "\r\n".join(delimiter.join(row) for row in rows).encode()
    opened = text.read_csv(data, Limits())
    assert flow_text(opened.flow) == "Item\tQty\tPrice\nSeats\t30\t$5.00\nTotal\t$150.00"
    assert opened.flow[-1].cell == (0, 2, 2)


def test_csv_with_quotes_and_commas_in_cells() -> None:
    opened = text.read_csv(b'name,total\n"Acme, Inc.","$1,250.00"\n"two\nlines",x\n', Limits())
    assert [p.text() for p in opened.flow] == ["name", "total", "Acme, Inc.", "$1,250.00", "two\nlines", "x"]


def test_an_invitation_is_unfolded() -> None:
    data = b"BEGIN:VCALENDAR\r\nSUMMARY:Demo of\r\n  the product\\, live\r\nEND:VCALENDAR\r\n"
    assert "SUMMARY:Demo of the product, live" in flow_text(text.read_calendar(data, Limits()).flow)


def test_html_words_cells_and_active_content() -> None:
    page = (
        b"<html><head><style>p{}</style><script>alert(1)</script></head><body><p>Quote 7</p><table><tr><td>Seats</td>"
    )
    page += b"<td>$5.00</td></tr></table></body></html>"
    opened = html.read(page, Limits())
    words = flow_text(opened.flow)
    assert "Quote 7" in words
    assert "alert" not in words
    assert "Seats" in words
    assert "$5.00" in words
    assert opened.notes == ("active content",)
    assert html.read(b"<p>plain</p>", Limits()).notes == ()
    assert html.read(b'<form action="https://x.example"><input type=password></form>', Limits()).notes == (
        "active content",
    )


def test_html_charset_of_its_own() -> None:
    page = '<meta charset="iso-8859-2"><p>Łódź</p>'.encode("iso-8859-2")
    assert flow_text(html.read(page, Limits()).flow).strip() == "Łódź"


RTF_FORM = (
    rb"{\rtf1\ansi\ansicpg1252 Form\par"
    rb"\trowd\cellx1\cellx2 Name\cell Acme \'96 Inc.\cell\row"
    rb"\trowd\cellx1\cellx2 Fax\cell\cell\row"
    rb"\pard After\par"
    rb"{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres1\ffdefres0}}}{\fldrslt }} Yes "
    rb"{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres25\ffdefres0}}}{\fldrslt }} No\par}"
)


def test_rtf_tables_and_boxes() -> None:
    opened = rtf.read(RTF_FORM, Limits())
    assert [(p.text(), p.cell) for p in opened.flow] == [
        ("Form", None),
        ("Name", (0, 0, 0)),
        ("Acme – Inc.", (0, 0, 1)),
        ("Fax", (0, 1, 0)),
        ("", (0, 1, 1)),
        ("After", None),
        ("☒ Yes ☐ No", None),
    ]
    assert [f.filled for f in opened.fields] == [True, False]
    assert opened.notes == ()


def test_words_of_rtf_that_are_set_apart_or_struck_through() -> None:
    source = (
        rb"{\rtf1\ansi Plain {\ul\ulc0\b Bold} {\highlight7 marked} \strike gone\strike0  "
        rb"{\*\bkmkstart \b x}It\u8217\'92s\par \b goes on\par and on\plain  not\par "
        rb"{\rtlch\ab\ltrch Arabic} \ulc0 none\par}"
    )
    opened = rtf.read(source, Limits())
    assert [p.text().split() for p in opened.flow] == [
        ["Plain", "Bold", "marked", "It’s"],
        ["goes", "on"],
        ["and", "on", "not"],
        ["Arabic", "none"],
    ]
    assert [[p.text()[a:z].strip() for a, z in p.emphasised] for p in opened.flow] == [
        ["Bold"],
        ["goes on"],
        ["and on"],
        [],
    ]
    assert [[p.text()[a:z].strip() for a, z in p.highlighted] for p in opened.flow] == [["marked"], [], [], []]
    assert opened.notes == ("struck through: gone",)


def test_rtf_cut_off_or_empty() -> None:
    assert rtf.read(RTF_FORM[:-40], Limits()).notes == ("the file seems to be cut off",)
    with pytest.raises(CannotRead) as caught:
        rtf.read(rb"{\rtf1\ansi {\pict\pngblip 89504e47}}", Limits())
    assert caught.value.reason == Reason.NO_TEXT


def test_pages_through_its_preview() -> None:
    opened = pages.read((DATA / "preview.pages").read_bytes(), Limits())
    assert opened.pages
    assert "read from the preview inside the Pages file" in opened.notes


def test_a_limit_of_words() -> None:
    assert len(text.read(b"one two three\n" * 1000, Limits(max_words=30)).flow) == 10
