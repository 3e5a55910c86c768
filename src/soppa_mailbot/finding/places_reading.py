"""One piece of text read for places: names and groups put into enumerations, each with why it stands there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from soppa_mailbot.finding import places_context as context
from soppa_mailbot.finding.places_context import Role
from soppa_mailbot.finding.places_groups import Group, groups, whole_district
from soppa_mailbot.finding.places_index import Index
from soppa_mailbot.finding.places_labels import Region
from soppa_mailbot.finding.places_leftover import leftover
from soppa_mailbot.finding.places_mentions import Mention, is_common, looks_personal, mentions, unknown_places
from soppa_mailbot.finding.places_words import tokens
from soppa_mailbot.finding.sentences import Piece, blanked

_LEVEL_AHEAD = r"(?![ ](?:elementary|elem|middle|junior|jr|senior|high|primary|intermediate|preschool|academy|school(?![ ]district)|el|es|ms|hs)\b)"
_SUFFIXES = frozenset(
    "inc llc corp corporation ltd co company software learning technologies systems group education labs".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """Something that was named, and whether it counts."""

    start: int  # in the whole text
    words: str
    role: Role
    places: tuple[int, ...] = ()
    candidates: tuple[int, ...] = ()  # where it could be several
    wide: bool = False
    why: str = ""
    rule: str = ""
    quote_start: int = 0
    quote_end: int = 0
    group: bool = False
    singular_group: bool = False
    excepted: bool = False  # "all but Lincoln"
    certain: bool = True

    def raised(self, role: Role) -> Found:
        return replace(self, role=role)

    def resolved(self, places: tuple[int, ...]) -> Found:
        return replace(self, places=places, why="")


@dataclass(frozen=True, slots=True)
class Names:
    """Names that may contain a school's name and are none: the district's and the vendor's."""

    district: tuple[str, ...]
    vendor: tuple[str, ...]
    district_words: frozenset[str]
    district_core: frozenset[str]  # first words run together: "maplehollow"
    vendor_core: frozenset[str]
    pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, district: tuple[str, ...], vendor: tuple[str, ...]) -> Names:
        wanted = sorted({n.strip() for n in (*district, *vendor) if len(n.strip()) > 2}, key=len, reverse=True)
        body = "|".join(r"\s+".join(re.escape(w) for w in name.split()) for name in wanted)
        pattern = re.compile(rf"(?<!\w)(?:{body})(?!\w){_LEVEL_AHEAD}", re.IGNORECASE) if wanted else None
        words = frozenset(t.norm for n in district for t in tokens(n))
        return cls(district, vendor, words, _cores(district), _cores(vendor), pattern)

    def masked(self, text: str) -> str:
        """The text without these names, but for "all of <district>"."""
        if self.pattern is None:
            return text
        spans = [m.span() for m in self.pattern.finditer(text)]
        return blanked(text, [s for s in spans if not _WHOLE.search(text, max(0, s[0] - 20), s[0])])


_WHOLE = re.compile(r"\b(?:all(?:[ ]of)?|across(?:[ ]all[ ]of)?|throughout|entire|whole)[ ]$", re.IGNORECASE)


def _cores(names: tuple[str, ...]) -> frozenset[str]:
    """Every run of first words: "Maple Hollow CUSD 88" gives maple, maplehollow, maplehollowcusd, ..."""
    out: set[str] = set()
    for name in names:
        norms = [t.norm for t in tokens(name)]
        while norms and norms[-1] in _SUFFIXES:
            norms.pop()
        out.update("".join(norms[:i]) for i in range(1, len(norms) + 1))
    return frozenset(out)


_GAP = re.compile(
    r"[ ]*(?:\([^()]{0,60}\)|-[ ]?\d[\w ]{0,20}|:?[ ]?\d{1,5}[ ]?\w{0,10})?[ ,;/&+•|\t-]*(?:(?:and|or|and/or|plus|as[ ]well[ ]as|along[ ]with|together[ ]with)\b)?[ ,]*"
    r"(?:(?:the|at|in|for|by|our|your|also|both|from|then|of)[ ]+){0,3}[ (\"']*"
)
_CHAFF = re.compile(
    r"\b(?:seats?|students?|licen[cs]es?|users?|staff|teachers?|grades?|graders?|gr|only|for|now|and|the|pilots?|k|th|st|nd|rd|each|all|classrooms?|school|schools|"
    r"teacher|student|please|thanks|thank|you|it's|its|is|it)\b|[^A-Za-z]",
    re.IGNORECASE,
)


def read_piece(piece: Piece, region: Region | None, index: Index, names: Names) -> list[Found]:
    """Everything in a piece that names places of the list, or would."""
    text = piece.text
    known = [m for m in mentions(text, index) if not _not_a_place(text, m, region, index, names)]
    blocked = [(m.start, m.end) for m in mentions(text, index)]
    chains = _chains(text, known)
    kept: list[list[Mention]] = []
    out: list[Found] = []
    group_list = groups(text, index, names.district)
    known = [m for m in known if not any(g.wide and g.start < m.start and m.end <= g.end for g in group_list)]
    group_list = [g for g in group_list if not any(m.start < g.end and g.start < m.end for m in known)]
    chains = _chains(text, known)
    headed: set[int] = set()
    for chain in chains:
        heading = _heading(text, chain, group_list)
        chain = _levels_shared(chain, index, heading)
        chain = _accepted(text, chain, region, names)
        if not chain:
            continue
        kept.append(chain)
        found = _chain_found(piece, chain, region, index)
        out += found
        if heading is not None:
            out += _check_heading(piece, heading, chain, found, region)
            headed.add(heading.start)
    spans = [(m.start, m.end) for chain in chains for m in chain] + [(g.start, g.end) for g in group_list]
    nothing_else = not context.letters(blanked(text, spans))
    for group in group_list:
        if group.start not in headed:
            out += _group_found(piece, group, region, index, [m for chain in kept for m in chain], alone=nothing_else)
    unknown = unknown_places(text, known, [*blocked, *((g.start, g.end) for g in group_list)])
    out += [f for m in unknown for f in _unknown_found(piece, m, region, names, kept, index)]
    if region and region.strict:
        out += _rest_of_answer(piece, region, out, group_list, unknown, kept)
    return out


def _inside(region: Region | None, start: int) -> bool:
    return region is not None and region.start <= start < region.end


def _not_a_place(text: str, m: Mention, region: Region | None, index: Index, names: Names) -> bool:
    """A street, a company, a person, the vendor itself, another district's school."""
    before, after = text[max(0, m.start - 80) : m.start], text[m.end : m.end + 80]
    if m.department:
        return _not_our_department(m, before, after, inside=_inside(region, m.start))
    if context.foreign(before, after, strong=m.strong, district_words=names.district_words):
        return True
    if m.strong or _inside(region, m.start):
        return False
    if m.core in names.vendor_core and m.core not in names.district_core:
        return True
    return looks_personal(text, m, mentions(text, index) if len(text) < 400 else [])


def _not_our_department(m: Mention, before: str, after: str, *, inside: bool) -> bool:
    if inside:
        return False
    if context.OURS.search(before):
        return True
    if (
        m.acronym
        and not m.strong
        and not (context.department_uses(before, "") or re.search(r"\band[ ](?:the[ ]|your[ ])?$", before))
    ):
        return True
    if not m.strong and not m.capital:
        return True
    return not m.strong and bool(
        re.match(
            r"[ -]+(?:students?|costs?|services|needs|records?|data|plans?|vehicles|laws?|fees|compliance|purposes|software|product|platform|form|rfi|rights|skills|"
            r"requirements?|standards|systems?|infrastructure|questions?|security)\b",
            after,
            re.I,
        )
    )


def _chains(text: str, known: list[Mention]) -> list[list[Mention]]:
    """Enumerations: names with nothing but commas, "and" and brackets between them."""
    chains: list[list[Mention]] = []
    for mention in known:
        last = chains[-1][-1] if chains else None
        gap = text[last.end : mention.start] if last else ""
        if last and len(gap) < 90 and _GAP.fullmatch(gap):
            if last.department and not mention.department and re.fullmatch(r"[ ](?:at|in)[ ](?:the[ ])?", gap):
                chains[-1][-1] = mention  # "the Special Education Department at Lincoln": at Lincoln
            else:
                chains[-1].append(mention)
        else:
            chains.append([mention])
    return chains


def _levels_shared(chain: list[Mention], index: Index, heading: Group | None) -> list[Mention]:
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


_DIRECTIONS = frozenset({"north", "south", "east", "west", "central"})


def _accepted(text: str, chain: list[Mention], region: Region | None, names: Names) -> list[Mention]:
    """Bare names count in an answer, beside a name that says it is a school, or where the words around say so."""
    start, end = chain[0].start, chain[-1].end
    inside = _inside(region, start)
    schools = [m for m in chain if not m.department]
    before, after = text[max(0, start - 120) : start], text[end : end + 80]
    safe = inside or any(m.strong and not m.department for m in chain)
    if not safe and schools:
        lower = text.lower() == text
        direct = context.used_directly(before)
        near = context.generic_near(before, after) or context.of_a_person(before) or _alone(text, chain)
        near = near or context.subject_of_use(after)
        if re.search(r"\bin[ ]$", before) and not near and not context.speaks_of_use(text):
            direct = False  # "our sister company in Oak Ridge" is in a town
        capital = all(m.capital for m in schools) or (direct and (lower or all(" " in m.words for m in schools)))
        safe = capital and (direct or near) and not any(m.guessed and len(m.core) < 8 for m in schools)
    out = []
    for m in chain:
        if m.department:
            out.append(m)
        elif not m.strong and m.core in names.district_core and not _other_school(m, schools):
            if inside and len(chain) == 1 and region and region.strict:
                out.append(replace(m, places=()))
        elif safe and (inside or m.strong or m.core not in _DIRECTIONS or len(schools) > 1):
            out.append(m)
    return out


def _other_school(m: Mention, schools: list[Mention]) -> bool:
    return any(o is not m and o.places for o in schools)


def _alone(text: str, chain: list[Mention]) -> bool:
    rest = text[: chain[0].start] + " " + text[chain[-1].end :]
    for a, b in zip(chain, chain[1:], strict=False):
        rest += " " + text[a.end : b.start]
    return len(_CHAFF.sub("", rest)) < 3


def _chain_found(piece: Piece, chain: list[Mention], region: Region | None, index: Index) -> list[Found]:
    text, start, end = piece.text, chain[0].start, chain[-1].end
    before, after = text[max(0, start - 200) : start], text[end : end + 160]
    inside = _inside(region, start)
    alone = _alone(text, chain)
    role = context.role(before, after, text, alone=alone)
    excepted = role == Role.DENIED and bool(
        re.search(r"\b(?:except|exclud|other[ ]than|but\b|minus|apart|aside|without|besides)", before[-40:], re.I)
    )
    if inside and not (role == Role.DENIED and context.denied_directly(before)):
        role = Role.ANSWER
    either = any(re.search(r"\bor\b", text[a.end : b.start]) for a, b in zip(chain, chain[1:], strict=False))
    out = _neighbours(piece, chain, role)
    for m in chain:
        own = role
        if m.department and not inside:
            if role < Role.NAMED or not (alone or context.department_uses(before, after)):
                continue
            own = Role.USED  # departments are named for many reasons; only use counts
        if (
            m.department
            and not m.strong
            and re.match(
                r"[ ](?:teachers?|paras?\w*|case[ ]managers?|aides?|classrooms?|classes)\b", text[m.end :], re.I
            )
        ):
            own = Role.CONTACT
        one = _mention_found(piece, m, own, index)
        if either and one.places:
            one = replace(one, places=(), why="says “or”")
        out.append(replace(one, excepted=excepted))
    return out


_NEIGHBOUR_BEFORE = re.compile(
    r"(?:^|[ ,])(?P<name>[A-Z][a-z][\w'-]+(?:[ ][A-Z][a-z][\w'-]+)?)(?:,|,?[ ](?:and|&))[ ]$"
)
_NEIGHBOUR_AFTER = re.compile(
    r",?[ ](?:and|&)[ ](?:at[ ]|the[ ])?(?P<name>[A-Z][a-z][\w'-]+(?:[ ][A-Z][a-z][\w'-]+)?)(?=[.,;!)]|$|[ ](?:will|would|schools?|elementary|middle|high|for|this|next|only|in)\b)"
)


def _neighbours(piece: Piece, chain: list[Mention], role: Role) -> list[Found]:
    """Such as "used at Lincoln and Riverbend": what is enumerated with a school is one, on the list or not."""
    if role < Role.USED or any(m.department for m in chain):
        return []
    text, start, end = piece.text, chain[0].start, chain[-1].end
    left = _NEIGHBOUR_BEFORE.search(text, max(0, start - 60), start) if chain[-1].plural else None
    right = _NEIGHBOUR_AFTER.match(text, end)
    out = []
    for match in (left, right):
        if match is None:
            continue
        name = match["name"]
        if is_common(name.split()[0]):
            name = name.partition(" ")[2]  # "The Riverbend and Glenwood schools"
        if name and not is_common(name):
            out.append(
                _found(
                    piece,
                    match.end("name") - len(name),
                    match.end("name"),
                    name,
                    role,
                    why="not on the school list",
                    how="unknown name",
                )
            )
    return out


def _mention_found(piece: Piece, m: Mention, role: Role, index: Index) -> Found:
    places, candidates, why = m.places, m.places, ""
    if not m.places:
        why = "not on the school list"
    elif len(m.places) > 1 and m.level != "*" and not (m.plural and not m.level):
        why = "could be " + " or ".join(index.entries[p].school.name for p in m.places[:4])
        places = ()
    how = "acronym" if m.acronym else "misspelt name" if m.guessed else "name"
    return _found(piece, m.start, m.end, m.words, role, places=places, candidates=candidates, why=why, how=how)


def _found(
    piece: Piece,
    start: int,
    end: int,
    words: str,
    role: Role,
    *,
    how: str,
    places: tuple[int, ...] = (),
    candidates: tuple[int, ...] = (),
    why: str = "",
) -> Found:
    left, right = max(0, start - 90), min(len(piece.text), end + 90)
    if len(piece.text) <= 200:
        left, right = 0, len(piece.text)
    return Found(
        piece.start + start,
        " ".join(words.split()),
        role,
        places,
        candidates,
        why=why,
        rule=f"{how}, {role.name.lower()}",
        quote_start=piece.start + left,
        quote_end=piece.start + right,
    )


_LEADS_TO_NAMES = re.compile(r"[ ]*(?:[:(,-]|namely|i\.e\.,?|are|\bof\b|at|in)?[ ]*(?:namely[ ])?")


def _heading(text: str, chain: list[Mention], found: list[Group]) -> Group | None:
    """The group right before an enumeration: "both high schools (Maple Hollow and Stillwater)"."""
    for group in found:
        gap = text[group.end : chain[0].start]
        if (
            group.end <= chain[0].start
            and len(gap) < 16
            and not group.wide
            and _LEADS_TO_NAMES.fullmatch(gap)
            and not group.single
        ):
            return group
    return None


def _check_heading(
    piece: Piece, heading: Group, chain: list[Mention], found: list[Found], region: Region | None
) -> list[Found]:
    """A number or an "all" in the heading must agree with the names behind it."""
    named = {p for f in found for p in f.places}
    wanted = heading.count or (len(heading.places) if not heading.loose and heading.places else None)
    if wanted is None or wanted == len(named) or not found or any(not f.places for f in found):
        return []
    if heading.places and not named & set(heading.places):
        return []
    role = max(found[0].role, Role.USED)
    why = f"{len(named)} are named behind it"
    return [_found(piece, heading.start, heading.end, heading.words, role, why=why, how="group")]


def _group_found(
    piece: Piece, group: Group, region: Region | None, index: Index, known: list[Mention], *, alone: bool
) -> list[Found]:
    text = piece.text
    before, after = text[max(0, group.start - 200) : group.start], text[group.end : group.end + 160]
    inside = _inside(region, group.start)
    role = context.role(before, after, text, alone=alone)
    if inside and not (role == Role.DENIED and context.denied_directly(before)):
        role = Role.ANSWER
    if role != Role.ANSWER:
        if group.bare or (group.wide and context.talk_of_price(before, after)):
            return []
        if group.wide and group.loose and role == Role.USED:
            role = Role.NAMED
        if role in (Role.NAMED, Role.CONTACT) and not context.speaks_of_use(text):
            return []
        if role == Role.CONTACT:
            return []
    distinct = {p for m in known for p in m.places}
    if group.why and group.count and group.count == len(distinct) and not group.level:
        return []  # "all three schools", after three names
    candidates = index.of_level(group.level) if group.level and not group.partial else ()
    found = _found(
        piece,
        group.start,
        group.end,
        group.words,
        role,
        places=group.places,
        candidates=candidates,
        why=group.why,
        how="group",
    )
    return [replace(found, wide=group.wide, group=True, singular_group=group.single and bool(group.why))]


def _unknown_found(
    piece: Piece, m: Mention, region: Region | None, names: Names, kept: list[list[Mention]], index: Index
) -> list[Found]:
    """A school or department that is not on the list, where the words say that it will use the software."""
    text = piece.text
    before, after = text[max(0, m.start - 200) : m.start], text[m.end : m.end + 160]
    if _inside(region, m.start):
        return [_found(piece, m.start, m.end, m.words, Role.ANSWER, why="not on the school list", how="unknown name")]
    if context.foreign(before, after, strong=True, district_words=names.district_words) or context.OURS.search(before):
        return []
    role = context.role(before, after, text, alone=not context.letters(text[: m.start] + text[m.end :]))
    schools_beside = any(index.entries[p].department is False for chain in kept for x in chain for p in x.places)
    if m.department and (schools_beside or role != Role.USED):
        return []  # a school's own math department
    if role < Role.NAMED or re.search(r"(?:academy|campus|school)s?$", m.words, re.I) and role != Role.USED:
        return []
    return [_found(piece, m.start, m.end, m.words, role, why="not on the school list", how="unknown name")]


def _rest_of_answer(
    piece: Piece,
    region: Region,
    out: list[Found],
    found_groups: list[Group],
    unknown: list[Mention],
    kept: list[list[Mention]],
) -> list[Found]:
    """What else stands in a label's answer: "all", or a name that nothing knows."""
    answer = piece.text[region.start : region.end]
    if whole_district(answer) and not out:
        one = _found(piece, region.start, region.end, answer.strip(), Role.ANSWER, how="group")
        return [replace(one, wide=True, group=True)]
    spans = [(m.start, m.end) for chain in kept for m in chain]
    spans += [(g.start, g.end) for g in found_groups] + [(m.start, m.end) for m in unknown]
    rest = leftover(piece.text, region, spans)
    return [
        _found(piece, s, e, piece.text[s:e], Role.ANSWER, why="not on the school list", how="unknown name")
        for s, e in rest
    ]
