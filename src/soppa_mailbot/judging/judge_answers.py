"""The schools and the approval date over all that a conversation brought. Pure.

The newest statement replaces older ones, if it is one: a reply that adds a school leaves the others, and a school or a
day that it names for another reason changes nothing that is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.finding.locations.bearing import ADDS, DROPS, EXCHANGES, PASSING
from soppa_mailbot.finding.locations.places_weighed import DISTRICT_WIDE
from soppa_mailbot.finding.unread_answers import NOT_READ
from soppa_mailbot.model import (
    DeadlineFinding,
    Evidence,
    Findings,
    Item,
    ItemVerdict,
    LocationsFinding,
    Status,
)

_ORDER_OF_SOURCES = ("body", "rfi_form", "order_form")
_EARLIER = "earlier"
_SPOKEN_SOURCE = {
    "body": "the mail",
    "rfi_form": "the RFI form",
    "order_form": "the order form",
    _EARLIER: "an earlier mail",
}

History = Sequence[Findings]  # oldest first; only messages that contribute
Places = tuple[str, LocationsFinding]  # where they stand: "body", "rfi_form" or "order_form"


# --- schools and departments ----


def locations(history: History) -> ItemVerdict:
    """The newest statement; within a message the body before the RFI form before the order form."""
    kept: Places | None = None
    before: Places | None = None  # the latest certain ones, while what was added to them is unclear
    for number, findings in enumerate(history):  # oldest first
        said = _places_of(findings, later=number > 0)
        if said is not None and number:
            said = _upon(said, kept, before)
        if said is None or not (kept is None or _replaces(said[0], said[1].status, kept[0], kept[1].status)):
            continue
        adding = said[1].status is Status.UNCLEAR and said[1].bearing in (ADDS, EXCHANGES)
        before = (before or _certain(kept)) if adding else None
        kept = said
    if kept is None:
        return ItemVerdict(Item.LOCATIONS, Status.MISSING)
    kind, finding = kept
    return ItemVerdict(
        Item.LOCATIONS, finding.status, _source(kind, finding.evidence), finding.detail, finding.value, finding.evidence
    )


def _certain(one: Places | None) -> Places | None:
    return one if one is not None and one[1].status is Status.RECEIVED else None


def _upon(said: Places, kept: Places | None, before: Places | None) -> Places | None:
    """What a later mail's words make of the places that were named before; None where they change nothing."""
    kind, new = said
    base = _certain(kept) or before
    old = base[1].value if base is not None else ()
    if new.bearing == PASSING:
        if kept is not None or new.status is not Status.RECEIVED:
            return None
        return kind, replace(new, status=Status.UNCLEAR, detail="named, but not as where the software will be used")
    if new.bearing == DROPS:
        left = tuple(v for v in old if v not in new.without)
        if left == old and DISTRICT_WIDE not in old:
            return None
        if not left or DISTRICT_WIDE in old:
            return said
        return kind, replace(new, status=Status.RECEIVED, value=left, detail="")
    if not old or new.status is not Status.RECEIVED or DISTRICT_WIDE in new.value:
        return said
    if new.bearing == EXCHANGES:
        old = tuple(v for v in old if v not in new.without) if set(old) & set(new.without) else ()
    elif new.bearing != ADDS and (new.bearing or before is None or kind != "body"):
        return said
    if DISTRICT_WIDE in old:
        return None
    return kind, replace(new, value=tuple(dict.fromkeys((*old, *new.value))))


def _places_of(findings: Findings, *, later: bool) -> Places | None:
    told = [(k, f) for s in _ORDER_OF_SOURCES for k, f in findings.locations if k == s and f.status != Status.MISSING]
    if later:
        told = [(k, f) for k, f in told if f.bearing != PASSING] or told
    if not told:
        return None
    first = told[0]
    if first[1].status == Status.UNCLEAR:
        # "Jefferson" in the mail, "Jefferson Middle School" on the form: the form says which
        for kind, finding in told[1:]:
            if (
                finding.status == Status.RECEIVED
                and first[1].value
                and all(_within(v, finding.value) for v in first[1].value)
            ):
                return kind, finding
    return first


def _within(words: str, names: Sequence[str]) -> bool:
    wanted = set(re.findall(r"\w+", words.casefold()))
    return bool(wanted) and any(wanted <= set(re.findall(r"\w+", name.casefold())) for name in names)


def _replaces(kind: str, status: Status, old_kind: str, old_status: Status) -> bool:
    """The newer statement counts, except a weaker source's against what the vendor has said in so many words."""
    if kind == "body" or old_status != Status.RECEIVED:
        return True
    return status == Status.RECEIVED and _ORDER_OF_SOURCES.index(kind) <= _ORDER_OF_SOURCES.index(old_kind)


# --- deadline ----


def deadline(history: History) -> ItemVerdict:
    """The newest statement; two different dates, in one message or left standing from an older one, are unclear."""
    kept: ItemVerdict | None = None
    by = ""
    for findings in history:  # oldest first
        said = _date_of(findings)
        if said is None:
            continue
        kind, verdict, how = said
        if how and kept is not None and kept.status == Status.RECEIVED:
            if how != PASSING and verdict.status == Status.RECEIVED and verdict.value != kept.value:
                # nobody says that the new one replaces the other
                kept, by = _conflict([(_EARLIER if by == kind else by, kept), (kind, verdict)]), "conflict"
            continue
        if how == PASSING and verdict.status != Status.RECEIVED and kept is not None:
            continue
        if kept is None or kind == "body" or kept.status != Status.RECEIVED:
            if kept is not None and kept.status == Status.RECEIVED and _vague(verdict):
                continue  # "as soon as possible" takes back no date
            if kept is not None and by == "conflict" and kind != "body":
                continue  # the same form again settles nothing; a word of the vendor's does
            kept, by = verdict, "conflict" if len(verdict.value) > 1 else kind
        elif verdict.status == Status.RECEIVED and verdict.value != kept.value:
            if _ORDER_OF_SOURCES.index(kind) <= _ORDER_OF_SOURCES.index(by):
                kept, by = verdict, kind
            else:
                kept, by = _conflict([(by, kept), (kind, verdict)]), "conflict"
    return kept or ItemVerdict(Item.DEADLINE, Status.MISSING)


def _date_of(findings: Findings) -> tuple[str, ItemVerdict, str] | None:
    """(where it stands, the day, its bearing on earlier ones)."""
    every = [(k, f) for s in _ORDER_OF_SOURCES for k, f in findings.deadlines if k == s and f.status != Status.MISSING]
    found = [(k, f) for k, f in every if f.bearing != PASSING] or every
    told = [(k, _as_verdict(k, f)) for k, f in found]
    dated = [(k, v) for k, v in told if v.status == Status.RECEIVED]
    if not told:
        return None
    if len({v.value for _, v in dated}) > 1:
        return told[0][0], _conflict(dated), ""
    first = told[0]
    unread = next((v for _, v in told if any(e.rule == NOT_READ for e in v.evidence)), None)
    if dated and unread is not None:
        return first[0], unread, ""  # the form's own day can't be read, and seems to be another
    if first[1].status == Status.UNCLEAR and dated and _vague(first[1]):
        return (*dated[0], "")  # "ASAP, see the form", and the form names the day
    return (*first, found[0][1].bearing)


def _as_verdict(kind: str, finding: DeadlineFinding) -> ItemVerdict:
    value = (finding.value.isoformat(),) if finding.value else (finding.words,) if finding.words else ()
    return ItemVerdict(
        Item.DEADLINE, finding.status, _source(kind, finding.evidence), finding.detail, value, finding.evidence
    )


def _vague(verdict: ItemVerdict) -> bool:
    """Unclear without naming any day at all."""
    return verdict.status == Status.UNCLEAR and not any(c.isdigit() for words in verdict.value for c in words)


def _conflict(dated: Sequence[tuple[str, ItemVerdict]]) -> ItemVerdict:
    unlike = {v.value[0]: (k, v) for k, v in reversed(dated) if v.value}
    told = [f"{_SPOKEN_SOURCE[k]} says {day}" for day, (k, _) in reversed(unlike.items())]
    evidence = tuple(e for _, v in dated for e in v.evidence)
    sources = ", ".join(dict.fromkeys(v.source for _, v in dated))
    return ItemVerdict(
        Item.DEADLINE,
        Status.UNCLEAR,
        sources,
        "two different dates: " + ", ".join(told),
        tuple(sorted(unlike)),
        evidence,
    )


def _source(kind: str, evidence: Sequence[Evidence]) -> str:
    """ "body", or the name of the file where it stands."""
    return "body" if kind == "body" else next((e.source for e in evidence if e.source), kind)
