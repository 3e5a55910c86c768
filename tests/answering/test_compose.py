"""What an answer says and what it must not say, to whom, and in which thread."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from soppa_mailbot import samples
from soppa_mailbot.answering.compose import clean_subject, compose, thread
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.model import (
    Address,
    AttachmentVerdict,
    Disposition,
    FormSpec,
    Item,
    ItemVerdict,
    Kind,
    Message,
    NoReply,
    Reply,
    Status,
    Verdict,
)

TEMPLATES = Templates()
INCOMPLETE = Disposition.INCOMPLETE


def answer(verdict: Verdict, message: Message | None = None, **changes: object) -> Reply:
    values: dict[str, object] = {"today": samples.TODAY, "token": "SOPPA-4M7QX2"} | changes
    district = values.pop("district", samples.district())
    reply = compose(verdict, message or samples.message(), district, TEMPLATES, **values)  # type: ignore[arg-type]
    assert isinstance(reply, Reply), reply
    return reply


def one_line(reply: Reply) -> str:
    return " ".join(reply.text.split())


def words_of(html: str) -> str:
    """What a reader of the HTML sees."""

    class Reader(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.out: list[str] = []
            self.hidden = 0

        def handle_starttag(self, tag: str, attrs: object) -> None:
            self.hidden += tag in ("style", "title")
            self.out.append(" " if tag in ("br", "li", "p", "td", "h1", "h2") else "")

        def handle_endtag(self, tag: str) -> None:
            self.hidden -= tag in ("style", "title")

        def handle_data(self, data: str) -> None:
            if not self.hidden:
                self.out.append(data)

    reader = Reader()
    reader.feed(html)
    return " ".join("".join(reader.out).split())


# --- whether and to whom


@pytest.mark.parametrize("disposition", [Disposition.REVIEW, Disposition.INQUIRY, Disposition.IGNORED])
def test_what_gets_nothing(disposition: Disposition) -> None:
    verdict = samples.verdict(disposition, (), reasons=("papers of two products",))
    reply = compose(verdict, samples.message(), samples.district(), TEMPLATES, today=samples.TODAY)
    assert reply == NoReply(f"{disposition.value}: papers of two products")


@pytest.mark.parametrize(
    "email", ["", "no at sign", "a@b\r\nBcc: c@d.example", "two@a.example, b@c.example", "<a@b.example>"]
)
def test_an_address_that_cannot_be_written_to(email: str) -> None:
    message = samples.message(sender=Address("Amara", email))
    verdict = samples.verdict(INCOMPLETE, samples.NOTHING)
    assert isinstance(compose(verdict, message, samples.district(), TEMPLATES, today=samples.TODAY), NoReply)


def test_the_answer_goes_to_the_sender_or_where_the_caller_says() -> None:
    verdict = samples.verdict(INCOMPLETE, samples.NOTHING)
    assert answer(verdict).to == Address("Amara Delacroix", "amara@fernwood.example")
    assert answer(verdict, reply_to=Address("", "deals@fernwood.example")).to.email == "deals@fernwood.example"


def test_incomplete_without_an_open_item_is_not_answered() -> None:
    verdict = samples.verdict(INCOMPLETE, samples.items())
    assert isinstance(compose(verdict, samples.message(), samples.district(), TEMPLATES, today=samples.TODAY), NoReply)


# --- subject and thread


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Quote for you", "Re: Quote for you [SOPPA-4M7QX2]"),
        ("Re: RE: Fwd: Quote", "Re: Quote [SOPPA-4M7QX2]"),
        ("AW: [EXTERNAL] Re[2]: Quote", "Re: Quote [SOPPA-4M7QX2]"),
        ("Re: Quote [SOPPA-4M7QX2]", "Re: Quote [SOPPA-4M7QX2]"),
        ("[SOPPA-OLDONE] Quote", "Re: Quote [SOPPA-4M7QX2]"),
        ("Regarding: the reading list", "Re: Regarding: the reading list [SOPPA-4M7QX2]"),
        ("", "Re: Your submission to Juniper Flats School District 12 [SOPPA-4M7QX2]"),
        ("Re: ", "Re: Your submission to Juniper Flats School District 12 [SOPPA-4M7QX2]"),
        ("Quote\r\nBcc: all@example.org", "Re: Quote Bcc: all@example.org [SOPPA-4M7QX2]"),
        ("\x1b[31mQuote\x1b[0m", "Re: Quote [SOPPA-4M7QX2]"),
        ("\u202etouq\u202c \u200bx", "Re: touq x [SOPPA-4M7QX2]"),
        ("=cmd|' /C calc'!A0", "Re: =cmd|' /C calc'!A0 [SOPPA-4M7QX2]"),
    ],
)
def test_subject(subject: str, expected: str) -> None:
    reply = answer(samples.verdict(INCOMPLETE, samples.NOTHING), samples.message(subject=subject))
    assert reply.subject == expected


def test_a_subject_of_ten_thousand_characters_keeps_the_token() -> None:
    reply = answer(samples.verdict(INCOMPLETE, samples.NOTHING), samples.message(subject="quote " * 1700))
    assert len(reply.subject) < 150
    assert reply.subject.endswith("… [SOPPA-4M7QX2]")


def test_a_token_may_come_with_its_brackets_or_not_at_all() -> None:
    verdict = samples.verdict(INCOMPLETE, samples.NOTHING)
    assert answer(verdict, token="[SOPPA-AAAA]").subject.endswith(" [SOPPA-AAAA]")
    assert "[" not in answer(verdict, token="").subject


def test_clean_subject_survives_what_is_not_text() -> None:
    assert clean_subject("\ud800\x00\x07") == ""
    assert clean_subject("Re: Re: Re:") == ""


def test_thread_follows_rfc_5322() -> None:
    own = samples.message(message_id="<c@x>", references=("<a@x>", "<b@x>"), in_reply_to=("<b@x>",))
    assert thread(own) == ("<c@x>", ("<a@x>", "<b@x>", "<c@x>"))
    assert thread(replace(own, references=())) == ("<c@x>", ("<b@x>", "<c@x>"))
    assert thread(replace(own, references=(), in_reply_to=("<a@x>", "<b@x>"))) == ("<c@x>", ("<c@x>",))
    assert thread(replace(own, message_id="")) == ("", ("<a@x>", "<b@x>"))
    assert thread(replace(own, message_id="<c@x>\r\nBcc: <d@x>", references=("no id", "<a b@x>"))) == ("", ())


def test_a_long_thread_keeps_its_first_and_its_newest() -> None:
    chain = tuple(f"<{n}@x>" for n in range(100))
    _, references = thread(samples.message(message_id="<new@x>", references=chain))
    assert (len(references), references[0], references[-1]) == (20, "<0@x>", "<new@x>")


# --- what it says


def test_it_names_exactly_what_is_left() -> None:
    text = answer(samples.verdict(INCOMPLETE, samples.items(soppa_form=samples.UNSIGNED))).text
    assert "SOPPA form (Student Data Privacy Rider): not finished" in text
    assert "We found it in rider.pdf." in text
    for left in ("- It is not signed.", "- “Data retention period” (page 3) is empty.", "- Page 6 is not there."):
        assert left in text
    assert text.count("signed") == 1
    assert text.count("Data retention period") == 1
    assert "not filled in:" not in text


def test_received_things_are_not_asked_for() -> None:
    reply = answer(samples.verdict(INCOMPLETE, samples.items(deadline=samples.missing(Item.DEADLINE))))
    needed, _, rest = one_line(reply).partition("WHAT WE HAVE")
    assert "one is still open" in needed
    assert "Quote Q-1182.pdf" not in needed
    assert "Quote Q-1182.pdf" in rest
    assert "The blank" not in rest  # no form is needed
    assert "Write what is listed above in your reply." in rest


def test_html_says_what_the_text_says() -> None:
    for title, sample in samples.answers():
        reply = answer(sample.verdict, sample.message, district=sample.district, token=sample.token)
        seen = words_of(reply.html).casefold()
        for paragraph in re.split(r"\n\s*\n|\n\s*(?:-|\d+\.) ", reply.text):
            if paragraph.strip().isupper():
                continue
            words = re.sub(r"^(?:-|\d+\.) ", "", " ".join(paragraph.split()))
            for part in re.split(r"(?<=[.:]) ", words):
                assert part.casefold() in seen, (title, part)


@pytest.mark.parametrize(
    ("detail", "said"),
    [
        ("needs a password", "It is protected with a password, or encrypted. Please send it without that protection."),
        ("an OpenPGP encrypted message", "It is protected with a password, or encrypted."),
        ("the file is damaged or cut off", "It arrived damaged. Please attach it again."),
        ("the file is empty (0 bytes)", "It arrived empty. Please attach it again."),
        ("unpacks to more than is allowed", "It is too large to be read."),
        ("took too long to open", "It could not be read in reasonable time."),
        ("no words could be found in it", "No text could be made out in it."),
        ("a Visio drawing: please send a PDF", "It is a Visio drawing; that cannot be read here. Please send a PDF."),
        ("unsupported", "Its format cannot be read here. Please send it as a PDF or Word document."),
    ],
)
def test_a_file_that_cannot_be_opened(detail: str, said: str) -> None:
    files = (AttachmentVerdict("rider.pdf", Kind.UNREADABLE, "papers.zip", detail),)
    reply = answer(samples.verdict(INCOMPLETE, samples.NOTHING, attachments=files))
    assert f"rider.pdf (inside papers.zip): {said}" in one_line(reply)


def test_a_cloud_link_is_named_but_never_repeated() -> None:
    links = ("https://drive.google.com/file/d/SECRET/view", "http://evil.example/drive.google.com")
    reply = answer(samples.verdict(INCOMPLETE, samples.NOTHING, cloud_links=links))
    assert "A link to Google Drive: Links are not followed here." in one_line(reply)
    assert "A link to files on the web" in one_line(reply)
    for secret in ("SECRET", "evil.example", "drive.google.com"):
        assert secret not in reply.text + reply.html


def test_notes_on_agreements() -> None:
    two = samples.items(rfi_form=samples.missing(Item.RFI_FORM))
    claimed = one_line(answer(samples.verdict(INCOMPLETE, two, warnings=("claims_agreement",))))
    assert "None is on file for Fernwood Fractions" in claimed
    expired = samples.agreement("expired", expires=date(2026, 6, 30))
    text = one_line(answer(samples.verdict(INCOMPLETE, two, warnings=("claims_agreement",), agreement=expired)))
    assert "expired on June 30, 2026" in text
    assert "None is on file" not in text


def test_the_exemption_must_stand_in_the_rfi_form() -> None:
    soppa = samples.missing(Item.SOPPA_FORM, "the mail alone is not enough")
    text = one_line(answer(samples.verdict(INCOMPLETE, samples.items(soppa_form=soppa), warnings=("claims_exempt",))))
    assert (
        text.count("The District can go by that only when it is confirmed in the Technology Vendor Questionnaire.") == 1
    )
    assert "the mail alone" not in text.casefold()


@pytest.mark.parametrize(("day", "warned"), [("2026-11-30", True), ("2026-12-01", False), ("2026-11-03", True)])
def test_a_deadline_nearer_than_four_weeks(day: str, warned: bool) -> None:
    deadline = ItemVerdict(Item.DEADLINE, Status.RECEIVED, "body", value=(day,))
    text = one_line(answer(samples.verdict(Disposition.COMPLETE, samples.items(deadline=deadline))))
    assert ("is less than four weeks away" in text) is warned
    assert "about four weeks, and longer when the Board has to act" in text
    for office in ("IT department", "Risk Management", "Office of General Counsel"):
        assert office in text


def test_iso_dates_of_a_detail_are_written_the_american_way() -> None:
    unclear = ItemVerdict(
        Item.DEADLINE, Status.UNCLEAR, "body, q.pdf", "two different dates: q.pdf says 2027-01-05", ("2027-01-05",)
    )
    text = one_line(answer(samples.verdict(INCOMPLETE, samples.items(deadline=unclear))))
    assert "We read “January 5, 2027” in your message and q.pdf." in text
    assert "2027-01-05" not in text


def test_words_are_quoted_once() -> None:
    unclear = ItemVerdict(Item.DEADLINE, Status.UNCLEAR, "body", "no calendar date: “asap”", ("asap",))
    text = one_line(answer(samples.verdict(INCOMPLETE, samples.items(deadline=unclear))))
    assert "We read “asap” in your message. No calendar date. Please give one date" in text


def test_a_form_without_an_address_is_to_be_asked_for() -> None:
    verdict = samples.verdict(INCOMPLETE, samples.items(rfi_form=samples.missing(Item.RFI_FORM)))
    assert "ask for it at purchasing@juniperflats.example" in one_line(
        answer(verdict, district=samples.district(urls=False))
    )
    odd = replace(samples.district(), forms=(FormSpec("rfi", "Questionnaire", "javascript:alert(1)"),))
    reply = answer(verdict, district=odd)
    assert "javascript" not in reply.text + reply.html
    assert "Student Data Privacy Rider" not in reply.text  # that form is there


@pytest.mark.parametrize(
    ("display", "signature", "greeting"),
    [
        ("Amara Delacroix", "", "Hello Amara,"),
        ("Delacroix, Amara", "", "Hello Amara,"),
        ("amara delacroix", "", "Hello Amara,"),
        ("Dr. Amara Delacroix", "", "Hello Amara,"),
        ("Maria del Carmen Lopez", "", "Hello Maria del Carmen Lopez,"),
        ("J. Delacroix", "", "Hello J. Delacroix,"),
        ("Fernwood Sales Team", "", "Hello,"),
        ("Fernwood Learning", "", "Hello,"),
        ("amara@fernwood.example", "", "Hello,"),
        ("", "Amara Delacroix\nFernwood Learning\n555-0100", "Hello Amara,"),
        ("", "-- \nBest regards,\nAmara Delacroix", "Hello Amara,"),
        ("", "", "Hello,"),
        ("<b>Amara</b> {{7*7}}", "", "Hello,"),
    ],
)
def test_greeting(display: str, signature: str, greeting: str) -> None:
    reply = answer(samples.verdict(INCOMPLETE, samples.NOTHING), samples.message(display, signature=signature))
    assert reply.text.splitlines()[0] == greeting


def test_tone() -> None:
    for title, sample in samples.answers():
        reply = answer(sample.verdict, sample.message, district=sample.district)
        assert "!" not in reply.text, title
        assert "!" not in words_of(reply.html), title
        assert "This is an automatic answer." in reply.text
        assert "Procurement, Juniper Flats School District 12\npurchasing@juniperflats.example" in reply.text
        assert max(map(len, reply.text.splitlines())) <= 72, title
        for machine in ("None of", "Undefined", "()", "{{", "{%", "  ("):
            assert machine == "None of" or machine not in reply.text, (title, machine)


# --- hostile words

HOSTILE = (
    "<script>alert(1)</script>",
    "a\r\nBcc: x@y.example",
    "\u202egnp.exe\u202c",
    "\x1b[2J\x1b]0;owned\x07\x9b31m",
    "{{ 7*7 }}{% raw %}",
    "https://evil.example/login now",
    "www.evil.example javascript:alert(1)",
    '"><img src=x onerror=alert(1)>',
    "Z\u0351\u0352\u0353\u0354\u0355\u0356\u0357algo",
    "x" * 10_000,
    "\ud800\u0000\ufdd0",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_do_no_harm(words: str) -> None:
    half = ItemVerdict(Item.RFI_FORM, Status.INCOMPLETE, words, words, open=(words,))
    unclear = ItemVerdict(Item.LOCATIONS, Status.UNCLEAR, words, words, value=(words, words))
    verdict = samples.verdict(
        INCOMPLETE,
        samples.items(rfi_form=half, locations=unclear, soppa_form=samples.missing(Item.SOPPA_FORM, words)),
        product=words,
        vendor_name=words,
        attachments=(
            AttachmentVerdict(words, Kind.UNREADABLE, words, words),
            AttachmentVerdict(words, Kind.OTHER, words, words),
        ),
        cloud_links=(words,),
    )
    message = samples.message(words, words, signature=words)
    reply = answer(verdict, message, earlier=(words,))
    for text in (reply.subject, reply.to.name, reply.text, reply.html):
        text.encode("utf-8")
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", text)
        assert "evil.example" not in text
    assert "\n" not in reply.subject + reply.to.name
    assert not re.search(r"<(script|img)|href=\"(?!https://www\.juniperflats\.example/)", reply.html)
    assert "{{ 7*7 }}" in reply.text or "49" not in words_of(reply.html).replace("SOPPA", "")
    assert len(reply.text) < 6000
    assert len(reply.html) < 20_000


# --- HTML that mail programs show


@pytest.mark.parametrize("title", [title for title, _ in samples.answers()])
def test_html_is_sound(title: str) -> None:
    sample = dict(samples.answers())[title]
    html = answer(sample.verdict, sample.message, district=sample.district).html
    assert html.startswith("<!DOCTYPE html>")
    assert '<html lang="en"' in html
    assert not re.search(r"<(?:img|script|iframe|form|link|object)\b|url\(|@import|src=", html)
    open_tags: list[str] = []
    for closing, tag, rest in re.findall(r"<(/?)([a-z][a-z0-9]*)\b([^>]*)>", re.sub(r"<!--.*?-->", "", html)):
        if tag in ("meta", "br"):
            continue
        if closing:
            assert open_tags.pop() == tag
        else:
            open_tags.append(tag)
            assert tag != "table" or 'role="presentation"' in rest  # an answer has no tables of data
            assert tag != "li" or open_tags[-2] in ("ul", "ol")
    assert open_tags == []
    assert html.count("<h1") == 1
    assert len(html.encode()) < 100_000  # Gmail cuts off at 102 kB
