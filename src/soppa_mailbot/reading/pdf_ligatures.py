"""Ligatures that a printed PDF does not name: a font's ToUnicode map leaves out the signs that stand for two letters.

Ghostscript 10 does so to subsets of TrueType fonts (a map's entry of more than one character is dropped), and with it
what prints through it: "Informa on Form", "Sta< member". Such signs are given stand-ins, their words are looked at, and
the maps are completed; PDFium then reads the letters as in any other file.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2 as pdfium

from soppa_mailbot import lazy_re as re
from soppa_mailbot.reading.ligatures import letters_of, may_be
from soppa_mailbot.reading.pdf_values import dictionary, integer, items, name_of, stream_bytes

_MAX_FONTS = 200  # of one file
_MAX_PAGES = 60
_MAX_MAP = 100_000  # bytes of one map
_MOST = 12  # signs without letters in one font: with more it is a font for symbols, or its map means nothing
_LEAST = 10  # letters that a font for text has in its map
_FIRST = 0xE800  # private use, below what fonts for symbols take
_RANGE = re.compile(rb"<([0-9a-fA-F]{2})>\s*<([0-9a-fA-F]{2})>\s*<([0-9a-fA-F]{4})>")
_ONE = re.compile(rb"<([0-9a-fA-F]{2})>\s*<((?:[0-9a-fA-F]{4})+)>")
_SECTION = re.compile(rb"begin(bfchar|bfrange)\b(.*?)endbf", re.DOTALL)
_WORD = re.compile(r"[^\s.,;:/()\[\]\"“”|-]+")
_MAP_END = b"endcmap"


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign of one font, of which nothing says what it stands for."""

    font: Any
    code: int
    stand_in: str
    ligatures: tuple[str, ...]


def with_ligatures(pdf: Any) -> bytes | None:
    """The open pikepdf document with the letters that its ligatures stand for; None where nothing is to be added."""
    signs = list(_signs(pdf))
    if not signs:
        return None
    maps = {sign.font.objgen: bytes(stream_bytes(sign.font["/ToUnicode"], _MAX_MAP)) for sign in signs}
    stood = _saved(pdf, signs, maps, {s.stand_in: s.stand_in for s in signs})
    letters = letters_of({s.stand_in: s.ligatures for s in signs}, _words(stood))
    return _saved(pdf, [s for s in signs if s.stand_in in letters], maps, letters) if letters else None


def _signs(pdf: Any) -> Iterator[_Sign]:
    number = _FIRST
    for font in _fonts(pdf):
        told, widths = _told(font), _widths(font)
        if sum(text.isalpha() for text in told.values()) < _LEAST:
            continue
        unknown = [code for code, width in widths.items() if width > 0 and code not in told]
        if len(unknown) > _MOST:
            continue
        by_letter = {text: widths[code] for code, text in told.items() if code in widths}
        for code in unknown:
            if ligatures := may_be(widths[code], by_letter):
                yield _Sign(font, code, chr(number), ligatures)
                number += 1


def _fonts(pdf: Any) -> Iterator[Any]:
    """The subsets with a map and an encoding of their own, in which a code says nothing."""
    seen: set[tuple[int, int]] = set()
    for number, page in enumerate(pdf.pages):
        if number >= _MAX_PAGES:
            return
        resources = dictionary(page.obj.get("/Resources"))
        fonts = dictionary(resources.get("/Font")) if resources is not None else None
        if fonts is None:
            continue
        for key in list(fonts.keys()):
            font = dictionary(fonts.get(key))
            if font is None or not font.is_indirect or font.objgen in seen or len(seen) >= _MAX_FONTS:
                continue
            seen.add(font.objgen)
            simple = name_of(font.get("/Subtype")) in ("TrueType", "Type1")
            if simple and "/Encoding" not in font and isinstance(font.get("/ToUnicode"), pikepdf.Stream):
                yield font


def _told(font: Any) -> dict[int, str]:
    """What the map of a font says of its codes."""
    out: dict[int, str] = {}
    for kind, body in _SECTION.findall(stream_bytes(font["/ToUnicode"], _MAX_MAP)):
        if kind == b"bfchar":
            for code, text in _ONE.findall(body):
                out[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
        else:
            for first, last, start in _RANGE.findall(body):
                for step, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                    out[code] = chr(min(int(start, 16) + step, 0xFFFF))
            if b"[" in body:  # ranges told one by one: none of their codes is without letters
                out |= {code: out.get(code, "") for code in range(256)}
    return out


def _widths(font: Any) -> dict[int, float]:
    first = integer(font.get("/FirstChar"))
    return {first + i: float(width) for i, width in enumerate(items(font.get("/Widths"))[:256])}


def _saved(pdf: Any, signs: list[_Sign], maps: dict[Any, bytes], letters: dict[str, str]) -> bytes:
    """The file with these letters in the maps of its fonts."""
    for group, was in maps.items():
        lines = [
            b"<%02x> <%s>" % (s.code, letters[s.stand_in].encode("utf-16-be").hex().encode())
            for s in signs
            if s.font.objgen == group
        ]
        font = pdf.get_object(group)
        more = b"%d beginbfchar\n%s\nendbfchar\n" % (len(lines), b"\n".join(lines)) if lines else b""
        font["/ToUnicode"] = pdf.make_stream(was.replace(_MAP_END, more + _MAP_END, 1))
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def _words(data: bytes) -> list[str]:
    out: list[str] = []
    document = pdfium.PdfDocument(data)
    try:
        for number in range(min(len(document), _MAX_PAGES)):
            page = document[number]
            text = page.get_textpage()
            out += _WORD.findall(text.get_text_range())
            text.close()
            page.close()
    finally:
        document.close()
    return out
