"""Comments beside the page with which a reviewer refuses terms or signs under a condition.

Nobody sees a comment on the print; yet who sends a form with "our signature is subject to this change" beside a clause
has not agreed to it. A blank that goes round with comments of the District's own says them itself.
"""

from __future__ import annotations

from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.reservations import reserves
from soppa_mailbot.forms.common.vocabulary import plain
from soppa_mailbot.forms.papers.overwritten import takes_back_terms
from soppa_mailbot.model import Blank, Document, FormPart

_SHOWN = 120
_MOST = 3  # that are quoted
_SENTENCE_END = re.compile(r"(?<=[.!?\n])")


def with_comments(part: FormPart, document: Document, blank: Blank) -> FormPart:
    """The part with a doubt for each such comment on its pages."""
    if not document.comments:
        return part
    known = {plain(text) for _, text in blank.document.comments}
    own = f" {plain(blank.document.text())} "  # some viewers keep the highlighted words themselves as the comment
    told = [
        f'a comment{f" on page {page}" if page else ""} says "{" ".join(text.split())[:_SHOWN]}"'
        for page, text in document.comments
        if (not page or page in part.pages) and plain(text) not in known and f" {plain(text)} " not in own
        if _refuses(text)
    ]
    return replace(part, doubts=(*part.doubts, *list(dict.fromkeys(told))[:_MOST])) if told else part


def _refuses(text: str) -> bool:
    """Whether a comment takes terms back. What it only asks ("Is section 2 deleted?") is between reviewers."""
    said = " ".join(piece for piece in _SENTENCE_END.split(text) if not piece.rstrip().endswith("?"))
    return reserves(said) or takes_back_terms(said)
