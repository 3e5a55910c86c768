"""Whether a line of a reply is an answer and nothing else: "Lincoln Elementary, 12/15", "By December 15, please".

Our letter asks "which schools" and "by when", so such a line needs no word of what it answers. A line that says
anything of its own ("Expect the forms by 9/30") is not one: its day or its school may be there for another reason.
"""

from __future__ import annotations

from collections.abc import Collection

from soppa_mailbot import lazy_re as re

# What a bare answer may hold beside its days and names: words of wishing and agreeing, of place and time
_WORDS = """
    a about aim aiming all also am an and answer answers any are around as ask asking at be been before being best
    both building buildings business but by campus campuses can close cob correct could date dates day days deadline
    department departments district do doable earlier elem elementary end eod exact fine for four from goal good great
    had have high hope hoping i i'd i'm ideal ideally if in is it it's item its just kids late later latest let's like
    list live location locations looking maybe me middle my need needed needs next no number of ok okay on one only
    or our ours perfect please pls possible preferably preferred question questions realistic really regarding
    requested right say school schools shall shoot shooting should sooner sorry still students suit suits sure
    target targeting teachers than thank thanks that that's the their them then there these they think thinking this
    those though three thx time to too two us very want wanted wanting way we we'd we're well were what when where
    which will wish with work works would yeah yes you your yours
"""
_FILLER = frozenset(_WORDS.split())
# words that open a sentence in capitals and are no names
_OPENS_A_REMARK = re.compile(
    r"(?:let|expect\w*|send\w*|sent|give|see|talk\w*|call\w*|meet\w*|met|leav\w+|left|sign\w*|return\w*|visit\w*|"
    r"start\w*|clos\w+|finish\w*|complet\w+|gone|going|com\w+|back|out|off|away|until|till|since|after|from|estimated|"
    r"ready|done|how|who|why|forms?|paper\w*|document\w*|rfi|soppa|quote|order|invoice|legal|updat\w+|follow\w*|"
    r"remind\w*|new|last|my|her|his|he|she|they|nothing|never|not|no)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][\w'&.-]*")


def is_bare(text: str, names: Collection[str] = ()) -> bool:
    """Whether a piece of plain text, its days blanked, holds nothing but names and words that any answer may hold.

    `names`: words in lower case that are names however they are written ("lincoln").
    """
    words = [w.rstrip(".-'") for w in _WORD.findall(text)]
    for at, word in enumerate(words):
        if word.lower() in _FILLER or word.lower() in names or re.fullmatch(r"[A-Za-z]", word):
            continue
        if not word[0].isupper() or _OPENS_A_REMARK.fullmatch(word):
            return False
        if at == 0 and len(words) > 1 and words[1][0].islower() and words[1] not in _BEHIND_A_NAME:
            return False
    return True


def is_answer(text: str, names: Collection[str] = ()) -> bool:
    """The same for a piece that is neither a question nor a promise: "Is 11/13 still realistic?", "OK, by Friday"."""
    return is_bare(text, names) and not (_ASKS.match(text) or _AGREES.match(text) or _REFUSES.search(text))


# "January 15 is too early for us"; "soon" is a word for days, and blanked
_REFUSES = re.compile(
    r"\btoo[ ](?:early|late|soon|close|tight|short|far|quick|fast)\b|\btoo[ ]{4,9}(?=\w)|\bno[ ](?:good|go|way|chance|"
    r"use)\b",
    re.IGNORECASE,
)

_AGREES = re.compile(
    r"\W*(?:ok|okay|sure|will do|got it|understood|noted|thanks|thank you)\W*(?:by\b|on\b|before\b|$)", re.IGNORECASE
)
_ASKS = re.compile(r"\W*(?:is|are|was|does|do|did|will|would|has|have|what|when|how|any)\b[^?]*\?", re.IGNORECASE)
_BEHIND_A_NAME = frozenset(
    [
        "and",
        "or",
        "for",
        "by",
        "on",
        "is",
        "is",
        "needs",
        "wants",
        "elementary",
        "elem",
        "middle",
        "high",
        "school",
        "at",
        "in",
        "the",
        "to",
    ]
)

# "Yes, both elementary schools, that's right": the mail answers what the District asked
_YES_BEFORE = re.compile(
    r"\W{0,12}(?:yes|yep|yeah|yup|right|correct|exactly|indeed|confirmed|that(?:'s| is) (?:right|correct))\b"
    r"[,;:.! -]{1,3}(?:(?:it(?:'s| is| will be)|this is|just|only|for|at|in|the|your)[ ])*",
    re.IGNORECASE,
)
_RIGHT_BEHIND = re.compile(
    r"(?:[ ]?[,;-]?[ ](?:(?:that|this|it)(?:'s|[ ]is)[ ](?:right|correct|it|all|them)|you(?:'re|[ ]are)[ ]right|please|"
    r"right|correct|indeed|exactly|only))*\W*",
    re.IGNORECASE,
)


def says_yes(before: str, after: str) -> bool:
    """Whether what stands between is all that a yes is followed by; a question of its own, it is none."""
    return bool(_YES_BEFORE.fullmatch(before) and _RIGHT_BEHIND.fullmatch(after)) and "?" not in after
