"""No pattern of the program may cut one run of characters in many ways: that is what makes a search take for ever.

The texts come from strangers, and the patterns run in the program itself, where nothing ends them. So every pattern is
taken apart: a repetition whose body is an unlimited repetition and nothing else that must be there, such as
`(?:[a-z]+[ ]?){0,9}`, tries all ways to cut a word in nine. Possessive repetitions (`[a-z]++`) do not.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import sys
from collections.abc import Iterator
from typing import Any

import pytest

import soppa_mailbot
from soppa_mailbot.lazy_re import LazyPattern

_MANY = 8  # repetitions that count as without limit; a word is longer
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)
_ALL = frozenset(map(chr, range(9, 127))) | frozenset("éß–’•☐\u00a0")
_CATEGORIES = {
    codes.CATEGORY_DIGIT: re.compile(r"\d"),
    codes.CATEGORY_NOT_DIGIT: re.compile(r"\D"),
    codes.CATEGORY_SPACE: re.compile(r"\s"),
    codes.CATEGORY_NOT_SPACE: re.compile(r"\S"),
    codes.CATEGORY_WORD: re.compile(r"\w"),
    codes.CATEGORY_NOT_WORD: re.compile(r"\W"),
}


def _children(code: Any, value: Any) -> list[Any]:
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return [value[2]]
    if code is codes.SUBPATTERN:
        return [value[3]]
    if code is codes.BRANCH:
        return list(value[1])
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        return [value[1]]
    if code is codes.ATOMIC_GROUP:
        return [value]
    return []


def _flat(sequence: Any) -> list[list[tuple[Any, Any]]]:
    """The alternatives of a sequence, groups opened, as lists of items."""
    alternatives: list[list[tuple[Any, Any]]] = [[]]
    for code, value in sequence:
        if code in (codes.SUBPATTERN, codes.BRANCH) and len(alternatives) < 200:
            opened = [a for child in _children(code, value) for a in _flat(child)]
            alternatives = [before + after for before in alternatives for after in opened]
        else:
            for alternative in alternatives:
                alternative.append((code, value))
    return alternatives


def _may_be_empty(code: Any, value: Any) -> bool:
    if code in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
        return True
    return code in (*_REPEATS, codes.POSSESSIVE_REPEAT) and (value[0] == 0 or value[2].getwidth()[0] == 0)


def _signs(code: Any, value: Any) -> frozenset[str]:
    """Which of the usual characters one item of a pattern takes."""
    if code is codes.LITERAL:
        return frozenset(chr(value))
    if code is codes.NOT_LITERAL:
        return _ALL - {chr(value)}
    if code is codes.ANY:
        return _ALL - {"\n"}
    if code is not codes.IN:
        return frozenset()
    taken: set[str] = set()
    for inner, what in value:
        if inner is codes.LITERAL:
            taken.add(chr(what))
        elif inner is codes.RANGE:
            taken.update(c for c in _ALL if what[0] <= ord(c) <= what[1])
        elif inner is codes.CATEGORY:
            taken.update(c for c in _ALL if _CATEGORIES[what].match(c))
    return _ALL - taken if value[0][0] is codes.NEGATE else frozenset(taken)


def _cut_in_many_ways(body: Any) -> bool:
    """Whether the body is an unlimited repetition of some signs, and all else may be empty or be one of them too."""
    for items in _flat(body):
        for at, (code, value) in enumerate(items):
            if code not in _REPEATS or value[1] < _MANY or len(value[2]) != 1:
                continue
            run = _signs(*value[2][0])
            others = [item for n, item in enumerate(items) if n != at]
            if run and all(_may_be_empty(*item) or _signs(*item) & run for item in others):
                return True
    return False


def _bad(sequence: Any) -> bool:
    for code, value in sequence:
        if code in _REPEATS and value[1] > 2 and _cut_in_many_ways(value[2]):
            return True
        if any(_bad(child) for child in _children(code, value)):
            return True
    return False


def ambiguous(pattern: re.Pattern[Any]) -> bool:
    return _bad(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))


def _patterns(value: Any, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, LazyPattern):
        yield value.compiled()
    elif isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict) and depth < 4:
        for inner in value.values():
            yield from _patterns(inner, depth + 1)
    elif isinstance(value, (tuple, list, frozenset, set)) and depth < 4:
        for inner in value:
            yield from _patterns(inner, depth + 1)
    elif hasattr(value, "__slots__") and type(value).__module__.startswith("soppa_mailbot") and depth < 4:
        for name in value.__slots__:
            yield from _patterns(getattr(value, name, None), depth + 1)


def of_the_program() -> dict[str, list[re.Pattern[Any]]]:
    found: dict[str, list[re.Pattern[Any]]] = {}
    for info in pkgutil.walk_packages(soppa_mailbot.__path__, "soppa_mailbot."):
        module = sys.modules.get(info.name) or importlib.import_module(info.name)
        for value in vars(module).values():
            found.setdefault(info.name, []).extend(_patterns(value))
    return found


@pytest.mark.parametrize("pattern", [r"(?:[A-Z]\w*[ ,]*){1,5}$", r"(a+)+b", r"(?:\s*x|\w+)*!", r"x(?:\d+-?){0,9}$"])
def test_what_is_ambiguous(pattern: str) -> None:
    assert ambiguous(re.compile(pattern))


@pytest.mark.parametrize("pattern", [r"(?:\w+ ){0,9}x", r"(?:\w++ ?){0,9}x", r"\w+(?: \w+){0,4} ?$", r"(?:\d{1,3},)*"])
def test_what_is_not(pattern: str) -> None:
    assert not ambiguous(re.compile(pattern))


def test_no_pattern_cuts_words_in_many_ways() -> None:
    every = of_the_program()
    assert sum(len(found) for found in every.values()) > 300
    bad = sorted({f"{room}: {p.pattern!r}" for room, found in every.items() for p in found if ambiguous(p)})
    assert not bad, "\n".join(bad)
