"""Schools that are told by another's name: "Lincoln Elementary and the middle school of the same name"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_mentions import Mention
from soppa_mailbot.finding.locations.places_words import level_at

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
