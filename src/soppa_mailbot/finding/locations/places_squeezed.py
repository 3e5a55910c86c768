"""Text without the District's name between a group's words: "all nine Maple Hollow buildings"."""

from __future__ import annotations

from functools import lru_cache

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_groups_words import LEVEL, NOUN, NUMERAL

_NUMBERED = re.compile(r"[ ]?(?:#[ ]?|No\.?[ ])?(?<!\d)\d++[\w-]*+$")
_KIND_OF_DISTRICT = re.compile(
    r"[ ](?:(?:community|consolidated|unified|unit|independent|public|city|county|area|school|schools|district|"
    r"corporation|"
    r"cusd|ccsd|usd|isd|csd|sd)[ ]?)+$",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def _between(district_names: tuple[str, ...]) -> re.Pattern[str]:
    """The District's name, or the blanks where it stood, between "all nine" and "buildings"."""
    names = set()
    for name in district_names:
        short = _NUMBERED.sub("", name)
        names |= {n for n in (name, short, _KIND_OF_DISTRICT.sub("", short)) if len(n) > 2}
    body = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)) or r"(?!)"
    return re.compile(
        rf"(?<!\w)(?:all|every|each|both|the|your|our|of|{NUMERAL})(?P<gone>[ ]+(?:(?:{body})(?:'s)?[ ]+|(?<=[ ][ ])))"
        rf"(?=(?:{NUMERAL}[ ])?(?:schools?[ ]buildings|{LEVEL}|{NOUN})(?!\w|[ ]district))",
        re.IGNORECASE,
    )


def squeezed(text: str, district_names: tuple[str, ...]) -> tuple[str, list[int]]:
    """The text without the District's name inside a group's words, and where each character stood.

    The second is empty where nothing was taken out.
    """
    gone = [m.span("gone") for m in _between(district_names).finditer(text)]
    if not gone:
        return text, []
    kept: list[int] = []
    at = 0
    for start, end in gone:
        kept += range(at, start + 1)  # one space stays
        at = end
    kept += range(at, len(text))
    return "".join(text[i] for i in kept), kept
