"""Printed PDFs whose fonts do not say what their ligatures stand for."""

from __future__ import annotations

import io

import pikepdf
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.reading import pdf
from soppa_mailbot.reading.base import Limits
from soppa_mailbot.reading.ligatures import letters_of, may_be

WIDTHS = {"f": 305.0, "i": 229.0, "l": 229.0, "t": 335.0}


def printed(text: str, more: str = "", encoding: str = "") -> bytes:
    """A page whose font has the signs of a text, and a map that leaves out "fi" (0x01), "fl" (0x02) and `more`."""
    lost = "\ufb01\ufb02" + more
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    drawn, out = io.BytesIO(), io.BytesIO()
    canvas = Canvas(drawn)
    canvas.setFont("Vera", 10)
    canvas.drawString(10, 720, lost)  # their codes, in this order
    canvas.drawString(72, 700, text)
    canvas.save()
    with pikepdf.open(io.BytesIO(drawn.getvalue())) as file:
        for font in file.pages[0].Resources.Font.values():
            if "/ToUnicode" in font:
                told = font.ToUnicode.read_bytes().split(b"\n")
                gone = [b"<%02X>" % code for code in range(1, len(lost) + 1)]
                font.ToUnicode = file.make_stream(b"\n".join(x for x in told if x[:4] not in gone))
                if encoding:
                    font.Encoding = pikepdf.Name(encoding)
        file.save(out)
    return out.getvalue()


def words(data: bytes) -> list[str]:
    (page,) = pdf.read(data, Limits()).pages
    return [w.text for w in page.words if w.box[0] > 70]


def test_ligatures_that_a_font_does_not_name_are_read_by_their_words() -> None:
    said = "Every \ufb01eld is certi\ufb01ed, the work\ufb02ow re\ufb02ects Whit\ufb01eld."
    assert words(printed(said)) == [
        *("Every", "field", "is", "certified,", "the", "workflow", "reflects", "Whitfield."),
    ]


def test_a_font_with_many_signs_that_nothing_tells_is_one_for_symbols() -> None:
    assert words(printed("Every \ufb01eld is certi\ufb01ed.", "αβγδεζηθικ")) == ["Every", "field", "is", "certified."]
    assert "field" not in words(printed("Every \ufb01eld is certi\ufb01ed.", "αβγδεζηθικλ"))


def test_a_font_with_a_known_encoding_is_left_as_it_is() -> None:
    assert "field" not in words(printed("Every \ufb01eld is certi\ufb01ed.", encoding="/WinAnsiEncoding"))


def test_a_sign_that_no_word_tells_is_left() -> None:
    assert words(printed("The \ufb01eld zz\ufb02zz")) == ["The", "field", "zzzz"]


@pytest.mark.parametrize(
    ("width", "said", "letters"),
    [
        (557, "Informa#on Coopera#ve #tle loca#on", "ti"),
        (557, "Hos#ng", "ti"),
        (529, "#eld #nal con#rm", "fi"),
        (529, "work#ow", "fl"),
        (583, "Sta# O#er", "ff"),
        (616, "Microso#", "ft"),
        (634, "a#ached submi#ed", "tt"),
        (822, "of#ce o#ce", "ffi"),
        (560, "#", ""),
        (557, "x#y", ""),
        (200, "Informa#on", ""),  # too narrow for two letters
        (583, "sta# mul#", ""),  # as many words for this as for that
    ],
)
def test_what_a_sign_stands_for(width: float, said: str, letters: str) -> None:
    assert letters_of({"\ue800": may_be(width, WIDTHS)}, said.replace("#", "\ue800").split()) == (
        {"\ue800": letters} if letters else {}
    )


def test_a_word_with_two_signs_is_read_once_the_other_is_known() -> None:
    signs = {"\ue800": ("fi", "fl", "ti"), "\ue801": ("fi", "fl", "ti")}
    assert letters_of(signs, ["cer\ue800\ue801ca\ue800on", "loca\ue800on"]) == {"\ue800": "ti", "\ue801": "fi"}
