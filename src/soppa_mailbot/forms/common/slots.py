"""Places in running text, and the text between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from soppa_mailbot.forms.common.tokens import Token
from soppa_mailbot.model import Box, Field


@dataclass
class Slot:
    """A place in running text: it stands before the token number `at`."""

    id: str
    kind: str  # text | check | choice | signature | date
    at: int
    paragraph: int = -1
    cell: tuple[int, int, int] | None = None
    control: Field | None = None
    default: str = ""
    page: int = 0
    box: Box | None = None
    leads: bool = False  # its paragraph begins with it: the words behind a box are its own
    bracketed: bool = False  # an opening bracket stands right before it
    hint: int = 0  # tokens right before it that are no label: "(area code first)" in the cell to write in
    told: int = 0  # tokens right behind it that only tell what to write, and go with its line: "____ [city, state]"

    @property
    def is_cell(self) -> bool:
        """Whether it is an empty cell of a Word table."""
        return self.cell is not None and self.id == "t{}r{}c{}".format(*self.cell)

    @property
    def is_prompt(self) -> bool:
        """Whether it is words between brackets in a sentence: "[legal name]"."""
        return self.id.rpartition(":")[2].startswith("prompt")

    @property
    def is_line(self) -> bool:
        """Whether it is a run of underscores."""
        return self.id.rpartition(":")[2].startswith("line")


@dataclass
class Stream:
    """Tokens in reading order, and the slots between them."""

    tokens: list[Token] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
