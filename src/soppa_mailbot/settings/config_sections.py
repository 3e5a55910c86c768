"""The sections of `config.toml` with their keys, defaults and bounds.

The attribute names are the keys of the file (`smtp.from` is `from_`, since Python keeps that word for itself).
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, SecretStr, field_validator
from pydantic import Field as Key


def usual_workers() -> int:
    """Two where the machine has two processors for us, else one: each may need `memory_mb`."""
    return min(2, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1)


class Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DistrictSection(Section):
    name: str = Key(min_length=1)
    aliases: tuple[str, ...] = ()
    timezone: str = "America/Chicago"
    domains: tuple[str, ...] = Key(min_length=1)


class _Server(Section):
    host: str = Key(min_length=1)
    security: Literal["tls", "starttls", "none"] = "tls"
    ca_file: Path | None = None  # trust this authority as well
    password: SecretStr | None = None
    password_file: Path | None = None  # its first line is the password
    auth: Literal["password", "oauth2"] = "password"
    token_command: tuple[str, ...] = ()  # oauth2: prints a fresh access token
    timeout_seconds: float = Key(30.0, gt=0, le=600)

    def secret(self) -> str:
        """The password, from wherever it was given; "" if none was. `load` has seen to it that the file can be read."""
        if self.password_file is not None:
            lines = self.password_file.read_text(encoding="utf-8").splitlines()
            return lines[0] if lines else ""
        return self.password.get_secret_value() if self.password is not None else ""


class MailboxSection(_Server):
    port: int = Key(993, ge=0, le=65535)
    username: str = Key(min_length=1)
    folder: str = "INBOX"
    processed_folder: str = "Processed"
    failed_folder: str = "Failed"
    poll_seconds: int = Key(120, ge=5, le=86400)
    max_message_bytes: int = Key(60_000_000, ge=10_000)


class SmtpSection(_Server):
    port: int = Key(587, ge=0, le=65535)
    security: Literal["tls", "starttls", "none"] = "starttls"
    username: str = ""  # empty: no login
    from_: str = Key(alias="from")

    @field_validator("from_")
    @classmethod
    def _quoted(cls, value: str) -> str:
        """A name with a comma in it ("Oak Valley Schools, District 31 <...>") as RFC 5322 §3.4 wants it: in quotes."""
        match = re.fullmatch(r'\s*([^"<>]*[,;:.()\[\]][^"<>]*?)\s*<([^<>\s]+@[^<>\s]+)>\s*', value)
        return f'"{match[1]}" <{match[2]}>' if match else value


class StoreSection(Section):
    url: str = "sqlite:///soppa.db"
    files: Path = Path("files")


class FormSection(Section):
    title: str = Key(min_length=1)
    blanks: tuple[Path, ...] = Key(min_length=1)
    optional: tuple[str, ...] = ()
    required: tuple[str, ...] = ()  # must be filled though operators leave it empty
    url: str = ""
    roles: dict[str, str] = Key(default_factory=dict)


class FormsSection(Section):
    rfi: FormSection
    soppa: FormSection


class FileSection(Section):
    file: Path


class RepliesSection(Section):
    mode: Literal["auto", "hold"] = "auto"
    hold: tuple[Literal["forged", "unauthenticated", "exempt", "first_contact", "scan"], ...] = ("forged",)
    trusted_authserv: tuple[str, ...] = ()  # whose Authentication-Results are believed (RFC 8601 §5)
    per_address_per_day: int = Key(5, ge=1)
    per_domain_per_day: int = Key(20, ge=1)
    per_submission_per_day: int = Key(5, ge=1)
    repeat_after_days: int = Key(7, ge=1)  # an unchanged list of what is missing is not mailed again any sooner
    breaker_per_hour: int = Key(500, ge=1)  # more answers than this from the whole mailbox: sending turns to hold
    templates: Path | None = None  # a folder whose files replace the packaged templates of the same name


class DigestPerson(Section):
    """Somebody who gets the work list of their schools and departments alone."""

    to: tuple[str, ...] = Key(min_length=1)
    schools: tuple[str, ...] = Key(min_length=1)  # names or aliases of the school list


class DigestSection(Section):
    to: tuple[str, ...] = ()
    people: tuple[DigestPerson, ...] = ()
    schedule: str = "0 7 * * mon-fri"  # crontab, in the district's time zone
    silence_days: int = Key(3, ge=1)  # business days without any mail after which the digest says so


class CalendarSection(Section):
    holidays: tuple[date, ...] = ()  # days off beside Saturdays and Sundays


class RemindersSection(Section):
    """Business days are counted from the day on which our last answer went out."""

    enabled: bool = True
    after_business_days: tuple[Annotated[int, Key(ge=1, le=250)], ...] = (5, 10)
    close_after_business_days: int = Key(20, ge=1, le=500)
    away_business_days: int = Key(5, ge=1, le=60)  # of an automatic reply that names no day of return


class StaffSection(Section):
    """Who may release or discard held answers by mail, beside those in digest.to; the district's own domains only."""

    addresses: tuple[str, ...] = ()
    token_days: int = Key(7, ge=1, le=60)  # for which a digest's release links are good


class BoardSection(Section):
    meetings: tuple[date, ...] = ()


class LimitsSection(Section):
    """Limits of the worker processes that read attachments."""

    workers: int = Key(default_factory=usual_workers, ge=1, le=32)
    seconds: float = Key(60.0, gt=0, le=3600)  # of processor time, per file; ten times as long by the clock
    memory_mb: int = Key(2048, ge=512)
    max_pages: int = Key(60, ge=1)
    max_files: int = Key(200, ge=1)  # unwrapped from one attachment
    max_unpacked_mb: int = Key(200, ge=1)
    max_depth: int = Key(3, ge=1, le=10)  # container in container
