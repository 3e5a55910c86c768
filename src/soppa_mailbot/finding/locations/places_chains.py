"""Names put into enumerations, and what an enumeration's names say of one another: "Oak Ridge and Jefferson Middle"."""

from __future__ import annotations

from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.sentences import blanked
from soppa_mailbot.finding.locations import places_offices as offices
from soppa_mailbot.finding.locations.places_denied import denied_directly
from soppa_mailbot.finding.locations.places_group import Group
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_mention import Mention
from soppa_mailbot.finding.locations.places_names import Names
from soppa_mailbot.finding.locations.places_runs import enumerates
from soppa_mailbot.finding.locations.places_words import level_at


def heads_its_schools(text: str, mention: Mention, following: list[Mention]) -> bool:
    """Whether a name for several schools only heads some of them: "Wexham: Fox Run (K-2) and Wexham Upper (3-5)", "the
    three Wexham campuses (North, South and West)"."""
    if len(mention.places) < 2 or not following:
        return False
    if bracket := re.match(r"[ ]?[(]([^()]*)[)]", text[mention.end :]):
        inside = [m for m in following if m.end <= mention.end + bracket.end()]
        return len(inside) > 1 and all(len(m.places) == 1 and m.places[0] in mention.places for m in inside)
    if not re.match(r"[ ]?(?::|-|–)[ ]", text[mention.end :]):
        return False
    return all(len(m.places) == 1 and m.places[0] in mention.places for m in following)


def are_their_offices(text: str, mention: Mention, following: list[Mention]) -> bool:
    """Whether a department's words are rooms of schools: "the counseling offices of Burnham Ridge and Flagg Young"."""
    if not mention.department or not following or following[0].department:
        return False
    between = text[mention.end : following[0].start]
    plural = mention.words.casefold().endswith("offices") or between.casefold().startswith(" offices")
    return plural and re.fullmatch(r"(?:[ ]offices)?[ ](?:of|at|in)[ ](?:the[ ])?", between, re.IGNORECASE) is not None


_BRACKETS = re.compile(r"\(([^()]{2,80})\)")
_BETWEEN_NAMES = re.compile(
    r"(?:[ ,;/&+]|\b(?:and|plus|the|your|our|in|at|from|of|only|both|i\.?e\.?|staff|dept|department)\b)*"
)


def bracketed_users(text: str, every: list[Mention]) -> list[tuple[int, int]]:
    """Brackets behind words for users that hold departments of the list and nothing else, in any case of letters."""
    out = []
    for match in _BRACKETS.finditer(text):
        inside = [m for m in every if match.start() < m.start and m.end < match.end()]
        if not inside or any(not m.department or m.guessed for m in inside):
            continue
        rest = blanked(text, [(m.start, m.end) for m in inside])[match.start(1) : match.end(1)]
        if _BETWEEN_NAMES.fullmatch(rest) and offices.bracketed_users(text[: match.start() + 1]):
            out.append(match.span())
    return out


def is_within(m: Mention, spans: list[tuple[int, int]]) -> bool:
    """Whether a name stands inside one of these spans."""
    return any(start < m.start and m.end < end for start, end in spans)


def in_group(m: Mention, found: list[Group], names: Names) -> bool:
    """Such as "the three Maple Hollow elementary schools": the district's name is no school's there."""
    plural = m.plural or m.words.casefold().endswith("s")
    inside = any(g.start <= m.start and m.end <= g.end for g in found)
    return not m.places and plural and inside and m.core in names.district_core


def chains_of(text: str, known: list[Mention]) -> list[list[Mention]]:
    """Enumerations: names with nothing but commas, "and" and brackets between them."""
    chains: list[list[Mention]] = []
    for mention in known:
        last = chains[-1][-1] if chains else None
        gap = text[last.end : mention.start] if last else ""
        if last and enumerates(text, last.end, (mention.start, mention.end)):
            if last.department and not mention.department and re.fullmatch(r"[ ](?:at|in)[ ](?:the[ ])?", gap):
                chains[-1][-1] = mention  # "the Special Education Department at Lincoln": at Lincoln
            else:
                chains[-1].append(mention)
        else:
            chains.append([mention])
    return chains


_ADDS = re.compile(
    r",?[ ](?:and[ ]also|plus|as[ ]well[ ]as|along[ ]with|together[ ]with|also)[ ](?:(?:for|at|in|the)[ ]){0,2}",
    re.IGNORECASE,
)
_AND_ADDS = re.compile(r",?[ ](?:and|&)[ ](?:(?:for|at|in|the)[ ]){0,2}", re.IGNORECASE)
_ASIDE = re.compile(r"[ ]?\([^()]*\)")  # "except Oak Ridge (which has its own), and the Preschool"
_TOO = re.compile(r",?[ ](?:as[ ]well|too)\b", re.IGNORECASE)


def added_behind(text: str, chain: list[Mention], found: list[Group]) -> int:
    """Where in an enumeration behind "every elementary school but" the names begin that are added to the group.

    Only a member can be taken out of it: "every elementary school but Oak Ridge, and also the Preschool". Zero where
    none is added.
    """
    before = text[: chain[0].start]
    group = next((g for g in reversed(found) if g.places and not g.wide and g.end <= chain[0].start), None)
    if group is None or not denied_directly(before) or not set(chain[0].places) & set(group.places):
        return 0
    for at in range(1, len(chain)):
        gap = _ASIDE.sub("", text[chain[at - 1].end : chain[at].start])
        outside = chain[at].places and not set(chain[at].places) & set(group.places)
        if not outside:
            continue
        # of "except Oak Ridge, Lincoln, and the Preschool" nobody can say that the last one is added
        alone = (at == 1 and gap.startswith(",")) or _TOO.match(text, chain[-1].end)
        return at if _ADDS.fullmatch(gap) or (alone and _AND_ADDS.fullmatch(gap)) else 0
    return 0


def levels_shared(chain: list[Mention], index: Index, heading: Group | None) -> list[Mention]:
    """Such as "Oak Ridge and Jefferson Middle": a level may stand once for all names before it, or in the heading."""
    out = list(chain)
    level, plural, first = (heading.level if heading else ""), False, True
    for i in range(len(out) - 1, -1, -1):
        m = out[i]
        if m.department or m.acronym:
            continue
        if m.level:
            level, plural = m.level, m.plural and first
            first = False
            continue
        if not level or level == "*" or not m.places:
            continue
        fitting = tuple(p for p in m.places if level in index.entries[p].all_levels)
        if len(m.places) > 1 and fitting:
            out[i] = replace(m, places=fitting, strong=True)
        elif plural and not m.strong and len(m.places) == 1 and not fitting and index.entries[m.places[0]].levels:
            out[i] = replace(m, places=(), strong=True, words=f"{m.words} {level.capitalize()}")
    return out


# "the six elementaries besides Lincoln", of seven
_WITHOUT = re.compile(
    r",?[ ]\(?(?:besides|except(?:ing)?(?:[ ]for)?|other[ ]than|apart[ ]from|aside[ ]from|excluding|without|minus|"
    r"not[ ]counting|but[ ]not)[ ](?:the[ ])?",
    re.IGNORECASE,
)


def counted_without(text: str, group: Group, chains: list[list[Mention]], index: Index) -> Group:
    """A group whose number is right once those are taken out that are named right behind it, with all of its level."""
    if not group.why or not group.count or not group.level or group.partial or group.places:
        return group
    every = index.of_level(group.level)
    for chain in chains:
        if chain[0].start < group.end or not _WITHOUT.fullmatch(text, group.end, chain[0].start):
            continue
        named = {p for m in chain for p in m.places}
        out = named & set(every)
        whole = replace(group, places=every, why="")
        # "..., and the Preschool" is none of them: it has to be added, where it is not taken out
        told = out == named or added_behind(text, chain, [whole])
        if told and all(len(m.places) == 1 for m in chain) and out and group.count == len(every) - len(out):
            return whole
    return group


# "Sandburg (the middle school, not the elementary)", "Oak Hill (both buildings)"
_KIND_SAID = re.compile(
    r"[ ]?(?:[(]|,[ ]|-[ ]|only[ ])(?:and[ ])?(?:by[ ](?:that|this|which)[ ])?(?:that[ ]is,?[ ]|i\.e\.,?[ ]|at[ ]|"
    r"(?:(?:we|I)[ ])?mean(?:ing)?[ ]|namely,?[ ]|specifically,?[ ]|to[ ]be[ ](?:clear|exact|precise|specific),?[ ])?"
    r"(?:the|our|your)[ ]"
    r"(?P<level>[a-z]+(?:[ ](?:high|school|childhood))?)(?:[ ](?:one|schools?|building|campus))?"
    r"(?=[ ]?[),.;]|[ ]?$|[ ](?:not|only|rather)\b)(?P<rest>[^()]{0,40}\))?",
    re.IGNORECASE,
)
_BOTH_SAID = re.compile(
    r"[ ]?[(](?:(?P<n>both|all[ ](?:three|3)|2|two)(?:[ ](?:of[ ]them|the))?"
    r"(?:[ ](?:schools|buildings|campuses|sites|levels))?)[)]",
    re.IGNORECASE,
)


def kinds_said(text: str, chain: list[Mention], index: Index) -> list[Mention]:
    """Ambiguous names of which the words right behind say which, or that all of them are meant."""
    out = []
    for m in chain:
        if len(m.places) > 1 and not m.department:
            kind = _KIND_SAID.match(text, m.end)
            level = level_at(kind["level"].casefold().split(), 0) if kind else None
            fitting = tuple(p for p in m.places if level and level[0] in index.entries[p].all_levels)
            both = _BOTH_SAID.match(text, m.end)
            if both and len(m.places) == (3 if both["n"].casefold().startswith("all") else 2):
                m = replace(m, end=both.end(), level="*", strong=True)
            elif kind and len(fitting) == 1:
                end = kind.end() if "(" in kind.group() else kind.end("level")
                m = replace(m, end=end, places=fitting, strong=True)
        out.append(m)
    return out
