"""Answers of a form that point to a paper by name ("See attached COI") where no mail brought any such paper. Pure.

An answer that points to another paper counts, if the paper is there. Which of the files is meant nobody can tell, so
any file beside the order form and the forms may be it, and so may the order form where the answer names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from soppa_mailbot.model import Findings, Form, Kind

_ADDED = r"(?:attached|enclosed|attachment|enclosure)"
_POINTS = re.compile(
    rf"\b(?:see|refer to|per|find|in|on) (?:(?:the|our|your|separate|also) ){{0,2}}{_ADDED}\b(?P<what>[^.;]*)"
    rf"|^(?P<paper>[^.;]{{3,80}}?)[ ,:(-]+(?:is |are |is also )?{_ADDED}[ ).]*$|^{_ADDED}[ :,-]+(?P<thing>[^.;]+)",
    re.IGNORECASE,
)
# what may well be in the papers that are there
_MAY_BE_THERE = re.compile(
    r"\b(?:order|quotes?|quotation|proposal|estimate|pric(?:e|es|ing)|cost|terms|agreement|addend(?:um|a)|contract|soppa|rfi|"
    r"forms?|exhibits?|append(?:ix|ices)|schedules?|pages?|scope|sow|statement of work|e-?mail|letter)\b|https?:|www\.",
    re.IGNORECASE,
)
_NAMES = re.compile(r"[^\W\d_]{3,}")
_ONLY_POINTS = re.compile(
    r"\b(?:the|and|for|our|see|files?|documents?|docs?|papers?|pdfs?|details?|information|info|more|below|above|please|here|"
    r"also|attached|enclosed|attachments?|copy|response|answers?|sheets?|hereto|with|this|mail)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"^\W*(?:no|not|none|nothing)\b", re.IGNORECASE)


def points_to_nothing(form: Form, history: Sequence[Findings]) -> str:
    """The first answer that points to a named paper, if no file of the conversation may be it; "" otherwise."""
    if any(f.cloud_links for f in history) or _others(history):
        return ""
    for reading in form.readings:
        if reading.state == "filled" and reading.place.party != "district" and names_a_paper(reading.value):
            return reading.value
    return ""


def _others(history: Sequence[Findings]) -> bool:
    """Whether files came that are none of the papers asked for, or a second order form."""
    papers = [p for f in history for p in f.papers if p.document != "body"]
    orders = {p.filename for p in papers if p.kind == Kind.ORDER_FORM}
    return any(p.kind in (Kind.OTHER, Kind.UNREADABLE) for p in papers) or len(orders) > 1


def names_a_paper(answer: str) -> bool:
    """Whether an answer says that a paper of some kind is attached which is no order form and none of the forms."""
    found = _POINTS.search(answer[:200])
    if found is None or _DENIES.match(answer) or _MAY_BE_THERE.search(answer):
        return False
    what = found["what"] or found["paper"] or found["thing"] or ""
    return _NAMES.search(_ONLY_POINTS.sub(" ", what)) is not None
