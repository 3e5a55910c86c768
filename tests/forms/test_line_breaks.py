"""Words on other lines, and in other sentences, of the paragraph that a place of a Word form stands in."""

from __future__ import annotations

import docx
import form_papers as papers

TITLE = "Agreement for the protection of records"
LINE = "_" * 24
BREACH = (
    "7. Breach. Operator notifies the District in the most expedient time possible and without unreasonable delay, but "
    "no later than thirty days after it was determined. Operator's contact for matters of a breach (name, telephone): "
)


def labels(*paragraphs: str) -> list[str]:
    document = docx.Document()
    for text in (TITLE, *paragraphs):
        document.add_paragraph(text)
    blank = papers.blank(papers.saved(document), "soppa", TITLE, "form.docx")
    return [p.label for p in blank.places]


def test_a_heading_on_the_line_above_is_no_part_of_a_label() -> None:
    assert labels(f"For district use\nReceived by: {LINE} Date received: {LINE}") == ["Received by", "Date received"]


def test_a_sentence_goes_on_over_a_line_break() -> None:
    assert labels(f"Who at the company\nkeeps the keys? {LINE}") == ["Who at the company keeps the keys?"]


def test_a_long_clause_is_named_by_what_it_asks_for() -> None:
    assert labels(f"{BREACH}{LINE}") == ["Operator's contact for matters of a breach (name, telephone)"]


def test_what_a_contract_calls_one_place_names_no_other() -> None:
    text = f"between the District and {LINE} (“Operator”), organized in the State of {LINE}, with offices at {LINE}."
    assert labels(text) == ["between the District and", "organized in the State of", "with offices at"]
