"""Places of a blank of which it is not sure that the operator is asked for them.

The configuration lets something stay empty that no place is called; or a heading names the District over lines to sign,
and it could not be told whose they are. What is left empty there makes no copy unfinished: a person decides, and
`check` has said so before. A wrong "missing" is worse than a review.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.labels import REMARK, comparable
from soppa_mailbot.forms.common.signer import is_of_signer
from soppa_mailbot.forms.naming.party import label_party, names_operator, said_party
from soppa_mailbot.model import Place

_MORE = 2  # words of a label for each word of an entry, at most


def with_unsure(places: Sequence[Place], unused: Iterable[str], beside: Collection[str]) -> tuple[Place, ...]:
    """The places, `unsure` told where an entry of `optional` that fits none may mean them, or `beside` names them.

    `beside` are labels under a heading that names the District.
    """
    meant = [(wanted, _words(wanted)) for wanted in unused if not _is_field_name(wanted)]
    meant = [
        (w, words)
        for w, words in meant
        if _names_district(w) or not all(map(_is_signers, words)) or (_says_whose(w) and _asked_twice(words, places))
    ]
    return tuple(
        replace(p, unsure=p.unsure or _why(p, meant, beside)) if p.required and p.kind != "check" else p for p in places
    )


def doubted(places: Sequence[Place], ids: Collection[str], why: str) -> tuple[Place, ...]:
    """The places, those with one of the `ids` unsure for a reason, where they have none yet."""
    return tuple(replace(p, unsure=p.unsure or why) if p.id in ids else p for p in places)


def _why(place: Place, meant: Sequence[tuple[str, set[str]]], beside: Collection[str]) -> str:
    if place.label in beside and (place.kind == "signature" or is_of_signer(place.label)):
        return "a heading over it names the District"
    said = set(comparable(place.label))
    for wanted, words in meant:
        if _names_district(wanted) and names_operator(place.label):
            continue  # an entry for the District's own line leaves the operator's alone, which may be called alike
        if words and words <= said and len(said) <= _MORE * len(words) + 1:
            return f"optional names “{wanted}”, which fits no place"
    return ""


def _is_signers(word: str) -> bool:
    return is_of_signer(word) or word in ("signature", "signed", "by")


def _is_field_name(wanted: str) -> bool:
    """Whether an entry is the name of a form field, of another version: "Date_2", "dSig"."""
    return re.fullmatch(r"\S*(?:_|[a-z][A-Z0-9])\S*", wanted.strip()) is not None


def _names_district(wanted: str) -> bool:
    """Whether an entry says that it is the District's: "Name (District)". Of a bare "Name" nobody knows whose."""
    remark = " ".join(r.strip(" ()[]") for r in REMARK.findall(wanted)) or wanted.partition(": ")[0]
    return "district" in (label_party(wanted), said_party(remark))


def _says_whose(wanted: str) -> bool:
    """Whether an entry says in brackets who signs, and not the operator: "Title (Client)"."""
    remarks = [r.strip(" ()[]") for r in REMARK.findall(wanted)]
    return any(r[:1].isupper() for r in remarks) and not any(map(names_operator, remarks))


def _asked_twice(words: Collection[str], places: Sequence[Place]) -> bool:
    """Whether vendors are asked for two places of this very name, of which one may be another party's."""
    return sum(p.required and p.kind != "check" and set(comparable(p.label)) == set(words) for p in places) > 1


def _words(wanted: str) -> set[str]:
    """The words of an entry, without what it says in brackets and which row it is."""
    bare = REMARK.sub(" ", wanted)
    return {w for w in comparable(bare.rpartition(": ")[2] or bare) if not w.isdigit()}
