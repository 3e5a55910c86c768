"""The schools and departments that will use the software (contract §4 "Schools and departments").

Names are found by `places_mentions` and `places_groups`, `places_role` says why each of them is named, and this
module weighs them: an answer behind a label before a sentence of use, that before a bare mention. What is on the list
is `received`; a place that is not, or that could be two, is `unclear` with the sender's words.
"""

from __future__ import annotations

from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.own_text import MAIL_SOURCES, without_addresses, without_foreign
from soppa_mailbot.finding.common.sentences import Piece, in_one_sentence, plain, quote
from soppa_mailbot.finding.common.still_open import places_open
from soppa_mailbot.finding.locations.places_addressee import without_addressees
from soppa_mailbot.finding.locations.places_asked import adds, hands_in
from soppa_mailbot.finding.locations.places_corrected import corrected, without_markers
from soppa_mailbot.finding.locations.places_doubted import MAYBE, unsure_next
from soppa_mailbot.finding.locations.places_found import EITHER, Found
from soppa_mailbot.finding.locations.places_index import Index, index_of
from soppa_mailbot.finding.locations.places_labels import Region, labelled_pieces
from soppa_mailbot.finding.locations.places_later import without_those_beside
from soppa_mailbot.finding.locations.places_listed import with_listed
from soppa_mailbot.finding.locations.places_mistaken import without_mistaken
from soppa_mailbot.finding.locations.places_names import Names
from soppa_mailbot.finding.locations.places_narrowed import narrowed
from soppa_mailbot.finding.locations.places_others import with_the_others
from soppa_mailbot.finding.locations.places_persons import has_pupils
from soppa_mailbot.finding.locations.places_pupils import schools_meant
from soppa_mailbot.finding.locations.places_rather import without_those_meant_otherwise
from soppa_mailbot.finding.locations.places_reading import read_piece
from soppa_mailbot.finding.locations.places_refusing import denies, without_refusers
from soppa_mailbot.finding.locations.places_role import Role
from soppa_mailbot.finding.locations.places_struck import without_struck
from soppa_mailbot.finding.locations.places_tabled import without_refused
from soppa_mailbot.finding.locations.places_theirs import departments_meant
from soppa_mailbot.finding.locations.places_those import those_meant
from soppa_mailbot.finding.locations.places_ticked import none_ticked, without_crossed, without_unticked
from soppa_mailbot.finding.locations.places_wrapped import unwrapped
from soppa_mailbot.model import Evidence, LocationsFinding, School, Status

DISTRICT_WIDE = "District-wide"
ASKED = "name, asked for it"  # the rule of a place that is known by its asking
NAMED_OTHERWISE = "named, but not as where the software will be used"
_MOST_NAMED = 800  # names and groups in a text: the largest district of Illinois has some 640 schools
_NEAR_EITHER = 24  # characters from a user to "either East or West"
_MOST_WORDS = 8  # unclear words that are passed on


def find(
    text: str,
    schools: tuple[School, ...],
    *,
    source: str,
    labelled: bool = False,
    page: int = 0,
    district_names: tuple[str, ...] = (),
    vendor_names: tuple[str, ...] = (),
    product_names: tuple[str, ...] = (),
    loosely: bool = False,
    told_there: bool = False,
) -> LocationsFinding:
    """The places of the school list that a text names as users.

    `told_there`: the mail says that they stand in this paper: "The department is on the order form."

    `labelled`: the text is the answer to a form's question for schools or departments, so any text is an answer.
    `district_names`, `vendor_names` (the vendor's, the sender's) and `product_names` (of products and their operators)
    may contain a school's name; they are never taken for one. `value` holds names as the list spells them,
    `("District-wide",)` for all schools, or the words that could not be matched when the status is `unclear`.
    """
    index = index_of(schools)
    paper = not labelled and source not in MAIL_SOURCES
    text = unwrapped(text, index) if paper else text
    original = plain(without_refused(without_unticked(without_crossed(text), paper=paper)))
    seen = original
    if not labelled and (source in MAIL_SOURCES or source.lower().endswith((".eml", ".msg"))):
        seen = without_foreign(seen)
    names = Names.of(district_names, vendor_names, product_names)
    if not labelled:
        seen = without_addressees(seen, index, names, mail=source in MAIL_SOURCES, told_there=told_there)
    seen = _CELL.sub("\t", names.masked(without_addresses(seen)))

    weighed = 0

    def read(piece: Piece, region: Region | None) -> list[Found]:
        nonlocal weighed
        if weighed > _MOST_NAMED:
            return []
        found, count = read_piece(piece, region, index, names, loosely=loosely)
        weighed += count
        return found

    regions = with_listed(_regions(without_markers(seen), labelled), index)
    reading = [(piece, read(piece, region)) for piece, region in regions]
    found = without_mistaken(seen, corrected(seen, reading, read))
    found = without_those_meant_otherwise(reading, index, without_struck(seen, reading, read, found))
    if not labelled:
        found += departments_meant(reading, index, names) or schools_meant(reading, index, names)
        found = with_the_others(reading, index, names, [*found, *those_meant(reading)])
    if weighed > _MOST_NAMED:
        return LocationsFinding(Status.UNCLEAR, detail="more places are named than a person would name")
    referred = any(m and not denies(m.group()) for m in (_REFERRED.search(piece.text) for piece, _ in reading))
    if labelled and not found:
        return _no_place(original, text, source, page)
    finding = _weigh(found, index, original, text, source, page, referred=referred)
    if finding.status is Status.RECEIVED and not labelled and source in MAIL_SOURCES and (said := places_open(seen)):
        detail = f"places are named, but also: “{said}”"
        words = tuple(dict.fromkeys(finding.value))[:_MOST_WORDS]
        return LocationsFinding(Status.UNCLEAR, words, finding.evidence, detail)
    if finding.status is Status.RECEIVED and not labelled and not paper and (lists := none_ticked(text)):
        lines = [" ".join(e.quote.split()) for e in finding.evidence]
        if all(any(line in said for said in lists) for line in lines):
            words = tuple(dict.fromkeys(finding.value))[:_MOST_WORDS]
            return LocationsFinding(Status.UNCLEAR, words, finding.evidence, "none of the boxes before them is ticked")
    return finding


_DELIVERED = re.compile(
    r"\b(?:attn|attention|c/o|(?:ship|deliver|bill|sold|mail|invoice)(?:ed|y|ing|ping)?[ ]?(?:to|address))\b",
    re.IGNORECASE,
)
_CARE_OF = re.compile(
    r"\b(?:ship|deliver|send|mail)(?:ed|y|ing|ping)?[ ]?(?:to|address)\b[^\n]{0,80}\bc/o[ ](?:the[ ])?$", re.IGNORECASE
)
_CELL = re.compile(r"(?<=\S[ ])[|](?=[ ]\S)")  # of a typed table
# "Those two schools would be the pilots": makes users of the schools that were named before
_REFERRED = re.compile(
    r"\b(?:those|these|both|the|all|all[ ]of[ ]the)(?:[ ](?:two|three|four|five|six|\d))?[ ](?:schools|"
    r"buildings|campuses)\b[^.()]{0,40}"
    r"\b(?:will|would|use|pilot|are[ ]the|be|are[ ](?:both[ ]|all[ ])?(?:covered|included|listed))\b"
    r"(?![ ](?:not|never|hardly|barely)\b)|\b(?:that|"
    r"their|this|his|her)[ ](?:school|"
    r"building)\b[^.]{0,30}\b(?:will|would|use|pilot|wants)\b"
    r"|\b(?:she|he)(?:'d|'ll|[ ](?:can|would|will|wants?|plans?|intends?))[^.]{0,30}\b(?:us(?:e|ing)|pilot|"
    r"try)\b"
    r"|\b(?:they|those|these)(?:'re|[ ](?:are|will[ ]be|would[ ]be))[ ](?:the|our)[ ](?:only[ ]|main[ ]|sole[ ])?"
    r"(?:users|ones[ ]who)\b"
    r"|\b(?:for|of)[ ][^.;,]{0,40}[ ](?:at|in)[ ](?:her|his|their)[ ](?:school|building)\b"
    # "It would be used in her library only"
    r"|\bused[ ](?:\w+[ ])?(?:at|in|by)[ ](?:her|his|their)[ ](?:own[ ])?(?:school|building|library|"
    r"class(?:es|room)?s?|lab|room|office|department|students|team)\b"
    # "the licence is for their grade at that school"
    r"|\b(?:licen[cs]es?|seats?|order|quote|estimate|proposal|subscription|it|software)\b[^.;]{0,20}\b(?:is|are)[ ]"
    r"(?:meant[ ]|only[ ])?for\b[^.;]{0,50}\b(?:that|their|this|his|her)[ ](?:school|building)\b"
    # "The counselor at Lincoln loves her trial, so she has asked us to get the paid plan going"
    r"|\b(?:she|he|they)[ ]needs?[ ](?:it|them|the[ ](?:licen[cs]es?|seats))"
    r"(?=[ ]*(?:[.,;!]|$)|[ ](?:for|by|in|at|before|this|next|and|so|because|when|until|approved)\b)"
    r"|\b(?:she|he|they)[ ](?:(?:has|have|had)[ ])?asked[ ](?:us|me)[ ]to[ ](?:get|set|start|order|begin|send|put)\b"
    r"|\b(?:she|he|they)(?:'d[ ]like|[ ](?:would[ ]like|wants?|plans?|intends?|hopes?))[ ]to[ ](?:us(?:e|ing)|pilot|"
    r"begin|start|launch|go[ ]live)\b"
    # "she is starting with her third graders"
    r"|\b(?:she|he|they)(?:'s|'re|'ll|[ ](?:is|are|will))[ ](?:be[ ])?(?:start(?:ing)?|begin(?:ning)?|pilot(?:ing)?|"
    r"us(?:e|ing)[ ]it)[ ](?:(?:it|this|out|first)[ ])?(?:with|in|for)[ ](?:her|his|"
    r"their)[ ](?:\w+[ ]){0,3}?(?:graders?|"
    r"class(?:es|room|rooms)?|students|pupils|kids|sections?|team|lab|groups?|periods?)\b",
    re.IGNORECASE,
)
_POINTS_ELSEWHERE = re.compile(
    r"\W*(?:(?:please[ ])?(?:see|refer|as[ ](?:in|per|stated|listed)|listed[ ]in|attached|"
    r"in[ ]the[ ]attached)\b.{0,60}|n/?a\W*|none\W*|not[ ]applicable\W*|)\W*",
    re.I,
)


def _regions(text: str, labelled: bool) -> list[tuple[Piece, Region | None]]:
    if not labelled:
        return list(labelled_pieces(text))
    return [(piece, region or Region(0, len(piece.text), True)) for piece, region in labelled_pieces(text)]


def _no_place(seen: str, text: str, source: str, page: int) -> LocationsFinding:
    """A form's answer that names nothing: pointing to another paper is no answer, other words are unclear."""
    words = " ".join(seen.split())
    if len(words) < 90 and _POINTS_ELSEWHERE.fullmatch(words):
        return LocationsFinding(Status.MISSING, detail=f"the answer is “{words}”" if words else "")
    proof = Evidence(source, quote(text, 0, len(text)), page, "the answer to the form's question")
    return LocationsFinding(Status.UNCLEAR, (words[:120],), (proof,), f"not on the school list: “{words[:120]}”")


def _weigh(
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
            tuple(dict.fromkeys(f.words for f in doubtful))[:_MOST_WORDS],
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


def only_doubted(finding: LocationsFinding) -> bool:
    """Whether the places of a finding are named for other reasons than use, and none better."""
    return finding.status is Status.UNCLEAR and finding.detail == NAMED_OTHERWISE


def only_denied(finding: LocationsFinding) -> bool:
    """Whether of all places of a finding is said that they have no part in the purchase."""
    return only_doubted(finding) and all(e.rule.endswith("denied") for e in finding.evidence)


def only_asked(finding: LocationsFinding) -> bool:
    """Whether the places of a finding are those that asked for the product, and not named as its users."""
    return finding.status is Status.RECEIVED and all(e.rule == ASKED for e in finding.evidence)


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
    words = tuple(dict.fromkeys(f.words for f in bad))[:_MOST_WORDS]
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
