"""What a vendor asks of the District in a mail that waits for a person: "Where do I find the SOPPA form?"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.own_text import without_addresses, without_foreign
from soppa_mailbot.finding.common.sentences import pieces, plain
from soppa_mailbot.finding.mails.claims import straight

_LONGEST = 160  # characters of a question that are shown

# said in politeness, and nobody waits for an answer
_POLITE = re.compile(
    r"\W*(?:how (?:are|is|was) (?:you|your|"
    r"things|everything|it going)\b.{0,40}|how's .{0,40}|"
    r"(?:are you )?(?:doing )?(?:well|"
    r"ok(?:ay)?|right|correct|yes|no|really|huh|agreed|deal|sounds good|make sense|does (?:that|this) (?:work|"
    r"make sense|help))(?: (?:for|with) you)?|isn't it|right)\W*",
    re.IGNORECASE,
)
# asked without a question mark
_ASKS = re.compile(
    r"(?:^\W*|\b(?:(?:need|want|like)[ ]to[ ]know|tell[ ](?:me|us)|ask|asking|wonder|wondering|not[ ]sure|unsure|"
    r"unclear)[ ])"
    r"(?:where|how|what|which|when|who|whom|whether)\b.{0,12}?\b(?:do|can|could|should|is|are|would|will|to)[ ](?:i|"
    r"we|one|the|"
    r"you|your|this|it|find|get|send|submit|use|fill)\b"
    r"|^\W*(?:can|could|would|will|may)[ ](?:you|we|i|someone|anybody|anyone)\b"
    r"|\b(?:please|pls|kindly|can you|could you|would you)[ ](?:\w+[ ]){0,2}?(?:send|re-?send|e-?mail|forward|share|"
    r"provide|give|"
    r"tell|call|phone|explain|clarify|confirm|advise|help|check|stop|extend)\b(?![ ](?:me|us)[ ]know)"
    r"|\blet[ ](?:me|us)[ ]know\b(?=[^.;]{0,60}\b(?:how|what|where|which|when|whether|who)\b)"
    r"|\b(?:i|we)(?:'d|'m| am| are| would)?[ ](?:do[ ]not|don't|did[ ]not|didn't|can't|cannot|could[ ]not|couldn't|"
    r"am[ ]not|are[ ]not|aren't|not|unable[ ]to)[ ](?:\w+[ ]){0,2}?(?:have|find|open|download|access|understand|know|"
    r"see|get|"
    r"received?|sure|able)\b"
    r"|\b(?:i|we)(?:'d)?[ ](?:\w+[ ])?(?:need|want|request|would[ ]like|am[ ]looking[ ]for|"
    r"are[ ]looking[ ]for)[ ](?:\w+[ ]){0,4}?"
    r"(?:cop(?:y|ies)|blanks?|link|help|assistance|clarification|template|extension|more[ ]time|call)\b"
    r"|\bunsubscribe\b|\bcancel[ ](?:my|our)[ ]subscription[ ]to\b|\bstop[ ](?:sending|e-?mailing|mailing|writing)\b|"
    r"\b(?:i|we)[ ](?:have|had)[ ](?:a|some|one|two|"
    r"another)[ ]"
    r"(?:\w+[ ])?questions?\b",
    re.IGNORECASE,
)
_PAPER = r"(?:forms?|blanks?|rfi|soppa|addendum|template|documents?|papers?|packet|link|cop(?:y|ies))"
# what a letter of ours offers: a blank, and how to get it
_WANTS_PAPER = re.compile(
    rf"\b(?:where|how)\b.{{0,40}}\b(?:find|get|download|obtain)\b.{{0,40}}\b{_PAPER}\b"
    rf"|\b(?:please|pls|kindly|can you|could you|would you|will you)[ ](?:\w+[ ]){{0,2}}?(?:send|re-?send|e-?mail|"
    rf"forward|share|"
    rf"provide|give)[ ](?:me|us|over|along|it|the(?![^.;?]{{0,40}}\bto\b)|a|an|your|another)\b.{{0,40}}\b{_PAPER}\b"
    rf"|\b(?:i|we)[ ](?:do[ ]not|don't|did[ ]not|didn't|can't|cannot|could[ ]not|couldn't)[ ](?:\w+[ ]){{0,2}}?(?:have|"
    rf"find|open|"
    rf"download|access|get|receive)\b.{{0,40}}\b{_PAPER}\b"
    rf"|\bwhere[ ](?:is|are)[ ](?:the|your)\b.{{0,40}}\b{_PAPER}\b"
    rf"|\b(?:i|we)(?:'d)?[ ](?:\w+[ ])?(?:need|would[ ]like)[ ](?:a|an|the|your)[ ](?:blank|empty|new|"
    rf"word)\b.{{0,20}}\b{_PAPER}\b",
    re.IGNORECASE,
)


def question(words: str) -> str:
    """The sentence by which a mail's own words ask the District something, "" where none does."""
    for sentence in _sentences(words):
        bare = sentence.rstrip(" \"')")
        if (bare.endswith("?") and not _POLITE.fullmatch(re.split(r"[,!.;-] ", bare)[-1])) or _ASKS.search(bare):
            return _shown(sentence)
    return ""


def wants_a_paper(words: str) -> str:
    """The sentence that asks the District for one of its forms, "" where none does."""
    return next((_shown(s) for s in _sentences(words) if _WANTS_PAPER.search(s)), "")


def _sentences(words: str) -> list[str]:
    text = without_addresses(without_foreign(plain(straight(words))))
    return [" ".join(p.text.split()) for p in pieces(text)]


def _shown(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST else sentence[: _LONGEST - 1].rstrip() + "…"
