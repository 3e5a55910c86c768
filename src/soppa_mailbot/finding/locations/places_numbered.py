"""Places that the list tells apart by a number or letter alone, several at a time: "Campuses 1 through 4", "Programs A
and B", "Campus 1-3"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_words import words_of

_LABEL = r"(?:\d{1,2}|(?-i:[A-Z]))"
_TO = r"(?:[ ]?[-–—][ ]?|[ ](?:to|thru|through)[ ])"
_AND = r"(?:[ ]?,[ ]?(?:(?:and|or)[ ])?|[ ]?[&+/][ ]?|[ ](?:and|or|plus)[ ])"
_NAME = re.compile(r"([^\W\d_]{2,20})[ ](\d{1,2}|[A-Z])")
_MOST = 26  # places of one range
# words that count something else than places in most mails, though a list may call "Grade 9" what is one
_COUNTS = words_of(
    "grade grades year years level unit phase tier item step part line option page plan version lot room"
)
# "Campus 1 and 2 site licenses": the last number is no place's
_COUNTED = (
    r"(?![ ](?:[a-z-]+[ ])?(?:licen[cs]|seats?\b|students?\b|users?\b|teachers?\b|staff\b|class|grade|hours?\b|days?\b|"
    r"weeks?\b|months?\b|years?\b|copies\b|devices?\b|rooms?\b|accounts?\b|kits?\b|units?\b|packs?\b|sets?\b))"
)


def numbered(text: str, index: Index) -> Iterator[tuple[int, int, tuple[int, ...], str]]:
    """(start, end, places, why they are not known) of words for several places of one series.

    Where one of them is not on the list, none is told: a person sees which.
    """
    for word, known in _series(index).items():
        for match in _said(word).finditer(text):
            labels = _labels(match["labels"])
            if len(labels) < 2 or index.of_name(match.group()) or ("," in match["labels"] and not match["several"]):
                continue  # "Program 18-22" may be one; "Campus 1, 2 ..." need not go on with a campus
            lacking = [label for label in labels if label not in known]
            if not lacking:
                yield *match.span(), tuple(dict.fromkeys(known[label] for label in labels)), ""
            elif len(lacking) < len(labels) and match["several"]:
                yield *match.span(), (), f"{word.capitalize()} {', '.join(lacking)} not on the school list"


@lru_cache(maxsize=16)
def _series(index: Index) -> dict[str, dict[str, int]]:
    """Word -> number or letter -> place, of words with which names or aliases of two places at least are made.

    What two places are called is left out.
    """
    out: dict[str, dict[str, set[int]]] = {}
    for entry in index.entries:
        for name in (entry.school.name, *entry.school.aliases):
            if made := _NAME.fullmatch(name.strip()):
                out.setdefault(made[1].casefold(), {}).setdefault(made[2].lstrip("0"), set()).add(entry.position)
    single = {w: {label: next(iter(p)) for label, p in of.items() if len(p) == 1} for w, of in out.items()}
    return {word: of for word, of in single.items() if len(set(of.values())) > 1 and word not in _COUNTS}


@lru_cache(maxsize=256)
def _said(word: str) -> re.Pattern[str]:
    """ "Campuses 1 through 4", "Campus(es) 1, 2 and 3"; of one word that is no plural a range: "Campus 1-4"."""
    single = re.escape(word)
    ending = "es" if word.endswith(("s", "x", "ch", "sh")) else "s"
    several = rf"{re.escape(word[:-1])}ies" if word.endswith("y") else rf"{single}(?:{ending}|\({ending}\))"
    return re.compile(
        rf"(?<![\w-])(?:(?:both|the|our|your)[ ])?(?:(?P<several>{several})|{single})[ ](?:nos?\.?[ ]|\#[ ]?)?"
        rf"(?P<labels>{_LABEL}(?:(?:{_TO}|{_AND}){_LABEL}){{1,{_MOST}}})(?![\w%]|[-–/.:,]\d){_COUNTED}",
        re.IGNORECASE,
    )


def _labels(said: str) -> list[str]:
    """The numbers or letters of an enumeration, its ranges in full; [] where a range is none."""
    out: list[str] = []
    for part in re.split(_AND, said, flags=re.IGNORECASE):
        ends = [end.lstrip("0") for end in re.split(_TO, part, flags=re.IGNORECASE)]
        if len(ends) == 1:
            out += ends
        elif len(ends) == 2 and (span := _range(*ends)):
            out += span
        else:
            return []
    return list(dict.fromkeys(out))


def _range(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < _MOST:
        return [str(n) for n in range(int(first), int(last) + 1)]
    if first.isalpha() and last.isalpha() and first < last:
        return [chr(n) for n in range(ord(first), ord(last) + 1)]
    return []
