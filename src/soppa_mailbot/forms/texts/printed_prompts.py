"""Prompts in a print of the blank: of a Word form's controls ("Click or tap here to enter the operator's legal name."),
and the hints in the boxes of a web page ("-- select --", "name@company.com", "mm/dd/yyyy").

They stand where is to be written, as a line to write on does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import center, union
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.values import without_arrow
from soppa_mailbot.forms.pages.cells import CellIndex, table_index
from soppa_mailbot.model import Document, Page, Word

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
_WRAPPED = 6  # words of one that stand on the next line


def with_lines(document: Document) -> Document:
    """The blank with lines to write on in its prompts' stead; a cell that a prompt fills is empty."""
    return replace(document, pages=tuple(map(_with_lines, document.pages)))


def _with_lines(page: Page) -> Page:
    index = table_index(page.marks)
    words = list(page.words)
    for held in _by_cell(words, index).values():
        if _HINT.fullmatch(without_arrow(" ".join(w.text for w in held))):
            ids = {id(w) for w in held}
            words = [w for w in words if id(w) not in ids]
    for shown in printed_prompts(words):
        ids = {id(w) for w in shown}
        cell = index.at(center(shown[0].box))
        alone = cell is not None and not any(index.at(center(w.box)) == cell for w in words if id(w) not in ids)
        at = next(n for n, w in enumerate(words) if id(w) in ids)
        lines = [] if alone else [Word("____", union(row[0].box, row[-1].box)) for row in rows(shown)]
        words = [w for w in words if id(w) not in ids]
        words[at:at] = lines
    return replace(page, words=tuple(words)) if len(words) != len(page.words) else page


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
