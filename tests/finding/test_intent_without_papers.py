"""What a mail without papers is for. An answer to a parent, an applicant, a bidder or a pitch is worse than none."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.mails.intent import intent_of
from soppa_mailbot.finding.mails.intent_words import NO_VENDOR, WANTS

MAILS = (
    (
        "how_to_submit",
        "How do we become a vendor?",
        "We make Thistle Planner, a homework planner for middle schools. What do you need from us, and where do we find"
        " the forms?",
    ),
    (
        "inquiry",
        "How do we become a vendor?",
        "We make Harlow desks and chairs for elementary schools. What do you need, and where do we find the forms?",
    ),
    (
        "inquiry",
        "How do we become a vendor?",
        "We sell snacks for schools. What do you need from us, and where do we find the forms?",
    ),
    (
        "inquiry",
        "School pictures",
        "We would like to sell our school pictures to your schools. Is there privacy paperwork? Which forms?",
    ),
    ("inquiry", "Invoices", "How do we submit invoices to the district? Is there a portal?"),
    ("inquiry", "FOIA", "How can I submit a FOIA request for your SOPPA agreements?"),
    ("inquiry", "Job", "How do I submit my application for the Technology Coordinator position?"),
    ("inquiry", "Gym rental", "What do we need to submit to rent the gym at Mayfield in March?"),
    ("inquiry", "HVAC", "How do we submit a bid for the HVAC project, and what documents are required?"),
    ("inquiry", "Opt out", "How do I opt my daughter out of apps that use her data? Which forms do I submit?"),
    ("inquiry", "Bank details", "What is the process to update our ACH information as an approved vendor?"),
    (
        "inquiry",
        "Field trip",
        "What paperwork do I need for the approval of a field trip to your planetarium?.",
    ),
    (
        "inquiry",
        "Breach",
        "Under SOPPA we must notify you of a breach. Where should we send the notice and what information do you need?",
    ),
    (
        "inquiry",
        "Audit",
        "We are surveying districts: what is your process for approving vendors under SOPPA?.",
    ),
    ("inquiry", "PO", "Where should we send the purchase order confirmation? How do we change the ship-to?"),
    (
        "inquiry",
        "Demo",
        "What is your process for reviewing new vendors? Would love to set up a 20-minute call to introduce us.",
    ),
    ("inquiry", "RE: contract", "When can we expect the signed agreement back?"),
    ("inquiry", "Reference", "Another district gave us your name. Could you be a reference for Sable Chem?"),
    (
        "inquiry",
        "Sponsorship",
        "How can our company become a sponsor of the Harlow Creek golf outing? What do you need to get us approved?",
    ),
    ("inquiry", "Tax exempt", "Please send us your tax exempt form so we can process your order."),
    (
        "inquiry",
        "Training",
        "How do I get teachers set up with new accounts in Sable Chem? What information do you need to provide us?",
    ),
    ("inquiry", "Student teacher", "I am a student teacher; how do I get approved to use Kahoot in my class?"),
    (
        "inquiry",
        "Urgent Request for Quotation",
        "You are invited to give your price and terms for the enclosed RFQ in PDF. We await your quotation.",
    ),
    ("inquiry", "Purchase", "We would like to order 400 laptops. Please find our list and send us your best prices."),
    ("inquiry", "Meeting", "Let me know what time works to talk about approval of Kelp Lab."),
    (
        "how_to_submit",
        "Approved list",
        "We're an edtech company and want to be added to your approved vendor list. What forms are needed?",
    ),
    (
        "how_to_submit",
        "Paperwork",
        "Our company makes a reading app and would like to sell it to Cedar 107. What paperwork do you need?",
    ),
    (
        "how_to_submit",
        "Becoming a vendor",
        "We make Bay Builder, a robot kit with a coding site, and several of your teachers have asked to buy it. Would "
        "you tell us how we go about it? Which papers does the District need from us?",
    ),
    ("how_to_submit", "App approval", "What paperwork is required for our app to be approved for use at Cedar?"),
    (
        "how_to_submit",
        "Forms",
        "Can you send me the RFI and SOPPA forms? A teacher at Cedar would like to use Kelp Lab.",
    ),
    (
        "how_to_submit",
        "Next steps",
        "Cedar Middle School would like to purchase Kelp Lab. What are the next steps to get it approved?",
    ),
    (
        "how_to_submit",
        "Re: Planet Phonology introduction",
        "Thanks Marla. We'd love to move forward with Planet Phonology then. Which documents do you need exactly, and "
        "do you want them by mail or is there a portal? Can you send me the blank forms?",
    ),
    ("how_to_submit", "Re: intro", "We are ready to proceed with Kelp Lab at Cedar. What do you need from us?"),
    ("how_to_submit", "Re: intro", "Cedar wants to go ahead with Kelp Lab. What's next? What forms do I fill out?"),
    (
        "how_to_submit",
        "Re: call",
        "Thanks for the call. Please send over whatever forms your district requires so we can get Kelp Lab going.",
    ),
    ("how_to_submit", "SOPPA", "Could you point me to your SOPPA addendum and RFI? We want to start the approval."),
    ("how_to_submit", "Packet", "Do you have a vendor packet to complete before Cedar can buy our reading app?"),
    ("how_to_submit", "Kelp Lab", "What all do you need from me to get Kelp Lab approved, and who do I send it to?"),
    ("how_to_submit", "Kelp Lab", "I was told to email you about getting Kelp Lab approved. What is required?"),
    ("how_to_submit", "List", "Is there a checklist of documents for new software vendors?"),
    ("how_to_submit", "Kelp Lab", "Let's start the process for Kelp Lab. Could you send over the forms?"),
    ("inquiry", "Roof", "We're moving forward with the roof repair. Which forms do you need?"),
    ("inquiry", "Order", "We'd love to move forward with your purchase order. Can you send me the form?"),
    ("inquiry", "Gym", "We'd love to move forward with Gym Rental on May 3. Which forms do you need?"),
    ("inquiry", "Assembly", "We'd like to go ahead with the Spring Assembly. What do you need from us?"),
    ("inquiry", "Bid", "We want to move forward with Bid 12-26 Boiler Replacement. Which documents do you need?"),
    ("inquiry", "Turf", "We are ready to move forward with GreenBlade Turf. Which documents do you need?"),
    ("inquiry", "Training", "Can we move forward with Kelp Lab training on Tuesday? What do you need for the room?"),
    ("inquiry", "Countersigned copy", "Could you send me the signed addendum? We need it for our files."),
    ("how_to_submit", "Where to send", "Where do I send our completed SOPPA packet and quote once ready?"),
    (
        "how_to_submit",
        "Procedure",
        "Please advise on the procedure to submit our software for approval in your district.",
    ),
    ("how_to_submit", "Requirements", "Could you share the requirements for software vendors who handle student data?"),
    ("how_to_submit", "New vendor", "How does a company become an approved software vendor with Harlow Creek?"),
    ("withdrawal", "Kelp Lab", "We'd like to cancel our request for approval of Kelp Lab."),
    ("withdrawal", "Kelp Lab", "Please void our order form, the school is no longer interested."),
    ("inquiry", "Kelp Lab", "Can the school cancel the subscription mid-year? Just checking how we handle that."),
    ("inquiry", "Thursday", "Please disregard my calendar invite."),
    ("thanks", "Re: on file", "Perfect, appreciate it!"),
    ("thanks", "Re: Receipt", "Thank you for confirming. We look forward to working with Harlow Creek."),
    ("inquiry", "Re: Receipt", "Thanks. Do you know how long approval takes?"),
    ("inquiry", "Substitute", "How do I become an approved substitute? What forms do I need?"),
    (
        "inquiry",
        "Background check",
        "Our staff will be on site Tuesday. What paperwork do you require for approved visitors?",
    ),
    (
        "inquiry",
        "Insurance certificate",
        "Which information do you need on our certificate of insurance to stay an approved vendor?",
    ),
    ("inquiry", "Bond", "We are underwriters. Where can we submit our proposal for your bond refinancing?"),
    ("inquiry", "Copier lease", "How do I submit a quote for your copier lease renewal?"),
    (
        "inquiry",
        "Office chairs",
        "What is your process for approving furniture vendors? We sell chairs and would like to offer our line.",
    ),
    ("inquiry", "Payment terms", "How do we get our purchase order number so that we can bill?"),
    ("inquiry", "Access", "I forgot how to submit my timesheet, where do I find the form?"),
    (
        "inquiry",
        "Data deletion",
        "Please confirm how we should return student data now that the SOPPA agreement ended.",
    ),
    ("inquiry", "Question", "Is Sable Chem approved for use in the district? I teach at Cedar."),
    ("inquiry", "Thanks and a question", "Thanks! Which school asked for it?"),
    ("inquiry", "Newsletter", "How to get your software approved faster: 5 tips for districts. Read our blog."),
    (
        "inquiry",
        "Partnership",
        "We help districts manage SOPPA compliance. How do you track approvals today? Could I have 15 minutes?",
    ),
    ("inquiry", "Contact", "Who is the right contact for curriculum purchases at the district?"),
    (
        "how_to_submit",
        "Onboarding",
        "Hi, we make a math app. What do you need from us so that teachers at Cedar can use it under SOPPA?",
    ),
    (
        "how_to_submit",
        "DPA",
        "Your high school wants our software. Do you have a standard DPA for us to sign? What else must we submit?",
    ),
    (
        "how_to_submit",
        "Vendor registration",
        "Please let us know how to register as a new vendor for educational software.",
    ),
    ("how_to_submit", "RFI", "Can you email me the RFI form so we can start our approval?"),
    ("how_to_submit", "Question", "What documents must an ed-tech company file before a school can buy its program?"),
    (
        "how_to_submit",
        "Process",
        "I was told by Ms. Diaz at Mayfield Elementary to contact you about approval of Kelp Lab. What is the process?",
    ),
    ("submission", "SOPPA paperwork for Kelp Lab", "Hello, attached are the forms for Kelp Lab. Thanks"),
    ("inquiry", "SOPPA paperwork", "Attached are the forms for the audit of your SOPPA program; the invoice follows."),
    ("withdrawal", "Re: Kelp Lab", "Please remove our request from your list. We won't be pursuing this."),
    ("withdrawal", "Kelp Lab", "We are withdrawing Kelp Lab from consideration."),
    ("thanks", "Re: Kelp Lab", "Awesome, thank you so much for all your help with this!"),
    ("thanks", "Re: complete", "Received, thank you. Best, Val"),
)


@pytest.mark.parametrize(("wanted", "subject", "body"), MAILS, ids=[m[2][:40] for m in MAILS])
def test_what_a_mail_without_papers_is_for(wanted: str, subject: str, body: str) -> None:
    place = "Cedar" in body or "Mayfield" in body
    got = intent_of(body, subject, [], form_found=False, place_found=place, date_found=False)
    assert got == wanted


@pytest.mark.parametrize(
    ("wanted", "body"),
    [
        ("submission", "70 seats of Chord at $12.00 for the choirs. It would be good to have the approval by Nov. 6."),
        (
            "submission",
            "Thank you for the call! It is for grade 7, 210 students at $4. We'd need the approval by May 3.",
        ),
        ("submission", "Ledger Payroll: $11,200 for the first year, 6 users. We ask for final approval by May 15th."),
        ("inquiry", "Please confirm your payroll information by May 15th to have your deposit approved."),
        ("thanks", "Thank you for the approval by May 3, as you said."),
    ],
)
def test_a_price_and_a_day_for_approval_are_a_submission(wanted: str, body: str) -> None:
    assert intent_of(body, "Chord", [], form_found=False, place_found=False, date_found=True) == wanted


@pytest.mark.parametrize(
    "body",
    [
        "Under the Illinois Freedom of Information Act I request all SOPPA agreements for Planet Math at Cedar.",
        "Planet Learning named you as a reference. Which form did you use for Planet Math, and for which schools?",
        "I am the buyer at Mayfield School District 9. Which forms do you ask of Planet Math?",
    ],
)
def test_who_is_no_vendor_gets_no_list_of_papers(body: str) -> None:
    got = intent_of(body, "Planet Math", [], form_found=False, place_found=True, date_found=True)
    assert got == "inquiry"


@pytest.mark.parametrize(
    "words",
    [
        "Our pricing is exempt under the Freedom of Information Act.",
        "I'm the business manager at Planet, and we want approval for your district.",
    ],
)
def test_a_vendor_who_speaks_so_is_one(words: str) -> None:
    assert NO_VENDOR.search(words) is None


def test_the_buyer_of_a_vendor_is_one() -> None:
    body = "I am the sales manager for Planet Learning. We want to sell Planet Math to your schools; which forms?"
    assert intent_of(body, "Start", [], form_found=False, place_found=False, date_found=False) == "how_to_submit"


def test_a_product_of_the_register_needs_no_word_for_software() -> None:
    body = "Which forms do you need from us to become a vendor for Planet Globe?"
    told = [
        intent_of(body, "x", [], form_found=False, place_found=False, known_product=known, date_found=False)
        for known in (False, True)
    ]
    assert told == ["inquiry", "how_to_submit"]


def test_a_school_that_is_only_named_beside_a_day_for_approval() -> None:
    body = "Larkmoor for Washington Elementary (they share a teacher)\nPlease finish the approval by Aug. 21st."
    assert intent_of(body, "Order", [], form_found=False, place_found=False, date_found=True) == "inquiry"
    named = intent_of(body, "Order", [], form_found=False, place_found=False, place_named=True, date_found=True)
    assert named == "submission"


@pytest.mark.parametrize(
    ("words", "wants"),
    [
        ("Planet Atlas will be used at Lincoln. Please give your final approval soon.", True),
        ("Please grant us the sign-off.", True),
        ("Please give us a call.", False),
        ("Please send us your okayed minutes.", False),
    ],
)
def test_a_wish_for_an_approval(words: str, wants: bool) -> None:
    assert bool(WANTS.search(words)) == wants
