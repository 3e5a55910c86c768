"""Scans of which some pages lie over the PDF edition, and others are the print of the Word edition."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soppa_mailbot.forms.joined_editions import as_one_copy
from soppa_mailbot.model import Blank, Document, FormPart, Page, Place, PlaceReading

FLOWING = ("Full legal name", "made under a quote dated", "Company will do so within", "Telephone")
TABLED = ("Student name", "Grades", "Attendance")
SIGNED = ("Signature", "Printed name", "Date")


def place(identity: str, label: str, page: int, *, kind: str = "text", party: str = "operator") -> Place:
    option = label if kind == "check" else ""
    return Place(identity, kind, label, True, page=page, party=party, option=option)


def places(prefix: str, *, paged: bool) -> tuple[Place, ...]:
    """A Word file has no pages, its labels are whole sentences, and it has the parties' blocks row by row."""
    said = "" if paged else "The Company signs this, and "
    out = [place(f"{prefix}a{n}", said + t, paged * 1) for n, t in enumerate(FLOWING)]
    out += [place(f"{prefix}b{n}", t, paged * 2, kind="check") for n, t in enumerate(TABLED)]
    sides = [(t, party) for t in SIGNED for party in ("operator", "district")]
    sides = sorted(sides, key=lambda s: s[1], reverse=True) if paged else sides
    out += [place(f"{prefix}c{t}{party}", t, paged * 3, party=party) for t, party in sides]
    return tuple(out)


def blank(identity: str, held: tuple[Place, ...], pages: int) -> Blank:
    sheets = tuple(Page(n + 1, 612, 792, ()) for n in range(pages))
    return Blank(identity, "soppa", "Agreement", identity, Document(identity, identity, pages=sheets), held)


WORD = blank("form.docx", places("w", paged=False), 0)
PAGED = blank("form.pdf", places("p", paged=True), 3)


def part(of: Blank, pages: tuple[int, ...], held: tuple[Place, ...], *, how: str = "scan") -> FormPart:
    readings = tuple(PlaceReading(p, "filled", p.label) for p in held)
    laid = tuple(sorted({p.page for p in held})) if of is PAGED else ()
    return FormPart("soppa", of.id, "d", "scan.pdf", pages, laid, readings, 0.98, how)


def by_word(*letters: str) -> tuple[Place, ...]:
    return tuple(p for p in WORD.places if p.id[1] in letters)


def by_page(*letters: str) -> tuple[Place, ...]:
    return tuple(p for p in PAGED.places if p.id[1] in letters)


def test_pages_of_both_are_one_copy() -> None:
    parts = as_one_copy([part(WORD, (1,), by_word("a")), part(PAGED, (2, 3), by_page("b", "c"))], (WORD, PAGED))
    assert {p.blank for p in parts} == {"form.pdf"}
    assert sorted(n for p in parts for n in p.blank_pages) == [1, 2, 3]
    read = {r.place.id: r for p in parts for r in p.readings}
    assert set(read) == {p.id for p in PAGED.places}
    assert read["pa1"].value == "The Company signs this, and made under a quote dated"


def test_blocks_that_stand_side_by_side_are_told_by_party() -> None:
    held = (*by_word("a"), *by_word("c"))
    (laid, told) = as_one_copy([part(WORD, (1, 3), held), part(PAGED, (2,), by_page("b"))], (WORD, PAGED))
    assert (laid.blank_pages, told.blank_pages) == ((2,), (1, 3))
    of = {r.place.id: r for r in told.readings}
    assert all(of[p.id].state == "filled" and p.label in of[p.id].value for p in by_page("a", "c"))


def test_a_page_that_is_not_there_stays_missing() -> None:
    parts = as_one_copy([part(WORD, (1,), by_word("a")), part(PAGED, (2,), by_page("c"))], (WORD, PAGED))
    assert sorted(n for p in parts for n in p.blank_pages) == [1, 3]


def test_a_place_that_the_word_edition_lacks_is_doubtful() -> None:
    shorter = replace(WORD, places=tuple(p for p in WORD.places if p.id != "wa2"))
    found = as_one_copy(
        [part(shorter, (1,), tuple(p for p in by_word("a") if p.id != "wa2")), part(PAGED, (2, 3), by_page("b", "c"))],
        (shorter, PAGED),
    )
    states = {r.place.id: r.state for p in found for r in p.readings}
    assert states["pa2"] == "doubtful" and states["pa1"] == "filled"


@pytest.mark.parametrize("change", ["another form", "same page", "typed", "asks other things"])
def test_other_parts_stay_as_they_are(change: str) -> None:
    word, laid, known = part(WORD, (1,), by_word("a")), part(PAGED, (2, 3), by_page("b", "c")), (WORD, PAGED)
    if change == "another form":
        laid = part(PAGED, (), ())
        laid = replace(laid, form="rfi")
        known = (WORD, replace(PAGED, form="rfi"))
    elif change == "same page":
        laid = replace(laid, pages=(1, 3))
    elif change == "typed":
        word = replace(word, how="flow")
    else:
        known = (
            replace(WORD, places=tuple(replace(p, label=f"x{n}", option="") for n, p in enumerate(WORD.places))),
            PAGED,
        )
        known = (replace(known[0], places=known[0].places[:4]), PAGED)
    assert as_one_copy([word, laid], known) == [word, laid]
