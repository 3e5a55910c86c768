"""What the bot needs to know to hand a submission off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.errors import UsageError
from soppa_mailbot.settings.config_handoff import HandoffSection, RecipientSection


@dataclass(frozen=True, slots=True)
class Offices:
    section: HandoffSection
    templates: Templates
    meetings: tuple[date, ...] = ()  # of the Board

    def named(self, name: str) -> RecipientSection:
        """Raises UsageError when no office has this name."""
        for office in self.section.recipients:
            if office.name.casefold() == name.casefold():
                return office
        known = ", ".join(office.name for office in self.section.recipients) or "none is configured"
        raise UsageError(f'handoff.recipients has none named "{name}" (known: {known})')
