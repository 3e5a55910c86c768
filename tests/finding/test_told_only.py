"""Mails that only tell the District something are inquiries; submissions that mention the same are none."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.mails.intent import intent_of
from soppa_mailbot.model import Kind, PaperFinding

ORDER = PaperFinding("d", "q.pdf", "", Kind.ORDER_FORM, topic="order_form")
NOTICE = PaperFinding("d", "notice.pdf", "", Kind.OTHER, detail="a letter")
AT = "Lincoln Elementary and Prairie View use Planet Math. "


def told(words: str, *papers: PaperFinding, subject: str = "Planet Math", day: bool = False, form: bool = False) -> str:
    return intent_of(words, subject, papers, form_found=form, place_found=True, date_found=day)


@pytest.mark.parametrize(
    "words",
    [
        "Under section 6 of the SOPPA addendum we notify you that an unauthorized person gained access to covered "
        "information. We need your approval of the parent letter by November 12.",
        "As the addendum requires, we inform you that a former employee viewed covered information of students. Please "
        "approve the attached parent letter.",
        "We regret to inform you of a data security incident. We would like your approval of the notice to parents.",
        "This is a notice of a data breach under SOPPA. " + AT + "We need the agreement's contact.",
        AT + "As section 7 requires, attached is our updated list of subcontractors. It takes effect on January 15.",
        "Planet Math will be retired on June 30. " + AT + "Do you need a deletion certificate for the SOPPA agreement?",
        "From July on the price of Planet Math goes from $9.00 to $9.75 a student. No action is needed now.",
        "I am the new account manager for Planet Math. " + AT + "Attached is our W-9, for your information.",
        "We submitted the order form, the RFI and the SOPPA addendum on October 1. Could you tell me where the "
        "approval stands? We had asked for January 15.",
        "Any update on Planet Math? We sent you the signed SOPPA addendum two weeks ago and need approval by May 1.",
    ],
)
def test_what_only_tells(words: str) -> None:
    assert told(words, NOTICE, day=True) == "inquiry"


@pytest.mark.parametrize(
    "words",
    [
        "Attached is the fully signed order form for your records. Your licenses are active.",
        "Your onboarding is on January 15. Please send us the class lists. The order form is attached for your files.",
        "Attached is your current order form, for your reference. Nothing to do on your side.",
        "Our records show that invoice 118 (copy attached) was due on November 15. When can we expect payment?",
        "Here is our quote for the PTA's gift. The PTA pays, no District approval is needed.",
        "From July on the price of Planet Math goes from $9.00 to $9.75 a student. You will get a renewal quote.",
    ],
)
def test_what_only_tells_with_an_order_form(words: str) -> None:
    assert told(words, ORDER) == "inquiry"


@pytest.mark.parametrize(
    ("words", "papers"),
    [
        ("Attached is our order form. We have had no data breach. We request approval by January 15.", (ORDER,)),
        ("Attached is our order form. We notify you within 24 hours of a data breach, as SOPPA asks.", (ORDER,)),
        ("Our order form is attached; the W-9 is for your records. " + AT, (ORDER,)),
        ("I am the new account manager. Attached is our renewal quote. Please approve it by January 15.", (ORDER,)),
        (
            "Prices go up from $9 to $10 in July, so we would like the final approval by May 1. Quote attached.",
            (ORDER,),
        ),
        ("Any update? The corrected quote is attached. We sent the forms two weeks ago.", (ORDER,)),
    ],
)
def test_submissions_that_mention_it(words: str, papers: tuple[PaperFinding, ...]) -> None:
    assert told(words, *papers, day="by" in words) == "submission"
    assert told(words, *papers, form=True) == "submission"


@pytest.mark.parametrize(
    "words",
    [
        "Our family would like the SOPPA agreement for Planet Math. Please send it by November 20.",
        "Under SOPPA I request a copy of the covered information on my student. I need your approval of its deletion.",
        "I write for the Maple Hollow Gazette. Which SOPPA agreements do you have? I need the order forms by May 1.",
        "The teachers' association would like to see the order form and the SOPPA agreement before it is used.",
        "I am the technology director at Cedar Grove SD 12. Could you send us your SOPPA form? What is the process?",
        "I teach second grade and would love to use Planet Math. What do I need to submit to get it approved?",
    ],
)
def test_who_is_no_vendor(words: str) -> None:
    assert told(words, subject="SOPPA", day=True) == "inquiry"


def test_a_teacher_who_became_a_vendor_is_one() -> None:
    words = (
        "I teach second grade and built our app Planet Math. What do we need to submit to become an approved vendor?"
    )
    assert told(words, subject="SOPPA") == "how_to_submit"
