"""What every reader takes and gives.

A reader is one module with `read(data, limits) -> Opened`. It owns one outside library, runs only inside a worker
process, and fails with `CannotRead`, never silently.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from soppa_mailbot.model import Field, Page, Paragraph, Part, RasterSource, Reason, Unreadable, Word

# Whether a page with these words (in the order of its content) is worth reading in full.
Worth = Callable[[Sequence[Word]], bool]


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one file. Sizes in bytes, sides in pixels."""

    max_pages: int = 60  # read in full; of those beyond, as many again that show a picture or are `worth` it
    max_files: int = 200  # unwrapped from one attachment
    max_unpacked: int = 200_000_000
    max_ratio: int = 200  # unpacked : packed of one archive member
    max_depth: int = 3  # container in container
    max_side: int = 2500  # longest side of a rendered page
    max_words: int = 200_000
    max_ocr_seconds: float = 40.0  # for the OCR of one file; pages beyond stay unread, and are told
    max_look_seconds: float = 8.0  # for looking through the pages beyond `max_pages`
    blank: bool = False  # the file is a form that nobody filled in: its pictures are read themselves, boxes and all
    worth: Worth | None = None  # None: nothing beyond `max_pages` is looked at


class CannotRead(ValueError):  # noqa: N818 - `raise CannotRead` says it
    """The file gives nothing; `reason` and `detail` are what the vendor is told."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class UnreadableChild:
    """A file inside a container that could not be taken out of it. `filename` "" stands for the container itself."""

    filename: str
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a reader found in one file."""

    pages: tuple[Page, ...] = ()
    flow: tuple[Paragraph, ...] = ()
    fields: tuple[Field, ...] = ()
    notes: tuple[str, ...] = ()
    comments: tuple[tuple[int, str], ...] = ()  # what reviewers wrote beside the text: page (0: running text), words
    sheets: tuple[str, ...] = ()  # names of a workbook's sheets, by the number of their table
    unread: tuple[Unreadable, ...] = ()  # what of it was left out: nothing may be concluded from not finding it
    children: tuple[Part | UnreadableChild, ...] = ()  # files inside: members of an archive, files embedded in a PDF
    container: bool = False  # nothing of its own to list: ZIP, winmail.dat, an attached message
    covering: bool = False  # its own text is a covering message's
    raster: RasterSource | None = None  # pictures of the pages, while the file is open


Reader = Callable[[bytes, Limits], Opened]
