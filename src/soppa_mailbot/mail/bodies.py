"""Which parts of a tree are the body, which are attachments, and which of two renderings of the body is read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.mail.coloured import colour_told
from soppa_mailbot.mail.decoding import to_text, uuencoded
from soppa_mailbot.mail.headers import decoded, read_head, safe_filename
from soppa_mailbot.mail.html_text import HtmlBody, html_body
from soppa_mailbot.mail.lines import ANSWER, OWN, QUOTE, Line
from soppa_mailbot.mail.mime import Node
from soppa_mailbot.mail.plain_text import plain_lines
from soppa_mailbot.mail.quotes import header_block
from soppa_mailbot.model import Part

MAX_TEXT_BYTES = 1_000_000
_TOLD_WITHIN = 30  # lines at the top of a mail, in which its writer tells how it is answered
_JOINED = 2  # words that the plain text runs together before the HTML is read in its place

_PLAIN = frozenset({"text/plain", "text/enriched", "text/richtext", "text/markdown", "text"})
_HTML = frozenset({"text/html", "application/xhtml+xml", "text/x-amp-html"})
_DETACHED = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"})
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})""", re.I)
_STUB = re.compile(
    r"(?:html|browser|e-?mail client|mail reader|mime|e-?mail program)\b.{0,80}\b(?:support|view|display|capable|"
    r"enabled|format|version)"
    r"|(?:view|display|read|see)\b.{0,60}\b(?:html|browser|online|mime)|multi-?part message in mime format",
    re.I | re.S,
)


@dataclass
class Piece:
    """One stretch of body: one text, or the alternatives of the same text."""

    plain: list[Node] = field(default_factory=list)
    html: list[Node] = field(default_factory=list)


@dataclass
class Sorted:
    """The leaves of a tree: the body's pieces in reading order, and everything else."""

    pieces: list[Piece] = field(default_factory=list)
    others: list[Node] = field(default_factory=list)


def sort_leaves(root: Node) -> Sorted:
    """Part body from attachments. A text with a file name or the disposition `attachment` is one."""
    out = Sorted()
    if not root.children and root.content_type in _PLAIN | _HTML and root.disposition != "attachment":
        out.pieces.append(_piece(root))  # the only part: a name does not make the mail an attachment of itself
    else:
        _sort(root, out)
    return out


def _sort(node: Node, out: Sorted) -> None:
    if node.content_type == "multipart/alternative":
        _sort_alternatives(node, out)
    elif node.content_type == "multipart/appledouble":
        for child in node.children:
            if child.content_type != "application/applefile":  # the Macintosh's resource fork of the file beside it
                _sort(child, out)
    elif node.children:
        signed = node.content_type == "multipart/signed"
        for child in node.children:
            if not (signed and child.content_type in _DETACHED):
                _sort(child, out)
    elif _is_body(node):
        out.pieces.append(_piece(node))
    else:
        out.others.append(node)


def _is_body(node: Node) -> bool:
    return node.content_type in _PLAIN | _HTML and node.disposition != "attachment" and not node.filename


def _piece(node: Node) -> Piece:
    return Piece(plain=[node]) if node.content_type in _PLAIN else Piece(html=[node])


def _sort_alternatives(node: Node, out: Sorted) -> None:
    """Each alternative says the same; one may hold more than text (Apple Mail puts the files into the HTML's)."""
    piece = Piece()
    for child in node.children:
        inner = Sorted()
        _sort(child, inner)
        out.others += inner.others
        plain = [n for p in inner.pieces for n in p.plain]
        html = [n for p in inner.pieces for n in p.html]
        if html and child.content_type != "text/x-amp-html":
            piece.html = html
        elif plain and (not piece.plain or child.content_type == "text/plain"):
            piece.plain = plain
    if piece.plain or piece.html:
        out.pieces.append(piece)


# --- texts ----------------------------------------------------------------------------------------------------


@dataclass
class Body:
    """The body that is read. `shadow` holds the HTML's lines where the plain text was preferred: links stand there."""

    lines: list[Line] = field(default_factory=list)
    shadow: list[Line] = field(default_factory=list)
    html: bool = False
    content_ids: set[str] = field(default_factory=set)
    enclosed: list[Part] = field(default_factory=list)  # files written into the text by uuencode
    defects: list[str] = field(default_factory=list)


def read_body(pieces: list[Piece]) -> Body:
    body = Body()
    for piece in pieces:
        plain = [line for node in piece.plain for line in _plain(node, body)]
        rendered = [_html(node) for node in piece.html]
        for html in rendered:
            body.content_ids |= html.content_ids
            body.defects += html.defects
        from_html = [line for html in rendered for line in html.lines]
        answered = _answered_in_colour(piece, [*plain, *from_html])
        if answered:
            body.lines += answered
            body.html = True
            continue
        if body.lines and (plain or from_html):
            body.lines.append(Line(""))
        if _html_is_better(plain, from_html, rendered):
            body.lines += from_html
            body.html = True
        else:
            body.lines += plain
            body.shadow += from_html
    return body


def _answered_in_colour(piece: Piece, said: list[Line]) -> list[Line]:
    """The HTML with the older mail's lines marked as quoted, and the answers that are written into them in a colour as
    lines of their own; nothing where the writer tells no colour, or has written nothing in it."""
    colour = colour_told("\n".join(line.text for line in said[:_TOLD_WITHIN] if line.role != QUOTE))
    bodies = [_html(node, colour) for node in piece.html] if colour else []
    lines = [line for body in bodies for line in body.lines]
    if len({shade for body in bodies for shade in body.colours}) > 1:
        return []  # which of them is the writer's, nobody can tell
    older = next((n for n, line in enumerate(lines) if line.role == QUOTE or header_block(lines, n)), len(lines))
    if not any(line.role == ANSWER for line in lines[older:]):
        return []
    quoted = [
        line.as_(OWN) if line.role == ANSWER else replace(line, text=f"> {line.text}", role=QUOTE)
        for line in lines[older:]
    ]
    return [*(line.as_(OWN) if line.role == ANSWER else line for line in lines[:older]), *quoted]


def _raw(node: Node, defects: list[str]) -> bytes:
    data = node.payload()
    if len(data) > MAX_TEXT_BYTES:
        defects.append("the body is cut off")
    return data[:MAX_TEXT_BYTES]


def _plain(node: Node, body: Body) -> list[Line]:
    data = _raw(node, body.defects)
    if b"begin" in data:
        for name, content, begin, end in reversed(uuencoded(data)):
            filename = safe_filename(name)
            body.enclosed.insert(0, Part(filename, "application/octet-stream", content, inline=False))
            data = data[:begin] + data[end:]
    text = to_text(data, node.parameters.get("charset", ""))
    if node.content_type in ("text/enriched", "text/richtext"):
        text = re.sub(r"<[^<>]{0,60}>", "", text.replace("<<", "<"))
    flowed = node.parameters.get("format", "").casefold() == "flowed"
    return plain_lines(text, flowed=flowed, delsp=node.parameters.get("delsp", "").casefold() == "yes")


def _html(node: Node, answers: str = "") -> HtmlBody:
    data = node.payload()
    charset = node.parameters.get("charset", "")
    if not charset and (meta := _META.search(data[:2000])):
        charset = to_text(meta.group(1))
    return html_body(to_text(data, charset), answers)


def _html_is_better(plain: list[Line], html: list[Line], rendered: list[HtmlBody]) -> bool:
    """The plain text is read unless it is empty, a notice to use another program, a fraction of the HTML, or has lost
    the rows of a table, the ends of lines or the strokes through words that were taken back."""
    if not html or not any(not line.blank for line in html):
        return False
    said = sum(len(line.text.split()) for line in plain if line.role != QUOTE)
    shown = sum(len(line.text.split()) for line in html)
    if said == 0 or said < 0.3 * shown:
        return True
    text = " ".join(line.text for line in plain)
    if said < 60 and said < shown and _STUB.search(text):
        return True
    if any(one.struck for one in rendered):
        return True
    return (any(one.grid for one in rendered) and "\t" not in text) or _runs_together(
        text, " ".join(line.text for line in html)
    )


def _runs_together(plain: str, html: str) -> bool:
    """Whether words stand joined in the plain text that are two in the HTML: "district-wideFinal approval"."""
    apart = [word for word in html.split() if any(c.isalnum() for c in word)]  # without bullets
    joined = {f"{a}{b}" for a, b in pairwise(apart)} - set(apart)
    return sum(word in joined for word in set(plain.split())) >= _JOINED


# --- attachments ----------------------------------------------------------------------------------------------


def part_of(node: Node, shown: set[str]) -> Part:
    """A leaf as a Part; `shown` are the Content-IDs that the HTML body refers to."""
    payload = node.payload()
    filename = safe_filename(node.filename)
    kind = node.content_type
    if kind in ("message/rfc822", "message/global", "message/news"):
        kind = "message/rfc822"
        payload = _message_bytes(node, payload)
        filename = filename or safe_filename(_subject_of(payload).replace("/", "-") + ".eml") or "message.eml"
    inline = node.disposition == "inline" or (node.content_id in shown and node.content_id != "")
    return Part(filename, kind, payload, inline, node.content_id)


def _message_bytes(node: Node, payload: bytes) -> bytes:
    """RFC 2046 §5.2.1 forbids to encode a message; some do, some only say so."""
    if node.encoding in ("base64", "quoted-printable") and not read_head(payload).fields:
        return node.raw
    return payload


def _subject_of(message: bytes) -> str:
    subject = next((v for n, v in read_head(message[:200_000]).fields if n.casefold() == "subject"), b"")
    return decoded(subject)[:120] or "message"
