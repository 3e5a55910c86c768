"""Entries of `optional` that name several places at once, as people write them.

"For the District: By, Printed name, Title, Date" has a head and labels; "Exhibit B: lines 2 to 6" names rows of a
table; "District signature block" a whole block. What an entry says of the District frees nothing of the operator's own
signature, name, title and date: where it cannot be told whose they are, it frees none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.labels import comparable, without_number
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.naming.party import heading_party, is_districts_name, said_party
from soppa_mailbot.model import Place

_ROWS = re.compile(
    r"(?:the\s+)?(?:lines?|rows?|entries|numbers?)\s+(?P<first>\d{1,2})"
    r"(?:\s*(?:to|through|thru|until|-|–|—)\s*(?P<last>\d{1,2})"
    r"|(?P<more>(?:\s*(?:,|&|\band\b|,\s*and\b)\s*\d{1,2})+)"
    r"|(?P<on>\s+(?:and (?:up|more|following|on|after)|onwards?|ff\.?))|)"
    r"|(?P<further>(?:any\s+|all\s+|the\s+)?(?:additional|further|other|remaining|extra|unused|more)\s+"
    r"(?:lines?|rows?|entries)|(?:all\s+)?(?:lines?|rows?|entries)\s+(?:after|but|except|below)\s+the\s+first)",
    re.I,
)
_OF_TABLE = re.compile(r"\s*(?:of|in|on|from)\s+(?:the\s+|its\s+)?(?:table|list|schedule|exhibit)\s*$", re.I)
_BLOCK = re.compile(
    r"\s*\b(?:(?:signatures?|signing|acceptance)\s+)?(?:block|part|section|column|side|area|box|table|lines?|fields?)"
    r"(?:\s+(?:of|in)\s+the\s+(?:signatures?\s+)?(?:block|part|section|table|page|form|area|signatures?))?\s*$",
    re.I,
)
# "District representative (signature, print name, date)"
_IN_BRACKETS = re.compile(r"(?P<head>[^()\[\]]{1,120}?)\s{0,4}[(\[](?P<said>[^()\[\]]{1,300})[)\]]")
_OPERATORS = re.compile(
    r"\b(?:operator|vendor|provider|contractor|company|supplier|consultant|firm)(?:['’]?s)?\b", re.I
)
_DISTRICTS = re.compile(r"\b(?:district|office|board|school|superintendent|lea|internal|staff)\b", re.I)
_OF_NAMES = frozenset({"printed", "print", "typed", "and", "or"})
_OF_SIGNER = _OF_NAMES | {"signature", "signed", "sign", "by", "name", "title", "position", "its", "date", "authorized"}
_SIGNED = re.compile(r"\b(?:signature|signed)\b|(?:^|:)\s*by\W*$", re.I)
_DATED = re.compile(r"\bdated?\b", re.I)
PARTS = frozenset(
    (word,) for word in ("part", "section", "article", "exhibit", "schedule", "attachment", "appendix", "annex", "form")
)
_LAST = 99  # row of a table that goes on to its end


Under = Callable[[], Mapping[str, Collection[str]]]  # place -> the headings over it


def listed(wanted: str, places: Sequence[Place], under: Under = dict) -> tuple[list[Place], bool]:
    """The places that one entry for several of them means, and whether it says that they are the District's own.

    None where it is no such entry, or not sure. `under` is asked for heads that are no section's name.
    """
    head, said = _parted(wanted)
    if rows := _row_numbers(said):
        return _rows(rows, standing_under(head, places, under) if head else places), False
    if not head:
        return [p for p in places if p.party == "district"] if _whole_block(said) else [], True
    if re.fullmatch(r"[(\[][^()\[\]]*[)\]]", said):
        return _behind_question(wanted.partition(":")[0], places), False
    labels = _labels(said)
    theirs = is_districts(head)
    found = _in_block(labels, head, standing_under(head, places, under))
    if theirs:
        in_line = _in_line(labels, head, places)
        own = _in_block(labels, head, [p for p in places if p.party == "district"])
        found = max(found, in_line, own, key=len)
    return found if _is_safe(found, places) else [], theirs


def is_districts(head: str) -> bool:
    """Whether a head names the District, or its office, and no operator."""
    if _OPERATORS.search(head):
        return False
    return heading_party(head) == "district" or is_districts_name(head) or bool(_DISTRICTS.search(head))


def _parted(wanted: str) -> tuple[str, str]:
    """("For the District", "By, Title, Date"); the head without its number and without "signature block"."""
    text = " ".join(wanted.split())
    head, colon, said = text.partition(":")
    if not colon:
        head, said = _without_colon(text)
    number, bare = without_number(head)
    head = bare if number and bare.strip() else head
    shorter = _BLOCK.sub("", head).strip(" ,:-–—")
    return shorter or head.strip(" ,:-–—"), said.strip(" .")


def _without_colon(text: str) -> tuple[str, str]:
    """ "Exhibit 2, lines 2 to 4", "lines 2 to 4 of Exhibit 2" and "School District signature, name, title"."""
    match = _ROWS.search(text)
    if match and not match.start():
        rest = re.sub(r"^\s*(?:of|in|on)\s+(?:the\s+)?", "", text[match.end() :])
        return ("", text) if re.fullmatch(r"table|list|", rest.strip(" ."), re.I) else (rest, match.group())
    if match and not _OF_TABLE.sub("", text[match.end() :]).strip(" ."):
        return text[: match.start()].strip(" ,-–—("), match.group()
    bracketed = _IN_BRACKETS.fullmatch(text)
    if bracketed and is_districts(bracketed["head"]):
        labels = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*[/&]\s*", bracketed["said"].strip())
        if len(labels) > 1 and set(norms(bracketed["said"])) <= _OF_SIGNER:
            return bracketed["head"], ", ".join(labels)
    words = text.split()
    for at in range(min(len(words) - 1, 6), 0, -1):
        head = " ".join(words[:at])
        if "," in text and "," not in head and said_party(head) == "district":
            rest = " ".join(words[at:])
            if set(norms(rest.partition(",")[0])) <= _OF_SIGNER:
                return head, rest
    return "", text


def _whole_block(text: str) -> bool:
    """Whether an entry names all that is the District's: "District column of the signature table"."""
    head = _BLOCK.sub("", text)
    return head != text and said_party(head) == "district"


def _labels(said: str) -> list[str]:
    return [t for t in (re.sub(r"^(?:and|or)\s+", "", part.strip()) for part in re.split(r"[,;]", said)) if t]


def standing_under(head: str, places: Sequence[Place], under: Under) -> list[Place]:
    """The places that stand under a heading of which the head says the beginning, or all."""
    words = words_of_heading(head)
    found = [p for p in places if words and starts(words_of_heading(p.section), words)]
    if found or not words:
        return found
    heads = under()
    return [p for p in places if any(starts(words_of_heading(h), words) for h in heads.get(p.id, ()))]


def words_of_heading(text: str) -> tuple[str, ...]:
    """All words that tell a heading: the letter of "Exhibit A", too."""
    words = norms(text)
    return words[next((n for n, w in enumerate(words) if w not in ("for", "the", "by")), 0) :]


def starts(heading: tuple[str, ...], head: tuple[str, ...]) -> bool:
    """Whether a heading begins so, maybe behind its number: "Part D. Subcontractors"."""
    bare = heading[heading[:1] in PARTS :]
    of_number = len(bare) > 1 and (bare[0].isdigit() or len(bare[0]) == 1 or re.fullmatch(r"[ivx]{1,4}", bare[0]))
    return heading[: len(head)] == head or bool(of_number and bare[1 : len(head) + 1] == head)


def _in_block(labels: Sequence[str], head: str, pool: Sequence[Place]) -> list[Place]:
    """The places of a block that the labels name; a label of two places that no party parts names neither."""
    found: list[Place] = []
    for label in _split(labels, head, pool):
        fitting = [p for p in pool if _fits(label, head, p)]
        theirs = [p for p in fitting if p.party == "district"]
        fitting = fitting or _of_column(label, pool) or _begun(label, pool)
        if len(fitting) > 1 and len(theirs) != len(fitting) and is_districts(head):
            fitting = theirs
        found += [p for p in fitting if p not in found]
    said = {w for label in labels for w in comparable(label)}
    joined = [p for p in pool if p not in found and said and is_districts(head) and _is_joined(p, said)]
    return found + joined if found else []


def _of_column(label: str, pool: Sequence[Place]) -> list[Place]:
    """The cells under a column's head: "Name purpose (if collected)" and its likes for "Purpose (if collected)"."""
    words = norms(label)
    found = [p for p in pool if p.kind != "check" and not _is_signed(p) and norms(p.label)[-len(words) :] == words]
    return found if words and len(found) > 1 and not set(words) <= _OF_SIGNER else []


def _begun(label: str, pool: Sequence[Place]) -> list[Place]:
    """The one place whose label begins so, or is all but a remark: "Other data" for "Other (please specify)"."""
    words = comparable(re.sub(r"\s*[(\[][^()\[\]]*[)\]]", "", label))
    found = [p for p in pool if p.kind != "check" and words and comparable(p.label)[: len(words)] == words]
    return found if len(found) == 1 and not set(words) <= _OF_SIGNER and not _is_signed(found[0]) else []


def _behind_question(head: str, places: Sequence[Place]) -> list[Place]:
    """The line beside the last box of a numbered question: "14. Other: (period written out)"."""
    number, label = without_number(head)
    at = [n for n, p in enumerate(places) if number and without_number(p.group_label)[0] == number]
    following = places[at[-1] + 1 : at[-1] + 2] if at else ()
    return [p for p in following if p.kind == "text" and comparable(label) and comparable(p.label) == comparable(label)]


def _split(labels: Sequence[str], head: str, pool: Sequence[Place]) -> list[str]:
    """The labels, "printed name and date" as two where no place is called that."""
    out: list[str] = []
    for label in labels:
        parts = re.split(r"\s+(?:and|or|&)\s+|\s*&\s*", label)
        out += [label] if len(parts) < 2 or any(_fits(label, head, p) for p in pool) else parts
    return out


def _is_joined(place: Place, said: set[str]) -> bool:
    """Whether a place asks for two things at once that a list names one by one: "Name and title"."""
    words = set(comparable(place.label)) - _OF_NAMES
    return len(words) > 1 and words <= said & _OF_SIGNER


def _fits(label: str, head: str, place: Place) -> bool:
    words = comparable(label)
    if _is_signed(place) and words and set(words) <= {"signature", "by", "signed"}:
        return True
    texts = [place.label, *([place.group_label] if place.group_label else [])]
    return any(words and _same(words, said) for text in texts for said in _bare(text, head, place.section))


def _is_signed(place: Place) -> bool:
    return place.kind == "signature" or (
        place.kind == "text" and _SIGNED.search(place.label) is not None and not _DATED.search(place.label)
    )


def _same(words: tuple[str, ...], said: tuple[str, ...]) -> bool:
    plain = tuple(w for w in said if w not in _OF_NAMES)
    return words == said or (plain != () and plain == tuple(w for w in words if w not in _OF_NAMES))


def _bare(text: str, head: str, section: str) -> Iterable[tuple[str, ...]]:
    """The words of a label, also without its number, remark, and the block's name before or behind them."""
    for shown in {text, without_number(text)[1], re.sub(r"\s*[(\[][^()\[\]]*[)\]]", "", text)}:
        said = comparable(shown)
        yield said
        for name in (comparable(head), comparable(section), ("district",), ("for", "district")):
            if name and len(said) > len(name):
                if said[: len(name)] == name:
                    yield said[len(name) :]
                if said[-len(name) :] == name:
                    yield said[: -len(name)]


def _in_line(labels: Sequence[str], head: str, places: Sequence[Place]) -> list[Place]:
    """Places that follow each other as a list of the District's says, the first of which is the District's own.

    Where no label is one that an operator signs with, each need only be the form's one place of that name.
    """
    written = [p for p in places if p.kind != "check"]
    names = _split(labels, head, written)
    runs = []
    for at in range(len(written) - len(names) + 1):
        run = written[at : at + len(names)]
        if all(_fits(n, head, p) for n, p in zip(names, run, strict=True)) and _is_theirs(run[0], head):
            runs.append(run)
    if len(runs) == 1 and len(names) > 1:
        run = runs[0]
        behind = [not set(comparable(n)) <= _OF_SIGNER for n in names]
        # a signature in between is theirs as well where a place of theirs follows: "Received on, By, File"
        open_ = [n for n, p in enumerate(run) if _is_signed(p) and p.party != "district"]
        return run if all(any(behind[n + 1 :]) for n in open_) else []
    found = []
    for name in names:
        fitting = [p for p in written if _fits(name, head, p)]
        if len(fitting) != 1 or set(comparable(name)) <= _OF_SIGNER or _is_signed(fitting[0]):
            return []
        found += fitting
    return found


def _is_theirs(place: Place, head: str) -> bool:
    words = comparable(head)
    return place.party == "district" or bool(words and comparable(place.label)[: len(words)] == words)


def _is_safe(found: Sequence[Place], places: Sequence[Place]) -> bool:
    """Whether the operator still has a line to sign on, where a list names one that may be its own."""
    freed = [p for p in found if _is_signed(p) and p.party != "district"]
    if not freed or any(_is_signed(p) and p.party != "district" and p not in found for p in places):
        return True
    # the District's "Received on, By, File" in a form that vendors do not sign
    return all(0 < n < len(found) - 1 for n, p in enumerate(found) if p in freed)


# --- rows of a table ---


def _row_numbers(said: str) -> set[int]:
    match = _ROWS.fullmatch(_OF_TABLE.sub("", said).strip())
    if match is None:
        return set()
    if match["further"]:
        return set(range(2, _LAST + 1))
    first = int(match["first"])
    if match["on"]:
        return set(range(first, _LAST + 1))
    last = int(match["last"] or first)
    return {*range(first, last + 1), *(int(n) for n in re.findall(r"\d+", match["more"] or ""))}


_NUMBERED = re.compile(
    r"^\(?(?P<before>\d{1,2})[.)]?\s+(?=\D)|[,\s(]*\b(?:line|row|entry|no\.?|#)?\s*(?P<behind>\d{1,2})\)?$", re.I
)


def _rows(rows: set[int], pool: Sequence[Place]) -> list[Place]:
    """The cells of these rows, where the places repeat row by row: by their numbers, or counted."""
    columns: dict[str, list[tuple[int, Place]]] = {}
    for place in pool:
        if place.kind == "check" or _is_signed(place):
            continue
        match = _NUMBERED.search(place.label)
        number = int((match["before"] or match["behind"]) if match else 0)
        name = " ".join(norms(_NUMBERED.sub(" ", place.label, count=1)))
        columns.setdefault(name, []).append((number, place))
    repeated = {name: cells for name, cells in columns.items() if len(cells) > 1}
    out: list[Place] = []
    for cells in repeated.values():
        told = [n for n, _ in cells]
        counted = told if all(told) and len(set(told)) == len(told) else range(1, len(cells) + 1)
        out += [p for n, (_, p) in zip(counted, cells, strict=True) if n in rows]
    return out
