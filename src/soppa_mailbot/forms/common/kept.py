"""What was made of the last few objects, kept by their identity: pages of blanks come again with every paper."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Made = TypeVar("Made")


class Kept(Generic[Thing, Made]):
    """A function of one object that remembers `size` results. It holds the objects: no other can have their identity.

    For what cannot be hashed, or is too large to be: pictures, the words of a page.
    """

    def __init__(self, make: Callable[[Thing], Made], size: int) -> None:
        self._make, self._size = make, size
        self._made: OrderedDict[int, tuple[Thing, Made]] = OrderedDict()

    def __call__(self, thing: Thing) -> Made:
        known = self._made.pop(id(thing), None) or (thing, self._make(thing))
        self._made[id(thing)] = known
        while len(self._made) > self._size:
            self._made.popitem(last=False)
        return known[1]
