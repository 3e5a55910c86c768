"""Parts of a place in which what is bought will be: "The readers will be mounted on the buses of Lincoln"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_OF = r"(?:of|at|in|from)[ ](?:(?:the|your)[ ])?$"
_THE = r"(?:(?:the|all|both|each|every|some|\d{1,3}|one|two|three|four|five|six|ten)[ ]){0,3}"
_WILL = r"\b(?:will|would|shall|should|to|'ll)[ ](?:(?:all|only|then|also|first|later|each)[ ]){0,2}"
_IN = r"[ ](?:up[ ])?(?:in|on|inside|aboard|at|onto|into|outside|above|by|near|next[ ]to)[ ]"
# people of a place: "the bus riders of Lincoln"
_PEOPLE = (
    r"(?:[\w-]+[ ]){0,2}(?:[\w-]{2,}(?:ers|ors|ists|ians|ants|men|ees)|kids|children|people|teams?|crews?|squads?|"
    r"families|members|students|staff|groups?)[ ]"
)
_PUT = re.compile(
    rf"{_WILL}(?:be[ ](?:mounted|installed|placed|fitted|put|set|hung|attached|deployed|used|located|fixed|bolted|"
    rf"screwed|fastened|stationed|built|live)|go|hang|stand|sit|run|work)(?:[ ](?:up|only))?{_IN}{_THE}"
    rf"(?:[\w-]+[ ]){{1,3}}?{_OF}"
    rf"|\b(?:is|are)[ ]going[ ]?{_IN}{_THE}(?:[\w-]+[ ]){{1,3}}?{_OF}"
    rf"|{_WILL}be[ ](?:handed[ ]out|given|issued|distributed|worn|carried|passed[ ]out)[ ](?:to|by)[ ]"
    rf"{_THE}{_PEOPLE}{_OF}"
    rf"|\b(?:is|are|{_WILL}be)[ ](?:(?:only|just|meant|intended|destined)[ ]){{0,2}}for[ ]{_THE}{_PEOPLE}{_OF}",
    re.IGNORECASE,
)
# what else may be there: a meeting, a paper, a parcel
_ELSE = re.compile(
    r"\b(?:train(?:ing|ed|ers?)|workshops?|meetings?|meet|demos?|demonstrations?|sessions?|webinars?|kick-?offs?|events?|"
    r"fairs?|presentations?|pd|interviews?|invoices?|bills?|w-?9s?|cop(?:y|ies)|certificates?|forms?|papers?|parcels?|"
    r"shipments?|boxes|deliver(?:y|ies)|flyers?|brochures?|checks?|letters?|booths?|tables?|we|I)\b[^.;:]*$",
    re.IGNORECASE,
)


def put_there(before: str) -> bool:
    """Whether what is bought is said to be in a part of the place whose name follows, or with its people."""
    said = _PUT.search(before[-_LONGEST:])
    return said is not None and not _ELSE.search(before[-_LONGEST:][: said.start()])


_LONGEST = 140  # characters of a clause
