"""Days by which the vendor itself does its part: "Our counsel will have our side of the agreement signed by May 3"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

# whose part it is: a writer who says "we" asks as often as he promises ("We should have it signed by"), a lawyer not
_WE = (
    r"\b(?:we|I)(?:'ll|[ ](?:will|shall|can)(?:[ ]be[ ]able[ ]to)?|(?:[ ]are|[ ]am|'re|'m)[ ]going[ ]to|"
    r"[ ](?:expect|intend|promise)[ ]to)"
)
_PARTY = (
    r"\b(?:our|my)[ ](?:[\w'-]+[ ]){0,2}?(?:counsel|lawyers?|attorneys?|legal|directors?|ceo|cfo|coo|president|boss|"
    r"managers?|owners?|partners?|founders?|signatory|signer|contracts?|compliance|company|headquarters|colleagues?)"
)
_THEIR_WILL = (
    r"(?:'ll|[ ](?:will|shall|can|could|should|would|may|might)(?:[ ]be[ ]able[ ]to)?|"
    r"[ ](?:is|are)[ ](?:going[ ])?to|[ ](?:expects?|intends?|promise[sd]?|plans?)[ ]to)"
)
_MUST = r"[ ](?:must|(?:hopes?|wants?|needs?|ha(?:s|ve))[ ]to)"  # to sign; "needs to have it signed" asks for it
# a person of the vendor, or of whom it tells
_NAMED = (
    r"(?<!if[ ])(?<!that[ ])(?<!whether[ ])(?<!when[ ])(?<!until[ ])(?<!once[ ])(?<!hope[ ])"
    r"\b(?:he|she|(?-i:(?!You|The|That|This|It|They|There|Everyone|Somebody|Someone|Board|District|Please|Schools?|"
    r"Superintendent|Principal|Teachers?|Purchasing|Procurement|Committee|Council|Cabinet|Administration|Office|"
    r"Department|Team|Staff)[A-Z][a-z]+))(?:'ll|[ ](?:will|shall)|[ ]is[ ]going[ ]to)"
)
_WORD = (
    r"(?:[ ](?!(?:you|yours|the[ ]district|districts?|boards?|superintendent|approv\w+|that|if|once|when|unless|needs?|"
    r"wants?|says?|said|told|asks?|asked|until|before)\b)[\w'/&-]+,?)"
)
_OFTEN = r"(?:[ ](?:also|then|both|all|first|\w+ly))?"
_DOES = (
    r"(?:sign(?:[ ]off)?|counter-?sign|initial|review|read|check|complete|execute|finish|fill|go[ ](?:through|over)|"
    r"look[ ](?:over|through|at)|be[ ](?:done|through|finished|ready)[ ]with)\b(?![ ]you\b)"
)
_MADE = (
    r"(?:signed(?:[ ]off)?|counter-?signed|initial+ed|reviewed|read|checked|completed?|executed|finished|filled|done|"
    r"ready)\b"
)
_HAS_MADE = rf"{_OFTEN}[ ](?:have|get)(?![ ]to\b){_WORD}{{1,9}}?[ ]{_MADE}"
_DEED = rf"(?:{_OFTEN}[ ]{_DOES}|{_HAS_MADE})"
_OWN_DEED = re.compile(
    rf"(?:{_WE}|{_NAMED}){_DEED}"
    # "Our counsel, Dana Fox, is reviewing it and will sign by"
    rf"|{_PARTY}(?:,[^,.;]{{1,40}},)?{_WORD}{{0,8}}?(?:{_THEIR_WILL}{_DEED}|{_MUST}{_OFTEN}[ ]{_DOES})"
    # "Our side of the agreement will be signed by", "our own approval will come by", "on our side it is signed by"
    r"|\b(?:our|my)[ ](?:own[ ])?(?:side|part|half|portion|share|signatures?|counter-?signatures?)"
    rf"(?:[ ](?:of|on|in|to)[ ](?:the|your|this|it)(?:[ ]\w+){{0,2}}?)?(?:[ ]it)?{_THEIR_WILL}[ ]"
    rf"(?:be|come|follow|arrive|{_MADE})"
    rf"|\b(?:our|my)[ ]own[ ](?:internal[ ]|final[ ])?(?:approval|sign-?off|decision|review)\b",
    re.I,
)
# behind it another's deed: "We will sign at once, and the District must have approved it by"
_ANOTHERS = re.compile(
    r"\b(?:yours|districts?|boards?|superintendent|approv\w+|final|need\w*|want\w*|like|must|have[ ]to|deadline|please|"
    r"if|once|when|unless|provided|after|so[ ]that|then|asks?|"
    r"(?<!to[ ])(?<!with[ ])(?<!for[ ])you|"
    r"your(?![ ](?:\w+[ ])?(?:agreement|addendum|contract|n?dpa|soppa|rfi|forms?|papers?|paperwork|documents?|"
    r"packet|office|information)\b))\b",
    re.I,
)


def own_deed(before: str) -> bool:
    """Whether the clause before a day tells what the vendor will have done by it."""
    deeds = list(_OWN_DEED.finditer(before))
    return bool(deeds) and not _ANOTHERS.search(before, deeds[-1].end())
