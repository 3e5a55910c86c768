"""A body as lines, each with the role it plays. What every step from body to own words takes and gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

OWN = ""
QUOTE = "quote"
SIGNATURE = "signature"
ANSWER = "answer"  # written in a colour into the older mail

MAX_LINES = 20_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a body. `role` says what the mail program itself marked (an element of the HTML for quotations or
    signatures), and later what was found out; `links` are the http(s) targets behind its words."""

    text: str
    role: str = OWN
    links: tuple[str, ...] = ()

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    def as_(self, role: str) -> Line:
        return self if self.role == role else replace(self, role=role)


def lines_of(text: str) -> list[Line]:
    return [Line(line) for line in text.split("\n", MAX_LINES)[:MAX_LINES]]


def joined(lines: Iterable[Line]) -> str:
    """The lines as text: no blanks at line ends, at most one empty line in a row, none at either end."""
    text = "\n".join(line.text.rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")
