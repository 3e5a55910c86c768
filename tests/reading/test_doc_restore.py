"""Form fields of a .doc go back to the paragraphs that they were in."""

from __future__ import annotations

from soppa_mailbot.reading.doc_fields import DocParagraph, FormData, Placed
from soppa_mailbot.reading.doc_restore import _matched, _pairs

LIST = FormData("choice", "list", None, False, ("Choose one", "SAML 2.0"), 1)
END = ""  # of a row of a table


def story(*said: str) -> list[DocParagraph]:
    """ "*" is a cell that shows nothing but its list."""
    return [
        DocParagraph("", [Placed(0, 0, LIST, "FORMDROPDOWN")]) if text == "*" else DocParagraph(text) for text in said
    ]


def where(said: list[DocParagraph], texts: list[str]) -> list[int]:
    return [target for _, target in _matched(said, texts)]


def test_ends_of_rows_take_no_list() -> None:
    said = story("17", "Sign-on", "*", END, "18", "Rosters", "By CSV", END, "19", "Hosting", "Ohio", END)
    texts = ["17", "Sign-on", "", "18", "Rosters", "By CSV", "19", "Hosting", "Ohio"]
    assert where(said, texts) == [2]


def test_several_in_one_table() -> None:
    said = story("6", "Seller", "*", END, "B", END, "7", "Sign-on", "*", END, "8", "Rosters", "CSV", "-", END)
    texts = ["6", "Seller", "", "B", "7", "Sign-on", "", "8", "Rosters", "CSV", "-"]
    assert where(said, texts) == [2, 6]


def test_lists_away_from_all_words_are_not_placed() -> None:
    said = story("Site", "", END, "*", "", END, "Date")
    texts = ["Place", "", "", "", "Day"]
    assert _pairs(said, [p.text if p.text or p.fields else None for p in said], texts, beside_words=True) == []
