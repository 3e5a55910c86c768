"""A signature that is the operator's or the District's name and no person's, or that of another company's officer.

A parent company or a reseller may sign: then its name stands somewhere else in the submission.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.names import brand, company_core, same_company, tokens
from soppa_mailbot.finding.products.form_operators import is_named, share_a_word
from soppa_mailbot.forms.common.signer import is_of_signer
from soppa_mailbot.forms.completeness import concluded
from soppa_mailbot.model import Form, PlaceReading

# "CEO, Fern Games LLC", "VP of Sales at Fern Games, Inc."
_COMPANY = re.compile(
    r"(?:[,;|/(@\u2013\u2014-][ ]?|\b(?:of|at|for|from|with)[ ])((?:[A-Z0-9][\w&'.-]*[ ]){0,4}[A-Z0-9][\w&'.-]*,?[ ]"
    r"(?i:inc|incorporated|llc|l\.l\.c|llp|ltd|limited|corp|corporation|plc|gmbh|pbc)\b)\.?[ ]?(?=$|[,;|)/(-])",
)


def with_strange_signers(
    forms: Sequence[Form], said: str, domain: str, district_names: Sequence[str]
) -> tuple[Form, ...]:
    """The forms; a complete SOPPA form of which nobody, or another company's officer signs, with a doubt."""
    return tuple(_doubted(f, forms, said, domain, district_names) if f.form == "soppa" else f for f in forms)


def _doubted(form: Form, forms: Sequence[Form], said: str, domain: str, district_names: Sequence[str]) -> Form:
    if form.status != "complete":
        return form
    told = _no_person(form, district_names) or _other_company(form, forms, said, domain)
    return concluded(replace(form, doubts=(*form.doubts, told))) if told else form


def _signers(form: Form) -> list[PlaceReading]:
    return [r for r in form.readings if r.place.party != "district" and r.state == "filled" and r.value]


def _no_person(form: Form, district_names: Sequence[str]) -> str:
    """Why the words in the signature's place are no person's name."""
    signed = [r for r in _signers(form) if r.place.signs]
    if not signed or not all(r.typed for r in signed):
        return ""
    printed = {t for r in _signers(form) if is_of_signer(r.place.label) for t in tokens(r.value) if len(t) > 1}
    operator = form.answer("operator")
    for reading in signed:
        value = reading.value.strip()
        if any(tokens(value) == tokens(name) for name in district_names):
            return f'"{value}" stands in place of the signature, and is the District'
        of_firm = bool(operator and company_core(operator)) and same_company(value, operator)
        with_form = company_core(value) != tuple(tokens(value))  # "Quill Systems LLC": nobody is called so
        if of_firm and (with_form or not printed & set(tokens(value))):
            return f'"{value}" stands in place of the signature, and is the operator\'s name'
    return ""


def _other_company(form: Form, forms: Sequence[Form], said: str, domain: str) -> str:
    operators = [name for f in forms if (name := f.answer("operator").strip())]
    if not form.answer("operator"):
        return ""
    others = "\n".join(r.value for f in forms for r in f.readings if r.value and not _is_signers(r))
    for company in _companies(form):
        if not brand(company) or any(same_company(company, o) or share_a_word(company, o) for o in operators):
            continue
        if not is_named(company, said, domain) and not is_named(company, others, ""):
            return f"whoever signs is of {company}, the form is completed for {form.answer('operator')}".rstrip(".")
    return ""


def _is_signers(reading: PlaceReading) -> bool:
    return reading.place.signs or is_of_signer(reading.place.label)


def _companies(form: Form) -> Iterator[str]:
    for reading in _signers(form):
        if _is_signers(reading):
            yield from (m[1].strip() for m in _COMPANY.finditer(reading.value[:200]))
