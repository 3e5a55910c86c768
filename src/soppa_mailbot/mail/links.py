"""Web addresses in a body, as the writer meant them: the wrappers of mail gateways are taken off."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qs, unquote, urlsplit

from soppa_mailbot import lazy_re as re
from soppa_mailbot.mail.lines import Line

MAX_LINKS = 200
_URL = re.compile(r"https?://[^\s<>\"'\])}|\\^`]{3,2000}", re.I)
_TRAILING = ".,;:!?*_"


def links_in(lines: Iterable[Line]) -> tuple[str, ...]:
    """http(s) targets of the lines in their order, each once: those behind their words, and those written out."""
    found: dict[str, None] = {}
    for line in lines:
        for target in (*line.links, *(m.group().rstrip(_TRAILING) for m in _URL.finditer(line.text))):
            found.setdefault(unwrapped(target))
            if len(found) >= MAX_LINKS:
                return tuple(found)
    return tuple(found)


def unwrapped(url: str) -> str:
    """What a link of Microsoft Safe Links, Proofpoint URL Defense (v2, v3) or Google's redirect leads to."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").casefold()
        query = parse_qs(parts.query, max_num_fields=50)
    except ValueError:
        return url
    target = ""
    if host.endswith(".safelinks.protection.outlook.com"):
        target = query.get("url", [""])[0]
    elif host == "urldefense.com" and (v3 := re.search(r"/v3/__(.+?)__;", url)):
        target = v3.group(1)
    elif host == "urldefense.proofpoint.com":
        target = unquote(query.get("u", [""])[0].replace("-", "%").replace("_", "/"))
    elif host in ("www.google.com", "google.com") and parts.path == "/url":
        target = query.get("q", query.get("url", [""]))[0]
    return target if target.casefold().startswith(("http://", "https://")) else url
