"""One name of a place in a text, as the modules of this room hand it on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a place. One place: known. Several: ambiguous. None: not on the list."""

    start: int
    end: int
    words: str
    places: tuple[int, ...]
    strong: bool  # says itself that it is a school or a department; a bare "Lincoln" may be a person or a street
    level: str = ""
    plural: bool = False  # "... schools" at its end
    department: bool = False
    guessed: bool = False  # misspelt
    core: str = ""
    capital: bool = True
    acronym: bool = False
    asking: bool = False  # a bare name that is known for a place by what it asked for only
    of_district: bool = False  # the District's own name, which some of its schools bear too
