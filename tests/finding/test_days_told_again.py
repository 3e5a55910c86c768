"""Days for approval that the next words tell again, that stand behind an aside, or that somebody corrected."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.model import Status

SENT = date(2026, 10, 15)  # a Thursday

RECEIVED = [
    # which week was meant
    ("Can you get us final approval by the Friday after next? To be very clear that's Oct. 30.", "2026-10-30"),
    ("Final approval by the Friday after next (October 30), please.", "2026-10-30"),
    ("Final approval by the Friday after next, i.e. October 30, please.", "2026-10-30"),
    ("We need the sign-off by next Friday. That would be October 23, 2026.", "2026-10-23"),
    ("Final approval by next Friday, please. In other words, by October 23.", "2026-10-23"),
    ("Approval before Thanksgiving break. That's November 25.", "2026-11-25"),
    ("We need the District's approval by Wednesday, please.", "2026-10-21"),
    # for good
    ("Yes, there's a date: we're asking that the district has approved it for good by 11/20.", "2026-11-20"),
    ("We'd like the District to have approved it for good by November 20.", "2026-11-20"),
    ("We ask that the Board has approved this in writing by November 20.", "2026-11-20"),
    ("We hope that the District has approved us once and for all by November 20.", "2026-11-20"),
    # asides
    ("We ask for the District's written approval, final version, by MLK Day (January 18, 2027).", "2027-01-18"),
    ("Written approval (final version) by November 20, please.", "2026-11-20"),
    ("Please send the approval in its final version by November 20.", "2026-11-20"),
    # labels with "="
    ("final approval from district = by nov 16\nprice = good til dec 31\nthanks", "2026-11-16"),
    ("attached = our quote for two rooms\nstart of license = january 4\napproval = december 1", "2026-12-01"),
    # led to by another day
    ("Approval is needed in time for our January 5 start, so by December 18.", "2026-12-18"),
    ("Final approval has to come before training starts January 5, i.e. by December 18.", "2026-12-18"),
    ("Approval is needed before the January 5 start, so by Friday, December 18, please.", "2026-12-18"),
    ("We need final approval by mid-December. To be exact, December 15.", "2026-12-15"),
    # time for it
    ("Just so you know, our window to get final approval closes December 4.", "2026-12-04"),
    ("The approval window ends on December 4.", "2026-12-04"),
    ("The District has time for its final approval until January 11.", "2027-01-11"),
    ("You have plenty of time to decide on the approval, until January 11.", "2027-01-11"),
    ("For the final approval, the District may take until December 4, 2026.", "2026-12-04"),
    ("The District has until December 4 for its final approval.", "2026-12-04"),
    # corrected by somebody
    (
        "I wrote in the first line “approval till 10 December”. My colleague corrected me: January 11 is enough. So "
        "the District has time for its final approval till January 11.",
        "2027-01-11",
    ),
    ("Final approval is needed by December 4. My boss just corrected me: it's December 11.", "2026-12-11"),
    ("Final approval by December 4 - I stand corrected, December 11.", "2026-12-11"),
    # the sentence before says what the day is for
    ("What we still need is final district approval. Could that happen by the end of this month?", "2026-10-31"),
    ("We still need your sign-off. Would that be doable by December 4?", "2026-12-04"),
    ("Final approval is all that's missing. Could you manage that by December 4?", "2026-12-04"),
    ("We only lack the final approval. Might it come by December 4?", "2026-12-04"),
    ("You asked me for a date for the sign off. January 8th is what the principal gave me.", "2027-01-08"),
    ("You asked by when we need the sign-off. The principal says January 8.", "2027-01-08"),
    ("You asked for a date for the approval. December 18 is what I was told.", "2026-12-18"),
    ("You asked me for a deadline. January 8 is what the principal gave me.", "2027-01-08"),
    # the day of a target
    ("You mentioned a target for final approval of December 16, 2026, so I've noted that.", "2026-12-16"),
    ("The goal for approval of December 16 still stands.", "2026-12-16"),
    ("We have noted your date for board approval of December 16.", "2026-12-16"),
    # by when it has to be there
    ("The approval can be given any day from January 11 on, but it must be there by January 21, 2027.", "2027-01-21"),
    ("The sign-off can be any day in January, but it has to be in our hands by January 21.", "2027-01-21"),
    ("The approval isn't urgent, as long as we've got it by Monday, March 1, 2027.", "2027-03-01"),
    ("There is no rush for the approval, so long as it's here by January 21.", "2027-01-21"),
    # said as in another language
    ("The approval of your district we need to the 15.12.2026, please.", "2026-12-15"),
    ("The final sign-off we need till 12/15/2026.", "2026-12-15"),
    ("We want to learn your final approval until the date of December 10, 2026.", "2026-12-10"),
    # a wish, and the day that counts
    (
        "We'd love approval by January 22; we must have it by February 5. By mail or fax, whichever you prefer.",
        "2027-02-05",
    ),
    (
        "Ideally approval by January 22, but February 5 is the last day for the sign-off. Your call about it is noted.",
        "2027-02-05",
    ),
]
UNCLEAR = [
    # the choice is left to the District
    "It'd be great to have approval by January 22; our template says February 5 is the last day for sign-off. "
    "Whichever you prefer, I guess!",
    "We'd love approval by January 22; we must have it by February 5. Either date works for us.",
    "Ideally you approve by January 22, but February 5 would be the very last day for the sign-off. Your call!",
    "Ideally approval by January 22, but February 5 is the last day for approval, so take whichever date suits you.",
    "Final approval by the Friday after next.",
    "Final approval by next Friday, please.",
    "Final approval by next Friday. That's October 22.",  # a Thursday
    "Final approval by next Friday. Training is October 23.",
    "Final approval by mid-December. That's January 5.",
    "Final approval by next Friday, please. On October 23 we begin.",
    "Final approval before Thanksgiving break. On November 25 we begin.",
    "Final approval by December 4. My colleague corrected the quote: approval by December 11.",
]
MISSING = [
    "We send the kits on January 11, they can be opened any day, but it must be there by January 21.",
    "The invoice isn't urgent, as long as we've got it by Monday, March 1, 2027.",
    "Approval is on its way. The order form isn't urgent, as long as we have it by March 1.",
    "We need your approval; by the date of invoice December 10, 2026 prices go up.",
    "The training is the Friday after next. That's October 30.",
    "The District has approved it for good on November 20 of last year.",
    "The approval came before our start, so by December 18 all rooms will be trained.",
    "The window for early orders closes December 4.",
    "The price is good by November 20.",
    "You have time to train your staff until January 11.",
    "The District has until December 4 for its order.",
    "approval of the quote is on its way\nprice = good til dec 31",
    "Version 3 of the agreement is of November 20.",
    "We need final approval. We also need a demo. Could that happen by December 4?",
    "We have final approval. Could the training happen by December 4?",
    "We do not need an approval. Could that happen by December 4?",
    "We do not need your approval. Could that happen by December 4?",
    "What we still need is the roster. Could that happen by December 4?",
    "You asked me for a date for the training. January 8 is what the principal gave me.",
    "You asked me for a date for the sign off. I do not have one. January 8 is our holiday party.",
    "You asked me for a date for the sign off. Our training is January 8.",
    "Board approval of November 16, 2026 is on file.",
    "Your agreement had a final approval of November 20.",
]


@pytest.mark.parametrize(("text", "day"), RECEIVED)
def test_the_day_that_is_told(text: str, day: str) -> None:
    found = deadline.find(text, SENT, source="body")
    assert (found.status, found.value) == (Status.RECEIVED, date.fromisoformat(day))


@pytest.mark.parametrize("text", UNCLEAR)
def test_two_days_or_none(text: str) -> None:
    assert deadline.find(text, SENT, source="body").status is Status.UNCLEAR


@pytest.mark.parametrize("text", MISSING)
def test_days_of_something_else(text: str) -> None:
    assert deadline.find(text, SENT, source="body").status is Status.MISSING
