"""The standard library's `re`, but for one thing: a pattern is compiled when it is first used, not when it is written.

The program knows some 1,500 patterns at the top of its modules, and compiling them all takes more than a second of
processor time, which every start would pay: each run from cron, each command, each worker. Most need a few of them. A
mistake in a pattern is found by the test that compiles all, not by the module's import.

    from soppa_mailbot import lazy_re as re
"""

from __future__ import annotations

import re
from re import (
    DOTALL,
    IGNORECASE,
    MULTILINE,
    VERBOSE,
    Match,
    Pattern,
    RegexFlag,
    error,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
    subn,
)
from re import DOTALL as S
from re import IGNORECASE as I
from re import MULTILINE as M
from re import VERBOSE as X
from typing import Any, AnyStr, cast

__all__ = [
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "VERBOSE",
    "I",
    "LazyPattern",
    "M",
    "Match",
    "Pattern",
    "RegexFlag",
    "S",
    "X",
    "compile",
    "error",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
    "subn",
]
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
_VALUES = ("pattern", "flags", "groups", "groupindex")


class LazyPattern:
    """Stands for a compiled pattern; the first use of any of its methods compiles it."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._written = pattern, flags

    def compiled(self) -> Pattern[Any]:
        """The pattern of the standard library.

        Raises:
            re.error: when it is none.
        """
        return re.compile(*self._written)

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS and name not in _VALUES:
            raise AttributeError(name)
        made = self.compiled()
        # from now on the methods are found without this function: a call costs what it costs elsewhere
        self.__dict__.update((known, getattr(made, known)) for known in (*_METHODS, *_VALUES))
        return self.__dict__[name]

    def __repr__(self) -> str:
        return f"LazyPattern{self._written}"


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """A pattern that is compiled on its first use (`re.compile`)."""
    return cast(Pattern[AnyStr], LazyPattern(pattern, flags))
