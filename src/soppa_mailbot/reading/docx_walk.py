"""The walk over one story of a Word file (body, header, footer, notes): paragraphs, table cells, controls, text boxes.

Word files hold text in some 25 constructs, of which python-docx shows 6: content controls at every level, tracked
changes, text boxes, legacy form fields, nested tables. Elements that are not known here are walked through, so wrappers
(hyperlink, smartTag, customXml, ins, dir ...) need no mention. Source: ISO/IEC 29500-1 §17.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from soppa_mailbot import lazy_re as re
from soppa_mailbot.reading.docx_bullets import Bullets
from soppa_mailbot.reading.docx_cells import continues_above, element_property, small, span
from soppa_mailbot.reading.docx_controls import content_control, is_on, legacy_control, signature_line, value_of
from soppa_mailbot.reading.docx_drafts import Control, Draft
from soppa_mailbot.reading.docx_lines import LINE, Styles, has_rule, is_underlined, leaders, with_lines
from soppa_mailbot.reading.docx_marker import is_emphasised, is_highlighted
from soppa_mailbot.reading.docx_symbols import in_font, symbol
from soppa_mailbot.reading.docx_xml import attribute, local
from soppa_mailbot.reading.list_boxes import CHECKED, ORNAMENTS, ROUND, asks_to_choose

MAX_PARAGRAPHS = 50_000
MAX_CHARACTERS = 4_000_000

# Never text of the document as it stands: properties, deleted text, field codes.
_SKIPPED = frozenset(
    (
        *("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "rubyPr", "rt"),
        *("del", "moveFrom", "delText", "delInstrText", "fldData", "proofErr", "bookmarkStart", "bookmarkEnd"),
        *("commentRangeStart", "commentRangeEnd", "commentReference"),
        *("annotationRef", "footnoteRef", "endnoteRef"),
    )
)
_SPACING = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

_SENTENCE = 6  # words
_LIST = 10  # paragraphs before one of a list in which it may be told what to do with it
_MARK = re.compile(r"\b(?:check|mark|tick|select|choose|initial|appl(?:y|ies|icable))\b", re.IGNORECASE)

Level = Callable[[Any, str], bool]  # handles an element, or says that it did not


class Enough(Exception):  # noqa: N818 - not an error: the rest is left out
    """The document is longer than anybody reads."""


class Walker:
    """Collects drafts; one for all stories of a file, so that tables are numbered through."""

    def __init__(self, signed_lines: str = "", styles: Styles | None = None, bullets: Bullets | None = None) -> None:
        self.drafts: list[Draft] = []
        self.struck: list[tuple[int, str]] = []  # (paragraph, text) that is struck through
        self._styles = styles or Styles()
        self._bullets = bullets or Bullets()
        self._leaders: list[bool] = []  # for the tabs of the paragraph at hand that are still to come: a line?
        self._signed_lines = signed_lines  # text of the signature parts: names the signature lines that are signed
        self._marked = False  # whether the run at hand is highlighted
        self._emphasised = False
        self._room = MAX_CHARACTERS
        self._tables = 0
        self._part = "body"
        self._cell: tuple[int, int, int] | None = None
        self._draft: Draft | None = None
        self._controls: list[Control] = []  # content controls that are open
        self._legacy: list[_Legacy] = []  # complex fields that are open
        self._boxes: list[Any] = []  # text boxes anchored in the paragraph at hand

    def story(self, root: Any, part: str) -> None:
        """Walk one story; raises Enough where the bounds are reached."""
        self._part, self._cell, self._draft = part, None, None
        self._controls, self._legacy = [], []
        self._each(root, self._block)

    # --- descending ---------------------------------------------------------------------------------------

    def _each(self, parent: Any, level: Level) -> None:
        for child in parent:
            tag = local(child)
            if tag in _SKIPPED:
                continue
            if tag == "sdt":
                self._content_control(child, level)
            elif tag == "AlternateContent":
                self._each(alternative(child), level)
            elif not level(child, tag):
                self._each(child, level)

    def _content_control(self, element: Any, level: Level) -> None:
        content = next((child for child in element if local(child) == "sdtContent"), None)
        control = content_control(element)
        if control is None:
            if content is not None:
                self._each(content, level)
            return
        self._controls.append(control)
        if content is not None:
            self._each(content, level)
        if not control.pieces:  # empty, or nothing but pictures: it still has its place in the flow
            if self._draft is None and level == self._block:
                self._new_paragraph()
                self._put("")
                self._draft = None
            else:
                self._put("")
        self._controls.pop()

    def _block(self, element: Any, tag: str) -> bool:
        if tag == "p":
            self._paragraph(element)
        elif tag == "tbl":
            self._table(element)
        else:
            return tag == "r"  # a run outside any paragraph is nothing that Word shows
        return True

    # --- tables -------------------------------------------------------------------------------------------

    def _table(self, element: Any) -> None:
        outer, number, row = self._cell, self._tables, -1
        self._tables += 1
        column = 0

        def cells(item: Any, tag: str) -> bool:
            nonlocal column
            if tag != "tc":
                return False
            self._cell = (number, row, column)
            if not continues_above(item):
                self._each(item, self._block)
            column += span(item)
            return True

        def rows(item: Any, tag: str) -> bool:
            nonlocal row, column
            if tag != "tr":
                return False
            if element_property(item, "trPr", "del") is not None:
                return True
            row += 1
            before = element_property(item, "trPr", "gridBefore")
            column = small(value_of(before), 0) if before is not None else 0
            self._each(item, cells)
            return True

        self._each(element, rows)
        self._cell = outer

    # --- paragraphs and runs ------------------------------------------------------------------------------

    def _new_paragraph(self) -> None:
        if len(self.drafts) >= MAX_PARAGRAPHS:
            raise Enough
        self._draft = Draft(self._part, self._cell)
        self.drafts.append(self._draft)

    def _paragraph(self, element: Any) -> None:
        properties = next((child for child in element if local(child) == "pPr"), ())
        self._leaders = leaders(self._styles.stops(properties), element)
        self._new_paragraph()
        box = self._bullets.before(properties)
        if box and not (box in ORNAMENTS and self._is_term(element)) and not (box in ROUND and not self._asks()):
            self._put(f"{box if box in CHECKED else '☐'} ")
        self._each(element, self._inline)
        if has_rule(properties) and self._draft is not None and not self._draft.runs and self._asked():
            self._put(LINE)
        self._draft = None
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._text_box(box)

    def _is_term(self, element: Any) -> bool:
        """Whether a paragraph is a whole sentence of a list that nobody is told to mark: Word offers ❑ as a bullet."""
        text = "".join(str(part.text or "") for part in element.iter() if local(part) == "t").rstrip()
        if not text.endswith(".") or len(text.split()) < _SENTENCE:
            return False
        before = (run[0] for draft in self.drafts[-1 - _LIST : -1] for run in draft.runs)
        return _MARK.search(" ".join(before)) is None

    def _asks(self) -> bool:
        return asks_to_choose("".join(run[0] for run in draft.runs) for draft in reversed(self.drafts[-_LIST:-1]))

    def _asked(self) -> bool:
        """Whether the text before an empty paragraph asks for something: else its border is an ornament."""
        before = next((d for d in reversed(self.drafts[:-1][-4:]) if d.runs), None)
        text = "".join(run[0] for run in before.runs).rstrip() if before is not None else ""
        return text.endswith((":", "?")) or (before is not None and text == LINE)

    def _text_box(self, element: Any) -> None:
        kept = self._part, self._cell, self._controls, self._legacy
        self._part, self._cell, self._controls, self._legacy = "textbox", None, [], []
        self._each(element, self._block)
        self._part, self._cell, self._controls, self._legacy = kept

    def _inline(self, element: Any, tag: str) -> bool:
        if tag == "r":
            self._run(element)
        elif tag in ("p", "tbl"):  # does not belong here; hostile or broken
            return False
        elif tag in ("drawing", "pict", "object"):
            self._graphic(element)
        elif tag == "t" and "math" in str(element.tag):
            self._put(element.text or "")
        else:
            return False
        return True

    def _run(self, element: Any) -> None:
        properties = next((child for child in element if local(child) == "rPr"), ())
        by_name: dict[str, Any] = {local(item): item for item in properties}
        if "vanish" in by_name and is_on(by_name["vanish"]):
            return
        if any(name in by_name and is_on(by_name[name]) for name in ("strike", "dstrike")):
            self._strike(element)
            return
        fonts = by_name.get("rFonts")
        font = next((v for k, v in fonts.items() if k.endswith(("}ascii", "}hAnsi"))), "") if fonts is not None else ""
        self._marked, self._emphasised = is_highlighted(by_name), is_emphasised(by_name)
        self._run_content(element, str(font), underlined=is_underlined(by_name))
        self._marked = self._emphasised = False

    def _strike(self, element: Any) -> None:
        """Text with a line through it is deleted for whoever reads it; neighbouring runs of it are one piece."""
        text = "".join(str(node.text or "") for node in element.iter() if local(node) == "t")
        piece = (len(self.drafts), text)
        if self.struck and self.struck[-1][0] == piece[0]:
            piece = (piece[0], self.struck.pop()[1] + text)
        self.struck.append(piece)

    def _run_content(self, element: Any, font: str, *, underlined: bool) -> None:
        for child in element:
            tag = local(child)
            if tag == "t":
                self._put(with_lines(in_font(child.text or "", font), underlined=underlined))
            elif tag == "tab":
                drawn = self._leaders.pop(0) if self._leaders else False
                self._put(f"\t{LINE}" if drawn or underlined else "\t")
            elif tag in _SPACING:
                self._put(_SPACING[tag])
            elif tag == "sym":
                code = _hexadecimal(attribute(child, "char"))
                self._put(symbol(attribute(child, "font"), code))
            elif tag == "fldChar":
                self._field_character(child)
            elif tag == "instrText":
                if self._legacy and not self._legacy[-1].result:
                    self._legacy[-1].code += child.text or ""
            elif tag in ("drawing", "pict", "object"):
                self._graphic(child)
            elif tag == "AlternateContent":
                self._run_content(alternative(child), font, underlined=underlined)
            elif tag not in _SKIPPED:
                self._each(child, self._inline)

    def _graphic(self, element: Any) -> None:
        """A picture, a drawn shape with text in it, ink, or a signature line."""
        for child in element:
            tag = local(child)
            if tag == "txbxContent":
                self._boxes.append(child)
            elif tag == "AlternateContent":
                self._graphic(alternative(child))
            elif tag == "signatureline":
                self._put("", control=signature_line(child, self._signed_lines))
            elif tag in ("blip", "contentPart"):
                self._put("", image=True)
            elif tag == "imagedata":
                if not any(local(sibling) == "signatureline" for sibling in element):
                    self._put("", image=True)
            elif tag == "textpath":
                self._put(str(child.get("string") or ""))
            else:
                self._graphic(child)

    # --- complex fields: fldChar begin, code, separate, result, end -----------------------------------------

    def _field_character(self, element: Any) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            data = next((child for child in element if local(child) == "ffData"), None)
            self._legacy.append(_Legacy(legacy_control(data) if data is not None else None))
        elif kind == "separate" and self._legacy:
            self._legacy[-1].result = True
        elif kind == "end" and self._legacy:
            self._end_field(self._legacy.pop())

    def _end_field(self, field: _Legacy) -> None:
        words = field.code.split(None, 2)
        if field.control is not None and not field.control.pieces:
            self._put(field.control.default if field.control.kind != "text" else "", control=field.control)
        elif words[:1] == ["MACROBUTTON"] and len(words) > 2 and not field.result:
            self._put(words[2])  # "[click here and type]": the display text is part of the code

    def _put(self, text: str, *, image: bool = False, control: Control | None = None) -> None:
        draft = self._draft
        if draft is None or any(not field.result for field in self._legacy):
            return
        if control is None:
            control = next((f.control for f in reversed(self._legacy) if f.control is not None), None)
        if control is None and self._controls:
            control = self._controls[-1]
        if not text and not image and control is None:
            return
        self._room -= len(text)
        if self._room < 0:
            raise Enough
        if self._marked and text.strip():
            draft.highlighted.append((draft.length, draft.length + len(text)))
        if self._emphasised and text.strip():
            draft.emphasised.append((draft.length, draft.length + len(text)))
        draft.length += len(text)
        last = draft.runs[-1] if draft.runs else None
        if last is not None and control is not None and last[1] is control and not (image or last[2]):
            draft.runs[-1] = (last[0] + text, control, False)  # Word writes a field's five spaces as five runs
        else:
            draft.runs.append((text, control, image))
        if control is not None:
            control.pieces.append((len(self.drafts), text))


class _Legacy:
    __slots__ = ("code", "control", "result")

    def __init__(self, control: Control | None) -> None:
        self.control = control
        self.code = ""
        self.result = False


def alternative(element: Any) -> Any:
    """Of mc:AlternateContent the first choice that holds something, else the fallback: never both."""
    choices = [child for child in element if local(child) == "Choice" and len(child)]
    return next(iter(choices), None) if choices else next((c for c in element if local(c) == "Fallback"), ())


def _hexadecimal(text: str) -> int:
    try:
        return int(text, 16)
    except ValueError:
        return 0
