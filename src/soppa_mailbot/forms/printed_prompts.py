"""Prompts of a Word form's controls in a print of the blank: "Click or tap here to enter the operator's legal name."

They stand where is to be written, as a line to write on does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from soppa_mailbot.forms.cells import table_index
from soppa_mailbot.forms.geometry import center, union
from soppa_mailbot.forms.lines import rows
from soppa_mailbot.model import Document, Page, Word

_PROMPT = re.compile(
    r"(?:click|tap)(?: or tap)?(?: here)? to (?:enter|add|type|insert|choose|select)\b[^.?!:;]{1,60}\.?"
    r"|choose an item\.?",
    re.IGNORECASE,
)
_WRAPPED = 6  # words of one that stand on the next line


def with_lines(document: Document) -> Document:
    """The blank with lines to write on in its prompts' stead; a cell that a prompt fills is empty."""
    return replace(document, pages=tuple(map(_with_lines, document.pages)))


def _with_lines(page: Page) -> Page:
    index = table_index(page.marks)
    words = list(page.words)
    for shown in printed_prompts(page.words):
        ids = {id(w) for w in shown}
        cell = index.at(center(shown[0].box))
        alone = cell is not None and not any(index.at(center(w.box)) == cell for w in words if id(w) not in ids)
        at = next(n for n, w in enumerate(words) if id(w) in ids)
        lines = [] if alone else [Word("____", union(row[0].box, row[-1].box)) for row in rows(shown)]
        words = [w for w in words if id(w) not in ids]
        words[at:at] = lines
    return replace(page, words=tuple(words)) if len(words) != len(page.words) else page


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
