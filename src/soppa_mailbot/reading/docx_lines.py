"""Lines to write on that Word draws without an underscore: tab leaders, underlined blanks, borders of empty paragraphs.

They are read as underscores, so that whatever reads a form sees the line that a person sees. Source: ISO/IEC 29500-1
§17.3.1.37 (tab stops and their leaders), §17.3.1.24 (paragraph borders), §17.3.2.40 (underline).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from soppa_mailbot import lazy_re as re
from soppa_mailbot.reading.docx_xml import attribute, child, local

LINE = "________"
_DRAWN = frozenset(("dot", "hyphen", "underscore", "heavy", "middleDot"))
_BLANKS = re.compile(r"[ \u00a0]{3,}|\t")
_CONTENTS = re.compile(r"\s*(?:\d+|[ivxlc]+)?\s*", re.I)  # what a table of contents has behind its dots
_BOX = re.compile(r"\s*(?:\[.{0,3}\]|\(.{0,3}\)|[\u2610-\u2612\u25a0-\u25a2\u25cb\u274f-\u2752])")
_DEEPEST = 12  # styles that one style is based on
_WRITTEN = re.compile(r"\bFORM(?:TEXT|DROPDOWN)\b")  # fields to write into
_MOST = 60  # tab stops of a paragraph that are looked at

Stops = Mapping[float, bool]  # position (twentieths of a point) -> whether a leader is drawn up to it


class Styles:
    """The tab stops of a document's paragraph styles."""

    def __init__(self, root: Any = None) -> None:
        self._own: dict[str, Stops] = {}
        self._based: dict[str, str] = {}
        self._default = ""
        for style in root if root is not None else ():
            if local(style) != "style" or attribute(style, "type") != "paragraph":
                continue
            name = attribute(style, "styleId")
            self._own[name] = _stops(child(style, "pPr"))
            based = child(style, "basedOn")
            if based is not None:
                self._based[name] = attribute(based, "val")
            if attribute(style, "default") in ("1", "true", "on"):
                self._default = name

    def stops(self, properties: Any) -> list[bool]:
        """For each tab stop of a paragraph, from the left, whether a line leads to it."""
        style = child(properties, "pStyle")
        name = attribute(style, "val") if style is not None else self._default
        if name.casefold().startswith(("toc", "tableoffigures")):
            return []
        found: dict[float, bool] = {}
        chain: list[str] = []
        while name in self._own and len(chain) < _DEEPEST and name not in chain:
            chain.append(name)
            name = self._based.get(name, "")
        for each in reversed(chain):
            found.update(self._own[each])
        found.update(_stops(properties))
        return [found[at] for at in sorted(found)][:_MOST]


def leaders(stops: list[bool], paragraph: Any) -> list[bool]:
    """For each tab of a paragraph whether it draws a line to write on.

    The dots of a table of contents are none, nor those that lead to a box: "Is it encrypted? ...... [ ] Yes  [ ] No".
    A line right behind a form field is what its answer is written on, and no second one.
    """
    if not any(stops):
        return []
    behind: list[str] = []  # for each tab what stands between it and the next
    fields: list[bool] = []  # for each tab whether a form field ends right before it
    after_field = written = False
    for node in paragraph.iter():
        name = local(node)
        if name == "instrText":
            written = _WRITTEN.search(node.text or "") is not None
        elif name == "fldChar" and attribute(node, "fldCharType") == "end":
            after_field, written = written, False
        elif name == "t" and (node.text or "").strip():
            after_field = False
        if name == "tab" and local(node.getparent()) == "r":
            fields.append(after_field)
            after_field = False
            behind.append("")
        elif behind and name == "t":
            behind[-1] += node.text or ""
        elif behind and name in ("sym", "checkBox", "checkbox"):
            behind[-1] += "\u2610"
    if behind and behind[-1].strip() and _CONTENTS.fullmatch(behind[-1]):
        return []
    drawn = [stops[min(i, len(stops) - 1)] for i in range(len(behind))]
    return [d and not (f or _BOX.match(text)) for d, text, f in zip(drawn, behind, fields, strict=True)]


def with_lines(text: str, *, underlined: bool) -> str:
    """The text of a run; blanks that are underlined are a line to write on."""
    return _BLANKS.sub(lambda m: LINE if m[0] == "\t" else "_" * len(m[0]), text) if underlined else text


def is_underlined(properties: Mapping[str, Any]) -> bool:
    """Whether a run's properties (name -> element) underline it, blanks too."""
    underline = properties.get("u")
    return underline is not None and attribute(underline, "val") not in ("", "none", "words")


def has_rule(properties: Any) -> bool:
    """Whether a paragraph has a border under it."""
    bottom = child(child(properties, "pBdr"), "bottom")
    return bottom is not None and attribute(bottom, "val") not in ("", "none", "nil")


def _stops(properties: Any) -> dict[float, bool]:
    out: dict[float, bool] = {}
    for tab in child(properties, "tabs") if child(properties, "tabs") is not None else ():
        try:
            at = float(attribute(tab, "pos"))
        except ValueError:
            continue
        kind = attribute(tab, "val")
        if kind in ("clear", "bar"):
            out.pop(at, None)
        else:
            out[at] = attribute(tab, "leader") in _DRAWN
    return out
