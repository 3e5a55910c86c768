"""How mail programs mark quotations and signatures in HTML, and what they hide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from soppa_mailbot import lazy_re as re
from soppa_mailbot.mail.lines import OWN, QUOTE, SIGNATURE

HIDDEN_TAGS = frozenset(
    {"head", "script", "style", "title", "template", "noembed", "object", "svg", "select", "datalist"}
)

_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|"
    r"%)?\s*(?:;|$)",
    re.I,
)

_STRUCK_TAGS = frozenset({"s", "strike", "del"})
_STRUCK_STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*\bline-through\b", re.I)

# Class or id -> what it holds. Outlook on the web puts "x_" before the names of what it quotes.
_QUOTE_NAMES = re.compile(
    r"(?:^|\s)(?:x_)*(?:gmail_attr|moz-cite-prefix|moz-email-headers-table|moz-forward-container|yahoo_quoted\S*|"
    r"yahoo-quoted\S*|protonmail_quote|tutanota_quote|zmail_extra|hmmessage_quote|"
    r"mail-editor-reference-message-container|reply-intro|replybody|isReplyContent|wordsection1_quote|"
    r"cite|aol_quote|OutlookMessageHeader|AppleMailReply|quoted-text|front-blockquote|hubspot-quote)(?=\s|$)",
    re.I,
)
_SIGNATURE_NAMES = re.compile(
    r"(?:^|\s)(?:x_)*(?:gmail_signature|gmail_signature_prefix|moz-signature|signature|ms-outlook-mobile-signature|"
    r"mobile-signature|protonmail_signature_block\S*|protonmail_signature|tutanota_signature|email-signature|"
    r"AppleMailSignature|elementToProof_signature|hs_signature|WISESTAMP_SIG\S*|ydp\S*signature)(?=\s|$)",
    re.I,
)
# from here on everything is the older mail, whatever the elements are: it isn't inside them
_REST_IDS = re.compile(
    r"(?:^|\s)(?:x_)*(?:divRplyFwdMsg|stopSpelling|OLK_SRC_BODY_SECTION|ymail_android_signature_quote)$"
)
_ATTRIBUTION_END = re.compile(
    r"(?:wrote|writes|schrieb|écrit|escribió|escreveu|scritto|schreef|skrev)\s*+:?\s*+$|:\s*+$", re.I
)


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def is_hidden(element: Any) -> bool:
    """Text that a reader of the mail does not see: preheaders of newsletters, traps for machines."""
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _HIDDEN_STYLE.search(style) is not None)


def is_struck(element: Any, tag: str) -> bool:
    """Words that their writer struck through: they are taken back (HTML Living Standard §4.5.5 s, §4.7.2 del)."""
    style = element.get("style")
    return tag in _STRUCK_TAGS or (style is not None and _STRUCK_STYLE.search(style) is not None)


def opens_rest(element: Any) -> bool:
    """Everything behind this element is quoted mail (Outlook's separator, Hotmail's)."""
    name = element.get("id")
    return name is not None and _REST_IDS.search(name) is not None


def role_of(element: Any, tag: str, inherited: str, before: Callable[[], str]) -> str:
    """The role of the words in this element; `before()` are the words in front of it."""
    if inherited == QUOTE:
        return QUOTE
    if tag == "blockquote":
        return QUOTE if _is_citation(element, before) else inherited
    names = _names(element)
    if not names:
        return inherited
    if _QUOTE_NAMES.search(names):
        return QUOTE
    if inherited == OWN and (_SIGNATURE_NAMES.search(names) or element.get("data-smartmail") == "gmail_signature"):
        return SIGNATURE
    return inherited


def _is_citation(element: Any, before: Callable[[], str]) -> bool:
    """A blockquote may also be an indented paragraph (Gmail's and Outlook's "increase indent")."""
    if (element.get("type") or "").casefold() == "cite" or element.get("cite") is not None:
        return True
    if re.search(r"quote|cite", _names(element), re.I):
        return True
    words = before()
    return bool(words) and _ATTRIBUTION_END.search(words) is not None and re.search(r"\d|@", words) is not None
