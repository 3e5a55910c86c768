"""Which submission a message joins. Pure: whoever asks brings the submissions that come into question.

Three ways in, the surest first: the thread (In-Reply-To, References), the token in the subject, and the sender's
organisation with the product. Two submissions that fit alike are shown to a person, never raced.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.names import same_or_shorter, same_product
from soppa_mailbot.model import Disposition, Findings, Message, Verdict

OVER_STATES = ("closed", "withdrawn")  # by a person's word: new mail in it is for a person
WRITES_AGAIN = "New mail came into what was"  # begins the doubt of such a submission
ASKS = "The vendor asks: "  # begins the reason of what waits for an answer of a person
OPEN_STATES = ("waiting_vendor", "waiting_district", "review", "stale")

# mailbox providers: two people there have nothing in common
_PROVIDERS = """
    gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com aol.com
    icloud.com me.com mac.com proton.me protonmail.com pm.me gmx.com gmx.net gmx.de web.de mail.com zoho.com
    fastmail.com fastmail.fm hey.com tutanota.com tuta.io yandex.com yandex.ru mail.ru qq.com 163.com 126.com
    comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com
    frontier.com optonline.net windstream.net centurylink.net q.com roadrunner.com rr.com
"""
FREE_MAIL = frozenset(_PROVIDERS.split())
_BY_THE_WAY = ("bare", "passing")
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "edu", "gov", "ac", "k12", "sch"})  # co.uk, k12.il.us
_TOKEN = re.compile(r"\[\s*SOPPA-([0-9A-Z]{6,12})\s*\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A submission that a message may belong to."""

    id: int
    state: str
    product: str = ""
    emails: frozenset[str] = field(default_factory=frozenset)  # casefolded addresses that wrote in it


@dataclass(frozen=True, slots=True)
class Join:
    """Where a message belongs. `submission` None: nowhere yet; `doubt` then says between which a person must choose."""

    submission: int | None = None
    how: str = ""  # thread | token | product
    doubt: str = ""


NOWHERE = Join()


def organisation(email: str) -> str:
    """The domain that a company registered, "" for a mailbox provider's ("sales@eu.acme.co.uk" -> "acme.co.uk")."""
    labels = [label for label in email.rpartition("@")[2].casefold().strip(".").split(".") if label]
    if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL:
        domain = ".".join(labels[-3:])
    elif len(labels) > 3 and labels[-1] == "us" and labels[-3] in _SECOND_LEVEL:  # district.k12.il.us
        domain = ".".join(labels[-4:])
    else:
        domain = ".".join(labels[-2:])
    return "" if domain in FREE_MAIL else domain


def thread_ids(message: Message) -> tuple[str, ...]:
    """Message-IDs that this mail answers, the nearest first; its own last, for a copy that was changed underway."""
    own = (message.message_id,) if message.message_id else ()
    return tuple(dict.fromkeys((*message.in_reply_to, *reversed(message.references), *own)))


def tokens(subject: str) -> tuple[str, ...]:
    """The tokens of `[SOPPA-...]` in a subject, in upper case."""
    return tuple(dict.fromkeys(t.upper() for t in _TOKEN.findall(subject)))


def by_thread(message: Message, owners: Mapping[str, int]) -> Join:
    """`owners`: which submission each known Message-ID of `thread_ids` belongs to."""
    found = next((owners[i] for i in thread_ids(message) if i in owners), None)
    return Join(found, "thread") if found is not None else NOWHERE


def by_token(message: Message, named: Sequence[Candidate], *, own_domains: Sequence[str] = ()) -> Join:
    """`named`: the submissions whose tokens stand in the subject. A stranger who guesses a token does not get in."""
    sender = message.sender.email.casefold()
    allowed = [c for c in named if _knows(c, sender) or message.sender.domain in own_domains]
    return Join(allowed[0].id, "token") if len(allowed) == 1 else NOWHERE


def _knows(candidate: Candidate, sender: str) -> bool:
    ours = organisation(sender)
    return sender in candidate.emails or (bool(ours) and any(organisation(e) == ours for e in candidate.emails))


def by_product(found: Findings, theirs: Sequence[Candidate]) -> Join:
    """`theirs`: the open submissions of the sender's organisation (of the very address, with a mailbox provider)."""
    if found.from_district or len(found.product.names) > 1 or not theirs:
        return NOWHERE
    names = found.product.names
    if names:
        fitting = [c for c in theirs if same_product(names[0], c.product)]
        fitting = fitting or [c for c in theirs if c.state == "waiting_vendor" and same_or_shorter(names[0], c.product)]
        fitting = fitting or [c for c in theirs if not c.product]
    else:
        fitting = list(theirs)
    if len(fitting) > 1:
        # what waits for a person may be meant as well as what waits for the vendor; what is complete is over for now
        fitting = [c for c in fitting if c.state in ("waiting_vendor", "review")] or fitting
    if len(fitting) == 1:
        return Join(fitting[0].id, "product")
    if fitting:
        numbers = " or ".join(str(c.id) for c in fitting)
        return Join(doubt=f"this may belong to submission {numbers}: the product is not clear")
    return NOWHERE


def contributes(found: Findings) -> bool:
    """Whether a message changes its submission. A thank-you, a question or an out-of-office changes nothing."""
    return not found.ignored and found.intent in ("submission", "how_to_submit", "withdrawal")


def only_names(found: Findings) -> bool:
    """Whether a mail brings no papers and no statement: at most a day by itself, or a school named in passing."""
    if found.intent != "submission" or found.papers or found.forms or found.cloud_links:
        return False
    said = [f.bearing for _, f in found.locations] + [f.bearing for _, f in found.deadlines]
    return bool(said) and all(bearing in _BY_THE_WAY for bearing in said)


def starts(found: Findings, alone: Verdict) -> bool:
    """Whether a message that belongs nowhere opens a submission of its own."""
    return not found.ignored and alone.disposition not in (Disposition.INQUIRY, Disposition.IGNORED)


def state_for(disposition: Disposition, before: str) -> str:
    """The state of a submission after a message was judged into it.

    What a person closed stays out of the machine's hands: new mail in it is for a person.
    """
    if before in OVER_STATES or disposition is Disposition.REVIEW:
        return "review"
    if disposition in (Disposition.COMPLETE, Disposition.ON_FILE):
        return "waiting_district"
    return "waiting_vendor"
