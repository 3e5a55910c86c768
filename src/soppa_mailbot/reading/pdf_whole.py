"""Whether a PDF file is all there: not encrypted against us, not cut off on its way.

PDFium and QPDF repair a truncated file in silence and then show fewer pages, or none; a form of which the last page is
lost must not be taken for a form that has no last page.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_LINEARIZED = re.compile(rb"/Linearized\s+[\d.]+")
_LENGTH = re.compile(rb"/L\s+(\d+)")
_OBJECT = re.compile(rb"\d+\s+\d+\s+obj\b")
_STRIPPED = 16  # bytes: line ends that mail gateways take away
_MARK = b"%%EOF"


def missing_end(data: bytes) -> str:
    """What is lost at the end of the file, for people; "" when its end is there.

    A whole file ends with a cross-reference table, `startxref` and `%%EOF` (ISO 32000-1 §7.5.5). A linearized one also
    has such a trailer near its start, but then says how long the whole file is (annex F.2, key /L).
    """
    head = data[:2_048]
    linearized = _LINEARIZED.search(head)
    length = _LENGTH.search(head, linearized.start()) if linearized else None
    if length and len(data) + _STRIPPED < int(length.group(1)):
        return f"cut off: {_size(len(data))} of {_size(int(length.group(1)))} arrived"
    start = data.rfind(b"startxref")
    if start >= 0 and not _OBJECT.search(data, start):
        return ""
    if data.rstrip().endswith(_MARK):  # written by hand, or by a program that leaves the offset out
        return ""
    return f"cut off after {_size(len(data))}"


def _size(count: int) -> str:
    if count < 1_000:
        return f"{count} bytes"
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"
