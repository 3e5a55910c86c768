"""Schools told by their grades, where the list calls them so: "all K-2 buildings", "the 3-5 school in Ashby".

A list says it in its aliases ("Ashby K-2", "Fox Run K-2"); grades that no alias has name nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_words import NUMBER_WORDS, number, tokens

_GRADE = r"(?:pre-?k|pk|k|1[0-2]|[1-9])"
_SPAN = rf"(?:{_GRADE}[ ]?(?:-|–|to|through|thru)[ ]?{_GRADE}|pre-?k)"
_AND = r"(?:,?[ ](?:and|&|or|plus)[ ]|,[ ]|[ ]?[/&+][ ]?)(?:(?:the|all|both|our|your)[ ]){0,2}"
_SPANS = rf"(?P<spans>{_SPAN}(?:[ ]{{0}}{_AND}{_SPAN}){{0,4}})"
_NOUN = r"(?:schools?|buildings?|campus(?:es)?|sites?)"
_NO_TOWN = r"(?!(?:Both|The|All|For|Our|Your|Each|Grades?)\b)"
_TOWN = rf"(?-i:{_NO_TOWN}[A-Z][\w'’]+(?:[ ][A-Z][\w'’]+){{0,2}})"
_NUMBER = r"(?:\d{1,2}|" + "|".join(w for w in NUMBER_WORDS if w != "zero") + r")"
_SAID = rf"(?:(?:all|both|each|every)[ ](?:of[ ])?)?(?:(?:the|our|your|its)[ ])?(?:(?P<n>{_NUMBER})[ ])?"
_IN_TOWN = re.compile(rf"(?<![\w-]){_SAID}{_SPANS}(?:[ ]{_NOUN})?[ ](?:in|at|of)[ ](?P<town>{_TOWN})", re.IGNORECASE)
_BEHIND_TOWN = re.compile(
    rf"(?<![\w-])(?:(?:all|both|each)[ ](?:of[ ])?)?(?:(?:the|our|your)[ ])?(?:(?P<n>{_NUMBER})[ ])?"
    rf"(?P<town>{_TOWN})(?:[ ]{_NOUN})?[ ]\((?:the[ ])?{_SPANS}\)",
    re.IGNORECASE,
)
_EVERYWHERE = re.compile(
    rf"(?<![\w-])(?=(?:all|both|the|our|your|its)[ ]){_SAID}{_SPANS}[ ]{_NOUN}(?![\w-])"
    r"(?![ ](?:in|at|of)[ ])",
    re.IGNORECASE,
)
_GRADES = re.compile(r"\bgr(?:ades?|\.)?[ ]$", re.IGNORECASE)
_ONE_SPAN = re.compile(_SPAN, re.IGNORECASE)
_AT_END = re.compile(rf"(?<![\w-]){_SPAN}\s*$", re.IGNORECASE)

Told = tuple[int, int, tuple[int, ...], int | None]


def by_grades(text: str, index: Index) -> Iterator[Told]:
    """(start, end, places, number said) of words for schools by their grades, where the list knows each of them."""
    taken: list[tuple[int, int]] = []
    for pattern in (_IN_TOWN, _BEHIND_TOWN, _EVERYWHERE):
        for match in pattern.finditer(text):
            if any(s < match.end() and match.start() < e for s, e in taken):
                continue
            if _GRADES.search(text, 0, match.start()):
                continue  # "Grades 6-8 at Ashby": of which children, not which school
            town = _town(match, index) if "town" in match.groupdict() else ""
            spans = [m[0] for m in _ONE_SPAN.finditer(match["spans"])]
            found = [_of_town(town, s, index) if town else _of_grades(s, index) for s in spans]
            if town is None or not all(found):
                continue
            places = tuple(dict.fromkeys(p for some in found for p in some))
            end = match.start("town") + len(town) if town and pattern is _IN_TOWN else match.end()
            taken.append((match.start(), end))
            both = 2 if re.match(r"both\b", match[0], re.IGNORECASE) else None
            yield match.start(), end, places, number(match["n"].casefold()) if match["n"] else both


def _town(match: re.Match[str], index: Index) -> str | None:
    """The words with which the list has a school of the first grades: "Kettle Prairie" of "Kettle Prairie Thanks"."""
    words = match["town"].split()
    first = _ONE_SPAN.search(match["spans"])
    names = (" ".join(words[:n]) for n in range(len(words), 0, -1))
    return next((name for name in names if first and _of_town(name, first[0], index)), None)


@dataclass(frozen=True)
class _Names:
    """The names and aliases of a list's schools, taken apart once."""

    whole: dict[str, set[int]]  # all words run together
    ends: dict[tuple[str, ...], list[int]]  # the grades at the end of a name
    towns: dict[tuple[str, ...], list[int]]  # the words before grades that are all the rest


@lru_cache(maxsize=8)
def _names(index: Index) -> _Names:
    whole: dict[str, set[int]] = {}
    ends: dict[tuple[str, ...], list[int]] = {}
    towns: dict[tuple[str, ...], list[int]] = {}
    for entry in index.entries:
        for name in () if entry.department else (entry.school.name, *entry.school.aliases):
            whole.setdefault(_joined(name), set()).add(entry.position)
            span = _AT_END.search(name)
            if span is None or not span.start():
                continue
            for key, by in ((_words(span[0]), ends), (_words(name[: span.start()]), towns)):
                if entry.position not in by.setdefault(key, []):
                    by[key].append(entry.position)
    return _Names(whole, ends, towns)


def _of_town(town: str, span: str, index: Index) -> tuple[int, ...]:
    found = _names(index).whole.get(_joined(f"{town} {span}"), set())
    return tuple(found) if len(found) == 1 else ()


def of_that_town(words: str, index: Index) -> tuple[int, ...]:
    """The schools that the list calls by these words and their grades: "Ashby K-2" and "Ashby 3-5" for "Ashby"."""
    return tuple(_names(index).towns.get(_words(words), ()))


def _of_grades(span: str, index: Index) -> tuple[int, ...]:
    """The schools of which an alias or the name ends with these grades."""
    return tuple(_names(index).ends.get(_words(span), ()))


def _words(text: str) -> tuple[str, ...]:
    return tuple(t.norm for t in tokens(text))


def _joined(name: str) -> str:
    return "".join(_words(name))
