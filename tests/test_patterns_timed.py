"""Two unlimited repetitions side by side that take the same signs (`\\w+\\s*\\w*`) cut a run in all its many ways.

Whether that hurts depends on what they are given: so each such pattern of the program is tried on texts made to hurt
it, at the size that its room reads, and must end soon.
"""

from __future__ import annotations

import re
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import signal
import time
from collections.abc import Iterator
from typing import Any

import pytest

from proving import PROVE, only_proving
from soppa_mailbot.finding.common.bounded import bounded
from test_patterns import _children, _may_be_empty, _signs, of_the_program

_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)
_GROUPS = (codes.SUBPATTERN, codes.BRANCH)
_FAR = 40  # repetitions; fewer cost little
_MOST = 60_000  # characters: the most that is searched of a mail or paper
_SIZE = _MOST if PROVE else 6_000  # of the texts made here
_LABEL = 1_000  # characters of a blank's label or a form's heading, which is all that `forms` searches
_SUBJECT = 400  # of a subject, for our answers
_SECONDS = 1.5 if PROVE else 1.0  # of processor time; a quadratic search of so long a text takes many times that


def _run(code: Any, value: Any) -> frozenset[str]:
    """What an unlimited repetition of one sign takes; nothing for anything else."""
    if code not in _REPEATS or value[1] < _FAR or len(value[2]) != 1 or value[2][0][0] in _GROUPS:
        return frozenset()
    return _signs(*value[2][0])


def _one_sign(code: Any, value: Any) -> frozenset[str]:
    if code in (*_REPEATS, codes.POSSESSIVE_REPEAT) and len(value[2]) == 1 and value[2][0][0] not in _GROUPS:
        return _signs(*value[2][0])
    return _signs(code, value)


class _MetError(Exception):
    """Two repetitions stand side by side."""


def _behind(sequence: Any, runs: frozenset[frozenset[str]]) -> frozenset[frozenset[str]]:
    """Of the repetitions before a sequence, and of its own, what may go on behind it; `_MetError` if two meet."""
    for code, value in sequence:
        if code in _GROUPS:
            runs = frozenset().union(*(_behind(child, runs) for child in _children(code, value)))
            continue
        run = _run(code, value)
        if any(run & other for other in runs):
            raise _MetError
        if runs and not _may_be_empty(code, value):
            takes = _one_sign(code, value)
            runs = frozenset(filter(None, (other & takes for other in runs)))
        if run:
            runs |= {run}
    return runs


def _adjacent(sequence: Any) -> bool:
    try:
        _behind(sequence, frozenset())
    except _MetError:
        return True
    return any(_adjacent(child) for code, value in sequence for child in _children(code, value))


def side_by_side(pattern: re.Pattern[Any]) -> bool:
    return _adjacent(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))


# --- texts made to hurt -----------------------------------------------------------------------------------------------


def _sign_of(signs: frozenset[str]) -> str:
    return next((c for c in "a1 .,-_:(" if c in signs), min(signs, default=""))


def _shortest(sequence: Any, more: int = 0) -> str:
    """A text that a sequence takes, roughly; each repetition `more` times where it may be."""
    out = ""
    for code, value in sequence:
        if code in (*_REPEATS, codes.POSSESSIVE_REPEAT):
            out += _shortest(value[2], more) * min(max(value[0], min(more, value[1])), 50)
        elif code in _GROUPS:
            out += _shortest(_children(code, value)[0], more)
        elif code is codes.ATOMIC_GROUP:
            out += _shortest(value, more)
        else:
            out += _sign_of(_signs(code, value))
    return out


def _repetitions(sequence: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """(what leads there, body) of each unlimited repetition."""
    for code, value in sequence:
        if code in (*_REPEATS, codes.POSSESSIVE_REPEAT) and value[1] >= 8:
            yield before, value[2]
        for child in _children(code, value):
            yield from _repetitions(child, before)
        if code not in (codes.ASSERT, codes.ASSERT_NOT, codes.AT):
            before += _shortest([(code, value)])


def attacks(pattern: re.Pattern[str], size: int) -> Iterator[str]:
    """Runs of what a repetition takes, behind what leads to it, and a sign at the end that nothing takes."""
    for before, body in _repetitions(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)):
        if len(body) == 1 and body[0][0] not in _GROUPS:
            signs = _signs(*body[0])
            runs = [c for c in ("a", " ", "-", "1", "\n") if c in signs] or [min(signs, default="")]
        else:
            runs = [_shortest(body), _shortest(body, 1)]
        for run in filter(None, runs):
            yield (before + run * size)[:size] + "\x01"
            part = before + run * max(1, 180 // len(run)) + "\x01\n"
            yield (part * (size // len(part) + 1))[:size]
            yield ((before + run) * (size // len(before + run) + 1))[:size] + "\x01"


def _size(room: str) -> int:
    if room == "soppa_mailbot.answering.compose":
        return _SUBJECT
    return _LABEL if room.startswith("soppa_mailbot.forms.") else _SIZE


def suspects() -> dict[re.Pattern[str], str]:
    """Each pattern of text with such repetitions, and a room that has it."""
    return {
        pattern: room
        for room, patterns in reversed(of_the_program().items())
        for pattern in patterns
        if isinstance(pattern.pattern, str) and side_by_side(pattern)
    }


SUSPECTS = suspects()
IDS = [f"{room.split('.', 1)[1]} {number}" for number, room in enumerate(SUSPECTS.values())]


@pytest.mark.parametrize("pattern", [r"\w+\s*\w*", r"\s*(?:x|y)?\s*z", r"[ab]+c?[bd]*$", r".*x.*y", r"\W*(?:a|)\W+"])
def test_what_stands_side_by_side(pattern: str) -> None:
    assert side_by_side(re.compile(pattern))


@pytest.mark.parametrize("pattern", [r"\w+\s+\w*", r"\s*+(?:x|y)?\s*z", r"[ab]{1,9}b*", r"\d+,\d+", r"\w+(?:\s+\w+)?"])
def test_what_does_not(pattern: str) -> None:
    assert not side_by_side(re.compile(pattern))


def test_the_texts_do_hurt() -> None:
    """Of a pattern that tries all cuts, at a size where that can still be waited for."""
    bad = re.compile(r"a+\s*a*b")
    assert max(_seconds(bad, text) for text in attacks(bad, 1_500)) > 20 * _seconds(re.compile(r"a++b"), "a" * 1_500)


@pytest.mark.parametrize("pattern", SUSPECTS, ids=IDS)
def test_every_such_pattern_ends_soon(pattern: re.Pattern[str]) -> None:
    room = SUSPECTS[pattern]
    for text in dict.fromkeys(attacks(pattern, _size(room))):
        given = bounded(text, _MOST) if ".finding." in room else text
        # The machine may be busy with other things: what is slow by itself is slow each time.
        assert any(_seconds(pattern, given) < _SECONDS for _ in range(3)), (room, given[:80])


@pytest.mark.slow
@only_proving("a tenth of what is searched at most is tried here, all of it")
def test_every_such_pattern_ends_soon_with_all_it_reads() -> None:
    for pattern in SUSPECTS:
        test_every_such_pattern_ends_soon(pattern)


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    """Of processor time; a search that does not end is ended after twice what is allowed."""

    def end(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, 2 * _SECONDS)
    began = time.process_time()
    try:
        for _ in pattern.finditer(text):
            pass
    except TimeoutError:
        return 2 * _SECONDS
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - began
