"""What a mail claims of agreements, and what it asks of the District."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.mails import asks
from soppa_mailbot.finding.mails.claims import claims_agreement

IN_FORCE = """
We have an existing agreement with the district.
Our signed SOPPA agreement is on file.
We already have an agreement with you.
You have a current DPA with us from last year.
Our product is covered by our 2024 agreement with Maple Hollow.
We are on your list of SOPPA operators.
Our current contract with you runs until 2028.
There is a signed addendum from 2024 between us.
The addendum is in place.
Please note that we have a signed NDPA with the district, the quote is attached.
Attached is our quote. We have an active agreement with the District.
The order form is attached; our existing agreement remains in effect.
Our agreement is already on file, so only the quote is attached.
"""
SENT_ALONG = """
Our signed SOPPA addendum and the completed RFI form are attached.
order form AQ-4410 for Aspen Quill Grammar and our signed SOPPA addendum and the completed RFI form are attached.
Attached is the signed addendum.
Please find our signed SOPPA agreement enclosed.
Here is the executed DPA.
I will send the signed addendum by Friday.
Wendy asked me to pass on our signed addendum for Aspen Quill Grammar.
You will have a signed agreement by Monday.
Please return the executed agreement to us.
We have the addendum signed and attached.
The signed contract follows tomorrow.
We have a signed addendum with another district.
We do not have an existing agreement.
I have the addendum here and will sign it today.
We have completed the agreement.
"""
ASKED = """
Where do I find the SOPPA form?
I do not have the RFI form. Could you send it to me?
Can I have an extension to September 18 for the RFI form?
Is 11/13 still realistic? The teachers start on 11/30.
Good morning! Is there anything else you need from us?
Please send us the blank SOPPA form.
We cannot open the form on your website.
Please call me about the RFI.
Stop sending reminders.
Unsubscribe
Please cancel my subscription to your emails.
I have a question about page 3.
I'm not sure which form you mean.
Let me know what you need.
How do I sign it
We need a Word version of the form, could you provide a copy.
Who signs for the District?
We need more time.
I'm unable to open the file.
"""
NOT_ASKED = """
I will send the RFI form by October 2.
Thanks, will do.
Let's talk on September 16.
I am leaving Aspen Quill at the end of the month. Bob Roe will take over.
Hi Pat, how are you? The forms follow this week.
Our office is closed until September 14.
The forms will follow when our lawyer is back.
Please see attached.
Please let me know if you have any questions.
Let me know if you need anything else.
Please do not hesitate to call.
We know what to do now.
That is how we will do it.
Here is the link: https://acme.example/x?y=1
"""
FOR_A_PAPER = """
Where do I find the SOPPA form?
Please send us the blank SOPPA form.
We cannot open the form on your website.
Could you e-mail me the RFI form?
We don't have your addendum.
"""
FOR_NO_PAPER = """
Can you please send the signed agreement back once approved?
Please find the form attached.
Please forward the forms to your team.
Please send the forms to the Board.
Which school do you mean?
"""


@pytest.mark.parametrize("words", IN_FORCE.strip().splitlines())
def test_an_agreement_in_force_is_claimed(words: str) -> None:
    assert claims_agreement(words)


@pytest.mark.parametrize("words", SENT_ALONG.strip().splitlines())
def test_a_signed_form_that_comes_with_the_mail_is_no_claim(words: str) -> None:
    assert not claims_agreement(words)


@pytest.mark.parametrize("words", ASKED.strip().splitlines())
def test_a_question_is_told_in_its_own_words(words: str) -> None:
    assert asks.question(words) and asks.question(words) in words


@pytest.mark.parametrize("words", NOT_ASKED.strip().splitlines())
def test_nothing_is_asked(words: str) -> None:
    assert asks.question(words) == ""


def test_a_question_below_the_signature_or_in_a_quoted_mail_is_none() -> None:
    assert asks.question("Will do.\n\n> Where do I find the form?\n") == ""
    assert asks.question("w" * 400 + " where?").endswith("…")


@pytest.mark.parametrize("words", FOR_A_PAPER.strip().splitlines())
def test_a_form_of_ours_is_asked_for(words: str) -> None:
    assert asks.wants_a_paper(words)


@pytest.mark.parametrize("words", FOR_NO_PAPER.strip().splitlines())
def test_no_form_is_asked_for(words: str) -> None:
    assert asks.wants_a_paper(words) == ""
