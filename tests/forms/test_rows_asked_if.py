"""Rows on a printed page that ask first whether there is anything to say, and whose further cells hang on that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soppa_mailbot.forms.blanks.rows_asked_if import asked_if
from soppa_mailbot.forms.common.conditions import CHECKED, YES
from soppa_mailbot.model import Document, Page, Place, Word

ROWS = ("Home address", "Grades", "Photo")
COLLECTED = "Collected? (Y/N)"


def head(text: str = "Collected?", left: float = 190, top: float = 180) -> Word:
    return Word(text, (left, top, left + 40, top + 10))


def document(*words: Word) -> Document:
    return Document("d", "form.pdf", pages=(Page(1, 612, 792, words), Page(2, 612, 792, ())))


def boxes(*options: str, left: float = 205, rows: tuple[str, ...] = ROWS) -> list[Place]:
    """A box in each row, or one for each option."""
    out = []
    for n, row in enumerate(rows):
        y = 200.0 + 20 * n
        for m, option in enumerate(options or (row,)):
            box = (left + 20 * m, y, left + 20 * m + 10, y + 10)
            group = row if options else ""
            given = {"option": option, "group": group, "group_label": group, "page": 1, "box": box}
            out.append(Place(f"b{left:.0f} {n}{m}", "check", option, True, **given))  # type: ignore[arg-type]
    return out


def cells(asked: str, kind: str = "text", left: float = 260, **more: object) -> list[Place]:
    out = []
    for n, row in enumerate(ROWS):
        box = (left, 200.0 + 20 * n, left + 90, 214.0 + 20 * n)
        out.append(Place(f"{asked} {n}", kind, f"{row} {asked}", True, page=1, box=box, **more))  # type: ignore[arg-type]
    return out


def hung(places: list[Place], *words: Word) -> list[str]:
    return [answer for _, answer in asked_if(places, document(*words)).values()]


@pytest.mark.parametrize(
    ("first", "answer"),
    [
        (boxes(), CHECKED),
        (boxes("Y", "N"), YES),
        (cells(COLLECTED, left=190), YES),
        (cells("collected", "choice", left=190, choices=("Yes", "No")), YES),
    ],
)
def test_further_cells_of_a_row_hang_on_its_first(first: list[Place], answer: str) -> None:
    places = [*first, *cells("purpose")]
    assert hung(places, head()) == [answer] * len(ROWS)
    assert [ids for ids, _ in asked_if(places, document(head())).values()] == [
        (p.id,) for p in first if p.kind != "check" or p.option not in ("N",)
    ]


@pytest.mark.parametrize(
    "words",
    [
        (),
        (head(top=120),),  # far above
        (head(top=203),),  # beside the boxes
        (head(left=100),),  # over the names of the rows
        (head(left=280),),  # over the next column
        (head(), head("never", left=186, top=168)),
    ],
)
def test_boxes_under_no_such_head(words: tuple[Word, ...]) -> None:
    assert hung([*boxes(), *cells("purpose")], *words) == []


def test_a_head_in_two_lines() -> None:
    words = (head("Check", top=168), head("used", left=215, top=182), head("if", left=184, top=180))
    assert hung([*boxes(), *cells("purpose")], *words) == [CHECKED] * len(ROWS)


@pytest.mark.parametrize(
    "places",
    [
        [*boxes(rows=ROWS[:1]), *cells("purpose")],  # no column
        [*boxes("Yes", "Partly"), *cells("purpose")],  # No is no answer
        [*boxes(), *(replace(p, page=2) for p in cells("purpose"))],
        [*boxes(), *(replace(p, box=(260, 400, 350, 414)) for p in cells("purpose"))],  # of no row
        [*(replace(p, box=(205 + 90 * n, *p.box[1:])) for n, p in enumerate(boxes()) if p.box), *cells("purpose")],
        [*(replace(p, page=1 + n) for n, p in enumerate(boxes()[:2])), *cells("purpose")],
        [*(replace(p, party="district") for p in boxes()), *cells("purpose")],
        [*(replace(p, role="signature") for p in boxes()), *cells("purpose")],
        [*boxes(), *cells("purpose", party="district")],
        [*boxes(), *cells("product", role="product")],
        [*boxes(), *cells("approval", "signature")],
        [*boxes(), *cells("approval", role="signature")],
        [*boxes(), *cells("purpose", "check")],
        [*cells("purpose"), *boxes()],  # what stands before the question
        [*cells(COLLECTED, left=190), *cells("encrypted (yes/no)")],
        [*cells(COLLECTED, left=190), *cells("shared")],
        [*cells(COLLECTED, left=190), *cells("printed name")],
        [*cells("collected", left=190), *cells("purpose")],
        [*cells("collected", "choice", left=190, choices=("All", "Some")), *cells("purpose")],
        # the answers that ask for it are not of one kind
        [*boxes(left=130), *cells("Used? (Y/N)", left=190), *cells("purpose")],
        # of what is not shared it is asked, whatever is collected
        [*cells(COLLECTED, left=130), *cells("Shared? (Y/N)", left=190), *cells("purpose")],
    ],
)
def test_what_hangs_on_no_answer(places: list[Place]) -> None:
    assert hung(places, head(), head(left=115)) == []
