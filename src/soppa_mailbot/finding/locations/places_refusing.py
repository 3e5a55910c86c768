"""Places of which the sentence says that they have no part: "Lincoln will never use it", "it is not for Lincoln".

The other modules know why a place is named; this one looks once more at those that would count. A school that is taken
for a user though it is said to be none is the worst of mistakes; one that a buyer has to ask about is none.
"""

from __future__ import annotations

from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.sentences import blanked
from soppa_mailbot.finding.locations.places_found import Found
from soppa_mailbot.finding.locations.places_role import Role

_REACH = 240  # characters of the clause, on either side
_LIST = 400  # characters of a list below its label
# where a clause ends; the dots of "St. Anne" and "M. L. King" end none, and "all but Lincoln" is one
_ENDS = re.compile(
    r"(?<![ .][A-Za-z])(?<!\bSt)(?<!\bMt)(?<!\bFt)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bJr)(?<!\bMrs)(?<!\bElem)[.](?=\s|$)|"
    r"[;:!?](?=\s|$)|[\n\t]|"
    r"(?<!\ball )(?<!\bones )(?<!\bschools )(?<!\bof them )\bbut\b|"
    r",[ ](?=(?:and[ ])?(?:so|it|they|this|that|these|we|I|only|just|instead|rather|because|since|though|although|"
    r"while|whereas|if|when|who|which|where|whose|he|she)\b)|"
    r"\b(?:because|since|though|although|while|whereas|unless|and[ ](?:it|they|we|this)|who|which)\b|[ ]-[ ]",
    re.IGNORECASE,
)
_NOT = r"(?:not|never|no[ ]longer)"
# "not only", "not until January", "not limited to": something else is denied
_NOT_OF_IT = (
    r"(?![ ](?:only|just|merely|solely|simply|necessarily|limited|until|before|till|without|later|more|less)\b)"
)
_BE = (
    r"(?:is|are|was|were|will[ ]be|would[ ]be|(?:has|have|had)[ ]been|can[ ]be|should[ ]be|will|would|does|do|did|can|"
    r"should)"
)
_IT = (
    r"(?:it|this|that|these|those|they|quote|quotation|order(?:[ ]form)?|purchase|software|product|app|tool|program|"
    r"seats?|licen[cs]es?|accounts?|subscriptions?|logins?|pilot|(?-i:[A-Z])[\w'-]*)"
)
# "it is not for", "will not be used by", "do not go to"
_BEFORE = re.compile(
    rf"\b{_IT}(?:[ ]{_BE})?(?:[ ]{_NOT}|n't){_NOT_OF_IT}(?:[ ](?:be|being|been|get|getting))?"
    r"(?:[ ](?:meant|used|intended|bought|purchased|licen[cs]ed|needed|wanted|ordered|going|go|rolled[ ]out|installed|"
    r"piloted|planned|offered|extended|available|taught|run))?[ ](?:for|by|at|in|to|with|among|across)\b"
    r"(?![ ](?:now|once|least|all|free|long|short|time)\b)",
    re.IGNORECASE,
)
_SOFTWARE = (
    r"(?:it|this|that|them|these|those|one|any|\d+|seats?|licen[cs]es?|accounts?|logins|access|"
    r"(?:the|our|this|that|these|those|any|your)[ ](?:\w+[ ])?(?:software|product|app|tool|program|platform|system|"
    r"seats|licen[cs]es|accounts|one)|(?-i:[A-Z])[\w'-]*)"
)
# "will never use it", "does not need it", "wouldn't like to", "will not be in"
_BEHIND = re.compile(
    r"\b(?:(?:will|would|do|does|did|can|could|should|shall|may|is|are|was|were|has|have|plans?|intends?|wishes|wish|"
    r"chose|decided)(?:[ ](?:both|all|each|now|still|certainly|definitely|therefore|probably))?"
    rf"(?:[ ]{_NOT}|n't)|won't|can't){_NOT_OF_IT}"
    r"(?:[ ](?:to|going|be|been|being|ever|actually|currently)){0,3}[ ]"
    r"(?:(?:like|want|wish|plan|intend|care)(?:ed|ing|ning)?[ ](?:to\b|(?:it|them|any|seats|licen[cs]es)\b)|"
    r"(?:us(?:e|ing)|get(?:ting)?|tak(?:e|ing)|buy(?:ing)?|need|hav(?:e|ing)|pilot(?:ing)?|try(?:ing)?|adopt(?:ing)?|"
    rf"renew(?:ing)?)(?:[ ]{_SOFTWARE}"
    r"(?![ ](?:until|before|till|without|to|for[ ](?:grading|billing|payment)|outside)\b)|(?=[ ]?$))|"
    r"(?:used|users|join(?:ing)?|participat\w+|on[ ]board|on[ ]it|included|involved|in[ ]this|in(?=\W*$)|part[ ]of|"
    r"covered|interested)\b(?![ ](?:until|before|till|outside|for)\b))",
    re.IGNORECASE,
)
# "It is for Lincoln and will not be used by students": said of it, not of Lincoln
_OBJECT = re.compile(
    r"\b(?:it|this|that|these|they|quote|order|software|product|seats?|licen[cs]es?|accounts)[ ]"
    r"(?:is|are|was|will|would|goes|go)\b[^,]*$",
    re.IGNORECASE,
)
_AND = re.compile(r"[ ]and[ ]$", re.IGNORECASE)
# "(Baker and Aster, Grant isn't in this round)": another is denied, as it would not be in "Baker, Aster and Grant"
_OF_ANOTHER = re.compile(r",[ ](?!and\b|or\b|&)(?=\w)(?:(?![ ](?:and|or)[ ]|[ ]&[ ]|,).)*$")
# "Schools that will not use it: ...", "Which of them do not need it? ...", "The schools that will not use it are ..."
_LABEL = re.compile(
    r"\b(?:schools?|buildings?|campus(?:es)?|departments?|offices?|sites?|places|who|which|where)\b"
    rf"[^.:;?!\n\t]{{0,40}}(?:\b{_NOT}|n't){_NOT_OF_IT}[^.:;?!\n\t]{{0,40}}?"
    r"(?:[:?=\t]|\b(?:are|is)\b)(?P<list>[^:?=]*)$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\([^()]*\)")
_BUT = re.compile(r"^,?[ ]but[ ](?:for[ ])?(?=(?:the[ ])?(?-i:[A-Z]))", re.IGNORECASE)  # "all schools but Lincoln"
_DENIES = re.compile(
    r"\b(?:not|never|no|none|neither|nobody|last[ ]year|already|used[ ]to|elsewhere)\b|n't\b", re.IGNORECASE
)


def denies(said: str) -> bool:
    """Whether words that end with a statement of use deny it in their last clause: "None of his students will"."""
    return _DENIES.search(_ENDS.split(said.rstrip(" .,;:!?)"))[-1]) is not None


def without_refusers(found: list[Found], seen: str) -> list[Found]:
    """What was found, where those that would count and of which use is denied are denied."""
    return [_denied(f) if _counts(f) and _is_refused(f, seen) else f for f in found]


def _counts(one: Found) -> bool:
    return one.role >= Role.NAMED and bool(one.places or one.wide)


def _denied(one: Found) -> Found:
    return replace(one.raised(Role.DENIED), rule="said to have no part: denied")


def _is_refused(one: Found, seen: str) -> bool:
    """Whether the label over it or the clause in which it stands says that it has no part in the purchase."""
    start, end = one.start, one.end
    label = _LABEL.search(seen, max(0, start - _LIST), start)
    if label is not None and "\n\n" not in label["list"].strip():
        return True
    before, behind = seen[max(0, start - _REACH) : start], seen[end : end + _REACH]
    behind = _BUT.sub(" except ", behind) if one.group or one.wide else behind
    inside = before.rfind("(") > before.rfind(")")
    if inside and ")" in behind:
        # "the middle schools (Lincoln and Oak Ridge) will not use it": what the bracket stands in is said of it
        inner = behind[: behind.index(")")]
        before, behind = before[: before.rfind("(")], behind[len(inner) + 1 :]
    before = _ENDS.split(_without_brackets(before))[-1]
    behind = _ENDS.split(_without_brackets(behind))[0]
    if _BEFORE.search(before) or (inside and _BEHIND.search(before)):
        return True
    said = _BEHIND.search(behind)
    if said is None:
        return False
    between = behind[: said.start()]
    return not (_OF_ANOTHER.search(between) or (_AND.search(between) and _OBJECT.search(before)))


def _without_brackets(text: str) -> str:
    return blanked(text, [m.span() for m in _BRACKET.finditer(text)])
