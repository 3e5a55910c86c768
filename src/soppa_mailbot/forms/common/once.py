"""What is worked out of a form once, however many rooms look at it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

_Of = TypeVar("_Of")
_Found = TypeVar("_Found")


def once(most: int) -> Callable[[Callable[[_Of], _Found]], Callable[[_Of], _Found]]:
    """Keep a function's last `most` results, by the identity of what they are of: nobody changes one or the other.

    To tell a whole form from another by all that it says (as `functools.lru_cache` would) takes as long as the work.
    """

    def keeping(work: Callable[[_Of], _Found]) -> Callable[[_Of], _Found]:
        kept: OrderedDict[int, tuple[_Of, _Found]] = OrderedDict()  # what holds a thing keeps its number from others

        @wraps(work)
        def found(of: _Of) -> _Found:
            held = kept.get(id(of))
            if held is None or held[0] is not of:
                held = (of, work(of))
                kept[id(of)] = held
                while len(kept) > most:
                    kept.popitem(last=False)
            return held[1]

        return found

    return keeping
