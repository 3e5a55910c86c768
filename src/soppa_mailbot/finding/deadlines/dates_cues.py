"""Words around a date that say what the date is for: the District's approval, or something else.

A cue stands before its date ("approval by ...") or after it ("... is when we need approval"). The nearest one decides;
a clause boundary or another date between makes it far away.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.dates_arithmetic import MONTHS
from soppa_mailbot.finding.common.dates_foreign import FOREIGN_AGAINST, FOREIGN_APPROVAL
from soppa_mailbot.finding.common.promises import ANSWERS, PROMISES
from soppa_mailbot.finding.deadlines.dates_asked_for import TARGET_OF
from soppa_mailbot.finding.deadlines.dates_firm import IN_ANY_CASE, IT_IS_HERE, NO_LATER
from soppa_mailbot.finding.deadlines.dates_in_text import DateSpan
from soppa_mailbot.finding.deadlines.dates_of_boards import BOARD_MEETS
from soppa_mailbot.finding.deadlines.dates_of_things import OTHERS_NEEDED
from soppa_mailbot.finding.deadlines.dates_words_abroad import WANTED_FIRST, YES_ABROAD

# Beyond this many characters a cue no longer speaks of a date. What stands between counts in: a clause boundary as 70,
# another date as 90.
REACH = 160


class Strength(IntEnum):
    """How surely a cue speaks of the District's approval."""

    AGAINST = -1  # it says what else the date is
    NONE = 0
    BOARD = 1  # a board meeting: the approval's day only where none is named
    NEEDED = 2  # needed by, deadline, no later than
    APPROVAL = 3  # approval, sign-off


@dataclass(frozen=True, slots=True)
class Cue:
    start: int
    end: int
    strength: Strength
    words: str


# "approval", misspelt or said as in another language: "aproval", "approvation", "approbal", "apporval"
APPROVING = r"ap{1,3}(?:ro|or)[vb](?:als?|els?|ol|il|e|ed|es|ing|e?ments?|ations?|asion|ition)\b"
_SIGN_OFF = r"sign(?:ed|ing|s)?[- ]?off"
_A_DAY = rf"(?:\d|(?:mon|tues|wednes|thurs|fri)day|(?:{MONTHS})\.?[ ])"
# "executed by me on October 19" is done
_DONE_ON = rf"[ ](?:[\w.'’-]+[ ]){{1,4}}on[ ](?:the[ ])?{_A_DAY}"
_THAT_IT_IS = r"[^.;!?]{0,60}?[ ](?:that|when|once)[ ](?:[\w’'-]+[ ]){1,4}?(?:approved|signed[ ]off)\b"
# but "written approval, final version, by January 18"
_VERSION = r"(?<!,[ ]final[ ])(?<!\(final[ ])(?<!in[ ]final[ ])(?<!its[ ]final[ ])version"
_APPROVAL = (
    # "let us know by June 30 that the District has finally approved it"
    rf"(?:let[ ](?:us|me)[ ](?:know|hear)|(?:tell|inform|notify|assure)[ ](?:us|me))(?={_THAT_IT_IS})",
    # "would like to know by September 25 that the District has approved it", "need an answer from the District by"
    rf"to[ ](?:know|hear|learn)(?={_THAT_IT_IS})",
    r"(?:an[ ]answer|the[ ]answer|a[ ]decision|word)[ ](?:from|of)[ ](?:the|your)[ ](?:school[ ])?(?:district|board)",
    # "approved at the meeting on February 15 at the latest"
    r"approved[ ](?:at|in)[ ](?:the|its|your)[ ](?:board[ ])?meeting[ ](?:on|of)"
    r"(?=[^.;]{3,40}?(?:at[ ]the[ ]latest|or[ ](?:earlier|sooner)))",
    # "The district has until January 22 to give its final yes"
    r"(?:district|board|office|team|you|they)[ ](?:has|have|had|would[ ]have|will[ ]have)[ ]until"
    r"(?=[ ][^.;!?]{3,40}?[ ]to[ ](?:approv|sign|decid|give|say|ok|finish|complet|issu|grant)\w*)",
    # "So the District has time for its final approval until January 11", "may take until January 11 for its approval"
    r"(?:district|board|office|team|you|they)[ ](?:has|have|had|would[ ]have|will[ ]have|may[ ]take|can[ ]take)[ ]"
    r"(?:(?:plenty[ ]of[ ]|enough[ ])?time[ ][^.;:!?]{0,40}?\b(?:approv\w+|sign(?:ing)?[- ]?off|decide|decision)"
    r"[^.;:!?]{0,30}?[ ]until(?=[ ])|until(?=[ ][^.;!?]{3,30}?[ ](?:for|with)[ ][^.;!?]{0,30}?"
    r"\b(?:approval|decision|sign[- ]?off)\b))",
    r"(?:for|with)[ ](?:the|its|your)[ ](?:final[ ])?(?:approval|decision|sign[- ]?off),?[ ](?:the[ ]|your[ ])?"
    r"(?:district|board|office|you|they)[ ](?:has|have|may[ ]take|can[ ]take)(?:[ ]time)?[ ]until(?=[ ])",
    # "our window to get final approval closes December 4"
    r"(?:(?:window|period)[ ](?:for|to|of)[ ](?:[\w'’]+[ ]){0,4}?(?:approval|sign[- ]?off)|"
    r"(?:approval|sign[- ]?off)[ ](?:window|period))[ ](?:closes|ends|will[ ](?:close|end)|runs[ ]out)(?:[ ]on)?"
    r"(?=[ ])",
    # "approved by the last day before winter break, i.e. Friday, Dec. 18"
    r"(?:approv\w+|sign(?:ed)?[- ]?off)[ ](?:by|on|before)[ ]the[ ]last[ ](?:school[ ])?day[ ]before[ ](?:\w+[ ]){0,3}?"
    r"(?:break|recess|vacation|holidays?)\b",
    # "approvals take a while, but would hope to have yours within three weeks"
    r"approvals?[ ][^.;!?]{0,80}?\b(?:have|get|see|receive)[ ]yours\b",
    # "have the agreement approved, signed and returned by"
    r"(?<!was[ ])(?<!were[ ])(?<!been[ ])approved(?:,|[ ](?:and|&|n))?[ ](?:counter-?)?signed"
    r"(?:(?:,|[ ](?:and|&|n)|,[ ]and)[ ](?:returned|dated|sealed|sent[ ]back))?"
    r"(?=[ ](?:by|before|no[ ]later|within|in[ ](?:the[ ](?:next|coming)[ ])?(?:\d|\w+[ ](?:days|weeks)))\b)",
    # "the Superintendent's signature could be on the agreement by"
    r"(?:superintendent|district|board|your)(?:'s)?[ ](?:counter-?)?signatures?(?:[ ]\w+){0,3}?(?:[ ]on[ ](?:the|"
    r"our|this|it)"
    r"(?:[ ]\w+)?)?(?=[ ](?:by|before|no[ ]later|(?:some[ ]?time[ ])?(?:this|next)[ ](?:fall|winter|spring|summer))\b)",
    # "Just need a yes from you guys by"
    r"(?:need|want|get|have|hear|for|love|like|appreciate)s?[ ](?:a|your|the|that)[ ](?:final[ ]|quick[ ])?(?:yes|"
    r"nod|ok(?:ay)?)\b",
    # "She'd like it OKed by January 15", "appr by 12/18"
    r"(?:ok(?:'?ed|'d|ayed)|o\.k\.(?:'d|'?ed)?|"
    r"app?r(?:'?v?'?d|v|vd|ovd)?\.?)(?=[ ](?:by|before|no[ ]later|on[ ]or[ ]before)\b)",
    r"(?:fully[ ]|finally[ ])?approved[ ](?:agreement|contract|addendum)(?=[ ]?[:,]|[ ](?:by|before|no[ ]later|"
    r"on[ ]or)\b)",
    r"(?:your|the[ ]district's|the)[ ]final[ ](?:agreement|validation|consent|acceptance)(?:[ ]and[ ]signature)?"
    r"(?=[ ]?[:,]|[ ](?:by|before|no[ ]later|until)\b)",
    *FOREIGN_APPROVAL,
    # "approval from Sauk Bend CUSD 147 by": whose it is, and not since when
    rf"(?<!got[ ])(?<!had[ ])(?<!received[ ])(?<!obtained[ ])(?<!won[ ])(?:{APPROVING}|{_SIGN_OFF})[ ]from[ ]"
    rf"(?!{_A_DAY})(?=(?:(?!(?:we|I|you|they|it|is|was|were|has|had|came|arrived|will|can)[ ])[\w.,'’&-]+[ ]){{1,9}}?"
    r"(?:by|before|no[ ]later|on[ ]or[ ]before)[ ])",
    rf"{TARGET_OF}(?=[ ]{_A_DAY})",
    # "The approval by your district should arrive here at": what comes by that day is the approval, and no parcel
    rf"(?:{APPROVING}|{_SIGN_OFF})(?:[ ](?:of|from|by)[ ](?:the|your)[ ](?:school[ ])?(?:district|board|"
    r"superintendent|office|side))?[ ](?:should|must|shall|needs?[ ]to|ha(?:s|ve)[ ]to|ought[ ]to|is[ ]to|can|could)[ ]"
    r"arrive(?:[ ](?:here|in|with[ ]us|at[ ]our[ ]\w+|on[ ]our[ ]\w+))?(?=[ ])",
    WANTED_FIRST,
    APPROVING,
    _SIGN_OFF + r"\b",
    r"(?:be|get|is|gets|have[ ]it|it|them|and)[ ](?:counter)?signed(?=[ ](?:by|before|no[ ]later)\b)",
    r"(?:district|final|last|board|administrative)(?:'s)?[ ](?:signature|authori[sz]ation|decision|clearance|"
    r"action|consent)",
    *YES_ABROAD,
    r"(?:final|formal|official)[ ]stamp\b|(?:the|your)[ ](?:district|board)(?:'s)?[ ](?:yes|stamp|word|answer)\b",
    r"(?:final|formal|official|firm|definit(?:e|ive))[ ](?:yes|go|ok(?:ay)?|answer|word|nod|thumbs[- ]?up)\b",
    # "the last day on which we can take your final approval for a January launch is"
    r"(?:last|latest)[ ](?:possible[ ])?(?:day|date)[ ](?:on|by|at)[ ]which[^.;:]{0,40}?[ ](?:approv\w+|sign[- ]?off)"
    r"[^.;:]{0,50}?[ ](?:is|would[ ]be|will[ ]be)(?=[ ])",
    # "named February 1 as the day by which the District must have decided", behind its day
    r"(?:as|is|was|be)[ ](?:the|our|their|your)[ ](?:last[ ]|latest[ ])?(?:day|date|point|deadline)[ ](?:by|on|"
    r"before|until)"
    r"[ ]which[^.;]{0,60}?(?:approv\w+|sign(?:ed)?(?:[- ]off)?|decision|decided?|said[ ]yes)\b",
    # "They hope to be cleared two weeks from today"
    r"(?:be|get|gets|is|are|have[ ](?:it|this|them|everything))[ ](?:all[ ]|fully[ ])?cleared\b",
    # "December 15 is the last day for the District's approval", "is the last day we can take your approval"
    r"(?:as|is|was|be)[ ](?:the|our|their|your)[ ](?:(?:very[ ])?last|latest|final)[ ](?:possible[ ])?"
    r"(?:day|date|moment)[ ]"
    r"(?:(?:for|to|that|when|(?:on|by)[ ]which)[ ]|(?=(?:we|I|you|they|the[ ](?:district|board)|your)[ ]))"
    r"(?:(?!hold|keep|pric|order|quot|offer|without|start|begin|train|pay)[\w'’]+[ ]){0,6}?"
    r"(?:approv\w+|sign(?:ed)?[- ]?off|final[ ]ok(?:ay)?)\b",
    r"(?<!know[ ])(?:yes|go)[ ]?(?:/|or)[ ]?(?:a[ ])?no(?:[- ]go)?\b|thumbs[- ]?up\b|"
    r"(?:the|your|a|an|board|district|board's|district's|superintendent's|their)[ ](?:final[ ])?(?:ok(?:ay)?|"
    r"blessing|nod)\b",
    r"(?:(?:district|board|superintendent|committee|cabinet|your[ ]team|council|office)(?:[ ](?:can|could|must|"
    r"would|will|"
    r"should|to|gotta|be[ ]able[ ]to|(?:needs?|has|have|had|is|are|was)[ ]to)){1,2}|"
    r"you(?:[ ]guys|[ ]all|[ ]folks)?[ ](?:can|could|to))[ ](?:formally[ ]|officially[ ]|finally[ ])?"
    r"(?:have[ ])?(?:ok(?:ay(?:ed)?|'?e?d)?|bless(?:ed)?|clear(?:ed)?|(?:say|said)[ ](?:yes|ok)|"
    r"green-?li(?:ght(?:ed)?|t)|given?[ ](?:the|its|their)[ ](?:ok|nod))\b",
    # "if the District says yes by December 15"
    r"(?:district|board|superintendent|committee|cabinet|your[ ]team|council|office|you)[ ](?:(?:to[ ])?ha(?:s|ve)[ ])?"
    r"(?:says?|said|gives?|given)[ ](?:us[ ])?(?:(?:its|their|your|a|the|final)[ ]){0,2}(?:yes|ok(?:ay)?|nod)"
    r"(?=[ ](?:by|before|no[ ]later|on[ ]or[ ]before)\b)",
    r"(?:through|past|before|to|approved[ ]by|passed[ ]by|cleared[ ]by)[ ](?:the|your)[ ](?:school[ ])?board"
    r"(?=[ ](?:by|no[ ]later|on[ ]or[ ]before)\b)",
    # "could the Board act on it by January 18"
    r"(?:board|district|superintendent|committee|cabinet|council)[ ](?:(?:can|could|would|will|might|may|please)[ ])?"
    r"(?:act|decide|rule)[ ]on[ ](?:it|this|that|them|the[ ](?:request|application|agreement|papers?|product))"
    r"(?=[ ](?:by|before|no[ ]later|on[ ]or[ ]before)\b)",
    r"authori[sz]ation|counter-?sign(?:ed|ature)?|green[- ]?light|go[- ]ahead|final[ ]clearance",
)
LAST_OF_THEM = r"(?:being|as)[ ](?:the|our)[ ](?:very[ ])?(?:last|latest)(?:[ ]possible)?(?:[ ](?:day|date|one))?"
_NEEDED = (
    r"need(?:ed|s|ing)?(?:[ ](?:it|this|that|them|everything|these))?(?:[ ]\w+){0,4}?[ ](?:by|before|prior[ ]to|"
    r"no[ ]later|on)",
    rf"sign(?:ed)?(?=[ ](?:by|before|prior[ ]to|no[ ]later)\b)(?![ ]by{_DONE_ON})",
    # "the date to sign is December 18"
    r"(?:date|(?:last[ ])?day)[ ](?:to|for)[ ](?:(?:the|your)[ ])?sign(?:ing|ature)?"
    r"(?:[ ](?:of|by|from)[ ](?:the|your)[ ](?:school[ ])?(?:district|board|superintendent))?"
    r"(?=[ ]?:|[ ](?:is|would[ ]be|will[ ]be|shall[ ]be)[ ])",
    # "We have to have a signed agreement by"
    r"(?:(?:have|has|need|needs|got|going)[ ]to|must|gotta|should)[ ](?:have|get|see|hold)[ ](?:an?|the|your|our|"
    r"this)[ ](?:fully[ ]|counter-?)?(?:signed|executed|approved)[ ](?:agreement|contract|addendum|copy|n?dpa|soppa)"
    r"(?:[ ]\w+){0,3}?[ ](?:by|before|no[ ]later[ ]than)",
    # "I should name a date. We would like that to be November 5"
    r"(?:would[ ]like|'d[ ]like|want)[ ](?:that|this|it|the[ ]date)[ ]to[ ]be(?=[ ](?:on[ ]|"
    r"by[ ])?(?:the[ ])?(?:\w+,?[ ])?\d|"
    rf"[ ](?:on[ ]|by[ ])?(?:{MONTHS})\b)",
    # "you asked for a real date: it's December 10", "We have to know by"
    r"(?:asked|wanted?|like|need(?:ed)?|gives?|gave|owe)[ ](?:(?:you|us|me|for)[ ]){0,2}(?:a|an|the|one)[ ](?:real|"
    r"firm|actual|specific|proper|exact|concrete|fixed|definite|hard|clear)[ ](?:date|day|deadline)",
    r"(?:have|has|need|needs|must)[ ](?:to[ ])?know[ ](?:by|before|no[ ]later)",
    # the agreement that the District has executed is its approval
    r"(?:fully[ ]|counter-?)?executed[ ](?:agreement|addendum|contract|copy)(?:[ ]back)?(?:[ ]\([^()]{1,40}\))?"
    r"(?=[ ](?:by|before|no[ ]later)\b)",
    # what writers with another mother tongue say for "by"
    r"(?<!not[ ])(?<!not[ ]be[ ])(?:needed|required|necessary|requested|wanted|wished|desired|made|given|done|finished|"
    r"complete)[ ]until",
    r"(?:get|got|have|push|move|bring|see)[ ](?:it|this|that|them|these|everything|all[ ]of[ ]it)[ ](?:all[ ])?"
    r"(?:through|over[ ]the[ ]line|across[ ]the[ ]line|cleared|done|finished|sorted(?:[ ]out)?|taken[ ]care[ ]of|"
    r"wrapped[ ]up|turned[ ]around|completed|processed)(?:[ ]\w+){0,4}?"
    # "push it through as early as you can, ideally before"
    r"(?:(?:[ ]\w+){0,3}?,[ ](?:ideally|preferably|hopefully|at[ ]best|if[ ]possible,?))?"
    r"[ ](?:by|before|no[ ]later[ ]than)",
    r"needed|by[ ]when|when[ ]needed|date[ ](?:needed|required)|needed[ ]date|need[- ]by|required[ ](?:by|"
    r"date)",
    r"dead[ -]?line|due[ ](?:date|by)|due(?=[ ]?:)|cut-?off|drop-?dead",
    NO_LATER,
    IN_ANY_CASE,
    IT_IS_HERE,
    r"(?:finali[sz]|(?<=please[ ])finish|wrap|process|complet|resolv|clear|decid|settl|review|execut)"
    r"(?:e[ds]?|ped|p|es|ed)?(?:[ ]\w+){0,4}?[ ](?:by|before|prior[ ]to)(?![ ](?:your|our|us|them|it)\b)"
    rf"(?!{_DONE_ON})",
    r"(?:all[ ]set|in[ ]place|done(?:[ ]with[ ](?:it|this|everything))?|ready|squared[ ]away|through|final|ok|okayed|"
    r"ok'd)[ ](?:by|before|prior[ ]to)",
    r"(?:required|requested|desired|expected|target)[ ]completion",
    rf"{ANSWERS}(?:last|latest)[ ](?:possible[ ])?(?:day|date)(?=[ ](?:for[ ](?:us|our|the|your|final|approval|sign)|"
    r"is\b|would[ ]be\b|possible))",
    # of several days: "any day from January 11, the 15th being the last possible"
    rf"{LAST_OF_THEM}(?=[ ]?(?:[.,;:!)]|$))",
    r"decision|turn(?:ed)?[ ]?around|target(?:ed|ing)?(?:[ ]date)?|aim(?:ing)?[ ]for|time(?:line|frame)|"
    r"(?:when|by|timing|urgency|how[ ]soon)(?=[ ]?(?::|[-=]*>|-[ ]))|as[ ](?:for|to)[ ](?:the[ ])?timing",
    r"(?:by[ ])?when[ ](?:do[ ])?(?:you|we|they|the[ ]\w+)(?:'d)?[ ](?:need|want|would[ ]like|"
    r"have)s?\b[^.:;?]{0,30}(?=[?:])",
    # a want that no day follows
    r"(?:need|want)s?[ ](?:it|this|that|them|these|everything|all)(?=[ ](?:done[ ])?(?:a\.?s\.?a\.?p|"
    r"as[ ](?:soon|quickly|fast)|right[ ]away|immediately|urgently)\b)",
)
# "approval must be given no later than that meeting, December 14": it only says which day is meant
_NO_POINTER = "".join(
    rf"(?<!\b{by}[ ]{which}[ ]{board})"
    for by in ("by", "than", "before", "until", "at")
    for which in ("that", "the", "this", "your", "its")
    for board in ("", "board[ ]")
)
_AGAINST = (
    *FOREIGN_AGAINST,
    # "No action is needed today"
    r"\b(?:no[ ](?:further[ ])?(?:action|reply|response|answer|steps?|changes?)|nothing)\b[^.;:?!]{0,25}?"
    r"\b(?:needed|required|necessary|due)\b",
    # what the operator wants back
    r"(?:order(?:[ ]form)?|quot(?:e|ation)|proposal|estimate)s?[ ](?:must|should|shall|needs?[ ]to|has[ ]to|is[ ]to|to)"
    r"[ ]be[ ](?:counter-?)?(?:signed|executed|returned|accepted)(?:[ ]and[ ]returned)?[ ](?:by|before|on|no[ ]later)",
    # "Order form is void if not countersigned by"
    r"void[ ](?:if|unless)[ ](?:not[ ])?(?:\w+[ ]){0,2}?(?:counter-?)?(?:signed|accepted|returned|executed|"
    r"approved|received)"
    r"(?:[ ]\w+){0,3}?[ ](?:by|before|on)\b",
    # a quotation and its price
    r"(?:runs?|ran|running)[ ]out\b|laps(?:es?|ed|ing)\b",
    r"expir(?:es?|ed|ing|ation|y)\b|valid(?:ity)?(?:[ ](?:until|through|thru|till?|to|for|on|up))?",
    # but "approved it for good by November 20"
    r"(?:(?<!for[ ])good|held|hold|holds|honou?red|honou?r|guaranteed|locked|firm|available|open|offer(?:ed)?|stands?|"
    r"void)[ ]"
    r"(?:\w+[ ]){0,2}?(?:until|through|thru|till?|if|for(?![ ](?:\w+[ ]){0,2}?(?:sign-?off|approval))|after|by|to)",
    r"(?:pricing|prices?|offer|discount|promotion(?:al)?|promo|special|early[- ]bird|rebate|savings|rate)s?",
    r"(?:seats?|licen[cs]es?|counts?|numbers?|enrollment|rosters?)[ ](?:\w+[ ])?(?:locks?|freezes?|closes?)[ ]"
    r"(?:on|by|at)",
    r"quote[ ]?(?:date|d|is|no|number|from|of)|(?:date|day)[ ]of[ ](?:quote|issue|order|estimate|proposal|"
    r"invoice|birth|signature)",
    r"(?:quote|order|estimate|proposal|invoice|issue|creation|created|print(?:ed)?|revision|signature|"
    r"signing|ship(?:ping)?)[ ]date",
    r"date[ ](?:created|issued|prepared|sent|submitted|received|signed)|"
    r"(?<!approval[ ])(?<!decision[ ])(?<!off[ ])date[ ]of"
    # but "until the date of December 10", which is only that day
    rf"(?!(?:(?<=by[ ]the[ ]date[ ]of)|(?<=until[ ]the[ ]date[ ]of)|(?<=than[ ]the[ ]date[ ]of))[ ]{_A_DAY})|"
    r"today's[ ]date|created|issued|"
    r"prepared|submitted|printed",
    r"(?:acceptance|accept(?:ed|ing)?)(?:[ ](?:of|by|the|this)[ ]?\w*)*",
    # what others owe, and what comes too early
    r"need(?:ed|s)?[ ](?:the|your|an?|our)[ ](?:signed[ ])?orders?(?:[ ]\w+){0,3}?[ ](?:by|before|no[ ]later)",
    *OTHERS_NEEDED,
    r"(?:no|not)[ ](?:sooner|earlier)[ ]than|not[ ]before",
    # a contract and the use of the product
    r"(?:start|begin|commenc|launch|activat|kick|resum|open|clos(?!e[ ]of[ ](?:business|day))|conclud)(?:s|es|e|"
    r"ed|ing|ning|ement|"
    r"ation)?\b|begun|began",
    r"(?:end|start|effective|renewal|termination|anniversary|go-live|launch|service|"
    r"subscription)[ -](?:date|on|of(?![ ](?:mon|tues|wednes|thurs|fri)day)"
    r"(?![ ](?:the[ ])?(?:business|work|office|school)?[ ]?(?:day|hours|business|"
    r"work)\b))",
    r"effective|tak(?:es?|ing)[ ]effect|(?:com(?:es?|ing)|be)[ ]in(?:to)?[ ](?:force|effect)",
    r"terminat\w+|term\b|subscription|coverage|licen[cs]e[ ](?:period|term|runs?)|"
    r"runs?[ ](?:from|through|until)",
    # but "signed off on your end by"
    r"(?<!our[ ])(?<!your[ ])(?<!their[ ])(?<!my[ ])(?:end|ends|ended|ending)[ ](?:on|in|by)|"
    r"(?:through|thru)(?![ ](?:on[ ]or[ ]before|by|no[ ]later)\b)|since|"
    r"until|as[ ]of|after|"
    r"from(?![ ](?:you|the[ ](?:district|board|school)|(?:the[ ])?side[ ]of|(?:(?:school[ ])?district|board)(?:'s)?"
    r"(?:[ ](?:side|end|part))?|your|us|them|our|everyone|him|her|procurement)\b)|starting|"
    r"beginning|following",
    r"(?:classrooms?|teachers?|students?|staff|schools?|rooms?|accounts?|rosters?|everything|everyone|we|they|it)[ ]"
    r"(?:to[ ]be|(?:are|is|can[ ]be|will[ ]be)|be)[ ]ready[ ](?:on|by|for|in|before)|"
    r"needs?[ ](?:it|this|that|them|everything)[ ](?:up[ ]and[ ])?(?:running|live|working|installed|set[ ]up|ready)\b|"
    r"renew(?:al|als|s|ed|ing)?|go(?:es|ing)?[- ]live|gone[ ]live|live[ ](?:on|by|date)|(?:go(?:es|ing)?|be|come)[ ]"
    r"(?:online|live|public)|turns?[ ]over[ ]on|(?:screening|survey|application)s?[ ](?:window|period)[ ](?:is|opens?)|"
    r"roll(?:ed|s|"
    r"ing)?[- ]?out|implement\w*|deploy\w*",
    r"train(?:ing|ings|ed)?\b|onboard(?:ing|ed)?|webinars?|demo(?:s|nstration)?|workshops?|conference|"
    r"orientation|kick-?off",
    r"(?:pilot|trial)(?:s|ed|ing)?|rostering|roster|setup|set[- ]up|install\w*|deliver(?:y|ed|s)?|ship(?:s|"
    r"ped|ping|ment)?|arriv\w+",
    r"(?<!before[ ]the[ ])(?<!before[ ]our[ ])(?<!before[ ])"
    r"(?:first|opening|next)[ ](?:session|lesson|class|practice|rehearsal|game|performance|show|event)s?\b|"
    r"turn(?:s|ing|ed)?[ ](?:it|this|them|everything)[ ]on\b|"
    r"school[ ]year|first[ ]day|last[ ]day[ ]of[ ]school|semester|classes|testing[ ]window|state[ ]testing|"
    r"assessment[ ]window",
    # money; "Payment was due by October 15" wants nothing approved
    r"(?:payments?|invoices?|bills?|balances?|amounts?|fees?|statements?|deposits?|premiums?)(?:[ ][\w#-]+){0,2}?[ ]"
    r"(?:(?:is|are|was|were|falls|fell|becomes?|became|comes|came|had[ ]been|will[ ]be)[ ])?(?:now[ ]|already[ ])?"
    r"(?:past[ ])?due(?:[ ](?:by|on|before|no[ ]later[ ]than))?\b",
    r"invoic(?:e|es|ed|ing)|bill(?:ed|ing|s)?\b|pay(?:ment|ments|able|s|ing)?\b|net[ ]\d+|purchase[ ]order|"
    r"p\.?o\.?[ ]|check[ ]|refund",
    # what comes of the approval: "If approved, we would hold the training on November 18"
    r"(?:if|once|when)[ ](?:it[ ]is[ ]|finally[ ])?approved,?[ ](?:we|i|they|it)[ ](?:would|will|could|can|plan)\b"
    r"[^.;]{0,60}?[ ](?:on|from)(?=[ ])",
    # what has happened: "DeKalb got its approval on June 30"
    r"(?:got|received|obtained|won)[ ](?:its|their|the|an?)[ ](?:final[ ])?approval[ ](?:on|in|at)(?=[ ])",
    # "see to it that the District has approved it by Monday" is still to come
    r"(?:was|were|been|has|already|previously|originally|got|had|initially)[ ](?:\w+[ ])?"
    r"(?!(?:approved|(?:counter-?)?signed(?:[ ]off)?(?:[ ]on)?)"
    r"(?:[ ](?:it|this|that|them|us|(?:the|our)[ ]\w+(?:[ ]\w+)?))?"
    r"(?:[ ](?:for[ ]good|finally|formally|officially|fully|completely|definitively|in[ ](?:full|writing|final[ ]form)|"
    r"once[ ]and[ ]for[ ]all))?[ ](?:by|before|no[ ]later[ ]than)[ ](?:the[ ]|this[ ]|next[ ])?"
    rf"(?:{_A_DAY}|end[ ]of|\w+(?:th|st|nd|rd)[ ]of[ ]))"
    r"(?:approved|"
    r"(?:counter-?)?signed(?:[ -]off)?|executed|submitted)(?:[ ]by[ ]\w+(?:[ ]\w+){0,3})?(?:[ ]on)?",
    r"(?:board|district|council|committee|superintendent|principal)[ ](?:has[ ]|have[ ]|already[ ])?approved"
    r"(?:[ ]\w+){1,5}?[ ](?:on|in(?![ ](?:writing|full|final)\b)|at)\b",
    r"approved[ ](?:on(?![ ]or[ ]before\b)(?![ ](?:your|our|the[ ]district(?:'s)?)[ ](?:side|end|part)\b)|dated|"
    r"in(?![ ](?:(?:\w+[ ]){1,2}(?:days|weeks)|time)\b))|"
    r"approval[ ](?:of|from|dated)[ ](?=\w+\.?[ ]\d)|approval[ ]on[ ](?:file|"
    r"record)|last[ ]approv\w+",
    r"signed[ ](?:on|in|dated|it|them|the|our|your|and[ ]dated|copy|form)|signed(?=[ ](?:\w{3,9}[ ]\d|\d))|"
    r"executed(?:[ ](?:on|in))?",
    r"sent[ ]?|dated|posted|published|updated|revised|rev\.?[ ]|"
    rf"{_VERSION}|v\.?\d|met[ ]|spoke|talked|called|"
    r"received|uploaded|filed|wrote",
    r"agreement|addendum|ndpa|contract|certificate|insurance|policy|audit|report|soc[ ]2",
    # meetings and answers
    rf"{_NO_POINTER}meeting|call\b|zoom|appointment|visit|interview|schedul\w+|"
    r"(?<!on[ ]your[ ])(?<!in[ ]your[ ])(?<!for[ ]your[ ])(?<!wrong[ ])calendar",
    r"(?:respond|response|reply|hear[ ]back|get[ ]back|feedback|questions?|"
    rf"let[ ](?:us|me)[ ]know(?!{_THAT_IT_IS})|"
    r"return(?:ed|ing)?|submi(?:t|ssion)|"
    r"register|rsvp|enroll(?:ment)?|regist(?:er|ration)|application|appl(?:y|"
    r"ied))(?:[ ]\w+){0,3}?[ ]?(?:by|before|on|date|deadline|until|no[ ]later[ ]than)?",
    r"(?:order(?:ing)?|registration|enrollment|submission|payment|early[- ]bird|grant|rfp|bid|proposal|"
    r"filing|tax|promotion(?:al)?|quote)[ ](?:dead[ -]?line|due[ ]date|cut-?off)",
    r"out[ ]of[ ](?:the[ ])?office|vacation|on[ ]leave|back[ ](?:in|on)|away|unavailable|closed|holiday",
    rf"(?:gr(?:ades?|\.)?|pages?|rooms?|sections?|lines?|items?|{_VERSION}|ratio|score|exhibit)(?![a-z])[ ]?#?",
)


def _compiled(parts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(parts) + r")", re.IGNORECASE)


_PATTERNS = (
    (Strength.APPROVAL, _compiled(_APPROVAL)),
    (Strength.BOARD, _compiled(BOARD_MEETS)),
    (Strength.AGAINST, _compiled(_AGAINST)),
    (Strength.AGAINST, _compiled(PROMISES)),
    (Strength.NEEDED, _compiled(_NEEDED)),
)
_BOUNDARY = re.compile(
    r";|[.!?][ ]|[ ]-[ ]|[()]|,?[ ](?:but|while|whereas|because|although|so[ ]that|so|since|as)[ ]|\t", re.I
)
# "sign-off (final) - November 9": neither a short aside nor the dash of a label parts a date from its words
_ASIDE = re.compile(r"\((?!(?:[a-h]|[1-9]|i{1,3}|iv|v)\))[^()]{1,30}\)|[ ]-[ ]?$", re.IGNORECASE)
# "Working backward from the rollout, I come to January 28 for your sign-off": the rollout only leads to that day
_COUNTED = re.compile(
    r"\b(?:work|count|reckon|go)ing[ ]back(?:wards?)?[ ]from[ ](?:[\w'’]+[ ]){0,3}[\w'’-]+(?=,)", re.I
)
# "we need approval by that date as the feed has to be ordered on November 18": the approval's day was named before
_BY_THAT_DAY = re.compile(
    r"\b(?:by|before|on|until|till|at|than)[ ](?:then|that[ ](?:very[ ])?(?:date|day|meeting|time|point))"
    r"(?=,?[ ](?:as|because|since|so|for|and|but|when|while)[ ])",
    re.I,
)
_OWN_DAY = 45  # characters from a cue to a day of its own
_LOOSE = re.compile(r",|[ ](?:and|before|after|when|which|then|prior|ahead|in[ ]order|to)[ ]", re.I)


def cues(text: str) -> list[Cue]:
    """All cues of a piece, in order. Where two patterns overlap the longer words stand ("was approved on")."""
    found = [Cue(m.start(), m.end(), s, m.group()) for s, p in _PATTERNS for m in p.finditer(text) if m.group().strip()]
    found.sort(key=lambda c: (-(c.end - c.start), c.strength))
    kept: list[Cue] = []
    taken = {i for m in _COUNTED.finditer(text) for i in range(m.start(), m.end())}
    for cue in found:
        if not any(i in taken for i in range(cue.start, cue.end)):
            kept.append(cue)
            taken.update(range(cue.start, cue.end))
    return sorted(kept, key=lambda c: c.start)


def nearest(text: str, span: DateSpan, spans: list[DateSpan], all_cues: list[Cue]) -> tuple[Cue | None, int]:
    """The cue that speaks of this date, and how far away it is (characters, with what stands between counted in)."""
    best: tuple[Cue | None, int] = (None, 10_000)
    for cue in all_cues:
        if cue.end < span.start - REACH or cue.start > span.end + REACH:
            continue
        if cue.start < span.end and cue.end > span.start:
            if cue.start >= span.start:
                continue  # part of the date's own words
            gap, after, others = "", 0, 0  # "need it before" and "before winter break" share a word
        elif cue.end <= span.start:
            gap, after = text[cue.end : span.start], 0
            others = sum(1 for s in spans if s.dated and cue.end <= s.start and s.end <= span.start)
            others += len(_BY_THAT_DAY.findall(text, max(0, cue.end - 3), span.start))
        else:
            gap = text[span.end : cue.start]
            after = 25 if gap.strip() else 10  # "February 1 as the day by which" names its day
            others = sum(1 for s in spans if s.dated and span.end <= s.start and s.end <= cue.start)
            others += _has_its_own(text, gap, cue, spans)
        if len(gap) + after >= best[1]:
            continue
        gap = _ASIDE.sub("", gap)
        boundaries = len(_BOUNDARY.findall(f" {gap} "))
        loose = len(_LOOSE.findall(f" {gap} "))
        distance = len(gap) + after + 90 * others + 70 * boundaries + 12 * loose
        if distance < best[1]:
            best = (cue, distance)
    return best


def about_approval(text: str, span: DateSpan, spans: list[DateSpan], found: Cue, all_cues: list[Cue]) -> bool:
    """Whether a word of approval stands in the same clause as the cue that was found: "approval ... needed by"."""
    start, end = min(found.start, span.start), max(found.end, span.end)
    for cue in all_cues:
        if cue.strength != Strength.APPROVAL or cue.end < start - REACH or cue.start > end + REACH:
            continue
        between = text[cue.end : start] if cue.end <= start else text[end : cue.start]
        crossed = any(s.dated and s != span and min(cue.start, start) <= s.start < max(cue.end, end) for s in spans)
        if not crossed and not _BOUNDARY.search(f" {_ASIDE.sub('', between)} "):
            return True
    return False


def _has_its_own(text: str, gap: str, cue: Cue, spans: list[DateSpan]) -> bool:
    """Whether a cue in another clause behind a day goes on to a day of its own: "...; approval by January 29"."""
    following = next((s for s in spans if s.dated and 0 <= s.start - cue.end < _OWN_DAY), None)
    return bool(following and _BOUNDARY.search(f" {gap} ") and not _BOUNDARY.search(text[cue.end : following.start]))
