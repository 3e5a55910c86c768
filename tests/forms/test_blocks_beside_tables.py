"""Both parties sign beside each other, in a Word form with tables that LibreOffice printed to a PDF."""

from __future__ import annotations

from pathlib import Path

import form_papers as papers

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise

FILES = Path(__file__).parents[1] / "data" / "forms"
OPTIONAL = (
    "Purpose, if collected", "Other elements collected, if any", "Subcontractor 2, if any", "Subcontractor 3, if any",
    "Explanation of any No answer",
)  # fmt: skip


def test_cells_are_kept_while_blocks_are_split() -> None:
    """Where the lines of both blocks are not level they are read apart; the tables over them keep their cells."""
    form = (FILES / "blocks-beside-tables.docx").read_bytes()
    blank = papers.blank(form, "soppa", "Student Data Protection Agreement", "agreement.docx", OPTIONAL)
    paper = papers.read((FILES / "blocks-beside-tables.pdf").read_bytes())
    (read,) = assemble(recognise(paper, (blank,)), (blank,))
    assert (read.status, read.open, read.unsigned) == ("complete", (), False)
