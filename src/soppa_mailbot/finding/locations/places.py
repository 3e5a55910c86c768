"""The schools and departments that will use the software (contract §4 "Schools and departments").

Names are found by `places_mentions` and `places_groups`, `places_role` says why each of them is named, and
`places_weighed` which of them count. What is on the list is `received`; a place that is not, or that could be two, is
`unclear` with the sender's words.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.own_text import MAIL_SOURCES, without_addresses, without_foreign
from soppa_mailbot.finding.common.sentences import Piece, plain, quote
from soppa_mailbot.finding.common.still_open import places_open
from soppa_mailbot.finding.locations.places_addressee import without_addressees
from soppa_mailbot.finding.locations.places_corrected import corrected, without_markers
from soppa_mailbot.finding.locations.places_found import Found
from soppa_mailbot.finding.locations.places_index import index_of
from soppa_mailbot.finding.locations.places_labels import Region, labelled_pieces
from soppa_mailbot.finding.locations.places_listed import with_listed
from soppa_mailbot.finding.locations.places_mistaken import without_mistaken
from soppa_mailbot.finding.locations.places_names import Names
from soppa_mailbot.finding.locations.places_others import with_the_others
from soppa_mailbot.finding.locations.places_pupils import schools_meant
from soppa_mailbot.finding.locations.places_rather import without_those_meant_otherwise
from soppa_mailbot.finding.locations.places_reading import read_piece
from soppa_mailbot.finding.locations.places_referred import refers
from soppa_mailbot.finding.locations.places_struck import without_struck
from soppa_mailbot.finding.locations.places_tabled import without_refused
from soppa_mailbot.finding.locations.places_theirs import departments_meant
from soppa_mailbot.finding.locations.places_those import those_meant
from soppa_mailbot.finding.locations.places_ticked import none_ticked, without_crossed, without_unticked
from soppa_mailbot.finding.locations.places_weighed import ASKED, MOST_WORDS, NAMED_OTHERWISE, weighed_up
from soppa_mailbot.finding.locations.places_wrapped import unwrapped
from soppa_mailbot.model import Evidence, LocationsFinding, School, Status

_MOST_NAMED = 800  # names and groups in a text: the largest district of Illinois has some 640 schools


def find(
    text: str,
    schools: tuple[School, ...],
    *,
    source: str,
    labelled: bool = False,
    page: int = 0,
    district_names: tuple[str, ...] = (),
    vendor_names: tuple[str, ...] = (),
    product_names: tuple[str, ...] = (),
    loosely: bool = False,
    told_there: bool = False,
) -> LocationsFinding:
    """The places of the school list that a text names as users.

    `told_there`: the mail says that they stand in this paper: "The department is on the order form."

    `labelled`: the text is the answer to a form's question for schools or departments, so any text is an answer.
    `district_names`, `vendor_names` (the vendor's, the sender's) and `product_names` (of products and their operators)
    may contain a school's name; they are never taken for one. `value` holds names as the list spells them,
    `("District-wide",)` for all schools, or the words that could not be matched when the status is `unclear`.
    """
    index = index_of(schools)
    paper = not labelled and source not in MAIL_SOURCES
    text = unwrapped(text, index) if paper else text
    original = plain(without_refused(without_unticked(without_crossed(text), paper=paper)))
    seen = original
    if not labelled and (source in MAIL_SOURCES or source.lower().endswith((".eml", ".msg"))):
        seen = without_foreign(seen)
    names = Names.of(district_names, vendor_names, product_names)
    if not labelled:
        seen = without_addressees(seen, index, names, mail=source in MAIL_SOURCES, told_there=told_there)
    seen = _CELL.sub("\t", names.masked(without_addresses(seen)))

    weighed = 0

    def read(piece: Piece, region: Region | None) -> list[Found]:
        nonlocal weighed
        if weighed > _MOST_NAMED:
            return []
        found, count = read_piece(piece, region, index, names, loosely=loosely)
        weighed += count
        return found

    regions = with_listed(_regions(without_markers(seen), labelled), index)
    reading = [(piece, read(piece, region)) for piece, region in regions]
    found = without_mistaken(seen, corrected(seen, reading, read))
    found = without_those_meant_otherwise(reading, index, without_struck(seen, reading, read, found))
    if not labelled:
        found += departments_meant(reading, index, names) or schools_meant(reading, index, names)
        found = with_the_others(reading, index, names, [*found, *those_meant(reading)])
    if weighed > _MOST_NAMED:
        return LocationsFinding(Status.UNCLEAR, detail="more places are named than a person would name")
    referred = any(refers(piece.text) for piece, _ in reading)
    if labelled and not found:
        return _no_place(original, text, source, page)
    finding = weighed_up(found, index, original, text, source, page, referred=referred)
    if finding.status is Status.RECEIVED and not labelled and source in MAIL_SOURCES and (said := places_open(seen)):
        detail = f"places are named, but also: “{said}”"
        words = tuple(dict.fromkeys(finding.value))[:MOST_WORDS]
        return LocationsFinding(Status.UNCLEAR, words, finding.evidence, detail)
    if finding.status is Status.RECEIVED and not labelled and not paper and (lists := none_ticked(text)):
        lines = [" ".join(e.quote.split()) for e in finding.evidence]
        if all(any(line in said for said in lists) for line in lines):
            words = tuple(dict.fromkeys(finding.value))[:MOST_WORDS]
            return LocationsFinding(Status.UNCLEAR, words, finding.evidence, "none of the boxes before them is ticked")
    return finding


_CELL = re.compile(r"(?<=\S[ ])[|](?=[ ]\S)")  # of a typed table
_POINTS_ELSEWHERE = re.compile(
    r"\W*(?:(?:please[ ])?(?:see|refer|as[ ](?:in|per|stated|listed)|listed[ ]in|attached|"
    r"in[ ]the[ ]attached)\b.{0,60}|n/?a\W*|none\W*|not[ ]applicable\W*|)\W*",
    re.I,
)


def _regions(text: str, labelled: bool) -> list[tuple[Piece, Region | None]]:
    if not labelled:
        return list(labelled_pieces(text))
    return [(piece, region or Region(0, len(piece.text), True)) for piece, region in labelled_pieces(text)]


def _no_place(seen: str, text: str, source: str, page: int) -> LocationsFinding:
    """A form's answer that names nothing: pointing to another paper is no answer, other words are unclear."""
    words = " ".join(seen.split())
    if len(words) < 90 and _POINTS_ELSEWHERE.fullmatch(words):
        return LocationsFinding(Status.MISSING, detail=f"the answer is “{words}”" if words else "")
    proof = Evidence(source, quote(text, 0, len(text)), page, "the answer to the form's question")
    return LocationsFinding(Status.UNCLEAR, (words[:120],), (proof,), f"not on the school list: “{words[:120]}”")


def only_doubted(finding: LocationsFinding) -> bool:
    """Whether the places of a finding are named for other reasons than use, and none better."""
    return finding.status is Status.UNCLEAR and finding.detail == NAMED_OTHERWISE


def only_denied(finding: LocationsFinding) -> bool:
    """Whether of all places of a finding is said that they have no part in the purchase."""
    return only_doubted(finding) and all(e.rule.endswith("denied") for e in finding.evidence)


def only_asked(finding: LocationsFinding) -> bool:
    """Whether the places of a finding are those that asked for the product, and not named as its users."""
    return finding.status is Status.RECEIVED and all(e.rule == ASKED for e in finding.evidence)
