"""Dashes in the cells of a copy whose form takes them for N/A (`common.dash_answers`): they are read as what they say.

A dash counts where it is all that a cell, a field or a note holds, as words between others mean something else. What
every company has, as its name, a signer and the day, it does not answer for certain.
"""

from __future__ import annotations

from dataclasses import replace

from soppa_mailbot.forms.common.dash_answers import answered_by_dash, is_cell_of_dash, is_dash, stands_alone
from soppa_mailbot.model import Blank, Document, Field, FormPart, Page, Paragraph, PlaceReading

_SAID = "N/A"
_WHY = "a dash or N/A where each company has an answer"


def with_dashes_said(document: Document, blank: Blank) -> Document:
    """The paper as it is held against a blank, a dash by itself as "N/A" where the blank takes it for that."""
    if not blank.takes_dashes:
        return document
    return replace(
        document,
        pages=tuple(_page(p) for p in document.pages),
        flow=tuple(_paragraph(p) for p in document.flow),
        fields=tuple(_field(f) for f in document.fields),
    )


def with_dashes_doubted(part: FormPart, document: Document, blank: Blank) -> FormPart:
    """The copy of a form that takes dashes; those in places that they do not answer are read for no answer."""
    if not blank.takes_dashes or with_dashes_said(document, blank) == document:
        return part
    return replace(part, readings=tuple(map(_doubted, part.readings)))


def _doubted(reading: PlaceReading) -> PlaceReading:
    if reading.state != "filled" or reading.value != _SAID or answered_by_dash(reading.place):
        return reading
    return replace(reading, state="doubtful", why=_WHY)


def _page(page: Page) -> Page:
    if page.origin != "text":
        return page
    words = tuple(replace(w, text=_SAID) if stands_alone(w, page.words) else w for w in page.words)
    marks = tuple(replace(m, text=_SAID) if m.kind == "freetext" and is_dash(m.text) else m for m in page.marks)
    return replace(page, words=words, marks=marks)


def _paragraph(paragraph: Paragraph) -> Paragraph:
    if not is_cell_of_dash(paragraph):
        return paragraph
    runs = tuple(
        replace(r, text=_SAID if is_dash(r.text) else r.text, control=_field(r.control) if r.control else None)
        for r in paragraph.runs
    )
    return replace(paragraph, runs=runs)


def _field(field: Field) -> Field:
    told = field.kind == "text" and is_dash(field.value)
    return replace(field, value=_SAID) if told else field
