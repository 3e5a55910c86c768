"""What the trusted mail server found out about the sender (RFC 8601, RFC 7489).

Anybody can write an Authentication-Results field. Only those of a server that the district names are believed, and of
these only the topmost: what stands below it came in with the mail.
"""

from __future__ import annotations

from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Message

_RESULT = re.compile(r"\A\s*+([a-z][\w-]*+)(?:/\d+)?\s*+=\s*+([a-z]+)\b(.*)", re.I | re.S)
_PROPERTY = re.compile(r"(?<![\w-])([a-z][\w-]*+\.[\w-]++)\s*+=\s*(\"[^\"]*\"|[^\s;]+)", re.I)


@dataclass(frozen=True, slots=True)
class Result:
    method: str  # dmarc | dkim | spf | arc | ...
    value: str  # pass | fail | none | ...
    properties: dict[str, str]  # "header.from", "header.d", "smtp.mailfrom", ...


def results(message: Message, trusted: frozenset[str]) -> tuple[Result, ...]:
    """The topmost results of a trusted server; () when there are none. `trusted` holds authserv-ids in lower case; a
    server that writes no authserv-id at all (Exchange Online) is named ""."""
    for value in message.all_headers("Authentication-Results"):
        server, _, rest = _without_comments(value).partition(";")
        if "=" in server:
            server, rest = "", f"{server};{rest}"
        if server.strip().partition(" ")[0].casefold() in trusted:
            return tuple(r for part in rest.split(";") if (r := _result(part)) is not None)
    return ()


def is_forged(message: Message, trusted: frozenset[str]) -> bool:
    """The trusted server says that From is not who it claims to be (DMARC fail)."""
    return any(r.method == "dmarc" and r.value == "fail" for r in results(message, trusted))


def is_authenticated(message: Message, trusted: frozenset[str]) -> bool:
    """The trusted server vouches for From: DMARC pass or, where it found no policy, DKIM or SPF of the same domain."""
    found = results(message, trusted)
    dmarc = {r.value for r in found if r.method == "dmarc"}
    if dmarc & {"pass", "fail"}:
        return "fail" not in dmarc
    return any(r.value == "pass" and _aligned(r, message.sender.domain) for r in found)


def _result(text: str) -> Result | None:
    match = _RESULT.match(text)
    if match is None:
        return None
    properties = {m.group(1).casefold(): m.group(2).strip('"') for m in _PROPERTY.finditer(match.group(3))}
    return Result(match.group(1).casefold(), match.group(2).casefold(), properties)


def _aligned(result: Result, sender_domain: str) -> bool:
    named = {"dkim": ("header.d", "header.i"), "spf": ("smtp.mailfrom", "envelope-from")}.get(result.method, ())
    domains = {result.properties.get(name, "").rpartition("@")[2].casefold() for name in named} - {""}
    return any(_same_or_below(sender_domain, d) or _same_or_below(d, sender_domain) for d in domains)


def _same_or_below(domain: str, parent: str) -> bool:
    return "." in parent and (domain == parent or domain.endswith("." + parent))


def _without_comments(value: str) -> str:
    """RFC 5322 comments, nested ones too, as blanks; parentheses in quoted strings stay."""
    out: list[str] = []
    depth = 0
    quoted = False
    for char in value:
        if char == '"' and not depth:
            quoted = not quoted
        if char == "(" and not quoted:
            depth += 1
        elif char == ")" and depth:
            depth -= 1
            out.append(" ")
        elif not depth:
            out.append(char)
    return "".join(out)
