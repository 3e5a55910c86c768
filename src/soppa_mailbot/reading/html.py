"""HTML files: their words, and whether they hold anything that runs or asks for passwords. Nothing is fetched."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Reason
from soppa_mailbot.reading.base import CannotRead, Limits, Opened
from soppa_mailbot.reading.charset import decode_text
from soppa_mailbot.reading.flow import ONLY_THE_BEGINNING, bounded_flow

_MAX_CHARACTERS = 5_000_000
_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})""")
_ACTIVE = re.compile(
    r"""(?ix) <script\b | <(?:iframe|object|embed|applet|frame)\b | \son[a-z]{3,20}\s*=\s*["'a-z]
      | (?:href|src|action)\s*+=\s*+["']?\s*+(?:javascript|vbscript|data:text/html) | <form\b[^>]{0,500}\baction\s*=
      | type\s*=\s*["']?password | http-equiv\s*=\s*["']?refresh """
)
# with the ends of the page, behind which a program may have put more: readers see it, parsers stop there
_INVISIBLE = re.compile(
    r"(?is)<(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|</(?:body|html)\s{0,9}>"
)


def read(data: bytes, limits: Limits) -> Opened:
    """The words of a page, line by line."""
    declared = _CHARSET.search(data[:4096])
    page = decode_text(data[:_MAX_CHARACTERS], declared[1].decode("ascii") if declared else "")
    if page is None:
        raise CannotRead(Reason.DAMAGED, "the page holds no text")
    notes = ["active content"] if _ACTIVE.search(page) else []
    flow, unread = bounded_flow(html_to_text(page), limits)
    if len(data) > _MAX_CHARACTERS:
        unread = ONLY_THE_BEGINNING
    return Opened(flow=flow, notes=tuple(notes), unread=unread)


def html_to_text(page: str) -> str:
    """The words of an HTML page as a reader sees them: blocks on their own lines, cells of a table side by side."""
    from inscriptis import get_text
    from inscriptis.model.config import ParserConfig
    from lxml.etree import LxmlError

    visible = _INVISIBLE.sub(" ", page)
    if not visible.strip():
        return ""
    try:
        return str(get_text(visible, ParserConfig(display_links=False))).strip("\n")
    # inscriptis walks recursively and lxml refuses odd input: the bare words are better than nothing
    except (RecursionError, LxmlError, ValueError, AssertionError, IndexError, AttributeError):
        return re.sub(r"[ \t]+", " ", re.sub(r"(?s)<[^>]{0,10000}>", " ", visible)).strip()
