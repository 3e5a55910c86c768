"""Scans of a form that is in circulation as a Word file only: there is no page to lay them over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soppa_mailbot.forms.completeness import assemble
from word_prints import ASKED, ROWS, Filled, blank, halves, read, scanned

FULL = Filled(
    ("Northwind Learning", "WordNest", "Grades 4 to 8", "Lincoln School", "Ohio, AWS", "120"),
    frozenset({"Yes, it is", "Google"}),
)


def states(png: bytes) -> dict[str, str]:
    """State of each place by its label, or its option."""
    (part,) = read(png)
    assert not part.doubts, part.doubts
    return {r.place.option or r.place.label: r.state for r in part.readings}


@pytest.mark.parametrize("level", ["clean", "medium", "heavy", "fax", "photo"])
def test_every_place_is_told(level: str) -> None:
    answers = list(FULL.answers)
    answers[0], answers[2], answers[5] = "~", "", ""  # handwriting that nobody can read, and two left empty
    found = states(scanned(Filled(tuple(answers), FULL.ticks), level))
    wanted = {label: "filled" if answer else "empty" for (label, _), answer in zip(ROWS, answers, strict=True)}
    wanted |= {o: "filled" if o in FULL.ticks else "empty" for _, options in ASKED for o in options}
    wrong = {
        name: state
        for name, state in found.items()
        if state != wanted[name.rstrip("?:") if name not in wanted else name]
    }
    assert not {n: s for n, s in wrong.items() if s != "doubtful"}, wrong
    assert len(wrong) <= (0 if level in ("clean", "medium") else 2), wrong


def test_an_answer_beside_a_label_of_two_lines_is_its_answer() -> None:
    found = states(scanned(FULL))
    assert found[ROWS[2][0]] == "filled" and found[ROWS[3][0]] == "filled"


def test_a_full_form_is_complete_and_says_whether_the_law_applies() -> None:
    (form,) = assemble(read(scanned(FULL)), [blank()])
    assert (form.status, form.subject_to_soppa) == ("complete", True)
    assert (
        assemble(read(scanned(Filled(FULL.answers, frozenset({"No, it is not", "Google"})))), [blank()])[
            0
        ].subject_to_soppa
        is False
    )


def test_nothing_filled_in_is_blank() -> None:
    (form,) = assemble(
        read(
            scanned(Filled(("",) * len(ROWS), frozenset())),
        ),
        [blank()],
    )
    assert form.status == "blank"


def test_a_number_before_a_question_answers_nothing() -> None:
    """Word prints the numbers of a list and does not keep them in the text."""
    found = states(scanned(Filled((*FULL.answers[:5], ""), FULL.ticks)))
    assert found["Number of accounts"] == "empty"


@pytest.mark.parametrize("district", ["Cedar Hollow CUSD 214", "Juniper Bluff CUSD 241"])
def test_a_neighbours_form_is_never_taken_for_complete(district: str) -> None:
    forms = assemble(read(scanned(FULL, district=district)), [blank()])
    assert all(form.status == "doubtful" for form in forms)


def test_a_form_photographed_in_two_parts_is_put_together() -> None:
    top, bottom = halves(scanned(FULL, "clean"))
    parts = [*read(top), *(replace(p, document="b", filename="second.png") for p in read(bottom))]
    (form,) = assemble(parts, [blank()])
    assert (form.status, form.subject_to_soppa) == ("complete", True), (form.open, form.doubtful, form.doubts)
    (half,) = assemble(read(top), [blank()])
    assert half.status == "doubtful" and "on no picture" in half.doubts[0]
