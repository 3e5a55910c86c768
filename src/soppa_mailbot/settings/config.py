"""TOML and environment -> one frozen Config. Every problem at once, each with its key and what to do.

The attribute names are the keys of the file (`smtp.from` is `from_` and `register` is `register_`, since Python keeps
those words for itself). An environment variable `SOPPA_SECTION__KEY` replaces the value of the file.
"""

from __future__ import annotations

import difflib
import json
import tomllib
from collections.abc import Mapping
from email.utils import parseaddr
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic import Field as Key
from pydantic.fields import FieldInfo

from soppa_mailbot.errors import ConfigError
from soppa_mailbot.settings import config_checks
from soppa_mailbot.settings.config_handoff import HandoffSection
from soppa_mailbot.settings.config_sections import (
    BoardSection,
    CalendarSection,
    DigestSection,
    DistrictSection,
    FileSection,
    FormsSection,
    LimitsSection,
    MailboxSection,
    RemindersSection,
    RepliesSection,
    Section,
    SmtpSection,
    StaffSection,
    StoreSection,
)

ENVIRONMENT_PREFIX = config_checks.ENVIRONMENT_PREFIX


class Config(Section):
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
