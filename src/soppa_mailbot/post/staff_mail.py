"""A staff member's mail about a held answer: may it count, and what does it say? Pure.

A mail is staff mail when a release code of the digest stands in its subject and it says that it comes from the
district's own domains. It never becomes a submission and is never answered. It counts only when its one sender is
listed and a mail server that the district trusts vouches for them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import getaddresses

from soppa_mailbot.mail import manners
from soppa_mailbot.mail.signatures import Writer
from soppa_mailbot.model import Message
from soppa_mailbot.post import release_token, staff_words
from soppa_mailbot.post.release_token import Token
from soppa_mailbot.post.staff_words import NOTE

NOTHING_TRUSTED = (
    "release by mail is off: no mail server is trusted to say who wrote (replies.trusted_authserv); "
    "use `soppa-mailbot release` instead"
)
NOTHING_SAID = "the mail says nothing: write “send” or “discard” as its only word"
NOTE_LIMIT = 2000  # characters that are kept


@dataclass(frozen=True, slots=True)
class Staff:
    """Who counts, from the configuration. Everything is casefolded."""

    addresses: frozenset[str] = frozenset()  # digest.to and staff.addresses
    domains: frozenset[str] = frozenset()
    trusted_authserv: frozenset[str] = frozenset()

    @property
    def may_write(self) -> bool:
        """Whether anybody at all can release by mail."""
        return bool(self.trusted_authserv and self.permitted())

    def permitted(self) -> frozenset[str]:
        """The listed addresses of the district's own domains."""
        return frozenset(a for a in self.addresses if a.rpartition("@")[2] in self.domains)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a staff mail asks for. `refused` says why it does not count, whatever it asks for."""

    token: Token | None
    what: str = NOTE  # send | discard | note
    words: str = ""  # for a note
    refused: str = ""


def read(message: Message, staff: Staff) -> Wish | None:
    """The wish of a staff mail; None for every other mail, which then goes its usual way."""
    tokens = release_token.find(message.subject)
    if not tokens or message.sender.domain not in staff.domains:
        return None
    what, words = staff_words.read(
        _beside(message.subject), message.own_words, message.signature, Writer.of(message.sender)
    )
    refused = _refused(message, staff, len(tokens))
    if not refused and what == NOTE and not words:
        refused = NOTHING_SAID
    return Wish(tokens[0] if len(tokens) == 1 else None, what, words[:NOTE_LIMIT], refused)


def _refused(message: Message, staff: Staff, tokens: int) -> str:
    sender = message.sender.email.casefold()
    written = {email.casefold() for _, email in getaddresses(list(message.all_headers("From"))) if email}
    if automatic := manners.ignored_because(message, own_addresses=frozenset(), own_message_id_domain=""):
        return f"an automatic mail decides nothing ({automatic})"
    if written != {sender}:
        return "the mail names more than one sender"
    if sender not in staff.permitted():
        return f"{sender} is not listed in digest.to or staff.addresses"
    if not staff.trusted_authserv:
        return NOTHING_TRUSTED
    if not manners.is_authenticated(message, staff.trusted_authserv):
        return f"no trusted mail server vouches that {sender} wrote this mail"
    if tokens != 1:
        return "more than one release code stands in the subject: write one mail for each answer"
    return ""


def _beside(subject: str) -> str:
    """What stands in a subject beside the code and what mail programs put there: "Re:", "[EXTERNAL]"."""
    return re.sub(r"\[[^\]]*\]|\b\w{2,4}\s*:", " ", subject)
