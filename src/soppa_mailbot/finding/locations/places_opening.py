"""How a sentence begins that goes on with an earlier talk: "Per our conversation with your cabinet, it goes into"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_groups_words import NO_TOWNS

_TALK = (
    r"(?:conversations?|discussions?|talks?|meetings?|calls?|chats?|e-?mails?|messages?|visits?|demos?|webinars?|"
    r"presentations?|sessions?|exchange|spoke|talked|met|discussed|agreed|mentioned|decided|planned)"
)
# the clause behind it has its own subject and verb, so that the comma lists no others who were there
_OPENING = re.compile(
    rf"^\W*(?:as[ ]per|per|further[ ]to|following(?:[ ]up[ ]on)?|after|based[ ]on|as(?=[ ](?:we[ ])?\w+ed\b)|"
    rf"thanks[ ]to|"
    rf"since|given)[ ](?:[\w'-]+[ ]){{0,4}}?{_TALK}\b[^.;:,]{{0,60}},[ ]"
    r"(?=(?:(?:it|this|[\w'-]+(?:[ ][\w'-]+){0,2})[ ]|[ ]{2,})"
    r"(?:(?:only|also|now)[ ])?(?:will|would|shall|goes|is[ ](?:going|to|meant|for|intended)|are[ ]going|'ll)\b)",
    re.IGNORECASE,
)


# "As discussed with Lincoln, it will be used at Oak Ridge": the other place is the user
_TALKED_WITH = re.compile(
    rf"^\W*(?:as[ ]per|per|further[ ]to|following(?:[ ]up[ ]on)?|after|based[ ]on|as|thanks[ ]to|since|given)[ ]"
    rf"(?:[\w'-]+[ ]){{0,4}}?{_TALK}[ ](?:with|to)[ ][^.;:,]{{0,60}}$",
    re.IGNORECASE,
)
_USED_ELSEWHERE = re.compile(
    r",[ ](?:(?:it|this)|[ ]{2,}|(?-i:[A-Z][a-z])[\w-]+)(?:'ll|[ ](?:will|would|is[ ]to|goes|is))[ ](?:[a-z]+[ ]){0,3}?"
    r"(?:at|in|into|by|for)[ ](?:the[ ])?(?P<name>(?-i:[A-Z][a-z])\w+)",
    re.IGNORECASE,
)


def talked_with(before: str, after: str) -> bool:
    """Whether the place between them is only whom somebody talked with, before another is named as the user."""
    used = _USED_ELSEWHERE.match(after)
    return used is not None and not NO_TOWNS.fullmatch(used["name"]) and bool(_TALKED_WITH.search(before))


def without_opening(before: str) -> str:
    """The words before a name, without those of another talk at the beginning of their sentence."""
    return _OPENING.sub("", before)
