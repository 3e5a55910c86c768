"""One piece of text read for places: names and groups put into enumerations, each with why it stands there."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding import places_asked, places_role
from soppa_mailbot.finding import places_context as context
from soppa_mailbot.finding import places_offices as offices
from soppa_mailbot.finding import places_passing as passing
from soppa_mailbot.finding.bare_answers import says_yes
from soppa_mailbot.finding.places_denied import denied_directly, excepts
from soppa_mailbot.finding.places_doubted import why_open
from soppa_mailbot.finding.places_foreign import foreign
from soppa_mailbot.finding.places_found import (
    EITHER,
    Found,
    check_heading,
    found_at,
    group_found,
    heading_of,
    in_answer,
    rest_of_answer,
    unknown_found,
)
from soppa_mailbot.finding.places_groups import Group, groups
from soppa_mailbot.finding.places_index import Index
from soppa_mailbot.finding.places_labels import Region
from soppa_mailbot.finding.places_mentions import Mention, mentions
from soppa_mailbot.finding.places_names import Names
from soppa_mailbot.finding.places_papers import in_brackets, must_be_a_school
from soppa_mailbot.finding.places_persons import asked_from_a_building, of_a_person
from soppa_mailbot.finding.places_role import Role
from soppa_mailbot.finding.places_runs import enumerates, only_deadline_beside, runs
from soppa_mailbot.finding.places_unknown import Span, is_common, looks_personal, unknown_places
from soppa_mailbot.finding.places_used import (
    alone_of_all,
    gets_seats,
    okays,
    speaks_of_use,
    subject_of_use,
    used_directly,
    without_its_room,
)
from soppa_mailbot.finding.places_words import level_at
from soppa_mailbot.finding.sentences import Piece, blanked

_CHAFF = re.compile(
    r"\b(?:seats?|students?|licen[cs]es?|users?|staff|teachers?|grades?|graders?|gr|only|for|now|and|the|"
    r"pilots?|k|th|st|nd|rd|each|all|both|classrooms?|school|schools|"
    r"teacher|student|please|thanks|thank|you|it's|its|is|it)\b|[^A-Za-z]",
    re.IGNORECASE,
)


def read_piece(
    piece: Piece, region: Region | None, index: Index, names: Names, *, loosely: bool = False
) -> tuple[list[Found], int]:
    """Everything in a piece that names places of the list, or would; and how many words and groups were weighed.

    `loosely`: names count that stand there for no other reason, though nothing says that the software is used there.
    """
    text = piece.text
    every = mentions(text, index)
    users = _bracketed_users(text, every)
    every = _kinds_said(text, every, index)
    if region and any(m.strong and m.places and not m.department and m.end <= region.start for m in every):
        region = None  # "1) Fox Run High School - Ms. Dale": no label that asks for a school
    known = [m for m in every if _within(m, users) or not _not_a_place(text, m, region, every, names, loosely)]
    kept: list[list[Mention]] = []
    out: list[Found] = []
    group_list = groups(text, index, names.district)
    known = [
        m
        for m in known
        if not any((g.wide or g.by_grades or g.unlisted) and g.start < m.start and m.end <= g.end for g in group_list)
    ]
    known = [m for m in known if not any(g.numbered and g.start <= m.start and m.end <= g.end for g in group_list)]
    known = [m for m in known if not _in_group(m, group_list, names)]
    known = [m for n, m in enumerate(known) if not _heads_its_schools(text, m, known[n + 1 :])]
    known = [m for n, m in enumerate(known) if not _are_their_offices(text, m, known[n + 1 : n + 2])]
    group_list = [g for g in group_list if not any(m.start < g.end and g.start < m.end for m in known)]
    chains = _chains(text, known)
    spans = [(c[0].start, c[-1].end) for c in chains] + [(g.start, g.end) for g in group_list]
    run_of = runs(text, spans)
    headed: set[int] = set()
    for chain in chains:
        excepted = _EXCEPTED_BEHIND.match(text, chain[-1].end) is not None  # "the middle schools, Lincoln excepted"
        heading = None if excepted else heading_of(text, chain, group_list)
        chain = _levels_shared(chain, index, heading)
        run = run_of[chain[0].start]
        chain = _accepted(text, chain, run, region, names, loosely)
        if not chain:
            continue
        kept.append(chain)
        found = _chain_found(
            piece, chain, run, region, index, names, named_users=_within(chain[0], users), loosely=loosely
        )
        out += found
        if heading is not None:
            out += check_heading(piece, heading, found)
            headed.add(heading.start)
    spans = [(m.start, m.end) for chain in chains for m in chain] + [(g.start, g.end) for g in group_list]
    nothing_else = not context.letters(blanked(text, spans))
    for group in group_list:
        if group.start not in headed:
            run = run_of[group.start]
            before, after = text[: run[0]], text[run[1] :]
            alone = nothing_else or only_deadline_beside(before, after) or says_yes(before, after)
            named = [m for chain in kept for m in chain]
            out += group_found(piece, group, run, region, index, named, alone=alone, names=names)
    levels = {
        Span(m.start, m.end): frozenset().union(*(index.entries[n].all_levels for n in m.places))
        for m in (*every, *known)
    }
    unknown = unknown_places(text, [*every, *known], [(g.start, g.end) for g in group_list], levels)
    out += [f for m in unknown for f in unknown_found(piece, m, region, names, kept, index)]
    if region and region.strict:
        out += rest_of_answer(piece, region, out, group_list, unknown, kept)
    return out, len(every) + len(group_list) + len(unknown)


def _heads_its_schools(text: str, mention: Mention, following: list[Mention]) -> bool:
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


def _are_their_offices(text: str, mention: Mention, following: list[Mention]) -> bool:
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


def _bracketed_users(text: str, every: list[Mention]) -> list[tuple[int, int]]:
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


def _within(m: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(start < m.start and m.end < end for start, end in spans)


def _in_group(m: Mention, found: list[Group], names: Names) -> bool:
    """Such as "the three Maple Hollow elementary schools": the district's name is no school's there."""
    plural = m.plural or m.words.casefold().endswith("s")
    inside = any(g.start <= m.start and m.end <= g.end for g in found)
    return not m.places and plural and inside and m.core in names.district_core


def _not_a_place(
    text: str, m: Mention, region: Region | None, every: list[Mention], names: Names, loosely: bool
) -> bool:
    """A street, a company, a person, the vendor itself, another district's school."""
    before, after = text[max(0, m.start - 80) : m.start], text[m.end : m.end + 80]
    if m.department:
        return _not_our_department(m, before, after, inside=in_answer(region, m.start), loosely=loosely)
    listed = any(m.end < o.start <= m.end + 2 for o in every)  # "East High, PA North": no city and its state
    if foreign(before, "" if listed else after, strong=m.strong, district_words=names.district_words):
        return True
    if not m.strong and _IS_AN_EDITION.match(after):
        return True
    if m.strong or in_answer(region, m.start):
        return False
    if context.OURS.search(before) and _NAMES_AN_EDITION.match(after):
        return True
    if m.core in names.vendor_core and m.core not in names.district_core:
        return True
    return looks_personal(text, m, every)


_IS_AN_EDITION = re.compile(r"[ ](?:Edition|Suite|Bundle|Pro|Plus)\b(?![ ](?:[Ss]chool|[Bb]uilding))")
# "our Edison Edition": the operator's product
_NAMES_AN_EDITION = re.compile(
    r"[ ](?:Edition|Suite|Series|Collection|Bundle|Kit|App|Platform|Reader|Plus|Pro|Player|Studio|Library|Program|"
    r"Package|"
    r"Curriculum|Method|System|Tool|Cloud|Pack)\b"
)


def _not_our_department(m: Mention, before: str, after: str, *, inside: bool, loosely: bool) -> bool:
    if m.acronym and not m.strong and offices.names_a_course(after):
        return True  # "Tecumseh (IT pathway)"
    if inside:
        return False
    if context.OURS.search(before):
        return True
    if (
        m.acronym
        and not m.strong
        and not (loosely and offices.of_some_office(before, after))
        and not in_brackets(before, after)
        and not (offices.department_uses(before, "") or re.search(r"\band[ ](?:the[ ]|your[ ])?$", before))
        and not _ACRONYM_USES.match(after)
        and not gets_seats(after)
        and not places_asked.asked(before, after, department=True)
    ):
        return True
    if not m.strong and not m.capital and not (" " in m.words and _is_meant(before, after, loosely=loosely)):
        return True
    return not m.strong and bool(
        re.match(
            r"[ -]+(?:students?|costs?|services|"
            r"needs(?![ ](?:it|this|that|them)(?:[ ]?[.,;!)]|$|[ ](?:in|by|for|to|up|now|before)\b)"
            r"|(?:[ ](?-i:[A-Z])[\w-]+|[ ]{2,})[ ](?:\w+[ ])?(?:approved|by|before|for|to)\b)|"
            r"records?|data|plans?(?![ ](?:the|to|on|its|their|all|every|a)\b)|vehicles|laws?|fees|compliance|"
            r"purposes|software|product|platform|form|rfi|rights|skills|"
            r"requirements?|standards|systems?|infrastructure|questions?|security)\b",
            after,
            re.I,
        )
    )


_THE = re.compile(r"\b(?:the|your|our|their|district's|\w+'s)[ ]$", re.IGNORECASE)


def _is_meant(before: str, after: str, *, loosely: bool) -> bool:
    """Whether two words of a department's name in small letters are its name: "your bus garage will use it"."""
    if offices.definite_use(before) or (_THE.search(before) and subject_of_use(after)):
        return True
    return loosely and bool(_THE.search(before))


# "HR will be using it", "The District's IT and Finance teams are the users": two letters count as a department here
_ACRONYM_USES = re.compile(
    r"(?:[ ](?:folks|people|team|staff))?[ ](?:(?:will|would|is|are|be|only|sole|also|to|the|plans?|on)[ ]){0,5}"
    r"(?:us(?:e|es|ing|ers?)|pilots?)\b"
    r"|(?:[ ](?:at|of|in)[ ]{2,})?[ ]?(?:has[ ]|have[ ]|had[ ])?(?:selected|chosen|picked|chose|ordered|"
    r"bought)[ ](?:our|this|[A-Z])"
    r"|(?:,[ ]?|,?[ ](?:and|&)[ ])(?:the[ ]|your[ ])?[A-Z][\w&]+(?:[ ][A-Z]\w+)?[ ]"
    r"(?:teams?|staff|people|folks|personnel|[Dd]ep(?:artmen)?ts?\.?|[Oo]ffices?)(?!\w)"
    r"(?![ ]\w*[ ]?(?:review|sign|approv|process))"
    r"|(?:,[ ]?|,?[ ](?:and|&)[ ])(?:the[ ]|your[ ])?[A-Z][\w&]+(?:[ ][A-Z]\w+){0,2}[ ]"
    r"(?:(?:will|would|is|are|be|both|all|also|to|the|only|sole)[ ]){0,4}us(?:e|es|ing|ers?)\b",
)


def _chains(text: str, known: list[Mention]) -> list[list[Mention]]:
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


# "Sandburg (the middle school, not the elementary)", "Oak Hill (both buildings)"
_KIND_SAID = re.compile(
    r"[ ]?(?:[(]|,[ ]|-[ ]|only[ ])(?:that[ ]is,?[ ]|i\.e\.,?[ ]|at[ ])?(?:the|our|your)[ ]"
    r"(?P<level>[a-z]+(?:[ ](?:high|school|childhood))?)(?:[ ](?:one|schools?|building|campus))?"
    r"(?=[ ]?[),.;]|[ ]?$|[ ](?:not|only|rather)\b)(?P<rest>[^()]{0,40}\))?",
    re.IGNORECASE,
)
_BOTH_SAID = re.compile(
    r"[ ]?[(](?:(?P<n>both|all[ ](?:three|3)|2|two)(?:[ ](?:of[ ]them|the))?"
    r"(?:[ ](?:schools|buildings|campuses|sites|levels))?)[)]",
    re.IGNORECASE,
)


def _kinds_said(text: str, chain: list[Mention], index: Index) -> list[Mention]:
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


_NOUN_BEHIND = re.compile(
    r"[ ](?!(?:schools?|elem\w*|middle|high|building|campus|site|and|or|by|at|in|on|for|to|will|would|is|are|has|have|"
    r"wants?|needs?|with|from|only|this|next|starting|staff|teachers?|students?|classes|library|office|"
    r"team)\b)[a-z]{3,}"
)
_DIRECTIONS = frozenset({"north", "south", "east", "west", "central"})


def _accepted(
    text: str, chain: list[Mention], run: tuple[int, int], region: Region | None, names: Names, loosely: bool
) -> list[Mention]:
    """Bare names count in an answer, beside a name that says it is a school, or where the words around say so."""
    start, end = run
    beside_group = run != (chain[0].start, chain[-1].end)
    inside = in_answer(region, chain[0].start)
    schools = [m for m in chain if not m.department]
    before, after = text[max(0, start - 120) : start], without_its_room(text[end : end + 80])
    safe = inside or beside_group or any(m.strong and not m.department for m in chain)
    if not safe and schools:
        lower = text.lower() == text and "  " not in text  # where no name was blanked
        lower = lower and not (before.endswith(" the ") and _NOUN_BEHIND.match(after))  # "for the discovery call"
        alone = _alone(text, chain, run)
        direct = used_directly(before)
        near = context.generic_near(before, after) or of_a_person(before) or alone
        near = near or in_brackets(before, after) or okays(after) or context.counted_out(before)
        near = near or subject_of_use(after) or context.named_instead(before) or context.only_these(before, after)
        if re.search(r"\bin[ ]$", before) and not near and not speaks_of_use(text):
            direct = False  # "our sister company in Oak Ridge" is in a town
        plain_names = len(schools) > 1 or any(" " in m.words or len(m.core) > 5 for m in schools)
        capital = all(m.capital for m in schools) or (alone and plain_names)
        capital = capital or (direct and (lower or all(m.capital or " " in m.words for m in schools)))
        safe = capital and (direct or near or loosely) and not any(m.guessed and len(m.core) < 8 for m in schools)
        district = any(m.core in names.district_core for m in schools)
        if not safe and capital and not district and places_asked.asked(before, after):
            return [m if m.department else replace(m, asking=True) for m in chain]
    out = []
    for m in chain:
        if m.department:
            out.append(m)
        elif not m.strong and m.core in names.district_core and not _other_school(m, schools):
            if inside and len(chain) == 1 and region and region.strict:
                out.append(replace(m, places=()))
            elif len(chain) == 1 and m.capital and m.places and asked_from_a_building(before, after):
                out.append(replace(m, of_district=True))
        elif (safe and (inside or m.strong or m.core not in _DIRECTIONS or len(schools) > 1)) or _short_name(
            m, before, after
        ):
            out.append(m)
    return out


def _short_name(m: Mention, before: str, after: str) -> bool:
    return (
        m.core in _DIRECTIONS
        and m.capital
        and len(m.places) == 1
        and (must_be_a_school(before, after) or in_brackets(before, after))
    )


def _other_school(m: Mention, schools: list[Mention]) -> bool:
    return any(o is not m and o.places for o in schools)


def _alone(text: str, chain: list[Mention], run: tuple[int, int]) -> bool:
    before, after = text[: run[0]], text[run[1] :]
    if only_deadline_beside(before, after) or says_yes(before, after):
        return True
    rest = text[: run[0]] + " " + text[run[1] :]
    for a, b in pairwise(chain):
        rest += " " + text[a.end : b.start]
    return len(_CHAFF.sub("", rest)) < 3


# "the middle schools, Lincoln excepted"
_EXCEPTED_BEHIND = re.compile(
    r"[ ,]{0,2}(?:(?:is|are|being)[ ])?(?:excepted|exempted|excluded|left[ ]out|not[ ]included)\b", re.I
)


# a row of a table: "South Campus | 140 | already licensed through June 2027, nothing to do"
_LEFT_OUT = re.compile(
    r"\b(?:already[ ](?:licen[cs]ed|ha[sd]|have|us(?:es|ing)|covered|renewed|owns?|active|in[ ]place)|"
    r"nothing[ ]to[ ]do|decided[ ](?:against|not)|declined|opted[ ]out|(?:is|are)?[ ]?not[ ](?:included|participating|"
    r"ordering|part[ ]of|in[ ](?:this|the)[ ]order|this[ ](?:year|order|time))|dropped(?:[ ]out)?|withdr[ae]wn?|"
    r"cancell?ed|no[ ]longer|(?:next|another)[ ]year|undecided)\b",
    re.IGNORECASE,
)


def _is_left_out(text: str, region: Region) -> bool:
    """Whether the other cells of a table's row say that its place has no part in what is asked for."""
    return "\t" in text and _LEFT_OUT.search(text[region.end :]) is not None


def _chain_found(
    piece: Piece,
    chain: list[Mention],
    run: tuple[int, int],
    region: Region | None,
    index: Index,
    names: Names,
    *,
    named_users: bool,
    loosely: bool,
) -> list[Found]:
    text = piece.text
    start, end = run
    before, after = text[max(0, start - 200) : start], text[end : end + 160]
    after = without_its_room(re.sub(r"^\.(?=[ ][a-z])", "", after))  # "Transp. Dept. will use it"
    inside = in_answer(region, chain[0].start)
    alone = _alone(text, chain, run)
    role = places_role.role(before, after, text, alone=alone)
    if not inside:
        role = _in_passing(before, text[end : end + 160], role, names)
    behind = _EXCEPTED_BEHIND.match(after) is not None
    role = Role.DENIED if behind else role
    excepted = role == Role.DENIED and (behind or excepts(before))
    if inside and not (role == Role.DENIED and (behind or denied_directly(before))):
        left_out = (region and _is_left_out(text, region)) or passing.asked_about(text[end:])
        role = Role.DENIED if left_out else Role.ANSWER
    open_yet = why_open(text[region.start : start], text[end : end + 160]) if region and inside else ""
    either = any(re.search(r"\bor\b", text[a.end : b.start]) for a, b in pairwise(chain))
    out = _neighbours(piece, chain, role)
    # "at Elm School and the Curriculum Office"
    with_school = role >= Role.USED and any(not m.department for m in chain)
    for m in chain:
        own = role
        if m.department and inside and passing.office_work(text[m.end :]):
            continue  # "Human Resources will roster; used at Lincoln"
        asks = not inside and places_asked.asked(before, after, department=m.department)
        if asks and own == Role.FOREIGN:  # "Ms. Ito, who teaches at Lincoln, asked for it"
            own = Role.CONTACT
        # "B. Technology" is a heading; "HR and the Business Office" says two users
        alone_counts = alone and any(o.strong or " " in o.words for o in chain)
        if m.department and " " not in m.words and offices.heads_a_title(after):
            continue
        if m.department and not inside:
            uses = alone_counts or with_school or named_users or offices.department_uses(before, after)
            uses = uses or (loosely and not offices.has_other_part(before, after))
            if (role < Role.NAMED or not uses) and (role < Role.CONTACT or not asks or _buys_for_all(m, index)):
                continue
            # departments are named for many reasons; only use counts
            own = Role.USED if uses and role >= Role.NAMED else Role.CONTACT
        if (
            m.department
            and not m.strong
            and re.match(
                r"[ ](?:teachers?|paras?\w*|case[ ]managers?|aides?|classrooms?|classes)\b", text[m.end :], re.I
            )
        ):
            own = Role.CONTACT
        if m.asking:
            if own < Role.CONTACT:
                continue
            own = Role.FOREIGN
        if m.of_district:  # doubtful, and only where the mail says nothing better
            if own < Role.USED:
                continue
            own = Role.NAMED
        one = _mention_found(piece, m, own, index)
        if open_yet and one.places and role == Role.ANSWER:
            one = replace(one, places=(), candidates=(), why=open_yet)
        if either and one.places:
            one = replace(one, places=(), why=EITHER)
        if one.places and context.one_of_several(before, text[m.end : m.end + 20]):
            one = replace(one, places=(), why="does not say which", role=max(own, Role.USED))
        one = replace(one, only=alone_of_all(before, after))
        out.append(replace(one, excepted=excepted, asked=asks and (m.asking or own >= Role.CONTACT)))
    return out + _initials(piece, chain, role, index)


# "Lincoln + PV"
_SHORT_NEIGHBOUR = re.compile(r"[ ]?(?:[+&/]|,?[ ]and\b)[ ]?(?P<name>[A-Z]{2,4})(?=[ ]*(?:[.,;)]|$))")


def _initials(piece: Piece, chain: list[Mention], role: Role, index: Index) -> list[Found]:
    """Letters enumerated behind a school that may be another's initials: who wrote them meant one more."""
    match = _SHORT_NEIGHBOUR.match(piece.text, chain[-1].end)
    if match is None or role < Role.USED or chain[-1].department:
        return []
    names = [e.school.name for e in index.entries if not e.department]
    alike = [n for n in names if "".join(w[0] for w in n.split()).upper().startswith(match["name"])]
    if not alike:
        return []
    why = "could be " + " or ".join(alike[:4])
    return [found_at(piece, *match.span("name"), match["name"], role, why=why, how="acronym")]


def _in_passing(before: str, after: str, role: Role, names: Names) -> Role:
    """The role, unless the sentence is about something else than use in this purchase."""
    if passing.elsewhere(before, after, names.district):
        return Role.FOREIGN
    if passing.in_doubt(after):
        return min(role, Role.DENIED)
    if passing.in_passing(before, after):
        return min(role, Role.CONTACT)
    return role


def _buys_for_all(m: Mention, index: Index) -> bool:
    return any(places_asked.buys_for_all(index.entries[p].school.name) for p in m.places)


_NEIGHBOUR_BEFORE = re.compile(
    r"(?:^|[ ,])(?P<name>[A-Z][a-z][\w'-]+(?:[ ][A-Z][a-z][\w'-]+)?)(?:,|,?[ ](?:and|&))[ ]$"
)
_NEIGHBOUR_AFTER = re.compile(
    r",?[ ](?:and|&)[ ](?:at[ ]|the[ ])?(?P<name>[A-Z][a-z][\w'-]+(?:[ ][A-Z][a-z][\w'-]+)?)(?=[.,;!)]|$|"
    r"[ ](?:will|would|schools?|elementary|middle|high|for|this|next|only|in)\b)"
)


def _neighbours(piece: Piece, chain: list[Mention], role: Role) -> list[Found]:
    """Such as "used at Lincoln and Riverbend": what is enumerated with a school is one, on the list or not."""
    if role < Role.USED or any(m.department for m in chain):
        return []
    text, start, end = piece.text, chain[0].start, chain[-1].end
    listed = chain[-1].plural or text.startswith(" only", end)  # "Riverbend and Lincoln only"
    left = _NEIGHBOUR_BEFORE.search(text, max(0, start - 60), start) if listed else None
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
                found_at(
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
    elif m.of_district and len(m.places) == 1:
        places, why = (), f"could be {index.entries[m.places[0]].school.name} or the District"
    elif len(m.places) > 1 and m.level != "*" and not (m.plural and not m.level):
        why = "could be " + " or ".join(index.entries[p].school.name for p in m.places[:4])
        places = ()
    how = "acronym" if m.acronym else "misspelt name" if m.guessed else "name"
    return found_at(piece, m.start, m.end, m.words, role, places=places, candidates=candidates, why=why, how=how)
