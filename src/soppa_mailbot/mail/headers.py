"""Header fields: where they end, what they say, their parameters (RFC 5322 §2.2, RFC 2045 §5.1, RFC 2231)."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import unquote_to_bytes

from soppa_mailbot import lazy_re as re
from soppa_mailbot.mail.decoding import decode_words, printable, to_text

MAX_FIELDS = 1_000
MAX_FIELD_BYTES = 64_000
MAX_PARAMETERS = 100

_LINE = re.compile(rb"([^\r\n]*)(\r{0,2}\n|\r|\Z)")
_NAME = re.compile(rb"([\x21-\x39\x3b-\x7e]{1,200})[ \t]*:")
_PARAMETER = re.compile(r';\s*([^=;\s"]{1,100})\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)', re.S)
_CONTINUED = re.compile(r"([^*]+)(?:\*(\d{1,3}))?(\*)?\Z")


@dataclass(frozen=True, slots=True)
class Head:
    """The fields of one header block, as bytes without their folds, and where the body begins."""

    fields: tuple[tuple[str, bytes], ...]
    body: int
    defects: tuple[str, ...] = ()

    def get(self, name: str) -> str:
        """The first field of that name (given in lower case) as text, encoded words left as they are."""
        return next((to_text(v) for n, v in self.fields if n.casefold() == name), "")


@dataclass
class _Gathered:
    fields: list[tuple[str, list[bytes]]] = field(default_factory=list)
    size: int = 0
    defects: set[str] = field(default_factory=set)

    def add(self, name: str, value: bytes) -> None:
        if len(self.fields) >= MAX_FIELDS:
            self.defects.add("more header fields than are read")
            self.fields[-1] = ("", [])  # what follows a field that is not kept is not kept either
            return
        self.fields.append((name, [value[:MAX_FIELD_BYTES]]))
        self.size = len(value)

    def fold(self, line: bytes) -> None:
        room = MAX_FIELD_BYTES - self.size
        if room <= 0:
            self.defects.add("a header field is cut off")
            return
        self.fields[-1][1].append(line[:room])
        self.size += len(line)


def read_head(data: bytes, start: int = 0, end: int | None = None) -> Head:
    """Read fields from `start`. The body begins behind the blank line, or at the first line that can be no field."""
    end = len(data) if end is None else end
    found = _Gathered()
    at = start
    while at < end:
        match = _LINE.match(data, at, end)
        assert match is not None  # the pattern matches anywhere
        line = match.group(1)
        named = _NAME.match(line)
        if not line:
            at = match.end()
            break
        if line[0] in b" \t" and found.fields:
            found.fold(line)
        elif named:
            found.add(named.group(1).decode("ascii"), line[named.end() :])
        elif at == start and line.startswith((b"From ", b">From ")):
            pass  # an mbox separator
        else:
            found.defects.add("no blank line between header and body")
            break
        at = match.end()
    fields = tuple((n, b"".join(v).strip()) for n, v in found.fields if n)
    return Head(fields, at, tuple(sorted(found.defects)))


def decoded(value: bytes) -> str:
    """A field's value for people: one line, encoded words decoded, no control characters."""
    return printable(decode_words(to_text(value)))


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """`text/plain; charset=utf-8` -> ("text/plain", {"charset": "utf-8"}); continuations and charsets of RFC 2231
    resolved, encoded words in quotes decoded too: RFC 2047 forbids them there, and half the world writes them."""
    main = value.partition(";")[0].strip().casefold()
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    for match in islice(_PARAMETER.finditer(value), MAX_PARAMETERS):
        name = _CONTINUED.match(match.group(1).casefold())
        text = _unquoted(match.group(2))
        if name is None:
            continue
        if name.group(2) is None and not name.group(3):
            plain.setdefault(name.group(1), decode_words(text))
        else:
            part = int(name.group(2) or 0)
            pieces.setdefault(name.group(1), {}).setdefault(part, (text, bool(name.group(3))))
    # the extended form is the better one where both are given (RFC 6266 §4.3)
    return main, plain | {name: _joined(parts) for name, parts in pieces.items()}


def _unquoted(text: str) -> str:
    text = text.strip()
    if not text.startswith('"'):
        return text
    text = text[1:-1] if len(text) > 1 and text.endswith('"') else text[1:]
    return re.sub(r'\\(["\\])', r"\1", text)  # other backslashes are a Windows path's


def _joined(parts: dict[int, tuple[str, bool]]) -> str:
    charset = ""
    out = b""
    for number in sorted(parts):
        text, extended = parts[number]
        if extended:
            if number == min(parts) and text.count("'") >= 2:
                charset, _, text = text.split("'", 2)
            out += unquote_to_bytes(text.encode("utf-8", "replace"))
        else:
            out += text.encode("utf-8", "replace")
    return decode_words(to_text(out, charset))


def safe_filename(name: str, limit: int = 180) -> str:
    """The last component, printable, of at most `limit` characters with its ending kept; "" when nothing is left."""
    last = re.split(r"[/\\]", printable(name))[-1].strip(" ")
    if not last.strip(". "):
        return ""
    if len(last) <= limit:
        return last
    stem, dot, ending = last.rpartition(".")
    return stem[: limit - len(ending) - 1] + dot + ending if dot and len(ending) <= 10 else last[:limit]
