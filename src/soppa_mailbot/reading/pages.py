"""Apple Pages: the preview that the file carries, as a PDF or, in newer files, a picture."""

from __future__ import annotations

import re
from dataclasses import replace

from soppa_mailbot.model import Reason, Unreadable
from soppa_mailbot.reading.archive import Package
from soppa_mailbot.reading.base import CannotRead, Limits, Opened

_NOTE = "read from the preview inside the Pages file"


def read(data: bytes, limits: Limits) -> Opened:
    """The preview's pages. Raises CannotRead when the file has none."""
    package = Package(data, limits)
    names = sorted(package.names(), key=len)
    preview = next((n for n in names if re.search(r"(?i)(^|/)quicklook/preview\.pdf$|^preview\.pdf$", n)), None)
    if preview and (content := package.read(preview)):
        from soppa_mailbot.reading import pdf

        return _noted(pdf.read(content, limits))
    picture = next((n for n in names if re.search(r"(?i)(^|/)(quicklook/)?preview\.(jpe?g|png)$", n)), None)
    if picture and (content := package.read(picture)):
        from soppa_mailbot.reading import image as pictures

        # a preview picture shows the first page only, so nothing read from it can be complete
        only_first = Unreadable(Reason.UNSUPPORTED, "only the first page could be read")
        return _noted(pictures.read(content, limits), only_first)
    raise CannotRead(Reason.UNSUPPORTED, "a Pages document without a preview: please send a PDF or a Word document")


def _noted(opened: Opened, *unread: Unreadable) -> Opened:
    return replace(opened, notes=(*opened.notes, _NOTE), unread=(*opened.unread, *unread))
