"""Learning a blank: which places it asks to fill, what each is called and for, and what tells it from other papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from textwrap import shorten

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.blanks.acroform import places_from_fields, usable
from soppa_mailbot.forms.blanks.anchors import page_anchors
from soppa_mailbot.forms.blanks.box_of_none import with_box_of_none
from soppa_mailbot.forms.blanks.continued import behind_commas, second_lines, with_continued, with_one_label
from soppa_mailbot.forms.blanks.dates_in_parts import with_whole_days
from soppa_mailbot.forms.blanks.even_lines import with_even_lines
from soppa_mailbot.forms.blanks.flat import places_of
from soppa_mailbot.forms.blanks.flow import places_from_flow
from soppa_mailbot.forms.blanks.follow_ups import with_follow_ups
from soppa_mailbot.forms.blanks.one_size import brought_back, enlarged, enlargement, places_brought_back
from soppa_mailbot.forms.blanks.optional_wrapped import with_wrapped
from soppa_mailbot.forms.blanks.parted_rows import with_parted_sections, with_two_heads
from soppa_mailbot.forms.blanks.questions import with_questions
from soppa_mailbot.forms.blanks.rings import ringed_words
from soppa_mailbot.forms.blanks.schedules import with_schedules
from soppa_mailbot.forms.blanks.spots import Spot
from soppa_mailbot.forms.blanks.unasked import (
    ENOUGH,
    asked_by_rings,
    asked_in_footer,
    unasked,
    unknown_signature,
    unseen_boxes,
)
from soppa_mailbot.forms.blanks.unknown_cells import unknown_cells, unknown_lines
from soppa_mailbot.forms.blanks.unsure import doubted, with_unsure
from soppa_mailbot.forms.blanks.white_below import white_places
from soppa_mailbot.forms.common.box_groups import box_groups
from soppa_mailbot.forms.common.dash_answers import prints_dashes, takes_dashes
from soppa_mailbot.forms.common.free_choices import free_choices, specifies_other
from soppa_mailbot.forms.common.geometry import area, center, common, grown, height, holds, same_row, width
from soppa_mailbot.forms.common.opposites import with_whole_sentences
from soppa_mailbot.forms.common.second_questions import with_second_questions
from soppa_mailbot.forms.common.ticks import Tick
from soppa_mailbot.forms.common.words_ringed import behind_offers, is_ringed_word, offers
from soppa_mailbot.forms.naming.feet import foot_places, is_foot
from soppa_mailbot.forms.naming.optional import with_optional, with_required
from soppa_mailbot.forms.naming.optional_described import with_described
from soppa_mailbot.forms.naming.optional_headed import with_headed
from soppa_mailbot.forms.naming.optional_parts import with_whole_parts
from soppa_mailbot.forms.naming.optional_variants import with_variants
from soppa_mailbot.forms.naming.parts import settled, with_parties
from soppa_mailbot.forms.naming.roles import asks_signature, with_roles
from soppa_mailbot.forms.naming.sections import free_parts, heads_over, with_sections
from soppa_mailbot.forms.pages.cells_before_fields import is_answered_beside
from soppa_mailbot.forms.pages.column_of_none import with_rows_of_none
from soppa_mailbot.forms.pages.columns import column_by_column
from soppa_mailbot.forms.pages.combs import rests_of_combs
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.forms.pages.leaders import without_leaders
from soppa_mailbot.forms.pages.left_over import ends_a_grid
from soppa_mailbot.forms.pages.remark_columns import with_remark_columns
from soppa_mailbot.forms.pages.rows_of_options import with_trailing_questions
from soppa_mailbot.forms.pages.side_panels import beside_panels
from soppa_mailbot.forms.pages.sign_flags import without_flags
from soppa_mailbot.forms.texts.printed_prompts import with_lines
from soppa_mailbot.forms.texts.wrapped_blanks import with_wrapped_blanks
from soppa_mailbot.forms.word.open_labels import open_places
from soppa_mailbot.model import Blank, Box, Document, Place

_UNUSED = "names no place of this blank"
_SHOWN = 80  # characters of a question
_FLAT_PAGE = 4  # questions without a field that make a page one to fill in by hand
_HEAD = 12  # words at the top of a page
# a page that goes round the District's offices: "Routing sheet of the Office of Technology"
_INTERNAL = re.compile(
    r"\b(?:rout(?:ing|e)|transmittal)[ -](?:sheet|slip|form|page|record)\b|"
    r"\b(?:for )?internal (?:use|routing|processing)\b",
    re.IGNORECASE,
)
_SIGNERS = 2  # questions beside a signature on a page without fields
_NO_FIELD = "it has no form field, as others have"
_APART = 3.0, 5.0  # points around a field in which a line is its own
_HEADS = frozenset({"yes", "no", "n/a", "na"})  # of columns of boxes
_ALIKE = 3  # questions with the same options
_OWNED = 0.4  # share of a line's room that a form field takes up when it stands there


def learn(
    document: Document,
    *,
    form: str,
    title: str,
    file: str,
    optional: Sequence[str] = (),
    required: Sequence[str] = (),
    roles: Mapping[str, str] | None = None,
    url: str = "",
) -> Blank:
    """What one blank form asks for.

    `optional` are labels, questions or field names that may stay empty, `required` those that must be filled though
    operators leave them empty; `roles` (role -> label or field name) names
    what a place is for where its label does not tell. A blank in which nothing can be filled has no places and a note.
    """
    document = with_even_lines(document)
    factor = enlargement(document)
    document = with_lines(enlarged(document, factor))
    every = with_rows_of_none(without_leaders(_places(document)))
    parted = with_two_heads(with_second_questions(every), document)
    found = list(with_whole_sentences(with_one_label(with_continued(with_remark_columns(parted, document)))))
    found = [*found, *foot_places(document)]
    found, wrapped = with_wrapped_blanks(found, document.pages)
    places, doubtful = settled(with_whole_days(found))
    second = second_lines(places) | wrapped
    parted_lines = second & behind_commas(places, document.pages)
    more_room = (second - parted_lines) | rests_of_combs(places)
    more_room |= free_choices(places)
    if not document.pages:
        more_room |= {p.id for p in every if not p.required}  # beside the District's own remarks
    places = tuple(replace(p, required=p.party != "district" and p.id not in more_room) for p in places)
    places = with_sections(places, document)
    may_stay = free_parts(places, document)
    places = doubted(places, may_stay, "the heading over it says that its part may stay empty")
    places = doubted(places, parted_lines, "the line before it ends with a comma: it may be more room for its answer")
    places, unused_optional = with_optional(places, optional, lambda: heads_over(places, document))
    places, unused_optional = with_variants(places, unused_optional)
    places, unused_optional = with_headed(places, unused_optional, document)
    places, unused_optional = with_wrapped(places, unused_optional, document)
    places, unused_optional = with_described(places, unused_optional)
    places, unused_optional = with_whole_parts(places, unused_optional, lambda: heads_over(places, document))
    places = specifies_other(places)
    places, unused_roles = with_roles(places, roles or {}, form)
    places = with_box_of_none(with_schedules(with_unsure(places, unused_optional, doubtful), document))
    places = with_parted_sections(places, document)
    places, unused_required = with_required(places, required)
    places = with_follow_ups(places, document)
    notes = [*document.notes, *_notes(form, places)]
    asked = [label for label in doubtful if any(p.label == label and p.required for p in places)]
    if asked:
        notes.append(
            f"a heading names the District over {', '.join(asked)}; vendors are asked for them: "
            "name in optional what is the District's own"
        )
    lacking = unasked(document, places)
    if len(lacking) >= ENOUGH:
        notes.append(
            f'{len(lacking)} questions have no place that was found, "{lacking[0][-80:]}" first: copies with all other '
            "places filled go to people; give each question a line, a box, a table cell or a field to answer in"
        )
    if ringed := asked_by_rings(document, places):
        notes.append(
            f'"{ringed}" is answered by a ring around a printed word, which is not read: copies with all other places '
            "filled go to people; give each of its answers a box"
        )
    elif chosen := [p.group_label for p in places if is_ringed_word(p.id) and p.required]:
        notes.append(
            f'"{shorten(chosen[0], _SHOWN, placeholder=" ...")}" is answered by one of its printed words: a ring '
            "on paper or in a PDF, a line under the word or through the others, bold letters or a marker in Word, an X "
            "beside the word and the answer typed behind it are read, scans of a form that is a Word file only are "
            "not; boxes are read always"
        )
    if boxes := unseen_boxes(document, places):
        notes.append(
            f'a scanned page asks to mark one or more, "{shorten(boxes, _SHOWN, placeholder=" ...")}", and no boxes '
            "were found: copies with all other places filled go to people; hand out the file that was printed"
        )
    if (foot := asked_in_footer(document)) and not any(is_foot(p) for p in places):
        notes.append(
            f'the head or foot of its pages asks for "{foot}", which is not read there: copies with all other places '
            "filled go to people; move it into the text"
        )
    if signed := unknown_signature(document, places):
        notes.append(
            f'the form asks for "{signed}", and no place to sign in was found: copies with all other places filled go '
            "to people; give it a line, a box or a table cell of its own"
        )
    for number, labels in _flat_pages(document, places).items():
        notes.append(
            f"page {number} has no form field, as other pages have; vendors are asked for what it asks "
            f"({', '.join(shorten(label, _SHOWN, placeholder=' ...') for label in labels[:3])} ...): name in optional "
            "what the District fills in"
        )
    if cells := unknown_cells(document, places):
        notes.append(
            f"empty cells of its tables that are no place that was found: {cells}; copies with all other places filled "
            "go to people; give each a label before it or over it"
        )
    if lines := unknown_lines(document, places):
        notes.append(
            f"lines to write on that are no place that was found: {lines}; copies with all other places filled go to "
            "people; give each a label before it, over it or under it"
        )
    notes += [f'roles: "{name}" {_UNUSED}' for name in unused_roles]
    notes += [f'optional: "{name}" {_UNUSED}' for name in unused_optional]
    notes += [f'required: "{name}" {_UNUSED}' for name in unused_required]
    document, places = brought_back(document, factor), places_brought_back(places, factor)
    return Blank(
        id=document.sha256[:16] or document.id,
        form=form,
        title=title,
        file=file,
        document=document,
        places=places,
        anchors=page_anchors(document, places),
        url=url,
        notes=tuple(notes),
        takes_dashes=takes_dashes(document.text()) and not prints_dashes(document),
    )


def versions(blanks: Sequence[Blank]) -> tuple[Blank, ...]:
    """All blanks of one form, without notes on names that another one has: one list serves this and last year's."""
    unused = [{n for n in blank.notes if n.endswith(_UNUSED)} for blank in blanks]
    everywhere = set.intersection(*unused) if unused else set()
    return tuple(
        replace(blank, notes=tuple(n for n in blank.notes if n not in names or n in everywhere))
        for blank, names in zip(blanks, unused, strict=True)
    )


def _places(document: Document) -> list[Place]:
    if not document.pages:
        return places_from_flow(document.flow)
    layouts = {p.number: Layout(beside_panels(without_flags(p), document.fields)) for p in document.pages}
    for number, layout in layouts.items():
        layout.before = layouts.get(number - 1)
    if usable(document.fields):
        places = places_from_fields(document.fields, layouts)
        places += _beside_fields(layouts, places)
        places += _signatures_without_field(layouts, places)
        places += _lines_without_field(layouts, places)
    else:
        places = [place for layout in layouts.values() for place in _flat_places(layout)]
        places += open_places(layouts, places)
        places += white_places(layouts, places)
    return with_parties(_in_reading_order(places, layouts), layouts)


def _beside_fields(layouts: Mapping[int, Layout], places: Sequence[Place]) -> list[Place]:
    """What a form that is fillable in part asks without fields: pages that have none, and boxes for Yes and No.

    A page with a line or two beside the text of an agreement is left to `_lines_without_field`.
    """
    out: list[Place] = []
    for number, layout in layouts.items():
        boxes = [p.box for p in places if p.page == number and p.box]
        flat = _flat_places(layout, [p for p in places if p.page == number])
        if not boxes:
            asked = {p.group or p.id for p in flat if p.kind != "signature"}
            head = " ".join(word.text for word in layout.page.words[:_HEAD])
            out += flat if len(asked) >= _FLAT_PAGE and not _INTERNAL.search(head) else []
            continue
        groups = box_groups(flat)
        asked_alike = Counter(frozenset(_options(group)) for group in groups.values())
        for group in groups.values():
            bare = not any(common(grown(b, 3), p.box) > 0 for p in group for b in boxes if p.box)
            options = _options(group)
            told = options >= {"yes", "no"} or (len(options) > 1 and asked_alike[frozenset(options)] >= _ALIKE)
            if bare and group[0].group_label and told:
                out += [replace(p, group=f"{p.group}-flat") for p in group]
    return out


def _lines_without_field(layouts: Mapping[int, Layout], places: Sequence[Place]) -> list[Place]:
    """Lines without a field where others on their page have one, or beside the only signature of a page without fields.

    Whose they are is not sure: in many an agreement the District writes there. What is left empty goes to a person.
    """
    out: list[Place] = []
    for number, layout in layouts.items():
        here = [p for p in places if p.page == number and p.box]
        lines = [p for p in _flat_places(layout) if p.kind == "text" and p.box]
        boxes = [h.box for h in here if h.box]
        free = [p for p in lines if p.box and not any(common(grown(box, *_APART), p.box) > 0 for box in boxes)]
        boxed = [h.box for h in here if h.box and h.kind == "check"]
        free = [p for p in free if not any(is_answered_beside(p, h) for h in here)]
        free = [p for p in free if p.label.casefold() not in _HEADS and not (p.box and ends_a_grid(p.box, boxed))]
        signed = [p for p in here if p.kind == "signature"]
        beside = len(free) >= _SIGNERS and len(signed) == len([p for p in here if not _is_date(p.label)]) == 1
        if len(lines) - len(free) >= _FLAT_PAGE or beside:
            out += [replace(p, unsure=_NO_FIELD) for p in free]
    return out


def _is_owned(line: Box, fields: Sequence[Box]) -> bool:
    """Whether a form field takes up a line's room."""
    return any(common(grown(field, 3, 8), line) > _OWNED * area(line) for field in fields)


def _is_date(label: str) -> bool:
    return label.casefold() in ("date", "date signed")


def _options(group: Sequence[Place]) -> set[str]:
    return {p.option.casefold().strip(" .:") for p in group}


def _flat_pages(document: Document, places: Sequence[Place]) -> dict[int, list[str]]:
    """The pages of a fillable form that have no field and are asked to be filled in -> what they ask."""
    if not usable(document.fields):
        return {}
    fields = {field.page for field in document.fields}
    out: dict[int, list[str]] = {}
    for place in places:
        if place.required and place.page not in fields and place.kind == "text":
            out.setdefault(place.page, []).append(place.label)
    return {page: labels for page, labels in out.items() if len(labels) >= _FLAT_PAGE}


def _flat_places(layout: Layout, fields: Sequence[Place] = ()) -> list[Place]:
    """`fields`: places of form fields, whose frames no page need show: the words beside a box of them are its own."""
    spots, ticks = places_of(layout)
    told = with_questions(layout, ticks, [s.box for s in spots])
    boxes = [*(t.box for t in told), *(p.box for p in fields if p.box and p.kind == "check")]
    ringed = ringed_words(layout, boxes, spots, [p.box for p in fields if p.box])
    written = [p for p in _written(layout, spots) if offers(p.label) is None]
    written = [replace(p, label=behind_offers(p.label)) if _is_beside(p, ringed) else p for p in written]
    return written + with_trailing_questions([_box(layout, t) for t in [*told, *ringed]])


def _is_beside(place: Place, ringed: Sequence[Tick]) -> bool:
    """Whether printed answers stand before a line to write on, in its row."""
    return any(place.box and same_row(t.box, place.box) and t.box[2] <= place.box[0] + 2 for t in ringed)


def _written(layout: Layout, spots: Sequence[Spot]) -> list[Place]:
    number = layout.page.number
    return [
        Place(
            id=f"p{number}:line{n}",
            kind="signature" if spot.signature else "text",
            label=spot.label,
            required=True,
            page=number,
            box=spot.box,
            title=spot.title,
            remark=spot.remark,
        )
        for n, spot in enumerate(spots, 1)
    ]


def _box(layout: Layout, tick: Tick) -> Place:
    return Place(
        id=tick.id,
        kind="check",
        label=tick.option or tick.question or "box",
        required=True,
        group=tick.group,
        group_label=tick.question,
        option=tick.option,
        page=layout.page.number,
        box=tick.box,
    )


def _is_further_column(spot: Spot, place: Place) -> bool:
    """Whether a cell is in another column of the row that a place signs: "Authorized signature | [field] | Review"."""
    named = spot.label.casefold().startswith(f"{place.label.casefold()} ")
    return named and place.box is not None and same_row(spot.box, place.box) and spot.box[0] >= place.box[2] - 2


def _signatures_without_field(layouts: Mapping[int, Layout], places: Sequence[Place]) -> list[Place]:
    """Signature lines of a fillable form that are signed on paper, and the dates beside them."""
    out: list[Place] = []
    for number, layout in layouts.items():
        boxes = [p.box for p in places if p.page == number and p.box]
        if any(p.kind == "signature" and p.page == number and ":line" in p.id for p in places):
            continue  # learnt as a page without fields
        spots, _ = places_of(layout)
        free = [s for s in spots if not _is_owned(s.box, boxes)]
        named = [p.box for p in places if p.page == number and p.box and p.kind == "signature"]
        # a cell around a signature's field or line is none of its own
        signed = [s for s in free if s.signature and not any(holds(s.box, center(b)) for b in named)]
        asked = [p for p in places if p.page == number and asks_signature(p.label)]
        signed = [s for s in signed if not any(_is_further_column(s, p) for p in asked)]
        signed = [
            s for s in signed if not any(area(o.box) < area(s.box) and holds(s.box, center(o.box)) for o in signed)
        ]
        dates = [s for s in free if _is_date(s.label) and any(abs(s.box[3] - g.box[3]) < 60 for g in signed)]
        out += [replace(p, id=p.id.replace(":line", ":sign")) for p in _written(layout, signed + dates)]
    return out


def _in_reading_order(places: Sequence[Place], layouts: Mapping[int, Layout]) -> list[Place]:
    """By page, then by columns, then by rows of what stands beside each other, from left to right."""
    out: list[Place] = []
    for page in sorted({p.page for p in places}):
        here = sorted((p for p in places if p.page == page), key=lambda p: (_middle(p), p.box[0] if p.box else 0.0))
        read: list[Place] = []
        row: list[Place] = []
        for place in here:
            if row and _middle(place) - _middle(row[0]) > 0.5 * max(6.0, min(_high(place), _high(row[0]))):
                read += sorted(row, key=_left)
                row = []
            row.append(place)
        read += sorted(row, key=_left)
        columns = layouts[page].gutters if page in layouts else []
        out += column_by_column(columns, read, lambda p: p.box or (0.0, 0.0, 0.0, 0.0))
    return out


def _left(place: Place) -> float:
    return place.box[0] if place.box else 0.0


def _middle(place: Place) -> float:
    return (place.box[1] + place.box[3]) / 2 if place.box else 0.0


def _high(place: Place) -> float:
    return height(place.box) if place.box and width(place.box) > 0 else 10.0


def _notes(form: str, places: Sequence[Place]) -> list[str]:
    out = []
    if not places:
        out.append("no place to fill was found")
    if form == "soppa" and places and not any(p.role == "signature" for p in places):
        out.append('no place for the operator\'s signature was found; name it under roles: signature = "its label"')
    if form == "rfi" and places and not any(p.role == "subject_to_soppa" for p in places):
        out.append("no question was found that tells if SOPPA applies: no exemption can be read from this form")
    return out
