"""Places that a paper or a line names by mistake, as its sender says: "it says Lincoln, which is our error"."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.sentences import blanked
from soppa_mailbot.finding.locations.places_found import Found
from soppa_mailbot.finding.locations.places_role import Role

_PAPER = (
    r"(?:it|quot(?:e|ation)|order(?:[ ]form)?|proposal|estimate|form|paper|pdf|attachment|we|I|line|page|header|list)"
)
_SAYS = (
    r"(?:says?|said|lists?|listed|names?|named|shows?|showed|reads?|has|had|gives?|gave|states?|stated|mentions?|"
    r"mentioned|wrote|put|typed|entered|(?:is|was)[ ](?:made[ ]out|addressed|written)[ ](?:to|for))"
)
_STILL = r"(?:(?:still|currently|now)[ ])?"
_WRONG = (
    r"(?:wrong|incorrect|mistaken|outdated|not[ ](?:right|correct|true)|in[ ]error|"
    r"(?:just[ ]|only[ ]|simply[ ])?(?:an?|our|my|the)[ ](?:[\w'-]+[ ]){0,2}?"
    r"(?:mistake|error|typo|oversight|slip|mix-?up|misprint|leftover))\b"
)
_IS = r"(?:(?:'s|[ ](?:is|was))(?:[ ](?:of[ ]course|obviously|clearly|simply|plainly|sadly))?)"
_OURS = r"(?:(?:so[ ])?sorry,?[ ])?(?:our|my)[ ](?:mistake|error|bad|fault|oversight|slip|typo)\b"  # ", our mistake"
_ON_IT = (
    r"(?:on|in)[ ](?:the|our)[ ](?:\w+[ ])?(?:quot(?:e|ation)|order(?:[ ]form)?|proposal|estimate|form|paper|pdf|"
    r"header|attachment)\b"
)
_BY = r"(?:by[ ](?:mistake|accident|error)|in[ ]error|mistakenly|erroneously|wrongly|incorrectly|accidentally)"
_PATTERNS = (
    # "the quote says Lincoln, which is our mistake", "It says Lincoln. That is a typo"
    re.compile(
        rf"\b{_PAPER}[ ]{_STILL}{_SAYS}[ ](?P<named>[^.;:!?\n]{{2,80}}?)[ ]?[-,;.(]?[ ]?(?:but[ ]|and[ ])?"
        rf"(?:\b(?:which|that|this){_IS}[ ]{_WRONG}|(?<=[-,;.(][ ]){_OURS}|(?<=\(){_OURS})",
        re.IGNORECASE,
    ),
    # "Lincoln on the quote is a typo", "Please disregard the Lincoln in the header"
    re.compile(
        rf"(?:^|[.;:!?\n][ ]?)(?:the[ ])?(?P<named>[^.;:!?\n]{{2,60}}?)[ ]{_ON_IT}{_IS}[ ]{_WRONG}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:ignore|disregard|overlook)[ ](?:the[ ])?(?:(?:name|mention|word)s?[ ](?:of[ ])?)?"
        rf"(?P<named>[^.;:!?\n]{{2,60}}?)[ ]{_ON_IT}",
        re.IGNORECASE,
    ),
    # "the quote says Lincoln by mistake", "the quote mistakenly says Lincoln"
    re.compile(
        rf"\b{_PAPER}[ ]{_STILL}{_SAYS}[ ](?P<named>[^.;:!?,\n]{{2,80}}?),?[ ]{_BY}(?=[ ]?[.,;:!)-]|[ ]*$|\n)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_PAPER}[ ](?:(?:has|had|have|still)[ ]){{0,2}}{_BY}[ ]{_SAYS}[ ](?P<named>[^.;:!?,\n]{{2,80}})",
        re.IGNORECASE,
    ),
)
# what may stand beside the names: another thing said wrongly ("40 seats for Lincoln, which is a typo") is no place
_BESIDE = re.compile(
    r"(?:[\s,&/\"'()]|\b(?:and|the|for|at|as|school|schools|location|site|building|user|"
    r"(?:on|in)[ ](?:the|our|that)[ ](?:quot(?:e|ation)|order(?:[ ]form)?|form|proposal|estimate))\b)*",
    re.IGNORECASE,
)
# "should also list Oak Ridge": what was named holds, and is not all
_NOT_ALL = re.compile(
    r"\b(?:also|too|as[ ]well|both|missing|missed|left[ ]out|forgot(?:ten)?|omitted|add(?:ed)?|include[sd]?|plus)\b",
    re.IGNORECASE,
)
_LOOK_ON = 120  # characters behind the statement


def mistakes(text: str, found: Sequence[Found]) -> list[tuple[int, int, list[Found]]]:
    """Where `text` says that a paper or a line of it names places by mistake, and which of those found are these."""
    flat = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    out = []
    for said in (match for pattern in _PATTERNS for match in pattern.finditer(flat)):
        start, end = said.span("named")
        named = [f for f in found if start <= f.start < end and f.role > Role.DENIED]
        rest = blanked(flat, [(f.start, f.end) for f in named])[start:end] if named else ""
        if not named or not _BESIDE.fullmatch(rest) or _NOT_ALL.search(flat, end, said.end() + _LOOK_ON):
            continue
        places = {p for f in named for p in f.places}
        again = {p for f in found if said.end() <= f.start < said.end() + _LOOK_ON for p in f.places}
        if len(places) == 1 or not places & again:  # "lists Lincoln and Oak Ridge, which is wrong: not Oak Ridge"
            out.append((said.start(), said.end(), named))
    return out


def without_mistaken(text: str, found: Sequence[Found]) -> list[Found]:
    """What was found in `text`, where the places that are named by mistake are no users."""
    gone = {f for _, _, named in mistakes(text, found) for f in named}
    return [f.raised(Role.DENIED) if f in gone else f for f in found]
