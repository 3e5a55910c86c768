"""Captions under lines to write on that stand in one paragraph of a Word form, parted from them by a line break.

"______⏎Printed name and title" is named by the words under it, as it would be if these were a paragraph of their own.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.common.tokens import pieces
from soppa_mailbot.model import Paragraph

_LONGEST = 10  # words of a caption under a line
_PARTED = re.compile(r"[ \xa0]{3,}|\t+")  # between two captions of one line


def captions_in(paragraph: Paragraph, lines: int) -> tuple[str, ...]:
    """A caption for each of a paragraph's lines to write on, of which it has so many; () where it is not made so.

    Lines and words take turns in it. Words that ask for what follows, sentences, and more words than a caption has are
    none.
    """
    text = paragraph.text().strip("\n")
    if not lines or "\n" not in text or any(r.control is not None or r.image for r in paragraph.runs):
        return ()
    printed = [line.strip() for line in text.split("\n") if line.strip()]
    kinds = [{kind for kind, *_ in pieces(line)} for line in printed]
    if len(printed) % 2 or any(k != ({"word"} if n % 2 else {"line"}) for n, k in enumerate(kinds)):
        return ()
    found = [caption.strip() for line in printed[1::2] for caption in _PARTED.split(line)]
    if len(found) != lines or any(c.endswith((":", "?", ".")) or not 0 < len(c.split()) <= _LONGEST for c in found):
        return ()
    return tuple(tidy(c) for c in found)
