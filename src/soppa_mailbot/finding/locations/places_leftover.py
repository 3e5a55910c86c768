"""What stands in an answer beside the names that were understood: another place, or only remarks?"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_labels import Region
from soppa_mailbot.finding.locations.places_words import LEVELS, NEUTRAL, TYPES, tokens

_SPLIT = re.compile(r"[,;/•|\t()]|[ ](?:and|&|plus)[ ]|[ ]-[ ]|(?<=[a-z])\.[ ]|\.$")
_POINTER = re.compile(
    r"(?:please[ ])?(?:see|refer|attached|as[ ](?:in|per|listed|shown|stated)|listed|n/?a|none|"
    r"not[ ]applicable|same[ ]as|per[ ]the|in[ ]the)\b",
    re.I,
)
_LEADING = re.compile(r"(?:and|also|plus|or)[ ]+(?=[A-Z])")  # "(and Riverbend)"
_OPEN = re.compile(
    r"(?:tbd|tba|t\.b\.d|to[ ]be[ ](?:determined|decided|announced|confirmed)|unknown|undecided|"
    r"not[ ](?:yet|sure|known|decided)|various|several|multiple|some)\b",
    re.I,
)
# "Lincoln, others TBD", "Lincoln and one more school", "Lincoln, etc."
_MORE = re.compile(
    r"(?:(?:maybe|perhaps|possibly|and|the)[ ]){0,2}(?:others?|more|rest|remaining|further|additional|another|"
    r"(?:one|two|three|four|five|six|\d|a[ ]few|some|several)[ ](?:more|others?|additional|further))"
    r"(?:[ ](?:schools?|buildings?|campus(?:es)?|sites?|locations?|ones?|departments?))?"
    r"(?:[ ](?:(?:is|are|still|yet|currently|will|be)[ ]){0,3}(?:tb[adc]|to[ ](?:be[ ]\w+|follow|come)|follow|"
    r"pending|undecided|unknown|open|later|not[ ](?:yet[ ])?(?:known|decided|chosen|named)))?$"
    r"|etc\b|among[ ]others$",
    re.I,
)
_NAMED_THERE = 6  # characters from "one more school" to its name
# words that a person writes beside a school's name, and that name no place
_REMARK = re.compile(
    r"\b(?:grades?|gr|graders?|k|pre-?k|students?|teachers?|seats?|licen[cs]es?|users?|staff|class(?:es|"
    r"rooms?)?|rooms?|teams?|pilots?|only|now|year|semester|"
    r"math|mathematics|science|english|ela|reading|art|arts|music|band|choir|pe|physical|social|studies|"
    r"history|geography|spanish|french|language|languages|biology|"
    r"chemistry|physics|algebra|geometry|health|library|media|lab|counsell?ing|counselors?|attendance|"
    r"front|main|nurse|club|esl|ell|el|rti|title|"
    r"mr|mrs|ms|dr|miss|attn|il|illinois|please|thanks|thank|you|deadline|approval|date|starting|start|"
    r"fall|spring|summer|winter|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|"
    r"apr|jun|jul|aug|sept?|oct|nov|dec|"
    r"excel|word|pdfs?|docx?|xlsx?|csv|zip|spreadsheet|scan(?:ned)?|attach(?:ed|ment)?|enclosed|"
    r"all|both|the|our|your|we|it|for|in|at|will|are|is|this|that|also|first|then|street|st|road|rd|ave|"
    r"avenue|lane|drive|district|schools?|elementary|middle|high|building|campus)\b",
    re.I,
)

# In brackets behind a school: who teaches there, what, and in which room. Too near to places' names elsewhere.
_PERSON = re.compile(
    r"(?:(?:contact|c/o|attn|attention|asked|requested|ordered)(?:[ ](?:is|by|person))?[ :.]*)?"
    r"(?:frau|herrn?|mme|madame|mlle|mademoiselle|monsieur|se[n\u00f1]or(?:a|ita)?|sra?|srta|prof(?:essor)?|"
    r"coach|principal|"
    r"(?:assistant|vice)[ ]principal|dean|counsell?or|librarian|director|teacher|miss|mrs?|ms|mx|dr|sister|sr|father|"
    r"fr|rev)\b\.?(?:[ ][\w.'\u2019-]+){0,3}",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:(?:german|latin|italian|russian|chinese|mandarin|japanese|korean|arabic|polish|greek|portuguese|hebrew|"
    r"asl|sign|drama|theat(?:er|re)|journalism|yearbook|speech|debate|photography|ceramics|design|orchestra|chorus|"
    r"strings|economics|civics|government|psychology|sociology|humanities|philosophy|calculus|precalculus|statistics|"
    r"trigonometry|computers?|computing|coding|programming|robotics|engineering|stem|steam|cte|business|accounting|"
    r"marketing|agriculture|ag|culinary|welding|woodworking|woods|shop|automotive|construction|homeroom|gifted|"
    r"enrichment|intervention|tutoring|foods|fcs|ffa|drivers?|driver's|ed|education|ap|ib|honors|dual|credit|"
    r"world|foreign|languages?|literature|writing|composition|spelling|phonics|advisory|study|hall|makerspace|"
    r"room|rm|wing|floor|lab|and|&|i|ii|iii|iv|v|department|dept|team|club|program|section|period|hour|upper|lower|"
    r"level|beginning|intermediate|advanced|first|second|third|fourth)\.?(?:[ /]+|$))+",
    re.IGNORECASE,
)


_TITLE = 8  # characters of a title before a name, which may be parted from it at its stop
# "the school libraries - Mrs. Teague's department" says whose they are
_SOMEBODYS = re.compile(
    r"\b(?:mrs?|ms|mx|dr|miss|coach|principal)\b\.?[ ][A-Z][\w-]+['’]s?[ ]"
    r"(?:department|dept|building|school|office|team|program|classes|classroom|area)\b",
    re.IGNORECASE,
)


def _remark_in_brackets(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    """Whether words in brackets right behind an understood name tell a person or a subject."""
    opened = text.rfind("(", 0, start)
    if opened < 0 or ")" in text[opened:start]:
        return False
    if not any(e <= opened and not text[e:opened].strip() for _, e in spans):
        return False
    # "Mrs. Dorn" was parted at its stop
    begins = start - len(re.split(r"[(,;/\u2022|\t]", text[opened:start])[-1].lstrip())
    words = text[begins:end]
    kinds = {*LEVELS, *TYPES, *NEUTRAL}
    named_so = any(w.norm in kinds for w in tokens(words)[1:])  # "Dr. King School"
    return bool(_PERSON.fullmatch(words) and not named_so) or bool(_SUBJECT.fullmatch(text[start:end]))


# "Which school should I put down? I forgot to ask her"
_SAYS = re.compile(r"(?:I|we|he|she|they|you|nobody|no[ ]one|someone|somebody)[ '’]", re.IGNORECASE)


def leftover(text: str, region: Region, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of an answer that look like the name of a place and were not understood."""
    answer = text[region.start : region.end]
    if _POINTER.match(answer.strip(" -:*•")):
        return []
    out: list[tuple[int, int]] = []
    at = region.start
    bounds = [m.span() for m in _SPLIT.finditer(text, region.start, region.end)] + [(region.end, region.end)]
    for left, right in bounds:
        start, end = _trimmed(text, at, left)
        at = right
        leads = _LEADING.match(text, start, end)
        start = leads.end() if leads else start
        if end <= start or any(s < end and start < e for s, e in spans):
            continue
        words = text[start:end]
        if _POINTER.match(words) or _remark_in_brackets(text, start, end, spans):
            continue
        if spans and _SOMEBODYS.search(text, max(region.start, start - _TITLE), end):
            continue
        told = any(0 < s - end <= _NAMED_THERE for s, _ in spans)  # "one more school (Oak Ridge)"
        if (
            _OPEN.match(words)
            or (spans and not told and _MORE.match(words))
            or (not spans and not out and _is_answer(words) and not (region.asked and _SAYS.match(words)))
            or _is_name(words)
        ):
            out.append((start, end))
        elif re.search(r"\d", words):
            break  # an address or numbers follow
    return out


_PAPER = re.compile(r"(?:the )?(?:RFI|SOPPA|S?DPA|NDPA|IL-?NDPA|W-?9|COI|PO|MOU)(?:s| form| agreement)?", re.IGNORECASE)


def _is_name(words: str) -> bool:
    return (
        words[0].isupper()
        and not re.search(r"\d", words)
        and len(words.split()) <= 5
        and not _REMARK.search(words)
        and not _PAPER.fullmatch(words)
        and all(w[0].isupper() or w in ("of", "the", "and") for w in words.split())
    )


def _is_answer(words: str) -> bool:
    """Short words that are the whole answer, whatever their case: "riverbend"."""
    if re.fullmatch(r"[A-Z][A-Za-z.]{0,9}[ ]?(?:No\.?[ ]?|#)?\d{1,3}", words):
        return True  # "PS 13"
    return len(words.split()) <= 5 and not re.search(r"\d", words) and not _REMARK.search(words)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " -:*•.>\"'":
        start += 1
    while end > start and text[end - 1] in " -:*•.!\"'?":
        end -= 1
    return start, end
