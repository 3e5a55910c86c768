"""Prompts in a print of the blank: of a Word form's controls ("Click or tap here to enter the operator's legal name."),
and the hints in the boxes of a web page and on its lines ("-- select --", "name@company.com", "mm/dd/yyyy", "Your
answer").

They stand where is to be written, as a line to write on does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import center, gap, height, same_row, union, width
from soppa_mailbot.forms.common.lines import Piece, lines, rows
from soppa_mailbot.forms.common.values import without_arrow
from soppa_mailbot.forms.pages.cells import CellIndex, table_index
from soppa_mailbot.model import Box, Document, Page, Word

_PROMPT = re.compile(
    r"(?:click|tap)(?: or tap)?(?: here)? to (?:enter|add|type|insert|choose|select)\b[^.?!:;]{1,60}\.?"
    r"|choose an item\.?",
    re.IGNORECASE,
)
# what a web page shows in a box of its own until it is filled in; a list has its arrow there
_HINT = re.compile(
    r"(?:(?:please )?(?:enter|type|insert) (?:an? |the |your )?(?:text|date|name|value|number|answer)(?: here)?\.?|"
    r"[-–—]{0,3}\s*(?:please )?(?:select|choose)(?: one| an option| an item)?\s*(?:[-–—.…]{0,3})"
    r"|(?:name|you|your\.?name|user|email|e-mail|info|someone)@(?:your)?[\w-]{2,20}\.(?:com|org|net|edu)"
    r"|(?:\+?1[ -])?\(?(?:555|000|xxx|###)\)?[ .-]?(?:555|000|xxx|###|123)[ .-]?(?:\d{4}|x{4}|#{4})"
    r"|(?:m{1,2}|d{1,2}|y{4})(?:\W(?:m{1,2}|d{1,2}|y{2,4})){0,2}|https?://(?:www\.)?|www\.|\$(?:0\.00)?)?\s*[▾▼⌄˅∨]?",
    re.IGNORECASE,
)
# what it shows where the answer to a question is typed; a table may have it as the head of a column
_ANSWER = re.compile(
    r"(?:(?:please )?(?:enter|type|write|select|insert) )?(?:your|short|long)[ -](?:answer|response)"
    r"(?: text)?(?: here)?[ .…]{0,4}|please input (?:date|text|number)(?: \([mdy/.-]{1,10}\))?",
    re.IGNORECASE,
)
_ON_LINE = -1.0, 7.0  # points from a hint down to the line that it stands on
_LABEL_OVER = 24.0  # points from a label down to the box or line that it stands over
_BEGINS = 6.0  # points by which the line may begin beside it
_LONGER = 1.2  # times as long as the hint that stands on it
_THIN = 2.5  # points of a line's thickness
_TOUCH = 3.0  # points between two cells of one table
_TWICE = 2  # hints of a page that stand in no box and on no line, and are no heading for that
_WRAPPED = 6  # words of one that stand on the next line


def with_lines(document: Document) -> Document:
    """The blank with lines to write on in its prompts' stead; a cell that a prompt fills is empty."""
    return replace(document, pages=tuple(map(_with_lines, document.pages)))


def _with_lines(page: Page) -> Page:
    index = table_index(page.marks)
    words = list(page.words)
    for number, held in _by_cell(words, index).items():
        text = " ".join(w.text for w in held)
        if _HINT.fullmatch(without_arrow(text)) or (_ANSWER.fullmatch(text) and _stands_alone(index, number)):
            words = _without(words, held)
    for piece, line in _hints(page, words, index):
        at = next(n for n, w in enumerate(words) if w is piece.words[0])
        words = _without(words, piece.words)
        words.insert(at, Word("____", line))
    for shown in printed_prompts(words):
        others = _without(words, shown)
        cell = index.at(center(shown[0].box))
        alone = cell is not None and not any(index.at(center(w.box)) == cell for w in others)
        at = min(n for n, w in enumerate(words) if any(w is s for s in shown))
        drawn = [] if alone else [Word("____", union(row[0].box, row[-1].box)) for row in rows(shown)]
        words = [*others[:at], *drawn, *others[at:]]
    return replace(page, words=tuple(words)) if words != list(page.words) else page


def _without(words: Sequence[Word], gone: Sequence[Word]) -> list[Word]:
    ids = {id(w) for w in gone}
    return [w for w in words if id(w) not in ids]


def _stands_alone(index: CellIndex, cell: int) -> bool:
    """Whether a box is no cell of a table's row: "Question | Your answer" are heads."""
    box = index.cells[cell]
    return not any(c != box and same_row(c, box) and gap(c, box)[0] <= _TOUCH for c in index.cells)


def _hints(page: Page, words: Sequence[Word], index: CellIndex) -> list[tuple[Piece, Box]]:
    """Hints on a drawn line, and those of answers that stand by themselves: each with the room of its line."""
    rules = [m.box for m in page.marks if height(m.box) <= _THIN < width(m.box)]
    on_lines: list[tuple[Piece, Box]] = []
    elsewhere: list[tuple[Piece, Box]] = []
    for line in lines(words, index.cells):  # the left side of a cell parts words as well as an upright rule does
        for piece in line:
            asks = _ANSWER.fullmatch(piece.text) is not None
            if not asks and not _HINT.fullmatch(without_arrow(piece.text)):
                continue
            rule = next((r for r in rules if _stands_on(piece.box, r)), None)
            if rule is not None:
                on_lines.append((piece, (rule[0], piece.box[1], rule[2], piece.box[3])))
            elif asks and len(line) == 1 and not any(_begins_under(m.box, piece.box) for m in page.marks):
                elsewhere.append((piece, piece.box))
    return [*on_lines, *(elsewhere if len(elsewhere) >= _TWICE else ())]


def _stands_on(hint: Box, rule: Box) -> bool:
    """Whether a hint is where somebody would begin to write on a line; under a heading the line is as long as that."""
    down = _ON_LINE[0] <= rule[1] - hint[3] <= _ON_LINE[1]
    return down and abs(rule[0] - hint[0]) <= _BEGINS and width(rule) > _LONGER * width(hint)


def _begins_under(mark: Box, words: Box) -> bool:
    """Whether a line or a box is drawn close under words: they are its label, or underlined."""
    return _ON_LINE[0] <= mark[1] - words[3] <= _LABEL_OVER and gap(mark, words)[0] == 0


def _by_cell(words: Sequence[Word], index: CellIndex) -> dict[int, list[Word]]:
    out: dict[int, list[Word]] = {}
    for word in words:
        if (cell := index.at(center(word.box))) is not None:
            out.setdefault(cell, []).append(word)
    return out


def printed_prompts(words: Sequence[Word]) -> list[list[Word]]:
    """The words of each prompt that a page shows, those on the next line included."""
    out: list[list[Word]] = []
    lines = rows(words)
    for number, line in enumerate(lines):
        text = " ".join(w.text for w in line)
        starts = [end - len(w.text) - 1 for w, end in zip(line, accumulate(len(w.text) + 1 for w in line), strict=True)]
        for match in _PROMPT.finditer(text):
            shown = [w for w, at in zip(line, starts, strict=True) if match.start() <= at < match.end()]
            if match.end() == len(text) and not text.endswith(".") and number + 1 < len(lines):
                shown += _ending(lines[number + 1])
            out.append(shown)
    return out


def _ending(line: Sequence[Word]) -> list[Word]:
    """The words of a line up to the first full stop, where that is near."""
    ends = (n for n, word in enumerate(line[:_WRAPPED]) if word.text.rstrip(",;").endswith("."))
    return list(line[: next(ends, -1) + 1])
