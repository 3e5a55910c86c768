"""What an answer says, as plain values: `Verdict` -> `Letter`, which the templates put into sentences.

Everything here that came by mail has been through `wording`, so a template need not think of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from soppa_mailbot import lazy_re as re
from soppa_mailbot import wording
from soppa_mailbot.forms.naming.naming import parted
from soppa_mailbot.model import (
    AttachmentVerdict,
    District,
    Item,
    ItemVerdict,
    Kind,
    Message,
    Status,
    Track,
    Verdict,
)

REVIEW_DAYS = 28  # "about four weeks": the District's own reviews
SHOWN_LABELS = 10  # of the fields left empty; the rest is counted

_OPEN = (Status.MISSING, Status.INCOMPLETE, Status.UNCLEAR)
_FORMS = {Item.RFI_FORM: "rfi", Item.SOPPA_FORM: "soppa"}
_SERVICES = (
    ("drive.google.com", "Google Drive"),
    ("docs.google.com", "Google Drive"),
    ("sharepoint.com", "SharePoint"),
    ("1drv.ms", "OneDrive"),
    ("onedrive.live.com", "OneDrive"),
    ("dropbox.com", "Dropbox"),
    ("box.com", "Box"),
    ("wetransfer.com", "WeTransfer"),
    ("we.tl", "WeTransfer"),
    ("icloud.com", "iCloud"),
    ("egnyte.com", "Egnyte"),
    ("sharefile.com", "ShareFile"),
    ("docusign.net", "DocuSign"),
    ("docusign.com", "DocuSign"),
    ("pandadoc.com", "PandaDoc"),
    ("adobe.com", "Adobe"),
)
# what the readers' reasons come down to for somebody who wants to send the file again
_OBSTACLES = (
    ("password", re.compile(r"password|encrypt|protected|locked", re.IGNORECASE)),
    ("slow", re.compile(r"timed?[_ ]?out|too long|not all of the", re.IGNORECASE)),
    (
        "large",
        re.compile(
            r"too[_ ]large|too (?:big|many)|more (?:memory|than)|larger than|unpacks|layers|pixels|suspicious"
            r"|\d parts in",
            re.IGNORECASE,
        ),
    ),
    ("empty", re.compile(r"\bempty\b|zero bytes|\b0 bytes|holds no file|no content", re.IGNORECASE)),
    ("text", re.compile(r"\bno[_ ](?:text|words)|text is missing|illegible|blurr|faint|resolution", re.IGNORECASE)),
    (
        "damaged",
        re.compile(
            r"damag|corrupt|broken|cut off|truncat|invalid|not a readable|not well-formed|nested|unpacked"
            r"|not there|(?:not a|no) word document",
            re.IGNORECASE,
        ),
    ),
)
_ADVICE = re.compile(r"\s*[:;,.]\s*(please\b.*)$", re.IGNORECASE)
_ABOUT_EMPTY = re.compile(
    r"^(?:not filled|not completed|left (?:empty|blank)|empty|open|blank fields?)\b", re.IGNORECASE
)
_ABOUT_SIGNATURE = re.compile(r"^(?:it is )?(?:not signed|unsigned)|^(?:no|the|operator's) signature\b", re.IGNORECASE)
_STILL_BLANK = re.compile(
    r"\b(?:is|still|entirely|completely|back|all|the|a) blank\b(?! field)|^blank\b(?! field)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Left:
    """A place of a form that is empty."""

    label: str
    where: str = ""  # "page 4, under “Exhibit C”", "" where that need not be said

    def __str__(self) -> str:
        return f"{self.label} ({self.where})" if self.where else self.label


@dataclass(frozen=True, slots=True)
class Line:
    """One of the five things."""

    item: str  # Item
    status: str  # Status
    source: str = ""  # file name, "body", or ""
    container: str = ""  # the ZIP or message that the file came in
    earlier: bool = False  # came with an earlier message of the conversation
    value: str = ""  # places or date, as they should be shown
    unsigned: bool = False
    blank: bool = False  # the form came back as it was given out
    open: tuple[Left, ...] = ()  # left empty, at most SHOWN_LABELS
    more: int = 0  # labels beyond those
    details: tuple[str, ...] = ()  # whatever else there is to say, one sentence each

    @property
    def left(self) -> bool:
        """Begun, and a list of what is left can be given."""
        return self.status == Status.INCOMPLETE and bool(self.unsigned or self.open or self.more or self.details)


@dataclass(frozen=True, slots=True)
class File:
    """An attachment that could not be opened, or that is none of the five things."""

    name: str
    container: str
    detail: str  # what it is, in a few words
    obstacle: str = ""  # password | large | slow | empty | text | damaged | format
    advice: str = ""  # a sentence, where the reader of the file knows better than the obstacle's usual one


@dataclass(frozen=True, slots=True)
class FormLink:
    item: str  # Item
    title: str
    url: str  # http(s), or ""


@dataclass(frozen=True, slots=True)
class AgreementLine:
    operator: str
    product: str  # "" covers all of the operator's products
    expires: date | None
    active: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """All that a template of an answer can show."""

    template: str  # missing | complete | on_file | reminder | closing
    subject: str  # theirs, without Re: and without our token
    token: str  # "[SOPPA-...]" or ""
    name: str  # what to call the sender, "" where it is not known
    product: str
    district: str
    address: str  # the procurement mailbox
    existing: bool  # existing-agreement track: three things are asked for, not five
    asked: int  # how many things are asked for
    needed: tuple[Line, ...]
    received: tuple[Line, ...]
    waived: tuple[Line, ...]  # exempt, or not required
    unopened: tuple[File, ...]
    unused: tuple[File, ...]  # came, but is none of the five
    services: tuple[str, ...]  # cloud drives that the mail links to; "" for an unknown one
    forms: tuple[FormLink, ...]  # the forms still needed
    rfi_title: str
    agreement: AgreementLine | None
    claims_agreement: bool  # claimed, but none is on file
    claims_exempt: bool  # claimed, but not by the RFI form
    deadline: date | None
    deadline_soon: bool
    deadline_past: bool
    earlier: bool  # this is not the conversation's first message
    example: date  # a date to show how a date is written
    asked_on: date | None = None  # reminder, closing: when our last answer went out
    closes_on: date | None = None  # the last reminder: when the submission will be closed


def letter_of(
    verdict: Verdict,
    message: Message | None,
    district: District,
    *,
    template: str,
    subject: str,
    token: str,
    today: date,
    earlier: tuple[str, ...] = (),
) -> Letter:
    """`earlier` names the files (or "body") that earlier messages of this conversation brought. `message` is the mail
    that is answered; None for a mail that answers none, which then calls nobody by name."""
    lines = tuple(_line(verdict, item, earlier) for item in verdict.items)
    needed = tuple(line for line in lines if line.status in _OPEN)
    deadline = _deadline(verdict)
    days = (deadline - today).days if deadline else REVIEW_DAYS
    agreement = agreement_line(verdict)
    soppa_open = any(line.item == Item.SOPPA_FORM for line in needed)
    return Letter(
        template=template,
        subject=subject,
        token=token,
        name=_name(verdict, message) if message is not None else "",
        product=wording.clean(verdict.product, 80),
        district=district.name,
        address=district.address,
        existing=verdict.track == Track.EXISTING_AGREEMENT,
        asked=sum(line.status != Status.NOT_REQUIRED for line in lines),
        needed=needed,
        received=tuple(line for line in lines if line.status == Status.RECEIVED),
        waived=tuple(line for line in lines if line.status in (Status.EXEMPT, Status.NOT_REQUIRED)),
        unopened=_unopened(verdict),
        unused=_unused(verdict),
        services=_services(verdict.cloud_links),
        forms=tuple(_form_link(district, item) for item in _FORMS if any(n.item == item for n in needed)),
        rfi_title=wording.clean(district.form("rfi").title),
        agreement=agreement,
        claims_agreement="claims_agreement" in verdict.warnings and agreement is None,
        claims_exempt="claims_exempt" in verdict.warnings and soppa_open,
        deadline=deadline,
        deadline_soon=days < REVIEW_DAYS or (deadline is not None and "deadline_soon" in verdict.warnings),
        deadline_past=days < 0,
        earlier=bool(earlier),
        example=today + timedelta(days=60),
    )


def _line(verdict: Verdict, item: ItemVerdict, earlier: tuple[str, ...]) -> Line:
    container = next((a.container for a in verdict.attachments if a.filename == item.source and a.container), "")
    labels = tuple(left for raw in item.open if (left := _left(raw)).label)
    blank = bool(_STILL_BLANK.search(item.detail)) and item.item in _FORMS
    shown = () if blank else labels[:SHOWN_LABELS]
    return Line(
        item=item.item.value,
        status=item.status.value,
        source=_source(item.source),
        container=wording.file_name(container),
        earlier=(f"body:{item.item.value}" if item.source == "body" else item.source) in earlier,
        value=_value(item),
        unsigned=item.unsigned and not blank,
        blank=blank,
        open=shown,
        more=0 if blank else len(labels) - len(shown),
        details=() if blank else _details(item, verdict),
    )


def _source(source: str) -> str:
    """ "body", "subject", file names, or, where the mail and a file disagree, both."""
    told, comma, rest = source.partition(", ")
    if told == "body" and comma:
        return f"your message and {wording.file_name(rest)}"
    return wording.file_name(source)


def _left(raw: str) -> Left:
    label, where = parted(raw)
    return Left(wording.clean(label, 90).strip(" :*_.\"'“”"), wording.clean(where, 100))


def _value(item: ItemVerdict) -> str:
    values = [wording.american_dates(wording.clean(v, 80)) for v in item.value]
    return wording.listing([f"“{v}”" for v in values] if item.status == Status.UNCLEAR else values)


def _details(item: ItemVerdict, verdict: Verdict) -> tuple[str, ...]:
    """The parts of `detail` that nothing else in the answer says already, as sentences."""
    if item.status not in _OPEN:
        return ()
    if item.item == Item.SOPPA_FORM and item.status == Status.MISSING and "claims_exempt" in verdict.warnings:
        return ()  # the note on what the RFI form must confirm says it
    detail = item.detail[:3000]
    for value in item.value:  # the answer quotes it already
        detail = detail.replace(f": “{value}”", "")
    parts = [wording.american_dates(wording.clean(part, 300)) for part in re.split(r";\s|\n", detail)]
    if item.open:
        parts = [p for p in parts if not _ABOUT_EMPTY.match(p)]
    if item.unsigned:
        parts = [p for p in parts if not _ABOUT_SIGNATURE.match(p)]
    names = tuple(a.filename for a in verdict.attachments if a.filename)
    said = (part.rstrip(".") + "." if part.startswith(names) else wording.sentence(part) for part in parts if part)
    return tuple(dict.fromkeys(said))


def _deadline(verdict: Verdict) -> date | None:
    item = verdict.item(Item.DEADLINE)
    if item is None or item.status != Status.RECEIVED or not item.value:
        return None
    return date.fromisoformat(item.value[0])


def agreement_line(verdict: Verdict) -> AgreementLine | None:
    """The register's row that the verdict rests on, fit to be shown."""
    if verdict.agreement is None:
        return None
    row = verdict.agreement.agreement
    return AgreementLine(
        operator=wording.clean(row.operator),
        product=wording.clean(row.product),
        expires=row.expires,
        active=verdict.agreement.status == "active",
    )


def _unopened(verdict: Verdict) -> tuple[File, ...]:
    return tuple(_file(a, _obstacle(a.detail)) for a in verdict.attachments if a.kind == Kind.UNREADABLE)


def _unused(verdict: Verdict) -> tuple[File, ...]:
    """Files that are none of the five, where it is known what they are and no item's own detail tells of them."""
    told = " ".join(item.detail for item in verdict.items)
    return tuple(
        _file(a, "")
        for a in verdict.attachments
        if a.kind == Kind.OTHER and a.detail and not (a.filename and a.filename in told)
    )


def _file(attachment: AttachmentVerdict, obstacle: str) -> File:
    detail = wording.clean(attachment.detail, 200).rstrip(".")
    advice = _ADVICE.search(detail) if obstacle else None
    return File(
        name=wording.file_name(attachment.filename) or "A file without a name",
        container=wording.file_name(attachment.container),
        detail=detail[: advice.start()] if advice else detail,
        obstacle=obstacle,
        advice=wording.sentence(advice[1]) if advice else "",
    )


def _obstacle(detail: str) -> str:
    return next((name for name, pattern in _OBSTACLES if pattern.search(detail)), "format")


def _services(links: tuple[str, ...]) -> tuple[str, ...]:
    """Names of the drives; never the address, which an answer must not carry to whoever was named as its sender."""
    names = []
    for link in links:
        host = re.sub(r"^[a-z]+://(?:[^/@]*@)?", "", link.strip().casefold()).split("/")[0].split(":")[0]
        names.append(next((n for h, n in _SERVICES if host == h or host.endswith("." + h)), ""))
    return tuple(dict.fromkeys(names))


def _form_link(district: District, item: Item) -> FormLink:
    form = district.form(_FORMS[item])
    url = form.url.strip()
    safe = re.fullmatch(r"https?://[^\s<>\"']+", url, re.IGNORECASE)
    return FormLink(item.value, wording.clean(form.title), url if safe else "")


def _name(verdict: Verdict, message: Message) -> str:
    """From the display name, else from the line under which the sender signed."""
    organisation = f"{verdict.vendor_name} {verdict.product}"
    signed = [line for line in message.signature.splitlines() if line.strip(" -_*")][:3]
    for words in (message.sender.name, *signed):
        if "@" not in words and (name := wording.person(words, organisation)):
            return name
    return ""
