"""A form that is completed for another company than the form beside it: whose agreement it is, a person decides.

Many pairs of names are one house: a parent company signs, a reseller fills the RFI form and the operator the SOPPA
form, a trade name stands on one of them. Then the other name stands somewhere: in the mail, on the order, among the
answers of the other form. A name that stands nowhere else is what this looks for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.names import brand, company_core, is_company_word, occurs, same_company, tokens
from soppa_mailbot.forms.completeness import concluded
from soppa_mailbot.model import Form

_MISREAD = 50.0  # 0 to 100: likeness of two names of which OCR read one
_SHORTEST = 4  # letters of a word that two names of one house share
_ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*|\b[\w-]+(?:\.[\w-]+)+\S*", re.IGNORECASE)


def with_strange_operators(forms: Sequence[Form], said: str, domain: str) -> tuple[Form, ...]:
    """The forms; a complete one that names a company which is named nowhere else, and not on the form beside it, with a
    doubt. `said` is what the mail, its signature and its order forms say, `domain` is the writer's.
    """
    named = [(form, form.answer("operator").strip()) for form in forms if form.status != "blank"]
    named = [(form, name) for form, name in named if brand(name)]
    return tuple(_doubted(form, named, said, domain) for form in forms)


def _doubted(form: Form, named: Sequence[tuple[Form, str]], said: str, domain: str) -> Form:
    mine = next((name for one, name in named if one is form), "")
    others = [(one, name) for one, name in named if one.form != form.form]
    if form.status != "complete" or not mine or not others:
        return form
    if any(_one_house(form, mine, one, name) for one, name in others) or is_named(mine, said, domain):
        return form
    told = f"it is completed for {mine}, the form beside it for {others[0][1]}".rstrip(".")
    # an RFI form whose answers are about the other company is its own: only the name is its owner's
    if form.form == "rfi" and any(is_named(name, _answers(form), "") for _, name in others):
        return form
    return concluded(replace(form, doubts=(*form.doubts, told)))


def _one_house(form: Form, mine: str, other: Form, name: str) -> bool:
    if same_company(mine, name) or share_a_word(mine, name):
        return True
    if any(_from_picture(one) for one in (form, other)) and ratio(mine.casefold(), name.casefold()) >= _MISREAD:
        return True
    return is_named(mine, _answers(other), "") or _in_full(name, _answers(form))


def share_a_word(left: str, right: str) -> bool:
    """Whether a telling word stands in both: "Larch Labs, a division of Orbit" and "Orbit Holdings"."""
    words = [{t for t in tokens(n) if len(t) >= _SHORTEST and not is_company_word(t)} for n in (left, right)]
    return bool(words[0] & words[1])


def is_named(company: str, text: str, domain: str) -> bool:
    """Whether a text names the company, if only by its telling words, or the mail's domain does."""
    lead = brand(company)
    label = "".join(tokens(domain.rpartition(".")[0]))
    return occurs(" ".join(lead), text) or (sum(map(len, lead)) >= _SHORTEST and "".join(lead) in label)


def _in_full(company: str, text: str) -> bool:
    """Whether the answers of a form name a company in full, beside addresses and its own name of a product."""
    core = company_core(company)
    return len(core) > 1 and occurs(" ".join(core), _ADDRESS.sub(" ", text))


def _answers(form: Form) -> str:
    """What the operator answered, but for the names of the operator and of the product."""
    roles = {"operator", "product"}
    return "\n".join(
        r.value for r in form.readings if r.value and r.place.role not in roles and r.place.party != "district"
    )


def _from_picture(form: Form) -> bool:
    return any(r.place.role == "operator" and {"ink", "ocr"} & set(r.how) for r in form.readings)
