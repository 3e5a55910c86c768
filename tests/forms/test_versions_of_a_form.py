"""One `optional` list serves all versions of a form: a name that one of them knows is no mistake."""

from __future__ import annotations

import docx
import form_papers as papers

from soppa_mailbot.forms.blanks.blank import versions
from soppa_mailbot.model import Blank

TITLE = "Questions for Vendors"


def learnt(*labels: str) -> Blank:
    document = docx.Document()
    for text in (TITLE, *(f"{label}: {'_' * 30}" for label in labels)):
        document.add_paragraph(text)
    return papers.blank(papers.saved(document), "rfi", TITLE, "form.docx", ("Fax", "Reseller", "Nickname"))


def test_only_what_no_version_has_is_noted() -> None:
    this_year, last_year = learnt("Company", "Fax", "Product"), learnt("Company", "Reseller", "Product")
    assert {n.split('"')[1] for n in this_year.notes if n.startswith("optional")} == {"Reseller", "Nickname"}
    for blank in versions([this_year, last_year]):
        assert [n.split('"')[1] for n in blank.notes if n.startswith("optional")] == ["Nickname"]
        assert [p.label for p in blank.places if p.required] == ["Company", "Product"]


def test_one_version_keeps_its_notes() -> None:
    (blank,) = versions([learnt("Company", "Product")])
    assert len([n for n in blank.notes if n.startswith("optional")]) == 3
    assert versions([]) == ()
