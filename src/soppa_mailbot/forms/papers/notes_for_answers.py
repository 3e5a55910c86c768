"""What stands in an answer's place and is none: notes to a colleague, questions back, fillers and what was kept back.

"N/A", "None", "Not yet", "Confidential", "Same as above" and what points to another paper are answers. Who does a thing
is one as well: "District to complete".
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.tags import is_tag
from soppa_mailbot.forms.common.vocabulary import phrases, plain
from soppa_mailbot.model import Place

_LONGEST = 120
_OWN = (
    r"(?:it|i t|legal|finance|accounting|engineering|engineers?|security|infosec|compliance|privacy|devops|dev|cto|ceo|"
    r"cfo|ciso|coo|counsel|product|insurance|hr|sales|marketing|procurement|contracts|hosting|tech|technical|broker)"
)
_ROOM = rf"(?:(?:our|the|my|from|with|to) )*{_OWN}(?: (?:team|dept|department|people|folks|group|staff|side|lead))?"
_FILL = r"(?:complete|fill (?:(?:this|it|that|these) )?(?:in|out)|answer|fill|finish)"
_THIS = r"(?: (?:this|it|that|these|here|in|out|one|section|part|question|answer|asap|later|please|before sending))*"
# "District to complete", "Vendor to complete" says who does what is asked for
_PARTIES = (
    r"(?:districts?|customers?|clients?|schools?|board|lea|parents?|students?|teachers?|users?|admins?|administrators?|"
    r"vendors?|operators?|providers?|company|contractor|supplier)"
)
_NOTE = re.compile(
    rf"^(?:(?!.*\b{_PARTIES}\b)(?:\w+ ){{0,3}}(?:to|please|pls|plz|can you|could you|must|should|will you|needs? to) "
    rf"(?:please )?{_FILL}{_THIS}"
    rf"|{_FILL}{_THIS}(?: later| tomorrow| asap)"
    rf"|(?:(?:i|we|will|need to|have to|must|should|please|let me|to) )*(?:ask|check|confirm|verify|discuss)"
    rf"(?: (?:this|it))? {_ROOM}"
    rf"|(?:(?:i|we|still|will) )*needs? (?:to (?:check|ask|confirm|find out|look(?: this| it)? up)|"
    rf"(?:info|information|input|details|answer|data) from)(?: \w+){{0,4}}"
    rf"|t ?b ?[dac] (?:see|ask|by|per|from|with|check(?: with)?) {_ROOM}"
    rf"|(?:please )?ask {_ROOM}"
    rf"|(?:waiting|wait)(?: to hear(?: back)?)? (?:for|on|from) {_ROOM}"
    r"|(?:let s|let us|to|to be|will be|can|we can) (?:discuss(?:ed)?|negotiat(?:e|ed)|talk)"
    r"(?: (?:this|it|later|on a call))*"
    r"|(?:still )?working on (?:it|this)|please advise|(?:to do|todo|fixme|fix me|xxx)(?: \w+){0,6}"
    r"|(?:per|as|from) (?:(?:we|our|the|a|phone|last|previous|earlier) )*(?:discuss(?:ed|ion)|call|conversation|talk))$"
)
_QUESTION = re.compile(
    r"(?:what|who|why|where|when|which|how|is|are|do|does|did|can|could|should|would|must|may|need|not sure|unsure)\b"
    r"[^?.!]{2,100}\?+\s*",
    re.IGNORECASE,
)
_ABOUT_QUESTIONS = re.compile(r"\b(?:questions?|comments?|remarks?|notes?|additional|anything|other)\b", re.IGNORECASE)
_FILLERS = phrases(
    """test, test test, asdf, asdfasdf, asdfgh, qwerty, blank, left blank, leave blank, this is blank, skip, skipped,
    undefined, nan, ref, value, 00 00 0000, 000 000 0000, 0000000000, 999 999 9999, fill in, fill in later,
    company name here, your company, your company name"""
)
_FILLER = re.compile(
    r"(?:your|example|name|user|someone|email|test|you|me)(?:name)?@(?:your)?(?:e?mail|example|domain|company|test)\.\w{2,4}"
    r"|#(?:REF|VALUE|NAME|DIV/0)[!?]",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"(?:(?:i|we) )?(?:do not|don t|dont|did not) (?:currently )?know(?: (?:yet|this|that|at this time))?"
    r"|not sure(?: (?:yet|at this time))?|unsure"
    r"|no idea|n k"
)
_KEPT_BACK = re.compile(
    r"(?:(?:we|i|vendor|operator|company) )?(?:will not|would not|won t|can ?not|can t|could not|prefer not to|"
    r"choose not to|do not wish to|would rather not) (?:disclose|answer|say|reveal|comment|respond)"
    r"(?: (?:this|that|it|publicly))*"
    r"|(?:(?:we|i|vendor|operator|company) )?(?:declin(?:e|es|ed)|refus(?:e|es|ed)|prefer not)"
    r"(?: to (?:answer|disclose|say|share|state|comment|respond|provide)(?: \w+)?)?"
    r"|no comment|(?:confidential|proprietary) (?:and )?(?:not disclosed|will not (?:be )?(?:disclosed?|shared?))"
)
_ABOUT_SHARING = re.compile(r"\b(?:disclos|shar|sell|sold|third.part|redisclos|publi)", re.IGNORECASE)
_ESTIMATED = re.compile(
    r"\b(?:how many|number|no\.|estimat\w*|approx\w*|count|quantity|enrol\w*|when|dates?|day|size|volume|projected|"
    r"expected|anticipated|if known)\b",
    re.IGNORECASE,
)


def is_no_answer(text: str, place: Place) -> bool:
    """Whether a text leaves the answer to others ("Ask IT"), asks back ("Is this needed?") or only fills the place."""
    text = text.strip()
    if len(text) > _LONGEST:
        return False
    said = plain(text)
    if is_tag(text) or said in _FILLERS or _FILLER.fullmatch(text) or text.startswith("@"):
        return True
    if _QUESTION.fullmatch(text):
        return not _ABOUT_QUESTIONS.search(_asked(place))
    return _NOTE.fullmatch(said) is not None


def keeps_back(text: str, place: Place) -> bool:
    """Whether a text says that it is not known or not told, where it could be: a person decides whether it will do."""
    said = plain(text)
    if len(text) > _LONGEST:
        return False
    if _KEPT_BACK.fullmatch(said):
        return not _ABOUT_SHARING.search(_asked(place))  # there "We will not disclose" is what is asked
    return _UNKNOWN.fullmatch(said) is not None and not _ESTIMATED.search(_asked(place))


def _asked(place: Place) -> str:
    return " ".join((place.label, place.group_label, place.printed))
