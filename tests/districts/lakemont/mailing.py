"""Mails as the common programs write them, and their labels; the same bytes on every run."""
# ruff: noqa: E501 (sample letters read better unbroken)

import hashlib
import html
import io
import zipfile
from dataclasses import dataclass, field
from datetime import datetime
from email import encoders
from email.header import Header
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr

TO = "Lakemont Purchasing <purchasing@lakemont112.example>"
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jpg": "image/jpeg",
    "tif": "image/tiff",
    "zip": "application/zip",
    "png": "image/png",
    "eml": "message/rfc822",
    "html": "text/html",
}


@dataclass
class Vendor:
    n: int
    company: str
    product: str
    person: str
    post: str
    email: str
    about: str
    city: str = "Columbus"
    state: str = "OH"
    zip: str = "43215"
    street: str = "410 Spruce Street"
    quote: str = ""
    signed: str = "1/4/2027"
    phone: str = ""
    ein: str = ""

    def __post_init__(self) -> None:
        self.quote = self.quote or f"Q{2700 + 13 * self.n}"
        self.phone = self.phone or f"614-555-0{100 + self.n}"
        self.ein = self.ein or f"{36}{1234567 + 991 * self.n}"[:9]


@dataclass
class File:
    name: str
    data: bytes
    kind: str = "other"
    parts: list = field(default_factory=list)
    inside: tuple = ()  # the files in a container, which is not listed itself

    def labels(self, within: str = "") -> list[dict]:
        if self.inside:
            return [lab for f in self.inside for lab in f.labels(self.name)]
        entry = {"filename": self.name, "kind": self.kind}
        if self.parts:
            entry["parts"] = [{"pages": p, "kind": k} for p, k in self.parts]
        if within:
            entry["in"] = within
        return [entry]


def zipped(name: str, *files: File) -> File:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for f in files:
            z.writestr(zipfile.ZipInfo(f.name, (2026, 11, 3, 8, 0, 0)), f.data, zipfile.ZIP_DEFLATED)
    return File(name, out.getvalue(), inside=files)


def _attach(f: File) -> Message:
    ending = f.name.rsplit(".", 1)[-1].lower()
    ctype = TYPES.get(ending, "application/octet-stream")
    if ending == "eml":
        import email

        part = MIMEBase("message", "rfc822")
        part.attach(email.message_from_bytes(f.data))
        part.add_header("Content-Disposition", "attachment", filename=f.name)
        return part
    part = MIMEBase(*ctype.split("/"), name=f.name)
    part.set_payload(f.data)
    encoders.encode_base64(part)
    part.add_header("Content-Disposition", "attachment", filename=f.name)
    return part


def _as_html(words: str) -> str:
    blocks = ["<p class=MsoNormal>" + html.escape(b).replace("\n", "<br>\n") + "</p>" for b in words.split("\n\n")]
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
        '<style>p.MsoNormal{margin:0in;font-size:11.0pt;font-family:"Calibri",sans-serif;}</style></head>'
        "<body lang=EN-US><div class=WordSection1>"
        + "\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n".join(blocks)
        + "</div></body></html>"
    )


def _body(style: str, text: str, rich: str, tag: str) -> Message:
    if style in ("plain", "iphone", "apple"):
        return MIMEText(text, "plain", "utf-8")
    if style == "html":
        return MIMEText(rich or _as_html(text), "html", "utf-8")
    both = MIMEMultipart("alternative", boundary=f"=_alt_{tag}")
    both.attach(MIMEText(text, "plain", "utf-8"))
    both.attach(MIMEText(rich or _as_html(text), "html", "utf-8"))
    return both


def build(
    slug: str,
    sender: tuple[str, str],
    date: str,
    subject: str,
    text: str,
    files: list[File],
    style: str = "outlook",
    rich: str = "",
    headers: dict | None = None,
    to: str = TO,
) -> bytes:
    tag = hashlib.sha256(slug.encode()).hexdigest()[:16]
    body = _body(style, text, rich, tag)
    m = body
    if files:
        m = MIMEMultipart("mixed", boundary=f"=_mix_{tag}")
        m.attach(body)
        for f in files:
            m.attach(_attach(f))
    when = datetime.fromisoformat(date)
    agent = {
        "iphone": "iPhone Mail (23B85)",
        "apple": "Apple Mail (2.3864.100.1)",
        "outlook": "Microsoft Outlook 16.0",
    }.get(style)
    top = {
        "From": formataddr(sender),
        "To": to,
        "Date": format_datetime(when),
        "Subject": Header(subject, "utf-8").encode() if not subject.isascii() else subject,
        "Message-ID": f"<{tag}.{when:%Y%m%d}@{sender[1].rpartition('@')[2]}>",
    }
    if agent:
        top["X-Mailer"] = agent
    for k, value in {**top, **(headers or {})}.items():
        del m[k]
        m[k] = value
    return m.as_bytes()
