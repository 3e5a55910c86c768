"""The staff's work list: what stands in which section, in what order, and what must not be there."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from soppa_mailbot import samples
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.digests.digest import Digest, DigestMail, build, render
from soppa_mailbot.digests.digest_rows import Decided, DigestRow, FailureRow, Health, HeldRow, InquiryRow
from soppa_mailbot.digests.month import Month
from soppa_mailbot.handling import breaker
from soppa_mailbot.model import Item, Status

TEMPLATES = Templates()
NOW = samples.NOW


def made(*rows: DigestRow, **changes: object) -> Digest:
    values: dict[str, object] = {"since": NOW - timedelta(days=1), "now": NOW, "district": samples.district()} | changes
    return build(rows, **values)  # type: ignore[arg-type]


def mail(digest: Digest) -> DigestMail:
    return render(digest, TEMPLATES)


def row(state: str = "waiting_vendor", product: str = "Alpha", **changes: object) -> DigestRow:
    return samples.row(state, "Vendor", product, "SOPPA-AAAAAA", **changes)


def products(entries: tuple[object, ...]) -> list[str]:
    return [entry.product for entry in entries]  # type: ignore[attr-defined]


def test_each_state_has_its_section() -> None:
    digest = made(*samples.rows())
    assert products(digest.for_district) == [samples.CODE, samples.MATH]
    assert products(digest.to_decide) == ["Marigold Maps"]
    assert products(digest.with_vendors) == ["RoboStart Kit", "Quillwright Essays"]
    assert products(digest.held) == ["Ashgrove Stories"]
    assert products(digest.at_risk) == ["RoboStart Kit", samples.CODE]
    assert (digest.new, digest.stale) == (3, 1)


def test_sections_stand_in_order_of_urgency() -> None:
    sent = mail(made(*samples.rows(), failures=[FailureRow("message", "a@b.example", "x", "broken")]))
    order = [
        "Deadlines at risk",
        "Waits for the District",
        "A person must decide",
        "Held answers",
        "Waits for the vendor",
        "Failed",
    ]
    text = [sent.text.index(f"\n{title.upper()}\n") for title in order]
    html = [sent.html.index(f">{title}</h2>") for title in order]
    assert text == sorted(text)
    assert html == sorted(html)


@pytest.mark.parametrize(
    ("days", "at_risk"), [(27, True), (28, False), (0, True), (-40, True)], ids=lambda value: str(value)
)
def test_at_risk_is_less_than_four_weeks(days: int, at_risk: bool) -> None:
    deadline = samples.TODAY + timedelta(days=days)
    assert bool(made(row(deadline=deadline)).at_risk) is at_risk
    assert not made(row("closed", deadline=deadline)).at_risk
    assert not made(row("withdrawn", deadline=deadline)).at_risk


def test_days_are_the_districts() -> None:
    late = datetime(2026, 11, 4, 3, 30, tzinfo=UTC)  # still November 3 in Chicago
    digest = made(row(deadline=date(2026, 11, 4), since=late - timedelta(days=1)), now=late)
    assert digest.today == date(2026, 11, 3)
    assert digest.clock == "9:30 PM"
    assert (digest.with_vendors[0].days, digest.with_vendors[0].waited) == (1, 1)
    assert "tomorrow" in mail(digest).text


def test_nearest_deadline_first_then_the_longest_wait() -> None:
    day = timedelta(days=1)
    digest = made(
        row(product="young", since=NOW - day),
        row(product="old", since=NOW - 9 * day),
        row(product="dated", deadline=date(2027, 5, 1)),
        row(product="soon", deadline=date(2027, 1, 1)),
    )
    assert products(digest.with_vendors) == ["soon", "dated", "old", "young"]


def test_a_closed_submission_is_nowhere() -> None:
    sent = mail(made(row("closed", "Closedware"), row("withdrawn", "Gonesoft"), row("stale", "Stalesoft")))
    for name in ("Closedware", "Gonesoft", "Stalesoft"):
        assert name not in sent.text + sent.html
    assert "Nothing waits for anybody today." in sent.text
    assert "One submission has gone quiet" in " ".join(sent.text.split())


def test_it_says_so_when_nothing_happened() -> None:
    sent = mail(made())
    assert sent.subject == "SOPPA work list, November 3, 2026: nothing to do"
    assert "Nothing waits for anybody today." in sent.text
    assert "Nothing waits for anybody today." in sent.html
    for title in ("DEADLINES AT RISK", "FAILED", "INQUIRIES", "HELD ANSWERS"):
        assert title not in sent.text


def test_what_is_missing_and_since_when() -> None:
    items = samples.states(
        soppa_form=(Status.INCOMPLETE, "not signed"),
        rfi_form=(Status.MISSING, ""),
        order_form=(Status.MISSING, "q.pdf is an invoice"),
        deadline=(Status.UNCLEAR, "two dates: 2027-01-05 and 2027-02-05"),
    )
    text = " ".join(mail(made(row(items=items, since=NOW - timedelta(days=9)))).text.split())
    assert "Missing: order form, RFI form. Not finished: SOPPA form (not signed)." in text
    assert "Unclear: deadline (two dates: January 5, 2027 and February 5, 2027)." in text
    assert "Waits since Oct 25 (9 days)." in text


def test_a_person_learns_why() -> None:
    reasons = ("papers of two products: A, B", "our answer to x@y.example came back")
    sent = mail(made(row("review", reasons=reasons)))
    for words in (" ".join(sent.text.split()), sent.html):
        assert "Papers of two products: A, B. Our answer to x@y.example came back." in words
    assert "No reason was recorded." in mail(made(row("review"))).text


def test_subject_counts_what_someone_must_do() -> None:
    digest = made(*samples.rows(), failures=[FailureRow("reply", "a@b.example", "x", "550 no")])
    assert mail(digest).subject == (
        "SOPPA work list, November 3, 2026: 2 for the District, 1 to decide, 1 held, 1 failed, 2 at risk"
    )
    assert mail(made(row())).subject.endswith(": 1 with the vendor")
    assert mail(made(health=Health(notes=("x",)))).subject.endswith(": the program needs attention")


def test_inquiries_are_listed_and_counted() -> None:
    inquiries = [InquiryRow(f"Person {n}", f"p{n}@x.example", f"Question {n}", NOW) for n in range(14)]
    sent = mail(made(inquiries=inquiries, ignored=6))
    assert "Question 9" in sent.text
    assert "Question 10" not in sent.text
    assert "and 4 more" in sent.text
    assert "14 inquiries, six automatic or other messages" in " ".join(sent.text.split())
    nameless = mail(made(inquiries=[InquiryRow("p@x.example", "p@x.example", "", None)]))
    assert "- p@x.example: (no subject)" in nameless.text


def test_how_the_program_is_doing() -> None:
    health = Health(last_poll=NOW, unread=1, queued=2, notes=("the mailbox refused the login",))
    text = " ".join(mail(made(health=health)).text.split())
    assert "! The mailbox refused the login." in text
    assert "last read on November 3, 2026, 7:00 AM. One message waits to be judged. Two answers wait" in text
    assert "The mailbox has not been read yet." in mail(made()).text


HOSTILE = ("\x1b[2J\x1b]0;owned\x07x", "<script>alert(1)</script>", "a\r\nb", "\u202ex", "=1+1", "y" * 10_000)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_do_no_harm(words: str) -> None:
    bad = replace(
        row("review", words, schools=(words,), reasons=(words,)),
        vendor=words,
        email=words,
        token=words,
        items=samples.states(rfi_form=(Status.INCOMPLETE, words)),
    )
    digest = made(
        bad,
        failures=[FailureRow("message", words, words, words)],
        inquiries=[InquiryRow(words, words, words)],
        health=Health(notes=(words,)),
    )
    sent = mail(digest)
    for text in (sent.subject, sent.text, sent.html):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    assert "<script" not in sent.html
    assert len(sent.text) < 6000


def test_html_is_sound_and_its_tables_have_headers() -> None:
    for _, digest in samples.digests():
        html = mail(digest).html
        stack: list[str] = []
        for closing, tag in re.findall(r"<(/?)([a-z][a-z0-9]*)\b[^>]*>", re.sub(r"<!--.*?-->", "", html)):
            if tag in ("meta", "br", "img"):
                continue
            if closing:
                assert stack.pop() == tag
            else:
                stack.append(tag)
        assert stack == []
        data = len(re.findall(r"<table (?!role)", html))
        assert html.count('scope="col"') == 2 * data
        assert not re.search(r"<(?:script|link)\b|url\(|src=(?!\"cid:)", html)


def luminance(colour: str) -> float:
    """Relative luminance of a #rrggbb colour (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_colour_of_words_stands_out_from_its_ground() -> None:
    """WCAG 2.2 §1.4.3, level AA: 4.5 to 1, in light and in dark."""
    macros = (TEMPLATES.packaged / "macros.html").read_text(encoding="utf-8")
    tints, _, words = (dict(re.findall(r'"(\w+)": "(#\w{6})"', line)) for line in re.findall(r"{{ ({.*?})\[", macros))
    for kind, ground in tints.items():
        for colour in (words[kind], "#1f2933", "#55606e"):
            assert contrast(colour, ground) >= 4.5, (kind, colour)
        assert contrast("#9c2a1f", ground) >= 4.5, kind
    assert contrast("#1d5fb4", "#ffffff") >= 4.5
    layout = (TEMPLATES.packaged / "layout.html").read_text(encoding="utf-8")
    dark = dict(
        re.findall(r"\.(\w[\w-]*)(?:, [^{]*)? { (?:background|color): (#\w{6})", layout[layout.index("dark)") :])
    )
    for ground in ("card", "act", "good", "note", "bad", "calm"):
        for colour in ("ink", "soft", "link"):
            assert contrast(dark[colour], dark[ground]) >= 4.5, (ground, colour)
        if ground != "card":
            assert contrast(dark[f"{ground}-word"], dark[ground]) >= 4.5, ground


def test_items_are_named_as_people_name_them() -> None:
    items = samples.states(**{item.value: (Status.MISSING, "") for item in Item})
    text = " ".join(mail(made(row(items=items))).text.split())
    assert "Missing: order form, RFI form, SOPPA form, school(s) or department(s), deadline." in text


def test_the_figure_of_answers_released_unchanged() -> None:
    digest = made(row(), decided=Decided(30, unchanged=1, edited=0, discarded=0))
    told = "Of the 1 held answer that was decided in the last 30 days, 1 was released unchanged."
    text = " ".join(mail(digest).text.split())
    assert told in text and told in mail(digest).html
    assert "held answer" not in mail(made(row(), decided=Decided(30, 0, 0, 0))).text.split("THE PROGRAM")[1]


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("the sender is forged (DMARC fail)", "may be forged"),
        ("the sender is not authenticated (replies.hold)", "no mail server vouches"),
        ("the first mail of this operator (replies.hold)", "no answer has gone to this operator before"),
        ("the operator says that SOPPA does not apply (replies.hold)", "the operator says that SOPPA does not apply."),
        ("a form was read from a picture (replies.hold)", "from a scan or a photograph"),
        ("every answer waits (replies.mode)", "every answer waits for release"),
        ("too many answers to this domain within a day", "there were too many answers to this domain within a day."),
        (breaker.HOLDS, "“soppa-mailbot resume” ends that"),
        ("after a decision of kim", "it follows from a decision of kim."),
        ("a mail of a new kind", "Held: a mail of a new kind."),
        ("", "Why it is held was not recorded."),
    ],
)
def test_why_an_answer_is_held_stands_in_plain_words(why: str, told: str) -> None:
    held = (HeldRow("<a@x>", "missing", "Jo <jo@acme.example>", why),)
    sent = mail(made(row(held=held, reply="held")))
    for part in (" ".join(sent.text.split()), sent.html):
        assert told in part and "(replies.hold)" not in part


@pytest.mark.parametrize(
    ("state", "kind", "head", "says"),
    [
        ("waiting_vendor", "missing", "Answer to", "It asks for what is open. Missing: deadline. There: order form"),
        ("waiting_district", "complete", "Receipt of a complete submission to", "all that is asked for is there"),
        ("waiting_district", "on_file", "Confirmation that the agreement is on file to", "the agreement is on file."),
        ("waiting_vendor", "reminder", "Reminder to", "It asks once more for what is open. Missing: deadline."),
        (
            "stale",
            "closing",
            "Closing mail to",
            "is closed until they write again, and what was open. Missing: deadline.",
        ),
    ],
)
def test_what_a_held_mail_is_and_says(state: str, kind: str, head: str, says: str) -> None:
    items = samples.states(**({} if state == "waiting_district" else {"deadline": (Status.MISSING, "")}))
    held = (HeldRow("<a@x>", kind, "Jo <jo@acme.example>", "every answer waits (replies.mode)", NOW),)
    sent = mail(made(row(state, items=items, held=held, reply="held", id="12")))
    for part in (" ".join(sent.text.split()), sent.html.replace("&lt;", "<").replace("&gt;", ">")):
        assert f"{head} Jo <jo@acme.example>, written Nov 3, 2026 (submission 12)." in part
        assert says in part and "The whole text: soppa-mailbot show 12 --answer" in part


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0.0, "took less than a day."),
        (0.4, "took less than a day."),
        (1, "took 1 day or less."),
        (6.3, "took 6.3 days or less."),
    ],
)
def test_how_long_half_of_them_took(days: float, told: str) -> None:
    sent = mail(made(row(), month=Month(3, 2, 1, days, ())))
    assert f"Half of those completed {told}" in " ".join(sent.text.split())
