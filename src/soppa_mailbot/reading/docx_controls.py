"""Controls of Word forms: content controls (w:sdt), legacy form fields (w:ffData), signature lines.

Source: ISO/IEC 29500-1 §17.5.2 (structured document tags) and §17.16 (fields); [MS-DOCX] §2.6 (w14:checkbox).
"""

from __future__ import annotations

from typing import Any

from soppa_mailbot.reading.docx_drafts import Control
from soppa_mailbot.reading.docx_symbols import CHECKED, UNCHECKED, is_marked
from soppa_mailbot.reading.docx_xml import local

_OFF = frozenset(("0", "false", "off", "none"))
# Content controls that only hold other things together, or that the program itself fills.
_WRAPPERS = frozenset(
    (
        *("docPartObj", "docPartList", "group", "equation", "citation", "bibliography", "picture"),
        *("repeatingSection", "repeatingSectionItem"),
    )
)


def content_control(element: Any) -> Control | None:
    """The control that a w:sdt is, with the kind that it says; None where it is only a wrapper."""
    properties: dict[str, Any] = {}
    for child in next((c for c in element if local(c) == "sdtPr"), ()):
        properties.setdefault(local(child), child)
    if not properties or _WRAPPERS & properties.keys():
        return None
    content = next((c for c in element if local(c) == "sdtContent"), ())
    kind = _kind(properties)
    if kind == "text" and "text" not in properties and _only_wraps(properties, content):
        return None
    control = Control(
        kind,
        name=_value(properties.get("tag")) or _value(properties.get("alias")),
        label=_value(properties.get("alias")),
        read_only=_value(properties.get("lock")) in ("contentLocked", "sdtContentLocked"),
        prompt="showingPlcHdr" in properties and is_on(properties["showingPlcHdr"]),
    )
    if kind == "check":
        _fill_check_box(control, properties["checkbox"], content)
    elif kind == "choice":
        _fill_choice(control, properties.get("dropDownList", properties.get("comboBox")), content)
    return control


def _kind(properties: dict[str, Any]) -> str:
    if "checkbox" in properties:
        return "check"
    if "dropDownList" in properties or "comboBox" in properties:
        return "choice"
    return "date" if "date" in properties else "text"


def _only_wraps(properties: dict[str, Any], content: Any) -> bool:
    """A rich text control around tables, rows or other controls, or one that Google Docs leaves around every run."""
    if _value(properties.get("tag")).startswith("goog_rdk"):
        return True
    nodes = [node for child in content for node in child.iter()]
    if any(local(node) in ("sdt", "tbl", "tr", "ffData") for node in nodes):
        return True
    named = bool(_value(properties.get("tag")) or _value(properties.get("alias")))
    return not named and "showingPlcHdr" not in properties and "placeholder" not in properties


def _fill_check_box(control: Control, box: Any, content: Any) -> None:
    checked = next((child for child in box if local(child) == "checked"), None)
    shown = "".join(node.text or "" for child in content for node in child.iter() if local(node) == "t")
    on = (checked is not None and is_on(checked)) or is_marked(shown)
    control.prompt, control.value, control.filled = False, "On" if on else "", on


def _fill_choice(control: Control, choices: Any, content: Any) -> None:
    items = [child for child in choices if local(child) == "listItem"]
    control.options = tuple(_shown(item) for item in items)[:500]
    shown = "".join(node.text or "" for child in content for node in child.iter() if local(node) == "t").strip()
    # The first entry of Word's own template is a prompt: "Choose an item." with an empty value.
    if any(_shown(item) == shown and "value" in _attributes(item) and not _attributes(item)["value"] for item in items):
        control.prompt = True


def _shown(item: Any) -> str:
    attributes = _attributes(item)
    return attributes.get("displayText") or attributes.get("value", "")


def legacy_control(data: Any) -> Control | None:
    """The control of a w:ffData, None where it names no kind. Text gets its value from the field's result."""
    by_name: dict[str, Any] = {}
    for child in data:
        by_name.setdefault(local(child), child)
    name = _value(by_name.get("name"))
    label = _value(by_name.get("statusText")) or _value(by_name.get("helpText"))
    locked = "enabled" in by_name and not is_on(by_name["enabled"])
    if "checkBox" in by_name:
        parts = {local(child): child for child in by_name["checkBox"]}
        deciding = parts.get("checked", parts.get("default"))
        on = deciding is not None and is_on(deciding)
        return Control(
            "check", name, label, (), locked, CHECKED if on else UNCHECKED, value="On" if on else "", filled=on
        )
    if "ddList" in by_name:
        return _drop_down(by_name["ddList"], name, label, locked)
    if "textInput" in by_name:
        default = next((_value(child) for child in by_name["textInput"] if local(child) == "default"), "")
        return Control("text", name, label, read_only=locked, default=default)
    return None


def _drop_down(element: Any, name: str, label: str, locked: bool) -> Control:
    options = tuple(_value(child) for child in element if local(child) == "listEntry")
    parts = {local(child): _value(child) for child in element if local(child) in ("result", "default")}
    index = parts.get("result", parts.get("default", "0"))
    shown = options[int(index)] if index.isdecimal() and int(index) < len(options) else ""
    # Word writes w:result once somebody has chosen; before that it shows the first entry, which is no answer.
    chosen = "result" in parts and bool(shown.strip())
    return Control("choice", name, label, options, locked, shown, value=shown if chosen else "", filled=chosen)


def signature_line(element: Any, signatures: str) -> Control:
    """A Microsoft Office signature line (o:signatureline): signed when a signature part names its id."""
    attributes = _attributes(element)
    identity = attributes.get("id", "")
    signed = bool(identity) and identity.casefold() in signatures.casefold()
    label = " ".join(filter(None, (attributes.get("suggestedsigner"), attributes.get("suggestedsigner2"))))
    return Control("signature", identity, label, value="", filled=signed)


def is_on(element: Any) -> bool:
    """A toggle property: a bare element means true (§17.17.4)."""
    return value_of(element).casefold() not in _OFF


def value_of(element: Any) -> str:
    """Its w:val (or w14:val); "" where it has none."""
    return _attributes(element).get("val", "")


def _value(element: Any) -> str:
    return "" if element is None else value_of(element).strip()


def _attributes(element: Any) -> dict[str, str]:
    return {str(key).rpartition("}")[2]: str(value) for key, value in element.items()}
