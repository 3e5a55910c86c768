"""Form fields of a PDF: an own walk of the field tree (ISO 32000-1 §12.7).

Values are not page text: a filled field may have no appearance at all. What libraries get wrong and this walk must not:
/FT, /V, /Ff and /DV are inherited; trees may loop; a box is on by its widget's /AS, not by /V; a value may be a stream;
widgets may hang on a page without being in the tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from soppa_mailbot.model import Box, Field
from soppa_mailbot.reading.pdf_frame import Frame
from soppa_mailbot.reading.pdf_signatures import document_signature, is_signed, signer_of
from soppa_mailbot.reading.pdf_values import dictionary, integer, items, name_of, numbers, text_of

MAX_FIELDS = 5_000
_MAX_DEPTH = 40

_READ_ONLY, _MULTI = 1 << 0, 1 << 21
_RADIO, _PUSH = 1 << 15, 1 << 16  # of buttons, table 226
_HIDDEN, _NO_VIEW = 2, 32  # annotation flags, table 165

Widget = tuple[int, Box | None, Any]  # page (0: on none), upright box, dictionary


class FieldReader:
    """Reads the fields of one open pikepdf document; `frames` are the upright frames of its first pages."""

    def __init__(self, pdf: Any, frames: list[Frame]) -> None:
        self._pdf = pdf
        self._frames = frames
        self._on_page: dict[tuple[int, int], int] = {}
        self._widgets: list[tuple[int, Any]] = []
        self._seen: set[tuple[int, int]] = set()
        self.signatures: list[Any] = []  # the /V of every signed signature field, once `read` has run
        for number, annotation in _annotations(pdf, len(frames)):
            if name_of(annotation.get("/Subtype")) == "Widget":
                self._on_page.setdefault(annotation.objgen, number)
                self._widgets.append((number, annotation))

    def read(self) -> tuple[Field, ...]:
        """Every terminal field once, in the tree's order; then widgets that no tree leads to."""
        found: list[Field] = []
        certified = document_signature(self._pdf)
        self.signatures = [certified] if certified is not None else []
        form = dictionary(self._pdf.Root.get("/AcroForm"))
        roots = items(form.get("/Fields")) if form is not None else []
        orphans = [widget for _, widget in self._widgets]
        for node in [*roots, *(_top(widget) for widget in orphans)]:
            for field in self._walk(node, "", {}, 0):
                found.append(field)
                if len(found) >= MAX_FIELDS:
                    return tuple(found)
        return tuple(found)

    def _walk(self, node: Any, prefix: str, inherited: dict[str, Any], depth: int) -> Iterator[Field]:
        node = dictionary(node)
        if node is None or depth > _MAX_DEPTH or not self._first_time(node):
            return
        own = dict(inherited)
        for key in ("/FT", "/V", "/DV", "/Ff", "/Opt", "/TU"):
            if key in node:
                own[key] = node.get(key)
        partial = text_of(node.get("/T"))
        name = f"{prefix}.{partial}" if prefix and partial else prefix or partial
        kids = [kid for kid in (dictionary(k) for k in items(node.get("/Kids"))) if kid is not None]
        if any("/T" in kid for kid in kids):
            for kid in kids:
                yield from self._walk(kid, name, own, depth + 1)
            return
        for kid in kids:
            self._first_time(kid)
        # what stands nearest counts: some editors turn a field into one to sign in its picture on the page alone
        kinds = [kid.get("/FT") for kid in kids]
        if kinds and all(name_of(kind) == "Sig" for kind in kinds):
            own["/FT"] = kinds[0]
        # some editors write the value into the field's picture on the page, and viewers show it
        if _is_as_it_began(own) and (answered := next((kid for kid in kids if "/V" in kid), None)) is not None:
            own["/V"] = answered.get("/V")
        field = self._field(name, own, [self._widget(w) for w in (kids or [node])])
        if field is not None:
            yield field

    def _first_time(self, node: Any) -> bool:
        key = node.objgen
        if key == (0, 0):  # a direct object: cannot loop
            return True
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def _widget(self, node: Any) -> Widget:
        number = self._on_page.get(node.objgen, 0) if node.objgen != (0, 0) else 0
        rect = numbers(node.get("/Rect"))
        if not number or len(rect) != 4:
            return number, None, node
        return number, self._frames[number - 1].box(*rect), node

    def _field(self, name: str, own: dict[str, Any], widgets: list[Widget]) -> Field | None:
        form_type, flags = name_of(own.get("/FT")), integer(own.get("/Ff"))
        if form_type == "Btn" and flags & _PUSH:
            return None
        if form_type == "Btn":
            kind = "radio" if flags & _RADIO else "check"
            value, options = _button(own, widgets)
        elif form_type == "Ch":
            kind, value, options = "choice", _choice(own.get("/V"), own.get("/Opt")), _labels(own.get("/Opt"))
        elif form_type == "Sig":
            kind, value, options = "signature", signer_of(own.get("/V")), ()
            if is_signed(own.get("/V")):
                self.signatures.append(own.get("/V"))
        elif form_type == "Tx":
            kind, value, options = "text", text_of(own.get("/V")), ()
        else:
            return None
        filled = is_signed(own.get("/V")) if kind == "signature" else bool(value.strip())
        boxes = tuple(
            (page, box, _export(widget) if form_type == "Btn" else "") for page, box, widget in widgets if box
        )
        return Field(
            name=name,
            kind=kind,
            value=value,
            filled=filled,
            label=text_of(own.get("/TU")),
            options=options,
            page=boxes[0][0] if boxes else 0,
            box=boxes[0][1] if boxes else None,
            boxes=boxes,
            read_only=bool(flags & _READ_ONLY),
            hidden=all(integer(widget.get("/F")) & (_HIDDEN | _NO_VIEW) for _, _, widget in widgets),
            default=text_of(own.get("/DV")) if kind != "choice" else _choice(own.get("/DV"), own.get("/Opt")),
        )


def _is_as_it_began(own: dict[str, Any]) -> bool:
    """Whether a field itself has no value, or the one of a choice that the form was made with: "select"."""
    if "/V" not in own:
        return True
    value = text_of(own.get("/V"))
    options = items(own.get("/Opt"))
    first = text_of(items(options[0])[0] if items(options[0]) else options[0]) if options else ""
    return name_of(own.get("/FT")) == "Ch" and value in ("", first, text_of(own.get("/DV")))


# --- buttons, choices, signatures ---------------------------------------------------------------------------


def _button(own: dict[str, Any], widgets: list[Widget]) -> tuple[str, tuple[str, ...]]:
    """(export name of the box that is on or "", all export names). /AS decides: /V may be stale or missing."""
    options = tuple(dict.fromkeys(_export(widget) for _, _, widget in widgets))
    states = [name_of(widget.get("/AS")) for _, _, widget in widgets]
    if any(states):
        on = next((state for state in states if state not in ("", "Off")), "")
    else:  # no widget says how it looks: only the value is left
        value = text_of(own.get("/V"))
        on = "" if value == "Off" else value
    return on, options


def _export(widget: Any) -> str:
    """The name of a button's on state: the one in its normal appearance that is not Off."""
    appearance = dictionary(widget.get("/AP"))
    normal = dictionary(appearance.get("/N")) if appearance is not None else None
    if normal is not None and not isinstance(normal, pikepdf.Stream):
        for key in normal.keys():  # noqa: SIM118 - a pikepdf dictionary iterates differently
            if key != "/Off":
                return str(key).removeprefix("/")
    state = name_of(widget.get("/AS"))
    return "" if state == "Off" else state


def _choice(value: Any, options: Any) -> str:
    """What is chosen, as shown: export values are turned into their labels; several are joined by "; "."""
    shown = {}
    for option in items(options):
        pair = items(option)
        if len(pair) == 2:
            shown[text_of(pair[0])] = text_of(pair[1])
    chosen = [text_of(v) for v in items(value)] if isinstance(value, pikepdf.Array) else [text_of(value)]
    return "; ".join(shown.get(c, c) for c in chosen if c)


def _labels(options: Any) -> tuple[str, ...]:
    out = []
    for option in items(options)[:500]:
        pair = items(option)
        out.append(text_of(pair[-1]) if pair else text_of(option))
    return tuple(out)


def _annotations(pdf: Any, pages: int) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(pdf.pages, 1):
        if number > pages:
            return
        for annotation in items(page.obj.get("/Annots"))[:MAX_FIELDS]:
            node = dictionary(annotation)
            if node is not None:
                yield number, node


def _top(node: Any) -> Any:
    """The root of the tree that a widget belongs to."""
    for _ in range(_MAX_DEPTH):
        parent = dictionary(node.get("/Parent"))
        if parent is None:
            break
        node = parent
    return node
