"""Other districts that a sentence names by their kind: "Cedar Grove CUSD 12", "Elgin Public Schools"."""

from __future__ import annotations

from collections.abc import Collection

from soppa_mailbot import lazy_re as re

_DISTRICT = re.compile(
    r"(?:^|[.,;:(][ ]*|\b(?:[Aa]nd|[Aa]s|[Tt]hat|[Bb]ecause|[Ss]ince|[Ww]hile|[Ii]n|[Ff]or|[Aa]t|[Tt]he|[Oo]ver|"
    r"[Ff]rom|"
    r"[Oo]f)[ ])"
    # "Final District approval" names no district
    r"(?P<name>(?:(?!(?:In|For|At|The|And|Your|Our|Board|Final|Formal|Official|Full|Local|This|That|Each|Every|Any|"
    r"When|If|"
    r"Once|Approv\w+|Sign\w*|Deadline|Need\w*|Date|Day|Please|Dear|We|Public|School|District|Illinois|Administrative|"
    r"Expected|Required|Requested|Desired|Latest|Last|Target|Due)\b)[A-Z][\w.'-]*[ ]){1,4}"
    r"(?:C?USD|CCSD|CHSD|ISD|SD|UHSD|(?:(?:Community|Unified|Consolidated|Unit|Elementary|"
    r"High)[ ]){0,4}School[ ]District|"
    r"Unit[ ]District|Unified[ ]District|District(?=[ ](?:No\.?[ ]|#)?\d)|Public[ ]Schools)\b"
    r"(?:[ ](?:No\.?[ ]|#)?\d{1,3}(?:-\w{1,2})?)?)"
)


def another_district(text: str, names: Collection[str]) -> re.Match[str] | None:
    """A district in the text that is not the one of these names."""
    own = {word for name in names for word in _said(name)[:2]}
    numbers = {word for name in names for word in _said(name) if word.isdigit()}
    for match in _DISTRICT.finditer(text) if names else ():
        said = _said(match["name"])
        if said[0] not in own and not numbers & set(said):
            return match
    return None


def _said(name: str) -> list[str]:
    return re.findall(r"[\w'-]+", name.casefold())
