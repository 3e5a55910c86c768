"""Whether the product is subject to SOPPA: which place of a form asks it, and what an answer says."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.naming.law import LAW, in_full
from soppa_mailbot.forms.naming.role_words import GROUNDS
from soppa_mailbot.model import Place


def asks_subject(place: Place) -> bool:
    """Whether a place answers if the product is subject to SOPPA."""
    if place.kind == "check":
        return subject_meaning(place, place.option) is not None
    if place.kind not in ("choice", "text"):
        return False
    if {True, False} <= {subject_meaning(place, choice) for choice in place.choices}:
        return True  # "In our view the product is" with "Subject to SOPPA" and "Exempt from SOPPA" to choose from
    label = in_full(place.label, place.section)
    if _asks_where_it_applies(label):
        return False
    asked = _first_question(label)  # "Is it subject to SOPPA? If you hold that it is not, state the reason"
    return bool(LAW.search(asked)) and bool(_QUESTION.search(asked)) and not _wants_reason(asked)


def _first_question(text: str) -> str:
    """A question without what stands behind it: "Is it subject to SOPPA? If Yes, the agreement comes with it"."""
    first, mark, _ = text.partition("?")
    return first + mark if mark and LAW.search(first) and _QUESTION.search(first) else text


def _asks_where_it_applies(text: str) -> bool:
    """Whether the law is but the condition of what is asked before it: "Section relied on, if SOPPA does not apply"."""
    condition = _CONDITION_BEHIND.search(text)
    if condition is None or _SAYS_YES.search(text):
        return False
    return LAW.search(text[: condition.start()]) is None and LAW.search(text[condition.end() :]) is not None


def _wants_reason(question: str) -> bool:
    """Whether a question asks why, and not if: "explain briefly" may stand behind "Answer Yes or No"."""
    return _REASON.search(question) is not None and not _YES_OR_NO.search(question)


_CONDITION_BEHIND = re.compile(r"(?<=.{3})[,;(–—] ?(?:only )?(?:if|where|when)\b", re.I)
_SAYS_YES = re.compile(r"\b(?:yes|no|y/n|true|false|check|mark|state|say|whether)\b|\?", re.I)
_YES_OR_NO = re.compile(r"\byes\b\W{0,3}(?:or\b)?\W{0,2}\bno\b", re.I)


_QUESTION = re.compile(
    r"\bsubject to\b|\bexempt\b|\bappl(?:y|ies|icable)\b|\bcovered by\b|\b(?:fall|come)\w* under\b|"
    r"\bunder (?:the )?(?:soppa|illinois|student online|105 ilcs)\b|\bgoverned by\b|"
    r"\bcovered information\b.{0,40}\b(?:under|defined|meaning|within|by|in)\b",
    re.I,
)
_REASON = re.compile(
    rf"\b(?:comments?|reasons?|because|explain|explanation|justification|{GROUNDS}|"
    r"rationale|why|describe|if (?:not|no|exempt|yes|so))\b",
    re.I,
)
_NEGATED = re.compile(
    r"\b(?:is|are|it'?s)?\s*(?:not|n't)\s+(?:\w+\s+){0,2}(?:subject|covered|applicable|required|apply|governed|fall|come)|"
    r"\bdoes(?: not|n'?t) (?:apply|fall|come)|\bnot applicable\b|\bexempt\b|\binapplicable\b|\bdo(?: not|n'?t) apply\b|"
    r"\boutside (?:of )?(?:the )?scope\b|\bnon-?soppa\b",
    re.I,
)
_AFFIRMED = re.compile(
    r"\b(?:is|are) subject\b|\bsubject to\b|\bsoppa applies\b|\bapplies\b|\b(?:is|are) covered\b|"
    r"\b(?:falls|comes) under\b|"
    r"\bapplicable\b|\bgoverned by\b",
    re.I,
)


# "No student data leaves the device" answers another question
_SHORT = re.compile(
    r"\s*(yes|no|true|false)\b(?!\s+(?!it\b|this\b|the\b|our\b|we\b|not\b|subject\b|because\b)[a-z])"
    r"|\s*([yn])(?:\.?\s*$|\s*[,;:(\u2013\u2014]|\s+-\s)",  # of "Y/N" one letter, and "N/A" is neither
    re.I,
)


def subject_meaning(place: Place, answer: str) -> bool | None:
    """True: this answer says that SOPPA applies; False: that it does not; None: it says neither.

    A box is judged by its own words together with its question ("Is the software exempt from SOPPA?" Yes -> False).
    """
    question = place.group_label if place.kind == "check" else place.label
    if answer.casefold().startswith(question.casefold()):  # a tooltip may say both: "Is it subject to SOPPA? No"
        answer = answer[len(question) :].strip(" :?-–—") or answer
    question, answer = in_full(question, place.section), in_full(answer, place.section)
    if not (LAW.search(answer) or LAW.search(question)):
        return None
    short = _SHORT.match(answer)
    if short and not _NEGATED.search(answer):
        question = _first_question(question)
        if not (LAW.search(question) and _QUESTION.search(question)) or _wants_reason(question):
            return None
        positive = (short.group(1) or short.group(2)).casefold() in ("yes", "true", "y")
        return positive is not bool(_NEGATED.search(question))
    if _NEGATED.search(answer):
        return False
    if _AFFIRMED.search(answer):
        return True
    return None
