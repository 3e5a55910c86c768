"""The blank's own words on a scan, misread by OCR: found between their neighbours, where they must stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.likeness import likeness
from soppa_mailbot.forms.common.tokens import INK_WORD, OFF, ON, Token, normal
from soppa_mailbot.forms.identity.identity import name_spans
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import Document

_JUNK = 3  # letters that OCR makes of a box before the word beside it
_BOX_LETTERS = frozenset("o0dlijktuvwxyz1mn8")  # that OCR makes of a box behind a word, ticked or not
_SHORT = 3  # letters: any word may end in so few
_ITEM = re.compile(r"[a-z]\d{1,2}[a-z]?")
_ITEM_LETTERS = frozenset("abcdefgh")
_STROKES = str.maketrans(dict.fromkeys("\\|/!", "l"))  # that OCR gives for I and l
_CENTURY = "20"
_YEAR = re.compile(r"\d{4}")
_SAME_PLACE = 60.0  # likeness (0 to 100) of the only word that stands in a longer word's place
_SAME_NAME = 88.0  # likeness (0 to 100) of a name's word and what OCR may make of it


def repaired(comparison: Comparison) -> Comparison:
    """Own words that OCR misread, or read together with the box before them, found between their neighbours."""
    to_paper = list(comparison.to_paper)
    own, paper = comparison.blank.tokens, comparison.paper
    names = {i for span in name_spans(own) for i in (*span.tokens, span.kind_at)}
    options = {slot.at for slot in comparison.blank.slots if slot.kind == "check"}
    before = {slot.at - 1 for slot in comparison.blank.slots if slot.kind == "check"}
    last = -1
    for i, j in enumerate(to_paper):
        if j >= 0:
            last = j
            continue
        following = next((k for k in to_paper[i + 1 :] if k >= 0), len(paper))
        alike = _misread_name if i in names else _misread_option if i in options else _misread
        if (
            i not in names
            and following == last + 2
            and _alone(to_paper, i)
            and _roughly(own[i].norm, paper[last + 1].norm)
        ):
            to_paper[i] = last = last + 1
            continue
        if following > last + 1 and _misread_item(own[i].norm, paper[following - 1].norm) and _alone(to_paper, i):
            to_paper[i] = last = following - 1
            continue
        hit = next((k for k in range(last + 1, following) if alike(own[i].norm, paper[k].norm)), None)
        if hit is None and i not in names:
            hit = next((k for k in range(last + 1, following) if _with_strokes(own[i].norm, paper[k].raw)), None)
        if hit is None and i in before and i not in names:
            hit = next((k for k in range(last + 1, following) if _before_box(own[i].norm, paper[k])), None)
        if hit is not None:
            to_paper[i] = last = hit
    return replace(comparison, to_paper=to_paper)


def centuries_parted(comparison: Comparison) -> Comparison:
    """A form's "20____" of which OCR read the century and the year's two figures as one word: "2026"."""
    own, to_paper, paper = comparison.blank.tokens, list(comparison.to_paper), list(comparison.paper)
    answered = {slot.at - 1 for slot in comparison.blank.slots if slot.is_line}
    for i in sorted(answered):
        if i < 1 or to_paper[i] >= 0 or own[i].norm != _CENTURY or to_paper[i - 1] < 0:
            continue
        following = next((k for k in to_paper[i + 1 :] if k >= 0), len(paper))
        between = range(to_paper[i - 1] + 1, following)
        years = [k for k in between if _YEAR.fullmatch(paper[k].norm) and paper[k].norm.startswith(_CENTURY)]
        box = paper[years[-1]].box if years else None
        if len(years) != 1 or box is None:
            continue
        at, token, middle = years[0], paper[years[0]], (box[0] + box[2]) / 2
        half = len(_CENTURY)
        paper[at : at + 1] = [
            replace(token, norm=token.norm[:half], raw=own[i].raw, box=(box[0], box[1], middle, box[3])),
            replace(token, norm=token.norm[half:], raw=token.norm[half:], box=(middle, box[1], box[2], box[3])),
        ]
        to_paper = [j + 1 if j > at else j for j in to_paper]
        to_paper[i] = at
    return replace(comparison, paper=paper, to_paper=to_paper)


def numbers_misread(comparison: Comparison, document: Document, pages: Collection[int]) -> frozenset[int]:
    """Numbers in names of the district that a scan has otherwise, the name's words being there: OCR takes 1 for 4.

    It may be a neighbour's form as well. Nothing of pages with text.
    """
    if any(p.origin != "ocr" for p in document.pages if p.number in pages) or not pages:
        return frozenset()
    own, found = comparison.blank.tokens, comparison.found
    out: set[int] = set()
    for span in name_spans(own):
        lost = [i for i in span.tokens if i not in found]
        if lost and len(lost) < len(span.tokens) and all(own[i].norm.isdigit() for i in lost):
            out.update(lost)
    return frozenset(out)


def _alone(to_paper: Sequence[int], at: int) -> bool:
    """Whether a word is the only one that is lost between its neighbours."""
    return all(0 <= i < len(to_paper) and to_paper[i] >= 0 for i in (at - 1, at + 1))


def _roughly(own: str, read: str) -> bool:
    """Of the only word that stands where another one should."""
    if not own.isalpha() or not read.isalpha():
        return False
    if len(own) <= _SHORT:
        return len(own) == _SHORT and likeness(own, read) == "unclear"  # one letter of three
    return len(own) > _SHORT + 1 and ratio(own, read) >= _SAME_PLACE


def _misread(own: str, read: str) -> bool:
    if read in (ON, OFF, "__", INK_WORD):
        return False
    return likeness(own, read) == "same" or (len(own) > _SHORT and _with_junk(own, read))


def _misread_item(own: str, read: str) -> bool:
    """The number of an item before its words, a digit of it read as a letter: "B6" as "Bé". Another digit is none.

    The rule behind it may be read as one letter more: "A6é"; "A6a" is another item.
    """
    if not _ITEM.fullmatch(own) or own[0] != read[0]:
        return False
    if len(read) == len(own) + 1:
        return read.startswith(own) and read[-1].isalpha() and read[-1] not in _ITEM_LETTERS
    if len(read) != len(own):
        return False
    return all(a == b or (a.isdigit() and b.isalpha()) for a, b in zip(own, read, strict=True))


def _with_strokes(own: str, raw: str) -> bool:
    """A word of which an upright letter was read as a stroke: "Is" as "\\s"."""
    said = normal(raw.translate(_STROKES))
    return said != normal(raw) and len(own) > 1 and likeness(own, said) == "same"


def _misread_option(own: str, read: str) -> bool:
    """The first word behind a box, which may be read as letters before it; a tick runs through its first letter."""
    if _misread(own, read):
        return True
    if read.isdigit():
        return read.lstrip("0") == own  # a box is read as nought, at most
    return _with_junk(own, read) or (len(own) >= _SHORT and own[0] != read[0] and own[1:] == read[1:])


def _before_box(own: str, read: Token) -> bool:
    """The last word before a box, which may be read as letters behind it: "YesO)"."""
    junk = read.norm[len(own) :]
    return read.norm.startswith(own) and 0 < len(junk) <= _JUNK and set(junk) <= _BOX_LETTERS


def _misread_name(own: str, read: str) -> bool:
    """Of a district's name: it may be a neighbour's, which is like it."""
    return ratio(own, read) >= _SAME_NAME if own.isalpha() else likeness(own, read) == "same"


def _with_junk(own: str, read: str) -> bool:
    return read.endswith(own) and len(read) - len(own) <= _JUNK and not read.isdigit()
