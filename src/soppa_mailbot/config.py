"""TOML and environment -> one frozen Config. Every problem at once, each with its key and what to do.

The attribute names are the keys of the file (`smtp.from` is `from_` and `register` is `register_`, since Python keeps
those words for itself). An environment variable `SOPPA_SECTION__KEY` replaces the value of the file.
"""

from __future__ import annotations

import difflib
import json
import tomllib
from collections.abc import Mapping
from datetime import date
from email.utils import parseaddr
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, SecretStr, ValidationError
from pydantic import Field as Key
from pydantic.fields import FieldInfo

from soppa_mailbot import config_checks
from soppa_mailbot.config_handoff import HandoffSection
from soppa_mailbot.errors import ConfigError

ENVIRONMENT_PREFIX = config_checks.ENVIRONMENT_PREFIX


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DistrictSection(_Section):
    name: str = Key(min_length=1)
    aliases: tuple[str, ...] = ()
    timezone: str = "America/Chicago"
    domains: tuple[str, ...] = Key(min_length=1)


class _Server(_Section):
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


class StoreSection(_Section):
    url: str = "sqlite:///soppa.db"
    files: Path = Path("files")


class FormSection(_Section):
    title: str = Key(min_length=1)
    blanks: tuple[Path, ...] = Key(min_length=1)
    optional: tuple[str, ...] = ()
    url: str = ""
    roles: dict[str, str] = Key(default_factory=dict)


class FormsSection(_Section):
    rfi: FormSection
    soppa: FormSection


class FileSection(_Section):
    file: Path


class RepliesSection(_Section):
    mode: Literal["auto", "hold"] = "auto"
    hold: tuple[Literal["forged", "unauthenticated", "exempt", "first_contact", "scan"], ...] = ("forged",)
    trusted_authserv: tuple[str, ...] = ()  # whose Authentication-Results are believed (RFC 8601 §5)
    per_address_per_day: int = Key(5, ge=1)
    per_domain_per_day: int = Key(20, ge=1)
    per_submission_per_day: int = Key(5, ge=1)
    repeat_after_days: int = Key(7, ge=1)  # an unchanged list of what is missing is not mailed again any sooner
    breaker_per_hour: int = Key(500, ge=1)  # more answers than this from the whole mailbox: sending turns to hold
    templates: Path | None = None  # a folder whose files replace the packaged templates of the same name


class DigestPerson(_Section):
    """Somebody who gets the work list of their schools and departments alone."""

    to: tuple[str, ...] = Key(min_length=1)
    schools: tuple[str, ...] = Key(min_length=1)  # names or aliases of the school list


class DigestSection(_Section):
    to: tuple[str, ...] = ()
    people: tuple[DigestPerson, ...] = ()
    schedule: str = "0 7 * * mon-fri"  # crontab, in the district's time zone
    silence_days: int = Key(3, ge=1)  # business days without any mail after which the digest says so


class CalendarSection(_Section):
    holidays: tuple[date, ...] = ()  # days off beside Saturdays and Sundays


class RemindersSection(_Section):
    """Business days are counted from the day on which our last answer went out."""

    enabled: bool = True
    after_business_days: tuple[Annotated[int, Key(ge=1, le=250)], ...] = (5, 10)
    close_after_business_days: int = Key(20, ge=1, le=500)
    away_business_days: int = Key(5, ge=1, le=60)  # of an automatic reply that names no day of return


class StaffSection(_Section):
    """Who may release or discard held answers by mail, beside those in digest.to; the district's own domains only."""

    addresses: tuple[str, ...] = ()
    token_days: int = Key(7, ge=1, le=60)  # for which a digest's release links are good


class BoardSection(_Section):
    meetings: tuple[date, ...] = ()


class LimitsSection(_Section):
    """Limits of the worker processes that read attachments."""

    workers: int = Key(1, ge=1, le=32)
    seconds: float = Key(60.0, gt=0, le=3600)  # wall clock, per attachment
    memory_mb: int = Key(2048, ge=512)
    max_pages: int = Key(60, ge=1)
    max_files: int = Key(200, ge=1)  # unwrapped from one attachment
    max_unpacked_mb: int = Key(200, ge=1)
    max_depth: int = Key(3, ge=1, le=10)  # container in container


class Config(_Section):
    district: DistrictSection
    mailbox: MailboxSection
    smtp: SmtpSection
    store: StoreSection = Key(default_factory=StoreSection)
    forms: FormsSection
    schools: FileSection
    register_: FileSection = Key(alias="register")
    replies: RepliesSection = Key(default_factory=lambda: RepliesSection())
    digest: DigestSection = Key(default_factory=lambda: DigestSection())
    calendar: CalendarSection = Key(default_factory=CalendarSection)
    reminders: RemindersSection = Key(default_factory=lambda: RemindersSection())
    staff: StaffSection = Key(default_factory=lambda: StaffSection())
    board: BoardSection = Key(default_factory=BoardSection)
    handoff: HandoffSection = Key(default_factory=lambda: HandoffSection())
    limits: LimitsSection = Key(default_factory=lambda: LimitsSection())
    folder: Path = Path()  # the folder that holds config.toml; set by `load`, not a key of the file

    @property
    def address(self) -> str:
        """The procurement mailbox's own address."""
        return parseaddr(self.smtp.from_)[1]


def load(path: Path, environ: Mapping[str, str]) -> Config:
    """The configuration in `path` with the environment's replacements. Raises ConfigError with every problem found."""
    data = _read_toml(path)
    problems: list[str] = []
    _apply_environment(data, environ, problems)
    base = path.resolve().parent
    sections: dict[str, Any] = {}
    for name, field in Config.model_fields.items():
        key = field.alias or name
        if name == "folder":
            continue
        try:
            sections[name] = _validated(key, field, data)
        except ValidationError as error:
            problems += _explained(error, (key,))
        except KeyError:
            problems.append(f"[{key}]: this section is missing; `soppa-mailbot init` shows an example")
    known = {field.alias or name for name, field in Config.model_fields.items() if name != "folder"}
    problems += [f"{key}: unknown key{_suggestion((key,))}" for key in data if key not in known]
    sections = {name: _resolved(section, base) for name, section in sections.items()}
    problems += config_checks.cross_checks(sections)
    if problems:
        raise ConfigError(problems, sections)
    return Config.model_construct(**sections, folder=base)


def _validated(key: str, field: FieldInfo, data: dict[str, Any]) -> Any:
    section = _section_of(field)
    if key in data:
        return section.model_validate(data[key])
    if field.is_required():
        raise KeyError(key)
    return section()


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise ConfigError([f"{path}: no such file; `soppa-mailbot init` writes one to start from"]) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError([f"{path}: not valid TOML: {error}; mend that line"]) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError([f"{path}: cannot be read: {error}"]) from None


def _apply_environment(data: dict[str, Any], environ: Mapping[str, str], problems: list[str]) -> None:
    for name, value in environ.items():
        if not name.startswith(ENVIRONMENT_PREFIX) or "__" not in name:
            continue
        keys = name[len(ENVIRONMENT_PREFIX) :].casefold().split("__")
        node: Any = data
        for key in keys[:-1]:
            node = node.setdefault(key, {}) if isinstance(node, dict) else None
        if not isinstance(node, dict):
            problems.append(f"{name} (environment): {'.'.join(keys[:-1])} is not a section; unset it")
            continue
        node[keys[-1]] = _environment_value(value)


def _environment_value(value: str) -> Any:
    """A list is written as in TOML, `["a", "b"]`; anything else stays text and is converted to the key's type."""
    if value.lstrip().startswith("["):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _explained(error: ValidationError, section: tuple[str, ...]) -> list[str]:
    out = []
    for fault in error.errors():
        location = (*section, *fault["loc"])
        key = ".".join(str(part) for part in location)
        if fault["type"] == "extra_forbidden":
            out.append(f"{key}: unknown key{_suggestion(location)}")
        elif fault["type"] == "missing":
            out.append(f"{key}: this key is missing; `soppa-mailbot init` shows an example")
        else:
            shown = "a hidden value" if "password" in key else repr(fault.get("input"))
            out.append(f"{key}: {_lower(fault['msg'])} (is {shown[:80]})")
    return out


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _suggestion(location: tuple[int | str, ...]) -> str:
    """What the writer probably meant, from the keys that the section does have."""
    model: Any = Config
    for part in location[:-1]:
        if isinstance(part, int):  # the number of a table in an array of tables
            continue
        found = next((f for n, f in model.model_fields.items() if part in (n, f.alias)), None)
        model = _section_of(found)
        if model is None:
            return "; remove it"
    names = [field.alias or name for name, field in model.model_fields.items() if name != "folder"]
    close = difflib.get_close_matches(str(location[-1]), names, n=1)
    return f'; did you mean "{close[0]}"?' if close else "; remove it (known here: " + ", ".join(sorted(names)) + ")"


def _section_of(field: FieldInfo | None) -> Any:
    if field is None:
        return None
    for candidate in (field.annotation, *get_args(field.annotation)):
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            return candidate
    return None


def _resolved(section: Any, base: Path) -> Any:
    """Relative paths are relative to the folder of config.toml; a relative SQLite file too."""
    updates: dict[str, Any] = {}
    for name in type(section).model_fields:
        value = getattr(section, name)
        if isinstance(value, Path):
            updates[name] = base / value.expanduser()
        elif isinstance(value, tuple) and value and isinstance(value[0], Path):
            updates[name] = tuple(base / path.expanduser() for path in value)
        elif isinstance(value, BaseModel):
            updates[name] = _resolved(value, base)
        elif name == "url" and isinstance(section, StoreSection):
            updates[name] = _database(value, base)
    return section.model_copy(update=updates)


def _database(url: str, base: Path) -> str:
    prefix = "sqlite:///"
    if not url.startswith(prefix) or url.startswith(prefix + "/") or ":memory:" in url:
        return url
    return f"{prefix}{base / url[len(prefix) :]}"
