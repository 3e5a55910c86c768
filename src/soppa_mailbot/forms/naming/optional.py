"""Which places `optional` (or a role) of the configuration means, matched the way a person would match them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import same_column
from soppa_mailbot.forms.common.labels import REMARK, comparable, without_number
from soppa_mailbot.forms.common.signer import is_of_signer
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.naming.optional_lists import Under, listed
from soppa_mailbot.forms.naming.optional_rows import in_one_table, rows_meant
from soppa_mailbot.forms.naming.party import (
    heading_party,
    is_districts_name_alone,
    label_party,
    names_operator,
    said_party,
)
from soppa_mailbot.model import Place

# "Why (row 2)", "Subcontractor, line 2"
_ROW_OF = re.compile(
    r"(?P<label>.*[^\s,])(?:\s*[(\[](?:in )?(?:the )?|,\s*)(?:row|line|entry)\s*(?P<row>\d{1,2})[)\]]?", re.IGNORECASE
)
CELL = re.compile(r"t(?P<table>\d+)r\d+c(?P<column>\d+)")  # id of a place in a table of a Word file
_SLACK = 6.0  # points by which the sides of a column's places differ
_WORDS_OF_AN_END = 4  # words of an entry that are a label's last ones
_ROW = 6  # cells of a row
_COUNTED = 3  # cells of a column that fields' names only count
_SIGNS = re.compile(r"\b(?:sign(?:ed|ature|er)s?|by|initials?)\b", re.IGNORECASE)
_NEXT = 4  # places after one within which another is its own: name, title and date beside a signature
# "General Offer. If this box is checked, the Operator offers the same terms to others": what a paragraph is headed
_HEADED = re.compile(r"([A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,4})[.:]\s+(?=[A-Z]\S*\s+\S+\s+\S)")
_OF_PART = re.compile(
    r"^(?:schedule|exhibit|attachment|appendix|annex|section|part|article)\s+(?:[0-9]{1,2}|[ivx]{1,4}|[a-z])"
    r"\s*[.:–—-]\s+(?=\S)",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(r"\s*[(\[][^)\]]*$")  # a remark of which a long heading keeps its beginning
_FIRST_SAID = re.compile(r"[^.;:(\[]+(?=[.;:(\[])")  # of a box: up to its remark, or to its next sentence
_CONDITION = re.compile(
    r"(?:you (?:may|can)|only|if|where|when|unless|leave|may|optional|not required|please|write)\b", re.IGNORECASE
)


def named(wanted: str, places: Sequence[Place]) -> tuple[Place, ...]:
    """The places that a label, a question or a field name means, in order.

    Field names and exact labels go first. Then a label that covers several places ("Reference 2" for its name,
    firm and telephone), and last a section's or question's name.
    """
    name = wanted.strip()
    said = comparable(name)
    exact = any(p.id == name or (said and said in _names(p)) for p in places)
    if not exact and (rows := rows_meant(name, places)):
        return tuple(p for p in places if p.id in rows)
    if (row := _ROW_OF.fullmatch(name)) and (cells := _nth_of(row["label"], int(row["row"]), places)):
        return cells
    by_name = [p for p in places if p.id == name or _field_name(p) == name]
    if not by_name:
        by_name = [p for p in places if _field_name(p).casefold() == name.casefold()]
    words = comparable(name)
    by_label = [p for p in places if words and words in _names(p)]
    # "Date" of the District's part and of the operator's: a name for both frees the operator of nothing
    theirs = [p for p in by_label if p.party == "district"]
    found = by_name + [p for p in theirs or by_label if p not in by_name]
    if found and all(p.kind == "check" for p in found):  # the row "Other (describe)" with its box: its other cells too
        found += [p for p in _covered(words, places) if p.kind != "check" and p not in found]
    if found and words and words[-1].isdigit():  # "Subcontractor 2" names its row, though one cell is called no more
        found += [p for p in _covered(words, places) if p not in found and p.kind != "signature"]
    if not found:
        found = _numbered(name, places) or _in_block(name, places) or (_covered(words, places) if words else [])
    if not found:
        found = _under(words, places)
    if not found:
        found = [p for p in places if words and words == comparable(p.label.rpartition(":")[2])]
    if not found:
        found = _nth(words, places) or _without_remarks(name, places) or _stated(words, places)
    if not found and (heading := REMARK.sub(" ", name)) != name:  # "For the District (Superintendent)"
        found = _under(comparable(heading), places)
    if not found:
        found = _of_its_number(name, places) or _behind(name, places) or _in_remark(words, places)
    if not found:
        found = _of_initials(name, places) or _ends(words, places) or _column_by_fields(name, places)
    return tuple(p for p in places if p in found)


def _column_by_fields(name: str, places: Sequence[Place]) -> list[Place]:
    """A column of form fields that editors named by its head and their rows: "CommentsRow1", "CommentsRow2".

    "Comments 1", "Comments 2" and so on are one where they stand one under the other.
    """
    head = re.escape(re.sub(r"\W", "", name))
    column = re.compile(rf"{head}(?P<row>[ _]?Row)?[ _]?\d{{1,3}}", re.IGNORECASE)
    fields = [(p, column.fullmatch(re.sub(r"[^\w ]", "", _field_name(p)))) for p in places if head]
    fields = [(p, said) for p, said in fields if p.kind != "check"]
    found = [p for p, said in fields if said and said["row"]]
    counted = [p for p, said in fields if said and not said["row"] and p.kind != "signature"]
    signs = is_of_signer(name) or _SIGNS.search(name)
    if not found and len(counted) >= _COUNTED and not signs and in_one_column(counted):
        found = counted
    words = comparable(name)
    # other rows' cells of that column, whose fields are named otherwise or are lacking
    rest = [p for p in places if p.kind == "text" and words and comparable(p.label)[-len(words) :] == words]
    return [*found, *(p for p in rest if p not in found)] if len(found) > 1 else []


def _nth_of(label: str, number: int, places: Sequence[Place]) -> tuple[Place, ...]:
    """The cell of a column that is called so in the row of this number."""
    words = comparable(label)
    alike = [p for p in places if words and p.kind == "text" and words in _names(p)]
    if numbered := [p for p in places if p.kind == "text" and (str(number), *words) in _names(p)]:
        return tuple(numbered)  # where the form numbers its rows: "2 subcontractor"
    rows = 1 <= number <= len(alike) > 1 and (in_one_table(alike, places) or len({p.section for p in alike}) == 1)
    return (alike[number - 1],) if rows else ()


def _in_block(name: str, places: Sequence[Place]) -> list[Place]:
    """A block of the form and a label in it: "Contact 2: Name", "FOR THE DISTRICT: Signature", "District signature"."""
    parts = name.split()
    for at in range(1, len(parts)):
        block, label = " ".join(parts[:at]), " ".join(parts[at:])
        for said, of in ((block, label), (label, block)):  # "Signature of the District" as well
            words = comparable(of.removesuffix(" of").removesuffix(" for").strip(" ,-–—"))
            said = re.sub(r"^(?:of|for|by)\s+(?=the\b)", "", said.strip(" :,-–—").removesuffix("’s").removesuffix("'s"))
            district = said_party(said) == "district"
            section = comparable(REMARK.sub(" ", said))
            found = [
                p
                for p in places
                if words
                and words in _names(p)
                and (p.party == "district" if district else section and section == _section(p))
            ]
            if found:
                return found
    return []


def _under(words: tuple[str, ...], places: Sequence[Place]) -> list[Place]:
    """All that stands under a heading: "Contact 2"."""
    return [p for p in places if words and words == _section(p)]


def _section(place: Place) -> tuple[str, ...]:
    return comparable(_CUT_OFF.sub("", REMARK.sub(" ", place.section)))


def _numbered(name: str, places: Sequence[Place]) -> list[Place]:
    """Where the form numbers its lines: "Doing business as" means "2. Doing business as", and so does "Question 2"."""
    number, rest = without_number(name)
    if number and not rest.strip():
        return [p for p in places if number in {without_number(t)[0] for t in (p.group_label, p.label) if t}]
    words = comparable(rest)
    bare = [(p, {comparable(t) for own in _texts(p) for t in _asked(_plain(own))}) for p in places]
    return [p for p, names in bare if words and words in names]


def _nth(words: tuple[str, ...], places: Sequence[Place]) -> list[Place]:
    """Of rows that the form does not number: "Name of subcontractor 2" is the second cell of that name.

    "Subcontractor 2" is the second row: all its cells, where the rows are alike.
    """
    if len(words) < 2 or not words[-1].isdigit() or len(words[-1]) > 2:
        return []
    # "3 Name of subcontractor" where the form says the number first
    if told := [p for p in places if p.kind != "signature" and (words[-1], *words[:-1]) in _names(p)]:
        return told
    alike = [n for n, p in enumerate(places) if words[:-1] in _names(p)]
    number = int(words[-1])
    if not 1 <= number <= len(alike) > 1:
        return []
    first = alike[number - 1]
    steps = {b - a for a, b in pairwise(alike)}
    wide = steps.pop() if len(steps) == 1 and "name" not in words else 1
    labels = [p.label for p in places[alike[0] : alike[0] + wide]]
    begins = not alike[0] or places[alike[0] - 1].label != labels[-1]
    row = places[first : first + wide]
    if begins and wide <= _ROW and [p.label for p in row] == labels:
        return [p for p in row if p.kind != "signature"]
    return [places[first]]


def _without_remarks(name: str, places: Sequence[Place]) -> list[Place]:
    """A remark in brackets behind a label set aside: "Date needed (leave blank if not known)".

    "Signature (District)" is no remark but says whose: then only the District's own places are meant.
    """
    words = comparable(without_number(REMARK.sub(" ", name))[1])
    said = " ".join(REMARK.findall(name))
    if not words:
        return []
    if not said:  # "Fax number" for "Fax number (if you have one)", and "Reseller" for "Reseller (name, address)"
        remarked = [
            (p, REMARK.findall(t)) for p in places for t in _texts(p) if words == comparable(_plain(REMARK.sub(" ", t)))
        ]
        free = [p for p, remarks in remarked if all(_CONDITION.match(r.strip(" ([")) for r in remarks)]
        one = [p for p, remarks in remarked if not any(_says_whose(r) for r in remarks)]
        return free or (one if len(one) == len(remarked) == 1 and not is_of_signer(name) and not one[0].signs else [])
    found = [p for p in places if words in (comparable(REMARK.sub(" ", t)) for t in _texts(p))]
    if label_party(said) == "district" or heading_party(said) == "district":
        return [p for p in found if p.party == "district"]
    if headed := _under_named(said, found):
        return headed
    return [p for p in found if p.role != "signature"] if _CONDITION.match(said.strip(" ([")) else []


def _under_named(said: str, found: Sequence[Place]) -> list[Place]:
    """Of places called alike those under the heading that a remark names: "Date (Agency)" under "FOR THE AGENCY"."""
    words = set(comparable(said))
    under = [p for p in found if words and words <= set(_section(p)) and not names_operator(p.section)]
    return under if len(under) < len(found) and len({p.section for p in under}) == 1 else []


def _stated(words: tuple[str, ...], places: Sequence[Place]) -> list[Place]:
    """The one box whose first words these are: "We hold no data" for "We hold no data (at all). Go to part D"."""
    if len(words) < _WORDS_OF_AN_END:
        return []
    boxes = [(p, _FIRST_SAID.match(_plain(p.label))) for p in places if p.kind == "check"]
    found = [p for p, first in boxes if first is not None and comparable(first[0]) == words]
    return found if len(found) == 1 else []


def _says_whose(remark: str) -> bool:
    """Whether words in brackets say who fills a place: "(Operator)", "(for the District)"."""
    return bool(label_party(remark) or said_party(remark.strip(" ()[]")))


def _of_its_number(name: str, places: Sequence[Place]) -> list[Place]:
    """A line's number with some of its words: "17b. Explanation" for "17b. If yes to 17a, explanation"."""
    number, rest = without_number(REMARK.sub(" ", name))
    words = set(comparable(rest))
    if not words or not number[:1].isdigit():
        return []
    texts = [(p, without_number(t)) for p in places for t in (p.group_label or p.label,)]
    return [p for p, (own, text) in texts if own == number and words <= set(comparable(text))]


def _behind(name: str, places: Sequence[Place]) -> list[Place]:
    """A place and the next one of a label: "Superintendent: Date" for the date under the Superintendent's line."""
    first, _, label = name.rpartition(":")
    of, words = comparable(first), comparable(label)
    at = [n for n, p in enumerate(places) if of and of in _names(p)]
    if len(at) != 1 or not words:
        return []
    near = [p for p in places[at[0] + 1 : at[0] + 1 + _NEXT] if p.page == places[at[0]].page]
    return [p for p in near if words in _names(p)][:1]


def _in_remark(words: tuple[str, ...], places: Sequence[Place]) -> list[Place]:
    """What stands in brackets under or behind a label: "name of the reseller" for "through (name of the reseller)"."""
    if len(words) < 2:
        return []
    return [
        p
        for p in places
        if any(comparable(r.strip(" ()[]")) == words for r in (*REMARK.findall(p.label), p.remark) if r)
    ]


def _ends(words: tuple[str, ...], places: Sequence[Place]) -> list[Place]:
    """The one place whose label ends so: "the list is posted at" for "If it does, the list is posted at"."""
    if len(words) < _WORDS_OF_AN_END or is_of_signer(" ".join(words)):
        return []
    found = [p for p in places if p.kind != "check" and comparable(p.label)[-len(words) :] == words]
    return found if len(found) == 1 and not found[0].signs else []


def _of_initials(name: str, places: Sequence[Place]) -> list[Place]:
    """The one place whose label's initials these are: "DBA" for "Doing business as"."""
    letters = re.sub(r"[./]", "", name)
    if not re.fullmatch(r"[A-Z]{3,5}", letters.upper() if "/" in name else letters):
        return []
    found = [p for p in places if "".join(w[0] for w in norms(_plain(p.label))) == letters.casefold()]
    return found if len(found) == 1 else []


def _plain(label: str) -> str:
    """A label without its number and what stands in brackets before it: "(UNIT OFFICE) CHECKED BY".

    "Schedule 3. Offer to other districts" has such a number, too.
    """
    return re.sub(r"^\([^)]*\)\s*(?=\S)", "", without_number(_OF_PART.sub("", label))[1])


def _asked(label: str) -> tuple[str, ...]:
    """A label, and its question alone where an explanation follows: "Needed by when? Allow about four weeks, ..."."""
    question = re.match(r".*?\w{2}[.?!](?=\s+[A-Z(])", label)
    return (label, question[0]) if question and len(question[0].split()) > 2 else (label,)


def _field_name(place: Place) -> str:
    return place.id.split("=", 1)[0]


def _names(place: Place) -> Iterable[tuple[str, ...]]:
    """What a person may call a place; a box also by its question."""
    return map(comparable, _texts(place))


def _texts(place: Place) -> Iterable[str]:
    yield place.label
    if place.title[:1].isupper():  # what a contract calls the blank in its sentence: "Effective Date"
        yield place.title
    if place.kind == "check" and (headed := _HEADED.match(place.label)):
        yield headed[1]
    if place.group_label:
        yield place.group_label
        if place.option:
            yield f"{place.group_label} {place.option}"


def _covered(words: tuple[str, ...], places: Sequence[Place]) -> list[Place]:
    """Places whose label starts with these words and goes on by a few more: a row's cells, a person's details."""
    starts = [p for p in places if any(n[: len(words)] == words and len(n) - len(words) <= 8 for n in _names(p))]
    if starts and (len(words) >= 2 or words[-1].isdigit() or len(starts) >= 2):
        return starts
    # the head of a column: "Comments" for "Do you hold a report? comments" and its likes
    ends = [p for p in places if any(n[-len(words) :] == words and len(n) > len(words) for n in _names(p))]
    if len(words) >= 2:  # "Printed name" ends the operator's lines as well
        ends = [p for p in ends if p.kind == "text" and not p.signs] if not is_of_signer(" ".join(words)) else []
    return ends if len(ends) >= 2 and not words[-1].isdigit() and in_one_column(ends) else []


def in_one_column(places: Sequence[Place]) -> bool:
    """Whether places stand one under the other in one table, or are the boxes of one question."""
    if len({p.group for p in places}) == 1 and places[0].group:
        return True
    cells = [m for p in places if (m := CELL.fullmatch(p.id))]
    if len(cells) == len(places):
        return len({(m["table"], m["column"]) for m in cells}) == 1
    boxes = [p.box for p in places if p.box is not None]
    return len(boxes) == len(places) and all(same_column(b, boxes[0], _SLACK) for b in boxes)


def with_optional(
    places: Sequence[Place], optional: Iterable[str], under: Under = dict
) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """The places with `required` taken off where `optional` names them, and the names that fit no place.

    `under` tells the headings over places, for entries that name one and several places under it. What such an entry
    calls the District's is its own.
    """
    free: set[str] = set()
    ticks: set[str] = set()  # boxes that are named, by one entry or by several
    theirs: set[str] = set()
    unused = []
    for wanted in optional:
        found = named(wanted, places)
        if not found or "," in wanted:  # the last of a list may be the end of a name: "(signature, print name, date)"
            several, owned = listed(wanted, places, under)
            if not found or (owned and set(found) < set(several)):
                found = tuple(several)
                theirs.update(p.id for p in found if owned)
        free.update(p.id for p in found if p.kind != "check")
        ticks.update(p.id for p in found if p.kind == "check")
        if not found and not _names_theirs(wanted, places):
            unused.append(wanted)
    free.update(p.id for p in places if p.id in ticks and _whole_question(p, ticks, places))
    told = (replace(p, party="district") if p.id in theirs & free else p for p in places)
    return tuple(replace(p, required=p.required and p.id not in free) for p in told), tuple(unused)


def with_required(places: Sequence[Place], required: Iterable[str]) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """The places that must be filled whoever leaves them empty, and the names that fit no place of the operator."""
    must: set[str] = set()
    unused = []
    for wanted in required:
        found = [p.id for p in named(wanted, places) if p.party != "district"]
        must.update(found)
        if not found:
            unused.append(wanted)
    groups = {p.group for p in places if p.id in must and p.group}  # one box of a question stands for all
    told = (
        replace(p, required=True, insisted=True, unsure="") if p.id in must or p.group in groups else p for p in places
    )
    return tuple(told), tuple(unused)


def _names_theirs(wanted: str, places: Sequence[Place]) -> bool:
    """Whether only a place is meant that vendors are not asked for: "Agreement number (District)"."""
    if is_districts_name_alone(wanted) and any(p.party == "district" for p in places):
        return True  # the heading over its signatures
    labels = [comparable(wanted)]
    said = " ".join(r.strip(" ()[]") for r in REMARK.findall(wanted))
    if said_party(said) == "district" or label_party(said) == "district" or is_districts_name_alone(said):
        labels.append(comparable(REMARK.sub(" ", wanted)))
    return any(p.party == "district" and comparable(REMARK.sub(" ", p.label)) in labels for p in places)


def _whole_question(place: Place, found: Collection[str], places: Sequence[Place]) -> bool:
    """Whether all boxes of a place's question are meant: one box that may stay empty leaves its question asked."""
    return all(p.id in found for p in places if place.group and p.group == place.group)
