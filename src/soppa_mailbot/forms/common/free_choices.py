"""Boxes that a vendor may leave alone, as they say themselves: "If this box is checked, ...", "Check here if ..."."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import same_row
from soppa_mailbot.model import Place, PlaceReading

_FREE = re.compile(r"\b(?:if|when|where|by) (?:this|the) box is (?:checked|marked|ticked|initialed)\b", re.IGNORECASE)
_IF = re.compile(
    r"^\W*(?:please )?(?:check|mark|tick) (?:here|this box|box)?\s?(?:only )?if\b(?!.*(?:"
    # "Check here if you accept the terms": what the District wants to have, and no choice
    r"\b(?:agree\w*|accept\w*|read|understand\w*|understood|certif\w+|acknowledg\w+|authori[sz]\w+|confirm\w*|"
    r"attest\w*|warrant\w*|represent\w*|consent\w*|compl(?:y|ies)|operators?|soppa|bound|bind)\b))",
    re.IGNORECASE,
)


def free_choices(places: Sequence[Place]) -> set[str]:
    """The ids of boxes that stand by themselves and say what holds if they are checked: unchecked is an answer too."""
    boxes = [p for p in places if p.kind == "check"]
    sizes = Counter(p.group for p in boxes if p.group)
    alone = [(p.id, p.option or p.label) for p in boxes if sizes.get(p.group, 1) == 1]
    return {place for place, text in alone if _FREE.search(text) or _IF.search(text)}


_OTHER = re.compile(r"\W*others?\b", re.IGNORECASE)
# a line for what a choice of boxes leaves out: "Specify: ____", "Other (please specify)", "If other, describe"
_SPECIFY = re.compile(
    r"\W*(?:if )?other\W+(?:please )?(?:specify|describe|list|explain|name|which|what)\b"
    r"(?:\W+(?:here|below|other|it))?\W*"
    r"|\W*(?:please )?specify\W*|\W*other\W*",
    re.IGNORECASE,
)


# what a contract's sentence says of the company, whichever box is checked: "[ ] LLC [ ] other, organized in ____"
_OF_ALL = re.compile(
    r"\w\W+(?:founded|organi[sz]ed|incorporated|formed|established|existing|registered|chartered)\W+"
    r"(?:and \w+ )?(?:in|under|by)\b",
    re.IGNORECASE,
)
_SENTENCE = 4  # words of an option that says more than a name
_INDENT = 4.0  # points by which a line below an option may begin before its box
_BELOW = 40.0  # points from a box to the line that its sentence ends in: the sentence may run on in a second line
_YES_OR_NO = re.compile(r"\W*(?:yes|no)\b", re.IGNORECASE)


def specifies_other(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places, without asking for lines right behind a question's boxes of which one is "Other": who checks another
    owes nothing there (`owed_by_other`). So it is with a line that is part of an option: "( ) No, because: ________".

    "Other elements (write none)" asks everybody, and so do a line "Specify" behind "Yes" and "No" and a row "Other"
    among lines to write on.
    """
    lines = _others(places)
    return tuple(
        replace(p, required=False, says_what=lines[p.id]) if p.required and p.id in lines else p for p in places
    )


def owed_by_other(readings: Sequence[PlaceReading]) -> list[PlaceReading]:
    """The readings, with each line required that says what the "Other" is that somebody checked."""
    checked = {r.place.id for r in readings if r.place.kind == "check" and r.state == "filled"}
    return [
        replace(r, place=replace(r.place, required=True)) if checked.intersection(r.place.says_what) else r
        for r in readings
    ]


def _others(places: Sequence[Place]) -> dict[str, tuple[str, ...]]:
    """Line -> the boxes "Other" of the question that it stands behind; of a row with a line and its box, that box."""
    out: dict[str, tuple[str, ...]] = {}
    boxes: list[Place] = []
    for place, behind in zip(places, [*places[1:], None], strict=False):
        if place.kind == "check":
            same = boxes and boxes[-1].page == place.page and boxes[-1].group == place.group
            boxes = [*boxes, place] if same else [place]
            continue
        goes_on = behind is not None and boxes and behind.group and behind.group == boxes[-1].group
        if place.kind == "text" and boxes and boxes[-1].page == place.page and _SPECIFY.fullmatch(place.label):
            row = goes_on and behind is not None and _SPECIFY.fullmatch(behind.option)  # "Other | Specify: ____ | [ ]"
            others = [behind.id] if row and behind else [b.id for b in boxes if _OTHER.match(b.option or b.label)]
            if others:
                out[place.id] = tuple(others)
        elif place.kind == "text" and boxes and (len(boxes) > 1 or goes_on) and (own := _of_option(place, boxes)):
            out[place.id] = (own.id,)
        boxes = boxes if goes_on else []
    return out


def _of_option(line: Place, boxes: Sequence[Place]) -> Place | None:
    """The last box before a line where the line is part of its words: "( ) Yes  ( ) No, because: ________".

    It may stand below the words of an option that says more than a name: "( ) C. We share it with the following:".
    """
    last = boxes[-1]
    same = bool(line.label) and line.label.casefold() == (last.option or "").casefold()
    if not same or last.page != line.page or line.signs:
        return None
    if _OF_ALL.search(line.label) and not any(_YES_OR_NO.match(b.option) for b in boxes):
        return None
    if last.box and line.box:
        beside = same_row(last.box, line.box) or _is_led_to(line, last)
    else:  # of a Word file: in one paragraph
        beside = last.id.partition(":")[0] == line.id.partition(":")[0]
    return last if beside else None  # "Email: ____" below "[ ] Phone  [ ] Email" is a question of its own


def _is_led_to(line: Place, option: Place) -> bool:
    """Whether a line stands right below an option, one of several to choose from, whose sentence ends in it."""
    if option.box is None or line.box is None or not option.group or len(option.option.split()) < _SENTENCE:
        return False
    return line.box[0] > option.box[0] - _INDENT and 0 <= line.box[1] - option.box[3] < _BELOW
