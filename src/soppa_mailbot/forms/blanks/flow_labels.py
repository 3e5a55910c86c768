"""Labels of a Word blank's places: the words of the paragraph around them, of the lines under and over them."""

from __future__ import annotations

from dataclasses import replace

from soppa_mailbot.forms.common.labels import remark_behind, tidy, with_follow_up
from soppa_mailbot.forms.common.line_breaks import first_line, last_line, last_sentence, without_term
from soppa_mailbot.forms.common.signer import is_signers_caption
from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.values import CENTURY
from soppa_mailbot.forms.naming.behind_lines import own_label
from soppa_mailbot.forms.pages.trailing import are_trailing
from soppa_mailbot.forms.word.captions_in_paragraph import captions_in
from soppa_mailbot.forms.word.line_labels import line_labels
from soppa_mailbot.forms.word.word_cell_labels import CellLabels
from soppa_mailbot.forms.word.word_tables import WordTables

_OPENS = ' \t\n(["“‘'  # before a word, and with it
_STATEMENT = 4  # words behind a line that begins its paragraph, which are what it is for


class FlowLabels:
    """What the places of a blank's flow are called."""

    def __init__(self, tables: WordTables, cell_labels: CellLabels) -> None:
        self.flow, self.stream = tables.flow, tables.stream
        self.tables = tables
        self.cell_labels = cell_labels
        self.line_labels = line_labels(tables.flow)

    def of(self, index: int, slot: Slot) -> str:
        """What a place is called by the words around it; "" for one that nothing names."""
        if slot.hint and slot.cell is not None:
            return self.cell_labels.of(slot.cell)
        if caption := self._broken_off_caption(index, slot):
            return caption
        before = self.before(index, slot)
        if CENTURY.fullmatch(before.strip(" ,")) and slot.is_line:
            return "year"
        if before:
            last = self.stream.slots[index - 1] if index else None
            behind_box = last is not None and last.kind == "check" and last.paragraph == slot.paragraph
            raw = self._raw(last.at, slot.at, slot.paragraph) if last is not None and behind_box else ""
            return (with_follow_up(raw)[1] or tidy(last_sentence(before, 0))) if behind_box else before
        if slot.is_cell and slot.cell is not None and self.tables.of_boxes(slot.cell[0]):
            return ""
        if slot.cell is not None:
            under = self.line_labels.get(slot.paragraph, ())
            return (
                (under[0] if len(under) == 1 else "")
                or self.in_own_cell(index, slot)
                or self.cell_labels.of(slot.cell)
                or self._over_box(slot)
            )
        if slot.paragraph in self.line_labels:
            labels = self.line_labels[slot.paragraph]
            here = [s.id for s in self.stream.slots if s.paragraph == slot.paragraph]
            return labels[0] if len(here) == 1 and labels else dict(zip(here, labels, strict=False)).get(slot.id, "")
        after = self.after(index, slot)
        if slot.is_line and slot.leads and len(after.split()) >= _STATEMENT:
            return own_label(after, "", [remark_behind(after)])  # "____ (initials)  We sell no data"
        return self._caption(index, slot) or self.previous(slot) or after

    def before(self, index: int, slot: Slot) -> str:
        """Words of the paragraph since the slot before."""
        start = 0
        for other in self.stream.slots[:index]:
            if other.paragraph == slot.paragraph:
                start = other.at
        before = tidy(last_sentence(last_line(without_term(self._raw(start, slot.at, slot.paragraph)))))
        last = self.stream.slots[index - 1] if start else None
        return before if last is None or last.kind == "check" else own_label(before, "", [self._remark(index - 1)])

    def _remark(self, index: int) -> str:
        return remark_behind(self.after(index, self.stream.slots[index]))

    def in_own_cell(self, index: int, slot: Slot) -> str:
        """The small print of a cell over the line that it is answered on: "FEIN", and the field in the next line."""
        last = max((s.paragraph for s in self.stream.slots[:index] if s.cell == slot.cell), default=-1)
        over = [
            self.flow[n].text().strip()
            for n in range(max(last + 1, slot.paragraph - 3), slot.paragraph)
            if self.flow[n].cell == slot.cell
        ]
        words = [text for text in over if text]
        return tidy(words[-1]) if words and len(words[-1].split()) <= 25 else ""

    def asks_itself(self, slot: Slot) -> bool:
        """Whether words of its own stand in a box's cell before its first box: "Subject to SOPPA?" over Yes and No."""
        first = next(s for s in self.stream.slots if s.cell == slot.cell)
        return any(t.cell == slot.cell for t in self.stream.tokens[: first.at])

    def after(self, index: int, slot: Slot) -> str:
        """Words of the paragraph up to the next slot."""
        return tidy(self.raw_after(index, slot))

    def raw_after(self, index: int, slot: Slot) -> str:
        """The same as they are printed, up to the end of their line."""
        following = self.stream.slots[index + 1 : index + 2]
        end = following[0].at if following and following[0].paragraph == slot.paragraph else len(self.stream.tokens)
        return first_line(self._raw(slot.at, end, slot.paragraph))

    def next_is_line(self, index: int, slot: Slot) -> bool:
        """Whether the next slot of the paragraph is written into."""
        following = self.stream.slots[index + 1 : index + 2]
        return bool(following) and following[0].paragraph == slot.paragraph and following[0].kind == "text"

    def next_is_box(self, index: int, slot: Slot) -> bool:
        """Whether the next slot of the paragraph is a box."""
        following = self.stream.slots[index + 1 : index + 2]
        return bool(following) and following[0].paragraph == slot.paragraph and following[0].kind == "check"

    def is_first_box(self, index: int, slot: Slot) -> bool:
        """Whether no box stands right before this one in its paragraph."""
        last = self.stream.slots[index - 1] if index else None
        return last is None or last.paragraph != slot.paragraph or last.kind != "check"

    def trails(self, slot: Slot) -> bool:
        """Whether the boxes of the paragraph stand behind their words: "Yes [ ]   No [ ]"."""
        here = [(n, s) for n, s in enumerate(self.stream.slots) if s.paragraph == slot.paragraph and s.kind == "check"]
        return are_trailing([self.before(*box) for box in here], self.after(*here[-1]))

    def _raw(self, start: int, end: int, paragraph: int) -> str:
        """The paragraph's own text from one token to another, with its punctuation."""
        found = [t for t in self.stream.tokens[start:end] if t.paragraph == paragraph and t.at >= 0]
        if not found:
            return ""
        text = self.flow[paragraph].text()
        first, last = found[0].at, found[-1].at + len(found[-1].raw)
        while first and text[first - 1] in _OPENS:
            first -= 1
        while text[last : last + 1] in (")", "]", "?", "”", '"'):
            last += 1
        return text[first:last]

    def _broken_off_caption(self, index: int, slot: Slot) -> str:
        """The words under a line to write on, in its own paragraph; "" where the text over it asks for the answer."""
        here = [s for s in self.stream.slots if s.paragraph == slot.paragraph]
        captions = captions_in(self.flow[slot.paragraph], len(here)) if slot.is_line else ()
        if len(captions) == 1 and not is_signers_caption(captions[0]) and self._is_asked_over(slot):
            return ""
        return captions[here.index(slot)] if captions else ""

    def _is_asked_over(self, slot: Slot) -> bool:
        over = (p.text().strip() for p in reversed(self.flow[max(0, slot.paragraph - 2) : slot.paragraph]))
        return bool(self.previous(slot)) and next((t for t in over if t), "").endswith((":", "?"))

    def _caption(self, index: int, slot: Slot) -> str:
        """A short line under a line to write on: "Signature of authorized representative"."""
        if not slot.id.rpartition(":")[2].startswith("line"):
            return ""
        for number in range(slot.paragraph + 1, min(slot.paragraph + 2, len(self.flow))):
            text = self.flow[number].text().strip()
            if text and len(text.split()) <= 7 and not any(s.paragraph == number for s in self.stream.slots):
                return tidy(text)
        return ""

    def _over_box(self, slot: Slot) -> str:
        """For a table of one empty cell, a box to write into: the question over it."""
        if slot.cell is None or {p.cell for p in self.flow if p.cell and p.cell[0] == slot.cell[0]} != {slot.cell}:
            return ""
        first = next(n for n, p in enumerate(self.flow) if p.cell == slot.cell)
        return self.previous(replace(slot, paragraph=first))

    def previous(self, slot: Slot) -> str:
        """The text right over a paragraph, outside of tables, where no place is in it."""
        for number in range(slot.paragraph - 1, max(slot.paragraph - 3, -1), -1):
            paragraph = self.flow[number]
            text = paragraph.text().strip()
            if text and paragraph.cell is None:
                return "" if any(s.paragraph == number for s in self.stream.slots) else tidy(text)
        return ""
