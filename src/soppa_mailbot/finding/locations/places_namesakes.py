"""Schools that bear another's name: "Lincoln Elementary and the middle school of the same name", "Lincoln (the school,
not the District)".
"""

from __future__ import annotations

from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_mention import Mention
from soppa_mailbot.finding.locations.places_names import Names
from soppa_mailbot.finding.locations.places_words import level_at, tokens

_LEVEL = (
    r"(?P<level>elementary|middle|junior[ ]high|high|primary|intermediate)(?:[ -]school)?"
    r"(?:[ ](?:building|campus))?"
)
_NAMESAKE = re.compile(
    rf"\b(?:the|its|their|your)[ ]{_LEVEL}[ ](?:(?:of|with|by|under)[ ](?:the|that)[ ](?:very[ ])?same[ ]name|"
    r"(?:of|by|with)[ ](?:that|this|its)[ ]name|(?:that|which)[ ](?:has|shares|bears)[ ](?:the[ ]same|its|that|"
    r"the)[ ]name|"
    r"(?:called|named)[ ](?:the[ ]same|alike|so)|namesake)(?![\w-])",
    re.IGNORECASE,
)


def with_namesakes(text: str, every: list[Mention], index: Index) -> list[Mention]:
    """The mentions of a text, and such words where the list has that kind of school once with the last name before."""
    out = list(every)
    for match in _NAMESAKE.finditer(text):
        last = next((m for m in reversed(every) if m.end <= match.start() and not m.department and m.core), None)
        level = level_at(match["level"].casefold().split(), 0)
        if last is None or level is None or last.core not in index.forms:
            continue
        named = index.forms[last.core].places
        places = tuple(p for p in sorted(named) if level[0] in index.entries[p].all_levels and p not in last.places)
        if len(places) == 1:
            out = [m for m in out if m.end <= match.start() or match.end() <= m.start]
            out.append(Mention(match.start(), match.end(), match.group(), places, strong=True, level=level[0]))
    return sorted(out, key=lambda m: m.start)


_ONE_SCHOOL = (
    r"(?:just[ ]|only[ ])?(?:at[ ])?(?:the|your)[ ](?:school|campus|(?:school[ ])?building)"
    r"(?:[ ](?:itself|only|alone))?"
)
_NOT_ALL = (
    r"(?:not|rather[ ]than|instead[ ]of|as[ ]opposed[ ]to)[ ](?:(?:in|at|for|to|all[ ]of|across|of)[ ]){0,2}"
    r"(?:[A-Z][\w'-]*[ ]){0,2}(?:the[ ]|your[ ]|our[ ])?(?:(?:whole|entire|full)[ ])?(?:school[ ])?"
    r"(?:district|system)(?:[ ]as[ ]a[ ]whole)?"
)
_DASH = r"[-\u2013\u2014]{1,2}"
# "Lincoln (the school)", "Lincoln, the school, not the District", "Lincoln - not the whole district, just the school".
# Where the room is wider, "I mean" stood in it, which is taken out as a correction.
_THE_SCHOOL = re.compile(
    rf"(?:[ ]only)?(?:[ ]?[(]|[ ]?,[ ]|[ ]?{_DASH}[ ]?|[ ])[ ]{{0,12}}"
    r"(?:(?:that[ ]is|i\.e\.|(?:by[ ](?:which|that)[ ])?(?:(?:we|I)[ ])?mean(?:ing)?|namely),?[ ])?"
    rf"(?:{_ONE_SCHOOL}(?:[ ]?(?:,|{_DASH})?[ ]?(?:and[ ])?{_NOT_ALL}|(?=[ ]?[)]))"
    rf"|{_NOT_ALL},?[ ](?:but[ ])?{_ONE_SCHOOL})"
    r"(?:[ ]?[)])?(?![\w-])",
    re.IGNORECASE,
)


def schools_meant(text: str, every: list[Mention], index: Index, names: Names) -> list[Mention]:
    """The mentions, where the District's own name is said to mean a school: then any whose name begins so."""
    out, upto = [], 0
    for m in every:
        if m.start < upto:
            continue  # "Lincoln the school, not Lincoln the district"
        if m.core in names.district_core and (said := _THE_SCHOOL.match(text, m.end)):
            own = tuple(t.norm for t in tokens(m.words))
            begun = {e.position for e in index.entries if not e.department and _begins(e.school.name, own)}
            upto = said.end()
            m = replace(m, end=upto, places=tuple(sorted({*m.places, *begun})), strong=True)
        out.append(m)
    return out


def _begins(name: str, words: tuple[str, ...]) -> bool:
    return tuple(t.norm for t in tokens(name))[: len(words)] == words
