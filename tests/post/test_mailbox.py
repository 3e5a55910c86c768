"""The IMAP edge on a real Dovecot."""

from __future__ import annotations

import base64
import imaplib
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from conftest import mailbox_section, need, vendor_mail
from mail_servers import PASSWORD, Dovecot, free_port, start_dovecot, stop_dovecot
from soppa_mailbot.demo_servers import mail_servers
from soppa_mailbot.errors import MailboxError
from soppa_mailbot.post import mailbox
from soppa_mailbot.post.credentials import TokenError, access_token
from soppa_mailbot.post.mailbox import LoginRefusedError, connect


@pytest.fixture(scope="module")
def old_server() -> Iterator[Dovecot]:
    """A server without MOVE, as many were before RFC 6851."""
    need("dovecot", "dovecot-imapd")
    server = start_dovecot(capability="IMAP4rev1 UIDPLUS LITERAL+")
    yield server
    stop_dovecot(server)


def _fill(dovecot: Dovecot, user: str, count: int, size: int = 10) -> None:
    for number in range(count):
        dovecot.deliver(user, vendor_mail("x" * 60 + "\n" + "y\n" * size, subject=f"m{number}"))


def test_bytes_come_as_they_lie_and_nothing_is_marked_as_read(dovecot: Dovecot, user: str) -> None:
    raw = vendor_mail("über\n.\n..\nFrom here")
    dovecot.deliver(user, raw)
    with connect(mailbox_section(dovecot.port, user)) as box:
        ((mail,),) = box.fetch(box.uids())
        assert mail.raw == raw and mail.size == len(raw) and mail.whole
        assert mail.received.tzinfo is not None and box.name == f"{user}@127.0.0.1/INBOX"
    with dovecot.client(user) as client:
        client.select("INBOX", readonly=True)
        assert b"Seen" not in client.fetch("1", "(FLAGS)")[1][0]


def test_batches_are_bounded_by_bytes_and_by_number(
    dovecot: Dovecot, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "BATCH_BYTES", 3_600)
    monkeypatch.setattr(mailbox, "BATCH_COUNT", 3)
    _fill(dovecot, user, 4, size=400)
    _fill(dovecot, user, 5)
    with connect(mailbox_section(dovecot.port, user)) as box:
        sizes = [len(batch) for batch in box.fetch(box.uids())]
    assert sum(sizes) == 9 and max(sizes) == 3 and sizes[0] == 2


def test_a_vanished_uid_is_no_error(dovecot: Dovecot, user: str) -> None:
    _fill(dovecot, user, 2)
    with connect(mailbox_section(dovecot.port, user)) as box:
        uids = box.uids()
        with dovecot.client(user) as client:
            client.select("INBOX")
            client.store("1", "+FLAGS", "\\Deleted")
            client.expunge()
        assert [mail.uid for batch in box.fetch(uids) for mail in batch] == uids[1:]
        box.file_away(uids, "Processed")
        box.file_away(uids, "Processed")
    assert dovecot.subjects(user, "Processed") == ["m1"]


def test_imaplibs_debug_log_is_off(dovecot: Dovecot, user: str) -> None:
    """imapclient switches it on, which makes a fetch 2 to 8 times slower; a private attribute, so a test guards it."""
    with connect(mailbox_section(dovecot.port, user)) as box:
        assert box._client._imap.debug == 0
        assert box._client.socket().getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0


def test_a_server_without_move_files_away_all_the_same(old_server: Dovecot, user: str) -> None:
    _fill(old_server, user, 3)
    with old_server.client(user) as client:
        client.select("INBOX")
        client.store("3", "+FLAGS", "\\Deleted")  # a person's own mark: not ours to expunge
    with connect(mailbox_section(old_server.port, user)) as box:
        assert not box._client.has_capability("MOVE")
        box.file_away(box.uids()[:2], "Processed")
        assert len(box.uids()) == 1
    assert old_server.subjects(user) == ["m2"] and old_server.subjects(user, "Processed") == ["m0", "m1"]


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_tls_is_verified(dovecot: Dovecot, user: str, security: str) -> None:
    port = dovecot.tls_port if security == "tls" else dovecot.port
    section = mailbox_section(port, user, security=security, ca_file=dovecot.ca_file)
    with connect(section) as box:
        assert box.uids() == []
    with pytest.raises(MailboxError, match=r"not trusted.*mailbox\.ca_file") as caught:
        connect(section.model_copy(update={"ca_file": None}))
    assert not caught.value.temporary


def test_clear_text_is_refused_off_loopback(user: str) -> None:
    with pytest.raises(MailboxError, match="clear text") as caught:
        connect(mailbox_section(143, user, host="imap.district.example"))
    assert not caught.value.temporary


def test_a_refused_login_is_final(dovecot: Dovecot, user: str) -> None:
    for password in ("wrong", "fälsch"):
        with pytest.raises(LoginRefusedError, match=r"mailbox\.username") as caught:
            connect(mailbox_section(dovecot.port, user, password=SecretStr(password)))
        assert not caught.value.temporary and password not in str(caught.value)


def test_a_password_beyond_ascii_logs_in(user: str) -> None:
    need("dovecot", "dovecot-imapd")
    server = start_dovecot(password="pässwörd")
    try:
        with connect(mailbox_section(server.port, user, password=SecretStr("pässwörd"))) as box:
            assert box.uids() == []
    finally:
        stop_dovecot(server)


def test_an_unreachable_server_is_temporary(user: str) -> None:
    with pytest.raises(MailboxError, match="cannot connect") as caught:
        connect(mailbox_section(free_port(), user))
    assert caught.value.temporary


def test_a_silent_server_is_given_up(user: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        section = mailbox_section(silent.getsockname()[1], user, timeout_seconds=0.3)
        with pytest.raises(MailboxError) as caught:
            connect(section)
    assert caught.value.temporary


def test_a_connection_that_breaks_is_temporary(dovecot: Dovecot, user: str) -> None:
    _fill(dovecot, user, 1)
    box = connect(mailbox_section(dovecot.port, user))
    box._client.socket().shutdown(socket.SHUT_RDWR)
    with pytest.raises(MailboxError, match="connection broke") as caught, box:
        box.uids()
    assert caught.value.temporary


def test_a_folder_that_is_not_there_is_named(dovecot: Dovecot, user: str) -> None:
    with pytest.raises(MailboxError, match=r"mailbox\.folder: cannot open 'Bids'") as caught:
        connect(mailbox_section(dovecot.port, user, folder="Bids"))
    assert not caught.value.temporary


def test_folder_names_beyond_ascii_are_made(dovecot: Dovecot, user: str) -> None:
    _fill(dovecot, user, 1)
    with connect(mailbox_section(dovecot.port, user)) as box:
        box.file_away(box.uids(), "Erledigt & geprüft")
        assert box.uids() == []


def test_oauth2_hands_over_what_the_command_prints(user: str, tmp_path: Path) -> None:
    command = (sys.executable, "-c", "print('tok' + 'en1')")
    heard: list[bytes] = []

    def server(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection, connection.makefile("rwb", buffering=0) as line:
            line.write(b"* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready\r\n")
            while words := line.readline():
                heard.append(words)
                tag = words.split()[0]
                if b"AUTHENTICATE" in words:
                    line.write(b"+ \r\n")
                    heard.append(line.readline())
                    line.write(tag + b" NO [AUTHENTICATIONFAILED] no\r\n")
                    return
                line.write(b"* CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2\r\n" + tag + b" OK done\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server, args=(listener,))
        thread.start()
        section = mailbox_section(listener.getsockname()[1], user, auth="oauth2", token_command=command)
        with pytest.raises(LoginRefusedError):
            connect(section)
        thread.join()

    assert any(b"auth=Bearer token1" in base64.b64decode(line.split()[-1] + b"==") for line in heard if line.strip())


def test_a_token_command_that_fails_is_told() -> None:
    with pytest.raises(TokenError, match="status 3: expired"):
        access_token((sys.executable, "-c", "import sys; sys.exit(print('expired', file=sys.stderr) or 3)"))
    with pytest.raises(TokenError, match="could not be run"):
        access_token(("/no/such/program",))


def test_a_second_kind_of_server_works_as_well(user: str) -> None:
    """pymap, which the demo brings: catches what only Dovecot would accept."""
    with mail_servers(user, PASSWORD) as servers:
        with imaplib.IMAP4("127.0.0.1", servers.imap_port, timeout=20) as client:
            client.login(user, PASSWORD)
            for number in range(3):
                client.append("INBOX", "", "", vendor_mail("x", subject=f"m{number}"))
        with connect(mailbox_section(servers.imap_port, user)) as box:
            uids = box.uids()
            assert len(uids) == 3 and [len(batch) for batch in box.fetch([*uids, 999])] == [3]
            box.file_away([*uids[:2], 999], "Processed")
            assert box.uids() == uids[2:]
