"""Groups that their own members narrow: "the middle schools asked for it; the quote is for Cedar and Lake".

Only a group without "all", "both" or a number is narrowed (`Found.narrowed_by`).
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_found import Found
from soppa_mailbot.finding.locations.places_role import Role
from soppa_mailbot.finding.locations.places_words import ALL_OF_THEM, number

# "the elementary schools, starting with Cedar": names some of a group, and leaves it whole
_INCLUDING = re.compile(
    r"\b(?:includ(?:ing|es?)|incl\.?|(?:start(?:ing|s)?|begin(?:ning|s)?|piloted|launch(?:ing)?)[ ](?:\w+[ ])?"
    r"(?:with|at|in)|such[ ]as|e\.?g\.?,?|for[ ](?:example|instance),?|especially|particularly|in[ ]particular|"
    r"led[ ]by|first|among[ ]them|like)[ ][^.;:\n]{0,60}$",
    re.IGNORECASE,
)
# "the quote is for Cedar and Lake": said of the members themselves
_SAID_OF_THEM = re.compile(
    r"(?:\b(?:for|by|in|are|be|only|just|namely)[ ]|'(?:re|s)[ ]|[(:-][ ]?)(?:the[ ])?"
    r"(?:[A-Z][\w.'&]*[ ,]{1,2}|(?:and|&|,)[ ]?){0,12}$"
)
_ALL_OF_THEM = re.compile(ALL_OF_THEM, re.IGNORECASE)
_NAMELY = re.compile(
    r"(?:[^.;!?\n]|(?<=\bMr)[.]|(?<=\bMrs)[.]|(?<=\bMs)[.]|(?<=\bDr)[.]){0,80}?(?:[ ,(:–—-](?:i\.[ ]?e\.|that[ ]is,|"
    r"namely|viz\.)|[,(:–—-][ ]?(?:that[ ]is|those[ ]are|they[ ]are|meaning)(?=[ ](?:the[ ])?(?-i:[A-Z])))[,: ]{1,3}",
    re.IGNORECASE,
)
_AT_ONCE = 12  # characters from there to the first name
_BACK = 90  # characters before a name that are looked at


def narrowed(found: list[Found], text: str) -> list[Found]:
    """What was found in `text`, without the groups of which only some members are meant."""
    found = _spelt_out(_counted_out(found, text), text)
    if not any(f.narrowed_by for f in found):
        return found
    named = [f for f in found if f.role >= Role.NAMED and not f.group and not f.excepted]
    named = [f for f in named if not _INCLUDING.search(text, max(0, f.start - _BACK), f.start)]
    told = [f for f in named if _SAID_OF_THEM.search(text, max(0, f.start - _BACK), f.start)]
    gone = [f for f in found if f.narrowed_by and _some_of(f, told if f.narrowed_by > 1 else named)]
    grouped = {p for f in gone for p in f.places}
    kept = [f for f in found if f not in gone]
    return [f.raised(Role.USED) if f.role == Role.NAMED and grouped & set(f.places) else f for f in kept]


def _counted_out(found: list[Found], text: str) -> list[Found]:
    """Without a group of which all that are meant are named behind it: "all elementaries. All three: A, B and C"."""
    out = list(found)
    for match in _ALL_OF_THEM.finditer(text):
        count = number(match["n"].casefold())
        behind = [f for f in found if match.end() <= f.start and not f.group and f.places][: count or 0]
        members = {p for f in behind for p in f.places}
        if not count or len(members) != count or behind[-1].start - match.end() > _BACK * 2:
            continue
        groups = [f for f in out if f.group and not f.wide and f.start < match.start() and members < set(f.places)]
        out = [f.raised(Role.USED) if f in behind and f.role == Role.NAMED else f for f in out if f not in groups[-1:]]
    return out


def _spelt_out(found: list[Found], text: str) -> list[Found]:
    """Without a group that is said to be the places behind it: "all schools that had the trial, i.e. A, B and C"."""
    out = list(found)
    for group in [f for f in found if f.group or f.wide]:
        said = _NAMELY.search(text, group.start, group.start + _BACK)
        members = [f for f in found if said and said.end() - 1 <= f.start <= said.end() + _BACK and not f.group]
        members = [f for f in members if f.places and not f.wide and f.role >= Role.NAMED]
        if said is None or not members or members[0].start - said.end() > _AT_ONCE:
            continue
        out = [f.raised(Role.USED) if f in members and f.role == Role.NAMED else f for f in out if f != group]
    return out


def _some_of(group: Found, named: list[Found]) -> bool:
    members = {p for f in named for p in f.places} & set(group.places)
    return group.narrowed_by <= len(members) < len(group.places)
