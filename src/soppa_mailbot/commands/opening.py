"""What most commands need first: a sound configuration, the worker processes, the district."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from soppa_mailbot.core import Core
from soppa_mailbot.errors import ConfigError
from soppa_mailbot.model import District
from soppa_mailbot.reading.sandbox import Workers
from soppa_mailbot.settings import config as configuration
from soppa_mailbot.settings.config import Config

if TYPE_CHECKING:
    from soppa_mailbot.answering.templates import Templates


@dataclass(frozen=True, slots=True)
class Opened:
    config: Config
    district: District
    core: Core


def load_config(path: Path) -> Config:
    """The configuration; with every problem of the lists beside its own when it is not sound."""
    from soppa_mailbot.district import problems_of

    try:
        return configuration.load(path, os.environ)
    except ConfigError as error:
        raise ConfigError([*error.problems, *problems_of(error.sections)], error.sections) from None


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Raises ConfigError; ends the worker processes when left."""
    from soppa_mailbot.district import prepare

    config = load_config(path)
    with workers_of(config) as workers:
        prepared = prepare(config, workers, os.environ)
        templates = templates_of(config)
        yield Opened(config, prepared.district, Core(prepared.district, workers, templates, prepared.blanks_folder))


def templates_of(config: Config) -> Templates:
    """The templates; compiled anew where no folder can keep them."""
    from soppa_mailbot.answering.templates import Templates, compiled_below
    from soppa_mailbot.district import cache_folder

    try:
        compiled = compiled_below(cache_folder(os.environ))
    except (ConfigError, OSError):  # that there is no such folder is told where the blanks are learnt
        compiled = None
    return Templates(config.replies.templates, compiled)


def workers_of(config: Config) -> Workers:
    from soppa_mailbot.reading.base import Limits

    limits = config.limits
    bounds = Limits(
        max_pages=limits.max_pages,
        max_files=limits.max_files,
        max_unpacked=limits.max_unpacked_mb * 1_000_000,
        max_depth=limits.max_depth,
    )
    return Workers(bounds, workers=limits.workers, seconds=limits.seconds, memory_mb=limits.memory_mb)
