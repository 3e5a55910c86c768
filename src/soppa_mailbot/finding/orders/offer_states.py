"""What a seller's system or staff say of a quote that is not released: its stage, whom it must pass, what is undone.

"Status: Rejected", "Stage: Closed Lost" and "superseded by Q-80" end it. What its people must still do with it (approve
it, review it, insert the real number) leaves it for a person: it may have been done since.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.bounded import PAPER, bounded
from soppa_mailbot.finding.orders.no_offer import Ruling, before

_HEAD = 20  # lines in which a number of a revision stands
_MAY = re.compile(
    r"\b(?:if|unless|once|when|until|till|after|upon|in[ ]case|should|before|may|can|will)\b", re.IGNORECASE
)
# the seller's people, whose leave a quote may need; the District's own approval is what the form is sent for
_INSIDERS = (
    r"(?:managers?'?s?|management(?:'s)?|internal|sales|finance|deal[ ]desk|supervisors?'?s?|executive|vp|director|"
    r"regional|pricing)"
)
_APPROVAL = r"(?:approval|review|authori[sz]ation|sign-?off|release)"
_LABEL = r"(?:^|\t)\W{0,4}(?:(?:quote|order|document|proposal|deal|opportunity|approval)[ ])?(?:status|stage)"
_ENDED = re.compile(
    rf"{_LABEL}[ ]?[:\t][ \t]{{0,4}}(?P<word>rejected|declined|denied|(?:closed[ ]?[-–—/]?[ ]?)?lost|dead|cancell?ed|"
    r"void(?:ed)?|withdrawn|superseded|replaced|expired|obsolete)\b(?![ ](?:if|unless|after|when))",
    re.IGNORECASE | re.MULTILINE,
)
_UNDONE = re.compile(
    rf"{_LABEL}[ ]?[:\t][ \t]{{0,4}}(?P<word>(?:in|under|needs?|being|awaiting|pending)[ ](?:{_INSIDERS}[ ])?"
    rf"(?:review(?:ed)?\b|approval\b)|(?:pending|awaiting|waiting[ ]for|needs|requires)[ ](?:our[ ])?{_INSIDERS}[ ]"
    rf"(?:\w+[ ])?{_APPROVAL}|{_APPROVAL}[ ]pending|not[ ](?:yet[ ])?(?:approved|released|final|sent)|unapproved|"
    r"on[ ]hold|work[ ]in[ ]progress|wip\b)",
    re.IGNORECASE | re.MULTILINE,
)
# "not valid without manager approval"; its line "Manager approval: J. Cole" shows that it was given
_NEEDS_LEAVE = re.compile(
    rf"\bnot[ ](?:yet[ ])?(?:valid|official|final|released)[ ](?:without|until|unless|"
    rf"before)[^.;\n]{{0,30}}?\b{_INSIDERS}"
    rf"[ ](?:{_APPROVAL}|has[ ]approved|approves|signs)\b"
    rf"|\b(?:quote|quotation|offer|proposal|estimate|pricing|prices|discount)\b[^.;\n]{{0,20}}[ ](?:subject[ ]"
    rf"to|pending|"
    rf"requires?|awaits|awaiting)[ ](?:our[ ])?{_INSIDERS}[ ]{_APPROVAL}\b",
    re.IGNORECASE,
)
_LEAVE_GIVEN = re.compile(
    rf"\b{_INSIDERS}[ ]{_APPROVAL}[ ]?[:\t][ \t]*[A-Za-z/0-9]|\bapproved[ ]by[ ]"
    rf"?[:\t][ \t]*[A-Za-z/0-9]",
    re.IGNORECASE,
)
_INTERNAL = re.compile(
    r"\bdo[ ]not[ ](?:send|give|show|forward|distribute|share|release)[ ](?:(?:this|it|the|quote|sheet|page|"
    r"copy|document|"
    r"pricing)[ ]){0,3}?(?:to|with)[ ](?:the[ ]|any[ ])?(?:customers?|clients?)\b|"
    r"\bnot[ ]for[ ](?:customers?|clients?|external)[ ](?:use|distribution|release|eyes)\b|"
    r"\binternal[ ](?:cost(?:ing)?|price|pricing|margin|profit)[ ](?:sheet|worksheet|calculation|breakdown|"
    r"estimate)\b|"
    r"(?:^|\n|\t)\W{0,4}internal[ ](?:copy|version)\W{0,4}(?=\n|\t|$)",
    re.IGNORECASE,
)
_REVISION = re.compile(r"\brev(?:ision)?\.?[ ]?(\d{1,2})[ ]of[ ](\d{1,2})\b", re.IGNORECASE)
_SEE_OTHER = re.compile(
    r"\b(?:see|use|refer[ ]to)[ ](?:the[ ])?(?:rev(?:ision)?\.?[ ]?\d{1,2}|(?:new|latest|later|revised|updated|"
    r"corrected|"
    r"final)[ ](?:quote|quotation|version|revision|order[ ]form))(?:[ ][\w#-]*\d)?[ ](?:instead\b|for[ ]"
    r"(?:the[ ])?(?:final|"
    r"current|new|updated|revised|correct|latest|actual|valid)\b)",
    re.IGNORECASE,
)
_TO_FOLLOW = re.compile(
    r"\b(?:new|revised|updated|corrected)[ ](?:pricing|prices|quote|quotation|order[ ]form|proposal|estimate)[ ]"
    r"(?:to[ ]follow|will[ ](?:follow|be[ ](?:sent|issued|provided))|is[ ]coming)\b(?![ ](?:if|when|once|upon|"
    r"after|for|"
    r"should)\b)|\b(?:line|item|price|pricing)[ ](?:is[ ]|was[ ])?withdrawn\b",
    re.IGNORECASE,
)
# a note of the writer's own that was left in
_LEFT_IN = re.compile(
    r"^\W{0,4}(?:TODO|TO[ ]DO[ ]?:|FIXME|(?i:note[ ]to[ ](?:self|rep|sales)\b))"
    r"|\b(?i:(?:insert|replace|check|update|change|confirm|fix|fill[ ]in)\b[^.;\n]{0,60}\bbefore[ ](?:sending|"
    r"it[ ]goes[ ]"
    r"out|this[ ]goes[ ]out|we[ ]send))\b",
    re.MULTILINE,
)
_SUPERSEDED = re.compile(
    r"(?:\b(?P<what>[A-Za-z]{0,6}-?\d[\w-]{0,20})[ ])?(?:is[ ]|was[ ]|has[ ]been[ ])?"
    r"\b(?P<word>superseded|replaced)[ ](?:and[ ]replaced[ ])?by[ ]"
    r"(?:(?P<noun>(?:our[ ]|the[ ]|new[ ]|newer[ ]|revised[ ]|updated[ ])*(?:quote|quotation|order(?:[ ]form)?|"
    r"estimate|"
    r"proposal|version|revision|rev\.?)[ ](?:#|no\.?[ ]?|number[ ])?)|#)?(?P<by>[\w-]{0,12}\d[\w-]{0,20})(?![/\w])",
    re.IGNORECASE,
)


def ruling(text: str) -> Ruling | None:
    """What the seller's side says of the paper that keeps it from being an offer."""
    text = bounded(text.replace("’", "'"), PAPER)
    if found := _ENDED.search(text):
        return Ruling(f"a quote marked as {found['word'].lower()}", True, found[0])
    if found := _successor(text):
        return Ruling("a quote marked as superseded", True, found[0])
    if (found := _UNDONE.search(text)) or ((found := _NEEDS_LEAVE.search(text)) and not _LEAVE_GIVEN.search(text)):
        return Ruling("the quote may not be released by its seller", False, found[0])
    if found := _INTERNAL.search(text):
        return Ruling("may be a paper of the seller's own, not a quote for the customer", False, found[0])
    if found := _LEFT_IN.search(text):
        return Ruling("may be only a draft of a quote", False, found[0])
    if found := _SEE_OTHER.search(text) or _earlier(text) or _promised(text):
        return Ruling("another version of the quote may count", False, found[0])
    return None


def _successor(text: str) -> re.Match[str] | None:
    """Where the paper is said to be replaced by another; that it replaces one itself is no harm."""
    for found in _SUPERSEDED.finditer(text):
        what, by = found["what"], found["by"]
        named = found["noun"] or (re.search(r"[A-Za-z]", by) and not re.fullmatch(r"(?i)\d+(?:st|nd|rd|th)", by))
        own = text.count(by) > 1 or (what and text.count(what) < 2)
        if named and not own and not _MAY.search(before(text, found.start())):
            return found
    return None


def _earlier(text: str) -> re.Match[str] | None:
    head = "\n".join([line for line in text.splitlines() if line.strip()][:_HEAD])
    return next((m for m in _REVISION.finditer(head) if int(m[1]) < int(m[2])), None)


def _promised(text: str) -> re.Match[str] | None:
    return next((m for m in _TO_FOLLOW.finditer(text) if not _MAY.search(before(text, m.start()))), None)
