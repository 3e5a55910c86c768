"""What a mail says against an exemption that its RFI form claims: students log in, or the SOPPA form is on its way.

The words decide nothing by themselves: only beside a form that says that SOPPA does not apply do they matter.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.mails.claims import flowing

_STUDENTS = r"(?:students?|pupils?|learners?|children|kids)"
_DATA = (
    r"(?:data|information|names?|e-?mails?|e-?mail[ ]addresses|records|rosters?|accounts?|grades|scores|profiles?|ids?)"
)
_HAS_DATA = re.compile(
    rf"\b(?:each |every |all |your )?{_STUDENTS}[ ](?:\w+[ ]){{0,2}}?(?:(?:log|sign)s?[ ]?(?:in|on)|register|enroll)\b"
    rf"|\b{_STUDENTS}[ ](?:\w+[ ]){{0,2}}?(?:have|has|get|gets|receives?|use|uses|creates?)[ ](?:\w+[ ]){{0,2}}?"
    r"(?:accounts?|log-?ins?|passwords?|usernames?)\b"
    rf"|\b(?:collects?|stores?|receives?|imports?|syncs?|process(?:es)?|uploads?|sends?[ ]us)[ ](?:\w+[ ]){{0,2}}?"
    rf"{_STUDENTS}(?:'s?|s')?[ ](?:\w+[ ]){{0,2}}?{_DATA}\b"
    rf"|\b{_STUDENTS}(?:'s?|s')?[ ]{_DATA}[ ](?:is|are|will[ ]be)[ ](?:\w+[ ])?"
    r"(?:stored|collected|kept|imported|synced|uploaded|shared|processed|encrypted|rostered)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|none|never|neither|nor|without|nothing|nobody|cannot|\w{2,6}n't|only[ ]if|if|unless|instead|"
    r"anonym\w*|guests?|other[ ]products?|another[ ]product)\b|\?\W*$",
    re.IGNORECASE,
)
_FORM = r"(?:soppa(?:[ ](?:addendum|form|agreement))?|addendum|n?dpa|(?:data[ ])?privacy[ ](?:agreement|addendum))"
# "The SOPPA addendum follows", "our CEO cannot sign the addendum before December"
_COMES = re.compile(
    rf"\b{_FORM}[ ](?:\w+[ ]){{0,3}}?(?:follows|will[ ](?:follow|be[ ](?:sent|signed|returned|provided))|"
    r"to[ ]follow|is[ ](?:being[ ](?:signed|reviewed|completed)|on[ ]its[ ]way|with[ ]our|still[ ]with|"
    r"under[ ]review))\b"
    rf"|\b(?:will|shall|can)[ ](?:\w+[ ])?(?:sign|send|return|submit)[ ](?:you[ ])?"
    rf"(?:the|our|your)[ ](?:\w+[ ]){{0,3}}?{_FORM}\b",
    re.IGNORECASE,
)
_CANNOT_SIGN = re.compile(
    rf"\b(?:cannot|can't|can[ ]not|could[ ]not|couldn't|unable[ ]to|not[ ]able[ ]to|won't|hasn't|haven't)[ ]"
    r"(?:yet[ ])?(?:sign(?:ed)?|execute[d]?|complete[d]?|review(?:ed)?)[ ]"
    rf"(?:the|our|your)[ ](?:\w+[ ]){{0,3}}?{_FORM}\b",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:if|unless|should[ ]you|in[ ]case|needed|required|necessary|happy[ ]to)\b|\?\W*$", re.IGNORECASE
)
_NOT_COMING = re.compile(
    r"\b(?:no[ ](?:soppa|addendum|n?dpa)|not[ ](?:be[ ])?(?:follow|send|sent|sign|signed|apply)|"
    r"n't[ ](?:apply|need|require|follow|send|sign))\b",
    re.IGNORECASE,
)
# "We ticked “not subject” only because ...", "for now"
_TICKED = re.compile(
    r"\b(?:tick(?:ed)?|check(?:ed)?|mark(?:ed)?|cho(?:o)?se|selected|answered|put|said)\b[^.]{0,40}"
    r"\b(?:not[ ]subject|exempt|does(?:[ ]not|n't)[ ]apply)\b[^.]{0,30}"
    r"\b(?:only[ ](?:because|so|to|until)|just[ ](?:because|so[ ]that|to)|"
    r"for[ ](?:now|the[ ]time[ ]being|the[ ]moment)|until|by[ ]mistake|in[ ]error)\b",
    re.IGNORECASE,
)
_NONE_ANYWAY = re.compile(
    r"\bonly[ ]because\b.{0,40}\b(?:no|not|never|none|\w+n't)\b.{0,40}\b(?:student|pupil|data)", re.I
)
_SHOWN = 160


def against_exempt(words: str) -> str:
    """The sentence of a mail that speaks against an exemption; "" when none does."""
    for sentence in flowing(words):
        ticked = _TICKED.search(sentence) and not _NONE_ANYWAY.search(sentence)
        if (
            ticked
            or (_CANNOT_SIGN.search(sentence) and not _WISHED.search(sentence))
            or (_COMES.search(sentence) and not (_WISHED.search(sentence) or _NOT_COMING.search(sentence)))
            or (_HAS_DATA.search(sentence) and not _DENIED.search(sentence))
        ):
            return sentence[:_SHOWN]
    return ""
