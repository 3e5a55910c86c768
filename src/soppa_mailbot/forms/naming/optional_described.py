"""Entries of `optional` that describe a place in an administrator's own words, tried when all else fits none.

"Schedule 1, Comments column" is a column of that part of the form; 'Exhibit 1 "Other" line' names its label between
quotes; "Artificial intelligence - what it does (if yes)" is what is asked after that question; "Reference 2 line" is a
row; "District's signature block" says no more than whose the places are that are the District's already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.labels import comparable, without_number
from soppa_mailbot.forms.common.signer import is_of_signer
from soppa_mailbot.forms.naming.optional import in_one_column
from soppa_mailbot.forms.naming.optional_follow_ups import after_question
from soppa_mailbot.forms.naming.party import heading_party, label_party, said_party
from soppa_mailbot.model import Place

_KINDS = r"columns?|lines?|rows?|items?|fields?|box(?:es)?|spaces?|blanks?|cells?|entry|entries|answers?|questions?"
_QUOTED = re.compile(r"(?P<head>[^\"“”]*)[\"“](?P<label>[^\"“”]+)[\"”](?P<behind>.*)")
_A_KIND = re.compile(_KINDS, re.IGNORECASE)
_SINGLE = re.compile(r"(^|\s)['‘]([^'‘’]+)['’](?!\w)")  # quotes, and no apostrophe
# No label has more than 160 characters: a pattern that may read on without end takes quadratic time.
# "the 'Other' line of question 7", "'Why needed' column for what is not collected"
_BEHIND_QUOTED = re.compile(
    rf"\s{{0,3}}(?P<kind>{_KINDS})?(?:\s{{1,3}}(?:of|in|under|on|at|from)\s{{1,3}}(?:the\s{{1,3}})?(?P<head>\S.{{0,160}}?)|"
    r"\s{1,3}(?:for|where|when|if)\s.*)?[\s.]{0,5}",
    re.IGNORECASE,
)
# "the remarks in part 2"; "insurance table" says no more than that a row is one of a table
_OF_PART = re.compile(
    r"(?:the\s{1,3})?(?P<label>\S.{0,160}?)\s{1,3}(?:of|in|under|on|at|from)\s{1,3}(?:the\s{1,3})?"
    r"(?:(?P<head>(?:question|item|part|section|exhibit|"
    r"schedule|article|appendix|attachment|annex|no\.?|§)\s?[A-Z0-9]{1,4}(?:\.\d{1,2})?|\d{1,2}(?:\.\d{1,2})?[a-z]?)|"
    r"(?:\w{1,40}\s{1,3}){0,3}(?:table|list|grid))",
    re.IGNORECASE,
)
_WHOLE_COLUMN = frozenset(comparable("remarks comments notes explanations"))
_FIRST_DATE = re.compile(
    r"(?:the\s+)?(?:(?:effective|agreement)\s+)?date\s+(?:(?:of|in|at)\s+the\s+(?:(?:first|opening|introductory)\s+"
    r"(?:sentence|line|paragraph)|preamble|heading)|at\s+the\s+(?:very\s+)?(?:top|beginning))(?:\s.*)?",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:date|dated|made on|as of|effective|entered into(?: on)?|day of)\W*$|^(?:effective )?date\b", re.IGNORECASE
)
_MARKS = " ,:;.-–—(["
_PARTING = re.compile(r"\s+[-–—]\s+|[:;,]\s+")
_KIND = re.compile(rf"(?:the\s+)?(?P<label>\S.*?)\s+(?P<kind>{_KINDS})", re.IGNORECASE)
_REMARK = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_IF_SO = re.compile(r"^\W*if\s+(?:yes|no|so|not|any|other|applicable|checked)\b[\s,:;.-]*", re.IGNORECASE)
_OF_HEAD = frozenset(comparable("section part question item paragraph no number follow-up follow up the of for in"))
_NUMBER = re.compile(
    r"(?:(?:question|item|paragraph|section|part|article|no\.?|number|q)\s*)?(?P<number>[A-J]?\.?\d{1,2}(?:\.\d{1,2})?[a-z]?)"
    r"(?:\W*(?:follow[- ]?up|answer|question))?",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:part|section|article|§)\s?(?P<number>\d{1,2}(?:\.\d{1,2})?)", re.IGNORECASE)
_BLOCK = re.compile(
    r"\b(?:block|box(?:es)?|section|part|area|half|side|use only|office use|signatures?)\b"
    r"|^(?:for )?(?:the )?\S+ use\b",
    re.IGNORECASE,
)
_CELL_OF_ROW = re.compile(r"t\d+r(?P<row>\d+)c\d+")  # id of a place in a table of a Word file
_LEVEL = 6.0  # points by which cells of one row may differ
_FOR_ROW = frozenset({"line", "row", "entry"})
_BEFORE = 3  # places before a follow-up within which its question stands
_NAME = 2  # words of a name that are hardly found twice
_ROWS = 3  # of a table, of which no more is known than that its cells come in equal steps
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
        found = found or after_question(wanted, places) or _first_date(wanted, places)
        free.update(p.id for p in found)
        if not found and not _names_districts(wanted, places):
            left.append(wanted)
    return tuple(replace(p, required=False) if p.id in free else p for p in places), tuple(left)


def _ways(wanted: str) -> Iterator[_Said]:
    quoted = _QUOTED.fullmatch(_SINGLE.sub(r"\1“\2”", wanted.strip()))
    if quoted is not None:
        behind = _BEHIND_QUOTED.fullmatch(quoted["behind"])
        kind = _singular(behind["kind"] or "") if behind else ""
        yield _Said(
            quoted["label"].strip(), _without_kind(quoted["head"]) or (behind["head"] or "" if behind else ""), kind
        )
        return
    for text in dict.fromkeys((wanted.strip(), _REMARK.sub("", wanted).strip())):
        for cut in _PARTING.finditer(text):
            yield _of_kind(text[cut.end() :], text[: cut.start()])
        yield _of_kind(text, "")
        if (of := _OF_PART.fullmatch(text)) is not None:
            yield _of_kind(of["label"], of["head"])


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
    if kind is None and set(comparable(label)) <= _WHOLE_COLUMN and comparable(label):
        return _Said(label, head, "column")
    return _Said(kind["label"], head, _singular(kind["kind"])) if kind else _Said(label, head)


def _singular(kind: str) -> str:
    return {"entries": "entry", "boxes": "box"}.get(kind.casefold(), kind.casefold().rstrip("s"))


def _meant(said: _Said, places: Sequence[Place]) -> list[Place]:
    """The places that are meant, [] where that is not sure. Of what a signer is asked nothing is left open so."""
    words = comparable(_bare(said.label))
    if not words or is_of_signer(said.label) or (not said.head and not said.kind):
        return []
    asked = [(n, p) for n, p in enumerate(places) if p.kind != "check" and p.party != "district" and not p.signs]
    if said.kind in _FOR_ROW and (words[-1].isdigit() or said.kind == "row"):
        row = [p for _, p in asked if comparable(p.label)[: len(words)] == words]
        row = row if words[-1].isdigit() or _in_one_row(row) else []
        return row if len(row) > 1 and _fits_head(said.head, row[0], places, places.index(row[0])) else []
    exact = [(n, p) for n, p in asked if words in _names(p)]
    if said.kind == "column" or not exact:
        column = [(n, p) for n, p in asked if len(words) < len(comparable(p.label)) and _ends_so(p, words)]
        fitting = [p for n, p in column if _fits_head(said.head, p, places, n)]
        if said.kind == "column" and len(fitting) > 1 and (in_one_column(fitting) or _is_stepped(fitting, places)):
            return fitting
        return [] if said.kind == "column" or not said.head or len(fitting) != 1 else fitting
    fitting = [p for n, p in exact if _fits_head(said.head, p, places, n)]
    if fitting and (said.head or len(fitting) == 1):
        return fitting if len(fitting) == 1 or in_one_column(fitting) else []
    return [exact[0][1]] if len(exact) == 1 and len(words) >= _TOLD else []


def _is_stepped(cells: Sequence[Place], places: Sequence[Place]) -> bool:
    """Whether controls of a Word file, which do not tell where they stand, come each at the same place of its row."""
    at = [n for n, p in enumerate(places) if p in cells and p.box is None]
    return len(at) == len(cells) >= _ROWS and len({b - a for a, b in pairwise(at)}) == 1 and at[1] - at[0] > 1


def _in_one_row(cells: Sequence[Place]) -> bool:
    """Whether cells are of one row of a table, each under its own head: "Liability carrier", "Liability limit"."""
    of_word = [_CELL_OF_ROW.fullmatch(p.id) for p in cells]
    if all(of_word):
        return len({m["row"] for m in of_word if m}) == 1
    tops = [p.box[1] for p in cells if p.box is not None]
    return len(tops) == len(cells) and max(tops) - min(tops) < _LEVEL and len({p.page for p in cells}) == 1


def _first_date(wanted: str, places: Sequence[Place]) -> list[Place]:
    """The form's first place, where an entry means "the date in the first sentence" and a date it is."""
    first = places[0] if places else None
    if first is None or not _FIRST_DATE.fullmatch(_REMARK.sub("", wanted).strip()) or first.party == "district":
        return []
    return [first] if first.kind == "date" or _DAY.search(first.label) or _DAY.search(first.printed) else []


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
    if of_part := _PART.fullmatch(head.strip(" .:")):
        return without_number(place.section)[0] == of_part["number"] or set(comparable(head)) <= set(
            comparable(place.section)
        )
    numbered = _NUMBER.fullmatch(head.strip(" .:"))
    if numbered is not None:
        number = numbered["number"].casefold()
        return any(without_number(text)[0] == number for text in texts)
    words = [w for w in comparable(_REMARK.sub("", head)) if w not in _OF_HEAD]
    return bool(words) and any(set(words) <= set(comparable(text)) for text in texts)


def _names_districts(wanted: str, places: Sequence[Place]) -> bool:
    """Whether an entry means a part of the form that is the District's anyway."""
    bare = _REMARK.sub("", wanted).strip()
    said = (wanted, bare, re.sub(r"\s*\bsignature block\b.*", " signature", bare, flags=re.IGNORECASE))
    named = any("district" in (label_party(t), heading_party(t), said_party(t)) for t in said)
    named = (
        named or re.search(r"\b(?:district|board of education|lea|office use|ours)\b", bare, re.IGNORECASE) is not None
    )
    named = named or _names_part(bare, places)
    return bool(named and _BLOCK.search(bare)) and any(p.party == "district" for p in places)


def _names_part(wanted: str, places: Sequence[Place]) -> bool:
    """Whether an entry has the name of the District's part of a form: "the Cedar Ford side of the signatures"."""
    names = {p.section for p in places if p.party == "district"}
    others = {w for p in places if p.party != "district" for w in comparable(p.section)}
    words = set(comparable(wanted)) - others
    return any(len(words & set(comparable(name))) >= _NAME for name in names)
