"""Entries of `optional` that mean what is asked after a question, by its number: "follow-up to 12 if they said yes"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.labels import comparable, without_number
from soppa_mailbot.model import Place

_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2})?[a-z]?|\([a-z]\)|[A-Z]\.?\d{1,2})"
_QUESTION = rf"(?:(?:question|item|number|no\.?|line|q\.?)\s?)?(?P<number>{_NUMBER})"
# "if question 3 is no", "when (a) is answered No", "if they said yes"
_CONDITION = re.compile(
    r"[\s,;(–-]{0,3}\b(?:if|when|where|unless)\b(?P<said>[^,;]{0,60}\b(?:yes|no|not|so|any|other|one|checked|ticked)\b[^,;]{0,20})$",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    rf"(?:^|\s){_QUESTION}\s+(?:is|was|are|has|says|said|gets|got|answered|=)(?:\s|$)", re.IGNORECASE
)
_BEHIND = re.compile(
    rf"(?P<what>.*\S)\s+(?:to|under|of|for|after|behind|below|following|beneath|at)\s+(?:the\s)?{_QUESTION}",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"\bfollow(?:s|ing)?\b|\bfollow[- ]?up\b", re.IGNORECASE)
_NO_NAME = frozenset(
    comparable("follow up following question line blank field space box answer explanation detail part row the a it")
)
_MOST = 3  # places that are asked after one question


def after_question(wanted: str, places: Sequence[Place]) -> list[Place]:
    """The places behind a question that an entry names by its number, [] where that is not sure.

    It must say that they hang on its answer ("if no"), or that they follow it; what a signer is asked is none of them.
    """
    text = wanted.strip().rstrip(" .)")
    condition = _CONDITION.search(text)
    said, rest = (condition["said"], text[: condition.start()]) if condition else ("", text)
    if not condition and not _FOLLOWS.search(text):
        return []
    behind = _BEHIND.fullmatch(rest.strip(" ,;(-–"))
    numbered = _ANSWERED.search(said) or behind
    if numbered is None:
        return []
    what = set(comparable(behind["what"] if behind else rest)) - _NO_NAME
    runs = [found for found in _asked_after(numbered["number"].casefold().strip("()"), places) if found]
    if len(runs) != 1 or len(runs[0]) > _MOST:
        return []
    named = [p for p in runs[0] if what & _words(p)]
    return named or (runs[0] if len(runs[0]) == 1 or not what else [])


def _asked_after(number: str, places: Sequence[Place]) -> Iterator[list[Place]]:
    """What is to be written behind each question of this number, up to the next question."""
    at = 0
    while at < len(places):
        question = places[at].group_label or places[at].label
        if without_number(question)[0] != number:
            at += 1
            continue
        while at < len(places) and (places[at].group_label or places[at].label) == question:
            at += 1
        end = at
        while end < len(places) and _goes_on(places[end], places[at - 1]):
            end += 1
        yield list(places[at:end])
        at = end


def _goes_on(place: Place, question: Place) -> bool:
    """Whether a place may be asked behind a question: it is no question with a number of its own."""
    numbered = without_number(place.label)[0] or without_number(place.printed)[0]
    same_part = place.section == question.section or place.page != question.page
    return (
        place.kind in ("text", "date") and not place.signs and place.party != "district" and not numbered and same_part
    )


def _words(place: Place) -> set[str]:
    return {w for text in (place.label, place.printed, place.title) for w in comparable(text)}
