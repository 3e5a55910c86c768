"""Papers beside the signed form that take its terms back."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.papers import find
from soppa_mailbot.forms.papers.riders import DETAIL, taken_back
from soppa_mailbot.model import Document, Paragraph, Run

RIDERS = [
    "Exceptions to the SOPPA Addendum\nThe vendor takes these exceptions.\nSection 10 is deleted.",
    "Vendor's requested changes to your form\nSection 6: 72 hours instead of 24 hours",
    "SOPPA Addendum - Vendor Redlines\n1. Section 10: delete",
    "Rider to the Student Data Privacy Addendum\nThe terms of our MSA take precedence over the Addendum.",
    "Deviations from the District's terms\nWe cannot accept clause 4.",
]
OTHERS = [
    "Exceptions to the SOPPA Addendum: None",
    "Exceptions to the SOPPA Addendum\nThe vendor takes no exception to sections 1 to 12.",
    "Exhibit A to the SOPPA Addendum\nSubcontractors: see section 3. Data is deleted after 30 days.",
    "Master Agreement\nIf there is a conflict the SOPPA Addendum prevails over this Agreement.",
    "Amendment 1 to the Subscription Agreement\nSection 3 is amended as follows",
    "Dear buyer, attached is the signed SOPPA addendum, without exceptions.",
    "White paper\nExceptions to the data privacy controls are reviewed each year. Data is deleted after 30 days.",
]


@pytest.mark.parametrize("text", RIDERS)
def test_riders(text: str) -> None:
    assert taken_back(text) and taken_back(text) in text
    document = Document("a", "paper.docx", flow=tuple(Paragraph((Run(line),)) for line in text.splitlines()))
    (paper,) = find([document], []).findings
    assert (paper.detail, paper.topic) == (DETAIL, "soppa_form")


@pytest.mark.parametrize("text", OTHERS)
def test_papers_that_take_nothing_back(text: str) -> None:
    assert taken_back(text) == ""
