"""Old Word documents: the form fields that converters lose are found in the file's own structures."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import olefile
import pytest

from made_files import ole_of
from soppa_mailbot.model import Reason, flow_text
from soppa_mailbot.reading import doc
from soppa_mailbot.reading.base import CannotRead, Limits, Opened
from soppa_mailbot.reading.doc_fields import Word97, paragraphs

DATA = (Path(__file__).parent.parent / "data" / "reading" / "legacy-fields.doc").read_bytes()


@pytest.fixture(scope="module")
def opened() -> Opened:
    return doc.read(DATA, Limits())


def test_boxes_keep_their_state(opened: Opened) -> None:
    states = {f.name: f.filled for f in opened.fields if f.kind == "check"}
    assert len(states) == 25
    assert states["platforms_1"]
    assert not states["platforms_2"]
    assert (states["ai_1"], states["ai_2"]) == (False, True)
    assert "☐ Yes     ☒ No" in flow_text(opened.flow)


def test_text_fields_keep_their_names_and_values(opened: Opened) -> None:
    values = {f.name: (f.value, f.filled) for f in opened.fields if f.kind == "text"}
    assert values["phone"] == ("(330) 555-0180", True)
    assert values["fax"][1] is False, "five en-spaces are an empty field"


def test_tables_stay_tables(opened: Opened) -> None:
    cell = next(p.cell for p in opened.flow if p.text() == "(330) 555-0180")
    label = next(p for p in opened.flow if p.text() == "Telephone")
    assert cell is not None
    assert label.cell == (cell[0], cell[1], 0)


def streams() -> dict[str, bytes]:
    with olefile.OleFileIO(io.BytesIO(DATA)) as ole:
        return {name: ole.openstream(name).read() for name in ("WordDocument", "1Table", "Data")}


def test_without_a_converter_paragraphs_and_boxes_remain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "_converted", lambda data: None)
    bare = doc.read(DATA, Limits())
    assert sum(f.kind == "check" and f.filled for f in bare.fields) == sum(
        f.kind == "check" and f.filled for f in doc.read(DATA, Limits()).fields
    )
    assert "tables could not be read as such" not in bare.notes


def test_without_a_converter_tables_stay_tables(monkeypatch: pytest.MonkeyPatch, opened: Opened) -> None:
    monkeypatch.setattr(doc, "_converted", lambda data: None)
    bare = doc.read(DATA, Limits())
    assert [(p.cell, p.text()) for p in bare.flow if p.cell] == [(p.cell, p.text()) for p in opened.flow if p.cell]


def test_without_a_converter_and_without_formatting_no_cells_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "_converted", lambda data: None)
    kept = streams()
    word = bytearray(kept["WordDocument"])
    for rubbish in (struct.pack("<II", 0, 0), struct.pack("<II", 0, 9), struct.pack("<II", 64, 4000)):
        word[0x9A + 8 * 13 : 0x9A + 8 * 14] = rubbish
        bare = doc.read(ole_of({**kept, "WordDocument": bytes(word)}), Limits())
        assert not any(p.cell for p in bare.flow)
        assert "tables could not be read as such" in bare.notes


def with_picture(sign: str, size: int = 120) -> bytes:
    """The file with a picture in its text in place of its first form field, or with something that floats over it."""
    kept = streams()
    word, data = bytearray(kept["WordDocument"]), bytearray(kept["Data"])
    read = Word97(kept["WordDocument"], kept["1Table"], kept["Data"])
    story, places = read.text_and_places()
    begin = story.index("\x13")
    at = story.index("\x01", begin)
    for n in range(begin, story.index("\x15", begin) + 1):
        if story[n] in "\x13\x14\x15":
            word[places[n]] = ord(" ")
    word[places[at]] = ord(sign)
    pointer = read._pointer(places[at])
    assert pointer is not None
    struct.pack_into("<IHH", data, pointer, size, 68, 0x64)
    return ole_of({**kept, "WordDocument": bytes(word), "Data": bytes(data)})


def test_without_a_converter_pictures_remain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "_converted", lambda data: None)
    assert not any(run.image for p in doc.read(DATA, Limits()).flow for run in p.runs)
    (found,) = (p for p in doc.read(with_picture("\x01"), Limits()).flow if any(run.image for run in p.runs))
    assert "FORM" in found.text()
    for wrong in (0, 1 << 30):
        assert not any(r.image for p in doc.read(with_picture("\x01", wrong), Limits()).flow for r in p.runs)


def test_without_a_converter_what_floats_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "_converted", lambda data: None)
    assert doc.read(DATA, Limits()).unread == ()
    (told,) = doc.read(with_picture("\x08"), Limits()).unread
    assert "drawn" in told.detail


def test_lost_form_data_is_said() -> None:
    kept = streams()
    lost = doc.read(ole_of({**kept, "Data": bytes(len(kept["Data"]))}), Limits())
    assert any("check boxes" in left.detail for left in lost.unread)


def test_encrypted_and_ancient_documents() -> None:
    kept = streams()
    word = bytearray(kept["WordDocument"])
    word[11] |= 1
    with pytest.raises(CannotRead) as caught:
        doc.read(ole_of({**kept, "WordDocument": bytes(word)}), Limits())
    assert caught.value.reason == Reason.ENCRYPTED
    word = bytearray(kept["WordDocument"])
    word[2:4] = b"\x65\x00"
    with pytest.raises(CannotRead) as caught:
        doc.read(ole_of({**kept, "WordDocument": bytes(word)}), Limits())
    assert caught.value.reason == Reason.UNSUPPORTED


@pytest.mark.parametrize("step", [7, 13, 29])
def test_rubbish_in_its_structures_never_escapes(step: int) -> None:
    kept = streams()
    table = bytes(b ^ 0x5A if n % step == 0 else b for n, b in enumerate(kept["1Table"]))
    try:
        paragraphs(Word97(kept["WordDocument"], table, kept["Data"]))
    except (ValueError, IndexError, OverflowError):
        pass
    except Exception as error:  # noqa: BLE001 - struct.error is what `doc` expects besides
        assert type(error).__name__ == "error"
    try:
        doc.read(ole_of({**kept, "1Table": table}), Limits())
    except CannotRead as error:
        assert error.reason == Reason.DAMAGED
