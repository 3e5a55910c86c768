"""The SMTP edge: one mail built, one connection for a batch, and always known how far a mail had come.

smtplib raises the same SMTPServerDisconnected before MAIL and after the final dot. So the dialogue is driven step by
step here: only once the final dot may have left is the outcome unknown, and the mail is sent again under the same
Message-ID (RFC 1047: better twice than never).
"""

from __future__ import annotations

import base64
import contextlib
import re
import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from soppa_mailbot.errors import DeliveryError
from soppa_mailbot.post.credentials import TokenError, access_token, tls_context
from soppa_mailbot.post.wire import Outgoing, as_bytes, envelope_address
from soppa_mailbot.settings.config_checks import is_loopback
from soppa_mailbot.settings.config_sections import SmtpSection

_LOST = (smtplib.SMTPServerDisconnected, OSError)


class UnavailableError(DeliveryError):
    """The server itself is not there or refuses us: no mail was tried, and trying the next makes no sense now."""


class Sender:
    """A connection that is opened at the first mail and kept for the batch. A context manager."""

    def __init__(self, section: SmtpSection) -> None:
        self._section = section
        self._smtp: smtplib.SMTP | None = None
        self._where = f"{section.host}:{section.port}"

    def __enter__(self) -> Sender:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._hang_up(politely=True)

    def check(self) -> None:
        """Connect and log in, send nothing. Raises UnavailableError."""
        self._connected()
        self._hang_up(politely=True)

    def send(self, mail: Outgoing) -> None:
        """Hand one mail over. Raises DeliveryError: see its `temporary`, `ambiguous` and `code`."""
        data = as_bytes(mail, self._section.from_)
        recipient = envelope_address(mail.to_email)
        smtp = self._connected()
        # The procurement address, not the null return path that RFC 3834 §3.3 allows an automatic responder: a bounce
        # of our answer must come back, for it tells staff that the vendor never heard of us. Loops are kept off by
        # Auto-Submitted and by never answering a bounce.
        sender = envelope_address(self._section.from_)
        with self._stage("MAIL"):
            self._expect(smtp.mail(sender, [f"SIZE={len(data)}"] if smtp.has_extn("size") else []), 250, "MAIL")
        with self._stage("RCPT"):
            self._expect(smtp.rcpt(recipient), 250, "RCPT")
        with self._stage("DATA"):
            self._expect(smtp.docmd("DATA"), 354, "DATA")
            smtp.send(_stuffed(data))
        with self._stage("the final dot", ambiguous=True):
            smtp.send(b".\r\n")
            answer = smtp.getreply()
        self._expect(answer, 250, "the final dot")

    def _connected(self) -> smtplib.SMTP:
        if self._smtp is None:
            self._smtp = _open(self._section, self._where)
        return self._smtp

    def _expect(self, answer: tuple[int, bytes], wanted: int, stage: str) -> None:
        code, text = answer
        if code == wanted or (stage == "RCPT" and code == 251):
            return
        told = f"{self._where} answered {code} to {stage}: {text.decode('utf-8', 'replace')[:300]}"
        if code in (421, -1) or not self._reset():
            self._hang_up()
        if code == 421:
            raise UnavailableError(told, temporary=True, code=code)
        raise DeliveryError(told, temporary=not 500 <= code < 600, code=code)

    @contextmanager
    def _stage(self, stage: str, *, ambiguous: bool = False) -> Iterator[None]:
        try:
            yield
        except _LOST as error:
            self._hang_up()
            told = f"the connection to {self._where} broke at {stage}: {error}"
            raise DeliveryError(told, temporary=True, ambiguous=ambiguous) from error
        except smtplib.SMTPException as error:
            self._hang_up()
            raise DeliveryError(f"{self._where}, at {stage}: {error}", temporary=True, ambiguous=ambiguous) from error

    def _reset(self) -> bool:
        try:
            return self._smtp is not None and self._smtp.rset()[0] == 250
        except (smtplib.SMTPException, OSError):
            return False

    def _hang_up(self, *, politely: bool = False) -> None:
        smtp, self._smtp = self._smtp, None
        if smtp is None:
            return
        with contextlib.suppress(smtplib.SMTPException, OSError):
            if politely:
                smtp.quit()
        with contextlib.suppress(OSError):
            smtp.close()


def _open(section: SmtpSection, where: str) -> smtplib.SMTP:
    if section.security == "none" and section.username and not is_loopback(section.host):
        raise UnavailableError(
            f'smtp.security = "none" would send the password in clear text to {where}: set "tls" or "starttls"',
            temporary=False,
        )
    smtp: smtplib.SMTP | None = None
    try:
        smtp = _greeted(section)
        _log_in(smtp, section, where)
    except ssl.SSLCertVerificationError as error:
        raise UnavailableError(
            f"smtp: the certificate of {where} is not trusted ({error.verify_message}): check smtp.host, "
            "or name the authority in smtp.ca_file",
            temporary=False,
        ) from error
    except smtplib.SMTPAuthenticationError as error:
        _close(smtp)
        raise UnavailableError(
            f"smtp: {where} refused the login of {section.username} ({error.smtp_code}): "
            "check smtp.username and its password",
            temporary=400 <= error.smtp_code < 500,
            code=error.smtp_code,
        ) from error
    except (smtplib.SMTPException, OSError, TokenError) as error:
        _close(smtp)
        raise UnavailableError(f"smtp: cannot connect to {where}: {error}", temporary=True) from error
    return smtp


def _greeted(section: SmtpSection) -> smtplib.SMTP:
    context = tls_context(section.ca_file) if section.security != "none" else None
    smtp: smtplib.SMTP
    if section.security == "tls":
        smtp = smtplib.SMTP_SSL(section.host, section.port, timeout=section.timeout_seconds, context=context)
    else:
        smtp = smtplib.SMTP(section.host, section.port, timeout=section.timeout_seconds)
    try:
        if smtp.sock is not None:
            smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        smtp.ehlo_or_helo_if_needed()
        if section.security == "starttls":
            smtp.starttls(context=context)
            smtp.ehlo_or_helo_if_needed()
    except BaseException:
        smtp.close()
        raise
    return smtp


def _log_in(smtp: smtplib.SMTP, section: SmtpSection, where: str) -> None:
    if not section.username:
        return
    if not smtp.has_extn("auth"):
        raise UnavailableError(
            f"smtp: {where} offers no login: remove smtp.username, or use the submission port 587", temporary=False
        )
    if section.auth == "oauth2":
        token = access_token(section.token_command)
        answer = f"user={section.username}\x01auth=Bearer {token}\x01\x01"
        # after a refusal the server sends its reason as a challenge, which wants an empty answer
        smtp.auth("XOAUTH2", lambda challenge=None: "" if challenge else answer)
    elif (secret := section.secret()).isascii() and section.username.isascii():
        smtp.login(section.username, secret)
    else:  # smtplib writes ASCII only; RFC 4616 says UTF-8
        words = base64.b64encode(f"\0{section.username}\0{secret}".encode()).decode()
        code, told = smtp.docmd("AUTH", f"PLAIN {words}")
        if code != 235:
            raise smtplib.SMTPAuthenticationError(code, told)


def _close(smtp: smtplib.SMTP | None) -> None:
    if smtp is not None:
        with contextlib.suppress(OSError):
            smtp.close()


def _stuffed(data: bytes) -> bytes:
    """Dots doubled at line starts (RFC 5321 §4.5.2), a line end at the end."""
    return re.sub(rb"(?m)^\.", b"..", data) + (b"" if data.endswith(b"\r\n") else b"\r\n")
