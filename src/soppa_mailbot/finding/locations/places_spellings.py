"""Other ways in which a name of the list may be written: words cut short or written out, initials."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, product

from soppa_mailbot.finding.locations.places_core import core_of, run_together
from soppa_mailbot.finding.locations.places_entry import Entry
from soppa_mailbot.finding.locations.places_words import GIVEN_NAMES, SAME_WORDS, SHORTENED, tokens
from soppa_mailbot.model import School

_SHORT = 3  # letters of initials that stand before a kind: "BL High"


def before_commas(schools: Iterable[School]) -> Iterator[str]:
    """What stands before a comma in names of the list, run together: "Curriculum, Instruction and Assessment"."""
    for school in schools:
        for name in (school.name, *school.aliases):
            parts = name.split(",")
            yield from (run_together(" ".join(parts[:n])) for n in range(1, len(parts)))


def is_short(word: str) -> bool:
    """Initials: "BL", "WHS"."""
    return word.isalpha() and word.isupper() and len(word) <= _SHORT


def shortened(entry: Entry) -> list[list[str]]:
    """A department's names with words cut short, and without "and": "Spec. Ed.", "Special Ed", "Buildings/Grounds"."""
    out = []
    for name in (entry.school.name, *entry.school.aliases):
        norms = [t.norm for t in tokens(name)]
        if 1 < len(norms) < 6:
            choices = [("and", "") if n == "and" else (n, *SHORTENED.get(n, ())) for n in norms]
            out += [[w for w in words if w] for words in islice(product(*choices), 1, 2 * _MOST_VARIANTS)]
    return out


_MOST_VARIANTS = 12
_BEFORE_HIGH = ("junior", "senior")  # "Jr. High", but a person's "Jr." is no part of a school's kind
COMPASS = {
    "north": "n", "south": "s", "east": "e", "west": "w",
    "northeast": "ne", "northwest": "nw", "southeast": "se", "southwest": "sw",
}  # fmt: skip


def with_compass_letters(entry: Entry) -> Iterator[list[str]]:
    """The cores of a school's names with their direction as a letter: "N. Fork" for North Fork, "Benton W."."""
    for name in (entry.school.name, *entry.school.aliases):
        core = core_of([t.norm for t in tokens(name)])
        if len(core) > 1 and any(word in COMPASS for word in core) and not all(word in COMPASS for word in core):
            yield [COMPASS.get(word, word) for word in core]


def variants_of(norms: list[str]) -> list[list[str]]:
    """The name as it is listed, and with its words shortened or written out: "Ninth Street", "9th St.", "Ninth St."."""
    out = [norms]
    for long, short in SAME_WORDS:
        for name in list(out):
            if long in name and (long not in _BEFORE_HIGH or "high" in name[name.index(long) + 1 :][:1]):
                at = name.index(long)
                out.append([*name[:at], *short, *name[at + 1 :]])
            for at in range(len(name) - len(short) + 1):
                # "St. Clair" is a saint, "Ninth St." a street
                fits = short != ("st",) or (at > 0) == (long == "street")
                fits = fits and (long not in _BEFORE_HIGH or name[at + 1 : at + 2] == ["high"])
                if tuple(name[at : at + len(short)]) == short and fits and len(out) < _MOST_VARIANTS:
                    out.append([*name[:at], long, *name[at + len(short) :]])
    return out


def initials_of(entries: tuple[Entry, ...]) -> dict[str, set[int]]:
    """LES for Lincoln Elementary School, MLK for Martin Luther King, with the places that have these initials."""
    found: dict[str, set[int]] = {}
    for entry in entries:
        person = core_of([t.norm for t in tokens(entry.school.name) if t.norm not in ("dr", "jr", "sr")])
        if not entry.department and len(person) == 3 and person[0] in GIVEN_NAMES:
            found.setdefault("".join(w[0] for w in person).upper(), set()).add(entry.position)
        words = [t.norm for t in tokens(entry.school.name) if t.norm not in ("and", "of", "the", "for")]
        if not entry.department and 3 <= len(words) <= 6 and not any(w.isdigit() for w in words):
            found.setdefault("".join(w[0] for w in words).upper(), set()).add(entry.position)
    return found
