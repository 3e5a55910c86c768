"""Groups of schools: "both middle schools", "all 14 schools", "district-wide".

A group is resolved from the list alone: by kind, and by the level word of each name. A number that disagrees with the
list makes the group unclear.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.dates_arithmetic import MONTHS
from soppa_mailbot.finding.places_alike import alike
from soppa_mailbot.finding.places_grades import by_grades
from soppa_mailbot.finding.places_index import Index
from soppa_mailbot.finding.places_kinds import by_kind
from soppa_mailbot.finding.places_numbered import numbered
from soppa_mailbot.finding.places_words import NUMBER_WORDS, level_at, number, tokens


@dataclass(frozen=True, slots=True)
class Group:
    """Words that stand for several places. `places` is empty where the list cannot resolve them, and `why` says so."""

    start: int
    end: int
    words: str
    places: tuple[int, ...]
    wide: bool = False  # all schools
    why: str = ""
    count: int | None = None  # the number that stands in the words
    level: str = ""
    single: bool = False  # "the high school"
    loose: bool = False  # no "all" or "both": may be the heading of a list of names, or mere talk
    partial: bool = False  # "some of the"
    by_grades: bool = False  # "the K-2 school in Ashby": with the town's name, which is no school's here
    unlisted: bool = False  # "the two buildings on the north side", which may hold a school's "North"
    numbered: bool = False  # "Campuses 1 through 4": each of them is called by its number
    bare: bool = False  # "middle schools", with no article: a label's answer or a heading, else mere talk


_N = r"(?:\d{1,3}|" + "|".join(w for w in NUMBER_WORDS if w != "zero") + r")"
_LEVEL = (
    r"(?:elementar(?:y|ies)|elem\.?|middles|middle|junior[ ]highs?|jr\.?[ ]highs?|senior[ ]highs?|highs|"
    r"high|primary|intermediate|preschools?|pre-?k|"
    r"early[ ](?:childhood|learning)|k-?8|MS|HS|ES|grade(?=[ ]schools?))"
)
_NOUN = r"(?:schools?|buildings?|campus(?:es)?|sites?|locations?|centers?)"
_AND = r"(?:,?[ ](?:and|&|or|plus)[ ]|,[ ]|/|[ ]?&[ ]?)(?:(?:both|all|the|our|your)[ ]){0,2}"
_LEVELS = rf"{_LEVEL}(?:[ ]{_NOUN})?(?:{_AND}(?:{_N}[ ])?{_LEVEL}(?:[ ]{_NOUN})?){{0,4}}"
_LEVEL_GROUP = re.compile(
    rf"(?<![\w-])(?P<part>(?:some|several|most|many|a[ ]few|a[ ]couple|one|two|three|four|five|half|part|"
    rf"any)[ ]of[ ]|(?:some|several|a[ ]few|a[ ]couple(?:[ ]of)?|multiple|various|many|selected?|certain|"
    rf"most)[ ])?"
    rf"(?P<all>(?:all|both|each|every|entire)(?:[ ]one)?(?:[ ]of)?[ ])?(?P<the>(?:the|our|your|its|their|these|those|"
    rf"district(?:'s)?)[ ]){{0,2}}"
    rf"(?:(?P<n>{_N})[ ])?(?:of[ ](?:the|your|our)[ ])?(?:district(?:'s)?[ ]|public[ ]|"
    rf"different[ ])?(?P<levels>{_LEVELS})(?![\w-])",
    re.IGNORECASE,
)
_PART = re.compile(rf"(?P<n>(?<!\w){_N}[ ])?(?P<level>{_LEVEL})(?P<noun>[ ]{_NOUN})?", re.IGNORECASE)
_WIDE = re.compile(
    r"(?<![\w-])(?:(?P<word>(?:district|system|corporation|county|division)[- ]?wide)"
    rf"|(?:all|each[ ]and[ ]every|every|each)(?:[ ]of)?(?:[ ](?:the|our|your|its|their|of"
    rf"))?(?:[ ](?P<n>{_N}))?(?:[ ](?:of[ ])?(?:the|our|your))?"
    r"(?:[ ](?:district(?:'s)?|public|k-?12|pk-?12|member))?[ ](?P<noun>schools?|buildings?|campus(?:es)?|"
    r"sites?|locations?)"
    rf"|all[ ]\((?:all[ ]|the[ ])?(?P<inside>{_N})[ ](?:schools|buildings|campuses|sites|locations)\)"
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
_SIDE = re.compile(
    rf"(?<![\w-])(?:the|your|our|both|all)[ ](?:(?P<n>{_N})[ ])?(?:schools|buildings|campuses|sites|locations)[ ]"
    r"(?:on|in|at|near|along|(?:north|south|east|west)[ ]of)[ ](?:the|your)[ ](?:[\w-]+[ ]){0,2}?"
    r"(?:side|end|part|river|tracks|highway|interstate|road|street|neighbou?rhoods?|downtown|area|half)(?![\w-])",
    re.IGNORECASE,
)
# "all K-5 buildings", where the list's names do not tell their grades
_OF_GRADES = re.compile(
    rf"(?<![\w-])(?:(?:all|both|the|our|your|every)[ ]){{1,2}}(?:(?P<n>{_N})[ ])?(?:pk|pre-?k|k|[1-9])[ ]?-[ ]?"
    r"(?:[1-9]|1[0-1])[ ](?:schools|buildings|campuses|sites|centers|building|school)(?![\w-])",
    re.IGNORECASE,
)
_ALL_DEPARTMENTS = re.compile(
    r"(?<![\w-])(?:all|every|each)(?:[ ](?:of|the|your|our|district|other))*[ ](?:departments?|offices)(?!\w)", re.I
)
# behind "all schools": the words are about other schools than the District's, or about a price
_NOT_OURS = re.compile(
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
_PRICE_BEHIND = re.compile(
    r"[ ](?:pric\w+|discount|rate|agreement|contract|policy|addendum|soppa|initiative|goals?|approval)", re.I
)
# "district-wide, for every school nurse": people of the schools that are named already
_PEOPLE_BEHIND = re.compile(
    r"(?<=school)[ ](?:nurse|counsell?or|psychologist|librarian|secretary|principal|social[ ]worker|administrator)\b",
    re.IGNORECASE,
)
# "the middle school math": says what is taught, not where
_ADJECTIVE = re.compile(
    r"[ ](?:students?|grades?|level|(?:math|science|ela|english)(?![ ](?:teachers?|staff|team|dep\w+|class\w*)\b)|"
    r"curriculum|age|readers?|courses?|edition|version|content)\b",
    re.I,
)


_EVERYBODY_IN = (
    r"(?<!\w)(?:all|every)[ ](?:of[ ])?(?:the[ ])?(?:p?k-?(?:12|8)[ ])?(?:students?|teachers?|staff|classrooms?)[ ]"
    r"(?:in|of|at|across|throughout)[ ]"
)
_THROUGHOUT = r"(?<!\w)(?:all[ ](?:of[ ])?|across[ ](?:all[ ]of[ ])?|throughout[ ](?:all[ ]of[ ])?|entire[ ]|whole[ ])"


# "Locations: HS + Freshman Center"
_THE_HIGH_SCHOOL = re.compile(
    r"(?:(?<=^)|(?<=[:;,+&(/] )|(?<=\band )|(?<=\bplus ))HS(?=[ ]?(?:[+&,;)./]|$|and\b|only\b))", re.M
)


def groups(text: str, index: Index, district_names: tuple[str, ...] = ()) -> list[Group]:
    """All groups that a piece of text names, in order."""
    plain, origin = squeezed(text, district_names)
    found = [g for m in _LEVEL_GROUP.finditer(plain) for g in _level_groups(plain, m, index)]
    for match in _THE_HIGH_SCHOOL.finditer(plain):
        one = _one_level(index, "HS", None, single=True, partial=False, loose=True)
        if one is not None and not any(g.start < match.end() and match.start() < g.end for g in found):
            found.append(replace(one, start=match.start(), end=match.end(), words="HS", bare=True))
    covered = [(g.start, g.end) for g in found]
    for start, end, places, count in by_grades(plain, index):
        if any(len(g.places) >= len(places) and g.start < end and start < g.end for g in found):
            continue  # "both K-8 schools", by their names
        why = f"the list has {len(places)} of them" if count not in (None, len(places)) else ""
        found = [g for g in found if g.end <= start or end <= g.start]
        found.append(Group(start, end, plain[start:end], () if why else places, why=why, count=count, by_grades=True))
        covered.append((start, end))
    for start, end, places, count in alike(plain, index):
        if not any(s < end and start < e for s, e in covered):
            why = f"the list has {len(places)} of them" if count not in (None, len(places)) else ""
            found.append(Group(start, end, plain[start:end], () if why else places, why=why, count=count))
    for start, end, places, why in numbered(plain, index):
        found = [g for g in found if g.end <= start or end <= g.start]
        found.append(Group(start, end, plain[start:end], places, why=why, numbered=True))
        covered.append((start, end))
    for start, end, places in by_kind(plain, index):
        if not any(s < end and start < e for s, e in covered):
            found.append(Group(start, end, plain[start:end], places, single=True))
    for match in _WIDE.finditer(plain):
        if any(s < match.end() and match.start() < e for s, e in covered) or _NOT_OURS.match(plain, match.end()):
            continue
        if _elsewhere(plain, match.end(), district_names):
            continue
        if _PEOPLE_BEHIND.match(plain, match.end()) and any(g.wide for g in found):
            continue
        found.append(_wide(plain, match, index))
    for match in _SIDE.finditer(plain):
        found = [g for g in found if g.end <= match.start() or match.end() <= g.start]
        count = number(match["n"].casefold()) if match["n"] else None
        why = "the list does not say which these are"
        found.append(Group(*match.span(), match.group(), (), why=why, count=count, unlisted=True))
    for match in _OF_GRADES.finditer(plain):
        if not any(g.start < match.end() and match.start() < g.end for g in found):
            found.append(Group(*match.span(), match.group(), (), why="the list does not say which these are"))
    if origin:
        found = [replace(g, start=origin[g.start], end=origin[g.end - 1] + 1) for g in found]
    for match in _ALL_DEPARTMENTS.finditer(text):
        places = tuple(e.position for e in index.entries if e.department)
        found.append(
            Group(match.start(), match.end(), match.group(), places, why="" if places else "no departments on the list")
        )
    for name in district_names:
        pattern = rf"(?:{_THROUGHOUT}|{_EVERYBODY_IN}){re.escape(name)}(?!\w)"
        found += [Group(m.start(), m.end(), m.group(), (), wide=True) for m in re.finditer(pattern, text, re.I)]
    return sorted(found, key=lambda g: g.start)


# "all schools of Naperville"
_OF_A_TOWN = re.compile(
    r"[ ](?:in|of|across|throughout)[ ](?:the[ ](?:city|town)[ ]of[ ])?(?P<town>(?-i:[A-Z][a-z])\w+)", re.I
)


def _elsewhere(text: str, end: int, district_names: tuple[str, ...]) -> bool:
    """Whether the words behind "all schools" say that they are those of another place."""
    town = _OF_A_TOWN.match(text, end)
    if town is None or _NO_TOWNS.fullmatch(town["town"]):
        return False
    return not any(town["town"].casefold() in name.casefold() for name in district_names)


_NO_TOWNS = re.compile(
    rf"district|{MONTHS}|spring|summer|fall|autumn|winter|semester|grades?|kindergarten|your|our|the|"
    r"english|spanish|math\w*|science|reading|history|art|music|stem|phase",
    re.IGNORECASE,
)


_NUMBERED = re.compile(r"[ ]?(?:#[ ]?|No\.?[ ])?(?<!\d)\d++[\w-]*+$")
_KIND_OF_DISTRICT = re.compile(
    r"[ ](?:(?:community|consolidated|unified|unit|independent|public|city|county|area|school|schools|district|"
    r"corporation|"
    r"cusd|ccsd|usd|isd|csd|sd)[ ]?)+$",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def _between(district_names: tuple[str, ...]) -> re.Pattern[str]:
    """The District's name, or the blanks where it stood, between "all nine" and "buildings"."""
    names = set()
    for name in district_names:
        short = _NUMBERED.sub("", name)
        names |= {n for n in (name, short, _KIND_OF_DISTRICT.sub("", short)) if len(n) > 2}
    body = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)) or r"(?!)"
    return re.compile(
        rf"(?<!\w)(?:all|every|each|both|the|your|our|of|{_N})(?P<gone>[ ]+(?:(?:{body})(?:'s)?[ ]+|(?<=[ ][ ])))"
        rf"(?=(?:{_N}[ ])?(?:schools?[ ]buildings|{_LEVEL}|{_NOUN})(?!\w|[ ]district))",
        re.IGNORECASE,
    )


def squeezed(text: str, district_names: tuple[str, ...]) -> tuple[str, list[int]]:
    """The text without the District's name inside a group's words, and where each character stood.

    The second is empty where nothing was taken out.
    """
    gone = [m.span("gone") for m in _between(district_names).finditer(text)]
    if not gone:
        return text, []
    kept: list[int] = []
    at = 0
    for start, end in gone:
        kept += range(at, start + 1)  # one space stays
        at = end
    kept += range(at, len(text))
    return "".join(text[i] for i in kept), kept


def whole_district(words: str) -> bool:
    """Whether an answer to "which schools" means all of them by itself: "All", "Everyone", "all buildings"."""
    return bool(
        re.fullmatch(
            r"\W*(?:all|everyone|every(?:one|body)?[ ]?(?:school|building)?|all[ ](?:of[ ]them|users|staff|"
            r"students|grades|schools(?:[ ]and[ ]departments)?)|"
            r"(?:the[ ])?(?:entire|whole)(?:[ ]district)?|(?:the[ ]|our[ ]|your[ ])?(?:entire|whole)[ ](?:p?k-?12[ ])?"
            r"(?:student[ ](?:body|population)|enrollment)|district[- ]?(?:wide|level)?[ ]*(?:use|license|"
            r"access)?|all[ ]k-?12(?:[ ]\w+)?)\W*",
            words,
            re.I,
        )
        and not re.fullmatch(r"\W*district(?:[- ]level)?\W*", words, re.I)
    )


def _wide(text: str, match: re.Match[str], index: Index) -> Group:
    said = match["n"] or match["inside"]
    count = number(said.casefold()) if said else None
    why = ""
    if count is not None and count != index.school_count():
        why = f"the list has {index.school_count()} schools"
    loose = bool(_PRICE_BEHIND.match(text, match.end()))
    return Group(match.start(), match.end(), match.group(), (), wide=not why, why=why, count=count, loose=loose)


def _level_groups(text: str, match: re.Match[str], index: Index) -> list[Group]:
    """One group for each level named: "both middle schools and the high school" is two."""
    levels = match["levels"]
    parts = list(_PART.finditer(levels))
    every = (match["all"] or "").strip().casefold()
    if _ADJECTIVE.match(text, match.end()) and not every.startswith(("all", "both")):
        return []
    definite = bool(match["the"]) or bool(every) or bool(match["part"])
    out = []
    for i, part in enumerate(parts):
        head = text[match.start() : match.start("levels") + part.start()].casefold()
        after = text[match.start("levels") + part.end() :]
        noun = _noun_of(levels, parts, i)
        if noun is None and not _stands_alone(part, head, after):
            continue  # "middle and high" without "schools": an adjective
        own_every = every if i == 0 or len(parts) == 1 or "both" not in every else ""
        own_definite = definite
        said = _DETERMINER.search(levels[: part.start()]) if i else None
        if said:
            own_every, own_definite = said["word"].casefold() if said["word"].casefold() in _EVERY else "", True
        n = part["n"].strip() if part["n"] else match["n"] if i == 0 else None
        both = own_every.startswith("both") and (len(parts) == 1 or said or _is_plural(part) or bool(part["noun"]))
        own_noun = part["noun"] is not None or _is_plural(part) or noun is None
        plural = _is_plural(part) or ((noun or "").endswith("s") and noun != "campus")
        if n and number(n.casefold()) == 1 and not own_noun:
            plural = False
        group = _one_level(
            index,
            part["level"],
            number(n.casefold()) if n else (2 if both else None),
            single=not plural and not own_every.startswith(_EVERY) and not (every and len(parts) > 1 and not own_noun),
            partial=bool(match["part"]),
            loose=not (own_every or every),
        )
        if group is None:
            continue
        start = match.start() if i == 0 else match.start("levels") + (said.start() if said else part.start())
        end = match.start("levels") + part.end()
        if not own_definite and not n and group.single:
            continue  # "high school": an adjective
        words = text[match.start() : match.end()] if group.why else text[start:end]
        out.append(replace(group, start=start, end=end, words=words.strip(), bare=not own_definite and not n))
    return out


_EVERY = ("each", "every", "all", "both")
_DETERMINER = re.compile(r"\b(?P<word>both|all|each|every|the|our|your)[ ](?:(?:the|our|your)[ ])?$", re.IGNORECASE)
_NOMINAL = re.compile(
    r"(?:junior|jr\.?|senior|sr\.?)[ ]high|preschool|pre-?k|early[ ](?:childhood|learning)", re.IGNORECASE
)
_NOMINAL_END = re.compile(
    r"(?=[.,;:!?)&+/\n-]|$|[ ][-(&+]|[ ](?:and|or|plus|will|would|can|could|wants?|needs?|only|for|by|in|this|"
    r"next|to|is|"
    r"band|choir|orchestra|library|office|teachers?|staff|classrooms?|clubs?|"
    r"are|at|with|attached|enclosed|asked|has|have|now|as|so|too|also|starting|first|please|uses?|using|from)\b|"
    r"[ ](?:except|excluding|other[ ]than|minus|but)[ ](?:for[ ])?(?:the[ ])?(?-i:[A-Z]))",
    re.IGNORECASE,
)


_ANSWER_ENDS = re.compile(r"[ ]?(?:[.;)\n]|$)")


def _noun_of(levels: str, parts: list[re.Match[str]], at: int) -> str | None:
    """The "schools" that a level stands with: its own, or the next level's, as in "elementary and middle schools"."""
    for i in range(at, len(parts)):
        if i > at and (parts[i]["n"] or _DETERMINER.search(levels[: parts[i].start()])):
            return None
        if parts[i]["noun"] or _is_plural(parts[i]):
            return (parts[i]["noun"] or "").strip().casefold()
    return None


def _is_plural(part: re.Match[str]) -> bool:
    noun = (part["noun"] or "").strip().casefold()
    return (noun.endswith("s") and noun != "campus") or part["level"].casefold().endswith(
        ("ies", "preschools", "highs", "middles")
    )


def _stands_alone(part: re.Match[str], head: str, after: str) -> bool:
    """Such as "the junior high" with no "school" behind it."""
    if re.search(r"\b(?:every|each)[ ]$", head):
        return bool(_NOMINAL_END.match(after))  # "every elementary"
    if re.search(r"\ball[ ](?:of[ ])?(?:the[ ])?$", head):
        return bool(_ANSWER_ENDS.match(after))  # "Sycamore and all elementary"
    definite = re.search(r"\b(?:the|our|your|one|its|their)[ ]$", head) or part["n"]
    nominal = _NOMINAL.fullmatch(part["level"]) or part["level"] == "HS"
    return bool(definite and nominal and _NOMINAL_END.match(after))


def _one_level(
    index: Index, words: str, count: int | None, *, single: bool, partial: bool, loose: bool
) -> Group | None:
    singular = re.sub(r"(?i)(high|middle)s$", r"\1", re.sub(r"(?i)ies$", "y", words))
    norms = [t.norm for t in tokens(singular)]
    padded = [*norms, "school"] if norms == ["grade"] else norms
    level = level_at(padded, 0)
    if level is None:
        return None
    places: tuple[int, ...] | None = index.of_level(level[0])
    if places and level[0] == "middle" and not partial:
        places = _as_spelt(index, places, words, count or (1 if single else 0))
    if places and count is not None and count != len(places) and not partial:
        places = _as_named(index, places, singular, count)
    why = ""
    if places is None:
        why = "the list has middle schools and junior highs"
    elif not places:
        why = f"no {words} school on the list"
    elif partial:
        why = "does not say which"
    elif level[0] == "elementary" and count is None and not single and index.kindless():
        why = "the list has schools that may be elementary schools or not"
    elif (count is not None and count != len(places)) or (single and len(places) > 1):
        why = f"the list has {len(places)} of them"
    return Group(
        0,
        0,
        "",
        () if why or places is None else places,
        why=why,
        count=count,
        level=level[0],
        single=single,
        loose=loose,
        partial=partial,
    )


def _as_spelt(index: Index, places: tuple[int, ...], words: str, count: int) -> tuple[int, ...] | None:
    """Middle schools and junior highs are one kind, unless the list has both: then the word and the number decide.

    None where they do not.
    """
    junior = re.compile(r"\b(?:junior|jr\.?)[ ]highs?\b|\bJ\.?H\.?S?\.?\b", re.IGNORECASE)
    spelt = tuple(p for p in places if bool(junior.search(index.entries[p].school.name)) == bool(junior.search(words)))
    if not spelt or spelt == places or count == len(places):
        return places
    if junior.search(words) and not count:
        return spelt  # junior highs are called so; "the middle schools" may be all of that age
    return spelt if count == len(spelt) else None


def _as_named(index: Index, places: tuple[int, ...], level: str, count: int) -> tuple[int, ...]:
    """Those of a kind that have the very words in their names, where they are as many as said: "both grade schools"."""
    words = re.compile(rf"\b{re.escape(level)}[ ]schools?\b", re.IGNORECASE)
    named = tuple(p for p in places if words.search(index.entries[p].school.name))
    return named if len(named) == count else places
