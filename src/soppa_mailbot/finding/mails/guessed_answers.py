"""Answers on a form that their own writer calls guesses or placeholders: "some answers are placeholders"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Item

_ANSWERS = (
    r"(?:boxes|check ?boxes|ticks|answers?|responses|exhibit(?:[ ][A-Z])?|schedule[ ][A-Z]|entries|fields|"
    r"data[ ]elements|"
    r"rfi(?:[ ]form)?|(?:soppa[ ])?addendum|soppa[ ]form)"
)
_GUESS = (
    r"(?:(?:(?:an?|our|my)[ ])?(?:best[ ]|rough[ ]|wild[ ])?guess(?:es|ed|work)?|placeholders?|dummy|made[ -]up|"
    r"fictitious|"
    r"filler|(?:sample|test|example)[ ](?:answers|data|text|values))\b"
)
_OPEN = (
    r"(?:(?:is|are)[ ](?:still[ ]|only[ ]|just[ ]|all[ ])*(?:not[ ](?:yet[ ])?(?:final|confirmed|verified|checked)|"
    r"preliminary|"
    r"provisional|tentative|to[ ]be[ ](?:confirmed|verified|checked)|tbd))\b"
)
_GUESSED = re.compile(
    rf"(?<!your[ ])\b{_ANSWERS}\b[^.;!?]{{0,50}}?[ ]{_GUESS}"
    r"|(?<!your[ ])\b(?:answers|responses|boxes|entries|fields|data[ ]elements)(?:[ ](?:in|on|of)[ ](?:the|"
    r"our)[ ]\w+(?:[ ]\w+)?)?"
    rf"[ ]{_OPEN}"
    rf"|\b(?:guessed|made[ ]up|invented|put[ ](?:in[ ])?(?:some[ ])?{_GUESS})[ ](?:[\w'-]+[ ]){{0,4}}?{_ANSWERS}\b"
    rf"|\b(?:placeholders?|dummy|sample)[ ](?:answers|data|text|values)[ ](?:in|on|for)\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:no|none|nothing|not|never|without|instead[ ]of|replac\w+|remov\w+)\b[^.;!?]{0,20}?\b(?:guess|placeholder|"
    r"dummy|"
    r"filler|sample|made)|\b(?:were|was|had|let[ ]us[ ]know|please[ ]check|tell[ ]us)\b",
    re.IGNORECASE,
)
_OF_SOPPA = re.compile(r"\b(?:boxes|exhibit|schedule|data[ ]elements|ticks)\b", re.IGNORECASE)


def guessed(sentence: str, named: Item | None) -> tuple[Item, ...]:
    """The forms whose answers a sentence calls guesses; `named` is the paper that it names."""
    if named is Item.ORDER_FORM or not _GUESSED.search(sentence) or _NONE.search(sentence):
        return ()
    if named is None and _OF_SOPPA.search(sentence):
        return (Item.SOPPA_FORM,)
    return (named,) if named else (Item.RFI_FORM, Item.SOPPA_FORM)
