"""Pages of a form that come alone, after the copy they belong to: the signed last page, the page that was missing.

Only whole conversations are looked at here, so everything is told from forms as they are kept: no file is opened again.
A page joins an earlier copy only where nothing speaks against it. Wherever another operator or product stands on
either, or two earlier copies come into question, it stays what it is: pages of an unfinished form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from soppa_mailbot.finding.common.names import clearly_different, company_core, same_company
from soppa_mailbot.forms.completeness import NO_PAGE, concluded
from soppa_mailbot.forms.identity.copies import same_wording, translated_readings
from soppa_mailbot.forms.naming.roles import asks_for
from soppa_mailbot.judging.conversation import organisation
from soppa_mailbot.model import Blank, Form, PlaceReading

Blanks = Mapping[tuple[str, str], Blank]


@dataclass(frozen=True, slots=True)
class Sent:
    """A copy of a form, or some pages of one, as one mail brought it."""

    mail: int  # its number in the conversation, from 0
    form: Form
    sender: str = ""  # the mail's address
    vendor: str = ""  # the company that it is from
    products: tuple[str, ...] = ()  # what the mail is about
    strange: int = 0  # pages beside it that are known as nothing: they may be those that it lacks, only not readable


@dataclass(frozen=True, slots=True)
class Layer:
    """What one sending gives to a copy."""

    sent: Sent
    form: Form  # as sent; with the places of the copy's version of the blank
    pages: frozenset[int]  # of the blank: those that no later layer has as well


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a form: as it was sent, or with pages that came later."""

    form: Form
    layers: tuple[Layer, ...]  # oldest first


def copies(sent: Sequence[Sent], blanks: Sequence[Blank]) -> tuple[Copy, ...]:
    """Every copy as it was sent, oldest first, each followed by the one that it completes, if it does.

    `blanks` tell whether pages of two versions of a form are worded alike; without them only pages of the very same
    version are put together.
    """
    known = {(b.form, b.id): b for b in blanks}
    out: list[Copy] = []
    # Within one mail the whole copy is what the loose pages belong to, in whichever order they are attached.
    for one in sorted(sent, key=lambda s: (s.mail, bool(s.form.missing_pages))):
        alone = Copy(one.form, (Layer(one, one.form, _pages(one.form)),))
        joined = _joined(out, alone, known)
        out.append(alone)
        if joined is not None:
            out.append(joined)
    return tuple(out)


def _joined(earlier: Sequence[Copy], alone: Copy, known: Blanks) -> Copy | None:
    """The newest earlier copy with these pages in their place; nothing where that is not certain."""
    form = alone.form
    if not form.missing_pages or form.status == "blank":
        return None
    if alone.layers[0].sent.strange >= len(form.missing_pages):
        return None  # a whole copy, as likely, of which some pages were too poor to be known
    fitting = [
        (copy, layer)
        for copy in earlier
        if copy.form.form == form.form and copy.form.status != "blank"
        for layer in [_laid_on(copy, alone, known)]
        if layer is not None and _belongs(alone, copy)
    ]
    bases = [copy for copy, _ in fitting]
    if not bases or any(copy.form.status == "complete" for copy in bases):
        return None
    if any(_differ(a, b) for i, a in enumerate(bases) for b in bases[i + 1 :]):
        return None  # it could belong to either
    base, layer = fitting[-1]
    return _put_together(base, layer)


def _laid_on(copy: Copy, alone: Copy, known: Blanks) -> Layer | None:
    """The pages as pages of the copy's version of the blank; nothing when they bring it nothing."""
    (layer,) = alone.layers
    if layer.form.blank != copy.form.blank:
        translated = _as_pages_of(copy.form, layer.form, known)
        if translated is None:
            return None
        layer = replace(layer, form=translated)
    every = [layer.form, *(one.form for one in copy.layers)]
    pages, there = _pages(*every), _pages(copy.form, *every)
    if not there - pages:
        return None  # the same pages once more: another copy, not a part of this one
    entered = any(r.state != "empty" and r.place.party != "district" for r in _on(layer.form, pages))
    return layer if entered or pages - there else None


def _pages(form: Form, *others: Form) -> frozenset[int]:
    """The pages of the blank that a form holds; a page without any place is known where one of `others` lacks it."""
    numbers = {n for f in (form, *others) for n in (*(r.place.page for r in f.readings), *f.missing_pages)}
    return frozenset(numbers - set(form.missing_pages))


def _on(form: Form, pages: frozenset[int]) -> list[PlaceReading]:
    return [r for r in form.readings if r.place.page in pages]


def _as_pages_of(copy: Form, form: Form, known: Blanks) -> Form | None:
    """Pages of another version of the form as pages of the copy's, where both versions say the very same there."""
    mine, theirs = known.get((copy.form, copy.blank)), known.get((form.form, form.blank))
    if mine is None or theirs is None:
        return None
    numbers = {p.number for p in theirs.document.pages} - set(form.missing_pages)
    pairs = {number: same_wording(mine, theirs, number) for number in numbers}
    if not pairs or not all(pairs.values()) or len(set(pairs.values())) != len(pairs):
        return None
    read = {r.place.id: r for n, own in pairs.items() for r in translated_readings(mine, own, form.readings, n)}
    here = set(pairs.values())
    return replace(
        form,
        blank=copy.blank,
        blank_file=copy.blank_file,
        readings=tuple(read.get(r.place.id) or PlaceReading(r.place, "empty") for r in copy.readings),
        missing_pages=tuple(p.number for p in mine.document.pages if p.number not in here),
    )


def _put_together(base: Copy, layer: Layer) -> Copy:
    """The copy with a layer on top; a layer of which nothing is left to be seen goes, and its doubts with it."""
    layers = _seen([*base.layers, layer])
    first = layers[0].form
    top = {r.place.id: r for one in layers for r in _on(one.form, one.pages)}
    there = frozenset[int]().union(*(one.pages for one in layers))
    lacking = {n for one in layers for n in one.form.missing_pages} - there
    forms = [one.form for one in layers]
    draft = replace(
        first,
        documents=tuple(dict.fromkeys(d for f in forms for d in f.documents)),
        filenames=tuple(dict.fromkeys(n for f in forms for n in f.filenames)),
        pages=tuple(p for f in forms for p in f.pages),
        missing_pages=tuple(sorted(lacking)),
        readings=tuple(top.get(r.place.id) or PlaceReading(r.place, "empty", why=NO_PAGE) for r in first.readings),
        doubts=tuple(dict.fromkeys(d for f in forms for d in f.doubts)),
    )
    return Copy(concluded(draft), tuple(layers))


def _seen(layers: Sequence[Layer]) -> list[Layer]:
    """The layers with the pages of each that no later one covers; those of which nothing is left are gone."""
    every = [one.form for one in layers]
    covered: frozenset[int] = frozenset()
    out: list[Layer] = []
    for one in reversed(layers):
        pages = _pages(one.form, *every)
        if pages - covered:
            out.insert(0, replace(one, pages=pages - covered))
        covered |= pages
    return out


# --- whether two belong together --------------------------------------------------------------------------------------


def _belongs(alone: Copy, copy: Copy) -> bool:
    """Whether pages that came alone are the copy's operator's: by the name on them, else by who sent them."""
    if _differ(alone, copy):
        return False
    named, firms = _named(alone, "operator"), [*_named(copy, "operator"), *_vendors(copy)]
    if named:
        return any(_one_firm(x, y) for x in named for y in firms)
    return _one_house(alone, copy) or any(_one_firm(x, y) for x in _vendors(alone) for y in firms)


def _differ(a: Copy, b: Copy) -> bool:
    """Whether another operator stands on one than on the other, or another product."""
    if not all(_one_firm(x, y) for x in _named(a, "operator") for y in _named(b, "operator")):
        return True
    return any(clearly_different(x, y) for x in _products(a) for y in _products(b))


def _one_house(a: Copy, b: Copy) -> bool:
    """Whether the same address or the same company sent both: a reseller may send what an operator filled in."""
    mine, theirs = ({one.sent.sender.casefold() for one in copy.layers if one.sent.sender} for copy in (a, b))
    firms, others = ({organisation(e) for e in emails} - {""} for emails in (mine, theirs))
    return bool(mine & theirs or firms & others)


def _vendors(copy: Copy) -> list[str]:
    return [one.sent.vendor for one in copy.layers if one.sent.vendor]


def _products(copy: Copy) -> list[str]:
    """Named on the copy's pages; where none is, what their mails are about."""
    return _named(copy, "product") or [name for one in copy.layers for name in one.sent.products]


def _named(copy: Copy, role: str) -> list[str]:
    return [
        r.value
        for layer in copy.layers
        for r in _on(layer.form, layer.pages)
        if r.state == "filled" and r.value and r.place.party != "district" and asks_for(r.place, role)
    ]


def _one_firm(a: str, b: str) -> bool:
    core, other = set(company_core(a)), set(company_core(b))
    return same_company(a, b) or bool(core and other and (core <= other or other <= core))
