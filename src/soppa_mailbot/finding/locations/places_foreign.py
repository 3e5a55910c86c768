"""Names that are no place of the District: addresses, companies, cities, other districts' schools."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

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
    r"(?:[ ](?:over|out|up|down|back))?[ ](?:in|of)[ ]the[ ](?P<town>[A-Z]\w+)(?:[ ][A-Z]\w+)?[ ](?i:school[ ])?"
    r"(?i:district)\b|"
    r",?[ ]\(?(?:[A-Z]\w+[ ]){0,3}(?:District|CUSD|SD|ISD|USD|CCSD|CHSD|"
    r"D)[ ]?#?\d+|[ ]\([A-Z][\w. ]+,[ ][A-Z]{2}\)|"
    # "(IL)" behind a school says nothing: the District is there too
    rf"(?:[ ](?i:schools?|academy|prep|county))*[ ]\((?!IL\))(?:{_STATES}|{_STATE_NAMES})\)"
)

# "Sandburg Building, 210 Lakewood Avenue, Cedar Vale, IA 52999": an address outside of Illinois
_IN_AN_ADDRESS = re.compile(
    r",[ ]\d{1,5}[ ][A-Z][^|\n\t;]{2,40},[ ][A-Z][\w .'-]{1,30},[ ]?(?!IL\b)[A-Z]{2}[ ]{1,2}\d{5}\b"
)
# "212 W. Main, Landis": the town of an address
_BEHIND_STREET = re.compile(r"(?<![\w-])\d{1,5}[ ](?:[NSEW]\.?[ ])?[A-Z][\w.]*(?:[ ][A-Z][\w.]*){0,2},[ ]$")

# "in use at the Southgate and Livermore districts in California"
_DISTRICT_BEHIND = re.compile(
    r"(?:,?[ ](?:and|&)[ ](?-i:[A-Z])[\w'-]+)?[ ](?:(?:school|public|unified)[ ])*districts\b(?!['’-])", re.IGNORECASE
)
# "the Lincoln Public Schools in Nebraska"
_A_SYSTEM = re.compile(
    r"[ ](?:Public|City|County|Unified|Parish|Area)[ ]Schools\b|"
    r"[ ](?:(?:Unified|Community|Consolidated|Independent|Area|Unit|City)[ ]){0,3}School[ ]District\b"
)


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


_MADE_FOR = re.compile(
    r"\b(?:developed|designed|made|built|written|suited|suitable|ideal|perfect|great|aligned|appropriate|"
    r"geared)[ ]"
    r"(?:\w+[ ])?(?:for|to|with)[ ](?:use[ ](?:in|at)[ ])?$",
    re.IGNORECASE,
)


def no_group_of_ours(before: str, after: str, district_words: frozenset[str]) -> bool:
    """Such as "the high school in Dixon", "developed for the junior high": another district's, or any of that kind."""
    elsewhere = _ELSEWHERE.match(after)
    if elsewhere and (elsewhere["where"] or elsewhere["town"] or "").casefold() not in district_words:
        return True
    return bool(_MADE_FOR.search(before)) and not re.search(r"\byour?\b", before[-20:], re.IGNORECASE)
