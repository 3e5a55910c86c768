"""What people decide, as data that judging takes in. Pure.

A file that a person named is read as what they said; an item that a person decided keeps their word. Evidence that
comes later and says otherwise never replaces that word in silence: it is a reason for a person to look again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from soppa_mailbot.errors import UsageError
from soppa_mailbot.model import (
    Decision,
    District,
    Evidence,
    Findings,
    Item,
    ItemVerdict,
    Kind,
    Override,
    PaperFinding,
    Reclassified,
    Status,
)

GOOD = frozenset({Status.RECEIVED, Status.EXEMPT, Status.NOT_REQUIRED})
FILE_KINDS = (Kind.ORDER_FORM, Kind.RFI_FORM, Kind.SOPPA_FORM, Kind.OTHER)
WHOLE_DISTRICT = "District-wide"

Word = TypeVar("Word", Item, Status)

_FORM_KINDS = {"rfi": Kind.RFI_FORM, "soppa": Kind.SOPPA_FORM}
_SPOKEN = {
    Item.ORDER_FORM: "Order form",
    Item.RFI_FORM: "RFI form",
    Item.SOPPA_FORM: "SOPPA form",
    Item.LOCATIONS: "Schools and departments",
    Item.DEADLINE: "Deadline",
}
_FORM_ITEMS = {Kind.RFI_FORM: Item.RFI_FORM, Kind.SOPPA_FORM: Item.SOPPA_FORM}
_ONLY_FOR = {Status.EXEMPT: (Item.SOPPA_FORM,), Status.NOT_REQUIRED: (Item.RFI_FORM, Item.SOPPA_FORM)}


# --- files ------------------------------------------------------------------------------------------------------------


def reread(history: Sequence[Findings], decisions: Iterable[Decision]) -> tuple[Findings, ...]:
    """The findings with every file as a person named it; a form read from a file that is none does not count."""
    named = [d for d in decisions if isinstance(d, Reclassified)]
    return tuple(_renamed(f, [d for d in named if (d.message_id, d.sent) == (f.message_id, f.sent)]) for f in history)


def _renamed(found: Findings, named: Sequence[Reclassified]) -> Findings:
    for decision in named:
        papers: list[PaperFinding] = []
        for paper in found.papers:
            if paper.document != decision.document:
                papers.append(paper)
            elif not any(p.document == decision.document for p in papers):
                papers.append(_paper(paper, decision))
        forms = tuple(
            f for f in found.forms if decision.document not in f.documents or _FORM_KINDS.get(f.form) == decision.kind
        )
        found = replace(found, papers=tuple(papers), forms=forms)
    return found


def _paper(paper: PaperFinding, decision: Reclassified) -> PaperFinding:
    said = Evidence(paper.filename, decision.why[:200], rule=f"named by {decision.who}")
    kept = paper.detail if paper.kind == decision.kind else ""
    return replace(
        paper, kind=decision.kind, pages=(), detail=kept, confidence=1.0, doubt="", evidence=(said, *paper.evidence)
    )


def unread_forms(items: Iterable[ItemVerdict], decisions: Iterable[Decision]) -> tuple[ItemVerdict, ...]:
    """A file that a person calls a District form, where none was recognised, makes it `unclear`: they must judge it."""
    named = {_FORM_ITEMS[d.kind]: d for d in decisions if isinstance(d, Reclassified) and d.kind in _FORM_ITEMS}
    return tuple(
        ItemVerdict(i.item, Status.UNCLEAR, named[i.item].filename, "could not be read as this form")
        if i.item in named and i.status is Status.MISSING
        else i
        for i in items
    )


def as_from_vendor(history: Sequence[Findings]) -> tuple[Findings, ...]:
    """The findings as if the vendor had written what staff handed in: a forward judged as far as it can be."""
    return tuple(replace(f, from_district=False) for f in history)


def as_attached(found: Findings) -> Findings:
    """What a mail brought that a person put into a submission: it belongs there, whatever it was taken for."""
    intent = found.intent if found.intent in ("how_to_submit", "withdrawal") else "submission"
    return replace(found, intent=intent, ignored=False, let_count=True)


# --- items ------------------------------------------------------------------------------------------------------------


def overridden(
    items: Iterable[ItemVerdict], decisions: Iterable[Decision]
) -> tuple[tuple[ItemVerdict, ...], tuple[str, ...]]:
    """The items as people decided them, and a sentence for each decision that later evidence speaks against."""
    said = {d.item: d for d in decisions if isinstance(d, Override)}
    decided, reasons = [], []
    for judged in items:
        override = said.get(judged.item)
        if override is None:
            decided.append(judged)
            continue
        decided.append(_decided(judged, override))
        if contradicts(judged, override):
            reasons.append(
                f"{_SPOKEN[judged.item]}: {override.who} decided {_told(override.status, override.value)} on "
                f"{override.at:%Y-%m-%d}; what came since says {_told(judged.status, judged.value)}."
            )
    return tuple(decided), tuple(reasons)


def _decided(judged: ItemVerdict, override: Override) -> ItemVerdict:
    same = judged.status is override.status
    return replace(
        judged,
        status=override.status,
        value=override.value or judged.value,
        detail=override.detail or (judged.detail if same else ""),
        source=judged.source or (override.basis.source if override.basis is not None else ""),
        open=judged.open if same else (),
        unsigned=judged.unsigned if same else False,
        decided=override.who,
    )


def contradicts(judged: ItemVerdict, override: Override) -> bool:
    """Whether what is judged now speaks against a decision: it says something else than the decision, and something
    else than what the person had before them when they decided."""
    if _agrees(judged, override):
        return False
    basis = override.basis
    if basis is None:
        return True
    worse = not set(judged.open) <= set(basis.open) or judged.unsigned > basis.unsigned
    return (judged.status, judged.value) != (basis.status, basis.value) or worse


def _agrees(judged: ItemVerdict, override: Override) -> bool:
    if judged.status in GOOD and override.status in GOOD:
        return not override.value or not judged.value or set(judged.value) == set(override.value)
    return judged.status is override.status and (not override.value or judged.value == override.value)


def _told(status: Status, value: Sequence[str]) -> str:
    return f"{status} ({', '.join(value)})" if value else str(status)


# --- what a person may say --------------------------------------------------------------------------------------------


def override_of(
    item: str,
    status: str,
    *,
    value: str,
    detail: str,
    judged: ItemVerdict | None,
    district: District,
    who: str,
    why: str,
    at: datetime,
) -> Override:
    """A person's words as an Override. `judged` is the item as it stands without any decision.

    Raises UsageError that says which words there are, or which value is wanted.
    """
    named = _word(Item, item, "item")
    given = _word(Status, status, "status")
    if named not in _ONLY_FOR.get(given, tuple(Item)):
        only = " or ".join(_ONLY_FOR[given])
        raise UsageError(f"{given} can only be said of {only}")
    values = _values(named, value, district) if value else ()
    known = judged is not None and judged.status is Status.RECEIVED and bool(judged.value)
    if given is Status.RECEIVED and named in (Item.LOCATIONS, Item.DEADLINE) and not values and not known:
        wanted = "the day, as --value 2027-01-15" if named is Item.DEADLINE else 'which, as --value "Name; Name"'
        raise UsageError(f"{named} received: say {wanted}")
    return Override(named, given, who, why, at, value=values, detail=detail, basis=judged)


def file_kind(word: str) -> Kind:
    """What a person may call a file. Raises UsageError."""
    if word not in FILE_KINDS:
        raise UsageError(f"{word!r} is no kind of file; say one of {', '.join(FILE_KINDS)}")
    return Kind(word)


def _word(words: type[Word], said: str, name: str) -> Word:
    try:
        return words(said)
    except ValueError:
        raise UsageError(f"{said!r} is no {name}; say one of {', '.join(words)}") from None


def _values(item: Item, text: str, district: District) -> tuple[str, ...]:
    if item is Item.DEADLINE:
        return (_day(text).isoformat(),)
    if item is not Item.LOCATIONS:
        raise UsageError(f"{item} takes no --value; only locations and deadline do")
    names = {name.casefold(): school.name for school in district.schools for name in (school.name, *school.aliases)}
    names |= {school.name.casefold(): school.name for school in district.schools}
    names[WHOLE_DISTRICT.casefold()] = WHOLE_DISTRICT
    said = [word.strip() for word in text.split(";") if word.strip()]
    unknown = [word for word in said if word.casefold() not in names]
    if unknown or not said:
        named = ", ".join(unknown) or "nothing"
        raise UsageError(f"--value: not on the school list: {named}; part several names with ;")
    return tuple(dict.fromkeys(names[word.casefold()] for word in said))


def _day(text: str) -> date:
    american = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text.strip())
    with suppress(ValueError):
        if american is not None:
            month, day, year = map(int, american.groups())
            return date(year, month, day)
        return date.fromisoformat(text.strip())
    raise UsageError(f"--value {text}: no day; write it as 2027-01-15 or 1/15/2027")
