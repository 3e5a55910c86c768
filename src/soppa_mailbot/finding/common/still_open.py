"""Where a sender says that the day, or the schools, are still to come: what else is named is then none to rely on."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_LATER = r"(?:follow(?:s|ing)?(?:[ ](?:later|soon|shortly))?|come(?:s|ing)?[ ](?:later|soon|shortly))"
_UNDECIDED = (
    r"(?:(?:(?:still|yet|as[ ]yet|currently)[ ])?(?:open|undecided|unknown|up[ ]to[ ]you|tbd|tba|"
    r"to[ ]be[ ](?:determined|decided|announced|named|chosen)|in[ ]the[ ]air)|"
    r"(?:(?:still|as[ ]yet)[ ])?not[ ](?:yet[ ])?(?:known|decided|settled|fixed|chosen|clear|set))"
)
_WILL = (
    r"(?:(?:we|i)(?:'ll|[ ](?:will|shall|can|are[ ]going[ ]to|am[ ]going[ ]to))(?:[ ](?:then|still|later|gladly))?[ ])"
)
_TELL = (
    r"(?:send|name|tell|give|provide|supply|confirm|let[ ]you[ ](?:know|have)|come[ ]back(?:[ ]to[ ]you)?[ ]with|"
    r"get[ ]back(?:[ ]to[ ]you)?[ ]with|follow[ ]up[ ]with|be[ ]back[ ]with)"
)
# a date of something else: "we will send the date for the training"
_OF_APPROVAL = (
    r"(?![ ](?:for|of|on|when|that|at)[ ](?!(?:the[ ]|your[ ]|final[ ]|its[ ])*(?:approv|sign|decision|this\b|you\b))|"
    r"[ ](?:sheet|stamp|range|conflict)\b)"
)
_NONE = (
    r"(?:no|not[ ]a)[ ](?:(?:fixed|firm|set|new|particular|real|exact|final|definite)[ ])?(?:dates?|day|dead[ -]?line)"
)
_DAY = re.compile(
    # "we will send a new date", "we will come back with a date"
    rf"\b{_WILL}{_TELL}[ ](?:you[ ])?(?:(?:a|the|our)[ ])?(?:(?:new|firm|real|final|exact|fixed)[ ])?"
    rf"(?:date|day|dead[ -]?line)\b{_OF_APPROVAL}"
    # "there is no date now", "for you there is no fixed date yet"
    rf"|\b(?:there(?:'s|[ ]is)|we[ ]have|they[ ]have)[ ](?:now[ ]|as[ ]yet[ ]|still[ ]|currently[ ])?{_NONE}"
    r"(?:[ ](?:now|yet|so[ ]far|any[ ]?more|at[ ](?:the[ ]moment|present)))"
    rf"{_OF_APPROVAL}"
    # "no date has been set yet"
    rf"|\b{_NONE}{_OF_APPROVAL}[ ](?:has|was|is)[ ](?:yet[ ])?(?:been[ ])?(?:set|fixed|chosen|decided|named|settled|"
    rf"given|"
    r"agreed)\b"
    # "the date is not settled", "your schools and date will follow"
    rf"|\b(?:the|your|our|a|its|their)[ ](?:own[ ]|new[ ])?(?:schools?[ ]and[ ](?:the[ ])?)?(?:date|dead[ -]?line)"
    rf"{_OF_APPROVAL}[^.;:,]{{0,25}}?[ ](?:(?:is|are)[ ]{_UNDECIDED}|(?:will|is[ ]to|to)[ ]{_LATER})(?=[ ]?[.,;:!)]|"
    rf"$|[ ]as\b)"
    # "we still wait for the schools and the date"
    r"|\b(?:still|are|am)[ ](?:wait(?:ing)?)[ ](?:for|on)[ ](?:the|a)[ ](?:schools?[ ]and[ ](?:the[ ])?)?(?:date|"
    rf"dead[ -]?line)\b{_OF_APPROVAL}"
    # "Otherwise there is no hurry", of a day that was only a price's
    r"|\b(?:otherwise|apart[ ]from[ ]that|other[ ]than[ ]that)[^.;:]{0,20}?[ ]no[ ](?:hurry|rush|dead[ -]?line|"
    r"particular[ ]date)"
    r"|\b(?:have|has)(?:[ ]not|n't)[ ](?:yet[ ])?(?:settled|decided|agreed)[ ]on[ ](?:a|the)[ ](?:new[ ])?(?:date|day)"
    rf"{_OF_APPROVAL}",
    re.IGNORECASE,
)

# "The principal hopes for approval by January 15, but we don't have a firm date": said behind the day it takes it back;
# "We have no fixed date, but approval by January 15 would help" gives one, and so does a day without a "hard deadline"
_DAY_BEHIND = re.compile(
    r"\b(?:(?:we|they|i|she|he)[ ](?:(?:still|really|currently)[ ])?(?:(?:do[ ]not|don't|does[ ]not|doesn't)[ ]"
    r"(?:(?:yet|actually|really|currently)[ ])?have[ ](?:an?|any)|have[ ]no|has[ ]no)"
    r"|(?:there(?:'s|[ ]is))[ ](?:really[ ]|actually[ ])?no|(?:that|this|it)(?:'s|[ ]is)[ ]not[ ](?:yet[ ])?an?)[ ]"
    r"(?:(?:fixed|firm|set|real|definite|binding|agreed|confirmed|official)[ ])?(?:date|day|dead[ -]?line)"
    r"(?=[ ]?(?:[.,;!)]|$)|[ ](?:for[ ](?:this|it|the[ ]approval|that|us)|from[ ](?:them|her|him|the[ ]\w+)|at[ ]all|"
    r"in[ ]mind)\b)(?!,?[ ](?:but|so|and[ ](?:so|would)|though|however|only)\b)",
    re.IGNORECASE,
)

_SAME_BREATH = 160  # characters behind a day
_SCHOOLS = r"(?:schools?|buildings?|campus(?:es)?|departments?|sites?)"
_NO_OTHERS = r"(?!(?:other|more|further|additional|remaining|next|second|rest)\b)"
_ENDS = r"(?=[ ]?(?:[.,;:!?)-]|$)|[ ](?:later|next|soon|as|once|when|tomorrow|in|by|shortly|separately|and|under)\b)"
_PLACES = re.compile(
    # "Which of your schools would use it is still open", "which of your schools get it is up to you"
    rf"\b(?:which|what)[ ](?:(?:of[ ])?(?:your|the|our)[ ])?{_SCHOOLS}\b[^.;:?]{{0,50}}?[ ](?:is|are|remains?)[ ]"
    rf"{_UNDECIDED}{_ENDS}"
    # "so far no school has been chosen", "none has committed"
    rf"|\b(?:no|none[ ]of[ ]the|neither)[ ]{_NO_OTHERS}{_SCHOOLS}[ ](?:has|have)[ ](?:yet[ ])?(?:been[ ])?(?:chosen|"
    rf"selected|"
    r"picked|named|committed|decided|confirmed|signed[ ]up|agreed)\b"
    r"|\b(?:none|neither|nobody|no[ ]one)(?:[ ]of[ ](?:them|these|those))?[ ](?:has|have)[ ](?:yet[ ])?(?:committed|"
    r"decided|confirmed|signed[ ]up|agreed)\b"
    # "Lincoln Elementary, but the principal has not agreed yet"
    rf"|\b(?:the|its|their)[ ](?:principals?|school|building|staff|administration)[ ](?:has|have|did)[ ]?(?:not|n't)[ ]"
    r"(?:yet[ ])?(?:agreed?|decided?|committed|said[ ]yes|confirmed|approved)(?:[ ](?:yet|so[ ]far|to[ ](?:it|this|"
    r"that)|"
    rf"it|this))*{_ENDS}"
    # "Your own schools and date will follow", "The new schools will be named by the principals"
    rf"|\b(?:the|your|our|its)[ ]{_NO_OTHERS}(?:(?:own|new|actual|real|participating|exact)[ ])?{_SCHOOLS}"
    r"(?:[ ]and[ ](?:the[ ])?(?:date|dead[ -]?line))?[ ](?:will|are[ ]to)[ ](?:(?:still|then)[ ])?"
    rf"(?:{_LATER}|be[ ](?:named|chosen|announced|selected|picked|decided|determined)){_ENDS}"
    # "we will send the list of schools next week"
    rf"|\b{_WILL}{_TELL}[ ](?:you[ ])?(?:the|which|your|our)[ ](?:(?:list|names)[ ]of[ ](?:the[ ])?)?{_NO_OTHERS}"
    rf"(?:own[ ]|new[ ]|actual[ ])?{_SCHOOLS}(?:[ ]and[ ](?:the[ ])?date)?{_ENDS}"
    # "we still wait for the schools and the date"
    rf"|\b(?:still|are|am)[ ]wait(?:ing)?[ ](?:for|on)[ ](?:the|your)[ ](?:(?:list|names)[ ]of[ ](?:the[ ])?)?"
    rf"{_SCHOOLS}(?:[ ]and[ ](?:the[ ])?date)?{_ENDS}"
    # "Please tell us which schools: Lincoln / Oak Ridge / Addams"
    r"|\b(?:tell|let|advise|inform|indicate|specify|choose|select|pick|confirm|decide)[ ](?:us[ ]|me[ ])?(?:know[ ])?"
    rf"which[ ](?:(?:of[ ])?(?:the|your|these|those|following)[ ]){{0,3}}{_SCHOOLS}"
    r"(?:[ ](?:(?:will|would|should|are[ ]to|want[ ]to)[ ])?(?:us(?:e|ing)|get|have|participate|take[ ]part|want)"
    r"(?:[ ](?:it|this|the[ ]\w+))?)?(?=[ ]?(?:[:?.]|$))"
    rf"|\b(?:the|your)[ ]{_NO_OTHERS}{_SCHOOLS}[ ](?:is|are)[ ](?!open\b){_UNDECIDED}(?=[ ]?[.,;:!)]|$)",
    re.IGNORECASE,
)


def day_open(text: str, end: int) -> str:
    """The words that leave the day for approval open, or nothing. `end`: where the day that counts ends."""
    return _words(_DAY.search(text) or _DAY_BEHIND.search(text, end, end + _SAME_BREATH))


def places_open(text: str) -> str:
    """The words that leave open who will use the software, or nothing."""
    return _words(_PLACES.search(text))


def _words(found: re.Match[str] | None) -> str:
    return " ".join(found.group().split()) if found else ""
