"""Words that tell use which was once, and is over, from use that goes on with this purchase."""

from __future__ import annotations

from functools import lru_cache

from soppa_mailbot import lazy_re as re

_GOES_ON = re.compile(
    r"\b(?:as|like)[ ](?:in[ ])?(?:last|the[ ]previous|previous|prior)[ ](?:school[ ])?years?\b|\bas[ ]before\b|"
    r"\b(?:renew\w*|continu\w+|expand\w*|add(?:ing|itional)?|again|keep|extend\w*|more[ ](?:seats|licen[cs]es)|"
    r"(?:just[ ])?(?:as|like)[ ](?:in|it[ ](?:was|has[ ]been)[ ]in)[ ](?:the[ ])?(?:previous|past|prior|earlier|"
    r"last|former)"
    r"(?:[ ]\w+)?[ ]years?|(?:same|just)[ ]as[ ](?:before|last|in))\b",
    re.I,
)
# "did not renew", "served Lincoln last year"
_GOES_NOT_ON = re.compile(
    r"(?:\bnot|n't|\bnever|\bwithout)[ ](?:\w+[ ])?(?:renew|continu|extend|expand|keep|add)", re.IGNORECASE
)
DID_ONCE = re.compile(
    r"\b(?:served|used|bought|sold|had|did|worked|was|were|pilot(?:ed)?|trial|ran|supplied|provided|"
    r"helped)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
THEN = re.compile(
    r"(?:'s)?(?:[ ](?:schools?|students?|teachers?))?(?:[ ](?:from|between|in|during)[ ][\w ,'-]{1,30}?)?"
    r"[ ](?:of[ ])?(?:last[ ](?:school[ ])?"
    r"(?:year|spring|fall|summer|winter|semester|month)|in[ ]the[ ]past|"
    r"(?:a[ ]|two[ ]|some[ ]|few[ ]){1,2}years?[ ]ago)\b",
    re.IGNORECASE,
)
# "... already use Spanish Live, and now South Calder wants to add": it goes on for another
ANOTHER_NOW = re.compile(
    r"[^.;:!?]{0,120}?[ ](?:and|but|so)[ ](?:now|this[ ]year)[ ](?:also[ ])?(?:the[ ])?[A-Z]\w+(?:[ ][A-Z]\w+){0,3}[ ]"
    r"(?:\w+[ ])?(?:wants?|would|needs?|wish(?:es)?|plans?|asks?|asked|is|are|has|have)\b"
)
# "the pilot that Lincoln ran in 2021", "Lincoln had a free pilot of an earlier version back in 2022"
ONCE_IN = re.compile(
    r"(?:[ ]school)?[ ](?:ran|hosted|held|tried|tested|piloted|did|had|used)(?:[ ][\w'-]+){0,8}?[ ](?:back[ ])?in[ ]"
    r"20\d\d\b",
    re.IGNORECASE,
)
# "The pilot at Lincoln wrapped up last week"
PILOT_AT = re.compile(
    r"\b(?:pilot|trial|test|study|demo)(?:[ ](?:project|program|phase|run))?[ ](?:at|in|with|of|for)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
IS_OVER = re.compile(
    r"(?:[ ](?:school|students?|teachers?))?[ ,(]{1,2}(?:has[ ]|is[ ]|was[ ]|which[ ])?(?:(?:now|just|"
    r"successfully)[ ])?"
    r"(?:wrapped[ ]up|ended|over|finished|concluded|completed|closed|ran[ ]its[ ]course|came[ ]to[ ]an[ ]end)\b",
    re.IGNORECASE,
)
IN_YEAR = re.compile(r"(?:[ ](?:schools?|students?|teachers?))?,?[ ](?:back[ ])?in[ ]20\d\d\b", re.IGNORECASE)
# "has been in the high schools since February"
HAS_BEEN_IN = re.compile(
    r"\b(?:ha(?:s|ve)|'s|'ve)[ ]been[ ](?:(?:used|live|running)[ ])?(?:in|at)[ ](?:(?:the|your|both|all)[ ]){0,2}$",
    re.I,
)
# "It started as an Eagle Crest thing, then their coach moved to Curie, so Curie it is"
BEGAN_AS = re.compile(
    r"\b(?:start(?:ed|s)|began|begun|originated)[ ](?:out[ ]|off[ ]|life[ ])?(?:(?:as|with|at|in)[ ])"
    r"(?:(?:an?|the|our)[ ])?$",
    re.IGNORECASE,
)
MOVED_ON = re.compile(
    r"(?:'s)?(?![^.;:!?]*\b(?:also|too|as[ ]well|both|still|together|along|added|expand\w*|spread)\b)"
    r"[^.;:!?]{0,60}?(?:,?[ ](?:and[ ])?(?:then|but|until|before|now|since[ ]then)|,[ ]so)[ ][^;:!?]*\b(?-i:[A-Z])",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"(?:[ ](?:schools?|buildings?))?[ ](?:since|for[ ](?:\w+[ ]){1,2}(?:years?|months?))\b", re.IGNORECASE
)


@lru_cache(maxsize=8)  # asked once for each name of a sentence
def use_goes_on(piece: str) -> bool:
    """Whether a piece speaks of use that is renewed or extended: "as last year", "more seats"."""
    return bool(_GOES_ON.search(piece) and not _GOES_NOT_ON.search(piece))
