"""What a `.doc` ([MS-DOC]) holds beside its text: its pictures, and legacy form fields, which converters lose: where
they stand and whether a box is ticked.

A form field is a field (0x13 instruction 0x14 result 0x15) whose instruction holds a character 0x01; that character's
formatting (sprmCPicLocation) points into the Data stream, at a NilPICFAndBinData with the FFData (§2.9.78).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass, field

from soppa_mailbot import lazy_re as re

_FIB_CCP_TEXT, _FIB_FC_LCB = 0x4C, 0x9A  # §2.5.1: FibRgLw97.ccpText and the first pair of FibRgFcLcb97
_CHPX_TABLE, _CLX = 12, 33  # pairs of FibRgFcLcb97: PlcfBteChpx and Clx
_SPRM_PIC_LOCATION = 0x6A03
OPERAND_SIZE = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}  # by spra, §2.2.5.1
_PICTURES = (0x64, 0x66)  # MFPF.mm, §2.9.156: a picture in the file, and one beside it
_LEAST = 100  # bytes of a picture with its header
_MAX_TEXT = 5_000_000
_FORM = re.compile(r"\s*(FORMTEXT|FORMCHECKBOX|FORMDROPDOWN)\b")


@dataclass(frozen=True, slots=True)
class FormData:
    """FFData, as far as it is needed."""

    kind: str  # text | check | choice
    name: str
    checked: bool | None  # None: neither set nor cleared, the default counts
    default: bool
    options: tuple[str, ...] = ()
    selected: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A form field in its paragraph: characters `start` to `end` of the visible text are its result."""

    start: int
    end: int
    data: FormData | None  # None where the pointer leads nowhere
    instruction: str


@dataclass(slots=True)
class DocParagraph:
    text: str = ""
    fields: list[Placed] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)  # before which of its characters one stands
    end: int = -1  # offset of the mark that ends it
    ends_cell: bool = False  # that mark ends a cell of a table, or a row
    drawn: bool = False  # something is anchored here that floats over the page: a picture, a line, a text box


class Word97:
    """The streams of a Word 97-2007 document. Raises ValueError or struct.error on damage."""

    def __init__(self, word: bytes, table: bytes, data: bytes) -> None:
        self._word, self._table, self._data = word, table, data
        (self._length,) = struct.unpack_from("<I", word, _FIB_CCP_TEXT)
        if self._length > _MAX_TEXT:
            raise ValueError("text too long")
        self._pieces = self._read_pieces()
        self._runs = self._read_character_runs()

    def pair(self, index: int) -> bytes:
        """The part of the table stream to which a pair of FibRgFcLcb97 points."""
        offset, size = struct.unpack_from("<II", self._word, _FIB_FC_LCB + 8 * index)
        return self._table[offset : offset + size]

    def page(self, number: int) -> bytes:
        """A page of formatting (an Fkp) in the WordDocument stream."""
        return self._word[(number & 0x3FFFFF) * 512 :][:512]

    def _read_pieces(self) -> list[tuple[int, int, int, bool]]:
        """First and last character position, offset in the WordDocument stream, and whether it has 8 bits (§2.8.35)."""
        clx = self.pair(_CLX)
        at = 0
        while clx[at : at + 1] == b"\x01":  # Prc: formatting for complex pieces
            at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
        (size,) = struct.unpack_from("<I", clx, at + 1)
        plc = clx[at + 5 : at + 5 + size]
        count = (len(plc) - 4) // 12
        starts = struct.unpack_from(f"<{count + 1}I", plc)
        pieces = []
        for number in range(count):
            (where,) = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * number + 2)
            narrow = bool(where & 0x40000000)
            where &= 0x3FFFFFFF
            pieces.append((starts[number], starts[number + 1], where // 2 if narrow else where, narrow))
        return pieces

    def _read_character_runs(self) -> list[tuple[int, int, int]]:
        """First and last offset of text, and where it points into the Data stream, for runs that point there."""
        plc = self.pair(_CHPX_TABLE)
        count = (len(plc) - 4) // 8
        runs: list[tuple[int, int, int]] = []
        for (number,) in struct.iter_unpack("<I", plc[4 * (count + 1) : 4 * (count + 1) + 4 * count]):
            page = self.page(number)
            if len(page) == 512:
                runs += _pointing_runs(page)
        return sorted(runs)

    def text_and_places(self) -> tuple[str, list[int]]:
        """The main story, and the stream offset of each of its characters."""
        text: list[str] = []
        places: list[int] = []
        for start, end, where, narrow in self._pieces:
            count = min(end, self._length) - start
            if count <= 0:
                continue
            if narrow:
                text.append(self._word[where : where + count].decode("cp1252", "replace"))
                places += range(where, where + count)
            else:
                raw = self._word[where : where + 2 * count]
                text += [chr(unit) for (unit,) in struct.iter_unpack("<H", raw[: len(raw) // 2 * 2])]
                places += range(where, where + 2 * count, 2)
        story = "".join(text)
        return story, places[: len(story)]

    def form_data(self, place: int) -> FormData | None:
        """The FFData that the character at this offset points to."""
        pointer = self._pointer(place)
        try:
            return None if pointer is None else _form_data(self._data, pointer)
        except (struct.error, ValueError, IndexError):
            return None

    def is_picture(self, place: int) -> bool:
        """Whether the character at this offset points to a picture (PICF, §2.9.192)."""
        pointer = self._pointer(place)
        if pointer is None or not 0 <= pointer <= len(self._data) - 8:
            return False
        size, _, kind = struct.unpack_from("<IHH", self._data, pointer)
        return kind in _PICTURES and _LEAST <= size <= len(self._data) - pointer

    def _pointer(self, place: int) -> int | None:
        index = bisect_right(self._runs, (place, 1 << 40, 0)) - 1
        if index < 0 or not self._runs[index][0] <= place < self._runs[index][1]:
            return None
        return self._runs[index][2]


def _pointing_runs(page: bytes) -> list[tuple[int, int, int]]:
    """Runs of one ChpxFkp (§2.9.33) with sprmCPicLocation."""
    count = page[511]
    if 4 * (count + 1) + count > 511:
        return []
    bounds = struct.unpack_from(f"<{count + 1}I", page)
    out = []
    for number in range(count):
        at = page[4 * (count + 1) + number] * 2
        if at and (pointer := _pic_location(page[at + 1 : at + 1 + page[at]])) is not None:
            out.append((bounds[number], bounds[number + 1], pointer))
    return out


def _pic_location(properties: bytes) -> int | None:
    at = 0
    while at + 2 <= len(properties):
        (sprm,) = struct.unpack_from("<H", properties, at)
        at += 2
        if sprm == _SPRM_PIC_LOCATION and at + 4 <= len(properties):
            return int(struct.unpack_from("<i", properties, at)[0])
        size = OPERAND_SIZE.get(sprm >> 13)
        at += size if size is not None else 1 + (properties[at] if at < len(properties) else 0)
    return None


def _form_data(data: bytes, at: int) -> FormData:
    _, header = struct.unpack_from("<IH", data, at)
    at += header
    version, bits = struct.unpack_from("<IH", data, at)
    if version != 0xFFFFFFFF or bits & 3 == 3:
        raise ValueError("no FFData")
    kind, result = bits & 3, bits >> 2 & 0x1F
    name, at = _counted(data, at + 10)
    default = 0
    if kind == 0:
        _, at = _counted(data, at)
    else:
        (default,) = struct.unpack_from("<H", data, at)
        at += 2
    options: list[str] = []
    if kind == 2:
        for _ in range(5):  # format, help, status, entry macro, exit macro
            _, at = _counted(data, at)
        _, count, _ = struct.unpack_from("<HHH", data, at)
        at += 6
        for _ in range(min(count, 100)):
            (length,) = struct.unpack_from("<H", data, at)
            options.append(data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace"))
            at += 2 + 2 * length
    checked = None if result == 25 else result == 1  # 25: undefined
    selected = default if result == 25 else result
    return FormData(("text", "check", "choice")[kind], name, checked, default == 1, tuple(options), selected)


def _counted(data: bytes, at: int) -> tuple[str, int]:
    """An Xstz (§2.9.354): length, characters, a null."""
    (length,) = struct.unpack_from("<H", data, at)
    if length > 1000:
        raise ValueError("string too long")
    end = at + 2 + 2 * length
    return data[at + 2 : end].decode("utf-16-le", "replace"), end + 2


def paragraphs(document: Word97) -> list[DocParagraph]:
    """The main story as it is shown, paragraph by paragraph (cells end one too), with what else is in it."""
    story, places = document.text_and_places()
    out = [DocParagraph()]
    shown: list[str] = []
    stack: list[tuple[int, int, int]] = []  # open fields: position of 0x13, of 0x14 (-1: not yet), length shown then
    for position, sign in enumerate(story):
        if sign == "\x13":
            stack.append((position, -1, len(shown)))
        elif sign == "\x14" and stack:
            stack[-1] = (stack[-1][0], position, len(shown))
        elif sign == "\x15" and stack:
            begin, separator, at = stack.pop()
            instruction = story[begin + 1 : separator if separator >= 0 else position]
            if _FORM.match(instruction):
                out[-1].fields.append(_placed(document, instruction, begin, places, at, len(shown)))
        elif any(separator < 0 for _, separator, _ in stack):
            continue  # within an instruction
        elif sign == "\x01" and document.is_picture(places[position]):
            out[-1].pictures.append(len(shown))
        elif sign == "\x08":
            out[-1].drawn = True
        elif sign in "\r\x07\x0c":
            out[-1].text = "".join(shown)
            out[-1].end, out[-1].ends_cell = places[position], sign == "\x07"
            out.append(DocParagraph())
            shown = []
            stack = [(begin, separator, 0) for begin, separator, _ in stack]
        elif sign >= " " or sign in "\t\x0b":
            shown.append({"\x0b": "\n", "\x1e": "\u2011", "\xa0": "\xa0"}.get(sign, sign))
    out[-1].text = "".join(shown)
    return out


def _placed(document: Word97, instruction: str, begin: int, places: list[int], start: int, end: int) -> Placed:
    word = _FORM.match(instruction)
    pointer = instruction.find("\x01")
    at = begin + 1 + pointer
    data = document.form_data(places[at]) if pointer >= 0 and at < len(places) else None
    return Placed(start, end, data, word[1] if word else "")
