"""A running bot takes up changed lists, forms and templates by itself; what is broken leaves the old in use.

Looked at between two rounds, in the thread that does everything: no mail is judged by half of a change. The
configuration itself is read at the start only, and a change of it is told.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from soppa_mailbot import district, lists, template_check
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.core import Core
from soppa_mailbot.errors import ConfigError
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.running.watching import QUIET_SECONDS, Watched
from soppa_mailbot.settings import config as configuration
from soppa_mailbot.settings.config import Config
from soppa_mailbot.store import events
from soppa_mailbot.store.events import BROKEN, RESTART

log = logging.getLogger(__name__)


class Reloading:
    """What is in use of the files beside the configuration. `core` is always whole and sound."""

    def __init__(
        self,
        path: Path,
        config: Config,
        core: Core,
        environ: Mapping[str, str],
        quiet_seconds: float = QUIET_SECONDS,
    ) -> None:
        self.core = core
        self._path, self._config, self._environ = path, config, environ
        core.templates.pin()
        forms = (*config.forms.rfi.blanks, *config.forms.soppa.blanks)
        self._parts = {
            "schools": (Watched(lambda: (config.schools.file,), quiet_seconds), self._schools),
            "register": (Watched(lambda: (config.register_.file,), quiet_seconds), self._register),
            "forms": (Watched(lambda: forms, quiet_seconds), self._forms),
            "templates": (Watched(lambda: _files_below(config.replies.templates), quiet_seconds), self._templates),
        }
        self._configuration = Watched(lambda: (path,), quiet_seconds)
        self._started_with = _bytes_of(path)
        self._problems: dict[str, list[str]] = {}

    def look(self, bot: Bot) -> Bot:
        """The bot with what has changed since the last look. Raises StoreError."""
        changed = [part for part, (watched, _) in self._parts.items() if watched.changed()]
        for part in changed:
            self._take_up(part)
        if changed:
            self._tell(bot, changed)
            offices = replace(bot.offices, templates=self.core.templates) if bot.offices is not None else None
            bot = replace(bot, core=self.core, offices=offices)
        if self._configuration.changed():
            self._tell_configuration(bot)
        return bot

    def _take_up(self, part: str) -> None:
        watched, read = self._parts[part]
        try:
            problems = read()
        except ConfigError as error:
            problems = list(error.problems)
        except OSError as error:  # the machine's trouble, such as a full disk: tried again with the next round
            problems = [f"{part}: {error.strerror or error}"]
            watched.forget()
        if problems:
            self._problems[part] = problems
            log.error("%s: the new one cannot be used, the old stays in use: %s", part, "; ".join(problems))
        else:
            self._problems.pop(part, None)
            log.info("%s: changed, and in use from now on", part)

    def _schools(self) -> list[str]:
        schools, problems = district.read_schools(self._config)
        if not problems:
            self.core = replace(self.core, district=replace(self.core.district, schools=schools))
        return problems

    def _register(self) -> list[str]:
        register, problems = lists.read_register(self._config.register_.file)
        if not problems:
            self.core = replace(self.core, district=replace(self.core.district, register=register))
        return problems

    def _forms(self) -> list[str]:
        blanks, folder = district.learnt(self._config, self.core.workers, self._environ)
        self.core = replace(self.core, district=replace(self.core.district, blanks=blanks), blanks_folder=folder)
        return []

    def _templates(self) -> list[str]:
        new = Templates(self._config.replies.templates, self.core.templates.compiled)
        new.pin()  # what is checked is what is used, whatever is written meanwhile
        problems = template_check.check(new)
        if not problems:
            self.core = replace(self.core, templates=new)
        return problems

    def _tell(self, bot: Bot, changed: Iterable[str]) -> None:
        taken = [part for part in changed if part not in self._problems]
        with bot.store.writing() as session:
            if taken:
                events.record(session, "reloaded", now=bot.clock(), why=", ".join(taken))
            if self._problems:
                why = "; ".join(problem for problems in self._problems.values() for problem in problems)
                mark = events.mark(session, BROKEN)
                events.set_mark(session, BROKEN, mark.at if mark is not None else bot.clock(), why[:1000])
            else:
                events.clear_mark(session, BROKEN)

    def _tell_configuration(self, bot: Bot) -> None:
        told = ""
        if _bytes_of(self._path) != self._started_with:
            told = f"{self._path.name} was changed"
            try:
                configuration.load(self._path, self._environ)
            except ConfigError as error:
                told += f", and would not be accepted ({error.problems[0]})"
            log.warning("%s: it counts only after a restart", told)
        with bot.store.writing() as session:
            if told:
                events.set_mark(session, RESTART, bot.clock(), told)
            else:
                events.clear_mark(session, RESTART)


def begin(bot: Bot) -> None:
    """A program that has just started uses what is on disk: nothing is broken, no restart is wanted."""
    with bot.store.writing() as session:
        for mark in (BROKEN, RESTART):
            events.clear_mark(session, mark)


def _files_below(folder: Path | None) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file()) if folder is not None else []


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
