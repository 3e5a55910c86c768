"""A school told by its kind, where the list has one of it: "the alternative school", "the academy"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_index import Index

_ONE_OF_A_KIND = re.compile(
    r"(?<![\w-])(?<!access to )(?<!with )(?<!including )(?<!include )(?<!through )(?:the|your)[ ](?:district's[ ])?"
    r"(?:(?P<kind>alternative|charter|magnet|montessori|virtual|therapeutic)[ ]"
    r"(?:school|academy|center|campus|building)"
    r"|(?:(?<=for the )|(?<=at the )|(?<=in the )|(?<=by the )|(?<=and the ))(?P<academy>academy))"
    r"(?![\w-]|[ ](?-i:[A-Z])|[ ](?:that|which|we|for|training|courses?|videos?|portal|content|lessons?)\b)",
    re.IGNORECASE,
)


def by_kind(text: str, index: Index) -> list[tuple[int, int, tuple[int, ...]]]:
    """(start, end, places) of each; kinds of which the list has none or several are left out."""
    out: list[tuple[int, int, tuple[int, ...]]] = []
    for match in _ONE_OF_A_KIND.finditer(text):
        word = (match["kind"] or match["academy"]).casefold()
        places = tuple(e.position for e in index.entries if not e.department and word in e.words)
        if len(places) == 1:
            out.append((*match.span(), places))
    return out
