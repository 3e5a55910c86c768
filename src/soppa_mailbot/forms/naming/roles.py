"""What a place is for, told by its label: generic words of procurement and school forms, no form in particular."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.labels import REMARK, without_number
from soppa_mailbot.forms.common.signed_in_passing import without_passing
from soppa_mailbot.forms.naming.optional import named
from soppa_mailbot.forms.naming.role_words import BY_WHEN, GROUNDS, OF_OTHERS, PATTERNS, PLAIN
from soppa_mailbot.forms.naming.subject import asks_subject
from soppa_mailbot.model import Place

SIGNATURE = re.compile(
    r"\b(?:signature|sig|sign here|signed(?: by)?(?! on\b)|signed for|e-?signature|authori[sz]ed (?:signer|"
    r"signatory))\b|"
    r"^(?:(?:vendor|operator|provider|company|contractor|supplier|firm)\s+)?by(?:\s*\([^)]*\))?$|"
    r"^(?:sincerely|respectfully|(?:very )?truly)(?: yours| submitted)?\W*$|"  # a letter's end
    r"^yours (?:very )?(?:truly|sincerely|faithfully)\W*$",
    re.I,
)
_SIGNED_FOR = re.compile(
    r"(?:for|on behalf of) (?:the )?(?:vendor|operator|provider|company|contractor|supplier|firm)", re.I
)
_NOT_SIGNATURE = re.compile(r"\b(?:date|name|title|print(?:ed)?|type[ds]?|e-?mail|phone)\b", re.I)
_CONDITION = re.compile(
    r"\s*[(\[](?:only\s+)?(?:if|unless|when|leave|where|"
    r"(?:this )?(?:may|can) (?:be (?:left|omitted|skipped|blank|empty)|(?:stay|remain) (?:blank|empty|open))|"
    r"you (?:may|can) (?:leave|skip)|optional|not required|not needed)\b[^()\[\]]*(?:[)\]]|$)",
    re.IGNORECASE,
)
SIGNED_AND_DATED = re.compile(r"(?<=signature)\s*(?:/|&|,|and)\s*date$", re.I)  # one line for both
_DATE = re.compile(r"^(?:date|dated|date signed|date of signature|signature date|signed on|day|today'?s date)$", re.I)

_BLOCK = 250.0  # points from a signature to its day, over or under the signer's name and title
_OF_RFI = ("schools", "deadline", "subject_to_soppa", "soppa_reason")  # what no other form answers for the District


def with_roles(
    places: Sequence[Place], given: Mapping[str, str], form: str = "rfi"
) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """The places with their roles; `given` (role -> label or field name) wins. Also: given labels that fit no place."""
    roles: dict[str, str] = {}
    unused = []
    for role, wanted in given.items():
        found = named(wanted, places)
        if role == "signature":
            found = tuple(p for p in found if p.party != "district") or found
        roles.update((p.id, role) for p in found)
        if not found:
            unused.append(f"{role} = {wanted}")
    for role, ids in _derived(places, form).items():
        if role not in given:
            for identity in ids:
                roles.setdefault(identity, role)
    return tuple(replace(p, role=roles.get(p.id, "")) for p in places), tuple(unused)


def asks_for(place: Place, role: str) -> bool:
    """Whether a place has this role, or its label asks for the same again: a form may ask for the operator twice."""
    if place.role or place.kind == "check":
        return place.role == role
    return any(
        name == role and says.search(_said(place)) and not (not_says and not_says.search(_said(place)))
        for name, says, not_says, _ in PATTERNS
    )


def _derived(places: Sequence[Place], form: str) -> dict[str, list[str]]:
    operator = [p for p in places if p.party != "district"]
    signatures = [p for p in operator if is_signature(p)]
    # one that may stay empty must not stand for the one that may not
    signatures = [p for p in signatures if p.required] or signatures
    if form == "soppa" and not signatures:
        signatures = [p for p in operator if p.kind == "text" and _SIGNED_FOR.fullmatch(_said(p))]
    if not signatures:  # fields with tooltips of their own, "Sign" and "When", over the print "Signature" and "Date"
        signatures = [p for p in operator if p.kind == "text" and p.required and _is_signed(_plain(p.printed))]
    out: dict[str, list[str]] = {
        "signature": [p.id for p in signatures],
        "subject_to_soppa": [p.id for p in operator if form == "rfi" and asks_subject(p)],
    }
    signed = [p for p in operator if p.id in out["signature"]]
    beside = [p for p in operator if p.kind in ("text", "date") and any(_beside(p, s) for s in signed)]
    in_parts = any(_said(p).casefold() in ("month", "year") for p in operator)  # "Day", "Month" and "Year" apart
    out["signature_date"] = [
        p.id for p in beside if _DATE.fullmatch(_said(p)) and not (in_parts and _said(p).casefold() == "day")
    ] or [p.id for p in beside if _DATE.fullmatch(_plain(p.printed))]
    if reason := _grounds(operator, out["subject_to_soppa"]):
        out["soppa_reason"] = [reason.id]
    taken = {i for ids in out.values() for i in ids}
    for role, says, not_says, _ in PATTERNS:
        asked = operator if form == "rfi" or role not in _OF_RFI else []
        for place in _plainest_first(asked, PLAIN[role]) if role in PLAIN else asked:
            question = place.group_label if place.kind == "check" else _said(place)
            if place.id in taken or not question or place.kind == "signature":
                continue
            if place.kind == "check" and (role != "schools" or _yes_or_no(place, operator)):
                continue
            if role == "schools" and OF_OTHERS.search(place.section):
                continue
            if role == "product" and _is_of_rows(place, asked):
                continue
            titled = place.title and says.search(place.title)
            if titled or (says.search(question) and not (not_says and not_says.search(question))):
                ids = out.setdefault(role, [])
                if ids and not (place.group and any(p.group == place.group for p in operator if p.id in ids)):
                    continue  # the first place of a form that asks for it is the one
                ids.append(place.id)
                taken.add(place.id)
    for role, says, not_says, _ in PATTERNS:
        if role not in out and (told := _told_beside(role, form, [p for p in operator if p.id not in taken])):
            named_so = (p for p, said in told if says.search(said) and not (not_says and not_says.search(said)))
            if found := next(named_so, None):
                out[role] = [found.id]
                taken.add(found.id)
    return out


def _told_beside(role: str, form: str, places: Sequence[Place]) -> list[tuple[Place, str]]:
    """What else is said of the places where no label asks for it: by the print beside a field, by a hint behind it."""
    if form != "rfi" and role in _OF_RFI:
        return []
    told = [(p, _plain(p.printed)) for p in places if p.kind in ("text", "date") and p.printed]
    return told + [(p, p.remark) for p in places if role in _REMARKED and p.kind == "text" and p.remark]


_REMARKED = ("product", "operator")  # a letter's sentence: "We furnish ____ [name of the product] to the District"


def _is_of_rows(place: Place, places: Sequence[Place]) -> bool:
    """Whether a bare "Service" comes again and again: what each of several subcontractors does, not the product."""
    said = _said(place).casefold()
    return _A_SERVICE.fullmatch(said) is not None and sum(_said(p).casefold() == said for p in places) > 1


_A_SERVICE = re.compile(r"services?(?:\(s\))?", re.I)


def _grounds(places: Sequence[Place], subject: Sequence[str]) -> Place | None:
    """The line for the reason right behind the boxes that say if SOPPA applies: "Grounds for “No”, if marked"."""
    asked = [n for n, p in enumerate(places) if p.id in subject and p.kind == "check"]
    behind = places[asked[-1] + 1] if asked and asked[-1] + 1 < len(places) else None
    if behind is None or behind.kind != "text" or behind.page != places[asked[-1]].page:
        return None
    said = _said(behind)
    return behind if _GROUNDS_FOR_NO.match(said) and not _FOR_YES.search(said) else None


_GROUNDS_FOR_NO = re.compile(
    rf"(?:(?:your|the|state|give) )*(?:reasons?|explanation|explain|why|basis|{GROUNDS})\b", re.I
)
_FOR_YES = re.compile(r"\byes\b|\bif so\b", re.I)


def _plainest_first(places: Sequence[Place], asks: re.Pattern[str]) -> list[Place]:
    """The places, those first that ask for the names of schools or departments, or of the product, and nothing else."""
    plain = [p for p in places if asks.search(p.group_label if p.kind == "check" else _said(p))]
    return [*plain, *(p for p in places if p not in plain)]


def _yes_or_no(place: Place, places: Sequence[Place]) -> bool:
    options = {p.option.casefold().strip(" .") for p in places if p.group == place.group}
    return bool(options & {"yes", "no"}) or len(options) < 2


def asks_signature(label: str) -> bool:
    """Whether a label has the words of one that is signed on, and not just speaks of a signature."""
    return SIGNATURE.search(without_passing(label)) is not None


def is_signature(place: Place) -> bool:
    """Whether a place is to be signed."""
    if place.kind == "signature":
        return True
    if place.kind not in ("text",) or _DATE.fullmatch(_said(place)):
        return False
    return _is_signed(_said(place))


def _is_signed(said: str) -> bool:
    if BY_WHEN.search(said):
        return False
    label = SIGNED_AND_DATED.sub("", said)
    # "Authorized signature (may be typed)" is one
    return asks_signature(label) and not _NOT_SIGNATURE.search(
        REMARK.sub(" ", label) if REMARK.sub("", label).strip() else label
    )


def _said(place: Place) -> str:
    """The words of a label, without its line's number and without when it is answered: "(if not in your e-mail)"."""
    return _plain(place.label)


def _plain(text: str) -> str:
    said = _CONDITION.sub(" ", without_number(text.replace("’", "'"))[1]).strip().rstrip(":")
    return said[1:-1].strip() if said[:1] + said[-1:] in ("[]", "<>") else said  # "[Provider]" under its line


def _beside(date: Place, signature: Place) -> bool:
    if date.page != signature.page:
        return False
    if date.box is None or signature.box is None:
        return True
    return abs(date.box[1] - signature.box[1]) < _BLOCK
