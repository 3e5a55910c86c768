"""The IMAP edge: imapclient, and nothing that knows what the mails mean.

Fetches with BODY.PEEK[] (nothing is marked as read), by batches of bytes; files away with MOVE. Sets of UIDs are always
lists of ints, and a vanished UID is no error. Third-party exceptions become MailboxError in `_wrapped`, here only.
"""

from __future__ import annotations

import logging
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError

from soppa_mailbot.errors import MailboxError
from soppa_mailbot.post.credentials import TokenError, access_token, tls_context
from soppa_mailbot.settings.config_checks import is_loopback
from soppa_mailbot.settings.config_sections import MailboxSection

log = logging.getLogger(__name__)

BATCH_BYTES = 20_000_000  # 1000 mails in one FETCH peaked at 960 MB of memory, batches of some 15 MB at under 90
BATCH_COUNT = 50
_MOVE_COUNT = 200


class LoginRefusedError(MailboxError):
    """The server knows us and says no: asking again and again gets the account locked."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A mail as it lies in the folder. `whole` False: too large, `raw` is its header only."""

    uid: int
    raw: bytes
    received: datetime  # INTERNALDATE
    size: int
    whole: bool = True


class Mailbox:
    """One connection with the folder selected. A context manager; after any MailboxError, connect anew."""

    def __init__(self, client: IMAPClient, section: MailboxSection, uidvalidity: int) -> None:
        self._client = client
        self._section = section
        self.uidvalidity = uidvalidity
        self.name = f"{section.username}@{section.host}/{section.folder}"

    def __enter__(self) -> Mailbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(IMAPClientError, OSError):
            if kind is None:
                self._client.logout()
            else:
                self._client.shutdown()

    def uids(self) -> list[int]:
        """Every UID in the folder, ascending. All of them: what could not be filed away last time is still there."""
        with self._wrapped("list the folder"):
            return sorted(int(uid) for uid in self._client.search(["ALL"]))

    def fetch(self, uids: Sequence[int]) -> Iterator[list[Fetched]]:
        """These mails in batches, the oldest UID first. A UID that vanished meanwhile is left out."""
        for batch in _batches(self._sizes(uids), self._section.max_message_bytes):
            yield self._fetch_batch(batch)

    def file_away(self, uids: Sequence[int], folder: str) -> None:
        """Move mails into a folder, made when absent. A UID that a person moved meanwhile is no error."""
        wanted = sorted(uids)
        with self._wrapped(f"move mail to {folder!r}"):
            self._ensure(folder)
            for start in range(0, len(wanted), _MOVE_COUNT):
                self._move(wanted[start : start + _MOVE_COUNT], folder)

    def _move(self, uids: list[int], folder: str) -> None:
        for last in (False, True):
            # also brings the server's view up to date: moving what is gone from the folder is an error to some
            here = sorted(int(uid) for uid in self._client.search(["UID", ",".join(map(str, uids))]))
            if not here:
                return
            try:
                self._move_present(here, folder)
            except IMAPClientError as error:
                if last or "[EXPUNGEISSUED]" not in str(error).upper():  # RFC 5530 §3: a person was quicker
                    raise
            else:
                return

    def _move_present(self, uids: list[int], folder: str) -> None:
        if self._client.has_capability("MOVE"):  # RFC 6851
            self._client.move(uids, folder)
            return
        self._client.copy(uids, folder)
        self._client.add_flags(uids, [b"\\Deleted"], silent=True)
        if self._client.has_capability("UIDPLUS"):  # RFC 4315: only these, not what a person has marked
            self._client.uid_expunge(uids)

    def _ensure(self, folder: str) -> None:
        if not self._client.folder_exists(folder):
            self._client.create_folder(folder)
            with suppress(IMAPClientError):
                self._client.subscribe_folder(folder)
            log.info("made the mail folder %s", folder)

    def _sizes(self, uids: Sequence[int]) -> dict[int, int]:
        sizes: dict[int, int] = {}
        with self._wrapped("ask for the sizes"):
            for start in range(0, len(uids), 1000):
                answer = self._client.fetch(list(uids[start : start + 1000]), ["RFC822.SIZE"])
                sizes |= {int(uid): int(data[b"RFC822.SIZE"]) for uid, data in answer.items()}
        return sizes

    def _fetch_batch(self, batch: dict[int, int]) -> list[Fetched]:
        whole = all(size <= self._section.max_message_bytes for size in batch.values())
        item = "BODY.PEEK[]" if whole else "BODY.PEEK[HEADER]"
        key = item.replace(".PEEK", "").encode()
        with self._wrapped("fetch mail"):
            answer: dict[int, dict[bytes, Any]] = self._client.fetch(sorted(batch), [item, "INTERNALDATE"])
        found = []
        for uid in sorted(batch):
            data = answer.get(uid, {})
            if data.get(key) is not None:
                found.append(Fetched(uid, data[key], _aware(data.get(b"INTERNALDATE")), batch[uid], whole))
        return found

    @contextmanager
    def _wrapped(self, doing: str) -> Iterator[None]:
        try:
            yield
        except (IMAPClientAbortError, OSError) as error:
            raise MailboxError(
                f"{self.name}: could not {doing}, the connection broke: {error}", temporary=True
            ) from error
        except (IMAPClientError, ValueError) as error:  # ValueError: an answer that imapclient cannot read
            raise MailboxError(f"{self.name}: could not {doing}: {error}", temporary=True) from error


def connect(section: MailboxSection) -> Mailbox:
    """Log in and select the folder. Raises MailboxError: unreachable is temporary, refused credentials are not."""
    where = f"{section.host}:{section.port}"
    if section.security == "none" and not is_loopback(section.host):
        raise MailboxError(
            f'mailbox.security = "none" would send the password in clear text to {where}: set "tls" or "starttls"',
            temporary=False,
        )
    client = _open(section, where)
    try:
        _log_in(client, section, where)
        uidvalidity = _select(client, section)
    except BaseException:
        with suppress(IMAPClientError, OSError):
            client.shutdown()
        raise
    return Mailbox(client, section, uidvalidity)


def _open(section: MailboxSection, where: str) -> IMAPClient:
    try:
        context = tls_context(section.ca_file) if section.security != "none" else None
        client = IMAPClient(
            section.host,
            section.port,
            ssl=section.security == "tls",
            ssl_context=context if section.security == "tls" else None,
            timeout=SocketTimeout(connect=section.timeout_seconds, read=section.timeout_seconds),
        )
        # imapclient asks imaplib for its debug log, which costs a repr() of every mail: 2 to 8 times slower
        if hasattr(client, "_imap") and hasattr(client._imap, "debug"):
            client._imap.debug = 0
        client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if section.security == "starttls":
            client.starttls(ssl_context=context)
    except ssl.SSLCertVerificationError as error:
        raise MailboxError(
            f"mailbox: the certificate of {where} is not trusted ({error.verify_message}): check mailbox.host, "
            "or name the authority in mailbox.ca_file",
            temporary=False,
        ) from error
    except (IMAPClientError, OSError) as error:
        raise MailboxError(f"mailbox: cannot connect to {where}: {error}", temporary=True) from error
    return client


def _log_in(client: IMAPClient, section: MailboxSection, where: str) -> None:
    try:
        if section.auth == "oauth2":
            client.oauth2_login(section.username, access_token(section.token_command))
        elif (secret := section.secret()).isascii() and section.username.isascii():
            client.login(section.username, secret)
        else:
            client.plain_login(section.username, secret)  # LOGIN cannot carry these letters, AUTHENTICATE PLAIN can
    except LoginError as error:
        told = f"mailbox: {where} refused the login of {section.username} ({error})"
        if "[UNAVAILABLE]" in str(error).upper():  # RFC 5530 §3; everything else is a refusal
            raise MailboxError(f"{told}: it is tried again later", temporary=True) from error
        raise LoginRefusedError(f"{told}: check mailbox.username and its password", temporary=False) from error
    except TokenError as error:
        raise MailboxError(f"mailbox: {error}", temporary=True) from error
    except (IMAPClientError, OSError) as error:
        raise MailboxError(f"mailbox: logging in to {where} failed: {error}", temporary=True) from error


def _select(client: IMAPClient, section: MailboxSection) -> int:
    try:
        answer = client.select_folder(section.folder)
    except (IMAPClientAbortError, OSError) as error:
        raise MailboxError(f"mailbox: the connection to {section.host} broke: {error}", temporary=True) from error
    except IMAPClientError as error:
        raise MailboxError(
            f"mailbox.folder: cannot open {section.folder!r} ({error}): create it or correct the name", temporary=False
        ) from error
    return int(answer[b"UIDVALIDITY"])


def _batches(sizes: dict[int, int], too_large: int) -> Iterator[dict[int, int]]:
    """UIDs with their sizes; what is too large comes by itself."""
    batch: dict[int, int] = {}
    for uid in sorted(sizes):
        if sizes[uid] > too_large:
            yield {uid: sizes[uid]}
            continue
        if batch and (len(batch) >= BATCH_COUNT or sum(batch.values()) + sizes[uid] > BATCH_BYTES):
            yield batch
            batch = {}
        batch[uid] = sizes[uid]
    if batch:
        yield batch


def _aware(moment: object) -> datetime:
    """INTERNALDATE as imapclient gives it: naive, in this machine's zone (its `normalise_times`)."""
    return moment.astimezone(UTC) if isinstance(moment, datetime) else datetime.now(UTC)
