"""Places that sit this purchase out: "Lincoln was interested as well but is staying with paper, so leave them out"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_subject import IS_SUBJECT

_NOT_OURS = r"(?!(?:us|it|this|these|that|you|our|your)\b|[ ])"  # a product's name is blanked
_STAYS = (
    rf"(?:(?:is|are|was|were|will[ ]be)[ ]|'s[ ]|'re[ ])?(?:now[ ]|still[ ])?"
    rf"(?:will[ ]|would[ ]rather[ ]|wants?[ ]to[ ]|prefers?[ ]to[ ]|chose[ ]to[ ]|decided[ ]to[ ])?"
    rf"(?:(?:stay|stick|remain|stuck|go|went)(?:s|ing|ed)?[ ](?:with|on|to)[ ]{_NOT_OURS}|"
    rf"(?:keep|kept)(?:s|ing)?[ ](?:to[ ]|with[ ]|on[ ])?(?:its|their|paper|the[ ]old|what)\b)"
)
_WAITS = (
    r"(?:(?:is|are|was|were|will|would|has|have)[ ]|'s[ ]|'re[ ]|'ll[ ])?(?:now[ ]|still[ ]|to[ ]|rather[ ])*"
    r"(?:wants?[ ]to[ ]|prefers?[ ]to[ ]|decided[ ]to[ ]|chose[ ]to[ ])?"
    r"(?:wait(?:s|ed|ing)?\b(?![ ](?:(?:for|on)[ ](?:you|the\b|board|district|approv|final)|"
    r"(?:until|till)[ ](?!next|20)))|"
    r"hold(?:s|ing)?[ ]off\b|held[ ]off\b|pass(?:es|ed|ing)?\b|skip(?:s|ped|ping)?\b|"
    r"sit(?:s|ting)?[ ](?:it|this|out)\b|(?:pull|back|drop|opt)(?:s|ed|ped|ing|ping)?[ ]out\b|"
    r"no[ ](?:money|budget|funds|funding|need|time|room)\b|undecided\b|lacks?\b)"
)
_IS_NOT = (
    r"(?:(?:is|are|was|were|do|does|did|will|would|can|could)(?:[ ]not\b|n't\b)|can(?:not|'t)\b|won't\b)"
    r"(?![^.;]{0,40}\b(?:until|till|before)\b)"
)
_THEY = r"(?:(?:they|it|she|he|then|now|in[ ]the[ ]end|for[ ]now|unfortunately|sadly)(?:[ ,]{1,2}|(?=')))"
_USES_YET = r"(?![^.\n]{0,80}\b(?:(?:will|would)[ ](?:now[ ]|also[ ])?(?:us|join|pilot|start)|now[ ](?:wants?|uses?)))"
# "was interested as well but is staying with paper this year"
_WAS_INTERESTED = re.compile(
    r"(?:[ ](?:schools?|teachers?|staff))?[ ](?:(?:was|were|is|are|had[ ]been|has[ ]been|have[ ]been|seemed|looked)[ ]"
    r"(?:\w+[ ]){0,2}?(?:interested|keen|curious|considered|(?:invited|asked)(?![ ](?:by|to)[ ]))\b|"
    r"(?:had[ ]|has[ ]|have[ ])?(?:showed|shown|expressed)[ ](?:\w+[ ]){0,2}?interest\b|"
    r"(?:thought|looked|asked)[ ](?:about|at|into)\b)"
    rf"[^.;:()]{{0,50}}?,?[ ](?:but|yet|though)[ ]{_THEY}{{0,2}}(?:{_STAYS}|{_WAITS}|{_IS_NOT}){_USES_YET}",
    re.IGNORECASE,
)
# "is staying with paper"
_STAYS_WITH = re.compile(
    r"(?:[ ](?:schools?|teachers?|staff))?[ ](?:(?:is|are|will[ ]be)[ ](?:staying|sticking|remaining)|"
    r"(?:will|would[ ]rather|wants?[ ]to|prefers?[ ]to|chose[ ]to)[ ](?:stay|stick))[ ](?:with|on|to)[ ]"
    r"(?:paper|pencil|print(?:ed)?\b|books|text-?books|work-?books|work-?sheets|an?[ ]?other\b|a[ ]different\b|"
    r"what[ ](?:they|it)\b|(?:its|their)[ ](?!(?:plan|order|seats|licen[cs]es?|subscription|decision|choice)\b))",
    re.IGNORECASE,
)
# "are happy with what they have"
_IS_CONTENT = re.compile(
    r"(?:[ ](?:schools?|teachers?|staff|people|folks))?(?:'s|[ ](?:is|are|was|were|seems?|say(?:s)?[ ]they[ ]are))[ ]"
    r"(?:\w+[ ]){0,2}?(?:happy|content|satisfied|fine|good|set|comfortable|pleased)[ ]with[ ]"
    r"(?:what[ ](?:they|it)(?:[ ](?:has|have|uses?|got)\b|'ve[ ]got\b|[ ]already[ ](?:has|have|uses?)\b)|"
    r"(?:their|its)[ ](?:own|current|present|existing|old)\b|the[ ](?:one|tool|system|program|"
    r"product)[ ](?:they|it)\b)",
    re.IGNORECASE,
)
# "is not ready yet, so please leave them out"
_THEM = r"(?:them|it|her|him|that[ ](?:one|school|building|campus)|this[ ]school|those)"
_LEAVE_OUT = (
    rf"(?:(?:leave|left|leaving|keep|kept|take|took|count|cut|strike)[ ]{_THEM}[ ](?:out|off|aside)\b|"
    rf"(?:exclude|omit|skip|disregard|remove|drop)[ ]{_THEM}\b|"
    rf"(?:do[ ]not|don't)[ ](?:include|count|list|add|put|expect)[ ]{_THEM}\b)"
)
_POLITELY = (
    r"(?:(?:so|and|then|hence|therefore|thus|please|kindly|just|you[ ]can|we(?:'ve|'ll)?|I(?:'ve|'ll)?|to)[ ,]{1,2})"
)
_SO_LEAVE_OUT = re.compile(
    r"(?:[ ](?:schools?|teachers?|staff))?(?:'s[ ]not|[ ](?:was|were|is|are|isn't|aren't|wasn't|weren't|won't|will|"
    r"doesn't|does[ ]not))[ ](?!(?:the|an?|for|in|on)\b)"
    rf"[^.;:()]{{1,110}}?(?:,|;|[ ]-)?[ ]{_POLITELY}{{0,4}}{_LEAVE_OUT}",
    re.IGNORECASE,
)
_THIS_ORDER = (
    r"(?:(?:this|the|that|our)[ ](?:attached[ ]|enclosed[ ])?(?:one|quote|quotation|order|proposal|request|purchase|"
    r"time|submission|round|estimate)|it|this)"
)
# "Not part of this one!", "They are not on this quote", "That would be a separate quote"
_NO_PART_OF_THIS = (
    r"(?:(?:but[ ])?(?:they|it|she|he|that|this|those|that[ ](?:one|school|building))"
    r"(?:'s|'re|[ ](?:is|are|was|will[ ]be))?[ ])?"
    r"(?:not|isn't|aren't|n't)[ ](?:yet[ ])?(?:a[ ])?"
    rf"(?:(?:part[ ]of|included[ ]in|covered[ ]by|on|in|for)[ ]{_THIS_ORDER}|included|covered)(?=[ ]?[.,;:!)]|$)"
    r"|(?:that|this|it|they)(?:'s|'ll[ ]be|[ ](?:is|are|would[ ]be|will[ ]be))[ ](?:an?[ ])?"
    r"(?:separate|another|different)[ ](?:quote|order|proposal|purchase|request|matter)\b"
)
_LEAVE_THEM_OUT = re.compile(rf"\W*(?:{_POLITELY}{{0,4}}{_LEAVE_OUT}|{_NO_PART_OF_THIS})", re.IGNORECASE)


def sits_out(before: str, after: str) -> bool:
    """Whether of the place between `before` and `after` is said that it has no part in this purchase."""
    if not any(p.match(after) for p in (_WAS_INTERESTED, _STAYS_WITH, _SO_LEAVE_OUT, _IS_CONTENT)):
        return False
    return bool(IS_SUBJECT.search(before))


def leaves_them_out(sentence: str) -> bool:
    """Whether a sentence takes out those of whom the one before it speaks: "Please leave them out."."""
    return bool(_LEAVE_THEM_OUT.match(sentence))
