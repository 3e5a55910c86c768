"""What can go wrong on our side.

A vendor's odd material is a value (`model.Unreadable`, `model.NoReply`, a status `unclear`); only the program's own
inability is an exception, and each of its messages says what, where, and what to do next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


class MailbotError(Exception):
    """Base of all errors that a person is shown.

    `temporary` says whether trying again later may help; `exit_code` is what the command line ends with.
    """

    temporary = False
    exit_code = 1


class UsageError(MailbotError):
    """The command line asks for something that makes no sense."""

    exit_code = 2


class ConfigError(MailbotError):
    """One or more problems of the configuration, each with its key and what to do about it.

    `sections` are those that are sound, so that what stands in them can be checked in the same go.
    """

    exit_code = 2

    def __init__(self, problems: Sequence[str], sections: Mapping[str, Any] | None = None) -> None:
        self.problems = tuple(problems)
        self.sections = dict(sections or {})
        super().__init__("; ".join(self.problems))


class MailboxError(MailbotError):
    """The mailbox cannot be used. Unreachable is temporary; a refused login is not, and is not hammered."""

    def __init__(self, message: str, *, temporary: bool) -> None:
        super().__init__(message)
        self.temporary = temporary


class MessageError(MailbotError):
    """This one message breaks the program: it goes to the failed folder, its raw bytes stay, the next goes on."""


class StoreError(MailbotError):
    """The database or the file store refuses: nothing may be processed until it works again."""

    def __init__(self, message: str, *, temporary: bool = False) -> None:
        super().__init__(message)
        self.temporary = temporary


class DeliveryError(MailbotError):
    """A mail was not handed over. 4xx and lost connections are temporary; 5xx is shown to staff.

    `ambiguous`: the connection died after the final dot, so the server may have taken it (RFC 5321 §4.2.5, RFC 1047).
    """

    def __init__(self, message: str, *, temporary: bool, ambiguous: bool = False, code: int = 0) -> None:
        super().__init__(message)
        self.temporary = temporary
        self.ambiguous = ambiguous
        self.code = code


class TemplateError(MailbotError):
    """A template cannot be rendered; `check` finds this before any mail is touched."""

    exit_code = 2


class WorkerError(MailbotError):
    """The worker processes that read attachments do not start: nothing can be read until that is mended."""

    temporary = True
