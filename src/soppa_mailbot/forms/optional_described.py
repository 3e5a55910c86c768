"""Entries of `optional` that describe a place in an administrator's own words, tried when all else fits none.

"Schedule 1, Comments column" is a column of that part of the form; 'Exhibit 1 "Other" line' names its label between
quotes; "Artificial intelligence - what it does (if yes)" is what is asked after that question; "Reference 2 line" is a
row; "District's signature block" says no more than whose the places are that are the District's already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from soppa_mailbot.forms.labels import comparable, without_number
from soppa_mailbot.forms.optional import in_one_column
from soppa_mailbot.forms.party import heading_party, label_party, said_party
from soppa_mailbot.forms.signer import is_of_signer
from soppa_mailbot.model import Place

_KINDS = r"columns?|lines?|rows?|items?|fields?|box(?:es)?|spaces?|blanks?|cells?|entry|entries|answers?|questions?"
_QUOTED = re.compile(r"(?P<head>[^\"“”]*)[\"“](?P<label>[^\"“”]+)[\"”](?P<behind>.*)")
_A_KIND = re.compile(_KINDS, re.IGNORECASE)
_MARKS = " ,:;.-–—(["
_PARTING = re.compile(r"\s+[-–—]\s+|[:;,]\s+")
_KIND = re.compile(rf"(?:the\s+)?(?P<label>\S.*?)\s+(?P<kind>{_KINDS})", re.IGNORECASE)
_REMARK = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_IF_SO = re.compile(r"^\W*if\s+(?:yes|no|so|not|any|other|applicable|checked)\b[\s,:;.-]*", re.IGNORECASE)
_OF_HEAD = frozenset(comparable("section part question item paragraph no number follow-up follow up the of for in"))
_NUMBER = re.compile(
    r"(?:(?:question|item|paragraph|section|article|no\.?|number|q)\s*)?(?P<number>[A-J]?\.?\d{1,2}(?:\.\d{1,2})?[a-z]?)"
    r"(?:\W*(?:follow[- ]?up|answer|question))?",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"\b(?:block|section|part|area|use only|office use|signatures?)\b|^(?:for )?(?:the )?\S+ use\b", re.IGNORECASE
)
_FOR_ROW = frozenset({"line", "row", "entry"})
_BEFORE = 3  # places before a follow-up within which its question stands
_TOLD = 3  # words of a label that is hardly found twice


@dataclass(frozen=True, slots=True)
class _Said:
    """One way to take an entry."""

    label: str
    head: str = ""
    kind: str = ""  # "column", "row", ... as the entry has it


def with_described(places: Sequence[Place], unused: Iterable[str]) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """The places with `required` taken off where an entry describes them, and the entries that still name none."""
    free: set[str] = set()
    left = []
    for wanted in unused:
        found = next((f for said in _ways(wanted) if (f := _meant(said, places))), [])
        free.update(p.id for p in found)
        if not found and not _names_districts(wanted, places):
            left.append(wanted)
    return tuple(replace(p, required=False) if p.id in free else p for p in places), tuple(left)


def _ways(wanted: str) -> Iterator[_Said]:
    quoted = _QUOTED.fullmatch(wanted.strip())
    if quoted is not None:
        kind = _KIND.fullmatch(f"x {quoted['behind'].strip(' .')}")
        yield _Said(quoted["label"].strip(), _without_kind(quoted["head"]), _singular(kind["kind"]) if kind else "")
        return
    for text in dict.fromkeys((wanted.strip(), _REMARK.sub("", wanted).strip())):
        for cut in _PARTING.finditer(text):
            yield _of_kind(text[cut.end() :], text[: cut.start()])
        yield _of_kind(text, "")


def _without_kind(head: str) -> str:
    """What stands before a label between quotes, without what the label is called: 'Exhibit 1, the line "Other"'."""
    words = head.rstrip(_MARKS).split()
    if words and _A_KIND.fullmatch(words[-1]):
        words.pop()
        if words and words[-1].casefold() == "the":
            words.pop()
    return " ".join(words).strip(_MARKS)


def _of_kind(label: str, head: str) -> _Said:
    kind = _KIND.fullmatch(label)
    return _Said(kind["label"], head, _singular(kind["kind"])) if kind else _Said(label, head)


def _singular(kind: str) -> str:
    return {"entries": "entry", "boxes": "box"}.get(kind.casefold(), kind.casefold().rstrip("s"))


def _meant(said: _Said, places: Sequence[Place]) -> list[Place]:
    """The places that are meant, [] where that is not sure. Of what a signer is asked nothing is left open so."""
    words = comparable(_bare(said.label))
    if not words or is_of_signer(said.label) or (not said.head and not said.kind):
        return []
    asked = [(n, p) for n, p in enumerate(places) if p.kind != "check" and p.party != "district" and not p.signs]
    if said.kind in _FOR_ROW and words[-1].isdigit():
        row = [p for _, p in asked if comparable(p.label)[: len(words)] == words]
        return row if len(row) > 1 and _fits_head(said.head, row[0], places, places.index(row[0])) else []
    exact = [(n, p) for n, p in asked if words in _names(p)]
    if said.kind == "column" or not exact:
        column = [(n, p) for n, p in asked if len(words) < len(comparable(p.label)) and _ends_so(p, words)]
        fitting = [p for n, p in column if _fits_head(said.head, p, places, n)]
        if said.kind == "column" and len(fitting) > 1 and in_one_column(fitting):
            return fitting
        return [] if said.kind == "column" or not said.head or len(fitting) != 1 else fitting
    fitting = [p for n, p in exact if _fits_head(said.head, p, places, n)]
    if fitting and (said.head or len(fitting) == 1):
        return fitting if len(fitting) == 1 or in_one_column(fitting) else []
    return [exact[0][1]] if len(exact) == 1 and len(words) >= _TOLD else []


def _bare(label: str) -> str:
    """A label without its number, its remark and the condition that it begins with."""
    return _IF_SO.sub("", _REMARK.sub("", without_number(label.strip())[1] or label)).strip(" :")


def _names(place: Place) -> set[tuple[str, ...]]:
    return {comparable(_bare(text)) for text in (place.label, place.printed) if text}


def _ends_so(place: Place, words: tuple[str, ...]) -> bool:
    return any(name[-len(words) :] == words for name in (comparable(place.label), *_names(place)))


def _fits_head(head: str, place: Place, places: Sequence[Place], at: int) -> bool:
    """Whether a place is of the part of the form, or of the question, that an entry names before its label."""
    if not head:
        return True
    before: list[str] = []
    for other in reversed(places[:at]):
        text = other.group_label or other.label
        if text not in before:
            before.append(text)
        if len(before) == _BEFORE:
            break
    texts = [place.section, place.group_label, place.label, *before]
    numbered = _NUMBER.fullmatch(head.strip(" .:"))
    if numbered is not None:
        number = numbered["number"].casefold()
        return any(_number_of(text) == number for text in texts)
    words = [w for w in comparable(_REMARK.sub("", head)) if w not in _OF_HEAD]
    return bool(words) and any(set(words) <= set(comparable(text)) for text in texts)


def _number_of(text: str) -> str:
    return without_number(text)[0].strip(" .:()")


def _names_districts(wanted: str, places: Sequence[Place]) -> bool:
    """Whether an entry means a part of the form that is the District's anyway."""
    bare = _REMARK.sub("", wanted).strip()
    said = (wanted, bare, re.sub(r"\s*\bsignature block\b.*", " signature", bare, flags=re.IGNORECASE))
    named = any("district" in (label_party(t), heading_party(t), said_party(t)) for t in said)
    named = named or re.search(r"\b(?:district|board of education|lea|office use)\b", bare, re.IGNORECASE) is not None
    return bool(named and _BLOCK.search(bare)) and any(p.party == "district" for p in places)
