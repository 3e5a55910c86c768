"""What a long clause is called: its title, or the question with which it ends."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.labels import without_number
from soppa_mailbot.forms.common.line_breaks import last_sentence

_CLAUSE = 12  # words; a longer row is named by its first words where they are a title


def title_of(text: str) -> str:
    """What a clause in a row is called, where it begins with that: "Breach. The Operator notifies ..."."""
    match = re.match(r"([A-Z][^.:;]{2,50})[.:]\s+\S", text)
    return match[1] if match and len(match[1].split()) <= 6 and len(text.split()) > _CLAUSE else text


def last_asked(text: str) -> str:
    """The number and the last sentence of a clause that ends with a question: its first words would not name it."""
    number, rest = without_number(text)
    last = last_sentence(rest) if len(text.split()) > _CLAUSE else rest
    return text if last == rest else f"{number}. {last}" if number else last
