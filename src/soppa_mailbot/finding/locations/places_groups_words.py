"""The words for groups of schools: "both middle schools", "all 14 schools", "district-wide"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.dates_arithmetic import MONTHS
from soppa_mailbot.finding.locations.places_words import NUMBER_WORDS

NUMERAL = r"(?:\d{1,3}|" + "|".join(w for w in NUMBER_WORDS if w != "zero") + r")"
LEVEL = (
    r"(?:elementar(?:y|ies)|elem\.?|middles|middle|junior[ ]highs?|jr\.?[ ]highs?|senior[ ]highs?|highs|"
    r"high|primary|intermediate|preschools?|pre-?k|"
    r"early[ ](?:childhood|learning)|k-?8|MS|HS|ES|grade(?=[ ]schools?))"
)
NOUN = (
    r"(?:schools?(?:[ ](?:buildings?|campus(?:es)?|sites?)(?!\w))?|buildings?|campus(?:es)?|sites?|locations?|centers?)"
)
_AND = r"(?:,?[ ](?:and|&|or|plus)[ ]|,[ ]|/|[ ]?&[ ]?)(?:(?:both|all|the|our|your)[ ]){0,2}"
_LEVELS = rf"{LEVEL}(?:[ ]{NOUN})?(?:{_AND}(?:{NUMERAL}[ ])?{LEVEL}(?:[ ]{NOUN})?){{0,4}}"
# "your 6-8 middle schools": all grades of that level, which single out none of its schools
_ITS_GRADES = (
    r"(?:(?:grades?[ ])?(?:(?:p?k|pre-?k|kindergarten|1)(?:[ ]?-[ ]?|[ ](?:to|through)[ ])[4-6]"
    r"(?=[ ](?:elem|ES|primary))|"
    r"[5-7](?:th)?(?:[ ]?-[ ]?|[ ](?:to|through)[ ])[89](?:th)?(?=[ ](?:grade[ ])?(?:middle|junior|jr|MS))|"
    r"[789](?:th)?(?:[ ]?-[ ]?|[ ](?:to|through)[ ])12(?:th)?(?=[ ](?:grade[ ])?(?:high|senior|HS)))[ ](?:grade[ ])?)?"
)
LEVEL_GROUP = re.compile(
    rf"(?<![\w-])(?P<part>(?:some|several|most|many|a[ ]few|a[ ]couple|one|two|three|four|five|half|part|"
    rf"any)[ ]of[ ]|(?:some|several|a[ ]few|a[ ]couple(?:[ ]of)?|multiple|various|many|selected?|certain|"
    rf"most)[ ])?"
    rf"(?P<all>(?:all|both|each|every|entire)(?:[ ]one)?(?:[ ]of)?[ ])?(?P<the>(?:the|our|your|its|their|these|those|"
    rf"district(?:'s)?)[ ]){{0,2}}"
    rf"(?:(?P<n>{NUMERAL})[ ])?(?:of[ ](?:the|your|our)[ ])?(?:district(?:'s)?[ ]|public[ ]|"
    rf"different[ ])?{_ITS_GRADES}(?P<levels>{_LEVELS})(?![\w-])",
    re.IGNORECASE,
)
PART = re.compile(rf"(?P<n>(?<!\w){NUMERAL}[ ])?(?P<level>{LEVEL})(?P<noun>[ ]{NOUN})?", re.IGNORECASE)
WIDE = re.compile(
    r"(?<![\w-])(?:(?P<word>(?:district|system|corporation|county|division)[- ]?wide)"
    rf"|(?:all|each[ ]and[ ]every|every|each)(?:[ ]of)?(?:[ ](?:the|our|your|its|their|of"
    rf"))?(?:[ ](?P<n>{NUMERAL}))?(?:[ ](?:of[ ])?(?:the|our|your))?"
    r"(?:[ ](?:district(?:'s)?|public|k-?12|pk-?12|member))?[ ](?P<noun>schools?|buildings?|campus(?:es)?|"
    r"sites?|locations?)"
    rf"|all[ ]\((?:all[ ]|the[ ])?(?P<inside>{NUMERAL})[ ](?:schools|buildings|campuses|sites|locations)\)"
    r"|(?:the[ ]|your[ ]|our[ ])?(?:entire|whole|full)[ ](?:school[ ])?(?:district|system)"
    r"|(?:across|throughout|all[ ]over|all[ ]of)[ ](?:the[ ]|your[ ]|our[ ])?(?:entire[ ]|"
    r"whole[ ])?(?:school[ ])?(?:district|schools)"
    r"|(?:all|every)[ ](?:of[ ])?(?:the[ ]|your[ ]|our[ ])?(?:p?k-?(?:12|8)[ ])?"
    r"(?:students?|teachers?|staff|users|classrooms?|grade[ ]levels?)[ ](?:[\w-]+[ ]){0,4}?(?:in|across|throughout|"
    r"of)[ ](?:the|your|our)[ ](?:entire[ ]|whole[ ])?(?:school[ ])?district"
    r"|every(?:body|one)(?:,?[ ]everywhere)?[ ](?:in|across|throughout)[ ](?:the|your|our)[ ](?:entire[ ]|whole[ ])?"
    r"(?:school[ ])?district)(?![\w-])",
    re.IGNORECASE,
)
# "the two buildings on the north side": which these are no list says
SIDE = re.compile(
    rf"(?<![\w-])(?:the|your|our|both|all)[ ](?:(?P<n>{NUMERAL})[ ])?(?:schools|buildings|campuses|sites|locations)[ ]"
    r"(?:on|in|at|near|along|(?:north|south|east|west)[ ]of)[ ](?:the|your)[ ](?:[\w-]+[ ]){0,2}?"
    r"(?:side|end|part|river|tracks|highway|interstate|road|street|neighbou?rhoods?|downtown|area|half)(?![\w-])",
    re.IGNORECASE,
)
# "all K-5 buildings", where the list's names do not tell their grades
OF_GRADES = re.compile(
    rf"(?<![\w-])(?:(?:all|both|the|our|your|every)[ ]){{1,2}}(?:(?P<n>{NUMERAL})[ ])?(?:grades?[ ])?"
    r"(?:pk|pre-?k|k|[1-9])[ ]?-[ ]?(?:[1-9]|1[0-1])[ ](?:(?:elementary|primary|middle|high|grade)[ ])?"
    r"(?:schools|buildings|campuses|sites|centers|building|school)(?![\w-])",
    re.IGNORECASE,
)
ALL_DEPARTMENTS = re.compile(
    r"(?<![\w-])(?:all|every|each)(?:[ ](?:of|the|your|our|district|other))*[ ](?:departments?|offices)(?!\w)", re.I
)
# behind "all schools": the words are about other schools than the District's, or about a price
NOT_OURS = re.compile(
    r"[ ]*(?:(?:that|which|who|where|we)[ ](?:we|have|use|serve|are|work)|in[ ](?:the[ ])?(?:country|"
    r"nation|state|illinois|u\.?s)|"
    r"across[ ](?:the[ ])?(?:country|nation|state)|nationwide|we\b|"
    r"(?:listed|named|shown|above|below|mentioned|selected|marked|checked|in[ ]the[ ](?:order|quote|"
    r"attached)|on[ ]the[ ](?:order|quote|attached|form))|"
    # a remark on the department before it: "all buildings go through that department"
    r"(?:(?:always|all|usually|have[ ]to|must|will)[ ])?"
    r"(?:go|come|run|order|buy|purchase|book|request|work|report|refer|(?:is|are|get)[ ](?:served|handled|managed|"
    r"supported|run|overseen|coordinated|staffed|covered|supervised|directed|ordered|bought|purchased|booked))"
    r"(?:[ ](?:it|them|that|this|these|everything|software|centrally|their[ ]\w+))?"
    r"[ ](?:through|thru|via|by|from|under)[ ](?:(?:that|this|the|your|their|one|a|its)[ ]"
    r"(?:same[ ]|single[ ]|one[ ]|central[ ])?"
    r"(?:\w+[ ]){0,2}?(?:dep(?:artmen)?t|office|team|staff|program|people)\b|(?:it|them|here|there)\b))",
    re.IGNORECASE,
)
PRICE_BEHIND = re.compile(
    r"[ ](?:pric\w+|discount|rate|agreement|contract|policy|addendum|soppa|initiative|goals?|approval)", re.I
)
# "district-wide, for every school nurse": people of the schools that are named already
PEOPLE_BEHIND = re.compile(
    r"(?<=school)[ ](?:nurse|counsell?or|psychologist|librarian|secretary|principal|social[ ]worker|administrator)\b",
    re.IGNORECASE,
)

EVERYBODY_IN = (
    r"(?<!\w)(?:all|every)[ ](?:of[ ])?(?:the[ ])?(?:p?k-?(?:12|8)[ ])?(?:students?|teachers?|staff|classrooms?)[ ]"
    r"(?:in|of|at|across|throughout)[ ]"
)
THROUGHOUT = r"(?<!\w)(?:all[ ](?:of[ ])?|across[ ](?:all[ ]of[ ])?|throughout[ ](?:all[ ]of[ ])?|entire[ ]|whole[ ])"

# "Locations: HS + Freshman Center"
THE_HIGH_SCHOOL = re.compile(
    r"(?:(?<=^)|(?<=[:;,+&(/] )|(?<=\band )|(?<=\bplus ))HS(?=[ ]?(?:[+&,;)./]|$|and\b|only\b))", re.M
)

# "all schools of Naperville"
OF_A_TOWN = re.compile(
    r"[ ](?:in|of|across|throughout)[ ](?:the[ ](?:city|town)[ ]of[ ])?(?P<town>(?-i:[A-Z][a-z])\w+)", re.I
)

NO_TOWNS = re.compile(
    rf"district|{MONTHS}|spring|summer|fall|autumn|winter|semester|grades?|kindergarten|your|our|the|"
    r"english|spanish|math\w*|science|reading|history|art|music|stem|phase",
    re.IGNORECASE,
)
