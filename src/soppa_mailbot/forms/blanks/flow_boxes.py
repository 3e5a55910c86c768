"""Boxes of a Word blank: which of them answer one question, and which question that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.blanks.flow_labels import FlowLabels
from soppa_mailbot.forms.common.choice_words import asks, made_one_by_one
from soppa_mailbot.forms.common.clauses import last_asked
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.words_ringed import is_ringed_word, offer_of
from soppa_mailbot.forms.pages.trailing import parted
from soppa_mailbot.forms.texts.list_numbers import NUMBER
from soppa_mailbot.forms.word.word_cell_labels import CellLabels
from soppa_mailbot.forms.word.word_tables import Cell, WordTables
from soppa_mailbot.model import Place

_ANSWER_AND_QUESTION = re.compile(
    r"(yes|no|n/?a|not applicable|not sure|unknown|none)\b[\s.,;:]+(\S+(?:\s+\S+)+\?)", re.I
)


class FlowBoxes:
    """The boxes of a blank's flow by their questions."""

    def __init__(self, tables: WordTables, cell_labels: CellLabels, labels: FlowLabels) -> None:
        self.flow, self.stream = tables.flow, tables.stream
        self.tables = tables
        self.cell_labels = cell_labels
        self.labels = labels

    def grouped(self, places: Sequence[Place]) -> list[Place]:
        """One group for the boxes that answer one question."""
        order = {s.id: n for n, s in enumerate(self.stream.slots)}
        runs: list[list[Place]] = []
        for place in places:
            if place.kind != "check":
                continue
            if runs and self._goes_on(self.stream.slots[order[runs[-1][-1].id]], self.stream.slots[order[place.id]]):
                runs[-1].append(place)
            else:
                runs.append([place])
        told: dict[str, Place] = {}
        for number, run in enumerate(runs, 1):
            question = self._question(run[0], order[run[0].id])
            statements = made_one_by_one(question, [p.option for p in run])
            for index, place in enumerate(run, 1):
                group = f"g{number}" + (f".{index}" if statements else "")
                told[place.id] = replace(place, group=group, group_label="" if statements else question)
        return [told.get(p.id, p) for p in places]

    def _goes_on(self, last: Slot, slot: Slot) -> bool:
        """Whether a box answers the same question as the one before it."""
        if (last.cell is None) != (slot.cell is None):
            return False
        if slot.paragraph == last.paragraph and is_ringed_word(slot.id) and is_ringed_word(last.id):
            return slot.id.rpartition("ring")[0] == last.id.rpartition("ring")[0]
        if slot.cell is not None and last.cell is not None:
            if (pair := self.tables.paired.get(slot.cell)) and last.cell in self.tables.paired:
                row = slot.cell[:2] == last.cell[:2]
                return row if pair.of_row else row or self._one_list(last.cell, slot.cell)
            if slot.cell in self.tables.marked_rows or last.cell in self.tables.marked_rows:
                return self.tables.marked_rows.get(slot.cell) == self.tables.marked_rows.get(last.cell)
            if slot.cell == last.cell:
                lines = [self.flow[n].text().strip() for n in range(last.paragraph + 1, slot.paragraph)]
                if any(asks(line) or line.endswith(":") for line in lines):
                    return False
                return not (slot.paragraph != last.paragraph and self._question_before(slot))
            if slot.cell[0] != last.cell[0] or self.labels.asks_itself(slot):
                return False
            if slot.cell[1] != last.cell[1] and (
                self.tables.over(slot.cell) or self.tables.asked_between(last.cell, slot.cell)
            ):
                return False
            over = {self.tables.over(last.cell), self.tables.over(slot.cell)}
            if len(over) == 2 and "" not in over and any(text.rstrip().endswith("?") for text in over):
                return False  # two questions side by side over their answers; the heads of one list ask nothing
            labels = [self.tables.row_words(s.cell) for s in (last, slot) if s.cell]
            if slot.cell[1] == last.cell[1] and labels[0] == labels[1]:
                return True
            if slot.cell[1] == last.cell[1]:
                return self.tables.is_option_row(slot)
            return not any(labels) or all(self.tables.is_option_row(s) for s in (last, slot))
        if slot.paragraph == last.paragraph:
            return not self._asked_behind(self.stream.slots.index(slot))
        between = range(last.paragraph + 1, slot.paragraph)
        return not any(self.flow[n].text().strip() for n in between) and not self._question_before(slot)

    def _one_list(self, last: Cell, cell: Cell) -> bool:
        """Whether two rows of boxes and their words are of one table, with nothing asked between them."""
        return (
            last[0] == cell[0]
            and not self.tables.paired[last].of_row
            and not any(
                "".join(self.tables.rows_of[cell[0]].get(row, {}).values()).strip()
                for row in range(last[1] + 1, cell[1])
            )
        )

    def _question(self, place: Place, index: int) -> str:
        """What a run of boxes answers."""
        slot = self.stream.slots[index]
        if is_ringed_word(slot.id):
            found = offer_of(self.flow[slot.paragraph].text(), slot.id)
            asked = tidy(last_asked(found[0].question)) if found else ""
            return asked or (self.tables.row_label(slot.cell) if slot.cell else self.labels.previous(slot))
        before = self.labels.before(index, slot)
        if NUMBER.fullmatch(before) and not self._question_before(slot):
            before = ""
        if before and self.labels.trails(slot):
            before = parted(before)[0]
            if before:
                return tidy(before)
        elif before and self.labels.after(index, slot):
            return self._asked_behind(index) or before
        if slot.cell in self.tables.marked_rows:
            table, row, column = self.tables.marked_rows[slot.cell]
            return self.tables.number(table, row, column) + self.tables.rows_of[table][row][column]
        if slot.cell is not None and (own := self.labels.in_own_cell(index, slot)):
            return own
        if slot.cell is not None and (pair := self.tables.paired.get(slot.cell)) and pair.asked:
            return self.tables.number(*pair.asked) + tidy(self.tables.cell_text[pair.asked])
        if slot.cell is not None:
            own = (
                ""
                if slot.cell in self.tables.paired or self.tables.is_option_row(slot)
                else self.tables.row_label(slot.cell) or self.cell_labels.of(slot.cell)
            )
            for label in (own, self.tables.lined_label(slot.cell)):
                if label and tidy(label) != place.option:
                    return tidy(label)
            table = slot.cell[0]
            first = next((n for n, p in enumerate(self.flow) if p.cell and p.cell[0] == table), 0)
            return tidy(next((p.text() for p in reversed(self.flow[:first]) if p.text().strip()), ""))
        inside = [
            n
            for n, p in enumerate(self.flow[: slot.paragraph])
            if p.text().strip() and p.part not in ("header", "footer")
        ]
        answer = bool(inside) and any(s.paragraph == inside[-1] and s.control is not None for s in self.stream.slots)
        return tidy(self.flow[inside[-1]].text()) if inside and not answer else ""

    def _asked_behind(self, index: int) -> str:
        """The question that stands behind the option before a box: "[ ] Yes [ ] No   Is it free? [ ] Yes [ ] No"."""
        slot, last = self.stream.slots[index], self.stream.slots[index - 1] if index else None
        if last is None or last.kind != "check" or slot.kind != "check" or last.paragraph != slot.paragraph:
            return ""
        return and_next_question(self.labels.before(index, slot))[1]

    def _question_before(self, slot: Slot) -> bool:
        """Whether the paragraph has words of its own before its first box, not just a letter: "(a) [ ] Grades"."""
        words = [t.raw for t in self.stream.tokens[: slot.at] if t.paragraph == slot.paragraph]
        return len(words) > 1 or not all(NUMBER.fullmatch(w) for w in words)


def and_next_question(text: str) -> tuple[str, str]:
    """A plain answer and the question behind it: "No Is it subject to SOPPA?" -> ("No", "Is it subject to SOPPA?")."""
    match = _ANSWER_AND_QUESTION.fullmatch(text.strip())
    return (match[1], tidy(match[2])) if match else (text, "")
