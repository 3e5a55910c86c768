"""OpenDocument text and spreadsheets (ODF 1.3; LibreOffice's content controls and field marks besides).

An own walk, because what was filled in stands in constructs that converters drop: content controls, drop-downs, field
marks of imported Word forms, form controls, text boxes, headers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from soppa_mailbot.model import Paragraph, Reason, Run
from soppa_mailbot.reading.archive import Package
from soppa_mailbot.reading.base import CannotRead, Limits, Opened
from soppa_mailbot.reading.flow import Budget, comments_of, rows_to_flow
from soppa_mailbot.reading.list_boxes import CHECKED, ROUND, asks_to_choose, box_of
from soppa_mailbot.reading.opendocument_marker import Look, looks
from soppa_mailbot.reading.opendocument_runs import Controls, RunWalk
from soppa_mailbot.reading.safexml import attribute, local, parse_xml

_MAX_REPEAT = 50  # a repeated row or cell that holds something; empty repetitions fill the sheet and are skipped
_MAX_DEPTH = 60
_MAX_STRUCK = 20
_LIST = 15  # items of a list over which its question stands


def read(data: bytes, limits: Limits) -> Opened:
    """A text document: its body, then headers and footers."""
    package = Package(data, limits)
    body = _body(package, "text")
    styles = package.read("styles.xml")
    content = package.read("content.xml")
    walk = _Walk(Budget(limits), Controls(body), _bullets(content, styles), looks(content, styles))
    walk.blocks(body, None, "body", 0)  # first, so that its tables have the lowest numbers
    if styles:
        for element in parse_xml(styles).iter("{*}header", "{*}header-first", "{*}footer", "{*}footer-first"):
            walk.blocks(element, None, "header" if local(element).startswith("header") else "footer", 0)
    flow = sorted(_without_repeats(walk.out), key=lambda p: {"header": 0, "footer": 2}.get(p.part, 1))
    fields = tuple(run.control for p in flow for run in p.runs if run.control)
    struck = tuple(f"struck through: {text}" for text in walk.struck[:_MAX_STRUCK] if text.strip())
    notes = (*(("macros",) if _has_macros(package) else ()), *struck)
    return Opened(flow=tuple(flow), fields=fields, notes=notes, comments=_comments(body), unread=walk.budget.unread())


def _comments(body: Any) -> tuple[tuple[int, str], ...]:
    """What reviewers wrote beside the text."""
    notes = body.iter("{*}annotation")
    return comments_of(" ".join("".join(p.itertext()) for p in note.iter("{*}p")) for note in notes)


def read_sheet(data: bytes, limits: Limits) -> Opened:
    """A spreadsheet: each sheet a table, each cell as it is shown."""
    package = Package(data, limits)
    budget = Budget(limits)
    flow: list[Paragraph] = []
    tables = [t for t in _body(package, "spreadsheet") if local(t) == "table"]
    for number, table in enumerate(tables[:200]):
        flow += rows_to_flow(_sheet_rows(table), number, budget)
    return Opened(flow=tuple(flow), unread=budget.unread())


def _without_repeats(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Every page style has its own copy of the header and the footer: one is enough."""
    seen: set[tuple[str, str]] = set()
    out = []
    for paragraph in paragraphs:
        key = (paragraph.part, paragraph.text())
        if paragraph.part in ("header", "footer") and paragraph.cell is None and key in seen:
            continue
        seen.add(key)
        out.append(paragraph)
    return out


def _has_macros(package: Package) -> bool:
    return any(n.startswith("Basic/") and n.endswith(".xml") and "script-l" not in n for n in package.names())


def _body(package: Package, kind: str) -> Any:
    manifest = package.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise CannotRead(Reason.ENCRYPTED, "the file needs a password")
    content = package.read("content.xml")
    if content is None:
        raise CannotRead(Reason.DAMAGED, "the file is damaged: its content is not there")
    for element in parse_xml(content).iter("{*}body"):
        for child in element:
            if local(child) == kind:
                return child
    raise CannotRead(Reason.DAMAGED, "the file is damaged: its content is not there")


Bullets = dict[tuple[str, int], str]  # name of a list's style, level from 1 -> the box that its bullet is


def _bullets(*parts: bytes | None) -> Bullets:
    """The boxes that lists have for bullets (ODF 1.3 part 3 §16.31)."""
    out: Bullets = {}
    for part in parts:
        for style in parse_xml(part).iter("{*}list-style") if part else ():
            for level in style:
                deep = attribute(level, "level", "1")
                if local(level) == "list-level-style-bullet" and deep.isdigit():
                    out[attribute(style, "name"), int(deep)] = box_of(attribute(level, "bullet-char"))
    return out


class _Walk:
    """Blocks of a text document into paragraphs."""

    def __init__(self, budget: Budget, controls: Controls, bullets: Bullets, looks: Mapping[str, Look]) -> None:
        self.out: list[Paragraph] = []
        self.struck: list[str] = []
        self._looks = looks
        self.budget = budget
        self._controls = controls
        self._bullets = bullets
        self._tables = 0
        self._lists: list[str] = []  # the styles of the lists that the paragraph at hand stands in
        self._box = ""  # before the next paragraph

    def blocks(self, element: Any, cell: tuple[int, int, int] | None, part: str, depth: int) -> None:
        if depth > _MAX_DEPTH:
            return
        for child in element:
            name = local(child)
            if name in ("p", "h"):
                self._paragraph(child, cell, part, depth)
            elif name == "table":
                self._table(child, part, depth)
            elif name == "list":
                self._lists.append(attribute(child, "style-name") or (self._lists[-1] if self._lists else ""))
                self.blocks(child, cell, part, depth + 1)
                self._lists.pop()
            elif name == "list-item":
                self._box = self._bullet()
                self.blocks(child, cell, part, depth + 1)
                self._box = ""
            elif name not in ("tracked-changes", "forms", "sequence-decls", "variable-decls", "user-field-decls"):
                self.blocks(child, cell, part, depth + 1)

    def _paragraph(self, element: Any, cell: tuple[int, int, int] | None, part: str, depth: int) -> None:
        walk = RunWalk(self._controls, self._looks)
        box, self._box = self._box, ""
        if box:
            walk.runs.append(Run(f"{box} "))
        walk.inline(element)
        self.struck += walk.struck
        paragraph = Paragraph(_joined(walk.runs), cell, part, tuple(walk.highlighted), tuple(walk.emphasised))
        if self.budget.take(paragraph.text()):
            self.out.append(paragraph)
        for frame in walk.frames:  # text boxes and notes that are anchored here
            self.blocks(frame, cell, "note" if local(frame) == "note-body" else "textbox", depth + 1)

    def _bullet(self) -> str:
        """The box before a list's item. An ornament may be a square to tick, a ring where a choice is asked for."""
        box = self._bullets.get((self._lists[-1], len(self._lists)), "") if self._lists else ""
        if box in ROUND and not asks_to_choose(p.text() for p in reversed(self.out[-_LIST:])):
            return ""
        return box if box in CHECKED else "☐" if box else ""

    def _table(self, table: Any, part: str, depth: int) -> None:
        number, self._tables = self._tables, self._tables + 1
        for row, element in enumerate(_rows(table)):
            column = 0
            for cell in element:
                if local(cell) in ("table-cell", "covered-table-cell"):
                    if local(cell) == "table-cell":
                        self.blocks(cell, (number, row, column), part, depth + 1)
                    column += _count(cell, "number-columns-repeated")


def _joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs with neighbouring texts as one: blanks are elements of their own, and "[   ]" is three of them."""
    out: list[Run] = []
    for run in runs:
        if out and not any(r.control or r.image for r in (out[-1], run)):
            out[-1] = Run(out[-1].text + run.text)
        else:
            out.append(run)
    return tuple(out)


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if local(child) == "table-row":
            yield child
        elif local(child) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child)


def _sheet_rows(table: Any) -> Iterator[list[str]]:
    for element in _rows(table):
        cells: list[str] = []
        for cell in element:
            if local(cell) not in ("table-cell", "covered-table-cell"):
                continue
            text = "\n".join("".join(p.itertext()) for p in cell if local(p) == "p").strip()
            repeat = _count(cell, "number-columns-repeated")
            cells += [text] * min(repeat, _MAX_REPEAT if text else 1024)
        times = _count(element, "number-rows-repeated")
        for _ in range(min(times, _MAX_REPEAT) if any(cells) else 1):
            yield cells


def _count(element: Any, name: str) -> int:
    value = attribute(element, name, "1")
    return max(1, min(int(value), 1_000_000)) if value.isdigit() else 1
