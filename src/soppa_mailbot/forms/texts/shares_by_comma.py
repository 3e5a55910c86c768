"""Answers to blanks of a sentence that only a comma parts: "to the attention of ____, ____", "[name], [title]"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.tokens import IMAGE, OFF, ON, STROKE, Token


def by_commas(slots: Sequence[Slot], room: Sequence[Token]) -> list[list[Token]] | None:
    """Blanks of a page's sentence with nothing but a comma between them, by the commas of what stands in their stead.

    "to the attention of ____, ____." Where the first answer ends cannot be told; that none is open can. So it is with
    "[name], [title]" of a Word blank (`_two_prompts`).
    """
    if len(slots) < 2 or any(s.kind != "text" or s.cell for s in slots):
        return None
    if all(s.is_prompt for s in slots) and len({s.paragraph for s in slots}) == 1:
        return _two_prompts(room) if len(slots) == 2 else None  # an address has commas of its own
    if any(s.box is None for s in slots):
        return None
    if any(t.norm in ("__", IMAGE, STROKE, ON, OFF) or t.cell is not None or t.box is None for t in room):
        return None
    apart = [n for n, t in enumerate(room[:-1], 1) if t.comma]
    if len(apart) == len(slots) - 1:  # "Ann Lee , Privacy Officer , who": nobody writes so, it is the form's own
        return [list(room[a:b]) for a, b in pairwise([0, *apart, len(room)])]
    ends = [n for n, t in enumerate(room[:-1], 1) if t.raw.endswith(",")]
    if len(ends) < len(slots):  # "Acme, Inc." may be one answer of two
        return None
    cuts = [0, *ends[: len(slots) - 1], len(room)]
    return [list(room[a:b]) for a, b in pairwise(cuts)]


# behind a comma of one answer: "Acme Learning, Inc.", "Acme, a Delaware company", "Ann Lee, Ph.D."
_OF_ONE_ANSWER = frozenset({
    "inc", "incorporated", "llc", "llp", "ltd", "limited", "corp", "corporation", "co", "pbc",
    "lp", "gmbh", "jr", "sr", "phd", "edd", "md", "jd", "esq", "cpa", "mba", "a", "an",
})  # fmt: skip
_NO_ANSWER = frozenset({"tbd", "tba", "na", "name", "title"})  # "name", "title": what was in the bracket


def _two_prompts(room: Sequence[Token]) -> list[list[Token]] | None:
    """The answers to "[name], [title]": up to the first comma and behind it; a bracket that is left is no answer.

    None where a comma may belong to one answer ("Acme, Inc."), or only part of a bracket is left.
    """
    commas = [n for n, t in enumerate(room[:-1], 1) if t.raw.endswith(",")]
    behind = {re.sub(r"[\W_]", "", room[n].raw).casefold() for n in commas}
    unread = any(t.norm in ("__", IMAGE, STROKE, ON, OFF) for t in room)
    if not commas or unread or behind & (_OF_ONE_ANSWER | _NO_ANSWER):
        return None
    out: list[list[Token]] = []
    for share in (room[: commas[0]], room[commas[0] :]):
        bracketed = any(set(t.raw) & set("[]<>") for t in share)
        whole = share[0].raw[:1] in ("[", "<") and share[-1].raw.rstrip(",")[-1:] in ("]", ">")
        if bracketed and not whole:
            return None
        out.append([] if bracketed else list(share))
    return out
