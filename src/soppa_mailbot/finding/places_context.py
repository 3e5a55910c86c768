"""What the words around a name say: will the software be used there, or is the name there for another reason?"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.dates_arithmetic import MONTHS
from soppa_mailbot.finding.places_words import ALL_OF_THEM, BY_PERSON


class Role(IntEnum):
    """Why a place is named, the strongest reason highest."""

    FOREIGN = 0  # an address, a company, a person, another district's school: no place of ours at all
    DENIED = 1  # "not at Lincoln", "Lincoln already uses it", "last year at Lincoln", "maybe Lincoln"
    CONTACT = 2  # "the principal at Lincoln asked us", "a purchase order from Lincoln", "training at Lincoln"
    NAMED = 3  # named, and nothing said
    USED = 4  # "used by Lincoln", "for Lincoln", a line that holds nothing but names
    ANSWER = 5  # behind a label: "Schools: Lincoln"


_STREET = re.compile(
    r"[ ]+(?:street|st|road|rd|avenue|ave|boulevard|blvd|drive|dr|lane|ln|court|ct|way|parkway|pkwy|"
    r"highway|hwy|circle|cir|terrace|"
    r"square|plaza|trail|alley|row|turnpike|pike|loop|suite|tower|towers|bridge|expressway)\b\.?(?!['])",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?<![\w/-])\d{1,5}[ ](?:[NSEW]\.?[ ]|(?:North|South|East|West)[ ])?$")
_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|"
    "PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY"
)
_STATE_NAMES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Indiana|Iowa|"
    "Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|"
    "Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|"
    "Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|"
    "Wyoming"
)
_CITY = re.compile(
    rf",[ ](?:(?:{_STATES})\b(?![a-z])|[A-Z][a-z]+[ ]\d{{5}}|Illinois\b|Indiana\b|Wisconsin\b|Iowa\b|Missouri\b|"
    r"Michigan\b|Ohio\b|Texas\b)"
)
_COMPANY = re.compile(
    r",?[ ](?:Inc|LLC|L\.L\.C|Corp|Corporation|Ltd|Limited|Co|Company)\b|[ ](?:Software|Technologies|"
    r"Technology[ ]Group|Systems|Publishing|"
    r"Publishers|Solutions|Group|Holdings|Partners|Foundation|Labs|Financial|Press|Media|University|"
    r"College|Bank|Insurance|Capital|"
    r"Ventures|Learning(?![ ]Center)|Interactive|Analytics|Studios?|Consulting|Associates|Industries|"
    r"Enterprises|Territory|Region|Township|"
    r"County|Village|Park|Mall|Hospital|Church|Library|Hotel|Inn|Airport|Memorial|Museum|Hall|Heights|"
    r"Hills)\b"
    r"|,?[ ](?:inc|llc|corp|ltd)\b\.?|[ ][Ss]tate\b(?!['])"
)
_SEATED = re.compile(
    r"(?:company|firm|headquarters|offices?|we|i|business|family|team|staff|everyone)[\w ]{0,20}[ ](?:is|"
    r"are|am|was|were)[ ]in[ ]$|"
    r"(?:city|town|village|county|state|university|college|bank|institute)[ ]of[ ]$|"
    r"(?:based|headquartered|located|live|lives|living|born|office|offices|warehouse|datacenter|"
    r"data[ ]center|servers?|hosted|moved)[ ](?:\w+[ ])?in[ ]$|"
    r"(?:near|outside|nebraska|downtown)[ ]$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:'s)?[ ](?:(?:over|up|down|out)[ ])?(?:in|of)[ ](?!(?:the|our|your|a|an|grades?|january|february|march|"
    r"april|may|june|july|"
    r"august|september|october|november|december|"
    r"spring|fall|summer|winter|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|q[1-4]|district|ela|math|"
    r"science|english|art|both|all)\b)"
    r"(?P<where>[A-Z][\w.'-]+)|"
    r"[ ](?:in|of)[ ]the[ ](?P<town>[A-Z]\w+)(?:[ ][A-Z]\w+)?[ ](?i:school[ ])?(?i:district)\b|"
    r",?[ ]\(?(?:[A-Z]\w+[ ]){0,3}(?:District|CUSD|SD|ISD|USD|CCSD|CHSD|"
    r"D)[ ]?#?\d+|[ ]\([A-Z][\w. ]+,[ ][A-Z]{2}\)|"
    # "(IL)" behind a school says nothing: the District is there too
    rf"(?:[ ](?i:schools?|academy|prep|county))*[ ]\((?!IL\))(?:{_STATES}|{_STATE_NAMES})\)"
)
_GREETING = re.compile(
    r"[ ]*(?:dear|hi|hello|hey|good[ ](?:morning|afternoon|evening|day)|greetings|to|attn|attention|"
    r"cc)\b[ :,]*(?:(?!\b(?:attached|enclosed|here|is|are|for|please|we|our|quote|"
    r"order)\b)[^.:!?,\n]){0,60}[,!:]?[ ]*$",
    re.I,
)
# "Schools that will NOT use it: Lincoln, Oak Ridge"
_DENIED_LIST = re.compile(
    r"(?:\bnot|n't|\bnever|\bno[ ]longer|\bexcluded|\bexempt|\bleft[ ]out)\b[^.;:]{0,40}:[ ]*$", re.IGNORECASE
)

_DENIED_BEFORE = re.compile(
    r"(?:\bnot|n't|\bnever|\bnothing|\bno[ ]longer|\bno(?:body|[ ]one)|\bnone|"
    r"\bexcept(?:ing)?(?:[ ]for)?|\bwith(?:[ ]the)?(?:[ ]\w+)?[ ]exceptions?[ ]of|\bexcluding|\bexclude[sd]?|\bwithout|"
    r"\bother[ ]than|\bbesides|\bapart[ ]from|\baside[ ]from|\bminus|\bbut[ ]not|"
    r"\b(?:all|every|each)\b[^.;]{0,40}\bbut(?:[ ]for)?|"
    r"\bwent[ ]live|"
    r"\binstead[ ]of|\brather[ ]than|\bnor|\bneither|\b(?:same|shared?)[ ](?:building|campus|site|roof)[ ](?:as|with)|"
    r"\bnext[ ](?:door[ ])?to|\bacross[ ](?:the[ ](?:street|road|hall)[ ])?from|\bnothing[ ](?:new|changes)|"
    r"\bno[ ]changes?|"
    r"\b(?:feedback|success|results?|reviews?|reaction)[ ](?:from|at|in|with))[ ,(]+(?:(?:yet|for|at|in|by|to|the|"
    r"include|including|"
    r"be|being|used?|using|our|your|intended|meant|"
    r"available|students?|teachers?|staff|from|of|schools?|it)[ ]+){0,5}$",
    re.IGNORECASE,
)
_BEFORE_CLAUSE_DENIED = re.compile(
    r"\b(?:last[ ](?:school[ ])?(?:year|spring|fall|summer|winter|semester|month)|previous(?:ly)?|formerly|"
    r"years?[ ]ago|in[ ]the[ ]past|"
    r"already[ ](?:in[ ]use|used?|using|live|deployed|running|piloted|active|have|has|have[ ]it)|(?:is|was|"
    r"are|were)[ ]already|used[ ]to|"
    r"maybe|perhaps|possibly|might|may[ ](?:later|also|eventually|be|expand|add|join)|eventually|"
    r"down[ ]the[ ]road|phase[ ](?:2|two|ii|3|three)|"
    r"(?:hope|plan|like|want)[ ]to[ ]expand|(?<!please )consider(?:ing)?|could[ ](?:later|also|eventually)|"
    r"in[ ]the[ ]future|"
    r"customers?(?![ ](?:would|will|is|are)\b)|clients?|references?(?![ ]to\b)|trusted[ ]by|case[ ]stud\w+|"
    r"success[ ]stor\w+|similar[ ]to|"
    r"validated|field-?tested|normed|worked[ ]with|already[ ]work(?:ing)?[ ]with|partnered[ ]with|unlike|"
    r"graduated|attended|grew[ ]up|alumn\w+|(?<!is )(?<!are )(?<!be )taught[ ]at|worked[ ]at|used[ ]it[ ]at)\b",
    re.IGNORECASE,
)
# "has already approved it": goes on with the purchase
_OKAYED = r"[ ](?:approved|agreed|signed[ ]off|picked|chosen|selected)\b"
_DENIED_AFTER = re.compile(
    rf"(?:'s)?[ ,(]*(?:(?:students?|teachers?|staff)[ ])?(?:already(?!{_OKAYED})|used[ ]to|formerly|previously|ha(?:s|"
    r"ve)[ ](?:been[ ]using|used|had)|had[ ]|(?:is|are)[ ](?:already|currently[ ]using|not|no[ ]longer)|"
    r"(?:is|are)n't|"
    r"ha(?:s|ve)[ ](?:our|the|it|this|its|their|an?|these)\b[^.;:]{0,50}?[ ]already\b|"
    r"[^.;:]{0,80},[ ](?:(?:that|this|it)(?:'s|[ ]is)|which[ ]is)[ ]separate\b|"
    r"(?:ran|hosted)[ ](?:the|a|our)[ ](?:\w+[ ])?(?:pilot|trial|test)\b[^.;:()]{0,20}\b(?:last|in[ ]20\d\d|ago)\b|"
    r"[^.;:()]{1,60},[ ](?:they|it|which)(?:'re|'s|[ ](?:are|is))[ ]not[ ](?:part[ ]of|in|included)\b|"
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
    r"(?:ha(?:s|ve)[ ])?(?:(?:chose|chosen|picked|selected|gone[ ]with|went[ ]with)[ ]"
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
_RENEWS_THEN = re.compile(
    r"[ ](?:(?:will|may|might|could|would|is[ ]to)[ ]|already[ ]|just[ ]|only[ ])?renew(?:s|ed)?[ ]"
    r"(?:(?:it|theirs|only|again)[ ])?(?:(?:in|next|last|after)\b(?![ ]th(?:is|e[ ]same)\b)|later\b|separately\b)",
    re.IGNORECASE,
)
# "Our office is behind Lincoln", "1180 Elevator Road (behind Lincoln)"
_LANDMARK = re.compile(
    r"(?:\b(?:is|are|moved|parked|lives?|located|sits?|stands?)\b[^.;:]{0,40}|[(,][ ]?(?:right[ ]|just[ ])?)"
    r"\b(?:behind|beside|opposite|adjacent[ ]to|around[ ]the[ ]corner[ ]from|on[ ]the[ ]grounds[ ]of|in[ ]back[ ]of)[ ]"
    r"(?:the[ ])?$",
    re.IGNORECASE,
)
_NOW_WANTS = re.compile(
    r"\b(?:and|but|so)[ ](?:\w+[ ])?(?:would[ ]like|wants?|wish(?:es)?|plans?|needs?|will|(?:is|are)[ ](?:now[ ])?"
    r"(?:ready|going|buying|adding|ordering))\b(?![ ](?:\w+[ ])?(?:vouch|be[ ]glad|be[ ]happy|tell|speak|serve|act))",
    re.IGNORECASE,
)
# "was a customer until 2023 and can serve as a reference", "is one of our longest users"
_A_CUSTOMER = re.compile(
    r"(?:'s)?,?[ ](?:who[ ]|which[ ])?(?:is|are|was|were|ha(?:s|ve)[ ]been)[ ](?:(?:also|still|once)[ ])?"
    r"(?:an?[ ]|our[ ]|one[ ]of[ ](?:our|the)[ ]|among[ ](?:our|the)[ ])?(?:(?!new\b)[\w-]+[ ]){0,2}?"
    r"(?:customers?|clients?|references?|account)\b",
    re.IGNORECASE,
)
# "can serve as a reference", "use it today and will gladly answer questions"
_VOUCHES = re.compile(
    r"(?:'s)?,?[ ][^.;:]{0,80}?\b(?:(?:serve|act|named?|given?|listed?|used?)[ ](?:\w+[ ]){0,2}?as[ ](?:an?[ ]|our[ ])?"
    r"references?|be[ ](?:an?[ ]|our[ ])references?|(?:wants?|needs?|like)[ ](?:an?[ ]|any[ ]|our[ ])?references?|"
    r"vouch(?:es)?[ ]for|speaks?[ ](?:well|highly)[ ]of|(?:happy|glad|gladly|pleased)[ ](?:to[ ])?"
    r"(?:(?:speak|talk|tell|answer|share|show|recommend)\w*|"
    r"take[ ](?:your[ ]|an?[ ]|any[ ])?(?:calls?|questions?|e-?mails?)))\b",
    re.IGNORECASE,
)
_WILL_THEMSELVES = re.compile(
    r"(?:'s)?[ ][^.;:]{0,30}?\b(?:will|would|wants?|plans?|needs?|going)[ ](?:to[ ])?(?:also[ ]|like[ ]to[ ]|both[ ])?"
    r"(?:us(?:e|ing)|buy|purchase|order|add|pilot|start|renew)\b",
    re.IGNORECASE,
)
# "References: Lincoln County Schools and Dunning Prep", "Our current customers: ..."
_LISTS_REFERENCES = re.compile(
    r"^\W*(?:(?:our|some|your|customer|district|school|k-?12|recent|two|three)[ ]){0,3}(?:references?|referees|"
    r"(?:(?:current|other|existing|former|past|happy)[ ])(?:customers?|clients?|users?)|customers|clients)"
    r"(?:[ ]\w+){0,3}[ ]?:"
    r"|^\W*(?:as[ ](?:used|seen|heard)|(?:as[ ])?(?:featured|loved|trusted|praised))[ ](?:daily[ ])?(?:at|in|by|on)[ ]"
    r"(?:the[ ])?$",
    re.IGNORECASE,
)
# "as used at Lincoln and 200 others"
_AND_MANY = re.compile(
    r"(?:'s)?,?[ ](?:and|plus|&)[ ](?:over[ ]|more[ ]than[ ]|some[ ])?\d{2,}\+?[ ](?:others?|more)\b", re.IGNORECASE
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
# "considering adding Lincoln": a word of going on that is itself in doubt
_PERHAPS_ADDED = re.compile(
    r"\b(?:consider(?:s|ing)?|thinking[ ](?:of|about)|talk(?:ing|ed)?[ ](?:of|about)|discuss(?:ing|ed)?|"
    r"explor(?:e|ing)|might|maybe|perhaps|possibly|may|could|(?:hop(?:e|es|ing)|plan(?:s|ning)?|like|want)[ ](?:to|on)|"
    r"interested[ ]in|"
    r"before|instead[ ]of|without|not|n't|later|eventually|open[ ]to)"
    r"(?:[ ](?:also|even|later|eventually|one[ ]day|be|yet)){0,3}[ ]add(?:s|ing)?[ ](?:(?:the|your|in|both)[ ]){0,2}$",
    re.IGNORECASE,
)
# "start with Lincoln this year and add Addams next year"
_ADDED = re.compile(
    r"\b(?:start|begin|first|this[ ]year|now|pilot|initially|phase[ ](?:1|one|i)\b)[^.;]*"
    r"\b(?:add(?:ing)?|bring(?:ing)?[ ]in|expand(?:ing)?[ ](?:it[ ])?(?:to|into)|extend(?:ing)?[ ](?:it[ ])?to|"
    r"mov(?:e|ing)[ ]on[ ]to|follow[ ]with|roll(?:ing)?[ ](?:it[ ])?out[ ]to)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
_ANOTHER_YEAR = re.compile(
    r"[ ,(]{1,2}(?:next[ ](?:school[ ])?year|the[ ](?:year|one)[ ]after|(?:in|for)[ ](?:the[ ])?(?:following|second|"
    r"coming)[ ](?:school[ ])?year|in[ ](?:phase|year)[ ](?:2|two|ii)\b|later\b(?![ ]this)|at[ ]a[ ]later)",
    re.IGNORECASE,
)
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
_DID_ONCE = re.compile(
    r"\b(?:served|used|bought|sold|had|did|worked|was|were|pilot(?:ed)?|trial|ran|supplied|provided|"
    r"helped)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"(?:'s)?(?:[ ](?:schools?|students?|teachers?))?(?:[ ](?:from|between|in|during)[ ][\w ,'-]{1,30}?)?"
    r"[ ](?:of[ ])?(?:last[ ](?:school[ ])?"
    r"(?:year|spring|fall|summer|winter|semester|month)|in[ ]the[ ]past|"
    r"(?:a[ ]|two[ ]|some[ ]|few[ ]){1,2}years?[ ]ago)\b",
    re.IGNORECASE,
)
# "has had the trial since August and would like to buy 60 seats": said of the same school
_NOW_BUYS = re.compile(
    r"(?:[ ](?:(?:since|in|from|until|last|of|through)[ ][A-Z]\w+|[a-z'][\w',-]*|"
    rf"(?=[A-Z])(?i:{MONTHS})\.?|\d+,?)){{1,14}}?,?[ ](?:and|so|but)[ ]"
    r"(?:now[ ]|they[ ]|it[ ]){0,2}(?:would[ ](?:now[ ])?like|wants?|wish(?:es)?|plans?|needs?|(?:is|are)[ ](?:now[ ])?"
    r"(?:ready|going))[ ](?:now[ ])?(?:the[ ](?:\w+[ ]){0,2}(?:plan|licen[cs]e|version|edition|package|"
    r"subscription)\b|to[ ](?:now[ ])?(?:buy|purchase|order|get|have|keep|continue|upgrade|license)|"
    r"\d+|more)\b"
)
# "... already use Spanish Live, and now South Calder wants to add": it goes on for another
_ANOTHER_NOW = re.compile(
    r"[^.;:!?]{0,120}?[ ](?:and|but|so)[ ](?:now|this[ ]year)[ ](?:also[ ])?(?:the[ ])?[A-Z]\w+(?:[ ][A-Z]\w+){0,3}[ ]"
    r"(?:\w+[ ])?(?:wants?|would|needs?|wish(?:es)?|plans?|asks?|asked|is|are|has|have)\b"
)

# "Meet us at the open house of Lincoln on December 3!", "Proud sponsor of the Lincoln robotics team"
_INVITES_OR_SPONSORS = re.compile(
    r"\b(?:meet|see|visit|find|join|catch)[ ]us[ ](?:at|in|on|during)\b[^.;:!?]{0,50}$"
    r"|\bmeet(?:ing|s)?[ ](?:(?!with\b)[\w']+[ ]){1,4}at[ ](?:the[ ])?$"
    r"|\b(?:towers?|servers?|antennas?|equipment|routers?|hardware|cameras?|boilers?)[ ](?:is|are|stands?|"
    r"sits?)[ ]at[ ](?:the[ ])?$"
    r"|\b(?:days?|screenings?|visits?|trainings?|installations?|sessions?|workshops?)[ ](?:is|are|"
    r"will[ ]be)[ ](?:set|scheduled|"
    r"planned)\b[^.;:!?]{0,90}[ ]at[ ](?:the[ ])?$"
    r"|\b(?:ship|deliver|drop|send|mail)(?:s|ed|ping|ing)?[ ](?:off[ ])?(?:the|all|our|it|them|everything|any|"
    r"your|a)[ ]"
    r"(?:(?!(?:licen[cs]es?|seats?|accounts?|software|log-?ins?|subscription)\b)\w+[ ]){0,3}(?:off[ ])?(?:to|"
    r"at)[ ](?:the[ ])?$"
    r"|\b(?:met|meets|gathered|convened)[ ](?:(?:again|yesterday|today|online|on[ ]\w+|last[ ]\w+|this[ ]\w+|"
    r"in[ ]\w+)[ ]){0,2}"
    r"(?:at|in)[ ](?:the[ ])?$"
    r"|\b(?:at|during|from|after|visited)[ ](?:the|your|our|last|this)\b[^.;:!?]{0,40}\b(?:fair|night|"
    r"open[ ]house|conference|event|expo|breakfast|lunch(?:eon)?|picnic|fundraiser|concert|showcase)[ ]"
    r"(?:at|in|of)[ ](?:the[ ])?$"
    r"|\b(?:congratulations|congrats|kudos)\b[^.;:!?]{0,60}[ ](?:at|in|to)[ ](?:the[ ])?$"
    r"|\b(?:was|were)[ ](?:still[ ]|then[ ])?(?:teaching|working|coaching|based|a[ ]\w+)[ ](?:at|in)[ ](?:the[ ])?$"
    r"|\b(?:conference|event|fair|night|expo|meeting|workshop|session|training)\b[^.;]{0,30}[ ](?:is|was|will[ ]be)[ ]"
    r"held[ ](?:at|in)[ ](?:the[ ])?$"
    r"|\b(?:love|loved|enjoy|enjoyed)[ ](?:working|partnering)[ ](?:with|at|in)[ ](?:the[ ])?$"
    r"|\b(?:sponsors?|supporters?|donors?)[ ](?:of|to)[ ](?:the[ ])?$|\bsponsor(?:s|ed|ing)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
# "the pilot that Lincoln ran in 2021", "Lincoln had a free pilot of an earlier version back in 2022"
_ONCE_IN = re.compile(
    r"(?:[ ]school)?[ ](?:ran|hosted|held|tried|tested|piloted|did|had|used)(?:[ ][\w'-]+){0,8}?[ ](?:back[ ])?in[ ]"
    r"20\d\d\b",
    re.IGNORECASE,
)
# "The pilot at Lincoln wrapped up last week"
_PILOT_AT = re.compile(
    r"\b(?:pilot|trial|test|study|demo)(?:[ ](?:project|program|phase|run))?[ ](?:at|in|with|of|for)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
_IS_OVER = re.compile(
    r"(?:[ ](?:school|students?|teachers?))?[ ,(]{1,2}(?:has[ ]|is[ ]|was[ ]|which[ ])?(?:(?:now|just|"
    r"successfully)[ ])?"
    r"(?:wrapped[ ]up|ended|over|finished|concluded|completed|closed|ran[ ]its[ ]course|came[ ]to[ ]an[ ]end)\b",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(r"(?:[ ](?:schools?|students?|teachers?))?,?[ ](?:back[ ])?in[ ]20\d\d\b", re.IGNORECASE)

_PERSON = (
    r"(?:assistant[ ]principal|vice[ ]principal|principal|teacher|counsell?or|coach|director|coordinator|"
    r"librarian|secretary|dean|nurse|colleague|contact|"
    r"parent|student|someone|somebody|friends|champion|specialist|chair|head)"
)
_CONTACT_BEFORE = re.compile(
    rf"(?<![-\w]){_PERSON}[ ,]{{1,2}}(?:(?:(?-i:[A-Z])[\w.'-]*|there|here|over|down|who|named)[ ,]{{1,2}}){{0,3}}"
    r"(?:at|of|from|with|in|over[ ]at)[ ](?:the[ ])?$"
    r"|\b(?:call|word|e-?mail|message|note|text|inquiry)s?[ ]from[ ](?:the[ ])?$"
    rf"|(?<![-\w]){_PERSON}s?\b[^.;:]{{0,60}}\band[ ](?:one|another|two)[ ](?:at|of|from|in)[ ](?:the[ ])?$"
    r"|\b(?:heard[ ]from|contacted[ ]by|asked[ ]by|approached[ ]by|recommended[ ]by|referred[ ]by|"
    r"p\.?o\.?[ ]from|purchase[ ]order[ ](?:\S+[ ])?from|"
    r"call[ ]with|conversations?[ ]with|sp(?:o|ea)k(?:e|ing)?[ ](?:to|with)|talk(?:ed|ing)?[ ](?:to|with)|"
    r"met(?:[ ]with)?|meeting|visit(?:ed|ing)?|tour(?:ed)?|thanks[ ]to|"
    r"(?:(?:my|our|his|her|whose)[ ](?:\w+[ ])?kids?|son|daughter|wife|husband)[ ](?:\w+[ ]){0,3})\b"
    r"(?:(?!,[ ]but\b)[^.;:]){0,45}$"
    r"|\b(?:held|meet|present(?:ed|ation|ing)?|demo(?:ed)?|demonstrat\w+|train(?:ing|ed)?|workshop|"
    r"conference|open[ ]house|session|webinar)\b[^.;:,]{0,30}\b(?:at|in|with)[ ](?:the[ ])?$"
    # "Teacher training: March 24, in the library of Kennedy High"
    r"|^\W*(?:(?:teacher|staff|user|admin)s?[ ])?(?:training|onboarding|kick-?off|workshop|demo|in-?service|pd)s?"
    r"(?:[ ](?:session|day|date|meeting)s?)?:[ ][^.;:]{0,60}\b(?:at|in|of)[ ](?:the[ ])?$"
    r"|\b(?:ship(?:ping|ped|ment)?|deliver(?:y|ed)?|bill(?:ing|ed)?|invoiced?|sold|remit|mail|"
    r"return)(?:[ ]to)?[ :\t]{1,3}(?:the[ ])?$|\b(?:attn|attention|c/o|cc)[.: ]{1,3}(?:the[ ])?$"
    r"|\b(?:cc(?:'?d|'?ing)?|copy(?:ing)?|loop(?:ing)?[ ]in|forward(?:ing)?[ ](?:\w+[ ])?to)[: ]{1,2}"
    r"(?:(?!for\b)[\w&'-]+[ ,]{1,2}){0,6}$",
    re.IGNORECASE,
)
# "Mr. Adeyemi, who teaches biology at Lincoln"
_WORKS_AT = re.compile(
    r"\bwho(?:'s|[ ](?:also[ ]|now[ ]|once[ ])?(?:teach(?:es)?|works?|coach(?:es)?|is[ ](?:a|an|the|our|based|teaching|"
    r"working)|runs?|leads?|heads?|chairs?))\b[^.;:,]{0,40}[ ](?:at|in|for|of)[ ](?:the[ ])?$"
    # "has her desk at the Lincoln building"
    r"|\b(?:ha(?:s|d)|have)[ ](?:her|his|their|an?)[ ](?:desk|office|room)[ ](?:at|in)[ ](?:the[ ])?$"
    r"|\b(?:he|she|who|(?-i:[A-Z])\w+)[ ](?:sits|is[ ]based|works[ ]out|is[ ]stationed|(?:used[ ]to[ ]be|"
    r"was)[ ]based)[ ]"
    r"(?:at|in|of)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
# "on the request of Ms. Tran, who teaches history at Lincoln": she is whom it is for
_REQUESTED_OR_FOR = re.compile(
    r"\b(?:request|behalf|order|wish|initiative)[ ]of\b[^;]{0,90}$|\b(?:only|just)[ ]for\b", re.I
)
# "has been in the high schools since February"
_HAS_BEEN_IN = re.compile(
    r"\b(?:ha(?:s|ve)|'s|'ve)[ ]been[ ](?:(?:used|live|running)[ ])?(?:in|at)[ ](?:(?:the|your|both|all)[ ]){0,2}$",
    re.I,
)
_SINCE = re.compile(
    r"(?:[ ](?:schools?|buildings?))?[ ](?:since|for[ ](?:\w+[ ]){1,2}(?:years?|months?))\b", re.IGNORECASE
)
# "Principal Hurd at Lincoln and principal Ochoa at Oak Ridge would like": what the first of them is said to want
_AND_ANOTHER = re.compile(
    rf"(?:,|,?[ ](?:and|&))[ ](?:(?:one|another|two)[ ]|(?:(?:the|another|"
    rf"a)[ ])?(?:(?i:{_PERSON})[ ])?(?:[A-Z][\w.'-]*[ ]){{1,3}})"
    r"(?:at|of|from|over[ ]at)[ ](?:the[ ])?[A-Z][\w.'-]*(?:[ ][A-Z][\w.'-]*){0,4}(?=[ ])"
)
# "one more seat for the nurse at Lincoln"
_SEAT_FOR_PERSON = re.compile(
    rf"\b(?:seats?|licen[cs]es?|accounts?|log-?ins?|subscriptions?|copy|copies)\b[^.;:]{{0,40}}[ ]for[ ](?:the[ ]|"
    rf"their[ ]|"
    rf"its[ ]|an?[ ]|one[ ]|two[ ]|three[ ])?(?:[\w-]+[ ]){{0,2}}{_PERSON}s?[ ](?:at|of|from|in)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
_CONTACT_AFTER = re.compile(
    r"(?:'s)?,?[ ](?:(?:assistant|vice)[ ])?(?:principal|teacher|counsell?or|librarian|coach|director|"
    r"coordinator|secretary|nurse|dean|team[ ](?:at|during))\b"
    r"|[ ](?:told|referred|contacted|introduced)\b",
    re.IGNORECASE,
)
_WILL_USE = re.compile(
    r"\b(?:us(?:e|es|ed|ing|ers?|age)|pilot(?:s|ing|ed)?|implement\w*|deploy\w*|roll\w*[ -]?out|offer\w*|"
    r"provid\w+|supply|bring|introduc\w+|adopt\w*|licen[cs]\w+|seats?|intended|meant|destined|purchas(?:e|"
    r"ing)|"
    r"(?:is|are|be)[ ]taught|"
    r"buy(?:ing)?|cover(?:s|ing)?|install\w*|subscri\w+|go(?:es)?[ ]up|participat\w+|access|will[ ](?:be|have|get|"
    r"stand|run)|"
    r"would[ ](?:be|like|use)|wants?|classrooms?|put[ ]in|going[ ]to|"
    r"(?:put|sign|count|mark)(?:s|ed|ing)?[ ]\w+[ ](?:down|up|in)[ ]for|"
    r"available[ ](?:at|in|to|for|throughout|across)|needs?|help(?:s|ing)?|needed|order(?:ing|ed)?|quote|estimate|"
    r"proposal|classes|designed|set[ ]up)\b",
    re.IGNORECASE,
)
_DIRECTLY = re.compile(
    r"(?:^|[^\w])(?:(?:rooms?|labs?|library|libraries|offices?|classrooms?|teachers|students|staff|kids|"
    r"children|graders|classes|gyms?|cafeterias?|"
    r"counsell?ors|nurses?|clubs?|departments?|users|faculty|parents|families)[ ]of|"
    r"for(?:[ ]use)?(?:[ ](?:at|by|in))?|at|by|in|to|into|within|across|inside|with|serve[sd]?|serving|"
    r"includ(?:e|es|ing)|concerns?|add(?:s|ing)?|offer|provide|supply|equip|is|are|"
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
    r"[ ](?:(?:us|me)[ ])?(?:for[ ])?(?:(?!and\b)[\w'-]+[ ]){0,2}(?:demos?|demonstration|calls?|meetings?|"
    r"references|w-?9s?|webinar|certificates?|invoices?|refund|cancellation|donations?|sponsor\w*)\b"
)
_USES_AFTER = re.compile(
    r"(?:[ ]\w+){0,2},?[ ]to[ ]be[ ]approved\b|"
    rf"(?:'s)?(?:{BY_PERSON})?"
    r"[ ,(]*(?:[\w/&-]+[ ]){0,4}?(?:will|would|plans?|wants?|needs?|"
    r"uses?|(?:is|are)[ ](?:going|the|"
    r"buying|purchasing|adding|ordering|introducing|piloting|adopting|using|our)|ha(?:s|ve)[ ](?:asked[ ]for|"
    r"ordered|requested|decided|chosen|selected)|"
    r"(?:is|are)[ ](?:eager|ready|keen|waiting|anxious)[ ](?:to[ ](?:us(?:e|ing)|start|begin|have|get|try)|"
    r"for[ ](?:it|this))\b|"
    r"keeps?[ ](?:it|this|using|on[ ]using)\b|"
    r"to[ ]use|only\b|pilots?\b|(?:takes?|taking)[ ]part|participat(?:e|es|ing)\b|joins?\b|"
    r"(?:can|could|may|to)[ ](?:all[ ]|also[ ]|both[ ]|each[ ]|then[ ]|finally[ ])?"
    r"(?:us(?:e|ing)|start|begin|pilot|have|get|try|go|launch|roll|access|join|implement|adopt)\b|"
    rf"(?:asked|ordered|requested|picked|chose|gets?)\b(?!{_NO_ORDER})"
    r"(?![ ]me|[ ]us[ ]to|[ ]to\b|[ ]that|[ ]about|[ ]if|[ ]whether))",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\b(?:schools?|campus(?:es)?|buildings?|classrooms?|students?|teachers?|graders?|grades?|sites?|"
    r"elementary|middle|high|academ(?:y|ies)|dept|departments?|pilots?|principals?|kids)\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(
    r"[;:]|[ ](?:but|while|whereas|and[ ]now|now|so)[ ]|[.!?][ ]|[ ](?:it[ ]is|it's)[ ](?=$)"
    # "After a pilot last spring, the committee wants it at"
    r"|,[ ](?=(?:the|our|your|their)[ ]\w+[ ](?:now[ ])?(?:wants?|would|plans?|asked|decided|chose|has[ ]decided|"
    r"is|are|will)\b)"
    # "As you already have our agreement, here is the quote for": what is handed in is another clause
    r"|,[ ](?:then[ ])?(?=(?:here(?:'s|[ ](?:is|are))|(?:please[ ])?find|attached|enclosed|"
    r"(?:(?:we|i)(?:'re|'m|'d|'ll|[ ](?:are|am|would|will))?[ ](?:only|just|now|also|like[ ]to|[ ]){0,3}"
    r"(?:send(?:ing)?|attach(?:ing)?|submit(?:ting)?|enclos(?:e|ing)|need|add|order|request))|"
    r"this[ ]is|below[ ]is)\b)",
    re.I,
)
_NEW_SUBJECT = re.compile(r",[ ](?:the[ ])?$")
# "will be used by a student and her teacher at"
_USED_BY = re.compile(r"\b(?:be|is|are)[ ]used[ ]by[ ][^.;:]{0,60}$", re.IGNORECASE)
OURS = re.compile(r"\b(?:our|my)[ ](?:own[ ]|internal[ ])?(?:\w+[ ])?$", re.I)


# "Sandburg Building, 210 Lakewood Avenue, Cedar Vale, IA 52999": an address outside of Illinois
_IN_AN_ADDRESS = re.compile(
    r",[ ]\d{1,5}[ ][A-Z][^|\n\t;]{2,40},[ ][A-Z][\w .'-]{1,30},[ ]?(?!IL\b)[A-Z]{2}[ ]{1,2}\d{5}\b"
)
# "212 W. Main, Landis": the town of an address
_BEHIND_STREET = re.compile(r"(?<![\w-])\d{1,5}[ ](?:[NSEW]\.?[ ])?[A-Z][\w.]*(?:[ ][A-Z][\w.]*){0,2},[ ]$")
# "Only Lincoln signed up for it": nobody else that is named does
_ONLY = re.compile(r"(?:^|[.;:!?(][ ]*|,[ ]|\b(?:but|so|and|that)[ ])only[ ](?:the[ ]|your[ ])?$", re.IGNORECASE)
_SIGNED_UP = re.compile(r"[ ](?:has[ ]|have[ ])?signed[ ]up\b", re.IGNORECASE)


def alone_of_all(before: str, after: str) -> bool:
    """Whether a name is said to be the only one that uses the software."""
    return bool(_ONLY.search(before)) and bool(_SIGNED_UP.match(after) or subject_of_use(after))


_ALL_OF_THEM = re.compile(rf"{ALL_OF_THEM}$", re.IGNORECASE)


def counted_out(before: str) -> bool:
    """Such as "Yes, all five: Lincoln, ..."."""
    return bool(_ALL_OF_THEM.search(before))


# "one of the Landis buildings"
_ONE_OF = re.compile(r"\b(?:one|two|some|several|either|any|a[ ]few)[ ]of[ ](?:the|your|our)[ ]$", re.IGNORECASE)
_OF_THEM = re.compile(r"[ ](?:schools|buildings|campuses|sites|locations)\b", re.IGNORECASE)


def one_of_several(before: str, after: str) -> bool:
    """Whether it is not said which of a town's schools is meant."""
    return bool(_ONE_OF.search(before) and _OF_THEM.match(after))


# "in use at the Southgate and Livermore districts in California"
_DISTRICT_BEHIND = re.compile(
    r"(?:,?[ ](?:and|&)[ ](?-i:[A-Z])[\w'-]+)?[ ](?:(?:school|public|unified)[ ])*districts\b(?!['’-])", re.IGNORECASE
)
# "the Lincoln Public Schools in Nebraska"
_A_SYSTEM = re.compile(
    r"[ ](?:Public|City|County|Unified|Parish|Area)[ ]Schools\b|"
    r"[ ](?:(?:Unified|Community|Consolidated|Independent|Area|Unit|City)[ ]){0,3}School[ ]District\b"
)
# "We have been asked by Lincoln to provide thirty accounts"
_ASKED_BY = re.compile(
    r"\b(?:asked|invited|chosen|selected|hired|requested|engaged)[ ]by[ ](?:the[ ]|your[ ])?$", re.IGNORECASE
)
_TO_SUPPLY = re.compile(
    r"[ ]to[ ](?:provide|supply|deliver|set[ ]up|install|furnish|license|equip|roll[ ]out|"
    r"implement)\b(?![ ](?:(?:the|your|all|"
    r"an?)[ ]){0,2}(?:\w+[ ]){0,2}(?:papers?|forms?|documents?|paperwork|certificate|w-?9|references?|information)\b)",
    re.IGNORECASE,
)
# "the middle schools except Lincoln", "the middle schools (not Lincoln)"
_EXCEPTED_BEFORE = re.compile(
    r"\b(?:except|exclud|other[ ]than|but\b|minus|apart|aside|without|besides)|[(][ ]?not[ ](?:at[ ]|for[ ]|in[ ])?$",
    re.IGNORECASE,
)


def excepts(before: str) -> bool:
    """Whether the words right before a name take it out of a group."""
    return bool(_EXCEPTED_BEFORE.search(before[-40:]))


def foreign(before: str, after: str, *, strong: bool, district_words: frozenset[str]) -> bool:
    """Whether a name is part of an address, a company, a city, or another district's school."""
    if _STREET.match(after) or (not strong and _NUMBERED.search(before)):
        return True
    elsewhere = _ELSEWHERE.match(after)
    if elsewhere and (elsewhere["where"] or elsewhere["town"] or "").casefold() not in district_words:
        return True
    if _DISTRICT_BEHIND.match(after) or _A_SYSTEM.match(after):
        return True
    if _IN_AN_ADDRESS.match(after):
        return True
    if strong:
        return bool(re.match(r",?[ ](?:Inc|LLC|Corp|Ltd)\b", after))
    if _BEHIND_STREET.search(before) and re.match(r"[ ]*(?:$|[,|\n])", after):
        return True
    return bool(_CITY.match(after) or _COMPANY.match(after) or _SEATED.search(before))


_SUBMITS = re.compile(
    r"\b(?:attach\w*|enclos\w*|herewith|approv\w+|sign-?off|order[ ]form|quot(?:e|ation)|proposal|papers|documents|"
    r"forms)\b",
    re.IGNORECASE,
)
_MADE_FOR = re.compile(
    r"\b(?:developed|designed|made|built|written|suited|suitable|ideal|perfect|great|aligned|appropriate|"
    r"geared)[ ]"
    r"(?:\w+[ ])?(?:for|to|with)[ ](?:use[ ](?:in|at)[ ])?$",
    re.IGNORECASE,
)


_WHAT_IT_SERVES = re.compile(
    r"[ ]?(?:(?:department|dept\.?|team|office|staff)\b)?[ ,(;:-]*(?:(?:which|that|who|they|it|(?:this|that|the)[ ]"
    r"(?:department|team|office|staff))[ ])?(?:(?:also|itself|centrally|in[ ]turn)[ ])?"
    r"(?:serv(?:es?|ing)|support(?:s|ing)?|cover(?:s|ing)?|oversee(?:s|ing)?|handl(?:es?|ing)|staff(?:s|ing)?|"
    r"(?:work|travel)(?:s|ing)?[ ](?:in|at|with|across|between|to)|"
    r"(?:is|are)[ ](?:in|at|shared[ ]by|responsible[ ]for))"
    r"(?:[ ](?:(?:the|our|your)[ ])?\w+[ ](?:in|at|of|from|for|across))?[ ]",
    re.IGNORECASE,
)


def serves(between: str) -> bool:
    """Such as "(it serves" between a department and "all schools": says what the department does."""
    return bool(_WHAT_IT_SERVES.fullmatch(between))


def no_group_of_ours(before: str, after: str, district_words: frozenset[str]) -> bool:
    """Such as "the high school in Dixon", "developed for the junior high": another district's, or any of that kind."""
    elsewhere = _ELSEWHERE.match(after)
    if elsewhere and (elsewhere["where"] or elsewhere["town"] or "").casefold() not in district_words:
        return True
    return bool(_MADE_FOR.search(before)) and not re.search(r"\byour?\b", before[-20:], re.IGNORECASE)


def _works_at(before: str) -> bool:
    return bool(_WORKS_AT.search(before)) and not _REQUESTED_OR_FOR.search(before)


# "As discussed with Student Services, who will run the program,"
_WHO_USES = re.compile(
    r",[ ](?:who|which)(?:'ll|[ ](?:will|would|is[ ]going[ ]to|plans?[ ]to))[ ](?:be[ ])?"
    r"(?:us(?:e|ing)|run(?:ning)?|pilot(?:ing)?|manag(?:e|ing)|lead(?:ing)?|roll(?:ing)?[ ](?:it|this)[ ]out)\b",
    re.IGNORECASE,
)


# "As discussed at the meeting, it would be used at"
_USED_AT = re.compile(
    r"\b(?:will|would|shall|is[ ]going[ ]to|is[ ]to)[ ]be[ ]used[ ](?:only[ ])?(?:at|in|by)[ ](?:the[ ])?$",
    re.IGNORECASE,
)


def with_users(before: str, after: str) -> bool:
    """Such as "West will use it, together with the Curriculum Office", "..., with IT as its administrator"."""
    return bool(_WITH_THEM.search(before) or (_AS_ITS.search(before) and _ADMINISTERS.match(after)))


@lru_cache(maxsize=8)  # asked once for each name of a sentence
def _goes_on(piece: str) -> bool:
    return bool(_GOES_ON.search(piece) and not _GOES_NOT_ON.search(piece))


def role(before: str, after: str, piece: str, *, alone: bool) -> Role:
    """Why a chain of names stands in its sentence. `alone`: the piece holds nothing else."""
    if (_WHO_USES.match(after) or _USED_AT.search(before)) and not _DENIED_BEFORE.search(before):
        return Role.USED
    if _ASKED_BY.search(before) and _TO_SUPPLY.match(after):
        return Role.USED
    if (
        _GREETING.fullmatch(before + "x")
        and len(after.strip(" ,!:.")) < 25
        and not (subject_of_use(after) or _NOW_WANTS.search(f"and {after}"))
        and re.match(r"[ ]*(?:dear|hi|hello|hey|good|greetings)\b", before, re.I)
    ):
        return Role.CONTACT
    clause = CLAUSE.split(before)[-1]
    if _NEW_SUBJECT.search(before) and subject_of_use(after):
        clause = ""  # "After last year's pilot at Lincoln, Oak Ridge will use it"
    goes_on = (_goes_on(piece) or _NOW_BUYS.match(after) is not None) and not _ANOTHER_NOW.match(after)
    if (
        _LISTS_REFERENCES.match(before)
        or _AND_MANY.match(after)
        or (_VOUCHES.match(after) and not _WILL_THEMSELVES.match(after))
    ):
        return Role.FOREIGN
    if not goes_on and _A_CUSTOMER.match(after) and not (subject_of_use(after) or _NOW_WANTS.search(after)):
        return Role.FOREIGN
    if _LANDMARK.search(before) or _INVITES_OR_SPONSORS.search(before):
        return Role.FOREIGN
    if _ONLY.search(before) and _SIGNED_UP.match(after):
        return Role.USED
    once = _ONCE_IN.match(after) or (_DID_ONCE.search(clause) and _IN_YEAR.match(after))
    once = once or (_PILOT_AT.search(before) and _IS_OVER.match(after))
    if once and not goes_on and not _NOW_WANTS.search(after):
        return Role.FOREIGN
    if denied_directly(before) or _PERHAPS_ADDED.search(before) or _RENEWS_THEN.match(after):
        return Role.DENIED
    if _ADDED.search(before) and _ANOTHER_YEAR.match(after):
        return Role.DENIED
    if not goes_on and _DID_ONCE.search(clause) and _THEN.match(after):
        return Role.DENIED
    if not goes_on and (_DENIED_AFTER.match(after) or _BEFORE_CLAUSE_DENIED.search(clause)):
        return Role.DENIED
    if not goes_on and _HAS_BEEN_IN.search(before) and _SINCE.match(after):
        return Role.DENIED
    if _PAPER_FOR_NAME_AT.search(before) and _ENDS_HERE.match(after):
        return Role.USED
    uses = _WILL_USE.search(before[-160:] + " x " + after[:120])
    directly = _DIRECTLY.search(before)
    if _CONTACT_BEFORE.search(before) or _works_at(before) or _CONTACT_AFTER.match(after):
        # "the principal of Kennedy, but it's Fox Hollow that will use it": the other clause is about another school
        own_clause = CLAUSE.split(after[:100].replace(", but ", " but "))[0]
        another = _AND_ANOTHER.match(after)
        wanted = _USES_AFTER.match(after[another.end() if another else 0 :]) or re.search(
            r"\b(?:us(?:e|ing)|pilot|classroom|wants?|license|seats)\b", own_clause, re.I
        )
        users = re.search(
            r"\b(?:used?|using|for|by|help(?:s|ing)?)[ ](?:\w+[ ]){0,3}?(?:staff|teachers|team|teams|"
            r"counsell?ors|people|folks)[ ](?:at|of|from|in)[ ](?:the[ ])?$",
            before,
            re.I,
        )
        if wanted or users or _USED_BY.search(before) or _SEAT_FOR_PERSON.search(before):
            return Role.USED
        return Role.FOREIGN if _works_at(before) else Role.CONTACT
    if (
        alone
        or (directly and (uses or len(before.strip()) < 60 or _SUBMITS.search(clause)))
        or _USES_AFTER.match(after)
        or in_brackets(before, after)
        or (_PAPER_FOR_PRODUCT_AT.search(before) and _ENDS_HERE.match(after))
    ):
        return Role.USED
    return Role.NAMED


_ENDS_HERE = re.compile(
    r"[ ]?(?:[.,;:!?)]|$|\(|[-–—][ ])|[ ](?:is|are|comes?|follows?)[ ](?:attached|enclosed|below)\b", re.IGNORECASE
)


_RATHER = re.compile(
    r"\bnot[ ][^.;:]{2,60}?,?[ ]but[ ](?:(?:rather|instead|for|at|by|in|only|the)[ ]){0,3}$", re.IGNORECASE
)


def named_instead(before: str) -> bool:
    """Such as "it's not for Lincoln but Oak Ridge"."""
    return bool(_RATHER.search(before))


_LEAVES_OUT = re.compile(
    r"\b(?:remov|drop|delet|strik|exclud|withdraw|cancel|scratch|except|without|leav\w*[ ]out|"
    r"tak\w*[ ](?:out|off)|not)\w*[ ](?:the[ ]|for[ ]|at[ ]|in[ ])?$",
    re.IGNORECASE,
)


def only_these(before: str, after: str) -> bool:
    """Such as "Lincoln only, please", and not "we withdraw Lincoln only"."""
    return bool(re.match(r"[ ]only(?=[ ]?[.,;!)]|$|[ ]-[ ])", after)) and not _LEAVES_OUT.search(before)


def generic_near(before: str, after: str) -> bool:
    """A word such as "school" or "teachers" within some six words."""
    return bool(_GENERIC.search(" ".join(before.split(" ")[-7:]) + " | " + " ".join(after.split(" ")[:7])))


_SOME_SEATS = (
    r"(?:(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+|few|some|several|other|another|extra|more|"
    r"additional|own|its|their|the|of|only|remaining|rest|same|free|staff|student|teacher|user|class|site)[ ]){0,4}"
    r"(?:seats?|licen[cs]es?|accounts?|log-?ins?|subscriptions?|access)\b"
)
_SUBJECT_OF_USE = re.compile(
    r"(?:'s)?[ ](?:(?:students?|teachers?|staff|folks|people)[ ])?(?:(?:will|would|plans?|wants?|intends?|hopes?|going|"
    r"is|are|has|have|been|like|to|also|only|be|both|all|each|now|then|the|its|can|could|may|needs?|keeps?|still|decided|"
    r"continues?|already)[ ]){0,6}"
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
    r"|(?:'s)?[ ](?:also[ ]|really[ ]|now[ ]|both[ ]|all[ ])?(?:wants?|needs?|ordered|chose|picked|requested)[ ]"
    r"(?:(?:more|another|additional|(?-i:[A-Z])[\w-]+)\b|[ ]{2,}\S)"
    r"|[ ](?:is|are)[ ](?:all[ ]|both[ ]|definitely[ ])?(?:in|on[ ]board|signed[ ]up)"
    r"(?=[ ]?[.,;:!)]|$|[ ](?:for|with)[ ])"
    r"|[ ](?:is|are|was|were)[ ](?:the[ ]one[ ])?(?:asking[ ](?:us[ ])?for[ ](?:it|this|that|them|these|our|\d+)\b|"
    r"ordering\b|requesting[ ](?:it|this|our|the)\b)"
    r"|[ ](?:is|are|will[ ]be|would[ ]be)[ ](?:the[ ])?(?:\w+[ ]){0,2}(?:department|office|team|school|building|one)s?"
    r"[ ](?:that|which|who)[ ](?:will|would|wants?|is|are|uses?|plans?)\b"
    r"|[ ][^.;,]{0,50}\b(?:will|would|is|are)[ ](?:be[ ])?(?:\w+[ ]){0,2}users?\b"
    r"|[ ](?:who|that)(?:'d|'ll|[ ](?:will|would|are|is))[ ](?:be[ ])?(?:the[ ])?"
    r"(?:(?:main|only)[ ])?us(?:e|ing|ers?)\b"
    r"|(?:[ ][\w' -]{1,40}[ ]and)?[ ](?:is|are|will[ ]be)[ ](?:the|our)[ ](?:only[ ])?(?:ones?|people)[ ](?:who|that)"
    r"(?:'d|'ll|[ ](?:will|would|are|is))?[ ](?:be[ ])?(?:us(?:e|es|ing)|logs?[ ]in|work|touch)\b"
    r"|[ ](?:is|are)[ ](?:the[ ]\w+[ ])?where[ ][^.;]{1,30}[ ](?:us(?:e|ed|ing)|start|pilot|run|installed)\b"
    r"|[ ](?:has[ ]|have[ ])?(?:picked|chose|chosen|selected)[ ]us\b"
    r"|[ ]asked[ ]to[ ](?:be[ ](?:part|included|added)|join|use|try|pilot|have[ ]it)\b"
    r"|\)[ ](?:will|would)[ ](?:be[ ])?(?:the[ ])?(?:(?:main|only)[ ])?us(?:e|ing|ers?)\b"
    r"|[ ](?:has|have)[ ](?:all[ ]|both[ ]|now[ ])?(?:agreed|decided|settled)[ ](?:on|for)[ ]"
    r"(?!an?other\b|a[ ]different\b)"
    # "Food Services is getting the menu module"
    r"|[ ](?:is|are)[ ](?:both[ ]|all[ ]|also[ ])?getting[ ](?:the|our|an?|its|their)[ ](?![^.;]{0,30}\b(?:invoices?|"
    r"cop(?:y|ies)|bills?|forms?|papers?|quote|w-?9|e-?mails?|answers?|calls?|paperwork|documents?|report|discount)\b)",
    re.IGNORECASE,
)
_GETS_SEATS = re.compile(
    rf"[ ](?:(?:will|would|is|to|also|then|each)[ ]){{0,3}}(?:gets?|has|have|receives?)[ ]{_SOME_SEATS}", re.IGNORECASE
)


def gets_seats(after: str) -> bool:
    """Such as "HR will get two seats"."""
    return bool(_GETS_SEATS.match(after))


# not "HR is the department that uses it"
_ITS_ROOM = re.compile(
    r"^(?:'s|')?[ ](?:(?!(?:is|are|was|were|will|has|have|be|being|and|or)\b)[a-z-]+[ ]){0,2}?"
    r"(?:library|office|staff|teams?|counsell?ors?|nurses?|teachers?|librarian|"
    r"principal|department|band|choir|orchestra|classrooms?|lab|clubs?|program)(?=[ ])",
)


def without_its_room(after: str) -> str:
    """What is said behind a school's name, without the part of it that does it: "Lincoln's library wants it"."""
    return _ITS_ROOM.sub("", after)


def subject_of_use(after: str) -> bool:
    """Such as "Lincoln will pilot it"."""
    return bool(_SUBJECT_OF_USE.match(after) or _NOW_BUYS.match(after) or _WHO_USES.match(after))


_OPENS_A_CLAUSE = re.compile(
    r"(?:^[ *•>-]*|[.,;:!?(-][ ]|\b(?:and|but|so|that|because|since|as|if|when|only|says?|said|hear[ds]?|now|"
    r"today)[ ])$",
    re.IGNORECASE,
)
_THE_ORDER_IS_FOR = re.compile(
    r"\b(?:quote|quotation|order(?:[ ]form)?|proposal|estimate|seats?|licen[cs]es?|students?|teachers?|"
    r"class(?:es|rooms?)|paperwork|papers|forms?|used?|pilot|it|this|that)(?:'s|[ ](?:is|are|will[ ]be))?"
    r"(?:[ ](?:only|just|attached|enclosed|below|all))?[ ](?:for|at)[ ]$",
    re.IGNORECASE,
)
# "the journalism class at West"
_ROOM_AT = re.compile(
    r"\b(?:class(?:es|room|rooms)?|program|club|team|library|lab|department|dept|band|choir|orchestra|students|"
    r"teachers|elective|course|academy|counsell?ors|nurse|librarian|juniors|seniors|freshmen|sophomores|graders)"
    r"[ ](?:of|at)[ ]$",
    re.IGNORECASE,
)
# "the order for West's theater program"
_OF_A_SCHOOL = re.compile(
    r"(?:'s)?[ ](?:[a-z]+[ ]){0,3}(?:program|department|dept|class(?:es|room)?|club|teachers?|students?|library|lab|"
    r"band|choir|orchestra|office|staff)(?=[ ]?[.,;:!?)]|$|[ ](?:is|are|attached|enclosed|at|and|this|next)\b)"
)
# "the quote for Planet Notes at East"
_PAPER_FOR_PRODUCT_AT = re.compile(
    r"\b(?:quote|quotation|order(?:[ ]form)?|proposal|estimate|renewal|papers|paperwork|forms?|seats|licen[cs]es|"
    r"everything|packet|documents|docs|submission|purchase|agreement|questionnaire|contract)[ ]"
    r"(?:for|of)[ ](?:(?!(?:training|workshop|meeting|visit|demo|shipping|delivery|event)s?\b)[\w'&+-]+[ ]){1,6}"
    r"(?:at|for)[ ]$",
    re.IGNORECASE,
)
# "the quote for Essay Coach at East": no coach, but a product
_PAPER_FOR_NAME_AT = re.compile(
    r"\b(?:quote|quotation|order(?:[ ]form)?|proposal|estimate|renewal|papers|paperwork|forms?|everything|packet|"
    r"documents|docs|submission|purchase|agreement|questionnaire|contract)[ ](?:for|of)[ ]"
    r"(?-i:(?:(?!(?:Training|Workshop|Meeting|Visit|Demo|Event|Night|Fair|Coaching|Day|Conference|Session|PD|Shipping|"
    r"Delivery|Assembly)s?\b)[A-Z][\w'&+-]*[ ]){2,5})(?:at|for)[ ]$",
    re.IGNORECASE,
)


_OKAYS = re.compile(rf"[ ](?:has|have|had)(?:[ ](?:already|all|both))?{_OKAYED}", re.IGNORECASE)


def okays(after: str) -> bool:
    """Such as "Lincoln has already approved it": a school does so for itself, an office for others."""
    return bool(_OKAYS.match(after))


def must_be_a_school(before: str, after: str) -> bool:
    """Such as "East wants to add it", "the quote is for East": no point of the compass buys, or is bought for."""
    if re.match(r"[ -][A-Z]", after):
        return False  # "East Coast", "East Peoria"
    if _OPENS_A_CLAUSE.search(before):
        return subject_of_use(after)
    ends = re.match(r"[ ]?(?:[.,;:!?)]|$)|[ ](?:will|would|wants?|needs?|uses?)\b", after)
    if ends and _ROOM_AT.search(before):
        return True
    return bool(_THE_ORDER_IS_FOR.search(before) or _PAPER_FOR_PRODUCT_AT.search(before)) and bool(
        re.match(r"[ ]?(?:[.,;:!?)]|$|\(|-[ ])", after) or _OF_A_SCHOOL.match(after)
    )


PAPER = (
    r"(?:quot(?:e|ation)|order(?:[ ]form)?|proposal|estimate|paperwork|forms?|papers|packet|docs|documents|"
    r"questionnaire|"
    r"rider|renewal|licen[cs]es?|seats|pilot|agreement|addendum|rfi|soppa|sow)"
)
_IN_BRACKETS = re.compile(
    rf"\b{PAPER}[ ](?:(?:is|are)[ ])?(?:attached[ ])?(?:for[ ][^.;:,()\n]{{2,60}}[ ])?(?:attached[ ])?"
    r"\((?:for[ ])?(?:the[ ]|both[ ])?$",
    re.I,
)


def in_brackets(before: str, after: str) -> bool:
    """Such as "the quote (Lincoln)": in brackets right behind a paper's name."""
    return bool(_IN_BRACKETS.search(before[-100:])) and bool(re.match(r"(?:[ ]only)?\)", after))


def of_a_person(before: str) -> bool:
    """Such as "the team from Lincoln", "the principal at Lincoln"."""
    return bool(_CONTACT_BEFORE.search(before))


_OF_A_BUILDING = re.compile(
    r"\b(?:principal|teachers?|librarian|counsell?or|coach|nurse|dean|media[ ]specialist)[ ,]{1,2}"
    r"(?:(?-i:[A-Z])[\w.'-]*[ ,]{1,2}){0,3}(?:(?:over|here|there)[ ])?(?:at|of|from|in)[ ]$",
    re.IGNORECASE,
)


def asked_from_a_building(before: str, after: str) -> bool:
    """Such as "the librarian at Lincoln asked for it": a school's person wants the product for that school."""
    return bool(_OF_A_BUILDING.search(before)) and bool(_USES_AFTER.match(after))


def used_directly(before: str) -> bool:
    """Such as "for Lincoln", "used at Lincoln", "the teachers at Lincoln"."""
    return bool(_DIRECTLY.search(before))


def denied_directly(before: str) -> bool:
    """Such as "except Lincoln", "not at Lincoln": said of the name itself, so that it holds in an answer too."""
    return bool(_DENIED_BEFORE.search(before) or _DENIED_LIST.search(before))


_ONLY_ASKS = re.compile(
    r"(?:[ ](?:both|all|have|has|had|were|are|was|is|also|recently|first|really|just|who|that))*[ ]"
    r"(?:asked|asking|requested|requesting|inquired|reached[ ]out|loved?|liked?|saw|tried|piloted|interested|"
    r"contacted|came[ ]to|wrote|told|talked|heard|approached|chose|picked|selected|wanted|want)\b",
    re.IGNORECASE,
)


def only_asks(after: str) -> bool:
    """Such as "the middle schools asked for it": who is behind a purchase, of whom only some may come to use it."""
    return bool(_ONLY_ASKS.match(after))


def talk_of_price(before: str, after: str) -> bool:
    """Such as "the same price for all schools", "free to every school"."""
    return bool(
        re.search(
            r"\b(?:pric\w+(?![ ](?:is[ ])?attached)|discounts?|(?<!to )offer\w*|free|complian\w+|compl(?:y|ies)|"
            r"laws?)\b[^.;]{0,40}$",
            before,
            re.I,
        )
        or re.match(r"[ ](?:\w+[ ]){0,3}(?:pric\w+|discount\w*|rates?|tiers?)\b", after, re.I)
    )


# "This is for the sixth-grade teachers, so both of the middle schools"
_IS_FOR = re.compile(r"\b(?:this|it|that|order|quote)(?:[ ]is|'s)[ ](?:only[ ]|just[ ]|all[ ])?for\b", re.IGNORECASE)


def speaks_of_use(text: str) -> bool:
    return bool(_WILL_USE.search(text) or _IS_FOR.search(text))


_FINITE = re.compile(
    r"\b(?:is|are|am|was|were|be|been|will|would|shall|should|can|could|may|might|must|has|have|had|do|does|did|"
    r"us(?:es|ed)|works?|serves?|supports?|fits?|offers?|runs?|knows?|loves?|trust(?:s|ed)?|helps?|makes?|lets?|sells?|sold|"
    r"met|visited|(?:tailor|design|develop|made|built|suit)(?:ed|able)?|perfect|ideal|great|best|proven|popular|like|by)\b"
    r"|'(?:s|re|ve|ll|d)\b",
    re.IGNORECASE,
)
_HANDED_IN = re.compile(r"\b(?:attached|enclosed|herewith)\b", re.IGNORECASE)
_NOTE = 16  # words of a note, at most


def is_note(text: str) -> bool:
    """Whether a text is a few words that say what is handed in, or no sentence: "Widgets, 4,200 seats, all schools"."""
    return len(text.split()) <= _NOTE and (not _FINITE.search(text) or bool(_HANDED_IN.search(text)))


def letters(text: str) -> bool:
    """Whether words stand there, beside bullets, numbers and stops."""
    return len(re.sub(r"[^A-Za-z]|\b(?:for|at|in|the|and|please|only|except|excluding|but|not)\b", "", text)) > 2
