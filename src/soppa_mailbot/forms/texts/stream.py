"""Running text with the places in it: what a Word file, or any page read word by word, looks like to the comparison.

The same walk serves the blank (where places become slots) and the paper that was sent (where controls become what
they hold), so that the two can be laid beside each other token by token.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.once import once
from soppa_mailbot.forms.common.prompts import asked_by, prompts_in
from soppa_mailbot.forms.common.slots import Slot, Stream
from soppa_mailbot.forms.common.tokens import IMAGE, OFF, ON, Token, opens_bracket, pieces
from soppa_mailbot.forms.common.told_boxes import is_told
from soppa_mailbot.forms.common.values import is_prompt
from soppa_mailbot.forms.common.words_ringed import asks_for_ring, every_offer, ringed_name, tells_for_all
from soppa_mailbot.forms.pages.offered_cells import answers_asked
from soppa_mailbot.forms.texts.hints_behind import tell_hints
from soppa_mailbot.forms.word.blank_cells import BlankCells
from soppa_mailbot.forms.word.line_labels import lines_beside
from soppa_mailbot.forms.word.marked_lines import marked_lines
from soppa_mailbot.forms.word.open_labels import open_paragraphs
from soppa_mailbot.forms.word.spaces_below import spaces_below
from soppa_mailbot.model import Field, Paragraph

_LONG_CONTROL = 25  # words: a control around more text than this is a section, not a place
_WIDE = re.compile(r"(?<=\S)(?:[ \xa0]{2,}|[ \xa0]*\t[ \xa0\t]*)(?=\S)")  # between two answers on one line
_IN_BRACKETS = 8  # characters of a line in brackets that is no area code: "Filled in by ____ (________)"
_BRACKET = 8  # characters before a word among which its bracket opens: "(..Owner"
_BEFORE_SUM = " \t\n\xa0$€"  # what a cell for a price may show


@once(8)
def blank_stream(flow: Sequence[Paragraph]) -> Stream:
    """The body of a Word blank with a slot wherever it can be filled."""
    builder = _Builder(Stream(), flow)
    for number, paragraph in enumerate(flow):
        if paragraph.part in ("header", "footer"):
            continue
        builder.paragraph(number, paragraph)
    tell_hints(builder.stream, flow)
    return builder.stream


def paper_stream(flow: Sequence[Paragraph]) -> Stream:
    """The body of a paper: controls stand for what they hold, prompts for nothing."""
    stream = Stream()
    unit = 0
    for number, paragraph in enumerate(flow):
        if paragraph.part in ("header", "footer"):
            continue
        shown = [_shown(run.text, run.control, run.image) for run in paragraph.runs]
        line = "".join(shown)
        wide = [found.end() for found in _WIDE.finditer(line)]
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
                        opens=opens_bracket(line[max(before + start - _BRACKET, 0) : before + start]),
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
        self.ringed: dict[int, str] = {}  # of the paragraph: where an answer to be ringed begins -> its name
        self.told_to_ring = False
        self.names: dict[str, int] = {}
        self.in_cells = BlankCells(flow)
        self.marked = marked_lines(flow)
        self.below = spaces_below(flow)
        self.open = open_paragraphs(flow)

    def paragraph(self, number: int, paragraph: Paragraph) -> None:
        before = len(self.stream.slots)
        marks = 0
        self.offset = 0
        self.prompts = self._prompts(number, paragraph)
        self.ringed = self._ringed(number, paragraph)
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
                joined = joined and not (opens_bracket(text[last_end:start]) and end - start >= _IN_BRACKETS)
                joined = joined and not (beside and text[last_end:start] not in ("", " ", "\xa0"))
                marked = (number, self.offset + start) in self.marked
                if marked or not joined:
                    marks += 1
                    kind_of = "check" if marked else "text"
                    self._slot(f"p{number}:line{marks}", kind_of, number, paragraph)
                    self.stream.slots[-1].bracketed = opens_bracket(whole[: self.offset + start])
            elif kind == "off" and is_told(whole[: self.offset + start], whole[self.offset + end :]):
                self._token(norm, norm, number, paragraph, self.offset + start)
            elif kind == "off":
                marks += 1
                self._slot(f"p{number}:box{marks}", "check", number, paragraph)
            elif kind == "word" and (prompt := self._prompt_at(self.offset + start)):
                if self.offset + start == prompt.first:
                    self._slot(self._prompt_id(number, paragraph, prompt), "text", number, paragraph, None, prompt.text)
            elif kind == "word":
                if name := self.ringed.get(self.offset + start):
                    self._slot(f"p{number}:{name}", "check", number, paragraph)
                opens = bool(name) and opens_bracket(whole[: self.offset + start])
                self._token(norm, text[start:end], number, paragraph, self.offset + start, opens=opens)
            last_end, last_line = end, kind == "line"
        return marks

    def _ringed(self, number: int, paragraph: Paragraph) -> dict[int, str]:
        """The answers of a paragraph that are chosen by a ring."""
        if any(r.control is not None for r in paragraph.runs):
            return {}
        text = paragraph.text()
        beside = " ".join(self.flow[n].text() for n in self._before_in_row(paragraph.cell))
        told = self.told_to_ring or asks_for_ring(beside) or answers_asked(self.in_cells.texts, paragraph.cell)
        found = every_offer(text, told=told)
        self.told_to_ring = self.told_to_ring or tells_for_all(text)
        if any(o.untold for o in found) and self._is_written_elsewhere(number, paragraph):
            return {}
        return {
            run.start: ringed_name(asked, which)
            for asked, offer in enumerate(found, 1)
            for which, run in enumerate(offer.options, 1)
        }

    def _is_written_elsewhere(self, number: int, paragraph: Paragraph) -> bool:
        """Whether printed answers only tell what to write in the line, the space or the empty cell that is behind."""
        below = number + 1 in self.below and self.below[number + 1] == number
        return below or any(r.image for r in paragraph.runs) or self._answered_beside(number, paragraph)

    def _before_in_row(self, cell: tuple[int, int, int] | None) -> list[int]:
        return [
            n
            for c in self.in_cells.paragraphs
            if cell and c[:2] == cell[:2] and c[2] < cell[2]
            for n in self.in_cells.paragraphs[c]
        ]

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
        """Whether a paragraph is the label of an empty cell beside it, or of lines to write on under it or over it."""
        cell = paragraph.cell
        if cell is not None:
            right = [c for c in self.in_cells.paragraphs if c[:2] == cell[:2] and c[2] > cell[2]]
            return any(not self.flow[n].text().strip() for c in right[:1] for n in self.in_cells.paragraphs[c])
        return self._is_line(number + 1) or self._is_caption(number, paragraph)

    def _is_line(self, number: int) -> bool:
        paragraph = self.flow[number] if 0 <= number < len(self.flow) else None
        if paragraph is None or paragraph.cell is not None:
            return False
        return {kind for kind, _, _, _ in pieces(paragraph.text())} == {"line"}

    def _is_caption(self, number: int, paragraph: Paragraph) -> bool:
        """Whether a name in brackets stands right under a line that nothing before it asks for: "____ / [Provider]"."""
        text = paragraph.text().strip()
        named = text[:1] in "[<" and text[1:-1].casefold().strip() == asked_by(text).casefold()
        before = self.flow[number - 2].text().rstrip() if number > 1 else ""
        return named and self._is_line(number - 1) and not before.endswith((":", "?"))

    def _prompt_at(self, at: int) -> _Prompt | None:
        return next((p for p in self.prompts if p.start <= at < p.end), None)

    def _prompt_id(self, number: int, paragraph: Paragraph, prompt: _Prompt) -> str:
        cell = paragraph.cell
        if cell is not None and all(
            self.flow[n].text().strip() in ("", prompt.text) for n in self.in_cells.paragraphs[cell]
        ):
            return "t{}r{}c{}".format(*cell)
        return f"p{number}:prompt{self.prompts.index(prompt) + 1}"

    def _implied(self, number: int, paragraph: Paragraph) -> None:
        """Empty cells beside labels, and labels that end with a colon and nothing after it."""
        cell = paragraph.cell
        text = paragraph.text().strip()
        if cell is not None and ((cell[0], cell[2]) in self.in_cells.white or cell in self.in_cells.ends):
            return
        if cell is not None:
            whole = self.in_cells.paragraphs[cell]
            first = whole[0] == number
            if all(not self.flow[i].text().strip(_BEFORE_SUM) for i in whole) and cell not in self.in_cells.with_places:
                if first and not self.in_cells.holds_table(number, cell) and not self.in_cells.is_corner(cell):
                    kind = "check" if self.in_cells.marks_column(cell) else "text"
                    if kind == "text" or not self.in_cells.is_marked(cell):
                        self._slot(f"t{cell[0]}r{cell[1]}c{cell[2]}", kind, number, paragraph)
            elif cell in self.in_cells.hinted and (len(whole) > 1 or not is_prompt(text)):
                if whole[-1] == number:
                    self._slot(f"t{cell[0]}r{cell[1]}c{cell[2]}", "text", number, paragraph)
                    self.stream.slots[-1].hint = sum(t.cell == cell for t in self.stream.tokens[-_LONG_CONTROL:])
            elif (not text or _breaks_off(paragraph)) and whole[-1] == number and self.in_cells.is_captioned(cell):
                self._slot(f"t{cell[0]}r{cell[1]}c{cell[2]}", "text", number, paragraph)
            elif is_prompt(text) and len(whole) == 1 and not self.in_cells.is_head(cell, text):
                del self.stream.tokens[len(self.stream.tokens) - len([t for t in pieces(text) if t[0] == "word"]) :]
                self._slot(f"t{cell[0]}r{cell[1]}c{cell[2]}", "text", number, paragraph, None, text)
            elif whole == [number] and self.in_cells.signs_in(cell, text):
                self._slot(f"t{cell[0]}r{cell[1]}c{cell[2]}", "signature", number, paragraph)
            elif (
                text.endswith(":") and self.in_cells.nothing_after(cell) and self.in_cells.ends_or_lists(number, whole)
            ):
                self._slot(f"p{number}:after", "text", number, paragraph)
        elif number in self.open or (
            text.endswith(":") and 0 < len(text.split()) <= 8 and self.in_cells.bare_label(number)
        ):
            self._slot(f"p{number}:after", "text", number, paragraph)

    def _text_box(self, number: int, paragraph: Paragraph) -> None:
        """An empty text box under words that ask for an answer: "Describe the product:"."""
        if paragraph.part != "textbox" or self.flow[number - 1].part == "textbox":
            return
        rest = [p for p in takewhile(lambda p: p.part == "textbox", self.flow[number:]) if p.text().strip()]
        over = next((p for p in reversed(self.flow[:number]) if p.part == "body" and p.text().strip()), None)
        if not rest and over is not None and over.cell is None and over.text().rstrip().endswith((":", "?")):
            self._slot(f"p{number}:textbox", "text", number, paragraph)

    def _token(
        self, norm: str, raw: str, number: int, paragraph: Paragraph, at: int = -1, *, opens: bool = False
    ) -> None:
        self.stream.tokens.append(
            Token(
                norm,
                raw,
                len(self.stream.tokens),
                cell=paragraph.cell,
                paragraph=number,
                at=at,
                opens=opens,
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


def _is_section(text: str, control: Field) -> bool:
    return control.kind == "text" and control.filled and len(text.split()) > _LONG_CONTROL
