"""Made-up verdicts and work lists that go through every branch of the templates: for `check`, tests and pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from soppa_mailbot.answering.compose import Asked
from soppa_mailbot.digests import digest, digest_rows
from soppa_mailbot.digests.month import Month
from soppa_mailbot.model import (
    Address,
    Agreement,
    AgreementMatch,
    AttachmentVerdict,
    Disposition,
    District,
    FormSpec,
    Item,
    ItemVerdict,
    Kind,
    Message,
    Status,
    Track,
    Verdict,
)

TODAY = date(2026, 11, 3)
NOW = datetime(2026, 11, 3, 13, 0, tzinfo=UTC)
MATH, CODE = "Fernwood Fractions", "Tinker Code Lab"
RFI_TITLE, SOPPA_TITLE = "Technology Vendor Questionnaire", "Student Data Privacy Rider"


@dataclass(frozen=True, slots=True)
class Answer:
    verdict: Verdict
    message: Message
    district: District
    token: str = "SOPPA-4M7QX2"
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUp:
    verdict: Verdict
    asked: Asked
    closes_on: date | None = None


def district(*, urls: bool = True) -> District:
    link = "https://www.juniperflats.example/vendors/" if urls else ""
    return District(
        name="Juniper Flats School District 12",
        aliases=(),
        timezone="America/Chicago",
        domains=("juniperflats.example",),
        address="purchasing@juniperflats.example",
        schools=(),
        register=(),
        forms=(
            FormSpec("rfi", RFI_TITLE, link and link + "questionnaire"),
            FormSpec("soppa", SOPPA_TITLE, link and link + "privacy-rider"),
        ),
        blanks=(),
    )


def message(
    name: str = "Amara Delacroix", subject: str = "Fernwood Fractions for Juniper Flats", **changes: object
) -> Message:
    values: dict[str, object] = {
        "message_id": "<20261102.77@fernwood.example>",
        "in_reply_to": (),
        "references": (),
        "sender": Address(name, "amara@fernwood.example"),
        "reply_to": (),
        "to": (Address("", "purchasing@juniperflats.example"),),
        "cc": (),
        "date": NOW - timedelta(hours=20),
        "subject": subject,
        "headers": (),
        "text": "",
        "own_words": "",
        "quoted": "",
        "signature": "",
        "parts": (),
    }
    return Message(**(values | changes))  # type: ignore[arg-type]


def items(**changes: ItemVerdict) -> tuple[ItemVerdict, ...]:
    """All five received, but for those named."""
    five = {
        "order_form": ItemVerdict(Item.ORDER_FORM, Status.RECEIVED, "Quote Q-1182.pdf"),
        "rfi_form": ItemVerdict(Item.RFI_FORM, Status.RECEIVED, "questionnaire.docx"),
        "soppa_form": ItemVerdict(Item.SOPPA_FORM, Status.RECEIVED, "rider-signed.pdf"),
        "locations": ItemVerdict(
            Item.LOCATIONS, Status.RECEIVED, "body", value=("Harbor Street Elementary", "Kestrel Middle School")
        ),
        "deadline": ItemVerdict(Item.DEADLINE, Status.RECEIVED, "body", value=("2027-01-15",)),
    }
    return tuple((five | changes).values())


def missing(item: Item, detail: str = "") -> ItemVerdict:
    return ItemVerdict(item, Status.MISSING, detail=detail)


def verdict(disposition: Disposition, verdicts: tuple[ItemVerdict, ...], **changes: object) -> Verdict:
    values: dict[str, object] = {
        "track": Track.NEW_OPERATOR,
        "disposition": disposition,
        "vendor_name": "Fernwood Learning",
        "vendor_email": "amara@fernwood.example",
        "product": MATH,
        "agreement": None,
        "items": verdicts,
        "attachments": (),
    }
    return Verdict(**(values | changes))  # type: ignore[arg-type]


def agreement(
    status: str = "active", *, expires: date | None = date(2028, 6, 30), product: str = CODE
) -> AgreementMatch:
    row = Agreement("Tinker & Sons, Inc.", product, ("tinker.example",), date(2023, 7, 1), expires)
    return AgreementMatch(row, status)


NOTHING = tuple(missing(item) for item in Item)
WAIVED = {
    "rfi_form": ItemVerdict(Item.RFI_FORM, Status.NOT_REQUIRED),
    "soppa_form": ItemVerdict(Item.SOPPA_FORM, Status.NOT_REQUIRED),
}
UNSIGNED = ItemVerdict(
    Item.SOPPA_FORM,
    Status.INCOMPLETE,
    "rider.pdf",
    detail="not signed; not filled in: Data retention period (page 3), Title (page 4, under “Contact for incidents”); "
    "page 6 is not there",
    open=("Data retention period (page 3)", "Title (page 4, under “Contact for incidents”)"),
    unsigned=True,
)
UNREADABLE = tuple(
    AttachmentVerdict(f"{name}.pdf", Kind.UNREADABLE, container, detail)
    for name, container, detail in (
        ("privacy rider", "", "needs a password"),
        ("questionnaire", "papers.zip", "damaged: cut off after 14 kB"),
        ("catalog", "", "too_large"),
        ("drawing", "", "unsupported"),
        ("deck", "", "a PowerPoint presentation: please send a PDF"),
        ("fax", "", "no_text"),
        ("slow", "", "timed_out"),
        ("nothing", "", "empty"),
    )
)


def answers() -> list[tuple[str, Answer]]:
    """Samples by what they show."""
    incomplete, complete, on_file = Disposition.INCOMPLETE, Disposition.COMPLETE, Disposition.ON_FILE
    existing = {"track": Track.EXISTING_AGREEMENT, "product": CODE, "agreement": agreement()}
    form = district()
    return [
        ("two things open", Answer(_two_open(), message(), form)),
        ("nothing yet", Answer(verdict(incomplete, NOTHING, product=""), message("", ""), district(urls=False), "")),
        ("everything is wrong", Answer(_all_wrong(), message("Sales Team"), form, earlier=("questionnaire.docx",))),
        ("five received", Answer(verdict(complete, items()), message(), form)),
        ("exempt and soon", Answer(_exempt_soon(), message(), form)),
        ("on file", Answer(verdict(on_file, items(**WAIVED), **existing), message(), form)),
        ("on file without end", Answer(_on_file_open_end(), message(), form)),
        ("on file, date missing", Answer(_on_file_incomplete(), message(), form)),
        ("agreement expired", Answer(_expired(), message(), form)),
    ]


def follow_ups() -> list[tuple[str, str, FollowUp]]:
    """Samples by what they show, with the template's name."""
    asked = Asked(
        Address("Amara Delacroix", "amara@fernwood.example"),
        "Re: Fernwood Fractions for Juniper Flats [SOPPA-4M7QX2]",
        "<a1@soppa-mailbot.juniperflats.example>",
        ("<20261102.77@fernwood.example>",),
        date(2026, 10, 20),
    )
    everything = verdict(Disposition.INCOMPLETE, NOTHING, product="")
    return [
        ("first reminder", "reminder", FollowUp(_two_open(), asked)),
        ("last reminder", "reminder", FollowUp(everything, replace(asked, to=Address("", asked.to.email)), TODAY)),
        ("closed for now", "closing", FollowUp(_two_open(), asked)),
    ]


def _two_open() -> Verdict:
    return verdict(
        Disposition.INCOMPLETE,
        items(soppa_form=UNSIGNED, deadline=missing(Item.DEADLINE)),
        attachments=(
            AttachmentVerdict("Quote Q-1182.pdf", Kind.ORDER_FORM),
            AttachmentVerdict("questionnaire.docx", Kind.RFI_FORM),
            AttachmentVerdict("rider.pdf", Kind.SOPPA_FORM),
            AttachmentVerdict("insurance.pdf", Kind.UNREADABLE, detail="needs a password"),
        ),
    )


def _all_wrong() -> Verdict:
    many = tuple(f"Question {n}" for n in range(1, 15))
    return verdict(
        Disposition.INCOMPLETE,
        (
            missing(Item.ORDER_FORM, "invoice.pdf is an invoice"),
            ItemVerdict(Item.RFI_FORM, Status.INCOMPLETE, "questionnaire.docx", open=many),
            ItemVerdict(
                Item.SOPPA_FORM, Status.INCOMPLETE, "rider.pdf", detail="the form is still blank", unsigned=True
            ),
            ItemVerdict(Item.LOCATIONS, Status.UNCLEAR, "body", "not on the school list", value=("Lincon Acad.",)),
            ItemVerdict(
                Item.DEADLINE,
                Status.UNCLEAR,
                "body",
                "two different dates: the mail says 2027-05-01, the order form says 2027-06-01",
                value=("May 1", "2027-06-01"),
            ),
        ),
        attachments=(
            *UNREADABLE,
            AttachmentVerdict("invoice.pdf", Kind.OTHER, detail="an invoice"),
            AttachmentVerdict("addendum.pdf", Kind.OTHER, "papers.zip", "another district's form"),
        ),
        warnings=("claims_agreement", "claims_exempt"),
        cloud_links=("https://drive.google.com/file/d/1", "https://files.unknown.example/x"),
    )


def _exempt_soon() -> Verdict:
    return verdict(
        Disposition.COMPLETE,
        items(
            soppa_form=ItemVerdict(Item.SOPPA_FORM, Status.EXEMPT, "questionnaire.docx"),
            deadline=ItemVerdict(Item.DEADLINE, Status.RECEIVED, "questionnaire.docx", value=("2026-11-20",)),
        ),
        attachments=(AttachmentVerdict("brochure.pages", Kind.UNREADABLE, detail="unsupported"),),
        warnings=("deadline_soon",),
    )


def _on_file_open_end() -> Verdict:
    past = ItemVerdict(Item.DEADLINE, Status.RECEIVED, "Quote Q-1182.pdf", value=("2026-11-01",))
    return verdict(
        Disposition.ON_FILE,
        items(**WAIVED, deadline=past),
        track=Track.EXISTING_AGREEMENT,
        agreement=agreement(expires=None, product=""),
        warnings=("deadline_soon",),
    )


def _on_file_incomplete() -> Verdict:
    return verdict(
        Disposition.INCOMPLETE,
        items(**WAIVED, deadline=missing(Item.DEADLINE)),
        track=Track.EXISTING_AGREEMENT,
        product=CODE,
        agreement=agreement(),
    )


def _expired() -> Verdict:
    return verdict(
        Disposition.INCOMPLETE,
        items(rfi_form=missing(Item.RFI_FORM), soppa_form=missing(Item.SOPPA_FORM)),
        product=CODE,
        agreement=agreement("expired", expires=date(2026, 6, 30)),
    )


# --- digest ----------------------------------------------------------------------------------------------------------


def _days_ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def states(**changes: tuple[Status, str]) -> tuple[digest_rows.ItemState, ...]:
    return tuple(digest_rows.ItemState(item, *changes.get(item.value, (Status.RECEIVED, ""))) for item in Item)


def row(state: str, vendor: str, product: str, token: str, **changes: object) -> digest_rows.DigestRow:
    domain = vendor.split()[0].casefold().strip(",") + ".example"
    values: dict[str, object] = {
        "id": token,
        "state": state,
        "vendor": vendor,
        "email": f"sales@{domain}",
        "product": product,
        "disposition": {"waiting_vendor": "incomplete", "review": "review"}.get(state, "complete"),
        "items": states(),
        "token": token,
    }
    return digest_rows.DigestRow(**(values | changes))  # type: ignore[arg-type]


def rows() -> tuple[digest_rows.DigestRow, ...]:
    """A work list with something in every section."""
    schools = ("Harbor Street Elementary", "Kestrel Middle School")
    return (
        row("waiting_district", "Fernwood Learning", MATH, "SOPPA-4M7QX2",
            schools=schools, deadline=date(2027, 1, 15), since=_days_ago(1), new=True, reply="sent"),
        row("waiting_district", "Tinker & Sons, Inc.", CODE, "SOPPA-9KD3TW", disposition="on_file",
            schools=("District-wide",), deadline=date(2026, 11, 20), since=_days_ago(6), reply="sent"),
        row("review", "Marigold Media", "Marigold Maps", "SOPPA-2HV8BN", since=_days_ago(0.2), new=True,
            reasons=("the SOPPA form is a poor scan: “Name of signer” could be read only with doubt",),
            items=states(soppa_form=(Status.UNCLEAR, "a poor scan"))),
        row("waiting_vendor", "Quillwright Press", "Quillwright Essays", "SOPPA-7RT5ZC", since=_days_ago(9),
            items=states(soppa_form=(Status.INCOMPLETE, "not signed; 2 fields empty"), deadline=(Status.MISSING, "")),
            schools=schools[:1], reply="sent", bounced=("lea@quillwright.example",), unread=_days_ago(2)),
        row("waiting_vendor", "Ostrava Robotics", "RoboStart Kit", "SOPPA-3XP6LJ", since=_days_ago(3),
            deadline=date(2026, 11, 12), schools=("Kestrel Middle School",), reply="failed",
            items=states(rfi_form=(Status.MISSING, ""), order_form=(Status.MISSING, ""))),
        row("waiting_vendor", "Ashgrove Reading", "Ashgrove Stories", "SOPPA-8WN4QD", since=_days_ago(0.5), new=True,
            items=states(locations=(Status.UNCLEAR, "“Lincoln”: not on the school list")), reply="held",
            deadline=date(2027, 3, 1), id="412",
            held=(digest_rows.HeldRow("<a1@x>", "missing", "Ash Grove <sales@ashgrove.example>",
                                      "the sender is forged (DMARC fail)", _days_ago(0.5),
                                      release="[RELEASE-412-20261110-7GQ4M2ABCDEFGHIJKLMN]"),),
            notes=(digest_rows.StaffNote("kim@district.example", _days_ago(0.4), "Asked Lincoln's principal first"),)),
        row("stale", "Longgone Labs", "Longgone", "SOPPA-1AA1AA", since=_days_ago(90)),
        row("closed", "Finished Software", "Finished", "SOPPA-5BB5BB", deadline=date(2026, 11, 9), since=_days_ago(2)),
    )  # fmt: skip


def digests() -> list[tuple[str, digest.Digest]]:
    """Samples by what they show."""
    failures = (
        digest_rows.FailureRow("reply", "sales@ostrava.example", "Re: RoboStart Kit",
                          "550 5.1.1 no such user here", NOW, "SOPPA-3XP6LJ"),
        digest_rows.FailureRow("message", "", "", "the message could not be stored: disk full", None),
    )  # fmt: skip
    inquiries = tuple(
        digest_rows.InquiryRow("Riley Ashdown" if n else "", f"riley{n}@bluejay.example", subject, _days_ago(n / 4))
        for n, subject in enumerate(("Invoice 2201: when will it be paid?", "A short demo next week?", ""))
    )
    health = digest_rows.Health(last_poll=NOW - timedelta(minutes=2), unread=1, queued=2)
    full = digest.build(
        rows(), since=_days_ago(1), now=NOW, district=district(),
        failures=failures, inquiries=inquiries, ignored=6, health=health, next_meeting=date(2026, 11, 16),
        decided=digest_rows.Decided(30, unchanged=14, edited=1, discarded=2),
        month=Month(15, 12, 5, 6.3, (("soppa_form", 7), ("deadline", 4), ("rfi_form", 3), ("locations", 1))),
        expiring=(
            digest_rows.Expiring("Harvest Row Software", "", date(2026, 11, 30), 27),
            digest_rows.Expiring("Quillwright Press", "Quillwright Essays", date(2027, 1, 31), 89),
        ),
        changed=(digest_rows.ChangedPacket("12", MATH, "Fernwood Learning", "SOPPA-4M7QX2", date(2026, 10, 28)),),
    )  # fmt: skip
    ill = digest.build(
        rows()[3:4], since=None, now=NOW, district=district(), inquiries=inquiries, shown_inquiries=1,
        scope=("Harbor Street Elementary", "Technology Department"),
        health=digest_rows.Health(notes=("the mailbox has refused the login since November 1; renew its password",)),
    )  # fmt: skip
    nothing = digest.build(
        (), since=_days_ago(1), now=NOW, district=district(), health=digest_rows.Health(last_poll=NOW)
    )
    return [("something in every section", full), ("trouble with the mailbox", ill), ("nothing happened", nothing)]
