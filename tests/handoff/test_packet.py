"""The packet as values: which papers, under which names, on one page, and what is said of the Board."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import vendor_mail
from made_files import part, typed_pdf, zip_of
from soppa_mailbot import samples
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.handoff import samples as packets
from soppa_mailbot.handoff.board import Board, board_of, order_total
from soppa_mailbot.handoff.bundle import file_name, zipped
from soppa_mailbot.handoff.letters import cover_of, letter_of
from soppa_mailbot.handoff.packet import Case, Packet, packet_of
from soppa_mailbot.handoff.papers import Brought, Paper, papers_of, safe_name
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import (
    Address,
    Disposition,
    Evidence,
    Findings,
    Form,
    Item,
    ItemVerdict,
    Kind,
    PaperFinding,
    Part,
    Status,
)
from soppa_mailbot.template_check import check

TEMPLATES = Templates()
PACKETS = dict(packets.packets())
WORDS = [
    f"{tree} {hill}" for tree in ("Ash", "Birch", "Cedar", "Elm", "Oak") for hill in ("Creek", "Hill", "Lake", "Run")
]
ALL = samples.verdict(
    Disposition.COMPLETE,
    tuple(ItemVerdict(i, Status.RECEIVED) for i in (Item.ORDER_FORM, Item.RFI_FORM, Item.SOPPA_FORM)),
)


def brought(*papers: PaperFinding, parts: tuple[Part, ...] = (), forms: tuple[Form, ...] = ()) -> Brought:
    raw = vendor_mail("x", subject="The: papers / 1")
    found = Findings(
        "<1@a.example>", datetime(2026, 9, 1, tzinfo=UTC), Address("", "a@a.example"), "A", "x", "submission", "",
        False, False, papers=papers, forms=forms,
    )  # fmt: skip
    return Brought(raw, replace(parse(raw), parts=parts), found)


def paper(kind: Kind, document: str, name: str = "x.pdf", total: str = "") -> PaperFinding:
    return PaperFinding(document, name, "", kind, total=total)


def form(key: str, document: str, status: str = "complete") -> Form:
    return Form(
        key, "b", "b.pdf", (document,), ("f.pdf",), (), status, (), (), (), False, (), (), None, (),
        1.0 if status == "complete" else 0.2,
    )  # fmt: skip


def test_an_archive_goes_on_as_it_was_sent() -> None:
    packed = zip_of({"order.pdf": typed_pdf("order"), "rfi.pdf": typed_pdf("rfi")})
    mail = brought(
        paper(Kind.ORDER_FORM, "a2.1"), paper(Kind.RFI_FORM, "a2.2"),
        parts=(part("logo.png", b"1"), part("papers.zip", packed)),
        forms=(form("rfi", "a2.2"),),
    )  # fmt: skip
    (one,) = papers_of(ALL, [mail], Item)
    assert (one.name, one.kinds, one.data) == ("papers.zip", ("order_form", "rfi_form"), packed)


def test_the_copies_that_count_and_no_others() -> None:
    first = brought(
        paper(Kind.ORDER_FORM, "a1"), paper(Kind.RFI_FORM, "a2"),
        parts=(part("old.pdf", b"old"), part("form.pdf", b"unfinished")), forms=(form("rfi", "a2", "incomplete"),),
    )  # fmt: skip
    second = brought(
        paper(Kind.ORDER_FORM, "a2"), paper(Kind.RFI_FORM, "a1"),
        parts=(part("form.pdf", b"finished"), part("FORM.pdf", b"new order")), forms=(form("rfi", "a1"),),
    )  # fmt: skip
    found = papers_of(ALL, [first, second], Item)
    assert [(p.name, p.data) for p in found] == [("FORM.pdf", b"new order"), ("form (2).pdf", b"finished")]
    assert [p.kinds for p in papers_of(ALL, [first, second], (Item.RFI_FORM,))] == [("rfi_form",)]


def test_an_order_in_the_mails_own_words_is_that_mail() -> None:
    mail = brought(paper(Kind.ORDER_FORM, "body", "body"))
    (one,) = papers_of(ALL, [mail], Item)
    assert one.name == "The_ papers _ 1.eml"
    assert one.data == mail.raw


def test_a_part_that_is_not_there_is_the_mail() -> None:
    mail = brought(paper(Kind.ORDER_FORM, "a7"), parts=(part("a.pdf", b"1"),))
    assert papers_of(ALL, [mail], Item)[0].data == mail.raw


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Quote Q-1182.pdf", "Quote Q-1182.pdf"), ("../../etc/passwd", "passwd"), ("C:\\x\\a.pdf", "a.pdf"),
        ("CON.pdf", "paper CON.pdf"), ("", "paper"), ("...", "paper"), ("a<b>|c?.pdf", "a_b__c_.pdf"),
        ("evil\u202efdp.exe", "evil fdp.exe"), ("x\x00\r\ny.pdf", "x y.pdf"), ("a. ", "a"),
        ("Żółw – Año.pdf", "Żółw – Año.pdf"),
    ],
)  # fmt: skip
def test_names_are_harmless_everywhere(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_what_follows_a_dot_is_no_ending_where_it_is_long() -> None:
    assert safe_name("0.0000000000 0") == "0.0000000000 0"
    assert safe_name("Quote no. 12 for the Lincoln School") == "Quote no. 12 for the Lincoln School"


@given(st.text(max_size=300))
def test_any_name_can_be_a_file(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe) <= 100 and not set(safe) & set('/\\<>:"|?*\r\n\x00') and not safe.startswith(".")
    assert safe == safe_name(safe)


def test_the_same_packet_is_the_same_zip() -> None:
    papers = [Paper("a.pdf", ("order_form",), 1, b"1"), Paper("ż.pdf", ("rfi_form",), 1, b"2")]
    packed = zipped(b"%PDF", "<p>", papers)
    assert packed == zipped(b"%PDF", "<p>", papers)
    archive = zipfile.ZipFile(io.BytesIO(packed))
    assert archive.testzip() is None and archive.read("papers/ż.pdf") == b"2"
    assert file_name("SOPPA-ABC", "A/B: C.", ".zip") == "SOPPA-ABC A_B_ C.zip"


def test_what_is_said_of_the_board() -> None:
    meetings = (date(2026, 9, 21), date(2026, 9, 1))
    today = date(2026, 9, 8)
    assert board_of(None, None, meetings, today).must_act is None
    assert board_of(Decimal(5), None, meetings, today).must_act is None
    unread = board_of(None, Decimal(25000), meetings, today)
    assert unread.must_act is None and "could be read" in unread.why
    assert board_of(Decimal("24999.99"), Decimal(25000), meetings, today).must_act is False
    over = board_of(Decimal(25000), Decimal(25000), meetings, today)
    assert over.must_act is True and over.meeting == meetings[0] and "September 21, 2026" in over.why


def test_the_total_is_of_the_newest_order_and_only_when_all_say_the_same() -> None:
    old = brought(paper(Kind.ORDER_FORM, "a1", total="99.00")).found
    new = brought(paper(Kind.ORDER_FORM, "a1", total="5.00")).found
    assert order_total([old, new]) == Decimal("5.00")
    assert order_total([]) is None
    assert order_total([brought(paper(Kind.ORDER_FORM, "a1", total="")).found]) is None
    two = brought(paper(Kind.ORDER_FORM, "a1", total="5.00"), paper(Kind.ORDER_FORM, "a2", total="6.00")).found
    assert order_total([two]) is None


@pytest.mark.parametrize("title", PACKETS)
def test_the_cover_is_one_page_and_says_it_all(title: str) -> None:
    packet = PACKETS[title]
    cover = cover_of(packet, TEMPLATES)
    assert cover.pdf == cover_of(packet, TEMPLATES).pdf
    pdf = pypdfium2.PdfDocument(cover.pdf)
    assert len(pdf) == 1
    text = " ".join(pdf[0].get_textpage().get_text_bounded().split())
    for words in (packet.vendor, packet.token, packet.office, packet.board.why, *(i.name for i in packet.items)):
        assert words in text, words
    mail = letter_of(packet, "handoff", TEMPLATES)
    assert packet.token in mail.subject and packet.board.why in " ".join(mail.text.split())
    for name in (p.name for p in packet.papers):
        assert name in text and name in mail.text and name in mail.html


@pytest.mark.parametrize("count", [3, 16, 60])
def test_every_school_is_named_on_the_cover_and_in_the_mail(count: int) -> None:
    schools = tuple(f"{word} {kind} School" for kind in ("Elementary", "Middle", "High") for word in WORDS)[:count]
    packet = replace(next(iter(PACKETS.values())), schools=schools)
    cover, letter = cover_of(packet, TEMPLATES), letter_of(packet, "handoff", TEMPLATES)
    with pypdfium2.PdfDocument(cover.pdf) as pdf:
        assert len(pdf) == 1
        printed = " ".join(pdf[0].get_textpage().get_text_range().split())
    for page in (printed, cover.html, letter.html, " ".join(letter.text.split())):
        assert [name for name in schools if name not in page] == []


def test_the_programs_own_words_and_cues_are_no_quotes() -> None:
    """What an office reads in quotation marks stands in the paper, and tells it something."""
    items = (
        ItemVerdict(Item.ORDER_FORM, Status.RECEIVED, "Q.pdf", evidence=(
            Evidence("Q.pdf", "Expiration Date 12/6/2026 Email jo@acme.example", 1),
            Evidence("Q.pdf", "Quote # 12", 1),
        )),
        ItemVerdict(Item.RFI_FORM, Status.RECEIVED, "RFI.docx", evidence=(
            Evidence("RFI.docx", "the District's form, pages all"),
        )),
        ItemVerdict(Item.SOPPA_FORM, Status.RECEIVED, "S.pdf", evidence=(Evidence("S.pdf", "/s/ Jo Doe", 5),)),
    )  # fmt: skip
    case = Case(1, "SOPPA-A", samples.verdict(Disposition.COMPLETE, items), (), Board(None, ""))
    packet = packet_of(case, samples.district(), (), office="IT", enclosed=True, now=datetime(2026, 9, 1, tzinfo=UTC))
    shown = [[(place.source, place.page, place.quote) for place in item.places] for item in packet.items]
    assert shown == [[("Q.pdf", 1, "")], [("RFI.docx", 0, "")], [("S.pdf", 5, "/s/ Jo Doe")]]


def hostile_packet() -> Packet:
    packet = PACKETS["all five"]
    return replace(
        packet,
        product="<b>&amp; Żółw \u5b66\u6821 \U0001f600</b>",
        vendor="A" * 80,
        schools=tuple(f"School number {n} of a very long list" for n in range(80)),
        items=tuple(replace(i, places=tuple(replace(p, quote="x" * 110) for p in i.places * 2)) for i in packet.items),
        papers=tuple(Paper(f"{'long name ' * 9}{n}.pdf", ("rfi_form",), 1) for n in range(40)),
    )


def test_hostile_and_foreign_words_stay_on_the_page() -> None:
    cover = cover_of(hostile_packet(), TEMPLATES)
    pdf = pypdfium2.PdfDocument(cover.pdf)
    assert len(pdf) == 1
    text = pdf[0].get_textpage().get_text_bounded()
    assert "<b>&amp; Ż" in text and "Made by soppa-mailbot" in text
    assert "<b>&amp;amp; Żółw" not in cover.html and "&lt;b&gt;&amp;amp; Żółw" in cover.html


def printed(html: str, folder: Path) -> pypdfium2.PdfDocument:
    """The page as Chromium prints it."""
    page, out = folder / "cover.html", folder / "cover.pdf"
    page.write_text(html, encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--disable-background-networking"]
    command = ["chromium", *flags, f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={out}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return pypdfium2.PdfDocument(out)


@pytest.mark.parametrize("case", ["as usual", "much was said", "everything at its longest"])
def test_the_html_cover_is_printed_on_one_page(case: str, tmp_path: Path) -> None:
    if shutil.which("chromium") is None:  # large, and only this test prints: not asked for in continuous integration
        pytest.skip("chromium is not here: apt-get install chromium")
    usual = PACKETS["changed since, too large"]
    packet = {
        "as usual": usual,
        "much was said": replace(
            usual,
            changes=usual.changes * 5,
            schools=tuple(f"Kestrel Elementary School {n}" for n in range(12)),
            items=tuple(
                replace(i, places=tuple(replace(p, quote="word " * 22) for p in i.places[:1] * 2)) for i in usual.items
            ),
            papers=tuple(Paper(f"Attachment {n} of the proposal.pdf", ("rfi_form",), 123_456) for n in range(18)),
        ),
        "everything at its longest": replace(hostile_packet(), replaces=usual.replaces, changes=usual.changes * 6),
    }[case]
    cover = cover_of(packet, TEMPLATES)
    pdf = printed(cover.html, tmp_path)
    assert len(pdf) == 1
    text = " ".join(pdf[0].get_textpage().get_text_bounded().split())
    assert "Made by soppa-mailbot" in text and packet.papers[0].name in text
    left_out = packet.papers[14:]
    assert (f"and {len(left_out)} more" in text) is bool(left_out)
    assert all(p.name in cover.html and p.name not in text for p in left_out)


def test_a_district_may_have_a_template_for_an_office(tmp_path) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "handoff" / "counsel"
    folder.mkdir(parents=True)
    for name in ("subject.txt", "body.txt", "body.html"):
        (folder / name).write_text("For {{ packet.office }}: {{ packet.product }}", encoding="utf-8")
    own = Templates(tmp_path)
    assert own.handoffs() == ("counsel", "handoff") and check(own) == []
    assert letter_of(PACKETS["on file"], "counsel", own).subject == "For IT: Tinker Code Lab"
    (folder / "body.txt").write_text("{{ packet.prodct }}", encoding="utf-8")
    assert "packet.prodct" in check(Templates(tmp_path))[0]
