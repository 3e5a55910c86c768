"""Blocks of a Word blank: whose part of it a place is in, and under which heading it stands.

A heading speaks of all that follows. Heads side by side ("Operator | District" over the columns of a table, or parted
by a tab over two lines to sign on) speak of what stands under each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.common.slots import Slot, Stream
from soppa_mailbot.forms.naming.parts import BESIDE
from soppa_mailbot.forms.naming.party import (
    LONGEST_NAME,
    MAX_HEADING,
    heading_party,
    is_districts_name,
    is_heading,
    is_office,
    is_own_use,
    label_party,
    names_operator,
    opens_own_line,
    sides,
)
from soppa_mailbot.forms.naming.sections import plain, shown
from soppa_mailbot.forms.word.line_labels import line_labels
from soppa_mailbot.model import Paragraph

_SIGNS = re.compile(
    r"\W*(?:(?:authori[sz]ed|printed|print|typed|full|contact)\s+)*(?:signature|signed|sign|by|names?|title|position|"
    r"date|e-?mail|phone|telephone|address)\b(?:\W+\w+){0,4}\W*$",
    re.I,
)
_FOR = re.compile(r"for\b|on behalf of\b|(?:to be )?(?:completed|filled (?:in|out)) by\b", re.I)
_OFFICE = re.compile(r"\b(?:office|district|school|internal)\s+use\b", re.I)
_FEWEST = 2  # labels of what is signed, under heads that name the parties
_SIGNATURE = re.compile(r"\b(?:signature|signed|sign|by)\b", re.I)
_DAY = re.compile(r"\bdated?\b", re.I)
_OPERATORS = re.compile(r"\b(?:operator|vendor|provider|contractor|company|supplier|consultant)\b", re.I)
_PARTIES = re.compile(rf"(?:{_OPERATORS.pattern}|\b(?:district|school|lea|board)\b)(?:['’]s)?", re.I)
_LINE = re.compile(r"_{3,}")
_PARTED = re.compile(r"[ \xa0]{3,}|\t+")  # between heads of one paragraph
_ONLY = re.compile(r"\bonly\b", re.I)
_REMARK = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_RUN_IN = re.compile(  # the name of a clause that its text goes on behind
    r"((?:article|section|exhibit|part)\s+(?:[0-9]+|[IVX]+)\b\W{0,3}(?:[A-Z][^.:]{2,50})?|[0-9]{1,2}[.)]\s+[A-Z][^.:]{2,50})"
    r"[.:–—]\s+\S",
    re.I,
)
_ORDINAL = re.compile(
    r"(?:exhibit|schedule|attachment|appendix|annex|section|part|article)\s+(?:[0-9]+|[ivx]+|[a-z])\W*", re.I
)
_SENTENCE = 10  # words; a longer line that is no heading ends what was headed before


@dataclass(frozen=True)
class Head:
    """One of several heads side by side."""

    text: str
    party: str  # operator | district | BESIDE | "" (says nothing of that)


class Blocks:
    """The headings of a Word blank and what they speak of."""

    def __init__(self, flow: Sequence[Paragraph], stream: Stream) -> None:
        self.flow = flow
        self.slots: dict[int, list[Slot]] = {}
        for slot in stream.slots:
            self.slots.setdefault(slot.paragraph, []).append(slot)
        self._line_labels = line_labels(flow)
        self.captions = {label for labels in self._line_labels.values() for label in labels}
        self.heads: dict[str, Head] = {}  # by slot
        self.head_rows: set[tuple[int, int]] = set()  # (table, row)
        self._head_lines: set[int] = set()
        self._side_by_side_cells()
        self._side_by_side_lines()
        self._parties = self._walked()

    def party(self, slot: Slot) -> str:
        """operator | district | BESIDE, by the heads or the heading over it."""
        head = self.heads.get(slot.id)
        if head is not None and head.party and slot.kind != "check":
            return head.party
        return self._parties.get(slot.paragraph, "operator")

    def of_line(self, slot: Slot) -> str:
        """district where the slot's line says so at its start: "For the District: Date ____", "OFFICE USE: ____"."""
        text = self.flow[slot.paragraph].text().strip() if 0 <= slot.paragraph < len(self.flow) else ""
        said, colon, rest = text.partition(":")
        told = _FOR.match(said) or _OFFICE.search(said)
        theirs = colon and told and "_" not in said and heading_party(said) == "district"
        return "district" if theirs and not names_operator(rest) else ""

    # --- heads side by side ---

    def _side_by_side_cells(self) -> None:
        tables: dict[int, dict[int, dict[int, list[int]]]] = {}
        for number, paragraph in enumerate(self.flow):
            if paragraph.cell is not None and paragraph.part not in ("header", "footer"):
                table, row, column = paragraph.cell
                tables.setdefault(table, {}).setdefault(row, {}).setdefault(column, []).append(number)
        for table, rows in tables.items():
            heads: dict[int, Head] = {}
            self._row_by_row(rows)
            self._of_one_column(table, rows)
            self._a_cell_each(rows)
            for row in sorted(rows):
                texts = {c: self._text(numbers) for c, numbers in rows[row].items()}
                below = [{c: self._text(n) for c, n in rows[r].items()} for r in sorted(rows) if r > row]
                found = {} if heads and _is_signed_row(texts) else _heads(texts, below)
                pure = found and not self._written_slots(rows[row].values()) and _sided(texts.values())
                pure = pure and not (
                    _is_signed_row(texts) and not any(_is_signed(t) for r in below for t in r.values())
                )
                if found and not (heads and not pure):
                    heads = found
                    if pure and (_SIGNATURE.search(" ".join(t for r in below for t in r.values())) or len(texts) < 4):
                        self.head_rows.add((table, row))
                        self._head_lines.update(n for numbers in rows[row].values() for n in numbers)
                        continue
                for column, numbers in rows[row].items():
                    over = max((h for h in heads if h <= column), default=-1)
                    if over >= 0:
                        self.heads.update((s.id, heads[over]) for n in numbers for s in self.slots.get(n, ()))

    def _row_by_row(self, rows: Mapping[int, Mapping[int, Sequence[int]]]) -> None:
        """A row for each party, under heads that tell what it signs: "Signature | Title | Date"."""
        first = min(rows)
        heads = [self._text(numbers) for numbers in rows[first].values()]
        names = {r: self._text(rows[r][min(rows[r])]) for r in rows if r != first}
        said = sides([t.strip(" :") for t in names.values()])
        if said and sum(bool(_SIGNS.match(t)) for t in heads) >= _FEWEST:
            for (row, name), party in zip(names.items(), said, strict=True):
                for numbers in rows[row].values():
                    self.heads.update((s.id, Head("", party)) for n in numbers for s in self.slots.get(n, ()) if party)
                    self._head_lines.update(n for n in numbers if party and name == self._text(numbers))

    def _a_cell_each(self, rows: Mapping[int, Mapping[int, Sequence[int]]]) -> None:
        """Cells that hold all that a party signs, under its name: "Member / Signature: __ / Date: __" beside it."""
        for cells in rows.values():
            full = [numbers for numbers in cells.values() if self._text(numbers)]
            heads = [[*takewhile(lambda n: not self.slots.get(n), numbers)] for numbers in full]
            if not all(_SIGNATURE.search(self._text(ns[len(h) :])) for ns, h in zip(full, heads, strict=True)):
                continue
            heads = heads if self._sides(heads) else [h[:1] for h in heads]  # a sentence may follow the name
            for numbers, head, party in zip(full, heads, self._sides(heads), strict=False):
                over = Head(" ".join(self._text(head).split()), party)
                self.heads.update((s.id, over) for n in numbers for s in self.slots.get(n, ()) if party)

    def _sides(self, heads: Iterable[Sequence[int]]) -> list[str]:
        return sides([self._text(h).strip(" :") for h in heads])

    def _of_one_column(self, table: int, rows: Mapping[int, Mapping[int, Sequence[int]]]) -> None:
        """A column of the District's own among others: "Item | Vendor response | District use"."""
        for row in sorted(rows):
            texts = {c: self._text(numbers).strip(" :") for c, numbers in rows[row].items()}
            said = {c: heading_party(t) for c, t in texts.items()}
            full = len(texts) > 1 and all(t for c, t in texts.items() if c)
            if not full or "district" not in said.values() or self._written_slots(rows[row].values(), colons=True):
                continue
            self._head_lines.update(n for numbers in rows[row].values() for n in numbers)
            mine = {c for c in said if said[c] == "district"}
            for lower in (r for r in rows if r > row):
                for column, numbers in rows[lower].items():
                    if max((c for c in said if c <= column), default=-1) in mine:
                        here = "district" if any(is_own_use(texts[c]) for c in mine) else BESIDE
                        self.heads.update((s.id, Head("", here)) for n in numbers for s in self.slots.get(n, ()))

    def _side_by_side_lines(self) -> None:
        heads: list[Head] = []
        last: list[Slot] = []  # of the line before
        for number, paragraph in enumerate(self.flow):
            text = paragraph.text().strip()
            if paragraph.cell is not None or paragraph.part != "body":
                heads, last = [], []
                continue
            slots = self.slots.get(number, [])
            pieces = [p.strip() for p in _PARTED.split(text) if p.strip()]
            bare = [p[1:-1] if p.startswith("(") and p.endswith(")") else p for p in pieces]
            if not slots and (said := sides(bare)):
                heads = [Head(t, s) for t, s in zip(bare, said, strict=True)]
                self._head_lines.add(number)
                if pieces[0].startswith("(") and len(last) == len(heads):
                    self._under(heads, last)  # "(Operator)   (District)" under the lines that they sign on
            elif len(slots) > 1 and (found := self._labelled(number)):
                heads = found
                self._under(heads, slots)
            elif heads and slots and len(slots) % len(heads) == 0:
                self._under(heads, slots)
            elif heads and text and (slots or len(pieces) != len(heads)):
                heads = []
            last = slots or (last if not text else [])

    def _under(self, heads: Sequence[Head], slots: Sequence[Slot]) -> None:
        each = len(slots) // len(heads)
        self.heads.update((s.id, heads[n // each]) for n, s in enumerate(slots))

    def _labelled(self, number: int) -> list[Head]:
        """Heads that are labels of lines themselves, over lines with equal labels: "Operator: __ District: __"."""
        texts = [t.strip(" \t:") for t in _LINE.split(self.flow[number].text())]
        after = next((p for p in self.flow[number + 1 :] if p.text().strip()), None)
        if after is None or after.cell is not None:
            return []
        below = [t.strip(" \t:") for t in _LINE.split(after.text())]
        found = _heads(dict(enumerate(t for t in texts if t)), [dict(enumerate(t for t in below if t))])
        return [*found.values()] if len(found) == len(self.slots[number]) else []

    def _text(self, numbers: Iterable[int]) -> str:
        return " ".join(self.flow[n].text().strip() for n in numbers).strip()

    def _written_slots(self, cells: Iterable[Sequence[int]], *, colons: bool = False) -> bool:
        """Whether a row holds a place that is more than an empty cell, or, with `colons`, a label's colon."""
        slots = [s for numbers in cells for n in numbers for s in self.slots.get(n, ())]
        return any(not s.is_cell and (colons or not s.id.endswith(":after")) for s in slots)

    # --- headings ---

    def _walked(self) -> dict[int, str]:
        """Paragraph -> party. A District part ends with its table, with the next heading, or where it says so."""
        out: dict[int, str] = {}
        party, table, filled = "operator", None, False
        own, own_cell = -1, None  # a paragraph that is the District's by its first words, and its cell
        for number, paragraph in enumerate(self.flow):
            if paragraph.part in ("header", "footer"):
                continue
            slots = self.slots.get(number, [])
            text = paragraph.text().strip()
            said = "" if slots and paragraph.cell is None and not _alone(slots) else heading_party(text)
            if not slots and not said and is_districts_name(text, longest=LONGEST_NAME) and self._signed_under(number):
                said = "district"
            said = "section" if number in self._head_lines else said
            here = paragraph.cell[0] if paragraph.cell else None
            if said:
                party = ("district" if is_own_use(text) else BESIDE) if said == "district" else "operator"
                table, filled = here, False
            elif (
                party in ("district", BESIDE)
                and filled
                and (
                    (table is not None and here != table)
                    or (not slots and paragraph.cell is None and is_heading(text) and not self._is_caption(text))
                )
            ):
                party = "operator"
            if slots:
                filled = True
                table = here if table is None else table
            if slots and _is_own_line(text, in_cell=paragraph.cell is not None):
                own, own_cell = number, paragraph.cell
            mine = own == number or (own_cell is not None and paragraph.cell == own_cell)
            out[number] = "district" if mine and said != "operator" else party
        return out

    def _is_caption(self, text: str) -> bool:
        return all(tidy(piece) in self.captions for piece in _PARTED.split(text))

    def _signed_under(self, number: int) -> bool:
        """Whether a paragraph stands right over a line to sign on, in a form that has a head of the operator's, too."""
        after = next((n for n in range(number + 1, len(self.flow)) if self.flow[n].text().strip()), None)
        if after is None or not self.slots.get(after) or self.flow[after].cell != self.flow[number].cell:
            return False
        captions = self._line_labels.get(after, ())  # "Superintendent" under the line
        if not _SIGNATURE.search(self.flow[after].text()) and not any(map(_is_signers_caption, captions[:1])):
            return False
        return any(heading_party(p.text()) == "operator" for p in self.flow if p.part not in ("header", "footer"))

    def sections(self, labels: Iterable[str]) -> dict[str, str]:
        """Slot -> the heading that it stands under. `labels` of places are no headings."""
        known = {plain(label) for label in labels}
        titles = self._titles()
        alone = self._alone_in_row()
        out: dict[str, str] = {}
        section, block, filled, run_in = "", "", False, False
        table: int | None = None
        cell: tuple[int, int, int] | None = None  # with a head of its own, `block`
        for number, paragraph in enumerate(self.flow):
            text = paragraph.text().strip()
            if paragraph.part in ("header", "footer"):
                continue
            slots = self.slots.get(number, [])
            here = paragraph.cell[0] if paragraph.cell else None
            if filled and table is not None and here != table:
                section = ""  # what was said of a table's rows, or before a table that is over
            headed = not slots and number not in self._head_lines and number not in titles
            head = self._heading(text, known, sure=number in alone or filled) if headed else ""
            clause = None if paragraph.cell is not None else _RUN_IN.match(text)
            inside = paragraph.cell is not None and number not in alone
            if inside and heading_party(text) in ("operator", "district") and self._places_in(paragraph.cell):
                cell, block = paragraph.cell, shown(_REMARK.sub("", text))
            elif paragraph.cell != cell:
                cell, block = None, ""
            if head and not inside:
                ordinal = not filled and _ORDINAL.fullmatch(section)  # "EXHIBIT A" over "SCHEDULE OF DATA"
                section, filled, run_in = shown(f"{section}. {head}") if ordinal else head, False, False
            elif clause is not None:
                section, filled, run_in = shown(clause[1]), False, True
            elif text and not slots and paragraph.cell is None:
                ends = filled and (len(text.split()) > _SENTENCE or text[-1] in ".:")
                section = "" if run_in or ends or number in self._head_lines else section
            for slot in slots:
                over = self.heads.get(slot.id)
                out[slot.id] = shown(over.text) if over is not None and over.text else block or section
            filled = filled or bool(slots)
            table = here
        return out

    def _titles(self) -> set[int]:
        """The form's own title and the District's name over it, which head no part of it."""
        first: list[int] = []
        for number, paragraph in enumerate(self.flow):
            text = paragraph.text().strip()
            if paragraph.part in ("header", "footer") or not text:
                continue
            if paragraph.cell is not None or self.slots.get(number) or not is_heading(_REMARK.sub("", text)):
                break
            first.append(number)
        if len(first) > 1 and not is_districts_name(self.flow[first[-1]].text().strip()):
            first.pop()  # the head of the first part
        return set(first)

    def _places_in(self, cell: tuple[int, int, int] | None) -> bool:
        return any(self.flow[n].cell == cell for n in self.slots)

    def _heading(self, text: str, labels: set[str], *, sure: bool) -> str:
        """The words of a heading. `sure`: a short line where one is likely, whatever its letters are."""
        bare = _REMARK.sub("", text)
        if not bare or plain(bare) in labels or plain(text) in labels or len(bare.split()) > MAX_HEADING:
            return ""
        short = sure and bare[0].isupper() and len(bare.split()) <= _SENTENCE and bare[-1] not in ".;,:?"
        return shown(bare) if short or is_heading(bare) or heading_party(bare) else ""

    def _alone_in_row(self) -> set[int]:
        """Paragraphs that are all there is in a row of a table: "Section 1 - Vendor" across its columns."""
        rows: dict[tuple[int, int], dict[int, list[int]]] = {}
        for number, paragraph in enumerate(self.flow):
            if paragraph.cell is not None:
                table, row, column = paragraph.cell
                rows.setdefault((table, row), {}).setdefault(column, []).append(number)
        wide = {table for (table, _), cells in rows.items() if len(cells) > 1}
        one = [c for (t, _), cells in rows.items() for c in cells.values() if t in wide and len(cells) == 1]
        return {numbers[0] for numbers in one if sum(bool(self.flow[n].text().strip()) for n in numbers) == 1}


def _is_own_line(text: str, *, in_cell: bool) -> bool:
    """Whether a line with places is the District's by its first words: "District only: Reviewed by ____ on ____",
    "OFFICE USE ONLY     Reviewed by: ____"."""
    lead, colon, _ = text.partition(":")
    if opens_own_line(text) and (_ONLY.search(lead) or _PARTED.search(lead)):
        return True
    return bool(colon) and not in_cell and is_own_use(lead) and heading_party(lead) == "district"


def _is_signed(label: str) -> bool:
    """Whether a label is one of a signature's line, and not "Date signed"."""
    return _SIGNATURE.search(label) is not None and not _DAY.search(label)


def _is_signers_caption(caption: str) -> bool:
    """Whether the words under a line say that it is signed: "Signature", or an office of the District's alone."""
    return _is_signed(caption) or is_office(caption)


def _is_signed_row(texts: Mapping[int, str]) -> bool:
    """Whether a row under heads is signed itself: "Operator signature | (white) | District signature | (white)"."""
    told = [c for c, text in texts.items() if text]
    return len(told) > 1 and all(_SIGNATURE.search(texts[c]) and texts.get(c + 1) == "" for c in told)


def _heads(texts: Mapping[int, str], below: Sequence[Mapping[int, str]]) -> dict[int, Head]:
    """Column -> head, of a row that names both parties; `below` are the rows under it.

    Heads stand over what is signed, or over columns that say the same: "By: ____" and "By: ____". In the latter case
    the first labels may tell the parties: "Signature of Operator", "Signature of the District".
    """
    columns = [c for c in sorted(texts) if texts[c].strip(" _:")]
    heads = [texts[c].strip(" _:\t") for c in columns]
    said = sides(heads)
    alike = [_alike({c: t.strip(" _:") for c, t in row.items()}, columns) for row in below]
    if said and (any(alike) or sum(bool(_SIGNS.match(t)) for row in below for t in row.values()) >= _FEWEST):
        return {c: Head(h, s) for c, h, s in zip(columns, heads, said, strict=True)}
    labels = [label_party(h) or ("operator" if _OPERATORS.search(h) else "") for h in heads]
    if len(columns) == 2 and set(labels) == {"operator", "district"} and any(alike):
        return {c: Head("", s) for c, s in zip(columns, labels, strict=True)}
    return {}


def _alike(row: Mapping[int, str], columns: Sequence[int]) -> bool:
    """Whether a row says the same under each of the columns of heads."""
    parts: dict[int, list[str]] = {c: [] for c in columns}
    for column in sorted(row):
        over = max((c for c in columns if c <= column), default=-1)
        if over >= 0 and row[column].strip(" _:"):
            parts[over].append(" ".join(_PARTIES.sub(" ", plain(row[column])).split()))
    said = [p for p in parts.values() if p]
    return len(said) > 1 and all(p == said[0] for p in said)


def _sided(heads: Iterable[str]) -> bool:
    return bool(sides([h.strip(" :") for h in heads if h.strip()]))


def _alone(slots: Sequence[Slot]) -> bool:
    return all(s.id.endswith(":after") for s in slots)
