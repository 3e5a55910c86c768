"""Which places of a page are the District's own, by the headings over them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.box_groups import box_groups
from soppa_mailbot.forms.common.geometry import center, common, gap, height, holds, same_row, width
from soppa_mailbot.forms.common.labels import without_number
from soppa_mailbot.forms.common.lines import Piece, piece_of
from soppa_mailbot.forms.common.margins import SHARE
from soppa_mailbot.forms.common.signer import asked_of_signer, is_of_signer
from soppa_mailbot.forms.naming.party import (
    heading_party,
    is_districts_name_alone,
    is_heading,
    is_own_use,
    label_party,
    names_operator,
    opens_own_line,
    remark_party,
    sides,
    signs_for_district,
    without_district,
    without_operator,
)
from soppa_mailbot.forms.naming.party_rows import districts_halves
from soppa_mailbot.forms.naming.roles import SIGNATURE
from soppa_mailbot.forms.pages.columns import apart, ruled_apart
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box, Place


@dataclass(frozen=True)
class Heading:
    """A line that names the part of a page under it."""

    top: float
    left: float
    right: float
    box: Box
    party: str  # district | operator | section | end (looks like a heading, says nothing of parties)
    sure: bool  # "for office use only"; else the District is only named ("LEA", "For the District")
    text: str = ""
    cell: Box | None = None  # of a table, where places stand in it too: it speaks of no other
    across: bool = False  # speaks of its whole row, though something like columns stands in it


_UNDER, _COLUMN = 8, 3  # lines under two heads, and those of them that a column has at least
_WIDE = 0.7  # of a line's height: a space between words is narrower
_ALIGNED = 4.0  # points by which lines of one head may begin apart
_LEADING = 0.8  # of a line's height between two lines of one head, at most
_SIGNERS_REACH = 90.0  # points under a signature in which its signer's name, title and date stand
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")  # behind a heading: "REMITTANCE ADDRESS (optional - only if ...)"
_TITLE = re.compile(r"(?:superintendent|board (?:president|secretary)|president of the board)\b", re.I)
_OFFICE = re.compile(r"(?:(?:board|its) )?(?:president|secretary|superintendent|attest(?:ed by)?)", re.I)
_BOX = 18.0  # points: the broadest box to tick, and from it to its words
_BESIDE = 3.0  # points between a label's cell and its answer's
_BITES = 0.3  # of a line's height by which the room over a rule under it may reach into it
_BEFORE = 40.0  # points from a label to its place
_WHITE = 0.5  # of a line's height from a heading down to a label, at least: the lines of one label are closer
_OWN_ROW = 7.0  # points above and below the words "OFFICE USE" in which the places of their row stand
_NEXT_OWN = 30.0  # points to the next words or place of such a row, where columns might part it
_HIGHEST_FRAME = 150.0  # points of a frame that is the District's own
BESIDE = "beside"  # under a heading that names the District, and that may reach too far


# "Operator initials", but not "Vendor signature verified:"
_OPERATOR_SIGNS = re.compile(
    r"(?:\S+\s+){0,3}?(?:initials?|signature)\b"
    r"(?!.*\b(?:verified|checked|received|reviewed|confirmed|recorded|on file)\b)",
    re.IGNORECASE,
)


def with_parties(places: Sequence[Place], layouts: Mapping[int, Layout]) -> list[Place]:
    """The places, those of the District marked: by their label, or by the nearest heading over them on their page.

    Party BESIDE is for `settled` to decide.
    """
    out = []
    found = {n: headings(layout, [p.box for p in places if p.page == n and p.box]) for n, layout in layouts.items()}
    halves = {n: districts_halves(layout) for n, layout in layouts.items()}
    found = {n: _with_names(known, n, places, layouts[n].page.height) for n, known in found.items()}
    for place in places:
        party = label_party(place.group_label if place.kind == "check" else place.label) or remark_party(place.remark)
        party = party or ("operator" if _OPERATOR_SIGNS.match(place.label) and names_operator(place.label) else "")
        if not party and place.box and any(holds(h, center(place.box)) for h in halves.get(place.page, ())):
            party = "district"
        if not party and place.box:
            gutters = layouts[place.page].gutters if place.page in layouts else []
            mine = [h for h in found.get(place.page, []) if h.across or not apart(gutters, h.box, place.box)]
            party = _under(mine, place, places)
        out.append(replace(place, party=party or "operator"))
    return _as_one_group(_with_signers(out, found))


def _as_one_group(places: Sequence[Place]) -> list[Place]:
    """The boxes of one question have one party: the last of "Approved, Not approved, Board" may stand by itself."""
    groups = box_groups(places)
    theirs = {g for g, row in groups.items() if 2 * sum(p.party == "district" for p in row) > len(row)}
    return [replace(p, party="district") if p.group in theirs and p.kind == "check" else p for p in places]


def _with_names(known: Sequence[Heading], page: int, places: Sequence[Place], page_height: float) -> list[Heading]:
    """The headings of a page, those that are a District's name right over a line to sign its own.

    Only where another line is signed, by the operator: one signature alone is the operator's, whatever stands over it.
    """
    signed = [p for p in places if p.box and _is_signed(p) and label_party(p.label) != "district"]
    out = []
    for heading in known:
        under = [p for p in signed if p.page == page and p.box and _right_under(heading, p.box)]
        named = heading.party == "end" and heading.box[1] > SHARE * page_height and under
        if named and is_districts_name_alone(heading.text) and len(signed) > len(under):
            heading = replace(heading, party="district")
        out.append(heading)
    return out


def _is_signed(place: Place) -> bool:
    if place.kind == "text" and _OFFICE.fullmatch(place.label.strip(" :")):
        return True  # "President", "Secretary": who signs for a board
    return place.kind == "signature" or (place.kind == "text" and SIGNATURE.search(place.label) is not None)


def _right_under(heading: Heading, box: Box) -> bool:
    return heading.left <= center(box)[0] <= heading.right and 0 < center(box)[1] - heading.top < _SIGNERS_REACH


def _with_signers(places: Sequence[Place], found: Mapping[int, Sequence[Heading]]) -> list[Place]:
    """The places, the name, title and date beside a signature of the District's its own, where the operator has such.

    "24. Signature for the District | 25. Typed name | 26. Date signed" under a row of the operator's like it; or a
    heading that names the District stands over the signature alone, and white parts it from the column of the dates.
    """
    known = [p for p in places if p.box is not None]
    signed = [p for p in known if _is_signer(p)]
    theirs = {
        p.id
        for signer in signed
        if label_party(signer.label) == "district" or signer.party in ("district", BESIDE)
        for p in known
        if p.page == signer.page and p.kind != "check" and is_of_signer(_plain(p.label))
        if label_party(signer.label) == "district" or not _operators_head(p, signer, found.get(p.page, ()))
        if _goes_with(p, signer, [s for s in signed if s.page == p.page and s is not signer], found.get(p.page, ()))
    }
    mine = {_plain(p.label) for p in places if p.party == "operator" and p.id not in theirs}
    return [replace(p, party="district") if p.id in theirs and _plain(p.label) in mine else p for p in places]


def _operators_head(place: Place, signer: Place, found: Sequence[Heading]) -> bool:
    """Whether a head of the operator's stands over a place, beside or under the one that a signature is the District's
    by: "District | Operator"."""
    if place.box is None or signer.box is None:
        return True
    over = [h.top for h in found if h.party == "district" and h.top < signer.box[3]]
    x, y = center(place.box)
    mine = [h for h in found if h.party == "operator" and h.top < y and h.left <= x <= h.right]
    return any(h.top > max(over, default=y) - _ALIGNED for h in mine)


def _is_signer(place: Place) -> bool:
    """Whether a place is where somebody signs, an office of the District's too."""
    said = SIGNATURE.search(place.label) or _TITLE.match(place.label)
    return place.kind == "signature" or said is not None or signs_for_district(place.label)


def _goes_with(place: Place, signer: Place, others: Sequence[Place], found: Sequence[Heading]) -> bool:
    """Whether a place is beside or under a signature, with no other signature or heading between."""
    if place.box is None or signer.box is None:
        return False
    (left, top, _, bottom), (x, y) = signer.box, center(place.box)
    boxes = [o.box for o in others if o.box]
    beside = [o for o in boxes if same_row(o, signer.box) and o[0] > left]
    if same_row(place.box, signer.box):
        return place.box[0] > left and not any(o[0] < place.box[0] for o in beside)
    if not bottom - 3 < y < bottom + _SIGNERS_REACH or place.box[0] < left - 6 or any(o[0] <= x for o in beside):
        return False
    between = any(top < o[1] < y and o[0] < x + 6 for o in boxes if o not in beside)
    return not between and not any(bottom < h.top < y and h.left <= x <= h.right for h in found)


# the head of a column of references, which names each of its places: "School district", "1 district"
_A_DISTRICT = re.compile(
    r"\W*(?:reference\W*)?(?:\d{1,2}\W*)?(?:name of (?:the )?)?(?:illinois )?(?:school )?districts?(?: name)?\W*", re.I
)


def settled(places: Sequence[Place]) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """The places without BESIDE, and the labels of those that stay asked for although a heading names the District.

    A block under such a heading is the District's own only when the operator is asked for the same elsewhere, as in two
    blocks of signatures side by side. A column of references headed "District" is not. Beside the
    District's signature "Printed name" is its own where the operator has "Name and title".
    """
    mine = {_plain(p.label) for p in places if p.party == "operator"}
    mine |= {without_operator(label) for label in mine}  # "Vendor name" beside the District's "Name"
    theirs = {p.id for p in places if p.party == BESIDE and _is_theirs(_plain(p.label), mine)}
    if any(p.kind == "signature" and p.party == "operator" for p in places):
        asked = [asked_of_signer(label) for label in mine if is_of_signer(label)]
        beside = [p for block in _signed_blocks(places, theirs) for p in block if p.party == BESIDE]
        theirs |= {p.id for p in beside if any(asked_of_signer(_plain(p.label)) <= words for words in asked)}
    kept = tuple(
        p.label for p in places if p.party == BESIDE and p.id not in theirs and not _A_DISTRICT.fullmatch(p.label)
    )
    return (
        tuple(
            replace(p, party="district" if p.id in theirs else "operator") if p.party == BESIDE else p for p in places
        ),
        kept,
    )


def _is_theirs(label: str, mine: Collection[str]) -> bool:
    """Whether a place under a heading that names the District is one that the operator has too, or an office's."""
    bare = without_district(label)  # "LEA name", as a field's tooltip has it
    signs = bare in mine and is_of_signer(bare) and not _A_DISTRICT.fullmatch(label)
    return label in mine or signs or _OFFICE.fullmatch(label) is not None


def _signed_blocks(places: Sequence[Place], theirs: Collection[str]) -> list[list[Place]]:
    """Runs of names, titles and dates of signers that hold a signature of the District's; an operator's between them
    stand beside them."""
    runs: list[list[Place]] = [[]]
    for place in places:
        if place.kind == "check" or not (place.kind == "signature" or is_of_signer(_plain(place.label))):
            runs.append([])
        elif place.party != "operator":
            runs[-1].append(place)
    return [r for r in runs if any(p.kind == "signature" and (p.party == "district" or p.id in theirs) for p in r)]


def _plain(label: str) -> str:
    label = without_number(label)[1] or label
    return " ".join(label.casefold().strip(" :*.").split())


def headings(layout: Layout, boxes: Sequence[Box]) -> list[Heading]:
    """The headings of a page, from the top down; `boxes` are those of its places."""
    out = []
    below: set[int] = set()  # lines that a head of several lines goes on in
    for number, whole in enumerate(layout.lines):
        if number in below:
            continue
        pair: list[str] = []
        line = _by_columns(layout, number) if len(whole) == 1 else whole
        if len(line) == 2:
            pair, lines = _of_several_lines(layout, number, line)
            pair = pair or sides([p.text.rstrip(":,") for p in line])
            below.update(lines)
        for index, piece in enumerate(line):
            if index == 0 and opens_own_line(piece.text):
                out += _own_line(layout, piece, boxes)
            if any(width(b) < _BOX and same_row(b, piece.box) and -2 <= piece.box[0] - b[2] < _BOX for b in boxes):
                continue  # a box's own words: "[ ] Staff use only"
            if _ends_label(layout, piece, boxes):
                continue
            labels = _labels_place(layout, piece, boxes)
            said = "" if labels else heading_party(piece.text)
            if not said and pair and not labels:
                said = pair[index]  # "Operator | Lakeside School District 12"
            if said == "district" and _is_column_head(piece, line, pair):
                continue
            bare = _REMARK.sub("", piece.text)
            lone = len(line) == 1 and (is_heading(bare) or is_districts_name_alone(bare))
            if not said and lone and not _beside_place(piece, boxes):
                said = "end"
            if said:
                left = 0.0 if index == 0 else piece.box[0] - 12
                right = layout.page.width if index == len(line) - 1 else line[index + 1].box[0] - 6
                inside = layout.index.at(center(piece.box))
                cell = layout.cells[inside] if inside is not None else None
                cell = cell if cell and _is_small(layout, cell) and any(holds(cell, center(b)) for b in boxes) else None
                if cell is None and is_own_use(piece.text):
                    cell = _frame(layout, piece, boxes)
                out.append(
                    Heading(piece.box[1], left, right, piece.box, said, is_own_use(piece.text), piece.text, cell)
                )
    return out


def _ends_label(layout: Layout, piece: Piece, boxes: Sequence[Box]) -> bool:
    """Whether words are a further line of the label in a cell before an answer's: "Date accepted by the / District"."""
    inside = layout.index.at(center(piece.box))
    if inside is None or not any(w.box[3] <= piece.box[1] + 1 for w in layout.cell_words.get(inside, ())):
        return False
    cell = layout.cells[inside]
    answers = [c for c in layout.cells if abs(c[0] - cell[2]) <= _BESIDE and same_row(c, cell)]
    return any(holds(c, center(b)) for c in answers for b in boxes)


def _is_column_head(piece: Piece, line: Sequence[Piece], pair: Sequence[str]) -> bool:
    """Whether "District" heads a column of references, beside "Contact" and "Telephone", and no party's block."""
    others = [p.text for p in line if p is not piece]
    parties = any(heading_party(text) for text in others) or "operator" in pair
    return bool(others) and not parties and _A_DISTRICT.fullmatch(piece.text) is not None


def _by_columns(layout: Layout, number: int) -> Sequence[Piece]:
    """A line of two heads that nearly touch: "BOARD OF EDUCATION OF RIDGEMOOR  PROVIDER", over two columns of lines.

    The second begins where the lines of a column under it begin.
    """
    line = layout.lines[number]
    words = line[0].words
    under = [p.box[0] for below in layout.lines[number + 1 : number + 1 + _UNDER] for p in below[1:2]]
    for left, right in pairwise(words):
        wide = right.box[0] - left.box[2] > _WIDE * height(left.box)
        if wide and sum(abs(x - right.box[0]) < 1.5 for x in under) >= _COLUMN:
            at = words.index(right)
            return [piece_of(words[:at]), piece_of(words[at:])]
    return line


def _of_several_lines(layout: Layout, first: int, heads: Sequence[Piece]) -> tuple[list[str], range]:
    """Whose the two heads are that stand beside each other from a line on, and the lines that they go on in.

    "Board of Education of Lakeside / Community School District 12" beside "Operator".
    """
    left, right = heads
    words = [left.text, right.text]
    last = left.box[3]
    end = first + 1
    for line in layout.lines[end:]:
        at = [
            0 if abs(p.box[0] - left.box[0]) < _ALIGNED else 1 if abs(p.box[0] - right.box[0]) < _ALIGNED else 2
            for p in line
        ]
        tight = line[0].box[1] - last < _LEADING * height(left.box)
        if not tight or 2 in at or len(set(at)) != len(at) or any(p.text.endswith(":") for p in line):
            break
        for column, piece in zip(at, line, strict=True):
            words[column] += f" {piece.text}"
        last = line[0].box[3]
        end += 1
    said = sides([w.rstrip(":") for w in words]) if end > first + 1 else []
    return said, range(first + 1, end if said else first + 1)


def _own_line(layout: Layout, piece: Piece, boxes: Sequence[Box]) -> list[Heading]:
    """Headings for the row that "OFFICE USE" begins, as far as its column goes, and for the frame that it opens."""
    row = (piece.box[0] - 12, piece.box[1] - _OWN_ROW, layout.page.width, piece.box[3] + _OWN_ROW)
    things = [b for b in [*boxes, *(p.box for p in layout.pieces)] if holds(row, center(b))]
    end = piece.box[2]
    for box in sorted(things, key=lambda b: b[0]):
        if box[0] - end > _NEXT_OWN and apart(layout.gutters, box, piece.box):
            break
        end = max(end, box[2])
    row = (row[0], row[1], end + 1, row[3])
    level = [b for b in boxes if holds(row, center(b)) and not ruled_apart(layout.gutters, b, piece.box)]
    frame = _frame(layout, piece, boxes)
    rooms = ([row] if level else []) + ([frame] if frame else [])
    top = piece.box[1] - _OWN_ROW
    return [
        Heading(top, r[0], r[2], piece.box, "district", sure=True, text=piece.text, cell=r, across=True) for r in rooms
    ]


def _frame(layout: Layout, piece: Piece, boxes: Sequence[Box]) -> Box | None:
    """The drawn frame of no more than a part of the page that words open and that has places in it."""
    frames = [
        m.box
        for m in layout.page.marks
        if m.kind == "rect"
        and holds(m.box, center(piece.box))
        and height(m.box) < _HIGHEST_FRAME
        and not any(holds(m.box, center(p.box)) and p.box[3] <= piece.box[1] + 2 for p in layout.pieces)
    ]
    frame = max(frames, key=height, default=None)
    return frame if frame and any(holds(frame, center(b)) for b in boxes) else None


def _is_small(layout: Layout, cell: Box) -> bool:
    """Whether a cell shares its row with others, and is no frame around a part of the page."""
    return any(c != cell and same_row(c, cell) and not common(c, cell) for c in layout.cells)


def _labels_place(layout: Layout, piece: Piece, boxes: Sequence[Box]) -> bool:
    """Whether the words stand right before or over a place: a label, not a heading.

    The room to sign in reaches up beside the heading over it: "District" over "Signature: ____", with white between, or
    "FOR OFFICE USE ONLY" in capitals right over it.
    """
    beside = [b for b in boxes if gap(piece.box, b)[1] == 0 and 0 <= b[0] - piece.box[2] < _BEFORE]
    white = -1.0 if piece.text.isupper() else _WHITE * height(piece.box)
    lower = [p.box for p in layout.pieces if p.box[1] - piece.box[3] > white]
    return any(not any(center(o)[1] < b[3] and 0 <= b[0] - o[2] < _BEFORE for o in lower) for b in beside)


def _beside_place(piece: Piece, boxes: Sequence[Box]) -> bool:
    """Whether a place stands on a piece's line, not just right under it."""
    return any(
        gap(piece.box, b)[1] < 3 and gap(piece.box, b)[0] < 260 and b[1] < piece.box[3] - _BITES * height(piece.box)
        for b in boxes
    )


def _under(headings: Sequence[Heading], place: Place, places: Sequence[Place]) -> str:
    if place.box is None:
        return ""
    x, y = center(place.box)
    here = [h for h in headings if h.cell is None or holds(h.cell, (x, y))]
    over = sorted((h for h in here if h.top < y - 1 and h.left <= x <= h.right), key=lambda h: -h.top)
    for heading in over:
        if heading.party == "end":
            # Ends a District part only when something was to fill in between: else it is the part's own second line.
            upper = next((h for h in over if h.top < heading.top and h.party != "end"), None)
            if upper is not None and _any_between(places, place.page, upper, heading):
                return "operator"
            continue
        if heading.party == "district":
            return "district" if heading.sure else BESIDE
        return "operator"
    return ""


def _any_between(places: Sequence[Place], page: int, upper: Heading, lower: Heading) -> bool:
    return any(
        p.page == page
        and p.box is not None
        and upper.top < p.box[1] < lower.top
        and upper.left <= center(p.box)[0] <= upper.right
        for p in places
    )
