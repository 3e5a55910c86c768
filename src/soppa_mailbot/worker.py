"""The worker process: opens files of strangers, compares them with the blanks, and tells the program what it found.

Started by `reading.child` as `python -I -m soppa_mailbot.worker SETTINGS`, confined before it sees the first byte. It
imports a library when a file needs it, so that a Word document never loads PDFium or OpenCV.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import sys
import traceback
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from soppa_mailbot import codec
from soppa_mailbot.model import Document, FormPart, Part, Reason, Unreadable, Word
from soppa_mailbot.reading.base import Limits
from soppa_mailbot.reading.child import allow_time, confine
from soppa_mailbot.reading.frames import pack, read_frame
from soppa_mailbot.reading.open import Beginning, OpenedDocument, Opener
from soppa_mailbot.reading.sandbox import Examined
from soppa_mailbot.reading.unread import too_poor

if TYPE_CHECKING:
    from soppa_mailbot.blank_pictures import BlankFolder

_BLANK_DPI = 200.0
# drawn lines serve recognition only; what a person added is kept for the program
_KEPT_MARKS = frozenset({"freetext", "ink", "stamp", "signature", "image", "highlight"})
_MAX_MARKS = 500  # a page
_MAX_FAILURES = 20  # of files in one attachment
NOT_COMPARED = Unreadable(Reason.TIMED_OUT, "could not be compared with the District's forms")


def main() -> None:
    settings = json.loads(sys.argv[1])
    confine(settings["memory_mb"])
    jobs, answers = _take_over_pipes()
    worker = Worker(Limits(**settings["limits"]), settings["seconds"], answers)
    while (frame := read_frame(jobs)) is not None:
        worker.do(*frame)
    # the program ended without closing us: our folder, which is our TMPDIR, goes as well
    shutil.rmtree(os.environ["TMPDIR"], ignore_errors=True)


def _take_over_pipes() -> tuple[BinaryIO, BinaryIO]:
    """What libraries print must not get among our frames: standard output becomes standard error."""
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return jobs, answers


def _peak_kb() -> int:
    """The most memory in use here; ru_maxrss would count that of the program which started us as well."""
    try:
        peak = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())
    except OSError:  # no /proc
        peak = None
    return int(peak[1]) if peak else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


class Worker:
    def __init__(self, limits: Limits, seconds: float, answers: BinaryIO) -> None:
        self._limits = limits
        self._seconds = seconds
        self._answers = answers
        self._blanks: BlankFolder | None = None

    def do(self, head: dict[str, Any], payload: bytes) -> None:
        part = Part(head["filename"], head["content_type"], payload, head["inline"], head["content_id"])
        allow_time(self._seconds)
        if head["job"] == "examine":
            self._examine(head, part)
        elif head["job"] == "learn":
            self._learn(part)
        elif head["job"] == "render":
            self._render(head, part)
        self._tell({"end": True, "rss": _peak_kb()})

    def _tell(self, head: dict[str, Any], body: bytes = b"") -> None:
        self._answers.write(pack(head, body))
        self._answers.flush()

    def _begin(self, beginning: Beginning) -> None:
        allow_time(self._seconds)
        self._last = beginning
        self._tell({"begin": asdict(beginning)})

    def _examine(self, head: dict[str, Any], part: Part) -> None:
        done, dead = set(head["done"]), set(head["dead"])
        for _ in range(_MAX_FAILURES):
            opener = Opener(
                self._limits_for(head["blanks"]), begin=self._begin, done=frozenset(done), dead=frozenset(dead)
            )
            try:
                for opened in opener.open(part, head["id"]):
                    document, forms = self._recognise(opened, head["blanks"])
                    self._tell({"done": document.id}, codec.dump(Examined((trimmed(document),), forms)).encode())
                    done.add(document.id)
                return
            except MemoryError:
                why = Unreadable(Reason.TOO_LARGE, "needs more memory than may be used")
            except Exception:  # noqa: BLE001 - a parser met what nobody foresaw: that file is given up, and logged
                self._tell({"bug": traceback.format_exc()})
                why = Unreadable(Reason.DAMAGED, "the file is damaged and could not be opened")
            dead.add(self._last.id)
            if self._last.id not in done:
                done.add(self._last.id)
                self._lost(why)

    def _lost(self, why: Unreadable) -> None:
        last = self._last
        document = Document(last.id, last.filename, last.container, "", last.sha256, last.size, unreadable=why)
        self._tell({"done": last.id}, codec.dump(Examined((document,), ())).encode())

    def _recognise(self, opened: OpenedDocument, folder: str) -> tuple[Document, tuple[FormPart, ...]]:
        document = opened.document
        if not folder or document.unreadable is not None or document.decoration or document.covering:
            return document, ()
        from soppa_mailbot.forms.recognise import recognise
        from soppa_mailbot.forms.scans.poor_scan import unread_pages

        if any(page.origin != "text" for page in document.pages):
            # registering scans takes long: what was read is told before, and the comparison has its own time
            read = replace(document, unread=(*document.unread, NOT_COMPARED))
            self._tell({"read": document.id}, codec.dump(Examined((trimmed(read),), ())).encode())
            self._begin(self._last)
        try:
            blanks = self._blanks_in(folder)
            parts = recognise(document, blanks.blanks, opened.raster, blanks.picture)
        except Exception:  # noqa: BLE001 - what was read is worth keeping: a person compares it, and we hear of it
            self._tell({"bug": traceback.format_exc()})
            return replace(document, unread=(*document.unread, NOT_COMPARED)), ()
        poor = unread_pages(document, parts)
        return (replace(document, unread=(*document.unread, too_poor(poor))) if poor else document), parts

    def _blanks_in(self, folder: str) -> BlankFolder:
        from soppa_mailbot.blank_pictures import BlankFolder
        from soppa_mailbot.forms.worth import WorthReading

        if self._blanks is None or self._blanks.folder != folder:
            self._blanks = BlankFolder(folder)
            self._worth = WorthReading(self._blanks.blanks)
        return self._blanks

    def _limits_for(self, folder: str) -> Limits:
        """With which pages of long files are wanted; the blanks are not loaded before such a file comes."""

        def worth(words: Sequence[Word]) -> bool:
            self._blanks_in(folder)
            return self._worth(words)

        return replace(self._limits, worth=worth) if folder else self._limits

    def _learn(self, part: Part) -> None:
        # A scanner's text layer has words, and neither lines to write on nor boxes: the picture itself is read.
        limits = replace(self._limits, blank=True)
        for opened in Opener(limits, begin=self._begin).open(part, "a1"):
            self._tell({"document": True}, codec.dump(_read_twice(opened.document, part.payload)).encode())
            if opened.raster is not None:
                from soppa_mailbot.blank_pictures import as_png

                for page in opened.document.pages:
                    picture = opened.raster(page.number, _BLANK_DPI)
                    if picture is not None:
                        self._tell({"page": page.number}, as_png(picture))
            return

    def _render(self, head: dict[str, Any], part: Part) -> None:
        for opened in self._documents(part):
            if opened.document.id == head["document"]:
                picture = opened.raster(head["page"], head["dpi"]) if opened.raster is not None else None
                if picture is not None:
                    from soppa_mailbot.blank_pictures import as_png

                    self._tell({"page": head["page"]}, as_png(picture))
                return

    def _documents(self, part: Part) -> Any:
        return Opener(self._limits, begin=self._begin).open(part, "a1")


def _read_twice(document: Document, data: bytes) -> Document:
    """A blank with a note for each page that a second, independent reader reads differently."""
    if document.content_type != "application/pdf" or document.unreadable is not None:
        return document
    from soppa_mailbot.reading.pdf_second import disagreements

    return replace(document, notes=(*document.notes, *disagreements(data, document.pages)))


def trimmed(document: Document) -> Document:
    """Without the lines and curves of its pages, which only recognition needs."""
    pages = tuple(
        replace(page, marks=tuple(m for m in page.marks if m.annotation or m.kind in _KEPT_MARKS)[:_MAX_MARKS])
        for page in document.pages
    )
    return replace(document, pages=pages)


if __name__ == "__main__":
    main()
