"""What to call a place of a form, so that whoever filled it in finds it: "Title (page 4, under “Exhibit C”)"."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.naming.behind_lines import only_joins
from soppa_mailbot.model import Place, PlaceReading

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_BIT = r"(?:page \d+|under “[^”]*”|the [a-z]+ of [a-z]+)"
_WHERE = re.compile(rf"^(?P<label>.+) \((?P<where>{_BIT}(?:, {_BIT})*)\)$", re.DOTALL)
_LONG = 100  # characters of a label, most of a sentence
_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def names_of(readings: Sequence[PlaceReading]) -> dict[str, str]:
    """By place id: its label, or its question's, with the page where the form has several.

    Where a label comes again, or is a word of another ("Name", "Printed name"), the heading over it is named as well;
    and where that does not tell them apart, which of them it is.
    """
    places = {key_of(r.place): r.place for r in reversed(readings)}  # the first box of a group stands for it
    paged = len({r.place.page for r in readings if r.place.page}) > 1
    alike: dict[str, list[str]] = {}
    for key in dict.fromkeys(key_of(r.place) for r in readings):
        alike.setdefault(_plain(label_of(places[key])), []).append(key)
    names: dict[str, str] = {}
    for label, keys in alike.items():
        echoed = label.isalpha() and any(label in re.findall(r"\w+", other) for other in alike if other != label)
        for key in keys:
            names[key] = _named(places[key], [places[k] for k in keys], paged=paged, echoed=echoed)
    return {r.place.id: names[key_of(r.place)] for r in readings}


def key_of(place: Place) -> str:
    """The boxes of one question count as one."""
    return f"group {place.group}" if place.group else place.id


def label_of(place: Place) -> str:
    if place.group and place.group_label:
        return place.group_label
    # "Kind" is the title of a Word control; what its vendor sees is its cell: "Kind of purchase"
    if not place.page and " " not in place.label and " " in place.printed and len(place.printed) <= _LONG:
        return place.printed
    term = place.title if place.title[:1].isupper() else ""  # what the contract calls the blank in its sentence
    return term if term and (len(place.label) > _LONG or only_joins(place.label)) else place.label


def parted(name: str) -> tuple[str, str]:
    """(label, where it is) of a name that `names_of` made; ("...", "") where it says nothing of that."""
    found = _WHERE.match(name)
    return (found["label"], found["where"]) if found else (name, "")


def _named(place: Place, alike: Sequence[Place], *, paged: bool, echoed: bool) -> str:
    label = label_of(place)
    where = [f"page {place.page}"] if paged and place.page else []
    rivals = [p for p in alike if p.page == place.page and p.party == place.party]
    if (len(alike) > 1 or echoed) and place.section:
        where.append(f"under “{place.section}”")
        rivals = [p for p in rivals if p.section == place.section]
    if len(rivals) > 1 and len(rivals) < len(_NUMBERS):
        at = next(i for i, p in enumerate(rivals) if key_of(p) == key_of(place))
        where.append(f"the {_ORDINALS[at]} of {_NUMBERS[len(rivals)]}")
    return f"{label} ({', '.join(where)})" if where else label


def _plain(text: str) -> str:
    return " ".join(text.casefold().strip(" :*.").split())
