"""What was typed in a place and answers nothing: the answer is put off ("TBD"), or the place's own label stands there.

"N/A", "None", "Pending FedRAMP authorization" and "Available upon request" are answers; so is "To be provided by the
District". The schools and the day for approval are items of their own, and what a form says of them is judged there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.labels import without_number
from soppa_mailbot.forms.common.vocabulary import plain, words
from soppa_mailbot.forms.papers.notes_for_answers import is_no_answer, keeps_back
from soppa_mailbot.model import Place, PlaceReading

_JUDGED_ELSEWHERE = frozenset({"schools", "deadline"})

_WHAT = (
    r"(?: (?:it|this|that|these|those|them|you|to you|more|further|details?|info|information|a copy|copies|"
    r"(?:the|an|our) (?:answer|details|information|info|document|certificate|policy|report|list|copy)s?))*"
)
_LATER = (
    r"(?: (?:later(?: on)?|soon|shortly|separately|tomorrow|next (?:week|month)|this week|asap|as soon as possible|"
    r"(?:under|in|by|via|with|on) (?:an? )?separate (?:cover|e ?mail|mail|message|letter|file|sheet)|"
    r"at (?:a )?later (?:date|time|point)|(?:up)?on (?:contract )?(?:award|selection|approval)|"
    r"after (?:contract )?(?:award|selection|approval)|"
    r"(?:once|when|if) (?:known|available|ready|awarded|selected|approved|confirmed|decided)|by (?:us|vendor|legal|it|"
    r"our (?:team|legal team|counsel))))"
)
_WILL = r"(?:(?:we|i|it|this|details?|info|information|answer) )*(?:will|shall|ll)"
_SETTLED = r"(?:determined|decided|advised|announced|confirmed|finali[sz]ed)"
_PUT_OFF = re.compile(
    rf"t ?b ?[dac]{_LATER}*"
    rf"|(?:still |yet )?to be (?:{_SETTLED}|provided|completed|supplied|submitted|sent|added|discussed|furnished|"
    rf"filled(?: in| out)?|clarified|disclosed|named|identified|answered){_LATER}*"
    rf"|{_WILL} (?:be )?(?:send|sent|provided?|submit|submitted|supply|supplied|furnish|furnished|forward|forwarded|"
    rf"completed?|e ?mail|emailed|add|added|fill in|filled in){_WHAT}{_LATER}+"
    rf"|{_WILL} (?:follow|advise|confirm|get back|let you know|be {_SETTLED}){_WHAT}{_LATER}*"
    r"|(?:still |currently )?(?:pending|awaiting|waiting (?:for|on))(?: (?:internal|legal|our|the|it|from|"
    r"management|team|counsel|department|review|approval|an|answer|answers|response|info|information|confirmation|details|"
    r"input|feedback))*"
    rf"|not yet (?:{_SETTLED}|known)|not (?:determined|decided)(?: yet)?|undetermined|undecided"
    rf"|(?:details |information |info )?(?:to (?:follow|come)|follows|forthcoming|coming(?= ){_LATER}){_LATER}*"
    rf"|(?:being |is |are )?(?:sent|provided|submitted|emailed){_LATER}|(?:later|separately|at a later date)"
    r"|x{3,}|placeholder(?: text)?|lorem ipsum.*"
)
# what is asked for in brackets behind a label, as against an example: "(carrier, limit)", "(city and state)"
_ASKS = words(
    """name names title city state town country county carrier limit limits amount date dates address street zip phone
    telephone email e mail number company vendor policy contact and or of the with if any type version year month day
    position role department website url describe list please specify explain attach one line full legal printed
    print"""
)
# said of the vendor's own site, it is what there is to say: "Website: coming soon"; of its privacy policy, it is not
_SITE = re.compile(r"(?:\w+ ){0,3}(?:web ?sites?|home ?pages?|web ?pages?|web address)(?: (?:address|url|if any))?")
_OF_A_PAPER = re.compile(r"\b(?:polic(?:y|ies)|privacy|terms|notices?|data|security|district)\b")
_SITE_COMES = re.compile(r"(?:(?:it|site|web ?site) )?(?:is )?coming (?:soon|shortly|later)")
_OFFERS_NA = re.compile(r"(?<!\w)n/a(?!\w)", re.IGNORECASE)
_BARE = frozenset({"yes", "no", "none", "n a", "na"})


def puts_off(text: str) -> bool:
    """Whether an answer only says that one will come: "TBD", "to be provided", "will send separately"."""
    return len(text) < 120 and _PUT_OFF.fullmatch(plain(text)) is not None


def says_its_label(text: str, place: Place) -> bool:
    """Whether an answer is what the blank prints at its place, or what stands there in brackets."""
    said = plain(text)
    return bool(said) and said not in _BARE and said in set(_printed_at(place))


def _printed_at(place: Place) -> Iterator[str]:
    for label in (place.label, place.group_label, place.printed, place.title):
        for text in (label, without_number(label)[1]):
            yield plain(text)
            yield plain(re.sub(r"\([^()]*\)", " ", text))
        for hint in re.findall(r"\(([^()]*)\)", label):
            asked = plain(hint).split()
            if len(asked) > 1 and set(asked) <= _ASKS:
                yield " ".join(asked)


def without_no_answers(readings: Sequence[PlaceReading]) -> list[PlaceReading]:
    """The readings, those empty in which no answer was typed; where something was drawn besides, a person looks."""
    return [_weighed(r) for r in readings]


def _puts_off(reading: PlaceReading) -> bool:
    label = plain(without_number(reading.place.label)[1])
    if _SITE.fullmatch(label) and not _OF_A_PAPER.search(label) and _SITE_COMES.fullmatch(plain(reading.value)):
        return False
    return puts_off(reading.value) or is_no_answer(reading.value, reading.place)


def _is_misread(reading: PlaceReading) -> bool:
    """Whether OCR's "N/K" is the "N/A" that the form asks for there by its label."""
    place = reading.place
    offers = any(_OFFERS_NA.search(text) for text in (place.label, place.group_label, place.printed))
    return offers and "ocr" in reading.how and plain(reading.value) == "n k"


def _weighed(reading: PlaceReading) -> PlaceReading:
    place = reading.place
    if reading.state != "filled" or not reading.value or place.kind not in ("text", "date") or place.signs:
        return reading
    if place.party == "district":
        return reading
    if _is_misread(reading):
        return reading
    typed = reading.typed
    why = f'"{reading.value[:60]}" is no answer'
    if place.role not in _JUDGED_ELSEWHERE and keeps_back(reading.value, place):
        return replace(reading, state="doubtful", why=why)
    if not (says_its_label(reading.value, place) or (place.role not in _JUDGED_ELSEWHERE and _puts_off(reading))):
        return reading
    return replace(reading, state="empty" if typed else "doubtful", value="", how=() if typed else reading.how, why=why)
