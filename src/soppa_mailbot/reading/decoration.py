"""Is an attached file part of somebody's signature, rather than a paper?

Logos, icons and tracking pixels are told by what the HTML does with them and by their pixels, never by name: Apple Mail
puts a photographed form into the text exactly as Outlook puts a logo there.
"""

from __future__ import annotations

import io
import warnings

from soppa_mailbot.model import Document, Part
from soppa_mailbot.reading.sniff import FileType

_PAGE_SIDE = 700  # px: with both sides from here on, a picture may be a page that somebody photographed
_ICON_SIDE = 170  # px: with both sides below, nothing could be read on it, attached or not
_BANNER_HEIGHT = 260  # px: a strip is a banner
_FEW_WORDS = 12  # a middling picture in the text with fewer words than this is no paper

# what a mail carries about itself: RFC 3464 and 8098 reports, RFC 6522 returned headers
_PLUMBING = (
    "message/delivery-status",
    "message/disposition-notification",
    "message/feedback-report",
    "text/rfc822-headers",
    "message/global-delivery-status",
    "application/pgp-encrypted",
    "application/pgp-keys",
)


def is_plumbing(part: Part, kind: FileType) -> bool:
    """Not for people: cryptographic signatures, business cards, report parts, the calendar twin of an invitation."""
    if kind.kind in ("signature", "vcf") or part.content_type in _PLUMBING:
        return True
    return kind.kind == "ics" and not part.filename


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height by the header alone; None when Pillow cannot tell (HEIC, damage)."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # nothing is decoded here
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")) as image:
                return image.size
    # Pillow's parsers raise many kinds on damaged headers; the reader says later what is wrong with it
    except (OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, Image.DecompressionBombError):
        return None


def is_small_picture(part: Part, kind: FileType) -> bool:
    """Too small to be a paper: decided before anything is read."""
    if kind.kind != "image":
        return False
    size = picture_size(part.payload)
    if size is None:
        return False
    width, height = size
    if max(width, height) < _ICON_SIDE or min(width, height) <= 16:
        return True
    if not _in_text(part):
        return False
    return min(width, height) < _BANNER_HEIGHT or width * height < 160_000


def is_wordless_picture(part: Part, kind: FileType, document: Document) -> bool:
    """A middling picture in the text of the mail that hardly says anything: a logo, not a paper."""
    if kind.kind != "image" or not _in_text(part) or document.unreadable is not None:
        return False
    size = picture_size(part.payload)
    if size is None or min(size) >= _PAGE_SIDE:
        return False
    return sum(len(p.words) for p in document.pages) < _FEW_WORDS


def _in_text(part: Part) -> bool:
    return part.inline or bool(part.content_id)
