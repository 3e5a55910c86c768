"""Days of approval in the many words of vendors: told apart from other days, taken back, counted, named by holidays."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.model import Status

SENT = date(2026, 10, 6)  # a Tuesday


def find(text: str) -> deadline.DeadlineFinding:
    return deadline.find(text, SENT, source="body")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # short
        ("Oak Ridge Elem.\nBy 10/30 pls\n\nSent from my phone", "2026-10-30"),
        ("Quote attached. Please by November 13.", "2026-11-13"),
        ("appr by 11/13, the league opens 1/11", "2026-11-13"),
        ("Ms. Lane would like it OKed by November 13 since third quarter starts after it.", "2026-11-13"),
        ("When the board must have okayed it: 11/13/2026.", "2026-11-13"),
        ("The Board should have OK'd it by November 13.", "2026-11-13"),
        ("Your council must have said yes by November 13.", "2026-11-13"),
        ("The teachers would like\nto know by November 13, 2026 that the District has approved it.", "2026-11-13"),
        ("We would need an answer from the District by November 13.", "2026-11-13"),
        ("We would like ours to be approved at the meeting on November 16 at the latest.", "2026-11-16"),
        ("Final approval is required before the end of Monday, November 23.", "2026-11-23"),
        ("If approved, we would hold the training on November 18. We ask that final approval be completed by "
         "Friday, November 6.",
         "2026-11-06"),
        ("DeKalb got its approval on June 30. From you we'd need the final approval by December 18, 2026.",
         "2026-12-18"),
        ("You asked for the date by which approval is needed. For us, that would be November 13.", "2026-11-13"),
        ("Requested approval: 13NOV2026", "2026-11-13"),
        ("Approval by ~~Oct 30~~ Nov 13.", "2026-11-13"),
        ("We had said October 30 for approval, but the teacher is out; November 13 is fine.", "2026-11-13"),
        ("Our year closes December 31, so it would be great to have this approved by then.", "2026-12-31"),
        ("Final sign-off must be in place by the time teachers come back on January 4.", "2027-01-04"),
        ("We kindly ask for the final approval until 13 November 2026.", "2026-11-13"),
        ("It has to be approved by the end of your fiscal year, June 30, 2027.", "2027-06-30"),
        ("Final sign-off by 10/30, please.\n\nP.S. I misread it: 11/13 is early enough, not 10/30.", "2026-11-13"),
        ("Anson needs it when the district completes its approval by November 20, 2026.", "2026-11-20"),
        ("Solicitamos la aprobación final a más tardar el 20 de noviembre de 2026.", "2026-11-20"),
        ("Die Genehmigung und Unterschrift des Distrikts brauchen wir bis zum 20. November 2026.", "2026-11-20"),
        ("Bis zum 20. November brauchen wir die Genehmigung.", "2026-11-20"),
        ("Das Angebot gilt bis 31. Januar 2027, die Freigabe brauchen wir bis 20.11.2026.", "2026-11-20"),
        ("Nous souhaitons l'approbation du District au plus tard le 20 novembre 2026.", "2026-11-20"),
        ("Il nous faut votre accord final d'ici le 1er décembre. La formation est le 4 janvier.", "2026-12-01"),
        ("We need final approval by November 20.\n\nThe kickoff call is on December 3, not November 20.", "2026-11-20"),
        ("Please approve by November 20.\n\nSorry, the demo call is on December 4, not November 20.", "2026-11-20"),
        ("Two weeks before the January 19 rollout we need final approval.", "2027-01-05"),
        # counted from somewhere
        ("Can the district sign off on this two weeks from Friday?", "2026-10-23"),
        ("We'd like sign-off two weeks ahead of the November 27 rollout.", "2026-11-13"),
        ("approval at least 10 days prior to our November 23 start", "2026-11-13"),
        ("Approval deadline: 13th of next month", "2026-11-13"),
        ("Sign-off: three weeks from today suits us", "2026-10-27"),
        ("The District's sign-off is needed by a week from this Friday.", "2026-10-16"),
        ("Could you return the executed addendum (that is, your final approval) by EOM?", "2026-10-31"),
        ("We hope for final approval by the end of the year 2026.", "2026-12-31"),
        ("We need a decision by the Friday before Thanksgiving break.", "2026-11-20"),
        ("We need a decision by the Friday before the Thanksgiving recess.", "2026-11-20"),
        # another day in the sentence
        ("The app goes online December 14, and I'd love your final approval a month before, so November 13.",
         "2026-11-13"),
        ("He wants to be live Jan 4, which means that you'd have to approve us by Dec 7.", "2026-12-07"),
        ("The licence year turns over on December 1, so please have the approval wrapped up by November 30.",
         "2026-11-30"),
        ("The state office needs our invoice by March 1. We'd need the district's approval by December 18.",
         "2026-12-18"),
        ("When: the testing window is February 8 to 19. The District would complete its approval by January 14, 2027.",
         "2027-01-14"),
        ("- Dec 15: date we need final District approval\n- Jan 11: go-live", "2026-12-15"),
        ("We would need the approval between November 30 and December 4, at the latest on the 4th.", "2026-12-04"),
        ("Our timeline:\nDec 14, 2026 - installer visit\nJan 6, 2027 - final district approval", "2027-01-06"),
        ("When: the school needs it running Nov 12, so final approval Nov 5", "2026-11-05"),
        ("Paperwork to you today, approval and sign-off by November 20, accounts the week after.", "2026-11-20"),
        ("Order form is void if not countersigned by 2/28/2027. Approval needed by end of January 2027.", "2027-01-31"),
        # leader dots, lines that a mail program broke
        ("Final approval ..... needed by close of business Nov 20, 2026\nPricing ............ per quote", "2026-11-20"),
        ("Quote date ....... 11/06/2026\nApproval needed .. 12/15/2026\nInstall .......... 01/02/2027", "2026-12-15"),
        ("The quote is attached. We'd love to have the green light from the district by the end of\n"
         "next month - pricing is locked until then anyway.", "2026-11-30"),
        ("Log-ins wait until your district has approved us, so might this be settled and signed\n"
         "by Friday 30th October? Attached: order, RFI.", "2026-10-30"),
        # other words of approval
        ("For your calendar: Monday, December 21 is the day by which we need final approval from you.", "2026-12-21"),
        ("We'd ask you to have the agreement approved, signed and returned by December 23, 2026.", "2026-12-23"),
        ("If the Superintendent's signature could be on the agreement by Monday, Dec. 7, 2026, all is well.",
         "2026-12-07"),
        ("I'd like your thumbs up on the agreement by October 15.", "2026-10-15"),
        ("Just need a yes from you guys by 11.30.2026.", "2026-11-30"),
        ("It waits for the district's approval, and I should name a date. We would like that to be November 5.",
         "2026-11-05"),
        ("We ask for approval and sign-off within 30 days of today's message.", "2026-11-05"),
        ("Four weeks from today is November 3 and we'd be fine with that as the approval deadline.", "2026-11-03"),
        ("Final approval required by: 18/12/2026", "2026-12-18"),
        ("He said I should tell you a date for the final OK. Would October 23 be possible?", "2026-10-23"),
        ("Date limite for your final agreement: 18/12/2026 (then our offices close).", "2026-12-18"),
        ("We wish to receive your final validation and signature by January 20, 2027.", "2027-01-20"),
        ("We have to see a fully approved agreement by Wednesday, November 4, as I wrote in our plan.", "2026-11-04"),
        # taken back
        ("It was to be approved by October 30, but I was asked to move that: the new date is November 13.",
         "2026-11-13"),
        ("They'd like it approved by Halloween but I'd rather give you a weekday, so let's say Nov. 6.", "2026-11-06"),
        ("I had asked for approval by Nov. 24, but forget that one, we've got more time now: by December 10 "
         "is what we need.",
         "2026-12-10"),
        # said in a sentence before or behind
        ("You asked for a real date instead of “soon”: it's December 10.", "2026-12-10"),
        ("We have to know by the week before Thanksgiving, so let's say Wednesday, November 18.", "2026-11-18"),
        ("Please put us on for the November 17 meeting; we need final approval that day.", "2026-11-17"),
        ("The form has a space for the day final approval is needed. We wrote 11/11/2026, and that's right.",
         "2026-11-11"),
        ("If you tell us by Nov 25 that the district has finally approved it, we can ship in December.", "2026-11-25"),
        ("The district has until January 22, 2027 to give its final yes. The pages print on April 9.", "2027-01-22"),
        ("By December 11, 2026 we would need to have the final approval of the school district.", "2026-12-11"),
        # as foreigners say it
        ("2. District approval must be completed until: 2026-11-30", "2026-11-30"),
        ("We expect the final approval of the school district until the 15th of December 2026.", "2026-12-15"),
    ],
)  # fmt: skip
def test_the_day_of_approval(text: str, day: str) -> None:
    found = find(text)
    assert (found.status, str(found.value)) == (Status.RECEIVED, day), found.detail


@pytest.mark.parametrize(
    "text",
    [
        "Our approval stays valid until December 1, 2026.",
        "Our 3rd of four orders needs your approval.",
        "Our launch is January 19, 2027. We would love to get the invoice approved by then.",
        "La aprobación final del presupuesto fue el 4 de diciembre de 2026.",
        "Bitte genehmigen Sie das Angebot, es gilt bis zum 4. Dezember 2026.",
        "Der Zugang läuft bis zum 30. Juni 2027, sobald Ihre Genehmigung da ist.",
        "Die Genehmigung vom 4. Dezember 2026 liegt bei.",
        "L'approbation a été donnée le 4 décembre 2026.",
        "Merci d'approuver notre soumission, valable jusqu'au 4 décembre 2026.",
        "Our office closes December 18, and last year's order was approved by then.",
        "The approval will not be given until December 1.",
        "We will wait for your decision until December 1.",
        "The quote runs until December 1.",
        "The extension takes us to the end of December.",
        "You gave the forms to us by mail. Nov 3 is our demo.",
    ],
)
def test_other_days_are_none(text: str) -> None:
    assert find(text).status == Status.MISSING


@pytest.mark.parametrize(
    "text",
    [
        "We need a decision by the Wednesday before Thanksgiving break.",  # of that week, or the one before
        "We need approval by Thanksgiving break.",
        "Sign-off needed by two weeks from next Friday.",
        "Final approval by December 4, 2026. Deadline for sign-off: December 11, 2026.",
        "We need approval by December 4 and training on the 8th; approval no later than December 11.",
        "We need approval between November 30 and December 4.",
        "Approval by December 4, or December 11 if the Board must act.",
        "2. Approval: Nov 20? Or Dec 4? You folks pick.",
        "nov 18 for the approval, if the board has to see it then dec 16",
        "We need approval 2-3 weeks before November 27.",
        "Approval about two weeks before November 27 please.",
        "The principal wants approval by November 20, your office told us December 11. "
        "I don't know which of them is right.",
        "We've been given two dates: approval by November 20, and December 11.",
    ],
)
def test_what_is_no_one_day(text: str) -> None:
    assert find(text).status == Status.UNCLEAR


def test_a_day_by_itself_in_an_answer_is_weighed_as_before() -> None:
    """There it may contradict a day that is known: `bearing` says that nothing is said of it."""
    found = deadline.find("By December 15 please", SENT, source="body", answering=True)
    assert (found.status, found.bearing) == (Status.RECEIVED, "bare")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("We'd need the approval in the course of January, by the 29th at the latest.", "2027-01-29"),
        ("We need final approval in December, by the 29th.", "2026-12-29"),
        ("We met in January; final approval is needed by the 29th.", "2026-12-29"),
    ],
)
def test_the_month_may_be_said_before_the_day(text: str, day: str) -> None:
    assert str(deadline.find(text, date(2026, 12, 15), source="body").value) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "The attached order form still shows December 11 as the approval date. That was set before your calendar "
            "changed. Please go by January 8, 2027 instead; December 11 is off the table.",
            "2027-01-08",
        ),
        ("The order form says December 11 for approval; please use January 8 instead.", "2027-01-08"),
        ("The quote says December 11 for approval. Training is on January 8 instead of January 5.", "2026-12-11"),
    ],
)
def test_a_mail_corrects_the_day_of_its_paper(text: str, day: str) -> None:
    assert str(deadline.find(text, date(2026, 11, 18), source="body").value) == day


@pytest.mark.parametrize("text", ["Die Freigabe bis 12.01.2027, bitte.", "Votre accord final avant le 12/01/2027."])
def test_day_or_month_first_abroad(text: str) -> None:
    assert find(text).status is Status.UNCLEAR


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # approval, misspelt or as in another language
        ("The last day for your approvation is the twelfth of March.", "2027-03-12"),
        ("We wish the approbal by March 12.", "2027-03-12"),
        ("Please give your aproval until March 12.", "2027-03-12"),
        # the last day answers its label
        ("Where: Pecan Academy.\nWhen: last day is 29-Jan-2027.", "2027-01-29"),
        ("Her last day is January 29.", ""),
        # a meeting that only says again which day is meant
        ("Approval must be given no later than that meeting, December 14, 2026.", "2026-12-14"),
        ("Send us the rosters before the meeting, December 14, 2026.", ""),
        ("Approval comes later; our meeting is on December 14.", ""),
        # a wish, and the day that has to be
        ("If you can swing the approval by November 20, lovely; the day by which we must have it is December 11.",
         "2026-12-11"),
        ("Approval by November 20 would be great; December 11 is the day by which we have to have it.", "2026-12-11"),
        ("If you manage approval by November 20, great. If not, we must have it by December 11.", "2026-12-11"),
        ("It would be nice to have approval by November 20, but the last day is December 11.", "2026-12-11"),
        ("If you can approve by November 20, lovely; the day by which we must have the rosters is December 11.",
         "2026-11-20"),
        ("If you can swing approval by November 20, lovely; our first lesson is December 11.", "2026-11-20"),
        # counted as in Britain
        ("If you could let us have the sign-off within a fortnight from today, we should be obliged.", "2026-10-20"),
        ("Approval by a fortnight before December 14.", "2026-11-30"),
        ("Approval within the next fortnight, please.", "2026-10-20"),
        ("We need approval by Monday fortnight.", "2026-10-26"),
        ("Sign-off a week today please.", "2026-10-13"),
        ("Approval usually takes a fortnight.", ""),
        # of this day
        ("A donor pays if the district's final approval is there by the end of today.", "2026-10-06"),
        ("Please approve by end of day today.", "2026-10-06"),
        ("Final approval by the end of tomorrow.", "2026-10-07"),
        ("I'll send the forms by the end of today.", ""),
        ("We spoke of your approval at the end of today's call.", ""),
        # other boards, and meetings that are over
        ("Our own board meets on December 9, so I may be slow to answer.", ""),
        ("We have a board meeting on December 9.", ""),
        ("Our request goes to your board meeting on December 9.", "2026-12-09"),
        ("I watched your October 1 board meeting online.", ""),
        ("It was lovely after your board meeting on September 28.", ""),
    ],
)  # fmt: skip
def test_the_day_that_is_meant(text: str, day: str) -> None:
    found = find(text)
    assert (found.status, str(found.value or "")) == (Status.RECEIVED if day else Status.MISSING, day), found.detail


@pytest.mark.parametrize(
    "text",
    [
        # each share of the purchase has its own day
        "Approval needed by Abbott and Dunbar on January 8, 2027; for the other three by February 19, 2027.",
        "Approval for Abbott is needed by January 8, 2027; for Dunbar by February 19, 2027.",
        "Sign-off for Abbott: January 8, 2027; the others can wait until February 19, 2027.",
        "Please take it to the board meeting on October 1.",
        "We need approval by Tuesday week.",  # written on a Tuesday
        "Honestly we needed your sign-off yesterday!",
        "So please, as soon as you possibly can.",
    ],
)
def test_days_that_nobody_can_rely_on(text: str) -> None:
    assert find(text).status is Status.UNCLEAR


@pytest.mark.parametrize(
    "text",
    [
        "Approval by November 20, 2026; training for the other three by February 19, 2027.",
        "Approval by November 20, 2026. The other forms come by February 19, 2027.",
    ],
)
def test_other_things_that_come_later_are_no_share(text: str) -> None:
    assert str(find(text).value) == "2026-11-20"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # somebody's own deadline is not the District's
        ("SpEd's own deadline for paperwork to their director is October 16. What we need is the final District "
         "approval, and for that the date is November 6.",
         "2026-11-06"),
        ("Student Services has its own internal deadline of October 16. Approval is needed by November 6.",
         "2026-11-06"),
        ("The principal's deadline for forms is October 16; ours for your final approval is November 6.",
         "2026-11-06"),
        ("Our own deadline for your final approval is November 6.", "2026-11-06"),
        ("The District's own deadline is November 6.", "2026-11-06"),
        ("SpEd's own deadline for final approval is November 6.", "2026-11-06"),
        ("The principal's deadline for forms and approval is November 6.", "2026-11-06"),
        ("The team's own internal deadline for your signature is November 6.", "2026-11-06"),
        ("The principal's deadline for papers and signature is November 6.", "2026-11-06"),
        # "by that day" points back, and the reason behind it has a day of its own
        ("The Board meets on November 16; we need its approval by that date as the kits have to be ordered on "
         "November 18.",
         "2026-11-16"),
        ("We need approval by then, i.e. by November 6.", "2026-11-06"),
        # a timeline's heading is no label of its first row
        ("Timeline we agreed on:\n   Oct 20   reference calls\n   Nov 6   final District approval\n   Jan 11   start",
         "2026-11-06"),
        ("Deadline:\nNov 6 please", "2026-11-06"),
        ("So please the date to sign is November 6, 2026.", "2026-11-06"),
        ("The approval by your district should arrive here at 6th of November.", "2026-11-06"),
        ("On 1 February the licence begins, and before that, on 6 November, the district must have given its final "
         "approval.",
         "2026-11-06"),
        ("Please to confirm final acceptation of district to 6 November 2026.", "2026-11-06"),
        ("We wait for the final acceptance of the district until 6 November 2026.", "2026-11-06"),
        ("It works out if the district says yes by November 6.", "2026-11-06"),
        ("We need from you the release (the final one, from the direction of the district) until 11/06/2026.",
         "2026-11-06"),
        ("We need the release of your district until November 6.", "2026-11-06"),
        ("Sign-off is required not later than the sixth (6th) day of November, 2026.", "2026-11-06"),
        ("Sign-off is required by the 6th (sixth) day of November 2026.", "2026-11-06"),
        ("Sign-off is required by the sixth (6th) day of November, two thousand twenty-seven (2027).", "2027-11-06"),
        # and what must not be taken for it
        ("Sign-off is required by the sixth (7th) day of November, 2026.", None),
        ("Sign-off is required by the 6th (seventh) day of November, 2026.", None),
        ("Sign-off is required by the sixth day of November, two thousand twenty-seven.", None),
        ("The date to sign up for the webinar is November 6.", None),
        ("After approval the kits should arrive on January 20.", None),
        ("Districts that say yes by December 15 get three months free.", None),
        ("The quote is for final acceptance testing on January 20, 2027.", None),
        ("The release of the app is planned until January 19, 2027.", None),
        ("The licence begins on 1 February, and by 22 January 2027 the rosters must be there.", None),
    ],
)  # fmt: skip
def test_days_of_those_who_say_it_otherwise(text: str, day: str | None) -> None:
    found = find(text)
    assert (found.value.isoformat() if found.value else None) == day
