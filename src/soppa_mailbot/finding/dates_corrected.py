"""Days that their own writer takes back: "by December 4? Sorry, strike that: December 11"."""

from __future__ import annotations

import re

from soppa_mailbot.finding.corrections import AHEAD, BACK, markers, paragraph_ends

# words between a marker and the day that replaces the one before
_FILLER = re.compile(
    r"(?:[\s,:;.!()\"'*>-]++|\b(?:it|that|this|is|'s|s|are|was|will|would|be|to|for|at|on|by|before|no|not|later|"
    r"than|of|the|"
    r"our|your|a|and|only|just|really|actually|instead|needs?|needed|meant|mean|say|said|read|write|date|day|dead|line|"
    r"deadline|correct|right|one|i|we|please|now|changed?|moved|make|should|have|been|due|until|approv(?:al|ed)|final|"
    r"sign|signed|off|board|district|new|like|looking|moved|pushed|back|out|first|above|mistake|my|typo)\b)*+",
    re.IGNORECASE,
)


def taken_back(text: str, days: list[tuple[int, int, bool]]) -> tuple[set[int], set[int]]:
    """Of the days of a text, each (start, end, whether for approval), which are taken back, and which replace them.

    Both answers are positions in `days`. A day behind a marker with nothing said of it replaces the one day before the
    marker; where the sentence before holds several days it cannot be told which, and both stand: two different dates.
    """
    gone: set[int] = set()
    instead: set[int] = set()
    for marker in markers(text):
        later = [i for i, d in enumerate(days) if marker.end <= d[0] <= marker.end + AHEAD]
        earlier = [
            i
            for i, d in enumerate(days)
            if marker.start - BACK <= d[0] < marker.start and paragraph_ends(text, d[0], marker.start) < 2
        ]
        meant = [i for i in earlier if days[i][2]]
        if not later or not meant:
            continue
        new = later[0]
        instead.add(new)
        near = [i for i in earlier if days[earlier[-1]][0] - days[i][0] < 60]
        sure = days[new][2] or (near == earlier[-1:] and days[earlier[-1]][2])
        if sure and _FILLER.fullmatch(text[marker.end : days[new][0]]):
            gone.update(meant)
    return gone - instead, instead
