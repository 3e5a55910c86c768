"""The sentence of a form's words in which something was found."""

from __future__ import annotations

import re


def sentence_of(match: re.Match[str]) -> str:
    """The words of the sentences, or of the lines, that a match begins and ends in."""
    text = match.string
    end = min([at for mark in (".", ";", "\n") if (at := text.find(mark, match.end())) >= 0], default=len(text))
    return " ".join(text[begin_of(text, match.start()) : end].split())


def begin_of(text: str, at: int) -> int:
    """Where the sentence, or the line, of a place in a text begins."""
    return max(text.rfind(mark, 0, at) for mark in (". ", "; ", "\n", "? ")) + 1
