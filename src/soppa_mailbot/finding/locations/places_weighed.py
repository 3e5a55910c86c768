"""From everything that a text names, what counts: an answer before a sentence of use, that before a bare mention."""

from __future__ import annotations

from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.own_text import MAIL_SOURCES
from soppa_mailbot.finding.common.sentences import in_one_sentence, quote
from soppa_mailbot.finding.locations.places_asked import adds, hands_in
from soppa_mailbot.finding.locations.places_doubted import MAYBE, unsure_next
from soppa_mailbot.finding.locations.places_found import EITHER, Found
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_later import without_those_beside
from soppa_mailbot.finding.locations.places_narrowed import narrowed
from soppa_mailbot.finding.locations.places_persons import has_pupils
from soppa_mailbot.finding.locations.places_refusing import without_refusers
from soppa_mailbot.finding.locations.places_role import Role
from soppa_mailbot.model import Evidence, LocationsFinding, Status

DISTRICT_WIDE = "District-wide"
ASKED = "name, asked for it"  # the rule of a place that is known by its asking
NAMED_OTHERWISE = "named, but not as where the software will be used"
_NEAR_EITHER = 24  # characters from a user to "either East or West"
MOST_WORDS = 8  # unclear words that are passed on
_DELIVERED = re.compile(
    r"\b(?:attn|attention|c/o|(?:ship|deliver|bill|sold|mail|invoice)(?:ed|y|ing|ping)?[ ]?(?:to|address))\b",
    re.IGNORECASE,
)
_CARE_OF = re.compile(
    r"\b(?:ship|deliver|send|mail)(?:ed|y|ing|ping)?[ ]?(?:to|address)\b[^\n]{0,80}\bc/o[ ](?:the[ ])?$", re.IGNORECASE
)


def weighed_up(
    found: list[Found], index: Index, seen: str, text: str, source: str, page: int, *, referred: bool
) -> LocationsFinding:
    """From everything that was named, what counts."""
    found = [_with_more(f, found, seen) for f in found]
    faint, found = [f for f in found if f.faint], [f for f in found if not f.faint]
    found = [_with_antecedent(f, found, index) for f in _members_named(found)]
    found = without_refusers(_who_asked(narrowed(found, seen), seen), seen)
    if referred:
        found = [f.raised(Role.USED) if f.role == Role.CONTACT else f for f in found]
    found = without_those_beside(found, seen, frozenset(e.position for e in index.entries if e.department))
    answers = [f for f in found if f.role == Role.ANSWER]
    used = [f for f in found if f.role == Role.USED]
    named = [f for f in found if f.role == Role.NAMED]
    if any(f.only and f.places for f in used):
        used, named = [f for f in used if f.only], []
    if answers:
        counted = answers + [f for f in used if f.places and not f.wide]
        if any(f.places and not f.wide for f in answers):
            counted = [f for f in counted if not f.wide or f.role == Role.ANSWER]
    elif used or any(f.places or f.wide for f in named):
        counted = used + [f for f in named if (f.places or f.wide) and (not used or _beside_users(f, used, seen))]
        counted += _listed_with_them(named, counted, seen)
    else:
        counted = [f for f in named if not f.places and not f.wide and f.certain]
    bad = [f for f in counted if not f.places and not f.wide]
    good = sorted((f for f in counted if f.places or f.wide), key=lambda f: f.start)
    if bad:
        return _unclear(bad, good, index, text, source, page)
    if any(unsure_next(seen, f.end) for f in good):
        return _unclear([replace(f, why=MAYBE) for f in good], [], index, text, source, page)
    if good:
        return _received(good, found, index, text, source, page)
    if faint:
        if unmatched := [f for f in faint if not f.places and not f.wide]:
            return _unclear(unmatched, [], index, text, source, page)
        return _received(faint, found, index, text, source, page)
    pupils = [f for f in found if f.role == Role.CONTACT and f.places and _whose_pupils(f, seen)]
    if pupils and hands_in(seen):
        return _received(pupils, found, index, text, source, page)
    doubtful = [f for f in found if f.role in (Role.CONTACT, Role.DENIED) and (f.places or f.why == EITHER)]
    # a parcel's address is no word about use: any on a quote, and whose care it is sent to in a mail
    address = _CARE_OF if source in MAIL_SOURCES else _DELIVERED
    doubtful = [f for f in doubtful if not address.search(seen[f.quote_start : f.start])]
    if doubtful:
        return LocationsFinding(
            Status.UNCLEAR,
            tuple(dict.fromkeys(f.words for f in doubtful))[:MOST_WORDS],
            _evidence(doubtful, text, source, page),
            NAMED_OTHERWISE,
        )
    return LocationsFinding(Status.MISSING)


# "all schools, K through 12 plus the preschool"
_PLUS = re.compile(
    r"[^.;:()\n]{0,40}?\b(?:plus|and|including|incl\.|as[ ]well[ ]as|even|down[ ]to)[ ](?:also[ ])?", re.IGNORECASE
)


def _with_more(one: Found, found: list[Found], seen: str) -> Found:
    """All schools, of which no more is said, are users where one is only added to them."""
    if not one.wide or one.role != Role.NAMED:
        return one
    users = [f for f in found if f.role == Role.USED and f.places and f.start > one.end]
    added = any(_PLUS.fullmatch(seen, one.end, f.start) for f in users)
    return replace(one, role=Role.USED, faint=False) if added else one


def _whose_pupils(one: Found, seen: str) -> bool:
    return has_pupils(seen[max(0, one.start - 120) : one.start], seen[one.end : one.end + 120])


_ENUMERATED = re.compile(
    r"(?:[ ]?\([^()]{0,30}\))?(?:[ ]?[,;&/+][ ]?(?:and[ ]|or[ ])?|[ ](?:and|or|plus)[ ])(?:at[ ]|for[ ]|the[ ]|"
    r"either[ ]){0,2}",
    re.IGNORECASE,
)


def _listed_with_them(named: list[Found], counted: list[Found], seen: str) -> list[Found]:
    """What could not be matched and is listed with what counts: "Lincoln and Sandburg", "and either East or West"."""
    out = []
    for one in named:
        if one.places or one.wide or not one.certain:
            continue
        near = [c for c in counted if c.start < one.start and in_one_sentence(seen, c.start, one.start)]
        last = max(near, key=lambda c: c.start, default=None)
        gap = seen[last.end : one.start] if last else ""
        if last and (_ENUMERATED.fullmatch(gap) or (one.why == EITHER and len(gap) < _NEAR_EITHER)):
            out.append(one)
    return out


def _beside_users(one: Found, used: list[Found], seen: str) -> bool:
    """Whether a place of which nothing is said stands in a sentence with a user, or in one that adds to the users.

    "We met you at the fair at Lincoln. ... The order is for Oak Ridge": where users are named, only they count.
    """
    sentence = seen[one.quote_start : one.quote_end]
    return not one.wide and (any(in_one_sentence(seen, u.start, one.start) for u in used) or adds(sentence))


def _who_asked(found: list[Found], seen: str) -> list[Found]:
    """Who asked for what is handed in is the place of use where no other place is named as such, and else is none."""
    others = [f for f in found if not f.asked and f.role >= Role.NAMED and (f.places or f.wide or f.role >= Role.USED)]
    if others:
        users = [f for f in others if f.role >= Role.USED and not f.excepted]
        if not users or any(adds(seen[f.quote_start : f.quote_end]) for f in users):
            return found
        return [f.raised(Role.CONTACT) if f.asked else f for f in found]
    if not hands_in(seen):
        return found
    return [replace(f.raised(Role.USED), rule=ASKED) if f.asked else f for f in found]


def _received(
    good: list[Found], found: list[Found], index: Index, text: str, source: str, page: int
) -> LocationsFinding:
    excepted = _excepted(good, found)
    if excepted is None:
        doubtful = [f for f in found if f.excepted and not f.places]
        return _unclear(doubtful, good, index, text, source, page)
    if unresolved := [f for f in good if f.group and _leaves_some_out(f, found, text)]:
        return _unclear(
            [replace(f, why="does not say which are left out") for f in unresolved], [], index, text, source, page
        )
    wide = any(f.wide for f in good)
    places: list[int] = []
    if wide and excepted:
        places = [e.position for e in index.entries if not e.department]
    elif not wide:
        places = [p for f in good for p in f.places]
    places = [p for p in dict.fromkeys(places) if p not in excepted or any(p in f.places for f in good if not f.group)]
    departments = [p for f in good for p in f.places if wide and index.entries[p].department and not excepted]
    if wide and not excepted:
        value: tuple[str, ...] = (DISTRICT_WIDE,)
    else:
        every = {e.position for e in index.entries if not e.department}
        if len(every) > 1 and every <= set(places) and any(f.group for f in good) and not departments:
            value = (DISTRICT_WIDE, *(index.entries[p].school.name for p in places if index.entries[p].department))
        else:
            value = tuple(index.entries[p].school.name for p in places)
    if not value:
        return LocationsFinding(Status.MISSING)
    return LocationsFinding(Status.RECEIVED, value, _evidence(good, text, source, page))


# "all schools except the two smallest"
_EXCEPT = re.compile(
    r",?[ ](?:\(|-[ ])?(?:(?:except|excluding|other[ ]than|apart[ ]from|with[ ]the[ ]exception[ ]of|minus|save)"
    r"(?![ ](?:that|when|if|as|during|on|in|by|where)\b)|(?<!,[ ])but(?=[ ](?:for[ ])?(?:the|one|two|three|four|a)\b)"
    r"(?![^.;:!?\n]{0,60}\b(?:is|are|was|must|will|would|should|can|may|needs?|has|have|starts?)\b))"
    r"[ ](?P<which>[^.;:!?\n]*)",
    re.IGNORECASE,
)


def _leaves_some_out(one: Found, found: list[Found], text: str) -> bool:
    """Whether behind a group some of it are left out that nothing on the list is known to be."""
    said = _EXCEPT.match(text, one.end)
    if said is None or not said["which"].strip():
        return False
    return not any(f is not one and said.start() < f.start < said.end() for f in found)


def _excepted(good: list[Found], found: list[Found]) -> set[int] | None:
    """Places that are taken out of a group ("all but Lincoln"); None where it cannot be told which."""
    grouped = {p for f in good if f.group for p in f.places}
    wide = any(f.wide for f in good)
    out: set[int] = set()
    for f in found:
        if not f.excepted or not (grouped or wide):
            continue
        meant = set(f.places) or ({c for c in f.candidates if c in grouped} if not wide else set(f.candidates))
        if len(meant) != 1 and not f.places:
            return None
        out |= meant
    return out


def _unclear(bad: list[Found], good: list[Found], index: Index, text: str, source: str, page: int) -> LocationsFinding:
    words = tuple(dict.fromkeys(f.words for f in bad))[:MOST_WORDS]
    reasons = "; ".join(dict.fromkeys(f"“{f.words}”: {f.why}" for f in bad))
    known = ", ".join(dict.fromkeys(index.entries[p].school.name for f in good for p in f.places))
    detail = reasons[:300] + (f"; clearly named: {known}"[:300] if known else "")
    return LocationsFinding(Status.UNCLEAR, words, _evidence(bad + good, text, source, page), detail)


def _with_antecedent(one: Found, found: list[Found], index: Index) -> Found:
    """Such as "the high school" and "Jefferson" mean the one that the text names in full elsewhere."""
    if one.places or not one.candidates:
        return one
    elsewhere = {
        f.places[0] for f in found if len(f.places) == 1 and f.places[0] in one.candidates and f.role != Role.DENIED
    }
    if len(elsewhere) == 1:
        return one.resolved(tuple(elsewhere))
    if one.singular_group and elsewhere:
        return one.resolved(tuple(sorted(elsewhere)))
    return one


def _members_named(found: list[Found]) -> list[Found]:
    """Ambiguous names that are the members of a group: "Washington and Riverside (the two middle schools)".

    Only where the names and the group are the same schools, one for one: beside "the middle schools" one more
    "Washington" can be the elementary school.
    """
    named = [f for f in found if not f.group and not f.wide and f.role >= Role.NAMED and f.candidates]
    for group in found:
        if not group.group or group.wide or group.excepted or len(group.places) < 2 or group.role < Role.NAMED:
            continue
        meant = {f: set(f.places or f.candidates) & set(group.places) for f in named}
        one_for_one = {p for places in meant.values() for p in places} == set(group.places)
        if one_for_one and all(len(places) == 1 for places in meant.values()):
            return [f.resolved(tuple(meant[f])) if f in meant and not f.places else f for f in found]
    return found


def _evidence(found: list[Found], text: str, source: str, page: int) -> tuple[Evidence, ...]:
    return tuple(
        dict.fromkeys(Evidence(source, quote(text, f.quote_start, f.quote_end), page, f.rule) for f in found[:12])
    )
