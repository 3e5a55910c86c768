"""The packet as one ZIP. Pure: the same packet gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from soppa_mailbot.handoff.papers import Paper, no_folders, safe_name

COVER = "cover sheet"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows


def zipped(cover_pdf: bytes, cover_html: str, papers: Sequence[Paper]) -> bytes:
    """`cover sheet.pdf`, `cover sheet.html`, and the papers in a folder."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        members = [(f"{COVER}.pdf", cover_pdf), (f"{COVER}.html", cover_html.encode())]
        members += [(f"papers/{paper.name}", paper.data) for paper in papers]
        for name, data in members:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            archive.writestr(info, data)
    return buffer.getvalue()


def file_name(token: str, product: str, suffix: str) -> str:
    """`SOPPA-4M7QX2 Fernwood Fractions.zip`"""
    return safe_name(no_folders(f"{token} {product}").replace(".", " ").strip() + suffix, 80)
