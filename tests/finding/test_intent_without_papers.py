"""What a mail without papers is for. An answer to a parent, an applicant, a bidder or a pitch is worse than none."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.intent import intent_of

MAILS = (
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
    ("inquiry", "Meeting", "Let me know what time works to talk about approval of Kelp Lab."),
    (
        "how_to_submit",
        "Approved list",
        "We're an edtech company and want to be added to your approved vendor list. What forms are needed?",
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
)


@pytest.mark.parametrize(("wanted", "subject", "body"), MAILS, ids=[m[2][:40] for m in MAILS])
def test_what_a_mail_without_papers_is_for(wanted: str, subject: str, body: str) -> None:
    place = "Cedar" in body or "Mayfield" in body
    got = intent_of(body, subject, [], form_found=False, place_found=place, date_found=False)
    assert got == wanted
