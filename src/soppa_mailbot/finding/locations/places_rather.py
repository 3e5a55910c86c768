"""Places of which a later sentence says that another is meant: "It's Oak Hill Middle, not the elementary"."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.sentences import Piece
from soppa_mailbot.finding.locations.places_found import Found
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_role import Role
from soppa_mailbot.finding.locations.places_said_later import Reading
from soppa_mailbot.finding.locations.places_words import level_at

_IT_IS = re.compile(
    r"(?:\b(?:it|that|this|the[ ](?:right[ ]|correct[ ])?(?:school|building|campus|site|department|user|order|quote))"
    r"(?:'s|'ll[ ]be|[ ](?:is|was|should[ ]be|(?:will|would)[ ]be|should[ ]have[ ](?:been|said)))"
    r"|\b(?:we|i|they|he|she)[ ]meant)[ ]"
    r"(?:(?:really|actually|of[ ]course|only|just|meant|for|at|in|to[ ]be|the)[ ]){0,3}$",
    re.IGNORECASE,
)
_NOT_THE = re.compile(
    r",?[ ](?:(?:and|but)[ ])?(?:not|rather[ ]than|instead[ ]of)[ ](?:for[ ]|at[ ])?the[ ]"
    r"(?P<level>elementary|middle|junior[ ]high|high|primary|intermediate|grade)(?:[ ](?:school|one|building))?"
    r"(?=[ ]?[.,;:!?)-]|$)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r",?[ ](?:(?:and|but)[ ])?(?:not|rather[ ]than|instead[ ]of)[ ](?:(?:for|at)[ ])?(?:the[ ])?$", re.IGNORECASE
)


def without_those_meant_otherwise(reading: Reading, index: Index, found: Sequence[Found]) -> list[Found]:
    """What was found, where a place that "it's X, not Y" takes back is no user by what was said before."""
    gone: list[Found] = []
    for piece, here in reading:
        for right in here:
            if right.role < Role.NAMED or len(right.places) != 1 or right.group:
                continue
            start = piece.offset(right.start)
            end = start + len(right.words)
            if _IT_IS.search(piece.text[max(0, start - 60) : start]):
                earlier = [f for f in found if f.start < piece.start and f.role >= Role.NAMED and len(f.places) == 1]
                wrong = _denied(piece, here, end, index, earlier) - set(right.places)
                gone += [f for f in earlier if set(f.places) <= wrong]
    return [f.raised(Role.DENIED) if f in gone else f for f in found]


def _denied(piece: Piece, here: list[Found], end: int, index: Index, earlier: list[Found]) -> set[int]:
    """The places that are named, or meant by their kind, behind "not" at `end`."""
    kind = _NOT_THE.match(piece.text, end)
    if kind:
        level = level_at([*kind["level"].casefold().split(), "school"], 0)
        named = {p for f in earlier for p in f.places if level and level[0] in index.entries[p].all_levels}
        return named if len(named) == 1 else set()
    behind = next((f for f in here if piece.offset(f.start) > end), None)
    if behind is None or behind.role != Role.DENIED or len(behind.places) != 1:
        return set()
    return set(behind.places) if _NOT.fullmatch(piece.text[end : piece.offset(behind.start)]) else set()
