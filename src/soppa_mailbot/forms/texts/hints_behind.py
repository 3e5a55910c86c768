"""Hints in square brackets right behind a line of a Word form: "at ____ [street, city, state] and".

Whoever fills in the file deletes them with the line. They tell what to write, and are no terms.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.slots import Stream
from soppa_mailbot.model import Paragraph

# without numbers: "[30 days at most]" is a term
_HINT = re.compile(r"\[[^\[\]_\d]{2,80}\]")


def tell_hints(stream: Stream, flow: Sequence[Paragraph]) -> None:
    """Tells each line to write on how many words of its own hint stand behind it."""
    for slot in stream.slots:
        if not slot.is_line or slot.at >= len(stream.tokens) or stream.tokens[slot.at].paragraph != slot.paragraph:
            continue
        first = stream.tokens[slot.at].at
        text = flow[slot.paragraph].text()
        opens = text.rfind("[", 0, first)
        if opens < 0 or text[opens + 1 : first].strip() or not (hint := _HINT.match(text, opens)):
            continue
        if text[:opens].rstrip(" \t\n\xa0").endswith("_"):
            behind = stream.tokens[slot.at :]
            slot.told = sum(t.paragraph == slot.paragraph and first <= t.at < hint.end() for t in behind)
