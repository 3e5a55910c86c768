"""What a mail is for, in words as people write them."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.mails import claims, intent
from soppa_mailbot.model import Item, Kind, PaperFinding

ORDER = PaperFinding("d", "q.pdf", "", Kind.ORDER_FORM, topic="order_form")
BROCHURE = PaperFinding("d", "b.pdf", "", Kind.OTHER, detail="a brochure", topic="order_form")
LOCKED = PaperFinding("d", "soppa.pdf", "", Kind.UNREADABLE, detail="needs a password", topic="soppa_form")


def told(
    words: str,
    subject: str = "",
    papers: tuple[PaperFinding, ...] = (),
    *,
    place: bool = False,
    day: bool = False,
    answering: bool = False,
    links: tuple[str, ...] = (),
    calendar: bool = False,
) -> str:
    return intent.intent_of(
        words,
        subject,
        papers,
        form_found=False,
        place_found=place,
        date_found=day,
        cloud_links=links,
        answering=answering,
        calendar=calendar,
    )


@pytest.mark.parametrize(
    "words",
    [
        "How do we become an approved vendor with your district? Which forms do you need?",
        "We would like to sell our reading app to your schools. Could you tell me what paperwork you need from us?",
        "Hi, what is the process for SOPPA approval for a new operator?",
        "Please send us your vendor packet so that we can do business with the district.",
        "Where do we submit an RFI form? We are a new vendor.",
        "I need to know which documents are required for approval of our software.",
        "I run Shelfly, a catalog system for school libraries, and would like to do business with the District. "
        "What do you need from us, and where do I send it?",
        "We make Debately, a program for the middle grades, and would like to sell it to your schools. "
        "What documents do you need from us and where do we send them?",
        "We would like to sell our typing course to your District. A colleague told me that you need some kind of "
        "risk and privacy paperwork before anything can be bought. Which forms do you need from us?",
    ],
)
def test_how_to_submit(words: str) -> None:
    assert told(words) == "how_to_submit"


NEW = "Two of your librarians would like to purchase our online archive. "


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (NEW + "Your website mentions a TV-3 and a TV-4. Do we need both, and should it all come here?", True),
        (NEW + "I found the RFI and the SOPPA form. Are both of them required?", True),
        (NEW + "There are three papers on your site. Must we fill out all of them?", True),
        (NEW + "Is there anything else that you expect from us? We have not sold to Cedar Falls before.", True),
        (NEW + "We are new to your district. What does the District expect from us?", True),
        (NEW + "We've never done business with your schools. Is there something more you require?", True),
        # of something else, or in politeness
        (NEW + "Do we need both?", False),
        (NEW + "Is there anything else that you need from us?", False),
        ("Thank you for the approval of our app at Cedar. Is there anything else you need from us?", False),
        (NEW + "Should we send both invoices? See form PO-7. We have not sold to Cedar Falls before.", False),
        ("We have not sold carpet to your schools before. Is there anything else you need from us?", False),
    ],
)
def test_whether_all_the_forms_are_needed(words: str, wanted: bool) -> None:
    assert (told(words) == "how_to_submit") == wanted


@pytest.mark.parametrize(
    "words",
    [
        "Please disregard our submission, the school has chosen another product.",
        "We would like to withdraw our request for approval.",
        "Kindly cancel our order, it was submitted in error.",
        "We are no longer pursuing this sale.",
        "Our proposal is withdrawn. Sorry for the trouble.",
    ],
)
def test_withdrawal(words: str) -> None:
    assert told(words) == "withdrawal"


def test_a_corrected_paper_is_no_withdrawal() -> None:
    assert told("Please disregard my previous email, the right quote is attached.", papers=(ORDER,)) == "submission"


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        (
            "Our records show that invoice 3307 is 16 days past due. Could you tell me the status of the payment?",
            "Invoice",
        ),
        ("Do you have 15 minutes next week? I would love to show you a demo.", "quick question"),
        ("Your mailbox is almost full. Click here to verify your account.", "IT notice"),
        (
            "The order form is protected, open the attached page and sign in to view it.",
            "",
        ),
        ("Did you get our documents?", "Checking in"),
        ("Are you the right person for data dashboards? I attached a case study.", ""),
        ("Where can I find the bell schedule?", ""),
        ("", ""),
    ],
)
def test_inquiry(words: str, subject: str) -> None:
    assert told(words, subject) == "inquiry"


@pytest.mark.parametrize(
    "words",
    [
        "Could you send us your tax exemption letter? The system put sales tax on invoice 30117 for Lincoln.",
        "Attached is the statement of account for Lincoln. Please let us know by May 1 what is wrong with it.",
    ],
)
def test_a_bill_is_an_inquiry(words: str) -> None:
    assert told(words, papers=(BROCHURE,), place=True, day=True) == "inquiry"


def test_who_orders_may_ask_for_a_tax_letter() -> None:
    words = "Attached is our order form for Planet Math. Please send your tax exemption letter, too."
    assert told(words, papers=(BROCHURE,), place=True, day=True) == "submission"


PITCHES = (
    "Planet Math helps schools such as Lincoln. Do you have 15 minutes? I attached an overview. Prices rise May 1."
)


def test_a_pitch_that_only_names_a_school_is_an_inquiry() -> None:
    ask = {"subject": "Planet Math", "papers": (BROCHURE,), "form_found": False, "date_found": True}
    assert intent.intent_of(PITCHES, place_found=True, place_only_named=True, **ask) == "inquiry"
    assert intent.intent_of(PITCHES, place_found=True, place_only_named=False, **ask) == "submission"


def test_who_asks_whether_to_send_an_offer_submits_nothing() -> None:
    start = "Lincoln could start in January if you decide by December 18. "
    assert told(f"{start}Can I send a proposal?", place=True, day=True) == "inquiry"
    assert told(f"{start}Our order form is attached. Can I send a sample?", place=True, day=True) == "submission"


def test_a_pitch_with_a_brochure_is_an_inquiry() -> None:
    assert told("I'd love 15 minutes of your time. I attached a short overview.", papers=(BROCHURE,)) == "inquiry"


@pytest.mark.parametrize(
    "words", ["Thank you so much!", "Great, thanks for confirming. Have a good weekend", "Got it, will do."]
)
def test_thanks(words: str) -> None:
    assert told(words, answering=True) == "thanks"


def test_thanks_that_recall_a_school_and_a_day() -> None:
    words = "Thank you for the quick approval! The teachers at Lincoln start on December 1."
    assert told(words, place=True, day=True) == "thanks"


def test_papers_make_a_submission_whatever_is_said() -> None:
    assert told("thanks", papers=(ORDER,)) == "submission"
    assert told("Please see attached.", papers=(LOCKED,), answering=True) == "submission"


@pytest.mark.parametrize(
    ("words", "place", "day", "links"),
    [
        ("Attached please find the order form and the SOPPA form for Planet Math.", False, True, ()),
        ("All papers (order form, RFI) are in this shared folder.", True, True, ("https://drive.example/f/1",)),
        ("Please approve Planet Math for our use at Lincoln by May 1.", True, True, ()),
    ],
)
def test_a_submission_without_its_papers(words: str, place: bool, day: bool, links: tuple[str, ...]) -> None:
    assert told(words, place=place, day=day, links=links) == "submission"


def test_one_line_in_a_conversation() -> None:
    assert told("December 4 please", day=True, answering=True) == "submission"
    assert told("What is an RFI form?", answering=True) == "inquiry"


def test_an_invitation_is_an_inquiry() -> None:
    assert told("Intro call on Tuesday about approval of our order form", calendar=True, day=True) == "inquiry"


@pytest.mark.parametrize(
    ("words", "claimed"),
    [
        ("We already have an active SOPPA agreement with the District.", True),
        ("Our agreement is on file.", True),
        ("Yes, we are on your SOPPA list.", True),
        ("As one of the District’s existing SOPPA operators I’m writing", True),
        ("We have an agreement with another Illinois district.", False),
        ("We do not have an agreement yet.", False),
        ("Please find the signed forms attached.", False),
    ],
)
def test_claims_of_an_agreement(words: str, claimed: bool) -> None:
    assert claims.claims_agreement(words) is claimed


@pytest.mark.parametrize(
    ("words", "claimed"),
    [
        ("The software is not subject to SOPPA.", True),
        ("SOPPA doesn’t apply to this product.", True),
        ("It does not collect any student data.", True),
        ("We are subject to SOPPA.", False),
        ("The SOPPA form is attached.", False),
    ],
)
def test_claims_of_exemption(words: str, claimed: bool) -> None:
    assert claims.claims_exempt(words) is claimed


def test_claims_of_attachments() -> None:
    assert claims.claims_attached("Attached are our quote and the RFI.") == (Item.ORDER_FORM, Item.RFI_FORM)
    assert len(claims.claims_attached("All five items are attached.")) == 3
    assert claims.claims_attached("Which quote do you need?") == ()


def test_cloud_links_but_not_home_pages() -> None:
    links = (
        "https://www.planet.example/",
        "https://drive.cloud.example/f/9X?usp=sharing",
        "https://acme.sharepoint.example/s/1",
    )
    assert claims.cloud_links(links, "see the folder") == links[1:]
    assert claims.cloud_links(("https://www.planet.example/about",), "visit us") == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "We'd like to get Planet approved. The order form is attached. SOPPA does not apply to us.\n"
            "Do join our webinar on January 14 as well!",
            "submission",
        ),
        ("We'd like to get Planet approved some day. Planet is SOPPA ready.\nDo join our webinar!", "inquiry"),
        ("The order form of another district is attached as an example.\nDo join our webinar!", "inquiry"),
    ],
)
def test_who_brings_papers_and_invites_to_a_webinar_submits(words: str, expected: str) -> None:
    assert told(words, "Planet", (BROCHURE,)) == expected
