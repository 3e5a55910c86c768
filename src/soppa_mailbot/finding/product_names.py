"""What a vendor says of a product's name: that it has another one, or is not the product that the District has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from soppa_mailbot.finding.names import clean_product, same_product
from soppa_mailbot.model import Agreement

_NAME = r"(?P<name>[A-Z][\w&'’+.-]*(?:[ ][A-Z0-9][\w&'’+.-]*){0,4})"
# "FabLab Live (now: Makerbench)", "since last year it's been called Makerbench", "formerly FabLab Live"
_ALSO = re.compile(
    r"\b(?i:now|currently|today|formerly|previously|once)"
    r"(?:[ ](?i:known[ ]as|called|named|sold[ ]as))?:?[ ][\"“]?"
    + _NAME
    + r"|\b(?i:(?:been|is|was)[ ](?:now[ ])?(?:called|named|renamed)|renamed(?:[ ]to)?|known[ ](?:to[ ]you[ ])?as|"
    r"a\.?k\.?a\.?|know[ ](?:it|the[ ]product|this)[ ]as)[ ][\"“]?" + _NAME.replace("name", "other")
)
_APART = re.compile(
    r"\b(?:is|it'?s|as)[ ]an?[ ](?:completely[ ]|wholly[ ]|quite[ ])?(?:separate|different|distinct|new)"
    r"(?:,?[ ](?:new|separate|different|stand-?alone))?[ ](?:product|program|tool|app|software|offering|module)\b"
    r"|\b(?:isn'?t|is[ ]not|are[ ]not|not)[ ](?:a[ ])?(?:part[ ]of|included[ ]in|covered[ ]by)\b[^.;]{0,60}"
    r"\b(?:agreements?|contracts?|you[ ](?:already[ ])?(?:have|use|own)|your[ ]licen[cs]e)\b",
    re.IGNORECASE,
)
_EDITION = r"(?:Plus|Pro|Premium|Max|Live|Deluxe|Elite|Advanced|Complete|Professional|Enterprise)"


def registered_as(name: str, texts: Iterable[str], register: Sequence[Agreement]) -> str:
    """The name under which a product stands on the register, where the vendor says that it is called so as well.

    "" where it stands there under `name`, or the other name does not.
    """
    rows = [row for row in register if row.product]
    if any(same_product(name, row.product) for row in rows):
        return ""
    for text in texts:
        if clean_product(name).casefold() not in text.casefold():
            continue
        for match in _ALSO.finditer(text):
            said = match["name"] or match["other"]
            row = next((row for row in rows if same_product(said, row.product)), None)
            if row is not None:
                return row.product
    return ""


def told_apart(name: str, texts: Iterable[str], body: str) -> str:
    """The name with the word that makes it another product, where the mail says that it is one: "Orbit Math Plus".

    "" where it says no such thing, or no such word follows the name.
    """
    if not _APART.search(body):
        return ""
    longer = re.compile(rf"\b{re.escape(name)}[ ]{_EDITION}\b", re.IGNORECASE)
    found = next((m for text in texts if (m := longer.search(text))), None)
    return found.group() if found else ""
