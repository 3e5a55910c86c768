"""What no single key of the configuration can tell: files that are absent, addresses, sections that do not fit."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from email.utils import parseaddr
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from soppa_mailbot.settings import config_handoff

if TYPE_CHECKING:
    from soppa_mailbot.settings.config_sections import (
        DigestSection,
        DistrictSection,
        MailboxSection,
        RemindersSection,
        SmtpSection,
        StaffSection,
    )

ENVIRONMENT_PREFIX = "SOPPA_"


def cross_checks(sections: Mapping[str, Any]) -> list[str]:
    """What no single key can tell: files that are absent, time zones, addresses, security. Sections that were not
    valid are absent here and have been complained of already."""
    problems = []
    if (district := sections.get("district")) is not None:
        try:
            ZoneInfo(district.timezone)
        except (KeyError, ValueError, OSError):
            problems.append(f'district.timezone: no time zone "{district.timezone}"; write one like "America/Chicago"')
    if (smtp := sections.get("smtp")) is not None and "@" not in parseaddr(smtp.from_)[1]:
        problems.append(f'smtp.from: no mail address in "{smtp.from_}"; write "Name <address>"')
    if (digest := sections.get("digest")) is not None:
        problems += _digest_problems(digest)
    problems += _reminder_problems(sections.get("reminders")) + _staff_problems(sections.get("staff"), district)
    problems += config_handoff.problems_of(sections.get("handoff"))
    for key in ("mailbox", "smtp"):
        if key in sections:
            problems += _server_problems(key, sections[key])
    if (mailbox := sections.get("mailbox")) is not None:
        folders = (mailbox.folder, mailbox.processed_folder, mailbox.failed_folder)
        if len({f.casefold() for f in folders}) < 3:
            problems.append("mailbox: folder, processed_folder and failed_folder must be three different folders")
    for key, path in _needed_files(sections):
        if not path.is_file():
            problems.append(f"{key}: {path}: no such file; put it there or mend the key")
    replies = sections.get("replies")
    if replies is not None and replies.templates is not None and not replies.templates.is_dir():
        problems.append(f"replies.templates: {replies.templates}: no such folder")
    return problems


def _digest_problems(digest: DigestSection) -> list[str]:
    named = [("digest.to", written) for written in digest.to]
    named += [("digest.people", written) for person in digest.people for written in person.to]
    problems, seen = [], set()
    for key, written in named:
        email = parseaddr(written)[1].casefold()
        if "@" not in email:
            problems.append(f'{key}: "{written}" is no mail address')
        elif key == "digest.people" and email in seen:
            problems.append(f'{key}: "{written}" would get two lists; name each address once, also beside digest.to')
        seen.add(email)
    return problems


def _reminder_problems(reminders: RemindersSection | None) -> list[str]:
    if reminders is None:
        return []
    days, close = reminders.after_business_days, reminders.close_after_business_days
    problems = []
    if list(days) != sorted(set(days)):
        problems.append(f"reminders.after_business_days: {list(days)} must rise, each number once, such as [5, 10]")
    if days and close <= max(days):
        problems.append(
            f"reminders.close_after_business_days: {close} is not later than the last reminder ({max(days)}); "
            "leave the vendor time to act on it"
        )
    return problems


def _staff_problems(staff: StaffSection | None, district: DistrictSection | None) -> list[str]:
    problems = []
    domains = {d.casefold() for d in district.domains} if district is not None else None
    for written in staff.addresses if staff is not None else ():
        email = parseaddr(written)[1]
        if "@" not in email:
            problems.append(f'staff.addresses: "{written}" is no mail address')
        elif domains is not None and email.rpartition("@")[2].casefold() not in domains:
            problems.append(
                f'staff.addresses: "{email}" is not of district.domains; only the district\'s own may release'
            )
    return problems


def _server_problems(key: str, server: MailboxSection | SmtpSection) -> list[str]:
    problems = []
    if server.security == "none" and not is_loopback(server.host):
        problems.append(
            f'{key}.security: "none" sends mail and password in the clear and is for loopback only, not for '
            f'"{server.host}"; write "tls" or "starttls"'
        )
    if server.password is not None and server.password_file is not None:
        problems.append(f"{key}: password and password_file are both given; keep one")
    if server.password_file is not None:
        try:
            server.password_file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            problems.append(f"{key}.password_file: {server.password_file}: cannot be read: {error}")
    wants_password = server.auth == "password" and bool(server.username)
    if wants_password and server.password is None and server.password_file is None:
        problems.append(
            f"{key}.password: none given; write password or password_file, "
            f"or set {ENVIRONMENT_PREFIX}{key.upper()}__PASSWORD"
        )
    if server.auth == "oauth2" and not server.token_command:
        problems.append(f"{key}.token_command: oauth2 needs a command that prints an access token")
    if server.ca_file is not None and not server.ca_file.is_file():
        problems.append(f"{key}.ca_file: {server.ca_file}: no such file")
    return problems


def is_loopback(host: str) -> bool:
    """Whether mail to this host stays on this machine."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _needed_files(sections: Mapping[str, Any]) -> list[tuple[str, Path]]:
    files = [(f"{key.rstrip('_')}.file", sections[key].file) for key in ("schools", "register_") if key in sections]
    if "forms" in sections:
        for key in ("rfi", "soppa"):
            files += [(f"forms.{key}.blanks", blank) for blank in getattr(sections["forms"], key).blanks]
    return files
