"""Schools of which the own names end alike: "both River schools", of North River and South River Elementary School."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_core import core_of
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_words import NUMBER_WORDS, level_at, number, tokens

_NUMBER = r"(?:\d{1,2}|" + "|".join(w for w in NUMBER_WORDS if w != "zero") + r")"
_BEFORE = (
    rf"(?<![\w-])(?:(?P<all>both|all|each)(?:[ ]of)?[ ](?:(?:the|our|your)[ ])?|(?:the|our|your)[ ])"
    rf"(?:(?P<n>{_NUMBER})[ ])?(?P<name>(?-i:[A-Z])[\w'.-]+)"
)
_NOUN = (
    r"[ ](?:(?P<level>elementary|middle|high)[ ])?(?:schools|buildings|campuses)(?![\w-])"
    r"|[ ](?P<levels>elementaries|middles)(?![\w-])"
)
# "(North and South)", "(North only)"
_WORD = r"(?-i:[A-Z])[\w'-]*"
_WHICH = rf"[ ]?\((?:the[ ])?{_WORD}(?:(?:,[ ]|,?[ ](?:and|&)[ ]|[ ]?[&+/][ ]?){_WORD}){{0,5}}(?:[ ]only)?\)"
_SCHOOLS = re.compile(rf"{_BEFORE}(?:{_NOUN})(?P<which>{_WHICH})?", re.IGNORECASE)
_PLURAL = re.compile(rf"{_BEFORE}(?<=s)(?P<which>{_WHICH})?(?![\w'-]|[ ](?-i:[A-Z]))", re.IGNORECASE)  # "both Rivers"


# "at the River elementary school": which of them is not said
_ONE = re.compile(
    r"(?<![\w-])(?:the|your)[ ](?P<name>(?-i:[A-Z])[\w'.-]+)[ ]"
    r"(?:(?P<level>elementary|middle|high|primary|intermediate)(?:[ ](?:school|building|campus))?|"
    r"school|building|campus)"
    r"(?![\w-]|[ ](?:district|board|of|year|days?|schools)\b)"
    r"(?![ ](?-i:[A-Z]))",
    re.IGNORECASE,
)


def one_of_last_words(text: str, index: Index) -> Iterator[tuple[int, int, tuple[int, ...], str]]:
    """(start, end, places, why) of words for one school, of which the list has several that end so."""
    shared = _shared(index)
    for match in _ONE.finditer(text) if shared else ():
        level = level_at([match["level"].casefold()], 0) if match["level"] else None
        members = [place for _, place in shared.get(match["name"].casefold(), ())]
        members = [m for m in members if not level or level[0] in index.entries[m].all_levels]
        if members:
            why = "could be " + " or ".join(index.entries[m].school.name for m in members[:4])
            yield (*match.span(), (tuple(members) if len(members) == 1 else ()), why if len(members) > 1 else "")


def of_last_words(text: str, index: Index) -> Iterator[tuple[int, int, tuple[int, ...], int | None]]:
    """(start, end, places, number said) of words for schools whose names share their last word.

    Of those that a bracket names, only they.
    """
    shared = _shared(index)
    for match in _SCHOOLS.finditer(text) if shared else ():
        said = match["level"] or match["levels"] or ""
        level = level_at([said.casefold().replace("middles", "middle")], 0) if said else None
        if members := shared.get(match["name"].casefold()):
            yield from _one(match, [m for m in members if not level or level[0] in index.entries[m[1]].all_levels])
    for match in _PLURAL.finditer(text) if shared else ():
        if (match["all"] or match["n"]) and (members := shared.get(match["name"][:-1].casefold())):
            yield from _one(match, members)


def _one(
    match: re.Match[str], members: list[tuple[str, int]]
) -> Iterator[tuple[int, int, tuple[int, ...], int | None]]:
    count = number(match["n"].casefold()) if match["n"] else 2 if (match["all"] or "").casefold() == "both" else None
    inside = {t.norm for t in tokens(match["which"] or "")} - {"the", "and", "only"}
    known = inside <= {word for word, _ in members}
    places = tuple(place for word, place in members if not (inside and known) or word in inside)
    if len(members) > 1:
        yield match.start(), match.end() if known else match.start("which"), places, count


@lru_cache(maxsize=16)
def _shared(index: Index) -> dict[str, list[tuple[str, int]]]:
    """For each last word of several schools' names of two words: the first words, and whose they are.

    None where a school is called so by itself, or by more words.
    """
    out: dict[str, list[tuple[str, int]]] = {}
    others: set[str] = set()
    for entry in index.entries:
        for n, name in enumerate((entry.school.name, *entry.school.aliases)):
            core = core_of([t.norm for t in tokens(name)]) if not entry.department else []
            if n == 0 and len(core) == _OF_TWO:
                out.setdefault(core[1], []).append((core[0], entry.position))
            elif core and (len(core) != _OF_TWO or n == 0):
                others.add(core[-1])
    return {last: members for last, members in out.items() if len(members) > 1 and last not in others}


_OF_TWO = 2
