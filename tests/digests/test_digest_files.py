"""What goes out with a digest: a table that no spreadsheet takes for formulas, and a picture with its words."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from conftest import Clock, vendor_mail
from mail_servers import Dovecot, Sink
from soppa_mailbot import samples
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.digests.digest import DigestMail, build, render
from soppa_mailbot.digests.digest_files import standing_alone, with_files
from soppa_mailbot.digests.digest_table import table_of
from soppa_mailbot.digests.month import Month, Passed, month_of
from soppa_mailbot.digests.month_picture import WIDTH, picture
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.model import Item
from soppa_mailbot.running import pipeline
from soppa_mailbot.running.worklist import digest_of
from soppa_mailbot.safe_csv import cell, csv_text

DAY = timedelta(days=1)
START = datetime(2026, 9, 1, 14, 0, tzinfo=UTC)


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+1",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\ufeff=1",
        "＝1+1",
        "\x00=1",
        "\x0c=1",
        "\u200b=1",
        "=cmd|' /C x'!A0",
    ],
)
def test_no_cell_is_a_formula(words: str) -> None:
    assert cell(words).startswith("'")


def test_plain_cells_stay_as_they_are() -> None:
    plain = ("Acme", "", None, 12, date(2026, 9, 1), "a=b", "'x")
    assert [cell(v) for v in plain] == ["Acme", "", "", "12", "2026-09-01", "a=b", "'x"]


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_a_table_is_read_back_as_it_was(words: list[str]) -> None:
    text = csv_text([f"c{n}" for n in range(len(words))], [words])
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[1] == [cell(w) for w in words]
    assert not any(c.lstrip().startswith(("=", "+", "-", "@")) for c in rows[1])


def test_the_table_lists_all_that_is_open() -> None:
    evil = samples.row("waiting_vendor", "=HYPERLINK(0)", "+1", "SOPPA-AAAAAA", reasons=("a\nb",), since=samples.NOW)
    digest = build([*samples.rows(), evil], since=None, now=samples.NOW, district=samples.district())
    rows = read(table_of(digest.rows, samples.NOW, ZoneInfo("America/Chicago")))
    assert len(rows) == 7 and not any("Finished" in r["Product"] for r in rows)
    assert (rows[0]["Product"], rows[0]["Days"]) == ("Quillwright Essays", "9")  # the longest wait
    first = next(r for r in rows if r["Product"] == samples.MATH)
    assert first["Deadline"] == "2027-01-15" and first["Days to deadline"] == "73"
    assert first["Schools"] == "Harbor Street Elementary; Kestrel Middle School" and first["Order form"] == "received"
    assert next(r for r in rows if r["Token"] == "SOPPA-AAAAAA")["Vendor"] == "'=HYPERLINK(0)"


def test_the_month_is_counted_from_what_happened() -> None:
    passed = [
        Passed(START, True, START + 2 * DAY, (Item.DEADLINE, Item.SOPPA_FORM)),
        Passed(START - 40 * DAY, False, START + 4 * DAY, (Item.ORDER_FORM,)),
        Passed(START + DAY, True, None, (Item.SOPPA_FORM,)),
    ]
    month = month_of(passed, 3)
    assert month == Month(2, 2, 3, 23.0, (("soppa_form", 2), ("deadline", 1)))
    assert month is not None and month.most_missed == "soppa_form"
    assert month_of([], 3) is None
    assert month_of([Passed(START, True, None)], 0) == Month(1, 0, 0, None, ())


@pytest.mark.parametrize("missed", [(), tuple((item.value, 15) for item in Item)], ids=["nothing", "everything"])
def test_the_picture_fits_the_column(missed: tuple[tuple[str, int], ...]) -> None:
    data, height = picture(Month(15, 1200, 25, 16.3, missed))
    assert data == picture(Month(15, 1200, 25, 16.3, missed))[0]
    image = Image.open(io.BytesIO(data))
    assert image.format == "PNG" and image.size == (2 * WIDTH, 2 * height) and len(data) < 40_000
    assert len(image.convert("RGB").getcolors(1 << 20) or ()) > 4  # something is drawn


def test_text_picture_and_its_alternative_say_the_same() -> None:
    digest = dict(samples.digests())["something in every section"]
    mail = with_files(render(digest, Templates()), digest, samples.NOW, "America/Chicago")
    said = "12 submissions were completed and 15 begun; five wait for the vendor now."
    assert said in " ".join(mail.text.split()) and f'alt="{said}' in mail.html
    assert [f.content_type for f in mail.files] == ["image/png", "text/csv"]
    assert f'src="cid:{mail.files[0].content_id}"' in mail.html
    assert "cid:" not in standing_alone(mail) and "data:image/png;base64," in standing_alone(mail)
    nothing = dict(samples.digests())["nothing happened"]
    assert with_files(render(nothing, Templates()), nothing, samples.NOW, "America/Chicago").files == ()


def test_a_digest_of_a_real_month_goes_out_whole(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    dovecot.deliver(user, vendor_mail("product: AcmeMath\nhas: order_form", Message_ID="<one@acme.example>"))
    dovecot.deliver(user, vendor_mail("product: Reader\nhas: rfi_form", sender="Al <al@other.example>"))
    pipeline.run_once(bot)
    clock.forward(days=3)
    dovecot.deliver(user, vendor_mail("has: rfi_form soppa_form", In_Reply_To="<one@acme.example>"))
    pipeline.run_once(bot)
    digest = digest_of(bot.store, bot.core.district, clock())
    assert digest.month == Month(2, 1, 1, 3.0, (("soppa_form", 2), ("order_form", 1), ("rfi_form", 1)))
    mail = with_files(render(digest, Templates()), digest, clock(), "America/Chicago")
    assert pipeline.queue_digest(bot, clock(), mail, ["b@district.example"])
    pipeline.run_once(bot)
    taken = message_from_bytes(sink.taken[-1], policy=default)
    assert isinstance(taken, EmailMessage)
    (table,) = taken.iter_attachments()
    assert table.get_filename() == "open submissions 2026-09-11.csv"
    assert {r["Product"] for r in read(table.get_payload(decode=True))} == {"AcmeMath", "Reader"}  # type: ignore[arg-type]
    (shown,) = (p for p in taken.walk() if p.get_content_type() == "image/png")
    body = taken.get_body(("html",))
    assert body is not None and f"cid:{str(shown['Content-ID']).strip('<>')}" in body.get_content()


def test_agreements_that_end_are_told_once_a_week(make_bot: Callable[..., Bot]) -> None:
    bot = make_bot(1, 1)
    ends = samples.agreement(expires=date(2026, 10, 1)).agreement
    later = replace(ends, product="Other", expires=date(2027, 10, 1))
    district = replace(bot.core.district, register=(ends, later))
    told = []
    for day in range(15):  # from a Tuesday on
        moment = datetime(2026, 9, 8, 12, 0, tzinfo=UTC) + day * DAY
        digest = digest_of(bot.store, district, moment)
        told.append([(e.product, e.days) for e in digest.expiring])
        pipeline.queue_digest(bot, moment, DigestMail("", "", ""), ())
    assert [n for n, found in enumerate(told) if found] == [0, 6, 13]
    assert told[0] == [(samples.CODE, 23)]
