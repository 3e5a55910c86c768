"""What a sender adds below the closing words: "P.S. Please hold this until ...", "Note: we changed the addendum"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_OPENS = re.compile(
    r"\W*(?:p\.?[ ]?(?:p\.?[ ]?)?s\.?(?=[ :,-])|n\.?b\.?(?=[ :,-])|(?:please[ ])?note(?=[ ]?:|[ ]that\b)|"
    r"on[ ]second[ ]thought\b|one[ ]more[ ]thing\b|(?:update|edit|correction|important)[ ]?:)",
    re.IGNORECASE,
)
# a firm's own footer, which stands under every mail
_FOOTER = re.compile(
    r"\b(?:confidential\w*|privileged|intended|recipients?|disclos\w+|virus\w*|e-?mail[ ](?:address|is|and)|"
    r"unsubscribe|environment|external)\b",
    re.IGNORECASE,
)
_MOST_LINES = 4


def afterthoughts(signature: str) -> str:
    """The lines of a signature that still say something, each with those that go on with it."""
    said: list[str] = []
    lines = signature.splitlines()
    for at, line in enumerate(lines):
        if not _OPENS.match(line):
            continue
        added = [line]
        for following in lines[at + 1 : at + _MOST_LINES]:
            if not following.strip() or _OPENS.match(following):
                break
            added.append(following)
        if not _FOOTER.search(" ".join(added)):
            said.append("\n".join(added))
    return "\n\n".join(said)
