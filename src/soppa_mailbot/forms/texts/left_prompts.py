"""Prompts that a print of a Word form still shows where nobody answered: "Click or tap here to enter text."

Their words may be the form's own as well ("enter a date" before "Date:"), so that a label is found in a prompt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.model import Document, Page

_FEWEST = 3  # words; fewer may be an answer


def without_prompts(pages: Sequence[Page], blank: Document) -> list[Page]:
    """The pages of a copy without the prompts of the Word form's controls."""
    prompts = sorted(_prompts(blank), key=len, reverse=True)
    return [_without(p, prompts) for p in pages] if prompts else list(pages)


def _prompts(blank: Document) -> frozenset[tuple[str, ...]]:
    shown = (
        norms(r.text)
        for p in blank.flow
        for r in p.runs
        if r.control is not None and r.control.kind not in ("check", "radio") and not r.control.filled
    )
    return frozenset(words for words in shown if len(words) >= _FEWEST)


def _without(page: Page, prompts: Sequence[tuple[str, ...]]) -> Page:
    said = [(norm, number) for number, word in enumerate(page.words) for norm in norms(word.text)]
    all_norms = tuple(norm for norm, _ in said)
    gone: set[int] = set()
    at = 0
    while at < len(said):
        prompt = next((p for p in prompts if all_norms[at : at + len(p)] == p), ())
        gone |= {number for _, number in said[at : at + len(prompt)]}
        at += max(len(prompt), 1)
    return replace(page, words=tuple(w for n, w in enumerate(page.words) if n not in gone)) if gone else page
