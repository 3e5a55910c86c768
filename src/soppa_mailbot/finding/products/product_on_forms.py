"""What a form's own answer calls the product, and what OCR made of it."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.names import clean_product, is_product_like
from soppa_mailbot.model import Evidence, Form

_MISREAD = 80.0  # 0 to 100: likeness of a name and what OCR makes of it
# what stands in a line for something else: "none yet", "Dunmore CUSD 12, Talbot SD 8"
_NO_PRODUCT = re.compile(
    r"^\W*(?:none|no|n/?a|not applicable|nothing|tbd|see (?:above|below|attached))\b"
    r"(?:\W+(?:yet|so far|at this time))?\W*$",
    re.IGNORECASE,
)
_DISTRICTS = re.compile(
    r"(?:[A-Z][\w.'-]*\s+){1,5}(?:School District|Schools|(?:C?CUSD|CCSD|CHSD|THSD|ESD|USD|CSD|SD))"
    r"(?:\s+(?:No\.?\s*|#\s*)?[A-Z]?-?\d{1,3}(?:-?[A-Z])?)?\W*"
)


def form_names(forms: Sequence[Form], key: str = "", typed: Sequence[str] = ()) -> list[tuple[str, Evidence]]:
    """The products of the forms of one kind, or of all; what OCR read of a picture is corrected by a name that was
    typed."""
    out = []
    for form in forms:
        answer = form.answer("product").strip() if form.form == key or not key else ""
        name = clean_product(answer) or answer
        if from_picture(form):
            name = next((t for t in typed if _is_read_wrong(name, t)), name)
        if answer and is_product_like(name) and not _NO_PRODUCT.search(answer) and not _names_districts(answer):
            out.append((name, Evidence(", ".join(form.filenames), answer[:200], 0, f"the {key} form's answer")))
    return out


def _is_read_wrong(read: str, typed: str) -> bool:
    """Whether a name that OCR read may be one that was typed, or how it begins: "Niahtiar Blok" for "Nightjar Block",
    "Zremolo Roster" for "Tremolo Roster coach"; "Level 3" is not "Level 2"."""
    begins = " ".join(typed.split()[: len(read.split())])
    digits = [[c for c in name if c.isdigit()] for name in (read, typed)]
    like = max(ratio(read.casefold(), name.casefold()) for name in (typed, begins))
    return digits[0] == digits[1] and like >= _MISREAD


def from_picture(form: Form) -> bool:
    """Whether the form's answer was read off a picture."""
    return any(r.place.role == "product" and {"ink", "ocr"} & set(r.how) for r in form.readings)


def _names_districts(answer: str) -> bool:
    """Whether a list of districts was put where the product belongs: customers, and the line of another question."""
    parts = [part.strip() for part in re.split(r"[,;/&]|\band\b", answer) if part.strip()]
    return bool(parts) and all(_DISTRICTS.fullmatch(part) for part in parts)
