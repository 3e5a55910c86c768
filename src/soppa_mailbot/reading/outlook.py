"""Outlook's `.msg` ([MS-OXMSG]): turned into the mail it stands for, then read as one.

A storage `__attach_version1.0_#N` holds an attachment, `__substg1.0_TTTTKKKK` the value of property TTTT of kind KKKK;
an attached message is a storage `__substg1.0_3701000D` of the same make.
"""

from __future__ import annotations

import io
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

from soppa_mailbot.model import Reason
from soppa_mailbot.reading.archive import safe_name
from soppa_mailbot.reading.base import CannotRead, Limits, Opened
from soppa_mailbot.reading.charset import decode_text

_SUBJECT, _SENDER_NAME, _SENDER_SMTP, _SENDER_EMAIL, _HEADERS = 0x0037, 0x0C1A, 0x5D01, 0x0C1F, 0x007D
_BODY, _HTML, _RTF = 0x1000, 0x1013, 0x1009
_DATA, _LONG_NAME, _SHORT_NAME, _DISPLAY_NAME, _CONTENT_ID, _MIME = 0x3701, 0x3707, 0x3704, 0x3001, 0x3712, 0x370E


def read(data: bytes, limits: Limits) -> Opened:
    """The message's words and its attachments."""
    import olefile

    from soppa_mailbot.mail.parse import parse
    from soppa_mailbot.reading.letter import opened_message

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            mail = _Store(ole, limits).mail((), limits.max_depth)
    # olefile raises whatever the damage leads to
    except (OSError, ValueError, IndexError, TypeError, KeyError, RecursionError) as error:
        raise CannotRead(Reason.DAMAGED, "the Outlook message is damaged or cut off") from error
    return opened_message(parse(mail.as_bytes()), limits)


class _Store:
    def __init__(self, ole: Any, limits: Limits) -> None:
        self._ole = ole
        self._limits = limits
        self._left = limits.max_unpacked
        self._paths = [tuple(p) for p in ole.listdir(streams=True, storages=True)]

    def mail(self, prefix: tuple[str, ...], depth: int) -> EmailMessage:
        mail = EmailMessage(policy=SMTP.clone(raise_on_defect=False))
        self._letterhead(mail, prefix)
        body = self.text(prefix, _BODY)
        page = self.text(prefix, _HTML)
        if not body.strip() and not page.strip():
            from soppa_mailbot.reading.tnef import rtf_body

            body = rtf_body(self.value(prefix, _RTF, "0102"), self._limits)
        mail.set_content(body)
        if page.strip():
            mail.add_alternative(page, subtype="html")
        for storage in self._attachments(prefix)[: self._limits.max_files]:
            self._attach(mail, storage, depth)
        return mail

    def _letterhead(self, mail: EmailMessage, prefix: tuple[str, ...]) -> None:
        address = self.text(prefix, _SENDER_SMTP) or self.text(prefix, _SENDER_EMAIL)
        sender = _one_line(self.text(prefix, _SENDER_NAME)).replace('"', "")
        transport = self.text(prefix, _HEADERS)
        headers = {"Subject": _one_line(self.text(prefix, _SUBJECT)), "Date": _field(transport, "date")}
        if "@" in address:
            headers["From"] = f'"{sender}" <{_one_line(address)}>'
        elif from_ := _field(transport, "from"):
            headers["From"] = from_
        for name, value in headers.items():
            if value:
                try:
                    mail[name] = value
                except (ValueError, IndexError, AttributeError):  # the address parser of `email` on odd names
                    mail[name] = value.encode("ascii", "ignore").decode().replace('"', "").replace(",", " ")

    def _attachments(self, prefix: tuple[str, ...]) -> list[tuple[str, ...]]:
        deep = len(prefix) + 1
        return sorted(
            p for p in self._paths if len(p) == deep and p[:-1] == prefix and p[-1].startswith("__attach_version1.0")
        )

    def _attach(self, mail: EmailMessage, storage: tuple[str, ...], depth: int) -> None:
        name = self.text(storage, _LONG_NAME) or self.text(storage, _SHORT_NAME) or self.text(storage, _DISPLAY_NAME)
        inner = (*storage, f"__substg1.0_{_DATA:04X}000D")
        if inner in self._paths:
            if depth > 0:
                mail.add_attachment(
                    self.mail(inner, depth - 1), filename=f"{safe_name(name).name.removesuffix('.msg')}.eml"
                )
            return
        data = self.value(storage, _DATA, "0102") or b""
        content_id = _one_line(self.text(storage, _CONTENT_ID))
        maintype, _, subtype = (self.text(storage, _MIME) or "application/octet-stream").casefold().partition("/")
        if not (maintype.isalpha() and subtype.replace("-", "").replace(".", "").replace("+", "").isalnum()):
            maintype, subtype = "application", "octet-stream"
        if maintype in ("message", "multipart"):
            maintype, subtype = "application", "octet-stream"
        mail.add_attachment(
            data,
            maintype=maintype,
            subtype=subtype,
            disposition="inline" if content_id else "attachment",
            filename=safe_name(name).name,
            cid=f"<{content_id}>" if content_id else None,
        )

    def value(self, prefix: tuple[str, ...], tag: int, kind: str) -> bytes | None:
        path = (*prefix, f"__substg1.0_{tag:04X}{kind}")
        if path not in self._paths or self._ole.get_size(list(path)) > self._left:
            return None
        with self._ole.openstream(list(path)) as stream:
            data = bytes(stream.read())
        self._left -= len(data)
        return data

    def text(self, prefix: tuple[str, ...], tag: int) -> str:
        """A text property: PtypString (001F, UTF-16), PtypString8 (001E), or bytes that are text (HTML)."""
        wide = self.value(prefix, tag, "001F")
        if wide is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\x00")
        narrow = self.value(prefix, tag, "001E")
        if narrow is None:
            narrow = self.value(prefix, tag, "0102")
        return (decode_text(narrow) or "").rstrip("\x00") if narrow else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _field(headers: str, name: str) -> str:
    """One field of the transport headers that came with it."""
    for line in headers.splitlines():
        key, colon, value = line.partition(":")
        if colon and key.strip().casefold() == name:
            return _one_line(value)
    return ""
