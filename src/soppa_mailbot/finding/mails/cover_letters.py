"""Letters that a mail carries instead of saying it itself: "Please see the attached cover letter"."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Document, Kind, PaperFinding

_LONGEST = 4000  # characters of a letter
_MAIL = 600  # characters of a mail that leaves the rest to its letter
_NAMED = re.compile(r"\b(?:cover(?:ing)?|transmittal|accompanying)\b", re.IGNORECASE)
# letters of others, or about something else
_OF_OTHERS = re.compile(
    r"\b(?:references?|recommendation|sole|support|insurance|intent|testimonial|award|board)\b", re.IGNORECASE
)
_POINTS = re.compile(
    r"\b(?:cover(?:ing)?[ ]letter|(?:attached|enclosed)[ ]letter|letter[ ](?:attached|enclosed))\b", re.I
)
_BEGINS = re.compile(r"^[ \t]*(?:dear\b|to[ ]the\b|attn\b|attention\b|re:|good[ ](?:morning|afternoon)\b)", re.I | re.M)
_ENDS = re.compile(
    r"^[ \t]*(?:sincerely|(?:best|kind|warm)?[ ]?regards|respectfully|yours\b|cordially|with[ ]thanks|thank[ ]you,)",
    re.IGNORECASE | re.MULTILINE,
)


def cover_letters(own: str, documents: Sequence[Document], found: Sequence[PaperFinding]) -> list[tuple[str, str]]:
    """(file name, what it says between salutation and close) of the letters to which an operator's mail leaves it.

    Such a letter is the mail's body on a sheet of its own; it opens and closes as letters do, and is nothing else.
    """
    kinds: dict[str, set[Kind]] = {}
    for paper in found:
        kinds.setdefault(paper.filename, set()).add(paper.kind)
    return [
        (d.filename, said)
        for d in documents
        if not d.covering
        and kinds.get(d.filename) == {Kind.OTHER}
        and (_NAMED.search(name := re.sub(r"[_\W]+", " ", d.filename)) or _POINTS.search(own))
        and not _OF_OTHERS.search(name)
        and len(own) < _MAIL
        and (said := _said(d.text()))
    ]


def _said(text: str) -> str:
    """What stands between a letter's salutation and its close; "" for what is no letter."""
    begin = _BEGINS.search(text)
    end = _ENDS.search(text, begin.end()) if begin else None
    if begin is None or end is None or len(text) > _LONGEST:
        return ""
    return text[begin.end() : end.start()].partition("\n")[2].strip()
