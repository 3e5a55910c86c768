"""Whether a TIFF is all there (TIFF 6.0, 1992, section 2).

Decoders show the pages that they find: a fax of which the last page was lost on its way looks like a shorter fax. So
the chain of directories is followed, and every value, strip and tile must lie within the file.
"""

from __future__ import annotations

import struct

MAX_DIRECTORIES = 10_000
_OFFSETS, _COUNTS = (273, 324), (279, 325)  # of strips and of tiles
_WIDTHS = {3: "H", 4: "I"}  # field types SHORT and LONG
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}  # bytes, by field type
_MAX_PIECES = 100_000  # strips or tiles of one page


def missing_part(data: bytes) -> str:
    """What is lost, for people; "" when nothing is, or when it is a BigTIFF, which faxes and scanners do not write."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4])
    if order is None:
        return ""
    seen: set[int] = set()
    try:
        (at,) = struct.unpack_from(order + "I", data, 4)
        while at and at not in seen and len(seen) < MAX_DIRECTORIES:
            seen.add(at)
            if not _pieces_are_there(data, order, at):
                return f"cut off: page {len(seen)} is not whole"
            (entries,) = struct.unpack_from(order + "H", data, at)
            (at,) = struct.unpack_from(order + "I", data, at + 2 + 12 * entries)
    except struct.error:
        return f"cut off: page {max(len(seen), 1)} is not whole"
    return ""


def _pieces_are_there(data: bytes, order: str, at: int) -> bool:
    (entries,) = struct.unpack_from(order + "H", data, at)
    values: dict[int, tuple[int, ...]] = {}
    for index in range(entries):
        tag, kind, count = struct.unpack_from(order + "HHI", data, at + 2 + 12 * index)
        place, size = at + 10 + 12 * index, count * _SIZES.get(kind, 0)
        if size > 4:  # does not fit beside its tag
            (place,) = struct.unpack_from(order + "I", data, place)
            if place + size > len(data):
                return False
        if tag in (*_OFFSETS, *_COUNTS) and kind in _WIDTHS and count <= _MAX_PIECES:
            values[tag] = struct.unpack_from(f"{order}{count}{_WIDTHS[kind]}", data, place)
    for offsets, counts in zip(_OFFSETS, _COUNTS, strict=True):
        for start, length in zip(values.get(offsets, ()), values.get(counts, ()), strict=False):
            if start + length > len(data):
                return False
    return True
