"""Who takes a submission back, and who only takes back a date, a school, a mail or a slip of the pen."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.mails.withdrawal import withdraws

TAKEN_BACK = """
We won't be moving forward with this purchase.
The deal fell through, please close our file.
Please ignore our submission. The school bought something else.
Kindly drop our request.
Please disregard our submission, the school has chosen another product.
We would like to withdraw our request for approval.
Kindly cancel our order, it was submitted in error.
We are no longer pursuing this sale.
Our proposal is withdrawn. Sorry for the trouble.
We'd like to cancel our request for approval of Kelp Lab.
Please void our order form, the school is no longer interested.
Please remove our request from your list. We won't be pursuing this.
We are withdrawing Kelp Lab from consideration.
Please cancel this request; the school has decided to go another way.
We are pulling out of this purchase.
Lincoln no longer wants this product. Please stop the review.
Never mind, the order is off.
The principal told us they are not moving forward, so kindly close this out.
please disregard our order form, we withdraw it.
We have gone with another vendor's contract and will not pursue this any longer.
The school has decided not to buy it.
They went with a different product.
The purchase has been cancelled.
We have decided against it.
We do not need the approval any more: the school is not going ahead with the purchase.
Unfortunately the district will not be renewing, so you can close our file.
Please take us out of the process.
The sale is dead.
Our company has decided not to pursue this opportunity.
I'm afraid we are backing out of this one.
We will not be proceeding.
There is no further need for this approval, thank you.
The whole thing was called off by the principal.
Hi, due to budget cuts the teachers are no longer interested in our product.
The school decided to go in a different direction.
Please pull our application.
Please disregard my last email.
This was sent by mistake, sorry!
It looks like the project fell through.
We've had a change of mind and won't sell to schools any more.
We have stopped selling it in Illinois.
We have to cancel.
"""
NOT_TAKEN_BACK = """
Please do not withdraw our submission.
Please do not withdraw our submission; the RFI form follows.
We have not withdrawn. Please continue.
We do not want to cancel our order.
Please disregard the date I gave before; we need approval by December 1, 2026.
We no longer need it by November; December 18 is fine.
We withdraw Oak Ridge only.
We will not sell student data to schools or anybody.
We will not offer this discount any longer.
Please disregard my last message, I found the form. The RFI follows tomorrow.
Please cancel my subscription to your emails.
I no longer work with this account; please contact Bob Roe.
Oak Ridge has cancelled, so only Maple Hollow High School will use it.
Please remove Oak Ridge from the list.
I will pull our paperwork together this week.
We no longer need your help with the form, thank you.
I no longer need a copy.
We have decided not to include Oak Ridge.
Please ignore the typo on page 2.
Please disregard the first date.
Can we cancel our meeting on Friday?
We won't be able to send the form before Monday.
We are not going to make the October date.
We won't be in the office on Friday.
I'm not moving on this until legal answers.
We will not be able to proceed without the blank form, could you send it?
We are still interested, please keep our file open.
Please close the loop with our legal team.
We have dropped the price.
We pulled the numbers for you.
The order form is attached.
Our pricing is off by one.
The training has been cancelled.
Please don't close our file yet, the forms are on their way.
Please remove my colleague from this thread.
You can ignore the second attachment; the first one is right.
The school is not using it yet.
We do not sell student data.
We never sell student data.
We are not using the data for ads.
The school will no longer need it by November.
The office is closed on Friday.
Nobody withdrew anything.
Our counsel will not sign before the 15th.
We're not going to wait for the other school.
We did not go with another template, it's yours.
I stopped by the school yesterday.
The old form is no longer needed?
We chose another date: December 18.
I need to cancel our call on Thursday.
Lincoln is no longer interested, so please do not consider it. Oak Ridge will use it.
The school Lincoln is already not interested anymore. Who will use it is Oak Ridge.
Lincoln Middle no longer needs it, but Oak Ridge will use it.
"""


@pytest.mark.parametrize("words", TAKEN_BACK.strip().splitlines())
def test_a_submission_is_taken_back(words: str) -> None:
    assert withdraws(words)


@pytest.mark.parametrize("words", NOT_TAKEN_BACK.strip().splitlines())
def test_something_else_is_taken_back_or_nothing(words: str) -> None:
    assert not withdraws(words)


@pytest.mark.parametrize(
    "words",
    [
        "The school is no longer interested, so please do not consider it.",
        "Lincoln is no longer interested and will use another product.",
        "The school is no longer interested. It would have been used by Lincoln.",
        "We are no longer interested. Lincoln will use something else.",
    ],
)
def test_the_only_school_takes_it_all_back(words: str) -> None:
    assert withdraws(words)
