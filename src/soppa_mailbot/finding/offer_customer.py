"""An order form that is made out to another school district.

The customer stands behind a label or in the title. Who else is named, a cooperative whose contract is used or a
reference, is no customer; and one label that names this District or one of its schools is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from soppa_mailbot.finding.bounded import PAPER, bounded
from soppa_mailbot.finding.names import occurs, tokens
from soppa_mailbot.finding.no_offer import Ruling

_LABEL = re.compile(
    r"(?:^|(?<=\t))\W{0,4}(?:(?:(?:\w+[ ]){0,2}?prepared[ ](?:exclusively[ ]|especially[ ]|expressly[ ])?for|"
    r"(?:(?:price|cost|renewal|sales)[ ])?(?:quote|quotation|proposal|estimate|order(?:[ ]form)?)"
    r"(?:[ ]?#?[\w-]*\d[\w-]*)?[ ](?:for|to)|quoted[ ](?:for|to)|"
    r"customer(?:[ ](?:name|information))?|client(?:[ ]name)?|"
    r"bill(?:ed|ing)?[ ]to|sold[ ]to|ship(?:ped|ping)?[ ]to|deliver[ ]to|end[ ]user|"
    r"account(?:[ ]name)?|organi[sz]ation|"
    r"(?:school[ ])?district(?:[ ]name)?|licensee|subscriber|buyer|purchaser|submitted[ ]to)(?:[ ]?:[ ]?|[ ]?\t|[ ]|$)|"
    r"(?:to|for)(?:[ ]?:[ ]?|[ ]?\t))",
    re.IGNORECASE | re.MULTILINE,
)
# what makes a name that of a district: "Cedar Grove CUSD 12", "Cedar Grove Public Schools"
_KIND = re.compile(
    r"\b(?:[A-Z]{0,6}S\.?D\.?|ISD|(?i:(?:community|consolidated|unified|independent|elementary|high|unit|public|city|county|"
    r"township|area|central|union)[ ]){0,4}(?i:school[ ]district|schools|school[ ]corporation|unit[ ]district))(?!\w)"
)
_NUMBER = re.compile(r"(?<![\w-])(?:[A-Z]{1,6})?(\d{1,4})(?:-?[A-Z])?(?![\w-])")
_NO_NAME = frozenset(
    tokens(
        """
        community consolidated unified independent elementary high unit public city county township area central union
        school schools district districts corporation no number of the and il illinois cusd ccsd chsd usd isd sd esd
        hsd psd csd rcusd attn board education dept office department business
        """
    )
)
_MOST_WORDS = 9  # of a district's name
_ADDRESS = re.compile(r"\s(?=\d{2,5}\s[A-Z][a-z])|,\s|\s[-–—(]\s?|;\s|(?<!No)\.\s|\sc/o\s|\battn\b", re.IGNORECASE)
_LINES_BELOW = 2  # under an empty label: a person's name may stand first


def ruling(text: str, district_names: Sequence[str], schools: Sequence[str] = ()) -> Ruling | None:
    """The other district that the paper is for; None where it is for this one, or where nobody can tell."""
    text = bounded(text, PAPER)
    named = list(dict.fromkeys(_customers(text)))
    if any(_ours(name, district_names) for name in named):
        return None
    others = [name for name in named if _is_district(name)]
    if not others:
        return None
    other = others[0]
    if any(occurs(name, text) for name in (*district_names, *schools)) or _like_ours(other, district_names):
        return Ruling(f"may be for another district ({other})", False, other)
    return Ruling(f"a quote for another district ({other})", True, other)


def _customers(text: str) -> Iterator[str]:
    for found in _LABEL.finditer(text):
        rest = text[found.end() : found.end() + 400].split("\n")
        lines = [rest[0]] if rest[0].strip() else rest[1 : 1 + _LINES_BELOW]
        for line in lines:
            for cell in line.split("\t")[:2]:
                if name := _ADDRESS.split(cell.strip(" :.,"))[0].strip()[:80]:
                    yield name


def _is_district(name: str) -> bool:
    kind = _KIND.search(name)
    before = [t for t in tokens(name[: kind.start()]) if t not in _NO_NAME] if kind else []
    return bool(before) and name[:1].isupper() and len(name.split()) <= _MOST_WORDS


def _ours(name: str, district_names: Sequence[str]) -> bool:
    return any(_same(name, own) for own in district_names)


def _same(name: str, own: str) -> bool:
    """By its words and its number; either may be left out, but not be another."""
    words, own_words = _telling(name), _telling(own)
    numbers, own_numbers = set(_NUMBER.findall(name)), set(_NUMBER.findall(own))
    if numbers and own_numbers and not numbers & own_numbers:
        return False
    if occurs(own, name) or (own_words and own_words <= words):
        return True
    initials = "".join(w[0] for w in own.split() if w[:1].isupper()).casefold()[:2]
    known = not words or bool(words & own_words) or any(t.startswith(initials) for t in words)
    return bool(numbers & own_numbers) and known


def _like_ours(name: str, district_names: Sequence[str]) -> bool:
    """Whether a slip could have made it of our name: they share a word, and no number says otherwise."""
    numbers = set(_NUMBER.findall(name))
    return any(
        _telling(name) & _telling(own) and not (numbers and set(_NUMBER.findall(own)) - numbers)
        for own in district_names
    )


def _telling(name: str) -> set[str]:
    return {t for t in tokens(name) if t not in _NO_NAME and not any(c.isdigit() for c in t)}
