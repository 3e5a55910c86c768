"""Prompts of a Word form that stand on its print, which OCR may have misread."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from soppa_mailbot.forms.common.tokens import INK_WORD, norms

_PROMPT = frozenset(norms("click or tap here to enter text a date choose an item select one option"))
_PROMPT_LIKENESS = 75.0  # 0 to 100
_PROMPTS = (
    "click or tap here to enter text",
    "click or tap to enter a date",
    "choose an item",
    "click here to enter text",
)
_PROMPTED = 62.0  # 0 to 100: from which likeness on words may be a prompt misread


def is_misread_prompt(said: Sequence[str]) -> bool:
    """Whether the words are about those of a printed prompt, misread as they may be, and nothing else."""
    text = " ".join(n for n in said if n != INK_WORD)
    return any(ratio(text, prompt) >= _PROMPTED for prompt in _PROMPTS)


def beside_prompts(said: Sequence[str]) -> list[str]:
    """The words without those of a prompt, and without the odd letter that is left of one."""
    rest = _beside_prompt(said)
    if len(rest) == len(said):
        return rest
    return [n for n in rest if n != INK_WORD and (len(n) > 1 or n.isdigit())]


def _beside_prompt(said: Sequence[str]) -> list[str]:
    """The words without those of a printed prompt ("Click or tap here to enter text."), which OCR may have misread."""
    alike = [any(n == p or (len(p) > 3 and ratio(n, p) >= _PROMPT_LIKENESS) for p in _PROMPT) for n in said]
    return [n for n, prompt in zip(said, alike, strict=True) if not prompt] if sum(alike) >= 3 else list(said)
