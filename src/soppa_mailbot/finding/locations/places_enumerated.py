"""What an enumeration of names gives: each of them as found, with why it stands there."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.sentences import Piece
from soppa_mailbot.finding.locations import places_asked, places_role
from soppa_mailbot.finding.locations import places_context as context
from soppa_mailbot.finding.locations import places_offices as offices
from soppa_mailbot.finding.locations import places_passing as passing
from soppa_mailbot.finding.locations.places_accepted import stand_alone
from soppa_mailbot.finding.locations.places_denied import backed_out, denied_directly, excepts, has_no_part
from soppa_mailbot.finding.locations.places_doubted import why_open
from soppa_mailbot.finding.locations.places_found import EITHER, Found, found_at, in_answer
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_labels import Region
from soppa_mailbot.finding.locations.places_mention import Mention
from soppa_mailbot.finding.locations.places_names import Names
from soppa_mailbot.finding.locations.places_neighbours import initials_beside, neighbours
from soppa_mailbot.finding.locations.places_role import Role
from soppa_mailbot.finding.locations.places_seats_told import has_none
from soppa_mailbot.finding.locations.places_tabled import HAS_IT
from soppa_mailbot.finding.locations.places_used import alone_of_all, without_its_room

# "the middle schools, Lincoln excepted"
EXCEPTED_BEHIND = re.compile(
    r"[ ,]{0,2}(?:(?:is|are|being)[ ])?(?:excepted|exempted|excluded|left[ ]out|not[ ]included)\b", re.I
)

# a row of a table: "South Campus | 140 | already licensed through June 2027, nothing to do"
_LEFT_OUT = re.compile(
    rf"\b(?:{HAS_IT}|"
    r"nothing[ ]to[ ]do|decided[ ](?:against|not)|declined|opted[ ]out|(?:is|are)?[ ]?not[ ](?:included|participating|"
    r"ordering|part[ ]of|in[ ](?:this|the)[ ]order|this[ ](?:year|order|time))|dropped(?:[ ]out)?|withdr[ae]wn?|"
    r"cancell?ed|no[ ]longer|(?:next|another)[ ]year(?!'s)|undecided)\b",
    re.IGNORECASE,
)


_AND = re.compile(r"\b(?:and|or)\b|&", re.IGNORECASE)


_SCHOOLS = re.compile(
    r"\b(?:schools?|buildings?|campus(?:es)?|elementar(?:y|ies)|junior[ ]highs?|highs)\b", re.IGNORECASE
)


def _behind_schools(text: str, chain: list[Mention], run: tuple[int, int]) -> bool:
    """Whether a group of schools leads its run: "at both middle schools and for the Curriculum Office"."""
    schools = _SCHOOLS.search(text, run[0], max(run[0], chain[0].start))
    # "copies go to the high schools and HR"
    return schools is not None and not offices.has_other_part(text[max(0, run[0] - 200) : run[0]], "")


def _is_left_out(text: str, region: Region) -> bool:
    """Whether the other cells of a table's row say that its place has no part in what is asked for."""
    return "\t" in text and _LEFT_OUT.search(text[region.end :]) is not None


def chain_found(
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
    """What an enumeration gives, by the words around it and by those beside each of its names."""
    text = piece.text
    start, end = run
    before, after = text[max(0, start - 200) : start], text[end : end + 160]
    after = without_its_room(re.sub(r"^\.(?=[ ][a-z])", "", after))  # "Transp. Dept. will use it"
    inside = in_answer(region, chain[0].start)
    alone = stand_alone(text, chain, run)
    role = places_role.role(before, after, text, alone=alone)
    if not inside:
        role = _in_passing(before, text[end : end + 160], role, names)
    behind = EXCEPTED_BEHIND.match(after) is not None
    role = Role.DENIED if behind else role
    excepted = role == Role.DENIED and (behind or excepts(before) or has_no_part(before, after))
    gone = inside and role == Role.DENIED and backed_out(text[end:])
    # "Lincoln, Oak Ridge (Stillwater backed out)"
    last_gone = gone and len(chain) > 1 and not _AND.search(text, chain[-2].end, chain[-1].start)
    if inside and (last_gone or not (role == Role.DENIED and (behind or gone or denied_directly(before)))):
        left_out = (region and _is_left_out(text, region)) or passing.asked_about(text[end:])
        role = Role.DENIED if left_out else Role.ANSWER
    open_yet = why_open(text[region.start : start], text[end : end + 160]) if region and inside else ""
    either = any(re.search(r"\bor\b", text[a.end : b.start]) for a, b in pairwise(chain))
    out = neighbours(piece, chain, role)
    # "at Elm School and the Curriculum Office"
    with_school = role >= Role.USED and (any(not m.department for m in chain) or _behind_schools(text, chain, run))
    for m in chain:
        denied = (last_gone and m is chain[-1]) or has_none(text[: m.start], text[m.end :])
        own = Role.DENIED if denied else role
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
    return out + initials_beside(piece, chain, role, index)


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
