"""Schools that are meant by a person who works there: "Rob teaches art at Lincoln. His students would use it".

As `places_theirs` does for departments: a sentence of use that names no place, and one school named before it.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.sentences import Piece
from soppa_mailbot.finding.locations.places_found import Found
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_mention import Mention
from soppa_mailbot.finding.locations.places_mentions import mentions
from soppa_mailbot.finding.locations.places_names import Names
from soppa_mailbot.finding.locations.places_not_ours import is_no_place
from soppa_mailbot.finding.locations.places_persons import of_a_person, works_at
from soppa_mailbot.finding.locations.places_refusing import denies
from soppa_mailbot.finding.locations.places_role import Role
from soppa_mailbot.finding.locations.places_said_later import Reading, said_later

_WHOSE = r"(?:his|her|their)"
_PUPILS = (
    r"(?:own[ ]|whole[ ]|entire[ ]|small[ ]|[\w-]+[ ]){0,3}?(?:students?|pupils|kids|class(?:es|rooms?)?|sections?|"
    r"teams?|teachers|readers|graders|seniors|juniors|sophomores|freshmen|singers|players|band|choir|orchestra|club|program|"
    r"staff|lab|library|office|caseload|department)"
)
_ON_IT = (
    r"(?:us(?:e|ing)|pilot(?:ing)?|try(?:ing)?|be[ ](?:on|in)|be[ ]the[ ](?:only[ ]|first[ ])?(?:ones?|users)|share|"
    r"work(?:ing)?[ ](?:with|in|on)|(?:get|have)[ ](?:access|seats|accounts|licen[cs]es|it\b|[ ])|log[ ]in|"
    r"learn[ ]with|start[ ](?:on|with|using))"
)
_WILL = (
    r"(?:'d|'ll|[ ](?:will|would|(?:is|are)[ ]going[ ]to|(?:plan|want|hope|intend)s?[ ]to))[ ]"
    r"(?:all[ ]|both[ ]|each[ ]|be[ ])?"
)
_THAT_BUILDING = (
    r"(?:that|this|his|her|their)[ ](?:one[ ]|same[ ]|own[ ])?(?:school|building|campus|room|classroom|library|lab)"
)
_USE = (
    # "Twenty of his students would be on it"
    re.compile(rf"\b{_WHOSE}[ ]{_PUPILS}{_WILL}{_ON_IT}", re.IGNORECASE),
    # "It would be used by her seniors", "The seats are for his classes", "for use in that building"
    re.compile(
        r"\b(?:(?:used|meant|licen[cs]ed|intended)[ ](?:only[ ]|just[ ]|solely[ ])?(?:by|for|in|at|with)|"
        r"(?:it|this|they|these|seats?|licen[cs]es?|accounts?|quote|order)(?:'s|[ ](?:is|are|would[ ]be|will[ ]be))[ ]"
        rf"(?:only[ ]|just[ ]|all[ ])?for)[ ](?:\w+[ ]of[ ])?(?:{_WHOSE}[ ]{_PUPILS}|{_THAT_BUILDING})"
        r"(?=[ ]?[.,;!)]|$|[ ](?:only|alone|and|so|this|next|in|at)\b)",
        re.IGNORECASE,
    ),
    # "Twenty students would be on it, all in that building"
    re.compile(
        r"\b(?:students|kids|seats|users|licen[cs]es|pupils|accounts|teachers|staff)\b[^.;:]{0,60}?"
        rf"[ ,(](?:all|only|just|all[ ]of[ ]them|every[ ]one[ ]of[ ]them)[ ](?:in|at|within)[ ]{_THAT_BUILDING}"
        r"(?=[ ]?[.,;!)]|$)",
        re.IGNORECASE,
    ),
)
# "Ms. Lin of Lincoln found us, and her class is on the free version. Attached is the quote for the paid one"
_VERSION = r"(?:version|plan|edition|tier|account|licen[cs]e|subscription|program|package|app|product|trial|one)s?\b"
_TRIED = re.compile(
    rf"\b(?:on|with|in|us(?:e|es|ed|ing)|tried|tries|trying|tested|testing|outgrow(?:n|s)?|outgrew|love[sd]?|ran|finished)"
    rf"[ ](?:(?:the|our|your|its|a)[ ])?(?:free|trial|basic|demo|starter|unpaid)[ ]{_VERSION}"
    r"(?![ ](?:of|from)[ ](?!ours?\b|the[ ]?(?:[ ]{2,}|product|software|app)))",
    re.IGNORECASE,
)
_PAID_FOR = re.compile(
    r"\b(?:quot(?:e|ation)|order(?:[ ]form)?|proposal|estimate|offer)[ ](?:for|of|on)[ ](?:the|our|its)[ ]"
    rf"(?:paid|full|premium|pro|complete|real|school|licen[cs]ed|commercial)[ ]{_VERSION}",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"\b(?:stay|stick|remain|keep|happy|enough|content|suffic)\w*\b", re.IGNORECASE)
# "Jo Lin from Lincoln", "Ms. Lin (Lincoln)"
_PERSON_OF = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Miss|Coach|Principal)\b\.?[ ][A-Z][\w'-]*(?:[ ][A-Z][\w'-]*)?|"
    r"\b[A-Z][a-z'-]+[ ][A-Z][\w'-]+)"
    r"(?:,?[ ](?:from|of|at|over[ ]at)|[ ]\(|,)[ ]?(?:the[ ])?$"
)
# who uses it already, or recommends it, is no user of this purchase
_KNOWS_IT = re.compile(
    r"\b(?:references?|customers?|clients?|formerly|retired|last[ ]year|used[ ]to|once|years[ ]ago|graduated|"
    r"alum\w*)\b",
    re.IGNORECASE,
)


def schools_meant(reading: Reading, index: Index, names: Names) -> list[Found]:
    """The schools whose person is named before a sentence says that this person's students will use it."""
    if any(f.role >= Role.USED and (f.places or f.wide or f.candidates) for _, found in reading for f in found):
        return []  # who uses it is said

    paid_for = any(_PAID_FOR.search(piece.text) for piece, _ in reading)

    def use_in(piece: Piece, found: list[Found]) -> re.Match[str] | None:
        use, said = next((m for m in (p.search(piece.text) for p in _USE) if m), None), piece.text
        if use is None and paid_for and not _CONTENT.search(piece.text):
            use = _TRIED.search(piece.text)
            said = said.replace(" already ", " ")  # who has tried it already buys it now
        if use is None or denies(said[: use.end()]) or any(f.role >= Role.NAMED and f.places for f in found):
            return None
        return use

    return said_later(reading, use_in, lambda text, end, _: _named(text, end, index, names))


def _named(text: str, end: int, index: Index, names: Names) -> tuple[Mention | None, bool]:
    """The one school at which a sentence says that somebody works, and whether it names any place."""
    every = mentions(text[:end], index)
    schools = [
        m for m in every if not m.department and m.places and not is_no_place(text, m, None, every, names, False)
    ]
    theirs = [m for m in schools if _of_a_person(text[: m.start])]
    if _KNOWS_IT.search(text) or len({m.places for m in schools}) != 1 or len(schools[0].places) != 1 or not theirs:
        return None, bool(schools)
    return theirs[-1], True


def _of_a_person(before: str) -> bool:
    return works_at(before) or of_a_person(before) or _PERSON_OF.search(before[-80:]) is not None
