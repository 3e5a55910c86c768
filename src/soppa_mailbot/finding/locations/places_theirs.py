"""Departments that a later sentence makes users of: "Ms. Ito in Student Services asked. Her department will use it"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.sentences import Piece
from soppa_mailbot.finding.locations.places_found import Found
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_mention import Mention
from soppa_mailbot.finding.locations.places_mentions import mentions
from soppa_mailbot.finding.locations.places_names import Names
from soppa_mailbot.finding.locations.places_not_ours import is_no_place
from soppa_mailbot.finding.locations.places_refusing import denies
from soppa_mailbot.finding.locations.places_role import Role
from soppa_mailbot.finding.locations.places_said_later import Reading, said_later

_THEIRS = (
    r"(?P<whose>her|his|their|that|this)[ ](?:own[ ]|whole[ ]|entire[ ]|small[ ])?"
    r"(?:department|dept|office|team|division|unit|staff|group|people)\b\.?"
)
_UNIT = r"(?:department|dept\.?|office|team|division|unit|group)"
_RUNS = r"(?:runs?|heads?|leads?|directs?|manages?|oversees?|chairs?|is[ ]in[ ]charge[ ]of)"
_WANTS = (
    r"(?:'d[ ]like|(?:would[ ]like|wants?|ordered|picked|chose|asked[ ](?:(?:us|me)[ ])?for)\b)"
    r"(?:[ ]to[ ](?:have|get|buy|use))?"
)
# it, or the product's name, which may be blanked (with a line's end in it nothing of it is left)
_OBJECT = r"(?:[ ](?:it|this|that|[ ]{3,}|(?-i:[A-Z][a-z])[\w-]+(?:[ ](?-i:[A-Z])[\w-]+){0,2})|(?=[ ]for[ ]))"
_WILL_USE = (
    r"(?:'ll|[ ](?:will|would|(?:is|are)[ ]going[ ]to|(?:plan|want|intend|wish)s?[ ]to))[ ]"
    r"(?:(?!(?:not|never)\b)\w+[ ]){0,3}?(?:us(?:e|ing|ers?)|pilot(?:ing)?|work(?:ing)?[ ](?:with|in)[ ]it)\b"
)
_OFFICE_HOLDER = (
    r"(?i:director|head|manager|coordinator|supervisor|secretary|chair|lead|specialist|chief|administrator)"
)
_USE = (
    # "Her department alone will be using it", "That office is the only user"
    re.compile(
        rf"\b{_THEIRS}(?:[ ](?:alone|only|itself|exclusively))?(?:{_WILL_USE}|"
        r"[ ](?:is|are)[ ](?:the[ ])?(?:only[ ]|sole[ ])?(?:users?|"
        r"ones?[ ](?:who|that)[ ](?:(?:will|would)[ ])?use)\b)",
        re.IGNORECASE,
    ),
    # "It will be used by her team only", "The seats are for their office"
    re.compile(
        r"\b(?:it|this|they|these|licen[cs]es?|seats?|accounts?|software|quote|order|product|system|tool)"
        r"(?:'s|'ll[ ]be|[ ](?:is|are|(?:will|would)[ ](?:only[ ])?be|is[ ]to[ ]be))[ ](?:\w+[ ]){0,2}?(?:(?:by|for)|"
        rf"(?<=used[ ])(?:in|within))[ ](?:only[ ]|just[ ])?{_THEIRS}"
        r"(?=[ ]?[.,;:!)]|$|[ ](?:only|alone|and|so|to[ ]use)\b)",
        re.IGNORECASE,
    ),
    # "HR asked for it. They would be the only users", "They'll be the users"
    re.compile(
        r"\b(?P<whose>they|these|those)(?:'d|'ll|'re|[ ](?:are|will|would))[ ](?:be[ ])?(?:the|our)[ ]"
        r"(?:(?:only|sole|main)[ ])?(?:users|ones[ ](?:(?:who|that)[ ](?:(?:will|would)[ ])?(?:use|log[ ]in)|using|"
        r"logging[ ]in)|people[ ]using)\b",
        re.IGNORECASE,
    ),
    # "They will be using Acme Charts for the report", "They plan to use it"
    re.compile(
        rf"(?:^|[.;:!?,(-][ ]|\band[ ])(?P<whose>they)(?:'d|'ll|'re|[ ](?:will|would|(?:are[ ]going|plan|want|intend)"
        rf"[ ]to|are))"
        rf"[ ](?:(?:be|all|also|only|then)[ ]){{0,2}}us(?:e|ing)(?:{_OBJECT})(?![ ]as[ ])",
        re.IGNORECASE,
    ),
    # "She runs that department and she'd like it for them", "He wants it for his office"
    re.compile(
        rf"\b(?:she|he|they|who)[ ](?:{_RUNS})[ ](?P<whose>that|this|the|it)\b(?:[ ]{_UNIT})?,?[ ](?:and|so)[ ]"
        rf"(?:(?:she|he|they)(?=[ ']))?[ ]?{_WANTS}{_OBJECT}[ ](?:for|in|at)[ ](?:it|them|(?:her|his|their)[ ]\w+)"
        r"(?=[ ]?[.,;:!)]|$|[ ](?:and|so|because|before|by)\b)",
        re.IGNORECASE,
    ),
    # "Your Food Services director, Mr. Lee, asked for our best price on it for his department"
    re.compile(
        rf"\b{_OFFICE_HOLDER}(?:,[ ](?:(?:Mr|Mrs|Ms|Dr)\.?[ ])?(?-i:[A-Z])[\w'. -]{{1,30}},)?[ ]{_WANTS}"
        rf"[^.;:]{{0,60}}?[ ]for[ ]{_THEIRS}(?=[ ]?[.,;:!)]|$|[ ](?:and|so)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:she|he|they|who)(?:[ ]|(?=')){_WANTS}{_OBJECT}[ ](?:for|in)[ ]{_THEIRS}(?=[ ]?[.,;:!)]|$|"
        rf"[ ](?:and|so)\b)",
        re.IGNORECASE,
    ),
)
_TITLED = r"(?:(?:Mr|Mrs|Ms|Dr|Miss|Mx|Prof)\b\.?[ ][A-Z][\w'.-]*(?:[ ][A-Z][\w'.-]*)?|[A-Z][a-z]+[ ][A-Z][\w'-]+)"
_PERSON_OF = re.compile(
    rf"(?:\b{_TITLED}(?:,[ ](?:(?:the|our|your)[ ])?(?:[\w-]+[ ]){{0,4}}?(?:of|for|in|at)|,|[ ](?:in|of|from|at|with|"
    rf"over[ ]in)|[ ]\()|\b{_OFFICE_HOLDER}[ ](?:of|in|for|at|from)|"
    rf"\bwho[ ](?:heads|leads|runs|directs|chairs|manages|works[ ](?:in|for|at)|is[ ](?:in|with|at)))[ ]?"
    r"(?:(?:the|your)[ ])?$"
)
_ITS_PERSON = re.compile(rf"(?:'s?)?[ ](?:[a-z-]+[ ]){{0,2}}?(?:{_OFFICE_HOLDER}\b|{_TITLED})")
_BEGINS = re.compile(r"(?:^|[.;:!?(][ ]*)(?:(?:the|your|our)[ ])?$", re.IGNORECASE)
_OF_SEVERAL = ("their", "they", "these", "those")
_YOUR = re.compile(r"\b(?:the|your)[ ]$", re.IGNORECASE)
# "we discussed it with your IT shop"
_PEOPLE = re.compile(r"[ ](?:shop|teams?|staff|folks|people|crews?|group|guys|personnel|employees)\b", re.IGNORECASE)
# "the quote that Buildings and Grounds asked us about"
_ASKED = re.compile(r"[ ](?:asked|requested|ordered|wanted|picked|chose)\b", re.IGNORECASE)
# of whom "they" may be said as well
_OTHER_PEOPLE = re.compile(
    r"\b(?:teachers|students|pupils|kids|children|counsell?ors|coaches|parents|families|principals|librarians|nurses|"
    r"drivers|custodians|clerks|secretaries|graders|classes|classrooms|schools|buildings|campuses|departments|offices|"
    r"elementaries|tutors|paras?|aides|vendors?[ ]that|companies|districts)\b",
    re.IGNORECASE,
)


def departments_meant(reading: Reading, index: Index, names: Names) -> list[Found]:
    """The departments that are named before a sentence says that they will use the software, without their names."""

    def use_in(piece: Piece, found: list[Found]) -> re.Match[str] | None:
        if any(f.role >= Role.NAMED and (f.places or f.wide or f.candidates) for f in found):
            return None
        use = next((m for m in (p.search(piece.text) for p in _USE) if m), None)
        return None if use is None or denies(piece.text[: use.end()]) else use

    def named(text: str, end: int, use: re.Match[str]) -> tuple[Mention | None, bool]:
        return _named(text, end, use["whose"].casefold(), index, names)

    return said_later(reading, use_in, named)


def _named(text: str, end: int, whose: str, index: Index, names: Names) -> tuple[Mention | None, bool]:
    """The one department that words such as "her department" mean in a sentence, and whether it names any place."""
    every = mentions(text[:end], index)
    schools = [
        m for m in every if not m.department and m.places and not is_no_place(text, m, None, every, names, False)
    ]
    offices = [m for m in every if m.department and _is_meant(text, m) and len(m.places) == 1]
    meant = [m for m in offices if whose in ("that", "this", "the", "it") or _is_theirs(text, m, whose)]
    if whose in _OF_SEVERAL:
        meant = [m for m in meant if not _OTHER_PEOPLE.search(text, m.end, end)]
    if schools or len({m.places for m in meant}) != 1:
        return None, bool(schools or offices)
    return meant[0], True


def _is_meant(text: str, m: Mention) -> bool:
    """Whether a department's words are its name, in small letters where more than one word says so."""
    return m.strong or m.capital or (" " in m.words and _YOUR.search(text, 0, m.start) is not None)


def _is_theirs(text: str, m: Mention, whose: str) -> bool:
    before, after = text[max(0, m.start - 100) : m.start], text[m.end : m.end + 60]
    if _PERSON_OF.search(before) or (_BEGINS.search(before) and _ITS_PERSON.match(after)):
        return True
    if whose not in _OF_SEVERAL:
        return False
    return bool(_BEGINS.search(before) or _ASKED.match(after) or (_YOUR.search(before) and _PEOPLE.match(after)))
