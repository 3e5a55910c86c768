"""Places that sit this purchase out: "Lincoln was interested as well but is staying with paper, so leave them out"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_subject import IS_SUBJECT
from soppa_mailbot.finding.locations.places_words import PEOPLE

# "Lincoln's staff", "the Lincoln people"
_ITS_PEOPLE = rf"(?:(?:'s?)?[ ](?:schools?|teachers?|principal|{PEOPLE}))?"
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
    rf"{_ITS_PEOPLE}[ ](?:(?:was|were|is|are|had[ ]been|has[ ]been|have[ ]been|seemed|looked)[ ]"
    r"(?:\w+[ ]){0,2}?(?:interested|keen|curious|considered|(?:invited|asked)(?![ ](?:by|to)[ ]))\b|"
    r"(?:had[ ]|has[ ]|have[ ])?(?:showed|shown|expressed)[ ](?:\w+[ ]){0,2}?interest\b|"
    r"(?:thought|looked|asked)[ ](?:about|at|into)\b)"
    rf"[^.;:()]{{0,50}}?,?[ ](?:but|yet|though)[ ]{_THEY}{{0,2}}(?:{_STAYS}|{_WAITS}|{_IS_NOT}){_USES_YET}",
    re.IGNORECASE,
)
# "is staying with paper"
_STAYS_WITH = re.compile(
    rf"{_ITS_PEOPLE}[ ](?:(?:is|are|will[ ]be)[ ](?:staying|sticking|remaining)|"
    r"(?:will|would[ ]rather|wants?[ ]to|prefers?[ ]to|chose[ ]to)[ ](?:stay|stick)|stays|sticks)[ ](?:with|on|to)[ ]"
    r"(?:paper|pencil|print(?:ed)?\b|books|text-?books|work-?books|work-?sheets|an?[ ]?other\b|a[ ]different\b|"
    r"what[ ](?:they|it)\b|(?:its|their)[ ](?!(?:plan|order|seats|licen[cs]es?|subscription|decision|choice)\b))",
    re.IGNORECASE,
)
# "are happy with what they have"
_IS_CONTENT = re.compile(
    rf"{_ITS_PEOPLE}(?:'s|[ ](?:is|are|was|were|seems?|say(?:s)?[ ]they[ ]are))[ ]"
    r"(?:\w+[ ]){0,2}?(?:happy|content|satisfied|fine|good|set|comfortable|pleased)[ ]with[ ]"
    r"(?:what[ ](?:they|it)(?:[ ](?:has|have|uses?|got)\b|'ve[ ]got\b|[ ]already[ ](?:has|have|uses?)\b)|"
    r"(?:their|its)[ ](?:own|current|present|existing|old)\b|the[ ](?:one|tool|system|program|"
    r"product)[ ](?:they|it)\b)",
    re.IGNORECASE,
)
# "buy their own stuff", "has its own thing through the county", "has a contract with another company"
_HAS_ITS_OWN = re.compile(
    rf"{_ITS_PEOPLE}[ ](?:(?:already|still|now|just|each|both|all)[ ]){{0,2}}(?:"
    r"(?:has|have|uses?|buys?|runs?|makes?|likes?|prefers?|keeps?|builds?|writes?)[ ](?:"
    r"(?:their|its)[ ]own(?:[ ](?:\w+[ ])?(?:things?|stuff|systems?|programs?|products?|software|tools?|ways?|"
    r"solutions?|methods?|platforms?|apps?|curricul\w+|vendors?|providers?|ones?|materials?|supplies)\b|"
    r"(?=[ ]?[.,;!)]|$|[ ](?:through|from|via|by|already|for[ ]now)\b))|"
    r"(?:something|somebody|someone)[ ]else\b|an?[ ]?other[ ](?:one|vendor|company|provider|publisher|program|product|"
    r"system|tool|platform|app)\b)|"
    r"(?:has|have|(?:(?:has|have)[ ])?signed|(?:is|are)[ ](?:in|under|bound[ ]by)|renewed)[ ](?:an?|its|their|the)[ ]"
    r"(?:[\w-]+[ ]){0,2}?"
    r"(?:contract|agreement|deal|licen[cs]e|subscription|arrangement|commitment)[ ](?:with|from|for|through|to)[ ]"
    r"(?:an?[ ]?other|a[ ]different|some(?:one|body|thing)[ ]else|an?[ ]competitor)\b)",
    re.IGNORECASE,
)
# "will keep building by hand"
_BY_HAND = re.compile(
    rf"{_ITS_PEOPLE}(?:'ll|[ ](?:will|would[ ]rather|wants?[ ]to|prefers?[ ]to|"
    r"(?:is|are)[ ]going[ ]to|plans?[ ]to|chose[ ]to|decided[ ]to))?[ ](?:just[ ]|still[ ])?"
    rf"(?:keeps?|continues?|does[ ](?:it|this|so)|"
    r"goes[ ]on|go[ ]on|carry[ ]on|stays?|(?:is|are)[ ](?:keeping|continuing|staying))[ ][^.;:,()]{0,50}?"
    r"\b(?:by[ ]hand|on[ ]paper|manually|the[ ]old[ -](?:fashioned[ ])?way|(?:in|with)[ ](?:their[ ]|a[ ])?"
    r"(?:spreadsheets?|excel|google[ ]sheets)|in[ -]?house|(?:their|its)[ ]own[ ]way|as[ ](?:they|it)[ ](?:do|does|did|"
    r"always[ ]\w+)|themselves|without[ ](?:it|us|one|any))\b"
    r"(?![^.;]*\b(?:until|till|which[ ]is[ ]why|so[ ](?:they|we)|but)\b)",
    re.IGNORECASE,
)
# "serve as this year's comparison group and will receive no accounts"
_GETS_NONE = re.compile(
    rf",?{_ITS_PEOPLE}[ ](?:[^.;:()]{{0,60}}?[ ]and[ ])?(?:(?:will|would|do|does)[ ])?(?:"
    r"(?:receives?|gets?|needs?|ha(?:s|ve)|takes?|wants?|requires?|orders?|buys?)[ ](?:no|none|zero)[ ]"
    r"(?:(?:more|new|additional|further)[ ])?(?:accounts?|seats?|log-?ins?|access|licen[cs]es?|copies|part\b|"
    r"of[ ](?:it|them|this|these|the)\b)|"
    r"(?:serves?|acts?|be|is|are|functions?|remains?|stays?)[ ](?:only[ ])?(?:as[ ])?(?:[\w'-]+[ ]){0,3}?"
    r"(?:comparison|control)[ ](?:groups?|schools?|sites?|class(?:es)?|condition))",
    re.IGNORECASE,
)
# "said no changes are needed" refuses nothing
_REFUSED = r"(?:said[ ]no\b(?![ ](?!thank)\w)|turned[ ](?:it|us|this|that)[ ]down)"
# "voted it down", "said no"
_SAID_NO = re.compile(
    rf"(?:'s?)?{_ITS_PEOPLE}[ ](?:(?:has|have|had|both|all|just|since)[ ])"
    rf"{{0,2}}(?:voted[ ](?:no\b|against\b|(?:it|this|us|that)[ ]down)|{_REFUSED}|"
    r"said[ ]they[ ](?:don't|won't|do[ ]not)|took[ ]a[ ]pass|"
    r"(?:has|have)[ ]no[ ](?:interest|use|need)\b)",
    re.IGNORECASE,
)
# "wanted in but the greenhouse fell through", "considered joining but will not"
_WANTED = re.compile(
    rf"{_ITS_PEOPLE}[ ](?:had[ ])?(?:(?:also|really|first|originally|initially)[ ])?"
    r"(?:wanted|hoped|considered|planned|meant|intended|thought[ ](?:of|about)|would[ ]have[ ](?:liked|loved))[ ](?:"
    r"(?:in|it[ ](?:too|as[ ]well))\b|(?:to[ ](?:join|be[ ](?:in|included|part)|take[ ]part|participate|come)\b|"
    r"joining|"
    r"participating|taking[ ]part)(?:[ ](?:us|in|it|this|the[ ]\w+|with[ ]\w+|of[ ](?:it|this)))?|to(?=,?[ ]))"
    r"(?:[ ](?:too|as[ ]well|also))?,?[ ](?:but|yet|though)[ ](?P<but>[^.;:!?]{0,80})",
    re.IGNORECASE,
)
_AFTER_ALL = re.compile(
    r"\b(?:will|would|'ll|is|are|can)[ ](?!not\b|n't)(?:\w+[ ])?(?:join|use|start|begin|get|be[ ]in|in\b|on\b)|"
    r"\bnow[ ]|"
    r"\bonly[ ](?:\d|one|two|some|with|for)|\b(?:settled|ended[ ]up)\b",
    re.IGNORECASE,
)
# "declined the training" is of something else
_IT_ALL = (
    r"(?=[ ]?(?:[.,;!)]|$)|[ ](?:it|this|that|them|altogether|entirely|thank\w*|us|for[ ]now|"
    r"(?:for[ ])?this[ ](?:year|time|round)|"
    r"(?:un)?til[l]?[ ](?:the[ ])?(?:next|20\d\d|another)|for[ ](?:next|another|20\d\d)|a[ ](?:\w+[ ])?year|"
    r"another|because|as|since|"
    r"due[ ]to)\b)"
)
_DECLINED = (
    rf"(?:(?:decided|chosen?|elected|opted)[ ](?:(?:not|against)(?:{_IT_ALL}|[ ](?:to[ ])?(?:be[ ])?(?:us|join|"
    rf"participat|buy|"
    rf"order|renew|tak|go|do|licens|mov)\w*)|to[ ](?:wait|pass|hold[ ]off|skip|stay|stick)(?:{_IT_ALL}|[ ](?:with|"
    rf"on)[ ]"
    rf"(?:paper|pen|what|(?:their|its)[ ](?:own|old|current)|another|a[ ]different)\b)|"
    r"out\b(?![ ]of[ ](?!it\b|this\b|that\b)))|"
    rf"(?:opt(?:s|ing)[ ]out|passed|declined|withdr[ae]wn?|waiting|holding[ ]off|held[ ]off|skipp(?:ed|ing)){_IT_ALL}|"
    r"(?:backed|pulled|dropped|bowed)[ ]out|sitting[ ](?:it|this)|(?:went|gone|going)[ ]with[ ](?:an?[ ]?other|"
    r"a[ ]different|"
    rf"some(?:one|thing)[ ]else)|{_REFUSED}|"
    r"(?:not|n't)[ ](?:yet[ ])?(?:interested|ready|participating|joining)(?=(?:[ ]yet)?(?:[ ]?[.,;!)]|$)|"
    r"[ ](?:in|for)[ ](?:it|this|that)\b|[ ](?:this|at|now|because|since)\b))"
)
_WERE = (
    r"(?:'ve|'s|'re|'ll|[ ](?:have|has|had|are|is|were|was|will))?[ ](?:(?:both|all|since|now|just|then|already)[ ])?"
)
# "We also had conversations with Lincoln, but they have decided to wait until 2027-28"
_BUT_THEY = re.compile(
    rf"(?:[ ,][^.;:()]{{0,40}}?)?,?[ ](?:but|though|yet)[ ](?:they|she|he|it|(?:the|its|their)[ ]"
    rf"(?:school|principal|staff|team|building))(?:{_WERE}|(?=n't)){_DECLINED}",
    re.IGNORECASE,
)
# "The trial is over and both have said no thank you"
_THEY_DECLINED = re.compile(
    rf"\W*(?:[^.;:!?]{{0,60}}?\b(?:and|but),?[ ])?(?:(?:they|both|(?:the[ ]|those[ ])?two|all[ ](?:two|three|four|"
    rf"of[ ]them))"
    rf"(?:[ ](?:schools|of[ ]them))?{_WERE}{_DECLINED}|"
    r"neither(?:[ ](?:school|one|of[ ]them))?[ ](?:(?:is|was)[ ](?:interested|joining|participating|ready)|"
    r"wants?|wanted|will[ ](?:be[ ])?(?:us|join|continu|renew|tak|order)\w*|(?:has[ ])?(?:renewed|ordered|"
    r"signed[ ]up)))\b",
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
    rf"{_ITS_PEOPLE}(?:'s[ ]not|[ ](?:was|were|is|are|isn't|aren't|wasn't|weren't|won't|will|"
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


# "her colleague at Lincoln, Mr. Ames, considered joining"
_ASIDE = re.compile(
    r"(?:,[ ](?!(?:and|or|but|who|which|that)\b)[^,.;:()]{0,4}\.?[^,.;:()]{1,36},|[ ]\([^()]{1,40}\))(?=[ ])"
)
_OF_ITSELF = (
    _WAS_INTERESTED,
    _STAYS_WITH,
    _SO_LEAVE_OUT,
    _IS_CONTENT,
    _HAS_ITS_OWN,
    _BY_HAND,
    _GETS_NONE,
    _SAID_NO,
)


def sits_out(before: str, after: str) -> bool:
    """Whether of the place between `before` and `after` is said that it has no part in this purchase."""
    if _BUT_THEY.match(after):
        return True
    aside = _ASIDE.match(after)
    rests = (after, after[aside.end() :]) if aside else (after,)
    return any(_said_of_it(rest) for rest in rests) and bool(IS_SUBJECT.search(before))


def _said_of_it(after: str) -> bool:
    if any(p.match(after) for p in _OF_ITSELF):
        return True
    wanted = _WANTED.match(after)
    return wanted is not None and not _AFTER_ALL.search(wanted["but"])


def leaves_them_out(sentence: str) -> bool:
    """Whether a sentence takes out those of whom the one before it speaks: "Please leave them out."."""
    return bool(_LEAVE_THEM_OUT.match(sentence))


def they_declined(sentence: str) -> bool:
    """Whether a sentence says that those of whom the one before it speaks do not want it: "Both have said no."."""
    return bool(_THEY_DECLINED.match(sentence))
