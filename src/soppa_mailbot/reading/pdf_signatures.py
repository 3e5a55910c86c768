"""Signs that a PDF was signed electronically: signatures in the file, and what e-signature services print on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pikepdf

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Page
from soppa_mailbot.reading.pdf_values import dictionary, numbers, text_of

# What the services print on each page, or on the certificate that they append. Words come joined by single blanks.
_ENVELOPE = re.compile(
    r"docusign envelope id:? ?[0-9a-f-]{8,}|envelope id:? ?[0-9a-f]{8}-?[0-9a-f-]{8,}"
    r"|(?:adobe|acrobat|echosign)[\w ]{0,20} (?:transaction (?:number|id)|audit report)\b"
    r"|transaction id: ?\"?cbjchbcaab\w+"
    r"|(?:dropbox sign|hellosign|pandadoc|signnow|sign now|signwell|zoho sign|onespan)[\w .,:|-]{0,60}"
    r"(?:audit|certificate|document id|envelope|signed)"
    r"|document ref(?:erence)?:? ?[0-9a-z]{5}-[0-9a-z]{5}-[0-9a-z]{5}-[0-9a-z]{5}"
    r"|certificate of completion envelope|signature certificate document ref",
    re.IGNORECASE,
)
# one of these is in every such mark: few pages have any, and the search of a dense page takes a millisecond
_IN_A_MARK = (
    "envelope",
    "adobe",
    "acrobat",
    "echosign",
    "transaction id",
    "dropbox sign",
    "hellosign",
    "pandadoc",
    "signnow",
    "sign now",
    "signwell",
    "zoho sign",
    "onespan",
    "document ref",
)


def is_signed(value: Any) -> bool:
    """A signature field holds a signature only with /Contents and /ByteRange; an empty dictionary is none."""
    value = dictionary(value)
    if value is None or len(numbers(value.get("/ByteRange"))) < 4:
        return False
    contents = value.get("/Contents")
    return isinstance(contents, pikepdf.String) and any(bytes(contents))


def signer_of(value: Any) -> str:
    """The signer's name as the signature dictionary gives it (/Name), "" where unsigned or unnamed."""
    value = dictionary(value)
    return text_of(value.get("/Name")) if value is not None and is_signed(value) else ""


def signed_bytes(value: Any) -> int:
    """Up to which byte of the file a signature reaches (ISO 32000-1 §12.8.1, /ByteRange); 0 where it does not say."""
    extent = numbers(dictionary(value).get("/ByteRange"))
    return int(extent[2] + extent[3]) if len(extent) >= 4 else 0


def envelope_note(pages: Iterable[Page]) -> tuple[str, ...]:
    """The mark of an e-signature service, as it is printed on a page."""
    for page in pages:
        text = " ".join(word.text for word in page.words)
        lowered = text.lower()
        found = _ENVELOPE.search(text) if any(word in lowered for word in _IN_A_MARK) else None
        if found:
            return (f"e-signature envelope (page {page.number}: {found.group()[:80]})",)
    return ()


def document_signature(pdf: Any) -> Any:
    """The certifying signature of the catalogue (/Perms /DocMDP); it may hang on no field."""
    permissions = dictionary(pdf.Root.get("/Perms"))
    value = dictionary(permissions.get("/DocMDP")) if permissions is not None else None
    return value if is_signed(value) else None
