"""What stands inside one OpenDocument paragraph: text, controls, field marks, pictures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from soppa_mailbot.model import Field, Run
from soppa_mailbot.reading.docx_symbols import is_marked
from soppa_mailbot.reading.opendocument_marker import Look
from soppa_mailbot.reading.safexml import attribute, local

_MAX_DEPTH = 60
_SILENT = ("annotation", "annotation-end", "bookmark", "bookmark-start", "bookmark-end", "change", "change-start",
           "change-end", "tracked-changes", "soft-page-break", "ruby-text", "note-citation")  # fmt: skip
_ENTRY, _SELECTED = "dropdown_listentry", "dropdown_selected"  # of a list's field mark


class Controls:
    """Form controls of the document by their id (ODF 1.3 part 3 §13): the body only points at them."""

    def __init__(self, body: Any) -> None:
        self._found = {
            attribute(element, "id"): element
            for form in body.iter("{*}forms")
            for element in form.iter()
            if local(element)
            in ("checkbox", "radio", "text", "textarea", "listbox", "combobox", "date", "formatted-text")
        }

    def field(self, reference: str) -> Field | None:
        element = self._found.get(reference)
        if element is None:
            return None
        name, label = attribute(element, "name"), attribute(element, "title") or attribute(element, "label")
        kind = local(element)
        if kind in ("checkbox", "radio"):
            on = attribute(element, "current-state", attribute(element, "state")) == "checked" or (
                attribute(element, "current-selected", attribute(element, "selected")) == "true"
            )
            value = attribute(element, "value") or "1"
            return Field(name, "check" if kind == "checkbox" else "radio", value if on else "", on, label)
        if kind == "listbox":
            options = [o for o in element if local(o) == "option"]
            chosen = [attribute(o, "label") for o in options if "true" in (attribute(o, "current-selected"),)]
            value = "; ".join(chosen)
            return Field(
                name, "choice", value, bool(value.strip()), label, tuple(attribute(o, "label") for o in options)
            )
        value = attribute(element, "current-value", attribute(element, "value"))
        return Field(name, "date" if kind == "date" else "text", value, bool(value.strip()), label)


class RunWalk:
    """Collects the runs of one paragraph; `frames` are text boxes and notes, to be walked as blocks."""

    def __init__(self, controls: Controls, looks: Mapping[str, Look]) -> None:
        self.runs: list[Run] = []
        self.highlighted: list[tuple[int, int]] = []  # stretches of the paragraph's text
        self.emphasised: list[tuple[int, int]] = []
        self.struck: list[str] = []
        self._looks = looks
        self.frames: list[Any] = []
        self._controls = controls
        self._mark: dict[str, str] | None = None  # parameters of the open field mark
        self._mark_at = 0

    def inline(self, element: Any, depth: int = 0) -> None:
        if depth > _MAX_DEPTH:
            return
        self._text(element.text)
        for child in element:
            self._child(child, local(child), depth)
            self._text(child.tail)

    def _text(self, text: str | None) -> None:
        if text:
            # white space is collapsed (ODF 1.3 part 3 §6.1.2); runs of blanks are <text:s/>
            self.runs.append(Run(" ".join(text.split("\n")) if "\n" in text else text))

    def _child(self, child: Any, name: str, depth: int) -> None:
        if name == "s":
            count = attribute(child, "c", "1")
            self.runs.append(Run(" " * min(int(count) if count.isdigit() else 1, 200)))
        elif name == "tab":
            self.runs.append(Run("\t"))
        elif name == "line-break":
            self.runs.append(Run("\n"))
        elif name == "content-control":
            self._content_control(child, depth)
        elif name == "control":
            if field := self._controls.field(attribute(child, "control")):
                self.runs.append(Run(_shown(field), field))
        elif name in ("drop-down", "text-input"):
            self._input(child, name)
        elif name == "placeholder":
            self.runs.append(Run(_text_of(child), Field("", "text", "", False, attribute(child, "description"))))
        elif name in ("fieldmark", "fieldmark-start", "fieldmark-end"):
            self._field_mark(child, name)
        elif name == "image":
            self.runs.append(Run("", image=True))
        elif name in ("text-box", "note-body"):
            self.frames.append(child)
        elif name == "span" and (look := self._looks.get(attribute(child, "style-name"))):
            self._span(child, look, depth)
        elif name and name not in _SILENT:
            self.inline(child, depth + 1)

    def _span(self, child: Any, look: Look, depth: int) -> None:
        """Words that are set apart. Those with a line through them are deleted for whoever reads them."""
        if look.struck:
            self.struck.append(_text_of(child))
            return
        start = self._length()
        self.inline(child, depth + 1)
        stretch = (start, self._length())
        if any(run.text.strip() for run in self.runs) and stretch[1] > start:
            self.highlighted += [stretch] if look.highlighted else []
            self.emphasised += [stretch] if look.emphasised else []

    def _length(self) -> int:
        return sum(len(run.text) for run in self.runs)

    def _content_control(self, child: Any, depth: int) -> None:
        inner = RunWalk(self._controls, self._looks)
        inner.inline(child, depth + 1)
        self.frames += inner.frames
        text = "".join(r.text for r in inner.runs)
        prompt = attribute(child, "showing-place-holder") == "true"
        name, label = attribute(child, "tag"), attribute(child, "alias")
        if attribute(child, "checkbox") == "true":
            on = attribute(child, "checked") == "true" or is_marked(text)
            self.runs.append(Run(text or _glyph(on), Field(name, "check", "On" if on else "", on, label)))
            return
        options = tuple(
            attribute(item, "display-text") or attribute(item, "value") for item in child if local(item) == "list-item"
        )
        choice = "true" in (attribute(child, "dropdown"), attribute(child, "combobox")) or bool(options)
        kind = "date" if attribute(child, "date") == "true" else "choice" if choice else "text"
        value = "" if prompt else text
        image = any(r.image for r in inner.runs) and not prompt
        field = Field(name, kind, value, bool(value.strip()) or image, label, options)
        self.runs.append(Run(text, field, image))

    def _input(self, child: Any, name: str) -> None:
        if name == "text-input":
            text, label = _text_of(child), attribute(child, "description")
            filled = bool(text.strip()) and text.strip() != label.strip()
            self.runs.append(Run(text, Field("", "text", text if filled else "", filled, label)))
            return
        labels = [(attribute(o, "value"), attribute(o, "current-selected")) for o in child if local(o) == "label"]
        chosen = next((value for value, selected in labels if selected == "true"), _text_of(child))
        options = tuple(value for value, _ in labels)
        self.runs.append(
            Run(chosen, Field(attribute(child, "name"), "choice", chosen, bool(chosen.strip()), "", options))
        )

    def _field_mark(self, child: Any, name: str) -> None:
        """Legacy Word form fields as LibreOffice keeps them; their text stands between start and end."""
        if name == "fieldmark-end":
            if self._mark is not None:
                text = "".join(r.text for r in self.runs[self._mark_at :])
                field = _marked_field(self._mark, text)
                self.runs[self._mark_at :] = [Run(text, field)] if field else self.runs[self._mark_at :]
                self._mark = None
            return
        parameters = _parameters(child)
        if name == "fieldmark":
            if field := _marked_field(parameters, ""):
                self.runs.append(Run(_shown(field) or "".join(field.options[:1]), field))
            return
        self._mark, self._mark_at = parameters, len(self.runs)


def _parameters(mark: Any) -> dict[str, str]:
    """What a field mark says of itself; the entries of a list, which have one name, line by line."""
    found = {"type": attribute(mark, "type"), "bookmark": attribute(mark, "name")}
    for item in mark:
        if local(item) == "param":
            key, value = attribute(item, "name").rpartition(".")[2].casefold(), attribute(item, "value")
            found[key] = f"{found[key]}\n{value}" if key == _ENTRY and key in found else value
    return found


def _marked_field(parameters: dict[str, str], text: str) -> Field | None:
    kind = parameters["type"].rpartition(".")[2].upper()
    name, label = parameters.get("name") or parameters["bookmark"], parameters.get("description", "")
    if kind == "FORMCHECKBOX":
        on = parameters.get("checkbox_checked", parameters.get("checked", "")).casefold() in ("true", "1", "on")
        return Field(name, "check", "On" if on else "", on, label)
    if kind == "FORMDROPDOWN" and _ENTRY in parameters:
        options = tuple(parameters[_ENTRY].split("\n"))
        number = parameters.get(_SELECTED, "0")
        chosen = int(number) if number.isdecimal() and int(number) < len(options) else 0
        # LibreOffice writes 0 where nobody has chosen: then the first entry is shown, which is no answer
        return Field(name, "choice", options[chosen] if chosen else "", bool(chosen), label, options)
    if kind in ("FORMTEXT", "FORMDROPDOWN", "FORMDATE"):
        shown = {"FORMTEXT": "text", "FORMDROPDOWN": "choice", "FORMDATE": "date"}[kind]
        value = text.replace("\u2002", " ")  # five en-spaces stand for an empty legacy field
        return Field(name, shown, value if value.strip() else "", bool(value.strip()), label)
    return None


def _text_of(element: Any) -> str:
    return "".join(element.itertext())


def _glyph(on: bool) -> str:
    return "☒" if on else "☐"


def _shown(field: Field) -> str:
    return _glyph(field.filled) if field.kind in ("check", "radio") else field.value
