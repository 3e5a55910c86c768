"""Places that are named before a sentence says, without their names, that they will use the software.

Which words say so, and who is meant by them, is known to `places_theirs` (departments) and `places_pupils` (schools).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.sentences import Piece
from soppa_mailbot.finding.locations.places_found import Found, found_at
from soppa_mailbot.finding.locations.places_mention import Mention
from soppa_mailbot.finding.locations.places_role import Role

BACK = 2  # sentences before the one of use in which the place may be named

Reading = Sequence[tuple[Piece, list[Found]]]


def said_later(
    reading: Reading,
    use_in: Callable[[Piece, list[Found]], re.Match[str] | None],
    named: Callable[[str, int, re.Match[str]], tuple[Mention | None, bool]],
) -> list[Found]:
    """What sentences of use mean, each as found where it is named.

    `use_in` finds the words of use in a sentence that names no user itself; `named` tells of a sentence, up to a
    position, which place these mean, and whether it names any, behind which nobody looks further back.
    """
    out: list[Found] = []
    for at, (piece, found) in enumerate(reading):
        use = use_in(piece, found)
        if use is None:
            continue
        for earlier in (piece, *(p for p, _ in reversed(reading[max(0, at - BACK) : at]))):
            place, told = named(earlier.text, use.start() if earlier is piece else len(earlier.text), use)
            if place is not None:
                one = found_at(earlier, place.start, place.end, place.words, Role.USED, how="name", places=place.places)
                out.append(replace(one, quote_end=max(one.quote_end, piece.source(use.end()))))
            if told:
                break
    return out
