"""Reading in worker processes: whatever a file does, it costs that file a reason and nothing else.

A worker reports every document as soon as it has it. When it dies or is late, what it had reported stays, the document
it was at becomes `Unreadable`, and a fresh worker goes on with the rest of the attachment.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from soppa_mailbot import codec
from soppa_mailbot.errors import WorkerError
from soppa_mailbot.model import Document, FormPart, Part, Reason, Unreadable
from soppa_mailbot.reading import scratch
from soppa_mailbot.reading.base import Limits
from soppa_mailbot.reading.child import Child, Confinement
from soppa_mailbot.reading.frames import FrameTooLargeError, WorkerDiedError, WorkerLateError

log = logging.getLogger(__name__)

_MAX_DEATHS = 3  # of workers over one attachment, then the rest of it is given up
_MAX_TOTAL = 5  # times `seconds`, for an attachment with many files in it


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in one attachment."""

    documents: tuple[Document, ...]
    forms: tuple[FormPart, ...]


class Workers:
    """A small pool of worker processes; a context manager. May be used from several threads."""

    def __init__(
        self, limits: Limits | None = None, *, workers: int = 1, seconds: float = 60.0, memory_mb: int = 2048
    ) -> None:
        limits = limits or Limits()
        # OCR stops in time for what it read to be told
        limits = replace(limits, max_ocr_seconds=min(limits.max_ocr_seconds, 0.6 * seconds))
        self._confinement = Confinement(limits, seconds, memory_mb)
        self._seconds = seconds
        self._idle: list[Child] = []
        self._busy: set[Child] = set()
        self._lock = threading.Lock()
        self._slots = threading.Semaphore(workers)
        self._threads = ThreadPoolExecutor(workers, "reading") if workers > 1 else None

    def __enter__(self) -> Workers:
        scratch.sweep()
        self.warm_up()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all worker processes."""
        if self._threads is not None:
            self._threads.shutdown(cancel_futures=True)
        with self._lock:
            children, self._idle = [*self._idle, *self._busy], []
            self._busy.clear()
        for child in children:
            child.close()

    def warm_up(self) -> None:
        """Start a worker now, so that it is there when the first file comes."""
        with self._lock:
            if not self._idle and not self._busy:
                self._idle.append(Child(self._confinement))

    def examine(self, parts: Sequence[Part], *, blanks_dir: Path | None = None) -> tuple[Examined, ...]:
        """Open each attachment and compare it with the blanks in `blanks_dir`; one result for each, in their order.

        `blanks_dir` holds `blanks.json` and `<blank id>-p<page>.png` (see `worker`).
        """

        def one(number: int, part: Part) -> Examined:
            with self._slots:
                return _Examination(self, part, f"a{number}", blanks_dir).run()

        numbers = range(1, len(parts) + 1)
        run = self._threads.map if self._threads is not None and len(parts) > 1 else map
        return tuple(run(one, numbers, parts))

    def open_blank(self, path: Path) -> tuple[Document, tuple[bytes, ...]]:
        """A blank form as it was read, and its pages as PNG (grey, 200 dpi; their resolution is in them).

        No pictures for Word. A blank that cannot be read is a Document with `unreadable`.
        """
        part = Part(path.name, "application/octet-stream", path.read_bytes(), inline=False)
        pages: list[bytes] = []
        documents: list[Document] = []

        def take(head: dict[str, Any], body: bytes) -> None:
            if "document" in head:
                documents.append(codec.load(Document, body))
            elif "page" in head:
                pages.append(body)

        failure = self._simple_job({"job": "learn"}, part, take)
        if failure is not None or not documents:
            lost = failure or Unreadable(Reason.UNSUPPORTED, "a kind of file that cannot be a blank")
            return Document("blank", path.name, size=len(part.payload), unreadable=lost), ()
        return documents[0], tuple(pages)

    def open_blanks(self, paths: Iterable[Path]) -> Iterator[tuple[Document, tuple[bytes, ...]]]:
        """`open_blank` for each path, in their order, as many at a time as there are workers."""
        run = self._threads.map if self._threads is not None else map
        yield from run(self.open_blank, paths)

    def render(self, part: Part, page: int, dpi: float, *, document: str = "a1") -> bytes:
        """A page (1-based) as PNG, annotations drawn; `document` is the id of a file inside, when `part` is `a1`.

        b"" when there is no picture of it.
        """
        pictures: list[bytes] = []

        def take(head: dict[str, Any], body: bytes) -> None:
            if "page" in head:
                pictures.append(body)

        self._simple_job({"job": "render", "page": page, "dpi": dpi, "document": document}, part, take)
        return pictures[0] if pictures else b""

    def _simple_job(self, head: dict[str, Any], part: Part, take: Any) -> Unreadable | None:
        with self._slots:
            child = self.borrow()
            try:
                patience = child.patience(self._seconds)
                child.send(_job(head, part), part.payload, patience)
                while True:
                    reply, body = child.channel.receive(patience)
                    if "end" in reply:
                        self.give_back(child, reply)
                        return None
                    take(reply, body)
            except (WorkerDiedError, WorkerLateError, FrameTooLargeError, ValueError) as error:
                return self.bury(child, error)

    # --- for one examination ---

    def borrow(self) -> Child:
        gone: list[Child] = []
        with self._lock:
            while self._idle and self._idle[-1].worn_out:  # killed from outside while it waited
                gone.append(self._idle.pop())
            child = self._idle.pop() if self._idle else Child(self._confinement)
            self._busy.add(child)
        for dead in gone:
            dead.close()
        return child

    def give_back(self, child: Child, reply: dict[str, Any]) -> None:
        rss = reply.get("rss")
        child.rss_kb = rss if isinstance(rss, int) else 0
        with self._lock:
            self._busy.discard(child)
            keep = not child.worn_out
            if keep:
                self._idle.append(child)
        if not keep:
            child.close()

    def bury(self, child: Child, error: Exception) -> Unreadable:
        """End a worker that failed. What it means for the file that it was at."""
        last_words = ""
        if isinstance(error, WorkerLateError):
            why = Unreadable(Reason.TIMED_OUT, "took too long to open")
        elif isinstance(error, FrameTooLargeError):
            why = Unreadable(Reason.TOO_LARGE, "holds more than can be read here")
        elif isinstance(error, WorkerDiedError):
            why, last_words = child.post_mortem()
        else:
            why = Unreadable(Reason.DAMAGED, "the file is damaged and could not be opened")
        log.warning("a worker ended (%s: %s) %s", why.reason, why.detail, last_words[-1500:])
        with self._lock:
            self._busy.discard(child)
        child.close()
        return why

    @property
    def seconds(self) -> float:
        return self._seconds


def _job(head: dict[str, Any], part: Part) -> dict[str, Any]:
    return {
        **head,
        "filename": part.filename,
        "content_type": part.content_type,
        "inline": part.inline,
        "content_id": part.content_id,
    }


@dataclass
class _Examination:
    """One attachment on its way through one or more workers."""

    workers: Workers
    part: Part
    root: str
    blanks_dir: Path | None
    found: dict[str, Examined] = field(default_factory=dict)  # by document id
    dead: set[str] = field(default_factory=set)
    unfinished: set[str] = field(default_factory=set)  # read, and not yet compared with the blanks
    current: dict[str, Any] = field(default_factory=dict)  # the last beginning
    spent: float = 0.0  # seconds that its workers took

    def run(self) -> Examined:
        for attempt in range(_MAX_DEATHS):
            self.current = {}
            child = self.workers.borrow()
            try:
                reply = self._converse(child)
            except (WorkerDiedError, WorkerLateError, FrameTooLargeError, ValueError) as error:
                why = self.workers.bury(child, error)
                if not self.current and isinstance(error, WorkerDiedError):
                    # it had not begun: not the file's fault, unless it happens again and again
                    if attempt == _MAX_DEATHS - 1:
                        raise WorkerError(f"the worker processes do not start ({why.detail}); see the log") from error
                    continue
                self._lose(why)
                if self.root in self.dead or self.spent >= _MAX_TOTAL * self.workers.seconds:
                    break
                continue
            self.workers.give_back(child, reply)
            return self._result()
        if self.root not in self.found:
            self._add_lost(self.root, {}, Unreadable(Reason.TIMED_OUT, "not all of the files in it could be read"))
        return self._result()

    def _converse(self, child: Child) -> dict[str, Any]:
        head = _job({"job": "examine", "id": self.root}, self.part)
        head |= {
            "done": sorted(self.found),
            "dead": sorted(self.dead),
            "blanks": str(self.blanks_dir.resolve()) if self.blanks_dir else "",
        }
        seconds = self.workers.seconds
        patience = child.patience(seconds, _MAX_TOTAL * seconds - self.spent)
        try:
            child.send(head, self.part.payload, patience)
            while True:
                reply, body = child.channel.receive(patience)
                if "begin" in reply:
                    self.current = reply["begin"] if isinstance(reply["begin"], dict) else {}
                    patience.next_file()
                elif "bug" in reply:
                    log.error("reading %s failed, a defect of ours: %s", self.part.filename, str(reply["bug"])[-4000:])
                elif "done" in reply or "read" in reply:
                    examined = codec.load(Examined, body)
                    for document in examined.documents:
                        self.found[document.id] = examined
                        (self.unfinished.add if "read" in reply else self.unfinished.discard)(document.id)
                elif "end" in reply:
                    return reply
        finally:
            self.spent += patience.spent()

    def _lose(self, why: Unreadable) -> None:
        """The document that the worker was at: the last begun, or the container of the last one finished."""
        culprit = str(self.current.get("id", self.root))
        if culprit in self.found and culprit not in self.unfinished:
            culprit = culprit.rpartition(".")[0] or self.root
        self.dead.add(culprit)
        if culprit not in self.found:
            self._add_lost(culprit, self.current if self.current.get("id") == culprit else {}, why)

    def _add_lost(self, id_: str, known: dict[str, Any], why: Unreadable) -> None:
        document = Document(
            id=id_,
            filename=str(known.get("filename") or self.part.filename or "attachment"),
            container=str(known.get("container", "")),
            size=int(known.get("size", len(self.part.payload))),
            sha256=str(known.get("sha256", "")),
            unreadable=why,
        )
        self.found[id_] = Examined((document,), ())

    def _result(self) -> Examined:
        ordered = sorted(self.found.items(), key=lambda item: [_ordinal(s) for s in item[0].split(".")])
        return Examined(
            tuple(d for _, e in ordered for d in e.documents),
            tuple(f for _, e in ordered for f in e.forms),
        )


def _ordinal(step: str) -> int:
    digits = step.lstrip("a")
    return int(digits) if digits.isdigit() else 0
