"""How a sentence begins that goes on with an earlier talk: "Per our conversation with your cabinet, it goes into"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

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


def without_opening(before: str) -> str:
    """The words before a name, without those of another talk at the beginning of their sentence."""
    return _OPENING.sub("", before)
