"""A column of remarks that the form itself fills in some rows: what stands empty beside boxes is not asked for."""

from __future__ import annotations

import pytest
from test_word_rows import learnt, read, table

BOXES = "☐ Yes   ☐ No"
DATA = ("Student name", "Student ID", "Birth date", "Attendance")


def rows(*remarks: str, head: str = "Remarks", boxes: str = BOXES) -> list[tuple[str, ...]]:
    return [("Element", head, "Collected?"), *((d, r, boxes) for d, r in zip(DATA, remarks, strict=True))]


@pytest.mark.parametrize("head", ["Remarks", "Notes or examples", "Description"])
def test_what_the_form_remarks_of_some_rows_is_not_asked_of_the_others(head: str) -> None:
    printed = rows("First and last", "Local or state", "", "", head=head)
    blank = learnt(table(printed))
    assert [p.label for p in blank.places if p.required and p.kind == "text"] == []
    assert [p.group_label for p in blank.places if p.option == "Yes"] == list(DATA)
    assert read(table([printed[0], *((d, r, "☒ Yes   ☐ No") for d, r, _ in printed[1:])]), blank).status == "complete"
    assert read(table([printed[0], *((d, r, "☒ Yes   ☐ No") for d, r, _ in printed[1:4]), printed[4]]), blank).open == (
        "Attendance",
    )


@pytest.mark.parametrize(
    "asked",
    [
        rows("", "", "", ""),  # all are the vendor's
        rows("e.g. first and last", "", "", ""),  # an example
        rows("First and last", "Local or state", "", "", head="Purpose"),
        rows("First and last", "Local or state", "", "", boxes=""),  # which of two cells answers nobody can tell
    ],
)
def test_other_columns_are_asked_for(asked: list[tuple[str, ...]]) -> None:
    white = sum(not text for _, remark, boxes in asked[1:] for text in (remark, boxes))
    assert sum(p.required and p.kind == "text" for p in learnt(table(asked)).places) == white
