"""Places of a blank that no operator fills: asked for in vain, or learnt otherwise than the blank reads. Pure.

One such place makes every copy unfinished, and each vendor is asked for what is not left open. Nothing in a single
mail shows it; several operators who filled all but the same place do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from soppa_mailbot.forms.naming import label_of, parted
from soppa_mailbot.model import Blank, Findings, Form, Item, Verdict
from soppa_mailbot.wording import clean

ENOUGH = 3  # operators
_SHOWN = 6  # places
_FULL = 0.5  # share of its places from which a copy was filled in, and not given up


@dataclass(frozen=True, slots=True)
class NeverFilled:
    form: str  # rfi | soppa
    file: str  # of the blank
    place: str  # its name, as `forms.naming` has it
    operators: int  # whose copies were looked at; each left it empty

    def sentence(self) -> str:
        """For the people who look after the configuration."""
        label, where = parted(self.place)
        at = f" ({clean(where, 60)})" if where else ""
        return (
            f"“{clean(label, 60)}” of {clean(self.file, 40)}{at} is empty in the copies of all {self.operators} "
            f"operators who sent it; if it may stay empty, name it under forms.{self.form}.optional; if the form does "
            "not ask for it, see `check --html`"
        )


def sentences(found: Sequence[NeverFilled]) -> list[str]:
    """What people are told: the first of many such places say what is wrong with a form."""
    told = [place.sentence() for place in found[:_SHOWN]]
    more = len(found) - _SHOWN
    return [*told, f"{more} more places of the forms are empty in all copies"] if more > 0 else told


def whose(mail: Findings) -> str:
    """Whose copies a mail brings: colleagues of one company count as one."""
    return (mail.vendor_email or mail.sender.email).rpartition("@")[2].casefold()


def never_filled(copies: Iterable[tuple[str, Form]], blanks: Sequence[Blank]) -> tuple[NeverFilled, ...]:
    """The places that each of at least `ENOUGH` operators left empty, by blank and in the order of the form.

    `copies` are (whose, form), a later one of the same operator after an earlier one; the fuller is taken. A place
    that its blank no longer asks for, since somebody named it under `optional`, is left out.
    """
    best: dict[tuple[str, str], Form] = {}
    for operator, form in copies:
        if form.status == "blank" or form.filled_share < _FULL or form.missing_pages:
            continue
        known = best.get((form.blank, operator))
        if known is None or form.filled_share >= known.filled_share:
            best[form.blank, operator] = form
    out = []
    for blank in blanks:
        mine = [form for (of, _), form in best.items() if of == blank.id]
        if len(mine) < ENOUGH:
            continue
        asked = {label_of(p) for p in blank.places if p.required and p.party == "operator"}
        left = set(mine[0].open).intersection(*(form.open for form in mine))
        names = dict.fromkeys(name for name in mine[0].open if name in left and parted(name)[0] in asked)
        out += [NeverFilled(blank.form, blank.file, name, len(mine)) for name in names]
    return tuple(out)


def asked_in_vain(verdict: Verdict, found: Sequence[NeverFilled]) -> str:
    """The first place that a verdict asks for and that nobody fills; "" for none."""
    open_ = {
        form: item.open
        for form, item in (("rfi", verdict.item(Item.RFI_FORM)), ("soppa", verdict.item(Item.SOPPA_FORM)))
        if item
    }
    return next((parted(one.place)[0] for one in found if one.place in open_.get(one.form, ())), "")
