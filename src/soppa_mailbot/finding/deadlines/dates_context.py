"""Which label a line answers that has none of its own: the line above it, or its column's header."""

from __future__ import annotations

from collections.abc import Iterator

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.dates_arithmetic import MONTHS
from soppa_mailbot.finding.common.sentences import PARAGRAPH_ENDS, Piece, pieces
from soppa_mailbot.finding.deadlines.dates_asked_for import OF_A_DATE, goes_on

_ONLY_WHEN = re.compile(
    r"(?:by[ ])?(?:when|dates?|target(?:[ ]date)?|due(?:[ ]date)?|time(?:line)?|day)\W*", re.IGNORECASE
)
_LONGEST_LABEL = 90  # characters
_LABEL_ENDS = (":", "?", "->", "-", ">")


def with_context(text: str) -> Iterator[tuple[Piece, str]]:
    """Each piece with the label above it that it answers: a line "Deadline:" and the date on the next one."""
    open_label = before = topic = ""
    header: list[str] = []
    ended = 0
    for piece in pieces(text):
        bare = piece.text.strip()
        apart, ended = PARAGRAPH_ENDS.search(text, ended, piece.start) is not None, piece.end
        topic = bare if _TOPIC.fullmatch(bare) else "" if apart and before != topic else topic
        cells = [c.strip() for c in piece.text.split("\t")]
        row = len(cells) > 2 or (len(cells) == 2 and all(any(ch.isdigit() for ch in c) for c in cells))
        if row and len(cells) == len(header):
            label = "" if any(ch.isdigit() for ch in cells[0]) else cells[0]
            for name, cell, start in zip(header, cells, _starts(piece.text), strict=True):
                plain = _ONLY_WHEN.fullmatch(name) and cell != label  # under "When" the row says what is then
                yield piece.part(start, start + len(cell)), f"{label} {name}" if plain else name
        else:
            if answered := _answering(piece, before, topic):
                yield answered
                before, open_label = bare, ""
                continue
            own = _ROW_OF_DAY.match(piece.text) is not None
            yield piece, open_label if not own and (open_label.endswith(_LABEL_ENDS) or len(bare) < 30) else ""
        header = _header(cells, header, row=row)
        open_label = bare if _asks(bare) else ""
        before = bare


def _answering(piece: Piece, before: str, topic: str) -> tuple[Piece, str] | None:
    """The piece with the sentence before it, or the heading above it, that it answers though that is no label."""
    bare = piece.text.strip()
    if noted := _NOTED.match(piece.text) if OF_A_DATE.search(before) else None:
        # "There is a space for the date final approval is needed. We wrote 11/11"
        return piece.part(noted.end(), len(piece.text)), before
    if wrong := _WAS_WRONG.search(before) if _CORRECTS.match(bare) else None:
        return piece, wrong["label"]
    if goes_on(before, bare):
        return piece, before
    return (piece, topic) if topic and _WISHED.fullmatch(bare) else None


# "Approval" over a paragraph that ends: "Some time before winter break would be ideal."
_TOPIC = re.compile(
    r"\W*(?:(?:final|district|board|date|timing|timeline)(?:'s)?[ ](?:(?:of|for)[ ])?(?:the[ ])?){0,3}"
    r"(?:approval|sign[- ]?off)(?:[ ](?:date|dead[ -]?line|timeline|timing))?\W*",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\W*(?!.{0,120}\b(?:call|meeting|demo|training|visit|launch|start|kick-?off|webinar|session|quote|"
    r"invoice)\b)[^,.;:!?]{3,50}?"
    r"[ ](?:would|will)[ ](?:be[ ](?:ideal|great|perfect|best|wonderful|fine|good|lovely)|work(?:[ ]best)?)[.!]?\W*",
    re.IGNORECASE,
)
# "Dec 14 - installer visit", "Dec 14   installer visit": a row of a timeline, whose words say what its day is
_ROW_OF_DAY = re.compile(
    rf"\W*(?:(?:mon|tues|wednes|thurs|fri)\w*,?[ ])?(?:(?:{MONTHS})\.?[ ]\d{{1,2}}"
    rf"(?:[ ]?-[ ]?(?:(?:{MONTHS})\.?[ ])?\d{{1,2}})?(?:,?[ ]20\d\d)?|"
    rf"\d{{1,2}}/\d{{1,2}}(?:[ ]?-[ ]?\d{{1,2}}/\d{{1,2}}|/\d{{2,4}})?)"
    r"(?:[ ]?(?:-|:|=|>|[|])[ ]?|[ ]{2,}|\t[ ]*)[A-Za-z]{3}",
    re.I,
)
# "Approval deadline - I made a mistake, I wrote October 20. Correct one is November 3"
_WAS_WRONG = re.compile(
    r"(?P<label>(?:\b(?:final|district|board)(?:'s)?[ ]){0,2}\b(?:approv\w+|sign(?:ed)?[- ]?off|dead[ -]?line)"
    r"(?:[ ](?:date|day|dead[ -]?line))?)\b.{0,200}\b(?:mistake|wrong(?:ly)?|error|incorrect(?:ly)?|typo|"
    r"not[ ](?:right|correct))\b",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"\W*(?:(?:the|our)[ ])?(?:correct|right|real|actual|true|new)[ ](?:(?:one|date|day|dead[ -]?line)[ ]?)?"
    r"(?:is|was|should[ ]be|would[ ]be|:)",
    re.IGNORECASE,
)
# who tells what they entered for a date that the sentence before speaks of
_NOTED = re.compile(
    r"\s*(?:(?:we|I)[ ](?:wrote|put(?:[ ](?:in|down))?|entered|filled[ ]in|gave|named|chose)|would|"
    r"for[ ]us,?[ ](?:that|this|it)(?:[ ]would[ ]be|'d[ ]be|[ ]is|'s)|"
    r"(?:my|our|the)[ ]answer[ ](?:is|would[ ]be)|(?:it|that)(?:'s|[ ](?:is|would[ ]be))|"
    r"ours[ ](?:is|would[ ]be)|how[ ]about)[ ](?=(?:\w+,[ ])?(?:\w*,?[ ]?\d|\w+[ ]\d))",
    re.I,
)
_DAY = re.compile(rf"\b(?:\d{{1,2}}/\d{{1,2}}|(?:{MONTHS})\.?[ ]\d{{1,2}})\b", re.I)


# "What do you mean by deadline?": the writer's own question, which the next sentence does not answer
_WONDERS = re.compile(
    r"\b(?:what|how)[ ](?:exactly[ ])?(?:do|does|did|is|are)[ ][^?]{0,50}\bmean\w*\b[^?]*\?$|^\W*why\b", re.I
)


def _header(cells: list[str], header: list[str], *, row: bool) -> list[str]:
    """What stands over the next row: these cells where they hold no figures, else what stood over this one."""
    if len(cells) > 1 and all(cells) and not any(ch.isdigit() for c in cells for ch in c):
        return cells
    return header if row else []


def _starts(row: str) -> list[int]:
    """Where the text of each cell begins."""
    out: list[int] = []
    at = 0
    for cell in row.split("\t"):
        out.append(at + len(cell) - len(cell.lstrip()))
        at += len(cell) + 1
    return out


def _asks(line: str) -> bool:
    """Whether a line may be the label of the next one: "Deadline:", "Approval needed by"."""
    if not line or len(line) >= _LONGEST_LABEL:
        return False
    # "- Dec 15: date we need approval" has its day and is no label of the next line's
    if _WONDERS.search(line):
        return False
    return line.endswith(_LABEL_ENDS) or (len(line) < 60 and line[-1].isalpha() and not _DAY.search(line))
