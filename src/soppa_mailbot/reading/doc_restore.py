"""Puts the form fields of a `.doc` back into the `.docx` that was made of it."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from lxml import etree

from soppa_mailbot.reading.archive import Package
from soppa_mailbot.reading.base import CannotRead, Limits
from soppa_mailbot.reading.doc_fields import DocParagraph, FormData, Placed
from soppa_mailbot.reading.safexml import local, parse_xml

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MAX_PARAGRAPHS = 4000  # beyond, matching them would take too long
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def shown_value(data: FormData, text: str) -> str:
    """What a text field or a list holds; "" for the en-spaces of an empty one."""
    if data.kind == "choice":
        return data.options[data.selected] if data.selected < len(data.options) else ""
    return text.replace("\u2002", " ").strip()


def restore_fields(docx: bytes, story: list[DocParagraph], limits: Limits) -> tuple[bytes, int]:
    """The .docx with `w:ffData` where the .doc had form fields, and how many could be placed.

    Paragraphs are matched by their text and order; a field goes only where both agree letter by letter.
    """
    if not any(p.fields for p in story) or len(story) > _MAX_PARAGRAPHS:
        return docx, 0
    package = Package(docx, limits)
    content = package.read("word/document.xml")
    if content is None:
        return docx, 0
    try:
        root = parse_xml(content)
    except CannotRead:
        return docx, 0
    targets = list(root.iter(f"{{{_W}}}p"))[:_MAX_PARAGRAPHS]
    texts = ["".join(t for _, t in _pieces(p)) for p in targets]
    placed = 0
    for source, target in _matched(story, texts):
        for field in sorted(source.fields, key=lambda f: (f.start, f.end), reverse=True):
            placed += _insert(targets[target], field)
    return _replaced(package, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)), placed


def _matched(story: list[DocParagraph], texts: list[str]) -> list[tuple[DocParagraph, int]]:
    """The paragraphs with fields, each with the number of the text that it is.

    The .doc ends each row of a table with an empty paragraph that the .docx has not. Such a one may take the place of
    a cell that shows nothing but its list; where fields are lost so, those without text and fields are left aside.
    """
    found = _pairs(story, [p.text for p in story], texts)
    if len(found) == sum(bool(p.fields) for p in story):
        return found
    told = _pairs(story, [p.text if p.text or p.fields else None for p in story], texts, beside_words=True)
    return max(found, told, key=len)


def _pairs(
    story: list[DocParagraph], said: Sequence[str | None], texts: Sequence[str | None], *, beside_words: bool = False
) -> list[tuple[DocParagraph, int]]:
    """`beside_words`: only in runs of paragraphs of which one at least says something."""
    out = []
    for block in SequenceMatcher(None, said, texts, autojunk=False).get_matching_blocks():
        if beside_words and not any(said[block.a : block.a + block.size]):
            continue
        here = zip(story[block.a : block.a + block.size], range(block.b, block.b + block.size), strict=True)
        out += [(source, target) for source, target in here if source.fields]
    return out


def _pieces(paragraph: Any) -> list[tuple[Any, str]]:
    """Elements of a paragraph that show characters, with these, without those of text boxes in it."""
    out = []
    for run in paragraph.iter(f"{{{_W}}}r"):
        if next((a for a in run.iterancestors() if local(a) == "p"), None) is not paragraph:
            continue
        for child in run:
            name = local(child)
            if name == "t":
                out.append((child, child.text or ""))
            elif name in _BREAKS:
                out.append((child, _BREAKS[name]))
    return out


def _insert(paragraph: Any, field: Placed) -> bool:
    data = field.data
    if data is None:
        return False
    end = _split_at(paragraph, field.end)
    start = _split_at(paragraph, field.start) if field.start != field.end else end
    if end is None or start is None:
        return False
    if data.kind == "text":
        _before(paragraph, end, [_char("end")])
        _before(paragraph, start, [_char("begin", data), _instruction("FORMTEXT"), _char("separate")])
    else:
        word = "FORMCHECKBOX" if data.kind == "check" else "FORMDROPDOWN"
        _before(paragraph, start, [_char("begin", data), _instruction(word), _char("end")])
    return True


def _split_at(paragraph: Any, offset: int) -> Any:
    """The run that begins at this character, after splitting one if need be; the paragraph itself for its end."""
    at = 0
    for element, text in _pieces(paragraph):
        if offset < at + len(text):
            return _split_run(element, offset - at)
        at += len(text)
    return paragraph if offset == at else None


def _split_run(element: Any, offset: int) -> Any:
    run = element.getparent()
    before = [c for c in run[: run.index(element)] if local(c) != "rPr"]
    if offset == 0 and not before:
        return run
    right = copy.deepcopy(run)
    index = run.index(element)
    for child in list(run)[index + 1 :]:
        run.remove(child)
    for child in list(right)[:index]:
        if local(child) != "rPr":
            right.remove(child)
    moved = next(c for c in right if local(c) != "rPr")
    if offset == 0:
        run.remove(element)
    else:
        text = element.text or ""
        element.text, moved.text = text[:offset], text[offset:]
        for piece in (element, moved):
            piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.addnext(right)
    return right


def _before(paragraph: Any, place: Any, runs: list[Any]) -> None:
    for run in runs:
        if place is paragraph:
            paragraph.append(run)
        else:
            place.addprevious(run)


def _element(name: str, **attributes: str) -> Any:
    element = etree.Element(f"{{{_W}}}{name}")
    for key, value in attributes.items():
        element.set(f"{{{_W}}}{key}", value)
    return element


def _instruction(word: str) -> Any:
    run = _element("r")
    text = etree.SubElement(run, f"{{{_W}}}instrText")
    text.text = f" {word} "
    return run


def _char(kind: str, data: FormData | None = None) -> Any:
    run = _element("r")
    char = _element("fldChar", fldCharType=kind)
    run.append(char)
    if data is not None:
        char.append(_ff_data(data))
    return run


def _ff_data(data: FormData) -> Any:
    """ECMA-376 part 1 §17.16.17."""
    out = _element("ffData")
    out.append(_element("name", val=_printable(data.name)))
    if data.kind == "check":
        box = _element("checkBox")
        box.append(_element("default", val="1" if data.default else "0"))
        if data.checked is not None:
            box.append(_element("checked", val="1" if data.checked else "0"))
        out.append(box)
    elif data.kind == "choice":
        choice = _element("ddList")
        choice.append(_element("result", val=str(data.selected)))
        for option in data.options:
            choice.append(_element("listEntry", val=_printable(option)))
        out.append(choice)
    else:
        out.append(_element("textInput"))
    return out


def _printable(text: str) -> str:
    return "".join(c for c in text if c >= " " and not 0xD800 <= ord(c) <= 0xDFFF)


def _replaced(package: Package, document: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name in package.names():
            content = document if name == "word/document.xml" else package.read(name)
            if content is not None and not name.endswith("/"):
                archive.writestr(name, content)
    return out.getvalue()
