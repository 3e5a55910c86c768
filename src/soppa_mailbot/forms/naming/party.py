"""Whose part of a form a place is in: the operator's, or the District's own ("For District Use Only")."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.labels import without_number

_DISTRICT = (
    r"(?:school )?(?:district|lea|school board|board of education|local education(?:al)? agency|office|school|"
    r"business office|procurement office|purchasing|i\.?t\.? department|technology department|administration)"
)
_OPERATOR = (
    r"(?:operator|vendor|provider|contractor|company|supplier|consultant|licensor|seller|firm|bidder|offeror|"
    r"service provider)"
)
_BODY = r"(?:school\s+)?(?:district|lea|school board|board of education|local education(?:al)? agency)"
# what else runs schools and has vendors sign: "FOR THE COOPERATIVE", "For the Regional Office of Education"
_KIN = (
    r"(?:(?:special\s+education\s+)?(?:cooperative|co-?op|joint\s+agreement)|consortium|boces|intermediate\s+unit|"
    r"regional\s+office(?:\s+of\s+education)?|roe|(?:educational\s+)?service\s+(?:center|agency|unit)|academy|"
    r"charter(?:\s+school)?|supervisory\s+union|school\s+(?:corporation|system|division|department|unit|union))"
)
_TAIL = r"(?:\s*[:(–—-].*|\s+(?:\(|completed|to be completed|filled|after|only|use)\b.*)?"

_NOT_OPERATORS = rf"(?!.*\b{_OPERATOR})"
_SIGNED = r"(?:(?:signed|executed|agreed|accepted|approved|signatures?)\s+)?(?:for|by|on\s+behalf\s+of)"
_ITS_OWN = (
    # "For the District", "Signed for the District", "By the Board of Education: (signature)", "For the Cooperative"
    rf"{_SIGNED}\s+(?:the\s+)?(?:{_BODY}|{_KIN})(?:'s|’s)?(?:\s+use)?(?:\s+only)?{_TAIL}",
    rf"(?:for|by)\s+the\s+board{_TAIL}",
    rf"(?:for|by)\s+(?:the\s+)?{_DISTRICT}(?:'s|’s)?\s+use(?:\s+only)?{_TAIL}",
    # "District staff only", "Office only", "District use", "Official use only"
    rf"(?:for\s+)?{_BODY}(?:'s|’s)?\s+(?:staff|personnel|employees?|officials?)(?:\s+use)?\s+only{_TAIL}",
    rf"(?:for\s+)?(?:the\s+)?(?:{_BODY}|office)(?:'s|’s)?(?:\s+use)?\s+only(?:\s*[:/(–—-].*)?",
    # "Cooperative office only", "Business office only", "For academy use only"
    rf"(?:for\s+)?(?:the\s+)?(?:{_BODY}|{_KIN}|business|purchasing|procurement|technology)(?:'s|’s)?"
    r"\s+(?:office(?:\s+use)?|staff|use)\s+only(?:\s*[:/(–—-].*)?",
    rf"{_DISTRICT}\s+(?:use|office use)(?:\s+only)?{_TAIL}",
    rf"(?:for\s+)?(?:official|internal|administrative|staff)\s+use(?:\s+only)?{_TAIL}",
    # "To be completed by the District", "District signature", "The District", "Board of Education (the "District")"
    rf"(?:to be |is )?(?:completed|filled (?:in|out)|signed)\s+by\s+(?:the\s+)?{_DISTRICT}{_TAIL}",
    rf"{_BODY}(?:'s|’s)?\s+(?:signature|approval|authori[sz]ation|representative|signatory|acceptance|review)s?{_TAIL}",
    rf"(?:the\s+)?{_BODY}(?:\s*:.*)?",
    rf"{_NOT_OPERATORS}(?:the\s+)?{_BODY}\s+\([^()]*\)",
    # "KETTLE GROVE CCSD 112 (District completes)"
    rf"{_NOT_OPERATORS}[^()]{{0,80}}\((?:the\s+)?(?:{_BODY}|{_KIN})\s+(?:(?:no\.?\s+)?\d{{1,4}}\s+)?(?:completes|fills|signs|to\s+(?:complete|fill|sign))\b[^()]*\)",
    # "Sunfield 118 staff only" (a bare "Staff only" is what a product may be used by, a box to tick)
    rf"{_NOT_OPERATORS}(?:for\s+)?(?:[\w.'’&-]+\s+){{0,3}}\d{{1,4}}\s+(?:staff|personnel|office)\s+(?:use\s+)?only{_TAIL}",
    # "BUILDING / DISTRICT USE", "Central office use"
    rf"{_NOT_OPERATORS}(?:for\s+)?(?:(?:building|school|office|principal|central|main|admin\w*)\s{{0,3}}[/&]?\s{{0,3}}){{1,2}}"
    rf"(?:district|office)?\s{{0,3}}use(?:\s+only)?{_TAIL}",
    # "Technology Office use only"
    rf"{_NOT_OPERATORS}(?:for\s+)?(?:[\w&.'’-]+\s+){{1,4}}(?:office|department)\s+use\s+only{_TAIL}",
    # "For Unit Office use"; of a product it may be asked who uses it "for home or office use"
    rf"(?!.*\b(?:home|or|and|personal|{_OPERATOR})\b)for\s+(?:the\s+)?(?:[\w&.'’-]+\s+){{1,2}}office\s+use",
    # "For District 93 only"
    rf"{_NOT_OPERATORS}(?:for\s+)?(?:(?-i:[A-Z])[\w.'’&-]*\s+){{0,3}}(?:district|c{{0,2}}[uhe]?sd)\s+(?:no\.?\s+)?\d{{1,4}}"
    rf"(?:'s|’s)?\s+(?:use\s+)?only(?:\s*[:/(–—-].*)?",
    # "Intake (please leave blank)", "Do not write below"
    rf"(?!.*\b(?:if|not|never|unless|where|{_OPERATOR})\b)(?:\S+\s+){{1,7}}\(?(?:please\s+)?leave\s+"
    r"(?:this\s+(?:part|section|box|area)\s+)?(?:blank|empty)\W*",
    r"do not write (?:below|in)\b.*",
)
_DISTRICT_HEADING = re.compile("|".join(_ITS_OWN), re.I)
_DISTRICT_LABEL = re.compile(
    # of a label, not of a sentence that goes on behind it: "between Unit District 317 (the District) and ____"
    r"\((?:for\s+)?(?:the\s+)?(?:school\s+)?(?:district|lea|board)(?:\s+(?:use|only|representative))*\)"
    r"(?!\s*,?\s+(?:and|with|by|whose|which|for)\b)"
    r"|^(?:for\s+)?(?:the\s+)?(?:school\s+)?(?:district|lea|office)(?:'s|’s)?(?:\s+use)?\s+only\b"
    r"|^(?:agreed|accepted|executed|acknowledged)(?:\s+(?:and|&)\s+\w+)?(?:\s+to)?\s+(?:by|for|on\s+behalf\s+of)\s+"
    r"(?:the\s+)?(?:school\s+)?(?:district|board)\b(?!\s*(?:,|and|or|&)\s*(?:the\s+)?\w)"
    r"|^for\s+use\s+by\s+(?:the\s+)?(?:school\s+)?(?:district|lea|board)(?:(?:'s|’s)?\s+(?:only|office|staff|counsel))?(?=\s*(?:[.:;–—-]|$))"
    r"|^(?:the\s+)?(?:school\s+)?(?:district|lea)(?:'s|’s)?\s+(?:authori[sz]ed\s+)?"
    r"(?:signature|signatory|signer|initials?|printed name|use|title|date|"
    r"approval(?!\s+(?:and\s+sign-?off\s+)?(?:is\s+|date\s+)?(?:needed|required|requested|wanted|due|by|date|deadline)))\b"
    r"|\b(?:signature|signed|approved|accepted|reviewed|received)\s+(?:of|by|for)\s+(?:the\s+)?(?:school\s+)?"
    r"(?:district|lea|superintendent|board)\b"
    r"|\bsuperintendent(?:'s|’s)?\s+(?:signature|approval|or designee)|\bboard (?:president|secretary)\b"
    r"|(?:^|\bfor\s+(?:the\s+)?|[(\[–—:-]\s*)(?:district|office)\s+use\b|\b(?:district|office)\s+use\s+only\b"
    r"|^(?:for\s+)?(?:the\s+)?(?:(?:school|unit)\s+)?(?:district|lea|board(?:\s+of\s+education)?)\s*[:–—-]\s*"
    r"(?:(?:authori[sz]ed|digital|electronic)\s+)?(?:signature|signed|by|(?:printed|print|typed|full)?\s*name|title|position|date)\b"
    r"|^(?:printed\s+)?(?:name|title|position)\s+of\s+(?:the\s+)?(?:school\s+)?(?:district|lea|board)(?:['’]s)?\s+"
    r"(?:signatory|signer|official|officer|designee|representative)\s*:?$",
    re.I,
)
_OWN_LINE = re.compile(
    r"((?i:(?:for\s+)?(?:the\s+)?(?:(?:school\s+)?(?:district|lea|office)|business office|purchasing|official|internal|"
    r"administrative|staff)(?:'s|’s)?(?:\s+office)?\s+(?:use\s+only|use|only)))(?:\s*[:–—(-].*|\s+[A-Z0-9].*|\s*)"
)
_OPERATOR_HEADING = re.compile(
    rf"{_SIGNED}\s+(?:the\s+)?{_OPERATOR}\s*:?|(?:the\s+)?{_OPERATOR}(?:'s|’s)?\s*(?:signature|representative|"
    rf"information|certification|use|section)?s?\s*:?|(?:to be )?(?:completed|filled (?:in|out)|signed)"
    rf"\s+by\s+(?:the\s+)?{_OPERATOR}\b.*",
    re.I,
)
_SECTION = re.compile(
    r"(?:section|part|exhibit|attachment|appendix|schedule|article|step)\s+(?:[0-9]+|[ivx]+|[a-z])\b.*"
    r"|[0-9]{1,2}[.)]\s+\S.*|[A-Z][.)]\s+\S.*|[IVX]+[.)]\s+\S.*",
    re.I,
)
MAX_HEADING = 12  # words; longer lines are text
LONGEST_NAME = 20  # words of a District's: "Board of Education of Community Unit School District No. 5, ... Illinois"


_OWN_USE = re.compile(
    r"\buse\b|\bonly\b|\bdo not write\b|\b(?:completed|filled (?:in|out)|signed)\s+by\b|\bstaff\b|\breview\b"
    r"|\bleave\b.{0,20}\b(?:blank|empty|alone|untouched)\b",
    re.I,
)


def opens_own_line(text: str) -> bool:
    """Whether a line's first words make all of it the District's own: "OFFICE USE  Received on ____  By ____"."""
    return _OWN_LINE.fullmatch(text.strip()) is not None


def is_own_use(text: str) -> bool:
    """Whether a heading of the District's says that vendors leave its part alone ("For office use only")."""
    return bool(_OWN_USE.search(text))


_SIGNATURES = re.compile(r"(?:\S+\s+){0,2}(?:signatures|signature (?:page|block|section))(?:\s+and\s+\S+)?\W*", re.I)


def is_signature_heading(text: str) -> bool:
    """Whether a line heads the part that is signed, and is no signature's own label: "Signatures"."""
    return _SIGNATURES.fullmatch(text.strip()) is not None


_NUMBERED = re.compile(
    r"^(?:(?:(?i:section|part))\s+)?(?:[0-9]{1,2}|[A-Z]|[IVX]+)[.):]+\s+(?=\S)"
    r"|^(?i:section|part|step|box|block)\s+(?:[0-9]{1,2}|[A-Z]|[IVX]+)\s*[-–—:.]\s*(?=\S)"
)


def heading_party(text: str) -> str:
    """district | operator | section (a new part: the operator's again) | "" (no heading)."""
    line = " ".join(text.strip(" *_-–—=|").split())
    words = line.split()
    if len(words) <= MAX_HEADING and _LEAVE_ALONE.fullmatch(line):
        return "district"
    if (
        len(words) <= MAX_HEADING
        and (told := _LEFT_EMPTY.fullmatch(line))
        and heading_party(told["head"]) == "district"
    ):
        return "district"
    if _names_district_and_says_so(line):
        return "district"
    if not words or len(words) > MAX_HEADING or line[-1] in ".;,?" or not (line[0].isupper() or line[0].isdigit()):
        return ""
    stripped = _NUMBERED.sub("", line)
    for form in (line, stripped):
        if _DISTRICT_HEADING.fullmatch(form) or _BY_THE_BOARD.fullmatch(form):
            return "district"
    for form in (line, stripped):
        if _OPERATOR_HEADING.fullmatch(form):
            return "operator"
    if _AN_OFFICES_USE.fullmatch(stripped) and not names_operator(stripped):
        return "district"
    named = _FOR_NAMED.fullmatch(stripped)
    if named and is_districts_name_alone(named["name"]) and _DISTRICT_SAYS_SO.search(named["name"]):
        return "district"  # "For Harlan Grove School District 71"
    return "section" if _SECTION.fullmatch(line) else ""


def _names_district_and_says_so(line: str) -> bool:
    """Whether a District's name, however long, heads a part that it fills itself: "BOARD OF EDUCATION OF RIDGEMOOR
    COMMUNITY UNIT SCHOOL DISTRICT NO. 12, DALE COUNTY, ILLINOIS (to be completed by the District)"."""
    remark = _REMARK.search(line)
    name = line[: remark.start()].strip(" :*_-–—") if remark else ""
    if not remark or not name or not is_districts_name(name, longest=LONGEST_NAME) or _NO_NAME.search(name):
        return False
    return _LABEL_OF_NAME.search(name) is None and _FILLS.search(remark.group()) is not None


# "District name", "School address": labels of one place
_LABEL_OF_NAME = re.compile(r"\b(?:names?|numbers?|no|code|address|date|title|telephone|phone|official)$", re.I)
# "(to be completed by the District)", "(the Board signs)", "(District use only)"
_FILLS = re.compile(
    rf"[(\[]\s*(?:to be |is )?(?:completed|filled (?:in|out)|signed|executed)\s+by\s+(?:the\s+|its\s+)?{_DISTRICT}\b"
    rf"|[(\[]\s*(?:the\s+)?{_BODY}\s+(?:completes|fills|signs|executes|to\s+(?:complete|fill|sign|execute))\b"
    rf"|[(\[]\s*(?:for\s+)?(?:the\s+)?{_DISTRICT}(?:'s|’s)?\s+use\b",
    re.I,
)


# "Section 8. District. Leave empty."
_LEFT_EMPTY = re.compile(
    r"(?P<head>.{1,80}?)[.:,–—-]\s{0,3}(?:please\s)?leave\s(?:this\s(?:part|section|box|area)\s)?(?:blank|empty)\.",
    re.I,
)
# "Technology Services only. Vendors: please leave this box alone.", "Vendors, do not write in this space"
_LEAVE_ALONE = re.compile(
    rf"(?:(?:for\s+)?[\w&.'’-]{{1,20}}+(?:[ ][\w&.'’-]{{1,20}}+){{0,6}}?\s++(?:use\s++)?only\s*+[.:;,(–—-]\s*+)?"
    rf"{_OPERATOR}s?\s*+[:,–—-]?+\s*+(?:must\s++|should\s++|may\s++)?(?:please\s++)?"
    r"(?:leave\s++(?:(?:this|the)\s++(?:box|part|section|area|space|block|row)\s++)?(?:alone|blank|empty|untouched)|"
    r"(?:do\s++not|don[’']t|not)\s++(?:write|mark|fill|type|complete|sign)(?:\s++(?:here|in|out|below|anything|"
    r"(?:(?:on|in)\s++)?(?:this|the)\s++(?:box|part|section|area|space|block|line|row)))+)"
    r"(?!\s*+,?\s*+(?:if|unless|when|where|until|or)\b)\s*+[.!)]*+",
    re.I,
)
# "Approved by the Board", "OK'd by the Superintendent"
_BY_THE_BOARD = re.compile(
    r"(?:approv(?:al|ed)|accept(?:ance|ed)|ok(?:['’]d|ayed)|countersigned|reviewed)\s+(?:of|by)\s+(?:the\s+|our\s+)?"
    r"(?:school\s+)?(?:board(?:\s+of\s+education)?|district|superintendent)\s*:?",
    re.I,
)
# "Information Services use only", but no terms of a license: "Educational Use Only"
_AN_OFFICES_USE = re.compile(
    r"(?:(?i:for)\s+)?(?!(?i:educational|students?|teachers?|parents?|child(?:ren)?|personal|single|home|schools?|"
    r"classroom|internal|one[- ]time)\b)"
    r"(?:[A-Z][\w.&'’-]*\s+(?:(?:and|of|&)\s+)?){1,5}(?i:use\s+only)\s*:?"
)


def said_party(words: str) -> str:
    """As `heading_party`, of words out of a line, which may begin small: "the District" in "Date (the District)"."""
    return heading_party(words[:1].upper() + words[1:])


_FOR_NAMED = re.compile(
    r"(?:signed |accepted |approved )?(?:for|on behalf of)\s+(?:the\s+)?(?P<name>[A-Z]\S*(?:\s+\S+)+):?", re.I
)
_DISTRICT_SAYS_SO = re.compile(r"\b(?:district|board of education|C{0,2}[UHE]?SD)\b(?!\s+(?:use|staff|schools))", re.I)


_REMARK = re.compile(r"(?<=\S)\s*[(\[][^()\[\]]{2,60}[)\]]\s*$")  # "Lakeside District 12 (we fill this in)"


def sides(heads: Sequence[str]) -> list[str]:
    """operator | district | "" of heads side by side; none where they do not name both.

    Beside the one head that names the operator, the District's may be its name: "Lakeside School District 12".
    """
    said = [_defined_party(h) or heading_party(h) or _operator_explained(h) for h in heads]
    said = [s if s in ("district", "operator") else "" for s in said]
    written = [n for n, h in enumerate(heads) if h.strip()]
    if len(written) == 2 and sorted(said[n] for n in written) == ["", "operator"]:
        other = next(n for n in written if not said[n])
        name = _REMARK.sub("", heads[other])
        if is_districts_name(name, longest=LONGEST_NAME) or _ITS_HEAD.fullmatch(name.strip()):
            said[other] = "district"
    return said if {"district", "operator"} <= set(said) else []


# "Board" beside "Operator", and what agreements of several districts call the one that signs: "Member"
_ITS_HEAD = re.compile(
    r"(?:for\s+)?(?:the\s+)?(?:board|superintendent(?:\s+of\s+schools)?|(?:participating\s+)?(?:member|agency)"
    r"(?:\s+(?:board|agency))?|participating\s+(?:lea|district|school|unit)|subscriber|licensee)",
    re.I,
)


def _operator_explained(head: str) -> str:
    """operator where a head says behind its name who that is: "OPERATOR (signs for the company named on page 1)"."""
    bare = _REMARK.sub("", head)
    if bare != head and heading_party(bare) == "operator":
        return "operator"
    return "operator" if _NAMED_ELSEWHERE.fullmatch(head) else ""


# "Operator: the company named on page 1", "Vendor named above"
_NAMED_ELSEWHERE = re.compile(
    rf"(?:for\s+)?(?:the\s+)?{_OPERATOR}\s*[,:–—-]?\s*(?:(?:the|a)\s+)?(?:(?:company|firm|party|business|entity)\s+)?"
    r"(?:as\s+|that\s+is\s+)?(?:named|shown|identified|given|listed|entered)(?:\s+\S+){1,6}",
    re.I,
)


def _defined_party(head: str) -> str:
    """district | operator where a head ends with what the agreement calls it: "Board of ... 124 (the “District”)"."""
    term = _TERM.search(head.strip(" :*"))
    said = heading_party(term["term"].capitalize()) if term else ""
    return said if said in ("district", "operator") else ""


_TERM = re.compile(r"\((?:the\s+|hereinafter,?\s+)?[“\"'‘](?P<term>[A-Za-z ]{2,30})[”\"'’]\)$", re.I)


def is_districts_name(head: str, longest: int = MAX_HEADING) -> bool:
    """Whether a head may be a District's name: "Board of Education, Lakeside CCSD 12"."""
    return _DISTRICTS_NAME.search(head) is not None and is_heading(head.rstrip(":"), longest=longest)


def is_districts_name_alone(head: str) -> bool:
    """The same of a head that no other stands beside: it says nothing of a paper, a part of it or the operator."""
    return is_districts_name(head) and not _NO_NAME.search(head)


_NO_NAME = re.compile(
    rf"\b(?:{_OPERATOR}|agreement|addendum|contract|form|request|questionnaire|information|between|signatures?|"
    r"schedules?|exhibit|section|part|polic(?:y|ies)|contacts?|data|services?|requirements?|reference|references|use|"
    r"for|with|your|other)\b",
    re.I,
)
# "Lakeside CCSD 12", "Brook County School Corporation" (Indiana), "Supervisory Union" (Vermont)
_DISTRICTS_NAME = re.compile(
    r"\b(?:district|schools|board of education|C{0,2}[UHEI]?SD|"
    r"school (?:corporation|board|administrative unit|department|division|town)|supervisory union)\b",
    re.I,
)


def is_operator_head(text: str) -> bool:
    """Whether a column's head only says who writes under it: "Vendor", "Response", "Vendor's answer"."""
    return heading_party(text) == "operator" or is_answers_head(text)


def is_answers_head(text: str) -> bool:
    """Whether a column's head only says that answers are under it: "Response", "Vendor's answer"."""
    return _ANSWERS.fullmatch(text.strip()) is not None


_ANSWERS = re.compile(
    rf"(?:(?:the\s+)?(?:{_OPERATOR}|your|respondent)(?:'s|’s)?\s+)?(?:response|answer|reply|entry)(?:s|\(s\))?"
    r"(?:\s*[(:].*)?",
    re.I,
)


def is_heading(text: str, longest: int = 8) -> bool:
    """Whether a line by itself looks like the name of a new part: short, no full stop, most words capitalised."""
    words = [w for w in text.split() if w[0].isalpha()]
    if not words or len(text.split()) > longest or text.rstrip()[-1] in ".;,":
        return False
    return sum(w[0].isupper() for w in words) * 2 > len(words)


_OFFICE = (
    r"(?:(?:assistant|deputy|interim|associate)\s+)?(?:superintendent(?:\s+of\s+schools)?|(?:school\s+)?board\s+"
    r"(?:president|secretary)|(?:president|secretary)(?: of the board|, board of education)|"
    r"chief school business official|business manager)"
)
_OFFICER = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms)\.?\s+)?(?:[A-Z][\w.'’-]*\s+){1,3}[A-Z][\w.'’-]*(?:,\s+(?:Ed\.?D|Ph\.?D)\.?)?,\s+(?:the\s+)?"
    + _OFFICE,
    re.IGNORECASE,
)
_IS_OFFICE = re.compile(_OFFICE, re.IGNORECASE)


def label_party(label: str) -> str:
    """district when the label itself says so, else ""."""
    bare = without_number(label)[1]
    said = _DISTRICT_LABEL.search(bare) or _FOR_THEM.fullmatch(bare.strip()) or _LEAVE_ALONE.match(bare.strip())
    return "district" if said or is_officer(label) else ""


# "Received for the District  By: ____  Date: ____": what an office signs without being asked for a signature
_BY = re.compile(r"\bby\s*[:._]*$", re.I)


def signs_for_district(label: str) -> bool:
    """Whether a label says that someone of the District puts a name behind it: "Reviewed for the District by"."""
    return label_party(label) == "district" and _BY.search(label.strip()) is not None


_ENTERED = re.compile(
    rf"\b(?:entered|inserted|completed|filled(?: in| out)?|assigned|supplied|written|set|given|dated|added)\s+by\s+"
    rf"(?:the\s+)?{_BODY}\b"
    rf"|^(?:for\s+)?(?:the\s+)?(?:{_BODY}|office|internal)(?:'s|’s)?\s+use(?:\s+only)?\W*$"
    r"|^(?:for\s+)?(?:[\w’'-]{1,20}\s+){1,3}use\s+only\W*$"  # "MSAD 9 USE ONLY"
    rf"|^(?:which\s+)?(?:the\s+)?{_BODY}\s+(?:will\s+)?(?:enters?|completes?|fills?|inserts?)\b"
    rf"|^(?:which\s+)?(?:the\s+)?{_BODY}\s+(?:will\s+)?adds?(?:\s+(?:here|it|the\s+date|when|upon|on\s+signing)\b|\W*$)"
    rf"|\bon which\s+(?:the\s+)?{_BODY}\s+(?:signs|executes|approves|accepts)\b",
    re.I,
)


def remark_party(remark: str) -> str:
    """district where words in brackets behind a line say that the District fills it: "date entered by the District"."""
    return "district" if _ENTERED.search(remark) and not names_operator(remark) else ""


def names_operator(label: str) -> bool:
    """Whether a label says by any of its words that the operator is meant: "Signature of Vendor"."""
    return _OPERATOR_WORD.search(label) is not None


def without_operator(label: str) -> str:
    """A label without the word for the operator that it begins with: "vendor name" -> "name"."""
    return re.sub(rf"^(?:the\s+)?{_OPERATOR}(?:['’]s)?\s+(?=\S)", "", label, flags=re.IGNORECASE)


def without_district(label: str) -> str:
    """A label without the word for the District that it begins with: "lea name" -> "name"."""
    return re.sub(rf"^(?:the\s+)?{_BODY}(?:['’]s)?\s+(?=\S)", "", label, flags=re.IGNORECASE)


_OPERATOR_WORD = re.compile(rf"\b{_OPERATOR}\b", re.I)

# a heading right over a line, which has no other label
_FOR_THEM = re.compile(
    r"(?:signed |accepted |approved )?(?:for|on behalf of|by) (?:the )?(?:school )?(?:district|lea|"
    r"board(?: of education)?)\W*",
    re.I,
)


def is_office(text: str) -> bool:
    """Whether a caption names an office of a district: "Superintendent", "Business Manager"."""
    return _IS_OFFICE.fullmatch(text.strip()) is not None


def is_officer(label: str) -> bool:
    """Whether a line is signed by an officer of the District: "Paula R. Whitcomb, Superintendent"."""
    return _OFFICER.fullmatch(label.strip()) is not None
