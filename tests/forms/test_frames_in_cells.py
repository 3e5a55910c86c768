"""Cells with a caption over a framed box, as office programs draw form fields in tables: each has its own caption."""

from __future__ import annotations

import io
from itertools import pairwise

import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.model import Place

TITLE = "Vendor Information Request"
ROWS = (
    ("Company (legal name)", "Doing business as"),
    ("Person to contact", "Job title", "E-mail"),
    ("Telephone", "Reseller"),
    ("Product", "Hosting company", "Place of the data"),
)
EDGES = {2: (42, 350, 570), 3: (42, 218, 350, 570)}


def page(inset: float, *, fields: bool) -> bytes:
    """`inset`: points from a cell's border to the frame in it."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(42, 740, TITLE)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(42, 722, 'Cedar Bluff District 14. Answer every question; write "none" where nothing applies.')
    for n, row in enumerate(ROWS):
        bottom = 670 - 35 * n
        for caption, (left, right) in zip(row, pairwise(EDGES[len(row)]), strict=True):
            canvas.rect(left, bottom, right - left, 35)
            canvas.drawString(left + inset, bottom + 25, caption)
            box = (left + inset, bottom + 3, right - left - inset - 6, 17)
            canvas.rect(*box)
            if fields:
                canvas.acroForm.textfield(f"Text{n}{left}", x=box[0], y=box[1], width=box[2], height=box[3])
    canvas.save()
    return out.getvalue()


def labels(places: tuple[Place, ...]) -> list[str]:
    return sorted(p.label for p in places)


@pytest.mark.parametrize("inset", [2.3, 5.0])
@pytest.mark.parametrize("fields", [False, True])
def test_each_frame_has_the_caption_of_its_own_cell(inset: float, fields: bool) -> None:
    learnt = papers.blank(page(inset, fields=fields), "rfi", TITLE)
    assert labels(learnt.places) == sorted(caption for row in ROWS for caption in row)
