"""Departments in a list of bullets: "Sixty senders, split evenly:" over "- HR", "- Transportation".

One word for a department alone on its line may be a heading ("B. Technology"). Several lines of a list that are nothing
but names are none where the line above them speaks of seats, of people or of use.
"""

from __future__ import annotations

from collections.abc import Iterable

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.sentences import Piece, blanked
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_labels import Region
from soppa_mailbot.finding.locations.places_mentions import mentions
from soppa_mailbot.finding.locations.places_used import speaks_of_use
from soppa_mailbot.finding.locations.places_words import NUMBER_WORDS

_ITEM = re.compile(r"[ \t]*(?:[*•>+\-]{1,2}|\(?\d{1,2}[.)]|\(\d{1,2}\)|\(?[a-hA-H][.)])[ \t]+")
_BESIDE = re.compile(  # "HR (12 seats)", "the HR team, 20"
    r"(?:[\s,;.:()/&+-]|\b(?:the|your|and|staff|team|only|\d{1,5}|seats?|licen[cs]es?|users?|accounts?|log-?ins?|"
    r"senders?|people|each)\b)*",
    re.IGNORECASE,
)
_TENS = "thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|(?:a[ ])?dozen"
# "Sixty senders", "45 people", "three departments", "shared by"
_OF_USERS = re.compile(
    rf"\b(?:\d[\d,]*|{'|'.join(NUMBER_WORDS)}|{_TENS})[ ](?:[\w-]+[ ]){{0,2}}?[a-z]{{3,}}(?:s|ople|aff)\b"
    r"|\b(?:split|divided|shared|spread|br(?:oken|eak|eaks)[ ]down|distributed|used|licensed)\b|\busers?\b|"
    r"\b(?:departments|offices|teams)\b",
    re.IGNORECASE,
)
# who gets papers, does something for the purchase, knows the vendor, or has no part in it
_OTHERWISE = re.compile(
    r"\b(?:cc(?:'?d|'?ing)?|cop(?:y|ies|ied|ying)|send|sent|forward\w*|rout(?:e|ed|ing)|invoic\w+|bill\w*|contact\w*|"
    r"sign(?:ed|ature|atures|s)?|review\w*|approv\w+|questions?|thank\w*|met|meet\w*|spoke|talk\w*|call\w*|not|never|no|"
    r"already|except|without|besides|other[ ]than|instead|customers?|references?|demos?|demonstrat\w+|attend\w*|"
    r"papers?|documents?|forms?|files?|attach\w*|enclos\w*|need[ ]from|ask(?:s|ed|ing)?[ ]from|steps?|topics?|"
    r"includ\w+|contain\w*|comes?|modules?|"
    r"features?|our[ ](?:own[ ])?(?:\w+[ ])?(?:offices|teams|departments|staff|people)|we[ ]have|"
    r"integrat\w+|works[ ]with|last[ ]year|used[ ]to|sections?|parts?|items?|days|weeks)\b|n't\b",
    re.IGNORECASE,
)
_FEWEST = 2  # lines of a list
_MOST_WORDS = 8  # of a line, with its bullet and its seats


def with_listed(regions: Iterable[tuple[Piece, Region | None]], index: Index) -> list[tuple[Piece, Region | None]]:
    """The pieces of a text with their regions; also the lines of a list of departments are answers."""
    out = list(regions)
    at = 1
    while at < len(out):
        end = at
        if _leads_in(out[at - 1][0].text):
            bulleted = _ITEM.match(out[at][0].text) is not None
            while end < len(out) and out[end][1] is None and _goes_on(out[end][0].text, index, bulleted=bulleted):
                end += 1
        lines = [piece for piece, _ in out[at:end]]
        names = sum(_is_a_name(piece.text, index) for piece in lines)
        others = [piece.text for piece in lines if not _is_a_name(piece.text, index)]
        if len(lines) >= _FEWEST and names * 2 >= len(lines) and not any(mentions(line, index) for line in others):
            strict = names < len(lines)  # "HR", "Special Ed", "Public Relations": one is not on the list
            out[at:end] = [(piece, Region(0, len(piece.text), strict)) for piece in lines]
        at = max(end, at + 1)
    return out


def _goes_on(line: str, index: Index, *, bulleted: bool) -> bool:
    """Whether a line is one more of a list: with a bullet and no sentence, or nothing but a name."""
    if not bulleted:
        return _is_a_name(line, index)
    bare = line.rstrip()
    return (
        _ITEM.match(line) is not None and len(bare.split()) <= _MOST_WORDS and not bare.endswith((".", "?", "!", ":"))
    )


def _leads_in(line: str) -> bool:
    """Whether a line before a list says that users follow."""
    if not line.rstrip().endswith((":", "-", ",")) or _ITEM.match(line) or _OTHERWISE.search(line):
        return False
    return speaks_of_use(line) or _OF_USERS.search(line) is not None


def _is_a_name(line: str, index: Index) -> bool:
    bare = line[(item.end() if (item := _ITEM.match(line)) else 0) :]
    found = [m for m in mentions(bare, index) if m.places and not m.guessed]
    return bool(found) and bool(_BESIDE.fullmatch(blanked(bare, [(m.start, m.end) for m in found])))
