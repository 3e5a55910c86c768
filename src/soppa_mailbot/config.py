"""TOML and environment -> one frozen Config. Every problem at once, each with its key and what to do.

The attribute names are the keys of the file (`smtp.from` is `from_`, a Python keyword).
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, SecretStr
from pydantic import Field as Key


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DistrictSection(_Section):
    name: str
    aliases: tuple[str, ...] = ()
    timezone: str = "America/Chicago"
    domains: tuple[str, ...]


class MailboxSection(_Section):
    host: str
    port: int = Key(993, ge=0, le=65535)
    security: Literal["tls", "starttls", "none"] = "tls"
    ca_file: Path | None = None
    username: str
    password: SecretStr | None = None
    password_file: Path | None = None
    auth: Literal["password", "oauth2"] = "password"
    token_command: tuple[str, ...] = ()  # prints a fresh OAuth 2.0 access token
    folder: str = "INBOX"
    processed_folder: str = "Processed"
    failed_folder: str = "Failed"
    poll_seconds: int = Key(120, ge=5)
    timeout_seconds: float = Key(30.0, gt=0)
    max_message_bytes: int = Key(60_000_000, ge=1)


class SmtpSection(_Section):
    host: str
    port: int = Key(587, ge=0, le=65535)
    security: Literal["tls", "starttls", "none"] = "starttls"
    ca_file: Path | None = None
    username: str = ""
    password: SecretStr | None = None
    password_file: Path | None = None
    auth: Literal["password", "oauth2"] = "password"
    token_command: tuple[str, ...] = ()
    from_: str = Key(alias="from")
    timeout_seconds: float = Key(30.0, gt=0)


class StoreSection(_Section):
    url: str = "sqlite:///soppa.db"
    files: Path = Path("files")


class FormSection(_Section):
    title: str
    blanks: tuple[Path, ...]
    optional: tuple[str, ...] = ()
    url: str = ""
    roles: dict[str, str] = Key(default_factory=dict)


class FormsSection(_Section):
    rfi: FormSection
    soppa: FormSection


class FileSection(_Section):
    file: Path


class RepliesSection(_Section):
    mode: Literal["auto", "hold"] = "hold"
    hold: tuple[str, ...] = ("forged",)
    trusted_authserv: tuple[str, ...] = ()  # names in Authentication-Results that are believed (RFC 8601 §5)
    per_address_per_day: int = Key(5, ge=1)
    per_domain_per_day: int = Key(20, ge=1)
    per_submission_per_day: int = Key(5, ge=1)
    templates: Path | None = None  # a folder that replaces the packaged templates, file by file


class DigestSection(_Section):
    to: tuple[str, ...] = ()
    schedule: str = "0 7 * * mon-fri"


class LimitsSection(_Section):
    """Limits of the worker processes that read attachments."""

    workers: int = Key(1, ge=1, le=32)
    seconds: float = Key(60.0, gt=0)  # wall clock, per file
    memory_mb: int = Key(2048, ge=256)
    max_pages: int = Key(60, ge=1)
    max_files: int = Key(200, ge=1)  # unwrapped from one message
    max_unpacked_mb: int = Key(200, ge=1)
    max_depth: int = Key(3, ge=1)  # container in container


class Config(_Section):
    district: DistrictSection
    mailbox: MailboxSection
    smtp: SmtpSection
    store: StoreSection = StoreSection()
    forms: FormsSection
    schools: FileSection
    register_: FileSection = Key(alias="register")
    replies: RepliesSection = RepliesSection()
    digest: DigestSection = DigestSection()
    limits: LimitsSection = LimitsSection()
    folder: Path = Path()  # the folder that holds config.toml; set by load()
