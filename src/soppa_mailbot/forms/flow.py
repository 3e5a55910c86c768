"""Places of a Word blank: content controls, form fields, empty cells, underscores, boxes; each with its label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.behind_lines import own_label
from soppa_mailbot.forms.blocks import Blocks
from soppa_mailbot.forms.initialled import FEWEST, asks_for_each
from soppa_mailbot.forms.labels import (
    comparable,
    defined_term,
    is_generated,
    remark_behind,
    spoken,
    tidy,
    with_follow_up,
    without_number,
)
from soppa_mailbot.forms.line_breaks import first_line, last_line, last_sentence, without_term
from soppa_mailbot.forms.line_labels import line_labels
from soppa_mailbot.forms.list_numbers import NUMBER
from soppa_mailbot.forms.marked_rows import marked_rows
from soppa_mailbot.forms.paired_cells import paired
from soppa_mailbot.forms.parts import BESIDE
from soppa_mailbot.forms.party import is_office, is_officer, is_operator_head, label_party, remark_party, sides
from soppa_mailbot.forms.prompts import asked_by
from soppa_mailbot.forms.questions import asks, made_one_by_one
from soppa_mailbot.forms.roles import SIGNED_AND_DATED, asks_signature
from soppa_mailbot.forms.section_heads import by_table, second_heads, section_row, spans_heads
from soppa_mailbot.forms.signer import is_of_signer
from soppa_mailbot.forms.stream import Slot, Stream, blank_stream
from soppa_mailbot.forms.trailing import are_trailing, parted
from soppa_mailbot.forms.values import CENTURY, is_prompt
from soppa_mailbot.forms.words_ringed import is_ringed_word, offers
from soppa_mailbot.model import Paragraph, Place

Cell = tuple[int, int, int]
_ANSWER_AND_QUESTION = re.compile(
    r"(yes|no|n/?a|not applicable|not sure|unknown|none)\b[\s.,;:]+(\S+(?:\s+\S+)+\?)", re.I
)
_ROW_NUMBER = re.compile(r"\(?(?:(?:[A-Z]{1,3}[-.]?)?\d{1,2}(?:[.-]\d{1,2}){0,3}[a-z]?|[A-Za-z])[.)]?")
_FIGURE = re.compile(
    r"(?:[$€£]\s?)?\d[\d,.]*(?:\s?(?:%|million|M|K|days?|years?|hours?))?|statutory|required|n/?a", re.I
)
_ABOVE = 3  # paragraphs over a table in which it is said how it is filled in
_CLAUSE = 12  # words; a longer row is named by its first words where they are a title
_OPENS = ' \t\n("“‘'  # before a word, and with it
_TELLS_TO_ENTER = re.compile(r"(?:please )?(?:click|tap|select|choose|enter|type|insert|pick)\b", re.I)
_CUT = 50  # characters of a control's title that may be a label's beginning
_STATEMENT = 4  # words behind a line that begins its paragraph, which are what it is for
_NUMBERED = 3  # cells of a row: its number, its label, its answer
_CAPTION_WORDS = 10  # of a caption in the cell under an empty one


def _last_asked(text: str) -> str:
    """The number and the last sentence of a clause that ends with a question: its first words would not name it."""
    number, rest = without_number(text)
    last = last_sentence(rest) if len(text.split()) > _CLAUSE else rest
    return text if last == rest else f"{number}. {last}" if number else last


def places_from_flow(flow: Sequence[Paragraph]) -> list[Place]:
    """The places of a Word blank in reading order, without those that nothing names: nobody could ask for them."""
    walk = _Walk(flow, blank_stream(flow))
    return walk.places()


class _Walk:
    """The flow of a blank, with what its labels are looked up in."""

    def __init__(self, flow: Sequence[Paragraph], stream: Stream) -> None:
        self.flow = flow
        self.stream = stream
        self.cell_text: dict[Cell, str] = {}
        for token in stream.tokens:
            if token.cell is not None:
                self.cell_text[token.cell] = (self.cell_text.get(token.cell, "") + " " + token.raw).strip()
        for paragraph in flow:
            if paragraph.cell in self.cell_text and not self._slots_in(paragraph.cell):
                whole = [p.text() for p in flow if p.cell == paragraph.cell]
                self.cell_text[paragraph.cell] = tidy(" ".join(whole))
        self.cells = sorted({p.cell for p in flow if p.cell is not None})
        self.rows_of = by_table({cell: self.cell_text.get(cell, "") for cell in self.cells})
        self.marked_rows = marked_rows(self.rows_of)
        self.paired = paired(
            self.rows_of, [s.cell for s in stream.slots if s.kind == "check" and s.cell], self._slots_in
        )
        self.stacked = self._stacked()
        self.line_labels = line_labels(flow)
        self.blocks = Blocks(flow, stream)

    def _slots_in(self, cell: Cell | None) -> bool:
        return any(s.cell == cell for s in self.stream.slots)

    def _stacked(self) -> frozenset[int]:
        """Tables of questions with their answers in the row below, and nothing but answers in such a row."""
        answers = {s.cell[:2] for s in self.stream.slots if s.cell is not None}
        out = set()
        for table in {c[0] for c in self.cells}:
            rows = sorted({c[1] for c in self.cells if c[0] == table})
            asking = [r for r in rows if (table, r) not in answers]
            bare = all(
                self._slots_in(c) or not self.cell_text.get(c) for c in self.cells if c[0] == table and c[:2] in answers
            )
            several = len(asking) > 1 or len(rows) == 2  # each question a table of its own
            if asking and several and bare and all((table, r + 1) in answers for r in asking):
                out.add(table)
        return frozenset(out)

    def over(self, cell: Cell) -> str:
        """The question in the row over an answer; "" in tables that are not stacked."""
        table, row, column = cell
        if table not in self.stacked or self._slots_in((table, row - 1, column)):
            return ""
        asked = [c for c in self.cells if c[:2] == (table, row - 1) and self.cell_text.get(c)]
        return self.cell_text.get((table, row - 1, column), "") or (self.cell_text[asked[0]] if len(asked) == 1 else "")

    def asked_between(self, upper: Cell, lower: Cell) -> bool:
        """Whether a row between two cells asks something."""
        rows = self.rows_of.get(upper[0], {})
        return any(asks(" ".join(rows.get(r, {}).values()).strip()) for r in range(upper[1] + 1, lower[1]))

    def _over_each(self, cell: Cell) -> str:
        """The caption right over an empty cell, where each cell of its row has one: "13. Students | 14. Staff"."""
        table, row, column = cell
        here, over = self.rows_of.get(table, {}).get(row, {}), self.rows_of.get(table, {}).get(row - 1, {})
        captions = len(here) > 1 and list(here) == list(over) and all(over.values()) and not any(here.values())
        slots = any(self._slots_in((table, row - 1, c)) for c in over)
        return over.get(column, "") if captions and not slots else ""

    def _over_whole_row(self, cell: Cell) -> str:
        """The question right over an answer that takes a whole row, each a row of a table with other rows as well."""
        table, row, _ = cell
        over = self.rows_of.get(table, {}).get(row - 1, {})
        alone = [c for c in self.cells if c[:2] == (table, row)] == [cell]
        written = [s for s in self.stream.slots if s.cell and s.cell[:2] == (table, row - 1) and s.kind != "check"]
        said = [c for c in over if over[c]]
        if not alone or written or not said:
            return ""
        if _ROW_NUMBER.fullmatch(over[said[0]]) and len(said) > 1:
            return self._number(table, row - 1, said[1]) + over[said[1]]
        return over[said[0]] if len(said) == 1 or self._slots_in((table, row - 1, said[-1])) else ""

    # --- the places ---

    def places(self) -> list[Place]:
        out: list[Place] = []
        for index, slot in enumerate(self.stream.slots):
            if slot.cell is not None and slot.cell[:2] in self.blocks.head_rows:
                continue  # an empty corner, or a colon behind a head
            place = self._ticked(index, slot) if slot.kind == "check" else self._written(index, slot)
            if place is not None:
                out.append(place)
        out = _grouped(self._beside_signatures(self._after_signatures(out)), self)
        sections = self.blocks.sections(text for p in out for text in (p.label, p.group_label, p.option))
        return [replace(p, section=sections.get(p.id, "")) for p in out]

    def _after_signatures(self, places: Sequence[Place]) -> list[Place]:
        """Name, title and date that follow a line which says itself that the District signs it."""
        out: list[Place] = []
        slots = {s.id: s for s in self.stream.slots}
        signed: list[int] = []  # paragraphs of signatures
        theirs = ""
        for place in places:
            at = slots[place.id]
            if place.kind == "signature" or is_officer(place.label):
                said = label_party(place.label) and at.paragraph not in signed
                theirs = ("district" if is_officer(place.label) else BESIDE) if said else ""
                signed.append(at.paragraph)
            elif not is_of_signer(place.label) or at.cell is not None or at.id in self.blocks.heads:
                theirs = ""
            out.append(replace(place, party=theirs) if theirs and place.party == "operator" else place)
        return out

    def _beside_signatures(self, places: Sequence[Place]) -> list[Place]:
        """Name and date in the row of a table in which the District's own signature stands."""
        slots = {s.id: s for s in self.stream.slots}
        rows: dict[tuple[int, int], list[Place]] = {}
        for place in places:
            cell = slots[place.id].cell
            if cell is not None:
                rows.setdefault(cell[:2], []).append(place)
        mine: set[str] = set()
        for row in rows.values():
            signed = [p for p in row if p.kind == "signature" or is_officer(p.label) or is_office(p.label)]
            if len(signed) == 1 and (label_party(signed[0].label) == "district" or is_office(signed[0].label)):
                mine |= {p.id for p in row if is_of_signer(p.label)}
        return [replace(p, party="district") if p.id in mine else p for p in places]

    def _written(self, index: int, slot: Slot) -> Place | None:
        title = slot.control.label if slot.control and not is_generated(slot.control.label) else ""
        # a title such as "bname" is the author's note to himself: what a vendor reads is the text around it
        if title and self._is_of_prompt(index, slot, title):
            title = ""
        label = (self._label(index, slot) if _is_code(title) else "") or tidy(title) or _bracketed(slot)
        label = label or self._label(index, slot)
        if _camel(label) or (not label and slot.control is not None and not is_generated(slot.control.name)):
            label = spoken(label or (slot.control.name if slot.control else ""))
        if not label or (slot.is_cell and slot.cell is not None and self._goes_on_above(slot.cell)):
            return None
        signs = (
            asks_signature(without_number(label)[1])
            and slot.kind == "text"
            and not any(w in SIGNED_AND_DATED.sub("", label).casefold() for w in ("date", "name", "title"))
        )
        after = self._after(index, slot)
        printed = self._label(index, slot) if title and not _is_code(title) else ""
        if len(label) >= _CUT and printed.casefold().startswith(label.casefold()):
            label = printed  # a control's title takes 64 characters
        remark = remark_behind(after)
        label = own_label(label, remark, ())
        return Place(
            id=slot.id,
            kind="signature" if signs else slot.kind,
            label=label,
            required=True,
            party=label_party(label) or remark_party(remark) or self.blocks.of_line(slot) or self.blocks.party(slot),
            default=slot.default,
            choices=slot.control.options if slot.control else (),
            title=spoken(title) if _is_code(title) else defined_term(after),
            remark=remark,
            printed=printed if printed != label else "",
        )

    def _is_of_prompt(self, index: int, slot: Slot, title: str) -> bool:
        """Whether a control's title only says again what its prompt does, and the words beside it say more.

        "Choose one" beside "Is the product subject to SOPPA?", "an amount" beside "Price for the first year".
        """
        runs = self.flow[slot.paragraph].runs
        shown = tidy(next((r.text for r in runs if r.control is slot.control), "")).casefold().rstrip(".")
        said = tidy(title).casefold().rstrip(".")
        if not is_prompt(title) and not (_TELLS_TO_ENTER.match(shown) and shown.endswith(said)):
            return False
        printed = set(comparable(self._label(index, slot)))
        return bool(printed) and not printed <= set(comparable(title))

    def _ticked(self, index: int, slot: Slot) -> Place:
        after = self._after(index, slot)
        if is_ringed_word(slot.id):
            after = self._offered(slot)
        elif after and self._next_is_line(index, slot):
            after = tidy(with_follow_up(self._raw_after(index, slot))[0])
        after = _and_next_question(after)[0] if self._next_is_box(index, slot) else after
        if not is_ringed_word(slot.id) and self._trails(slot):
            before = self._before(index, slot)
            after = tidy(parted(before)[1]) if self._is_first_box(index, slot) else before or after
        option = after or self._before(index, slot) or self._cell_option(slot)
        name = slot.control.label if slot.control and not is_generated(slot.control.label) else ""
        option = option or tidy(name) or spoken(slot.id)
        return Place(
            id=slot.id,
            kind="check",
            label=option,
            required=True,
            option=option,
            party=self.blocks.party(slot),
            default=slot.default,
        )

    def _offered(self, slot: Slot) -> str:
        """The printed answer that a slot stands before: "Not applicable"."""
        found = offers(self.flow[slot.paragraph].text(), told=True)
        which = int(slot.id.rpartition("ring")[2])
        if found is not None and which <= len(found.options):
            return found.options[which - 1].word
        return self.stream.tokens[slot.at].raw.strip("()[]/|,.;:")

    def _trails(self, slot: Slot) -> bool:
        """Whether the boxes of the paragraph stand behind their words: "Yes [ ]   No [ ]"."""
        here = [(n, s) for n, s in enumerate(self.stream.slots) if s.paragraph == slot.paragraph and s.kind == "check"]
        return are_trailing([self._before(*box) for box in here], self._after(*here[-1]))

    def _is_first_box(self, index: int, slot: Slot) -> bool:
        last = self.stream.slots[index - 1] if index else None
        return last is None or last.paragraph != slot.paragraph or last.kind != "check"

    def _next_is_box(self, index: int, slot: Slot) -> bool:
        following = self.stream.slots[index + 1 : index + 2]
        return bool(following) and following[0].paragraph == slot.paragraph and following[0].kind == "check"

    # --- labels ---

    def _label(self, index: int, slot: Slot) -> str:
        if slot.hint and slot.cell is not None:
            return self._cell_label(slot.cell)
        before = self._before(index, slot)
        if CENTURY.fullmatch(before.strip(" ,")) and slot.is_line:
            return "year"
        if before:
            last = self.stream.slots[index - 1] if index else None
            behind_box = last is not None and last.kind == "check" and last.paragraph == slot.paragraph
            raw = self._raw(last.at, slot.at, slot.paragraph) if last is not None and behind_box else ""
            return (with_follow_up(raw)[1] or tidy(last_sentence(before, 0))) if behind_box else before
        if slot.is_cell and slot.cell is not None and self._of_boxes(slot.cell[0]):
            return ""
        if slot.cell is not None:
            under = self.line_labels.get(slot.paragraph, ())
            return (
                (under[0] if len(under) == 1 else "")
                or self._in_own_cell(index, slot)
                or self._cell_label(slot.cell)
                or self._over_box(slot)
            )
        if slot.paragraph in self.line_labels:
            labels = self.line_labels[slot.paragraph]
            here = [s.id for s in self.stream.slots if s.paragraph == slot.paragraph]
            return labels[0] if len(here) == 1 and labels else dict(zip(here, labels, strict=False)).get(slot.id, "")
        after = self._after(index, slot)
        if slot.is_line and slot.leads and len(after.split()) >= _STATEMENT:
            return own_label(after, "", [remark_behind(after)])  # "____ (initials)  We sell no data"
        return self._caption(index, slot) or self._previous(slot) or after

    def _before(self, index: int, slot: Slot) -> str:
        """Words of the paragraph since the slot before."""
        start = 0
        for other in self.stream.slots[:index]:
            if other.paragraph == slot.paragraph:
                start = other.at
        before = tidy(last_sentence(last_line(without_term(self._raw(start, slot.at, slot.paragraph)))))
        last = self.stream.slots[index - 1] if start else None
        return before if last is None or last.kind == "check" else own_label(before, "", [self._remark(index - 1)])

    def _remark(self, index: int) -> str:
        return remark_behind(self._after(index, self.stream.slots[index]))

    def _in_own_cell(self, index: int, slot: Slot) -> str:
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

    def _after(self, index: int, slot: Slot) -> str:
        return tidy(self._raw_after(index, slot))

    def _raw_after(self, index: int, slot: Slot) -> str:
        following = self.stream.slots[index + 1 : index + 2]
        end = following[0].at if following and following[0].paragraph == slot.paragraph else len(self.stream.tokens)
        return first_line(self._raw(slot.at, end, slot.paragraph))

    def _next_is_line(self, index: int, slot: Slot) -> bool:
        following = self.stream.slots[index + 1 : index + 2]
        return bool(following) and following[0].paragraph == slot.paragraph and following[0].kind == "text"

    def _raw(self, start: int, end: int, paragraph: int) -> str:
        """The paragraph's own text from one token to another, with its punctuation."""
        found = [t for t in self.stream.tokens[start:end] if t.paragraph == paragraph and t.at >= 0]
        if not found:
            return ""
        text = self.flow[paragraph].text()
        first, last = found[0].at, found[-1].at + len(found[-1].raw)
        while first and text[first - 1] in _OPENS:
            first -= 1
        while text[last : last + 1] in (")", "?", "”", '"'):
            last += 1
        return text[first:last]

    def _lines(self, table: int) -> Sequence[int]:
        """The rows of a table that are signed on, where captions stand under them, maybe with heads over them all.

        A cell with a line and its own label ("Date: ____") may stand beside.
        """
        headed = [row for t, row in self.blocks.head_rows if t == table]
        rows = sorted(
            {p.cell[1] for p in self.flow if p.cell and p.cell[0] == table} - {*range(max(headed, default=-1) + 1)}
        )
        written = [
            any(t and not self._slots_in(c) for c, t in self.cell_text.items() if c[:2] == (table, r)) for r in rows
        ]
        alternate = len(rows) > 1 and not any(w != bool(n % 2) for n, w in enumerate(written))
        return rows[::2] if alternate else ()

    def _caption_cell(self, cell: Cell) -> str:
        """The cell under an empty one, in a table of lines to sign on with captions under them."""
        table, row, column = cell
        text = self.cell_text.get((table, row + 1, column), "")
        asks = text.endswith((":", "?")) or self._slots_in((table, row + 1, column))
        return "" if asks or len(text.split()) > _CAPTION_WORDS else text

    def _of_boxes(self, table: int) -> bool:
        """Whether all words of a table of several columns are boxes' options: an empty cell is just the last row's."""
        written = [c for c in self.cell_text if c[0] == table and self.cell_text[c]]
        ticked = {s.cell for s in self.stream.slots if s.kind == "check"}
        return len({c[2] for c in written}) > 1 and all(c in ticked for c in written)

    def _cell_label(self, cell: Cell) -> str:
        table, row, column = cell
        if self._is_gap(cell) or any(self._is_below_labels((table, row, c)) for c in (column, column - 1)):
            return ""
        lines = self._lines(table)
        if asked := self.over(cell) or self._over_whole_row(cell) or ("" if lines else self._over_each(cell)):
            return asked
        if row in lines and (caption := self._caption_cell(cell)):
            return caption
        if lines and any(self._caption_cell((table, row - (row not in lines), c)) for c in range(column)):
            return ""  # white between two lines, or between their captions
        left = self.left(cell)
        label = self.cell_text.get((table, row, left), "")
        head = ""
        top = self._heads_of(cell)
        written = [s.cell for s in self.stream.slots if s.cell and s.cell[:2] == (table, top) and s.cell[2] > 0]
        if row > top and all(map(self._is_gap, written)) and not spans_heads(self.rows_of[table], row, column, top):
            width = len({c for c in self.cell_text if c[:2] == (table, top)})
            head = self.cell_text.get((table, top, column), "") if width > 1 or not label else ""
        if label and head and self._says_who(cell, head):
            head = ""
        if label and head:
            head = head[0].lower() + head[1:] if head[1:2].islower() else head
            return f"{self._number(table, row, left)}{_title(label)} {head}"
        if label:
            return self._number(table, row, left) + label
        if statement := self._initialled(cell):
            return statement
        if self._has_no_number(cell):
            return ""
        number = self.cell_text.get((table, row, column + 1), "")
        if head and not column and _ROW_NUMBER.fullmatch(number):
            return f"{number} {head}"  # "Initials | | Statement" over " | S1 | We sell no data"
        if head or self._slots_in((table, row - 1, column)):
            return head  # what is answered in its own cell asks nothing of the one below
        return self.cell_text.get((table, row - 1, column), "")

    def _is_gap(self, cell: Cell) -> bool:
        """Whether an empty cell among heads stands over a column that is written in: "Initials | | Statement"."""
        table, row, column = cell
        rows = self.rows_of.get(table, {})
        here = rows.get(row, {})
        heads = [text for c, text in here.items() if c != column and text]
        under = [(table, r, column) for r in rows if r > row]
        below = [rows[r].get(column, "") for r in rows if r > row]
        if len(heads) != len(here) - 1 or any(map(self._slots_in, under)):
            return False  # a row of its own: "Legal name | | DBA | " over rows of boxes
        return row == self._heads_of(cell) and len(heads) > 1 and len(below) > 1 and all(below)

    def _is_below_labels(self, cell: Cell) -> bool:
        """Whether an empty cell, and all behind it, end the shorter of two blocks beside each other: a column of labels
        stands over it, each with an empty cell behind it."""
        table, row, column = cell
        rows = self.rows_of.get(table, {})
        over = [r for r in rows if r < row and rows[r].get(column)]
        labels = [r for r in over if column + 1 in rows[r] and not rows[r][column + 1]]
        rest = [text for c, text in rows.get(row, {}).items() if c >= column]
        beside = column > 1 and bool(rows[row].get(column - 2)) and not rows[row].get(column - 1)
        answered = any(self._slots_in((table, r, column)) for r in labels)
        controlled = any(s.control for s in self.stream.slots if s.cell == cell)
        if answered or controlled or any(rest):
            return False
        return beside and len(labels) > 1 and len(over) - len(labels) <= 1

    def _has_no_number(self, cell: Cell) -> bool:
        """Whether a row's first cell is where others have a number: "D2 | SOPPA | ___" over " | Completed by | ___"."""
        table, row, column = cell
        rows = self.rows_of.get(table, {})
        here, top = sorted(rows.get(row, {})), self._heads_of(cell)
        if len(rows.get(top, {})) > 1 or column != here[0] or len(here) != _NUMBERED or not rows[row][here[1]]:
            return False
        return not rows[row][here[2]] or self._slots_in((table, row, here[2]))

    def _initialled(self, cell: Cell) -> str:
        """The statement beside a cell that is initialled, as is said over the table; "" for other cells."""
        table, row, column = cell
        rows = self.rows_of.get(table, {})
        alike = [r for r, said in rows.items() if len(said) == 2 and not said[min(said)] and said[max(said)]]
        if column or row not in alike or len(alike) < FEWEST:
            return ""
        first = next(n for n, p in enumerate(self.flow) if p.cell and p.cell[0] == table)
        over = [p.text() for p in self.flow[max(0, first - _ABOVE) : first] if p.cell is None]
        return rows[row][max(rows[row])] if asks_for_each("\n".join(over)) else ""

    def _heads_of(self, cell: Cell) -> int:
        """The row with the heads of a cell's columns: of its section of the table, or of all of it."""
        table, row, column = cell
        rows = self.rows_of.get(table, {})
        return second_heads(rows, section_row(rows, row, column) or self._head_row(table), column)

    def _head_row(self, table: int) -> int:
        """The row with the heads of a table's columns: the first, or the one under a title across them all."""
        cells = {row: [c for c in self.cells if c[:2] == (table, row)] for row in (0, 1)}
        titled = len(cells[0]) == 1 and bool(self.cell_text.get(cells[0][0])) and not self._slots_in(cells[0][0])
        heads = len(cells[1]) > 2 and all(self.cell_text.get(c) and not self._slots_in(c) for c in cells[1][1:])
        return 1 if titled and heads and not self._slots_in(cells[1][0]) else 0

    def left(self, cell: Cell) -> int:
        """The column of the words before a cell in its row; -1 where there are none."""
        table, row, column = cell
        told = [c for c in range(column - 1, -1, -1) if self.cell_text.get((table, row, c))]
        named = [c for c in told if not self._slots_in((table, row, c))]
        if (
            len(named) > 1
            and self._only_tells(table, row, named[0])
            and len(self.cell_text[(table, row, named[-1])]) > 3
        ):
            return named[-1]
        if named and named[0] != told[0] and _ROW_NUMBER.fullmatch(self.cell_text[(table, row, named[0])]):
            return told[0]  # "1 | We sell no data. If we do: ____ | [ ] | [ ]"
        if len(named) > 1 and self._of_other_party(cell, named[0]):
            return named[-1]  # "Address | the District's | the Operator's"
        return named[0] if named else -1

    def _of_other_party(self, cell: Cell, column: int) -> bool:
        """Whether the words before a cell are the other party's answer, by the heads of both columns."""
        heads = self.rows_of.get(cell[0], {}).get(0, {})
        said = dict(zip(heads, sides(list(heads.values())), strict=False))
        ours, theirs = said.get(cell[2], ""), said.get(column, "")
        return cell[1] > 0 and bool(ours and theirs) and ours != theirs

    def _only_tells(self, table: int, row: int, column: int) -> bool:
        """Whether a cell under a head tells a figure of its row, and is no name of it: "Minimum" over "$1,000,000"."""
        text = self.cell_text[(table, row, column)]
        return bool(self.cell_text.get((table, 0, column))) and row > 0 and _FIGURE.fullmatch(text) is not None

    def _says_who(self, cell: Cell, head: str) -> bool:
        """Whether the head of a column only says who writes under it, and no other place of the row needs it."""
        row = [s for s in self.stream.slots if s.cell and s.cell[:2] == cell[:2]]
        over = [self.blocks.heads[s.id] for s in row if s.cell == cell and s.id in self.blocks.heads]
        if any(h.text for h in over):
            return True
        return is_operator_head(head) and all(s.cell == cell or self.blocks.party(s) != "operator" for s in row)

    def _goes_on_above(self, cell: Cell) -> bool:
        """Whether a row's boxes answer the label of the row above: "SOPPA | [ ] applies" over " | [ ] does not"."""
        table, row, _ = cell
        here, above = (self.rows_of.get(table, {}).get(r, {}) for r in (row, row - 1))
        if len(here) < 2 or list(here) != list(above):
            return False
        first, *rest = here
        boxes = {s.cell for s in self.stream.slots if s.kind == "check"}
        boxed = all((table, r, c) in boxes and self.rows_of[table][r][c] for r in (row, row - 1) for c in rest)
        return not here[first] and bool(above[first]) and boxed

    def _row_label(self, cell: Cell) -> str:
        if self._goes_on_above(cell):
            cell = (cell[0], cell[1] - 1, cell[2])
        table, row, _ = cell
        left = self.left(cell)
        return self._number(table, row, left) + self.cell_text[(table, row, left)] if left >= 0 else ""

    def _lined_label(self, cell: Cell) -> str:
        """The words that begin a row and have a line of their own: "Other: ________ | Yes | No"."""
        table, row, column = cell
        first = next((c for c in range(column) if self.cell_text.get((table, row, c))), None)
        if first is None or not self._slots_in((table, row, first)):
            return ""
        return self.cell_text[(table, row, first)]

    def _number(self, table: int, row: int, column: int) -> str:
        """The number that stands in a column of its own before a row's words: "2.7 "."""
        before = [t for c in range(column) if (t := self.cell_text.get((table, row, c), ""))]
        if not before or not _ROW_NUMBER.fullmatch(before[-1]):
            return ""
        return f"{before[-1]}{'' if '.' in before[-1] or before[-1].endswith(')') else '.'} "

    def _cell_option(self, slot: Slot) -> str:
        """A box alone in its cell: the cell beside it, or the head of its column."""
        if slot.cell is None:
            return ""
        table, row, column = slot.cell
        if pair := self.paired.get(slot.cell):
            return tidy(self.cell_text.get(pair.words, ""))
        top = self._heads_of(slot.cell)
        head = self.cell_text.get((table, top, column), "") if row > top else ""
        alone = not self.cell_text.get(slot.cell)
        same_row = [s for s in self.stream.slots if s.cell and s.cell[:2] == (table, row) and s.kind == "check"]
        if alone and len(same_row) > 1 and head and not _is_option_row(self, slot):
            return tidy(head)
        right, left = self.cell_text.get((table, row, column + 1), ""), self.cell_text.get((table, row, column - 1), "")
        first = min((s.cell[2] for s in same_row if s.cell), default=column)
        return tidy((right or left if first == 0 else left or right) or head)

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
        return self._previous(replace(slot, paragraph=first))

    def _previous(self, slot: Slot) -> str:
        for number in range(slot.paragraph - 1, max(slot.paragraph - 3, -1), -1):
            paragraph = self.flow[number]
            text = paragraph.text().strip()
            if text and paragraph.cell is None:
                return "" if any(s.paragraph == number for s in self.stream.slots) else tidy(text)
        return ""

    def question(self, place: Place, index: int) -> str:
        """What a run of boxes answers."""
        slot = self.stream.slots[index]
        if is_ringed_word(slot.id):
            found = offers(self.flow[slot.paragraph].text(), told=True)
            asked = tidy(_last_asked(found.question)) if found else ""
            return asked or (self._row_label(slot.cell) if slot.cell else self._previous(slot))
        before = self._before(index, slot)
        if NUMBER.fullmatch(before) and not _question_before(self, slot):
            before = ""
        if before and self._trails(slot):
            before = parted(before)[0]
            if before:
                return tidy(before)
        elif before and self._after(index, slot):
            return self.asked_behind(index) or before
        if slot.cell in self.marked_rows:
            table, row, column = self.marked_rows[slot.cell]
            return self._number(table, row, column) + self.rows_of[table][row][column]
        if slot.cell is not None and (own := self._in_own_cell(index, slot)):
            return own
        if slot.cell is not None and (pair := self.paired.get(slot.cell)) and pair.asked:
            return self._number(*pair.asked) + tidy(self.cell_text[pair.asked])
        if slot.cell is not None:
            own = (
                ""
                if slot.cell in self.paired or _is_option_row(self, slot)
                else self._row_label(slot.cell) or self._cell_label(slot.cell)
            )
            for label in (own, self._lined_label(slot.cell)):
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

    def asked_behind(self, index: int) -> str:
        """The question that stands behind the option before a box: "[ ] Yes [ ] No   Is it free? [ ] Yes [ ] No"."""
        slot, last = self.stream.slots[index], self.stream.slots[index - 1] if index else None
        if last is None or last.kind != "check" or slot.kind != "check" or last.paragraph != slot.paragraph:
            return ""
        return _and_next_question(self._before(index, slot))[1]


def _grouped(places: list[Place], walk: _Walk) -> list[Place]:
    """One group for the boxes that answer one question."""
    order = {s.id: n for n, s in enumerate(walk.stream.slots)}
    runs: list[list[Place]] = []
    for place in places:
        if place.kind != "check":
            continue
        if runs and _goes_on(walk, walk.stream.slots[order[runs[-1][-1].id]], walk.stream.slots[order[place.id]]):
            runs[-1].append(place)
        else:
            runs.append([place])
    told: dict[str, Place] = {}
    for number, run in enumerate(runs, 1):
        question = walk.question(run[0], order[run[0].id])
        statements = made_one_by_one(question, [p.option for p in run])
        for index, place in enumerate(run, 1):
            group = f"g{number}" + (f".{index}" if statements else "")
            told[place.id] = replace(place, group=group, group_label="" if statements else question)
    return [told.get(p.id, p) for p in places]


def _goes_on(walk: _Walk, last: Slot, slot: Slot) -> bool:
    if (last.cell is None) != (slot.cell is None):
        return False
    if slot.cell is not None and last.cell is not None:
        if (pair := walk.paired.get(slot.cell)) and last.cell in walk.paired:
            row = slot.cell[:2] == last.cell[:2]
            return row if pair.of_row else row or _one_list(walk, last.cell, slot.cell)
        if slot.cell in walk.marked_rows or last.cell in walk.marked_rows:
            return walk.marked_rows.get(slot.cell) == walk.marked_rows.get(last.cell)
        if slot.cell == last.cell:
            lines = [walk.flow[n].text().strip() for n in range(last.paragraph + 1, slot.paragraph)]
            if any(asks(line) or line.endswith(":") for line in lines):
                return False
            return not (slot.paragraph != last.paragraph and _question_before(walk, slot))
        if slot.cell[0] != last.cell[0] or walk.asks_itself(slot):
            return False
        if slot.cell[1] != last.cell[1] and (walk.over(slot.cell) or walk.asked_between(last.cell, slot.cell)):
            return False
        over = {walk.over(last.cell), walk.over(slot.cell)}
        if len(over) == 2 and "" not in over and any(text.rstrip().endswith("?") for text in over):
            return False  # two questions side by side over their answers; the heads of one list ask nothing
        labels = [_row_label(walk, s.cell) for s in (last, slot) if s.cell]
        if slot.cell[1] == last.cell[1] and labels[0] == labels[1]:
            return True
        if slot.cell[1] == last.cell[1]:
            return _is_option_row(walk, slot)
        return not any(labels) or all(_is_option_row(walk, s) for s in (last, slot))
    if slot.paragraph == last.paragraph:
        return not walk.asked_behind(walk.stream.slots.index(slot))
    between = range(last.paragraph + 1, slot.paragraph)
    return not any(walk.flow[n].text().strip() for n in between) and not _question_before(walk, slot)


def _one_list(walk: _Walk, last: Cell, cell: Cell) -> bool:
    """Whether two rows of boxes and their words are of one table, with nothing asked between them."""
    return (
        last[0] == cell[0]
        and not walk.paired[last].of_row
        and not any("".join(walk.rows_of[cell[0]].get(row, {}).values()).strip() for row in range(last[1] + 1, cell[1]))
    )


def _and_next_question(text: str) -> tuple[str, str]:
    """A plain answer and the question behind it: "No Is it subject to SOPPA?" -> ("No", "Is it subject to SOPPA?")."""
    match = _ANSWER_AND_QUESTION.fullmatch(text.strip())
    return (match[1], tidy(match[2])) if match else (text, "")


def _question_before(walk: _Walk, slot: Slot) -> bool:
    """Whether the paragraph has words of its own before its first box, not just an item's letter: "(a) [ ] Grades"."""
    words = [t.raw for t in walk.stream.tokens[: slot.at] if t.paragraph == slot.paragraph]
    return len(words) > 1 or not all(NUMBER.fullmatch(w) for w in words)


def _row_label(walk: _Walk, cell: Cell) -> str:
    return walk.cell_text.get((*cell[:2], walk.left(cell)), "")


def _is_option_row(walk: _Walk, slot: Slot) -> bool:
    """A row of boxes each with a label of its own: the label is the option, not a question."""
    if slot.cell is None or walk.cell_text.get(slot.cell):
        return False
    row = [s.cell for s in walk.stream.slots if s.cell and s.cell[:2] == slot.cell[:2] and s.kind == slot.kind]
    labels = [_row_label(walk, cell) for cell in row]
    return len(row) == 1 or (all(labels) and len(set(labels)) == len(row))


def _bracketed(slot: Slot) -> str:
    """What an empty control in a sentence shows of itself: "from [Operator name] concerning [product]"."""
    if slot.is_prompt:
        return asked_by(slot.default)
    shown = slot.default.strip() if slot.control is not None and not slot.control.filled and slot.cell is None else ""
    inside = re.fullmatch(r"[\[<{(]\s*([^\W\d_][^\]>})]{2,60})[\]>})]", shown)
    return tidy(inside[1]) if inside else ""


def _is_code(title: str) -> bool:
    """Whether a control's title is a short code: "bname", "FIELD_3"."""
    return re.fullmatch(r"[a-z][a-z0-9_-]*|[A-Z][A-Z0-9_-]+", title) is not None


def _camel(label: str) -> bool:
    return re.fullmatch(r"[A-Z][a-z]+(?:[A-Z][a-z0-9]*)+", label) is not None


def _title(text: str) -> str:
    """What a clause in a row is called, where it begins with that: "Breach. The Operator notifies ..."."""
    match = re.match(r"([A-Z][^.:;]{2,50})[.:]\s+\S", text)
    return match[1] if match and len(match[1].split()) <= 6 and len(text.split()) > _CLAUSE else text
