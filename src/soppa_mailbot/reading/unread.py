"""Words for what of a file was not read: for the vendor, and for the person who decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from soppa_mailbot.model import Reason, Unreadable

_MOST_RUNS = 4  # of page numbers that are named; more are counted


def pages_left_out(numbers: Iterable[int], total: int, reason: Reason) -> tuple[Unreadable, ...]:
    """What to say of pages (1-based) of a file of `total` that were not read; () where none is."""
    left = sorted(set(numbers))
    if not left:
        return ()
    late = " in time" if reason == Reason.TIMED_OUT else ""
    verb = "could be read" if late else "were read"
    if left == list(range(left[0], total + 1)) and left[0] > 1:
        first = left[0] - 1
        told = "only the first page" if first == 1 else f"only the first {first:,}"
        verb = verb if first > 1 else verb.replace("were", "was")
        return (Unreadable(reason, f"{told} of {total:,} pages {verb}{late}"),)
    pages = "page" if len(left) == 1 else "pages"
    runs = _runs(left)
    if len(left) == total:
        told = "none of its pages could be read" if total > 1 else "its page could not be read"
        return (Unreadable(reason, told + late),)
    if len(runs) > _MOST_RUNS:
        told = f"{len(left):,} of {total:,} pages"
    else:
        told = f"{pages} {', '.join(runs)} of {total:,}"
    if late:
        return (Unreadable(reason, f"{told} could not be read{late}"),)
    return (Unreadable(reason, f"{told} {'was' if len(left) == 1 else 'were'} not read"),)


def too_poor(numbers: Sequence[int]) -> Unreadable:
    """What to say of scanned pages (1-based) that OCR made nothing of."""
    pages = "page" if len(numbers) == 1 else "pages"
    verb = "is" if len(numbers) == 1 else "are"
    runs = ", ".join(_runs(sorted(numbers)))
    return Unreadable(Reason.NO_TEXT, f"{pages} {runs} {verb} too poor to be read")


def _runs(numbers: list[int]) -> list[str]:
    keyed = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    runs = [[number for _, number in group] for _, group in keyed]
    return [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
