"""Which of several places without words of the form between them what was inserted there answers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from soppa_mailbot.forms.common.geometry import height
from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.tokens import OFF, ON, Token, norms
from soppa_mailbot.forms.common.values import is_mark
from soppa_mailbot.forms.papers.evidence import Evidence
from soppa_mailbot.forms.papers.nearby import in_one_row

_TWO_SPACES = 0.35  # of a line's height: one space is narrower


def by_stretch(slots: Sequence[Slot], room: Sequence[Token]) -> list[list[Token]] | None:
    """Lines of a Word file, by its paragraphs, and beside each other by its stretches; one left empty is still there.

    "Initials: ________" over "__________   _______" over their names.
    """
    if any(s.cell or s.box or not s.is_line for s in slots) or any(t.box is not None for t in room):
        return None
    asked = [list(of) for _, of in groupby(slots, key=lambda s: s.paragraph)]
    there = [list(of) for _, of in groupby(room, key=lambda t: t.paragraph)]
    if len(asked) != len(there):
        return None
    out: list[list[Token]] = []
    for lines, tokens in zip(asked, there, strict=True):
        stretches = _stretches(tokens, len(lines))
        if len(stretches) != len(lines):
            return None
        out += [[t for t in stretch if t.norm != "__"] for stretch in stretches]
    return out


def _stretches(tokens: Sequence[Token], wanted: int) -> list[list[Token]]:
    """What wide gaps part in a paragraph: "Jane Doe  ____    5/4/2027  ____" is two, with what is left of the lines."""
    if wanted == 1:
        return [list(tokens)]
    out = [list(of) for _, of in groupby(sorted(tokens, key=lambda t: t.stretch), key=lambda t: t.stretch)]
    if len(out) <= wanted:
        return out
    whole: list[list[Token]] = []
    for stretch in out:
        rest = all(t.norm == "__" for t in stretch) and whole and whole[-1][-1].norm != "__"
        if rest:
            whole[-1] += stretch
        else:
            whole.append(stretch)
    return whole


def by_lines(slots: Sequence[Slot], room: Sequence[Token]) -> list[list[Token]] | None:
    """Lines beside each other on a page, by the gaps between them; one left empty is still there."""
    if any(s.box or not s.is_line for s in slots) or not any(t.norm == "__" for t in room):
        return None
    if any(s.cell for s in slots) and not in_one_row(slots):
        return None
    if any(t.box is None for t in room):
        return None
    chunks: list[list[Token]] = []
    for token in room:
        last = chunks[-1][-1] if chunks else None
        if last is None or _apart(last, token) or _behind_line(last, token):
            chunks.append([token])
        else:
            chunks[-1].append(token)
    return [[t for t in c if t.norm != "__"] for c in chunks] if len(chunks) == len(slots) else None


def by_chunk(slots: Sequence[Slot], inserted: Sequence[Token]) -> list[list[Token]] | None:
    """By wide gaps, when there are as many stretches of words as places: those of one row in one row."""
    chunks = stretches_of(inserted)
    if len(chunks) != len(slots):
        return None
    cells = [(slot.cell, chunk[0].cell) for slot, chunk in zip(slots, chunks, strict=True)]
    parted = any(
        a and b and mine and other and a[:2] == b[:2] and mine[:2] != other[:2]
        for (a, mine), (b, other) in pairwise(cells)
    )
    return None if parted else chunks


def by_choice(slots: Sequence[Slot], found: Sequence[Evidence], inserted: Sequence[Token]) -> list[list[Token]] | None:
    """A line and a list beside it in a sentence, "a [state] [type of company]", by what the list offers."""
    if len(slots) != 2 or [bool(e.place.choices) for e in found] != [False, True]:
        return None
    words = [t.norm for t in inserted]
    offered = sorted((norms(choice) for choice in found[1].place.choices), key=len, reverse=True)
    chosen = next((len(o) for o in offered if o and tuple(words[-len(o) :]) == o), 0)
    return [list(inserted[:-chosen]), list(inserted[-chosen:])] if chosen else None


def by_marks(slots: Sequence[Slot], inserted: Sequence[Token]) -> list[list[Token]] | None:
    """A box or a mark in each paragraph of a text without cells, as many as boxes: "X", "☐" for Yes, No and Remarks."""
    asked = [n for n, s in enumerate(slots) if s.kind == "check"]
    marks = all(t.norm in (ON, OFF) or is_mark(t.raw) for t in inserted)
    parted = len({t.paragraph for t in inserted}) == len(inserted) and all(t.box is None for t in inserted)
    if not marks or not parted or not any(t.norm == OFF for t in inserted) or len(inserted) != len(asked):
        return None
    shares: list[list[Token]] = [[] for _ in slots]
    for number, token in zip(asked, inserted, strict=True):
        shares[number] = [token]
    return shares


def stretches_of(inserted: Sequence[Token]) -> list[list[Token]]:
    """Stretches of words parted by wide gaps."""
    chunks: list[list[Token]] = []
    for token in inserted:
        last = chunks[-1][-1] if chunks else None
        if last is None or _apart(last, token):
            chunks.append([token])
        else:
            chunks[-1].append(token)
    return chunks


def _behind_line(a: Token, b: Token) -> bool:
    """Whether a line ends and, two spaces away, another or what stands in its place begins."""
    if a.norm != "__" or a.box is None or b.box is None:
        return False
    return b.box[0] - a.box[2] > _TWO_SPACES * height(a.box)


def _apart(a: Token, b: Token) -> bool:
    if a.cell != b.cell:
        return True
    if a.box is None or b.box is None:
        return a.paragraph != b.paragraph
    if abs(a.box[1] - b.box[1]) > 0.5 * height(a.box):
        return True
    return b.box[0] - a.box[2] > 1.6 * height(a.box)
