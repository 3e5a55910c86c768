"""Papers from senders who may not submit them, and honest mails that only sound like it."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.mails.afterthoughts import afterthoughts
from soppa_mailbot.finding.mails.strayed import strayed

NAMES = ("Maple Hollow CUSD 88",)
SELLER = "Jo Planet\nPlanet Labs"


@pytest.mark.parametrize(
    ("words", "signature", "subject"),
    [
        ("Hi, this vendor sent us this by mistake, I think it is for you.", SELLER, "FW: Planet Atlas"),
        ("These papers came to us in error.", SELLER, "Planet Atlas"),
        ("Here are the papers that Planet Labs sent us.", "Pat Moreno\nCedar Grove SD 12", "Planet Atlas"),
        ("Here are the papers.", "Pat Moreno\nBusiness manager, Cedar Grove CUSD 12", "Planet Atlas"),
        ("Can you check them before we send them to Maple Hollow?", SELLER, "Planet Atlas"),
        ("Tom - is this OK to go out? If yes I'll send it to the District tomorrow.", SELLER, "Planet Atlas"),
        ("Attached are our papers.", SELLER, "Draft: Planet Atlas submission"),
        ("I'm the principal of Lincoln Elementary. Please see what Planet gave us.", SELLER, "Planet Atlas"),
        ("I am a sixth grade teacher at Oak Ridge Middle School.", SELLER, "Planet Atlas"),
    ],
)
def test_who_may_not_submit(words: str, signature: str, subject: str) -> None:
    assert strayed(words, signature, subject, NAMES)


@pytest.mark.parametrize(
    ("words", "signature", "subject"),
    [
        ("Attached are our papers.", SELLER, "Planet Atlas"),
        ("Here are the papers of Planet Labs, whose reseller we are.", "Jo\nMidwest Resellers", "FW: Planet Atlas"),
        ("Please check them before you send them to the Board.", SELLER, "Planet Atlas"),
        ("Can you check them before we send the originals to you?", SELLER, "Planet Atlas"),
        ("Are we good to go?", SELLER, "Planet Atlas"),
        ("I'm a principal at Planet Consulting.", SELLER, "Planet Atlas"),
        ("I'm a former teacher at Lincoln Elementary.", SELLER, "Planet Atlas"),
        ("Attached.", "Jo Planet\nPlanet Labs, proud partner of Cedar Grove SD 12", "Planet Atlas"),
        ("Attached.", "Jo Planet\nSales manager, Maple Hollow CUSD 88", "Planet Atlas"),
        ("Attached.", SELLER, "Draft beer and our Planet Atlas"),
    ],
)
def test_who_may(words: str, signature: str, subject: str) -> None:
    assert not strayed(words, signature, subject, NAMES)


def test_what_is_said_below_the_closing_words() -> None:
    below = "Thank you!\nJo Planet\n\nP.S. Please hold this until\nwe confirm.\n\nNote: this e-mail is confidential."
    assert afterthoughts(below) == "P.S. Please hold this until\nwe confirm."
