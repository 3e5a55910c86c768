"""Places that a writer takes out: "Buildings: Lincoln and Oak Ridge ... please strike Oak Ridge"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_corrected import Reader, Reading
from soppa_mailbot.finding.locations.places_found import Found
from soppa_mailbot.finding.locations.places_labels import Region
from soppa_mailbot.finding.locations.places_role import Role
from soppa_mailbot.finding.locations.places_sat_out import leaves_them_out, they_declined

_STRIKE = re.compile(
    r"\b(?:(?:strike|remove|scratch|delete|omit|cross[ ]out|leave[ ]out|take[ ]out)|"
    r"(?:please|can[ ]you|could[ ]you|let's|let[ ]us|to|we'll|i'll)[ ](?P<also>drop|take|leave|cross))[ ]"
    r"(?:the[ ]|out[ ])?(?=[A-Z])",
    re.IGNORECASE,
)
_OFF = re.compile(r"[ ](?:off|out)\b", re.IGNORECASE)
_DROPPED = re.compile(r"[ ]?(?:$|[.,;:!)])|[ ](?:from|for[ ]now|off|out|please)\b", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"[.;!?](?:\s|$)|[ ](?:but|because|since|as|and[ ](?:keep|leave|use|add))\b", re.IGNORECASE)
_NEXT = 4  # characters from the verb to the first name


def without_struck(text: str, reading: Reading, read: Reader, found: Sequence[Found]) -> list[Found]:
    """What was found in `text`, without the places that it says to take out; groups keep their other members.

    `read` reads a piece once more. What is named again further on counts. A place that `text` did not name before is
    left: an earlier mail named it, and `finding.bearing` knows what dropping it means.
    """
    out = _without_those_before(reading, found)
    for said in _STRIKE.finditer(text):
        for gone in _named(text, said, reading, read):
            struck = set(gone.places)
            if not any(f.start < said.start() and (f.wide or struck & set(f.places)) for f in out):
                continue
            kept = [f for f in out if f.group or f.wide or f.start >= said.start() or not set(f.places) & struck]
            kept = [f for f in kept if not (f.start == gone.start and f.role != Role.DENIED)]
            out = [*kept, replace(gone, role=Role.DENIED, excepted=True)]
    return out


def _without_those_before(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """Such as "Lincoln was interested as well. Please leave them out.": those of whom the sentence before speaks."""
    gone: list[Found] = []
    for (_, before), (piece, named) in pairwise(reading):
        highest = max((f.role for f in before), default=Role.ANSWER)
        left_out = highest <= Role.NAMED and leaves_them_out(piece.text)
        if left_out or (highest <= Role.USED and not named and they_declined(piece.text)):
            gone += before
    return [f.raised(min(f.role, Role.DENIED)) if f in gone else f for f in found]


def _named(text: str, said: re.Match[str], reading: Reading, read: Reader) -> list[Found]:
    """The places right behind a verb that takes them out."""
    piece = next((p for p, _ in reading if p.start <= said.start() and said.end() <= p.end), None)
    if piece is None:
        return []
    at = piece.offset(said.end())
    cut = _CLAUSE_ENDS.search(piece.text, at)
    end = cut.start() if cut else len(piece.text)
    names = [f for f in read(piece, Region(at, end, False)) if f.role == Role.ANSWER and f.start >= said.end()]
    names = [f for f in names if f.places and not f.group and not f.wide]
    if not names or names[0].start > said.end() + _NEXT:
        return []
    last = piece.offset(names[-1].start) + len(names[-1].words)
    after, verb = piece.text[last:], (said["also"] or "").casefold()
    if verb in ("take", "leave", "cross") and not _OFF.match(after):
        return []
    return names if verb != "drop" or _DROPPED.match(after) else []
