"""Groups of schools: "both middle schools", "all 14 schools", "district-wide".

A group is resolved from the list alone: by kind, and by the level word of each name. A number that disagrees with the
list makes the group unclear.
"""

from __future__ import annotations

from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_alike import alike
from soppa_mailbot.finding.locations.places_grades import by_grades
from soppa_mailbot.finding.locations.places_group import Group
from soppa_mailbot.finding.locations.places_groups_words import (
    ALL_DEPARTMENTS,
    EVERYBODY_IN,
    LEVEL_GROUP,
    NO_TOWNS,
    NOT_OURS,
    OF_A_TOWN,
    OF_GRADES,
    PEOPLE_BEHIND,
    PRICE_BEHIND,
    SIDE,
    THE_HIGH_SCHOOL,
    THROUGHOUT,
    WIDE,
)
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_kinds import by_kind
from soppa_mailbot.finding.locations.places_last_words import of_last_words, one_of_last_words
from soppa_mailbot.finding.locations.places_levels import level_groups, one_level
from soppa_mailbot.finding.locations.places_numbered import numbered
from soppa_mailbot.finding.locations.places_squeezed import squeezed
from soppa_mailbot.finding.locations.places_words import number


def groups(text: str, index: Index, district_names: tuple[str, ...] = ()) -> list[Group]:
    """All groups that a piece of text names, in order."""
    plain, origin = squeezed(text, district_names)
    found = [g for m in LEVEL_GROUP.finditer(plain) for g in level_groups(plain, m, index)]
    for match in THE_HIGH_SCHOOL.finditer(plain):
        one = one_level(index, "HS", None, single=True, partial=False, loose=True)
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
    for start, end, places, count in of_last_words(plain, index):
        why = f"the list has {len(places)} of them" if count not in (None, len(places)) else ""
        found = [g for g in found if g.end <= start or end <= g.start]  # "the River elementaries"
        found.append(Group(start, end, plain[start:end], () if why else places, why=why, count=count))
        covered.append((start, end))
    for start, end, places, why in one_of_last_words(plain, index):
        found = [g for g in found if g.end <= start or end <= g.start]
        found.append(Group(start, end, plain[start:end], places, why=why, single=True))
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
    for match in WIDE.finditer(plain):
        if any(s < match.end() and match.start() < e for s, e in covered) or NOT_OURS.match(plain, match.end()):
            continue
        if _elsewhere(plain, match.end(), district_names):
            continue
        if PEOPLE_BEHIND.match(plain, match.end()) and any(g.wide for g in found):
            continue
        found.append(_wide(plain, match, index))
    for match in SIDE.finditer(plain):
        found = [g for g in found if g.end <= match.start() or match.end() <= g.start]
        count = number(match["n"].casefold()) if match["n"] else None
        why = "the list does not say which these are"
        found.append(Group(*match.span(), match.group(), (), why=why, count=count, unlisted=True))
    for match in OF_GRADES.finditer(plain):
        over = [g for g in found if g.start < match.end() and match.start() < g.end]
        if all(g.bare for g in over):  # "the K-2 elementary schools" are not all of them
            found = [g for g in found if g not in over]
            found.append(Group(*match.span(), match.group(), (), why="the list does not say which these are"))
    if origin:
        found = [replace(g, start=origin[g.start], end=origin[g.end - 1] + 1) for g in found]
    for match in ALL_DEPARTMENTS.finditer(text):
        places = tuple(e.position for e in index.entries if e.department)
        found.append(
            Group(match.start(), match.end(), match.group(), places, why="" if places else "no departments on the list")
        )
    for name in district_names:
        pattern = rf"(?:{THROUGHOUT}|{EVERYBODY_IN}){re.escape(name)}(?!\w)"
        found += [Group(m.start(), m.end(), m.group(), (), wide=True) for m in re.finditer(pattern, text, re.I)]
    return sorted(found, key=lambda g: g.start)


def _elsewhere(text: str, end: int, district_names: tuple[str, ...]) -> bool:
    """Whether the words behind "all schools" say that they are those of another place."""
    town = OF_A_TOWN.match(text, end)
    if town is None or NO_TOWNS.fullmatch(town["town"]):
        return False
    return not any(town["town"].casefold() in name.casefold() for name in district_names)


def _wide(text: str, match: re.Match[str], index: Index) -> Group:
    said = match["n"] or match["inside"]
    count = number(said.casefold()) if said else None
    why = ""
    if count is not None and count != index.school_count():
        why = f"the list has {index.school_count()} schools"
    loose = bool(PRICE_BEHIND.match(text, match.end()))
    return Group(match.start(), match.end(), match.group(), (), wide=not why, why=why, count=count, loose=loose)
