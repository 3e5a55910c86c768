"""Rules across the page between its sections, under labels that have lines or boxes of their own."""

from __future__ import annotations

import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.model import Place

TITLE = "Sheet of Facts on Learning Software"
INTRO = (
    "Companies that would like to offer software to the schools of the District fill in this sheet and mail it back."
)
LEFT, RIGHT = 60, 545
BOXES = "Is a report of an auditor available?   [  ] Yes   [  ] No"
SHORT, LONG = "_" * 30, "_" * 58


def places(over: str, next_line: str, size: int = 10, *, rules: int = 1) -> list[Place]:
    canvas: Canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(LEFT, 640, f"Company: {SHORT}")
    canvas.drawString(LEFT, 616, over)
    for n in range(rules):
        canvas.line(LEFT, 602 - 20 * n, RIGHT, 602 - 20 * n)
    canvas.setFont("Helvetica", size)
    canvas.drawString(LEFT, 570 - 20 * (rules - 1), next_line)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(LEFT, 540 - 20 * (rules - 1), f"Filled in by: {SHORT}")
    return list(papers.blank(canvas.getpdfdata(), "rfi", TITLE).places)


@pytest.mark.parametrize(
    ("over", "next_line", "size"),
    [
        (f"Telephone: {SHORT}", "2. About the product", 14),
        (f"Telephone: {SHORT}", "The company answers all that follows for its own staff.", 10),
        (f"What is it called? {SHORT}", "2. About the product", 14),
        (f"Second contact: {SHORT}  Email: {'_' * 25}", "2. About the product", 14),
        (f"Second contact: {SHORT}  Email: {'_' * 25}", "ABOUT THE PRODUCT", 10),
        (BOXES, "Part B Data", 13),
    ],
)
def test_a_rule_that_parts_sections_is_no_line(over: str, next_line: str, size: int) -> None:
    assert len([p for p in places(over, next_line, size) if p.box and p.box[2] - p.box[0] > 450]) == 0


@pytest.mark.parametrize(
    ("over", "next_line", "size"),
    [
        ("What does it do, and who uses it?", "2. About the product", 14),  # nothing else is its line
        ("Telephone and address of the company:", "2. About the product", 14),
        (f"Where is the data kept? {LONG}", f"Last audit: {SHORT}", 10),  # its second line
        (BOXES, f"Last audit: {SHORT}", 10),  # room to explain
    ],
)
def test_a_rule_that_may_be_written_on_stays_a_line(over: str, next_line: str, size: int) -> None:
    assert any(p.box and p.box[2] - p.box[0] > 450 for p in places(over, next_line, size))


def test_two_rules_under_each_other_are_lines() -> None:
    assert any(p.box and p.box[2] - p.box[0] > 450 for p in places(f"Uses: {SHORT}", "2. Data", 14, rules=2))
