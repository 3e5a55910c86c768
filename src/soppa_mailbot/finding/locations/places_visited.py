"""Places where somebody was or left something: "I left my umbrella at the Lincoln front desk", "We parked at Lincoln".

That tells where somebody was, and nothing of who will use the software.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_SOMEBODY = (
    r"\b(?:I|we|he|she|they|(?:my|our)[ ](?:[\w-]+[ ]){1,2}|(?-i:[A-Z])[\w'-]+[ ])"
    r"(?:'ve|'d|[ ]?(?:must|may|might)?[ ]?(?:have|had|has))?[ ]?"
    r"(?:(?:think|believe|guess|fear|also|just|probably|again|even)[ ]){0,2}"
    r"(?:(?:I|we)[ ])?(?:(?:may|might|must)[ ]have[ ])?"
)
# of use in the same clause more is said: "left my samples and the quote is for"
_ON = (
    r"(?:(?!(?:and|but|so|is|are|for|who|which|that|will|would|seats?|licen\w+|accounts?|quotes?|order)\b)[\w'-]+,?[ ])"
)
_WHERE = r"(?:at|in|by|near|inside|outside|behind|on|around|past)"
_LEFT = re.compile(
    rf"{_SOMEBODY}(?:left|leave|forgot|forgotten|lost|misplaced|mislaid)[ ](?:behind[ ])?"
    rf"(?:my|our|his|her|their|an?|one[ ]of[ ](?:my|our))[ ]{_ON}{{1,7}}?{_WHERE}[ ](?:(?:the|your)[ ])?"
    rf"(?:{_ON}{{1,4}}(?:of|at|in)[ ](?:the[ ])?)?$",
    re.IGNORECASE,
)
_WAS_THERE = re.compile(
    rf"{_SOMEBODY}(?:parked|drove|walked|waited|ate|stopped|got[ ](?:lost|stuck)|had[ ](?:lunch|coffee|breakfast))[ ]"
    rf"{_ON}{{0,4}}?{_WHERE}[ ](?:(?:the|your)[ ])?(?:{_ON}{{1,4}}(?:of|at|in)[ ](?:the[ ])?)?$",
    re.IGNORECASE,
)
_USED_THERE = re.compile(r"[^.;:!?]{0,40}\b(?:where|who|which)\b[^.;:!?]{0,40}\bus(?:e|es|ed|ing)\b", re.IGNORECASE)
_LONGEST = 140  # characters of a clause


def only_visited(before: str, after: str) -> bool:
    """Whether somebody was at the place that stands between, or left a thing there, and nothing else is said of it."""
    own = before[-_LONGEST:]
    return bool(_LEFT.search(own) or _WAS_THERE.search(own)) and not _USED_THERE.match(after)
