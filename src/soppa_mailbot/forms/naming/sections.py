"""The headings under which places stand: forms ask for a "Title" and a "Date" more than once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import beside, center
from soppa_mailbot.forms.common.margins import in_margin
from soppa_mailbot.forms.common.signer import is_of_signer
from soppa_mailbot.forms.naming.parts import Heading, headings
from soppa_mailbot.forms.naming.party import MAX_HEADING
from soppa_mailbot.forms.pages.layout import layout_of
from soppa_mailbot.forms.pages.remark_columns import remark_heads
from soppa_mailbot.model import Box, Document, Page, Place

_SAME_LEFT = 4.0  # points by which a heading and the next may begin apart
_BEFORE, _OVER = 40.0, 7.0  # points from a label to its place, behind it or under it
_SAME_HEIGHT = 12.0  # points of a page's height in which lines of its head or foot are at one place
_LONGEST = 60  # characters of a heading that are kept
_FIRST_LINE = 4  # words: fewer may well be a heading with which a question begins as well
# "Exhibit E is voluntary.", "Schedule B after the services end": a sentence's line, where a heading would say its title
_SAYS_OF_PART = re.compile(
    r"(?:Exhibit|Schedule|Attachment|Appendix|Annex|Addendum|Section|Part|Article)s?\s+[\w.-]{1,4}\s+"
    r"(?!(?:to|of|for|and|or|in|as|on|page)\b|v\d)[a-z]",
)
_MARGIN = 0.07  # share of a page's height at its top that running heads stand in


def with_sections(places: Sequence[Place], document: Document) -> tuple[Place, ...]:
    """The places, each with the nearest heading over it on its page; those of a Word form, which know theirs, as is."""
    if not document.pages:
        return tuple(places)
    found: dict[int, list[Heading]] = {}
    for page in document.pages:
        boxes = [p.box for p in places if p.page == page.number and p.box is not None]
        labels = {plain(text) for p in places for text in (p.label, p.group_label, p.option)}
        labels |= {plain(head) for head in remark_heads(places)}
        edge = _MARGIN * page.height if page.number > 1 else 0.0
        found[page.number] = [
            h
            for h in headings(layout_of(page), boxes)
            if not _begins_label(plain(h.text), labels) and h.box[1] > edge and not h.across
        ]
    running = _running(places, document)
    return tuple(replace(p, section="" if p.id in running else _over(p, found.get(p.page, []))) for p in places)


def _running(places: Sequence[Place], document: Document) -> frozenset[str]:
    """Ids of the places in the head or foot of pages that come again on others: the page's, and under no heading of it.

    "Operator’s initials ____" at the foot of the page that ends with the District's own part is not of that part.
    """
    pages = {p.number: p for p in document.pages}
    tops: dict[tuple[str, int], dict[str, int]] = {}
    for place in places:
        if place.box is not None and place.page in pages and in_margin(pages[place.page], place.box):
            line = tops.setdefault((plain(place.label), round(place.box[1] / _SAME_HEIGHT)), {})
            line[place.id] = place.page
    return frozenset(identity for line in tops.values() if len(set(line.values())) > 1 for identity in line)


def _begins_label(text: str, labels: Collection[str]) -> bool:
    """Whether a line is a label, or the first line of one that goes on below."""
    return text in labels or (
        len(text.split()) >= _FIRST_LINE and any(known.startswith(f"{text} ") for known in labels)
    )


_FREE = re.compile(
    r"\(\s*(?:optional\b|only if\b|if (?:any|different|applicable|desired|you (?:wish|like|choose|so))\b"
    r"|if (?:the |your )?\w+ (?:so )?(?:wishes|chooses|desires|elects)\b)"
    r"(?![^)]*\b(?:otherwise|write|list|enter|none|required|must)\b)",
    re.IGNORECASE,
)
_MOST_FREE = 10  # places of a part that may stay empty


def free_parts(places: Sequence[Place], document: Document) -> frozenset[str]:
    """Ids of the places under a heading that says that its part may stay empty: "SECOND CONTACT (optional)".

    The part ends where another line may be a heading, known for one or not: it begins where that heading does, and
    labels no place. A box that stands alone is asked by that heading itself: who does not wish leaves it empty.
    """
    free: dict[str, list[Place]] = {}
    alone = Counter(p.group for p in places if p.group)
    for place in places:
        if _FREE.search(place.section) and not (place.signs or place.role or is_of_signer(place.label)):
            free.setdefault(f"{place.page} {place.section}", []).append(place)
    out = {p.id for p in places if p.kind == "check" and alone[p.group] == 1 and _FREE.search(p.group_label)}
    for under in free.values():
        page = next((p for p in document.pages if p.number == under[0].page), None)
        kept = under if page is None else _before_next(under, page, places)
        if len(kept) <= _MOST_FREE:
            out.update(p.id for p in kept)
    return frozenset(out)


def _before_next(under: Sequence[Place], page: Page, places: Sequence[Place]) -> list[Place]:
    layout = layout_of(page)
    said = plain(under[0].section.rstrip("…"))
    lines = [line[0] for line in layout.lines if line]
    heads = [p for p in lines if plain(p.text).startswith(said)]
    if not heads:
        return []
    head = heads[0]
    boxes = [p.box for p in places if p.page == page.number and p.box is not None]
    following = [
        p.box[1]
        for p in lines
        if p.box[1] > head.box[3] and abs(p.box[0] - head.box[0]) < _SAME_LEFT and not _labels(p.box, boxes)
    ]
    end = min(following, default=page.height)
    return [p for p in under if p.box is not None and p.box[3] > head.box[3] and center(p.box)[1] < end]


def _labels(piece: Box, boxes: Sequence[Box]) -> bool:
    """Whether words stand right before a place, or right over one, or in it."""
    return any(
        (beside(piece, b) and -3 <= b[0] - piece[2] < _BEFORE)
        or (b[0] - 6 <= piece[0] <= b[2] and b[3] - piece[3] >= -2 and b[1] - piece[3] < _OVER)
        for b in boxes
    )


def _over(place: Place, known: list[Heading]) -> str:
    if place.box is None:
        return ""
    x, y = center(place.box)
    over = [h for h in known if h.box[3] < y and h.left <= x <= h.right]
    return shown(max(over, key=lambda h: h.top).text) if over else ""


def heads_over(places: Sequence[Place], document: Document) -> dict[str, tuple[str, ...]]:
    """Place -> what may be headings over it, also on the pages before: of those that begin alike the nearest.

    Under "Exhibit A" and then "Exhibit B" a place stands under the second. For looking up a name that is known.
    """
    out: dict[str, tuple[str, ...]] = {}
    running = _running(places, document)
    known: dict[str, str] = {}  # by first word
    for page in sorted(document.pages, key=lambda p: p.number):
        lines = sorted((line[0].box[1], " ".join(p.text for p in line)) for line in layout_of(page).lines if line)
        heads = [(y, t) for y, t in lines if len(t.split()) <= MAX_HEADING and t[:1].isupper() and plain(t)]
        heads = [(y, t) for y, t in heads if not _SAYS_OF_PART.match(t)]
        at = {p.id: center(p.box)[1] for p in places if p.page == page.number and p.box is not None}
        for identity in sorted(at, key=lambda i: at[i]):
            while heads and heads[0][0] < at[identity]:
                text = heads.pop(0)[1]
                known[plain(text).split()[0]] = text
            out[identity] = () if identity in running else tuple(known.values())
        known.update((plain(text).split()[0], text) for _, text in heads)
    return out


def shown(text: str) -> str:
    """A heading as it is told: one line, not too long."""
    text = " ".join(re.sub("[“”]", '"', text).split()).strip(" :*_-\u2013\u2014")
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:-") + "\u2026"


def plain(text: str) -> str:
    """A text as it is compared with others."""
    return " ".join(text.casefold().strip(" :*.").split())
