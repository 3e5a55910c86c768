"""Which names of an enumeration count as names of schools: those that say so, or of which the words around say so."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.bare_answers import says_yes
from soppa_mailbot.finding.locations import places_asked
from soppa_mailbot.finding.locations import places_context as context
from soppa_mailbot.finding.locations.places_denied import backed_out, left_out_of_all
from soppa_mailbot.finding.locations.places_found import in_answer
from soppa_mailbot.finding.locations.places_labels import Region
from soppa_mailbot.finding.locations.places_mention import Mention
from soppa_mailbot.finding.locations.places_names import Names
from soppa_mailbot.finding.locations.places_papers import ENDS_HERE, in_brackets, must_be_a_school
from soppa_mailbot.finding.locations.places_persons import asked_from_a_building, listed_below, of_a_person
from soppa_mailbot.finding.locations.places_put import put_there
from soppa_mailbot.finding.locations.places_runs import only_deadline_beside
from soppa_mailbot.finding.locations.places_seats_told import has_share
from soppa_mailbot.finding.locations.places_used import (
    is_chosen,
    listed_as,
    okays,
    speaks_of_use,
    subject_of_use,
    used_directly,
    without_its_room,
)

_CHAFF = re.compile(
    r"\b(?:seats?|students?|licen[cs]es?|users?|staff|teachers?|grades?|graders?|gr|only|for|now|and|the|"
    r"pilots?|k|th|st|nd|rd|each|all|both|also|plus|classrooms?|school|schools|"
    r"teacher|student|please|thanks|thank|you|it's|its|is|it)\b|[^A-Za-z]",
    re.IGNORECASE,
)

_NOUN_BEHIND = re.compile(
    r"[ ](?!(?:schools?|elem\w*|middle|high|building|campus|site|and|or|by|at|in|on|for|to|will|would|is|are|has|have|"
    r"wants?|needs?|with|from|only|this|next|starting|staff|teachers?|students?|classes|library|office|"
    r"team)\b)[a-z]{3,}"
)
_DIRECTIONS = frozenset({"north", "south", "east", "west", "central"})


def accepted_names(
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
        lower = text.lower() == text and ("  " not in text or _typed_small(text, before, after))  # no name was blanked
        lower = lower and not (before.endswith(" the ") and _NOUN_BEHIND.match(after))  # "for the discovery call"
        alone = stand_alone(text, chain, run)
        direct = used_directly(before) or put_there(before)
        near = context.generic_near(before, after) or of_a_person(before) or alone
        near = near or in_brackets(before, after) or okays(after) or context.counted_out(before)
        near = (
            near
            or listed_as(before, after)
            or listed_below(before)
            or backed_out(after)
            or left_out_of_all(text[:start], after)
            or subject_of_use(after)
            or context.named_instead(before)
            or _with_their_persons(text, schools)
            or context.only_these(before, after)
            or has_share(before, text[schools[0].end :])
            or is_chosen(after)
        )
        if re.search(r"\bin[ ]$", before) and not near and not speaks_of_use(text):
            direct = False  # "our sister company in Oak Ridge" is in a town
        plain_names = len(schools) > 1 or any(" " in m.words or len(m.core) > 5 for m in schools)
        capital = all(m.capital for m in schools) or (alone and plain_names)
        capital = capital or (direct and (lower or all(m.capital or " " in m.words for m in schools)))
        spelt = [m for m in schools if not m.guessed]  # among several that are right a slip is one
        doubted = len(spelt) < _SURE and any(_may_be_another_word(m) for m in schools)
        safe = capital and (direct or near or loosely) and not doubted
        if doubted and capital and direct:
            return [m if m.department or not _may_be_another_word(m) else replace(m, places=()) for m in chain]
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
            m, before, after, beside_group=beside_group and not text[: m.start].endswith((" the ", " The "))
        ):
            out.append(m)
    return out


_OWNS = re.compile(r"['’]s(?=[ ]\()")
_LEADS = re.compile(r"(?:.*(?::|\bfor))?[\s*•-]*", re.IGNORECASE)
_ITS_PERSON = re.compile(r"[ ]\((?:with[ ])?(?:Mrs?|Ms|Miss|Dr|Coach|Principal)\b\.?[ ][A-Z][^()]{1,40}\)")


def _with_their_persons(text: str, schools: list[Mention]) -> bool:
    """Such as "Lincoln's (Coach Ruiz), Oak Ridge's (Ms. Pell)": clubs or classes of schools, with who leads each."""
    owned = [m for m in schools if m.words.endswith(("'s", "’s"))]
    lone = owned == schools and all(_ITS_PERSON.match(text, m.end) for m in schools)
    begins = _LEADS.fullmatch(text, 0, schools[0].start) is not None
    said = speaks_of_use(text) or context.is_note(_OWNS.sub(" ", text))
    return begins and lone and len(schools) > 1 and said


def _may_be_another_word(m: Mention) -> bool:
    """Whether a short name has a slip in it: at "used at Garret" a person looks whether it is Garrett."""
    return m.guessed and len(m.core) < _LONG and not _is_a_saint(m)


_SURE = 2  # names that are spelt right
_LONG = 8  # letters of a name in which a slip makes no other name
_SAINT = re.compile(r"(?:St\.?|Saint|Ste\.?)[ ][A-Z]")


def _is_a_saint(m: Mention) -> bool:
    """Whether a short name says that it is one, so that a slip in it is no other word: "at St. Claire"."""
    return bool(_SAINT.match(m.words))


_PAPERED = re.compile(r"\b(?:seats?|licen[cs]es?|quote|pdf|attached|sign-?off|approval|students|kids)\b")
_FOR_OR_AT = re.compile(r"\b(?:for|at)[ ]$")


def _typed_small(text: str, before: str, after: str) -> bool:
    """Such as "(the product) for lincoln, 20 seats, pdf attached": a mail from a phone, whose product was blanked."""
    ends = ENDS_HERE.match(after) is not None
    return ends and _FOR_OR_AT.search(before) is not None and _PAPERED.search(text) is not None


def _short_name(m: Mention, before: str, after: str, *, beside_group: bool) -> bool:
    """Whether a direction is a school's name: "at East", "both middle schools plus East"."""
    listed = beside_group and ENDS_HERE.match(after) is not None
    said = listed or must_be_a_school(before, after) or in_brackets(before, after)
    return m.core in _DIRECTIONS and m.capital and len(m.places) == 1 and said


def _other_school(m: Mention, schools: list[Mention]) -> bool:
    return any(o is not m and o.places for o in schools)


def stand_alone(text: str, chain: list[Mention], run: tuple[int, int]) -> bool:
    """Whether an enumeration is all that its piece says, beside counts, a deadline or a yes."""
    before, after = text[: run[0]], text[run[1] :]
    if only_deadline_beside(before, after) or says_yes(before, after):
        return True
    rest = text[: run[0]] + " " + text[run[1] :]
    for a, b in pairwise(chain):
        rest += " " + text[a.end : b.start]
    return len(_CHAFF.sub("", rest)) < 3
