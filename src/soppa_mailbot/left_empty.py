"""Places of a blank that operators leave empty: asked for in vain, or learnt otherwise than the blank reads. Pure.

One such place makes every copy unfinished, and each vendor is asked for what is not left open; two boxes of one
question that were taken for two questions do so to half of the copies each. Nothing in a single mail shows it; several
operators who left the same place empty, and no more who filled it, do. From then on such a place is unsure: a copy that
leaves nothing else open goes to a person, and what else is open is asked for without it.

Where `PROVEN` operators and most of all left it empty it is settled, and no person has to look: the place is not asked
for, unless the copy has an answer that may make it one to fill: a box that all had checked who filled the place, or an
answer to the question before it that hardly any gave who left it empty ("Yes" before names that all left empty who said
No). And of two places next to each other of which each operator filled one, one is enough. Never so for a signature and
what is said of its signer, unless all signed in the other of two blocks that are called alike; nor for initials, the
answers that the program acts on (`_ACTED_ON`) and what is asked only under a condition; and "Yes" and "No" of one
question are never both right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.completeness import concluded
from soppa_mailbot.forms.exclusive import excluding, questions
from soppa_mailbot.forms.naming import key_of, names_of, parted
from soppa_mailbot.forms.party import names_operator
from soppa_mailbot.forms.signer import is_of_signer
from soppa_mailbot.model import Blank, Findings, Form, Place, PlaceReading
from soppa_mailbot.wording import clean

ENOUGH = 3  # operators who left it empty
PROVEN = 5  # operators whose copies settle what is asked
_MOST = 0.5  # share of those who sent the form
_SETTLED = 2 / 3  # the same, where no person is asked
_SHOWN = 6  # places
_FULL = 0.5  # share of its places from which a copy was filled in, and not given up
_HARDLY = 0.2  # share of copies
_SIGNED = 0.8  # the same, that are signed in the other of two blocks
_SIDE_BY_SIDE = 2  # places of the form from one to the other of a pair
_BEFORE = 2  # lines to write on between a place and the question on which it may depend
_BY_SIGNATURE = 5  # places from a signature to what is said of its signer
_ACTED_ON = frozenset({"signature", "signature_date", "schools", "deadline"})
_SAID = re.compile(r"\W*(yes|no|y|n)\b", re.IGNORECASE)
_YES_OR_NO = re.compile(r"\b(?:yes|no|n/?a)\W*$", re.IGNORECASE)
_NEVER = re.compile(
    r"^\W*(?:\d+\w?\W+|[a-z]\W+)?(?:if|should|in case)\b|\bif (?:so|yes|no|not|any|other)\b|\binitial(?:s|ed)?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Copy:
    """What of one copy of a form tells whether a place is ever filled."""

    operator: str
    blank: str  # Blank.id
    share: float  # of its places, filled
    empty: frozenset[str]  # of the places and questions that must be filled, by `naming.key_of`
    filled: frozenset[str]  # of the same
    several: frozenset[str] = frozenset()  # questions that take one answer, it seems, and have more
    checked: frozenset[str] = frozenset()  # boxes, by Place.id, and what begins with Yes or No (`_written`)


@dataclass(frozen=True, slots=True)
class LeftEmpty:
    form: str  # rfi | soppa
    file: str  # of the blank
    blank: str  # its id
    key: str  # of the place or question, by `naming.key_of`
    place: str  # its name, as `forms.naming` has it
    left: int  # operators who left it empty
    operators: int  # whose copies were looked at
    instead: str = ""  # the place that they filled who left this one empty; one of them may have left both
    instead_key: str = ""  # its key
    settled: bool = False  # not asked for, or one of the two is enough, without a person
    unless: frozenset[str] = frozenset()  # answers with which it may be asked for, as in `Copy.checked`

    def sentence(self) -> str:
        """For the people who look after the configuration."""
        label, where = parted(self.place)
        at = f" ({clean(where, 60)})" if where else ""
        one_of_two = f", who filled “{clean(parted(self.instead)[0], 60)}” in its stead" if self.instead else ""
        now = ""
        if self.settled:
            now = ", and either is enough" if self.instead else ", and is not asked for any more"
        return (
            f"“{clean(label, 60)}” of {clean(self.file, 40)}{at} is empty in the copies of {self._those()} "
            f"operators who sent it{one_of_two}{now}; if it may stay empty, name it under forms.{self.form}.optional; "
            f"if it must be filled, under forms.{self.form}.required; if the form does not ask for it, see "
            f"`check --html`"
        )

    def why(self) -> str:
        """Fit behind the place's name, for whoever decides on a copy."""
        if self.settled and self.instead:
            return (
                f"empty, and “{parted(self.instead)[0]}” is filled: each of the {self.operators} operators filled one"
            )
        return f"{self._those()} operators who sent this form left it empty"

    def _those(self) -> str:
        return f"all {self.operators}" if self.left == self.operators else f"{self.left} of the {self.operators}"


@dataclass(frozen=True, slots=True)
class Several:
    """A question that takes one answer, by the blank's words, and of which operators check more than one box.

    Two questions taken for one, most likely, or one that is answered for each of several things.
    """

    form: str  # rfi | soppa
    file: str  # of the blank
    blank: str  # its id
    key: str  # of the question, by `naming.key_of`
    place: str  # its name, as `forms.naming` has it
    several: int  # operators who checked more than one box
    operators: int  # who checked any
    settled: bool = False  # more than one is right, without a person, and one alone is too few to be sure

    def sentence(self) -> str:
        label, where = parted(self.place)
        at = f" ({clean(where, 60)})" if where else ""
        return (
            f"{self._those()} operators who sent {clean(self.file, 40)} checked more than one box at "
            f"“{clean(label, 60)}”{at}, which seems to take one answer: see with `check --html` whether it is learnt "
            f"as the form reads"
        )

    def why(self) -> str:
        return f"{self._those()} operators who sent this form checked more than one box"

    def _those(self) -> str:
        return f"{self.several} of the {self.operators}" if self.several < self.operators else f"all {self.operators}"


Seen = LeftEmpty | Several  # what operators' copies tell of a blank


def sentences(found: Sequence[Seen]) -> list[str]:
    """What people are told: the first of many such places say what is wrong with a form."""
    told = [seen.sentence() for seen in found[:_SHOWN]]
    more = len(found) - _SHOWN
    return [*told, f"{more} more places of the forms are empty in as many copies"] if more > 0 else told


def whose(mail: Findings) -> str:
    """Whose copies a mail brings: colleagues of one company count as one."""
    return (mail.vendor_email or mail.sender.email).rpartition("@")[2].casefold()


def copies_in(mail: Findings) -> tuple[Copy, ...]:
    """The copies that a mail brings and that say something: hardly begun ones and those without a page do not."""
    return tuple(
        Copy(whose(mail), form.blank, form.filled_share, *_parted(form), _several(form), _checked(form))
        for form in mail.forms
        if _tells(form)
    )


def _tells(form: Form) -> bool:
    """Whether an empty place says anything: a copy that was given up, or lacks a page, is asked for as it is."""
    return form.status != "blank" and form.filled_share >= _FULL and not form.missing_pages


def _parted(form: Form) -> tuple[frozenset[str], frozenset[str]]:
    """(what is empty, what is filled); what is neither for certain is in none of them.

    The boxes of one question count as one, empty where all are.
    """
    asked = [r for r in form.readings if _is_asked(r)]
    filled = frozenset(key_of(r.place) for r in asked if r.state == "filled")
    touched = frozenset(key_of(r.place) for r in asked if r.state != "empty")
    return frozenset(key_of(r.place) for r in asked) - touched, filled


def _several(form: Form) -> frozenset[str]:
    by_question = ([form.readings[n] for n in row] for row in questions(form.readings))
    return frozenset(
        key_of(row[0].place) for row in by_question if sum(r.state == "filled" for r in row) > 1 and excluding(row)
    )


def _checked(form: Form) -> frozenset[str]:
    """What somebody checked there, an unsure mark as well, and where Yes or No was written."""
    boxes = {r.place.id for r in form.readings if r.place.kind == "check" and r.state != "empty"}
    said = ((r.place.id, _SAID.match(r.value)) for r in form.readings if r.place.kind != "check")
    return frozenset(boxes | {_written(place, m[1]) for place, m in said if m})


def _written(place: str, answer: str) -> str:
    return f"{place}={'yes' if answer[0] in 'yY' else 'no'}"


def _is_asked(reading: PlaceReading) -> bool:
    return reading.place.required and reading.place.party == "operator"


def fullest(copies: Iterable[Copy]) -> list[Copy]:
    """The copy of each edition and operator that counts: the fuller one, of equally full ones the later."""
    best: dict[tuple[str, str], Copy] = {}
    for copy in copies:
        known = best.get((copy.blank, copy.operator))
        if known is None or copy.share >= known.share:
            best[copy.blank, copy.operator] = copy
    return list(best.values())


def left_empty(copies: Iterable[Copy], blanks: Sequence[Blank]) -> tuple[Seen, ...]:
    """The places that at least `ENOUGH` operators and half of all left empty, by blank and in the order of the form;
    those beside which each operator filled one other place instead; and the questions of one answer to which as many
    gave several.

    `copies` as `fullest` takes them. A place that its blank no longer asks for, since somebody named it under
    `optional`, is left out, and one that is named under `required` as well.
    """
    counting = fullest(copies)
    out: list[Seen] = []
    for blank in blanks:
        mine = [copy for copy in counting if copy.blank == blank.id]
        if len(mine) >= ENOUGH:
            by_id = names_of([PlaceReading(p, "empty") for p in blank.places])
            names = {key_of(p): by_id[p.id] for p in blank.places}
            out += [*_left_in(blank, mine, names), *_several_in(blank, mine, names)]
    return tuple(out)


def _several_in(blank: Blank, copies: Sequence[Copy], names: Mapping[str, str]) -> list[Several]:
    filled = Counter(key for copy in copies for key in copy.filled)
    several = Counter(key for copy in copies for key in copy.several)
    return [
        Several(
            blank.form, blank.file, blank.id, key, names[key], count, filled[key],
            settled=count >= PROVEN and count >= _MOST * filled[key] and not _is_yes_or_no(key, blank),
        )
        for key, count in several.items()
        if key in names and count >= ENOUGH and filled[key] >= count
    ]  # fmt: skip


def _is_yes_or_no(key: str, blank: Blank) -> bool:
    """Whether a question has a "Yes" and a "No" and nothing else: both are no answer, whoever checks them."""
    options = [(p.option or p.label).strip(" .:").casefold() for p in blank.places if key_of(p) == key]
    return sorted(options) in (["no", "yes"], ["n", "y"], ["n/a", "no", "yes"])


def _left_in(blank: Blank, copies: Sequence[Copy], names: Mapping[str, str]) -> list[LeftEmpty]:
    empty = Counter(key for copy in copies for key in copy.empty)
    filled = Counter(key for copy in copies for key in copy.filled)
    asked = {key_of(p): p for p in blank.places if p.required and p.party == "operator" and not p.insisted}
    instead = _one_or_the_other(copies, [k for k, p in asked.items() if empty[k] and filled[k] and not p.signs])
    out = []
    for key, place in asked.items():
        left, of = empty[key], empty[key] + filled[key]
        most = of if place.signs else _MOST * of  # where somebody signed all must: many an operator forgets it
        if key in instead or (left >= ENOUGH and left >= most):
            other = instead.get(key, "")
            settled = of >= PROVEN and _may_be_settled(place, blank)
            if _is_of_other_block(place, asked, empty, filled):
                settled = True
            elif other:
                settled = settled and _may_be_settled(asked[other], blank) and _side_by_side(key, other, asked, filled)
            else:
                # of "subject" and "not subject" one is enough, but nobody is let off the question
                settled = settled and left >= PROVEN and left > _SETTLED * of and place.role != "subject_to_soppa"
            depends = settled and not other and not place.signs
            out.append(
                LeftEmpty(
                    blank.form, blank.file, blank.id, key, names[key], left, of, names.get(other, ""), other, settled,
                    unless=_conditions(place, blank, copies) if depends else frozenset(),
                )
            )  # fmt: skip
    return out


def _is_of_other_block(
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


def _conditions(place: Place, blank: Blank, copies: Sequence[Copy]) -> frozenset[str]:
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
            out.update((_written(before.id, "yes"), _written(before.id, "no")))
    return frozenset(out)


def _may_be_settled(place: Place, blank: Blank) -> bool:
    """Whether copies alone may settle it."""
    label = place.group_label or place.label
    return not (place.signs or place.role in _ACTED_ON or _NEVER.search(label) or _is_of_signer(place, blank))


def _is_of_signer(place: Place, blank: Blank) -> bool:
    """Whether it is the name, title or date of somebody who signs next to it."""
    index = blank.places.index(place)
    near = blank.places[max(0, index - _BY_SIGNATURE) : index + _BY_SIGNATURE + 1]
    return is_of_signer(place.label) and any(p.signs and p.party == place.party for p in near)


def _side_by_side(key: str, other: str, asked: Mapping[str, Place], filled: Mapping[str, int]) -> bool:
    """Whether two places next to each other are so often filled in each other's stead that it is no chance."""
    order = list(asked)
    near = abs(order.index(key) - order.index(other)) <= _SIDE_BY_SIDE
    choices = _is_choice(asked[key]) and _is_choice(asked[other])
    return near and (choices or min(filled[key], filled[other]) > 1)


def _is_choice(place: Place) -> bool:
    """Whether somebody chooses there, and does not write: a box, or a line behind "Yes"."""
    return place.kind == "check" or _YES_OR_NO.search(place.label) is not None


def _one_or_the_other(copies: Sequence[Copy], keys: Sequence[str]) -> dict[str, str]:
    """What every operator filled either of, and none both: two answers to one question, most likely.

    One copy may have neither, for it may have left the question open.
    """
    out: dict[str, str] = {}
    near_first = sorted(combinations(range(len(keys)), 2), key=lambda pair: pair[1] - pair[0])
    for one, other in ((keys[a], keys[b]) for a, b in near_first):
        both = sum(one in copy.filled and other in copy.filled for copy in copies)
        either = sum((one in copy.filled) != (other in copy.filled) for copy in copies)
        if not both and either >= ENOUGH and len(copies) - either <= 1:
            out.setdefault(one, other)
            out.setdefault(other, one)
    return out


def doubted(history: Sequence[Findings], found: Sequence[Seen]) -> tuple[Findings, ...]:
    """The findings, unsure of the places that operators leave empty, and without those of which that is settled."""
    if not found:
        return tuple(history)
    known: dict[str, list[Seen]] = {}
    for seen in found:
        known.setdefault(seen.blank, []).append(seen)
    return tuple(
        replace(mail, forms=tuple(_doubted(form, known.get(form.blank, ())) for form in mail.forms)) for mail in history
    )


def _doubted(form: Form, known: Sequence[Seen]) -> Form:
    if not _tells(form):
        return form
    empty, filled = _parted(form)
    several, checked = _several(form), _checked(form)
    left = {seen.key: seen for seen in known if isinstance(seen, LeftEmpty) and seen.key in empty}
    more = {seen.key: seen for seen in known if isinstance(seen, Several) and seen.key in filled}
    if not left and not more:
        return form
    readings, signed = [], []
    for reading in form.readings:
        key = key_of(reading.place)
        if _is_asked(reading) and key in left:
            reading = _told(reading, left[key], filled, checked)
            if reading.place.signs and reading.place.required:
                # a signature is never done without: that nobody's was found makes the whole copy one for a person
                signed.append(f"no signature at “{reading.place.label}” ({reading.place.unsure})")
        elif _is_asked(reading) and key in more and reading.state == "filled":
            reading = _of_several(reading, more[key], several=key in several)
        readings.append(reading)
    return concluded(replace(form, readings=tuple(readings), doubts=(*form.doubts, *signed)))


def _told(reading: PlaceReading, known: LeftEmpty, filled: Collection[str], checked: Collection[str]) -> PlaceReading:
    """The reading of an empty place, in the light of what other operators did there."""
    if not known.settled or known.unless & set(checked):
        return replace(reading, place=replace(reading.place, unsure=known.why()))
    if known.instead_key and known.instead_key not in filled:
        return reading  # neither: one of them is owed
    return replace(
        reading,
        place=replace(reading.place, required=False, unsure=known.why()),
        why=f"{known.why()}: not asked for",
    )


def _of_several(reading: PlaceReading, known: Several, *, several: bool) -> PlaceReading:
    """The reading of a checked box, in the light of how many other operators checked."""
    place = replace(reading.place, any_number=True)
    sure = several if known.settled else not several
    return replace(reading, place=place) if sure else replace(reading, place=place, state="doubtful", why=known.why())
