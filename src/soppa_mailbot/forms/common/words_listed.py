"""Answers of other words than Yes and No that are listed beside "(circle one)": "Hosting (circle one): Cloud / Local".

A stroke, a wide gap, a comma or "or" parts them. A sentence that goes on behind the list in small letters is no answer.
"""

from __future__ import annotations

from itertools import pairwise

from soppa_mailbot import lazy_re as re

Span = tuple[int, int]

_STROKE = re.compile(r"(?:[ \xa0]|\t){0,8}[/|](?:[ \xa0]|\t){0,8}")
_GAP = re.compile(r"[ \xa0]?\t[ \xa0\t]{0,8}|[ \xa0]{2,60}(?:or[ \xa0]{1,60})?|[ \xa0]or[ \xa0]{2,60}")
_COMMA = re.compile(r",[ \xa0](?:or[ \xa0])?|[ \xa0]or[ \xa0]")
_LEAD = re.compile(r"[\s:–—-]{0,60}")
_BEFORE = re.compile(r"[:?][ \xa0\t]{0,60}|[ \xa0]?\t[ \xa0\t]{0,60}|[ \xa0]{2,60}")
_SENTENCE = re.compile(r"[.;]\s|[.;:?!)\]]*\s*$")
_SMALL = re.compile(r"[a-z](?![a-zA-Z]*[A-Z])")  # the letter of "the", not that of "iPad"
_WORD = re.compile(r"\w(?:[\w'’&+.-]*\w)?")
_LEADS_ON = re.compile(r"(?:and|the|in|on|if|to|or|then|with|by|for|please|that|which|this|below|as)\b")
_DENIES = ("do", "does", "not")
_WORDS = 4  # of an answer
_FEW = 3  # of one that nothing but a comma or "or" parts from the next
_MOST = 10  # answers


def listed_behind(text: str, start: int) -> tuple[Span, ...]:
    """The answers that begin behind a text's "(circle one)", which ends at `start`."""
    lead = _LEAD.match(text, start)
    begin = lead.end() if lead is not None else start
    told = text[:start].rstrip()[-1:] in (":", ")", "]") or ":" in text[start:begin]
    end = begin + len(text[begin:].split("\n", 1)[0])
    for parts, limit in ((_STROKE, _WORDS), (_GAP, _WORDS), (_COMMA, _FEW)):
        if parts is _COMMA and not told:
            continue
        if found := _listed(text, begin, end, parts, limit):
            return found
    return ()


def listed_before(text: str, end: int) -> tuple[Span, ...]:
    """The answers that end before a text's "(circle one)", which begins at `end`: "Term: 1 year / 2 (circle one)"."""
    stop = len(text[:end].rstrip(" \t\xa0(["))
    begin = text.rfind("\n", 0, stop) + 1
    if (strokes := _cut(text, begin, stop, _STROKE)) and len(strokes) > 1:
        first = _behind_question(text, strokes[0])
        if first is None:
            first = _parted_from(text, strokes[0], strokes[1])
        return _sound(text, [first, *strokes[1:]], _WORDS)
    gaps = _cut(text, begin, stop, _GAP)
    for at in range(len(gaps) - 1, -1, -1):
        if text[gaps[at][1] - 1] in ":?":
            return _sound(text, gaps[at + 1 :], _WORDS)
        if (first := _behind_question(text, gaps[at])) is not None:
            return _sound(text, [first, *gaps[at + 1 :]], _WORDS)
    return _sound(text, gaps[1:], _WORDS)


def _listed(text: str, begin: int, end: int, parts: re.Pattern[str], limit: int) -> tuple[Span, ...]:
    """The answers from `begin` on, with one kind of thing between them."""
    spans = _cut(text, begin, end, parts)
    if parts is not _GAP:  # a wide gap ends a list that strokes or commas part
        for n, (a, z) in enumerate(spans):
            gap = _GAP.search(text, a, z)
            if gap is not None:
                spans = [*spans[:n], (a, gap.start())]
                break
    out: list[Span] = []
    for a, z in spans:
        if parts is _GAP and _SMALL.match(text, a):
            break  # the sentence goes on
        out.append((a, z))
    if not out:
        return ()
    a, z = out[-1]
    if "_" in text[a:z]:  # "Other ____", which is written in
        out.pop()
    else:
        out[-1] = _last_of(text, (a, z), out[:-1], parts)
    return _sound(text, out, limit)


def _cut(text: str, begin: int, end: int, parts: re.Pattern[str]) -> list[Span]:
    ends = [begin, *(n for m in parts.finditer(text, begin, end) for n in m.span()), end]
    return [(a, z) for a, z in zip(ends[::2], ends[1::2], strict=True) if z > a]


def _last_of(text: str, span: Span, others: list[Span], parts: re.Pattern[str]) -> Span:
    """The last answer without the sentence behind it: "RETURN all data." beside "DESTROY" is "RETURN"."""
    a, z = span
    if (stop := _SENTENCE.search(text, a, z)) is not None:
        z = stop.start()
    words = list(_WORD.finditer(text, a, z))
    most = max((len(_WORD.findall(text, *o)) for o in others), default=0)
    goes_on = parts is not _GAP and 0 < most < len(words) and _SMALL.match(text, words[most].start())
    # "Site / Per student" is two answers, "DESTROY / RETURN data" are two words and a sentence
    if goes_on and (len(words) - most > 1 or words[most - 1].group().isupper()):
        z = words[most - 1].end()
    return a, z


def _behind_question(text: str, span: Span) -> Span | None:
    cuts = list(_BEFORE.finditer(text, *span))
    return (cuts[-1].end(), span[1]) if cuts else None


def _parted_from(text: str, span: Span, following: Span) -> Span:
    """The answer at the end of a question that nothing parts from it.

    It begins with the word with which the next one begins, or that the next one denies: "The Vendor does / does not",
    "The Vendor sells / does not sell". Else it is as long as the next one.
    """
    others = [w.group().casefold() for w in _WORD.finditer(text, *following)]
    begins = next((w for w in others if w not in _DENIES), others[0] if others else "")
    words = list(_WORD.finditer(text, *span))
    same = [n for n, w in enumerate(words) if begins and w.group().casefold() in (begins, f"{begins}s")]
    return _last_words(text, span, len(words) - same[-1] if same else len(others))


def _last_words(text: str, span: Span, count: int) -> Span:
    words = list(_WORD.finditer(text, *span))
    return (words[-count].start(), span[1]) if 0 < count < len(words) else span


def _sound(text: str, spans: list[Span], limit: int) -> tuple[Span, ...]:
    """The answers, trimmed, where each can be one: a few words, none like another; none otherwise."""
    out = []
    for a, z in spans:
        z = a + len(text[a:z].rstrip(" \t\xa0.;*"))
        a = z - len(text[a:z].lstrip(" \t\xa0"))
        said = text[a:z]
        if (
            not said[:1].isalnum()
            or any(c in said for c in "_:?")
            or len(said.split()) > limit
            or _LEADS_ON.match(said)
        ):
            return ()
        out.append((a, z))
    said_all = {text[a:z].casefold() for a, z in out}
    fine = 1 < len(out) <= _MOST and len(said_all) == len(out) and all(a[1] <= b[0] for a, b in pairwise(out))
    return tuple(out) if fine else ()
