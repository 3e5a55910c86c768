"""Places of a fillable PDF: its form fields, named by tooltip or by what stands beside them on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.blanks.continued import with_split_lines
from soppa_mailbot.forms.blanks.place_labels import label_near
from soppa_mailbot.forms.blanks.questions import with_questions
from soppa_mailbot.forms.common.geometry import beside, center, width
from soppa_mailbot.forms.common.labels import (
    comparable,
    defined_term,
    is_generated,
    remark_behind,
    spoken,
    tidy,
    without_number,
)
from soppa_mailbot.forms.common.opposites import is_bare
from soppa_mailbot.forms.common.ticks import Tick
from soppa_mailbot.forms.naming.behind_lines import words_behind
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.forms.pages.rows_of_lines import rows_of_lines
from soppa_mailbot.model import Box, Field, Place

_PARTING = re.compile(r"(?<=.{3}):\s{1,9}(?=\S)|(?<=.{3})\s{1,9}[-–—]\s{1,9}(?=\S)|(?<=.{2}[?])\s{1,9}(?=\S)", re.S)
# A tooltip that tells how to fill in a field, and not what it is called.
_HINT = re.compile(
    r"(?:up to|at most|no more than)\b|(?:mm?|dd?)\s?[/.-]\s?(?:dd?|mm?)\s?[/.-]\s?y{2,4}\b"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s+(?:digits|letters|"
    r"characters|lines|words)\b|(?:enter|type|choose|select|list|click|pick|use|please (?:enter|type|list|select))\b",
    re.I,
)
_LONGEST = 400  # characters of a tooltip that is taken apart
_OPTION = 18.0  # points from a box to its words
_KEYWORDS = 3  # words of a tooltip that may stand for a whole question
_SHORT = 60.0  # points of a line that is marked; longer ones are written on
_BEFORE = 12.0  # points from an answer's word to its line
_ANSWERS = frozenset({"yes", "no", "n/a", "na", "y", "n"})
_LEVEL = 4.0  # points by which boxes of one row may differ


def usable(fields: Sequence[Field]) -> list[Field]:
    """Fields that a person can fill: shown, not locked, placed on a page."""
    return [f for f in fields if not f.hidden and not f.read_only and (f.boxes or f.box) and f.name]


# what a tooltip says behind its name of whether the field must be filled
_DUTY = re.compile(r"\s*(?:[-–—*:,;(\[]\s*)+(?:required|optional|mandatory)(?:\s+field)?\s*[)\]]?\s*$", re.IGNORECASE)
_LAST_ANSWER = re.compile(r"(?P<question>.*\S)\s+(?P<option>yes|no|n/?a)", re.IGNORECASE | re.DOTALL)
_CODE = r"(?:question\s+|q\.?\s*)?[A-Z]?\d{1,2}(?:\.\d{1,2})?[a-z]?"  # of a question: "D2", "4.1", "Question 3"
_COUNTED = re.compile(
    rf"\W*(?:{_CODE}\W+)?(?:option|choice|answer|selection|item|number|no\.?)\s*#?(?:\d{{1,2}}|[a-h])\W*", re.IGNORECASE
)


def places_from_fields(fields: Sequence[Field], layouts: Mapping[int, Layout]) -> list[Place]:
    """One place for each text, choice and signature field, and one for each box of check boxes and radio buttons."""
    asked = usable(fields)
    by_page: dict[int, list[Box]] = {}
    for field in asked:
        for page, box, _ in _widgets(field):
            by_page.setdefault(page, []).append(box)
    for page, layout in layouts.items():
        layout.find_columns(
            [b for f in asked if f.kind not in ("check", "radio") for n, b, _ in _widgets(f) if n == page]
        )
    for page, layout in layouts.items():
        layout.ticked = [b for f in asked if f.kind in ("check", "radio") for n, b, _ in _widgets(f) if n == page]
    rows = _answered_in_rows(asked, layouts)
    ticked = [f for f in asked if f.kind in ("check", "radio") or f.name in rows or _for_a_mark(f, layouts)]
    written = [f for f in asked if f not in ticked]
    in_rows = _rows_of_lines(written, layouts)
    places = with_split_lines([_written(f, layouts, by_page, in_rows.get(f.name, "")) for f in written], layouts)
    places += _ticked(ticked, layouts, places)
    return places


def _for_a_mark(field: Field, layouts: Mapping[int, Layout]) -> bool:
    """Whether a text field stands in a table's cell under "Yes", "No" or "Check mark"."""
    page, box, _ = _widgets(field)[0]
    if field.kind != "text" or page not in layouts:
        return False
    cell = layouts[page].index.at(center(box))
    return cell is not None and not layouts[page].cell_text(cell) and layouts[page].for_marks(cell)


def _answered_in_rows(fields: Sequence[Field], layouts: Mapping[int, Layout]) -> set[str]:
    """Names of short text fields on the lines of "Yes ____  No ____": two or more in a row, each behind its answer."""
    rows: list[tuple[int, float, dict[str, str]]] = []
    for field in fields:
        page, box, _ = _widgets(field)[0]
        if field.kind != "text" or width(box) > _SHORT or page not in layouts:
            continue
        before = [w for w in layouts[page].words if beside(w.box, box) and -2 <= box[0] - w.box[2] < _BEFORE]
        nearest = max(before, key=lambda w: w.box[2], default=None)
        answer = nearest.text.strip(" :").casefold() if nearest else ""
        if answer not in _ANSWERS:
            continue
        row = next((r for n, y, r in rows if n == page and abs(y - box[3]) < _LEVEL), None)
        if row is None:
            rows.append((page, box[3], row := {}))
        row[field.name] = answer
    return {name for *_, row in rows if len(set(row.values())) > 1 for name in row}


def _widgets(field: Field) -> tuple[tuple[int, Box, str], ...]:
    if field.boxes:
        return field.boxes
    return ((field.page, field.box, ""),) if field.box else ()


def _rows_of_lines(fields: Sequence[Field], layouts: Mapping[int, Layout]) -> dict[str, str]:
    """Names of the fields on the lines of a table that is set with spaces -> what row and column say of each."""
    out: dict[str, str] = {}
    for page, layout in layouts.items():
        here = {box: f.name for f in fields for n, box, _ in _widgets(f)[:1] if n == page}
        out |= {here[box]: label for box, label in rows_of_lines(layout, list(here)).items()}
    return out


def _written(
    field: Field, layouts: Mapping[int, Layout], by_page: Mapping[int, Sequence[Box]], in_row: str = ""
) -> Place:
    page, box, _ = _widgets(field)[0]
    label = "" if is_generated(field.label) or _only_a_name(field) else tidy(_DUTY.sub("", field.label)) or field.label
    printed = tidy(in_row or label_near(layouts[page], box, by_page[page])) if page in layouts else ""
    if printed and (not label or _HINT.match(label)):
        label, printed = printed, label
    behind = words_behind(layouts[page], box, by_page[page]) if page in layouts else ""
    return Place(
        id=field.name,
        kind="signature" if field.kind == "signature" else "choice" if field.kind == "choice" else "text",
        label=label or spoken(field.name),
        required=True,
        page=page,
        box=box,
        default=field.value or field.default,
        choices=field.options if field.kind == "choice" else (),
        title=defined_term(behind),
        remark=remark_behind(behind),
        printed=printed if printed != label else "",
    )


def _only_a_name(field: Field) -> bool:
    """Whether a tooltip is the field's name in one word: "VendorSig", "Row1Name"."""
    return field.label == field.name and re.fullmatch(r"[A-Za-z]+(?:[A-Z0-9_]\w*)+", field.name) is not None


def _ticked(fields: Sequence[Field], layouts: Mapping[int, Layout], written: Sequence[Place]) -> list[Place]:
    questions = _questions(fields)
    tooltips = Counter(f.label for f in fields if f.kind == "check")
    shared = {label for label, count in tooltips.items() if label and count > 1}  # a keyword of their question
    by_page: dict[int, list[Tick]] = {}
    owner: dict[str, Field] = {}
    for field in fields:
        for tick, page in _ticks(replace(field, label="") if field.label in shared else field, questions):
            by_page.setdefault(page, []).append(tick)
            owner[tick.id] = field
    out = []
    for page, ticks in sorted(by_page.items()):
        taken = [p.box for p in written if p.page == page and p.box]
        if page in layouts:
            ticks = [replace(t, question="") if _is_an_option(t, ticks, layouts[page]) else t for t in ticks]
        told = with_questions(layouts[page], ticks, taken) if page in layouts else ticks
        for tick in told:
            field = owner[tick.id]
            options = {comparable(t.option) for t in told if owner[t.id] is field}
            question = tick.question
            if comparable(field.label) not in options:
                question = _question_of(field, question)
            option = tick.option or spoken(tick.id.rpartition("=")[2] or field.name)
            out.append(
                Place(
                    id=tick.id,
                    kind="check",
                    label=option,
                    required=True,
                    group=tick.group or field.name,
                    group_label=question,
                    option=option,
                    page=page,
                    box=tick.box,
                    default="on" if field.filled and (field.kind == "check" or _export(tick.id) == field.value) else "",
                )
            )
    return out


def _is_an_option(tick: Tick, ticks: Sequence[Tick], layout: Layout) -> bool:
    """Whether radio buttons have the words of one of them for their tooltip, as some programs give them."""
    said = comparable(tick.question)
    mine = [t.box for t in ticks if t.group and t.group == tick.group]
    return bool(said) and any(
        comparable(p.text) == said and beside(p.box, b) and -2 <= p.box[0] - b[2] < _OPTION
        for p in layout.pieces
        for b in mine
    )


def _is_short(tooltip: str) -> bool:
    """Whether a tooltip may only be a keyword of the question that the page asks: "Encryption"."""
    return len(tooltip.split()) <= _KEYWORDS and not tooltip.endswith("?")


def _question_of(field: Field, asked: str) -> str:
    """What a box answers: its page's question, unless that is none and the field's tooltip is a keyword of it."""
    told = field.kind in ("check", "radio") and not (is_generated(field.label) or _only_a_name(field))
    tooltip = tidy(field.label) if told else ""
    several = field.kind == "radio" or len({export for _, _, export in _widgets(field)}) > 1
    keyword = several and tooltip and _is_short(tooltip) and not asked.endswith("?")
    return tooltip if keyword else asked


def _export(identity: str) -> str:
    return identity.partition("=")[2]


def _questions(fields: Sequence[Field]) -> dict[str, tuple[str, str]]:
    """Name of a box -> (question, option), where its tooltip holds both, and other boxes' the same question.

    Of "Attendance: Daily attendance – required" the question is "Attendance: Daily attendance" where several such rows
    of boxes have the same options, else "Attendance".
    """
    told = [f for f in fields if f.kind == "check" and len(f.label) <= _LONGEST]
    splits = {f.name: _splits(f.label.strip()) for f in told}
    sharing: dict[str, list[tuple[Field, str]]] = {}
    for field in told:
        for question, option in splits[field.name]:
            sharing.setdefault(question, []).append((field, option))
    options = {q: frozenset(o.casefold() for _, o in of) for q, of in sharing.items() if len(of) > 1 and _one_row(of)}
    alike = Counter(options.values())
    out = {}
    for field in told:
        known = [s for s in splits[field.name] if len(sharing[s[0]]) > 1]
        rows = [s for s in known if alike[options.get(s[0], frozenset())] > 1]
        # a tooltip's first colon parts it, unless boxes in rows are told apart by what comes later
        first = splits[field.name][:1]
        if rows or (known and first == known[:1]):
            out[field.name] = rows[-1] if rows else first[0]
    return out


def _says_nothing(option: str) -> bool:
    """Whether a tooltip's words for an option leave it to the page what the option is: "is not", "option 2"."""
    return is_bare(option) or _COUNTED.fullmatch(option) is not None


def _splits(tooltip: str) -> list[tuple[str, str]]:
    """The ways to part a tooltip into a question and an option: at a colon or dash, or before a last "Yes" or "No"."""
    parted = [(tooltip[: m.start()], tooltip[m.end() :]) for m in _PARTING.finditer(tooltip)]
    answer = _LAST_ANSWER.fullmatch(tooltip)
    return [*parted, (answer["question"], answer["option"])] if answer else parted


def _one_row(of: Sequence[tuple[Field, str]]) -> bool:
    """Whether boxes stand on one line of a page."""
    placed = [_widgets(field)[0] for field, _ in of]
    return all(n == placed[0][0] and abs(box[1] - placed[0][1][1]) < _LEVEL for n, box, _ in placed)


def _ticks(field: Field, questions: Mapping[str, tuple[str, str]]) -> list[tuple[Tick, int]]:
    widgets = _widgets(field)
    tooltip = "" if is_generated(field.label) or _only_a_name(field) else tidy(field.label)
    if field.kind == "radio" or len({export for _, _, export in widgets}) > 1:
        return [
            (
                Tick(
                    f"{field.name}={export or n}", box, group=field.name, question="" if _is_short(tooltip) else tooltip
                ),
                page,
            )
            for n, (page, box, export) in enumerate(widgets, 1)
        ]
    page, box, _ = widgets[0]
    if field.kind == "text":
        return [(Tick(field.name, box), page)]
    if field.name in questions:
        question, option = (tidy(text) for text in questions[field.name])
        bare = re.fullmatch(_CODE, question.strip(" .:"), re.IGNORECASE) or not without_number(question)[1]
        asked = "" if bare else question  # of "Question 2" the page says what it is
        return [(Tick(field.name, box, "" if _says_nothing(option) else option, f"about {question}", asked), page)]
    return [(Tick(field.name, box, "" if _says_nothing(tooltip) else tooltip), page)]
