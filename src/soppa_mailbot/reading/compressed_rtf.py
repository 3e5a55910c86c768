"""Compressed RTF ([MS-OXRTFCP] 2.1, 3.1), in which Outlook keeps the body of `.msg` and winmail.dat."""

from __future__ import annotations

import struct

_PREBUFFER = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}"
    b"{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
    b"{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW = 4096


def decompress(data: bytes, limit: int = 20_000_000) -> bytes:
    """The RTF. What is cut off or wrong ends the text early; raises ValueError when it is not compressed RTF."""
    if len(data) < 16:
        raise ValueError("too short for compressed RTF")
    _, raw_size, kind = struct.unpack_from("<III", data)
    if kind == 0x414C454D:  # "MELA": stored as it is
        return data[16 : 16 + min(raw_size, limit)]
    if kind != 0x75465A4C:  # "LZFu"
        raise ValueError("not compressed RTF")
    window = bytearray(_WINDOW)
    window[: len(_PREBUFFER)] = _PREBUFFER
    write = len(_PREBUFFER)
    out = bytearray()
    at, end = 16, len(data)
    while at < end and len(out) < limit:
        control = data[at]
        at += 1
        for bit in range(8):
            if not control >> bit & 1:
                if at >= end:
                    return bytes(out)
                pieces: bytes | bytearray = data[at : at + 1]
                at += 1
            else:
                if at + 1 >= end:
                    return bytes(out)
                token = data[at] << 8 | data[at + 1]
                at += 2
                offset, length = token >> 4, (token & 0xF) + 2
                if offset == write:  # the end marker points at itself
                    return bytes(out)
                # a run may overlap what it writes: byte by byte
                pieces = bytearray()
                for step in range(length):
                    byte = window[(offset + step) % _WINDOW]
                    pieces.append(byte)
                    window[write] = byte
                    write = (write + 1) % _WINDOW
                out += pieces
                continue
            window[write] = pieces[0]
            write = (write + 1) % _WINDOW
            out += pieces
    return bytes(out)
