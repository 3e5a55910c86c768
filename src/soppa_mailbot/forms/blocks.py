"""Blocks of a Word blank: whose part of it a place is in, and under which heading it stands.

A heading speaks of all that follows. Heads side by side ("Operator | District" over the columns of a table, or parted
by a tab over two lines to sign on) speak of what stands under each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from soppa_mailbot.forms.parts import BESIDE
from soppa_mailbot.forms.party import MAX_HEADING, heading_party, is_heading, is_own_use, sides
from soppa_mailbot.forms.sections import plain, shown
from soppa_mailbot.forms.stream import Slot, Stream
from soppa_mailbot.model import Paragraph

_SIGNS = re.compile(r"\b(?:signature|signed|sign|by|names?|title|date|e-?mail|phone|telephone|address)\b", re.I)
_PARTED = re.compile(r"[ \xa0]{3,}|\t+")  # between heads of one paragraph
_REMARK = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_RUN_IN = re.compile(  # the name of a clause that its text goes on behind
    r"((?:article|section|exhibit|part)\s+(?:[0-9]+|[IVX]+)\b\W{0,3}(?:[A-Z][^.:]{2,50})?|[0-9]{1,2}[.)]\s+[A-Z][^.:]{2,50})"
    r"[.:–—]\s+\S",
    re.I,
)
_SENTENCE = 10  # words; a longer line that is no heading ends what was headed before


@dataclass(frozen=True)
class Head:
    """One of several heads side by side."""

    text: str
    party: str  # operator | district | "" (says nothing of that)


class Blocks:
    """The headings of a Word blank and what they speak of."""

    def __init__(self, flow: Sequence[Paragraph], stream: Stream) -> None:
        self.flow = flow
        self.slots: dict[int, list[Slot]] = {}
        for slot in stream.slots:
            self.slots.setdefault(slot.paragraph, []).append(slot)
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

    # --- heads side by side ---

    def _side_by_side_cells(self) -> None:
        tables: dict[int, dict[int, dict[int, list[int]]]] = {}
        for number, paragraph in enumerate(self.flow):
            if paragraph.cell is not None and paragraph.part not in ("header", "footer"):
                table, row, column = paragraph.cell
                tables.setdefault(table, {}).setdefault(row, {}).setdefault(column, []).append(number)
        for table, rows in tables.items():
            heads: dict[int, Head] = {}
            since = 0
            for row in sorted(rows):
                texts = {c: self._text(numbers) for c, numbers in rows[row].items()}
                said = sides(list(texts.values()))
                if said and not self._written_slots(rows[row].values()):
                    heads = {c: Head(t, s) for (c, t), s in zip(texts.items(), said, strict=True) if t}
                    below = [n for r in rows if r > row for numbers in rows[r].values() for n in numbers]
                    if any(_SIGNS.search(self.flow[n].text()) for n in below):
                        self._head_lines.update(n for numbers in rows[row].values() for n in numbers)
                        self.head_rows.add((table, row))
                        since = row
                        continue
                    heads = {}
                over = {c: max((h for h in heads if h <= c), default=-1) for c in rows[row]}
                for column, numbers in rows[row].items():
                    if row > since and over[column] in heads:
                        self.heads.update((s.id, heads[over[column]]) for n in numbers for s in self.slots.get(n, ()))

    def _side_by_side_lines(self) -> None:
        heads: list[Head] = []
        for number, paragraph in enumerate(self.flow):
            text = paragraph.text().strip()
            if paragraph.cell is not None or paragraph.part != "body":
                heads = []
                continue
            slots = self.slots.get(number, [])
            pieces = [p.strip() for p in _PARTED.split(text) if p.strip()]
            if not slots and (said := sides(pieces)):
                heads = [Head(t, s) for t, s in zip(pieces, said, strict=True)]
                self._head_lines.add(number)
            elif heads and slots and len(slots) % len(heads) == 0:
                each = len(slots) // len(heads)
                self.heads.update((s.id, heads[n // each]) for n, s in enumerate(slots))
            elif heads and text and (slots or len(pieces) != len(heads)):
                heads = []

    def _text(self, numbers: Iterable[int]) -> str:
        return " ".join(self.flow[n].text().strip() for n in numbers).strip()

    def _written_slots(self, cells: Iterable[Sequence[int]]) -> bool:
        """Whether a row holds a place that is more than an empty cell."""
        return any(not s.is_cell for numbers in cells for n in numbers for s in self.slots.get(n, ()))

    # --- headings ---

    def _walked(self) -> dict[int, str]:
        """Paragraph -> party. A District part ends with its table, with the next heading, or where it says so."""
        out: dict[int, str] = {}
        party, table, filled = "operator", None, False
        for number, paragraph in enumerate(self.flow):
            if paragraph.part in ("header", "footer"):
                continue
            slots = self.slots.get(number, [])
            text = paragraph.text().strip()
            said = "" if slots and paragraph.cell is None and not _alone(slots) else heading_party(text)
            said = "section" if number in self._head_lines else said
            here = paragraph.cell[0] if paragraph.cell else None
            if said:
                party = ("district" if is_own_use(text) else BESIDE) if said == "district" else "operator"
                table, filled = here, False
            elif (
                party in ("district", BESIDE)
                and filled
                and (
                    (table is not None and here != table) or (not slots and paragraph.cell is None and is_heading(text))
                )
            ):
                party = "operator"
            if slots:
                filled = True
                table = here if table is None else table
            lead, colon, _ = text.partition(":")
            # "District only: Reviewed by ____ on ____" speaks of its own line
            own = slots and paragraph.cell is None and colon and is_own_use(lead) and heading_party(lead) == "district"
            out[number] = "district" if own else party
        return out

    def sections(self, labels: Iterable[str]) -> dict[str, str]:
        """Slot -> the heading that it stands under. `labels` of places are no headings."""
        known = {plain(label) for label in labels}
        alone = self._alone_in_row()
        out: dict[str, str] = {}
        section, filled, run_in, table = "", False, False, None
        for number, paragraph in enumerate(self.flow):
            text = paragraph.text().strip()
            if paragraph.part in ("header", "footer"):
                continue
            slots = self.slots.get(number, [])
            here = paragraph.cell[0] if paragraph.cell else None
            if filled and table is not None and here != table:
                section = ""  # what was said of a table's rows, or before a table that is over
            headed = not slots and number not in self._head_lines
            head = self._heading(text, known, sure=number in alone or filled) if headed else ""
            clause = None if paragraph.cell is not None else _RUN_IN.match(text)
            if head and (paragraph.cell is None or number in alone):
                section, filled, run_in = head, False, False
            elif clause is not None:
                section, filled, run_in = shown(clause[1]), False, True
            elif text and not slots and paragraph.cell is None:
                ends = filled and (len(text.split()) > _SENTENCE or text[-1] in ".:")
                section = "" if run_in or ends or number in self._head_lines else section
            for slot in slots:
                over = self.heads.get(slot.id)
                out[slot.id] = shown(over.text) if over is not None and over.party else section
            filled = filled or bool(slots)
            table = here
        return out

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


def _alone(slots: Sequence[Slot]) -> bool:
    return all(s.id.endswith(":after") for s in slots)
