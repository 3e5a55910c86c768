"""Places that their own writer takes back: "for Lincoln and Oak Ridge... sorry, Lincoln and Stillwater".

The later list stands in place of the earlier one. Where it cannot be told what of the earlier one still holds ("Lincoln
and Oak Ridge, I mean Stillwater": one of the two, or both?), the later names are made unclear.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.corrections import AHEAD, BACK, Marker, adds, markers, paragraph_ends
from soppa_mailbot.finding.common.sentences import Piece, blanked
from soppa_mailbot.finding.locations.places_found import Found
from soppa_mailbot.finding.locations.places_labels import Region
from soppa_mailbot.finding.locations.places_mistaken import mistakes
from soppa_mailbot.finding.locations.places_role import Role

Reading = list[tuple[Piece, list[Found]]]
Reader = Callable[[Piece, Region | None], list[Found]]

# words between a marker and the names that replace what was said
_FILLER = re.compile(
    r"(?:[\s,:;.!()\"'*-]++|\b(?:it|that|this|they|those|them|is|'s|s|are|was|will|would|be|to|for|at|in|by|of|the|our|"
    r"your|a|and|only|just|really|actually|instead|used?|using|use|needs?|goes|going|meant|mean|say|said|read|write|"
    r"schools?|buildings?|campus(?:es)?|sites?|departments?|locations?|places?|list|names?|correct|right|ones?|both|"
    r"either|i|we|please|now|changed?|make|should|have|been|with|plan|quote|order|not|so|users?|pilot|here|from|"
    r"starting|start|above|written|my|mistake|thinking|of|teachers|students|staff|office|folks|team)\b)*+",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(?:only|just|alone|solely|nothing[ ]else|by[ ]itself|whole|all|everything)\b", re.IGNORECASE)
_QUOTES_ITSELF = re.compile(
    r"\b(?:I|we|it|form|quote|order|mail|e-?mail|list)[ ](?:wrote|said|put|typed|listed|mentioned|named|entered|"
    r"read|says|"
    r"had)[ ](?![^.;]{0,60}[.;][ ])",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"[.;!?](?:\s|$)|[ (](?:as|because|since|who|which|where|per|asked|approv\w+|sign|needed|dead[- ]?line)\b", re.I
)


def without_markers(text: str) -> str:
    """The text without its words of correction, so that none of them is taken for a name."""
    return blanked(text, [(m.start, m.end) for m in markers(text)])


def corrected(text: str, reading: Reading, read: Reader) -> list[Found]:
    """What was found, without what is taken back. `text` still holds the markers; `read` reads a piece once more."""
    found = [f for _, read_there in reading for f in read_there]
    every = list(markers(text))
    wrong = [(start, end) for start, end, _ in mistakes(text, found)] if every else []
    for marker in every:
        piece, later = _replacing(marker, reading, read)
        if piece is None or paragraph_ends(text, marker.end, later[0].start) > 1:
            continue
        if _says_more(wrong, marker, piece, reading):
            continue
        quoted = _quoted(marker, piece, read)
        if quoted:
            found = [*(f for f in found if not f.places or not set(f.places) <= quoted), *later]
            continue
        found = _applied(text, marker, later, found)
    return found


def _says_more(said: Sequence[tuple[int, int]], marker: Marker, piece: Piece, reading: Reading) -> bool:
    """Whether a sentence of use follows a mistake: "The quote says Lincoln, which is wrong. Oak Ridge will use it"."""
    if piece.start < marker.end or not any(start <= marker.start < end for start, end in said):
        return False
    return any(f.role >= Role.USED and f.places for p, every in reading if p is piece for f in every)


def _quoted(marker: Marker, piece: Piece, read: Reader) -> set[int]:
    """What the writer says that was written by mistake: "I wrote Lincoln above, that should be Oak Ridge"."""
    at = piece.offset(marker.start)
    verb = _QUOTES_ITSELF.search(piece.text[:at])
    if not verb or piece.start > marker.start:
        return set()
    return {p for f in read(piece, Region(verb.end(), at, False)) if f.role == Role.ANSWER for p in f.places}


def _replacing(marker: Marker, reading: Reading, read: Reader) -> tuple[Piece | None, list[Found]]:
    """The names right behind a marker, read as an answer."""
    for piece, _ in reading:
        if piece.end <= marker.end or piece.start > marker.end + AHEAD:
            continue
        at = piece.offset(marker.end)
        cut = _CUT.search(piece.text, at + 1)
        while cut and not piece.text[at : cut.start()].strip(" ,:;.!-()"):
            cut = _CUT.search(piece.text, cut.end())
        end = cut.start() if cut else len(piece.text)
        later = [f for f in read(piece, Region(at, end, False)) if marker.end <= f.start < piece.source(end)]
        later = [f for f in later if f.role != Role.FOREIGN]
        if later and min(f.start for f in later) <= marker.end + AHEAD:
            return piece, sorted(later, key=lambda f: f.start)
    return None, []


def _applied(text: str, marker: Marker, later: list[Found], found: list[Found]) -> list[Found]:
    """The findings with one correction applied."""
    earlier = _earlier(marker, found, text)
    if not earlier:
        return found
    last = max(earlier, key=lambda f: f.start)
    if meant := _kind_of(last, later[0]):
        return [meant if f is last else f for f in found if f.start != later[0].start]
    start, end = later[0].start, later[-1].end
    rest = [f for f in found if f not in earlier and not (f.start >= start and f.start <= later[-1].start)]
    role = max(f.role for f in earlier)
    later = [f.raised(max(f.role, role)) if f.role >= Role.CONTACT else f for f in later]
    if adds(text, marker, start, end):
        return [*rest, *earlier, *later]
    new = {p for f in later if f.role >= Role.NAMED for p in f.places}
    old = {p for f in earlier for p in f.places}
    taken = {p for f in later if f.role == Role.DENIED for p in f.places}
    unknown = any(f.role >= Role.NAMED and not f.places and not f.wide for f in later)
    wide = any(f.wide for f in later)
    if not new and not unknown and not wide:
        return [*rest, *(f for f in earlier if not set(f.places) & taken), *later] if taken else found
    if not _FILLER.fullmatch(text[marker.end : start]):
        return [*rest, *earlier, *(_in_doubt(f) for f in later)] if new - old else found
    whole = len(new) >= len(old) or new & old or wide or unknown or any(f.wide for f in earlier)
    if whole or _ONLY.search(text[marker.start : end + 12]):
        return [*rest, *(f.raised(Role.DENIED) for f in earlier if f.places and not set(f.places) & new), *later]
    return [*rest, *earlier, *(_in_doubt(f) for f in later)]


def _earlier(marker: Marker, found: list[Found], text: str) -> list[Found]:
    """The list that a marker takes back: what the last sentence before it names as users."""
    before = [
        f
        for f in found
        if marker.start - BACK <= f.start < marker.start
        and f.role >= Role.NAMED
        and (f.places or f.wide or f.candidates)
        and paragraph_ends(text, f.start, marker.start) < 2
    ]
    if not before:
        return []
    last = max(before, key=lambda f: f.start)
    return [f for f in before if f.quote_start == last.quote_start or last.start - f.start < 90]


def _kind_of(name: Found, kind: Found) -> Found | None:
    """A name of several schools, where its correction only says which: "Lincoln, I mean the middle school"."""
    if name.places or not kind.group or kind.places or kind.wide or kind.role < Role.NAMED:
        return None
    fitting = set(name.candidates) & set(kind.candidates)
    return name.resolved(tuple(fitting)) if len(fitting) == 1 else None


def _in_doubt(one: Found) -> Found:
    return replace(one, places=(), wide=False, candidates=(), why="corrects what stands before it, in part or in whole")
