"""Short lines of running text that are marked like a box: "____ Yes  ____ No", or each before an item of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.choice_words import MARK_ON
from soppa_mailbot.forms.common.tokens import pieces
from soppa_mailbot.model import Paragraph

_SHORT_LINE = 8  # underscores of a line that is marked before an option, not written on
_LIST = 3  # such lines before items that make a list to be marked
_TO_MARK = re.compile(
    r"(?:\b(?:mark|check|select|choose|tick)\s+(?:only\s+|any\s+)?(?:one|all|each|those)\b"
    rf"|{MARK_ON}(?:(?:the\s+)?one|(?:all|those)\b[^.]{{0,20}}\b(?:that|which))\b)[^.]{{0,40}}[:).]?\s*$",
    re.I,
)
_BEGINS_WITH_LINE = re.compile(r"\s*(?P<line>_{2,10})[ \xa0]{0,3}(?=[^\W_])")
_ANSWERED_BEHIND = re.compile(r"\b(?:yes|no|n/?a|not sure)\b[ \t:]{0,4}(?P<line>_{2,8})(?!_)", re.I)
_PAIR = 2  # such lines beside each other, each too short to write a word on
_MARK = 4  # underscores of those
_ANSWER = 6  # words behind one
_AMOUNT = re.compile(  # what a number is written before
    r"(?:school |business |working |calendar )?(?:years?|months?|weeks?|days?|hours?|minutes?|percent|%|dollars?|"
    r"cents?|users?|students?|teachers?|staff|accounts?|licen[sc]es?|seats?|devices?|copies|pages?|schools?|classrooms?|am|pm)\b",
    re.I,
)
_OPTION = re.compile(r"[ \t]{0,4}(?:yes|no|n/?a|true|false|not applicable)\b", re.I)


def marked_lines(flow: Sequence[Paragraph]) -> frozenset[tuple[int, int]]:
    """(paragraph, where in its text) of short lines that are marked like a box: "____ Yes  ____ No".

    Other options than Yes and No make a list: three lines at least, each at the beginning of a paragraph or well apart
    from the words before it, and followed by words at once. A blank of a sentence has its words as near on both sides.
    """
    sure: set[tuple[int, int]] = set()
    items: list[tuple[int, int]] = []
    for number, paragraph in enumerate(flow):
        text = paragraph.text()
        # "Signature ____ Date ____": the words stand before their lines
        labelled = text.rstrip().endswith("_") and not _ends_with_other(text)
        behind = list(_ANSWERED_BEHIND.finditer(text)) if labelled else []
        sure |= {(number, m.start("line")) for m in behind if len(behind) > 1}
        if len(behind) > 1:
            continue  # "Yes ____ No ____"
        led: tuple[int, int] | None = None  # a short line right behind its question, and its end
        for kind, _, start, end in pieces(text):
            if kind != "line" or text[start] != "_" or end - start > _SHORT_LINE:
                continue
            if _OPTION.match(text, end):
                sure.add((number, start))
            elif not labelled and _begins_item(text, start, end):
                if led is not None and abs((led[1] - led[0]) - (end - start)) <= 1:
                    items.append((number, led[0]))  # "Works with: ____ Clever  ____ Google"
                led = None
                items.append((number, start))
            elif not labelled and _leads_items(text, start, end):
                led = start, end
        sure |= {(number, at) for at in _beside_each_other(text)}
    sure |= _told_to_mark(flow)
    rows = Counter(number for number, _ in items)
    listed = [(n, at) for n, at in items if rows[n] > 1 or rows[n - 1] == 1 or rows[n + 1] == 1]
    return frozenset(sure | (set(listed) if len(listed) >= _LIST else set()))


def _beside_each_other(text: str) -> list[int]:
    """Where lines too short for a word stand, behind a question's beginning and each before an answer that ends with
    the next: "the records shall be  ___ returned   ___ destroyed", but no amounts: "Term:  ___ years  ___ months"."""
    lines = [(s, e) for kind, _, s, e in pieces(text) if kind == "line" and text[s] == "_"]
    if len(lines) < _PAIR or not all(e - s <= _MARK and _begins_item(text, s, e) for s, e in lines):
        return []
    ends = [s for s, _ in lines[1:]] + [len(text)]
    answers = [text[e:end].strip() for (_, e), end in zip(lines, ends, strict=True)]
    asked = text[: lines[0][0]].strip()
    told = all(a and len(a.split()) <= _ANSWER and not _AMOUNT.match(a) for a in answers)
    return [s for s, _ in lines] if told and any(c.isalpha() for c in asked) else []


def _told_to_mark(flow: Sequence[Paragraph]) -> set[tuple[int, int]]:
    """Short lines before words, under or behind words such as "Illinois SOPPA (mark one):", two at least.

    The first begins its paragraph, or stands right behind these words; equals may stand beside it.
    """
    out: set[tuple[int, int]] = set()
    run: list[tuple[int, int]] = []
    told = False
    for number, paragraph in enumerate(flow):
        text = paragraph.text()
        if not text.strip():
            continue
        before = text.partition("_")[0]
        behind = paragraph.cell is None and "_" in text and _TO_MARK.search(before) is not None
        begun = _BEGINS_WITH_LINE.match(text, len(before) if behind else 0)
        if paragraph.cell is None and begun is not None and (behind or told):
            run = [] if behind else run
            run += [(number, at) for at in _equals(text, begun.start("line"))]
            out.update(run if len(run) > 1 else ())
            told = True
            continue
        told, run = _TO_MARK.search(text) is not None and "_" not in text, []
    return out


def _equals(text: str, first: int) -> list[int]:
    """Where a line stands, and those as long as it that begin items beside it: "____ Vendor   ____ District"."""
    lines = [(s, e) for kind, _, s, e in pieces(text) if kind == "line" and text[s] == "_" and s >= first]
    long = next((e - s for s, e in lines if s == first), 0)
    return [s for s, e in lines if s == first or (abs(e - s - long) <= 1 and _begins_item(text, s, e))]


def _ends_with_other(text: str) -> bool:
    """Whether a row of options ends with a line for another one: "____ Corporation  ____ Other: ______________"."""
    lines = [(start, end) for kind, _, start, end in pieces(text) if kind == "line" and text[start] == "_"]
    if len(lines) <= _LIST or text[: lines[0][0]].strip() or text[lines[-1][1] :].strip():
        return False
    (first, first_end), (last, last_end) = lines[0], lines[-1]
    asks = text[:last].rstrip(" \xa0")[-1:] in (":", ")") and last_end - last > first_end - first
    return asks and _begins_item(text, first, first_end)


def _leads_items(text: str, start: int, end: int) -> bool:
    """Whether a line stands right behind a question, and right before words."""
    return text[:start].rstrip(" \xa0")[-1:] in (":", "?") and re.match(r"[ \xa0]?[^\W_]", text[end:]) is not None


def _begins_item(text: str, start: int, end: int) -> bool:
    before, after = text[:start], text[end:]
    apart = len(before) - len(before.rstrip(" \xa0")) >= 2 or before[-1:] in ("", "\t", "\n")
    return apart and re.match(r"[ \xa0]?[^\W_]", after) is not None
