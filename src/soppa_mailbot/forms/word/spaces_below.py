"""Questions of a Word form that are answered in the empty space below them: no line, box or cell shows the place.

"3. Where is our data hosted?", an empty paragraph, and the next question. Empty paragraphs are also just white: they
are taken for places where several questions in a row are followed by one, or where the form says that answers go below.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.tokens import has_place, pieces
from soppa_mailbot.forms.word.open_labels import spaced_labels
from soppa_mailbot.model import Paragraph

ENOUGH = 3  # questions with space below that make it the form's way
_ENOUGH_TOLD = 2  # where the form says so
_TOLD = re.compile(
    r"\b(?:answers?|responses?|respond|type|write|reply)\b[^.]{0,60}\b(?:below|under(?:neath)?|beneath|space provided|"
    r"after each)\b|\b(?:space|lines?) below\b",
    re.IGNORECASE,
)
_ITEM = r"(?:(?:[\dA-Za-z.]{1,5}[.)]|\d{1,2}\.\d{1,2})\s+)?"  # "4.", "b)", "3.1"
_ASKS = re.compile(
    r"(?:\S+\s+){3}\S+[?]|"
    # "3. In a few sentences, tell us ...", "Please briefly describe ..."
    rf"^\W*{_ITEM}(?:(?:In|Using)\s[^.,;:?]{{3,40}},\s+)?(?:(?:Please|Kindly|Briefly|Also)\s+){{0,2}}"
    r"(?:list|describe|explain|provide|state|name each|name the|identify|"
    r"give|indicate|specify|outline|summari[sz]e|tell us)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\b(?:names?|address(?:es)?|telephone|phone|fax|e-?mail|dates?|title|position|number|contacts?|cost|price|"
    r"web ?site|url|grades?|schools?|company|operator|vendor|product|version|term|users?)\b",
    re.IGNORECASE,
)
_FOLLOW_UP = re.compile(
    rf"\W*{_ITEM}If (?:yes|no|not|so|other|any|applicable|the answer|"
    r"you (?:checked|answered|selected|said|marked|chose|ticked))\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\W*(?:\d{1,2}[.)]|\d{1,2}\.\d{1,2})\s+\S.*[^.:;,]", re.DOTALL)
_NUMBER = re.compile(r"(?:(?:question|item|no\.?|q)\s*)?(?P<number>\d{1,2})[.):]\s*(?=\D)", re.IGNORECASE)
_RUN = 4  # questions with places, at least
_RINGED = re.compile(r"\bcircle\b.{0,40}\byes\b\W{1,12}no\b\W*(?:n/?a\b|not sure\b)?\W*$", re.IGNORECASE)
_HEADING = 4  # words of a section's name
_LABEL_WORDS = 12
_LONGEST = 80  # words of a question


@dataclass(frozen=True, slots=True)
class _Item:
    number: int  # of the text's paragraph
    spaces: int  # empty paragraphs right under it
    asks: bool
    free: bool  # nothing to fill in it, nor in what comes next
    of_list: int  # the number that it begins with, or 0


def spaces_below(flow: Sequence[Paragraph]) -> dict[int, int]:
    """Empty paragraph -> the paragraph of the question that is answered in it."""
    items = _items(flow)
    if spaced := spaced_labels(flow):  # others are answered behind their label
        open_below = [i for i in items if i.free and i.spaces and i.number not in spaced]
        many = sum(i.asks for i in open_below) >= ENOUGH  # "4. Where is it kept? Please give the country."
        return {
            i.number + 1: i.number
            for i in open_below
            if flow[i.number].text().rstrip().endswith((":", "?")) or (many and i.asks)
        }
    asking = [n for n, item in enumerate(items) if item.asks and item.free and item.spaces]
    told = any(_TOLD.search(p.text()) for p in flow if p.part == "body")
    if len(asking) < (_ENOUGH_TOLD if told else ENOUGH):
        return {items[n].number + 1: items[n].number for n in asking if _is_of_run(items[n], items)}
    least = min(items[n].spaces for n in asking)
    region = range(asking[0], asking[-1] + 1)
    before = [n for n in range(asking[0]) if all(_is_label(flow, i, least) for i in items[n : asking[0]])]
    after = [
        n
        for n in range(asking[-1] + 1, len(items))
        if all(_is_label(flow, i, least) for i in items[asking[-1] + 1 : n + 1])
    ]
    out = {}
    for number in (*before, *region, *after):
        item = items[number]
        text = flow[item.number].text().strip()
        as_others = item.spaces >= least and (item.asks or not _is_section(text))
        if item.free and (as_others or (item.spaces and is_of_list(text))):
            out[item.number + 1] = item.number
    return out


def stands_in_run(number: int, answered: Collection[int]) -> bool:
    """Whether a question's number is one of a run of questions that all have places: 10 between 7, 8, 9 and 11.

    Then it is a question like them, though only white is below it.
    """
    return number > 0 and len(answered) >= _RUN and (number - 1 in answered or number + 1 in answered)


def number_of(text: str) -> int:
    """The number that a question begins with, 0 where it has none: "10. Where is it kept?"."""
    match = _NUMBER.match(text.strip())
    return int(match["number"]) if match else 0


def _is_of_run(item: _Item, items: Sequence[_Item]) -> bool:
    return stands_in_run(item.of_list, {i.of_list for i in items if i.of_list and not i.free})


def is_ringed(text: str) -> bool:
    """Whether a question is answered by a ring around one of its last words: "Is it free? (circle one)  Yes   No"."""
    return _RINGED.search(text) is not None


def asks(text: str) -> bool:
    """Whether a text asks something: a question, or "Please describe ..."."""
    return _ASKS.search(text.strip()) is not None


def is_of_list(text: str) -> bool:
    """Whether a text among questions is one too, though less white is below it: a numbered one, or "If yes, how?"."""
    text = text.strip()
    return _FOLLOW_UP.match(text) is not None or _NUMBERED.fullmatch(text) is not None


def is_label(text: str) -> bool:
    """Whether a text among questions may be the label of an answer: "Fax number", "Reseller, if any"; no heading."""
    words = text.split()
    told = "(" in text or not _is_section(text)  # "Cyber insurance (carrier and limit)"
    return len(words) <= _LABEL_WORDS and not text.rstrip().endswith(".") and told


def names_field(text: str) -> bool:
    """Whether a short text says what is to be written: "Fax number"."""
    return len(text.split()) <= _LABEL_WORDS and _FIELD.search(text) is not None


def _is_label(flow: Sequence[Paragraph], item: _Item, least: int) -> bool:
    """Whether a text beyond the first and last question is one of the list all the same: "Fax number"."""
    text = flow[item.number].text()
    return item.free and item.spaces >= least and names_field(text)


def _is_section(text: str) -> bool:
    """Whether a text among the questions is the name of a part of the form."""
    words = [w for w in text.split() if w[0].isalpha()]
    if len(words) > _HEADING or _FIELD.search(text):
        return len(text.split()) > _LONGEST
    return True


def _items(flow: Sequence[Paragraph]) -> list[_Item]:
    body = [n for n, p in enumerate(flow) if p.part not in ("header", "footer", "note")]
    out = []
    for at, number in enumerate(body):
        paragraph = flow[number]
        if paragraph.cell is not None or not paragraph.text().strip():
            continue
        spaces = 0
        while at + spaces + 1 < len(body) and _is_empty(flow[body[at + spaces + 1]]):
            spaces += 1
        following = flow[body[at + spaces + 1]] if at + spaces + 1 < len(body) else None
        text = paragraph.text().strip()
        free = not (has_place(paragraph) or is_ringed(text)) and not (
            following is not None
            and (following.cell is not None or following.part == "textbox" or _begins_with_place(following))
        )
        out.append(_Item(number, spaces, asks(text), free, number_of(text)))
    return out


def _is_empty(paragraph: Paragraph) -> bool:
    return (
        paragraph.part == "body"
        and paragraph.cell is None
        and not paragraph.text().strip()
        and not any(r.control is not None or r.image for r in paragraph.runs)
    )


def _begins_with_place(paragraph: Paragraph) -> bool:
    """Whether the next text is what the question is answered in: boxes, or a line."""
    first = next(iter(pieces(paragraph.text())), None)
    return (paragraph.runs and paragraph.runs[0].control is not None) or (
        first is not None and first[0] in ("line", "off")
    )
