"""The approval date among all the other dates that vendors write."""

from __future__ import annotations

import itertools
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proving import LONG
from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.finding.deadlines.dates_spans import date_spans
from soppa_mailbot.model import Status

SENT = date(2026, 11, 3)  # a Tuesday


def find(text: str, **more: object) -> deadline.DeadlineFinding:
    return deadline.find(text, SENT, source=str(more.pop("source", "body")), **more)  # type: ignore[arg-type]


RECEIVED = [
    ("We had originally asked for your approval by December 18. We can move that to January 15, 2027.", "2027-01-15"),
    ("We originally asked for approval by December 18, but January 15 is fine as well.", "2027-01-15"),
    ("January 15 is the last day on which we can take the District's final okay and keep the price.", "2027-01-15"),
    ("Working backward from the rollout, I come to January 15 for the District's final sign-off.", "2027-01-15"),
    ("Counting back from our first lesson, it is January 15 for your approval.", "2027-01-15"),
    ("You had asked me when final approval would have to be in place. My answer is Friday, January 15.", "2027-01-15"),
    ("You asked by when we need approval. It is January 15, 2027.", "2027-01-15"),
    ("Could we have final sign-off within 60 days? The quote runs out sooner.", "2027-01-02"),
    ("Would it be possible to have the final sign-off by January 15?", "2027-01-15"),
    ("Please to have final approvement till January 15, 2027. Validity of offer is 31.12.2026.", "2027-01-15"),
    ("For the bus garage. Would need it approved and signed within 45 days.", "2026-12-18"),
    ("Please have it approved, signed and returned in the next 45 days.", "2026-12-18"),
    ("It has to be approved and signed in three weeks.", "2026-11-24"),
    ("Could the Board act on it by January 15, 2027?", "2027-01-15"),
    ("Would January 15, 2027 work? That is when we need the final sign-off.", "2027-01-15"),
    ("Our launch is tied to January 15, 2027. That's the day by which they need approval.", "2027-01-15"),
    ("Approval by 13/1/2027", "2027-01-13"),  # no month has that number
    ("We need approval before the first session on January 15, 2027.", "2027-01-15"),
    ("Please approve before the next show event, January 15, 2027.", "2027-01-15"),
    ("The lesson begins on 02/11/2027, so that your final approval is wished until 01/15/2027.", "2027-01-15"),
    ("They'd like the last signature by January 15, 2027; opening night is March 12.", "2027-01-15"),
    ("Could it be approved no later than January 15, 2027? The first session is on February 1.", "2027-01-15"),
    ("Please make sure that the final approval comes through on or before January 15, 2027.", "2027-01-15"),
    ("The window for the District's final approval runs from November 16 to January 15, 2027.", "2027-01-15"),
    ("We'd need it all signed off on your end by Friday, January 15.", "2027-01-15"),
    ("4. When you need to be done: 1/15/2027", "2027-01-15"),
    ("Please complete your approval by the end of business on January 15th, 2027.", "2027-01-15"),
    ("You said that an approval date of January 15 was realistic.", "2027-01-15"),
    ("We need a final go from the District by Jan 15.", "2027-01-15"),
    ("The board should be done with it by January 15 please, otherwise the class starts without us.", "2027-01-15"),
    ("Can you get me the district's yes by January 15, 2027?", "2027-01-15"),
    ("They named January 15, 2027 as the day by which the Board must have given its approval.", "2027-01-15"),
    ("Our window closes January 15, 2027: we need your approval on or before that day.", "2027-01-15"),
    ("To make the December 1 cutover, we need the final signature by January 15, 2027.", "2027-01-15"),
    ("We ask for your final release until January 15, 2027.", "2027-01-15"),
    ("We wish the final agreement of the District latest on 15 January 2027.", "2027-01-15"),
    ("I'd like your approval within three weeks from today if you can.", "2026-11-24"),
    ("Please approve within 30 days of this message so that the start isn't late.", "2026-12-03"),
    ("they need you to aprove it by jan 15 2027", "2027-01-15"),
    ("The last day on which we can take your approval for a spring launch is January 15, 2027.", "2027-01-15"),
    ("It has to be approved on your side by Friday of next week, November 13.", "2026-11-13"),
    ("Please see to it that the District has approved it by Friday, the 15th of January.", "2027-01-15"),
    ("For the window (January 19 - February 5) it must be signed off by the last day of November.", "2026-11-30"),
    ("(a) our forms by November 30, (b) your approval by January 15, 2027, (c) training on March 2.", "2027-01-15"),
    ("Review by your team between January 5 and 11; approval by January 15; start on March 2.", "2027-01-15"),
    ("Timing: we go live January 25, so please approve by January 15", "2027-01-15"),
    ("We need your approval before winter break, which begins December 18, 2026.", "2026-12-18"),
    # how the day is written
    ("Deadline for final approval and sign-off: January 15, 2027", "2027-01-15"),
    ("Deadline for final approval and sign-off: 2027-01-15", "2027-01-15"),
    ("Deadline for final approval and sign-off: 1/15/2027", "2027-01-15"),
    ("Deadline for final approval and sign-off: 01/15/27", "2027-01-15"),
    ("Deadline for final approval and sign-off: 1-15-2027", "2027-01-15"),
    ("Deadline for final approval and sign-off: 1/15", "2027-01-15"),
    ("Deadline for final approval: Jan. 29, 2027.", "2027-01-29"),
    ("Final approval needed by January 15th.", "2027-01-15"),
    ("Your approbation is needed until the 15th of January, 2027, at the latest.", "2027-01-15"),
    ("The final sign-off must be made until January 15th, 2027.", "2027-01-15"),
    ("Approval: until January 15, 2027, please.", "2027-01-15"),
    ("The final approval of your district we would need until 15 January 2027.", "2027-01-15"),
    ("We hope for your November meeting; the last possible day for us is January 15, 2027.", "2027-01-15"),
    ("May we ask for final approval within 45 days of today's date?", "2026-12-18"),
    ("Final approval needed by the 15th of January 2027.", "2027-01-15"),
    ("Final approval needed by 15 January 2027", "2027-01-15"),
    ("Final approval needed by 15-Jan-2027", "2027-01-15"),
    ("Final approval needed by Jan 29 2027", "2027-01-29"),
    ("Approval needed by Friday, January 15, 2027", "2027-01-15"),
    ("Approval needed by Fri 1/15/27", "2027-01-15"),
    ("Approval needed by the first of December", "2026-12-01"),
    ("Approval needed by December first, please", "2026-12-01"),
    ("Approval needed by the end of June 2027.", "2027-06-30"),
    ("Approval needed by end of February", "2027-02-28"),
    ("We need sign-off by the end of the month.", "2026-11-30"),
    ("We need sign-off by the end of next month.", "2026-12-31"),
    ("We need sign-off by the end of the calendar year.", "2026-12-31"),
    ("We kindly ask for your final approval and sign-off within 45 days.", "2026-12-18"),
    ("We kindly ask for your final approval within thirty (30) days.", "2026-12-03"),
    ("Please approve within 30 days of receipt of this email.", "2026-12-03"),
    ("We'd like approval in six weeks.", "2026-12-15"),
    ("We would need approval 60 days from today.", "2027-01-02"),
    ("We need approval within two months.", "2027-01-03"),
    ("We need sign off by the 20th", "2026-11-20"),
    ("We need sign off by the 2nd", "2026-12-02"),
    ("Sign-off by this Friday would be great", "2026-11-06"),
    ("Approval by January 15 of next year", "2027-01-15"),
    ("Approval by December 4, '26", "2026-12-04"),
    ("approval by sept. 5th 2027", "2027-09-05"),
    ("Approval by Febuary 12, 2027", "2027-02-12"),
    ("Approval by 12/4", "2026-12-04"),
    ("Approval by 11/3", "2026-11-03"),  # the day itself counts
    ("Approval by 11/2", "2027-11-02"),  # the next such day
    ("APPROVAL NEEDED BY DECEMBER 4, 2026", "2026-12-04"),
    # what is said about it
    ("They'd like to have it signed off by 12/11/2026 so kids can start after break.", "2026-12-11"),
    ("Projected deadline for final approval and sign-off: December 1, 2026", "2026-12-01"),
    ("We project that final approval and sign-off will be needed no\nlater than December 25, 2026.", "2026-12-25"),
    (
        "We understand that your CFO would like to have it approved by December 18, 2026, ahead of the close.",
        "2026-12-18",
    ),
    ("Needed by: Jan. 29, 2027 for final sign-off", "2027-01-29"),
    ("When: we'd need final approval by 1/29/2027", "2027-01-29"),
    ("When -> 1/29/2027", "2027-01-29"),
    ("Approval: 12/4", "2026-12-04"),
    ("Approval -> Jan 11, 2027 at the latest", "2027-01-11"),
    ("By when: final approval by January 30, 2027, please", "2027-01-30"),
    ("Could your side approve it by 2/5/2027?", "2027-02-05"),
    ("can this be approved and signed by November 19, 2026? Registration fees open that week.", "2026-11-19"),
    ("Please have it signed off by 1/8/2027.", "2027-01-08"),
    ("Target date for the District's approval and signature: Monday, December 14, 2026.", "2026-12-14"),
    ("(5) We expect final approval and sign-off by December 4, 2026.", "2026-12-04"),
    ("e) December 4, 2026 is when we need the district's approval", "2026-12-04"),
    ("December 4, 2026: final approval needed", "2026-12-04"),
    ("Deadline: 12/04/2026", "2026-12-04"),
    ("Deadline - Dec 4", "2026-12-04"),
    ("Date needed: December 4", "2026-12-04"),
    ("Date by which approval is required\tDecember 4, 2026", "2026-12-04"),
    ("Deadline for approval:\nDecember 4, 2026", "2026-12-04"),
    ("When do you need final approval?\n12/4/2026", "2026-12-04"),
    ("We anticipate final District approval no later than December 9, 2026.", "2026-12-09"),
    ("We need everything in place by December 4, 2026.", "2026-12-04"),
    ("We'd need a decision by December 4.", "2026-12-04"),
    ("We need it by December 4, 2026 at the latest.", "2026-12-04"),
    ("The teachers need this by 12/4/2026.", "2026-12-04"),
    ("For the December 14 board meeting, please.", "2026-12-14"),
    ("Can we get on the agenda for the board meeting on December 14, 2026?", "2026-12-14"),
    ("The school asks for final sign-off by December 11, 2026.", "2026-12-11"),
    ("We would appreciate the board's approval on or before December 11, 2026.", "2026-12-11"),
    ("Approval of the SOPPA agreement by December 11, 2026 would be perfect.", "2026-12-11"),
    ("Please approve the attached order form by December 11.", "2026-12-11"),
    ("Hoping to have final authorization by Dec 11.", "2026-12-11"),
    # other ways of asking
    ("We'd like to have this approved before December 15th.", "2026-12-15"),
    ("Please sign off on it before Dec 15.", "2026-12-15"),
    ("The latest date for approval would be December 15, 2026.", "2026-12-15"),
    ("Our target for your approval is 12/15.", "2026-12-15"),
    ("December 15, 2026 is our deadline for final approval.", "2026-12-15"),
    ("Could you approve everything by December 15?", "2026-12-15"),
    ("Approval date needed: 12/15/2026", "2026-12-15"),
    ("Requested approval date - 12/15/26", "2026-12-15"),
    ("Expected sign off: 12/15/26", "2026-12-15"),
    ("Date of final approval and sign-off needed: December 15, 2026", "2026-12-15"),
    ("Projected date of final District approval: December 15, 2026", "2026-12-15"),
    ("Final District approval is needed on or before 12/15/2026.", "2026-12-15"),
    ("We hope the District can finish its review and approval by December 15, 2026.", "2026-12-15"),
    ("We need to be approved by December 15 in order to start on January 5.", "2026-12-15"),
    ("In order to start on January 5, we need to be approved by December 15.", "2026-12-15"),
    ("To begin January 5, approval must be in hand by December 15.", "2026-12-15"),
    ("Training starts January 5, so approval by December 15 is essential.", "2026-12-15"),
    ("The teachers want to start on January 5, 2027. Approval needed: December 15, 2026.", "2026-12-15"),
    ("Our pricing holds through December 31, but we need your sign-off by December 15.", "2026-12-15"),
    ("Quote Q-1 dated 10/30/2026 (valid 60 days). Approval by 12/15/2026.", "2026-12-15"),
    ("Approve by 12/15 EOD.", "2026-12-15"),
    ("Needs final approval by COB December 15, 2026", "2026-12-15"),
    ("Must be approved no later than 5 pm on December 15, 2026.", "2026-12-15"),
    ("* Timeline: final sign-off by December 15", "2026-12-15"),
    ("5. Projected deadline: 12/15/2026", "2026-12-15"),
    ("5) 12/15/2026 (final approval)", "2026-12-15"),
    ("Final approval & sign-off: Tuesday 12/15", "2026-12-15"),
    ("When is approval needed? December 15, 2026", "2026-12-15"),
    ("Is it possible to get this approved within the next 30 days?", "2026-12-03"),
    ("We would ask that approval be completed within 6 weeks.", "2026-12-15"),
    ("We need approval in 45 days.", "2026-12-18"),
    ("We'd need it signed off by end of January.", "2027-01-31"),
    ("Approval by the last day of January 2027", "2027-01-31"),
    ("Sign-off needed by Jan 31st 2027.", "2027-01-31"),
    ("Please have the district's approval to us by January 31.", "2027-01-31"),
    ("The District would have to sign by January 31, 2027.", "2027-01-31"),
    ("We look forward to your approval by the 31st of January.", "2027-01-31"),
    ("The school board has to approve it by January 31.", "2027-01-31"),
    ("The board meets on December 14; we would like approval by December 18.", "2026-12-18"),
    ("Approval at the December 14 board meeting would be ideal.", "2026-12-14"),
    ("We'd be grateful for a final decision by December 15.", "2026-12-15"),
    ("The principal needs it approved by December 15.", "2026-12-15"),
    ("We need the green light by December 15.", "2026-12-15"),
    ("We need to have final approval by December 15; the order form expires December 31.", "2026-12-15"),
    ("Our order form is valid until 12/31/2026. We would need approval and sign-off by 12/15/2026.", "2026-12-15"),
    ("Deadline for approval (if known): 12/15/2026", "2026-12-15"),
    ("Approval needed by\n12/15/2026", "2026-12-15"),
    ("deadline 12/15", "2026-12-15"),
    ("Deadline = Dec 15 2026", "2026-12-15"),
    ("Due date for approval: Dec 15", "2026-12-15"),
    ("approval deadline is the fifteenth of december", "2026-12-15"),
    ("Approval is requested for December 15, 2026.", "2026-12-15"),
    ("The subscription should be approved by December 15.", "2026-12-15"),
    ("The renewal needs to be approved by December 15.", "2026-12-15"),
    ("We need your approval of the renewal by December 15.", "2026-12-15"),
    ("Approval of the invoice by December 15 would help.", "2026-12-15"),
    ("Approved by December 15, this could start in January.", "2026-12-15"),
    ("We'd like to launch January 5 (approval by December 15).", "2026-12-15"),
    # beside dates that are something else
    ("The quote is valid until Dec 1; we need approval by Nov 20.", "2026-11-20"),
    ("We need approval by Nov 20 because the quote expires Dec 1.", "2026-11-20"),
    ("We need approval by Nov 20, before the quote expires on Dec 1.", "2026-11-20"),
    ("Quote good through 1/31/2027. Approval needed by 12/18/2026. Start date 2/1/2027.", "2026-12-18"),
    ("Valid until\tDec 1\nApproval needed by\tNov 20", "2026-11-20"),
    ("Approval is needed by Jan 15 so we can start training on Feb 1.", "2027-01-15"),
    (
        "Please confirm that you can get to final sign-off by January 20, 2027, since the semester starts right after.",
        "2027-01-20",
    ),
    ("Subscription starts July 1, 2027; sign-off by May 14, 2027.", "2027-05-14"),
    ("Our agreement was approved on March 3, 2025. We need the new approval by December 4, 2026.", "2026-12-04"),
    ("Invoice goes out 1/5/2027, net 30. Final approval by 12/11/2026.", "2026-12-11"),
    ("We spoke on October 29. Final approval by 12/11/2026 works for us.", "2026-12-11"),
    ("Grades 6-8, school year 2026-27, approval by 12/11/2026", "2026-12-11"),
    ("Call me at 555-0142, 24/7. Approval by 12/11/2026. Price $12/15 seats.", "2026-12-11"),
    ("approval for grades 6/7 by 12/4/2026", "2026-12-04"),
    ("Approval by December 4. Again: we need sign-off by 12/4/2026.", "2026-12-04"),
    ("Ideally approval by November 20, but no later than December 4.", "2026-12-04"),
    ("Approval as soon as possible, but no later than December 4, 2026.", "2026-12-04"),
    ("We asked for approval by October 1, 2026; now we need it by December 4, 2026.", "2026-12-04"),
    ("Approval is needed not by December 4 but by December 11, 2026.", "2026-12-11"),
    ("The approval date moved from December 4 to December 11, 2026.", "2026-12-11"),
    ("Instead of December 4, we now need approval by December 11, 2026.", "2026-12-11"),
    ("On Mon, Nov 2, 2026 at 9:41 AM Procurement <p@d.example> wrote:\n> approval date?\n", None),
    (
        "Approval by 12/11/2026\n\nOn Mon, Nov 2, 2026 at 9:41 AM Procurement wrote:\n> approval by 12/4/2026",
        "2026-12-11",
    ),
    ("Final approval by December 4\n\nThanks,\nJo Park\nAcme, approved vendor since January 5, 2027", "2026-12-04"),
]

MISSING = [
    "You asked when the training is over. It is January 15, 2027.",
    "January 15 is the last day on which we can take the final order.",
    "Last time our contract was approved and signed within 45 days.",
    "The addendum has been approved, signed and returned in three weeks.",
    "The course starts January 15, 2027. That is when teachers need their accounts approved.",
    "The course starts January 15, 2027. That is when we need the quote approved.",
    "I saw that the Board of Education meets on December 14. I don't know whether this has to go there.",
    "Timing of the training: as soon as possible",
    "Timing of the launch is flexible.",
    "Please let me know asap if anything is missing",
    "The quote is valid until December 21st, 2026.",
    "The last day of school is June 3, 2027.",
    "The offer is open for approval until January 18, 2027.",
    "",
    "The board approved our other product on October 5, 2026.",
    "Approved vendor list of 9/1/2026 attached.",
    "The board meets every second Monday.",
    "The signed form of 10/15/2026 is attached.",
    "The demo on December 15 went well.",
    "Our privacy policy was last updated on January 5, 2026.",
    "Approval has been given on 10/15/2026.",
    "It goes live 1/5/2027 after approval.",
    "After approval, training will be on January 5, 2027.",
    "Once approved, we start on January 5, 2027.",
    "If approved, service begins January 5, 2027.",
    "Upon your approval the invoice will be sent on January 5, 2027.",
    "Term: 1/1/2027 - 12/31/2027, approval pending",
    "The quote expires 12/15/2026.",
    "Please send the purchase order by December 15.",
    "Please return the signed order form by December 15.",
    "Our certificate of insurance is valid through 12/15/2026 and approved.",
    "Audit report approved 10/15/2026",
    "The contract runs from January 5, 2027.",
    "Students start January 5, 2027.",
    "We have been approved since 2021.",
    "The approval process takes 4 weeks.",
    "Approval usually takes about 4 weeks.",
    "The approval of May 5, 2025 covers it.",
    "Sign-off sheet rev. 3/4/2026",
    "The sooner the better!",
    "RFI form version 8/2026; approved form.",
    "PO 12/15 approved",
    "We open at 9 and close 12/24.",
    "Please find our papers attached.",
    "A few dates: the quote is good through January 31, 2027, the subscription would begin on July 1, 2027.",
    "Quote valid until 12/31/2026",
    "Valid until: December 31, 2026",
    "Expiration Date\t12/31/2026\tPrepared By\tDana",
    "Start Date\t1/25/2027\tEnd Date\t1/24/2028",
    "Start date: 1/25/2027",
    "Our invoice goes out August 1, 2027.",
    "Payment is due December 1, 2026.",
    "Training is on January 5, 2027.",
    "We go live on January 5, 2027.",
    "Launch planned for January 5, 2027",
    "Renewal date: July 1, 2027",
    "Effective 7/1/2027",
    "We have a SOPPA agreement with you (signed 8/12/2025).",
    "Signed on October 5, 2026.",
    "The form was signed and dated October 30, 2026.",
    "Our agreement was approved on March 3, 2025.",
    "It was approved by the Board on March 3, 2027.",
    "Let's meet on November 12, 2026.",
    "Can we schedule a call for 11/12/2026?",
    "The webinar is on 11/12/2026.",
    "I am out of the office until November 12.",
    "The school year 2026-27 and grades 6-8, call 217-555-0119",
    "We need 24/7 support for 3/5 of the seats; approval follows.",
    "Version 1.2.2026 of our approval software",
    "Order date: 11/2/2026\nDate: 11/2/2026",
    "Created Date 11/2/2026",
    "The pilot ends on December 18, 2026.",
    "State testing begins March 1, 2027.",
    "Questions? Let us know by November 20.",
    "Early-bird pricing ends December 1.",
    "The registration deadline is December 1, 2026.",
    "Terms: 30 days",
    "The term is 12 months. Net 45 days.",
    "Please respond ASAP.",
    "We hope to see you soon!",
    "This spring we launched a new product.",
    "You may 3 times a year change the roster; approval is yours.",
    "We were founded on May 5, 1999.",
]

UNCLEAR = [
    ("We would like the final approval by January 15 (?)", "not settled yet"),
    ("We ask for approval by December 4, 2026. So again, the approval date is December 14, 2026.", "different"),
    ("We'd like approval as soon as possible, the teachers are waiting", "no date"),
    ("Approval ASAP please", "no date"),
    ("Deadline: ASAP", "no date"),
    ("Timing: as soon as possible please!! The teachers are ready to go.", "no date"),
    ("Timing - ASAP", "no date"),
    ("How soon: ASAP please", "no date"),
    ("We need this asap.", "no date"),
    ("Final approval at your earliest convenience", "no date"),
    ("Deadline for approval: TBD", "no date"),
    ("Approval deadline: flexible", "no date"),
    ("We need sign-off this fall.", "season"),
    ("It should be approved this coming spring.", "season"),
    ("We hope for your signature some time this winter.", "season"),
    ("We need approval at your next board meeting.", "meeting"),
    ("We need District approval at one of the first Board meetings of the new year.", "meeting"),
    ("We need approval before winter break.", ""),
    ("Approval needed by spring", "season"),
    ("Approval is needed before the start of the second semester", "occasion"),
    ("Approval is needed before school starts", "occasion"),
    ("Approval by mid-January", "month"),
    ("Approval by early January 2027", "month"),
    ("Approval by January 2027", "month"),
    ("We need final approval in January.", "month"),
    ("Approval by the week of January 11", "span"),
    ("Approval by Q1 2027", "span"),
    ("Approval within 4-6 weeks", "span"),
    ("Approval in about six weeks", "about"),
    ("Approval within 10 business days", "which days"),
    ("Approval within 30 days of the board meeting", "something else"),
    ("Approval four weeks before our launch", "something else"),
    ("Approval by next Friday", "two weeks"),
    ("Approval between January 11 and January 15", "span of time"),
    ("Approval by January 11-15, 2027", "span"),
    ("Approval by 1/11 or 1/15", "span"),
    ("Final approval was expected by October 1, 2026", "past"),
    ("Final approval needed by 10/1/2026", "past"),
    ("Deadline: October 1, 2026", "past"),
    ("Final approval by December 4, 2026. Deadline for sign-off: December 11, 2026.", "two different"),
    ("Deadline: 12/4/2026\nWe need approval by 12/11/2026", "two different"),
    ("Approval by June 31, 2027", "no such day"),
    ("Approval by 13/13/2027", "no such day"),
    ("Approval by Wednesday, January 15, 2027", "no Wednesday"),
    ("Approval by January 15, 2037", "years away"),
    ("Approval would be needed fairly soon", ""),
    ("We need approval by the beginning of the spring semester.", ""),
    ("Approval sometime in December", ""),
    ("We need final sign-off before Thanksgiving.", ""),
    ("Approval by the end of the school year", ""),
    ("We need it approved sometime before the January 5 start date.", ""),
    ("Approval by December 15 or 16", ""),
    ("Approval no later than early December", ""),
    ("Approval should come early in the new year.", ""),
    ("We hope for approval in the new year.", ""),
    ("Approval before 2027", ""),
    ("Please approve by 12/15/2025", ""),
    ("Approval by 2/30", ""),
    ("Deadline: open", ""),
    ("Approval in 2-3 weeks", ""),
    ("Approval in the coming weeks", ""),
]


HOLIDAYS = [
    ("Could everything be signed off on your side by Halloween?", "10-31"),
    ("We need the approval by the day before Thanksgiving.", "11-25"),
    ("Approval is needed no later than the Friday before Christmas Day", "12-18"),
    ("Please approve it by New Year’s Eve", "12-31"),
    ("We need approval by Veterans Day.", "11-11"),
    ("We need approval by Labor Day 2027.", "09-06"),
    ("Please let us know by November 30, 2026 that the District has finally approved it.", "11-30"),
    ("We need approval by the Halloween party", ""),
    ("We need approval by Thanksgiving", ""),  # the days around it are meant as often
    ("We start on Halloween.", ""),
    ("Have a happy Labor Day!", ""),
]


@pytest.mark.parametrize(("text", "day"), HOLIDAYS)
def test_a_holiday_of_one_day_is_a_day(text: str, day: str) -> None:
    found = deadline.find(text, date(2026, 9, 14), source="body")
    told = f"{found.value:%m-%d}" if found.status is Status.RECEIVED and found.value else ""
    assert told == day


@pytest.mark.parametrize(("text", "day"), RECEIVED)
def test_received(text: str, day: str | None) -> None:
    found = find(text)
    if day is None:
        assert found.status == Status.MISSING
        return
    assert (found.status, str(found.value)) == (Status.RECEIVED, day), found
    assert found.evidence and all(e.quote and e.rule and e.source == "body" for e in found.evidence)


@pytest.mark.parametrize("text", MISSING)
def test_dates_of_something_else_do_not_count(text: str) -> None:
    assert find(text).status == Status.MISSING, find(text)


@pytest.mark.parametrize(("text", "why"), UNCLEAR)
def test_unclear_with_a_reason(text: str, why: str) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.UNCLEAR, None), found
    assert why in found.detail and found.words and found.evidence


@pytest.mark.parametrize(
    "text",
    [
        "The license runs through no later than January 15, 2027.",
        "The license term runs through no later than January 15, 2027.",
        "The subscription will renew no later than January 15, 2027.",
        "We will deliver the licenses no later than January 15, 2027.",
        "Invoice due no later than January 15, 2027.",
        "Order form must be countersigned by January 15, 2027.",
        "The quote has to be signed and returned by January 15, 2027.",
    ],
)
def test_no_later_than_belongs_to_what_is_done_before_it(text: str) -> None:
    assert find(text).status == Status.MISSING


@pytest.mark.parametrize(
    "text",
    [
        "Please process the order no later than January 15, 2027.",
        "Subscription starts in April, final approval no later than January 15, 2027.",
        "The agreement no later than January 15, 2027, please.",
        "We need to start no later than January 15, 2027.",
    ],
)
def test_no_later_than_of_the_approval(text: str) -> None:
    assert find(text).value == date(2027, 1, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("December 4 works", "2026-12-04"),
        ("The date is 12/4/2026.", "2026-12-04"),
        ("12/4", "2026-12-04"),
        ("Hi, sorry about that: January 15, 2027. Thanks!", "2027-01-15"),
        ("Within 45 days", "2026-12-18"),
        ("Sorry, it should have said Dec. 4, 2026", "2026-12-04"),
    ],
)
def test_a_lone_day_in_an_answer_counts(text: str, day: str) -> None:
    assert str(find(text, answering=True).value) == day
    assert find(text).status == Status.MISSING


@pytest.mark.parametrize(
    "text",
    [
        "The quote is valid until December 4",
        "Start date is 12/4/2026",
        "December 4 or December 11",
        "ASAP",
        "",
        "January 15 is too soon for us",
        "December 4 would be too late.",
        "January 15 is no good",
        "What do you mean by deadline? Our fiscal year ends January 15, 2027.",
    ],
)
def test_an_answer_that_is_none(text: str) -> None:
    assert find(text, answering=True).status != Status.RECEIVED


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("11/13/2026", Status.RECEIVED, "2026-11-13"),
        ("Nov 13", Status.RECEIVED, "2026-11-13"),
        ("by Nov 13, please", Status.RECEIVED, "2026-11-13"),
        ("Approval by Nov 13; the quote is valid until Dec 1", Status.RECEIVED, "2026-11-13"),
        ("2026-11-13", Status.RECEIVED, "2026-11-13"),
        ("11132026", Status.RECEIVED, "2026-11-13"),
        ("1 1 1 3 2 0 2 6", Status.RECEIVED, "2026-11-13"),
        ("11 13 2026", Status.RECEIVED, "2026-11-13"),
        ("20261113", Status.RECEIVED, "2026-11-13"),
        ("0 2 3 0 2 0 2 7", Status.UNCLEAR, None),
        ("1 1 1 3 2 0 2", Status.UNCLEAR, None),
        ("1 1 3 2 0 2 6", Status.UNCLEAR, None),
        ("13132026", Status.UNCLEAR, None),
        ("PO 11132026", Status.UNCLEAR, None),
        ("Within 30 days", Status.RECEIVED, "2026-12-03"),
        ("11/13/2026 or 11/20/2026", Status.UNCLEAR, None),
        ("ASAP", Status.UNCLEAR, None),
        ("Spring 2027", Status.UNCLEAR, None),
        ("TBD", Status.UNCLEAR, None),
        ("to be discussed with the principal", Status.UNCLEAR, None),
        ("10/1/2026", Status.UNCLEAR, None),
        ("See order form", Status.MISSING, None),
        ("N/A", Status.MISSING, None),
        ("", Status.MISSING, None),
    ],
)
def test_a_form_answer(text: str, status: Status, day: str | None) -> None:
    found = find(text, labelled=True, source="rfi.docx", page=2)
    assert (found.status, str(found.value) if found.value else None) == (status, day), found


def test_a_paper_counts_only_with_words_of_approval() -> None:
    paper = (
        "Order Form\nQuote Number\tQ-1\tPrepared By\tDana\nCreated Date\t11/2/2026\tPhone\t(614) 555-0142\n"
        "Expiration Date\t12/31/2026\nStart Date\t1/25/2027\tEnd Date\t1/24/2028\n"
        "Please sign and return no later than December 20, 2026 to keep this price.\n"
    )
    assert find(paper, source="Q-1.pdf").status == Status.MISSING
    named = find(paper + "District approval and sign-off needed by: 12/11/2026\n", source="Q-1.pdf", page=1)
    assert str(named.value) == "2026-12-11"
    assert named.evidence[0].source == "Q-1.pdf" and named.evidence[0].page == 1


def test_a_table_row_is_read_under_its_header() -> None:
    table = "Quote date\tValid until\tFinal approval by\n11/2/2026\t12/31/2026\t12/11/2026\n"
    assert str(find(table).value) == "2026-12-11"


def test_a_table_of_steps_is_read_by_its_rows() -> None:
    rows = "Step\tWho\tWhen\nOrder form sent\tVendor\t11/3/2026\nApproval\tDistrict\tby 1/15/2027\nStart\tAll\t2/1/2027"
    assert find(rows).value == date(2027, 1, 15)


def test_wrapped_lines_read_as_one_and_are_quoted_as_they_stand() -> None:
    text = "We’d appreciate the District's final approval and sign-off on \n  or before January 30, 2027 – thanks"
    found = find(text)
    assert str(found.value) == "2027-01-30"
    assert (
        found.evidence[0].quote
        == "We’d appreciate the District's final approval and sign-off on or before January 30, 2027 – thanks"
    )


def test_the_29th_of_february_waits_for_a_leap_year() -> None:
    assert str(find("Approval by February 29").value) == "2028-02-29"


def test_an_impossible_sent_year_gives_a_value() -> None:
    assert deadline.find("Approval in 6 weeks", date(9999, 12, 31), source="body").status == Status.MISSING


_SCRAPS = (
    "approval by deadline sign-off 12/4 1/15/2027 Jan 15, 2027 May 5 within 30 days ASAP next Friday end "
    "of month valid "
    "until \n \t : ; , . -> 2/30/2027 99/99 grades 6-8 $12/15 0/0 999 months the 31st Thanksgiving"
)
WORDS = st.sampled_from(_SCRAPS.split(" "))


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS | st.text(max_size=12), max_size=40), st.booleans(), st.booleans())
def test_any_text_gives_a_finding(parts: list[str], labelled: bool, answering: bool) -> None:
    found = deadline.find(" ".join(parts), SENT, source="body", labelled=labelled, answering=answering)
    assert (found.value is not None) == (found.status == Status.RECEIVED)
    if found.value:
        assert SENT <= found.value <= date(2029, 12, 31)
    assert all(len(e.quote) <= 200 for e in found.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "approval by 12/4/2026 " * 50_000,
        "a" * 1_000_000,
        "within " * 150_000,
        "1/" * 500_000,
        "approval " * 110_000,
        ". " * 500_000,
        "Thanks\n" * 140_000,
        "\t".join(["Valid until", "12/4"] * 80_000),
        "On Mon " * 140_000,
        "(" * 1_000_000,
        "the first of the first of " * 40_000,
        "before the start of the " * 40_000,
    ],
    ids=range(12),
)
def test_a_megabyte_takes_bounded_time(text: str) -> None:
    begun = time.process_time()
    find(text[:LONG])
    assert time.process_time() - begun < 4


def test_spans_do_not_overlap() -> None:
    text = "by Friday, January 15, 2027, the week of January 11, within 30 days, end of June 2027 and 6/30/2027"
    spans = date_spans(text, SENT)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert [str(s.value) for s in spans if s.value] == ["2027-01-15", "2026-12-03", "2027-06-30", "2027-06-30"]


@pytest.mark.parametrize("answer", ["See our e-mail of November 12, 2026", "see cover letter dated 11/12/2026"])
def test_an_answer_that_points_to_a_letter_names_no_day(answer: str) -> None:
    assert find(answer, source="rfi.pdf", labelled=True).status is Status.MISSING
    assert find("December 4, 2026, see our e-mail", source="rfi.pdf", labelled=True).value == date(2026, 12, 4)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Could you have it approved in 6 weeks?", date(2026, 11, 16)),
        ("Please have the Board approve it before 12.15.26", date(2026, 12, 15)),
        ("Approval usually comes in 6 weeks.", None),
        ("The last district had it approved in 6 weeks.", None),
        ("Approve version 12.1.26 please", None),
        ("Please approve by December 3 (or December 10 if the Board meets later).", None),
        ("Approval by December 3; the quote is valid until December 10 or December 20.", date(2026, 12, 3)),
    ],
)
def test_lengths_dots_and_alternatives(words: str, day: date | None) -> None:
    assert deadline.find(words, date(2026, 10, 5), source="body").value == day
