"""Places of a blank that operators leave empty: asked for in vain, or learnt otherwise than the blank reads. Pure.

One such place makes every copy unfinished, and each vendor is asked for what is not left open; two boxes of one
question that were taken for two questions do so to half of the copies each. Nothing in a single mail shows it; several
operators who left the same place empty, and no more who filled it, do. From then on such a place is unsure: a copy that
leaves nothing else open goes to a person, and what else is open is asked for without it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from soppa_mailbot.forms.completeness import concluded
from soppa_mailbot.forms.naming import key_of, names_of, parted
from soppa_mailbot.model import Blank, Findings, Form, PlaceReading
from soppa_mailbot.wording import clean

ENOUGH = 3  # operators who left it empty
_MOST = 0.5  # share of those who sent the form
_SHOWN = 6  # places
_FULL = 0.5  # share of its places from which a copy was filled in, and not given up


@dataclass(frozen=True, slots=True)
class Copy:
    """What of one copy of a form tells whether a place is ever filled."""

    operator: str
    blank: str  # Blank.id
    share: float  # of its places, filled
    empty: frozenset[str]  # of the places and questions that must be filled, by `naming.key_of`
    filled: frozenset[str]  # the others of them


@dataclass(frozen=True, slots=True)
class LeftEmpty:
    form: str  # rfi | soppa
    file: str  # of the blank
    blank: str  # its id
    key: str  # of the place or question, by `naming.key_of`
    place: str  # its name, as `forms.naming` has it
    left: int  # operators who left it empty
    operators: int  # whose copies were looked at
    instead: str = ""  # the place that they filled who left this one empty; one of them may have left both

    def sentence(self) -> str:
        """For the people who look after the configuration."""
        label, where = parted(self.place)
        at = f" ({clean(where, 60)})" if where else ""
        one_of_two = f", who filled “{clean(parted(self.instead)[0], 60)}” in its stead" if self.instead else ""
        return (
            f"“{clean(label, 60)}” of {clean(self.file, 40)}{at} is empty in the copies of {self._those()} "
            f"operators who sent it{one_of_two}; if it may stay empty, name it under forms.{self.form}.optional; if it "
            f"must be filled, under forms.{self.form}.required; if the form does not ask for it, see `check --html`"
        )

    def why(self) -> str:
        """Fit behind the place's name, for whoever decides on a copy."""
        return f"{self._those()} operators who sent this form left it empty"

    def _those(self) -> str:
        return f"all {self.operators}" if self.left == self.operators else f"{self.left} of the {self.operators}"


def sentences(found: Sequence[LeftEmpty]) -> list[str]:
    """What people are told: the first of many such places say what is wrong with a form."""
    told = [place.sentence() for place in found[:_SHOWN]]
    more = len(found) - _SHOWN
    return [*told, f"{more} more places of the forms are empty in as many copies"] if more > 0 else told


def whose(mail: Findings) -> str:
    """Whose copies a mail brings: colleagues of one company count as one."""
    return (mail.vendor_email or mail.sender.email).rpartition("@")[2].casefold()


def copies_in(mail: Findings) -> tuple[Copy, ...]:
    """The copies that a mail brings and that say something: hardly begun ones and those without a page do not."""
    return tuple(
        Copy(whose(mail), form.blank, form.filled_share, *_parted(form)) for form in mail.forms if _tells(form)
    )


def _tells(form: Form) -> bool:
    """Whether an empty place says anything: a copy that was given up, or lacks a page, is asked for as it is."""
    return form.status != "blank" and form.filled_share >= _FULL and not form.missing_pages


def _parted(form: Form) -> tuple[frozenset[str], frozenset[str]]:
    """(what is empty, what is not). The boxes of one question count as one, empty where all are."""
    asked = [r for r in form.readings if _is_asked(r)]
    filled = frozenset(key_of(r.place) for r in asked if r.state != "empty")
    return frozenset(key_of(r.place) for r in asked) - filled, filled


def _is_asked(reading: PlaceReading) -> bool:
    return reading.place.required and reading.place.party == "operator"


def fullest(copies: Iterable[Copy]) -> list[Copy]:
    """The copy of each edition and operator that counts: the fuller one, of equally full ones the later."""
    best: dict[tuple[str, str], Copy] = {}
    for copy in copies:
        known = best.get((copy.blank, copy.operator))
        if known is None or copy.share >= known.share:
            best[copy.blank, copy.operator] = copy
    return list(best.values())


def left_empty(copies: Iterable[Copy], blanks: Sequence[Blank]) -> tuple[LeftEmpty, ...]:
    """The places that at least `ENOUGH` operators and half of all left empty, by blank and in the order of the form;
    and those beside which each operator filled one other place instead.

    `copies` as `fullest` takes them. A place that its blank no longer asks for, since somebody named it under
    `optional`, is left out, and one that is named under `required` as well.
    """
    counting = fullest(copies)
    out: list[LeftEmpty] = []
    for blank in blanks:
        mine = [copy for copy in counting if copy.blank == blank.id]
        if len(mine) >= ENOUGH:
            out += _left_in(blank, mine)
    return tuple(out)


def _left_in(blank: Blank, copies: Sequence[Copy]) -> list[LeftEmpty]:
    empty = Counter(key for copy in copies for key in copy.empty)
    filled = Counter(key for copy in copies for key in copy.filled)
    asked = {key_of(p): p for p in blank.places if p.required and p.party == "operator" and not p.insisted}
    instead = _one_or_the_other(copies, [k for k, p in asked.items() if empty[k] and filled[k] and not p.signs])
    by_id = names_of([PlaceReading(p, "empty") for p in blank.places])
    names = {key_of(p): by_id[p.id] for p in blank.places}
    out = []
    for key, place in asked.items():
        left, of = empty[key], empty[key] + filled[key]
        most = of if place.signs else _MOST * of  # where somebody signed all must: many an operator forgets it
        if key in instead or (left >= ENOUGH and left >= most):
            other = names.get(instead.get(key, ""), "")
            out.append(LeftEmpty(blank.form, blank.file, blank.id, key, names[key], left, of, other))
    return out


def _one_or_the_other(copies: Sequence[Copy], keys: Sequence[str]) -> dict[str, str]:
    """What every operator filled either of, and none both: two answers to one question, most likely.

    One copy may have neither, for it may have left the question open.
    """
    out: dict[str, str] = {}
    for one, other in combinations(keys, 2):
        both = sum(one in copy.filled and other in copy.filled for copy in copies)
        either = sum((one in copy.filled) != (other in copy.filled) for copy in copies)
        if not both and either >= ENOUGH and len(copies) - either <= 1:
            out.setdefault(one, other)
            out.setdefault(other, one)
    return out


def doubted(history: Sequence[Findings], found: Sequence[LeftEmpty]) -> tuple[Findings, ...]:
    """The findings, unsure of the places that operators leave empty."""
    if not found:
        return tuple(history)
    why: dict[str, dict[str, str]] = {}
    for place in found:
        why.setdefault(place.blank, {})[place.key] = place.why()
    return tuple(
        replace(mail, forms=tuple(_doubted(form, why.get(form.blank, {})) for form in mail.forms)) for mail in history
    )


def _doubted(form: Form, why: Mapping[str, str]) -> Form:
    if not _tells(form):
        return form
    marked = [r for r in form.readings if _is_asked(r) and r.state == "empty" and key_of(r.place) in why]
    if not marked:
        return form
    unsure = {r.place.id: why[key_of(r.place)] for r in marked}
    readings = tuple(
        replace(r, place=replace(r.place, unsure=unsure[r.place.id])) if r.place.id in unsure else r
        for r in form.readings
    )
    # a signature is never done without: that nobody's was found makes the whole copy one for a person
    signed = [f"no signature at “{r.place.label}” ({unsure[r.place.id]})" for r in marked if r.place.signs]
    return concluded(replace(form, readings=readings, doubts=(*form.doubts, *signed)))
