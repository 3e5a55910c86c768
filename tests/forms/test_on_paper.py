"""A Word-only blank cannot be held against scans, and an administrator is told."""

from __future__ import annotations

from forms import form_papers as papers
from soppa_mailbot.forms.scans.on_paper import more_scans_go_to_people

WORD = papers.blank(papers.questionnaire_docx(), "rfi", papers.QUESTIONNAIRE, "q.docx")
PDF = papers.blank(papers.questionnaire(), "rfi", papers.QUESTIONNAIRE, "q.pdf")
OTHER = papers.blank(papers.agreement(), "rfi", papers.AGREEMENT, "a.pdf")


def test_a_word_file_alone() -> None:
    for blanks in ((WORD,), (WORD, OTHER)):
        told = more_scans_go_to_people(WORD, blanks)
        assert told.startswith("scans, faxes and photographs of this version are read word by word")
        assert "PDF" in told
        assert "forms.rfi.blanks" in told


def test_with_the_pdf_that_word_prints() -> None:
    assert more_scans_go_to_people(WORD, (WORD, OTHER, PDF)) == ""
    assert more_scans_go_to_people(PDF, (PDF,)) == ""
