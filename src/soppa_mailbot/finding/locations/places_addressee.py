"""Whom a paper or a letter is addressed to: a department that stands there is no place of use.

"For: Oak Valley CUSD 31, Business Services", and the lines below "Bill to". Schools are left to `places_role`: whom
a quote for a school is made out to is mostly who uses it, and a parcel's address is told there.
"""

from __future__ import annotations

from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.sentences import blanked
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_mentions import mentions
from soppa_mailbot.finding.locations.places_names import Names

_TO = (
    r"(?:(?:bill(?:ed|ing)?|ship(?:ped|ping)?|sold|deliver(?:y|ed)?|mail(?:ed)?|send|sent|invoiced?|remit|"
    r"prepared|presented|submitted|addressed|issued)[ -](?:to|for)|(?:quoted?|quotation|estimate|proposal)[ -]to|"
    r"(?:bill(?:ing)?|ship(?:ping)?|mail(?:ing)?|delivery|invoice|street|postal)[ ]address|address(?:ee)?|"
    r"customer(?:[ ](?:name|info(?:rmation)?|address|details))?|client|buyer|purchaser|purchased[ ]by|organi[sz]ation|"
    r"account(?:[ ]name)?|attn|attention|c/o|recipient)"
)
# "Quote for: Transportation" says who uses it; "Prepared for Transportation" whom it was written for
_LABEL = re.compile(rf"(?:^|\t|(?<![ ])[ ]{{2,}}+)[\W\d]{{0,4}}{_TO}\b\.?[ ]*(?P<sign>[:\t]|$)?", re.IGNORECASE)
_FIRM = re.compile(
    r"^\W*(?:(?:bill|ship|sold|deliver|mail|invoice|remit|quoted|prepared|presented|submitted|addressed|issued)(?:ed)?"
    r"[ -](?:to|for))\b(?![ ](?:the[ ])?(?:use|approval|review)\b)",
    re.IGNORECASE,
)
_TO_NAME = re.compile(
    rf"^[\W\d]{{0,4}}(?:{_TO}|(?:quote|quotation|estimate|proposal|order)[ ]for|to|for|district|"
    r"school[ ]district)?\b\.?[ ]*[:\t-]?[ ]*(?:the[ ])?(?P<rest>.*)$",
    re.IGNORECASE,
)
_TO_THE_DISTRICT = re.compile(r"^\W*to[ ]?[:\t]", re.IGNORECASE)
_TO_WHOM = re.compile(r"^\W*to[ ]?:\s*$", re.IGNORECASE)
_TO_AN_OFFICE = re.compile(r"^\W*to[ ]?:[ ]*(?=[A-Z])", re.IGNORECASE)
_OTHER_LABEL = re.compile(r"^[\W\d]{0,4}(?P<label>[A-Za-z][^:\t]{0,60}?)[ ]?:[ \t]*(?=\S)")
# a row of a table that asks who uses it: "Users | Student Services Department"
_USERS = re.compile(
    r"^\W*(?:(?:end )?users?|used (?:by|at)|for use (?:by|at|in)|(?:using|participating) "
    r"(?:schools?|departments?|sites?|locations?|buildings?)(?:\(s\))?|"
    r"(?:schools|departments|sites|locations|buildings|(?:school|department|site|location|building)\(s\))"
    r"(?: using it)?|(?:school|department|site|location|building) using it)\t",
    re.IGNORECASE,
)
# of a label inside an address: what follows is part of it
_OF_ADDRESS = re.compile(
    rf"(?:{_TO}|dep(?:artmen)?t\.?|office|division|contact(?:[ ](?:name|person))?|phone|telephone|tel\.?|fax|e-?mail|"
    r"city|state|zip(?:[ ]code)?|name|title|district|school[ ]district|company)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?!dept|attn|blvd|bldg|unit)\w{4,}[.!?](?:[ ]|$)|\b(?:will|would|is|are|we|please|you|use[ds]?|using)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[$€£]\s?\d|\b\d[\d,]*\.\d\d\b")
_ADDRESS = re.compile(
    r"\b[A-Z]{2}[ ]{1,2}\d{5}\b|^\W*\d{1,5}[ ]\w[^,\n]*\b"
    r"(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Blvd|Ln|Lane|Way|Pkwy|Court|Ct|Hwy)\b|\bP\.?[ ]?O\.?[ ]Box\b|"
    r"^\W*(?:attn|attention|c/o)\b",
    re.IGNORECASE,
)
_STREET_ALONE = re.compile(  # the last line of an address that names no town
    r"\W*\d{1,5}[ ](?:[NSEW]\.?[ ])?(?:[A-Z][\w.']*[ ]){1,3}(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Blvd|Ln|Lane|Way|"
    r"Pkwy|Court|Ct|Hwy)\.?\s*$"
)
_ZIP = re.compile(r"\b[A-Z]{2}\.?[ ]{1,2}\d{5}(?:-\d{4})?\b")
_PLACES_ASKED = re.compile(
    r"\b(?:schools?|locations?|buildings?|campus(?:es)?|sites?|dep(?:artmen)?ts?|where|who|us(?:e|ed|ing)|users?|"
    r"participa\w+|scope|licensed[ ](?:to|for)|for)\b[^:\n]{0,30}[:?]?\s*$",
    re.IGNORECASE,
)
_SALUTING = re.compile(r"^\W*(?:to|dear|hello|hi|attn\.?|attention)[ :,]+(?:(?:the|our|all[ ]in)[ ])?", re.I)
_SALUTES = re.compile(r"[^:,\n]{2,60}[:,][ ]*$|\W*(?:to|dear|attn\.?|attention)\b[^:,.\n]{2,60}$", re.I)
_SHIP_TO = re.compile(  # "Ship to / bill to" as well
    r"\W*(?:(?:bill|sold|invoice)[ -]to[ ]?(?:[/&,]|and)[ ]?)?(?:ship(?:ping)?|deliver(?:y)?|mail(?:ing)?)[ -]"
    r"(?:to|address)(?:[ ]?(?:[/&,]|and)[ ]?(?:bill|sold|invoice)[ -]to)?\W*",
    re.IGNORECASE,
)
_CALLED_SO = re.compile(
    r"\W*(?:dep(?:artmen)?ts?\.?|schools?|sites?|locations?|buildings?)(?:\(s\))?[ ]?[:\t]", re.IGNORECASE
)
_AND_USER = re.compile(r"\W*ship(?:ping)?[ -]to ?/ ?(?:end )?users?\b", re.IGNORECASE)
_CELLS = 3  # of a row of a table, which is no line of an address
_MOST_LINES = 6  # of an address
_LONGEST_LINE = 90
_MOST_WORDS = 8  # of a department's name


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def without_addressees(text: str, index: Index, names: Names, *, mail: bool, told_there: bool = False) -> str:
    """The text with the lines blanked that name a department of the list (and no school) as an addressee's.

    `told_there`: the mail says that the department stands in this paper; then one that is called so is no addressee's.
    `mail`: the text is a mail's own words, in which only what is laid out as an address counts. In a paper a department
    that stands on a line by itself, below nothing that asks for places, is one too.
    """
    lines = _lines(text)
    spans = _shipped_to(lines)
    first = next((line for line in lines if line.text.strip()), None)
    if mail and first and _SALUTES.match(first.text) and _by_itself(names.masked(first.text), index):
        spans.append((first.start, first.end))
    if not mail:
        spans += [(one.start, one.end) for one in _unasked(lines, index, names)]
    for at, line in enumerate(lines):
        if len(line.text.strip()) > _LONGEST_LINE or not line.text.strip():
            continue
        for one in _block(lines, at, names, mail=mail):
            if told_there and _CALLED_SO.match(one.text):
                continue
            spans += [(c.start, c.end) for c in _cells(one) if _only_departments(names.masked(c.text), index)]
    return blanked(text, spans)


def _cells(line: _Line) -> list[_Line]:
    """The parts of a line that stands in two columns, "Business Office" beside "Central Receiving"."""
    out, at = [], line.start
    for cell in line.text.split("\t"):
        out.append(_Line(at, cell))
        at += len(cell) + 1
    return out


def _shipped_to(lines: list[_Line]) -> list[tuple[int, int]]:
    """The cells and lines under "Ship to" in a paper: where a parcel goes says nothing of use."""
    spans: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        cells = line.text.split("\t")
        if len(cells) == 1 and _SHIP_TO.fullmatch(line.text):
            spans += _address_below(lines[at + 1 : at + 1 + _MOST_LINES])
        columns = [n for n, cell in enumerate(cells) if _SHIP_TO.fullmatch(cell)] if len(cells) > 1 else []
        for below in lines[at + 1 : at + 1 + _MOST_LINES] if columns else ():
            under = below.text.split("\t")
            if len(under) < 2 or len(under) > len(cells) or _MONEY.search(below.text):
                break
            for n in (c for c in columns if c < len(under)):
                start = below.start + sum(len(cell) + 1 for cell in under[:n])
                spans.append((start, start + len(under[n])))
    return spans


def _address_below(lines: list[_Line]) -> list[tuple[int, int]]:
    """The lines down to the one with the town and its ZIP code, none where no such line comes."""
    out: list[tuple[int, int]] = []
    for line in lines:
        if not line.text.strip() or _MONEY.search(line.text) or len(line.text.strip()) > _LONGEST_LINE:
            return []
        out.append((line.start, line.end))
        if _ZIP.search(line.text) or (_STREET_ALONE.match(line.text) and len(out) > 1):
            return out
    return []


def _lines(text: str) -> list[_Line]:
    out, at = [], 0
    for line in text.split("\n"):
        out.append(_Line(at, line))
        at += len(line) + 1
    return out


def _block(lines: list[_Line], at: int, names: Names, *, mail: bool) -> list[_Line]:
    """The lines of the address that begins here, () where none does."""
    line = lines[at]
    if _AND_USER.match(line.text):
        return []
    own = any(names.is_district(_TO_NAME.sub(r"\g<rest>", cell)) for cell in line.text.split("\t"))
    label = _LABEL.search(line.text)
    labelled = label is not None and (label["sign"] is not None or (not mail and bool(_FIRM.match(line.text))))
    if _TO_AN_OFFICE.match(line.text) and not _SENTENCE.search(line.text):
        return [line]
    labelled = labelled or bool(_TO_WHOM.match(line.text)) or (own and bool(_TO_THE_DISTRICT.match(line.text)))
    if not (own or labelled) or _SENTENCE.search(line.text):
        return []
    above = next((before.text for before in reversed(lines[:at]) if before.text.strip()), "")
    if _PLACES_ASKED.search(above) and own and not labelled:
        return []
    block = [line]
    for below in lines[at + 1 : at + 1 + _MOST_LINES]:
        if not below.text.strip() or len(below.text.strip()) > _LONGEST_LINE or _MONEY.search(below.text):
            break
        if below.text.count("\t") >= _CELLS:
            break  # the lines of an order
        if _SENTENCE.search(below.text):
            break
        if _USERS.match(below.text):
            continue
        other = _OTHER_LABEL.match(below.text)
        if other and names.is_district(other["label"]):
            other = None
        if other and not _OF_ADDRESS.fullmatch(other["label"].strip()):
            if mail:
                break
            continue
        block.append(below)
    if own and not labelled:
        addressed = any(_ADDRESS.search(b.text) for b in block)
        if addressed and at and lines[at - 1].text == above and not _SENTENCE.search(above):
            block.append(lines[at - 1])  # the office above the District's name
        return block if addressed or not mail else []
    return block


def _unasked(lines: list[_Line], index: Index, names: Names) -> list[_Line]:
    out = []
    asked = False
    for line in lines:
        if not line.text.strip():
            continue
        alone = len(line.text.strip()) <= _LONGEST_LINE and _by_itself(names.masked(line.text), index)
        if alone and not asked:
            out.append(line)
        if not alone:
            asked = bool(_PLACES_ASKED.search(line.text)) or "\t" in line.text
    return out


def _by_itself(line: str, index: Index) -> bool:
    """Whether a line holds a department's name and nothing else."""
    words = _SALUTING.sub("", line).strip(" \t,;.:*•-")
    if not 0 < len(words.split()) <= _MOST_WORDS:
        return False
    named = [m for m in mentions(line, index) if m.places and m.department]
    return len(named) == 1 and len(named[0].words) >= len(words) and "\t" not in line.strip()


def _only_departments(line: str, index: Index) -> bool:
    named = [m for m in mentions(line, index) if m.places]
    return bool(named) and all(m.department for m in named)
