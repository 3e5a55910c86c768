"""Raw messages as the usual mail programs write them."""
# ruff: noqa: E501 - letters and labels read better unbroken

from __future__ import annotations

import html
import mimetypes
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from zoneinfo import ZoneInfo

BOX = "techpurchasing@krusd205.example"
CHICAGO = ZoneInfo("America/Chicago")
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "eml": "message/rfc822",
}


def when(text: str) -> datetime:
    """ "2026-10-05 14:30" in the district's zone, or with an offset of its own."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=CHICAGO)


def as_outlook(text: str) -> str:
    rows = "".join(f"<p class=MsoNormal>{html.escape(line) or '<o:p>&nbsp;</o:p>'}</p>\n" for line in text.split("\n"))
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8">'
        '<style><!-- p.MsoNormal {margin:0in; font-size:11.0pt; font-family:"Aptos",sans-serif;} --></style></head>'
        f'<body lang=EN-US link="#467886"><div class=WordSection1>{rows}</div></body></html>'
    )


def as_gmail(text: str, quoted: str = "") -> str:
    body = "".join(f"<div>{html.escape(line) or '<br>'}</div>" for line in text.split("\n"))
    tail = (
        f'<br><div class="gmail_quote gmail_quote_container"><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">{html.escape(quoted).replace(chr(10), "<br>")}</blockquote></div>'
        if quoted
        else ""
    )
    return f'<div dir="ltr">{body}</div>{tail}'


def message(
    number: int,
    sender: str,
    date: str,
    subject: str,
    text: str,
    files=(),
    look: str = "plain",
    to: str = BOX,
    headers=None,
    html_text: str = "",
    cte: str | None = None,
) -> EmailMessage:
    """look: plain | gmail | outlook | apple | htmlonly; files: (name, bytes) pairs."""
    moment = when(date)
    host = sender.rsplit("@", 1)[1].strip(">")
    mail = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    mail["Received"] = (
        f"from out{number}.{host} ([198.51.100.{number % 250 + 1}]) by mx.krusd205.example with ESMTPS; {format_datetime(moment)}"
    )
    mail["From"], mail["To"], mail["Subject"], mail["Date"] = sender, to, subject, format_datetime(moment)
    mail["Message-ID"] = f"<kr{number:03d}.{moment:%Y%m%d%H%M}@{host}>"
    agent = {
        "gmail": None,
        "outlook": "Microsoft Outlook 16.0",
        "apple": "Apple Mail (2.3774.600.62)",
        "phone": "iPhone Mail (22G86)",
    }.get(look)
    if agent:
        mail["X-Mailer"] = agent
    for name, value in (headers or {}).items():
        mail[name] = value
    if look == "htmlonly":
        mail.set_content(html_text or as_outlook(text), subtype="html", cte=cte)
    else:
        mail.set_content(text + "\n", cte=cte)
        if look == "gmail":
            mail.add_alternative(html_text or as_gmail(text), subtype="html")
        elif look == "outlook":
            mail.add_alternative(html_text or as_outlook(text), subtype="html")
    for name, data in files:
        ending = name.rsplit(".", 1)[-1].lower()
        kind = TYPES.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        main, sub = kind.split("/")
        if isinstance(data, EmailMessage):
            mail.add_attachment(data, filename=name)
        else:
            mail.add_attachment(data, maintype=main, subtype=sub, filename=name)
    for n, part in enumerate(p for p in mail.walk() if p.is_multipart() and p.get_content_maintype() == "multipart"):
        part.set_boundary(f"----=_kr_{number:03d}_{n}")
    return mail
