"""What the software is called.

A form's own answer says it best, then the order form's first line item, then the mail. Two different products, each
with papers of its own, give two names: a person must take them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from soppa_mailbot.finding.common.bounded import bounded
from soppa_mailbot.finding.common.names import clearly_different, distinct
from soppa_mailbot.finding.products.crossed import crossed_forms, crossed_order
from soppa_mailbot.finding.products.line_items_named import quoted_lines
from soppa_mailbot.finding.products.makers import maker_of
from soppa_mailbot.finding.products.product_in_mail import from_mail, from_subject, without_places
from soppa_mailbot.finding.products.product_names import registered_as, told_apart
from soppa_mailbot.finding.products.product_on_forms import form_names, from_picture
from soppa_mailbot.finding.products.product_registered import as_registered, of_its_maker, sells
from soppa_mailbot.model import Agreement, Evidence, Form, Kind, PaperFinding, ProductFinding


def find(
    papers: Sequence[PaperFinding],
    forms: Sequence[Form],
    *,
    subject: str,
    body: str,
    register: Sequence[Agreement] = (),
    not_names: Sequence[str] = (),
    domain: str = "",
    vendor: str = "",
    places: Sequence[str] = (),
) -> ProductFinding:
    """The product's name, or two names when the papers are for two. `not_names`: the district, its schools.

    `domain` and `vendor` are the writer's: a name that stands in the subject alone must begin as they do, and
    names of `places` (the schools, with their aliases) beside it are no part of it.
    """
    subject, body = bounded(subject), bounded(body)
    found = _found(papers, forms, subject, body, register, not_names, domain, vendor, places)
    if len(found.names) != 1:
        return found
    return replace(found, maker=maker_of(found.names[0], body, vendor, domain, register))


def _found(
    papers: Sequence[PaperFinding],
    forms: Sequence[Form],
    subject: str,
    body: str,
    register: Sequence[Agreement],
    not_names: Sequence[str],
    domain: str,
    vendor: str,
    places: Sequence[str],
) -> ProductFinding:
    orders = _order_names(papers)
    typed = [name for name, _ in (*orders, *form_names([f for f in forms if not from_picture(f)]))]
    rfi, soppa = form_names(forms, "rfi", typed), form_names(forms, "soppa", typed)
    split = _two(n for n, _ in orders) or _two(n for n, _ in rfi) or _two(n for n, _ in soppa)
    split = split or crossed_forms(rfi, soppa) or _beside_orders(forms, papers, typed, f"{subject}\n{body}", vendor)
    if split:
        return ProductFinding(split, tuple(e for _, e in (*orders, *rfi, *soppa)))
    for names in (rfi, soppa, orders):
        if names:
            name, evidence = names[0]
            name = of_its_maker(name, evidence.quote, register)
            own = [row for row in register if sells(row, domain, vendor)]
            name = as_registered(name, evidence.quote, subject, body, register, own)
            return _as_said(ProductFinding((name,), (evidence,)), (evidence.quote, subject, body), register)
    found = from_mail(subject, body, register, not_names, places)
    found = found if found.names else from_subject(without_places(subject, places), body, not_names, domain, vendor)
    return _as_said(found, (subject, body), register)


def _as_said(found: ProductFinding, texts: tuple[str, ...], register: Sequence[Agreement]) -> ProductFinding:
    """The finding with what the vendor says of the name; the last of `texts` is the mail's."""
    if not found.names:
        return found
    if longer := told_apart(found.names[0], texts, texts[-1]):
        return replace(found, names=(longer,), apart=True)
    other = registered_as(found.names[0], texts, register)
    return replace(found, names=(other,)) if other else found


def _order_names(papers: Sequence[PaperFinding]) -> list[tuple[str, Evidence]]:
    out = []
    for paper in papers:
        if paper.kind == Kind.ORDER_FORM and paper.products:
            quote = next(iter(quoted_lines(paper)), paper.products[0])
            page = paper.pages[0] if paper.pages else 0
            out.append((paper.products[0], Evidence(paper.filename, quote, page, "first line item of the order form")))
    return out


def _two(names: Iterable[str]) -> tuple[str, ...]:
    """The names when at least two of them are products that cannot be the same."""
    kept = distinct(names)
    for index, left in enumerate(kept):
        if any(clearly_different(left, right) for right in kept[index + 1 :]):
            return kept
    return ()


def _beside_orders(
    forms: Sequence[Form], papers: Sequence[PaperFinding], typed: Sequence[str], mail: str, vendor: str
) -> tuple[str, ...]:
    """A form's product and the order's, where these are two."""
    sure, read = (form_names([f for f in forms if from_picture(f) is p], typed=typed) for p in (False, True))
    return crossed_order(sure, read, [p for p in papers if p.kind == Kind.ORDER_FORM], mail, vendor)
