"""Places of a flat page to write into, before they are named in the blank."""

from __future__ import annotations

from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.naming.roles import asks_signature
from soppa_mailbot.model import Box


@dataclass(frozen=True)
class Spot:
    """A place to write into, not yet named in the blank."""

    box: Box
    label: str
    signature: bool = False
    title: str = ""  # what a contract calls it: "____ (the “Product”)"
    remark: str = ""  # "____ (date entered by the District)"


def is_signed(label: str) -> bool:
    """Whether a label asks for a signature, not for what stands beside one: its date, the signer's name or title."""
    return asks_signature(label) and not re.search(r"\b(?:date|name|title|signed on)\b", label, re.I)
