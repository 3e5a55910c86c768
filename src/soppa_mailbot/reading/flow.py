"""Plain text and rows of cells as paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Paragraph, Reason, Run, Unreadable
from soppa_mailbot.reading.base import Limits

_NO_BREAK = "\u00a0"
_BETWEEN = re.compile(rf"(?<=\S){_NO_BREAK}(?=\S)")
ONLY_THE_BEGINNING = (Unreadable(Reason.TOO_LARGE, "only the beginning was read"),)


def with_plain_spaces(flow: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, with a space for each no-break space between two words: it only keeps them on one line.

    Several in a row, or one at a line's end, are room to write in and stay.
    """
    return tuple(_with_plain_spaces(p) if _NO_BREAK in p.text() else p for p in flow)


def _with_plain_spaces(paragraph: Paragraph) -> Paragraph:
    text = _BETWEEN.sub(" ", paragraph.text())
    runs: list[Run] = []
    start = 0
    for run in paragraph.runs:
        end = start + len(run.text)
        runs.append(replace(run, text=text[start:end]) if run.control is None else run)
        start = end
    return replace(paragraph, runs=tuple(runs))


def flow_of(text: str, limits: Limits) -> tuple[Paragraph, ...]:
    """Lines of a plain text as paragraphs, up to the limit of words."""
    return bounded_flow(text, limits)[0]


def bounded_flow(text: str, limits: Limits) -> tuple[tuple[Paragraph, ...], tuple[Unreadable, ...]]:
    """(lines of a plain text as paragraphs up to the limit of words, what was left out)."""
    out: list[Paragraph] = []
    room = limits.max_words
    for line in text.splitlines():
        room -= line.count(" ") + line.count("\t") + 1
        if room < 0:
            return tuple(out), ONLY_THE_BEGINNING
        out.append(Paragraph((Run(line.rstrip()),)))
    return tuple(out), ()


class Table:
    """Gathers cells of one table into paragraphs, within a budget of words that tables may share."""

    def __init__(self, number: int, budget: Budget) -> None:
        self._number = number
        self._budget = budget
        self.paragraphs: list[Paragraph] = []

    def add(self, row: int, column: int, text: str) -> bool:
        """False when the budget is used up: the caller stops reading."""
        if not self._budget.take(text):
            return False
        part = "body" if text else "empty"
        self.paragraphs.append(Paragraph((Run(text),), cell=(self._number, row, column), part=part))
        return True


class Budget:
    """How many words a document may still have."""

    def __init__(self, limits: Limits) -> None:
        self.left = limits.max_words

    def take(self, text: str) -> bool:
        self.left -= text.count(" ") + 1
        return self.left >= 0

    def unread(self) -> tuple[Unreadable, ...]:
        return ONLY_THE_BEGINNING if self.left < 0 else ()


_MAX_COMMENTS, _MAX_COMMENT = 400, 4_000  # of a file, and characters of one


def comments_of(texts: Iterable[str]) -> tuple[tuple[int, str], ...]:
    """Reviewers' comments on running text, which has no pages, each in one line."""
    said = filter(None, (" ".join(text.split()) for text in texts))
    return tuple((0, text[:_MAX_COMMENT]) for text in islice(said, _MAX_COMMENTS))


def rows_to_flow(rows: Iterable[Sequence[str]], number: int, budget: Budget) -> tuple[Paragraph, ...]:
    """Rows of cells as one table; empty cells are left out, their column numbers stay."""
    table = Table(number, budget)
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            if text and not table.add(row, column, text):
                return tuple(table.paragraphs)
    return tuple(table.paragraphs)
