"""What the sender says now: a body without older mail and without signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from soppa_mailbot.mail.lines import OWN, QUOTE, SIGNATURE, Line, joined, lines_of
from soppa_mailbot.mail.quotes import mark_quotes
from soppa_mailbot.mail.signatures import mark_signatures
from soppa_mailbot.model import Address

NOBODY = Address("", "")


@dataclass(frozen=True, slots=True)
class Split:
    """A body in three. Each keeps its lines in their order; nothing is lost but runs of empty lines."""

    own: str
    quoted: str
    signature: str


def split(text: str, sender: Address = NOBODY, subject: str = "") -> Split:
    """Split a plain body. `sender` (From) tells whose name signs; `subject` whether a quoted header is likely."""
    return split_of(mark(lines_of(text), sender, subject))


def mark(lines: Sequence[Line], sender: Address = NOBODY, subject: str = "") -> list[Line]:
    """The same lines, each with its role."""
    quoted = mark_quotes(list(lines), subject)
    rest = mark_signatures([line for line in quoted if line.role != QUOTE], sender)
    others = iter(rest)
    return [line if line.role == QUOTE else next(others) for line in quoted]


def split_of(marked: Sequence[Line]) -> Split:
    def part(role: str) -> str:
        return joined(line for line in marked if line.role == role)

    return Split(part(OWN), part(QUOTE), part(SIGNATURE))
