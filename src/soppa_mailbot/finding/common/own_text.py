"""A second look at what a sender's own words are, for texts that come without that service.

`mail.own_words` cuts quoted mail and signatures off; what still stands there (or in a mail that was attached) is
blanked here, so that a name in a signature or a date in an "On ... wrote:" line is never taken for the sender's answer.
Offsets stay as they are.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.sentences import blanked

MAIL_SOURCES = frozenset({"body", "subject"})

_QUOTED = re.compile(r"^[ ]{0,3}>[^\n]*$", re.MULTILINE)
_WROTE = re.compile(r"^[ ]*On[ ][^\n]{5,120}(?:\n[^\n]{0,80})?\bwrote:[ ]*$", re.MULTILINE)
_ORIGINAL = re.compile(
    r"^[ ]*(?:-{2,}[ ]*(?:Original|Forwarded)[ ]Message[ ]*-{2,}|_{10,}|Begin forwarded message:)[ ]*$"
    r"|^[ ]*\*?From:\*?[ ][^\n]+\n(?:[^\n]*\n){0,2}?[ ]*\*?(?:Sent|Date|To):",
    re.MULTILINE | re.IGNORECASE,
)
_DASHES = re.compile(r"^--[ ]?$", re.MULTILINE)
_CLOSING = re.compile(
    r"^[ ]*(?:many[ ]thanks|thanks(?:[ ](?:a[ ](?:bunch|lot|million)|so[ ]much|again|in[ ]advance|"
    r"and[ ]\w+(?:[ ]\w+)?))?|thank[ ]you(?:[ ]\w+){0,3}|thx|"
    r"(?:(?:kind|best|warm|kindest|warmest)[ ])?(?:regards|wishes|best)|all[ ]the[ ]best|"
    r"sincerely(?:[ ]yours)?|respectfully(?:[ ]\w+)?|"
    r"cheers|cordially|warmly|(?:very[ ]truly|yours|sincerely)(?:[ ](?:truly|faithfully|sincerely|yours))?|"
    r"gratefully|with[ ]\w+(?:[ ]\w+)?|in[ ]\w+)"
    r"[ ]*[,.!-]*[ ]*$",
    re.MULTILINE | re.IGNORECASE,
)
# possessive, since a name that could be cut into words in many ways would be tried in all of them
_NAME_LINE = re.compile(r"\s*+[A-Z][\w.'-]*+(?:[ ,]++[A-Z][\w.'-]*+){0,4}[ ,]*+\s*$")
_NEXT_LINE = re.compile(r"\s*([^\n]{1,60})(?:\n|$)")
_AFTERTHOUGHT = re.compile(
    r"^[ ]*(?:p\.?[ ]?s\.?\b|schools?\b[^\n:]{0,40}:|locations?:|departments?:|deadline\b[^\n:]{0,60}:|"
    r"approval[^\n:]{0,40}:)",
    re.I,
)
_URL = re.compile(
    r"\b(?:https?://|www\.)\S+|\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|\b[\w()-]{1,80}\.(?:pdf|docx?|xlsx?|zip|"
    r"png|jpe?g|odt|rtf|csv)\b",
    re.I,
)


# "Pathways Building, 40 Fenwick Street | Norcross, MA 02998 | (617) 555-0187": an address cut at its commas
_LETTERHEAD = re.compile(
    r"^[^\n|\t]{0,60}\b\d{1,5}[ ][^|\n\t]{3,40}[|\t][ ]?[A-Z][\w .'-]{1,30},[ ]?[A-Z]{2}[ ]{1,2}\d{5}\b[^\n]*$",
    re.MULTILINE,
)


def without_foreign(text: str) -> str:
    """Plain text with quoted mail, what follows it, and signatures blanked."""
    spans = [m.span() for m in _QUOTED.finditer(text)]
    for pattern in (_WROTE, _ORIGINAL, _DASHES):
        match = pattern.search(text)
        if match and text[: match.start()].strip():
            spans.append((match.start(), len(text)))
    spans.extend(_signature(text))
    return blanked(text, spans)


def without_addresses(text: str) -> str:
    """Web and mail addresses, lines of a letterhead and file names blanked: words in them name something else."""
    return blanked(text, [m.span() for pattern in (_LETTERHEAD, _URL) for m in pattern.finditer(text)])


def _signature(text: str) -> list[tuple[int, int]]:
    """Everything below a closing line that a name follows, but for a postscript or a labelled answer."""
    first = len(text) - len(text.lstrip())
    for match in _CLOSING.finditer(text, first):
        name = _NEXT_LINE.match(text, match.end())
        if match.start() <= first or not name or not _NAME_LINE.fullmatch(name[1]):
            continue
        lines = text[match.end() :].split("\n")
        spans: list[tuple[int, int]] = []
        at = match.end()
        kept = False  # the line belongs to a postscript or a labelled answer
        for line in lines:
            kept = bool(_AFTERTHOUGHT.match(line)) or (kept and bool(line.strip()))
            if not kept:
                spans.append((at, at + len(line)))
            at += len(line) + 1
        return spans
    return []
