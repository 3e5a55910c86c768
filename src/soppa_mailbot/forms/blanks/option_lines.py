"""Options that go on in the next line: under their first words, before its first box, up to a sentence's end."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.blanks.wrapped_question import ITEM
from soppa_mailbot.forms.common.geometry import beside, center, height, width
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.ticks import Tick
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box, Word

FIRST_WORD = 18.0  # points from a box to its words
_UNENDED = ("a", "an", "and", "by", "for", "in", "of", "on", "or", "the", "to", "with")  # end no option
_WRAPPED_WORDS = 4  # of an option that goes on before the next line's first box
_WRAPPED = 8  # lines that an option may run on
SPACE = 2.0  # points between two words, at least
_HANGING = 12.0  # points by which a paragraph's later lines may be indented
PADDING = 4.0  # points that words keep from the border of their cell
_END = 14  # words of a sentence's end in the next line


def further_lines(
    layout: Layout, box: Box, first: Sequence[Word], right_edge: float, ticks: Sequence[Tick]
) -> list[Word]:
    """Lines under the first that start where its words start, up to the next box; or where the box does, if wrapped."""
    start, bottom = first[0].box[0], max(w.box[3] for w in first)
    lettered = len(first) > 1 and ITEM.fullmatch(first[0].text) is not None
    hanging = first[1].box[0] if lettered else start  # "[ ] (a) ...", whose later lines stand under its words
    step = height(first[0].box)
    below = [w for w in layout.words if bottom - 2 <= w.box[1] <= bottom + _WRAPPED * step * 1.4]
    out: list[Word] = []
    for row in rows(below):
        row = [w for w in row if w.box[0] >= box[0] - 4 and center(w.box)[0] <= right_edge]
        if not row or row[0].box[0] > hanging + _HANGING or row[0].box[1] - bottom > 0.7 * step:
            break
        aside = min(abs(row[0].box[0] - start), abs(row[0].box[0] - hanging)) > 4
        if aside and not (
            _runs_over(layout, box, [*first, *out], row) and (row[0].box[0] > start or abs(row[0].box[0] - box[0]) < 4)
        ):
            break
        middle = center(row[0].box)[1]
        boxed = any(t.box[1] <= middle <= t.box[3] and box[0] - 6 <= t.box[0] < row[-1].box[2] for t in ticks)
        to_left = any(
            w.box[2] < row[0].box[0] + 1
            and (w.box[2] > box[0] - 2 or row[0].box[0] - w.box[2] < step)  # "check one:", below "[ ] Yes"
            and abs(center(w.box)[1] - middle) < 3
            for w in layout.words
        )
        if boxed or to_left:
            break
        out += row
        bottom = max(w.box[3] for w in row)
    return out


def up_to_next_box(layout: Layout, box: Box, option: Sequence[Word], ticks: Sequence[Tick]) -> list[Word]:
    """The words that begin a sentence's next line, up to its first box: "[ ] at rest  [ ] in / transit  [ ] both"."""
    last = option[-1]
    step = height(last.box)
    below = [w for w in layout.words if 0 < w.box[1] - last.box[1] < 2.0 * step]
    line = next(iter(rows(below)), [])
    first = min((t.box[0] for t in ticks if line and beside(t.box, line[0].box)), default=0.0)
    words = [w for w in line if w.box[2] <= first + 2]
    goes_on = bool(words) and (words[0].text[:1].islower() or last.text in _UNENDED)
    back = goes_on and words[0].box[0] < box[0] - step
    # a word, its spaces and the next box may not be parted: then they go down together, room or not
    over = last.text in _UNENDED or _runs_over(layout, box, option, words) if words else False
    return words if back and len(words) <= _WRAPPED_WORDS and over else []


def begun_below(layout: Layout, box: Box, ticks: Sequence[Tick], right_edge: float) -> list[Word]:
    """The option of the last box of a line that the next line begins with: "[ ] corporation  [ ] partnership  [ ]" over
    "individual."."""
    level = [t.box for t in ticks if t.box != box and beside(t.box, box) and t.box[2] < box[0]]
    words = [w for w in layout.words if beside(w.box, box)]
    if not level or any(w.box[0] > box[2] for w in words):
        return []
    last = max(b[2] for b in level)
    between = [w for w in words if last - 2 <= w.box[0] and w.box[2] <= box[0] + 2]
    if not between or min(w.box[0] for w in between) - last > FIRST_WORD:
        return []  # the words before it are its own
    step, left = height(between[0].box), min(w.box[0] for w in words)
    line = next(iter(rows([w for w in layout.words if 0.6 * step < w.box[1] - between[0].box[1] < 1.8 * step])), [])
    if not line or line[0].box[0] > left + SPACE or not line[0].text[:1].islower():
        return []
    first = min((t.box[0] for t in ticks if beside(t.box, line[0].box)), default=right_edge)
    found = [w for w in line if w.box[2] <= first + 2][:_WRAPPED_WORDS]
    end = next((n for n, w in enumerate(found) if w.text.endswith((".", ",", ";"))), len(found))
    return found[: end + 1]


def _runs_over(layout: Layout, box: Box, option: Sequence[Word], below: Sequence[Word]) -> bool:
    """Whether a line below goes on with a box's option: "[ ] Yes (please also fill in and / sign ...)".

    The option's last line has no room for its first word, and it begins no sentence; a capital may begin a name's
    second half: "[ ] Yes; our signed Data Privacy / Agreement is enclosed".
    """
    last, following = option[-1], below[0]
    text = " ".join(w.text for w in option)
    margin = max(w.box[2] for w in layout.words if w.box[2] <= layout.page.width)
    cell = layout.index.at(center(box))
    if cell is not None:
        margin = min(margin, layout.cells[cell][2] - PADDING)
    full = last.box[2] + width(following.box) + SPACE > margin
    unended = text[-1:].isalnum() and not below[-1].text.endswith((":", "?"))
    goes_on = following.text[:1].islower() or text.count("(") > text.count(")") or unended
    return full and goes_on and not ITEM.fullmatch(following.text)


def end_of_sentence(layout: Layout, box: Box, first: Sequence[Word], places: Sequence[Box]) -> list[Word]:
    """The next line up to the end of a sentence that a box stands in: "… Online / Protection Act."."""
    step, bottom = height(first[-1].box), max(w.box[3] for w in first)
    below = [w for w in layout.words if bottom - 0.3 * step < w.box[1] < bottom + step and w not in first]
    level = [r for r in rows(below) if r[0].box[0] < box[0] and abs(height(r[0].box) - step) < 0.2 * step]
    if not level or any(w.box[0] > first[-1].box[2] and beside(w.box, first[-1].box) for w in layout.words):
        return []
    out: list[Word] = []
    for word in level[0]:
        if any(beside(word.box, p) and p[2] <= word.box[0] + 2 for p in places):
            return []  # the sentence goes on behind another place
        out.append(word)
        if word.text.rstrip('"”)').endswith((".", ";", ":")):
            return out
        if len(out) == _END:
            break
    return []
