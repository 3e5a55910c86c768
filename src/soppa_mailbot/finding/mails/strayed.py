"""Papers from somebody for whom nobody waits here: another district passes them on, a colleague was meant to check
them, a principal writes from home.

Such a mail brings real papers, and its sender is not who may submit them: a person decides whom to answer.
"""

from __future__ import annotations

from collections.abc import Collection

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.other_districts import another_district
from soppa_mailbot.finding.mails.claims import flowing

_BY_MISTAKE = re.compile(
    # "this vendor sent us this by mistake", "it came to us in error"
    r"\b(?:sent|came|e-?mailed|mailed|went|addressed)[ ](?:(?:this|it|these|them|the[ ]\w+)[ ])?(?:to[ ])?(?:us|me|"
    r"our[ ]"
    r"district)[ ](?:(?:this|it|these|them|the[ ]\w+|instead|all|papers)[ ]){0,2}(?:by[ ](?:mistake|accident)|"
    r"in[ ]error|"
    r"mistakenly|accidentally|wrongly)\b"
    r"|\b(?:mistakenly|accidentally|wrongly)[ ](?:sent|came|e-?mailed|went|addressed)[ ](?:\w+[ ]){0,3}?(?:us|me)\b"
    r"|\b(?:this|it|these|they|papers|mail|e-?mail)[ ](?:is|are|was|were|seems?|looks?)[ ](?:to[ ]be[ ]|"
    r"like[ ]it's[ ])?"
    r"(?:really[ ]|probably[ ]|actually[ ])?(?:meant|intended)[ ]for[ ](?:you|your[ ]\w+)\b(?=[ ]?(?:[,;.!:-]|$|and\b|"
    r"not\b))"
    r"|\b(?:landed|ended[ ]up|arrived)[ ](?:\w+[ ]){0,2}?in[ ](?:our|my)[ ](?:in-?box|mailbox)\b",
    re.IGNORECASE,
)
_OVER = r"(?:(?:over|out|off|on|in|along)[ ])?"
_TO_THEM = (
    r"to[ ](?!you\b|your\b|our\b|my\b|us\b|legal\b|docusign\b)(?:the[ ](?:school[ ])?(?:district|customer|client|"
    r"school)\b"
    r"(?!'s|[ ]office)|(?-i:[A-Z])\w+)"
)
_PAPERS = r"(?:it|them|this|these|everything|(?:the|our)[ ](?:papers|documents|forms|packet|package|submission))"
_FOR_A_COLLEAGUE = re.compile(
    # "can you check them before we send them to Maple Hollow?"
    rf"\bbefore[ ](?:we|I)[ ](?:send|submit|forward|file|e-?mail)[ ]{_PAPERS}[ ]{_OVER}{_TO_THEM}"
    r"|\bbefore[ ](?:it|this|they|these)[ ](?:goes|go)[ ](?:out|off|over)[ ]?(?:to[ ](?!you\b)|[?.,;!]|$)"
    # "is this OK to go out?", "if yes I'll send it to the District"
    r"|\b(?:ok(?:ay)?|good|ready|fine|all[ ]right|clear)[ ]to[ ](?:go[ ]out|send[ ](?:it[ ])?out|"
    r"be[ ]sent[ ]out)\b[^.!?]{0,30}\?"
    r"|\bif[ ](?:yes|so|ok(?:ay)?|you[ ](?:agree|approve|are[ ](?:ok|okay|fine|happy))|"
    rf"that[ ]works)[^.;!?]{{0,20}}?[ ](?:I|we)"
    rf"(?:'ll|[ ]will|[ ]can)[ ](?:then[ ])?(?:send|submit|forward)[ ]{_PAPERS}[ ]{_OVER}{_TO_THEM}",
    re.IGNORECASE,
)
_SCHOOL_STAFF = re.compile(
    r"\b(?:I'm|I[ ]am)[ ](?:the|a|an)[ ](?:new[ ]|assistant[ ]|vice[ ]|interim[ ])?(?:principal|superintendent|"
    r"librarian|"
    r"(?!former|retired|ex-)(?:\w+[ ]){0,2}?teacher|school[ ](?:secretary|counselor|nurse|social[ ]worker)|dean|"
    r"media[ ]specialist)[ ](?:of|"
    r"at|for|in)[ ]"
    r"(?:the[ ])?(?-i:[A-Z])[\w.'-]*(?:[ ](?-i:[A-Z])[\w.'-]*){0,3}?[ ]?\b(?:elementary|middle|high|school|academy|"
    r"junior|"
    r"primary|grade|intermediate|center)\b",
    re.IGNORECASE,
)
_DRAFT_SUBJECT = re.compile(r"\W{0,3}(?:(?:re|fwd?|fw)[ ]?:[ ]?)?\W{0,2}draft\b[\])]?[ ]?[:\]-]", re.IGNORECASE)
# "Business manager, Cedar Grove SD 12": a line that ends with the employer's name
_ENDS = re.compile(r"[ .,|]*$")
_LONGEST_LINE = 90


def strayed(own_words: str, signature: str, subject: str, district_names: Collection[str]) -> str:
    """The words that show it, or nothing. `district_names`: the District's, of all spellings."""
    for sentence in flowing(own_words):
        if any(p.search(sentence) for p in (_BY_MISTAKE, _FOR_A_COLLEAGUE, _SCHOOL_STAFF)):
            return sentence
    if _DRAFT_SUBJECT.match(subject):
        return subject
    return next((line for line in _lines(signature) if _is_of_a_district(line, district_names)), "")


def _lines(signature: str) -> list[str]:
    return [line.strip() for line in signature.splitlines() if 0 < len(line.strip()) <= _LONGEST_LINE]


def _is_of_a_district(line: str, names: Collection[str]) -> bool:
    """Whether a line of a signature ends with another district's name, and with nothing said of it before."""
    named = another_district(line, names)
    if named is None or not _ENDS.fullmatch(line, named.end()):
        return False
    before = line[: named.start("name")].strip(" ,|-–—")
    return not before or _OFFICE.fullmatch(before) is not None


_OFFICE = re.compile(
    r"(?:[\w.'/&-]+[ ]){0,4}?(?:manager|director|officer|coordinator|superintendent|secretary|assistant|buyer|"
    r"specialist|"
    r"principal|teacher|librarian|administrator|clerk|office|department|purchasing|procurement|technology|curriculum|"
    r"cto|cio|cfo|csbo)(?:[ ](?:of|for)(?:[ ][\w.'&-]+){1,3})?(?:[ ](?:at|for|of|in))?",
    re.IGNORECASE,
)
