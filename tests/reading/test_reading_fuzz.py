"""Mutations of real files: a reader gives an Opened or CannotRead, whatever it is fed."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from made_files import odt_of, ole_of, typed_pdf, xlsx_of, zip_of
from soppa_mailbot.reading import archive, doc, html, letter, opendocument, outlook, rtf, text, tnef, xlsx
from soppa_mailbot.reading.base import CannotRead, Limits, Opened

DATA = Path(__file__).parent.parent / "data" / "reading"
LIMITS = Limits(max_words=5000, max_unpacked=5_000_000, max_files=20)
X = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def attribute(level: int, tag: int, value: bytes) -> bytes:
    return struct.pack("<BII", level, tag, len(value)) + value + struct.pack("<H", sum(value) & 0xFFFF)


WINMAIL = (
    b"\x78\x9f\x3e\x22\x01\x00"
    + attribute(1, 0x00089006, struct.pack("<I", 0x10000))
    + attribute(1, 0x0002800C, b"For Oak School.\0")
    + attribute(2, 0x00069002, bytes(14))
    + attribute(2, 0x00018010, b"quote.pdf\0")
    + attribute(2, 0x0006800F, typed_pdf("Quote 7"))
)
OUTLOOK = ole_of(
    {
        "__properties_version1.0": bytes(32),
        "__substg1.0_0037001F": "Our papers".encode("utf-16-le"),
        "__substg1.0_1000001F": "For Oak School.".encode("utf-16-le"),
        "__attach_version1.0_#00000000": {"__substg1.0_37010102": b"hello", "__properties_version1.0": b"0"},
    }
)
MAIL = (
    b"From: Jo <jo@acme.example>\r\nSubject: papers\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    b"--x\r\n\r\nHello\r\n--x\r\nContent-Type: application/pdf; name=q.pdf\r\n\r\n%PDF\r\n--x--\r\n"
)
RTF = rb"{\rtf1\ansi\ansicpg1252 A\par\trowd\cellx1 b\cell c\u8211?\cell\row {\field{\*\fldinst FORMCHECKBOX}}\par}"
SHEET = xlsx_of(
    b"<worksheet " + X + b'><row r="1"><c r="A1" t="str"><v>word</v></c><c s="1"><v>3</v></c></row></worksheet>'
)

READERS: dict[str, tuple[Callable[[bytes, Limits], Opened], bytes]] = {
    "zip": (archive.read, zip_of({"a/b.txt": b"one" * 50, "c.pdf": typed_pdf("x")})),
    "mail": (letter.read, MAIL),
    "winmail.dat": (tnef.read, WINMAIL),
    "msg": (outlook.read, OUTLOOK),
    "xlsx": (xlsx.read, SHEET),
    "odt": (opendocument.read, odt_of("<text:p>hello <text:tab/> world</text:p>")),
    "doc": (doc.read, (DATA / "legacy-fields.doc").read_bytes()),
    "rtf": (rtf.read, RTF),
    "html": (html.read, b"<html><table><tr><td>a<td>b</table><script>x</script></html>"),
    "csv": (text.read_csv, b'a,b,"c,d"\n1,2,3\n'),
    "ics": (text.read_calendar, b"BEGIN:VCALENDAR\r\nSUMMARY:x\r\n y\r\nEND:VCALENDAR"),
}


@st.composite
def damage(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """Flipped, cut, doubled and inserted bytes, anywhere."""
    steps = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["flip", "cut", "double", "insert"]),
                st.integers(0, 1_000_000),
                st.binary(min_size=1, max_size=8),
            ),
            min_size=1,
            max_size=6,
        )
    )

    def apply(data: bytes) -> bytes:
        for kind, where, value in steps:
            at = where * 7919 % (len(data) + 1)  # spread over the whole file
            if kind == "flip":
                data = data[:at] + value + data[at + len(value) :]
            elif kind == "cut":
                data = data[:at] if len(value) > 4 else data[:at] + data[at + 16 * len(value) :]
            elif kind == "double":
                data = data[:at] + data[at : at + 64] + data[at:]
            else:
                data = data[:at] + value + data[at:]
        return data

    return apply


@pytest.mark.parametrize("kind", READERS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(damaged=damage())
def test_damage_never_escapes(kind: str, damaged: Callable[[bytes], bytes]) -> None:
    read, honest = READERS[kind]
    try:
        opened = read(damaged(honest), LIMITS)
    except CannotRead as error:
        assert error.detail
    else:
        assert isinstance(opened, Opened)


@pytest.mark.parametrize("kind", READERS)
def test_they_are_read_undamaged(kind: str) -> None:
    read, honest = READERS[kind]
    opened = read(honest, LIMITS)
    assert opened.flow or opened.children
