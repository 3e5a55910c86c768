"""What the digest is made of, as the store and the configuration tell it. Frozen values; moments are aware."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from soppa_mailbot.model import Item, Status


@dataclass(frozen=True, slots=True)
class ItemState:
    item: Item
    status: Status
    detail: str = ""  # "not signed", "3 fields empty"


@dataclass(frozen=True, slots=True)
class StaffNote:
    """What a member of staff wrote about a submission, in answer to a digest's link."""

    who: str  # address
    when: datetime
    words: str
    unclear: bool = False  # they name an order without being one: nothing was done
    reply: str = ""  # Message-ID of the held answer that they are about


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A mail to a vendor that is written and waits for a person."""

    message_id: str
    kind: str  # its template: missing | complete | on_file | reminder | closing
    to: str  # "Jo Doe <jo@acme.example>"
    why: str  # it waits, in the words of the store
    written: datetime | None = None
    text: str = ""  # what it says, where a person changed it
    edited: bool = False  # by a person
    release: str = ""  # code by which it is released by mail; "" where that is not possible


@dataclass(frozen=True, slots=True)
class DigestRow:
    """A submission as the digest needs it. Moments are aware."""

    id: str
    state: str  # waiting_vendor | waiting_district | review | withdrawn | stale | closed
    vendor: str
    email: str
    product: str
    disposition: str
    schools: tuple[str, ...] = ()
    deadline: date | None = None
    items: tuple[ItemState, ...] = ()
    since: datetime | None = None  # in this state
    last_message: datetime | None = None
    reasons: tuple[str, ...] = ()  # why a person must decide
    new: bool = False  # first seen since the last digest
    reply: str = ""  # the newest reply: held | queued | sent | failed; "" none
    held: tuple[HeldRow, ...] = ()  # what waits for a person, oldest first
    token: str = ""
    bounced: tuple[str, ...] = ()  # addresses that did not take our mail
    notes: tuple[StaffNote, ...] = ()  # of staff about it, oldest first
    unread: datetime | None = None  # since when a mail of theirs lies in the failed folder, and nobody did anything


@dataclass(frozen=True, slots=True)
class FailureRow:
    """What did not get through: a message in the failed folder, or an answer that could not be delivered."""

    kind: str  # message | reply
    who: str  # sender of the message, or recipient of the answer
    subject: str
    why: str
    when: datetime | None = None
    token: str = ""


@dataclass(frozen=True, slots=True)
class InquiryRow:
    """A person's mail that is no submission and was not answered."""

    sender: str
    email: str
    subject: str
    when: datetime | None = None
    number: int = 0  # by which `attach` knows it; 0: not told


@dataclass(frozen=True, slots=True)
class Health:
    """How the program itself is doing."""

    last_poll: datetime | None = None  # the last that went well
    unread: int = 0  # messages fetched but not judged yet
    queued: int = 0  # answers that wait to be sent
    notes: tuple[str, ...] = ()  # "the mailbox refused the login since ..."


@dataclass(frozen=True, slots=True)
class Decided:
    """What people did with the answers that were held, lately: the figure on which staff decide to stop holding."""

    days: int  # how far back this looks
    unchanged: int  # released as they were written
    edited: int  # released after a person changed them
    discarded: int  # by a person, not overtaken by newer mail

    @property
    def total(self) -> int:
        return self.unchanged + self.edited + self.discarded


@dataclass(frozen=True, slots=True)
class Expiring:
    """An agreement that ends soon."""

    operator: str
    product: str  # "" covers all
    expires: date
    days: int


@dataclass(frozen=True, slots=True)
class ChangedPacket:
    """A submission that says something else than the packet that the District's offices have."""

    id: str
    product: str
    vendor: str
    token: str
    handed: date
    withdrawn: bool = False  # by the vendor; a person has not confirmed it yet
