"""Elements of Word's XML without their namespaces: files of other programs have them under other prefixes."""

from __future__ import annotations

from typing import Any


def local(element: Any) -> str:
    """The name without its namespace; "" for comments, processing instructions and None."""
    tag = element.tag if element is not None else None
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str:
    """An attribute by its name without its namespace; "" where there is none."""
    return next((str(v) for k, v in element.items() if k.rpartition("}")[2] == name), "")


def child(element: Any, name: str) -> Any:
    """The first child of this name; None where there is none, or no element."""
    if element is None or not len(element):  # what has no children may be `()` as well
        return None
    return next(element.iterchildren(f"{{*}}{name}"), None)
