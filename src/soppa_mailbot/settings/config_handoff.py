"""`[handoff]`: whom a complete submission's papers go to. Part of `config`."""

from __future__ import annotations

from decimal import Decimal
from email.utils import parseaddr
from typing import Literal

from pydantic import Field as Key

from soppa_mailbot.model import Item
from soppa_mailbot.settings.config_sections import Section

PaperName = Literal["order_form", "rfi_form", "soppa_form"]


class RecipientSection(Section):
    """One of the District's offices."""

    name: str = Key(min_length=1, max_length=60)
    to: tuple[str, ...] = Key(min_length=1)
    papers: tuple[PaperName, ...] = ("order_form", "rfi_form", "soppa_form")
    template: str = Key("handoff", pattern=r"^[\w-]+$")  # a folder below templates/handoff/

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(Item(paper) for paper in self.papers)


class HandoffSection(Section):
    enabled: bool = True  # packets go out by themselves; without, `handoff` makes them by hand
    on_file: bool = False  # also where an agreement is on file and no forms were needed
    max_mb: float = Key(20.0, gt=0, le=100)  # of the papers in one mail; more are only listed
    board_threshold: Decimal | None = Key(None, gt=0)  # US dollars; orders of this much or more are for the Board
    recipients: tuple[RecipientSection, ...] = ()

    @property
    def dispositions(self) -> tuple[str, ...]:
        """Of the submissions that are handed off."""
        return ("complete", "on_file") if self.on_file else ("complete",)


def problems_of(handoff: HandoffSection | None) -> list[str]:
    """What no single key can tell."""
    problems = []
    names: set[str] = set()
    for office in handoff.recipients if handoff is not None else ():
        if office.name.casefold() in names:
            problems.append(f'handoff.recipients: two are named "{office.name}"; each needs a name of its own')
        names.add(office.name.casefold())
        for written in office.to:
            email = parseaddr(written)[1]
            if "@" not in email:
                problems.append(f'handoff.recipients ({office.name}): "{written}" is no mail address')
    return problems
