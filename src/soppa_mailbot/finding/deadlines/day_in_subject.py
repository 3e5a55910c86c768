"""The day that a mail's subject names: "Planet Math - district approval needed by 12/11"."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.corrections import markers
from soppa_mailbot.finding.common.sentences import plain
from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.finding.deadlines.dates_spans import date_spans
from soppa_mailbot.finding.deadlines.dates_strength import SAYS_APPROVAL
from soppa_mailbot.model import DeadlineFinding, Status

# the subject's own words may be old, and the mail may say so
_OF_THE_SUBJECT = re.compile(r"\bsubject(?:[ ]line)?\b", re.IGNORECASE)
_APPROVAL_BY = re.compile(
    r"\b(?:approv(?:al|ed?)|sign(?:ed)?[- ]?off)\b[^.;!?]{0,40}?"
    r"(?:\b(?:by|before|than|until|till|due|dead[ -]?line)\b|:)",
    re.IGNORECASE,
)


def day_in_subject(subject: str, sent: date, names: tuple[str, ...]) -> DeadlineFinding | None:
    """The day by which a subject wants approval, if it names one; `names` are the District's."""
    if not SAYS_APPROVAL.search(subject):
        return None
    found = deadline.find(subject, sent, source="subject", district_names=names)
    return found if found.status is Status.RECEIVED else None


def speaks_against(found: DeadlineFinding, subject: str, body: str, named: Collection[date | None], sent: date) -> bool:
    """Whether the subject's day and those `named` in the mail or its papers are two different dates.

    They are not where the mail names the subject's day as well, speaks of its subject line or takes anything back.
    """
    if found.value in named or not _APPROVAL_BY.search(subject) or _OF_THE_SUBJECT.search(body):
        return False
    return not any(s.value == found.value for s in date_spans(plain(body), sent)) and not any(markers(body))
