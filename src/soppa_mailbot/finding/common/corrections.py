"""Where a writer takes back what stands before: "Lincoln and Oak Ridge... sorry, scratch that, Lincoln and Stillwater".

A correction is a marker (one or several of its words in a row) with the new words right behind it. What is corrected is
for the readers of places and days to say; here is only where the markers stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from soppa_mailbot import lazy_re as re

AHEAD = 70  # characters from a marker to the words that replace what was said
MOST = 30  # nobody takes back more; each is work
BACK = 300  # characters from what was said to the marker

_SOMEBODY = (
    r"(?:we|he|she|they|(?:my|our|the|his|her)[ ](?:\w+[ ])?(?:colleague|rep(?:resentative)?|assistant|team|office))"
)
_FIRM = (
    r"(?:scratch|strike|disregard|ignore|forget|cancel)[ ](?:(?:that|this)[ ]one|that|this|it|"
    r"the[ ](?:above|last(?:[ ](?:one|part|bit))?|"
    r"previous(?:[ ]one)?|first[ ](?:one|date)))\b",
    r"(?:small[ ]|quick[ ]|one[ ])?correction(?=[ ]?[:,;.!(-]|[ ](?:to|on)\b)",
    r"I[ ](?:of[ ]course[ ]|actually[ ])?meant?\b(?:[ ](?:to[ ](?:say|write|type|put)))?",
    r"(?:(?<=sorry[ ])|(?<=oops[ ])|(?<=sorry,[ ])|(?<=oops,[ ]))meant?\b(?:[ ]to[ ](?:say|write|type|put))?",
    r"(?:that|it|this|which)[ ](?:is|was)[ ](?:wrong|a[ ]typo|a[ ]mistake|incorrect|not[ ]right)\b",
    r"(?:that|it|this|which)[ ](?:should|was[ ]supposed[ ]to|ought[ ]to)[ ](?:have[ ]been|have[ ]said|"
    r"have[ ]read|read|say)"
    r"\b",
    r"(?:that|this|which)[ ](?:should|was[ ]supposed[ ]to|ought[ ]to)[ ]be\b",
    r"should[ ](?:have[ ](?:been|said|read)|read|say)\b",
    r"no,?[ ]wait|wait,?[ ]no\b",
    r"(?:or[ ]|but[ ])rather\b(?![ ]than)",
    r"let[ ]me[ ](?:correct|fix|redo|restate)(?:[ ](?:that|this|myself))?",
    r"I[ ]misspoke|I[ ]mistyped|I[ ]got[ ]that[ ]wrong",
    # of somebody else: "My colleague told you Lincoln. She misspoke: it's Oak Ridge"
    rf"{_SOMEBODY}[ ](?:must[ ]have[ ])?(?:misspoken?|mistyped|(?:got|had)[ ](?:that|it|this)[ ]wrong|"
    r"mixed[ ](?:it|that|them|(?:up[ ])?(?:the[ ])?(?:two|schools|buildings))(?:[ ]up)?|"
    r"(?:was|were|is)[ ](?:wrong|mistaken|in[ ]error)(?=[ ]?[,:;.!-]))",
    rf"{_SOMEBODY}[ ](?:really[ ]|actually[ ])?meant[ ]"
    r"(?:to[ ](?:say|write|type|put)\b|(?=(?-i:[A-Z])|the\b|for\b|at\b|by\b))",
    # "My colleague corrected me: January 11 is enough"
    rf"(?:{_SOMEBODY}|(?:my|our|the)[ ](?:\w+[ ])?(?:boss|manager|director|lead))[ ](?:(?:has|have|just|since|then|"
    r"already)[ ]){0,2}corrected[ ](?:me|us|that|it|this)(?=[ ]?[,:;.!-])|I[ ]stand[ ]corrected(?=[ ]?[,:;.!-])",
    r"that[ ]was[ ](?:an|our|my|his|her|their)[ ](?:error|mistake|slip|typo|mix-?up)(?=[ ]?[,:;.!-])",
    r"(?:make|change)[ ](?:that|this|it)(?:[ ]to)?(?=[ :,])",
    r"never[ ]?mind(?:[ ]that)?(?=[ ]?[,:.;!-])",
)
# these open a correction only where a comma, a stop or other words of correction follow
_SOFT = (
    r"(?:so[ ]|oh[ ]|very[ ])?sorry(?:[ ]about[ ]that)?",
    r"o+ps(?:ie)?|oopsie|whoops|woops|d'oh|argh|ugh",
    r"my[ ](?:mistake|bad|error|apologies|fault)|apologies|excuse[ ]me|pardon(?:[ ]me)?|perd[oó]n",
    r"actually|on[ ]second[ ]thought|hang[ ]on|hold[ ]on|typo|edit|update",
)
_NO = r"(?<=[-.,;(?!][ ])(?:no|wait|er+|err|um+|uh)(?=[,:][ ]|[ ]-[ ]|[ ]?\.\.)"
_STOP = r"[ ]?[,:;.!()-]{1,3}"
_BARE = (
    r"(?:o+ps|whoops|woops)(?=[ ]\w)|actually(?=[ ](?:\d|by\b|it\b|it's|just\b|only\b|for\b|at\b|the\b|make\b|let's))"
)
_WORDS = "|".join(_FIRM)
_MARKER = re.compile(
    rf"(?<![\w'-])(?:(?:{_WORDS})|(?:{'|'.join(_SOFT)})(?={_STOP}(?:\s|$)|[ ](?:{_WORDS}))|{_NO}|{_BARE})",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,:;.!()*-]{0,8}(?:(?:and|but|I|please|it's|its|that's)[ ])?", re.IGNORECASE)
_ADDS = re.compile(
    r"\b(?:also|too|add(?:ing|ed|s)?|plus|forgot|forgotten|as[ ]well|another|additional(?:ly)?|one[ ]more|include[sd]?|"
    r"left[ ]out|missed|omitted)\b",
    re.IGNORECASE,
)
_ADDS_BEHIND = re.compile(r"[ ,(]*(?:too|also|as[ ]well|(?:will|would|should)[ ]also|in[ ]addition)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marker:
    """Words that take something back, at [start, end) of the text."""

    start: int
    end: int


def markers(text: str) -> Iterator[Marker]:
    """The markers of a plain text, in order, at most `MOST`; those in a row ("sorry, scratch that") are one."""
    yield from islice(_all_markers(text), MOST)


def _all_markers(text: str) -> Iterator[Marker]:
    current: Marker | None = None
    for match in _MARKER.finditer(text):
        if current and _BETWEEN.fullmatch(text, current.end, match.start()):
            current = Marker(current.start, match.end())
            continue
        if current:
            yield current
        current = Marker(*match.span())
    if current:
        yield current


def adds(text: str, marker: Marker, start: int, end: int) -> bool:
    """Whether the words at [start, end) behind a marker come on top of what stands before: "sorry, also Lincoln"."""
    return bool(_ADDS.search(text, marker.start, start) or _ADDS_BEHIND.match(text, end))


def paragraph_ends(text: str, start: int, end: int) -> int:
    """How many blank lines stand in [start, end)."""
    return len(re.findall(r"\n[ \t]*\n", text[start:end]))
