"""Papers of two products that came in two mails of one conversation: the RFI form of one, the SOPPA form of another.

Of each paper the newest copy speaks, since a wrong one is put right by the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.finding.products.crossed import crossed_forms, crossed_order
from soppa_mailbot.finding.products.product_on_forms import form_names, from_picture
from soppa_mailbot.model import Findings, Form, Kind


def crossed_mails(history: Sequence[Findings], vendor: str) -> tuple[str, ...]:
    """The two products, or nothing. `history`: the mails that bring something, oldest first."""
    forms = [form for key in ("rfi", "soppa") for form in _newest(history, key)]
    orders = next((o for f in reversed(history) if (o := [p for p in f.papers if p.kind == Kind.ORDER_FORM])), [])
    typed = [name for name, _ in form_names([f for f in forms if not from_picture(f)])]
    typed += [name for paper in orders for name in paper.products]
    rfi, soppa = form_names(forms, "rfi", typed), form_names(forms, "soppa", typed)
    if split := crossed_forms(rfi, soppa):
        return split
    sure, read = (form_names([f for f in forms if from_picture(f) is p], typed=typed) for p in (False, True))
    return crossed_order(sure, read, orders, "", vendor)


def _newest(history: Sequence[Findings], key: str) -> list[Form]:
    """The copies of a form in the newest mail that brought one which names its product."""
    for findings in reversed(history):
        if found := [
            f for f in findings.forms if f.form == key and f.status != "blank" and f.answer("product").strip()
        ]:
            return found
    return []
