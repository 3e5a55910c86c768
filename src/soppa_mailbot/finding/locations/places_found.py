"""What reading a piece of text gives: places, groups and unknown names, each with why it stands there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.other_districts import another_district
from soppa_mailbot.finding.common.sentences import Piece
from soppa_mailbot.finding.locations import places_context as context
from soppa_mailbot.finding.locations import places_role
from soppa_mailbot.finding.locations.places_asked import asked
from soppa_mailbot.finding.locations.places_denied import denied_directly, excepts
from soppa_mailbot.finding.locations.places_foreign import foreign, no_group_of_ours
from soppa_mailbot.finding.locations.places_group import Group, whole_district
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_labels import Region
from soppa_mailbot.finding.locations.places_leftover import leftover
from soppa_mailbot.finding.locations.places_mention import Mention
from soppa_mailbot.finding.locations.places_names import Names
from soppa_mailbot.finding.locations.places_passing import all_only_imagined, elsewhere, gets_a_price
from soppa_mailbot.finding.locations.places_role import Role
from soppa_mailbot.finding.locations.places_runs import enumerates
from soppa_mailbot.finding.locations.places_unknown import teaches
from soppa_mailbot.finding.locations.places_used import only_asks, speaks_of_use

EITHER = "says “or”"  # why a place is named that could be another


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
    narrowed_by: int = 0  # of "the middle schools", without "all", "both" or a number: how many named members narrow it
    singular_group: bool = False
    excepted: bool = False  # "all but Lincoln"
    certain: bool = True
    only: bool = False  # "Only Lincoln signed up"
    asked: bool = False  # asked for what is handed in (`places_asked`)
    faint: bool = False  # a group in a note without a verb: counts where nothing else is named

    @property
    def end(self) -> int:
        return self.start + len(self.words)

    def raised(self, role: Role) -> Found:
        return replace(self, role=role)

    def resolved(self, places: tuple[int, ...]) -> Found:
        return replace(self, places=places, why="")


def in_answer(region: Region | None, start: int) -> bool:
    return region is not None and region.start <= start < region.end


def found_at(
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
        piece.source(start),
        " ".join(words.split()),
        role,
        places,
        candidates,
        why=why,
        rule=f"{how}, {role.name.lower()}",
        quote_start=piece.source(left),
        quote_end=piece.source(right),
    )


_LEADS_TO_NAMES = re.compile(
    r"[ ]*(?:[:;(,-]|are|\bof\b|at|in)?[ ]*"
    r"(?:(?:namely|i\.?e\.?|viz\.?|that[ ]is|(?:which|these|those|they)[ ]are|being)\b[.,:]{0,2}[ ]*)?"
    r"(?:(?:for|at|the|your|our)[ ])?",
    re.IGNORECASE,
)
_LEAD_CHARACTERS = 24  # at most


def heading_of(text: str, chain: list[Mention], found: list[Group]) -> Group | None:
    """The group right before an enumeration: "both high schools (Maple Hollow and Stillwater)".

    Names of which none is in the group go on with it: "the middle schools, North High and South High".
    """
    named = {p for m in chain for p in m.places}
    for group in found:
        gap = text[group.end : chain[0].start]
        if (
            group.end <= chain[0].start
            and len(gap) < _LEAD_CHARACTERS
            and not group.wide
            and _LEADS_TO_NAMES.fullmatch(gap)
            and not group.single
            and not (group.places and named and not named & set(group.places))
        ):
            return group
    return None


def check_heading(piece: Piece, heading: Group, found: list[Found]) -> list[Found]:
    """A number or an "all" in the heading must agree with the names behind it."""
    named = {p for f in found for p in f.places}
    wanted = heading.count or (len(heading.places) if not heading.loose and heading.places else None)
    if wanted is None or wanted == len(named) or not found or any(not f.places for f in found):
        return []
    role = max(found[0].role, Role.USED)
    why = f"{len(named)} are named behind it"
    return [found_at(piece, heading.start, heading.end, heading.words, role, why=why, how="group")]


# "CivicSim for the 8th grade teams, all three middle schools"
_FOR_THEM = re.compile(r"\bfor[ ](?:[\w'&/-]+[ ]){1,8}?[\w'&/-]+,[ ]$", re.IGNORECASE)
# "Every building in the district's on it", "is going districtwide"
_ON_IT = re.compile(
    r"(?:[ ](?:in|of|across)[ ](?:the|your)[ ](?:school[ ])?district)?(?:'s|'re|[ ](?:is|are|"
    r"will[ ]be))[ ](?:on[ ](?:it|this|there)|"
    r"included|covered|in)\b",
    re.IGNORECASE,
)
# "All three high schools are on it again"
_ON_THE_ORDER = re.compile(
    r"[ ](?:is|are|will[ ]be)[ ](?:all[ ]|both[ ]|again[ ])?on[ ](?:it|(?:this|the|our)[ ](?:\w+[ ])?"
    r"(?:order(?:[ ]form)?|quote|quotation|renewal|proposal|list))(?=[ ]again\b|[ ]this[ ]year\b|[ ]?[.,;:!)]|$)"
    # "Both River schools are in", "are on board"
    r"|[ ](?:is|are)[ ](?:all[ ]|both[ ]|definitely[ ])?(?:in|on[ ]board|signed[ ]up)(?=[ ]?[.,;:!)]|$|"
    r"[ ](?:for|with)[ ])",
    re.IGNORECASE,
)
# "would go in everywhere: every school, every office"
_GOES = re.compile(
    r"\b(?:going|goes|go|given|administered|used|for[ ]use|rolled[ ]out|deployed|implemented|live|installed)"
    r"(?:(?:[ ](?:in|into|up|to|out))?[ ]everywhere(?:[ ]?[:,(-]{1,2}|,?[ ](?:in|at|that[ ]is|meaning),?)?|"
    r"[ ](?:in|into|to|out[ ]to))?[ ]$",
    re.I,
)
_WORD_FOR_ALL = re.compile(r"(?:district|system)[- ]?wide$", re.IGNORECASE)


# "READER works in all schools": what the product is good for, not where it will be used
_IS_GOOD_FOR = re.compile(
    r"(?<!will )(?<!'ll )(?<!would )(?<!can )\b(?:works|is[ ](?:well[ ])?(?:designed|built|made|suit(?:ed|able)|"
    r"ideal|perfect|great|fit)|suits|fits|(?:ideal|perfect|suitable|great)(?=[ ]for)|designed|built|made)"
    r"(?:[ ](?:very[ ])?(?:well|best|great|fine|equally(?:[ ]well)?))?[ ](?:(?:in|at|for|with|across)[ ])?$",
    re.IGNORECASE,
)


# "grades 6-8 district wide": not in the schools of other grades
_SOME_GRADES = re.compile(
    r"\b(?:grades?[ ]\d{1,2}(?:[ ]?(?:-|to|through)[ ]?\d{1,2})?|(?:grades?[ ])?p?k[ ]?-[ ]?[1-5])[ ,]{1,2}$", re.I
)


def _of_its_people(text: str, department: Mention, group: Group) -> bool:
    """Whether a group only tells where a department works."""
    return department.end <= group.start and (
        context.serves(text[department.end : group.start]) or context.its_people_in(text[department.start : group.end])
    )


def _one_of_those(text: str, named: Mention, group: Group, index: Index) -> bool:
    """Such as the levels in "both Lincoln schools, i.e. the middle and the elementary school": they add no other."""
    if not group.single or not named.plural or named.end > group.start:
        return False
    of_level = [p for p in named.places if group.level in index.entries[p].all_levels]
    return len(of_level) == 1 and context.told_again(text[named.end : group.start])


def group_found(
    piece: Piece,
    group: Group,
    run: tuple[int, int],
    region: Region | None,
    index: Index,
    known: list[Mention],
    *,
    alone: bool,
    names: Names,
) -> list[Found]:
    """A group, and whether it counts. `run` is the enumeration that it belongs to."""
    text = piece.text
    before, after = text[max(0, run[0] - 200) : run[0]], text[run[1] : run[1] + 160]
    inside, faint = in_answer(region, group.start), False
    if not inside and not group.wide and no_group_of_ours(before, after, names.district_words):
        return []
    if not inside and (elsewhere(before, after, names.district) or (group.wide and all_only_imagined(before, after))):
        return []
    if not inside and gets_a_price(after):
        return []
    role = places_role.role(before, after, text, alone=alone)
    if inside and not (role == Role.DENIED and denied_directly(before)):
        role = Role.ANSWER
    if role == Role.NAMED and not group.bare and not group.loose and _FOR_THEM.search(before):
        role = Role.USED
    if role == Role.NAMED and group.wide and (_ON_IT.match(after) or _GOES.search(before)):
        role = Role.USED
    if role == Role.NAMED and _ON_THE_ORDER.match(after):
        role = Role.USED
    if role == Role.NAMED and group.wide and _WORD_FOR_ALL.match(group.words):
        bracketed = before.rstrip().endswith("(") and after.startswith(")")
        if bracketed or not before.strip(" *•>-"):
            role = Role.USED  # "District-wide, every front office.", "all high schools and centers (district-wide)"
    if role != Role.ANSWER:
        if group.wide and _IS_GOOD_FOR.search(before):
            return []
        if group.bare or (group.wide and context.talk_of_price(before, after)):
            return []
        if group.wide and group.loose and role == Role.USED:
            role = Role.NAMED
        if role == Role.CONTACT:
            return []
        done_for_all = group.wide and role == Role.USED and context.what_it_does(before)
        role = Role.NAMED if done_for_all else role
        faint = role == Role.NAMED and not speaks_of_use(text) and not done_for_all
        if faint and not context.is_note(text):
            return []
    if any(_one_of_those(text, m, group, index) for m in known):
        return []
    if group.wide and any(_of_its_people(text, m, group) for m in known if m.department):
        return []
    distinct = {p for m in known for p in m.places}
    if group.why and group.count and group.count == len(distinct) and not group.level:
        return []  # "all three schools", after three names
    why = group.why
    if group.wide and inside and _SOME_GRADES.search(before):
        group, why = replace(group, wide=False), "does not say which schools have these grades"
    candidates = index.of_level(group.level) if group.level and not group.partial else ()
    found = found_at(
        piece,
        group.start,
        group.end,
        group.words,
        role,
        places=group.places,
        candidates=candidates,
        why=why,
        how="group",
    )
    bare = group.loose and not (group.single or group.wide or inside) and group.count is None
    narrowing = 1 if only_asks(after) else 2  # who asked need not be who uses
    return [
        replace(
            found,
            wide=group.wide,
            group=True,
            excepted=role == Role.DENIED and excepts(before),
            narrowed_by=narrowing if bare else 0,
            singular_group=group.single and bool(group.why),
            faint=faint,
        )
    ]


def unknown_found(
    piece: Piece, m: Mention, region: Region | None, names: Names, kept: list[list[Mention]], index: Index
) -> list[Found]:
    """A school or department that is not on the list, where the words say that it will use the software."""
    text = piece.text
    after = text[m.end : m.end + 160]
    begun = m.start if _OWN_CLAUSE.match(after) else _start_of_list(text, m, kept)
    before = text[max(0, begun - 200) : begun]
    schools_beside = any(index.entries[p].department is False for chain in kept for x in chain for p in x.places)
    if in_answer(region, m.start):
        if m.department and schools_beside and teaches(m.words):
            return []  # "South High School, Theater Department"
        return [found_at(piece, m.start, m.end, m.words, Role.ANSWER, why="not on the school list", how="unknown name")]
    rests = (after, _AND_OTHERS.sub(" ", after))  # "Lincoln Elementary and Ross Middle over in Tri-Creeks"
    if any(foreign(before, a, strong=True, district_words=names.district_words) for a in rests):
        return []
    if context.OURS.search(before) or _beside_another_district(before, names):
        return []
    role = places_role.role(before, after, text, alone=not context.letters(text[: m.start] + text[m.end :]))
    if m.department and (schools_beside or role != Role.USED):
        return []  # a school's own math department
    if not m.department and role < Role.USED and asked(before, after):
        one = found_at(piece, m.start, m.end, m.words, Role.CONTACT, why="not on the school list", how="unknown name")
        return [replace(one, asked=True)]
    if role < Role.NAMED or (re.search(r"(?:academy|campus|school)s?$", m.words, re.I) and role != Role.USED):
        return []
    return [found_at(piece, m.start, m.end, m.words, role, why="not on the school list", how="unknown name")]


_AND_OTHERS = re.compile(r"^(?:(?:,|,?[ ](?:and|&))[ ][A-Z][\w.'-]*(?:[ ][A-Z][\w.'-]*){0,3}){1,3}[ ]")
_OWN_CLAUSE = re.compile(r",?[ ](?:has|have|had|is|was|uses?|used|loves?|already|where|whose|which|in[ ][A-Z])\b")


def _beside_another_district(before: str, names: Names) -> bool:
    """Such as "Unity Point CCSD and": a place in one breath with another district is none of this one's."""
    other = another_district(before, names.district)
    return other is not None and _IN_ONE_BREATH.fullmatch(before, other.end()) is not None


_IN_ONE_BREATH = re.compile(r"(?:,|,?[ ](?:and|&|or))[ ](?:the[ ])?", re.IGNORECASE)


def _start_of_list(text: str, m: Mention, kept: list[list[Mention]]) -> int:
    """Where the enumeration begins that an unknown name goes on: "at | Lincoln Elementary and Riverside Elementary"."""
    span = (m.start, m.end)
    return next((c[0].start for c in kept if c[-1].end < m.start and enumerates(text, c[-1].end, span)), m.start)


def rest_of_answer(
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
        one = found_at(piece, region.start, region.end, answer.strip(), Role.ANSWER, how="group")
        return [replace(one, wide=True, group=True)]
    spans = [(m.start, m.end) for chain in kept for m in chain]
    spans += [(g.start, g.end) for g in found_groups] + [(m.start, m.end) for m in unknown]
    rest = leftover(piece.text, region, spans)
    return [
        found_at(piece, s, e, piece.text[s:e], Role.ANSWER, why="not on the school list", how="unknown name")
        for s, e in rest
    ]
