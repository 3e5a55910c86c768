r"""Tags that e-signature and merge programs put in the place of an answer: "{{Sig_es_:signer1:signature}}", "\s1\".

Where they are still to be read, nobody answered; beside a drawn signature they are left in white on white.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_TAG = re.compile(
    r"\{\{[^{}]{1,80}\}\}|\$\{[^{}]{1,80}\}|\[\[[^\[\]]{1,80}\]\]"  # Adobe Sign, mail merge, Sertifi
    r"|\[[ ]?\w+\|[^\[\]]{1,80}\]"  # Dropbox Sign: [sig|req|signer1]
    r"|\\[A-Za-z]\w{0,12}\\|/[a-z]{1,8}\d{1,2}/"  # DocuSign's anchors: \s1\ /sn1/
    r"|<<?[ ]?(?:insert[ ]|enter[ ]|add[ ]|your[ ])?(?:\w+[ _]){0,2}"
    r"(?:signature|signer|carrier|name|company|vendor|operator|product|title|date|address|e-?mail|phone|number|amount|"
    r"limit|provider|location|policy|answer|text)\d?[ ]?>?>",
    re.IGNORECASE,
)
# what is asked for in brackets: "[insert carrier]", "[Company Name]", "[TBD by legal]"
_ASKS = re.compile(
    r"\[[ ]?(?:(?:insert|enter|add|fill in|your|provide|type|tbd|to be)\b[^\[\]]{0,60}"
    r"|(?:\w+ )?(?:company|vendor|operator|carrier|provider|product)(?: name)?"
    r"|(?:(?:contact|full|printed|legal) )?name|signature|title|date|address|e-?mail|phone(?: number)?)[ ]?\]",
    re.IGNORECASE,
)


def without_tags(text: str) -> str:
    """The text without such tags."""
    return _TAG.sub(" ", text) if "{" in text or "[" in text or "\\" in text or "/" in text or "<" in text else text


def is_tag(text: str) -> bool:
    """Whether a text is such tags, or asks in brackets for the answer, and is nothing else."""
    rest = _ASKS.sub(" ", without_tags(text))
    return rest != text and not any(c.isalnum() for c in rest)
