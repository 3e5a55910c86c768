"""The nouns: frozen values that travel one way, from raw mail to the answer.

    raw bytes -> Message -> Documents -> FormParts -> Findings -> Verdict -> Reply

Everything here is plain data (str, int, float, bool, date, datetime, tuples of such); `codec.dump` and `codec.load`
turn any of it into JSON and back. Lengths on a page are points (1/72 inch), measured from the page's top left corner.
Pixels never stand in these values: whoever needs them asks a `RasterSource`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from typing import Any, Protocol

Box = tuple[float, float, float, float]  # left, top, right, bottom


# --- words of the contract ------------------------------------------------------------------------------------------


class Item(StrEnum):
    """What an operator owes."""

    ORDER_FORM = "order_form"
    RFI_FORM = "rfi_form"
    SOPPA_FORM = "soppa_form"
    LOCATIONS = "locations"
    DEADLINE = "deadline"


class Status(StrEnum):
    RECEIVED = "received"
    EXEMPT = "exempt"
    NOT_REQUIRED = "not_required"
    INCOMPLETE = "incomplete"
    UNCLEAR = "unclear"
    MISSING = "missing"


class Track(StrEnum):
    EXISTING_AGREEMENT = "existing_agreement"
    NEW_OPERATOR = "new_operator"
    NONE = "none"


class Disposition(StrEnum):
    ON_FILE = "on_file"
    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    REVIEW = "review"
    INQUIRY = "inquiry"
    IGNORED = "ignored"


class Kind(StrEnum):
    """What an attachment is."""

    ORDER_FORM = "order_form"
    RFI_FORM = "rfi_form"
    SOPPA_FORM = "soppa_form"
    OTHER = "other"
    UNREADABLE = "unreadable"
    BUNDLE = "bundle"


class Reason(StrEnum):
    """Why a file could not be read."""

    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    EMPTY = "empty"  # zero bytes
    UNSUPPORTED = "unsupported"
    TOO_LARGE = "too_large"
    NO_TEXT = "no_text"
    TIMED_OUT = "timed_out"


# --- mail -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Address:
    name: str
    email: str  # as written, trimmed; compare with .casefold()

    @property
    def domain(self) -> str:
        return self.email.rpartition("@")[2].casefold()


@dataclass(frozen=True, slots=True)
class Part:
    """A leaf of the MIME tree that is not a body text."""

    filename: str  # decoded (RFC 2047 and 2231), directories and control characters removed; "" where none was given
    content_type: str  # as declared, lower case
    payload: bytes
    inline: bool  # shown in the HTML body by Content-ID, or disposition inline
    content_id: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One mail, whatever its bytes were. Absent header fields are empty; `defects` says what was odd."""

    message_id: str  # with angle brackets, "" if absent
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    sender: Address  # From (the first)
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    date: datetime | None  # aware; None when absent or impossible
    subject: str  # decoded, one line
    headers: tuple[tuple[str, str], ...]  # every field in order, name as written, value decoded and unfolded
    text: str  # the whole body as text (HTML turned into text where there is no better text/plain)
    own_words: str  # what the sender wrote now: quoted mail, forwarded mail and signature cut off
    quoted: str  # the quoted or forwarded older mail
    signature: str
    parts: tuple[Part, ...]
    links: tuple[str, ...] = ()  # http(s) targets of the own words, in order
    forwarded_from: tuple[Address, ...] = ()  # senders named in inline forwarded blocks ("From: ..."), newest first
    defects: tuple[str, ...] = ()
    content_types: tuple[str, ...] = ()  # of every MIME node, lower case, in order: multipart/report and the like
    html: bool = False  # own_words came from HTML

    def header(self, name: str) -> str:
        """The first value of a header field ("" if absent); names compare without case (RFC 5322 §1.2.2)."""
        wanted = name.casefold()
        return next((v for n, v in self.headers if n.casefold() == wanted), "")

    def all_headers(self, name: str) -> tuple[str, ...]:
        wanted = name.casefold()
        return tuple(v for n, v in self.headers if n.casefold() == wanted)


# --- documents ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Unreadable:
    reason: Reason
    detail: str = ""  # for people: "needs a password", "cut off after 14 kB"


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    box: Box
    confidence: float = 1.0  # of OCR, 0..1; 1 for a text layer


@dataclass(frozen=True, slots=True)
class Field:
    """A form field of a PDF (ISO 32000-1 §12.7), or a control of a Word document.

    `filled` is the reader's own judgement of the raw value: a box is on, a text is not blank, a choice is set, a
    signature field holds a signature, a content control no longer shows its prompt. Whether that value differs from the
    blank's own is for `forms` to say.
    """

    name: str  # full name (PDF: parents joined by "."; Word: tag or bookmark)
    kind: str  # text | check | radio | choice | signature | date
    value: str  # text; export name of the box that is on, "" when off; signer's name when known
    filled: bool
    label: str = ""  # tooltip (/TU) or alias
    options: tuple[str, ...] = ()
    page: int = 0  # 1-based; 0 when not placed on a page
    box: Box | None = None  # of this widget
    boxes: tuple[tuple[int, Box, str], ...] = ()  # every widget: page, box, export name ("" for text)
    read_only: bool = False
    hidden: bool = False
    default: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on a page beside its text: what a person may have added."""

    # freetext | ink | stamp | signature | image | curve | line | rect | white | highlight | strikeout | caret
    kind: str  # white: a small square left white in a shaded area
    box: Box
    text: str = ""  # of a FreeText annotation, a stamp or a caret
    annotation: bool = False
    shade: float = 0.0  # of a filled rectangle: how much darker than paper it is, 1 for black


@dataclass(frozen=True, slots=True)
class Page:
    number: int  # 1-based within the document
    width: float
    height: float
    words: tuple[Word, ...]  # in reading order
    marks: tuple[Mark, ...] = ()
    origin: str = "text"  # text | ocr | none (nothing could be read)
    confidence: float = 1.0  # mean word confidence of OCR
    rotation: int = 0  # degrees clockwise by which a scan was turned upright before reading; words are upright

    def text(self) -> str:
        """The words as lines, by their position."""
        return lines_of(self.words)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph: text, or one control, or a picture."""

    text: str
    control: Field | None = None
    image: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]
    cell: tuple[int, int, int] | None = None  # table, row, column (0-based) of the innermost table, else None
    part: str = "body"  # body | header | footer | note | textbox | empty (a framed cell of a spreadsheet, without text)
    highlighted: tuple[tuple[int, int], ...] = ()  # stretches of its text (start, end) that are coloured as by a marker
    emphasised: tuple[tuple[int, int], ...] = ()  # the same, in bold letters, underlined or framed

    def text(self) -> str:
        return "".join(r.text for r in self.runs)


@dataclass(frozen=True, slots=True)
class Document:
    """One file as it was read: pages (PDF, images) or flowing paragraphs (Word, sheets, text), or why not."""

    id: str  # unique within one message
    filename: str
    container: str = ""  # the file it came out of, "" when attached itself
    content_type: str = ""  # by its bytes, not by its name
    sha256: str = ""
    size: int = 0  # bytes
    pages: tuple[Page, ...] = ()
    flow: tuple[Paragraph, ...] = ()
    fields: tuple[Field, ...] = ()  # all form fields or controls, in document order
    unreadable: Unreadable | None = None
    decoration: bool = False  # a logo or icon of a signature: not listed, not judged
    covering: bool = False  # text of an attached or forwarded message: read for evidence, not listed as a file
    notes: tuple[str, ...] = ()  # "digitally signed", "macros", "e-signature envelope ..."
    comments: tuple[tuple[int, str], ...] = ()  # of reviewers, beside the text: page (0: of running text), words
    sheets: tuple[str, ...] = ()  # names of a workbook's sheets, by the number of their table
    # what of it was not read, in words for people: "only the first 60 of 250 pages were read". What is not found in
    # such a file may be there all the same
    unread: tuple[Unreadable, ...] = ()

    def text(self) -> str:
        """All its words, page by page or paragraph by paragraph; a table row on one line, cells parted by tabs."""
        if self.pages:
            return "\n\n".join(p.text() for p in self.pages)
        return flow_text(self.flow)


class Raster(Protocol):
    """A page as grey pixels."""

    width: int
    height: int
    dpi: float  # pixels an inch
    gray: Any  # numpy.ndarray, uint8, shape (height, width), 255 is white


class RasterSource(Protocol):
    """Renders pages of the document in hand; only there while the file is open, inside the worker process."""

    def __call__(self, page: int, dpi: float) -> Raster | None:
        """The page (1-based) upright, annotations drawn; None when there is no picture of it (Word)."""
        ...


# --- blanks ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """Something that a blank asks for."""

    id: str  # stable within its blank: field name, or "p4:box3", or "t2r5c1"
    kind: str  # text | check | choice | signature | date
    label: str  # what a person would call it: "Data hosting location"
    required: bool
    group: str = ""  # check boxes and radio buttons that answer one question share it (one of them is enough)
    group_label: str = ""  # the question: "Sign-on (check all that apply)"
    option: str = ""  # the box's own words: "SAML 2.0"
    role: str = ""  # schools | deadline | subject_to_soppa | signature | signature_date | operator | product | ...
    party: str = "operator"  # operator | district
    page: int = 0
    box: Box | None = None
    default: str = ""  # what the blank itself already says there
    title: str = ""  # a second name that is no label: "product" of a control, or of ____ (the “Product”)
    one_only: bool = False  # a box of a question beside which the blank says "check one"
    section: str = ""  # the nearest heading over it: "Exhibit C. Contact in case of a breach"
    unsure: str = ""  # why it is not sure, or not so, that the operator is asked for it; "" where it is
    insisted: bool = False  # the configuration says that it must be filled, whoever leaves it empty
    printed: str = ""  # what the page says beside a field that is named by its tooltip: "DBA"
    remark: str = ""  # what stands in brackets right behind a line: "(date entered by the District)"
    any_number: bool = False  # a box of a question that takes several answers, whatever it seems to say
    choices: tuple[str, ...] = ()  # what a list to choose from offers
    says_what: tuple[str, ...] = ()  # ids of the boxes "Other" with one of which checked this line must be filled
    # the questions on whose answers it hangs, by the id of their (first) place: it is asked for if `asked_on` is the
    # answer to one of them: yes | no | subject | not subject | checked (`forms.common.conditions`)
    hangs_on: tuple[str, ...] = ()
    asked_on: str = ""

    @property
    def signs(self) -> bool:
        """Whether somebody signs there; a fillable form may have a field for text in a signature's place."""
        return self.kind == "signature" or self.role == "signature"

    @property
    def dated(self) -> bool:
        """Whether the day of signing or the like is written there: any day but the one by which approval is needed."""
        return self.role == "signature_date" or (self.kind == "date" and self.role != "deadline")


@dataclass(frozen=True, slots=True)
class Blank:
    """One version of one of the District's forms, learnt from its file."""

    id: str  # sha256 of the file, first 16 digits
    form: str  # key under [forms]: rfi | soppa
    title: str  # from the configuration
    file: str  # its name, for people
    document: Document  # the blank as it was read
    places: tuple[Place, ...]
    anchors: tuple[tuple[str, ...], ...] = ()  # token n-grams that tell this form from other papers, page by page
    url: str = ""
    notes: tuple[str, ...] = ()  # what `check` should tell the administrator
    takes_dashes: bool = False  # it says that a dash stands for what does not apply


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """What one place of a blank holds in a paper that was sent."""

    place: Place
    state: str  # filled | empty | doubtful
    value: str = ""  # as read; "" for ink, which is never taken for a value
    how: tuple[str, ...] = ()  # field | text | ink | image | annotation | digital_signature | typed | ocr | highlighted
    page: int = 0  # in the paper that was sent
    box: Box | None = None  # in the paper that was sent
    why: str = ""  # for `explain`: "ink 812 px where the blank has none, text reads 'Ohio'"
    half_read: str = ""  # what OCR makes of a day in ink; no value, but it may speak against another day

    @property
    def typed(self) -> bool:
        """Whether nothing but typed words tell it: no ink, no picture, nothing that OCR read."""
        return {"field", "text", "annotation", "typed"}.issuperset(self.how)


@dataclass(frozen=True, slots=True)
class FormPart:
    """Pages of one document that were recognised as pages of one blank."""

    form: str
    blank: str  # Blank.id
    document: str  # Document.id
    filename: str
    pages: tuple[int, ...]  # of the document
    blank_pages: tuple[int, ...]  # of the blank, in the same order
    readings: tuple[PlaceReading, ...]
    confidence: float  # 0..1: share of the blank's own matter found again
    how: str  # fields | flow | text | scan
    doubts: tuple[str, ...] = ()  # what makes the reading unsafe
    editions: tuple[str, ...] = ()  # Blank.id of the versions whose years its pages bear, () = any
    stretch: tuple[int, ...] = ()  # first and last of a Word blank's words that pictures hold (`forms.word_photos`)
    whole: bool = False  # the pictures show nothing beyond the stretch, and all pages of the document are told


@dataclass(frozen=True, slots=True)
class Form:
    """One copy of a District form as it was sent, put together from its parts."""

    form: str
    blank: str
    blank_file: str
    documents: tuple[str, ...]  # Document ids
    filenames: tuple[str, ...]
    pages: tuple[tuple[str, int], ...]  # (Document.id, page) of every page
    status: str  # complete | incomplete | blank | doubtful
    open: tuple[
        str, ...
    ]  # names (`forms.naming`) of what is left empty, in order; an unsigned form has "signature" in `unsigned`
    doubtful: tuple[str, ...]  # names of places that could not be read for sure
    missing_pages: tuple[int, ...]  # of the blank
    unsigned: bool  # the blank asks for the operator's signature and it is not there
    signature: tuple[str, ...]  # kinds of evidence: digital_signature | ink | image | typed | envelope
    answers: tuple[tuple[str, str], ...]  # role -> value: schools, deadline, operator, product, soppa_reason, ...
    subject_to_soppa: bool | None  # True | False | None (not asked, not answered, or both)
    readings: tuple[PlaceReading, ...]
    filled_share: float  # filled required places / required places: of two copies the fuller counts
    doubts: tuple[str, ...] = ()
    contradictory: tuple[str, ...] = ()  # boxes of one question that cannot all be meant, in words for the vendor

    def answer(self, role: str) -> str:
        return next((v for r, v in self.answers if r == role), "")


# --- the district ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class School:
    name: str
    kind: str  # school | department
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """A row of the register. Active on a day from `signed` to `expires`, both included."""

    operator: str
    product: str  # "" covers all of the operator's products
    domains: tuple[str, ...]
    signed: date
    expires: date | None  # None: no end date
    url: str = ""

    def active_on(self, day: date) -> bool:
        return self.signed <= day and (self.expires is None or day <= self.expires)


@dataclass(frozen=True, slots=True)
class FormSpec:
    key: str  # rfi | soppa
    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class District:
    """All that the core knows of the district."""

    name: str
    aliases: tuple[str, ...]
    timezone: str  # IANA
    domains: tuple[str, ...]
    address: str  # the procurement mailbox
    schools: tuple[School, ...]
    register: tuple[Agreement, ...]
    forms: tuple[FormSpec, ...]
    blanks: tuple[Blank, ...]

    def form(self, key: str) -> FormSpec:
        return next((f for f in self.forms if f.key == key), FormSpec(key, key))


# --- findings -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something was found, in the words that stand there."""

    source: str  # "body" | "subject" | a file name | "signature" ...
    quote: str  # at most some 200 characters
    page: int = 0
    rule: str = ""  # which rule decided, for `explain`


@dataclass(frozen=True, slots=True)
class PaperFinding:
    """What a document (or a run of its pages, or the body) is."""

    document: str  # Document.id; "body" for the mail's own words
    filename: str  # "body" for the mail's own words
    container: str
    kind: Kind  # order_form | rfi_form | soppa_form | other | unreadable
    pages: tuple[int, ...] = ()  # () = all
    detail: str = ""  # what it is instead: "an invoice", "another district's form", "needs a password"
    topic: str = ""  # item it was probably meant to be ("soppa_form"), "" unknown: the reply names the file there
    evidence: tuple[Evidence, ...] = ()
    products: tuple[str, ...] = ()  # order forms: what is bought
    vendor: str = ""  # order forms: who sells
    total: str = ""  # order forms: what it comes to in US dollars, "12450.00"; "" where that is not sure
    confidence: float = 1.0
    unread: str = ""  # what of the file was not read, in words for people; "" when all was
    doubt: str = ""  # order forms: why it may be none ("may be only a draft of a quote"), in words for people
    over_form: str = ""  # order forms: the sentence that puts the vendor's terms over the SOPPA form, "" none


@dataclass(frozen=True, slots=True)
class LocationsFinding:
    status: Status  # received | unclear | missing
    value: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    detail: str = ""
    # towards what earlier mails named: "" a statement of its own, which replaces it | adds | exchanges (`without` goes,
    # the rest stays) | drops (`without` goes) | passing (named for another reason)
    bearing: str = ""
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeadlineFinding:
    status: Status  # received | unclear | missing
    value: date | None = None
    words: str = ""  # as the vendor put it
    evidence: tuple[Evidence, ...] = ()
    detail: str = ""
    # towards what earlier mails named: "" words say that it is the day for approval | bare (a day and nothing else: an
    # answer, if the day was asked for) | passing (a day that the mail does not call the day for approval)
    bearing: str = ""
    by_board: bool = False  # only a meeting of the board is named: a day for approval said elsewhere goes before it


@dataclass(frozen=True, slots=True)
class ProductFinding:
    """What the software is called. Several names: several products, and a person must take them apart."""

    names: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    apart: bool = False  # the mail says that it is not the product of the same name that the District has
    maker: str = ""  # who makes it by the mail's own words; "" when it does not say


@dataclass(frozen=True, slots=True)
class Findings:
    """All that one message brought, before anything is decided. Kept in the database; judged as often as need be."""

    message_id: str
    sent: datetime  # aware; the Date, or when it was received
    sender: Address
    vendor_name: str  # the operator or reseller that writes, as well as it can be told
    subject: str
    intent: str  # submission | how_to_submit | inquiry | withdrawal | thanks | automatic
    no_reply: str  # why it may not be answered at all, "" when it may (mail.manners)
    ignored: bool  # nobody waits for an answer: contract "ignored"
    from_district: bool  # sent from the District's own domains
    papers: tuple[PaperFinding, ...] = ()
    forms: tuple[Form, ...] = ()
    # from the body, the RFI form, the order form, each by itself: `judge` applies the order of precedence
    locations: tuple[tuple[str, LocationsFinding], ...] = ()  # ("body" | "rfi_form" | "order_form", finding)
    deadlines: tuple[tuple[str, DeadlineFinding], ...] = ()
    product: ProductFinding = field(default_factory=ProductFinding)
    claims_agreement: bool = False
    claims_exempt: bool = False
    claims_attached: tuple[Item, ...] = ()  # "all five are attached"
    takes_back: tuple[tuple[Item, str], ...] = ()  # papers of this very mail that it takes back, with its sentence
    takes_back_earlier: tuple[tuple[Item, str], ...] = ()  # a vendor's words that do so with papers that came before
    against_agreement: str = ""  # its words that speak against an agreement on the register for its product
    against_exempt: str = ""  # its sentence that speaks against an exemption on the RFI form
    cloud_links: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    vendor_email: str = (
        ""  # the sender's, or that of the vendor whose mail staff forwards; "" in older rows: the sender's
    )
    let_count: bool = False  # a person put it into its submission, or let what staff sent there count


# --- verdict and reply ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ItemVerdict:
    item: Item
    status: Status
    source: str = ""  # file name, or "body"
    detail: str = ""
    value: tuple[str, ...] = ()  # locations: names; deadline: one ISO date
    evidence: tuple[Evidence, ...] = ()
    open: tuple[str, ...] = ()  # labels left empty, for the reply's list
    unsigned: bool = False
    decided: str = ""  # the person who overrode it; "" when it is as judged. For staff, never for the vendor


@dataclass(frozen=True, slots=True)
class AttachmentVerdict:
    filename: str
    kind: Kind
    container: str = ""
    detail: str = ""
    parts: tuple[tuple[str, Kind], ...] = ()  # bundle: ("1-2", order_form)


@dataclass(frozen=True, slots=True)
class AgreementMatch:
    agreement: Agreement
    status: str  # active | expired


@dataclass(frozen=True, slots=True)
class Verdict:
    track: Track
    disposition: Disposition
    vendor_name: str
    vendor_email: str
    product: str  # "; " between several
    agreement: AgreementMatch | None
    items: tuple[ItemVerdict, ...]  # in the order of `Item`; () where none can be judged
    attachments: tuple[AttachmentVerdict, ...]
    reasons: tuple[str, ...] = ()  # why a person must decide, or why it is an inquiry or ignored
    warnings: tuple[str, ...] = ()  # "deadline_soon", "claims_agreement", "claims_exempt"
    cloud_links: tuple[str, ...] = ()

    def item(self, item: Item) -> ItemVerdict | None:
        return next((i for i in self.items if i.item == item), None)


@dataclass(frozen=True, slots=True)
class Reply:
    template: str  # missing | complete | on_file | reminder | closing
    to: Address
    subject: str
    text: str
    html: str
    in_reply_to: str  # Message-ID of the vendor's mail
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoReply:
    reason: str


# --- what people decide ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Override:
    """A person's word on an item. It stands until a person takes it back; evidence against it goes to review."""

    item: Item
    status: Status
    who: str
    why: str
    at: datetime  # aware
    value: tuple[str, ...] = ()  # locations: names; deadline: one ISO date; () keeps what was found
    detail: str = ""  # what is left, fit for the vendor; "" keeps what was found when the status is the same
    basis: ItemVerdict | None = None  # as judged when it was decided: later evidence is held against this


@dataclass(frozen=True, slots=True)
class Reclassified:
    """A person's word on what a file is. Findings are left as they are; judging reads them with this in mind."""

    message_id: str
    sent: datetime  # with `message_id`, the mail that brought the file: `Findings.sent`
    document: str  # Document.id within that mail
    filename: str
    kind: Kind
    who: str
    why: str
    at: datetime


Decision = Override | Reclassified


@dataclass(frozen=True, slots=True)
class Selection:
    """Which files of a mail count in a submission, where a person parted them: these alone, or all but these."""

    documents: tuple[str, ...]  # Document.id within the mail
    without: bool = False

    def takes(self, document: str) -> bool:
        return (document in self.documents) is not self.without


# --- plain helpers on these values ----------------------------------------------------------------------------------


def lines_of(words: tuple[Word, ...]) -> str:
    """Words put into lines by their boxes: one line where they overlap vertically by half, wide gaps as a tab."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: ((w.box[1] + w.box[3]) / 2, w.box[0])):
        middle = (word.box[1] + word.box[3]) / 2
        for line in reversed(lines[-3:]):
            top = min(w.box[1] for w in line)
            bottom = max(w.box[3] for w in line)
            if top <= middle <= bottom and (word.box[3] - word.box[1]) < 2.5 * (bottom - top):
                line.append(word)
                break
        else:
            lines.append([word])
    for line in lines:
        line.sort(key=lambda w: w.box[0])
    out = []
    while lines:
        upper = lines.pop(0)
        text = _line_text(upper)
        if len(lines) > 1 and _is_broken_cell(upper, lines[0], lines[1]):
            beside, lower = lines.pop(0), lines.pop(0)
            text = "\t".join((f"{text} {_line_text(lower)}", _line_text(beside)))
        out.append(text)
    return "\n".join(out)


def _line_text(line: Sequence[Word]) -> str:
    text = line[0].text
    for left, right in pairwise(line):
        height = max(left.box[3] - left.box[1], 1.0)
        text += ("\t" if right.box[0] - left.box[2] > 1.5 * height else " ") + right.text
    return text


def _is_broken_cell(upper: Sequence[Word], beside: Sequence[Word], lower: Sequence[Word]) -> bool:
    """Whether two lines are one cell of a row whose other cells stand half way between them: "Alcott / School" | 1."""
    top, middle, bottom = (sum(w.box[1] + w.box[3] for w in line) / len(line) / 2 for line in (upper, beside, lower))
    height = max(w.box[3] - w.box[1] for w in upper)
    level = abs(middle - (top + bottom) / 2) < 0.2 * (bottom - top) and bottom - top < 1.6 * height
    right = max(w.box[2] for w in (*upper, *lower)) + 0.5 * height
    return level and abs(upper[0].box[0] - lower[0].box[0]) < 3 and all(w.box[0] > right for w in beside)


def flow_text(flow: tuple[Paragraph, ...]) -> str:
    """Paragraphs as lines; the cells of one table row on one line, parted by tabs."""
    out: list[str] = []
    row: tuple[int, int] | None = None
    column = -1
    for paragraph in (p for p in flow if p.part != "empty"):
        text = paragraph.text()
        if paragraph.cell is None:
            row = None
            out.append(text)
        elif (paragraph.cell[0], paragraph.cell[1]) != row:
            row, column = (paragraph.cell[0], paragraph.cell[1]), paragraph.cell[2]
            out.append(text)
        elif paragraph.cell[2] == column:
            out[-1] += " " + text
        else:
            column = paragraph.cell[2]
            out[-1] += "\t" + text
    return "\n".join(out)
