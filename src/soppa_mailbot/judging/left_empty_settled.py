"""Which places that operators leave empty copies alone may settle, so that no person has to look.

Where `PROVEN` operators and most of all left it empty it is settled: the place is not asked for, unless the copy has an
answer that may make it one to fill: a box that all had checked who filled the place, or an answer to the question
before it that hardly any gave who left it empty ("Yes" before names that all left empty who said No). And of two places
next to each other of which each operator filled one, one is enough. Never so for a signature and what is said of its
signer, unless all signed in the other of two blocks that are called alike; nor for initials, the answers that the
program acts on (`_ACTED_ON`) and what is asked only under a condition; and "Yes" and "No" of one question are never
both right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.signer import is_of_signer
from soppa_mailbot.forms.naming.naming import key_of
from soppa_mailbot.forms.naming.party import names_operator
from soppa_mailbot.judging.left_empty_copies import Copy, written
from soppa_mailbot.model import Blank, Place

PROVEN = 5  # operators whose copies settle what is asked
_HARDLY = 0.2  # share of copies
_SIGNED = 0.8  # the same, that are signed in the other of two blocks
_SIDE_BY_SIDE = 2  # places of the form from one to the other of a pair
_BEFORE = 2  # lines to write on between a place and the question on which it may depend
_BY_SIGNATURE = 5  # places from a signature to what is said of its signer
_ACTED_ON = frozenset({"signature", "signature_date", "schools", "deadline"})
_YES_OR_NO = re.compile(r"\b(?:yes|no|n/?a)\W*$", re.IGNORECASE)
_NEVER = re.compile(
    r"^\W*(?:\d+\w?\W+|[a-z]\W+)?(?:if|should|in case)\b|\bif (?:so|yes|no|not|any|other)\b|\binitial(?:s|ed)?\b",
    re.IGNORECASE,
)


def is_yes_or_no(key: str, blank: Blank) -> bool:
    """Whether a question has a "Yes" and a "No" and nothing else: both are no answer, whoever checks them."""
    options = [(p.option or p.label).strip(" .:").casefold() for p in blank.places if key_of(p) == key]
    return sorted(options) in (["no", "yes"], ["n", "y"], ["n/a", "no", "yes"])


def is_of_other_block(
    place: Place, asked: Mapping[str, Place], empty: Mapping[str, int], filled: Mapping[str, int]
) -> bool:
    """Whether a place of a signature's block is the District's, which the blank did not tell.

    Nobody has ever filled it, and who left it empty has signed in the other block and filled the place that is called
    alike there.
    """
    key = key_of(place)
    if not (place.signs or is_of_signer(place.label)) or filled[key] or empty[key] < PROVEN:
        return False
    if names_operator(place.label) or names_operator(place.section):
        return False  # "Signature of Provider's data protection officer"
    enough = _SIGNED * empty[key]
    signed = [k for k, p in asked.items() if p.signs]
    if not any(filled[k] >= enough for k in signed) or not any(not filled[k] and empty[k] >= enough for k in signed):
        return False
    twins = [k for k, p in asked.items() if k != key and _named(p) == _named(place)]
    return any(filled[k] >= enough for k in twins)


def _named(place: Place) -> str:
    return " ".join(place.label.casefold().strip(" :*.").split())


def conditions(place: Place, blank: Blank, copies: Sequence[Copy]) -> frozenset[str]:
    """The answers with which a place may be one to fill, of which hardly any who left it empty gave one: those that all
    gave who filled it, and those to the question before it, whether anybody has given them yet or not.
    """
    key = key_of(place)
    filled = [copy.checked for copy in copies if key in copy.filled]
    left = [copy.checked for copy in copies if key in copy.empty]
    common = frozenset.intersection(*filled) if filled else frozenset()
    return frozenset(
        answer
        for answer in common | _answers_before(place, blank)
        if sum(answer in checked for checked in left) <= _HARDLY * len(left)
    )


def _answers_before(place: Place, blank: Blank) -> frozenset[str]:
    """What can be checked at the last question with boxes shortly before a place, and Yes or No on lines between."""
    out: set[str] = set()
    index = next(n for n, p in enumerate(blank.places) if key_of(p) == key_of(place))  # the first of its boxes
    question = ""
    for before in reversed(blank.places[:index]):
        if question and key_of(before) != question:
            break
        if before.kind == "check":
            question = key_of(before)
            out.add(before.id)
        elif len(out) >= 2 * _BEFORE:
            break
        else:
            out.update((written(before.id, "yes"), written(before.id, "no")))
    return frozenset(out)


def may_be_settled(place: Place, blank: Blank) -> bool:
    """Whether copies alone may settle it."""
    label = place.group_label or place.label
    return not (place.signs or place.role in _ACTED_ON or _NEVER.search(label) or _is_of_signer(place, blank))


def _is_of_signer(place: Place, blank: Blank) -> bool:
    """Whether it is the name, title or date of somebody who signs next to it."""
    index = blank.places.index(place)
    near = blank.places[max(0, index - _BY_SIGNATURE) : index + _BY_SIGNATURE + 1]
    return is_of_signer(place.label) and any(p.signs and p.party == place.party for p in near)


def side_by_side(key: str, other: str, asked: Mapping[str, Place], filled: Mapping[str, int]) -> bool:
    """Whether two places next to each other are so often filled in each other's stead that it is no chance."""
    order = list(asked)
    near = abs(order.index(key) - order.index(other)) <= _SIDE_BY_SIDE
    choices = _is_choice(asked[key]) and _is_choice(asked[other])
    return near and (choices or min(filled[key], filled[other]) > 1)


def _is_choice(place: Place) -> bool:
    """Whether somebody chooses there, and does not write: a box, or a line behind "Yes"."""
    return place.kind == "check" or _YES_OR_NO.search(place.label) is not None
