"""Form fields that only give the field before them more room."""

from __future__ import annotations

import pytest

from soppa_mailbot.forms.blanks.continued import second_lines
from soppa_mailbot.model import Place


def line(name: str, top: float, label: str, *, left: float = 90.0) -> Place:
    return Place(name, "text", label, required=True, page=1, box=(left, top, 540.0, top + 16.0))


@pytest.mark.parametrize(
    ("names", "more"),
    [
        (("What does the product do 1", "What does the product do 2"), True),
        (("What does the product do 1", "What does the product do 3"), False),
        (("What does the product do 1", "Who uses the product 2"), False),
        (("Subcontractor 1", "Subcontractor 2"), False),
        (("Signature of Owner 1", "Signature of Owner 2"), False),
        (("Name of subprocessor 1", "Name of subprocessor 2"), False),
    ],
)
def test_fields_named_as_lines_of_one_answer(names: tuple[str, str], more: bool) -> None:
    first, second = line(names[0], 200, "What does it do?"), line(names[1], 222, "E. WHO FILLED THIS OUT")
    assert second_lines([first, second]) == ({names[1]} if more else set())


def test_not_where_they_stand_elsewhere() -> None:
    first = line("What does the product do 1", 200, "What does it do?")
    assert second_lines([first, line("What does the product do 2", 400, "What does it do 2")]) == set()
