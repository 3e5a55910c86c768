"""Words before and behind a name that say that the software will be used there, wanted or bought."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.dates_arithmetic import MONTHS
from soppa_mailbot.finding.locations.places_words import BY_PERSON, PEOPLE

# "has already approved it": goes on with the purchase
OKAYED = r"[ ](?:approved|agreed|signed[ ]off|picked|chosen|selected)\b"
NOW_WANTS = re.compile(
    r"\b(?:and|but|so)[ ](?:\w+[ ])?(?:would[ ]like|wants?|wish(?:es)?|plans?|needs?|will|(?:is|are)[ ](?:now[ ])?"
    r"(?:ready|going|buying|adding|ordering))\b(?![ ](?:\w+[ ])?(?:vouch|be[ ]glad|be[ ]happy|tell|speak|serve|act))",
    re.IGNORECASE,
)
# "together with the Curriculum Office", ", with the Technology Department as administrator"
_WITH_THEM = re.compile(
    r"\b(?:us(?:e|es|ed|ing|ers?)|pilot(?:s|ing)?|is[ ](?:meant[ ])?for)\b(?:(?!\b(?:we|i|and|but)\b)[^.;]){0,60}"
    r"\b(?:together|along|jointly)[ ]with[ ](?:(?:the|our|your)[ ])?$",
    re.IGNORECASE,
)
_AS_ITS = re.compile(r",?[ ]with[ ](?:(?:the|our|your)[ ])?$", re.IGNORECASE)
_ADMINISTERS = re.compile(
    r"[ ]as[ ](?:(?:the|its|an?|system|account|site|main|co-?)[ -]?){0,3}"
    r"(?:administrators?|admins?|owners?|managers?|co-?users?|users?|leads?)\b",
    re.IGNORECASE,
)
# "has had the trial since August and would like to buy 60 seats": said of the same school
NOW_BUYS = re.compile(
    r"(?:[ ](?:(?:since|in|from|until|last|of|through)[ ][A-Z]\w+|[a-z'][\w',-]*|"
    rf"(?=[A-Z])(?i:{MONTHS})\.?|\d+,?)){{1,14}}?,?[ ](?:and|so|but)[ ]"
    r"(?:now[ ]|they[ ]|it[ ]){0,2}(?:would[ ](?:now[ ])?like|wants?|wish(?:es)?|plans?|needs?|(?:is|are)[ ](?:now[ ])?"
    r"(?:ready|going))[ ](?:now[ ])?(?:the[ ](?:\w+[ ]){0,2}(?:plan|licen[cs]e|version|edition|package|"
    r"subscription)\b|to[ ](?:now[ ])?(?:buy|purchase|order|get|have|keep|continue|upgrade|license)|"
    r"\d+|more)\b"
)
WILL_USE = re.compile(
    r"\b(?:us(?:e|es|ed|ing|ers?|age)|pilot(?:s|ing|ed)?|implement\w*|deploy\w*|roll\w*[ -]?out|offer\w*|"
    r"provid\w+|supply|bring|introduc\w+|adopt\w*|licen[cs]\w+|seats?|intended|meant|destined|purchas(?:e|"
    r"ing)|"
    r"(?:is|are|be)[ ](?:taught|being[ ](?:bought|purchased|ordered|licensed))|"
    r"buy(?:ing)?|cover(?:s|ing)?|install\w*|subscri\w+|go(?:es)?[ ]up|participat\w+|access|will[ ](?:be|have|get|"
    r"stand|run)|"
    r"would[ ](?:be|like|use)|wants?|classrooms?|put[ ]in|going[ ]to|"
    r"(?:put|sign|count|mark)(?:s|ed|ing)?[ ]\w+[ ](?:down|up|in)[ ]for|"
    # "it is wanted at all three", and no signature is; of "wanted by" it is only told who asks
    r"(?<!signature[ ])(?<!help[ ])(?<!trainer[ ])(?<!training[ ])(?<!visit[ ])(?<!copy[ ])(?<!speaker[ ])"
    r"(?<!presence[ ])(?<!answer[ ])(?<!support[ ])"
    r"(?:is|are|be|been|being|'s|,)[ ](?:(?!(?:not?|longer|never|neither)\b)\w+[ ]){0,2}?"
    r"(?:wanted|desired)[ ](?:at|in|for|across|throughout)|"
    r"available[ ](?:at|in|to|for|throughout|across)|needs?|help(?:s|ing)?|needed|order(?:ing|ed)?|quote|estimate|"
    r"proposal|classes|designed|set[ ]up)\b",
    re.IGNORECASE,
)
DIRECTLY = re.compile(
    r"(?:^|[^\w])(?:(?:rooms?|labs?|library|libraries|offices?|classrooms?|teachers|students|pupils|staff|kids|"
    r"children|graders|classes|gyms?|cafeterias?|"
    r"counsell?ors|nurses?|clubs?|departments?|users|faculty|parents|families)[ ]of|"
    r"for(?:[ ]use)?(?:[ ](?:at|by|in))?|used[ ]on|at|by|in|to|into|within|across|inside|with|serve[sd]?|serving|"
    r"includ(?:e|es|ing)|cover(?:s|ing)?|concerns?|add(?:s|ing)?|offer|provide|supply|equip|is|are|"
    r"(?:submit\w*|order\w*|purchas\w*|request\w*)(?:[ ]\w+){0,4}[ ]on[ ]behalf[ ]of|"
    r"(?:would|will|should)[ ]be|(?:it|that|they)'(?:s|re)|users?|students|teachers|staff|classes|just|only|"
    r"mainly|primarily|namely|i\.e\.,?|over[ ]at|@)[ ,:]{1,2}(?:(?:the|your|our|both|teachers?|students?|"
    r"kids|staff|folks|grades?|[1-9K]-[1-9]\d?|\d\w\w[ ]grade(?:rs)?|at|of|"
    r"in|and|only|just|use|counselors|office|offices|front|library|schools?|high|middle|elementary|"
    r"by|classes|classrooms?)[ ]){0,6}$",
    re.IGNORECASE,
)
# what is asked for beside the product: "asked for a demo"
_NO_ORDER = (
    r"[ ](?:(?:us|me)[ ])?(?:for[ ])?(?:(?!and\b)[\w'-]+[ ]){0,2}(?:questions?|demos?|demonstration|calls?|meetings?|"
    r"references|w-?9s?|webinar|certificates?|invoices?|refund|cancellation|donations?|sponsor\w*)\b"
)
# "Technology Services only did the security review", "Lincoln only tested it"
_ONLY_DOES = (
    r"only[ ](?:(?:did|does|do)[ ](?:the|an?|its|our|some)|reviews?|reviewed|helped|checks?|checked|vet(?:s|ted)?|"
    r"signs?|signed|pays?|paid|handle[sd]?|approve[sd]?|assist(?:s|ed)?|advise[sd]?|hosted|forward(?:s|ed)?|sent|answered|tested|"
    r"looked|saw|heard|met|watched|attended|process(?:es|ed)|fund(?:s|ed)?)\b"
)
USES_AFTER = re.compile(
    r"(?:[ ]\w+){0,2},?[ ]to[ ]be[ ]approved\b|"
    rf"(?:'s)?(?:{BY_PERSON})?"
    r"[ ,(]*(?:[\w/&-]+[ ]){0,4}?(?:will|would|plans?|wants?|needs?|wish(?:es)?[ ](?:it|this|to)\b|"
    r"wish(?:es)?[ ]to[ ](?:us(?:e|ing)|buy|purchase|order|pilot|adopt|license)|uses?|(?:is|are)[ ](?:going|the|"
    r"(?:all[ ]|both[ ])?included|buying|purchasing|adding|ordering|introducing|piloting|adopting|using|our|"
    r"joining(?![ ](?:us|me|you|our|the[ ](?:call|meeting|demo|webinar))\b)|switching[ ]to|subscribing[ ]to)|ha(?:s|"
    r"ve)[ ](?:asked[ ]for|"
    r"ordered|requested|decided|chosen|selected)|"
    r"(?:is|are)[ ](?:eager|ready|keen|waiting|anxious)[ ](?:to[ ](?:us(?:e|ing)|start|begin|have|get|try)|"
    r"for[ ](?:it|this))\b|"
    r"keeps?[ ](?:it|this|using|on[ ]using)\b|"
    rf"to[ ]use|(?!{_ONLY_DOES})only\b|pilots?\b|(?:takes?|taking)[ ]part|participat(?:e|es|ing)\b|joins?\b|"
    r"(?:can|could|may|to)[ ](?:all[ ]|also[ ]|both[ ]|each[ ]|then[ ]|finally[ ])?"
    r"(?:us(?:e|ing)|start|begin|pilot|have|get|try|go|launch|roll|access|join|implement|adopt)\b|"
    rf"(?:asked|ordered|requested|picked|chose|gets?)\b(?!{_NO_ORDER})"
    r"(?![ ]me|[ ]us[ ]to|[ ]to\b|[ ]that|[ ]about|[ ]if|[ ]whether))",
    re.IGNORECASE,
)
# "will be used by a student and her teacher at"
USED_BY = re.compile(
    r"\b(?:(?:be|is|are)[ ]used[ ]by|"
    r"(?:will|would|shall|is[ ]to)[ ](?:only[ ])?be[ ](?:made[ ])?available[ ](?:only[ ])?to)[ ][^.;:]{0,60}$",
    re.IGNORECASE,
)
# "is to be taken by the eighth graders at Lincoln and by the freshmen of", as no photo and no note is
_TAKEN_BY = re.compile(
    r"\b(?:to[ ]be|(?:will|would|shall)[ ]be)[ ](?:taken|attended|studied)[ ]by[ ]"
    r"(?:(?!\b(?:as|but|was|were)\b)[^.;:!?]){0,120}?\b(?:students|pupils|kids|children|learners|graders|freshmen|"
    r"sophomores|juniors|seniors|classes|cohorts?|"
    r"sections?)[ ](?:of|at|in|from)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
_TAKEN_OTHERWISE = re.compile(
    r"\b(?:photos?|photographs|pictures?|images?|videos?|notes|minutes|attendance|decisions?|measures?|steps?|votes?|"
    r"actions?|breaks?|turns?|trips?|meetings?|conference|fair|event|workshops?|webinars?|training)\b",
    re.IGNORECASE,
)


def taken_by(before: str) -> bool:
    """Such as "The course is to be taken by the eighth graders at"."""
    said = _TAKEN_BY.search(before)
    return said is not None and not _TAKEN_OTHERWISE.search(before, max(0, said.start() - 60))


# "Agents are the people in your Tech Office": those whom the software calls so
_ROLE_HOLDERS = re.compile(
    r"(?<!our )(?<!my )\b(?:agents|editors|authors|admin(?:istrator)?s|operators|senders|users|publishers|"
    r"dispatchers|seat-?holders|licensees)[ ]"
    r"(?:are|will[ ]be|would[ ]be)[ ](?:(?:all|only|just|mainly|simply)[ ]){0,2}(?:of[ ])?(?:the[ ]|"
    r"your[ ]|some[ ]of[ ]the[ ])?"
    r"(?:[\w-]+[ ])?(?:people|staff|folks|team|employees|members|ones|crew|those|persons|colleagues|clerks|"
    r"technicians)[ ]"
    r"(?:in|at|of|from)[ ](?:(?:the|your)[ ])?$",
    re.IGNORECASE,
)


_HAS_ANOTHER_PART = re.compile(
    rf"(?:[ ](?:school|staff|team|teachers|office|department))?[ ]{_ONLY_DOES}", re.IGNORECASE
)


def only_does(after: str) -> bool:
    """Such as "Technology Services only did the review", "Lincoln only tested it": another part than use."""
    return bool(_HAS_ANOTHER_PART.match(after))


# "The only people in the district who will log in are the three ladies in | payroll"
_WHO_LOG_IN = re.compile(
    r"\b(?:people|ones|persons|staff|folks|employees|those)[ ](?:(?:in|at|of)[ ](?:the|your)[ ]\w+[ ])?(?:who|that)"
    r"(?:(?:'ll|[ ](?:will|would|can|need[ ]to))?[ ](?:log[ ](?:in|on)|sign[ ]in|use[ ](?:it|this)|"
    r"work[ ]with[ ](?:it|this)|(?:have|get|need)[ ](?:an?[ ])?(?:accounts?|access|log-?ins?|seats?|licen[cs]es?)))"
    r"(?:[ ](?:to[ ])?it)?[ ](?:are|will[ ]be|would[ ]be)[ ](?:(?:only|just|all)[ ])?"
    r"(?:(?:the|your|our|\w+)[ ]){0,4}(?:(?:in|at|of|from|over[ ]in)[ ](?:the[ ]|your[ ])?)$",
    re.IGNORECASE,
)


def holds_seats(before: str) -> bool:
    """Such as "Agents are the people in", "Those who will log in are in": who has a seat of the software."""
    return bool(_ROLE_HOLDERS.search(before) or _WHO_LOG_IN.search(before))


# "Only Lincoln signed up for it": nobody else that is named does
ONLY = re.compile(r"(?:^|[.;:!?(][ ]*|,[ ]|\b(?:but|so|and|that)[ ])only[ ](?:the[ ]|your[ ])?$", re.IGNORECASE)
SIGNED_UP = re.compile(r"[ ](?:has[ ]|have[ ])?signed[ ]up\b", re.IGNORECASE)


def alone_of_all(before: str, after: str) -> bool:
    """Whether a name is said to be the only one that uses the software."""
    return is_chosen(after) or (bool(ONLY.search(before)) and bool(SIGNED_UP.match(after) or subject_of_use(after)))


_SO_IT_IS = re.compile(r"[ ]it[ ](?:is|was|shall[ ]be|will[ ]be)(?=[ ]?(?:[.,:;!)]|$)|[ ](?:for|-)[ ])", re.IGNORECASE)


def is_chosen(after: str) -> bool:
    """Such as "so Lincoln it is"."""
    return bool(_SO_IT_IS.match(after))


# "We have been asked by Lincoln to provide thirty accounts"
ASKED_BY = re.compile(
    r"\b(?:asked|invited|chosen|selected|hired|requested|engaged)[ ]by[ ](?:the[ ]|your[ ])?$", re.IGNORECASE
)
TO_SUPPLY = re.compile(
    r"[ ]to[ ](?:provide|supply|deliver|set[ ]up|install|furnish|license|equip|roll[ ]out|"
    r"implement)\b(?![ ](?:(?:the|your|all|"
    r"an?)[ ]){0,2}(?:\w+[ ]){0,2}(?:papers?|forms?|documents?|paperwork|certificate|w-?9|references?|information)\b)",
    re.IGNORECASE,
)

# "As discussed with Student Services, who will run the program,", "(they'll be the users)"
WHO_USES = re.compile(
    r"(?:,|[ ]\()[ ]?(?:who|which|they)(?:'ll|'d|'re|[ ](?:will|would|are|is[ ]going[ ]to|plans?[ ]to))[ ](?:be[ ])?"
    r"(?:us(?:e|ing)|run(?:ning)?|pilot(?:ing)?|manag(?:e|ing)|lead(?:ing)?|roll(?:ing)?[ ](?:it|this)[ ]out|"
    r"(?:the|its|our)[ ](?:(?:only|main|actual|sole)[ ])?(?:users?|ones?[ ](?:who|that|to)[ ]us(?:e|es|ing)|"
    r"ones?[ ]using))\b"
    r"|,[ ](?:the|its)[ ](?:(?:only|main|actual|sole|future)[ ])?users?(?=[ ]?[,.;)]|[ ]of[ ](?:it|this)\b)",
    re.IGNORECASE,
)

# "As discussed at the meeting, it would be used at"
USED_AT = re.compile(
    r"\b(?:will|would|shall|is[ ]going[ ]to|is[ ]to)[ ]be[ ]used[ ](?:only[ ])?(?:at|in|by)[ ](?:the[ ])?$",
    re.IGNORECASE,
)


def with_users(before: str, after: str) -> bool:
    """Such as "West will use it, together with the Curriculum Office", "..., with IT as its administrator"."""
    return bool(_WITH_THEM.search(before) or (_AS_ITS.search(before) and _ADMINISTERS.match(after)))


_SOME_SEATS = (
    r"(?:(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+|few|some|several|other|another|extra|more|"
    r"additional|own|its|their|the|of|only|remaining|rest|same|free|staff|student|teacher|user|class|site)[ ]){0,4}"
    r"(?:seats?|licen[cs]es?|accounts?|log-?ins?|subscriptions?|access)\b"
)
_SUBJECT_OF_USE = re.compile(
    r"(?:'s)?[ ](?:(?:students?|teachers?|staff|folks|people)[ ])?(?:(?:will|would|plans?|wants?|wish(?:es)?|intends?|"
    r"hopes?|going|is|are|has|have|been|like|to|also|only|be|both|all|each|now|then|the|its|can|could|may|"
    r"needs?|keeps?|still|decided|continues?|already)[ ]){0,6}"
    r"(?:us(?:e|es|ing|ers?)|start(?:s|ing)?|begin(?:s|ning)?|go(?:es)?[ ]live|launch(?:es)?|get(?:s|"
    r"ting)?[ ](?:it|this|"
    rf"access|started|going|{_SOME_SEATS}|\d+(?![ ](?:invoices?|cop(?:y|ies)|bills?|payments?|e?-?mails?|more[ ]days|"
    rf"days|weeks)\b))|(?:have|receive)[ ](?:it|this|access|{_SOME_SEATS})|pilot(?:s|ing)?|"
    r"adopt\w*|implement\w*|renew\w*|"
    r"try(?:ing)?|roll\w*|tak(?:es?|ing)[ ]part|shar(?:es?|ing)|keeps?[ ](?:it|this)|"
    r"join(?:s|ing)?(?![ ](?:us|me|you|the[ ](?:call|meeting|demo))\b)|participat(?:es?|ing)|"
    r"buy(?:ing)?|purchas\w+|manage|operate|run|administer|add(?:ing)?)\b"
    r"|(?:[ ]\w+){0,2},?[ ]to[ ]be[ ]approved\b"
    r"|(?:'s)?[ ](?:teachers[ ]|staff[ ]|also[ ]|really[ ]|just[ ]|both[ ]|all[ ]|each[ ])?(?:wants?|needs?|"
    r"asked[ ](?:us[ ])?for|"
    r"requested|ordered|"
    rf"picked|chose|would[ ](?:like|love))(?!{_NO_ORDER})[ ](?:it|this|that|them|these|to|our|the|in|a|\d+)\b"
    r"|[ ](?:will|would)[ ](?:all[ ]|both[ ])?be[ ](?:included|covered|added|part[ ]of|"
    r"on[ ](?:this|that|the[ ]same|our)[ ]"
    r"(?:contract|order|quote|agreement|licen[cs]e|plan|subscription))\b"
    r"|[ ](?:has|have)[ ](?:all[ ]|both[ ]|also[ ]|now[ ])?(?:chosen|selected|picked|ordered|requested|opted[ ]for|"
    r"signed[ ]up|asked[ ]for)\b"
    # "Lincoln wants ReadFox", "Lincoln and Oak Ridge are in"
    r"|(?:'s)?[ ](?:also[ ]|really[ ]|now[ ]|both[ ]|all[ ])?(?:wants?|needs?|ordered|chose|picked|requested|"
    rf"would[ ]like(?!{_NO_ORDER}))[ ]"
    r"(?:(?:more|another|additional|(?-i:[A-Z])[\w-]+)\b|[ ]{2,}\S)"
    r"|[ ](?:is|are)[ ](?:all[ ]|both[ ]|definitely[ ]|still[ ]){0,2}(?:in|on[ ]board|signed[ ]up)"
    r"(?=[ ]?[.,;:!)]|$|[ ](?:for|with)[ ])"
    r"|[ ](?:is|are|was|were)[ ](?:the[ ]one[ ])?(?:asking[ ](?:us[ ])?for[ ](?:it|this|that|them|these|our|\d+)\b|"
    r"ordering\b|requesting[ ](?:it|this|our|the)\b)"
    r"|[ ](?:is|are|will[ ]be|would[ ]be)[ ](?:the[ ])?(?:\w+[ ]){0,2}(?:department|office|team|school|building|one)s?"
    r"[ ](?:that|which|who)[ ](?:will|would|wants?|is|are|uses?|plans?)\b"
    r"|[ ][^.;,]{0,50}\b(?:will|would|is|are)[ ](?:be[ ])?(?:\w+[ ]){0,2}users?\b"
    r"|[ ](?:who|that)(?:'d|'ll|[ ](?:will|would|are|is))[ ](?:be[ ])?(?:the[ ])?"
    r"(?:(?:main|only)[ ])?us(?:e|ing|ers?)\b"
    r"|(?:[ ][\w' -]{1,40}[ ]and)?[ ](?:is|are|will[ ]be)[ ](?:the|our)[ ]"
    r"(?:(?:only|two|three|four|five|six|\d)[ ]){0,2}(?:ones?|people|persons)[ ](?:who|that)"
    r"(?:'d|'ll|[ ](?:will|would|are|is))?[ ](?:be[ ])?(?:us(?:e|es|ing)|logs?[ ]in|work|touch)\b"
    r"|[ ](?:is|are)[ ](?:the[ ]\w+[ ])?where[ ][^.;]{1,30}[ ](?:us(?:e|ed|ing)|start|pilot|run|installed)\b"
    r"|[ ](?:has[ ]|have[ ])?(?:picked|chose|chosen|selected)[ ]us\b"
    r"|[ ]asked[ ]to[ ](?:be[ ](?:part|included|added)|join|use|try|pilot|have[ ]it)\b"
    r"|\)[ ](?:will|would)[ ](?:be[ ])?(?:the[ ])?(?:(?:main|only)[ ])?us(?:e|ing|ers?)\b"
    r"|[ ](?:has|have)[ ](?:all[ ]|both[ ]|now[ ])?(?:agreed|decided|settled)[ ](?:on|for)[ ]"
    r"(?!an?other\b|a[ ]different\b)"
    r"|[ ](?:is|are)[ ](?:all[ ]|both[ ]|also[ ])?(?:included|covered)\b(?![ ]in[ ]the[ ]price)"
    # "Lincoln has decided to go with us", "selected it", "has the budget for it", "expects to start in May"
    r"|[ ](?:has|have)[ ](?:now[ ]|also[ ]|all[ ]|both[ ])?(?:decided|chosen|elected|agreed|voted)[ ]to[ ]"
    r"(?:go[ ]with|use|buy|purchase|adopt|try|pilot|get|take|order|license)\b"
    r"|[ ](?:has[ ]|have[ ])?(?:selected|adopted|bought|purchased|licensed)[ ](?:it|this|us|our|the|\d+|"
    r"(?-i:[A-Z])[\w-]+|[ ]+\S)(?![^.;]{0,40}\b(?:last|ago|previous\w*|in[ ]20\d\d|before|already)\b)"
    r"|[ ](?:has|have)[ ](?:the[ ]|set[ ]aside[ ])?(?:budget(?:ed)?|funds|money|funding)[ ](?:for|to)\b"
    r"|[ ](?:expects?|hopes?|intends?|plans?)[ ]to[ ](?:use|start|begin|roll|launch|have|get)\b"
    r"|[ ](?:(?:teachers|staff|students|kids|folks)[ ])?(?:is|are)[ ](?:all[ ]|really[ ]|very[ ]|so[ ])?"
    r"(?:eager|excited|ready|keen|thrilled)[ ]to[ ](?:begin|start|use|get|try|have|go)\b"
    # "Food Services is getting the menu module"
    r"|[ ](?:is|are)[ ](?:both[ ]|all[ ]|also[ ])?getting[ ](?:the|our|an?|its|their)[ ](?![^.;]{0,30}\b(?:invoices?|"
    r"cop(?:y|ies)|bills?|forms?|papers?|quote|w-?9|e-?mails?|answers?|calls?|paperwork|documents?|report|discount)\b)",
    re.IGNORECASE,
)
_GETS_SEATS = re.compile(
    rf"[ ](?:(?:will|would|is|to|also|then|each)[ ]){{0,3}}(?:gets?|has|have|receives?)[ ]{_SOME_SEATS}"
    # "the high school & the bus garage, 1 license each"
    r"|(?:[ ](?:shop|office|team|department|dept\.?|staff|crew|folks|people|garage))?[ ]?(?:[,:(-]|,[ ]?with)[ ]?"
    r"(?:an?|one|two|three|four|five|six|ten|\d{1,4})[ ](?:[\w-]+[ ])?(?:seats?|licen[cs]es?|accounts?|log-?ins?)[ ]"
    r"(?:each|apiece)\b",
    re.IGNORECASE,
)


def gets_seats(after: str) -> bool:
    """Such as "HR will get two seats"."""
    return bool(_GETS_SEATS.match(after))


# not "HR is the department that uses it"
_ITS_ROOM = re.compile(
    r"^(?:'s|')?[ ](?:(?!(?:is|are|was|were|will|has|have|be|being|and|or)\b)[a-z-]+[ ]){0,2}?"
    rf"(?:{PEOPLE}|library|office|teams|counsell?ors?|nurses?|teachers?|librarian|"
    r"principal|department|band|choir|orchestra|classrooms?|lab|clubs?|program|"
    r"social[ ]workers?|psychologists?|therapists?)(?=[ ])",
)
# "Lincoln's social worker and the one at Oak Ridge are the two people who'll use it"
_AND_THE_ONE = re.compile(
    r"^,?[ ](?:and|&)[ ](?:(?:the|another|an|her|his|their)[ ])?(?:ones?|others?|another|colleagues?|"
    r"counterparts?|that|those)[ ](?:at|of|from|in)[ ](?:the[ ])?[A-Z][\w.'-]*(?:[ ][A-Z][\w.'-]*){0,4}(?=[ ])"
)


def without_its_room(after: str) -> str:
    """What is said behind a school's name, without the part of it that does it: "Lincoln's library wants it"."""
    rest = _ITS_ROOM.sub("", after)
    return _AND_THE_ONE.sub("", rest) if rest != after else after


def subject_of_use(after: str) -> bool:
    """Such as "Lincoln will pilot it"."""
    return bool(_SUBJECT_OF_USE.match(after) or NOW_BUYS.match(after) or WHO_USES.match(after))


# "so list HR as the using department", "please put Lincoln down as the location"
_LIST_IT = re.compile(
    r"\b(?:list|put|name|enter|note|record|show|mark|count|treat|consider|register)(?:ed|ing)?[ ]"
    r"(?:down[ ])?(?:the[ ]|your[ ]|only[ ]|just[ ])?$",
    re.IGNORECASE,
)
_AS_USER = re.compile(
    r"(?:[ ](?:down|here))?[ ]as[ ](?:(?:the|our|an?|its|your|only|sole|main)[ ]){0,3}"
    r"(?:(?:using|user|end[ ]?-?user)[ ](?:department|dept|school|office|building|site|location|party)s?|"
    r"(?:end[ ]?-?)?users?|locations?|(?:school|department|office|building)s?[ ](?:that|which)[ ](?:will[ ])?uses?)\b"
    r"(?![ ](?:for|of)[ ](?:the[ ])?(?:invoices?|billing|delivery|shipping))",
    re.IGNORECASE,
)


def listed_as(before: str, after: str) -> bool:
    """Such as "list HR as the using department"."""
    return bool(_AS_USER.match(after)) and bool(_LIST_IT.search(before[-40:])) and not _NO_LIST.search(before[-60:])


_NO_LIST = re.compile(r"\b(?:not|never)\b[^.;]*$|n't\b[^.;]*$", re.IGNORECASE)
_OKAYS = re.compile(rf"[ ](?:has|have|had)(?:[ ](?:already|all|both))?{OKAYED}", re.IGNORECASE)


def okays(after: str) -> bool:
    """Such as "Lincoln has already approved it": a school does so for itself, an office for others."""
    return bool(_OKAYS.match(after))


def used_directly(before: str) -> bool:
    """Such as "for Lincoln", "used at Lincoln", "the teachers at Lincoln"."""
    return bool(DIRECTLY.search(before))


_ONLY_ASKS = re.compile(
    r"(?:[ ](?:both|all|have|has|had|were|are|was|is|also|recently|first|really|just|who|that))*[ ]"
    r"(?:asked|asking|requested|requesting|inquired|reached[ ]out|loved?|liked?|saw|tried|piloted|interested|"
    r"contacted|came[ ]to|wrote|told|talked|heard|approached|chose|picked|selected|wanted|want)\b",
    re.IGNORECASE,
)


def only_asks(after: str) -> bool:
    """Such as "the middle schools asked for it": who is behind a purchase, of whom only some may come to use it."""
    return bool(_ONLY_ASKS.match(after))


# "This is for the sixth-grade teachers, so both of the middle schools"
_IS_FOR = re.compile(r"\b(?:this|it|that|order|quote)(?:[ ]is|'s)[ ](?:only[ ]|just[ ]|all[ ])?for\b", re.IGNORECASE)


def speaks_of_use(text: str) -> bool:
    return bool(WILL_USE.search(text) or _IS_FOR.search(text))


# "Counselors at both high schools, that's all", "Just the teachers at Lincoln, nobody else": a list of users, closed
_THEIR_PEOPLE = re.compile(
    r"\W*(?:(?:just|only|it's|it[ ]is|for|the|all|your|our)[ ]){0,3}(?:[a-z-]+[ ]){0,2}?(?:[a-z]+s|staff)[ ](?:at|"
    r"in|of|from)"
    r"[ ](?:(?:the|both|your|all)[ ]){0,2}$",
    re.IGNORECASE,
)
_NO_OTHERS = re.compile(
    r"[ ]?(?:[,;:-]|[ ]-)?[ ](?:and[ ])?(?:that(?:'s|[ ]is|'ll[ ]be)[ ](?:all(?:[ ]of[ ]them)?|it|everyone|everybody|"
    r"(?:the|my|our)[ ](?:whole|full|entire|complete)[ ](?:list|lot))|no(?:body|[ ]one|ne|[ ]others?)[ ]else|"
    r"no[ ]others)"
    r"(?=[ ]?(?:[.,;:!()]|$))",
    re.IGNORECASE,
)


def are_all(before: str, after: str) -> bool:
    """Whether people of a place are told, and that there are no others."""
    return bool(_THEIR_PEOPLE.fullmatch(before) and _NO_OTHERS.match(after))
