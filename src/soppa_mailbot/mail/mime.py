"""The tree of a message: where its parts begin and end (RFC 2046 §5.1).

The standard library's parser recurses once a level, tests every line against every open boundary, and keeps the text
three times. This one looks for a boundary only inside its own part, keeps offsets, and stops at fixed bounds: a
10 MB attachment costs its search and one decoding, and no nesting is deep enough to hurt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.mail.decoding import from_transfer
from soppa_mailbot.mail.headers import Head, parameters, read_head

MAX_DEPTH = 20
MAX_NODES = 2_000
# bytes searched for boundaries, in sizes of the message: ordinary mail needs two to four
_MAX_SEARCH = 12

_LINE_END = re.compile(rb"\r{0,2}\n|\r")
_GUESSED = re.compile(rb"(?:\A|[\r\n])--([^\s-][^\r\n]{0,69}?)[ \t]*[\r\n]")
_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+\Z")


@dataclass(frozen=True, slots=True)
class Node:
    """One entity: a leaf, or a multipart with its children. `raw` is the body as it stands in the message."""

    head: Head
    content_type: str
    parameters: dict[str, str]
    disposition: str
    disposition_parameters: dict[str, str]
    raw: bytes
    children: tuple[Node, ...] = ()

    @property
    def encoding(self) -> str:
        return parameters(self.head.get("content-transfer-encoding"))[0]

    @property
    def content_id(self) -> str:
        return self.head.get("content-id").strip().strip("<>").strip()

    @property
    def filename(self) -> str:
        """As given by Content-Disposition or, failing that, Content-Type; not yet safe."""
        return self.disposition_parameters.get("filename") or self.parameters.get("name", "")

    def payload(self) -> bytes:
        return from_transfer(self.raw, self.encoding)

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()


class _Tree:
    """One message being taken apart; `defects` gathers what was odd."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.nodes = 0
        self.search_left = _MAX_SEARCH * len(data) + 100_000
        self.defects: list[str] = []

    def note(self, defect: str) -> None:
        if defect not in self.defects:
            self.defects.append(defect)

    def node(self, start: int, end: int, depth: int, default: str) -> Node:
        self.nodes += 1
        head = read_head(self.data, start, end)
        for defect in head.defects:
            self.note(defect)
        kind, given = parameters(head.get("content-type"))
        if not _TYPE.match(kind):
            kind = default if not kind else "text/plain"  # RFC 2045 §5.2
        disposition, more = parameters(head.get("content-disposition"))
        children: tuple[Node, ...] = ()
        if kind.startswith("multipart/"):
            children = self.children(head.body, end, depth, kind, given.get("boundary", ""))
            if not children:
                self.note("a multipart without parts")
                kind = "text/plain"
        raw = b"" if children else self.data[head.body : end]
        return Node(head, kind, given, disposition, more, raw, children)

    def children(self, start: int, end: int, depth: int, kind: str, boundary: str) -> tuple[Node, ...]:
        if depth >= MAX_DEPTH:
            self.note("parts nested too deeply")
            return ()
        spans = self.spans(start, end, boundary.rstrip())
        default = "message/rfc822" if kind == "multipart/digest" else "text/plain"
        nodes = []
        for begin, stop in spans:
            if self.nodes >= MAX_NODES:
                self.note("too many parts")
                break
            nodes.append(self.node(begin, stop, depth + 1, default))
        return tuple(nodes)

    def spans(self, start: int, end: int, boundary: str) -> list[tuple[int, int]]:
        mark = boundary.encode("utf-8", "replace")
        if not mark:
            guess = _GUESSED.search(self.data, max(0, start - 2), min(end, start + 10_000))
            if guess is None:
                return []
            self.note("a multipart that does not name its boundary")
            mark = guess.group(1)
        self.search_left -= end - start
        if self.search_left < 0:
            self.note("parts nested too deeply")
            return []
        pattern = re.compile(rb"(?:\A|\r{0,2}\n|\r)--" + re.escape(mark) + rb"(--)?[ \t]*(?=[\r\n]|\Z)")
        spans = []
        begin = -1
        # the line end in front of the first boundary is that of the header's blank line
        for match in pattern.finditer(self.data, max(0, start - 3), end):
            if begin >= 0:
                spans.append((begin, max(begin, match.start())))
            if match.group(1):
                begin = -1
                break
            line_end = _LINE_END.match(self.data, match.end(), end)
            begin = line_end.end() if line_end else match.end()
            if len(spans) > MAX_NODES:
                break
        if begin >= 0:
            self.note("a multipart without its end")
            spans.append((begin, end))
        return spans


def read_tree(data: bytes) -> tuple[Node, tuple[str, ...]]:
    """The whole message as a tree, and what was odd about it. Any bytes give a tree."""
    start = len(data) - len(data.lstrip(b"\xef\xbb\xbf\r\n \t\x00")) if data[:1] in b"\xef\r\n \t\x00" else 0
    tree = _Tree(data)
    root = tree.node(start, len(data), 0, "text/plain")
    return root, tuple(tree.defects)
