"""Seats told place by place: "Lincoln has 30 seats, Oak Ridge 12 and Addams none"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_THINGS = (
    r"(?:[ ](?:seats?|licen[cs]es?|accounts?|log-?ins?|students?|users?|class(?:es|rooms?)|rooms?|teachers?|kits?))"
)
_GETS = r"(?:(?:will[ ]|would[ ]|to[ ])?(?:gets?|ha(?:s|ve)|takes?|receives?|needs?|wants?)[ ]|[:=(-][ ]?)"
_NEXT = r"(?:[ ]?[,;]|,?[ ](?:and|&|but)|[ ]?[,;][ ](?:and|but))[ ](?:the[ ])?"
_NAME = r"(?:[A-Z][\w.'-]*[ ]){1,5}"
# "has 30 seats", "has 30 seats, Addams 8 and": what was told before the next name
_SHARE_BEFORE = re.compile(
    rf"[ ]{_GETS}(?:only[ ])?\d{{1,4}}{_THINGS}?(?:{_NEXT}{_NAME}{_GETS}?\d{{1,4}}{_THINGS}?){{0,20}}{_NEXT}$"
)
_SHARE = re.compile(rf"[ ]{_GETS}?\d{{1,4}}{_THINGS}?(?=[ ]?(?:[.,;!)]|$)|[ ](?:and|&|but)[ ])")
# "Oak Ridge 12,": any count that stands right behind words, before or behind the name
_COUNT_BEFORE = re.compile(rf"[A-Za-z.'][ ]?{_GETS}?\d{{1,4}}{_THINGS}?(?:[ ]\([^()]{{1,40}}\))?{_NEXT}$")
_COUNT_BEHIND = re.compile(rf"(?:[ ]\([^()]{{1,60}}\))?{_NEXT}{_NAME}{_GETS}?\d{{1,4}}\b")
_NONE = re.compile(
    rf"(?:[ ]?{_GETS}|[ ])(?P<none>none|nothing|zero|0|no(?={_THINGS}))(?!%|[.]\d){_THINGS}?"
    r"(?=[ ]?(?:[.,;!)(]|$|-[ ])|[ ](?:at[ ]all|yet|this|for[ ]now|and|but|because|since|as)\b)",
    re.IGNORECASE,
)
_LONGEST = 120  # characters of another's share


def has_share(before: str, after: str) -> bool:
    """Whether a number behind a name goes on with seats that were told of the name before it: "and Oak Ridge 12"."""
    return bool(_SHARE_BEFORE.search(before) and _SHARE.match(after))


def has_none(before: str, after: str) -> bool:
    """Whether of a name is said that it gets none, where another's seats are counted: "Oak Ridge 12, Lincoln none"."""
    none = _NONE.match(after)
    return none is not None and bool(_COUNT_BEFORE.search(before[-_LONGEST:]) or _COUNT_BEHIND.match(after, none.end()))
