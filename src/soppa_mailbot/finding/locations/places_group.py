"""A group of places as its words name it, and answers that mean the whole District by themselves."""

from __future__ import annotations

from dataclasses import dataclass

from soppa_mailbot import lazy_re as re


@dataclass(frozen=True, slots=True)
class Group:
    """Words that stand for several places. `places` is empty where the list cannot resolve them, and `why` says so."""

    start: int
    end: int
    words: str
    places: tuple[int, ...]
    wide: bool = False  # all schools
    why: str = ""
    count: int | None = None  # the number that stands in the words
    level: str = ""
    single: bool = False  # "the high school"
    loose: bool = False  # no "all" or "both": may be the heading of a list of names, or mere talk
    partial: bool = False  # "some of the"
    by_grades: bool = False  # "the K-2 school in Ashby": with the town's name, which is no school's here
    unlisted: bool = False  # "the two buildings on the north side", which may hold a school's "North"
    numbered: bool = False  # "Campuses 1 through 4": each of them is called by its number
    bare: bool = False  # "middle schools", with no article: a label's answer or a heading, else mere talk


def whole_district(words: str) -> bool:
    """Whether an answer to "which schools" means all of them by itself: "All", "Everyone", "all buildings"."""
    return bool(
        re.fullmatch(
            r"\W*(?:all|everyone|every(?:one|body)?[ ]?(?:school|building)?|all[ ](?:of[ ]them|users|staff|"
            r"students|grades|schools(?:[ ]and[ ]departments)?)|"
            r"(?:the[ ])?(?:entire|whole)(?:[ ]district)?|(?:the[ ]|our[ ]|your[ ])?(?:entire|whole)[ ](?:p?k-?12[ ])?"
            r"(?:student[ ](?:body|population)|enrollment)|district[- ]?(?:wide|level)?[ ]*(?:use|license|"
            r"access)?|all[ ]k-?12(?:[ ]\w+)?)\W*",
            words,
            re.I,
        )
        and not re.fullmatch(r"\W*district(?:[- ]level)?\W*", words, re.I)
    )
