"""Groups of schools: "both middle schools", "all 14 schools", "district-wide".

A group is resolved from the list alone: by kind, and by the level word of each name. A number that disagrees with the
list makes the group unclear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from soppa_mailbot.finding.places_index import Index
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
    rf"(?P<all>(?:all|both|each|every|entire)(?:[ ]of)?[ ])?(?P<the>(?:the|our|your|its|their|these|those|"
    rf"district(?:'s)?)[ ]){{0,2}}"
    rf"(?:(?P<n>{_N})[ ])?(?:of[ ](?:the|your|our)[ ])?(?:district(?:'s)?[ ]|public[ ]|"
    rf"different[ ])?(?P<levels>{_LEVELS})(?![\w-])",
    re.IGNORECASE,
)
_PART = re.compile(rf"(?P<n>(?<!\w){_N}[ ])?(?P<level>{_LEVEL})(?P<noun>[ ]{_NOUN})?", re.IGNORECASE)
_WIDE = re.compile(
    r"(?<![\w-])(?:(?P<word>(?:district|system|corporation|county|division)[- ]?wide)"
    rf"|(?:all|every|each)(?:[ ]of)?(?:[ ](?:the|our|your|its|their|of|"
    rf"these))?(?:[ ](?P<n>{_N}))?(?:[ ](?:of[ ])?(?:the|our|your))?"
    r"(?:[ ](?:district(?:'s)?|public|k-?12|pk-?12|member))?[ ](?P<noun>schools?|buildings?|campus(?:es)?|"
    r"sites?|locations?)"
    r"|(?:the[ ]|your[ ]|our[ ])?(?:entire|whole|full)[ ](?:school[ ])?(?:district|system)"
    r"|(?:across|throughout|all[ ]over|all[ ]of)[ ](?:the[ ]|your[ ]|our[ ])?(?:entire[ ]|"
    r"whole[ ])?(?:school[ ])?(?:district|schools)"
    r"|(?:all|every)[ ](?:students|teachers|staff|users)[ ](?:\w+[ ]){0,4}(?:in|across|throughout|"
    r"of)[ ](?:the|your|our)[ ]district)(?![\w-])",
    re.IGNORECASE,
)
_ALL_DEPARTMENTS = re.compile(
    r"(?<![\w-])(?:all|every|each)(?:[ ](?:of|the|your|our|district|other))*[ ](?:departments?|offices)(?!\w)", re.I
)
# behind "all schools": the words are about other schools than the District's, or about a price
_NOT_OURS = re.compile(
    r"[ ]*(?:(?:that|which|who|where|we|you)[ ](?:we|have|use|serve|are|work)|in[ ](?:the[ ])?(?:country|"
    r"nation|state|illinois|u\.?s)|"
    r"across[ ](?:the[ ])?(?:country|nation|state)|nationwide|we\b|"
    r"(?:listed|named|shown|above|below|mentioned|selected|marked|checked|in[ ]the[ ](?:order|quote|"
    r"attached)|on[ ]the[ ](?:order|quote|attached|form)))",
    re.IGNORECASE,
)
_PRICE_BEHIND = re.compile(
    r"[ ](?:pric\w+|discount|rate|agreement|contract|policy|addendum|soppa|initiative|goals?|approval)", re.I
)
# "the middle school math": says what is taught, not where
_ADJECTIVE = re.compile(
    r"[ ](?:students?|grades?|level|math|science|curriculum|age|readers?|ela|english|courses?|edition|"
    r"version|content)\b",
    re.I,
)


_THROUGHOUT = r"(?<!\w)(?:all[ ](?:of[ ])?|across[ ](?:all[ ]of[ ])?|throughout[ ](?:all[ ]of[ ])?|entire[ ]|whole[ ])"


def groups(text: str, index: Index, district_names: tuple[str, ...] = ()) -> list[Group]:
    """All groups that a piece of text names, in order."""
    found = [g for m in _LEVEL_GROUP.finditer(text) for g in _level_groups(text, m, index)]
    covered = [(g.start, g.end) for g in found]
    for match in _WIDE.finditer(text):
        if any(s < match.end() and match.start() < e for s, e in covered) or _NOT_OURS.match(text, match.end()):
            continue
        found.append(_wide(text, match, index))
    for match in _ALL_DEPARTMENTS.finditer(text):
        places = tuple(e.position for e in index.entries if e.department)
        found.append(
            Group(match.start(), match.end(), match.group(), places, why="" if places else "no departments on the list")
        )
    for name in district_names:
        pattern = rf"{_THROUGHOUT}{re.escape(name)}(?!\w)"
        found += [Group(m.start(), m.end(), m.group(), (), wide=True) for m in re.finditer(pattern, text, re.I)]
    return sorted(found, key=lambda g: g.start)


def whole_district(words: str) -> bool:
    """Whether an answer to "which schools" means all of them by itself: "All", "Everyone", "all buildings"."""
    return bool(
        re.fullmatch(
            r"\W*(?:all|everyone|every(?:one|body)?[ ]?(?:school|building)?|all[ ](?:of[ ]them|users|staff|"
            r"students|grades|schools(?:[ ]and[ ]departments)?)|"
            r"(?:the[ ])?(?:entire|whole)(?:[ ]district)?|district[- ]?(?:wide|level)?[ ]*(?:use|license|"
            r"access)?|all[ ]k-?12(?:[ ]\w+)?)\W*",
            words,
            re.I,
        )
        and not re.fullmatch(r"\W*district(?:[- ]level)?\W*", words, re.I)
    )


def _wide(text: str, match: re.Match[str], index: Index) -> Group:
    count = number(match["n"].casefold()) if match["n"] else None
    why = ""
    if count is not None and count != index.school_count():
        why = f"the list has {index.school_count()} schools"
    loose = bool(_PRICE_BEHIND.match(text, match.end()))
    return Group(match.start(), match.end(), match.group(), (), wide=not why, why=why, count=count, loose=loose)


def _level_groups(text: str, match: re.Match[str], index: Index) -> list[Group]:
    """One group for each level named: "both middle schools and the high school" is two."""
    levels = match["levels"]
    parts = list(_PART.finditer(levels))
    if not parts:
        return []
    every = (match["all"] or "").strip().casefold()
    last_noun = (parts[-1]["noun"] or "").strip().casefold()
    plural_word = parts[-1]["level"].casefold().endswith(("ies", "preschools", "highs", "middles"))
    if not last_noun and not plural_word:
        return []  # "middle and high" without "schools": an adjective
    if _ADJECTIVE.match(text, match.end()) and not every:
        return []
    plural = (last_noun.endswith(("s", "es")) and last_noun != "campus") or plural_word
    definite = bool(match["the"]) or bool(every) or bool(match["part"])
    out = []
    for i, part in enumerate(parts):
        n = part["n"].strip() if part["n"] else match["n"] if i == 0 else None
        own_noun = (part["noun"] or "").strip().casefold()
        own_plural = own_noun.endswith("s") and own_noun != "campus" if own_noun else plural
        head = text[match.start() : match.start("levels") + part.start()].casefold()
        own_every = every if i == 0 or len(parts) == 1 or "both" not in every else ""
        if "both " in levels[: part.start()].casefold()[-6:] or ("both" in head[-6:] and len(parts) == 1):
            own_every = "both"
        group = _one_level(
            index,
            part["level"],
            number(n.casefold()) if n else (2 if own_every.startswith("both") and len(parts) == 1 else None),
            single=not own_plural
            and not own_every.startswith(("each", "every", "all", "both"))
            and not (every and len(parts) > 1),
            partial=bool(match["part"]),
            loose=not (own_every or every),
        )
        if group is None:
            continue
        start = match.start() if i == 0 else match.start("levels") + part.start()
        end = match.start("levels") + part.end() if i < len(parts) - 1 else match.end()
        if not definite and not n and group.single:
            continue  # "high school": an adjective
        words = text[match.start() : match.end()] if group.why else text[start:end]
        out.append(replace(group, start=start, end=end, words=words.strip(), bare=not definite and not n))
    return out


def _one_level(
    index: Index, words: str, count: int | None, *, single: bool, partial: bool, loose: bool
) -> Group | None:
    singular = re.sub(r"(?i)(high|middle)s$", r"\1", re.sub(r"(?i)ies$", "y", words))
    norms = [t.norm for t in tokens(singular)]
    padded = [*norms, "school"] if norms == ["grade"] else norms
    level = level_at(padded, 0)
    if level is None:
        return None
    places = index.of_level(level[0])
    why = ""
    if not places:
        why = f"no {words} school on the list"
    elif partial:
        why = "does not say which"
    elif (count is not None and count != len(places)) or (single and len(places) > 1):
        why = f"the list has {len(places)} of them"
    return Group(
        0,
        0,
        "",
        () if why else places,
        why=why,
        count=count,
        level=level[0],
        single=single,
        loose=loose,
        partial=partial,
    )
