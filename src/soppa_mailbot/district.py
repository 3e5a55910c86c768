"""From the configuration to the District that the core knows: lists read, blanks learnt.

Learning a blank is slow (it is read in a worker, its pages are pictured), so what was learnt is kept in a cache
outside the district's folder, which may be read-only. The key covers the blank's bytes, what the configuration says of
it, and the code that learns: a change of any learns again.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from soppa_mailbot import codec, lists
from soppa_mailbot.digests import shares
from soppa_mailbot.digests.shares import Share
from soppa_mailbot.errors import ConfigError
from soppa_mailbot.model import Agreement, Blank, District, FormSpec, School

if TYPE_CHECKING:
    from soppa_mailbot.reading.sandbox import Workers
    from soppa_mailbot.settings.config import Config
    from soppa_mailbot.settings.config_sections import FormSection

FORM_KEYS = ("rfi", "soppa")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A District, and the folder where the worker processes find its blanks and their pictures."""

    district: District
    blanks_folder: Path


def prepare(config: Config, workers: Workers, environ: Mapping[str, str]) -> Prepared:
    """Raises ConfigError with every problem of the lists and blanks."""
    schools, register, problems = read_lists(config)
    blanks: tuple[Blank, ...] = ()
    folder = Path()
    try:
        blanks, folder = learnt(config, workers, environ)
    except ConfigError as error:
        problems += error.problems
    if problems:
        raise ConfigError(problems)
    section = config.district
    district = District(
        name=section.name,
        aliases=section.aliases,
        timezone=section.timezone,
        domains=tuple(d.casefold() for d in section.domains),
        address=config.address,
        schools=schools,
        register=register,
        forms=tuple(FormSpec(key, spec.title, spec.url) for key, spec in _forms(config)),
        blanks=blanks,
    )
    return Prepared(district, folder)


def learnt(config: Config, workers: Workers, environ: Mapping[str, str]) -> tuple[tuple[Blank, ...], Path]:
    """The blanks, from the cache or from their files, and the folder where the worker processes find them.

    Raises ConfigError with every problem of the blanks.
    """
    folder = _blanks_folder(config, environ)
    return _cached(folder) or _learn_all(config, workers, folder), folder


def problems_of(sections: Mapping[str, Any]) -> list[str]:
    """The lists' problems, where the configuration itself is not sound but these sections are."""
    problems: list[str] = []
    if "schools" in sections and sections["schools"].file.is_file():
        problems += lists.read_schools(sections["schools"].file)[1]
    if "register_" in sections and sections["register_"].file.is_file():
        problems += lists.read_register(sections["register_"].file)[1]
    return problems


def read_schools(config: Config) -> tuple[tuple[School, ...], list[str]]:
    """The school list; a problem too where the configuration names a school that is not on it."""
    schools, problems = lists.read_schools(config.schools.file)
    return schools, problems or shares.unknown(shares_of(config), schools)


def shares_of(config: Config) -> tuple[Share, ...]:
    """Who gets a digest of their own schools."""
    return tuple(Share(person.to, person.schools) for person in config.digest.people)


def read_lists(config: Config) -> tuple[tuple[School, ...], tuple[Agreement, ...], list[str]]:
    schools, problems = read_schools(config)
    register, more = lists.read_register(config.register_.file)
    return schools, register, problems + more


def _forms(config: Config) -> list[tuple[str, FormSection]]:
    return [(key, getattr(config.forms, key)) for key in FORM_KEYS]


def _learn_all(config: Config, workers: Workers, folder: Path) -> tuple[Blank, ...]:
    from soppa_mailbot.forms.blanks.blank import learn, versions

    blanks: list[Blank] = []
    pictures: dict[str, bytes] = {}
    problems: list[str] = []
    opened = workers.open_blanks(path for _, spec in _forms(config) for path in spec.blanks)
    for key, spec in _forms(config):
        first = len(blanks)
        for path in spec.blanks:
            document, pages = next(opened)
            if document.unreadable is not None:
                why = document.unreadable
                problems.append(
                    f"forms.{key}.blanks: {path}: cannot be read ({why.reason}: {why.detail}); register a sound copy"
                )
                continue
            blank = learn(
                document,
                form=key,
                title=spec.title,
                file=path.name,
                optional=spec.optional,
                required=spec.required,
                roles=spec.roles,
                url=spec.url,
            )
            if not blank.places:
                problems.append(
                    f"forms.{key}.blanks: {path}: no place to fill was found in it; register the fillable form, "
                    "or one whose lines and boxes are drawn"
                )
            blanks.append(blank)
            pictures |= {f"{blank.id}-p{number}.png": png for number, png in enumerate(pages, 1)}
        blanks[first:] = versions(blanks[first:])
    if problems:
        raise ConfigError(problems)
    _keep(folder, tuple(blanks), pictures)
    return tuple(blanks)


def _cached(folder: Path) -> tuple[Blank, ...]:
    try:
        return codec.load(tuple[Blank, ...], (folder / "blanks.json").read_bytes())
    except (OSError, ValueError):
        return ()


def _keep(folder: Path, blanks: tuple[Blank, ...], pictures: Mapping[str, bytes]) -> None:
    """Written beside and renamed: another process sees the whole folder or none of it."""
    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = Path(tempfile.mkdtemp(prefix=".learning-", dir=folder.parent))
    for name, data in pictures.items():
        (draft / name).write_bytes(data)
    (draft / "blanks.json").write_text(codec.dump(blanks, tuple[Blank, ...]), encoding="utf-8")
    try:
        draft.rename(folder)
    except OSError:  # another process was first, or an older folder is damaged
        if _cached(folder):
            shutil.rmtree(draft, ignore_errors=True)
            return
        shutil.rmtree(folder, ignore_errors=True)
        draft.rename(folder)


def _blanks_folder(config: Config, environ: Mapping[str, str]) -> Path:
    digest = hashlib.sha256(_code_version())
    for key, spec in _forms(config):
        about = [key, spec.title, spec.url, spec.optional, spec.required, sorted(spec.roles.items())]
        digest.update(json.dumps(about).encode())
        for path in spec.blanks:
            digest.update(path.name.encode() + b"\0")
            try:
                digest.update(hashlib.sha256(path.read_bytes()).digest())
            except OSError as error:
                raise ConfigError([f"forms.{key}.blanks: {path}: cannot be read: {error}"]) from None
    return cache_folder(environ) / f"blanks-{digest.hexdigest()[:24]}"


def _code_version() -> bytes:
    """Of everything that takes part in learning."""
    here = Path(__file__).parent
    files = [here / "model.py", *sorted((here / "forms").rglob("*.py")), *sorted((here / "reading").rglob("*.py"))]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.digest()


def cache_folder(environ: Mapping[str, str]) -> Path:
    """CACHE_DIRECTORY (systemd), XDG_CACHE_HOME, ~/.cache, else a private folder below the temporary one."""
    candidates = [Path(environ[name]) for name in ("CACHE_DIRECTORY", "XDG_CACHE_HOME") if environ.get(name)]
    if environ.get("HOME"):
        candidates.append(Path(environ["HOME"]) / ".cache")
    candidates.append(Path(tempfile.gettempdir()) / f"soppa-mailbot-{os.getuid()}")
    for candidate in candidates:
        folder = candidate / "soppa-mailbot"
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            owned = folder.stat().st_uid == os.getuid()
        except OSError:
            continue
        # somebody else's folder could hold blanks that make everything look complete
        if owned and os.access(folder, os.W_OK):
            return folder
    raise ConfigError(["no folder for the cache can be written; set XDG_CACHE_HOME to one that can"])
