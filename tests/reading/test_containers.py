"""Containers are unwrapped and not listed; what is in them is, with the container's name."""

from __future__ import annotations

import io
import struct
import zipfile
from email.message import EmailMessage

import pytest

from made_files import lying_zip, ole_of, part, png_of, typed_pdf, zip_of
from soppa_mailbot.model import Document, Part, Reason
from soppa_mailbot.reading.archive import safe_name
from soppa_mailbot.reading.base import Limits
from soppa_mailbot.reading.compressed_rtf import decompress
from soppa_mailbot.reading.open import Opener

TEXT = b"Order form for 30 seats at $5.00 each"


def opened(attachment: Part, limits: Limits | None = None) -> list[Document]:
    return [o.document for o in Opener(limits or Limits()).open(attachment, "a1")]


def listed(attachment: Part, limits: Limits | None = None) -> list[tuple[str, str, str]]:
    return [
        (d.id, d.filename, f"{d.unreadable.reason}" if d.unreadable else d.text())
        for d in opened(attachment, limits)
        if not d.covering
    ]


def test_members_of_a_zip_stand_in_their_order_with_its_name() -> None:
    data = zip_of({"papers/order.txt": TEXT, "__MACOSX/._order.txt": b"x", "rfi.txt": b"two"})
    documents = opened(part("papers.zip", data))
    assert [(d.id, d.filename, d.container) for d in documents] == [
        ("a1.1", "order.txt", "papers.zip"),
        ("a1.2", "rfi.txt", "papers.zip"),
    ]
    assert documents[0].text() == TEXT.decode()
    assert documents[0].size == len(TEXT)


def test_names_that_climb_out_are_cut_and_flagged() -> None:
    documents = opened(part("a.zip", zip_of({"../../etc/x.txt": b"one", "/abs/y.txt": b"two", "C:\\z\\w.txt": b"3"})))
    assert [d.filename for d in documents] == ["x.txt", "y.txt", "w.txt"]
    assert any("unsafe path" in n for n in documents[0].notes)


@pytest.mark.parametrize(
    ("raw", "name", "unsafe"),
    [
        ("a/b.pdf", "b.pdf", False),
        ("..", "unnamed", True),
        ("a\x00/b\n.pdf", "b.pdf", True),
        ("a/\u202efdp.exe", "fdp.exe", False),
    ],
)
def test_safe_names(raw: str, name: str, unsafe: bool) -> None:
    assert (safe_name(raw).name, safe_name(raw).unsafe) == (name, unsafe)


def test_utf8_names_without_the_flag() -> None:
    data = zip_of({"résumé.txt": b"x"})
    flagless = bytearray(data)
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(magic)
        flagless[at + offset : at + offset + 2] = b"\x00\x00"
    assert listed(part("a.zip", bytes(flagless)))[0][1] == "résumé.txt"


def test_an_encrypted_member_is_named_with_its_reason() -> None:
    data = bytearray(zip_of({"soppa.pdf": typed_pdf("x"), "order.txt": TEXT}))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(magic) + offset] |= 1
    assert listed(part("a.zip", bytes(data))) == [
        ("a1.1", "soppa.pdf", "encrypted"),
        ("a1.2", "order.txt", TEXT.decode()),
    ]


def test_bombs_and_liars_are_refused_and_their_neighbours_read() -> None:
    limits = Limits(max_unpacked=20_000_000)
    bomb = zip_of({"order.txt": TEXT, "bomb.txt": bytes(30_000_000), "rfi.txt": b"two"})
    assert [r[2] for r in listed(part("a.zip", bomb), limits)] == [TEXT.decode(), "too_large", "two"]
    assert [r[2] for r in listed(part("a.zip", lying_zip("x.txt", 30_000_000)), limits)] in (["too_large"], ["damaged"])
    # one that stays under the limit, but packs too well to be honest
    assert [r[2] for r in listed(part("a.zip", zip_of({"x.txt": bytes(15_000_000)})), limits)] == ["too_large"]


def test_ten_thousand_entries_are_cut_and_said_so() -> None:
    rows = opened(
        part("a.zip", zip_of({f"{n}.txt": b"x" for n in range(10_000)}, zipfile.ZIP_STORED)), Limits(max_files=50)
    )
    assert len(rows) == 51
    last = rows[-1]
    assert last.filename == "a.zip"
    assert last.unreadable is not None
    assert last.unreadable.reason == Reason.TOO_LARGE
    assert "10000 files" in last.unreadable.detail


def nested(levels: int) -> bytes:
    data = zip_of({"order.txt": TEXT})
    for level in range(levels - 1):
        data = zip_of({f"inner{level}.zip": data})
    return data


def test_nesting_is_followed_to_its_limit() -> None:
    assert listed(part("a.zip", nested(3))) == [("a1.1.1.1", "order.txt", TEXT.decode())]
    assert listed(part("a.zip", nested(4))) == [("a1.1.1.1", "inner0.zip", "too_large")]


def test_files_are_counted_over_all_levels() -> None:
    inner = zip_of({f"{n}.txt": b"x" for n in range(30)})
    rows = opened(part("a.zip", zip_of({f"{n}.zip": inner for n in range(30)})), Limits(max_files=100))
    assert 60 < len(rows) < 140
    assert any(d.unreadable and d.unreadable.reason == Reason.TOO_LARGE for d in rows)


@pytest.mark.parametrize("data", [b"PK\x03\x04" + bytes(40), zip_of({"a.txt": TEXT * 100})[:120]])
def test_a_broken_zip_is_listed_itself(data: bytes) -> None:
    assert listed(part("papers.zip", data)) == [("a1", "papers.zip", "damaged")]


def test_an_empty_zip_is_listed_itself() -> None:
    assert listed(part("papers.zip", zip_of({}))) == [("a1", "papers.zip", "empty")]


def forwarded() -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Jo Hill <jo@acme.example>"
    mail["Subject"] = "Our papers"
    mail["Date"] = "Mon, 14 Sep 2026 10:00:00 -0500"
    mail.set_content("Please find the order form for Oak School.\n")
    mail.add_attachment(typed_pdf("Quote 7"), maintype="application", subtype="pdf", filename="quote.pdf")
    return mail


def test_an_attached_message_gives_its_words_and_its_files() -> None:
    documents = opened(part("papers.eml", forwarded().as_bytes(), "message/rfc822"))
    covering, quote = documents
    assert covering.covering
    assert "Oak School" in covering.text()
    assert "from: Jo Hill <jo@acme.example>" in covering.notes
    assert (quote.filename, quote.container, quote.text()) == ("quote.pdf", "papers.eml", "Quote 7")


def outlook_properties(**values: str) -> dict[str, bytes]:
    return {f"__substg1.0_{tag[1:]}001F": text.encode("utf-16-le") for tag, text in values.items()}


def test_an_outlook_message_with_a_message_in_it() -> None:
    def attachment(name: str, data: bytes) -> dict[str, bytes]:
        return {**outlook_properties(t3707=name), "__substg1.0_37010102": data, "__properties_version1.0": b"0"}

    inner = {
        **outlook_properties(t0037="Inner", t1000="The words within."),
        "__attach_version1.0_#00000000": attachment("rfi.txt", b"inner file"),
        "__properties_version1.0": b"0",
    }
    tree = {
        "__properties_version1.0": bytes(32),
        **outlook_properties(t0037="Our papers", t0C1A="Jo Hill", t5D01="jo@acme.example", t1000="For Oak School."),
        "__attach_version1.0_#00000000": attachment("quote.pdf", typed_pdf("Quote 7")),
        "__attach_version1.0_#00000001": {**outlook_properties(t3707="Inner.msg"), "__substg1.0_3701000D": inner},
    }
    rows = [(d.id, d.filename, d.container, d.text(), d.covering) for d in opened(part("mail.msg", ole_of(tree)))]
    assert rows[0][3:] == ("For Oak School.", True)
    assert ("quote.pdf", "mail.msg", "Quote 7") in [r[1:4] for r in rows]
    assert ("rfi.txt", "Inner.eml", "inner file") in [r[1:4] for r in rows]
    assert any("The words within." in r[3] for r in rows)


def tnef_of(name: str, data: bytes, body: bytes = b"", *, code_page: bool = True) -> bytes:
    """A winmail.dat ([MS-OXTNEF]) with one file."""

    def attribute(level: int, tag: int, value: bytes) -> bytes:
        return struct.pack("<BII", level, tag, len(value)) + value + struct.pack("<H", sum(value) & 0xFFFF)

    out = b"\x78\x9f\x3e\x22\x01\x00" + attribute(1, 0x00089006, struct.pack("<I", 0x10000))
    if code_page:
        out += attribute(1, 0x00069007, struct.pack("<II", 1252, 0))
    out += attribute(1, 0x00078008, b"IPM.Microsoft Mail.Note\0")
    if body:
        out += attribute(1, 0x0002800C, body)
    out += attribute(2, 0x00069002, bytes(14)) + attribute(2, 0x00018010, name.encode() + b"\0")
    return out + attribute(2, 0x0006800F, data)


@pytest.mark.parametrize("code_page", [True, False])
def test_winmail_dat(code_page: bool) -> None:
    """Without a code page too, which the specification asks for and not every writer names."""
    data = tnef_of("quote.pdf", typed_pdf("Quote 7"), b"For Oak School.\0", code_page=code_page)
    documents = opened(part("winmail.dat", data))
    assert [(d.filename, d.container, d.covering) for d in documents] == [
        ("winmail.dat", "", True),
        ("quote.pdf", "winmail.dat", False),
    ]
    assert documents[0].text() == "For Oak School."


@pytest.mark.parametrize("cut", [10, 30, 60, 200])
def test_a_cut_off_winmail_dat_never_escapes(cut: int) -> None:
    for document in opened(part("winmail.dat", tnef_of("quote.pdf", typed_pdf("Quote 7"))[:cut])):
        assert document.unreadable is not None


def test_compressed_rtf_of_the_specification() -> None:
    """[MS-OXRTFCP] 4.1.1 and 4.2."""
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert decompress(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    loop = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
    assert decompress(loop) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def picture(width: int, height: int, **more: object) -> Part:
    return part("image001.png", png_of(width, height), "image/png", **more)


def test_logos_and_icons_are_decoration_and_pages_are_not() -> None:
    def decoration(attachment: Part) -> bool:
        (document,) = opened(attachment)
        return document.decoration

    assert decoration(picture(1, 1, inline=True))
    assert decoration(picture(300, 90, inline=True, content_id="<logo>"))
    assert decoration(picture(1400, 200, inline=True, content_id="<banner>"))
    assert decoration(picture(64, 64))
    assert decoration(picture(600, 500, inline=True, content_id="<logo>")), "middling, and not a word on it"
    assert not decoration(picture(1200, 1600, inline=True)), "a photographed page in the text of an Apple mail"
    assert not decoration(picture(600, 500)), "attached, so somebody meant it"
    assert decoration(part("smime.p7s", b"\x30\x82\x01\x00" + bytes(50), "application/pkcs7-signature"))
    assert decoration(part("jo.vcf", b"BEGIN:VCARD\r\nFN:Jo\r\nEND:VCARD\r\n", "text/vcard"))
    assert decoration(part("", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "text/calendar"))
    assert not decoration(part("invite.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "application/ics"))


def test_what_is_done_or_dead_is_not_opened_again() -> None:
    data = part("a.zip", zip_of({"1.txt": b"one", "2.txt": b"two", "3.txt": b"three"}))
    begun: list[str] = []
    opener = Opener(Limits(), begin=lambda b: begun.append(b.id), done=frozenset({"a1.1"}), dead=frozenset({"a1.2"}))
    assert [o.document.text() for o in opener.open(data, "a1")] == ["three"]
    assert "a1.2" not in begun


def test_other_packing_methods() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.txt", TEXT)
    assert listed(part("a.zip", out.getvalue())) == [("a1.1", "a.txt", TEXT.decode())]
