"""Prompts of a Word form's controls in a print of the blank: "Click or tap here to enter the operator's legal name."

They stand where is to be written, as a line to write on does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from soppa_mailbot.forms.lines import rows
from soppa_mailbot.model import Word

_PROMPT = re.compile(
    r"(?:click|tap)(?: or tap)?(?: here)? to (?:enter|add|type|insert|choose|select)\b[^.?!:;]{1,60}\.?"
    r"|choose an item\.?",
    re.IGNORECASE,
)
_WRAPPED = 6  # words of one that stand on the next line


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
