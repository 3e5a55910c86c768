"""A table of boxes over a page break."""

from __future__ import annotations

from collections.abc import Sequence

import form_papers as papers
import pytest

from soppa_mailbot.forms.blanks.continued import with_continued
from soppa_mailbot.model import Blank, Place


def box(identity: str, group: str, label: str, page: int) -> Place:
    return Place(identity, "check", identity, True, group=group, group_label=label, page=page)


def text(identity: str, page: int) -> Place:
    return Place(identity, "text", identity, True, page=page)


def groups(*places: Place) -> list[str]:
    return [p.group for p in with_continued(places)]


def test_the_same_heading_on_the_next_page_goes_on() -> None:
    assert groups(box("a", "p1g1", "Used", 1), box("b", "p2g1", "Used", 2), box("c", "p3g1", "Used", 3)) == ["p1g1"] * 3


def test_another_heading_or_something_between_ends_it() -> None:
    assert groups(box("a", "p1g1", "Used", 1), box("b", "p2g1", "Kept", 2)) == ["p1g1", "p2g1"]
    assert groups(box("a", "p1g1", "Used", 1), text("t", 2), box("b", "p2g1", "Used", 2)) == ["p1g1", "", "p2g1"]
    assert groups(box("a", "p1g1", "Used", 1), box("b", "p1g2", "Used", 1)) == ["p1g1", "p1g2"]
    assert groups(box("a", "p1g1", "Used", 1), box("b", "p3g1", "Used", 3)) == ["p1g1", "p3g1"]
    assert groups(box("a", "p1g1", "", 1), box("b", "p2g1", "", 2)) == ["p1g1", "p2g1"]


WIDTHS = (40, 160, 150, 140)
ROWS = ("Sign-in of administrators", "Encryption of data", "Penetration test", "Background checks", "Backups")


def table(*, heads_again: bool = False, foreign: bool = False, between: str = "") -> Blank:
    """Rows with boxes and a column "Remarks", of which the last two stand on the second page."""
    canvas = papers.canvas_of("Vendor Risk Questionnaire", "Answer every row of the table of safeguards.")

    def row(top: float, texts: Sequence[str], *, boxed: bool) -> None:
        left = 60.0
        for n, (wide, text) in enumerate(zip(WIDTHS, texts, strict=True)):
            canvas.rect(left, top - 30, wide, 30)
            canvas.drawString(left + 4, top - 14, text)
            if boxed and n == 2:
                for at, option in enumerate(("Yes", "No", "Planned")):
                    canvas.rect(left + 5 + 48 * at, top - 17, 8, 8)
                    canvas.drawString(left + 16 + 48 * at, top - 16, option)
            left += wide

    heads = ("", "Safeguard", "In place?", "Remarks")
    top = 130.0
    row(top + 30, heads, boxed=False)
    for n, text in enumerate(ROWS):
        if n == 3:
            canvas.showPage()
            canvas.setFont("Helvetica", 10)
            canvas.drawString(60, 770, "Vendor Risk Questionnaire, page 2")
            if between:
                canvas.drawString(60, 690, between)
            top = 680.0
            if heads_again or foreign:
                row(top, ("", "Insurance", "Held?", "Carrier") if foreign else heads, boxed=False)
                top -= 30
        row(top, (f"4.{n}", text, "", ""), boxed=True)
        top -= 30
    return papers.blank(canvas.getpdfdata(), "rfi", "Vendor Risk Questionnaire", "rfi.pdf", ("Remarks",))


def written(blank: Blank) -> list[str]:
    return [p.label for p in blank.places if p.kind == "text"]


@pytest.mark.parametrize("heads_again", [False, True])
def test_a_table_goes_on_under_the_heads_of_the_page_before(heads_again: bool) -> None:
    blank = table(heads_again=heads_again)
    assert written(blank) == [f"{row} remarks" for row in ROWS]
    assert not any(p.required for p in blank.places if p.kind == "text")
    assert len({p.group for p in blank.places if p.kind == "check"}) == len(ROWS)


def test_another_table_has_heads_of_its_own() -> None:
    assert written(table(foreign=True))[3:] == [f"{row} carrier" for row in ROWS[3:]]
    assert written(table(between="Part 5. Insurance that the vendor holds"))[3:] == list(ROWS[3:])


def at(identity: str, group: str, label: str, page: int, left: float, top: float) -> Place:
    place = (left, top, left + 10, top + 10)
    return Place(
        identity, "check", identity, True, group=group, group_label=label, option=identity, page=page, box=place
    )


TABLE = [at(f"{row}{x}", "p1g1", "Check all that apply", 1, x, 600.0 + row) for row in (0, 25) for x in (80, 240, 370)]


@pytest.mark.parametrize(
    ("lefts", "goes_on"),
    [((80, 240, 370), True), ((80, 240), True), ((80,), True), ((120, 280, 410), False), ((80, 300), False)],
)
def test_the_rest_of_a_table_of_several_columns(lefts: tuple[float, ...], goes_on: bool) -> None:
    rest = [at(f"rest{x}", "p2g1", "", 2, x, 80) for x in lefts]
    assert set(groups(*TABLE, *rest)) == ({"p1g1"} if goes_on else {"p1g1", "p2g1"})
