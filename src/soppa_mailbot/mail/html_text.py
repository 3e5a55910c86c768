"""text/html to lines, with what a mail program marked as quotation or signature.

A walk over lxml's tree and not a renderer: a renderer lays cells side by side, which tears the addresses of a layout
table apart, and it forgets which words stood in a quotation.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from soppa_mailbot import lazy_re as re
from soppa_mailbot.mail.coloured import coloured
from soppa_mailbot.mail.decoding import clean_body
from soppa_mailbot.mail.html_roles import HIDDEN_TAGS, is_hidden, is_struck, opens_rest, role_of
from soppa_mailbot.mail.lines import ANSWER, MAX_LINES, OWN, QUOTE, Line

MAX_HTML_CHARS = 2_000_000
MAX_ELEMENTS = 200_000
MAX_CELL_LINES = 4  # a cell with more is laid out, not tabulated

_BLOCK = re.compile(
    r"(?:address|article|aside|blockquote|body|caption|center|dd|div|dl|dt|fieldset|figure|figcaption|footer|form|h[1-6]|"
    r"header|hr|legend|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)\Z"
)
_SPACED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "hr"})
# A gateway puts its notice behind them, a mail merge its table: mail programs show that, lxml reads no further.
_ENDS = re.compile(r"</(?:body|html)\s{0,9}>", re.I)
_CID = re.compile(r"""cid:([^"'\s)>]{1,250})""", re.I)
_NO_MARGIN = re.compile(r"margin(?:-bottom)?\s*:\s*0(?:px|in|pt|cm|em)?\s*(?:;|$|0)", re.I)


@dataclass(frozen=True, slots=True)
class HtmlBody:
    """`content_ids`: what its pictures refer to; `grid`: it holds a table of figures, not only of layout; `struck`: its
    writer struck words of their own, which the lines leave out; `colours`: those of its answers."""

    lines: tuple[Line, ...]
    content_ids: frozenset[str] = frozenset()
    grid: bool = False
    struck: bool = False
    colours: frozenset[str] = frozenset()
    defects: tuple[str, ...] = ()


@dataclass
class _Flow:
    """Lines being written: the body's own, or those of one table cell."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def end_line(self, role: str, *, always: bool = False) -> None:
        text = "".join(self.pieces)
        text = re.sub(r"[ \n]*\t[ \n]*", "\t", re.sub(r"[ \n]+", " ", text)).strip(" \n")
        if text or self.links or always:  # a no-break space alone is how Word writes an empty line
            self.lines.append(Line(text.strip("\xa0 "), role, tuple(self.links)))
        self.pieces.clear()
        self.links.clear()

    def gap(self, role: str) -> None:
        if self.lines and not self.lines[-1].blank:
            self.lines.append(Line("", role))


@dataclass
class _Table:
    rows: list[list[list[Line]]] = field(default_factory=list)
    nested: bool = False

    @property
    def grid(self) -> bool:
        """Two rows or more with something in two cells or more, and no cell that is a page of its own."""
        full = [row for row in self.rows if sum(1 for cell in row if _says(cell)) > 1]
        return len(full) > 1 and not self.nested and all(_length(c) <= MAX_CELL_LINES for r in full for c in r)

    def lines(self) -> list[Line]:
        out: list[Line] = []
        grid = self.grid
        for row in self.rows:
            cells = [cell for cell in row if _says(cell)]
            one_line_each = all(_length(cell) <= 1 for cell in cells)
            if len(cells) > 1 and (grid or one_line_each):
                out.append(_row(row))
            else:
                for cell in cells:
                    out += cell
        return out


def _says(cell: list[Line]) -> bool:
    return any(not line.blank for line in cell)


def _length(cell: list[Line]) -> int:
    return sum(1 for line in cell if not line.blank)


def _row(row: list[list[Line]]) -> Line:
    texts = [" ".join(line.text for line in cell if not line.blank) for cell in row]
    roles = [line.role for cell in row for line in cell if not line.blank]
    links = tuple(link for cell in row for line in cell for link in line.links)
    return Line("\t".join(texts).rstrip("\t"), roles[0] if len(set(roles)) == 1 else OWN, links)


class _Walk:
    def __init__(self, answers: str = "") -> None:
        self.answers = answers
        self.colours: set[str] = set()
        self.flows = [_Flow()]
        self.tables: list[_Table] = []
        self.roles: list[str] = [OWN]
        self.lists: list[int] = []  # the next number of an ordered list, 0 for bullets
        self.pre = 0
        self.rest_is_quote = False
        self.grid = False
        self.struck = False

    @property
    def flow(self) -> _Flow:
        return self.flows[-1]

    @property
    def role(self) -> str:
        return QUOTE if self.rest_is_quote and self.roles[-1] != ANSWER else self.roles[-1]

    def text(self, text: str | None) -> None:
        if not text:
            return
        if self.pre:
            *whole, last = text.split("\n")
            for line in whole:
                self.flow.pieces.append(line)
                self.flow.end_line(self.role, always=True)
            text = last
        self.flow.pieces.append(text if self.pre else re.sub(r"[ \t\r\n\f]+", " ", text))

    def start(self, element: Any, tag: str) -> None:
        if _BLOCK.match(tag):
            self.flow.end_line(self.role)
        if opens_rest(element):
            self.rest_is_quote = True
        told = coloured(element, tag, self.answers)
        if told:
            self.colours.add(told)
        answer = self.roles[-1] == ANSWER or bool(told)
        if answer and self.roles[-1] != ANSWER:
            self.flow.end_line(self.role)
        self.roles.append(ANSWER if answer else role_of(element, tag, self.roles[-1], self.last_words))
        if tag in _SPACED and not _tight(element):
            self.flow.gap(self.role)
        match tag:
            case "br":
                self.flow.end_line(self.role, always=True)
            case "table":
                for table in self.tables:
                    table.nested = True
                self.tables.append(_Table())
            case "tr" if self.tables:
                self.tables[-1].rows.append([])
            case "td" | "th" if self.tables:
                self.flows.append(_Flow())
            case "ol" | "ul":
                self.lists.append(1 if tag == "ol" else 0)
            case "li":
                self.bullet()
            case "pre":
                self.pre += 1
            case "a":
                href = (element.get("href") or "").strip()
                if href[:8].casefold().startswith(("http://", "https://")):
                    self.flow.links.append(href)
        self.text(element.text)

    def bullet(self) -> None:
        number = self.lists[-1] if self.lists else 0
        self.flow.pieces.append(f"{number}. " if number else "- ")
        if number:
            self.lists[-1] += 1

    def end(self, element: Any, tag: str) -> None:
        if _BLOCK.match(tag):
            self.flow.end_line(self.role)
        match tag:
            case "td" | "th" if self.tables and len(self.flows) > 1:
                cell = self.flows.pop().lines
                if not self.tables[-1].rows:
                    self.tables[-1].rows.append([])
                self.tables[-1].rows[-1].append(cell)
            case "table" if self.tables:
                table = self.tables.pop()
                self.grid = self.grid or (table.grid and self.role == OWN)
                self.flow.lines += table.lines()
            case "ol" | "ul" if self.lists:
                self.lists.pop()
            case "pre":
                self.pre -= 1
        if tag in _SPACED and not _tight(element):
            self.flow.gap(self.role)
        if self.roles[-1] == ANSWER and self.roles[-2] != ANSWER:
            self.flow.end_line(ANSWER)
        self.roles.pop()

    def last_words(self) -> str:
        """What stands before the element that begins: an attribution line makes a plain blockquote a quotation."""
        said = [line.text for line in self.flow.lines[-4:] if not line.blank]
        return " ".join(said[-2:])


def _tight(element: Any) -> bool:
    """Outlook's and Word's paragraphs are lines; their empty lines are paragraphs of their own."""
    style = element.get("style") or ""
    return "MsoNormal" in (element.get("class") or "") or _NO_MARGIN.search(style) is not None


def html_body(source: str, answers: str = "") -> HtmlBody:
    """Turn HTML into lines; hostile or endless HTML is cut off, and says so in `defects`.

    `answers`: the colour in which the writer's answers stand in the older mail; they are lines of the role ANSWER.
    """
    defects = ("the HTML body is cut off",) if len(source) > MAX_HTML_CHARS else ()
    source = source[:MAX_HTML_CHARS].replace("\x00", "")
    content_ids = frozenset(match.group(1) for match in _CID.finditer(source))
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(_ENDS.sub(" ", source).encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        return HtmlBody((), content_ids, defects=(*defects, "no HTML could be read") if source.strip() else defects)
    walk = _Walk(answers)
    if not _run(walk, root):
        defects = ("the HTML body is cut off",)
    while len(walk.flows) > 1:  # cut off inside tables
        inner = walk.flows.pop()
        inner.end_line(walk.role)
        walk.flow.lines += inner.lines
    walk.flow.end_line(walk.role)
    lines = [Line(clean_body(line.text), line.role, line.links) for line in walk.flow.lines[:MAX_LINES]]
    return HtmlBody(tuple(lines), content_ids, walk.grid, walk.struck, frozenset(walk.colours), defects)


def _run(walk: _Walk, root: Any) -> bool:
    """Walk without recursion; False when there was more than is read."""
    events = etree.iterwalk(root, events=("start", "end"))
    seen = 0
    for event, element in events:
        tag = element.tag if isinstance(element.tag, str) else ""
        struck = is_struck(element, tag)
        hidden = struck or tag in HIDDEN_TAGS or is_hidden(element)
        if event == "start":
            seen += 1
            if seen > MAX_ELEMENTS:
                return False
            if hidden:
                walk.struck = walk.struck or (struck and walk.role == OWN)
                events.skip_subtree()
            else:
                walk.start(element, tag)
        else:
            if not hidden:
                walk.end(element, tag)
            walk.text(element.tail)
    return True
