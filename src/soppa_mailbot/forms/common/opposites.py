"""Boxes in a sentence that say a thing and its contrary: "The software ( ) is ( ) is not subject to the Act."

What the sentence goes on with stands behind one of the two words only, and is meant for both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.box_groups import box_groups
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.model import Place

_VERB = r"(?:is|are|was|were|does|do|did|has|have|had|will|shall|can|may|must|would|should)"
_BARE = re.compile(rf"(?P<verb>{_VERB})(?P<no>\s+not)?", re.IGNORECASE)
_WHOLE = re.compile(rf"(?P<verb>{_VERB})(?P<no>\s+not)?\s+(?P<rest>(?!not\b)\S.*)", re.IGNORECASE | re.DOTALL)
_ENDS = re.compile(rf"(?P<question>.*?)\b(?P<option>{_VERB}(?:\s+not)?)\s*", re.IGNORECASE | re.DOTALL)
_SENTENCE = re.compile(r"(?:.*?[a-z\d)”\"]{2})?(?=[.;](?:\s+[A-Z]|\s*$))", re.DOTALL)


def goes_on(option: str) -> bool:
    """Whether a box's words are one side of a sentence, without its end: "is not subject to the Illinois"."""
    return _WHOLE.fullmatch(option.strip()) is not None and not _SENTENCE.match(option)


def is_bare(option: str) -> bool:
    """Whether a box's words are such a word alone, so that the page has to say what it is about: "is not"."""
    return _BARE.fullmatch(option.strip()) is not None


def before_boxes(before: Sequence[str], behind: str) -> bool:
    """Whether two words stand before their boxes: "The software is ( ) is not ( ) subject to the Act"."""
    first = _ENDS.fullmatch(before[0].strip()) if len(before) == 2 else None
    sides = _opposite(first["option"], before[1]) if first else False
    return sides and bool(behind.strip()) and not _BARE.match(behind.strip())


def verb_before_box(text: str) -> tuple[str, str]:
    """(question, option) of the words before such a box: "The software is" -> ("The software", "is"); else ("", "")."""
    match = _ENDS.fullmatch(text.strip())
    return (match["question"].strip(), match["option"]) if match else ("", "")


def are_opposite(options: Sequence[str]) -> bool:
    """Whether two answers are a thing and its contrary: "have had a breach", "have not had a breach"."""
    if len(options) != 2:
        return False
    first, second = (_WHOLE.fullmatch(o.strip()) or _BARE.fullmatch(o.strip()) for o in options)
    return bool(first and second) and _opposite(options[0], options[1])


def contradict(statements: Sequence[str]) -> bool:
    """Whether two of several statements cannot both be made: "Operator is a reseller", "Operator is not a reseller"."""
    said = [norms(s) for s in statements]
    plain = {s for s in said if "not" not in s}
    return any(tuple(w for w in s if w != "not") in plain for s in said if "not" in s)


def with_whole_sentences(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places, the options of such boxes completed, and both named in their question."""
    groups = box_groups(places)
    told: dict[str, Place] = {}
    for boxes in groups.values():
        if len(boxes) != 2:
            continue
        for short, long in permutations(boxes):
            rest = _rest(short.option, long.option)
            if not rest:
                continue
            words = {p.id: " ".join((_verb(p.option), rest)) for p in boxes}
            both = " / ".join(_verb(p.option) for p in boxes)
            question = " ".join(f"{boxes[0].group_label} {both} {rest}".split())
            told.update({p.id: replace(p, label=words[p.id], option=words[p.id], group_label=question) for p in boxes})
    return tuple(told.get(p.id, p) for p in places)


def _rest(short: str, long: str) -> str:
    """How the sentence goes on behind both, where one box has the bare word and the other all."""
    if not _BARE.fullmatch(short.strip()) or not _opposite(short, long):
        return ""
    whole = _WHOLE.fullmatch(long.strip())
    if whole is None:
        return ""
    end = _SENTENCE.match(whole["rest"])
    return (end[0] if end else whole["rest"]).strip(" .;")


def _verb(option: str) -> str:
    match = _BARE.match(option.strip())
    return match[0] if match else option


def _opposite(one: str, other: str) -> bool:
    first, second = _BARE.match(one.strip()), _BARE.match(other.strip())
    if not first or not second or first["verb"].casefold() != second["verb"].casefold():
        return False
    return bool(first["no"]) != bool(second["no"])
