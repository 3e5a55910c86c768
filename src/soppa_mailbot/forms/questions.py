"""Boxes to tick: the words of each box, and which boxes answer one question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.columns import apart, column_by_column, ruled_apart
from soppa_mailbot.forms.geometry import beside, center, common, gap, height, holds, same_row, width
from soppa_mailbot.forms.heads import head_over, under_heads
from soppa_mailbot.forms.initialled import asks_for_each
from soppa_mailbot.forms.labels import tidy, with_follow_up, without_number
from soppa_mailbot.forms.layout import Layout
from soppa_mailbot.forms.lines import lines, rows, spaced
from soppa_mailbot.forms.opposites import before_boxes, contradict, goes_on
from soppa_mailbot.forms.paired_cells import with_paired
from soppa_mailbot.forms.party import heading_party, is_heading
from soppa_mailbot.forms.place_labels import cell_label
from soppa_mailbot.forms.ticks import Tick
from soppa_mailbot.forms.trailing import are_trailing, parted
from soppa_mailbot.forms.wrapped_question import ITEM, wrapped
from soppa_mailbot.model import Box, Word

_FIRST_WORD = 18.0  # points from a box to its words
_NEXT_WORD = 22.0  # points between two words of one option
_LETTER = 24.0  # points from an item's letter to its box
_WORD_GAP = 0.7  # heights of a word between two words of one line of a paragraph
_OVER_PLACE = 12.0  # points from a label down to its place
_BESIDE = 14.0  # points up or down from a box to a line beside it
_LEVEL = 3.0  # points by which boxes of one row may differ
_UNENDED = ("a", "an", "and", "by", "for", "in", "of", "on", "or", "the", "to", "with")  # end no option
_WRAPPED_WORDS = 4  # of an option that goes on before the next line's first box
_ONE_QUESTION = 48.0  # points of a cell that holds one question and its boxes
_WRAPPED = 8  # lines that an option may run on
_SPACE = 2.0  # points between two words, at least
_HANGING = 12.0  # points by which a paragraph's later lines may be indented
_PADDING = 4.0  # points that words keep from the border of their cell
_END = 14  # words of a sentence's end in the next line
_QUESTION_REACH = 60.0  # points from the first box up to its question
# Options that are statements to be made one by one, not answers to choose between.
STATEMENT = re.compile(
    r"\s*(?:i|we|the (?:undersigned|operator|vendor|contractor|provider|company)|our company|by checking|operator|"
    r"vendor|provider)\b"
    r".*\b(?:agree|certif\w+|acknowledge\w*|attest\w*|confirm\w*|warrant\w*|represent\w*|understand\w*|accept\w*|consent\w*|"
    r"complies|comply|will|shall)\b",
    re.I,
)
# the first line of a question that goes on in the next
_BEGINS = re.compile(
    r"\W*(?:\d[\d.]*\s+)?(?:(?:on|in|for|by) )?(?:who|what|which|where|when|how)\b",
    re.I,
)
_FEWEST = 2  # boxes
_PANELS = 2  # cells, each a list with "None" of its own
_NONE = re.compile(r"\W*(?:none|not (?:collected|applicable|used)|n/?a)(?: of (?:these|the above|them))?\W*", re.I)
_FEW = 4  # boxes under questions side by side
# "The Operator makes each of the following assurances:" over "[ ] The Operator does not sell covered information"
_ASSURANCES = re.compile(r"\b(?:assurances?|certifications?|representations?|commitments?|promises|covenants)\b", re.I)
_SUBJECT = re.compile(
    r"\s*(?:(?:the|our) )?(?:i|we|operator|vendor|provider|contractor|company|supplier)\b(?!\s*[:(])", re.I
)
_NEXT_LINE = 20.0  # points from a line of boxes to the next
CHOICE = re.compile(r"\b(?:check|select|mark|choose|tick|circle|pick)\b|\?\s*$|\bone of\b|\ball that apply\b", re.I)


def says_none(text: str) -> bool:
    """Whether an option says that nothing of what is asked applies: "None", "Not collected", "N/A"."""
    return _NONE.fullmatch(text) is not None


def asks(text: str) -> bool:
    """Whether what stands between two boxes begins another question: "23. Is it subject to SOPPA?", not "Grades"."""
    return bool(text) and bool(CHOICE.search(text) or without_number(text)[0])


def made_one_by_one(question: str, options: Sequence[str]) -> bool:
    """Whether boxes stand before statements that are each to be made, and are no answers to choose between."""
    if len(options) < _FEWEST:
        return False
    bare = [without_number(o)[1] for o in options]
    if asks_for_each(question):
        return True
    if CHOICE.search(question) or contradict(bare):
        return False
    return all(map(STATEMENT.match, bare)) or (
        _ASSURANCES.search(question) is not None and all(map(_SUBJECT.match, bare))
    )


def with_questions(layout: Layout, ticks: Sequence[Tick], taken: Sequence[Box] = ()) -> list[Tick]:
    """The boxes in reading order with their words, and with one group for those that answer one question.

    `taken` are the places to write into; words beside a box end where one of them starts.
    """
    ordered = _in_order(layout, ticks)
    if not ordered:
        return []
    layout.ticked = [t.box for t in ordered]
    used: set[int] = set()
    behind = _behind_their_words(layout, ordered)
    told = [_with_option(layout, t, ordered, taken, used, behind.get(t.id)) for t in ordered]
    told = under_heads(layout, _from_table(layout, with_paired(layout, told, used)), used)
    free = [w for w in layout.words if id(w) not in used and id(w) not in layout.running_head]
    return _grouped(layout, _cell_by_cell(layout, told, free), free)


def _in_order(layout: Layout, ticks: Sequence[Tick]) -> list[Tick]:
    by_box = {Word(str(i), t.box): t for i, t in enumerate(ticks)}
    read = [by_box[w] for row in rows(list(by_box)) for w in row]
    return column_by_column(layout.gutters, read, lambda t: t.box)


def _cell_by_cell(layout: Layout, ticks: Sequence[Tick], free: Sequence[Word]) -> list[Tick]:
    """The boxes of a cell that asks its own question, or holds several, one after the other, though another cell's
    stand beside them."""
    cells = [layout.index.at(center(t.box)) for t in ticks]
    asking = {
        c
        for c, t in zip(cells, ticks, strict=True)
        if c is not None and (cells.count(c) > 1 or _cell_asks(layout, t, c, free))
    }
    places = [(cells.index(c) if c in asking else n, n) for n, c in enumerate(cells)]
    order = [n for _, n in sorted(places)]
    return [ticks[n] for n in order]


def _cell_asks(layout: Layout, tick: Tick, cell: int, free: Sequence[Word]) -> bool:
    """Whether words of no option stand over a box in its cell: "19. PLATFORM (check all)"."""
    return any(w.box[3] <= tick.box[1] + 3 and layout.index.at(center(w.box)) == cell for w in free)


# --- the words of a box ---------------------------------------------------------------------------------------------


def _behind_their_words(layout: Layout, ticks: Sequence[Tick]) -> dict[str, Sequence[Word]]:
    """Boxes of rows such as "Yes [ ]   No [ ]", with the end of the sentence that they stand in."""
    out: dict[str, Sequence[Word]] = {}
    levels = [[ticks[int(w.text)] for w in row] for row in rows([Word(str(n), t.box) for n, t in enumerate(ticks)])]
    for cell, line in _of_one_column(layout, levels):
        before = [" ".join(w.text for w in _words_before(layout, t.box, ticks, cell)) for t in line]
        edge = layout.cells[cell][2] if cell is not None else layout.page.width
        after = _first_line(layout, line[-1].box, edge)
        behind = " ".join(w.text for w in after)
        if are_trailing(before, behind):
            out.update({t.id: after if t is line[-1] and before_boxes(before, behind) else () for t in line})
    return out


def _of_one_cell(layout: Layout, lines: Sequence[Sequence[Tick]]) -> Iterator[tuple[int | None, list[Tick]]]:
    """The boxes of each line cell by cell; those of a line partly in cells and partly not are of several questions."""
    for line in lines:
        cells = [layout.index.at(center(t.box)) for t in line]
        if None in cells and len(set(cells)) > 1:
            continue
        for cell in dict.fromkeys(cells):
            yield cell, [t for t, c in zip(line, cells, strict=True) if c == cell]


def _of_one_column(layout: Layout, lines: Sequence[Sequence[Tick]]) -> Iterator[tuple[int | None, list[Tick]]]:
    """As `_of_one_cell`, in parts where columns part them: those are of several questions."""
    for cell, line in _of_one_cell(layout, lines):
        run = line[:1]
        for before, tick in pairwise(line):
            if apart(layout.gutters, before.box, tick.box):
                yield cell, run
                run = []
            run.append(tick)
        yield cell, run


def _words_of_option(words: Sequence[Word]) -> list[Word]:
    """Of the words before a row's first box those that are its option, not the question before it."""
    option = parted(" ".join(w.text for w in words))[1].split()
    return list(words[len(words) - len(option) :]) if option else list(words)


def _with_option(
    layout: Layout,
    tick: Tick,
    ticks: Sequence[Tick],
    taken: Sequence[Box],
    used: set[int],
    rest: Sequence[Word] | None,
) -> Tick:
    """The box with its words; `rest` is given for one that stands behind them: how their sentence goes on."""
    cell = layout.index.at(center(tick.box))
    right_edge = layout.cells[cell][2] if cell is not None else layout.page.width
    middle = center(tick.box)[1]
    level = [b for b in [*(t.box for t in ticks), *taken] if b[1] - 2 <= middle <= b[3] + 2 and b[0] > tick.box[2] - 1]
    right_edge = min([right_edge, *(b[0] for b in level)])
    found = [] if rest is not None else _first_line(layout, tick.box, right_edge)
    if rest is not None:
        found = [*_words_of_option(_words_before(layout, tick.box, ticks, cell)), *rest]
    elif found:
        further = _further_lines(layout, tick.box, found, right_edge, ticks)
        found += further or _up_to_next_box(layout, tick.box, found, ticks)
    else:
        found = _begun_below(layout, tick.box, ticks, right_edge) or _words_before(layout, tick.box, ticks, cell)
    if found and goes_on(" ".join(w.text for w in found)):
        found += _end_of_sentence(layout, tick.box, found, [*(t.box for t in ticks), *taken])
    used.update(id(w) for w in found)
    words = tidy(" ".join(w.text for w in found))
    if found and any(0 <= b[0] - found[-1].box[2] < _FIRST_WORD and beside(found[-1].box, b) for b in taken):
        words = tidy(with_follow_up(spaced(found))[0])
    return replace(tick, option=tick.option or words)


def _first_line(layout: Layout, box: Box, right_edge: float) -> list[Word]:
    middle = center(box)[1]
    level = sorted(
        (w for w in layout.words if w.box[1] - 1 <= middle <= w.box[3] + 1 and w.box[0] >= box[2] - 2),
        key=lambda w: w.box[0],
    )
    out: list[Word] = []
    at, reach = box[2], _FIRST_WORD
    for word in level:
        if word.box[0] - at > reach or center(word.box)[0] > right_edge:
            break
        out.append(word)
        at, reach = word.box[2], _NEXT_WORD
    return out


def _further_lines(
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


def _up_to_next_box(layout: Layout, box: Box, option: Sequence[Word], ticks: Sequence[Tick]) -> list[Word]:
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


def _begun_below(layout: Layout, box: Box, ticks: Sequence[Tick], right_edge: float) -> list[Word]:
    """The option of the last box of a line that the next line begins with: "[ ] corporation  [ ] partnership  [ ]" over
    "individual."."""
    level = [t.box for t in ticks if t.box != box and beside(t.box, box) and t.box[2] < box[0]]
    words = [w for w in layout.words if beside(w.box, box)]
    if not level or any(w.box[0] > box[2] for w in words):
        return []
    last = max(b[2] for b in level)
    between = [w for w in words if last - 2 <= w.box[0] and w.box[2] <= box[0] + 2]
    if not between or min(w.box[0] for w in between) - last > _FIRST_WORD:
        return []  # the words before it are its own
    step, left = height(between[0].box), min(w.box[0] for w in words)
    line = next(iter(rows([w for w in layout.words if 0.6 * step < w.box[1] - between[0].box[1] < 1.8 * step])), [])
    if not line or line[0].box[0] > left + _SPACE or not line[0].text[:1].islower():
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
        margin = min(margin, layout.cells[cell][2] - _PADDING)
    full = last.box[2] + width(following.box) + _SPACE > margin
    unended = text[-1:].isalnum() and not below[-1].text.endswith((":", "?"))
    goes_on = following.text[:1].islower() or text.count("(") > text.count(")") or unended
    return full and goes_on and not ITEM.fullmatch(following.text)


def _end_of_sentence(layout: Layout, box: Box, first: Sequence[Word], places: Sequence[Box]) -> list[Word]:
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


def _words_before(layout: Layout, box: Box, ticks: Sequence[Tick], cell: int | None) -> list[Word]:
    middle = center(box)[1]
    left_edge = layout.cells[cell][0] if cell is not None else 0.0
    left_edge = max([left_edge, *(t.box[2] for t in ticks if t.box[2] <= box[0] and t.box[1] <= middle <= t.box[3])])
    level = sorted(
        (
            w
            for w in layout.words
            if w.box[1] - 1 <= middle <= w.box[3] + 1 and left_edge - 1 <= w.box[0] and w.box[2] <= box[0] + 2
        ),
        key=lambda w: -w.box[2],
    )
    out: list[Word] = []
    at, reach = box[0], _FIRST_WORD
    for word in level:
        if at - word.box[2] > reach:
            break
        out.insert(0, word)
        at, reach = word.box[0], _NEXT_WORD
    return out


def _from_table(layout: Layout, ticks: Sequence[Tick]) -> list[Tick]:
    """Boxes that stand alone in table cells: rows of Yes and No columns, or rows that are the options."""
    rows_of: dict[tuple[int, str], list[Tick]] = {}
    for tick in ticks:
        cell = layout.index.at(center(tick.box))
        if tick.option or cell is None:
            continue
        own = tidy(" ".join(w.text for w in _own_words_before(layout, tick.box, cell))) if tick.group else ""
        label = cell if own else next((i for i in layout.neighbours_left(cell) if layout.cell_text(i)), None)
        if label is not None:
            rows_of.setdefault((label, own or tidy(layout.cell_text(label))), []).append(tick)
    out = {
        t.id: t if t.option else replace(t, option=layout.statement_of(t.box) or _cell_behind(layout, t.box, ticks))
        for t in ticks
    }
    for (label, text), row in rows_of.items():
        for tick in row:
            cell = layout.index.at(center(tick.box))
            head_text = tidy(layout.head_text(cell)) if cell is not None else ""
            if len(row) > 1:
                out[tick.id] = replace(
                    tick,
                    option=(head_over(layout, tick, ticks) if label == cell else "") or head_text or text,
                    question=text,
                    group=tick.group or f"p{layout.page.number}row{label}",
                )
            else:
                column = "" if cell is None or STATEMENT.match(text) else _column(layout, cell, head_text)
                out[tick.id] = replace(
                    tick, option=text, question=tick.question or head_text, group=tick.group or column
                )
    return [out[t.id] for t in ticks]


def _cell_behind(layout: Layout, box: Box, ticks: Sequence[Tick]) -> str:
    """What the next cell says, for a box alone in the first cell of its row: "[ ] | The law applies"."""
    cell = layout.index.at(center(box))
    if cell is None or layout.cell_text(cell) or any(layout.cell_text(i) for i in layout.neighbours_left(cell)):
        return ""
    own = layout.cells[cell]
    right = [i for i, c in enumerate(layout.cells) if abs(c[0] - own[2]) <= _PADDING and same_row(c, own)]
    if len(right) != 1 or any(layout.index.at(center(t.box)) == right[0] for t in ticks):
        return ""
    text = tidy(layout.cell_text(right[0]))
    return text if any(c.isalpha() for c in text) else ""


def _own_words_before(layout: Layout, box: Box, cell: int) -> list[Word]:
    """The words of a box's own cell on its line, however far to the left: a row of a table without upright lines."""
    words = layout.cell_words.get(cell, ())
    level = [w for w in words if w.box[2] <= box[0] + 2 and w.box[1] - 1 <= center(box)[1] <= w.box[3] + 1]
    return sorted(level, key=lambda w: w.box[0])


def _column(layout: Layout, cell: int, head: str) -> str:
    """The group of boxes that stand one under the other, each with its label: all that apply are to be ticked.

    Tables side by side under one heading go together: such a list is broken into two or three.
    """
    top = layout.top_of(cell)
    return f"p{layout.page.number}col{top[1]:.0f}" + (f"-{head}" if head else f",{top[0]:.0f}")


# --- which boxes belong together ------------------------------------------------------------------------------------


def _in_panels(layout: Layout, ticks: Sequence[Tick]) -> list[Tick]:
    """The boxes, those of each of several cells a question that its head asks where each offers "None" by itself.

    "Identity: [ ] Name  [ ] None" beside "Contact: [ ] E-mail  [ ] None".
    """
    cells = [layout.index.at(center(t.box)) if not t.group and not t.question else None for t in ticks]
    told: dict[int, str] = {}
    for cell in {c for c in cells if c is not None}:
        mine = [t for t, c in zip(ticks, cells, strict=True) if c == cell]
        head = layout.header_of(cell)
        if len(mine) > 1 and head is not None and sum(_NONE.fullmatch(t.option) is not None for t in mine) == 1:
            told[cell] = tidy(layout.cell_text(head))
    if len(told) < _PANELS:
        return list(ticks)
    return [
        replace(t, group=f"p{layout.page.number}panel{c}", question=told[c]) if c in told else t
        for t, c in zip(ticks, cells, strict=True)
    ]


def _grouped(layout: Layout, ticks: Sequence[Tick], free: list[Word]) -> list[Tick]:
    ticks = _in_panels(layout, ticks)
    runs: list[list[Tick]] = []
    for tick in ticks:
        run = next((r for r in runs if tick.group and r[0].group == tick.group), None)
        if (
            run is None
            and not tick.group
            and runs
            and not runs[-1][-1].group
            and _together(layout, runs[-1], tick, free)
        ):
            run = runs[-1]
        if run is None:
            runs.append([tick])
        else:
            run.append(tick)
    out: list[Tick] = []
    asked = [part for run in _across(layout, runs, free) for part in _column_by_column(run, free)]
    for number, (run, words) in enumerate(asked, 1):
        question = next((t.question for t in run if t.question), "") or _question(layout, run, words).lstrip(".,; ")
        cells = {layout.index.at(center(t.box)) for t in run} if layout.initialled else {None}
        statements = made_one_by_one(question, [t.option for t in run]) or cells <= layout.initialled.keys()
        for index, tick in enumerate(run, 1):
            group = tick.group or (f"p{layout.page.number}g{number}" + (f".{index}" if statements else ""))
            out.append(replace(tick, group=group, question="" if statements else question))
    return out


def _column_by_column(run: list[Tick], free: list[Word]) -> list[tuple[list[Tick], list[Word]]]:
    """The boxes under each of several questions that stand side by side over them, with the words of its column.

    "Who uses it?   How is it sold?" over two columns of options.
    """
    top = min(t.box[1] for t in run)
    over = lines([w for w in free if 0 <= top - w.box[3] + 4 < _QUESTION_REACH])
    heads = over[-1] if over and len(run) >= _FEW else []
    left, middle = min(t.box[0] for t in run), center(run[0].box)[1]
    named = any(w.box[1] - 1 <= middle <= w.box[3] + 1 and w.box[2] <= left for w in free)  # "Rostering [ ] A [ ] B"
    if len(heads) < 2 or named or any(t.group or t.question for t in run):
        return [(run, free)]
    starts = [h.box[0] for h in heads]
    if len(over) > 1 and any(p.box[2] > starts[1] and CHOICE.search(p.text) for p in over[-2]):
        return [(run, free)]  # one question over the heads of its columns
    columns = list(zip(starts, [*starts[1:], float("inf")], strict=True))
    told = [" ".join(p.text for line in over for p in line if abs(p.box[0] - x) < _LETTER / 2) for x in starts]
    asking = all(CHOICE.search(t.rstrip(")")) or _BEGINS.match(h.text) for t, h in zip(told, heads, strict=True))
    parts = [
        (
            [t for t in run if a - _LETTER <= t.box[0] < z - _SPACE],
            [w for w in free if a - _LETTER <= w.box[0] < z - _SPACE],
        )
        for a, z in columns
    ]
    whole = sum(len(boxes) for boxes, _ in parts) == len(run) and all(len(boxes) > 1 for boxes, _ in parts)
    return parts if whole and asking else [(run, free)]


def _across(layout: Layout, runs: Sequence[list[Tick]], free: Sequence[Word]) -> list[list[Tick]]:
    """The runs, a list's last columns with its first ones although a gutter between other places parts them."""
    out: list[list[Tick]] = []
    for run in runs:
        bare = not any(t.group or t.question for t in run)
        asked = _question(layout, run, free) if bare else ""
        rest: list[Tick] = []
        for part in _row_by_row(run) if bare and not asked else [run]:
            level = [r for r in out if _are_level(part, r)]
            if not level and CHOICE.search(asked):
                level = [r for r in out if _is_next_line(part, r)]
                level = [r for r in level if asked == _question(layout, r, free)]
            loose = bare and len(level) == 1 and not any(t.group for t in level[0])
            if loose and (not asked or asked == _question(layout, level[0], free)):
                level[0].extend(part)
                if not _are_level(part, level[0][: -len(part)]):
                    level[0].sort(key=lambda t: (round(t.box[1]), t.box[0]))
            else:
                rest += part
        if rest:
            out.append(rest)
    return _with_their_names(layout, out, free)


def _row_by_row(run: Sequence[Tick]) -> list[list[Tick]]:
    out: list[list[Tick]] = []
    for tick in run:
        if out and abs(out[-1][0].box[1] - tick.box[1]) < _LEVEL:
            out[-1].append(tick)
        else:
            out.append([tick])
    return out


def _are_level(run: Sequence[Tick], others: Sequence[Tick]) -> bool:
    return all(any(abs(a.box[1] - b.box[1]) < _LEVEL for b in others) for a in run)


def _is_next_line(run: Sequence[Tick], others: Sequence[Tick]) -> bool:
    """Whether boxes stand on the line below or above others: "... (check all that apply): [ ] a [ ] b / [ ] c"."""
    one, other = (({round(t.box[1]) for t in some}) for some in (run, others))
    steps = [abs(a - b) for a in one for b in other]
    return len(one) == 1 and _LEVEL <= min(steps) <= _NEXT_LINE


def _with_their_names(layout: Layout, runs: Sequence[list[Tick]], free: Sequence[Word]) -> list[list[Tick]]:
    """The runs, boxes without a tooltip with those of their rows that have one, where the page asks all of them."""
    named = [r for r in runs if r[0].group.startswith("about ")]
    out: list[list[Tick]] = [r for r in runs if r in named]
    for run in runs:
        if run in named:
            continue
        asked = "" if any(t.group or t.question for t in run) else _question(layout, run, free)
        home = next((r for r in named if asked and _are_level(run, r) and _question(layout, r, free) == asked), None)
        if home is None:
            out.append(run)
        else:
            home.extend(replace(t, group=home[0].group, question=home[0].question) for t in run)
    order = {id(t): n for n, t in enumerate(t for r in runs for t in r)}
    return sorted(out, key=lambda r: order.get(id(r[0]), 0))


def _together(layout: Layout, run: Sequence[Tick], tick: Tick, free: Sequence[Word]) -> bool:
    """Whether a box goes on with the question of the run before it."""
    last = run[-1]
    cell, last_cell = layout.index.at(center(tick.box)), layout.index.at(center(last.box))
    in_one = cell is not None and cell == last_cell
    low = in_one and cell is not None and height(layout.cells[cell]) < _ONE_QUESTION  # other cells' columns end there
    if apart(layout.gutters, last.box, tick.box) and not low:
        return False
    if abs(tick.box[1] - last.box[1]) > _LEVEL and not in_one and _asked_across(layout, tick.box, free):
        return False  # its own row asks, though what looks like columns parts question and boxes
    free = [w for w in free if not apart(layout.gutters, w.box, tick.box)]
    if in_one:  # what stands between them in the cell beside is their question
        return not _own_question(run, tick, [w for w in free if layout.index.at(center(w.box)) == cell])
    if (cell is None) != (last_cell is None):
        return False
    if cell is not None and last_cell is not None:
        labels = [_label_cell(layout, c) for c in (cell, last_cell)]
        if labels[0] != labels[1] or _row_asks(layout, tick, cell, free) or _cell_asks(layout, tick, cell, free):
            return False
        if labels[0] is not None:
            return True
        if _asked_between(layout, last.box, tick.box):
            return False
        top, bottom = min(t.box[1] for t in run), tick.box[3]
        return bottom - top < 600 and not any(
            last.box[3] < center(w.box)[1] < tick.box[1] and layout.index.at(center(w.box)) is None for w in free
        )
    if abs(tick.box[1] - last.box[1]) > 120:
        return False
    return not _own_question(run, tick, free)


def _asked_between(layout: Layout, upper: Box, lower: Box) -> bool:
    """Whether a cell between two boxes asks something."""
    between = [
        i
        for i, c in enumerate(layout.cells)
        if upper[3] <= center(c)[1] <= lower[1] and c[0] <= lower[0] and lower[2] <= c[2]
    ]
    return any(asks(layout.cell_text(i)) for i in between)


def _row_asks(layout: Layout, tick: Tick, cell: int, free: Sequence[Word]) -> bool:
    """Whether words before the box, in its own cell, make a question of its row: "(b) E-mail addresses  [ ]  [ ]"."""
    y = center(tick.box)[1]
    return any(
        w.box[1] - 1 <= y <= w.box[3] + 1 and w.box[2] <= tick.box[0] + 2 and layout.index.at(center(w.box)) == cell
        for w in free
    )


def _label_cell(layout: Layout, cell: int) -> int | None:
    """The text cell that heads the row, when it holds no box itself."""
    for index in layout.neighbours_left(cell):
        if layout.cell_text(index) and not any(
            common(layout.cells[index], b) > 0.5 * _area(b) for b in layout.boxes_to_tick
        ):
            return index
    return None


def _area(box: Box) -> float:
    return max((box[2] - box[0]) * (box[3] - box[1]), 1.0)


def _own_question(run: Sequence[Tick], tick: Tick, free: Sequence[Word]) -> bool:
    """Whether words of nobody stand between the run's last box and this one, in reading order."""
    last = run[-1].box
    letters = _letters(tick, free)
    for word in free:
        if id(word) in letters:
            continue
        x, y = center(word.box)
        on_row = tick.box[1] - 1 <= y <= tick.box[3] + 1
        if on_row and x < tick.box[0] and not (last[1] - 1 <= y <= last[3] + 1 and x < last[0]):
            return True
        reach = (min(last[0], tick.box[0]) - 150, y, max(last[2], tick.box[2]) + 150, y)
        if last[3] + 1 < y < tick.box[1] - 1 and gap(word.box, reach)[0] == 0:
            return True
    return False


def _letters(tick: Tick, free: Sequence[Word]) -> set[int]:
    """The letter or number of an item right before its box, where its line has nothing else there: "(a) [ ] Grades"."""
    y = center(tick.box)[1]
    before = [w for w in free if w.box[1] - 1 <= y <= w.box[3] + 1 and w.box[2] <= tick.box[0] + 2]
    alone = len(before) == 1 and tick.box[0] - before[0].box[2] < _LETTER and ITEM.fullmatch(before[0].text)
    return {id(before[0])} if alone else set()


def _question(layout: Layout, run: Sequence[Tick], free: Sequence[Word]) -> str:
    """The text that a run of boxes answers: left of it, in the cell before it, or the line over it."""
    first = run[0].box
    across = _asked_across(layout, first, free)
    free = across or [w for w in free if not apart(layout.gutters, w.box, first)]
    cell = layout.index.at(center(first))
    if cell is not None:
        inside = [w for w in free if layout.index.at(center(w.box)) == cell and w.box[1] < first[3]]
        framed = bool(inside) and _framed(layout, first, cell)
        if inside and not framed:
            return tidy(" ".join(w.text for row in _from_item(rows(inside)) for w in row))
        label = None if framed else _label_cell(layout, cell)
        if label is not None:
            return tidy(layout.cell_text(label))
        if not framed and len({layout.index.at(center(t.box)) for t in run}) == 1:
            label_text = cell_label(layout, cell)
            if label_text and label_text not in {t.option for t in run}:
                return tidy(label_text)
    middle = center(first)[1]
    before = [w for w in free if w.box[1] - 1 <= middle <= w.box[3] + 1 and w.box[2] <= first[0] + 2]
    letters = _letters(run[0], before)
    if before and len(letters) < len(before):
        left = _with_ends(rows(free), first)
        return tidy(" ".join(w.text for w in wrapped(before, left, [*layout.boxes_to_tick, *layout.underscores])))
    top = min(t.box[1] for t in run)
    over = [w for w in _without_neighbours(layout, run, free) if 0 <= top - w.box[3] + 4 < _QUESTION_REACH]
    if not over:
        return ""
    return _last_sentences(rows(over), top)


def _with_ends(lines: Sequence[Sequence[Word]], first: Box) -> list[Word]:
    """The words left of a box, and of the lines over it those that run on over it: a paragraph's, not a column's."""
    out: list[Word] = []
    for line in lines:
        last: Word | None = None
        for word in line:
            if word.box[2] > first[0] + 2:
                runs_on = last is not None and word.box[0] - last.box[2] < _WORD_GAP * height(word.box)
                if not runs_on or word.box[3] > first[1] + 1:
                    break
            out.append(word)
            last = word
    return out


def _framed(layout: Layout, first: Box, cell: int) -> bool:
    """Whether a cell is a frame around several questions: places to write into stand in it over the first box."""
    frame = layout.cells[cell]
    return any(holds(frame, center(b)) for b in (*layout.written_on, *layout.underscores) if b[3] < first[1])


def _from_item(over: list[list[Word]]) -> list[list[Word]]:
    """The lines from the last that begins with a number on: over it stand a frame's heading and its other questions."""
    last = max((n for n, row in enumerate(over) if ITEM.fullmatch(row[0].text)), default=0)
    return over[last:]


def _without_neighbours(layout: Layout, run: Sequence[Tick], free: Sequence[Word]) -> list[Word]:
    """The words without the labels of places to write on: over one beside the boxes or over them, or before one."""
    first = run[0].box
    beside_them = [b for b in layout.written_on if b[0] > first[2] and abs(center(b)[1] - center(first)[1]) < _BESIDE]
    theirs = {
        id(w)
        for p in layout.pieces
        if p.box[0] > first[2] and any(abs(p.box[0] - b[0]) < _LEVEL for b in beside_them)
        for w in p.words
    }
    above = [b for b in layout.written_on if b[3] <= min(t.box[1] for t in run) + 2]
    theirs |= {
        id(w)
        for p in layout.pieces
        if any(abs(p.box[0] - b[0]) < 2 * _LEVEL and -_LEVEL <= b[1] - p.box[3] < _OVER_PLACE for b in above)
        for w in p.words
    }
    lines_over = [b for b in (*above, *layout.underscores) if b[3] <= min(t.box[1] for t in run) + 2]
    theirs |= {
        id(w)
        for p in layout.pieces
        if any(beside(p.box, b) and -2 <= b[0] - p.box[2] < _OVER_PLACE for b in lines_over)
        for w in p.words
    }
    return [w for w in free if id(w) not in theirs]


def _asked_across(layout: Layout, first: Box, free: Sequence[Word]) -> list[Word]:
    """The words of a line that ends with a question right before its boxes, though what looks like columns parts them.

    Not across a drawn rule, nor where the question has a place of its own; else none.
    """
    y = center(first)[1]
    level = sorted(
        (w for w in free if w.box[1] - 1 <= y <= w.box[3] + 1 and w.box[2] <= first[0] + 2), key=lambda w: w.box[2]
    )
    if not level or not level[-1].text.rstrip(")").endswith("?") or ruled_apart(layout.gutters, level[-1].box, first):
        return []
    end = level[-1].box[2]
    places = [*layout.written_on, *layout.underscores]
    own = any(b[1] - 1 <= y <= b[3] + 1 and end - 2 <= b[0] < first[0] for b in places)
    return [] if own or not apart(layout.gutters, level[-1].box, first) else level


def _last_sentences(over: list[list[Word]], top: float) -> str:
    """The nearest paragraph over the boxes, without the heading over it; at most three lines."""
    out: list[list[Word]] = []
    for row in reversed(over):
        text = " ".join(w.text for w in row)
        if out and (
            out[0][0].box[1] - row[0].box[3] > 0.6 * height(row[0].box) or is_heading(text) or heading_party(text)
        ):
            break
        out.insert(0, row)
        if len(out) == 3 or ITEM.fullmatch(row[0].text):
            break
    return tidy(" ".join(w.text for row in out for w in row))
