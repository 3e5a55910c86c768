"""A registered page with what was added to it, for reading its places."""

from __future__ import annotations

from dataclasses import dataclass

from soppa_mailbot.forms.registering.closer import Closer
from soppa_mailbot.forms.registering.ink import Added
from soppa_mailbot.forms.registering.registration import Registered
from soppa_mailbot.model import Word


@dataclass(frozen=True, slots=True)
class Sheet:
    """A registered page, for reading its places."""

    number: int  # in the document
    dpi: float  # of the page's picture
    found: Registered
    added: Added
    words: tuple[Word, ...]  # of OCR, in the blank's frame
    own: tuple[Word, ...]  # the blank's
    closer: Closer
    unsafe: bool  # nothing on it is sure
    fields: bool = False  # the blank has form fields, whose frames each viewer draws its own way
    takes_dashes: bool = False  # the blank says that a dash stands for what does not apply
