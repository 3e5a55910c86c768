"""What is short in `./run test` and long in `./run prove`."""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import Any

import pytest

PROVE = bool(os.environ.get("SOPPA_PROVE"))
LONG = 1_000_000 if PROVE else 100_000  # characters of a text that is meant to take long


def only_proving(reason: str) -> pytest.MarkDecorator:
    """For a test that is skipped, with the reason, outside `./run prove`."""
    return pytest.mark.skipif(not PROVE, reason=f"{reason}: ./run prove")


def briefly(values: Collection[Any], short: Collection[Any]) -> list[Any]:
    """Parameters of a test: those of `short` always, the others in `./run prove` only."""
    assert set(short) < set(values)
    marks = (pytest.mark.slow, only_proving(f"{len(short)} of {len(values)} here, all"))
    return [value if value in short else pytest.param(value, marks=marks) for value in values]
