"""Which of two renderings of a mail's body is read."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from soppa_mailbot.mail.parse import parse
from soppa_mailbot.reading.html import html_to_text

HTML = (
    "<p>Dear all,</p><ul><li>Users: district-wide</li><li>Final approval by: <b>December 18, 2026</b></li></ul>"
    "<p>Regards,<br>Jo Ray</p>"
)


def read(plain: str) -> str:
    message = EmailMessage()
    message["From"], message["Date"] = "jo@planet.example", "Thu, 15 Oct 2026 11:03:00 -0500"
    message.set_content(plain)
    message.add_alternative(HTML, subtype="html")
    return parse(message.as_bytes()).own_words


@pytest.mark.parametrize(
    ("plain", "html"),
    [
        ("Dear all,\n\nUsers: district-wideFinal approval by: December 18, 2026Regards,\nJo Ray", True),
        ("Dear all,\n\nUsers: district-wide\nFinal approval by: December 18, 2026\n\nRegards,\nJo Ray", False),
        (
            "Dear all, the JoRay pilot: Users: district-wide, final approval by December 18, 2026. Regards, Jo Ray",
            False,
        ),
    ],
)
def test_a_plain_text_that_runs_lines_together_is_left(plain: str, html: bool) -> None:
    words = read(plain)
    assert ("district-wideFinal" not in words) and "district-wide" in words
    assert ("- Users" in words or "• Users" in words) == html


STRUCK = "<p>Users: <s>Lincoln</s> <strike>Grant</strike> <del>Adams</del> {styled} Franklin</p><p>By <b>May 3</b></p>"
STYLED = '<span style="color:red; text-decoration: line-through">Hayes</span>'


@pytest.mark.parametrize("plain", ["", "Users: Lincoln Grant Adams Hayes Franklin\n\nBy May 3"])
def test_words_that_were_struck_through_are_not_said(plain: str) -> None:
    message = EmailMessage()
    message["From"], message["Date"] = "jo@planet.example", "Thu, 15 Oct 2026 11:03:00 -0500"
    message.set_content(plain)
    message.add_alternative(STRUCK.format(styled=STYLED), subtype="html")
    words = parse(message.as_bytes()).own_words
    assert words.split() == ["Users:", "Franklin", "By", "May", "3"]


def test_a_line_under_words_strikes_nothing() -> None:
    html = '<p>Users: <u>Lincoln</u>, <span style="text-decoration: underline">Hayes</span></p>'
    message = EmailMessage()
    message["From"], message["Date"] = "jo@planet.example", "Thu, 15 Oct 2026 11:03:00 -0500"
    message.set_content("Users: Lincoln,\nHayes", subtype="plain")
    message.add_alternative(html, subtype="html")
    assert parse(message.as_bytes()).own_words.split() == ["Users:", "Lincoln,", "Hayes"]


@pytest.mark.parametrize(
    "end", ["</body></html>", "</BODY >\n</HTML>\n", "</html><html><head><title>T</title></head><body>", "</body>"]
)
def test_what_stands_behind_the_end_of_a_page_is_read(end: str) -> None:
    rows = "<table><tr><td>Site license</td><td>$900</td></tr><tr><td>Training</td><td>$80</td></tr></table>"
    html = f"<html><body><p>Our order is below.</p>{end}{rows}<p>Needed by May 3.</p></body></html>"
    message = EmailMessage()
    message["From"], message["Date"] = "jo@planet.example", "Thu, 15 Oct 2026 11:03:00 -0500"
    message.set_content(html, subtype="html")
    said = [line for line in parse(message.as_bytes()).own_words.splitlines() if line]
    assert said == ["Our order is below.", "Site license\t$900", "Training\t$80", "Needed by May 3."]
    assert "Needed by May 3." in html_to_text(html)
