"""Schools that a later clause makes users of: "Ann teaches at Lincoln. That building is the one this quote is for"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.sentences import Piece
from soppa_mailbot.finding.locations.places_found import Found
from soppa_mailbot.finding.locations.places_persons import works_at
from soppa_mailbot.finding.locations.places_references import LANDMARK
from soppa_mailbot.finding.locations.places_role import Role
from soppa_mailbot.finding.locations.places_said_later import BACK, Reading
from soppa_mailbot.finding.locations.places_words import number

_N = r"(?P<n>two|three|four|five|six|[2-6])"
_NOUN = r"(?:schools?|buildings?|campus(?:es)?|sites?)"
_THOSE = rf"(?P<which>those|these|both|the|that|this)[ ](?:of[ ]those[ ])?(?:{_N}[ ])?{_NOUN}"
_ORDER = (
    r"(?:(?:this|the|our|my|that)[ ](?:attached[ ]|enclosed[ ])?(?:quot(?:e|ation)|order(?:[ ]form)?|proposal|offer|"
    r"estimate)|it|this)"
)
_THEIR = r"(?:teachers|students|staff|kids|people|classes|families|librarians?|counsell?ors?)"
_USE = (
    # "those two buildings are the ones this quote is for"
    re.compile(
        rf"\b{_THOSE}[ ](?:is|are)[ ](?:(?:the[ ])?(?:only[ ])?(?:ones?|{_NOUN})|what|who)[ ]"
        r"(?:(?:that|which|whom)[ ])?"
        rf"{_ORDER}(?:'s|[ ](?:is|was))[ ](?:(?:meant|written|only|just)[ ])?for\b",
        re.IGNORECASE,
    ),
    # "the quote is for those two schools", "the quote covers both buildings"
    re.compile(
        rf"\b{_ORDER}(?:(?:'s|[ ](?:is|was))[ ](?:(?:meant|written|only|just)[ ])?for|[ ](?:only[ ])?covers)[ ]"
        rf"(?:just[ ]|only[ ])?{_THOSE}(?=[ ]?[.,;:!)]|$|[ ](?:only|alone|and)\b)",
        re.IGNORECASE,
    ),
    # "only the teachers of that school get access"
    re.compile(
        rf"\b{_THEIR}[ ](?:of|at|in|from)[ ]{_THOSE}[ ](?:(?:will|would|only|all|also|then)[ ]){{0,2}}"
        r"(?:gets?|have|has|receives?|needs?|us(?:e|es|ing))[ ]"
        r"(?:it\b|this\b|(?:(?:an?|the|their|own)[ ]){0,2}(?:access|accounts?|log-?ins?|seats?|licen[cs]es?)\b)",
        re.IGNORECASE,
    ),
)


def those_meant(reading: Reading) -> list[Found]:
    """The schools, named before for where a person works or what is beside them, of which a clause says the use.

    They must be as many as it says.
    """
    out: list[Found] = []
    for at, (piece, found) in enumerate(reading):
        said = next((m for m in (p.search(piece.text) for p in _USE) if m), None)
        if said is None:
            continue
        here = [f for f in found if piece.offset(f.start) < said.start()]
        for sentence, before in ((piece, here), *reversed(reading[max(0, at - BACK) : at])):
            named = [f for f in before if f.places and not f.group]
            if not before:
                continue
            if len(named) == len(before) and _as_many(named, said) and all(_may_be(f, sentence) for f in named):
                out += [f.raised(Role.USED) for f in named]
            break
    return out


def _as_many(named: list[Found], said: re.Match[str]) -> bool:
    count = len({p for f in named for p in f.places})
    which = said["which"].casefold()
    if said["n"] or which == "both":
        return count == (number(said["n"].casefold()) if said["n"] else 2)
    return count == 1 if which in ("that", "this") else which in ("those", "these") and count > 1


def _may_be(one: Found, sentence: Piece) -> bool:
    """Not a customer, an example or what is denied."""
    if one.role in (Role.CONTACT, Role.NAMED, Role.USED):
        return True
    before = sentence.text[: sentence.offset(one.start)]
    return one.role is Role.FOREIGN and bool(works_at(before) or LANDMARK.search(before))
