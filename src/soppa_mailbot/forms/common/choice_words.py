"""Words by which a form asks for a choice between boxes, or puts statements before them that are each to be made."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.initialled import asks_for_each
from soppa_mailbot.forms.common.labels import without_number
from soppa_mailbot.forms.common.opposites import contradict

# Options that are statements to be made one by one, not answers to choose between.
STATEMENT = re.compile(
    r"\s*(?:i|we|the (?:undersigned|operator|vendor|contractor|provider|company)|our company|by checking|operator|"
    r"vendor|provider)\b"
    r".*\b(?:agree|certif\w+|acknowledge\w*|attest\w*|confirm\w*|warrant\w*|represent\w*|understand\w*|accept\w*|consent\w*|"
    r"complies|comply|will|shall)\b",
    re.I,
)
_FEWEST = 2  # boxes
_NONE = re.compile(r"\W*(?:none|not (?:collected|applicable|used)|n/?a)(?: of (?:these|the above|them))?\W*", re.I)
# "The Operator makes each of the following assurances:" over "[ ] The Operator does not sell covered information"
_ASSURANCES = re.compile(r"\b(?:assurances?|certifications?|representations?|commitments?|promises|covenants)\b", re.I)
_SUBJECT = re.compile(
    r"\s*(?:(?:the|our) )?(?:i|we|operator|vendor|provider|contractor|company|supplier)\b(?!\s*[:(])", re.I
)
# "Mark X on one line", "place a check mark beside one": what is made, and where
MARK_ON = (
    r"\b(?:mark|put|place|make|write|type|enter|set)\s+(?:with\s+)?(?:an?\s+|your\s+)?[\"“'‘]?"
    r"(?:x|check(?:[ -]?mark)?|tick(?:[ -]?mark)?|mark|cross|initials?)[\"”'’]?\s+"
    r"(?:on|in|at|by|before|beside|next\s+to|in\s+front\s+of|over|against|to\s+the\s+left\s+of)\s+"
    r"(?:only\s+|just\s+|exactly\s+|any\s+)?"
)
CHOICE = re.compile(r"\b(?:check|select|mark|choose|tick|circle|pick)\b|\?\s*$|\bone of\b|\ball that apply\b", re.I)


def says_none(text: str) -> bool:
    """Whether an option says that nothing of what is asked applies: "None", "Not collected", "N/A"."""
    return _NONE.fullmatch(text) is not None


def asks(text: str) -> bool:
    """Whether what stands between two boxes begins another question: "23. Is it subject to SOPPA?", not "Grades"."""
    return bool(text) and bool(CHOICE.search(text) or without_number(text)[0])


def made_one_by_one(question: str, options: Sequence[str]) -> bool:
    """Whether boxes stand before statements that are each to be made, and are no answers to choose between."""
    if len(options) < _FEWEST:
        return False
    bare = [without_number(o)[1] for o in options]
    if asks_for_each(question):
        return True
    if CHOICE.search(question) or contradict(bare):
        return False
    return all(map(STATEMENT.match, bare)) or (
        _ASSURANCES.search(question) is not None and all(map(_SUBJECT.match, bare))
    )
