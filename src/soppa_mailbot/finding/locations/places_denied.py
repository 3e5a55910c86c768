"""Words that say of a place that it has no part in this purchase: not there, another year, perhaps once."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_used import OKAYED

_NO_PART = (
    r"(?:included\b|(?:concerned|affected|involved|covered|meant|participating|taking[ ]part)"
    r"(?=[ ]?[.,;:!)]|$|[ ](?:here|by[ ]this|in[ ]this|this[ ]time|at[ ]all)\b))"
)
# "Schools that will NOT use it: Lincoln, Oak Ridge"
_DENIED_LIST = re.compile(
    r"(?:\bnot|n't|\bnever|\bno[ ]longer|\bexcluded|\bexempt|\bleft[ ]out)\b[^.;:]{0,40}:[ ]*$", re.IGNORECASE
)
DENIED_BEFORE = re.compile(
    r"(?:\bnot|n't|\bnever|\bnothing|\bno[ ]longer|\bno(?:body|[ ]one)|\bnone|"
    r"\bexcept(?:ing)?(?:[ ]for)?|\bwith(?:[ ]the)?(?:[ ]\w+)?[ ]exceptions?[ ]of|\bexcluding|\bexclude[sd]?|\bwithout|"
    r"\bother[ ]than|\bbesides|\bapart[ ]from|\baside[ ]from|\bminus|\bbut[ ]not|"
    r"\b(?:all|every|each)\b[^.;]{0,40}\bbut(?:[ ]for)?|\b(?:all|every|each)\b[^.;]{0,90}\bsave(?:[ ]for)?|"
    r"\bwent[ ]live|\b(?:confused|mixed[ ]up|mistaken)[ ](?:with|for)|(?:^|[.,;(][ ]*)no[ ]to|"
    r"\binstead[ ]of|\brather[ ]than|\bnor|\bneither|\b(?:same|shared?)[ ](?:building|campus|site|roof)[ ](?:as|with)|"
    r"\bnext[ ](?:door[ ])?to|\bacross[ ](?:the[ ](?:street|road|hall)[ ])?from|\bnothing[ ](?:new|changes)|"
    r"\bno[ ]changes?|"
    r"\b(?:feedback|success|results?|reviews?|reaction)[ ](?:from|at|in|with))[ ,(]+(?:(?:yet|for|at|in|by|to|the|"
    r"include|including|"
    r"be|being|used?|using|our|your|intended|meant|"
    r"available|students?|teachers?|staff|from|of|schools?|it)[ ]+){0,5}$",
    re.IGNORECASE,
)
BEFORE_CLAUSE_DENIED = re.compile(
    r"\b(?:last[ ](?:school[ ])?(?:year|spring|fall|summer|winter|semester|month)|previous(?:ly)?|formerly|"
    r"years?[ ]ago|in[ ]the[ ]past|"
    r"already[ ](?:in[ ]use|used?|using|live|deployed|running|piloted|active|have|has|have[ ]it)|(?:is|was|"
    r"are|were)[ ]already|used[ ]to|"
    r"maybe|perhaps|possibly|might|may[ ](?:later|also|eventually|be|expand|add|join)|eventually|"
    r"down[ ]the[ ]road|phase[ ](?:2|two|ii|3|three)|"
    r"(?:hope|plan|like|want)[ ]to[ ]expand|(?<!please )(?<!thanks for )(?<!thank you for )consider(?:ing)?|"
    r"could[ ](?:later|also|eventually)|"
    r"in[ ]the[ ]future|"
    r"customers?(?![ ](?:would|will|is|are)\b)|clients?|references?(?![ ]to\b)|trusted[ ]by|case[ ]stud\w+|"
    r"success[ ]stor\w+|similar[ ]to|"
    r"validated|field-?tested|normed|worked[ ]with|already[ ]work(?:ing)?[ ]with|partnered[ ]with|unlike|"
    r"graduated|attended|grew[ ]up|alumn\w+|(?<!is )(?<!are )(?<!be )taught[ ]at|worked[ ]at|used[ ]it[ ]at)\b",
    re.IGNORECASE,
)
DENIED_AFTER = re.compile(
    rf"(?:'s)?[ ,(]*(?:(?:students?|teachers?|staff|people|folks|team|principal)[ ])?(?:already(?!{OKAYED})|"
    rf"used[ ]to|formerly|previously|ha(?:s|"
    r"ve)[ ](?:been[ ]using|used|had)|had[ ](?!(?:us|me)[ ])|"
    r"(?:is|are)[ ](?:already|currently[ ]using|not|no[ ]longer)|"
    r"(?:is|are)n't|"
    r"ha(?:s|ve)[ ](?:our|the|it|this|its|their|an?|these)\b[^.;:]{0,50}?[ ]already\b|"
    r"[^.;:]{0,80},[ ](?:(?:that|this|it)(?:'s|[ ]is)|which[ ]is)[ ]separate\b|"
    # "which we quoted in error"
    r"(?:,?[ ](?:which|that)|[ ]\()[ ]?(?:we|i|they)(?:'d|[ ]had)?[ ]"
    r"(?!(?:\w+[ ])?(?:left|forgot|dropped|omitted|missed|skipped)\b)[^.;:,]{0,30}\b(?:in[ ]error|by[ ]mistake|"
    r"mistakenly)\b"
    r"(?=[ ]?(?:[.,;:!)]|$)|[ ](?:last|before|earlier|on|in|the)\b)|"
    # "Cameras for Lincoln were on last year's PO"
    r"(?:was|were|is|are)[ ](?:all[ ]|both[ ])?(?:on|part[ ]of|in|covered[ ]by)[ ](?:last[ ](?:year|month|spring|fall|"
    r"summer)'s|(?:an?|the)[ ](?:earlier|last|previous|prior|separate|different|other))[ ](?:\w+[ ])?(?:p\.?o\.?|"
    r"orders?|"
    r"purchase(?:[ ]order)?|quote|quotation|invoice|contract|proposal)\b(?![^.;]{0,200}\b(?:again|also|too|still|this|"
    r"now)\b)|"
    r"(?:ran|hosted)[ ](?:the|a|our)[ ](?:\w+[ ])?(?:pilot|trial|test)\b[^.;:()]{0,20}\b(?:last|in[ ]20\d\d|ago)\b|"
    # "you have also a West Ridge, it is not concerned"
    r"(?:[^.;:()]{1,60})?(?:,|;|[ ]-)[ ](?:but[ ])?(?:they|it|which|that[ ](?:one|school|building))"
    rf"(?:(?:'re|'s|[ ](?:are|is))[ ]not|[ ](?:aren't|isn't))[ ](?:part[ ]of\b|in\b|{_NO_PART})|"
    r"(?:looked[ ]at|saw|tried|considered)[ ][^.;:]{1,30}?[ ]but[ ]|"
    r"(?:can|could|may|might|will)[ ](?:all[ ]|also[ ]|both[ ])?(?:be[ ]added|follow|come|join)[ ](?:later|next|"
    r"afterwards)\b|"
    r"(?:now|currently)[ ](?:uses?|ha(?:s|ve))|(?:will|do|does|did|would|can)[ ]?(?:not|n't)|won't|don't|"
    r"doesn't|used[ ]it[ ]|opted[ ]out|"
    r"(?:isn't|is[ ]not|aren't|are[ ]not)[ ](?:buying|part)\b|"
    r"(?:may|might|could)[ ](?:also[ ]|later[ ]|eventually[ ])?(?:join|follow|be|want|use|come|add)|"
    r"(?:is|are)[ ](?:on|with|using)[ ](?:an?other|a[ ]different|their[ ]own|its[ ]own)\b|"
    r"(?:they|we)[ ](?:already[ ])?(?:have|had)[ ](?:already[ ]|an?other[ ])|"
    r"(?:will|would)[ ](?:possibly|perhaps|maybe|probably|likely[ ])?(?:join|follow)|"
    r"(?:ha(?:s|ve)[ ])?(?:(?:since|now|just|meanwhile|then|recently|unfortunately|sadly|both|all|again)[ ]){0,2}"
    r"(?:(?:chose|chosen|picked|selected|gone[ ]with|went[ ]with)[ ]"
    r"(?:another|a[ ]different|some(?:one|thing)[ ]else|an?[ ]competitor|a[ ]rival)\b|"
    r"decided[ ](?:to[ ](?:pass|wait|skip|hold|stay|drop|leave|go[ ](?:with[ ])?(?:an?[ ]|in[ ]a[ ])?(?:different|"
    r"another))|"
    r"against|not)|chose(?:n)?[ ]not|"
    r"elected[ ]not|passed[ ]on|(?:is|are)[ ](?:passing|sitting)|will[ ](?:pass|skip|sit)\b|declined|withdr\w+|"
    r"cancell?ed|(?:backed|dropped|pulled)[ ]out)|"
    r"(?:is|are)[ ](?:considering|thinking|undecided|up[ ]and[ ]running|all[ ]set|live[ ](?:with|on|since|already))|"
    r"(?:is|are)[ ](?:excluded|out)\b|excluded)"
    # "monitors Lincoln, but its users are the crew of the Facilities Office"
    r"|(?:[ ][^.;:()]{0,40})?,?[ ]but[ ](?:its|the)[ ](?:only[ ]|actual[ ])?users[ ](?:are|will[ ]be)\b"
    # "wanted logins too but Ron said no"
    r"|(?:'s)?[ ][^.;:()]{0,40},?[ ]but[ ][^.;:()]{0,40}?\b(?:said[ ]no|declined|refused|turned[ ](?:it|them|that|"
    r"us)[ ]down|"
    r"not[ ](?:now|yet|this[ ](?:year|time))|took[ ](?:it|them)[ ](?:off|out))\b",
    re.IGNORECASE,
)
# "Blackhawk renews in spring": another purchase than this one
RENEWS_THEN = re.compile(
    r"[ ](?:(?:will|may|might|could|would|is[ ]to)[ ]|already[ ]|just[ ]|only[ ])?renew(?:s|ed)?[ ]"
    r"(?:(?:it|theirs|only|again)[ ])?(?:(?:in|next|last|after)\b(?![ ]th(?:is|e[ ]same)\b)|later\b|separately\b)",
    re.IGNORECASE,
)
# "considering adding Lincoln": a word of going on that is itself in doubt
PERHAPS_ADDED = re.compile(
    r"\b(?:consider(?:s|ing)?|thinking[ ](?:of|about)|talk(?:ing|ed)?[ ](?:of|about)|discuss(?:ing|ed)?|"
    r"explor(?:e|ing)|might|maybe|perhaps|possibly|may|could|(?:hop(?:e|es|ing)|plan(?:s|ning)?|like|want)[ ](?:to|on)|"
    r"interested[ ]in|"
    r"before|instead[ ]of|without|not|n't|later|eventually|open[ ]to)"
    r"(?:[ ](?:also|even|later|eventually|one[ ]day|be|yet)){0,3}[ ]add(?:s|ing)?[ ](?:(?:the|your|in|both)[ ]){0,2}$",
    re.IGNORECASE,
)
# "start with Lincoln this year and add Addams next year"
ADDED = re.compile(
    r"\b(?:start|begin|first|this[ ]year|now|pilot|initially|phase[ ](?:1|one|i)\b)[^.;]*"
    r"\b(?:add(?:ing)?|bring(?:ing)?[ ]in|expand(?:ing)?[ ](?:it[ ])?(?:to|into)|extend(?:ing)?[ ](?:it[ ])?to|"
    r"mov(?:e|ing)[ ]on[ ]to|follow[ ]with|roll(?:ing)?[ ](?:it[ ])?out[ ]to)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
ANOTHER_YEAR = re.compile(
    r"[ ,(]{1,2}(?:next[ ](?:school[ ])?year|the[ ](?:year|one)[ ]after|(?:in|for)[ ](?:the[ ])?(?:following|second|"
    r"coming)[ ](?:school[ ])?year|in[ ](?:phase|year)[ ](?:2|two|ii)\b|later\b(?![ ]this)|at[ ]a[ ]later)",
    re.IGNORECASE,
)
# "the middle schools except Lincoln", "the middle schools (not Lincoln)"
_EXCEPTED_BEFORE = re.compile(
    r"\b(?:except|exclud|other[ ]than|but\b|save\b|minus|apart|aside|without|besides)|"
    r"[(][ ]?not[ ](?:at[ ]|for[ ]|in[ ])?$",
    re.IGNORECASE,
)


# "strike that, the Lincoln people backed out": said of the name itself
_BACKED_OUT = re.compile(
    r"(?:'s)?(?:[ ](?:schools?|students?|teachers?|staff|people|folks|team|principal|crowd|group))?[ ]"
    r"(?:(?:has|have|had|just|all|both|since|now|already)[ ]){0,3}(?:(?:backed|dropped|pulled|bowed|"
    r"opted)[ ]out|withdr[ae]w|"
    r"withdrawn|declined|(?:changed|change)[ ]their[ ]minds?|(?:is|are)[ ](?:no[ ]longer[ ]in\b|out\b(?![ ]of)))",
    re.IGNORECASE,
)


def backed_out(after: str) -> bool:
    """Such as "the Lincoln people backed out", "HR won't", in an answer too."""
    return bool(_BACKED_OUT.match(after) or _IT_DOES_NOT.match(after))


# "every school gets a desk; Harbor does not", "..., not Harbor": it has no part in what was said of all of them
_NOT_THIS_ONE = re.compile(
    r"[,;:(-][ ]{0,2}(?:(?:but|though|just|only|and|yet)[ ])?not[ ](?:(?:at|for|in|by|to|the)[ ]){0,2}$", re.IGNORECASE
)
_IT_DOES_NOT = re.compile(
    r"(?:'s)?(?:[ ](?:schools?|students?|teachers?|staff|people|team))?[ ]"
    r"(?:(?:will|do|does)[ ]not|won't|don't|doesn't|(?:is|are)[ ]not|isn't|aren't)"
    r"(?:[ ](?:be[ ])?(?:us(?:e|ing)|get(?:ting)?|need(?:ing)?|want(?:ing)?|tak(?:e|ing)|hav(?:e|ing)|"
    r"buy(?:ing)?|join(?:ing)?)(?:[ ](?:it|this|that|them|one|any|part|in|on))?|[ ](?:be[ ])?(?:included|covered|"
    r"part[ ]of[ ](?:it|this|that)|participating|taking[ ]part|"
    r"on[ ](?:it|this|the[ ](?:quote|order|list))|in[ ](?:it|on[ ](?:it|this))))?"
    r"(?=[ ]?(?:[.,;!)]|$)|[ ](?:because|since|as|yet|for[ ]now|this[ ]year|this[ ]time|at[ ]all)\b)",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"\b(?:all|every|each|both|entire|whole|schools|buildings|campuses|elementaries)\b|\b(?:district|"
    r"system)[- ]?wide\b",
    re.IGNORECASE,
)


def has_no_part(before: str, after: str) -> bool:
    """Whether the name between is said to have no part in what others have: "; Harbor does not", ", not Harbor"."""
    return bool(_NOT_THIS_ONE.search(before) or _IT_DOES_NOT.match(after))


def left_out_of_all(before: str, after: str) -> bool:
    """Whether the name between is taken out of all of whom the same sentence has spoken."""
    return bool(_OF_ALL.search(before)) and (denied_directly(before) or has_no_part(before, after))


# "All schools will use it, but Lincoln will begin in May": a clause of its own, and no exception
_COMMA_BUT = re.compile(r",[ ]but[ ](?:the[ ])?$", re.IGNORECASE)


def only_contrasts(before: str) -> bool:
    return bool(_COMMA_BUT.search(before))


def excepts(before: str) -> bool:
    """Whether the words right before a name take it out of a group."""
    return bool(_EXCEPTED_BEFORE.search(before[-40:]))


def denied_directly(before: str) -> bool:
    """Such as "except Lincoln", "not at Lincoln": said of the name itself, so that it holds in an answer too."""
    return bool(DENIED_BEFORE.search(before) or _DENIED_LIST.search(before))
