"""Heads of a form that are worded as questions: "2. What would we be buying?" over "Name of product ___".

What they ask is asked by the lines under them. A question with nothing of its own under it is answered in the white.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import height, same_row
from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.pages.layout import layout_of
from soppa_mailbot.forms.texts.stream import blank_stream
from soppa_mailbot.model import Document, Page, Paragraph, Place

_HEAD = re.compile(r"(?:(?:section|part)\s+)?(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.):]\s+(?=\S)", re.IGNORECASE)
# answered with what is under it, not with Yes or No beside it
_ASKS_MORE = re.compile(
    r"(?:who|whom|whose|what|when|where|which|why|how)\b[^?]*\?\W*(?:\([^()]*\))?\W*", re.IGNORECASE
)
_FOLLOWS_UP = re.compile(r"\W*if\b", re.IGNORECASE)  # "If no, why? ____" leaves Yes or No to the question over it
_FEWEST = 3  # heads of one form with labelled lines under them


def asking_heads(document: Document, places: Sequence[Place], asked: Sequence[str]) -> frozenset[str]:
    """The texts of such heads; `asked` are the questions without a place.

    None is one where a numbered question of these has nothing of its own under it: the form is answered in the white.
    """
    slots: dict[int, list[Slot]] = {}
    for slot in blank_stream(document.flow).slots:
        slots.setdefault(slot.paragraph, []).append(slot)
    labels = {p.id: norms(p.label) for p in places}
    leading: set[str] = set()
    questions: set[str] = set()
    bare = False
    for number, head in _heads(document.flow, slots):
        text = head.text().strip()
        if _leads(document.flow, number + 1, slots, labels):
            leading.add(text)
            if _ASKS_MORE.fullmatch(_HEAD.sub("", text, count=1)):
                questions.add(text)
        else:
            bare |= any(q in " ".join(text.split()) for q in asked)
    return frozenset(questions) if len(leading) >= _FEWEST and not bare else frozenset()


def answered_below(document: Document, places: Sequence[Place], asked: Sequence[str]) -> bool:
    """Whether each of a page's questions without a place is answered by labelled lines right under it.

    "4. What are the telephone number and e-mail address of this person?" over "Telephone: ____  E-mail: ____".
    """
    return all(
        _ASKS_MORE.match(question) is not None and any(_stands_over_labels(p, places, question) for p in document.pages)
        for question in asked
    )


def _stands_over_labels(page: Page, places: Sequence[Place], question: str) -> bool:
    """Whether the line under a question's last one begins with the label of a place in it."""
    here = [p for p in places if p.page == page.number and p.box is not None and p.kind != "check"]
    lines = layout_of(page).lines
    for line, below in pairwise(lines):
        said = " ".join(p.text for p in line)
        end = " ".join(said[: said.rfind("?") + 1].split())
        if not end or not (question.endswith(end) or end.endswith(question)):
            continue
        first = below[0]
        near = first.box[1] - line[0].box[3] < height(first.box)
        beside = [p for p in here if p.box and same_row(p.box, first.box) and p.box[0] >= first.box[0]]
        label = norms(min(beside, key=lambda p: p.box or first.box).label) if beside else ()
        words = norms(first.text)
        if near and label and words[: len(label)] == label and not _FOLLOWS_UP.match(first.text):
            return True
    return False


def _heads(flow: Sequence[Paragraph], slots: Mapping[int, Sequence[Slot]]) -> Iterator[tuple[int, Paragraph]]:
    for number, paragraph in enumerate(flow):
        outside = paragraph.cell is None and paragraph.part == "body"
        if outside and number not in slots and _HEAD.match(paragraph.text().strip()):
            yield number, paragraph


def _leads(
    flow: Sequence[Paragraph], number: int, slots: Mapping[int, Sequence[Slot]], labels: Mapping[str, Sequence[str]]
) -> bool:
    """Whether a paragraph begins with the label of its own first place."""
    if number >= len(flow) or number not in slots or flow[number].cell is not None:
        return False
    text = flow[number].text()
    label = labels.get(slots[number][0].id, ())
    return bool(label) and norms(text)[: len(label)] == label and not _FOLLOWS_UP.match(text)
