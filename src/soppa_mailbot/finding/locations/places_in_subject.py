"""The places that a mail's subject names, where nothing else in the mail does: "Planet Math for Lincoln Elementary"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import LocationsFinding, School, Status

SHORT = 8  # words of a subject's last part that may be a place

_SUBJECT_ENDS = re.compile(r"\s[-–—|/@]\s|[,:;]\s|\s(?:for|at)\s(?:the\s)?", re.IGNORECASE)
# what a subject says behind its places: "..., approval needed by 1/22", "... - 40 seats"
_BESIDE_PLACES = re.compile(
    r"\b(?:approv\w+|sign(?:ed)?[- ]?off|dead[ -]?line|needed|due|by\s(?:\w+\s)?\S*\d|board(?:'s)?\smeeting|"
    r"\d+\s(?:seats?|licen[cs]es?|students|users|copies))\b|^(?:asap|urgent|please|thanks|thank\syou|attached|renewal|rush)$",
    re.IGNORECASE,
)
_FOR_USE = re.compile(  # "DepotBoard for the bus barn", and not "A question for the Business Office"
    r"(?:(?i:re|fwd?):\s)*(?!(?i:quotes?|orders?|questions?|papers?|documents?|forms?|invoices?|proposals?|info\w*|"
    r"messages?|"
    r"notes?|requests?|updates?|attention|attn|"
    r"renewal)\b)[A-Z0-9][\w.'&+-]*(?:\s[A-Z0-9][\w.'&+-]*){0,4}\sfor\s(?:the\s)?[^,:;]+"
)


def named_in_subject(
    subject: str, schools: Sequence[School], look: Callable[[str, str], LocationsFinding]
) -> LocationsFinding | None:
    """The school that the subject ends with, where nothing else in the mail or its papers names a place: "Quote for
    Marquette JH", "Kestrel Typing, Birchwood". A department may just be whom the mail is for, unless it stands behind
    "for".
    """
    parts = _SUBJECT_ENDS.split(subject)
    for end in (part.strip(" .!?") for part in reversed(parts[1:])):
        found = look(f"It is for {end}.", "subject") if 0 < len(end.split()) <= SHORT else None
        if found is not None and found.status is not Status.MISSING:
            office = any(s.kind != "school" and s.name in found.value for s in schools)
            said = subject[: subject.rindex(end) + len(end)].strip()
            if office and not _FOR_USE.fullmatch(said):
                return None
            return replace(found, evidence=tuple(replace(e, quote=subject) for e in found.evidence))
        if not _BESIDE_PLACES.search(end):
            return None
    return None
