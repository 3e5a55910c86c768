"""Mutations of real PDF, Word and picture files: an Opened or CannotRead, never another exception.

PDFium may abort the process on worse files than these; the sandbox's own tests show that this costs one attachment.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import docx as python_docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.reading import docx, image, pdf
from soppa_mailbot.reading.base import CannotRead, Limits, Opened

LIMITS = Limits(max_words=2_000, max_unpacked=5_000_000, max_pages=5, max_ocr_seconds=0.0)


def form() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=0)
    canvas.drawString(72, 700, "Name of the operator ______")
    canvas.rect(72, 600, 10, 10)
    canvas.acroForm.textfield(name="school", x=100, y=500, value="Oak")
    canvas.acroForm.checkbox(name="yes", x=100, y=450, checked=True)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def letter() -> bytes:
    document = python_docx.Document()
    document.add_paragraph("Dear District")
    document.add_table(2, 2).cell(0, 0).text = "Name"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def fax() -> bytes:
    out = io.BytesIO()
    page = Image.new("1", (300, 200), 1)
    page.paste(0, (40, 50, 200, 60))
    page.save(out, "TIFF", compression="group4", save_all=True, append_images=[page], dpi=(204, 98))
    return out.getvalue()


READERS: dict[str, tuple[Callable[[bytes, Limits], Opened], bytes]] = {
    "pdf": (pdf.read, form()),
    "docx": (docx.read, letter()),
    "tiff": (image.read, fax()),
}

edits = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(("set", "cut", "double", "move")), st.binary(min_size=1, max_size=6)),
    min_size=1,
    max_size=12,
)


def mutated(data: bytes, changes: list[tuple[float, str, bytes]]) -> bytes:
    out = bytearray(data)
    for where, how, new in changes:
        at = int(where * max(len(out) - 1, 0))
        if how == "set":
            out[at : at + len(new)] = new
        elif how == "cut":
            del out[at : at + 7 * len(new)]
        elif how == "double":
            out[at:at] = out[at : at + 9]
        else:
            out[at:at] = out[-30:]
    return bytes(out)


@pytest.mark.filterwarnings("ignore")  # decoders warn of what we break on purpose
@pytest.mark.parametrize("kind", sorted(READERS))
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes=edits)
def test_mutations_of_real_files(kind: str, changes: list[tuple[float, str, bytes]]) -> None:
    reader, data = READERS[kind]
    try:
        opened = reader(mutated(data, changes), LIMITS)
    except CannotRead as error:
        assert error.detail
    else:
        assert len(opened.pages) <= LIMITS.max_pages


@pytest.mark.parametrize("kind", sorted(READERS))
def test_every_cut_of_a_real_file(kind: str) -> None:
    reader, data = READERS[kind]
    for end in range(0, len(data), max(1, len(data) // 150)):
        with pytest.raises(CannotRead):
            reader(data[:end], LIMITS)
