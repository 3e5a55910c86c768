"""A staff member's mail about a held answer: may it count, and what does it say? Pure.

A mail is staff mail when a release code of the digest stands in its subject and it says that it comes from the
district's own domains. It never becomes a submission and is never answered. It counts only when its one sender is
listed and a mail server that the district trusts vouches for them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import getaddresses

from soppa_mailbot import release_token
from soppa_mailbot.mail import manners
from soppa_mailbot.model import Message
from soppa_mailbot.release_token import Token

SEND, DISCARD, NOTE = "send", "discard", "note"
NOTHING_TRUSTED = (
    "release by mail is off: no mail server is trusted to say who wrote (replies.trusted_authserv); "
    "use `soppa-mailbot release` instead"
)
NOTE_LIMIT = 2000  # characters that are kept

_EDGES = " \t.!*_\"'“”‘’<>"
_SHORT = 6  # words of a line that a signature may have
# a second thought below the command: then nobody can be sure
_BUT = re.compile(
    r"\b(?:not|don'?t|don’t|wait|stop|but|unless|if|after|before|until|change|instead|except|only|later)\b|\?",
    re.IGNORECASE,
)


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
    refused = _refused(message, staff, len(tokens))
    what, words = _said(message.own_words)
    return Wish(tokens[0] if len(tokens) == 1 else None, what, words, refused)


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


def _said(own_words: str) -> tuple[str, str]:
    """The command, or the words to keep. A command is the first line alone; below it only a signature may stand."""
    lines = [line.strip() for line in own_words.splitlines() if line.strip()]
    first = lines[0].strip(_EDGES).casefold() if lines else ""
    rest = lines[1:]
    plain = not any(_BUT.search(line) or len(line.split()) > _SHORT for line in rest)
    if first in (SEND, DISCARD) and plain:
        return first, ""
    return NOTE, "\n".join(lines)[:NOTE_LIMIT]
