"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from soppa_mailbot import lazy_re

SOURCES = Path(lazy_re.__file__).parent


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("search", ("Room 12, room 13",)),
        ("match", ("room 12", 0, 6)),
        ("fullmatch", ("Room 12",)),
        ("findall", ("room 1 ROOM 2",)),
        ("split", ("a room 1 b room 2 c", 1)),
        ("sub", (r"<\1>", "room 1 room 2")),
        ("subn", (lambda m: m[1], "room 1 room 2")),
    ],
)
def test_it_answers_as_the_standard_library(method: str, arguments: tuple[object, ...]) -> None:
    lazy, eager = (made.compile(r"room (\d+)", made.IGNORECASE) for made in (lazy_re, re))
    for _ in range(2):  # on the first use and later
        told, expected = (getattr(pattern, method)(*arguments) for pattern in (lazy, eager))
        if isinstance(expected, re.Match):
            told, expected = ((m.span(), m.groups()) for m in (told, expected))
        assert told == expected
    assert [m.span(1) for m in lazy.finditer("room 1 Room 2")] == [m.span(1) for m in eager.finditer("room 1 Room 2")]
    assert (lazy.pattern, lazy.flags, lazy.groups) == (eager.pattern, eager.flags, eager.groups)


def test_a_mistake_is_told_where_the_pattern_is_used() -> None:
    broken = lazy_re.compile(r"(?:room")
    with pytest.raises(re.error, match="missing"):
        broken.search("room")
    with pytest.raises(AttributeError):
        broken.no_such_method  # type: ignore[attr-defined]  # noqa: B018


def test_every_module_makes_its_patterns_so() -> None:
    eager = [
        path.relative_to(SOURCES).as_posix()
        for path in SOURCES.rglob("*.py")
        if path.name != "lazy_re.py"
        and re.search(r"^import re$", text := path.read_text(), re.M)
        and "re.compile(" in text
    ]
    assert not eager, (
        "`from soppa_mailbot import lazy_re as re`: each start would pay for patterns that it may not need"
    )


def test_a_start_compiles_few_patterns() -> None:
    script = (
        "import re._compiler as made\n"
        "known, compiled = made.compile, []\n"
        "made.compile = lambda p, flags=0: compiled.append(p) or known(p, flags)\n"
        "import soppa_mailbot.commands.run\n"
        "print(len(compiled))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 300, "patterns of this program or of its libraries that an import compiles"
