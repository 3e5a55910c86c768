"""What a vendor says of a product's name: that it has another one, or is not the product that the District has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from soppa_mailbot.finding.names import clean_product, same_product
from soppa_mailbot.finding.sentences import pieces, plain
from soppa_mailbot.model import Agreement

_NAME = r"(?P<name>[A-Z][\w&'+.-]*(?:[ ][A-Z0-9][\w&'+.-]*){0,4})"
# right behind the name: "FabLab Live (now: Makerbench)", "FabLab Live, formerly Makerbench, is renewed"
_BEHIND = re.compile(
    r"\b(?i:now|formerly|previously)(?:[ ](?i:known[ ]as|called|named|sold[ ]as))?:?[ ]\"?"
    + _NAME
    + r"\"?(?=[ ]?[,.;:)\n]|$)"
)
# later in its sentence: "you know the product as FabLab Live, since last year it's been called Makerbench"
_LATER = re.compile(
    r"\b(?i:(?:been|is|was)[ ](?:now[ ])?(?:called|named|renamed)|renamed(?:[ ]to)?|known[ ](?:to[ ]you[ ])?as|"
    r"a\.?k\.?a\.?|know[ ](?:it|the[ ]product|this)[ ]as)[ ]\"?" + _NAME
)
_OF_ANOTHER = re.compile(r"\b(?:our|another|other|first|we|were|they|one)\b", re.IGNORECASE)
_CLAUSE = re.compile(r";\s")
_APART = re.compile(
    r"\b(?:is|it'?s|as)[ ]an?[ ](?:completely[ ]|wholly[ ]|quite[ ])?(?:separate|different|distinct|new)"
    r"(?:,?[ ](?:new|separate|different|stand-?alone))?[ ](?:product|program|tool|app|software|offering|module)\b"
    r"|\b(?:isn'?t|is[ ]not|are[ ]not|not)[ ](?:a[ ])?(?:part[ ]of|included[ ]in|covered[ ]by)\b[^.;]{0,60}"
    r"\b(?:agreements?|contracts?|you[ ](?:already[ ])?(?:have|use|own)|your[ ]licen[cs]e)\b",
    re.IGNORECASE,
)
_EDITION = r"(?:Plus|Pro|Premium|Max|Live|Deluxe|Elite|Advanced|Complete|Professional|Enterprise)"


def registered_as(name: str, texts: Iterable[str], register: Sequence[Agreement]) -> str:
    """The name under which a product stands on the register, where the vendor says that it is called so as well.

    "" where it stands there under `name`, or the other name does not.
    """
    rows = [row for row in register if row.product]
    called = plain(clean_product(name)).casefold()
    if any(same_product(name, row.product) for row in rows):
        return ""
    for text in texts:
        for sentence in _clauses(text):
            before, named, after = sentence.casefold().rpartition(called)
            if not named:
                continue
            start = len(before) + len(named)
            behind, later = _BEHIND.match(sentence, start + _gap(after)), _LATER.search(sentence, start)
            if later and _OF_ANOTHER.search(sentence[start : later.start()]):
                later = None
            for match in filter(None, (behind, later)):
                row = next((row for row in rows if same_product(match["name"], row.product)), None)
                if row is not None:
                    return row.product
    return ""


def _clauses(text: str) -> Iterator[str]:
    for piece in pieces(plain(text)):
        yield from _CLAUSE.split(piece.text)


def _gap(after: str) -> int:
    """How many characters part a name from the words right behind it: `, (`."""
    return len(after) - len(after.lstrip(' ,("'))


def told_apart(name: str, texts: Iterable[str], body: str) -> str:
    """The name with the word that makes it another product, where the mail says that it is one: "Orbit Math Plus".

    "" where it says no such thing, or no such word follows the name.
    """
    told = (sentence[: m.start()] for sentence in _clauses(body) if (m := _APART.search(sentence)))
    if not any(_of_it(before, name) for before in told):
        return ""
    longer = re.compile(rf"\b{re.escape(name)}[ ]{_EDITION}\b", re.IGNORECASE)
    found = next((m for text in texts if (m := longer.search(text))), None)
    return found.group() if found else ""


def _of_it(before: str, name: str) -> bool:
    """Whether a sentence speaks of the product up to its verb: "Orbit Math Plus is", "Plus is", "It isn't"."""
    pronoun = re.match(r"\s*(?:it|this|that)\b", before, re.IGNORECASE)
    return bool(pronoun or plain(name).casefold() in before.casefold() or re.search(rf"\b{_EDITION}\b", before))
