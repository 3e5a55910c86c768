"""A paper beside the signed form that takes its terms back: "Exceptions to the SOPPA Addendum. Section 10 is deleted."

Its head names the District's form, and a sentence of it deletes or rewrites a term, or puts other terms over the form.
A list of exceptions that says "None", or an order form on which the Addendum prevails, is none.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.reservations import reserves
from soppa_mailbot.forms.common.vocabulary import plain
from soppa_mailbot.forms.papers.overwritten import takes_back_terms

DETAIL = "a list of exceptions to the District's form"
_HEAD = 60  # words in which a paper says what it is
_MOST = 20_000  # characters that are looked at
_SHOWN = 120
_FORM = r"(?:soppa|addendum|data privacy|privacy agreement|dpa|district s?|(?:your|the) (?:form|terms|agreement))"
_TITLE = re.compile(
    r"\b(?:exceptions?|riders?|deviations?|reservations?|red ?lines?|qualifications?|modifications?|amendments?|"
    r"(?:requested|proposed|suggested) (?:changes|revisions|edits|language))"
    rf" (?:(?:taken|requested|noted|proposed) )?(?:to|from|on|of|for|with) (?:\w+ ){{0,6}}?{_FORM}\b"
    rf"|\b{_FORM} (?:\w+ ){{0,4}}?(?:exceptions?|riders?|deviations?|redlines?|requested changes|proposed changes)\b"
)
_OVER_IT = re.compile(
    r"\b(?:prevails?|controls?|governs?|takes? precedence|supersedes?) (?:over )?(?:the|this|any|said|that|your) "
    r"(?:\w+ ){0,4}?(?:addendum|soppa|form)\b|\b(?:prevails?|takes? precedence) over it\b"
)
_SENTENCE_END = re.compile(r"(?<=[.;!?])\s|\n")
_TAKES_BACK = re.compile(
    r"\b(?:delet\w+|struck|stricken|replaced|revised|reads?|instead of|in lieu of|capped|limited to)\b"
)
_NUMBERED = re.compile(r"\b(?:sections?|clauses?|paragraphs?|articles?|§)\W{0,2}\d")


def taken_back(text: str) -> str:
    """The sentence with which a rider takes a term back; "" where the paper is no rider."""
    looked_at = text[:_MOST]
    if not _TITLE.search(" ".join(plain(looked_at[:2_000]).split()[:_HEAD])):
        return ""
    for sentence in _SENTENCE_END.split(looked_at):
        said = plain(sentence)
        if takes_back_terms(said) or reserves(said) or _OVER_IT.search(said) or _rewrites(sentence, said):
            return " ".join(sentence.split())[:_SHOWN]
    return ""


def _rewrites(sentence: str, said: str) -> bool:
    return bool(_NUMBERED.search(sentence.casefold()) and _TAKES_BACK.search(said))
