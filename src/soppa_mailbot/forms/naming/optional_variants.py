"""Entries of `optional` that fit no place as they are written, tried as a person might have meant them.

"Schedule of data: Other (please specify)" has a head that stands on another page; "14. Other: (period written out)"
says in brackets what is written there; "DBA" is printed beside a field whose tooltip says "Doing business as".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise, takewhile

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import same_column, same_row
from soppa_mailbot.forms.common.labels import comparable, without_number
from soppa_mailbot.forms.naming.optional import CELL, named, with_optional
from soppa_mailbot.forms.naming.optional_rows import ORDINALS, in_one_table, rows_meant
from soppa_mailbot.forms.naming.party import heading_party, label_party
from soppa_mailbot.model import Place

# No label has more than 160 characters: a pattern that may read on without end takes quadratic time.
_ROW = re.compile(
    rf"(?P<label>.{{1,160}}?),?\s{{0,3}}[(,]\s{{0,3}}(?P<behind>{'|'.join(ORDINALS)}) (?:row|line|entry)\)?"
    rf"|(?:the )?(?P<before>{'|'.join(ORDINALS)}) (?:row|line|entry) of (?:the )?(?P<of>.{{1,160}}?)(?: table)?",
    re.IGNORECASE,
)
_SLACK = 14.0  # points by which the sides of a column's places differ: fields keep off the lines of their cells
_COLUMN = 3  # places of a page that make a column, at least
_SEVERAL = 3  # words that are no mere "Name" or "Date", which may be anybody's
_REMARK = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
# Whoever signs has these: a name for one of them must say whose it is.
_OF_SIGNER = re.compile(
    r"\b(?:signature|signed|sign|names?|titles?|position|initials?)\b|\bdated?\b(?!\s+(?:by|on)\s+which\b)|^by\b|\bby$",
    re.I,
)


def with_variants(places: Sequence[Place], unused: Iterable[str]) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """The places with `required` taken off where an entry that fits none as it stands means them, and the rest."""
    out, left = tuple(places), []
    for wanted in unused:
        found = _meant(wanted, out)
        out, failed = with_optional(out, found) if found else (out, ("",))
        if failed:
            left.append(wanted)
    return out, tuple(left)


def _meant(wanted: str, places: Sequence[Place]) -> tuple[str, ...]:
    """The ids of the places that an entry means, () where that is not sure."""
    if exact := _printed_so(wanted, places) or _beside_another(wanted, places) or _headed_so(wanted, places):
        return exact
    if label_party(wanted) == "district" or heading_party(wanted.partition(":")[0]) == "district":
        return ()
    if row := _in_row(wanted, places) or rows_meant(wanted, places) or _behind_its_name(wanted, places):
        return row
    printed = [replace(p, label=p.printed) if p.printed else p for p in places]
    for said, head in _variants(wanted):
        if _OF_SIGNER.search(said):
            continue
        for known in (places, printed):
            found = [p for p in named(said, known) if p.kind != "check"] or _column(said, known, told=bool(head))
            if found and (not head or _only(found, head)):
                return tuple(p.id for p in found)
    return ()


_OF_ANOTHER = re.compile(
    r"(?P<label>[^(\[]{1,160}?)\s{0,3}[(\[](?:of|by|for)\s{1,3}(?:the\s{1,3})?(?P<other>[^()\[\]]{1,160})[)\]]",
    re.IGNORECASE,
)


def _beside_another(wanted: str, places: Sequence[Place]) -> tuple[str, ...]:
    """The place right behind one that is named with it: "Date (of the District technology office)" for the date beside
    "Reviewed by District technology office"."""
    said = _OF_ANOTHER.fullmatch(wanted.strip())
    if said is None:
        return ()
    other, words = comparable(said["other"]), comparable(said["label"])
    at = [n for n, p in enumerate(places) if len(other) >= _SEVERAL - 1 and comparable(p.label)[-len(other) :] == other]
    if len(at) != 1 or at[0] + 1 >= len(places):
        return ()
    following = places[at[0] + 1]
    return (following.id,) if comparable(following.label) == words and following.page == places[at[0]].page else ()


def _behind_its_name(wanted: str, places: Sequence[Place]) -> tuple[str, ...]:
    """The place in the row of one whose name an entry begins with: "Secondary contact email" in "Secondary contact:
    ____ Email: ____"."""
    said = comparable(wanted)
    for at in range(len(said) - 1, 0, -1):
        head, label = said[:at], said[at:]
        named_so = [n for n, p in enumerate(places) if head in (comparable(p.label), comparable(_bare(p.label)))]
        if len(named_so) != 1 or places[named_so[0]].signs:
            continue
        first = places[named_so[0]]
        row = takewhile(lambda p, first=first: _in_row_of(first, p), places[named_so[0] + 1 :])  # type: ignore[misc]
        # "First contact ____ Second contact ____ Email ____" does not tell whose it is
        mine = takewhile(lambda p, kind=head[-1]: comparable(_bare(p.label))[-1:] != (kind,), row)  # type: ignore[misc]
        found = [p for p in mine if comparable(p.label) == label and p.kind not in ("check", "signature")]
        if found:
            return (found[0].id,)
    return ()


def _in_row_of(first: Place, place: Place) -> bool:
    """Whether a place stands in the row of a page in which another is, right of it."""
    if first.box is None or place.box is None or first.page != place.page or first.party != place.party:
        return False
    return same_row(first.box, place.box) and place.box[0] >= first.box[2]


def _bare(label: str) -> str:
    return _REMARK.sub("", label)


_WHOSE = re.compile(r"(?P<label>[^(\[]{1,160}?)\s{0,3}[(\[](?P<whose>[^()\[\]]{3,160})[)\]]")


def _headed_so(wanted: str, places: Sequence[Place]) -> tuple[str, ...]:
    """The places under the head that an entry has in brackets: "Title (Member)" beside the title under "OPERATOR".

    Only where others that are called alike stay asked for: one signs for each party.
    """
    said = _WHOSE.fullmatch(wanted.strip())
    if said is None:
        return ()
    label, head = comparable(said["label"]), comparable(said["whose"])
    alike = [p for p in places if p.kind != "check" and label and comparable(p.label) == label]
    found = [p for p in alike if head and comparable(p.section)[: len(head)] == head]
    return tuple(p.id for p in found) if 0 < len(found) < len(alike) else ()


def _printed_so(wanted: str, places: Sequence[Place]) -> tuple[str, ...]:
    """The one field beside which the page says just this, whatever its tooltip says."""
    words = comparable(wanted)
    bare = comparable(without_number(wanted)[1] or wanted)
    found = [p for p in places if p.printed and comparable(p.printed) == words and not p.signs]
    found = found or [
        p for p in places if p.printed and comparable(without_number(p.printed)[1]) == bare and not p.signs
    ]
    return (found[0].id,) if len(found) == 1 and (len(words) >= _SEVERAL or not _OF_SIGNER.search(wanted)) else ()


def _variants(wanted: str) -> Iterator[tuple[str, str]]:
    """(what is said of a place, the head that it stands under or "")."""
    yield wanted, ""
    label, number = _by_row(wanted)
    if number:
        yield f"{label}, line {number}", ""
    shorter = _REMARK.sub("", wanted).rstrip(" :")
    if shorter and shorter != wanted.rstrip(" :") and not number:
        yield shorter, ""
    head, colon, label = wanted.partition(": ")
    if colon and label.strip():
        yield label.strip(), head.strip()


def _by_row(wanted: str) -> tuple[str, int]:
    """An entry that says by a word which row it means: "Name of it (second row)" -> ("Name of it", 2); ("", 0)."""
    match = _ROW.fullmatch(wanted.strip())
    if match is None:
        return "", 0
    said = (match["behind"] or match["before"]).casefold()
    return match["label"] or match["of"], ORDINALS.index(said) + 1


def _in_row(wanted: str, places: Sequence[Place]) -> tuple[str, ...]:
    """The place in a row told by its number, of cells that are all called alike: the head of their column."""
    label, number = _by_row(wanted)
    alike = [p for p in places if label and comparable(p.label) == comparable(label)]
    return (alike[number - 1].id,) if 1 < number <= len(alike) and in_one_table(alike, places) else ()


def _column(said: str, places: Sequence[Place], *, told: bool) -> list[Place]:
    """The cells under a table's head: "Purpose (if collected)" for "Name purpose (if collected)" and its likes.

    `told`: the entry names the part of the form that they stand in as well.
    """
    words = comparable(said)
    written = [p for p in places if p.kind != "check" and words]
    found = [p for p in written if comparable(p.label)[-len(words) :] == words]
    found = found or [p for p in written if comparable(_REMARK.sub("", p.label))[-len(words) :] == words]
    return found if len(found) > 1 and (told or _is_one_column(found, places)) else []


def _is_one_column(found: Sequence[Place], places: Sequence[Place]) -> bool:
    """Whether places stand under each other in one table: in a Word file by their cells, on a page by where they begin.

    Labels that end alike somewhere on a form, "Company telephone" and "Data officer telephone", are no column.
    """
    cells = [CELL.fullmatch(p.id) for p in found]
    if all(cells):
        return len({(c["table"], c["column"]) for c in cells if c}) == 1
    if not any(p.box for p in found):  # controls of a Word file: each in the same place of its row
        at = [n for n, p in enumerate(places) if p in found]
        return len(found) >= _COLUMN and len({b - a for a, b in pairwise(at)}) == 1 and at[1] - at[0] > 1
    boxes = [p.box for p in found if p.box is not None]
    if len(boxes) < len(found) or len({p.page for p in found}) > 1:
        return False
    return len(found) >= _COLUMN and all(same_column(a, b, _SLACK) for a, b in combinations(boxes, 2))


def _only(found: Sequence[Place], head: str) -> bool:
    """Whether an entry's label can mean these places alone: there is one, or their heading begins with the head."""
    if len(found) == 1:
        return True
    words = comparable(head)
    return all(comparable(p.section)[: len(words)] == words for p in found)
