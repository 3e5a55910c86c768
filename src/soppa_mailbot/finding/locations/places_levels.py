"""Groups of schools of one level: "both middle schools and the high school" is two of them."""

from __future__ import annotations

from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_group import Group
from soppa_mailbot.finding.locations.places_groups_words import PART
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_words import level_at, number, tokens

# "the middle school math": says what is taught, not where
_ADJECTIVE = re.compile(
    r"[ ](?:students?|grades?|level|(?:math|science|ela|english)(?![ ](?:teachers?|staff|team|dep\w+|class\w*)\b)|"
    r"curriculum|age|readers?|courses?|edition|version|content)\b",
    re.I,
)


def level_groups(text: str, match: re.Match[str], index: Index) -> list[Group]:
    """One group for each level named: "both middle schools and the high school" is two."""
    levels = match["levels"]
    parts = list(PART.finditer(levels))
    every = (match["all"] or "").strip().casefold()
    if _ADJECTIVE.match(text, match.end()) and not every.startswith(("all", "both")):
        return []
    definite = bool(match["the"]) or bool(every) or bool(match["part"])
    out = []
    for i, part in enumerate(parts):
        head = text[match.start() : match.start("levels") + part.start()].casefold()
        after = text[match.start("levels") + part.end() :]
        noun = _noun_of(levels, parts, i)
        if noun is None and not _stands_alone(part, head, after):
            continue  # "middle and high" without "schools": an adjective
        own_every = every if i == 0 or len(parts) == 1 or "both" not in every else ""
        own_definite = definite
        said = _DETERMINER.search(levels[: part.start()]) if i else None
        if said:
            own_every, own_definite = said["word"].casefold() if said["word"].casefold() in _EVERY else "", True
        n = part["n"].strip() if part["n"] else match["n"] if i == 0 else None
        both = own_every.startswith("both") and (len(parts) == 1 or said or _is_plural(part) or bool(part["noun"]))
        own_noun = part["noun"] is not None or _is_plural(part) or noun is None
        plural = _is_plural(part) or ((noun or "").endswith("s") and noun != "campus")
        if n and number(n.casefold()) == 1 and not own_noun:
            plural = False
        group = one_level(
            index,
            part["level"],
            number(n.casefold()) if n else (2 if both else None),
            single=not plural and not own_every.startswith(_EVERY) and not (every and len(parts) > 1 and not own_noun),
            partial=bool(match["part"]),
            loose=not (own_every or every),
        )
        if group is None:
            continue
        start = match.start() if i == 0 else match.start("levels") + (said.start() if said else part.start())
        end = match.start("levels") + part.end()
        if not own_definite and not n and group.single:
            continue  # "high school": an adjective
        words = text[match.start() : match.end()] if group.why else text[start:end]
        out.append(replace(group, start=start, end=end, words=words.strip(), bare=not own_definite and not n))
    return out


_EVERY = ("each", "every", "all", "both")
_DETERMINER = re.compile(r"\b(?P<word>both|all|each|every|the|our|your)[ ](?:(?:the|our|your)[ ])?$", re.IGNORECASE)
_NOMINAL = re.compile(
    r"(?:junior|jr\.?|senior|sr\.?)[ ]high|preschool|pre-?k|early[ ](?:childhood|learning)", re.IGNORECASE
)
_NOMINAL_END = re.compile(
    r"(?=[.,;:!?)&+/\n-]|$|[ ][-(&+]|[ ](?:and|or|plus|will|would|can|could|wants?|needs?|only|for|by|in|this|"
    r"next|to|is|"
    r"band|choir|orchestra|library|office|teachers?|staff|classrooms?|clubs?|"
    r"are|at|with|attached|enclosed|asked|has|have|now|as|so|too|also|starting|first|please|uses?|using|from)\b|"
    r"[ ](?:except|excluding|other[ ]than|minus|but)[ ](?:for[ ])?(?:the[ ])?(?-i:[A-Z]))",
    re.IGNORECASE,
)

_INITIALS = re.compile(r"HS|MS|ES|hs")
_A_PERSON = re.compile(r"[.]?[ ](?-i:[A-Z][a-z])")  # "both MS. Lee and her aide"
_ANSWER_ENDS = re.compile(r"[ ]?(?:[.;)\n]|$)")


def _noun_of(levels: str, parts: list[re.Match[str]], at: int) -> str | None:
    """The "schools" that a level stands with: its own, or the next level's, as in "elementary and middle schools"."""
    for i in range(at, len(parts)):
        if i > at and (parts[i]["n"] or _DETERMINER.search(levels[: parts[i].start()])):
            return None
        if parts[i]["noun"] or _is_plural(parts[i]):
            return (parts[i]["noun"] or "").strip().casefold()
    return None


def _is_plural(part: re.Match[str]) -> bool:
    noun = (part["noun"] or "").strip().casefold()
    return (noun.endswith("s") and noun != "campus") or part["level"].casefold().endswith(
        ("ies", "preschools", "highs", "middles")
    )


def _stands_alone(part: re.Match[str], head: str, after: str) -> bool:
    """Such as "the junior high" with no "school" behind it."""
    if re.search(r"\b(?:every|each)[ ]$", head):
        return bool(_NOMINAL_END.match(after))  # "every elementary"
    if re.search(r"\ball[ ](?:of[ ])?(?:the[ ])?$", head):
        return bool(_ANSWER_ENDS.match(after))  # "Sycamore and all elementary"
    if re.search(r"\bboth[ ](?:(?:the|our|your)[ ])?$", head) and _INITIALS.fullmatch(part["level"]):
        return bool(_NOMINAL_END.match(after)) and not _A_PERSON.match(after)  # "both HS"
    definite = re.search(r"\b(?:the|our|your|one|its|their)[ ]$", head) or part["n"]
    nominal = _NOMINAL.fullmatch(part["level"]) or part["level"] == "HS"
    return bool(definite and nominal and _NOMINAL_END.match(after))


def one_level(index: Index, words: str, count: int | None, *, single: bool, partial: bool, loose: bool) -> Group | None:
    """The group of the list's schools of one level; None where the word is none."""
    singular = re.sub(r"(?i)(high|middle)s$", r"\1", re.sub(r"(?i)ies$", "y", words))
    norms = [t.norm for t in tokens(singular)]
    padded = [*norms, "school"] if norms == ["grade"] else norms
    level = level_at(padded, 0)
    if level is None:
        return None
    places: tuple[int, ...] | None = index.of_level(level[0])
    if places and level[0] == "middle" and not partial:
        places = _as_spelt(index, places, words, count or (1 if single else 0))
    if places and count is not None and count != len(places) and not partial:
        places = _as_named(index, places, singular, count)
    why = ""
    if places is None:
        why = "the list has middle schools and junior highs"
    elif not places:
        why = f"no {words} school on the list"
    elif partial:
        why = "does not say which"
    elif level[0] == "elementary" and count is None and not single and index.kindless():
        why = "the list has schools that may be elementary schools or not"
    elif (count is not None and count != len(places)) or (single and len(places) > 1):
        why = f"the list has {len(places)} of them"
    return Group(
        0,
        0,
        "",
        () if why or places is None else places,
        why=why,
        count=count,
        level=level[0],
        single=single,
        loose=loose,
        partial=partial,
    )


def _as_spelt(index: Index, places: tuple[int, ...], words: str, count: int) -> tuple[int, ...] | None:
    """Middle schools and junior highs are one kind, unless the list has both: then the word and the number decide.

    None where they do not.
    """
    junior = re.compile(r"\b(?:junior|jr\.?)[ ]highs?\b|\bJ\.?H\.?S?\.?\b", re.IGNORECASE)
    spelt = tuple(p for p in places if bool(junior.search(index.entries[p].school.name)) == bool(junior.search(words)))
    if not spelt or spelt == places or count == len(places):
        return places
    if junior.search(words) and not count:
        return spelt  # junior highs are called so; "the middle schools" may be all of that age
    return spelt if count == len(spelt) else None


def _as_named(index: Index, places: tuple[int, ...], level: str, count: int) -> tuple[int, ...]:
    """Those of a kind that have the very words in their names, where they are as many as said: "both grade schools"."""
    words = re.compile(rf"\b{re.escape(level)}[ ]schools?\b", re.IGNORECASE)
    named = tuple(p for p in places if words.search(index.entries[p].school.name))
    return named if len(named) == count else places
