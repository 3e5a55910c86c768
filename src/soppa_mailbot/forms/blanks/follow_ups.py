"""Places asked for under a condition, and the question that decides: "If yes, explain: ____" behind Yes and No.

Where no question is sure to be the one that is meant, the place is asked for whatever was answered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.blanks.rows_asked_if import asked_if
from soppa_mailbot.forms.common.conditions import (
    CHECKED,
    NO,
    NOT_SUBJECT,
    SUBJECT,
    YES,
    Condition,
    asks_if,
    condition_of,
    denies,
    meanings,
    stems,
)
from soppa_mailbot.forms.common.geometry import center, same_row
from soppa_mailbot.forms.common.labels import without_number
from soppa_mailbot.forms.common.signer import is_of_signer
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.common.vocabulary import plain
from soppa_mailbot.forms.naming.naming import key_of
from soppa_mailbot.forms.texts.stream import blank_stream
from soppa_mailbot.model import Box, Document, Place

_NEVER = frozenset({"signature", "signature_date", "schools", "deadline", "operator", "product", "subject_to_soppa"})
_SIGNS = re.compile(r"\b(?:sign(?:ed|s)?|signatures?|initials?|initial(?:ed|s)?)\b", re.IGNORECASE)
_BY_SIGNATURE = 5  # places from a signature to what is said of its signer
_OTHER_WORDS = 2  # of a page between a question and its follow-up, that belong to neither
_SEVERAL = 2  # words that tell a question which stands further up
_NARROWER = 2  # words that such a question may have besides

Asked = dict[str, list[Place]]  # question, by `naming.key_of` -> its places, in the order of the form


def with_follow_ups(places: Sequence[Place], document: Document) -> tuple[Place, ...]:
    """The places, those that hang on another question's answer with that question (`Place.hangs_on`)."""
    return _Form(places, document).told()


class _Form:
    """The questions of a form, in its order."""

    def __init__(self, places: Sequence[Place], document: Document) -> None:
        self.places = places
        self.document = document
        self.asked: Asked = {}
        for place in places:
            self.asked.setdefault(key_of(place), []).append(place)
        self.order = list(self.asked)
        self.conditions = {key: found for key in self.order if (found := self._condition(key)) is not None}
        self.hangs: dict[str, tuple[str, ...]] = {}
        self.in_rows = asked_if(places, document)

    def told(self) -> tuple[Place, ...]:
        for key, condition in self.conditions.items():
            questions = self._questions(key, condition)
            above = questions[0] if len(questions) == 1 else ""
            # what hangs on a question that hangs on another hangs on both
            self.hangs[key] = (*questions, *self.hangs.get(above, ()))
        return tuple(self._hung(p) for p in self.places)

    def _hung(self, place: Place) -> Place:
        key = key_of(place)
        questions = self.hangs.get(key)
        if place.id in self.in_rows and not questions and place.required and not place.insisted:
            ids, answer = self.in_rows[place.id]
            return replace(place, hangs_on=ids, asked_on=answer)
        if not questions or not place.required or place.insisted or not self._may_hang(place):
            return place
        ids = tuple(self.asked[q][0].id for q in questions)
        return replace(place, hangs_on=ids, asked_on=self.conditions[key].answer)

    def _may_hang(self, place: Place) -> bool:
        if place.signs or place.role in _NEVER or any(map(_SIGNS.search, (place.label, place.printed))):
            return False
        at = self.places.index(place)
        near = self.places[max(0, at - _BY_SIGNATURE) : at + _BY_SIGNATURE + 1]
        what = self.conditions[key_of(place)].what
        return not (is_of_signer(what) and any(p.signs and p.party == place.party for p in near))

    def _condition(self, key: str) -> Condition | None:
        first = self.asked[key][0]
        labels = (first.group_label,) if first.group else (first.label, first.printed)
        return next((found for label in labels if (found := condition_of(self._own(label))) is not None), None)

    def _own(self, label: str) -> str:
        """A label without the question that it repeats: "Do you use AI? If yes, explain" -> "If yes, explain"."""
        question = self._repeated(label)
        return label[len(self._text(question)) :] if question else label

    def _repeated(self, label: str) -> str:
        """The question with whose words a label begins, as in the row of a table."""
        said = label.casefold()
        texts = {key: self._text(key) for key in self.order if self._decides(key)}
        found = [k for k, t in texts.items() if t and said.startswith(t.casefold()) and len(t) < len(label)]
        return max(found, key=lambda k: len(texts[k]), default="")

    def _text(self, key: str) -> str:
        first = self.asked[key][0]
        return first.group_label if first.group else first.label or first.printed

    def _decides(self, key: str, answer: str = "") -> bool:
        """Whether a question can be answered Yes and No."""
        first = self.asked[key][0]
        if first.party == "district" or first.signs:
            return False
        if first.kind == "check":
            return {YES, NO} <= set(meanings([p.option for p in self.asked[key]]))
        if first.kind == "choice" and first.choices:
            return {YES, NO} <= set(meanings(first.choices))
        return first.kind in ("text", "choice") and (asks_if(first.label) or asks_if(first.printed))

    def _questions(self, key: str, condition: Condition) -> tuple[str, ...]:
        """The questions that a condition means; () where that is not sure."""
        first = self.asked[key][0]
        before = self.order[: self.order.index(key)]
        if condition.numbers:
            named = [k for k in before if without_number(self._text(k))[0] in condition.numbers]
            return tuple(named) if len(named) == len(condition.numbers) and all(map(self._decides, named)) else ()
        for label in (first.label, first.printed):
            if (row := self._repeated(label)) and row in before:
                return (row,)
        last = self._right_before(key, before)
        if last and self._suits(last, condition):
            return (last,)
        return self._by_words(before, condition) if len(condition.subject) >= _SEVERAL else ()

    def _right_before(self, key: str, before: Sequence[str]) -> str:
        """The question right before a follow-up, but for others of the same question; "" where it is not sure."""
        between: list[str] = []
        for other in reversed(before):
            hung = self.conditions.get(other)
            if hung is not None and not self._decides(other):
                between.append(other)
                continue
            follow, question = self.asked[key], self.asked[other]
            near = _is_next(self.document, question, [p for k in between for p in self.asked[k]], follow)
            return other if near and not self._beside(other, follow, between) else ""
        return ""

    def _beside(self, key: str, follow: Sequence[Place], between: Sequence[str]) -> bool:
        """Whether another question stands in the row of this one, and the follow-up does not: it may be that one's."""
        row = [p for p in self.asked[key] if not _in_row(p, follow[0])]
        others = (p for k in self.order if k != key and k not in between for p in self.asked[k] if p not in follow)
        return len(row) == len(self.asked[key]) and any(_in_row(p, row[-1]) for p in others)

    def _suits(self, key: str, condition: Condition) -> bool:
        if condition.answer in (SUBJECT, NOT_SUBJECT):
            return any(p.role == "subject_to_soppa" and p.party != "district" for p in self.asked[key])
        if condition.answer == CHECKED:
            first = self.asked[key][0]
            return first.kind == "check" and len(self.asked[key]) == 1
        if condition.subject and self.asked[key][0].kind == "check":  # "If AI is used" behind "[ ] None  [ ] ..."
            if condition.answer not in (NO, YES) or NO not in meanings([p.option for p in self.asked[key]]):
                return False
        elif not self._decides(key):
            return False
        if not condition.subject:
            return True
        return condition.subject <= stems(self._text(key)) and not denies(self._text(key))

    def _by_words(self, before: Sequence[str], condition: Condition) -> tuple[str, ...]:
        """The only question further up that asks for just what a condition repeats."""
        found = [k for k in before if self._suits(k, condition)]
        fits = len(found) == 1 and len(stems(self._text(found[0])) - condition.subject) <= _NARROWER
        return (found[0],) if fits else ()


def _in_row(one: Place, other: Place) -> bool:
    if one.box and other.box:
        return one.page == other.page and same_row(one.box, other.box)
    rows = [re.match(r"(?:t\d+r\d+|p\d+:)", p.id) for p in (one, other)]
    return rows[0] is not None and rows[1] is not None and rows[0][0] == rows[1][0]


def _is_next(document: Document, question: Sequence[Place], between: Sequence[Place], follow: Sequence[Place]) -> bool:
    """Whether a form says nothing between a question and what is to follow it that may be another question."""
    said = _words_between(document, question, follow) if document.pages else _tokens_between(document, question, follow)
    if said is None:
        return False
    known = [*question, *between, *follow]
    texts = {t for p in known for t in (p.label, p.group_label, p.option, p.printed, p.title, p.remark)}
    own = Counter(w for text in texts for w in norms(text))
    left = Counter(w for text in said for w in norms(text) if len(w) > 1 and not w.isdigit()) - own
    asked = {plain(w) for w in said if w.rstrip('”")_ ').endswith("?")}
    return left.total() <= (_OTHER_WORDS if document.pages else 0) and not any(w in left for w in asked)


def _tokens_between(document: Document, question: Sequence[Place], follow: Sequence[Place]) -> list[str] | None:
    stream = blank_stream(document.flow)
    at = {s.id: s.at for s in stream.slots}
    begin = [at[p.id] for p in question if p.id in at]
    end = [at[p.id] for p in follow if p.id in at]
    if not begin or not end or max(begin) > min(end):
        return None
    units: Mapping[int, str] = {t.unit: t.raw for t in stream.tokens[max(begin) : min(end)]}
    return list(units.values())


def _words_between(document: Document, question: Sequence[Place], follow: Sequence[Place]) -> list[str] | None:
    page = next((p for p in document.pages if p.number == follow[0].page), None)
    boxes = [p.box for p in question if p.box and p.page == follow[0].page]
    below = [p.box for p in follow if p.box]
    if page is None or len(boxes) < len(question) or not below:
        return None
    last: Box = max(boxes, key=lambda b: center(b)[1])
    bottom = min(b[3] for b in below)
    if bottom < last[1]:
        return None
    said = [w for w in page.words if last[1] - 1 <= center(w.box)[1] <= bottom + 1]
    if any(same_row(b, last) for b in below):  # of a row with more columns, what stands from the question to its place
        left, right = min(b[0] for b in boxes), max(b[2] for b in below)
        said = [w for w in said if left - 1 <= center(w.box)[0] <= right]
    return [w.text for w in said]
