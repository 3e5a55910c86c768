"""What a mail says against an exemption on its RFI form."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.mails.against_exempt import against_exempt


@pytest.mark.parametrize(
    "words",
    [
        "Students log in with their school e-mail address, and teachers see their scores.",
        "Each student signs in with Google.",
        "Students get an account of their own.",
        "Orbit Phonics imports student names and e-mails from Clever.",
        "Student data is stored in Ohio.",
        'We ticked "not subject" only because our CEO cannot sign the SOPPA addendum before December; it follows.',
        "We marked it not subject for now.",
        "The signed SOPPA addendum will follow next week.",
        "Our CEO could not sign your SOPPA form yet.",
        "We will send you the signed addendum by Friday.",
    ],
)
def test_words_that_speak_against_it(words: str) -> None:
    assert against_exempt(f"Attached is our RFI form. {words} Thank you!") == words


@pytest.mark.parametrize(
    "words",
    [
        'Since no student information ever goes into the system, we checked "not subject to SOPPA" on the form.',
        "No student ever logs in and there is no student data anywhere.",
        "Students do not log in; teachers show it on the screen.",
        "Staff sign in with their own accounts.",
        "We checked not subject only because there is no student data.",
        "If you need the SOPPA addendum anyway, we will sign the addendum.",
        "SOPPA does not apply, so no SOPPA addendum will follow.",
        "We are happy to sign the SOPPA addendum if you want it.",
        "The order form will follow next week.",
        "Students use the books in class.",
        "Our other products, but not this one, store student data.",
    ],
)
def test_words_that_do_not(words: str) -> None:
    assert against_exempt(f"Attached is our RFI form. {words} Thank you!") == ""
