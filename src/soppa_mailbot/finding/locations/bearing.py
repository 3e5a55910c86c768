"""How the schools that a mail names stand to those of earlier mails: they add, exchange, drop, or are named in passing.

`places` says which schools a text names as users. Of a reply that is not enough: "please also add Lincoln" must not
take away the two schools of the first mail, and "our contract with Jane Addams ended" puts nobody in their place. Where
nothing is said of earlier ones, the new list stands for itself: bearing "".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.bare_answers import is_bare
from soppa_mailbot.finding.common.own_text import without_foreign
from soppa_mailbot.finding.common.sentences import pieces, plain
from soppa_mailbot.model import LocationsFinding, Status

ADDS, EXCHANGES, DROPS, PASSING = "adds", "exchanges", "drops", "passing"

Look = Callable[[str], LocationsFinding]  # reads a few words as the answer to "which schools?"

_PLACE = r"(?:school|building|campus|department|site|location|place|one|elementary|middle[ ]school|high[ ]school)s?\b"
_ADDS = re.compile(
    r"\b(?:also|additionally)\b(?!,)(?![ ](?:\w+[ ]){0,3}?(?:attach\w*|enclos\w*|send\w*|forms?|rfi|soppa|approv\w+|"
    r"sign\w*)\b)"
    r"|\badd(?:ing|ed|s)?\b|\bplus\b|\bas[ ]well(?:[ ]as)?\b|\bin[ ]addition\b|\badditional(?:ly)?\b|"
    r"\btoo\b(?=(?:,?[ ]please)?[ ]*(?:[.,!?;)]|$))"
    rf"|\b(?:one|two|three|some|any|a[ ]few|an?)[ ]?(?:more|other|further|extra|third|fourth)[ ](?:\w+[ ])?{_PLACE}"
    r"|\b(?:one|two|three)[ ]more\b(?![ ](?:question|thing|week|day|month|time|form|paper|step|mail)s?\b)"
    rf"|\banother[ ](?:\w+[ ])?{_PLACE}|\b(?:third|fourth|fifth|extra|further)[ ]{_PLACE}"
    r"|\b(?:to|please|should|must|can|could|will|would|do)[ ](?:\w+[ ])?include\b"
    r"|\bjoin(?:s|ing|ed)?\b|\bforgot\w*\b|\bleft[ ]out\b|\bmissed\b|\bomitted\b|\bon[ ]top[ ]of\b"
    rf"|\bthe[ ]other[ ]{_PLACE}|\b(?:besides|apart[ ]from|aside[ ]from|next[ ]to)\b"
    r"|\b(?:expand|extend)(?:ed|ing)?[ ](?:\w+[ ]){0,3}?to\b|^\W*(?:and|&|\+)[ ]",
    re.IGNORECASE,
)
# the list is given anew
_WHOLE = re.compile(
    r"\b(?:only|just|solely|alone|nobody[ ]else|nowhere[ ]else|no[ ]other)\b(?![ ](?:\w+[ ])?(?:add|join|include|"
    r"want)\w*)"
    r"|\b(?:full|complete|final|whole|updated|correct(?:ed)?|new|right|revised)[ ](?:list|set)\b"
    r"|\b(?:school|building|campus|department|location|site|list)s?[ ](?:is|are|will[ ]be|should[ ]be)\b"
    r"|\b(?:school|building|campus|department|location|site)s?(?:[ ]\([^)]{0,30}\))?[ ]?:",
    re.IGNORECASE,
)
# "both schools, not just Lincoln" takes nothing away
_ALONE = r"(?!just\b|only\b|merely\b)(?:at[ ]|for[ ]|in[ ])?"
_EXCHANGES = (
    re.compile(
        r"\b(?:instead[ ]of|rather[ ]than|in[ ]place[ ]of|in[ ]lieu[ ]of|replac(?:es|ing))[ ]"
        r"(?P<old>[^.;!?\n]{3,80})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|,?[ ])not[ ]{_ALONE}(?P<old>[^.,;!?\n]{{3,80}}?)(?=,?[ ]but\b|[.,;!?\n]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:chang(?:e|ed|ing)|switch(?:ed|ing)?|swap(?:ped|ping)?|replac(?:e|ed|ing)|mov(?:e|ed|"
        r"ing)[ ](?:it[ ])?from)"
        r"[ ](?P<old>[^.;!?\n]{3,80}?)[ ](?:to|with|for|by|->|>)[ ]",
        re.IGNORECASE,
    ),
)
_AT = r"(?:^|[,;:][ ]|\b(?:please|pls|kindly|you|we|i|to|must|should|and|but|so|also|now)[ ])"
_DROPPED_OUT = re.compile(
    r"(?:^|[,;][ ]|\bbut[ ]|\bsince[ ]|\bthat[ ]|\bas[ ]|\bbecause[ ])(?P<old>[^.;!?,\n]{3,60}?)[ ](?:(?:has|"
    r"have)[ ](?:\w+[ ])?"
    r"(?:cancel\w*|dropped|pulled|backed|opted|withdrawn|decided[ ]against)|(?:is|are)[ ]out\b(?![ ]of)|dropped[ ]out|"
    r"backed[ ]out|opted[ ]out|pulled[ ]out|cancell?ed|(?:is|are)[ ](?:not|no[ ]longer)[ ](?:us|go|part|interest|"
    r"participat|join|buy|includ)\w*|(?:won't|will[ ]not|doesn't|does[ ]not|don't|do[ ]not|"
    r"no[ ]longer)[ ](?:be[ ])?(?:us|"
    r"need|want|participat|join|buy|tak|includ|wish)\w*)",
    re.IGNORECASE,
)
_DROPS = (
    re.compile(
        rf"{_AT}(?:remov(?:e|ing)|drop(?:ping)?(?![ ](?:by|in|off)\b)|delet(?:e|ing)|strik(?:e|ing)|"
        r"tak(?:e|ing)[ ](?:out|off)|exclud(?:e|ing)|withdraw(?:ing)?|leav(?:e|ing)[ ]out|cross(?:ing)?[ ](?:out|off)|"
        r"scratch|cancel(?:ling)?)[ ](?P<old>[^.;!?\n]{3,80}?)"
        r"(?=[ ](?:from|off|only|please|again|though|after|as[ ]a|for[ ]now)\b|[.,;!?]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|[,;][ ])(?:but[ ])?not[ ]{_ALONE}(?P<old>[^.;!?,\n]{{3,80}}?)(?=[.,;!?]|$)",
        re.IGNORECASE,
    ),
    _DROPPED_OUT,
)
_NOT_BUT = re.compile(
    rf"\bnot[ ]{_ALONE}(?P<old>[^.;!?\n]{{3,60}}?),?[ ]but[ ](?P<new>[^.;!?\n]{{3,60}})",
    re.IGNORECASE,
)
_NEW = (
    re.compile(
        r"\b(?:add|include|adding|including|left[ ]out|forgot|missed|cover|covers|one[ ]more:|"
        r"two[ ]more:)[ ](?P<new>[^.;!?\n]{3,80}?)"
        r"(?=[ ](?:to|as[ ]well|too|please|also|in|on)\b|[.,;!?]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[,;][ ]|\band[ ]|\bthat[ ])(?P<new>[^.;!?,\n]{3,60}?)[ ](?:will|would|wants?|is[ ]going|are[ ]going|has|"
        r"have|is|are)(?:[ ](?:(?!(?:not|never)\b)\w+[ ]){0,3}?)(?:join\w*|come[ ]on[ ]board|take[ ]part|"
        r"participate)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:and[ ])?(?P<new>[^.;!?,\n]{3,60}?),?[ ](?:too|as[ ]well|also)(?:,?[ ]please)?\W*$", re.IGNORECASE
    ),
    re.compile(r"^\W*(?:and[ ])?also[ ](?P<new>[^.;!?,\n]{3,60}?)\W*$", re.IGNORECASE),
)
# what is told of a school, and is no word of who will use the software
_OTHER_MATTERS = re.compile(
    r"\b(?:contract|agreement|subscription|licen[cs]es?|pilot|trial|order|invoice|"
    r"p\.?o\.?)\b[^.;!?]{0,60}?\b(?:end(?:ed|s)|"
    r"expired?s?|ran[ ]out|lapsed|(?:is|was|are|were)[ ](?:still[ ])?(?:open|unpaid|paid|due|over|cancell?ed|closed))\b"
    r"|\b(?:used[ ]to|last[ ](?:year|spring|fall|month|week)|yesterday|years?[ ]ago|visited|attended|(?:drop|stop|"
    r"com)(?:ping|e|ing)?[ ]by|taught|"
    r"met[ ](?:with|"
    r"the|their|your)|saw|(?:asked|told|called|e-?mailed|wrote|contacted|introduced)[ ](?:me|us|about|that|whether|if|"
    r"to)|"
    r"(?:another|a[ ]different|an?[ ]other|our[ ]other)[ ](?:product|tool|app|software|purchase|quote|order|project|"
    r"program)|"
    r"(?:have|had|has)[ ](?:\w+[ ]){0,2}?(?:contract|agreement|customers?)[ ](?:with|at|in)|say[ ](?:hi|hello)|"
    r"regards[ ]to|"
    r"invoices?|unpaid|greetings|congrat\w+)\b"
    # "Mrs. Ortiz at Lincoln will tell you"
    r"|\b(?:(?:mr|mrs|ms|miss|dr)\.?[ ]\w+|principal|teacher|contact|coordinator|somebody|someone)[ ](?:at|from|of)[ ]"
    r"[^.;!?,]{2,40}?[ ](?:will|can|should|is[ ]going[ ]to)[ ](?:tell|inform|let|answer|call|e-?mail|write[ ]to|"
    r"contact|"
    r"get[ ]back[ ]to)[ ](?:you|us|me)\b",
    re.IGNORECASE,
)
_MOST = 8  # phrases of a mail that are read once more
_USERS = ("used", "answer")
# a question that is a wish: "Can you add Cedar Creek?"
_WISHES = re.compile(
    r"\b(?:can|could|would|may|will)[ ](?:you|we|I|it|this|that)\b[^.;!]{0,40}?\b(?:add|include|us(?:e|ed)|cover|"
    r"extend|change|"
    r"replace|remove|drop|put|make|be[ ](?:added|for))\b",
    re.IGNORECASE,
)


def _asks(sentence: str) -> bool:
    return sentence.rstrip(" \"')").endswith("?") and not _WISHES.search(sentence)


def with_bearing(text: str, found: LocationsFinding, look: Look, *, answering: bool) -> LocationsFinding:
    """The finding of a mail's own words, with its bearing on earlier ones.

    `answering`: the mail answers one of ours, so that "Not Oak Ridge, sorry" and "add Cedar Creek" are read although
    neither names a user by itself.
    """
    said = [p.text.strip() for p in pieces(without_foreign(plain(text)))]
    if found.status is Status.MISSING or (found.status is Status.UNCLEAR and _named_otherwise(found)):
        changed = _changed(said, look) if answering else None
        if changed is not None:
            return changed
        return replace(found, bearing=PASSING) if found.status is Status.UNCLEAR else found
    sentences = tuple(dict.fromkeys(e.quote for e in found.evidence))
    if all(_passing(e.quote, e.rule) for e in found.evidence):
        return replace(found, bearing=PASSING)
    added = [bool(_ADDS.search(s)) for s in sentences]
    out = _named([m["old"] for s in said for m in _DROPPED_OUT.finditer(s)], look)
    if out and found.status is Status.RECEIVED and not set(found.value) <= set(out):
        found = replace(found, value=tuple(v for v in found.value if v not in out))
    gone = _named([m["old"] for s in said for p in _EXCHANGES for m in p.finditer(s)], look)
    if gone:
        kept = tuple(v for v in found.value if v not in gone)
        if found.status is Status.RECEIVED and kept and not any(_WHOLE.search(s) for s in sentences):
            return replace(found, value=kept, bearing=EXCHANGES, without=gone)
        return replace(found, value=kept) if kept and found.status is Status.RECEIVED else found
    if any(_WHOLE.search(s) and not more for s, more in zip(sentences, added, strict=True)) or not all(added):
        return found
    return replace(found, bearing=ADDS)


def _passing(sentence: str, rule: str) -> bool:
    """Whether a sentence names a school for another reason than to say who will use the software."""
    if _OTHER_MATTERS.search(sentence) or (_asks(sentence) and not rule.endswith("answer")):
        return True
    if _NOT_BUT.search(sentence):
        return False
    if rule.endswith(_USERS) or rule.startswith("group") or _ADDS.search(sentence) or _WHOLE.search(sentence):
        return False
    return not (is_bare(sentence) or any(p.search(sentence) for p in _EXCHANGES))


def only_named(found: LocationsFinding) -> bool:
    """Whether of no place that is named it is said that it will use the software."""
    return all(e.rule.endswith("named") for e in found.evidence)


def _named_otherwise(found: LocationsFinding) -> bool:
    return bool(found.evidence) and all(e.rule.endswith(("contact", "denied")) for e in found.evidence)


def _changed(said: Sequence[str], look: Look) -> LocationsFinding | None:
    """What a reply adds or takes away without naming anybody as a user."""
    for old, new, sentence in ((m["old"], m["new"], s) for s in said for m in _NOT_BUT.finditer(s)):
        gone, named = _named([old], look), look(new)
        if gone and named.status is Status.RECEIVED:
            evidence = tuple(replace(e, quote=sentence, rule="name, used") for e in named.evidence[:1])
            return replace(named, evidence=evidence, bearing=EXCHANGES, without=gone)
    for words, sentence, bearing in _changes(said):
        named = look(words)
        if named.status is not Status.RECEIVED or not named.value:
            continue
        evidence = tuple(replace(e, quote=sentence, rule=f"name, {bearing}") for e in named.evidence[:1])
        if bearing == ADDS:
            return replace(named, evidence=evidence, bearing=ADDS)
        why = "not to be among the users any more"
        return LocationsFinding(Status.UNCLEAR, named.value, evidence, why, bearing=DROPS, without=named.value)
    return None


def _changes(said: Sequence[str]) -> list[tuple[str, str, str]]:
    """(the words of a name, the sentence, what becomes of it)."""
    found = []
    for sentence in said:
        if _asks(sentence):
            continue
        if not _OTHER_MATTERS.search(sentence):
            found += [(m["new"], sentence, ADDS) for p in _NEW for m in p.finditer(sentence)]
        found += [(m["old"], sentence, DROPS) for p in _DROPS for m in p.finditer(sentence)]
    return found[:_MOST]


def _named(phrases: Sequence[str], look: Look) -> tuple[str, ...]:
    told = [look(phrase) for phrase in phrases[:_MOST]]
    return tuple(dict.fromkeys(v for f in told if f.status is Status.RECEIVED for v in f.value))
