"""The SMTP edge against a real server that can misbehave, and the mail on the wire."""

from __future__ import annotations

import socket
import threading
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from conftest import smtp_section
from mail_servers import PASSWORD, Sink, free_port
from soppa_mailbot.errors import DeliveryError
from soppa_mailbot.post.outgoing import Sender, UnavailableError
from soppa_mailbot.post.wire import Enclosed, Outgoing, as_bytes, envelope_address

SENDER = "Maple Procurement <procurement@district.example>"
MAIL = Outgoing(
    message_id="<1@soppa-mailbot.district.example>",
    date=datetime(2026, 9, 8, 14, 0, tzinfo=UTC),
    to_name="Jo Doe",
    to_email="jo@acme.example",
    subject="Re: AcmeMath [SOPPA-ABC234]",
    text="Hello,\n\n.\n.. two dots\nFrom here – “on”\n" + "long " * 300,
    html="<p>Hello</p>",
    reply_to=SENDER,
    in_reply_to="<v1@acme.example>",
    references=("<v0@acme.example>", "<v1@acme.example>"),
)


def parsed(mail: Outgoing) -> EmailMessage:
    message = message_from_bytes(as_bytes(mail, SENDER), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_mail_arrives_as_it_was_written(sink: Sink) -> None:
    with Sender(smtp_section(sink.port)) as sender:
        sender.send(MAIL)
    message = message_from_bytes(sink.taken[0], policy=default)
    assert isinstance(message, EmailMessage)
    assert message["Subject"] == MAIL.subject and message["Reply-To"] == SENDER
    assert [p.get_content_type() for p in message.iter_parts()] == ["text/plain", "text/html"]
    body = message.get_body(("plain",))
    assert body is not None and body.get_content().replace("\r\n", "\n") == MAIL.text + "\n"
    assert max(map(len, sink.taken[0].split(b"\r\n"))) <= 998 and b"\n" not in sink.taken[0].replace(b"\r\n", b"")
    assert sink.senders == ["procurement@district.example"] and sink.recipients == ["jo@acme.example"]


def test_one_connection_serves_a_batch(sink: Sink) -> None:
    with Sender(smtp_section(sink.port)) as sender:
        for number in range(5):
            sender.send(replace(MAIL, message_id=f"<{number}@x.example>"))
    assert len(sink.taken) == 5 and sink.connections == 1


def test_a_second_try_is_the_same_mail() -> None:
    assert as_bytes(MAIL, SENDER) == as_bytes(MAIL, SENDER)


@pytest.mark.parametrize(
    ("command", "answer", "temporary", "code"),
    [
        ("RCPT", "550 5.1.1 unknown", False, 550),
        ("RCPT", "451 4.7.1 greylisted", True, 451),
        ("MAIL", "452 4.3.1 full", True, 452),
        ("MAIL", "553 5.7.1 not your address", False, 553),
        ("DATA", "554 5.6.0 no", False, 554),
        ("DATA", "452 4.3.1 full", True, 452),
    ],
)
def test_refusals_tell_whether_to_try_again(sink: Sink, command: str, answer: str, temporary: bool, code: int) -> None:
    sink.answer[command] = [answer]
    with Sender(smtp_section(sink.port)) as sender:
        with pytest.raises(DeliveryError, match=answer[4:]) as caught:
            sender.send(MAIL)
        assert (caught.value.temporary, caught.value.ambiguous, caught.value.code) == (temporary, False, code)
        sender.send(MAIL)
    assert len(sink.taken) == 1 and sink.connections == 1


def test_a_line_cut_before_the_mail_left_is_not_ambiguous(sink: Sink) -> None:
    sink.drop_at_rcpt = 1
    with Sender(smtp_section(sink.port)) as sender:
        with pytest.raises(DeliveryError) as caught:
            sender.send(MAIL)
        assert caught.value.temporary and not caught.value.ambiguous
        sender.send(MAIL)
    assert len(sink.taken) == 1 and sink.connections == 2


def test_a_line_cut_after_the_final_dot_is_ambiguous(sink: Sink) -> None:
    sink.drop_after_data = 1
    with Sender(smtp_section(sink.port)) as sender, pytest.raises(DeliveryError, match="final dot") as caught:
        sender.send(MAIL)
    assert caught.value.temporary and caught.value.ambiguous and len(sink.taken) == 1


def test_a_server_that_says_goodbye_ends_the_batch(sink: Sink) -> None:
    sink.answer["MAIL"] = ["421 4.3.2 shutting down"]
    with Sender(smtp_section(sink.port)) as sender, pytest.raises(UnavailableError) as caught:
        sender.send(MAIL)
    assert caught.value.temporary and not caught.value.ambiguous


def test_login(sink: Sink) -> None:
    section = smtp_section(sink.port, username="bot", password=SecretStr(PASSWORD))
    with Sender(section) as sender:
        sender.send(MAIL)
    wrong = section.model_copy(update={"password": SecretStr("wrong")})
    with Sender(wrong) as sender, pytest.raises(UnavailableError, match=r"smtp\.username") as caught:
        sender.send(MAIL)
    assert not caught.value.temporary and len(sink.taken) == 1


def test_an_absent_and_a_silent_server_are_unavailable() -> None:
    with Sender(smtp_section(free_port())) as sender, pytest.raises(UnavailableError, match="cannot connect") as caught:
        sender.check()
    assert caught.value.temporary
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        Sender(smtp_section(silent.getsockname()[1], timeout_seconds=0.3)) as sender,
        pytest.raises(UnavailableError),
    ):
        sender.check()


def test_the_password_is_not_sent_in_clear_text_to_another_machine() -> None:
    section = smtp_section(25, host="smtp.district.example", username="bot", password=SecretStr("x"))
    with Sender(section) as sender, pytest.raises(UnavailableError, match="clear text"):
        sender.check()


def test_a_server_that_stalls_in_the_middle_is_temporary() -> None:
    def stall(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection, connection.makefile("rwb", buffering=0) as line:
            line.write(b"220 hi\r\n")
            line.readline()
            line.write(b"250 hi\r\n")
            line.readline()
            done.wait(5)

    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=stall, args=(listener,))
        thread.start()
        section = smtp_section(listener.getsockname()[1], timeout_seconds=0.3)
        with Sender(section) as sender, pytest.raises(DeliveryError) as caught:
            sender.send(MAIL)
        done.set()
        thread.join()
    assert caught.value.temporary and not caught.value.ambiguous


def test_long_threads_and_long_message_ids_stay_readable() -> None:
    """The library turns a Message-ID that is longer than a line into encoded words, which breaks the thread."""
    long = f"<{'x' * 200}@mail.acme.example>"
    message = parsed(replace(MAIL, in_reply_to=long, references=(*(f"<{n}@x.example>" for n in range(60)), long)))
    assert message["In-Reply-To"] == long
    references = message["References"].split()
    assert references[0] == "<0@x.example>" and references[-1] == long and len(references) == 20
    assert b"=?utf-8" not in as_bytes(replace(MAIL, in_reply_to=long), SENDER).split(b"\r\n\r\n")[0]


@given(text=st.text(max_size=300))
def test_no_text_of_a_vendor_can_add_a_header(text: str) -> None:
    hostile = text + "\r\nBcc: victim@example.com\r\n\r\nbody"
    message = parsed(
        replace(
            MAIL,
            subject=hostile,
            to_name=hostile,
            text=hostile,
            html=hostile,
            references=(hostile,),
            in_reply_to=hostile,
        )
    )
    assert "Bcc" not in message and message["To"].addresses[0].addr_spec == "jo@acme.example"
    assert len(message["To"].addresses) == 1 and message["Message-ID"] == MAIL.message_id
    assert message.get_content_type() == "multipart/alternative"


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "nobody",
        "a@",
        "@b",
        "a b@c.example",
        "a@b.example\r\nRCPT TO:<x@y>",
        "a@b,c@d",
        "jö@acme.example",
        "a@\ud800.example",
    ],
)
def test_what_is_no_address_is_refused_for_good(bad: str) -> None:
    with pytest.raises(DeliveryError) as caught:
        envelope_address(bad)
    assert not caught.value.temporary


def test_domains_beyond_ascii_are_written_as_dns_knows_them() -> None:
    assert envelope_address("jo@bücher.example") == "jo@xn--bcher-kva.example"


def test_files_and_pictures_go_out_with_a_mail(sink: Sink) -> None:
    files = (
        Enclosed("month.png", "image/png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "month@d.example"),
        Enclosed("Żółw\r\nBcc: x@y.example.csv", "text/csv", "\ufeffa,ż\r\n".encode()),
        Enclosed("papers.zip", "application/zip", b"PK\x05\x06" + bytes(18)),
    )
    mail = replace(MAIL, files=files)
    assert as_bytes(mail, SENDER) == as_bytes(mail, SENDER)
    with Sender(smtp_section(sink.port)) as sender:
        sender.send(mail)
    message = message_from_bytes(sink.taken[0], policy=default)
    assert isinstance(message, EmailMessage) and message["Bcc"] is None
    assert message.get_content_type() == "multipart/mixed"
    body = message.get_body(("html",))
    assert body is not None and body.get_content().startswith("<p>Hello")
    (picture,) = (p for p in message.walk() if p.get_content_type() == "image/png")
    assert picture["Content-ID"] == "<month@d.example>" and picture.get_content_disposition() == "inline"
    assert picture.get_content() == files[0].data
    table, papers = message.iter_attachments()
    assert table.get_payload(decode=True) == files[1].data and table.get_content_charset() == "utf-8"
    assert (table.get_filename() or "").startswith("Żółw Bcc") and papers.get_content() == files[2].data
