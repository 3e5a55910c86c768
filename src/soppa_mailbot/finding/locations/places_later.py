"""Places that a mail with users names beside them: those that may come later, and those that only house a device.

"It is for Lincoln; should all go well we'd love to come to Oak Ridge next year", "Technology Services uses it, though
sensors will hang in Lincoln". Where nobody else is named as the user, such a sentence is all that is said of users, and
nothing is taken away.
"""

from __future__ import annotations

from collections.abc import Callable

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_found import Found
from soppa_mailbot.finding.locations.places_role import Role

_CLAUSE = re.compile(
    r"[;!?]|:(?=\s)|(?<![ .][A-Za-z])(?<!\bSt)(?<!\bDr)(?<!\bMt)(?<!\bFt)[.](?=\s)|,?[ ]but[ ]|"
    r",[ ](?=(?:with|while|whereas|then|and[ ](?:if|should|then|we|next|in|for|one[ ]day))[ ])"
)
# names that are enumerated before this one: "to Lincoln, Oak Ridge and | Harding"
_NAMES = r"(?:(?-i:[A-Z])[\w.'-]*,?[ ]|(?-i:and|or|&|the|both|either|your|at|in|of|to|for|by)[ ])*$"
_YEAR = r"(?:20\d\d(?:[ ]?[-/–][ ]?\d{2,4})?)"
_IN_THE = r"(?:(?:in|for|from|during|starting)[ ])?(?:(?:the|a)[ ])?"
_LATER = (
    r"(?:(?:next|following|coming|second|third|later|future)[ ](?:(?:school|academic|fiscal)[ ])?"
    r"(?:years?|fall|spring|summer|winter|autumn|semester|phase|round|budget|stage|step)|"
    r"(?:year|one|fall|spring)[ ]after(?:[ ]that)?|(?:year|phase|stage|round)[ ](?:two|three|2|3|ii|iii)|"
    r"later[ ]on|one[ ]day|some[ ]?day|down[ ]the[ ](?:road|line)|in[ ]time)\b"
)
# a year that may be the purchase's own is later only where somebody hopes for it
_THEN = rf"(?:school[ ]year[ ])?{_YEAR}(?:[ ](?:school[ ])?year)?\b"
_HOPES = (
    r"(?:(?:we|i)(?:'d|'ll|'re|[ ](?:would|will|do|are|am|also|then|all|certainly|really))*[ ](?:also[ ]|then[ ]|"
    r"certainly[ ]|really[ ]|all[ ]|very[ ]much[ ])*(?:love|like|hop(?:e|ing)|wish|expect(?:ing)?|plan(?:ning)?|"
    r"anticipat(?:e|ing)|aim(?:ing)?|intend(?:ing)?|want|look(?:ing)?[ ]forward|dream(?:ing)?|(?:be[ ])?(?:delighted|"
    r"happy|glad|eager|thrilled|keen|pleased))|our[ ](?:hope|dream|wish|plan|goal|aim)[ ]is)[ ](?:to|of|on)[ ]"
)
# a condition of which the writer only hopes that it comes true; an approval is none
_ALL_WELL = re.compile(
    r"\b(?:(?:if|should|once|assuming|provided|when|as[ ]long[ ]as)[ ](?:(?:all|everything|it|this|that|things|"
    r"(?:the|this|that|our)[ ](?:\w+[ ])?(?:pilot|trial|start|first[ ]year|year|results?|roll-?out))[ ])"
    r"(?:go(?:es)?|work(?:s)?(?:[ ]out)?|run(?:s)?|turn(?:s)?[ ]out|prove(?:s)?|is|are|succeeds?|does|do)\b|"
    r"all[ ](?:being|going)[ ]well|(?:if|when)[ ]successful|depending[ ]on[ ](?:the|its|their|our)[ ]"
    r"(?:results?|success|outcome|feedback))",
    re.IGNORECASE,
)
_MAY = re.compile(
    rf"\b(?:would|could|might|may|hope|love|later|too|also|as[ ]well|next|follow|expand|extend|{_YEAR})\b|'d\b", re.I
)
_FIRST = r"(?:^|,[ ])\W*(?:and[ ]|then[ ])?" + _IN_THE
_LAST = (
    r"(?:,?[ ](?-i:and|&|or)[ ](?-i:[A-Z])[\w.'-]*|,?[ ](?-i:[A-Z])[\w.'-]*|[ ](?-i:too|also|as[ ]well|schools?))"
    r"{0,12},?[ ]" + _IN_THE
)
_LATER_FIRST = re.compile(_FIRST + _LATER, re.IGNORECASE)
_LATER_LAST = re.compile(rf"{_LAST}{_LATER}(?=[ ]?[.,;)]|$)", re.IGNORECASE)
_THEN_FIRST = re.compile(_FIRST + _THEN, re.IGNORECASE)
_THEN_LAST = re.compile(rf"{_LAST}{_THEN}(?=[ ]?[.,;)]|$)", re.IGNORECASE)
_HOPED_FOR = re.compile(
    rf"\b{_HOPES}(?:(?!for\b)[\w'-]+[ ]){{0,5}}?(?:come|be|add|adding|expand|expanding|extend|extending|grow|reach|"
    rf"serve|bring|bringing|welcome|include|see|have|move|go|start|begin|roll)\b(?:[ ][\w'-]+){{0,4}}?[ ]?{_NAMES}",
    re.IGNORECASE,
)
_WE_EXPECT = re.compile(
    rf"\b(?:we|i)[ ](?:expect|anticipate|hope|plan|foresee)[ ](?:(?:that|for|(?:to[ ]be[ ])?adding)[ ])?{_NAMES}", re.I
)
_IN_VIEW = re.compile(
    rf"\b(?:be[ ](?:used|live|rolled[ ]out|added)|(?:will|would|shall|may|to|we'll|we'd)[ ](?:also[ ]|then[ ])?"
    rf"(?:add|expand|extend|bring|follow|come|start|begin|go|roll|include)\b)(?:[ ][\w'-]+){{0,4}}?[ ]?{_NAMES}",
    re.IGNORECASE,
)
_AS_WELL = re.compile(
    r"(?:[ ](?-i:school|[A-Z][\w.'-]*|and|&)){0,12}[ ](?:too|also|as[ ]well|one[ ]day|some[ ]?day|eventually)\b", re.I
)
_OTHER_PAPER = re.compile(
    r"\b(?:(?:under|with|on|by|in|via|through|as|of|needs?|gets?|have|has|having|require[sd]?|against)[ ](?:an?[ ]|"
    r"its[ ]|their[ ]|some[ ])?(?:(?:\w+[ ])?(?:separate|different|another|later|future|second|further|own)|another)[ ]"
    r"(?:\w+[ ])?(?:quot(?:e|ation)|order|proposal|purchase|contract|agreement|submission|estimate|p\.?o\.?)s?\b|"
    r"(?:quoted|ordered|billed|purchased|bought|submitted|proposed)[ ](?:separately|later|apart)\b)",
    re.IGNORECASE,
)
# what is said of a later place stands in the papers of this purchase
_NOW = re.compile(
    r"\b(?:attached|enclosed|herewith|below|today|both[ ]quotes|as[ ]quoted|"
    r"(?:this|the|our)[ ](?:quote|order|proposal))\b",
    re.IGNORECASE,
)
# hardware that somebody else's software reads
_DEVICE = (
    r"(?:sensors?|probes?|cameras?|antennas?|access[ ]points?|beacons?|meters?|thermostats?|gateways?|routers?|"
    r"switch(?:es)?|transmitters?|detectors?|controllers?|repeaters?|hardware|boxes|devices|units|equipment|servers?|nodes?)"
)
_HOUSED = re.compile(
    rf"\b{_DEVICE}[ ](?:(?:themselves|only|just)[ ])?(?:(?:will|would|shall|can|must|are|is|to)[ ]"
    r"(?:only[ ]|be[ ]|also[ ]|then[ ])*)?(?:hang|hung|sit|stand|go|mounted|installed|"
    r"placed|fitted|put|located|housed|fixed|live)?s?"
    rf"[ ](?:up[ ])?(?:in|at|on|inside|outside|above|near|around|throughout)[ ](?:[a-z'-]+[ ]){{0,4}}?{_NAMES}",
    re.IGNORECASE,
)
# "Ms. Lee at Lincoln uses the free version": and nothing of what is bought
_ON_THE_FREE_ONE = re.compile(
    r"[^.;]{0,40}\b(?:us(?:es|e|ing)|on|with|has|have)[ ](?:the|our|a)[ ](?:free|trial|basic|demo)[ ]"
    r"(?:version|plan|edition|tier|account|one)s?\b",
    re.IGNORECASE,
)
_BUYS = re.compile(
    r"\b(?:wants?|would|upgrad\w*|paid|full|premium|orders?|ordered|buys?|wish\w*|likes?|moves?|switch\w*|needs?|outgrow\w*)\b",
    re.IGNORECASE,
)


def without_those_beside(found: list[Found], seen: str, departments: frozenset[int]) -> list[Found]:
    """What was found, where others than the users have no part in this purchase."""
    found = _set_aside(found, lambda f: _comes_later(f, seen), lambda f: f.role >= Role.USED)
    return _set_aside(
        found,
        lambda f: _HOUSED.search(_around(f, seen)[0]) is not None,
        lambda f: f.role >= Role.USED and departments.issuperset(f.places),
    )


def _set_aside(found: list[Found], beside: Callable[[Found], bool], uses: Callable[[Found], bool]) -> list[Found]:
    """Those that stand beside a user are denied; where all do, or nobody is said to use it, nobody is."""
    named = [f for f in found if f.places and Role.NAMED <= f.role < Role.ANSWER and beside(f)]
    users = [f for f in found if f.places and uses(f) and f not in named]
    if not named or not users:
        return found
    # "It is for Lincoln. Next year it will be used at Lincoln and Oak Ridge": what is said there is said of users
    of_users = {n.quote_start for n in named for u in users if set(n.places) & set(u.places)}
    named = [n for n in named if n.quote_start not in of_users]
    return [f.raised(Role.DENIED) if f in named else f for f in found]


def _around(one: Found, seen: str) -> tuple[str, str]:
    """The clause of a name, before it and behind it."""
    before = " ".join(_CLAUSE.split(seen[one.quote_start : one.start])[-1].split()) + " "
    behind = _CLAUSE.split(seen[one.end : one.quote_end])[0]
    return before.lstrip(), " " * behind[:1].isspace() + " ".join(behind.split())


def _comes_later(one: Found, seen: str) -> bool:
    """Whether a clause says of its place that it may come to use it later, or by another paper."""
    before, behind = _around(one, seen)
    if _NOW.search(before) or _NOW.search(seen, one.start, one.quote_end):
        return False
    if _OTHER_PAPER.search(behind) or (_ON_THE_FREE_ONE.match(behind) and not _BUYS.search(before + behind)):
        return True
    hoped = _HOPED_FOR.search(before) or _WE_EXPECT.search(before)
    later = _LATER_FIRST.search(before) or _LATER_LAST.match(behind)
    if hoped:
        later = later or _THEN_FIRST.search(before) or _THEN_LAST.match(behind)
        return bool(later or _ALL_WELL.search(before) or _ALL_WELL.search(behind) or _AS_WELL.match(behind))
    if later and _IN_VIEW.search(before):
        return True
    return bool(_ALL_WELL.search(before) and _MAY.search(before + behind))
