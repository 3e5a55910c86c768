"""Which room asks which: the order that the packages' own docstrings give, held against every import."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import soppa_mailbot

SOURCES = Path(soppa_mailbot.__file__).parent

# of the whole program: what each may ask of the others, beside `model` and the small modules at the top
MAY_ASK = {
    "mail": set(),
    "reading": {"mail"},
    "forms": {"reading"},
    "finding": {"mail", "forms"},
    "settings": set(),
    "judging": {"forms", "finding"},
    "answering": {"mail", "forms", "settings"},
    "digests": {"judging", "answering", "post"},
    "post": {"mail", "finding", "settings"},
    "register": {"finding", "judging", "answering"},
    "store": {"judging", "answering", "digests"},
    "handling": {"mail", "finding", "settings", "judging", "answering", "post", "store"},
    "handoff": {"settings", "judging", "answering", "store", "handling"},
    "staff": {"judging", "post", "store", "handling"},
}


def imports(file: Path) -> Iterator[list[str]]:
    """Every module below soppa_mailbot that a file imports anywhere, as its path: ["forms", "common", "tokens"]."""
    for line in re.findall(r"^ *(?:from|import) soppa_mailbot.*", file.read_text(), re.M):
        module, _, names = (
            line.split("#")[0].strip().removeprefix("from ").removeprefix("import ").partition(" import ")
        )
        path = module.split(".")[1:]
        yield from [[*path, name.split()[0]] for name in names.strip("( ").split(",") if name.strip()] or [path]


def order_told(package: str) -> list[str]:
    """The rooms in the order of the package's docstring, before the sentence on what stands above them."""
    told = import_module(f"soppa_mailbot.{package}").__doc__ or ""
    return re.findall(r"`(\w+)`\s\(", told.split("Above them")[0])


@pytest.mark.parametrize("package", ["forms", "finding"])
def test_rooms_ask_only_those_before_them(package: str) -> None:
    order = order_told(package)
    folders = sorted(p.parent.name for p in (SOURCES / package).glob("*/__init__.py"))
    assert sorted(order) == folders, "the docstring names every room"
    wrong = [
        f"{file.relative_to(SOURCES)} asks {'.'.join(asked)}"
        for room in order
        for file in sorted((SOURCES / package / room).rglob("*.py"))
        for asked in imports(file)
        if asked[0] == package and (asked[1] not in order or order.index(asked[1]) > order.index(room))
    ]
    assert not wrong


@pytest.mark.parametrize("package", MAY_ASK)
def test_packages_ask_only_those_below_them(package: str) -> None:
    packages = {p.parent.name for p in SOURCES.glob("*/__init__.py")}
    wrong = [
        f"{file.relative_to(SOURCES)} asks {'.'.join(asked)}"
        for file in sorted((SOURCES / package).rglob("*.py"))
        for asked in imports(file)
        if asked[0] in packages - {package} - MAY_ASK[package]
    ]
    assert not wrong
