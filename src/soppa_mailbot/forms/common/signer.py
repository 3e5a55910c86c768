"""Words for what is asked of whoever signs, beside the signature: a name, a title, the day."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_NAME = (
    r"(?:(?:printed|print|typed|type)\s+)?(?:full\s+)?names?(?:\s*(?:and|&|/|,)\s*titles?)?"
    r"(?:\s*\(?(?:printed|print|typed)\)?)?"
)
_POST = r"(?:official\s+)?titles?|position|its"
_DAY = r"date(?:\s+signed|\s+of\s+signature)?"
_ASKED = re.compile(rf"{_NAME}|{_POST}|{_DAY}", re.I)
_CAPTION = re.compile(
    rf"(?:authori[sz]ed\s+)?(?:(?:printed|print|typed|full)\s+)*(?:signature|signed|by|{_NAME}|{_POST}|date)\b(?:\s+\w+){{0,5}}",
    re.I,
)
_KINDS = re.compile(r"name|title|date|its|position")


def is_of_signer(label: str) -> bool:
    """Whether a label asks for nothing but the name, title or day of whoever signs: "Printed name and title"."""
    return _ASKED.fullmatch(label.strip(" :*.")) is not None


def is_signers_caption(text: str) -> bool:
    """Whether small print under a line may name it as a signer's, with some words more: "Title of signing officer"."""
    return _CAPTION.fullmatch(text.strip(" :*()")) is not None


def asked_of_signer(label: str) -> set[str]:
    """What a label beside a signature asks for, of name, title, position, its (position) and date."""
    return set(_KINDS.findall(label.casefold()))
