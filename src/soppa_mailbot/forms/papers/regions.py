"""Reading a page that lies over its blank: what was added, and in which place it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce

from soppa_mailbot.forms.common import thresholds as limit
from soppa_mailbot.forms.common.geometry import area, center, common, gap, grown, height, holds, same_row, union, width
from soppa_mailbot.forms.common.tags import is_tag
from soppa_mailbot.forms.common.tokens import OFF, ON, Token, spelled
from soppa_mailbot.forms.common.values import CENTURY, is_answer, is_mark, is_notice, signature_said
from soppa_mailbot.forms.common.words_ringed import asks_for_ring, is_ringed_word, runs_through, surrounds
from soppa_mailbot.forms.papers.evidence import Evidence
from soppa_mailbot.forms.papers.fields import add_fields
from soppa_mailbot.forms.papers.outlines import drawn_outlines
from soppa_mailbot.forms.papers.pushed import pushing_marks
from soppa_mailbot.forms.registering.overlay import Overlay
from soppa_mailbot.model import Box, Field, Mark, Page, Place, PlaceReading

_RING = 16.0  # points that a ring around a box's words may begin off the box
_BEFORE_WORD = 12.0  # points from a mark to the printed word that it chooses
_STRUCK = "it is struck through"
_TOUCHING = 3.0  # points from a mark to the box that it touches
_FAR_OFF = 12.0  # points by which the next box must be further off
_WHOLE = 0.93  # of a box's area: a square as large is its own frame, drawn again
_TALLEST = 60.0  # points of a ring around words of one line
_FIGURES = 2  # of a year that a form leaves to be written behind its "20"
_YEAR_BEHIND = 14.0  # points from there to them
_SIGN_MARGIN = (12.0, 16.0)  # points around a signature's place, across and down: signatures are generous


def read_places(page: Page, places: Sequence[Place], overlay: Overlay, fields: Sequence[Field]) -> list[PlaceReading]:
    """What each of the blank's places holds on this page."""
    found = [Evidence(p, page.number, overlay.map.box(p.box)) for p in places if p.box]
    add_fields(found, fields, page.number)
    _add_words(found, overlay)
    pushing = pushing_marks({e.place.id: e.box for e in found if e.box and e.place.kind == "check"}, overlay)
    for evidence in found:
        evidence.ticked = evidence.ticked or evidence.place.id in pushing
    tags = _sign_here(overlay.added)
    _add_marks(found, [m for m in overlay.marks if not _is_background(m, page) and not _is_ground(m, tags)])
    return [e.reading() for e in found]


def _region(evidence: Evidence) -> Box:
    """Where marks count for a place."""
    box = evidence.box or (0.0, 0.0, 0.0, 0.0)
    if evidence.place.signs:
        return grown(box, *_SIGN_MARGIN)
    return grown(box, limit.PLACE_MARGIN + 1.0, limit.PLACE_MARGIN)


# --- words ----------------------------------------------------------------------------------------------------------


def _add_words(found: Sequence[Evidence], overlay: Overlay) -> None:
    words: dict[int, list[Token]] = {}
    homeless: list[Token] = []
    for run in _runs(overlay.added):
        start: int | None = None
        for token in run:
            home = _home(found, token)
            if start is not None and home is not None and home != start and found[home].place.kind != "check":
                # an answer too long for its place, which runs on into the next one
                found[home].near.append(token.raw)
                home = start
            start = home if start is None else start
            if home is None:
                homeless.append(token)
            else:
                words.setdefault(home, []).append(token)
    for index, tokens in words.items():
        evidence = found[index]
        if evidence.place.kind == "check":
            evidence.ticked = any(t.norm != OFF for t in tokens)
            evidence.unticked = any(t.norm == OFF for t in tokens)
        else:
            text = spelled(sorted(tokens, key=_reading_order))
            evidence.texts.append(text or ("✓" if any(t.norm == ON for t in tokens) else ""))
    _beside(found, [t for t in homeless if not _ends_year(t, overlay)])


def _runs(added: Sequence[Token]) -> list[list[Token]]:
    """Words written in one go: on one line, no more than a space apart."""
    out: list[list[Token]] = []
    for token in sorted(added, key=_reading_order):
        last = out[-1][-1] if out else None
        if last is not None and last.box and token.box and _goes_on(last.box, token.box):
            out[-1].append(token)
        else:
            out.append([token])
    return out


def _goes_on(a: Box, b: Box) -> bool:
    level = abs(center(a)[1] - center(b)[1]) < 0.3 * height(a)
    return level and -1.0 <= b[0] - a[2] <= 0.35 * height(a)


def _reading_order(token: Token) -> tuple[float, float, int]:
    box = token.box or (0.0, 0.0, 0.0, 0.0)
    return round((box[1] + box[3]) / 12), box[0], token.unit


def _home(found: Sequence[Evidence], token: Token) -> int | None:
    """The smallest place that a word's middle lies in."""
    if token.box is None:
        return None
    point = center(token.box)
    best, least = None, 1e12
    for index, evidence in enumerate(found):
        if evidence.box is None:
            continue
        region = grown(evidence.box, 3.0 if evidence.place.kind == "check" else limit.PLACE_MARGIN)
        if evidence.place.signs:
            region = grown(evidence.box, 6.0, 5.0)
        if holds(region, point) and area(evidence.box) < least:
            best, least = index, area(evidence.box)
    return best


def _beside(found: Sequence[Evidence], homeless: Sequence[Token]) -> None:
    """Words of no place make the nearest empty one doubtful when they almost touch it."""
    for token in homeless:
        if token.box is None:
            continue
        tick = is_mark(token.raw) or token.norm == ON
        if tick and (word := _right_before(found, token.box)):
            word.ticked = True
            continue
        if tick and (box := _touched(found, token.box)):
            box.ticked = True
            continue
        near: list[tuple[float, Evidence]] = []
        for evidence in found:
            if evidence.box is None or ((evidence.place.kind == "check") != tick and evidence.place.kind == "check"):
                continue
            dx, dy = gap(token.box, evidence.box)
            if dx <= limit.NEAR_PLACE and dy <= limit.NEAR_PLACE:
                near.append((dx + dy, evidence))
        if near and token.norm != OFF:
            min(near, key=lambda pair: pair[0])[1].near.append(token.raw)


def _ends_year(token: Token, overlay: Overlay) -> bool:
    """Whether two figures are written behind the form's own "20" of a year whose line is too short for a place."""
    if token.box is None or not (token.norm.isdigit() and len(token.norm) <= _FIGURES):
        return False
    centuries = [overlay.map.box(t.box) for t in overlay.own if t.box and CENTURY.fullmatch(t.norm)]
    return any(same_row(b, token.box) and -1 <= token.box[0] - b[2] < _YEAR_BEHIND for b in centuries)


def _touched(found: Sequence[Evidence], mark: Box) -> Evidence | None:
    """The box that a mark stands right beside, where every other one is far off: "X[ ] Yes       [ ] No"."""
    level = [(e, e.box) for e in found if e.box and e.place.kind == "check" and _is_level(e.box, mark)]
    gaps = sorted(((gap(mark, box)[0], n) for n, (_, box) in enumerate(level)))
    if not gaps or gaps[0][0] > _TOUCHING or (len(gaps) > 1 and gaps[1][0] - gaps[0][0] < _FAR_OFF):
        return None
    return level[gaps[0][1]][0]


def _is_level(box: Box, mark: Box) -> bool:
    return abs(center(box)[1] - center(mark)[1]) < height(box)


def _right_before(found: Sequence[Evidence], mark: Box) -> Evidence | None:
    """The printed word that a mark stands right before, closer than behind the word before it: "Yes   X No"."""
    words = [(e, e.box) for e in found if e.box and is_ringed_word(e.place.id) and same_row(e.box, mark)]
    gaps = [(b[0] - mark[2], e) for e, b in words if -1 <= b[0] - mark[2] < _BEFORE_WORD]
    behind = min((mark[0] - b[2] for _, b in words if b[2] <= mark[0] + 1), default=_BEFORE_WORD)
    nearest = min(gaps, key=lambda g: g[0], default=None)
    return nearest[1] if nearest is not None and nearest[0] < behind else None


# --- marks ----------------------------------------------------------------------------------------------------------


def _is_background(mark: Mark, page: Page) -> bool:
    return mark.kind == "image" and area(mark.box) > limit.BACKGROUND_SHARE * page.width * page.height


def _sign_here(added: Sequence[Token]) -> list[Box]:
    """Where words stand that only ask for a signature."""
    runs = [(run, " ".join(t.raw for t in run)) for run in _runs(added)]
    asks = [run for run, text in runs if signature_said(text) == "place" and not is_tag(text)]
    boxes = [[t.box for t in run if t.box] for run in asks]
    return [reduce(union, run) for run in boxes if run]


def _is_ground(mark: Mark, tags: Sequence[Box]) -> bool:
    """Whether a mark is what such words are printed on.

    A viewer draws a little arrow with "SIGN" into a signature field that nobody signed, and flattening keeps it. A text
    box over a printed prompt ("Click to enter text.") is an answer.
    """
    return not mark.text.strip() and any(
        common(mark.box, tag) > 0.8 * area(tag)
        and height(mark.box) < 2.2 * height(tag)
        and width(mark.box) < width(tag) + 4 * height(tag)
        for tag in tags
    )


def _add_marks(found: Sequence[Evidence], marks: Sequence[Mark]) -> None:
    outlines = drawn_outlines(found, marks)
    for mark in _signs_in_order(marks):
        if mark.kind == "freetext" or (mark.kind == "stamp" and is_answer(mark.text) and not is_notice(mark.text)):
            _add_note(found, mark)
        elif mark.kind == "line" and (words := _struck_by(found, mark)):
            for word in words:
                word.near.append(_STRUCK)
        elif mark.kind in ("ink", "image", "stamp", "curve") or (mark.kind == "line" and _is_stroke(mark)):
            _add_ink(found, mark, outlines)
        elif mark.kind in ("rect", "highlight"):
            if not _ring(found, mark):
                _add_square(found, mark)
        elif mark.kind == "strikeout":
            _strike(found, mark)
    _add_large_squares(found, marks)
    _choose_by_striking(found)


def _signs_in_order(marks: Sequence[Mark]) -> list[Mark]:
    """The marks, text boxes of one sign each as they stand on the page: in whatever order a comb was filled."""
    signs = [m for m in marks if m.kind == "freetext" and len(m.text.strip()) == 1]
    return [m for m in marks if m not in signs] + sorted(signs, key=lambda m: m.box[0])


def _strike(found: Sequence[Evidence], mark: Mark) -> None:
    for evidence in found:
        if evidence.box and common(evidence.box, mark.box) > 0.3 * min(area(evidence.box), area(mark.box)):
            if is_ringed_word(evidence.place.id):
                evidence.near.append(_STRUCK)
            else:
                evidence.doubt = evidence.doubt or "what stands there is struck out"


def _is_stroke(mark: Mark) -> bool:
    """Whether a line was drawn by hand, or is an arm of a cross: rules of a page are level or upright."""
    return mark.annotation or (
        min(width(mark.box), height(mark.box)) > 1.5 and max(width(mark.box), height(mark.box)) < 40
    )


def _add_note(found: Sequence[Evidence], mark: Mark) -> None:
    """A text box laid over the page: into the place it covers; one that covers several is split by its lines."""
    rows = [r.strip() for r in mark.text.split("\n") if r.strip()]
    if not rows:
        return
    box = _written_part(mark.box, rows)
    scored = []
    for evidence in found:
        region = _region(evidence)
        shared = common(region, box)
        if shared > 0.25 * min(area(region), area(box)) or holds(box, center(region)):
            # the room around a signature's line reaches into the line over it: the place itself comes first
            own = common(evidence.box, box) if evidence.box else 0.0
            scored.append(((own, shared), evidence))
    if not scored:
        _note_beside(found, mark, rows)
        return
    covered = [
        e for _, e in scored if e.box and e.place.kind != "check" and common(e.box, mark.box) > 0.7 * area(e.box)
    ]
    if len(rows) > 1 and len(covered) == len(rows):
        for evidence, row in zip(sorted(covered, key=lambda e: (e.box or box)[1]), rows, strict=True):
            evidence.notes.append(row)
        return
    best = max(scored, key=lambda pair: pair[0])[1]
    best.notes.append(" ".join(rows))


def _written_part(box: Box, rows: Sequence[str]) -> Box:
    """A text box is often wider than its text, which starts at the left."""
    longest = max(len(r) for r in rows)
    return box[0], box[1], min(box[2], box[0] + 7.0 * longest + 6.0), box[3]


def _note_beside(found: Sequence[Evidence], mark: Mark, rows: Sequence[str]) -> None:
    near = []
    for evidence in found:
        if evidence.box:
            dx, dy = gap(mark.box, evidence.box)
            if dx <= 2 * limit.NEAR_PLACE and dy <= limit.NEAR_PLACE:
                near.append((dx + dy, evidence))
    if near:
        min(near, key=lambda pair: pair[0])[1].near.append(" ".join(rows))


def _add_ink(found: Sequence[Evidence], mark: Mark, outlines: Mapping[str, float]) -> None:
    kind = "ink" if mark.kind in ("ink", "curve", "line") else "image"
    if _ring(found, mark):
        return
    best: tuple[float, Evidence] | None = None
    for evidence in found:
        if evidence.box is None:
            continue
        score = _ink_score(evidence, mark, outlines.get(evidence.place.id, 0.0))
        if score > 0 and (best is None or score > best[0]):
            best = (score, evidence)
    if best is None:
        _circle(found, mark)
        return
    evidence = best[1]
    answers_nothing = mark.kind == "stamp" or (mark.kind == "image" and evidence.place.kind == "check")
    if answers_nothing and not evidence.place.signs:
        return  # a rubber stamp over a line, a picture beside a box
    if mark.kind == "stamp" and (is_notice(mark.text) or signature_said(mark.text) in ("no", "place")):
        return  # "RECEIVED", "SIGN HERE"
    if kind not in evidence.ink:
        evidence.ink.append(kind)


def _ring(found: Sequence[Evidence], mark: Mark) -> bool:
    """Whether something was drawn around a printed word that is chosen so, or on it, which may also strike it out."""
    words = [e for e in found if e.box and is_ringed_word(e.place.id)]
    ringed = [e for e in words if e.box and surrounds(e.box, mark.box)]
    if len(ringed) == 1 and "ink" not in ringed[0].ink:
        ringed[0].ink.append("ink")
    touched = ringed or [e for e in words if e.box and _touches(mark.box, e.box)]
    if len(ringed) != 1:
        for evidence in touched:
            struck = evidence.box and runs_through(mark.box, evidence.box)
            evidence.near.append(_STRUCK if struck else "something drawn on it")
    return bool(touched)


def _struck_by(found: Sequence[Evidence], mark: Mark) -> list[Evidence]:
    """The printed words of rings that a line runs through."""
    return [e for e in found if e.box and is_ringed_word(e.place.id) and runs_through(mark.box, e.box)]


def _choose_by_striking(found: Sequence[Evidence]) -> None:
    """Of a question's printed words the one is chosen that is left when all others are struck through."""
    groups: dict[str, list[Evidence]] = {}
    for evidence in found:
        if is_ringed_word(evidence.place.id):
            groups.setdefault(evidence.place.group, []).append(evidence)
    for words in groups.values():
        left = [e for e in words if set(e.near) != {_STRUCK}]
        if len(left) == 1 < len(words) and not left[0].near and not left[0].ink:
            left[0].ink.append("ink")
            for evidence in words:
                evidence.near = []


def _touches(drawn: Box, word: Box) -> bool:
    """Whether a mark lies on a word, or runs around several."""
    on_it = holds(grown(word, 3.0), center(drawn))
    return on_it or (height(drawn) < _TALLEST and common(grown(drawn, 0.3), word) > 0.5 * area(word))


def _circle(found: Sequence[Evidence], mark: Mark) -> None:
    """A ring around the words of a box, drawn instead of a tick, leaves it open what is meant.

    But not where the form itself says that they are circled: "It runs on (circle all that fit):", with fields as well.
    """
    if mark.kind not in ("curve", "ink") or width(mark.box) < 20 or not 9 < height(mark.box) < 45:
        return
    for evidence in found:
        box = evidence.box
        if (
            evidence.place.kind != "check"
            or is_ringed_word(evidence.place.id)
            or box is None
            or abs(center(box)[1] - center(mark.box)[1]) > height(box)
        ):
            continue
        if -_RING <= mark.box[0] - box[0] <= width(box) + _RING and mark.box[2] > box[2] + 10:
            alone = sum(e.box is not None and holds(mark.box, center(e.box)) for e in _boxes_of(found, evidence)) <= 1
            if alone and asks_for_ring(evidence.place.group_label):
                evidence.ink += ["ink"] if "ink" not in evidence.ink else []
            else:
                evidence.near.append("a ring around its words")
            return


def _boxes_of(found: Sequence[Evidence], one: Evidence) -> list[Evidence]:
    return [e for e in found if e.place.kind == "check" and e.place.group == one.place.group]


def _ink_score(evidence: Evidence, mark: Mark, outlined: float) -> float:
    """How surely a drawn mark belongs to a place; 0 when it does not."""
    box = evidence.box or mark.box
    if is_ringed_word(evidence.place.id):
        return 0.0
    if evidence.place.kind == "check":
        if width(mark.box) > 60 or height(mark.box) > 60:
            return 0.0
        if mark.kind == "curve" and not mark.annotation and outlined and width(mark.box) > 0.8 * outlined:
            return 0.0
        shared = common(grown(mark.box, 0.3), grown(box, 2.0))
        # of two boxes that a large tick touches the one is meant that it covers
        return 2.0 + shared / area(grown(box, 2.0)) if shared > 0.25 * min(area(box), max(area(mark.box), 1.0)) else 0.0
    region = _region(evidence)
    flat = grown(mark.box, 0.3)
    shared = common(region, flat)
    if evidence.place.signs:
        enough = shared > 0.3 * area(flat) or shared > 0.3 * area(region)
        return 1.5 * shared / max(min(area(flat), area(region)), 1.0) if enough and width(mark.box) > 4 else 0.0
    if mark.kind == "curve" and not mark.annotation and height(mark.box) < 4 and width(mark.box) < 4:
        return 0.0
    if height(mark.box) > 3.5 * max(height(box), 12) or width(mark.box) > 1.3 * width(box) + 20:
        return 0.0
    return shared / max(area(flat), 1.0) if holds(region, center(mark.box)) else 0.0


def _add_large_squares(found: Sequence[Evidence], marks: Sequence[Mark]) -> None:
    """Squares that nearly fill their box tick it where the question's other boxes have none: frames are in all.

    Beside a box that is marked otherwise a square is the frame of one that is not chosen.
    """
    squares = [m.box for m in marks if m.kind == "rect"]
    inked: dict[str, list[Evidence]] = {}
    groups: dict[str, int] = {}
    for evidence in found:
        box = evidence.box
        if evidence.place.kind != "check" or box is None or not evidence.place.group:
            continue
        groups[evidence.place.group] = groups.get(evidence.place.group, 0) + 1
        if any(common(box, s) > 0.95 * area(s) and 0.5 < area(s) / area(box) < _WHOLE for s in squares):
            inked.setdefault(evidence.place.group, []).append(evidence)
    marked = {e.place.group for e in found if "ink" in e.ink and e not in inked.get(e.place.group, ())}
    for group, those in inked.items():
        for evidence in those if len(those) < groups[group] and group not in marked else ():
            if "ink" not in evidence.ink:
                evidence.ink.append("ink")


def _add_square(found: Sequence[Evidence], mark: Mark) -> None:
    """A filled square inside a box ticks it; its outline does not."""
    for evidence in found:
        box = evidence.box
        if evidence.place.kind != "check" or box is None:
            continue
        inside = common(box, mark.box) > 0.95 * area(mark.box)
        small = inside and 2 < width(mark.box) < 0.75 * width(box)
        # a viewer's square was put there by the vendor, as large as the box or a little larger
        put = mark.annotation and holds(box, center(mark.box)) and 0.5 < width(mark.box) / width(box) < 2
        if (small or put) and "ink" not in evidence.ink:
            evidence.ink.append("ink")
