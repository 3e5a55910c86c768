"""A colleague's mail that is forwarded as what the sender wants to say: "Everything is in Priya's note below"."""

from __future__ import annotations

import re

from soppa_mailbot.mail.lines import joined, lines_of
from soppa_mailbot.mail.own_words import split
from soppa_mailbot.mail.quotes import header_block
from soppa_mailbot.model import Message

_POINTS = re.compile(
    r"\b(?:note|notes|message|mail|e-?mail|everything|details?|all|info\w*|request|thread|what you (?:need|asked)|"
    r"see|find)\b[^.?!\n]{0,60}\bbelow\b|\bbelow (?:is|are|you(?:'ll| will)? find)\b",
    re.IGNORECASE,
)


def colleagues_words(message: Message) -> str:
    """What the newest forwarded mail says, where its writer is of the sender's organisation and the sender points to
    it; "" otherwise, for older mail is nobody's answer (contract §4, Schools and departments)."""
    writer = message.forwarded_from[0] if message.forwarded_from else None
    if writer is None or not writer.domain or writer.domain != message.sender.domain:
        return ""
    if not _POINTS.search(message.own_words):
        return ""
    lines = lines_of(message.quoted)
    for at in range(len(lines)):
        if block := header_block(lines, at):
            return split(joined(lines[block.end :]), writer).own
    return ""
