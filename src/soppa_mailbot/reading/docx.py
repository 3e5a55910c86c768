"""Word documents (.docx, .docm, .dotx): the flow of paragraphs, and every control with its value.

Run text is what Word shows: a control that waits for an answer shows its prompt, and its `Field.filled` is false.
"""

from __future__ import annotations

from typing import Any

from soppa_mailbot.model import Paragraph, Reason, Unreadable
from soppa_mailbot.reading.base import CannotRead, Limits, Opened
from soppa_mailbot.reading.docx_bullets import Bullets
from soppa_mailbot.reading.docx_drafts import Draft, freeze
from soppa_mailbot.reading.docx_lines import Styles
from soppa_mailbot.reading.docx_package import Package, open_package
from soppa_mailbot.reading.docx_walk import Enough, Walker
from soppa_mailbot.reading.docx_xml import local
from soppa_mailbot.reading.flow import ONLY_THE_BEGINNING, comments_of

# Relationship type -> where its paragraphs belong.
_STORIES = {"header": "header", "footer": "footer", "footnotes": "note", "endnotes": "note"}
_MAX_STORIES = 60
_MAX_STRUCK = 40  # pieces of text with a line through them that are told
_ORDER = {"header": 0, "body": 1, "note": 2, "footer": 3}


def read(data: bytes, limits: Limits) -> Opened:
    """Read a Word document. Raises CannotRead: encrypted, damaged, or too large once unpacked."""
    package = open_package(data, limits)
    main = package.main()
    body = package.element(main)
    if body is None:
        raise CannotRead(Reason.DAMAGED, "its text is missing")
    stories: list[tuple[str, list[Draft]]] = []
    unread: tuple[Unreadable, ...] = ()
    struck: list[str] = []
    try:
        _walk(package, main, body, stories, struck)
    except Enough:
        unread = ONLY_THE_BEGINNING
    except RecursionError as error:
        raise CannotRead(Reason.DAMAGED, "nested too deeply") from error
    stories.sort(key=lambda story: _ORDER[story[0]])
    flow, fields = freeze([draft for _, drafts in stories for draft in drafts])
    notes = (*_notes(package, main), *(f"struck through: {text}" for text in struck[:_MAX_STRUCK]))
    return Opened(
        flow=_without_repeats(flow), fields=fields, notes=notes, comments=_comments(package, main), unread=unread
    )


def _walk(package: Package, main: str, body: Any, stories: list[tuple[str, list[Draft]]], struck: list[str]) -> None:
    """The body first, so that its tables have the lowest numbers whatever headers a document has."""
    parts = {kind: target for kind, target, external in reversed(list(package.related(main))) if not external}
    styles, numbering = (package.element(parts[k]) if k in parts else None for k in ("styles", "numbering"))
    walker = Walker(_signature_parts(package), Styles(styles), Bullets(numbering, styles))

    def story(root: Any, part: str) -> None:
        before = len(walker.drafts)
        try:
            walker.story(root, part)
        finally:
            stories.append((part, walker.drafts[before:]))
            struck.extend(text for _, text in walker.struck if text.strip())
            walker.struck.clear()

    story(body, "body")
    related = [item for item in package.related(main) if item[0] in _STORIES and not item[2]]
    for kind, target, _ in related[:_MAX_STORIES]:
        root = package.element(target)
        if root is not None:
            story(root, _STORIES[kind])


def _comments(package: Package, main: str) -> tuple[tuple[int, str], ...]:
    """What reviewers wrote beside the text, one for each comment."""
    part = next((t for kind, t, external in package.related(main) if kind == "comments" and not external), "")
    try:
        root = package.element(part) if part else None
    except CannotRead:
        return ()
    return comments_of(_text_of(comment) for comment in ([] if root is None else root) if local(comment) == "comment")


def _text_of(element: Any) -> str:
    paragraphs = (p for p in element.iter() if local(p) == "p")
    said = ("".join(str(t.text or "") for t in p.iter() if local(t) == "t") for p in paragraphs)
    return " ".join(said)


def _without_repeats(flow: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """First-page, odd and even headers mostly say the same: each line of headers and footers counts once."""
    seen: set[tuple[str, str]] = set()
    out = []
    for paragraph in flow:
        if paragraph.part in ("header", "footer") and not any(run.control for run in paragraph.runs):
            key = (paragraph.part, paragraph.text())
            if key in seen or not (key[1].strip() or any(run.image for run in paragraph.runs)):
                continue
            seen.add(key)
        out.append(paragraph)
    return tuple(out)


def _signature_parts(package: Package) -> str:
    names = [name for name in package.names if name.casefold().startswith("_xmlsignatures/") and name.endswith(".xml")]
    return "".join(package.blob(name).decode("utf-8", "replace") for name in names[:20])


def _notes(package: Package, main: str) -> tuple[str, ...]:
    notes = []
    lower = [name.casefold() for name in package.names]
    if any(name.startswith("_xmlsignatures/") and name.endswith(".xml") for name in lower):
        notes.append("digitally signed")
    if any(name.endswith("vbaproject.bin") for name in lower):
        notes.append("macros")
    settings = next((t for kind, t, external in package.related(main) if kind == "settings" and not external), "")
    if any(kind == "attachedTemplate" and external for kind, _, external in package.related(settings)):
        notes.append("names a template outside the file")
    return tuple(notes)
