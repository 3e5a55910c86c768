"""`demo`: the daemon's own path over the sample mails, with mail servers on loopback; nothing leaves the machine."""

from __future__ import annotations

import email
import email.policy
import os
import shutil
import tempfile
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from imapclient import IMAPClient
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from soppa_mailbot.commands.run import assembled
from soppa_mailbot.commands.submissions_table import table_lines
from soppa_mailbot.demo_servers import MailServers, mail_servers
from soppa_mailbot.digests.digest_files import standing_alone
from soppa_mailbot.resources import resource
from soppa_mailbot.running import lock, pipeline
from soppa_mailbot.store import views
from soppa_mailbot.terminal import clean

USER, PASSWORD = "purchasing@prairiebend14.example", "demo"
SHOWN = ("missing", "complete")
THE_DAY = datetime(2026, 9, 22, 12, 0, tzinfo=UTC)  # the morning after the last sample mail, whenever the demo runs


def demo(folder: Path | None) -> int:
    """Keeps database, originals and digest in `folder`, or in a new temporary one that is named at the end."""
    console = Console()
    place = folder or Path(tempfile.mkdtemp(prefix="soppa-mailbot-demo-"))
    place.mkdir(parents=True, exist_ok=True)
    district = place / "district"
    shutil.copytree(resource("examples") / "district", district, dirs_exist_ok=True)
    mails = sorted((resource("examples") / "mails").glob("*.eml"))
    console.rule("soppa-mailbot demo")
    console.print("A fictional district, IMAP and SMTP on loopback, SQLite. Nothing leaves this machine.")
    with mail_servers(USER, PASSWORD) as servers:
        _point_at(servers)
        _deliver(mails, servers, console)
        with assembled(district / "config.toml", lambda: THE_DAY) as program, lock.held(program.bot.store):
            with console.status("reading the mailbox, judging, answering ..."):
                tally = pipeline.run_once(program.bot)
            console.print(f"{tally.new} mails read, {tally.processed} judged, {tally.sent} answers sent.\n")
            with program.bot.store.reading() as session:
                found = views.submissions(session)
            print("\n".join(table_lines(found, console.width)))
            work_list = program.rendered_digest(program.bot.clock())
    for template in SHOWN:
        _show_answer(template, found, servers.sent, console)
    digest = place / "prairie-bend-digest.html"
    digest.write_text(standing_alone(work_list), encoding="utf-8")
    console.print(f"\nThe staff's digest ({clean(work_list.subject)}), to open in a browser:")
    print(digest)  # on a line of its own, never wrapped
    return 0 if tally.all_well else 1


def _point_at(servers: MailServers) -> None:
    os.environ["SOPPA_MAILBOX__PORT"] = str(servers.imap_port)
    os.environ["SOPPA_SMTP__PORT"] = str(servers.smtp_port)


def _deliver(mails: list[Path], servers: MailServers, console: Console) -> None:
    client = IMAPClient("127.0.0.1", port=servers.imap_port, ssl=False)
    client.login(USER, PASSWORD)
    for mail in mails:
        raw = mail.read_bytes()
        sent = parsedate_to_datetime(str(email.message_from_bytes(raw)["Date"]))
        client.append("INBOX", raw, msg_time=sent)
    client.logout()
    console.print(f"{len(mails)} mails of vendors were put into the mailbox.")


def _show_answer(template: str, found: tuple[views.SubmissionView, ...], sent: list[bytes], console: Console) -> None:
    """The last answer made from a template, as the vendor's mail program got it."""
    ids = {reply.message_id for view in found for reply in view.replies if reply.template == template}
    for raw in reversed(sent):
        message = email.message_from_bytes(raw, policy=email.policy.default)
        if message["Message-ID"] in ids:
            body = message.get_body(("plain",))
            text = body.get_content() if body is not None else ""
            title = f"To {clean(message['To'])}: {clean(message['Subject'])}"
            console.print(
                Panel(Text(text.strip()), title=Text(title), title_align="left", width=min(console.width, 100))
            )
            return
