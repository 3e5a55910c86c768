"""What a place is for, told by its label: generic words of procurement and school forms, no form in particular."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.labels import REMARK, without_number
from soppa_mailbot.forms.common.signed_in_passing import without_passing
from soppa_mailbot.forms.naming.law import LAW, in_full
from soppa_mailbot.forms.naming.optional import named
from soppa_mailbot.model import Place

SIGNATURE = re.compile(
    r"\b(?:signature|sig|sign here|signed(?: by)?(?! on\b)|signed for|e-?signature|authori[sz]ed (?:signer|"
    r"signatory))\b|"
    r"^(?:(?:vendor|operator|provider|company|contractor|supplier|firm)\s+)?by(?:\s*\([^)]*\))?$|"
    r"^(?:sincerely|respectfully|(?:very )?truly)(?: yours| submitted)?\W*$|"  # a letter's end
    r"^yours (?:very )?(?:truly|sincerely|faithfully)\W*$",
    re.I,
)
_GROUNDS = r"(?<!buildings and )(?<!buildings & )grounds"  # not the department
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

# "By what date must the District have approved and signed?" asks for a day to come, "Date signed" for a past one
_BY_WHEN = re.compile(
    r"\b(?:by (?:what|which) (?:date|day)|(?:by|until) when|(?:date|day) by which|(?:latest|last) (?:date|day))\b"
    r".{0,60}?\b(?:(?:district|board|board of education|we)\W+"
    r"(?:(?:must|should|has|have|needs?|to|can|may|finally)\W+){0,4}(?:approv(?:e|ed|al)|sign(?:ed)?)"
    r"|be\W+(?:finally\W+)?(?:approved|signed and approved|signed by (?:the |our )?(?:district|board)))\b",
    re.I,
)

_PATTERNS: tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None, int], ...] = (
    # role, what its label says, what it must not say, how sure
    ("deadline", _BY_WHEN, None, 3),
    (
        "deadline",
        re.compile(
            r"\b(?:date|deadline|day|when)\b.*\b(?:approv\w+|sign-?\s?off|decision|need(?:ed|s)?|required|"
            r"authori[sz]ation)\b"
            r"|\b(?:approv\w+|sign-?\s?off|decision|authori[sz]ation)\b.*\b(?:date|deadline|need(?:ed|s)?|wanted|"
            r"by when|required by)\b"
            r"|\b(?:needed|required|requested|due|target)\s+(?:by|date|approval)\b|\bdeadline\b|"
            r"\bneed(?:ed)? by\b|^(?:to )?approv(?:e|ed|al) by\b|"
            r"\b(?:approval|sign-?\s?off|decision|authori[sz]ation)\b.*\bby(?: date)?$",
            re.I,
        ),
        re.compile(
            r"\b(?:start|begin|effective|renewal|expir\w*|invoice|report|signed|"
            # but "Approval and signature needed by", "Board signature wanted by"
            r"(?<!and )(?<!& )(?<!/)(?<!/ )signature"
            r"(?! (?:and|&|or) approval)(?! (?:is |are )?(?:needed|wanted|due) by)|"
            r"completed|received|install\w*|training|launch|go-?live|audit|"
            r"certificat\w*|breach|notification|delet\w*|approved by|board use)\b"
            # "Requested by (school or department)" asks who, not when
            r"|\b(?:requested|needed|required) by\W{0,3}(?:which |what |the |name of )*"
            r"(?:schools?|departments?|buildings?|staff|teachers?|person|principal|name)\b",
            re.I,
        ),
        3,
    ),
    (
        "schools",
        re.compile(
            r"\b(?:schools?|school\(s\)|departments?|department\(s\)|buildings?|building\(s\)|campus(?:es)?|"
            r"campus\(es\)|"
            r"attendance cent(?:er|re)s?|sites?(?:\(s\))? (?:where|that|using|to)|"
            r"locations? (?:where|that|using|to|of use))(?!\w)"
            r"|\bwhere (?:\w+ ){0,4}used\b|\bintended (?:locations?|sites?)\b|^(?:sites?|site\(s\))$",
            re.I,
        ),
        re.compile(
            r"\bschool district\b|\bdistrict name\b|\bschool (?:year|purposes?|official|board|code)\b|\bdata cent|"
            r"\bper (?:student|building|school|site|campus)\b|\b(?:hosting|hosted|storage|stored|server)\b|"
            r"\bother (?:school )?districts?\b|\bschools?(?: or |[ ]?/[ ]?)(?:school )?districts?\b|"
            r"\bdistricts?(?: or |[ ]?/[ ]?)schools?\b|"
            r"\breferences?\b|\bdepartment of\b|\b(?:intended|instructional) use\b|\buses? in (?:the |our )?schools?\b|"
            # "What it does and how it would be used in our schools" asks for no names
            r"\bhow\b.{0,40}\bused?\b|\bwhat\b.{0,30}\b(?:does|do)\b|\bdescri(?:be|ption)\b|"
            r"\byour department\b|\be-?mail\b|\baccounts?\b|\bid\b|\bcalendar\b|\bhours\b|"
            r"\bhow many\b|\bnumber of\b|"
            # "Experience: years of work with public schools" asks about the company
            r"\bexperience\b|\byears (?:of|in|with)\b.{0,40}\bschools?\b|"
            # "has served schools for ____"; but "Schools that are served"
            r"\b(?:ha(?:s|ve)|been)\W+(?:served|serving|worked|working)\W+(?:\w+\W+){0,3}schools?\b",
            re.I,
        ),
        2,
    ),
    (
        "soppa_reason",
        re.compile(
            rf"\b(?:reason|explain|explanation|why|basis|{_GROUNDS}|rationale|"
            r"justif\w+|describe)\b.*(?:\bsoppa\b|subject\b|exempt|appl(?:y|ies))"
            r"|\bif (?:not|no|exempt)\b.*\b(?:explain|reason|why|describe)\b"
            r"|(?:\bsoppa\b|subject\b|exempt|appl(?:y|ies))\W.{0,40}\bbecause\W*$",
            re.I,
        ),
        None,
        2,
    ),
    (
        "product",
        re.compile(
            r"\b(?:products?|software|applications?|services?|solution|platform|system|tool|app|program|resource|"
            r"package)\b(?:\(s\))?.*"
            r"\b(?:names?|titles?|covered|proposed|offered)\b|"
            r"\b(?:names?|title) of (?:the )?(?:proposed )?(?:products?|software|applications?|services?|solution|"
            r"platform|tool|app|program|resource|package)|"
            r"^(?:products?|software|application|product or service|product/service|services?|"
            r"software product|resource|licensed (?:product|software))(?:\(s\))?$",
            re.I,
        ),
        re.compile(
            r"\b(?:address|contact|describe|description|version|does|how|user|password|domain|provider name)\b"
            # "Illinois districts that use the product (name up to three)"
            r"|\b(?:districts|customers|clients|references?)\b",
            re.I,
        ),
        2,
    ),
    (
        "operator",
        re.compile(
            r"\b(?:vendor|operator|company|provider|contractor|supplier|firm|organi[sz]ation|business|corporate|entity)\b"
            r"(?:[^a-z]|'s)*\b(?:legal |full |registered |business )*names?\b|"
            r"\b(?:legal |full |business |registered )*names? of (?:the |your )?(?:vendor|operator|company|provider|"
            r"contractor|"
            r"supplier|firm|organi[sz]ation|business|entity)\b|"
            r"^(?:vendor|operator|company|provider|contractor|supplier|firm|organi[sz]ation)(?:\s*\(?legal name\)?)?$|"
            r"^legal name\b",
            re.I,
        ),
        re.compile(r"\b(?:contact|hosting|address|insurance|sub-?contractor|cloud|carrier|person|parent)\b", re.I),
        2,
    ),
)


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
        for name, says, not_says, _ in _PATTERNS
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
    for role, says, not_says, _ in _PATTERNS:
        asked = operator if form == "rfi" or role not in _OF_RFI else []
        for place in _plainest_first(asked, _PLAIN[role]) if role in _PLAIN else asked:
            question = place.group_label if place.kind == "check" else _said(place)
            if place.id in taken or not question or place.kind == "signature":
                continue
            if place.kind == "check" and (role != "schools" or _yes_or_no(place, operator)):
                continue
            if role == "schools" and _OF_OTHERS.search(place.section):
                continue
            titled = place.title and says.search(place.title)
            if titled or (says.search(question) and not (not_says and not_says.search(question))):
                ids = out.setdefault(role, [])
                if ids and not (place.group and any(p.group == place.group for p in operator if p.id in ids)):
                    continue  # the first place of a form that asks for it is the one
                ids.append(place.id)
                taken.add(place.id)
    return out


def _grounds(places: Sequence[Place], subject: Sequence[str]) -> Place | None:
    """The line for the reason right behind the boxes that say if SOPPA applies: "Grounds for “No”, if marked"."""
    asked = [n for n, p in enumerate(places) if p.id in subject and p.kind == "check"]
    behind = places[asked[-1] + 1] if asked and asked[-1] + 1 < len(places) else None
    if behind is None or behind.kind != "text" or behind.page != places[asked[-1]].page:
        return None
    said = _said(behind)
    return behind if _GROUNDS_FOR_NO.match(said) and not _FOR_YES.search(said) else None


_GROUNDS_FOR_NO = re.compile(
    rf"(?:(?:your|the|state|give) )*(?:reasons?|explanation|explain|why|basis|{_GROUNDS})\b", re.I
)
_FOR_YES = re.compile(r"\byes\b|\bif so\b", re.I)

# a heading over the schools of others: "References", "Current customers in Illinois"
_OF_OTHERS = re.compile(
    r"\breferences?\b|\b(?:current|other|existing) (?:customers?|clients?|users?|districts?)\b", re.I
)
# a question for the names of schools, beside which others only speak of them
_WHICH_SCHOOLS = re.compile(
    r"\b(?:which|what|list|names? of|name the)\W+(?:\w+\W+){0,3}?(?:schools?|departments?|buildings?|campus(?:es)?)\b"
    r"|^(?:participating |affected |target )?(?:schools?|departments?|buildings?|sites?|campus(?:es)?)(?:\((?:e?s)\))?"
    r"(?:\W+(?:or|and|/)?\W*(?:schools?|departments?|buildings?)(?:\((?:e?s)\))?)?(?=\W|$)",
    re.I,
)


# the product's name, beside which others only speak of it
_WHICH_PRODUCT = re.compile(
    r"^(?:full |exact |complete |legal )?"
    r"(?:names? of (?:the )?(?:products?|software|service|program|resource|app\w*|tool)\b"
    r"|(?:products?|software|service|program|resource|app\w*|tool)(?:\(s\))?(?: or \w+)? names?\b)",
    re.I,
)
_PLAIN = {"schools": _WHICH_SCHOOLS, "product": _WHICH_PRODUCT}


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
    if _BY_WHEN.search(said):
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
    return _CONDITION.sub(" ", without_number(text)[1]).strip().rstrip(":")


def _beside(date: Place, signature: Place) -> bool:
    if date.page != signature.page:
        return False
    if date.box is None or signature.box is None:
        return True
    return abs(date.box[1] - signature.box[1]) < 150


def asks_subject(place: Place) -> bool:
    """Whether a place answers if the product is subject to SOPPA."""
    if place.kind == "check":
        return subject_meaning(place, place.option) is not None
    if place.kind not in ("choice", "text"):
        return False
    if {True, False} <= {subject_meaning(place, choice) for choice in place.choices}:
        return True  # "In our view the product is" with "Subject to SOPPA" and "Exempt from SOPPA" to choose from
    label = in_full(place.label, place.section)
    if _asks_where_it_applies(label):
        return False
    asked = _first_question(label)  # "Is it subject to SOPPA? If you hold that it is not, state the reason"
    return bool(LAW.search(asked)) and bool(_QUESTION.search(asked)) and not _wants_reason(asked)


def _first_question(text: str) -> str:
    """A question without what stands behind it: "Is it subject to SOPPA? If Yes, the agreement comes with it"."""
    first, mark, _ = text.partition("?")
    return first + mark if mark and LAW.search(first) and _QUESTION.search(first) else text


def _asks_where_it_applies(text: str) -> bool:
    """Whether the law is but the condition of what is asked before it: "Section relied on, if SOPPA does not apply"."""
    condition = _CONDITION_BEHIND.search(text)
    if condition is None or _SAYS_YES.search(text):
        return False
    return LAW.search(text[: condition.start()]) is None and LAW.search(text[condition.end() :]) is not None


def _wants_reason(question: str) -> bool:
    """Whether a question asks why, and not if: "explain briefly" may stand behind "Answer Yes or No"."""
    return _REASON.search(question) is not None and not _YES_OR_NO.search(question)


_CONDITION_BEHIND = re.compile(r"(?<=.{3})[,;(–—] ?(?:only )?(?:if|where|when)\b", re.I)
_SAYS_YES = re.compile(r"\b(?:yes|no|y/n|true|false|check|mark|state|say|whether)\b|\?", re.I)
_YES_OR_NO = re.compile(r"\byes\b\W{0,3}(?:or\b)?\W{0,2}\bno\b", re.I)


_QUESTION = re.compile(
    r"\bsubject to\b|\bexempt\b|\bappl(?:y|ies|icable)\b|\bcovered by\b|\b(?:fall|come)\w* under\b|"
    r"\bunder (?:the )?(?:soppa|illinois|student online|105 ilcs)\b|\bgoverned by\b|"
    r"\bcovered information\b.{0,40}\b(?:under|defined|meaning|within|by|in)\b",
    re.I,
)
_REASON = re.compile(
    rf"\b(?:comments?|reasons?|because|explain|explanation|justification|{_GROUNDS}|"
    r"rationale|why|describe|if (?:not|no|exempt|yes|so))\b",
    re.I,
)
_NEGATED = re.compile(
    r"\b(?:is|are|it'?s)?\s*(?:not|n't)\s+(?:\w+\s+){0,2}(?:subject|covered|applicable|required|apply|governed|fall|come)|"
    r"\bdoes(?: not|n'?t) (?:apply|fall|come)|\bnot applicable\b|\bexempt\b|\binapplicable\b|\bdo(?: not|n'?t) apply\b|"
    r"\boutside (?:of )?(?:the )?scope\b|\bnon-?soppa\b",
    re.I,
)
_AFFIRMED = re.compile(
    r"\b(?:is|are) subject\b|\bsubject to\b|\bsoppa applies\b|\bapplies\b|\b(?:is|are) covered\b|"
    r"\b(?:falls|comes) under\b|"
    r"\bapplicable\b|\bgoverned by\b",
    re.I,
)


# "No student data leaves the device" answers another question
_SHORT = re.compile(
    r"\s*(yes|no|true|false)\b(?!\s+(?!it\b|this\b|the\b|our\b|we\b|not\b|subject\b|because\b)[a-z])", re.I
)


def subject_meaning(place: Place, answer: str) -> bool | None:
    """True: this answer says that SOPPA applies; False: that it does not; None: it says neither.

    A box is judged by its own words together with its question ("Is the software exempt from SOPPA?" Yes -> False).
    """
    question = place.group_label if place.kind == "check" else place.label
    if answer.casefold().startswith(question.casefold()):  # a tooltip may say both: "Is it subject to SOPPA? No"
        answer = answer[len(question) :].strip(" :?-–—") or answer
    question, answer = in_full(question, place.section), in_full(answer, place.section)
    if not (LAW.search(answer) or LAW.search(question)):
        return None
    short = _SHORT.match(answer)
    if short and not _NEGATED.search(answer):
        question = _first_question(question)
        if not (LAW.search(question) and _QUESTION.search(question)) or _wants_reason(question):
            return None
        positive = short.group(1).casefold() in ("yes", "true")
        return positive is not bool(_NEGATED.search(question))
    if _NEGATED.search(answer):
        return False
    if _AFFIRMED.search(answer):
        return True
    return None
