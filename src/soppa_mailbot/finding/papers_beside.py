"""Papers beside the signed form that keep it from counting: a list of exceptions, a letter that refuses terms, a
certificate of an e-signature that was declined, the vendor's own terms put over the form.

What is told of them is in `BESIDE`: the judge leaves the form to a person then, with the sentence that says so.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.mails.taken_back import taken_back as taken_back_in_mail
from soppa_mailbot.forms.common.vocabulary import plain
from soppa_mailbot.forms.papers import riders
from soppa_mailbot.model import Item

_LETTER = "a letter that does not accept the form as it is"
_CERTIFICATE = "a certificate of an e-signature that was not given"
_TERMS = "terms of the vendor's own that it puts over the form"
BESIDE = {
    riders.DETAIL: "signed under exceptions",
    _LETTER: "signed under exceptions",
    _CERTIFICATE: "not signed for certain",
    _TERMS: "signed under exceptions",
}

_LONGEST = 6_000  # characters of a letter
_MOST = 20_000  # characters of terms that are looked at
_SHOWN = 160
_FORM = re.compile(r"\b(?:soppa|addendum|data privacy|privacy agreement|n?dpa)\b")
_IS_LETTER = re.compile(
    r"^[ \t]*(?:dear\b|to[ ]the\b|attn\b|attention\b|to[ ]whom\b|re:|subject:|memo(?:randum)?\b|good[ ](?:morning|"
    r"afternoon)\b|(?:sincerely|(?:best|kind|warm)?[ ]?regards|respectfully)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_LETTERS_NAME = re.compile(r"\b(?:letter|cover|memo|note|transmittal|response|comments?)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.;!?])\s+(?=[A-Z0-9\"“(])|\n\s*\n")
# "Larch Labs does not agree to section 10" as a letter of its own would say it: "We do not agree"
_NAMES_ITSELF = re.compile(
    r"\b(?!(?:The[ ])?(?:District|Board|Customer|Students?|Users?|School)\b)"
    r"(?:(?:[A-Z][\w&'.-]*,?[ ]){1,5}|[Oo]ur[ ](?:\w+[ ]){1,2})"
    r"(?P<verb>does[ ]not|doesn't|can[ ]?not|will[ ]not|objects|takes[ ]exception|rejects|declines|is[ ]unable)\b"
)
_AS_WE = {
    "does not": "do not", "doesn't": "do not", "objects": "object", "takes exception": "take exception",
    "rejects": "reject", "declines": "decline", "is unable": "are unable",
}  # fmt: skip
_NUMBERED = (
    r"(?:sections?|sec|clauses?|paragraphs?|articles?|exhibits?) \w{1,3}(?: (?:and|or|to|through) \w{1,3})?"
    r"(?: (?:of|in) (?:(?:the|your|this|that|such|said|soppa|district|s) )*(?:addendum|agreement|form|soppa|dpa))?"
)
_STRUCK = re.compile(
    rf"\b{_NUMBERED} (?:(?:is|are|was|were|has been|have been|shall be|should be|must be|to be|will be) (?:hereby )?"
    r"(?:deleted|struck|stricken|replaced|removed|rejected|waived|excluded|not (?:accepted|acceptable|agreed))"
    r"|(?:does|do|shall|will) not apply)\b"
)

_CERTIFIED = re.compile(
    r"\b(?:certificate of completion|envelope (?:id|summary)|signer events|(?:final )?audit (?:trail|report)|"
    r"signing (?:log|history)|document history|(?:e ?)?signature (?:summary|certificate))\b"
)
_HEAD = 60  # words in which a certificate says what it is
_STATUS = re.compile(
    r"\bstatus (?:(?P<dead>declined|void(?:ed)?|expired|cancell?ed|rejected|deleted|recalled|withdrawn|aborted)"
    r"|(?P<open>sent|delivered|created|draft|pending|waiting|awaiting|in pro(?:gress|cess)|out for|viewed|unsigned|"
    r"not signed|incomplete)|\w+)\b"
)
_SIGNED = re.compile(
    r"\b(?:e ?)?signed (?:by|on|electronically|\d)|\bsignature adopt\w+|\bsigning complete|\bstatus signed\b"
)
_OF_ANOTHER = re.compile(r"\b(?:rfi|quote|quotation|order form|purchase order|estimate|request for information)\b")

# "These terms supersede any SOPPA form", and not "the SOPPA addendum takes precedence over these terms"
_OVER_FORM = re.compile(
    r"\b(?:terms(?! of (?:this|the) (?:\w+ )?(?:dpa|addendum|data privacy))|tos|msa|eula|"
    r"(?:licen[sc]e|subscription|services?|master) agreement|this (?:order|quote))(?: \w+){0,6}? "
    r"(?:prevails? over|supersedes?(?: and replaces?)?|takes? precedence over|controls? over|governs? over|overrides?) "
    r"(?:any|the|all|your|every|each|said|such) (?:(?!prior|previous|earlier|existing|former)\w+ ){0,2}?"
    r"(?:soppa|(?:student )?data privacy (?:agreement|addendum)|privacy addendum)\b"
)


def beside(text: str, filename: str) -> tuple[str, str]:
    """(what such a paper is, the sentence that says so) of a paper that is none of those asked for; ("", "")."""
    if quote := riders.taken_back(text):
        return riders.DETAIL, quote
    if quote := _unfinished(text, filename):
        return _CERTIFICATE, quote
    if quote := _refused(text, filename):
        return _LETTER, quote
    if quote := over_form(text):
        return _TERMS, quote
    return "", ""


def over_form(text: str) -> str:
    """The sentence with which a paper puts its own terms over the District's form."""
    return next((_shown(s) for s in _sentences(text[:_MOST]) if _OVER_FORM.search(plain(s))), "")


def _refused(text: str, filename: str) -> str:
    """The sentence of a letter that refuses terms of the District's form, or says that it does not count yet."""
    name = re.sub(r"[_\W]+", " ", filename)
    if len(text) > _LONGEST or not (_IS_LETTER.search(text) or _LETTERS_NAME.search(name)):
        return ""
    if not _FORM.search(plain(text)):
        return ""
    for sentence in _sentences(text):
        said = _NAMES_ITSELF.sub(lambda m: f"we {_AS_WE.get(m['verb'], m['verb'])}", sentence)
        items = [item for item, _ in taken_back_in_mail(said)]
        if Item.SOPPA_FORM in items or _STRUCK.search(plain(sentence)):
            return _shown(sentence)
    return ""


def _unfinished(text: str, filename: str) -> str:
    """What the certificate of an e-signature says of its state, where nobody signed or what was signed is void."""
    said = plain(text[:_MOST])
    if not _CERTIFIED.search(" ".join(said.split()[:_HEAD])):
        return ""
    about = f"{said} {plain(filename)}"
    if _OF_ANOTHER.search(about) and not _FORM.search(about):
        return ""
    status = _STATUS.search(said)
    if status is None or not (status["dead"] or (status["open"] and not _SIGNED.search(said))):
        return ""
    return f"Status: {(status['dead'] or status['open']).capitalize()}"


def _sentences(text: str) -> list[str]:
    return [" ".join(s.split()) for s in _SENTENCE_END.split(text)]


def _shown(sentence: str) -> str:
    return sentence[:_SHOWN]
