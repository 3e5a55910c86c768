"""Clauses that make users of schools named before for another reason: "Those two schools would be the pilots"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_refusing import denies

_REFERRED = re.compile(
    r"\b(?:those|these|both|the|all|all[ ]of[ ]the)(?:[ ](?:two|three|four|five|six|\d))?[ ](?:schools|"
    r"buildings|campuses)\b[^.()]{0,40}"
    r"\b(?:will|would|use|pilot|are[ ]the|be|are[ ](?:both[ ]|all[ ])?(?:covered|included|listed))\b"
    r"(?![ ](?:not|never|hardly|barely)\b)|\b(?:that|"
    r"their|this|his|her)[ ](?:school|"
    r"building)\b[^.]{0,30}\b(?:will|would|use|pilot|wants)\b"
    r"|\b(?:she|he)(?:'d|'ll|[ ](?:can|would|will|wants?|plans?|intends?))[^.]{0,30}\b(?:us(?:e|ing)|pilot|"
    r"try)\b"
    r"|\b(?:they|those|these)(?:'re|[ ](?:are|will[ ]be|would[ ]be))[ ](?:the|our)[ ](?:only[ ]|main[ ]|sole[ ])?"
    r"(?:users|ones[ ]who)\b"
    r"|\b(?:for|of)[ ][^.;,]{0,40}[ ](?:at|in)[ ](?:her|his|their)[ ](?:school|building)\b"
    # "It would be used in her library only"
    r"|\bused[ ](?:\w+[ ])?(?:at|in|by)[ ](?:her|his|their)[ ](?:own[ ])?(?:school|building|library|"
    r"class(?:es|room)?s?|lab|room|office|department|students|team)\b"
    # "the licence is for their grade at that school"
    r"|\b(?:licen[cs]es?|seats?|order|quote|estimate|proposal|subscription|it|software)\b[^.;]{0,20}\b(?:is|are)[ ]"
    r"(?:meant[ ]|only[ ])?for\b[^.;]{0,50}\b(?:that|their|this|his|her)[ ](?:school|building)\b"
    # "The counselor at Lincoln loves her trial, so she has asked us to get the paid plan going"
    r"|\b(?:she|he|they)[ ]needs?[ ](?:it|them|the[ ](?:licen[cs]es?|seats))"
    r"(?=[ ]*(?:[.,;!]|$)|[ ](?:for|by|in|at|before|this|next|and|so|because|when|until|approved)\b)"
    r"|\b(?:she|he|they)[ ](?:(?:has|have|had)[ ])?asked[ ](?:us|me)[ ]to[ ](?:get|set|start|order|begin|send|put)\b"
    r"|\b(?:she|he|they)(?:'d[ ]like|[ ](?:would[ ]like|wants?|plans?|intends?|hopes?))[ ]to[ ](?:us(?:e|ing)|pilot|"
    r"begin|start|launch|go[ ]live)\b"
    # "she is starting with her third graders"
    r"|\b(?:she|he|they)(?:'s|'re|'ll|[ ](?:is|are|will))[ ](?:be[ ])?(?:start(?:ing)?|begin(?:ning)?|pilot(?:ing)?|"
    r"us(?:e|ing)[ ]it)[ ](?:(?:it|this|out|first)[ ])?(?:with|in|for)[ ](?:her|his|"
    r"their)[ ](?:\w+[ ]){0,3}?(?:graders?|"
    r"class(?:es|room|rooms)?|students|pupils|kids|sections?|team|lab|groups?|periods?)\b",
    re.IGNORECASE,
)


def refers(text: str) -> bool:
    """Whether a sentence says that those of whom it speaks will use it."""
    said = _REFERRED.search(text)
    return said is not None and not denies(said.group())
