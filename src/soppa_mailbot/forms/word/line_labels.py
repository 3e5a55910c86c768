"""Lines to write on that stand alone in their paragraph of a Word form: named by the paragraph over or under them.

"Company name" over its line and "Signature" under its line look the same one by one. Which it is shows where lines and
texts alternate: what comes first, what comes last, and where an empty paragraph parts them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.labels import last_sentence, tidy
from soppa_mailbot.forms.common.tokens import pieces
from soppa_mailbot.forms.naming.party import heading_party, is_own_use, is_signature_heading, sides
from soppa_mailbot.model import Paragraph

_BLANK = re.compile(r"_{3,}")
_BOX = re.compile(r"[☐□]|\[ *\]|\( *\)")
_ASKED = 3  # words of a question behind a blank
_LONGEST = 10  # words of a caption under a line
_REACH = 2  # paragraphs over a line in which its label stands
_ITEM = re.compile(r"^(\W{0,2}(?:\d{1,2}[a-z]?|[A-Za-z])[.)])[ \xa0\t]+(?=\S)")
_PARTED = re.compile(r"[ \xa0]{3,}|\t+")  # between two captions of one paragraph
_SIGNS = re.compile(r"(?:(?:authori[sz]ed|printed|print|typed)\s+)*(?:signature|names?|title|position|date)\b", re.I)
_AGREED = re.compile(r"(?:accepted|agreed|acknowledged|approved|signed|executed)\b(?:\W+\w+){0,4}\W*$", re.I)
_TWO_LINES = re.compile(r"[ \xa0]{2,}|\t+")  # between two lines of one paragraph


def line_labels(flow: Sequence[Paragraph]) -> dict[int, tuple[str, ...]]:
    """Paragraph of lines only -> a label for each of its lines; () where it goes on with the answer over it."""
    out: dict[int, tuple[str, ...]] = {}
    for chain in _chains(flow):
        over = _named_from_over(chain)
        for unit in chain.units:
            text = chain.over(unit) if over else chain.under(unit)
            text = text or chain.over(unit) or _asked_behind(flow, unit[0] - 1)
            text = "" if text.endswith(".") and _heads_own(flow, unit[-1] + 1) else text
            out.update(dict.fromkeys(unit, ()))
            out[unit[0]] = tuple(tidy(t) for t in _captions(text.strip())) if text else ()
    return out


def _heads_own(flow: Sequence[Paragraph], number: int) -> bool:
    """Whether a paragraph heads a part that the District fills: the line over it parts the form, and has no caption."""
    text = flow[number].text().strip() if number < len(flow) else ""
    return heading_party(text) == "district" and is_own_use(text)


def _asked_behind(flow: Sequence[Paragraph], number: int) -> str:
    """What a paragraph asks behind its last blank: "a quote dated ____. Students use it for this purpose: / ____"."""
    text = flow[number].text().strip() if number >= 0 and flow[number].part == "body" else ""
    behind = _BLANK.split(text)[-1].strip(" .,;")
    if behind == text or _BOX.search(behind) or not behind.endswith((":", "?")):
        return ""  # "[ ] No, because: / ____" is asked of who ticks the box
    asked = last_sentence(behind)
    return asked if len(asked.split()) >= _ASKED else ""


def lines_beside(flow: Sequence[Paragraph], number: int) -> int:
    """How many lines of their own stand beside each other in a paragraph: as many as its neighbour has captions."""
    if not _is_bare(flow[number]):
        return 1
    lines = len(_TWO_LINES.split(flow[number].text().strip()))
    near = [flow[n] for n in (number - 1, number + 1) if 0 <= n < len(flow)]
    captions = {len(_captions(p.text().strip())) for p in near if _is_text(p)}
    return lines if lines in captions else 1


def _captions(text: str) -> list[str]:
    """The captions of a paragraph that stand apart from each other; the number of an item is none by itself."""
    return _PARTED.split(_ITEM.sub(r"\1 ", text))


@dataclass
class _Chain:
    """Paragraphs in which texts and lines alternate."""

    flow: Sequence[Paragraph]
    numbers: list[int]

    @property
    def units(self) -> list[list[int]]:
        """Lines right under each other: of one answer."""
        out: list[list[int]] = []
        for number in self.numbers:
            if not _is_bare(self.flow[number]):
                continue
            if out and out[-1][-1] == number - 1:
                out[-1].append(number)
            else:
                out.append([number])
        return out

    def text(self, number: int) -> str:
        return self.flow[number].text().strip() if number in self.numbers and _is_text(self.flow[number]) else ""

    def over(self, unit: Sequence[int]) -> str:
        for number in range(unit[0] - 1, unit[0] - 1 - _REACH, -1):
            if number not in self.numbers or _is_bare(self.flow[number]):
                return ""
            if text := self.text(number):
                return text
        return ""

    def under(self, unit: Sequence[int]) -> str:
        text = self.text(unit[-1] + 1)
        # it asks for what comes after it, or is a sentence
        asks = text.endswith((":", "?", ".")) or self._heads_boxes(unit[-1] + 1)
        asks = asks or _heads_own(self.flow, unit[-1] + 1)
        return "" if asks or any(len(t.split()) > _LONGEST for t in _PARTED.split(text)) else text

    def _heads_boxes(self, number: int) -> bool:
        """Whether boxes to tick follow right under a text."""
        return number + 1 < len(self.flow) and "off" in {kind for kind, *_ in pieces(self.flow[number + 1].text())}


def _named_from_over(chain: _Chain) -> bool:
    """Whether the labels stand over their lines."""
    units = chain.units
    if _captioned_in_pairs(chain):
        return False
    over, under = all(map(chain.over, units)), all(map(chain.under, units))
    if over != under or not over:
        return over
    first, last = chain.over(units[0]), chain.under(units[-1])
    inner = [chain.under(u) for u in units[:-1]]
    if sides(_PARTED.split(first)):
        return False  # heads of two blocks, each over what its party signs
    if heading_party(first) in ("operator", "district") and _SIGNS.match(last):
        return False
    if _AGREED.match(first) and _SIGNS.match(last):
        return False  # "ACCEPTED AND AGREED:" over lines with captions under them
    if first.endswith((":", "?")):
        return True
    if is_signature_heading(first) or (first.isupper() and not any(t.isupper() for t in [*inner, last])):
        return False
    between = [(chain.flow[a[-1] + 1], chain.flow[b[0] - 1]) for a, b in pairwise(units)]
    texts = [(a.text().strip(), b.text().strip()) for a, b in between]
    if any(not b for _, b in texts):
        return False  # an empty paragraph parts each caption from the next line
    # a heading in capitals is no caption of the line over it, and no label of the line under it
    said = [(a.isupper(), b.isupper()) for a, b in texts if a != b]
    if said and any(a != b for a, b in said):
        return all(a and not b for a, b in said if a != b)
    labels = [b for _, b in texts] or [first]
    return last.isupper() and not any(t.isupper() for t in labels)


def _captioned_in_pairs(chain: _Chain) -> bool:
    """Whether lines beside each other have a caption each under them, and one text over the first: "Contractor:"."""
    rows = [(unit, len(_TWO_LINES.split(chain.flow[unit[-1]].text().strip()))) for unit in chain.units]
    beside = [(unit, lines) for unit, lines in rows if lines > 1]
    if not beside:
        return False
    under = all(len(_captions(chain.under(unit))) == lines for unit, lines in beside)
    return under and len(_captions(chain.over(beside[0][0]))) == 1


def _chains(flow: Sequence[Paragraph]) -> list[_Chain]:
    out: list[_Chain] = []
    numbers: list[int] = []
    cell = None
    for number, paragraph in enumerate(flow):
        if paragraph.cell != cell or heading_party(paragraph.text().strip()) == "section":
            out.append(_Chain(flow, numbers))  # each part of a form has its own way
            numbers, cell = [], paragraph.cell
        plain = paragraph.part == "body"
        if plain and (_is_bare(paragraph) or _is_text(paragraph) or not paragraph.text().strip()):
            numbers.append(number)
        else:
            out.append(_Chain(flow, numbers))
            numbers = []
    return [c for c in [*out, _Chain(flow, numbers)] if c.units]


def _is_bare(paragraph: Paragraph) -> bool:
    """Whether a paragraph holds lines to write on and nothing else."""
    kinds = {kind for kind, _, _, _ in pieces(paragraph.text())}
    return kinds == {"line"} and not any(r.control for r in paragraph.runs)


def _is_text(paragraph: Paragraph) -> bool:
    """Whether a paragraph holds words, and no place to fill."""
    kinds = {kind for kind, _, _, _ in pieces(paragraph.text())}
    return kinds == {"word"} and not any(r.control for r in paragraph.runs)
