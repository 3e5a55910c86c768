"""Pages as running text: a blank's with slots in it, a paper's without its running heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.geometry import beside, center, gap, height, holds, overlaps
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.margins import faceless, in_margin, margin_lines
from soppa_mailbot.forms.common.slots import Slot, Stream
from soppa_mailbot.forms.common.tokens import Token, norms, word_tokens
from soppa_mailbot.forms.common.words_ringed import is_ringed_word
from soppa_mailbot.forms.pages.bracket_boxes import with_bracket_boxes
from soppa_mailbot.forms.pages.cells import CellIndex, table_index
from soppa_mailbot.forms.pages.drawn_boxes import with_drawn_boxes
from soppa_mailbot.forms.registering.overlay import own_tokens
from soppa_mailbot.forms.texts.shares_by_bracket import in_bracket
from soppa_mailbot.forms.texts.typed_over import with_typed_over
from soppa_mailbot.model import Blank, Box, Page, Paragraph, Place, Word

_LABEL_ENDS = 3  # words of a label that tell it
_LINE_ABOVE = 26.0  # points from a place up to the line before it
_SPACE = 6.0  # points between two words of a sentence


def page_stream(pages: Sequence[Page], places: Sequence[Place], *, by_cells: bool = False) -> Stream:
    """The own words of a blank's pages in their order, or cell by cell, with a slot at each place."""
    stream = Stream()
    margins = [margin_lines(p) for p in pages]
    counts = Counter(key for lines in margins for key in {k for k, _ in lines})
    for page, lines in zip(pages, margins, strict=True):
        boxes = [p.box for p in places if p.page == page.number and p.box]
        # what a paper's pages repeat is left out there too; a line with a place ("Initials ____") is asked for
        repeated = {w.box for key, words in lines if counts[key] > 1 and not _has_place(words, boxes) for w in words}
        tokens = [t for t in own_tokens(page) if t.box is None or not any(_inside(t.box, b) for b in repeated)]
        tokens = _cell_by_cell(page, tokens) if by_cells else tokens
        first = len(stream.tokens)
        slots = []
        for order, place in enumerate(p for p in places if p.page == page.number and p.box):
            at = _position(place, tokens)
            slot = Slot(place.id, place.kind, first + at, page=page.number, box=place.box)
            slot.bracketed = any(in_bracket(w, place.box) for w in page.words)
            slots.append((at, order, slot))
        stream.tokens += tokens
        stream.slots += [slot for _, _, slot in sorted(slots, key=lambda s: s[:2])]
    return stream


def _cell_by_cell(page: Page, tokens: Sequence[Token]) -> list[Token]:
    """A page's words with those of one table cell together: a label of several lines beside options of as many."""
    index = table_index(page.marks)
    blocks: dict[int, list[Token]] = {}
    runs: list[tuple[float, float, list[Token]]] = []
    for token in tokens:
        at = index.at(center(token.box)) if token.box is not None else None
        if at is None:
            if runs and runs[-1][2][-1].box and token.box and abs(runs[-1][0] - token.box[1]) < 4:
                runs[-1][2].append(token)
            else:
                runs.append((token.box[1] if token.box else 0.0, token.box[0] if token.box else 0.0, [token]))
        else:
            blocks.setdefault(at, []).append(token)
    keyed: list[tuple[list[tuple[float, float]], list[Token]]] = [
        ([(round(top), left)], found) for top, left, found in runs
    ]
    for at, found in blocks.items():
        keyed.append(([*_framed(index, at), (round(index.cells[at][1]), index.cells[at][0])], found))
    return [t for _, found in sorted(keyed, key=lambda k: k[0]) for t in found]


def _has_place(words: Sequence[Word], boxes: Sequence[Box]) -> bool:
    return any(beside(w.box, b) for w in words for b in boxes)


def _inside(token: Box, word: Box) -> bool:
    return word[1] <= center(token)[1] <= word[3] and word[0] - 0.1 <= center(token)[0] <= word[2] + 0.1


def _position(place: Place, tokens: Sequence[Token]) -> int:
    """The number of the token that a place stands before in running text."""
    box = place.box or (0.0, 0.0, 0.0, 0.0)
    level = [(i, t.box) for i, t in enumerate(tokens) if t.box and beside(t.box, box)]
    if is_ringed_word(place.id):  # the printed word itself
        return next((i for i, b in level if holds(box, center(b))), len(tokens))
    right = [(b[0], i) for i, b in level if b[0] >= box[2] - 3]
    left = [(b[2], i) for i, b in level if b[2] <= box[0] + 4]
    if place.kind == "check" and right and min(right)[0] - box[2] < 20:
        return min(right)[1]
    if left:
        at = max(left)[1] + 1
        return at + (_rest_of_label(place, tokens, at) if place.kind != "check" else 0)
    if right and 0 <= min(right)[0] - box[2] < 1.5 * _SPACE and _goes_on(tokens, min(right)[1]):
        return min(right)[1]  # at the beginning of a line of a sentence: ", to any other agency"
    if (behind := _behind_its_label(place, tokens)) is not None:
        return behind
    for reach in (1.0, 40.0):
        near = [(i, t.box) for i, t in enumerate(tokens) if t.box and gap(t.box, box)[0] <= reach]
        over = [(b[3], b[2], i) for i, b in near if b[3] <= box[1] + 5 and box[1] - b[3] < 40]
        under = [(b[1], b[0], i) for i, b in near if b[1] >= box[3] - 5]
        if over:
            return _last_of_row(max(over)[2], tokens) + 1
        if right:
            return min(right)[1]
        if under:
            return min(under)[2]
    return len(tokens)


def _rest_of_label(place: Place, tokens: Sequence[Token], at: int) -> int:
    """How many words before which a place would stand are still its label's, wrapped into the line below.

    "Privacy or security | ____ | ____" over "contact": who types the form anew writes all of it before the answers.
    """
    words = norms(place.label)
    for many in range(min(at, len(words) - 1), 0, -1):
        if tuple(t.norm for t in tokens[at - many : at]) != words[:many]:
            continue
        first, last = tokens[at - many].box, tokens[at - 1].box
        rest = 0
        while many + rest < len(words) and at + rest < len(tokens) and tokens[at + rest].norm == words[many + rest]:
            rest += 1
        below = tokens[at].box if rest else None
        if first and last and below and below[1] > last[1] + 2 and abs(below[0] - first[0]) < _SPACE:
            return rest
    return 0


def _behind_its_label(place: Place, tokens: Sequence[Token]) -> int | None:
    """Of a place that begins a line, the token behind the words of its label at the end of the line above.

    "used in grades ____ and the number of students is expected to be / ____": not behind the other place's label.
    """
    box, words = place.box or (0.0, 0.0, 0.0, 0.0), norms(place.label)[-_LABEL_ENDS:]
    level = [(t.box[3], i) for i, t in enumerate(tokens) if t.box and 0 < box[1] - t.box[1] < _LINE_ABOVE]
    above = [(round(bottom), i) for bottom, i in level if bottom <= box[1] + 5]
    if not words or not above:
        return None
    last = max(above)[1]
    said = tuple(t.norm for t in tokens[last + 1 - len(words) : last + 1])
    return last + 1 if said == words else None


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word goes on with the sentence of the line over it: it begins none."""
    return at > 0 and (tokens[at].raw[:1].islower() or not tokens[at].raw[:1].isalnum())


def _last_of_row(at: int, tokens: Sequence[Token]) -> int:
    """The last word that a word's line goes on with: the line under it takes up the sentence, or answers the label."""
    while at + 1 < len(tokens):
        here, following = tokens[at].box, tokens[at + 1].box
        if here is None or following is None or not beside(here, following):
            break
        space = max(_SPACE, 0.8 * (here[3] - here[1]))  # with a bracket or a comma in it
        if following[0] - here[2] >= space or following[2] < here[2] - 1.0:
            break
        at += 1
    return at


Arrange = Callable[[Sequence[Word]], Sequence[Word]]


def paper_tokens(
    pages: Sequence[Page],
    heads: Iterable[str] = (),
    *,
    by_cells: bool = True,
    asked: Iterable[str] = (),
    arranged: Arrange = lambda words: words,
) -> list[Token]:
    """The words of a paper's pages in their order, without what is repeated in head and foot.

    `heads` are the blank's own headers and footers (of a Word file): lines like them are left out even when they occur
    once. `asked` are labels of places: a line of a head or foot that bears one is an answer, and stays. `arranged` puts
    a page's words, or those outside of its tables, into another order than line by line.
    """
    labels = [words for words in map(norms, asked) if words]
    known = {faceless(h) for h in heads}
    pages = [with_bracket_boxes(with_typed_over(with_drawn_boxes(p))) for p in pages]
    margins = [margin_lines(p) for p in pages]
    counts = Counter(key for lines in margins for key in {k for k, _ in lines})
    out: list[Token] = []
    for page, lines in zip(pages, margins, strict=True):
        kept = [key for key, _ in lines if any(f" {' '.join(words)} " in f" {' '.join(key)} " for words in labels)]
        gone = [words for key, words in lines if (counts[key] > 1 and key not in kept) or key in known]
        dropped = {id(w) for words in gone for w in words}
        first = out[-1].unit + 1 if out else 0
        words = [w for w in page.words if id(w) not in dropped]
        if by_cells:
            out += _by_cells(page, words, first, arranged)
        else:
            out += word_tokens(arranged(words), page.number, first)
    return out


def _by_cells(page: Page, words: Sequence[Word], first: int, arranged: Arrange) -> list[Token]:
    """Words in the order of the page, but cell by cell where tables are drawn: a label that is wrapped stays together.

    Tokens in tables are told their cell as (page, row, column).
    """
    index = table_index(page.marks)
    if len(index.cells) < 2:
        return word_tokens(arranged(words), page.number, first)
    where = _rows_and_columns(index.cells)
    alone = {n for n in range(len(index.cells)) if _is_within_a_line(n, index.cells)}
    level = [(w.box[1] + w.box[3]) / 2 for w in words if index.at(center(w.box)) is None]
    alone = {n for n in alone if any(index.cells[n][1] < y < index.cells[n][3] for y in level)}
    blocks: dict[int, list[Word]] = {}
    outside: list[Word] = []
    for word in words:
        at = index.at(center(word.box))
        if at is None or at in alone:
            outside.append(word)
        else:
            blocks.setdefault(at, []).append(word)
    keyed = [((*_framed(index, run[2]), run[:2]), run) for run in _outside(outside, arranged)]
    for at, block in blocks.items():
        over, *behind = _parted(index, at, block)
        box = index.cells[at]
        begun = (*_framed(index, at), (box[1], box[0]))
        keyed.append((begun, (box[1], box[0], at, over)))
        keyed += [((*begun, (words[0].box[1], words[0].box[0])), (box[1], box[0], at, words)) for words in behind]
    out: list[Token] = []
    for _, (_, _, at, found) in sorted(keyed, key=lambda k: k[0]):
        unit = out[-1].unit + 1 if out else first
        cell = (page.number, *where[at]) if at >= 0 else None
        out += [replace(t, cell=cell) for t in word_tokens(found, page.number, unit)]
    return out


def _is_within_a_line(at: int, cells: Sequence[Box]) -> bool:
    """Whether a frame or a marker's ground is around some words of a line, and no cell of a table is beside it."""
    cell = cells[at]
    if height(cell) >= _LINE_HIGH:
        return False
    beside_it = (cell[0] - _ADJOINS, cell[1] + _ADJOINS, cell[2] + _ADJOINS, cell[3] - _ADJOINS)
    next_to_it = (*range(max(at - 1, 0), at), *range(at + 1, min(at + 2, len(cells))))  # most often one of these is
    if any(overlaps(beside_it, cells[n]) for n in next_to_it):
        return False
    return not any(n != at and overlaps(beside_it, other) for n, other in enumerate(cells))


_ADJOINS = 3.0  # points between cells
_LINE_HIGH = 22.0  # points of what is around one line
Run = tuple[float, float, int, list[Word]]


def _framed(index: CellIndex, at: int) -> list[tuple[float, float]]:
    """Where the cells begin that a cell stands in: a table within a cell is read before the next cell."""
    around = index.frames[at] if at >= 0 else ()
    return [(index.cells[n][1], index.cells[n][0]) for n in around]


def _parted(index: CellIndex, at: int, words: Sequence[Word]) -> list[list[Word]]:
    """A cell's words line by line: those over the tables within it, and each line that stands under one of them."""
    inner = [index.cells[n] for n, around in enumerate(index.frames) if at in around]
    first: list[Word] = []
    behind: list[list[Word]] = []
    for line in rows(words):
        if any(center(w.box)[1] > box[3] and w.box[2] > box[0] for w in line for box in inner):
            behind.append(line)
        else:
            first += line
    return [first, *behind]


def _outside(words: Sequence[Word], arranged: Arrange) -> list[Run]:
    """Words outside of tables as lines, in their order from the top down."""
    row_of = {id(w): number for number, row in enumerate(rows(words)) for w in row}
    lines: list[list[Word]] = []
    for word in arranged([w for row in rows(words) for w in row]):
        if lines and row_of[id(lines[-1][-1])] == row_of[id(word)]:
            lines[-1].append(word)
        else:
            lines.append([word])
    out: list[Run] = []
    for line in lines:  # what was put behind another line does not begin over it
        top = max([min(w.box[1] for w in line), *(out[-1][:1] if out else ())])
        out.append((top, line[0].box[0], -1, line))
    return out


def _rows_and_columns(found: Sequence[Box]) -> list[tuple[int, int]]:
    """Row and column of each cell, counted within the page."""
    tops = sorted({round(c[1]) for c in found})
    row_of: dict[int, int] = {}
    row = -1
    last = -100
    for top in tops:
        if top - last > 2:
            row += 1
        row_of[top], last = row, top
    columns: dict[int, list[float]] = {}
    for cell in found:
        columns.setdefault(row_of[round(cell[1])], []).append(cell[0])
    return [(row_of[round(c[1])], sorted(columns[row_of[round(c[1])]]).index(c[0])) for c in found]


def heads_of(flow: Sequence[Paragraph]) -> list[str]:
    """Headers and footers of a Word file."""
    return [p.text() for p in flow if p.part in ("header", "footer") and p.text().strip()]


def asked_in_margins(blank: Blank) -> list[str]:
    """Labels of the places in a blank's heads and feet: "Operator initials, page 1"."""
    pages = {p.number: p for p in blank.document.pages}
    return [p.label for p in blank.places if p.box and p.page in pages and in_margin(pages[p.page], _middle(p.box))]


def _middle(box: Box) -> Box:
    middle = (box[1] + box[3]) / 2
    return (box[0], middle, box[2], middle)
