"""Names of the school list (and names that are not on it) where they stand in a piece of text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rapidfuzz.distance import OSA

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_begun import begun, of_kind
from soppa_mailbot.finding.locations.places_cut_short import cut_short
from soppa_mailbot.finding.locations.places_grades import of_that_town
from soppa_mailbot.finding.locations.places_index import Form, Index, is_another
from soppa_mailbot.finding.locations.places_mention import Mention
from soppa_mailbot.finding.locations.places_misspelt import misspelt_level, school_if_misspelt
from soppa_mailbot.finding.locations.places_other_names import with_other_name
from soppa_mailbot.finding.locations.places_small import typed_small
from soppa_mailbot.finding.locations.places_spellings import COMPASS
from soppa_mailbot.finding.locations.places_words import (
    DEPARTMENT,
    LEVELS,
    NEUTRAL,
    PROGRAM,
    SHORT_LEVELS,
    TYPES,
    Token,
    is_joined,
    level_at,
    tokens,
    words_of,
)

_ADDED_TO = re.compile(r"[ ]?[+&][ ]?$")
_LONGEST_NAME = 45  # letters of a name that may be misspelt
_GRADES = frozenset({"kindergarten", "preschool", "prek"})  # are in many an elementary school


def mentions(text: str, index: Index) -> list[Mention]:
    """Known and ambiguous names, and known cores with a level that the list does not have ("Lincoln Middle School")."""
    words = tokens(text)
    out: list[Mention] = []
    at = 0
    while at < len(words):
        found = _acronym(text, words, at, index) or _form(text, words, at, index) or cut_short(text, words, at, index)
        found = found or begun(text, words, at, index) or of_kind(text, words, at, index)
        if found is None:
            at += 1
            continue
        mention, upto = _as_listed(text, words, *found, index)
        # "Kettle Fork Career Center" is no other of the centers that bear the town's name
        if len(mention.places) > 1 and len(named := index.of_name(mention.words)) == 1 and named[0] in mention.places:
            mention = replace(mention, places=named)
        out.append(_of_town(text, mention, index))
        at = upto
    return out


def _as_listed(text: str, words: list[Token], mention: Mention, upto: int, index: Index) -> tuple[Mention, int]:
    """The mention with the next word, where the list calls a school so, word for word: "Orvil Grade"."""
    following = words[upto] if upto < len(words) and is_joined(text, words, upto) else None
    if following is None or mention.department or not following.capital:
        return mention, upto
    span = text[mention.start : following.end]
    named = index.of_name(span)
    if len(named) != 1 or mention.places == named:
        return mention, upto
    return replace(mention, end=following.end, words=span, places=named, strong=True), upto + 1


def is_a_school(words: str, index: Index) -> bool:
    """Whether words are a school's name that says itself that it is one, and nothing else: "Kennedy HS"."""
    found = mentions(words, index)
    one = found[0] if len(found) == 1 else None
    return one is not None and one.strong and bool(one.places) and not one.department and one.words == words.strip()


# "the grade school in Wapsi Grove": the Wapsi Grove Grade School
_LEVEL_OF = re.compile(
    r"(?<![\w-])(?:the[ ])?(?P<level>elementary|middle|junior[ ]high|high|primary|intermediate|grade)(?:[ ]school)?"
    r"[ ](?:in|at|of)[ ]$",
    re.IGNORECASE,
)


def _of_town(text: str, mention: Mention, index: Index) -> Mention:
    """The mention, with the level said before it where that makes it one school's name, behind the town's."""
    said = _LEVEL_OF.search(text, 0, mention.start)
    if said is None and not mention.department and not mention.level and (more := of_that_town(mention.words, index)):
        return replace(mention, places=tuple(sorted({*mention.places, *more})))
    if said is None or mention.department or mention.level or mention.acronym or not mention.capital:
        return mention
    turned = f"{mention.words} {said['level']} School"
    found = _form(turned, tokens(turned), 0, index)
    if found is None or found[0].end < len(turned) - len(" School") or len(found[0].places) != 1:
        return mention
    return replace(found[0], start=said.start(), end=mention.end, words=text[said.start() : mention.end], strong=True)


def _acronym(text: str, words: list[Token], at: int, index: Index) -> tuple[Mention, int] | None:
    word = words[at]
    bare = re.sub(r"'s$", "", word.text)  # "TCA's drafting program"
    shown = bare.replace(".", "")
    places = index.acronyms.get(shown) or index.acronyms.get(typed_small(shown))
    if places is None:
        return None
    department = all(index.entries[p].department for p in places)
    strong = len(shown) > 2
    end = at + 1
    if department and end < len(words) and words[end].norm in DEPARTMENT and is_joined(text, words, end):
        end, strong = end + 1, True
    elif not department:
        more = [w.norm for w in words[end : end + 2]]
        level = level_at(more, 0) if more and is_joined(text, words, end) else None
        if level and not all(level[0] in index.entries[p].levels for p in places):
            return None  # "MLK Middle School" is not the elementary school of these initials
        end += level[1] if level else 0
        if end < len(words) and words[end].norm in NEUTRAL and is_joined(text, words, end):
            end += 1
    upto = words[end - 1].end if end > at + 1 else word.start + len(bare)
    return (
        Mention(
            word.start,
            upto,
            text[word.start : upto],
            tuple(sorted(places)),
            strong,
            department=department,
            acronym=True,
        ),
        end,
    )


def _form(text: str, words: list[Token], at: int, index: Index) -> tuple[Mention, int] | None:
    """The longest form at this token, spelt right if there is one, else the nearest misspelling."""
    limit = min(index.longest, len(words) - at)
    joined = ""
    exact: tuple[Form, int, int] | None = None
    several = False  # "both Washingtons"
    small = words[at].norm in _SMALL_WORDS  # "at Lincoln" is no slip for "Abe Lincoln"
    rough: tuple[Form, int, int] | None = None
    for size in range(1, limit + 1):
        if size > 1 and not is_joined(text, words, at + size - 1):
            between = text[words[at + size - 2].end : words[at + size - 1].start]
            if between.strip() != "," or joined not in index.before_comma:
                break
        joined += words[at + size - 1].norm
        for candidate in (joined, _singular(words[at + size - 1], joined)):
            form = index.forms.get(candidate)
            if form and index.takes(form, size) and not _mixed(text, words, at, form, size):
                exact = (form, size, 0)
                several = candidate != joined and "'" not in words[at + size - 1].text
        guess = None if exact or small or len(joined) > _LONGEST_NAME else index.guess(joined)
        # of two misspelt readings the longer one counts: "sasafras rige" is Sassafras Ridge, not Sassafras
        longer = guess is not None and rough is not None and guess[0].size == size and guess[1] <= rough[2] + 1
        longer = longer and not level_at([w.norm for w in words[at + size - 1 : at + size + 1]], 0)
        if guess and guess[1] and is_another([w.norm for w in words[at : at + size]], guess[0]):
            guess = None
        if guess and guess[0].size < size and guess[1]:
            guess = None  # "Park Ridge" is no slip for Partridge
        if guess and abs(guess[0].size - size) <= 1 and (rough is None or guess[1] < rough[2] or longer):
            rough = (guess[0], size, guess[1])
    chosen = exact or rough
    if chosen is None:
        return None
    form, size, slips = chosen
    if form.whole and all(index.entries[p].department for p in form.places):
        return _department(text, words, at, size, form, slips)
    added = _ADDED_TO.search(text, max(0, words[at].start - 3), words[at].start)  # "lincoln + oak ridge + tubmann"
    if slips and len(form.key) < 7 and not added and not _level_follows(text, words, at + size):
        return None
    if slips and _is_one_of_many(words[at], size, form) and not _level_follows(text, words, at + size):
        return None
    found, end = _school(text, words, at, size, form, index, slips)
    if (several or found.plural) and not found.level and len(found.places) > 1:
        counted = re.search(
            r"\b(?:both|two|all|three)(?:[ ]of)?(?:[ ]the)?[ ]$", text[max(0, found.start - 20) : found.start], re.I
        )
        found = replace(found, level="*" if counted else "", strong=found.strong or bool(counted))
    return found, end


def _only_remarks(text: str, words: list[Token], at: int) -> bool:
    """Whether a bracket opens right before a word for small children."""
    return words[at].norm in _GRADES and "(" in text[words[at - 1].end : words[at].start]


def _some_have(level: str, places: Iterable[int], index: Index) -> bool:
    return any(level in index.entries[p].all_levels for p in places)


def _school(
    text: str, words: list[Token], at: int, size: int, form: Form, index: Index, slips: int
) -> tuple[Mention, int]:
    """A core with the words behind it, which must fit the place."""
    own = frozenset[str]().union(*(index.entries[p].words for p in form.places))
    levels: list[str] = []
    types: list[str] = []
    neutral = plural = False
    end = at + size
    while end < len(words) and is_joined(text, words, end):
        norms = [school_if_misspelt(_unowned(w)) for w in words[end : end + 2]]
        level = level_at(norms, 0)
        if level is None and (level := misspelt_level(words, end, own)):
            slips += 1
        word = words[end]
        if level and _only_remarks(text, words, end) and not _some_have(level[0], form.places, index):
            break  # "Livermore (kindergarten)": who of an elementary school
        if level and not (word.norm in SHORT_LEVELS and not _abbreviates(word, end == at + size)):
            levels.append(level[0])
            end += level[1]
        elif word.norm in TYPES:
            types.append(TYPES[word.norm])
            end += 1
        elif norms[0] in NEUTRAL:
            neutral, plural = True, plural or (word.norm.endswith("s") and word.norm != "campus")
            end += 1
        elif word.norm in own and word.norm in PROGRAM and _leads_on(words, end, own):
            end += 1
        elif misspelt := _own_word(word, own):
            types += [TYPES[misspelt]] if misspelt in TYPES else []
            slips, end = slips + 1, end + 1
        else:
            break
    more = _second_level(text, words, end, levels)
    places, fits = _fitting(form, levels, types, index)
    last = words[end - 1]
    whole_kind = () if fits or not levels else _of_that_name(words[at : at + size], levels[0], index, words[end - 1])
    if whole_kind:
        places, fits, plural = whole_kind, True, True
    mention = Mention(
        words[at].start,
        last.end,
        text[words[at].start : last.end],
        places,
        strong=(form.whole and _definite(words, at)) or bool(levels or types or neutral),
        level="*" if whole_kind else levels[0] if levels else "",
        plural=plural,
        guessed=slips > 0,
        core=form.key,
        capital=words[at].capital,
    )
    if more and fits:
        level2, upto = more
        both, fits2 = _fitting(form, [level2], [], index)
        if fits2 and len(both) == 1 and len(places) == 1 and both != places:
            span = text[words[at].start : words[upto - 1].end]
            return replace(
                mention,
                places=tuple(sorted({*places, *both})),
                words=span,
                end=words[upto - 1].end,
                plural=True,
                level="*",
            ), upto
    return with_other_name(text, words, at, mention, index), end


def _own_word(word: Token, own: frozenset[str]) -> str:
    """The long word of a place's own name, behind its core, that is misspelt here: "Dual Languege Acadamy"."""
    if not word.capital or len(word.norm) < _LONG_WORD:
        return ""
    near = [w for w in own if len(w) >= _LONG_WORD and w[0] == word.norm[0] and (w in PROGRAM or w in TYPES)]
    near = [w for w in near if 0 < OSA.distance(w, word.norm, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else ""


_LONG_WORD = 6


def _unowned(word: Token) -> str:
    """Such as "high" of "East High's teachers"."""
    return word.norm[:-1] if word.norm.endswith("s") and word.text[-2:-1] in ("'", "’") else word.norm


def _is_one_of_many(word: Token, size: int, form: Form) -> bool:
    """Whether a small word is the singular of a name: "the engineering pathway" is no slip for "Pathways"."""
    return size == 1 and not word.capital and form.key == f"{word.norm}s"


_PLURAL = ("ies", "highs", "middles", "schools")


def _of_that_name(name: list[Token], level: str, index: Index, last: Token) -> tuple[int, ...]:
    """Such as "both Tolliver elementaries", where the list has Tolliver North and Tolliver South Elementary School."""
    if not last.norm.endswith(_PLURAL):
        return ()
    own = {w.norm for w in name}
    found = tuple(e.position for e in index.entries if own <= e.words and level in e.all_levels and not e.department)
    return found if len(found) > 1 else ()


_SMALL_WORDS = words_of("a an and as at by for from in is it its of on or our the to we with your")
_DEFINITE = frozenset({"the", "your", "our", "their", "its", "district", "and"})


def _definite(words: list[Token], at: int) -> bool:
    """Whether common words are meant as a name: "the early childhood center", but not "an early childhood center"."""
    return words[at].capital or (at > 0 and words[at - 1].norm in _DEFINITE)


def _fitting(form: Form, levels: list[str], types: list[str], index: Index) -> tuple[tuple[int, ...], bool]:
    """The places of a form that have this level and type. A place whose name says neither takes any."""
    if not levels and not types:
        named = form.places - form.derived or form.places
        return tuple(sorted(named)), True
    found = []
    for place in sorted(form.places):
        entry = index.entries[place]
        bare = not entry.all_levels and not entry.types
        if bare or (all(v in entry.all_levels for v in levels) and all(t in entry.types for t in types)):
            found.append(place)
    return tuple(found), bool(found)


def _second_level(text: str, words: list[Token], end: int, levels: list[str]) -> tuple[str, int] | None:
    """Such as "Jefferson Elementary and Middle Schools": the second level and where it ends."""
    if len(levels) != 1 or end + 1 >= len(words) or words[end].norm not in ("and", "or"):
        return None
    level = level_at([w.norm for w in words[end + 1 : end + 3]], 0)
    if not level or level[0] == levels[0]:
        return None
    upto = end + 1 + level[1]
    while upto < len(words) and words[upto].norm in NEUTRAL and is_joined(text, words, upto):
        upto += 1
    return level[0], upto


def _department(text: str, words: list[Token], at: int, size: int, form: Form, slips: int) -> tuple[Mention, int]:
    end = at + size
    strong = words[end - 1].norm in DEPARTMENT
    if end < len(words) and words[end].norm in DEPARTMENT and is_joined(text, words, end):
        end, strong = end + 1, True
    start = at
    if at >= 2 and words[at - 1].norm == "of" and words[at - 2].norm in DEPARTMENT:
        start, strong = at - 2, True
    span = text[words[start].start : words[end - 1].end]
    capital = words[at].capital
    return (
        Mention(
            words[start].start,
            words[end - 1].end,
            span,
            tuple(sorted(form.places)),
            strong,
            department=True,
            guessed=slips > 0,
            capital=capital,
        ),
        end,
    )


def _singular(word: Token, joined: str) -> str:
    """Such as "Jefferson's", "Jeffersons"."""
    return joined[:-1] if word.norm.endswith("s") and len(word.norm) > 4 else joined


def _mixed(text: str, words: list[Token], at: int, form: Form, size: int) -> bool:
    """Such as "Prairie view" is fine; "Oak ridge" too; "IN coln" is not a name run apart.

    A small letter for a direction is a word of the name where a dot or a level says so: "n. fork", "n fork elem".
    """
    small = [w for w in words[at : at + size] if len(w.norm) == 1 and not w.capital and not w.norm.isdigit()]
    if not small:
        return False
    letters = set(COMPASS.values()).intersection(form.words)
    level = at + size < len(words) and is_joined(text, words, at + size) and words[at + size].norm in LEVELS
    return not all(w.norm in letters and (level or text.startswith(".", w.end)) for w in small)


def _abbreviates(word: Token, directly: bool) -> bool:
    """Such as "Oak Ridge MS", "lincoln el", but not "Jefferson Ms. Park"."""
    return directly and (word.text.replace(".", "").isupper() or not word.capital or word.norm in ("el", "elm", "mid"))


def _leads_on(words: list[Token], at: int, own: frozenset[str]) -> bool:
    """A program word of the place's own name; "and" only where its other half follows."""
    if words[at].norm not in ("and", "of", "the", "for", "at"):
        return True
    following = words[at + 1].norm if at + 1 < len(words) else ""
    return following in own and following in PROGRAM and following not in ("and", "of", "the", "for", "at")


def _level_follows(text: str, words: list[Token], at: int) -> bool:
    if at >= len(words) or not is_joined(text, words, at):
        return False
    right = words[at].norm in LEVELS or school_if_misspelt(words[at].norm) in NEUTRAL
    return right or misspelt_level(words, at, frozenset()) is not None
