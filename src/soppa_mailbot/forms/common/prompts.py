"""Words between brackets in running text that stand for an answer: "between the District and [legal name] of [city]".

A copy has the answer in their stead; where they still stand, nobody answered.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.common.values import is_prompt
from soppa_mailbot.forms.common.vocabulary import phrases, plain, words

_MOST_WORDS, _MOST_TOLD = 8, 14  # of a prompt, and of one that says "insert"
_MARKS = frozenset("_☐☒")
_ENDS = frozenset(":?")
_PROMPT = re.compile(
    r"(?<!\w)(?:\[{1,2}\s{0,2}(?P<square>[^\W\d_][^\[\]_|☐☒:]{1,60}?)\s{0,2}\]{1,2}"
    r"|[<«]{1,2}\s{0,2}(?P<angle>[^\W\d_](?:[^\W\d_]|[ ,/’'()-]){1,60}?)\s{0,2}[>»]{1,2})(?!\w)"
)
# What authors say between brackets without asking for anything: "[Reserved]", "[signature page follows]", "[if any]".
_NOTES = words(
    """reserved sic optional required if check circle mark tick choose see attach attached page pages follows continued
    blank intentionally from pursuant exhibit schedule appendix attachment annex section article emphasis
    amended amendment note omitted deleted each seal letterhead logo office only use ref draft sample form all
    one both either initial here"""
)
# "[type of company]" asks for a type, and tells nobody to type
_ASKS = re.compile(
    r"^(?:please\s+)?(?:insert|enter|type(?!\s+of\b)|fill in|add|provide|specify)\s+(?:(?:the|your)\s+)?", re.I
)
_WORD = re.compile(r"[^\W_](?:-?[^\W_])")  # "E-mail", "K-12 purpose", and not "A", which names an item


_SAYS_WHAT = phrases(
    "name, title, job title, address, company, company name, email address, phone number, phone, email"
)


def prompts_in(text: str) -> list[tuple[int, int]]:
    """Where in a paragraph prompts stand, with their brackets: (start, end) of each.

    What stands right beside a line or a box names it, and is none; so does what ends a label ("Company [legal name]:").
    """
    return [m.span() for m in _PROMPT.finditer(text) if _asks(m["square"] or m["angle"]) and not _names_line(text, m)]


def _asks(said: str) -> bool:
    found = plain(said).split()
    if is_prompt(said):
        return True
    told = _ASKS.match(said)  # "[INSERT ONE-SENTENCE DESCRIPTION]"
    if told and said[told.end() :].strip():
        return len(found) <= _MOST_TOLD
    return 0 < len(found) <= _MOST_WORDS and _WORD.match(said) is not None and not _NOTES & set(found)


def is_note(text: str) -> bool:
    """Whether words in brackets tell something about the form ("(optional)", "(see Exhibit A)") and ask for nothing."""
    return bool(_NOTES & set(plain(text).split()))


def _names_line(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()].rstrip()[-1:], text[match.end() :].lstrip()[:1]
    return before in _MARKS or after in _MARKS or after in _ENDS


def asked_by(shown: str) -> str:
    """What a prompt asks for: "[insert start date]" -> "start date"; "" where it only tells to enter something."""
    match = _PROMPT.fullmatch(shown.strip())
    if match is None:
        return ""
    asked = tidy(_ASKS.sub("", match["square"] or match["angle"], count=1))
    return "" if is_prompt(shown) and plain(asked) not in _SAYS_WHAT else asked
