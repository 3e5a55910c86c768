"""Model values to JSON text and back, so that a verdict can be computed again from what is kept."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(cast(Any, kind))


def dump(value: Any, kind: Any = None) -> str:
    """JSON text of a model value (or of a typing construct over them, when `kind` is given)."""
    return _adapter(kind or cast(Hashable, type(value))).dump_json(value).decode()


def load(kind: type[T], text: str | bytes) -> T:
    """The value that `dump` wrote. Raises ValueError when the text does not fit."""
    try:
        value: T = _adapter(cast(Hashable, kind)).validate_json(text)
    except ValidationError as error:
        raise ValueError(f"not a stored {getattr(kind, '__name__', kind)}: {error}") from error
    return value
