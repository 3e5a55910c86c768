"""Which letters a sign stands for that a font draws joined ("ti", "ff") and whose meaning a file does not tell.

Told by the words it stands in: "Informa#on" and "#tle" are "ti". Only words that are common in such papers are listed;
a sign that none of them tells stays unread.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from soppa_mailbot import lazy_re as re

# By ligature: the surroundings that tell it, "#" being the sign itself. Words in lower case.
_TELLING = {
    "ff": re.compile(r"\bsta#|\bo#(?:er|$)|di#er|\be#ect|\ba#(?:ect|ord)|su#er|tari#|(?:cut|sign|kick)o#|e#ort|bu#er"),
    "fi": re.compile(
        r"^#(?:eld|l[el]|na|nd|ne|nish|rs|rm|re|sc|ve|x|t$|gure)|de#n|con#[drg]|noti#|speci#|certi#|identi#|quali#|veri#"
        r"|modi#|classi#|clari#|bene#|pro#[lt]|signi#|scienti#|satis#|pdf#ll|pre#x|suf#|of#c|ef#c|brie#ng"
    ),
    "fl": re.compile(r"^#(?:ow|at|ex|ag|oor|u|y|ee)|re#ect|con#ict|in#u|in#at|work#|over#ow|lea#et"),
    "ffi": re.compile(r"\bo#c|e#cien|su#cien|a#liat|a#davit|di#cult|tra#c|a#[xr]|sta#ng"),
    "ffl": re.compile(r"\bo#ine|wa#e"),
    "ft": re.compile(r"so#(?:w|$)|o#en|a#er|le#$|dra#|shi#|\bli#|\bgi#"),
    "tt": re.compile(
        r"a#(?:ach|end|en|orn|ribut|est)|le#er|be#er|wri#en|mi#(?:ed|al|ee|er|$)|ma#er|se#l|bu#on|\bbo#om"
    ),
    "tti": re.compile(r"a#tud|se#ng|mi#ng|\b[gpc][eu]#ng"),
    "ti": re.compile(
        r"#(?:on|v[ei]|al|ent|es|fic|c\b|ct|tl)|^#(?:me|ll$|er)|cer#f|mul#|\ban#|\bpar#|iden#|quan#t|en#t|sta#s|prac#"
        r"|cri#c|ar#f|na#|sel?ec#|[oins]{1,2}#ng|mee#ng|lis#ng|tes#ng|pos#ng|hos#ng|wri#ng|ac#ng"
    ),
}  # fmt: skip
# Joined letters are hardly broader than beside each other, and not much narrower.
_NARROWEST, _BROADEST = 0.85, 1.05


def letters_of(signs: Mapping[str, Sequence[str]], words: Sequence[str]) -> dict[str, str]:
    """What each sign stands for, where the words tell it. `signs` gives the ligatures that a sign is broad enough for;
    in `words` the signs stand as they are."""
    found: dict[str, str] = {}
    lowered = {w.casefold() for w in words if any(s in w for s in signs)}
    while True:  # "cer#f##ca#on": a word with several signs is read once the others are known
        read = {_with(w, found) for w in lowered}
        told = {s: _told(s, ligatures, read) for s, ligatures in signs.items() if s not in found}
        new = {s: letters for s, letters in told.items() if letters}
        if not new:
            return found
        found |= new


def may_be(width: float, widths: Mapping[str, float]) -> tuple[str, ...]:
    """The ligatures that a sign of this width may be; `widths` are those of the font's letters."""
    out = []
    for ligature in _TELLING:
        if all(c in widths for c in ligature):
            apart = sum(widths[c] for c in ligature)
            if _NARROWEST * apart <= width <= _BROADEST * apart:
                out.append(ligature)
    return tuple(out)


def _with(word: str, found: Mapping[str, str]) -> str:
    return "".join(found.get(c, c) for c in word)


def _told(sign: str, ligatures: Sequence[str], words: set[str]) -> str:
    """The ligature that most words tell; "" where none does, or two do alike."""
    shown = [w.replace(sign, "#") for w in words if sign in w]
    votes = {name: sum(_TELLING[name].search(w) is not None for w in shown) for name in ligatures}
    ranked = sorted(votes, key=lambda name: -votes[name])
    if not ranked or not votes[ranked[0]] or (len(ranked) > 1 and votes[ranked[0]] == votes[ranked[1]]):
        return ""
    return ranked[0]
