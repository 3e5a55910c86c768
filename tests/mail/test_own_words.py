"""The writer's own words against quotations, signatures and footers: what counts must stay, what doesn't must go."""

from __future__ import annotations

import pytest

from soppa_mailbot.mail.own_words import Split, split
from soppa_mailbot.model import Address

PAT = Address("Pat Miller", "pat@acme.example")
SHARED = Address("Acme Orders", "orders@acme.example")


def own(text: str, sender: Address = PAT, subject: str = "") -> list[str]:
    return [line for line in split(text, sender, subject).own.split("\n") if line]


@pytest.mark.parametrize(
    "signature",
    [
        "Pat Miller",
        "- Pat",
        "pat",
        "Thanks,\nPat",
        "Thanks, Pat",
        "Best - Pat Miller",
        "Onward and upward,\n\nPat",
        "-- \nPat Miller\nAcme\nLincoln Campus",
        "Kind regards,\n\nPat Miller, M.Ed.\n(she/her)\nPartnerships - Midwest\n"
        "Acme Learning, a division of Lincoln Holdings\n"
        "Lincoln Tower, 4th Floor\nAdams, IL 60601\nO: 312-555-0100 | M: 312-555-0101\nwww.acme.example",
        "Pat Miller | Account Executive\nAcme Learning\n"
        "Trusted by Lincoln Elementary and Adams Middle\nFollow us on LinkedIn",
        "Very truly yours,\nAlex Ohara\nAcme Inc.\n\nThis e-mail is confidential and intended only for the "
        "addressee. Adams School District is not responsible for it.\n\n"
        "If you are not the intended recipient, please notify the sender.",
        "Sent from my iPhone",
        "Pat\n\nGet Outlook for iOS<https://aka.ms/o0ukef>",
        "[cid:image001.png@01DB]\nPat Miller\nTeacher\nLincoln Elementary School\n(847) 555-0101 ext 22",
        "Thanks!\nThe Acme Team",
    ],
)
def test_signature_goes(signature: str) -> None:
    result = split(f"Quote attached for Jefferson.\n\n{signature}\n", PAT)
    assert result.own == "Quote attached for Jefferson."
    assert result.signature.split() == signature.split()


def test_a_stranger_signs_over_title_and_telephone() -> None:
    text = "Order attached.\n\nSam van Buren\nSenior Account Manager\n100 Lincoln Ave\nAdams, IL 60601\n"
    assert own(text, SHARED) == ["Order attached."]


@pytest.mark.parametrize("office", ["Contracts Department", "Inside Sales Team", "Customer Success Desk"])
def test_an_office_signs_over_its_company(office: str) -> None:
    assert own(f"Order attached.\n\n{office}\nAcme Software\n", SHARED) == ["Order attached."]
    assert own(f"Order attached.\n\n{office}\nuses it from May on.\n", SHARED)[1:] != []


def test_an_office_of_the_districts_stays() -> None:
    assert "Transportation Department" in own("For:\n\nTransportation Department\nAcme Routing\n", SHARED)


@pytest.mark.parametrize(
    "kept",
    [
        "Schools: Lincoln Elementary, Adams",
        "Deadline: 1/5/2027",
        "Schools -> Lincoln, Adams",
        "Schools:\nLincoln Elementary\nAdams Middle",
        "P.S. It is for Lincoln Elementary.",
        "PS we need it by January 5",
        "- Lincoln Elementary\n- Adams Middle",
        "Used by: the library",
        "We will need your approval by 1/5/2027.",
        "Please sign off by January 5.",
        "Acme Math\t100\t$5.00",
    ],
)
@pytest.mark.parametrize(
    "ending", ["Best,\n\n{}\n\nPat Miller\nAcme Inc.", "Thanks,\nPat Miller\nAccount Executive\n630-555-0199\n\n{}"]
)
def test_content_among_the_signature_stays(kept: str, ending: str) -> None:
    result = split("Quote attached.\n\n" + ending.format(kept), PAT)
    assert result.own.endswith(kept)
    assert result.own.removesuffix(kept).replace("Best,", "").split() == ["Quote", "attached."]
    assert "Pat Miller" in result.signature


@pytest.mark.parametrize(
    "text",
    [
        "Thank you!\n\nLincoln Elementary and Adams.",
        "Thanks for approving this at Lincoln Elementary\n\nWe need it by 1/1/2027",
        "Pat Miller here from Acme.\nSchools are Lincoln and Adams.",
        "The product will be used at:\n\nLincoln Elementary School\nJefferson Middle School\n123 Main Street",
        "Lincoln",
        "January 5, 2027",
        "Hi, order below.\n\nORDER FORM\nProduct  Qty  Price\nAcmeMath  100  $1,200.00\nTotal $1,200.00",
        "Thanks,",
        "To: Procurement\nFrom: Pat Miller\nDate: September 3, 2026\nRe: Quote\n\nSchools are Lincoln and Adams.",
        "Are there questions that\n-----------------\nyou have?",
    ],
)
def test_short_or_odd_own_text_is_never_swallowed(text: str) -> None:
    assert split(text, PAT).own == text


@pytest.mark.parametrize(
    "said",
    [
        "Note: we need approval by January 15, 2027 for Lincoln.",
        "Important: the deadline for approval is January 15.",
        "I know it's short notice: Lincoln would like to use it for this year's ceremony.",
        "Our software is FERPA compliant and will be used at Lincoln.",
        "The license is intended solely for use at Lincoln.",
        "The information in this quote is for Lincoln Elementary.",
        "You received this because Ms. Lee at Lincoln asked for it.",
    ],
)
def test_words_that_footers_use_too_stay_above_a_signature(said: str) -> None:
    assert own(f"Hello,\n\nour quote is attached.\n{said}\n\nBest,\nPat Miller\nAcme Inc.")[-1] == said


@pytest.mark.parametrize(
    "footer",
    [
        "Important: this message may contain confidential material. If you received it in error, delete it.",
        "Acme is an equal opportunity provider. Lincoln Plaza, Adams",
        "You are receiving this e-mail because you opted in. Unsubscribe",
        "NOTICE: Under the public records law most mail is open to the public.",
    ],
)
def test_a_footer_below_a_signature_goes(footer: str) -> None:
    assert own(f"Our quote is attached.\n\nBest,\nPat Miller\nAcme Inc.\n\n{footer}") == ["Our quote is attached."]


def test_letterhead_and_gateway_banner_are_not_own_words() -> None:
    text = (
        "CAUTION: This email originated from outside of the organization.\nDo not click links.\n\n"
        "Acme Learning, Inc.\n100 Lincoln Avenue\nChicago, IL 60601\n\nDear Procurement,\n\nForms attached.\n"
    )
    assert own(text) == ["Dear Procurement,", "Forms attached."]


ATTRIBUTIONS = [
    "On Mon, Sep 14, 2026 at 9:02 AM Bot <b@district.example> wrote:",
    "On Mon, Sep 14, 2026 at 9:02 AM Maple Procurement Department Office\n<procurement@district.example> wrote:",
    "On Sep 14, 2026, at 9:02 AM, Bot wrote:",
    "Am 14.09.2026 um 09:02 schrieb Bot <b@district.example>:",
    "Le lun. 14 sept. 2026 à 09:02, Bot <b@district.example> a écrit :",
    "El lun, 14 sept 2026 a las 9:02, Bot (<b@district.example>) escribió:",
    "2026-09-14 9:02 GMT-05:00 Bot <b@district.example>:",
    "Bot <b@district.example> wrote on 09/14/2026 09:02:11 AM:",
]


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
@pytest.mark.parametrize("mark", ["> ", ""])
def test_attributed_quotation_goes(attribution: str, mark: str) -> None:
    result = split(f"Lincoln only.\n\nPat\n\n{attribution}\n\n{mark}Which school? Adams?\n", PAT, "Re: forms")
    assert result.own == "Lincoln only."
    assert result.signature == "Pat"
    assert result.quoted.startswith(attribution) and "Adams?" in result.quoted


def test_an_attribution_of_an_unknown_language_goes_with_its_quotation() -> None:
    text = 'Lincoln only.\n02.04.2026 14:20 пользователь "bot" <\nbot@district.example> сказал:\n\n> Adams?\n'
    assert own(text) == ["Lincoln only."]
    assert own("Ask me at 9:02 or pat@acme.example:\nLincoln") == ["Ask me at 9:02 or pat@acme.example:", "Lincoln"]


@pytest.mark.parametrize(
    "header",
    [
        "-----Original Message-----\nFrom: Bot\nSent: Monday\nTo: Pat\nSubject: forms",
        "________________________________\nFrom: Bot <b@district.example>\n"
        "Sent: Monday, September 14, 2026 9:02:11 AM\n"
        "To: Pat Miller <pat@acme.example>; Jo\n Lee <jo@acme.example>\nSubject: forms",
        "*From:* Bot <b@district.example>\n*Sent:* Monday, September 14, 2026 9:02 AM\n*To:* Pat\n*Subject:* forms",
        "Von: Bot <b@district.example>\nGesendet: Montag, 14. September 2026 09:02\nAn: Pat Miller\nBetreff: forms",
        "De : Bot <b@district.example>\nEnvoyé : lundi 14 septembre 2026 09:02\nÀ : Pat\nObjet : forms",
        "发件人: Bot <b@district.example>\n发送时间: 2026年9月14日 9:02\n收件人: Pat\n主题: forms",
        "---------- Forwarded message ---------\nFrom: Bot <b@district.example>\n"
        "Date: Mon, Sep 14, 2026\nSubject: forms\nTo: Pat",
        "Begin forwarded message:\n\nFrom: Bot <b@district.example>",
    ],
)
def test_everything_behind_a_quoted_header_goes(header: str) -> None:
    result = split(f"Lincoln only.\n\n{header}\n\nWhich school? Adams?\nSchools: Adams\n", PAT, "Re: forms")
    assert result.own == "Lincoln only."
    assert result.quoted.startswith(header.split("\n")[0])


def test_answers_between_quoted_lines_stay() -> None:
    text = (
        "On Mon, Sep 14, 2026 at 9:02 AM Bot <b@d.example> wrote:\n> Which schools?\n\nLincoln Elementary\n\n"
        "> What deadline?\n\nJan 5 2027\n\n> Thanks\n> Bot\n\nPat\n"
    )
    assert split(text, PAT) == Split(
        own="Lincoln Elementary\n\nJan 5 2027",
        quoted="On Mon, Sep 14, 2026 at 9:02 AM Bot <b@d.example> wrote:\n"
        "> Which schools?\n> What deadline?\n> Thanks\n> Bot",
        signature="Pat",
    )


def test_no_line_is_lost() -> None:
    text = "a\n\nThanks,\nPat\n\nSchools: b\n\n> c\n\nOn Mon, Sep 14, 2026 at 9:02 AM Bot wrote:\n> d\n"
    parts = split(text, PAT)
    lines = sorted(line for part in (parts.own, parts.quoted, parts.signature) for line in part.split("\n") if line)
    assert lines == sorted(line for line in text.split("\n") if line)


@pytest.mark.parametrize(
    ("last", "stays"),
    [
        ("Meet us at the open house of Lincoln on December 3!", False),
        ("We love working with Adams Middle!", False),
        ("Ask me about our summer training at Lincoln!", False),
        ('"A library is Lincoln for the mind."', False),
        ("“Reading at Lincoln opens doors!” – Ada Anon", False),
        ('"We need approval for Lincoln by May 5."', True),
        ("School: Lincoln Elementary", True),
        ("PS: It is for Adams Middle.", True),
    ],
)
def test_slogans_below_a_signature(last: str, stays: bool) -> None:
    text = f"Our quote is attached.\n\nPat Miller\nHead of K-12\nAcme Learning LLC\n(480) 555-0191\n\n{last}"
    assert (last in own(text)) is stays


BROKEN = "> please send the order form for the social studies rooms at Wells and\n{}\n> Procurement Office\n"


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (BROKEN.format("Willard."), False),
        ("> Which of our schools or departments will be using it, and by what day?\nWillard.\n> Thanks\n", True),
        ("> which school\nWillard.\n> and by when\nMay 5\n", True),
        (BROKEN.format("Here is the form that you wanted, and it is for the school called Willard."), True),
    ],
)
def test_the_end_of_a_quoted_line_that_was_broken_anew(text: str, own: bool) -> None:
    said = split(f"Attached as requested.\n\nOn Tue, Nov 17, 2026 at 8:40 AM Procurement wrote:\n{text}").own
    assert ("Willard." in said) == own
