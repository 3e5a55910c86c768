"""The core of a school's name: what tells it from others when kinds, levels and numbers are gone."""

from __future__ import annotations

from soppa_mailbot.finding.locations.places_words import GIVEN_NAMES, LEVELS, NEUTRAL, PROGRAM, TYPES, tokens, words_of


def begins_with_a_given_name(core: list[str]) -> bool:
    """Whether a person's surname stands further on: "Thomas Jefferson", "J. Baker", "Ella J. Baker"."""
    if len(core) < 2:
        return False
    has_initial = len(core) > 2 and _is_initial(core[1]) and len(core[2]) > 1 and core[2].isalpha()  # no "Oak K-2"
    return core[0] in GIVEN_NAMES or _is_initial(core[0]) or has_initial


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


def run_together(name: str) -> str:
    """The words of a name as the forms of the list are compared: without what parts them."""
    return "".join(t.norm for t in tokens(name))


_ORDINALS = frozenset(
    (
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
    )
)  # fmt: skip


def is_a_number(core: list[str]) -> bool:
    """Whether nothing but a number tells a name from others: "Ninth Grade Center" are not all ninth graders."""
    if core[0].isdigit() and core[1:] in (["st"], ["nd"], ["rd"], ["th"]):
        return True
    return all(n.isdigit() for n in core) or (len(core) == 1 and core[0] in _ORDINALS)


# "Transition House" says as little as "Transition Center"; "Carriage House" is a name
_HOUSED = words_of("transition learning alternative day")


def core_of(norms: list[str]) -> list[str]:
    """The words of a name that tell it from others: what is left when kinds, levels and program words are gone."""
    core = list(norms)
    while core and (_common(core[-1]) or (core[-1] == "house" and core[-2:-1] and core[-2] in _HOUSED)):
        core.pop()
    while core and (core[0] in NEUTRAL or core[0] in TYPES or core[0] in ("the", "of", "for")):
        if len(core) == len(_STREETS.intersection(core[1:])) + 1:
            break  # "Academy Road Elementary School" is no "Road"
        core.pop(0)
    return core


_STREETS = words_of("road rd street st avenue ave lane ln drive dr way park hill place court square point")


def around_kind(core: list[str]) -> tuple[list[str], list[str]] | None:
    """What stands before and behind a kind of school in the middle of a name; None where none does."""
    kinds = [n for n, word in enumerate(core) if word in LEVELS or word in TYPES or word in NEUTRAL]
    if not kinds or kinds[0] == 0 or kinds[-1] - kinds[0] >= len(kinds):
        return None
    return core[: kinds[0]], core[kinds[-1] + 1 :]


def _common(norm: str) -> bool:
    return (
        norm in LEVELS
        or norm in TYPES
        or norm in NEUTRAL
        or norm in PROGRAM
        or norm in ("jr", "sr", "k", "8", "pre", "grade")
    )
