"""The school list as something to look words up in: every way in which each place may be written.

A name is taken apart into its core ("Jefferson"), its level ("middle"), its type ("academy") and words that say
nothing ("school"). Only cores are compared with doubt allowed: "Glenwood Elementary School" and "Greenwood Elementary
School" are 94 % alike as strings, and two schools.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import OSA

from soppa_mailbot.finding.locations.places_core import (
    around_kind,
    begins_with_a_given_name,
    core_of,
    is_a_number,
    run_together,
)
from soppa_mailbot.finding.locations.places_entry import Entry, entry_of
from soppa_mailbot.finding.locations.places_spellings import (
    before_commas,
    initials_of,
    is_short,
    shortened,
    variants_of,
    with_compass_letters,
)
from soppa_mailbot.finding.locations.places_words import NEUTRAL, PROGRAM, TYPES, tokens
from soppa_mailbot.model import School


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing places, all words run together."""

    key: str
    size: int  # words
    places: frozenset[int]
    derived: frozenset[int]  # of these, the places that are only meant by leaving a given name away
    whole: bool  # a complete name or alias that says itself what it is: "career center", "human resources"
    words: tuple[str, ...]


def is_another(words: Sequence[str], form: Form) -> bool:
    """Whether words that are spelt nearly as a name have another word in it: "Lakes East" is no slip for "Lakes West".

    A word of five letters may have one slip.
    """
    if len(words) != len(form.words):
        return False
    return any(
        OSA.distance(said, own) > (1 if min(len(said), len(own)) < _MANY_LETTERS else 2)
        for said, own in zip(words, form.words, strict=True)
    )


_MANY_LETTERS = 6
_SHORTEST_JOINED = 4  # letters of a name that may be run together or taken apart


@dataclass(slots=True)
class _Draft:
    words: tuple[str, ...]
    named: set[int] = field(default_factory=set)
    derived: set[int] = field(default_factory=set)
    whole: bool = True


class Index:
    """All forms of a school list. Built once for a list (`index_of`)."""

    def __init__(self, schools: tuple[School, ...]) -> None:
        self.entries = tuple(entry_of(i, s) for i, s in enumerate(schools))
        self.acronyms: dict[str, frozenset[int]] = {}  # exact case
        self._spelt_right: set[str] = set()  # too short to be guessed: "Hi team" is no "HR team"
        self.before_comma = frozenset(before_commas(schools))
        self._in_names = Counter(w for e in self.entries for w in {t.norm for t in tokens(e.school.name)})
        drafts: dict[str, _Draft] = {}
        acronyms: dict[str, set[int]] = {}
        for entry in self.entries:
            for name in (entry.school.name, *entry.school.aliases):
                self._learn(entry, name, drafts, acronyms)
        written = set(drafts)
        for entry in self.entries:
            if entry.department:
                for norms in shortened(entry):
                    if (key := "".join(norms)) not in written and not _are_two(norms, written):
                        _add(drafts, norms, entry.position)
                        self._spelt_right.add(key)  # "Services" is no slip for "Sp. Services"
        self._word_by_word = _learn_compass_letters(drafts, self.entries)
        _share_surnames(drafts, self.entries)
        for short, owners in initials_of(self.entries).items():
            if len(owners) == 1 and short not in acronyms:
                acronyms[short] = owners
        self.acronyms = {k: frozenset(v) for k, v in acronyms.items()}
        self.forms = {
            key: Form(
                key, len(d.words), frozenset(d.named or d.derived), frozenset(d.derived - d.named), d.whole, d.words
            )
            for key, d in drafts.items()
        }
        self.longest = max((f.size for f in self.forms.values()), default=1) + 1
        self._by_letter: dict[str, list[Form]] = {}
        for form in self.forms.values():
            self._by_letter.setdefault(form.key[0], []).append(form)
        self._begun: dict[str, set[int]] = {}
        for entry in self.entries:
            core = core_of([t.norm for t in tokens(entry.school.name)])
            if len(core) > 1 and not entry.department and not begins_with_a_given_name(core):
                self._begun.setdefault(core[0], set()).add(entry.position)
        self._kinds = _kinds_in(self.entries)
        self._guesses: dict[str, tuple[Form, int] | None] = {}
        self._named: dict[str, set[int]] = {}
        for entry in self.entries:
            for name in (entry.school.name, *entry.school.aliases) if not entry.department else ():
                self._named.setdefault(run_together(name), set()).add(entry.position)

    def begun_by(self, word: str) -> tuple[int, ...]:
        """The schools whose name of several words begins with this one, which is no person's."""
        return tuple(sorted(self._begun.get(word, ())))

    def only_of_kind(self, norms: Sequence[str]) -> tuple[int, int] | None:
        """The one school whose name ends with the words that these begin with, which only say what it is, and how many:
        "Career Academy", "Early Childhood Center". None where there is none, or several."""
        for words, places in self._kinds.items():
            if tuple(norms[: len(words)]) == words and len(places) == 1:
                return next(iter(places)), len(words)
        return None

    def of_name(self, words: str) -> tuple[int, ...]:
        """The schools that the list itself calls so, by name or alias, word for word."""
        return tuple(sorted(self._named.get(run_together(words), ())))

    def school_count(self) -> int:
        return sum(not e.department for e in self.entries)

    def of_level(self, level: str) -> tuple[int, ...]:
        """Schools whose name says this level; where no name does, those with an alias that does."""
        named = tuple(e.position for e in self.entries if not e.department and level in e.levels)
        return named or tuple(e.position for e in self.entries if not e.department and level in e.all_levels)

    def kindless(self) -> bool:
        """Whether some school's name does not say what kind of school it is ("Oak Terrace School")."""
        return any(not e.department and not e.all_levels and not e.types for e in self.entries)

    def takes(self, form: Form, size: int) -> bool:
        """Whether a form may be written in so many words: "Spark" is not "S. Park"."""
        return form.size == size or (len(form.key) > _SHORTEST_JOINED and form.key not in self._word_by_word)

    def guess(self, joined: str) -> tuple[Form, int] | None:
        """The one form that a misspelt word may mean, and how many letters are wrong.

        One slip in six letters, two in ten and more (optimal string alignment: a swap of two letters is one slip),
        the first letter right, and no other place as near.
        """
        if joined not in self._guesses:
            if len(self._guesses) > 50_000:
                self._guesses.clear()
            self._guesses[joined] = self._nearest(joined)
        return self._guesses[joined]

    def _nearest(self, joined: str) -> tuple[Form, int] | None:
        if len(joined) < 5 or joined.isdigit():
            return None
        near: list[tuple[int, Form]] = []
        for form in self._by_letter.get(joined[0], ()):
            allowed = 2 if len(form.key) >= 10 else 1
            if (
                len(form.key) < 6
                or form.key in self._spelt_right | self._word_by_word
                or any(c.isdigit() for c in form.key)
            ):
                continue
            if abs(len(form.key) - len(joined)) > allowed:
                continue
            slips = OSA.distance(joined, form.key, score_cutoff=allowed + 1)
            if slips <= allowed + 1:
                near.append((slips, form))
        near.sort(key=lambda n: n[0])
        if not near or near[0][0] > (2 if len(near[0][1].key) >= 10 else 1):
            return None
        best = near[0]
        rivals = [n for n in near[1:] if not n[1].places & best[1].places and n[0] <= best[0]]
        return None if rivals else (best[1], best[0])

    def _learn(self, entry: Entry, name: str, drafts: dict[str, _Draft], acronyms: dict[str, set[int]]) -> None:
        words = tokens(name)
        norms = [w.norm for w in words]
        if not norms:
            return
        if len(words) == 1 and 2 <= len(norms[0]) <= 6 and sum(c.isupper() for c in name) * 2 > len(norms[0]):
            acronyms.setdefault(norms[0].upper() if name.replace(".", "").isupper() else name, set()).add(
                entry.position
            )
            return
        if entry.department:
            self._learn_department(entry, norms, drafts)
            return
        short = frozenset(w.lower() for w in name.split() if is_short(w)) if not name.isupper() else frozenset[str]()
        for variant in variants_of(norms):
            self._learn_school(entry, variant, drafts, short)

    def _learn_school(self, entry: Entry, norms: list[str], drafts: dict[str, _Draft], short: frozenset[str]) -> None:
        core = core_of(norms)
        # "Alternative Consortium" is none of the other consortiums, and of "BL High" "BL" alone is the whole District
        alone = len(core) == 1 < len(norms) and (core[0] in short or self._is_common(core[0], norms))
        if not core or is_a_number(core) or alone:
            _add(drafts, norms, entry.position, whole=len(norms) > 1)
            if norms[-1] in NEUTRAL and len(norms) > 2:
                _add(drafts, norms[:-1], entry.position)
            return
        _add(drafts, core, entry.position, whole=False)
        bare = list(core)
        while begins_with_a_given_name(bare):
            bare = bare[1:]
            _add(drafts, bare, entry.position, whole=False, derived=True)
        if core[-1] in ("jr", "junior", "sr", "evening", "night") and len(core) > 1:
            _add(drafts, core[:-1], entry.position, whole=False)
        if parts := around_kind(core):  # "Kettle Ridge High School South": "Kettle Ridge South" is it
            _add(drafts, [*parts[0], *parts[1]], entry.position, whole=False)
            _add(drafts, parts[0], entry.position, whole=False)

    def _is_common(self, word: str, norms: list[str]) -> bool:
        """Whether the last word of a name says what it is, as it does of other places: "... Consortium"."""
        return norms[-1] == word and self._in_names[word] > 1

    def _learn_department(self, entry: Entry, norms: list[str], drafts: dict[str, _Draft]) -> None:
        norms = norms[1:] if norms[0] == "the" and len(norms) > 1 else norms  # "the Co-op"
        _add(drafts, norms, entry.position)
        bare = list(norms)
        while len(bare) > 1 and bare[-1] in ("department", "dept"):
            bare = bare[:-1]
        if bare[:2] == ["department", "of"]:
            bare = bare[2:]
        if bare != norms and (len(bare) > 1 or len(bare[0]) > 4):
            _add(drafts, bare, entry.position)
        elif bare != norms:  # "Tech Department" is no "tech", but the tech dept. and the tech team
            for word in ("department", "dept", "team", "office"):
                _add(drafts, [*bare, word], entry.position)
                self._spelt_right.add(bare[0] + word)


@lru_cache(maxsize=16)
def index_of(schools: tuple[School, ...]) -> Index:
    return Index(schools)


def _add(drafts: dict[str, _Draft], norms: list[str], place: int, *, whole: bool = True, derived: bool = False) -> None:
    draft = drafts.setdefault("".join(norms), _Draft(tuple(norms)))
    (draft.derived if derived else draft.named).add(place)
    draft.whole = draft.whole and whole


def _kinds_in(entries: Sequence[Entry]) -> dict[tuple[str, ...], set[int]]:
    """The last words of schools' names that only say what they are -> the schools."""
    found: dict[tuple[str, ...], set[int]] = {}
    for entry in entries:
        norms = [t.norm for t in tokens(entry.school.name)]
        at = len(norms)
        while at > 0 and (norms[at - 1] in PROGRAM or norms[at - 1] in TYPES):
            at -= 1
        kind = norms[at:]
        if not entry.department and at > 0 and len(kind) > 1 and kind[-1] in TYPES:
            found.setdefault(tuple(kind), set()).add(entry.position)
    return found


def _are_two(norms: list[str], names: set[str]) -> bool:
    """Whether words are two of the list's names: "Library/Technology", where both are departments."""
    return any("".join(norms[:at]) in names and "".join(norms[at:]) in names for at in range(1, len(norms)))


def _share_surnames(drafts: dict[str, _Draft], entries: Sequence[Entry]) -> None:
    """A surname that a longer name begins with may be short for either: "Alder", of Frances Alder and Alder Grove.

    It is not where the list itself calls a school so: "Alder School", or "Alder" as an alias.
    """
    for surname in [d for d in drafts.values() if len(d.words) == 1]:
        own = surname.named or surname.derived
        if any(_is_called(entries[place], surname.words[0]) for place in own):
            continue
        shared = {
            place
            for other in drafts.values()
            if len(other.words) > 1 and other.words[0] == surname.words[0] and not other.whole
            for place in other.named
        }
        own |= shared


def _learn_compass_letters(drafts: dict[str, _Draft], entries: Sequence[Entry]) -> frozenset[str]:
    """Adds the names with a letter for their direction where the list has no such name, and gives their keys."""
    letters: dict[str, tuple[list[str], set[int]]] = {}
    for entry in entries:
        for norms in with_compass_letters(entry) if not entry.department else ():
            letters.setdefault("".join(norms), (norms, set()))[1].add(entry.position)
    new = {key: said for key, said in letters.items() if key not in drafts}
    for norms, places in new.values():
        for place in places:
            _add(drafts, norms, place, whole=False)
    return frozenset(new)


def _is_called(entry: Entry, word: str) -> bool:
    names = [[t.norm for t in tokens(name)] for name in (entry.school.name, *entry.school.aliases)]
    return entry.department or core_of(names[0]) == [word] or [word] in names[1:]
