"""Answers in a colour between the lines of an older mail, whose writer says so."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from soppa_mailbot.mail.coloured import colour_told
from soppa_mailbot.mail.forwarded import answered_between
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import Message

OLDER = (
    "<div style='border-top:solid #E1E1E1 1.0pt'><p><b>From:</b> Lee Park &lt;lpark@birch.example&gt;<br><b>Sent:</b> "
    "Tuesday, November 3, 2026 9:12 AM<br><b>To:</b> Jo Ray<br><b>Subject:</b> Atlas</p></div><p>Hi Jo,</p>"
    "<p>1. Which schools will use it? (for example Lincoln){first}</p>"
    "<p>2. By when do you need our approval, e.g. May 3?{second}</p><p>Lee Park</p>"
)


def mail(top: str, colour: str) -> Message:
    span = f"&nbsp;<b><span style='color:{colour}'>{{}}</span></b>"
    html = f"<p>{top}</p><p>Jo Ray</p>" + OLDER.format(first=span.format("Cedar"), second=span.format("December 11"))
    message = EmailMessage()
    message["From"], message["Date"] = "Jo Ray <jo@planet.example>", "Thu, 05 Nov 2026 11:03:00 -0600"
    message.set_content("Jo Ray answered")
    message.add_alternative(html, subtype="html")
    return parse(message.as_bytes())


@pytest.mark.parametrize("colour", ["#0070C0", "blue", "rgb(0, 112, 192)", "#00f"])
def test_answers_in_the_colour_that_is_told_are_the_writers_own(colour: str) -> None:
    read = mail("Please see my answers in blue below.", colour)
    assert read.own_words.split("\n")[-2:] == ["Cedar", "December 11"]
    assert "Lincoln" not in read.own_words and "May 3" not in read.own_words
    assert answered_between(read.text).split("\n")[1::3] == ["Cedar", "December 11"]


@pytest.mark.parametrize(
    ("top", "colour"),
    [
        ("Please see my answers below.", "#0070C0"),  # no colour is told
        ("Please see my answers in red below.", "#0070C0"),
        ("Please see my answers in blue below.", "#333333"),
        ("We print it in blue.", "#0070C0"),
        ("Please see my answers in blue below.", "#1F497D"),  # what Outlook writes in unasked
    ],
)
def test_other_colours_are_the_older_mails(top: str, colour: str) -> None:
    assert "Cedar" not in mail(top, colour).own_words


@pytest.mark.parametrize(
    ("words", "colour"),
    [
        ("My responses are in red.", "red"),
        ("See comments in green text", "green"),
        ("I replied in a different color", "any"),
        ("The logo is blue. Answers follow.", ""),
    ],
)
def test_the_colour_that_is_told(words: str, colour: str) -> None:
    assert colour_told(words) == colour
