"""Running text with the places in it: what a Word file, or any page read word by word, looks like to the comparison.

The same walk serves the blank (where places become slots) and the paper that was sent (where controls become what
they hold), so that the two can be laid beside each other token by token.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.hinted_cells import hinted_cells
from soppa_mailbot.forms.labels import asks_each, is_for_marks, is_yes_or_no, marks_items
from soppa_mailbot.forms.line_labels import lines_beside
from soppa_mailbot.forms.marked_rows import marked_rows, unnumbered
from soppa_mailbot.forms.matrices import are_states, is_written, names_column
from soppa_mailbot.forms.offered_cells import answers_asked
from soppa_mailbot.forms.open_labels import open_paragraphs
from soppa_mailbot.forms.prompts import prompts_in
from soppa_mailbot.forms.roles import asks_signature
from soppa_mailbot.forms.section_heads import by_table, second_heads, section_row, spans_heads
from soppa_mailbot.forms.spaces_below import spaces_below
from soppa_mailbot.forms.tokens import IMAGE, OFF, ON, Token, has_place, pieces
from soppa_mailbot.forms.told_boxes import is_told
from soppa_mailbot.forms.values import is_prompt
from soppa_mailbot.forms.white_columns import white_columns, white_ends
from soppa_mailbot.forms.words_ringed import asks_for_ring, offers, tells_for_all
from soppa_mailbot.model import Box, Field, Paragraph

_LONG_CONTROL = 25  # words: a control around more text than this is a section, not a place
_SHORT_LINE = 8  # underscores of a line that is marked before an option, not written on
_WIDE = re.compile(r"(?<=\S)(?:[ \xa0]{2,}|[ \xa0]*\t[ \xa0\t]*)(?=\S)")  # between two answers on one line
_BEFORE_SUM = " \t\n\xa0$€"  # what a cell for a price may show
_ABOVE = 3  # paragraphs over a table in which its columns are spoken of
_FORMS_WAY = 4  # cells with a label over white, in tables of their own, that make it the form's way
_LIST = 3  # such lines before items that make a list to be marked
_TO_MARK = re.compile(
    r"\b(?:mark|check|select|choose|tick)\s+(?:only\s+|any\s+)?(?:one|all|each|those)\b[^.]{0,40}[:).]?\s*$", re.I
)
_BEGINS_WITH_LINE = re.compile(r"\s*(?P<line>_{2,6})[ \xa0]?(?=[^\W_])")
_CAPTION = 6  # words of the small print of a cell to sign in
_PRINT, _QUESTION = 14, 40  # words of the small print over room to write, and of a question over it
_COLUMNS = 2  # cells that a row of heads has at least, beside one that may be a prompt
_ANSWERED_BEHIND = re.compile(r"\b(?:yes|no|n/?a|not sure)\b[ \t:]{0,4}(?P<line>_{2,8})(?!_)", re.I)
_PRINTED_MARK = re.compile(r"[xX×✓✔✗✘☒☑]")
_OPTION = re.compile(r"[ \t]{0,4}(?:yes|no|n/?a|true|false|not applicable)\b", re.I)


@dataclass
class Slot:
    """A place in running text: it stands before the token number `at`."""

    id: str
    kind: str  # text | check | choice | signature | date
    at: int
    paragraph: int = -1
    cell: tuple[int, int, int] | None = None
    control: Field | None = None
    default: str = ""
    page: int = 0
    box: Box | None = None
    leads: bool = False  # its paragraph begins with it: the words behind a box are its own
    hint: int = 0  # tokens right before it that are no label: "(area code first)" in the cell to write in

    @property
    def is_cell(self) -> bool:
        """Whether it is an empty cell of a Word table."""
        return self.cell is not None and self.id == "t{}r{}c{}".format(*self.cell)

    @property
    def is_prompt(self) -> bool:
        """Whether it is words between brackets in a sentence: "[legal name]"."""
        return self.id.rpartition(":")[2].startswith("prompt")

    @property
    def is_line(self) -> bool:
        """Whether it is a run of underscores."""
        return self.id.rpartition(":")[2].startswith("line")


@dataclass
class Stream:
    """Tokens in reading order, and the slots between them."""

    tokens: list[Token] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)


def blank_stream(flow: Sequence[Paragraph]) -> Stream:
    """The body of a Word blank with a slot wherever it can be filled."""
    builder = _Builder(Stream(), flow)
    for number, paragraph in enumerate(flow):
        if paragraph.part in ("header", "footer"):
            continue
        builder.paragraph(number, paragraph)
    return builder.stream


def paper_stream(flow: Sequence[Paragraph]) -> Stream:
    """The body of a paper: controls stand for what they hold, prompts for nothing."""
    stream = Stream()
    unit = 0
    for number, paragraph in enumerate(flow):
        if paragraph.part in ("header", "footer"):
            continue
        shown = [_shown(run.text, run.control, run.image) for run in paragraph.runs]
        wide = [found.end() for found in _WIDE.finditer("".join(shown))]
        before = offset = 0
        for run, text in zip(paragraph.runs, shown, strict=True):
            unit += 1
            for raw, kind, norm, word, start in _words(text):
                written = raw if kind == "word" else norm
                stretch = bisect_right(wide, before + start)
                at = offset + start if run.control is None else -1
                stream.tokens.append(
                    Token(
                        norm,
                        written,
                        unit * 10_000 + word,
                        cell=paragraph.cell,
                        paragraph=number,
                        stretch=stretch,
                        highlighted=_is_in(paragraph.highlighted, at),
                        emphasised=_is_in(paragraph.emphasised, at),
                    )
                )
            before += len(text)
            offset += len(run.text)
    return stream


def _is_in(stretches: Sequence[tuple[int, int]], at: int) -> bool:
    number = bisect_right(stretches, at, key=lambda stretch: stretch[0]) - 1
    return number >= 0 and at < stretches[number][1]


def _shown(text: str, control: Field | None, image: bool) -> str:
    if image:
        return IMAGE
    if control is None:
        return text
    if control.kind in ("check", "radio"):
        return f" {ON if control.filled else OFF} "
    return f" {text or control.value} " if control.filled else " "


def _words(text: str) -> Iterator[tuple[str, str, str, int, int]]:
    """(raw word, kind, normal form, number of the written word, where it starts)."""
    words = _spans(text)
    at = 0
    for kind, norm, start, end in pieces(text):
        while at < len(words) - 1 and words[at][1] <= start:
            at += 1
        first, last = words[at] if words else (start, end)
        raw = text[min(first, start) : max(last, end)].strip("_ ")
        yield raw, kind, norm, at, start


def _spans(text: str) -> list[tuple[int, int]]:
    out = []
    start = -1
    for index, char in enumerate(text):
        if char.isspace() or char in (ON, OFF, IMAGE, "_"):
            if start >= 0:
                out.append((start, index))
            start = -1
        elif start < 0:
            start = index
    if start >= 0:
        out.append((start, len(text)))
    return out


@dataclass(frozen=True)
class _Prompt:
    """Words between brackets that stand for an answer, by where they are in a paragraph's text."""

    start: int
    end: int
    first: int  # where its first word begins
    text: str


class _Builder:
    """Collects the tokens and slots of a blank."""

    def __init__(self, stream: Stream, flow: Sequence[Paragraph]) -> None:
        self.stream = stream
        self.flow = flow
        self.offset = 0  # in the paragraph's text
        self.prompts: list[_Prompt] = []  # of the paragraph
        self.ringed: dict[int, int] = {}  # of the paragraph: where an answer to be ringed begins -> which one it is
        self.told_to_ring = False
        self.names: dict[str, int] = {}
        self.cells = _by_cell(flow)
        self.cell_texts = {c: " ".join(flow[n].text() for n in at).strip() for c, at in self.cells.items()}
        self.cells_with_places = {p.cell for p in flow if p.cell and has_place(p)}
        self.marked = _marked_lines(flow)
        self.white = white_columns(flow)
        self.marked_rows = marked_rows(self.rows_of)
        self.ends = (white_ends(flow) | unnumbered(self.rows_of)) - self.marked_rows.keys()
        self.below = spaces_below(flow)
        self.open = open_paragraphs(flow)
        self.hinted = hinted_cells(self.rows_of, self.cells_with_places)

    def paragraph(self, number: int, paragraph: Paragraph) -> None:
        before = len(self.stream.slots)
        marks = 0
        self.offset = 0
        self.prompts = self._prompts(number, paragraph)
        self.ringed = self._ringed(paragraph)
        for run in paragraph.runs:
            if run.control is not None and not _is_section(run.text, run.control):
                self._control(number, paragraph, run.control, run.text)
            elif run.image:
                self._token(IMAGE, IMAGE, number, paragraph)
            else:
                marks = self._text(number, paragraph, run.text, marks)
            self.offset += len(run.text)
        if len(self.stream.slots) == before:
            self._implied(number, paragraph)
            self._text_box(number, paragraph)
        if number in self.below and not (self.stream.slots and self.stream.slots[-1].at == len(self.stream.tokens)):
            self._slot(f"p{number}:below", "text", number, paragraph)

    def _control(self, number: int, paragraph: Paragraph, control: Field, shown: str) -> None:
        if control.hidden:
            return
        kind = "check" if control.kind in ("check", "radio") else control.kind
        name = control.name or "control"
        self.names[name] = self.names.get(name, 0) + 1
        identity = name if control.name and self.names[name] == 1 else f"{name}#{self.names[name]}"
        default = control.value if control.filled and kind != "check" else ""
        if kind == "check" and control.filled:
            default = "on"
        if kind in ("text", "date") and not control.filled and not is_prompt(shown):
            default = shown.strip()  # "[product]": a paper that still shows it has no answer there
        self._slot(identity, kind, number, paragraph, control, default)

    def _text(self, number: int, paragraph: Paragraph, text: str, marks: int) -> int:
        """Words become tokens, underscores and boxes slots; returns how many slots the paragraph has by now."""
        last_end = -1
        last_line = False
        beside = lines_beside(self.flow, number) > 1
        whole = paragraph.text()
        for kind, norm, start, end in pieces(text):
            if kind == "line":
                joined = last_line and not any(c.isalnum() for c in text[last_end:start]) and start - last_end < 4
                joined = joined and not (beside and text[last_end:start] not in ("", " ", "\xa0"))
                marked = (number, self.offset + start) in self.marked
                if marked or not joined:
                    marks += 1
                    kind_of = "check" if marked else "text"
                    self._slot(f"p{number}:line{marks}", kind_of, number, paragraph)
            elif kind == "off" and is_told(whole[: self.offset + start], whole[self.offset + end :]):
                self._token(norm, norm, number, paragraph, self.offset + start)
            elif kind == "off":
                marks += 1
                self._slot(f"p{number}:box{marks}", "check", number, paragraph)
            elif kind == "word" and (prompt := self._prompt_at(self.offset + start)):
                if self.offset + start == prompt.first:
                    self._slot(self._prompt_id(number, paragraph, prompt), "text", number, paragraph, None, prompt.text)
            elif kind == "word":
                if which := self.ringed.get(self.offset + start):
                    self._slot(f"p{number}:ring{which}", "check", number, paragraph)
                self._token(norm, text[start:end], number, paragraph, self.offset + start)
            last_end, last_line = end, kind == "line"
        return marks

    def _ringed(self, paragraph: Paragraph) -> dict[int, int]:
        """The answers of a paragraph that are chosen by a ring."""
        if any(r.control is not None for r in paragraph.runs):
            return {}
        text = paragraph.text()
        beside = " ".join(self.flow[n].text() for n in self._before_in_row(paragraph.cell))
        told = self.told_to_ring or asks_for_ring(beside) or answers_asked(self.cell_texts, paragraph.cell)
        found = offers(text, told=told)
        self.told_to_ring = self.told_to_ring or tells_for_all(text)
        return {run.start: which for which, run in enumerate(found.options, 1)} if found else {}

    def _before_in_row(self, cell: tuple[int, int, int] | None) -> list[int]:
        return [n for c in self.cells if cell and c[:2] == cell[:2] and c[2] < cell[2] for n in self.cells[c]]

    def _prompts(self, number: int, paragraph: Paragraph) -> list[_Prompt]:
        """The prompts of a paragraph; what a control shows of itself is the control's."""
        text = paragraph.text()
        if self._answered_beside(number, paragraph):
            return []
        taken: list[tuple[int, int]] = []
        at = 0
        for run in paragraph.runs:
            if run.control is not None:
                taken.append((at, at + len(run.text)))
            at += len(run.text)
        out = []
        for start, end in prompts_in(text):
            if any(a <= end and start <= z for a, z in taken):
                continue
            first = next((s for kind, _, s, _ in pieces(text) if kind == "word" and s >= start), start)
            out.append(_Prompt(start, end, first, text[start:end]))
        return out

    def _answered_beside(self, number: int, paragraph: Paragraph) -> bool:
        """Whether a paragraph is the label of an empty cell beside it, or of lines to write on under it."""
        cell = paragraph.cell
        if cell is not None:
            right = [c for c in self.cells if c[:2] == cell[:2] and c[2] > cell[2]]
            return any(not self.flow[n].text().strip() for c in right[:1] for n in self.cells[c])
        under = self.flow[number + 1] if number + 1 < len(self.flow) else None
        if under is None or under.cell is not None:
            return False
        return {kind for kind, _, _, _ in pieces(under.text())} == {"line"}

    def _prompt_at(self, at: int) -> _Prompt | None:
        return next((p for p in self.prompts if p.start <= at < p.end), None)

    def _prompt_id(self, number: int, paragraph: Paragraph, prompt: _Prompt) -> str:
        cell = paragraph.cell
        if cell is not None and all(self.flow[n].text().strip() in ("", prompt.text) for n in self.cells[cell]):
            return "t{}r{}c{}".format(*cell)
        return f"p{number}:prompt{self.prompts.index(prompt) + 1}"

    def _implied(self, number: int, paragraph: Paragraph) -> None:
        """Empty cells beside labels, and labels that end with a colon and nothing after it."""
        cell = paragraph.cell
        text = paragraph.text().strip()
        if cell is not None and ((cell[0], cell[2]) in self.white or cell in self.ends):
            return
        if cell is not None:
            whole = self.cells[cell]
            first = whole[0] == number
            if all(not self.flow[i].text().strip(_BEFORE_SUM) for i in whole) and cell not in self.cells_with_places:
                if first and not self._holds_table(number, cell) and not self._is_corner(cell):
                    kind = "check" if self._marks_column(cell) else "text"
                    if kind == "text" or not self._is_marked(cell):
                        self._slot(f"t{cell[0]}r{cell[1]}c{cell[2]}", kind, number, paragraph)
            elif cell in self.hinted and (len(whole) > 1 or not is_prompt(text)):
                if whole[-1] == number:
                    self._slot(f"t{cell[0]}r{cell[1]}c{cell[2]}", "text", number, paragraph)
                    self.stream.slots[-1].hint = sum(t.cell == cell for t in self.stream.tokens[-_LONG_CONTROL:])
            elif (not text or _breaks_off(paragraph)) and whole[-1] == number and self._is_captioned(cell):
                self._slot(f"t{cell[0]}r{cell[1]}c{cell[2]}", "text", number, paragraph)
            elif is_prompt(text) and len(whole) == 1 and not self._is_head(cell, text):
                del self.stream.tokens[len(self.stream.tokens) - len([t for t in pieces(text) if t[0] == "word"]) :]
                self._slot(f"t{cell[0]}r{cell[1]}c{cell[2]}", "text", number, paragraph, None, text)
            elif whole == [number] and self._signs_in(cell, text):
                self._slot(f"t{cell[0]}r{cell[1]}c{cell[2]}", "signature", number, paragraph)
            elif text.endswith(":") and self._nothing_after(cell) and self._ends_or_lists(number, whole):
                self._slot(f"p{number}:after", "text", number, paragraph)
        elif number in self.open or (text.endswith(":") and 0 < len(text.split()) <= 8 and self._bare_label(number)):
            self._slot(f"p{number}:after", "text", number, paragraph)

    def _text_box(self, number: int, paragraph: Paragraph) -> None:
        """An empty text box under words that ask for an answer: "Describe the product:"."""
        if paragraph.part != "textbox" or self.flow[number - 1].part == "textbox":
            return
        rest = [p for p in takewhile(lambda p: p.part == "textbox", self.flow[number:]) if p.text().strip()]
        over = next((p for p in reversed(self.flow[:number]) if p.part == "body" and p.text().strip()), None)
        if not rest and over is not None and over.cell is None and over.text().rstrip().endswith((":", "?")):
            self._slot(f"p{number}:textbox", "text", number, paragraph)

    def _is_captioned(self, cell: tuple[int, int, int]) -> bool:
        """Whether a cell has small print in its first line and nothing under it, and another of its table has, too.

        Where each row is a table by itself, others of the form are looked at.
        """
        alike = [c for c in self.cells if self._has_room_under_print(c)]
        told = sum(c[0] == cell[0] for c in alike) > 1 or len(alike) >= _FORMS_WAY or self._captions_beside(cell)
        return cell in alike and told

    def _captions_beside(self, cell: tuple[int, int, int]) -> bool:
        """Whether another cell of the row has small print and a place under it."""
        row = [c for c in self.cells if c[:2] == cell[:2] and c != cell and c in self.cells_with_places]
        return any(len(self.cells[c]) > 1 and 0 < len(self._first(c).split()) <= _CAPTION for c in row)

    def _first(self, cell: tuple[int, int, int]) -> str:
        return self.flow[self.cells[cell][0]].text().strip()

    def _has_room_under_print(self, cell: tuple[int, int, int]) -> bool:
        texts = [line.strip() for i in self.cells[cell] for line in self.flow[i].text().split("\n")]
        first = texts[0].split()
        bare = len(texts) > 1 and not any(texts[1:]) and cell not in self.cells_with_places
        longest = _QUESTION if "?" in texts[0] or texts[0].endswith(":") else _PRINT
        return bare and 0 < len(first) <= longest and not (texts[0].endswith(".") and len(first) > 6)

    def _is_corner(self, cell: tuple[int, int, int]) -> bool:
        """Whether an empty cell stands left of the heads of columns, over cells with the names of rows."""
        table, row, column = cell
        here = {c: self._first(c) for c in self.cells if c[:2] == (table, row) and c != cell}
        under = {c: self._first(c) for c in self.cells if c[:2] == (table, row + 1)}
        heads = len(here) >= _COLUMNS and all(c[2] > column and text for c, text in here.items())
        named = bool(under.get((table, row + 1, column)))
        rest = [text for c, text in under.items() if c[2] > column]
        return heads and named and len(rest) >= len(here) and not any(rest)

    def _holds_table(self, number: int, cell: tuple[int, int, int]) -> bool:
        """Whether a cell is empty but for a table in it: Word ends such a cell with an empty paragraph."""
        whole = self.cells[cell]
        before = self.flow[number - 1].cell if number else None
        return whole[-1] - whole[0] >= len(whole) or (before is not None and before[0] > cell[0])

    def _signs_in(self, cell: tuple[int, int, int], text: str) -> bool:
        """Whether a cell with nothing but small print is signed in: beside cells that are filled in under theirs."""
        return len(text.split()) <= _CAPTION and asks_signature(text) and self._captions_beside(cell)

    def _is_head(self, cell: tuple[int, int, int], text: str) -> bool:
        """Whether "Optional" is the head of a column beside others, or "Type" the label of what stands behind it, and
        not what an empty control shows."""
        row = [c for c in self.cells if c[:2] == cell[:2]]
        if len(text.split()) == 1 and len(row) > 1 and cell == min(row):
            return True
        below = [c for c in self.cells if c[0] == cell[0] and c[2] == cell[2] and c[1] > cell[1]]
        if cell[1] == 0 and cell != min(row) and len(below) > 1 and self._heads_answers(row, below, text):
            return True
        full = all(any(self.flow[i].text().strip() for i in self.cells[c]) for c in row)
        return text.casefold() == "optional" and len(row) > _COLUMNS and full

    def _heads_answers(
        self, row: Sequence[tuple[int, int, int]], below: Sequence[tuple[int, int, int]], text: str
    ) -> bool:
        """Whether "Your answer" stands in a row of heads over a column that is answered in and shows no such prompt."""
        named = all(any(self.flow[i].text().strip() for i in self.cells[c]) for c in row)
        return named and not any(self.flow[i].text().strip() == text for c in below for i in self.cells[c])

    def _is_marked(self, cell: tuple[int, int, int]) -> bool:
        """Whether the form itself has an X in another cell of a row: the District answers it."""
        table, row, column = cell
        cells = self.rows_of.get(table, {}).get(row, {})
        return any(c != column and _PRINTED_MARK.fullmatch(text) for c, text in cells.items())

    def _marks_column(self, cell: tuple[int, int, int]) -> bool:
        """Whether a cell stands under "Yes", "No" or "Check mark", and beside a row's own words."""
        table, row, column = cell
        rows = self.rows_of.get(table, {})
        section = second_heads(rows, section_row(rows, row, column) or 0, column)
        head = " ".join(self.flow[i].text().strip() for i in self.cells.get((table, section, column), ()))
        beside = any(
            self.flow[i].text().strip() for c in range(column) for i in self.cells.get((table, row, c), ()) if row > 0
        )
        if cell in self.marked_rows:
            return True
        if row == 0 or not beside or is_written(self._over(table), head) or spans_heads(rows, row, column, section):
            return False
        said = [text for r, cells in rows.items() if r > section for c, text in cells.items() if c < column]
        if asks_each(head, said):
            return False
        told = is_for_marks(head) or is_yes_or_no(head, self.rows_of.get(table, {}).get(section, {}).values())
        told = told or marks_items(head, said)
        return told or self._is_state(cell, head, section) or (bool(head) and names_column(self._over(table), head))

    @cached_property
    def rows_of(self) -> dict[int, dict[int, dict[int, str]]]:
        return by_table({c: " ".join(self.flow[i].text().strip() for i in mine) for c, mine in self.cells.items()})

    def _is_state(self, cell: tuple[int, int, int], head: str, row: int) -> bool:
        """Whether a cell stands under one of several states that a row is marked with. `row`: that of the heads."""
        table, _, column = cell
        heads = list(self.rows_of.get(table, {}).get(row, {}).values())
        states = [h for h in heads[1:] if are_states([h, h])]
        return column > 0 and head in states and are_states(states)

    def _over(self, table: int) -> str:
        """The paragraphs over a table, up to the one before."""
        first = min(n for c, numbers in self.cells.items() if c[0] == table for n in numbers)
        over = takewhile(lambda p: p.cell is None, reversed(self.flow[max(0, first - _ABOVE) : first]))
        return "\n".join(p.text() for p in over)

    def _nothing_after(self, cell: tuple[int, int, int]) -> bool:
        """Whether no other cell of the row can take the answer."""
        table, row, column = cell
        row_cells = [
            c for c in self.cells if c[:2] == (table, row) and c[2] > column and (table, c[2]) not in self.white
        ]
        if not row_cells:
            return not self._answered_below(cell)
        return all(any(self.flow[i].text().strip().endswith(":") for i in self.cells[c]) for c in row_cells)

    def _ends_or_lists(self, number: int, cell: Sequence[int]) -> bool:
        """Whether a label is the last of its cell, or one of several under each other: "Name:" over "Phone:"."""
        texts = [self.flow[n].text().strip() for n in cell]
        listed = len(texts) > 1 and all(t.endswith(":") and len(t.split()) <= 4 for t in texts)
        return listed or (cell[-1] == number and len(texts[-1].split()) <= 10)

    def _answered_below(self, cell: tuple[int, int, int]) -> bool:
        """Whether the row under a cell that fills its row is one empty cell: the answer goes there."""
        table, row, column = cell
        here, below = ([c for c in self.cells if c[:2] == (table, r)] for r in (row, row + 1))
        empty = all(not self.flow[i].text().strip() for c in below for i in self.cells[c])
        return len(here) == 1 and len(below) == 1 and empty and column == below[0][2]

    def _bare_label(self, number: int) -> bool:
        """Whether neighbours look the same ("Name:" / "Title:"), and no list, box or line follows."""
        following = next((p for p in self.flow[number + 1 :] if p.part == "body" and p.text().strip()), None)
        if following is not None and (has_place(following) or following.cell is not None):
            return False
        around = [p.text().strip() for p in self.flow[max(0, number - 2) : number + 3] if p.cell is None]
        return sum(t.endswith(":") and len(t.split()) <= 8 for t in around) >= 2

    def _token(self, norm: str, raw: str, number: int, paragraph: Paragraph, at: int = -1) -> None:
        self.stream.tokens.append(
            Token(
                norm,
                raw,
                len(self.stream.tokens),
                cell=paragraph.cell,
                paragraph=number,
                at=at,
                highlighted=_is_in(paragraph.highlighted, at),
                emphasised=_is_in(paragraph.emphasised, at),
            )
        )

    def _slot(
        self,
        identity: str,
        kind: str,
        number: int,
        paragraph: Paragraph,
        control: Field | None = None,
        default: str = "",
    ) -> None:
        last = self.stream.tokens[-1].paragraph if self.stream.tokens else -1
        leads = last != number and not (self.stream.slots and self.stream.slots[-1].paragraph == number)
        self.stream.slots.append(
            Slot(identity, kind, len(self.stream.tokens), number, paragraph.cell, control, default, leads=leads)
        )


def _breaks_off(paragraph: Paragraph) -> bool:
    """Whether a paragraph ends with a line break, and so with an empty line."""
    return paragraph.text().rstrip(" \t\xa0").endswith("\n")


def _marked_lines(flow: Sequence[Paragraph]) -> frozenset[tuple[int, int]]:
    """(paragraph, where in its text) of short lines that are marked like a box: "____ Yes  ____ No".

    Other options than Yes and No make a list: three lines at least, each at the beginning of a paragraph or well apart
    from the words before it, and followed by words at once. A blank of a sentence has its words as near on both sides.
    """
    sure: set[tuple[int, int]] = set()
    items: list[tuple[int, int]] = []
    for number, paragraph in enumerate(flow):
        text = paragraph.text()
        # "Signature ____ Date ____": the words stand before their lines
        labelled = text.rstrip().endswith("_") and not _ends_with_other(text)
        behind = list(_ANSWERED_BEHIND.finditer(text)) if labelled else []
        sure |= {(number, m.start("line")) for m in behind if len(behind) > 1}
        if len(behind) > 1:
            continue  # "Yes ____ No ____"
        led: tuple[int, int] | None = None  # a short line right behind its question, and its end
        for kind, _, start, end in pieces(text):
            if kind != "line" or text[start] != "_" or end - start > _SHORT_LINE:
                continue
            if _OPTION.match(text, end):
                sure.add((number, start))
            elif not labelled and _begins_item(text, start, end):
                if led is not None and abs((led[1] - led[0]) - (end - start)) <= 1:
                    items.append((number, led[0]))  # "Works with: ____ Clever  ____ Google"
                led = None
                items.append((number, start))
            elif not labelled and _leads_items(text, start, end):
                led = start, end
    sure |= _told_to_mark(flow)
    rows = Counter(number for number, _ in items)
    listed = [(n, at) for n, at in items if rows[n] > 1 or rows[n - 1] == 1 or rows[n + 1] == 1]
    return frozenset(sure | (set(listed) if len(listed) >= _LIST else set()))


def _told_to_mark(flow: Sequence[Paragraph]) -> set[tuple[int, int]]:
    """Short lines that begin the paragraphs under words such as "Illinois SOPPA (mark one):", two at least."""
    out: set[tuple[int, int]] = set()
    run: list[tuple[int, int]] = []
    told = False
    for number, paragraph in enumerate(flow):
        text = paragraph.text()
        if not text.strip():
            continue
        begun = _BEGINS_WITH_LINE.match(text) if told and paragraph.cell is None else None
        if begun is not None:
            run.append((number, begun.start("line")))
            out.update(run if len(run) > 1 else ())
            continue
        told, run = _TO_MARK.search(text) is not None and "_" not in text, []
    return out


def _ends_with_other(text: str) -> bool:
    """Whether a row of options ends with a line for another one: "____ Corporation  ____ Other: ______________"."""
    lines = [(start, end) for kind, _, start, end in pieces(text) if kind == "line" and text[start] == "_"]
    if len(lines) <= _LIST or text[: lines[0][0]].strip() or text[lines[-1][1] :].strip():
        return False
    (first, first_end), (last, last_end) = lines[0], lines[-1]
    asks = text[:last].rstrip(" \xa0")[-1:] in (":", ")") and last_end - last > first_end - first
    return asks and _begins_item(text, first, first_end)


def _leads_items(text: str, start: int, end: int) -> bool:
    """Whether a line stands right behind a question, and right before words."""
    return text[:start].rstrip(" \xa0")[-1:] in (":", "?") and re.match(r"[ \xa0]?[^\W_]", text[end:]) is not None


def _begins_item(text: str, start: int, end: int) -> bool:
    before, after = text[:start], text[end:]
    apart = len(before) - len(before.rstrip(" \xa0")) >= 2 or before[-1:] in ("", "\t", "\n")
    return apart and re.match(r"[ \xa0]?[^\W_]", after) is not None


def _is_section(text: str, control: Field) -> bool:
    return control.kind == "text" and control.filled and len(text.split()) > _LONG_CONTROL


def _by_cell(flow: Sequence[Paragraph]) -> dict[tuple[int, int, int], list[int]]:
    out: dict[tuple[int, int, int], list[int]] = {}
    for number, paragraph in enumerate(flow):
        if paragraph.cell is not None and paragraph.part not in ("header", "footer"):
            out.setdefault(paragraph.cell, []).append(number)
    return out
