"""Answers behind a label: "Schools: ...", "Used by -> ...", a heading with names on the lines below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.sentences import Piece, pieces
from soppa_mailbot.finding.locations.places_references import NO_GOODS
from soppa_mailbot.finding.locations.places_ticked import CROSSES


@dataclass(frozen=True, slots=True)
class Region:
    """Where in a piece the answer stands.

    `strict`: the label asks for places, so whatever stands there is an answer.
    """

    start: int
    end: int
    strict: bool
    asked: bool = False  # of the reader, so that a sentence behind it is no answer


_BULLET = r"[ \t]*(?:(?:[*•>+\-]{1,2}|\(?\d{1,2}[.)]|\(\d{1,2}\)|\(?[a-hA-H][.)]|\[[ xX]?\])[ \t]*)?"
_SEPARATOR = r"[ ]?(?::|[-=]*>|=|\?(?=[ \t]|$)|[ ]-{1,2}(?=[ ])|\t)"
_PLACE_WORD = (
    r"(?:(?:schools?|locations?|buildings?|departments?|depts?\.?|sites?)(?:\(s\))?|campus(?:es|\(es\))?|"
    r"places)"
)
_STRICT = re.compile(
    rf"{_BULLET}(?P<label>(?:[\w()/&,'.-]+[ ]){{0,6}}?{_PLACE_WORD}(?:[ ]?[/&,][ ]?|"
    rf"[ ])?(?:[\w()/&,'.-]++[ ]?){{0,9}}?){_SEPARATOR}",  # possessive: a word is never tried in pieces
    re.I,
)
_LOOSE = re.compile(
    rf"{_BULLET}(?P<label>(?:who(?:[ ](?:(?:will|would)[ ](?:use|be[ ]using)[ ](?:it|this)|uses[ ]it|is[ ]it[ ]for))?|"
    rf"where(?:[ ](?:it|this)(?:(?:[ ](?:will|would)[ ]be|'ll[ ]be|[ ]is)[ ](?:used|in[ ]use)|[ ](?:goes|will[ ]go))|"
    rf"[ ]used)?|"
    rf"(?:ship[ -]to[ ]?/[ ]?)?(?:end[ ])?users?(?:\(s\))?(?:[ ]of[ ](?:the[ ]|this[ ])?\w+)?|"
    rf"used?(?:[ ](?:by|at|in))?|"
    rf"(?:licensed[ ])?for[ ]use[ ](?:by|at|in)|licensed[ ](?:by|at|in|users?)|"
    rf"to[ ]be[ ]used[ ](?:by|at|in)|will[ ]be[ ]used[ ](?:by|at|in)|for|participants?|participating|"
    rf"audience|places?(?:[ ]of[ ]use)?|deployment|scope|recipients?|at|usage|used[ ]at|"
    rf"(?:goes|going|destined|intended|meant|placed|installed|deployed|assigned|available|"
    rf"requested)[ ](?:to|for|in|at|by)|beneficiar(?:y|ies)|"
    # rooms of a school: "Kitchen: Lincoln High School"
    rf"kitchens?|cafeterias?|librar(?:y|ies)|media[ ]centers?|(?:computer[ ]|science[ ])?labs?|"
    rf"class(?:rooms?|es))){_SEPARATOR}",
    re.I,
)
# "School is North."
_STATED = re.compile(
    r"(?:(?:the|our|and)[ ])?(?:schools?|buildings?|departments?|campus|site)[ ](?:is|are|will[ ]be)[ ](?:the[ ])?"
    r"(?=(?-i:[A-Z]))",
    re.I,
)
_OTHER_LABEL = re.compile(
    r"^\W*(?:dear|hello|hi|greetings|good[ ](?:morning|afternoon|day|evening)|att(?:n|ention)\.?)\b"  # a salutation
    r"|\b(?:(?:could|can|would|do)[ ]you|tell[ ]us|let[ ]us[ ]know|know[ ]which|advise|wonder\w*|"
    r"year|district(?!\()|contacts?|address|board|code|phone|principal|e-?mail|hours|calendar|data|"
    r"servers?|hosting|hosted|storage|backup|stored|"
    r"number[ ]of|no\.[ ]of|count|total|pric\w+|cost|note|subject|re|fw|fwd|served|since|title|supply|"
    r"starts?|begins?|opens?|dates?|size|enrollment|"
    r"sales|support|legal|billing|accounting|my|our|logo|url|colou?rs|website|form|addendum|agreement|"
    r"license[ ]type|products?|as[ ]an?)\b"
    # "Delivery site for the kits", and not "Schools for delivery of licenses"
    rf"|^\W*(?:deliver(?:y|ies)|shipping|shipment|drop-?off)\b{NO_GOODS}"
    # "For Lincoln School we submit:", over a list of papers
    r"|\b(?:we|i)[ ](?:(?:hereby|herewith|now|also)[ ])?(?:submit|send|enclose|attach|provide|include|hand[ ]in|"
    r"(?:have|are|am)[ ](?:attach|enclos|submitt|send|includ)(?:ed|ing))\b"
    # a line item: "GlobeTable school licence - Oak Ridge"
    r"|\w[ ](?:school|site|building|campus)[ ](?:licen[cs]es?|subscriptions?)[ ]?$",
    re.IGNORECASE,
)
# "Site or department that will use the product" asks for no product
_USES_IT = re.compile(
    r"\b(?:us(?:e|es|ing|ed)|get(?:s|ting)?|receiv(?:e|es|ing)|need(?:s|ing)?|request(?:s|ing)?|pilot(?:s|ing)?|"
    r"users?[ ]of|run(?:s|ning)?|adopt(?:s|ing)?)[ ](?:the|this|these|our|your|said)[ ](?:\w+[ ])?products?\b"
    r"(?![ ](?:names?|keys?))",
    re.IGNORECASE,
)
# "Which of your schools should I put down for it?": asked of the reader
_WE_ASK = re.compile(r"\b(?:should|shall|must|do|can|may|could)[ ](?:I|we)[ ]", re.IGNORECASE)
_INLINE = re.compile(
    r"(?:^|[.,;|(/][ ]|\t|[ ]{2})(?P<label>(?:Participating[ ]|Implementing[ ])?(?:School|Location|"
    r"Building|Department|Campus|Site)(?:s|es|\(s\))?(?:[ ]?/[ ]?Departments?(?:\(s\))?)?):[ \t]*(?=\S)"
)
_NEXT_LABEL = re.compile(
    r"[ \t.,;|(]\(?(?:\d[.)][ ])?(?:deadline|approval|final[ ]approval|date|contact|product|quote|term|"
    r"price|start|needed[ ]by|due|timeline|by[ ]when|notes?|grades?|students|seats|po|phone|"
    r"e-?mail)\b[^:\n()/]{0,40}:",
    re.IGNORECASE,
)
_ANY_LABEL = re.compile(rf"{_BULLET}[A-Za-z][^:\n\t]{{0,60}}(?::(?:[ \t]|$)|[ ]-+>)")
_BULLETED = re.compile(r"[ \t]*(?:[*•>+\-]{1,2}|\(?\d{1,2}[.)]|\(?[a-hA-H][.)]|\[[ xX]?\])[ \t]+")
# "Who: Mr. Gallo, art, Lincoln. | Ms. Dietz, art, Oak Ridge."
_ANOTHER_PERSON = re.compile(
    r"\s*(?:Mrs?|Ms|Miss|Dr|Coach)\.?[ ][A-Z][\w'-]+(?:,[ ][^,.;:!?\n]{2,30}){0,2},"
    r"[ ](?P<place>[A-Z][^,.;:!?\n]{2,40})\.?\s*"
)
_AMOUNT = re.compile(r"[ ]*\d[\d,]*(?:[ ][a-z]+){0,2}[ .,;]*")
_LONGEST_LABEL = 90  # of two lines
_MOST_LINES = 30  # of a list below a label


def labelled_pieces(text: str) -> Iterator[tuple[Piece, Region | None]]:
    """Each piece of plain text, with the part of it that answers a label of places."""
    waiting: Region | None = None  # of a label whose answer is still to come
    lines = 0
    last_end = 0
    column: tuple[int, int] | None = None  # of a table: where the places stand, and how many cells a row has
    above: Piece | None = None  # what stands before: a header is a table's first row
    answered = -1  # where the last answer ends
    every = list(pieces(text))
    for piece, following in zip_longest(every, every[1:]):
        cells = piece.text.split("\t")
        if column and len(cells) == column[1]:
            above = piece
            yield piece, _cell(cells, column[0])
            continue
        below_rows = above is not None and above.text.count("\t") == len(cells) - 1
        wrapped = _wrapped(above.text, cells) if above is not None else None
        above = piece
        column = None if below_rows else _place_column(cells, following.text if following else "")
        if column:
            waiting = None
            yield piece, None
            continue
        region = wrapped or _own_region(piece.text) or _heading(piece.text, following.text if following else "")
        another = _ANOTHER_PERSON.fullmatch(piece.text) if answered >= 0 and region is None else None
        if another and not text[answered : piece.start].strip(" "):
            region = Region(another.start("place"), another.end("place"), False)
        if region and waiting is not None and _AMOUNT.fullmatch(piece.text, region.start, region.end):
            region = None  # in a list below a label: "Washington (the middle school) - 11 rooms"
        if region and not piece.text[region.start : region.end].strip(" .:-_"):
            waiting, lines, last_end = region, 0, piece.end
            yield piece, None
            continue
        if region is None and waiting is not None:
            bulleted = bool(_BULLETED.match(piece.text))
            apart = "\n" in text[last_end : piece.start].replace("\n", "", 1)
            short = len(piece.text.strip()) < 60 and not piece.text.rstrip().endswith((".", "!", "?"))
            goes_on = (
                (lines == 0 or bulleted or short) and lines < _MOST_LINES and (lines == 0 or not apart or bulleted)
            )
            if goes_on and not (_ANY_LABEL.match(piece.text)):
                region = replace(waiting, start=0, end=len(piece.text))
                lines += 1
                last_end = piece.end
            else:
                waiting = None
        elif region is not None:
            waiting = None
        answered = piece.end if region is not None else -1
        yield piece, region


_COLUMN = re.compile(
    rf"(?:[\w()/&'-]+[ ]){{0,2}}?{_PLACE_WORD}(?:[ ]?/[ ]?{_PLACE_WORD})?(?:[ ]names?)?"
    r"(?:[ ](?:where|which|that|using|to[ ]use|of[ ]use)\b[^\t:?]{0,45})?|used[ ](?:by|at)|"
    # the rooms of schools: "Nurse's office | Licence"
    r"(?:(?:nurse|counsell?or|principal|health|main|front|school)(?:'?s'?)?[ ](?:offices?|rooms?)|kitchens?|"
    r"cafeterias?|"
    r"(?:school[ ])?librar(?:y|ies)|media[ ]centers?|(?:computer[ ]|science[ ])?labs?)",
    re.IGNORECASE,
)
_OTHER_COLUMN = re.compile(
    r"\b(?:seats?|students?|qty|quantity|licen[cs]es?|cost|price|total|amount|grades?|users?|teachers?|number|"
    r"count|rooms?|"
    r"classes|classrooms?|product|item|start|date|enrollment|contact|notes?|status|decision|devices?|units?|copies|"
    r"quotes?|orders?|years?|terms?|versions?|options?|phases?|answers?|repl(?:y|ies)|responses?|feedback|results?)\b|#",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\W*(?:\d+|yes|no|y|n)\W*|\W*(?:yes|no)[ ]?[,(–—-].*|\s*[xX✓✔✅☑☒{CROSSES}]\ufe0f?\s*", re.IGNORECASE
)
# a row of a table of questions and answers: "School(s)", and below it "Final approval needed by"
_QUESTION = re.compile(
    r"\b(?:approval|deadline|needed[ ]by|sign-?off|contact|e-?mail|phone|product|vendor|company|order[ ]form|quote|rfi|"
    r"soppa|request[ ]for|agreement|addendum)\b",
    re.IGNORECASE,
)
_SUM_ROW = re.compile(r"(?:sub|grand)?[ -]?(?:total|sum)s?\b|all\b[ ]?$|\W*$", re.IGNORECASE)


def _place_column(cells: list[str], following: str) -> tuple[int, int] | None:
    """Of a table's header the column that holds places, and the number of columns; None where it is no header."""
    if len(cells) < 2 or following.count("\t") != len(cells) - 1:
        return None
    others = [c for c in cells if not _COLUMN.fullmatch(c.strip())]
    # "Site | Printers" over "Lincoln | 14": numbers stand below what is counted, ticks below what is asked
    counted = any(_COUNTED.fullmatch(c) for c in following.split("\t"))
    if len(others) != len(cells) - 1 or not (counted or any(_OTHER_COLUMN.search(c) for c in others)):
        return None
    if any(ch.isdigit() for c in cells for ch in c) or any(len(c.split()) > 5 for c in others):
        return None
    at = next(i for i, c in enumerate(cells) if c not in others)
    return None if _QUESTION.search(following.split("\t")[at]) else (at, len(cells))


def _cell(cells: list[str], at: int) -> Region | None:
    if _SUM_ROW.match(cells[at].strip()):
        return None
    start = sum(len(c) + 1 for c in cells[:at])
    return Region(start, start + len(cells[at]), True)


# "Department using the software Food Services": a narrow cell of a quote, without anything between label and answer
_RUN_ON = re.compile(
    rf"{_BULLET}(?:the[ ])?{_PLACE_WORD}(?:[ ]?(?:/|or|and)[ ]?{_PLACE_WORD})?[ ](?:using|to[ ]use|(?:that|"
    rf"which)[ ](?:will[ ])?"
    r"uses?)[ ](?:it|this|(?:the|this|our)[ ](?:software|product|system|licen[cs]es?|platform))[ ]+(?=[A-Z])",
    re.IGNORECASE,
)


def _own_region(text: str) -> Region | None:
    match = _RUN_ON.match(text)
    if match and text[match.end()].isupper():
        return Region(match.end(), _end(text, match.end()), False)
    match = _STRICT.match(text)
    if match and len(match["label"]) < 90 and not _OTHER_LABEL.search(_USES_IT.sub(" ", match["label"])):
        return Region(match.end(), _end(text, match.end()), True, asked=_WE_ASK.search(match["label"]) is not None)
    match = _LOOSE.match(text) or _STATED.match(text)
    if match:
        return Region(match.end(), _end(text, match.end()), False)
    match = _INLINE.search(text)
    if match:
        return Region(match.end(), _end(text, match.end()), True)
    return None


def _wrapped(above: str, cells: list[str]) -> Region | None:
    """The answer behind a label of two lines: "Department that will use the" over "software | Transportation"."""
    if len(cells) != 2 or "\t" in above or not cells[0][:1].islower() or above.rstrip().endswith((".", ":", "!", "?")):
        return None
    label = f"{above.strip()} {cells[0].strip()}"
    region = _own_region(f"{label}:") if len(label) < _LONGEST_LABEL else None
    start = len(cells[0]) + 1
    return Region(start, start + len(cells[1]), region.strict) if region and region.start > len(label) else None


def _heading(text: str, following: str) -> Region | None:
    """A label without a colon right above a list: "Where it will be used", "Participating schools"."""
    bare = text.strip()
    if not _BULLETED.match(following) or _BULLETED.match(text) or len(bare) > 60 or bare[-1:] in ".!":
        return None
    region = _own_region(bare + ":")
    return Region(len(text), len(text), region.strict) if region and region.start > len(bare) else None


def _end(text: str, start: int) -> int:
    following = _NEXT_LABEL.search(text, start)
    return following.start() if following else len(text)
