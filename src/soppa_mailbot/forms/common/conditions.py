"""Conditions under which something is asked ("If yes, explain", "If AI is used, how?"), and what answers say to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.labels import without_number
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.common.vocabulary import words

YES, NO, NOT_APPLICABLE = "yes", "no", "n/a"
SUBJECT, NOT_SUBJECT = "subject", "not subject"  # to the law on student data, in whatever words
CHECKED = "checked"


@dataclass(frozen=True, slots=True)
class Condition:
    """What must have been answered for a place to be asked for."""

    answer: str  # YES | NO | SUBJECT | NOT_SUBJECT | CHECKED
    numbers: tuple[str, ...] = ()  # of the questions, where it names them
    subject: frozenset[str] = frozenset()  # words that it repeats of its question, as `stems` gives them
    what: str = ""  # what is asked under it: "explain"


_IF = r"(?:if|when|where)"
_QUOTES = r"[\"“”'‘’(\[]{0,2}"
_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2})?\s?\(?[a-z]?\)?(?![\w%])|[A-Z]\.?\d{1,2}(?!\w))"


def _question(name: str) -> str:
    return rf"(?:(?:the\s)?(?:questions?|items?|nos?\.|lines?|numbers?|q\.?|#)\s?)?(?P<{name}>{_NUMBER})"


_ANSWERED = (
    r"(?:answer(?:ed|s)?|respond(?:ed|s)?|check(?:ed|s)?|said|say|select(?:ed|s)?|mark(?:ed|s)?|ticked|indicated|chose)"
)
# "if", "if you answered", "if your answer to question 7 is", "if 7 is", "if the answer is"
_BEFORE = (
    rf"{_IF}\s+(?:(?:you|they|vendor|operator|company|provider|contractor|(?:the|your)\s\w+)\s+(?:have\s)?{_ANSWERED}\s+"
    rf"|{_ANSWERED}\s+"
    rf"|(?:(?:the|your)\s)?(?:answer|response|reply)\s+(?:(?:to|for|of|in)\s+{_question('first')}\s+)?"
    r"(?:above\s+)?(?:is|was)\s+"
    rf"|{_question('named')}\s+(?:(?:above\s)?(?:is|was)\s+)?(?:{_ANSWERED}\s+)?(?:as\s)?)?"
)
_SAID = rf"{_QUOTES}(?P<said>yes|y|so|affirmative|no|n|not|negative)\b(?!/){_QUOTES}"
_TO = (
    rf"(?:\s*(?:is|was)\s(?:checked|marked|selected|ticked|indicated|the\sanswer))?"
    rf"(?:\s+(?:to|for|in|on|at|under)\s+{_question('last')}"
    r"|\s+(?:to|for)\s+(?:(?:the|this)\s)?(?:(?:previous|preceding|prior|last|above)\s(?:question|item)|"
    r"(?:question|item)\sabove|this\squestion|the\sabove)|\s+above)?(?:\s+above)?"
)
_VERB = (
    r"(?:please|explain|describe|list|name|state|give|provide|specify|identify|detail|attach|indicate|enter|include|tell|"
    r"which|what|how|why|when|who|whom|where|for what|for which)\b"
)
_DIRECT = re.compile(
    rf"{_BEFORE}{_SAID}{_TO}(?P<end>\s*(?:[,;:.?–—)\]-]|$)|(?=\s+{_VERB}))\W*(?P<what>.*)", re.IGNORECASE | re.DOTALL
)
_ANY_DIRECT = re.compile(
    rf"\b{_IF}\s+(?:[^\s,.;:?]+\s+){{0,6}}?{_QUOTES}(?P<said>yes|y|so|no|n|not|otherwise)\b(?!/)", re.IGNORECASE
)
# "Explain if yes", "Details (if yes)"
_BEHIND = re.compile(
    rf"(?P<what>.{{0,300}}[^\s,;(–—-])[\s,;(–—-]{{1,6}}{_BEFORE}{_SAID}{_TO}\W{{0,6}}", re.IGNORECASE | re.DOTALL
)
# what is asked of everybody all the same: "If yes, explain; otherwise write None"
_OF_ALL = re.compile(
    r"\b(?:otherwise|or else|if none|if nothing|unless|even if|whether or not)\b"
    r"|\b(?:n/?a|none|blank|skip|nothing)\W+if\b"  # "Purpose (NA if No)"
    r"|\b(?:write|enter|put|type|state|say|mark|insert|indicate)\W{1,3}(?:none|n/?a|no|not applicable|nothing)\b",
    re.IGNORECASE,
)
_CHECKED = re.compile(
    rf"{_IF}\s+(?:(?:this\s|the\s)?box\s(?:above\s)?(?:is\s)?)?(?:checked|marked|ticked)\b\s*[,:–—-]\s*(?P<what>.*)",
    re.IGNORECASE | re.DOTALL,
)
# "If AI is used, ...", "If used, ...", "If the product does not store data: ..."
_CLAUSE = re.compile(r"if\s+(?P<clause>[^,;:?.]{2,90})[,;:]\s*(?P<what>.*)", re.IGNORECASE | re.DOTALL)
_NEGATION = re.compile(r"\b(?:not|no|never|none|without|neither|nor|cannot|un(?:able|less))\b|n['’]t\b", re.IGNORECASE)
_STOP = words(
    """the a an any your you we us our it its they them their this that these those such there one some is are was were
    be been being do does did has have had having will would shall can could may might must of to in for by with on at
    from as and or product products software service services app application tool company vendor operator provider
    contractor system platform ever so occurred occurs happened"""
)
# a condition of its own kind, on which no answer of the form decides
_OTHERWISE = words("other different applicabl known know need necessary requir possibl desir more else same longer")
_UNDER_THE_LAW = words("soppa subject apply appli cover exempt act law student onlin personal protection illinoi")
_INCIDENTS = words("breach incident loss los disclosure compromis emergency problem dispute termination question")
_PAST = re.compile(r"\b(?:had|(?:has|have) been|was|were|occurred|happened|experienced|suffered)\b", re.IGNORECASE)


def condition_of(label: str) -> Condition | None:
    """The condition with which a label begins or ends; None where it has none, or more than one."""
    text = re.sub(r"^\W+", "", without_number(label.strip())[1]).rstrip()
    text = re.sub(r"^please\s+(?=if\b)", "", text, flags=re.IGNORECASE)
    if _OF_ALL.search(text):
        return None
    said = {_answer(m["said"]) for m in _ANY_DIRECT.finditer(text)}
    if len(said) > 1:
        return None  # "If yes, go on to 8; if no, explain"
    found = _DIRECT.match(text) or _BEHIND.fullmatch(text)
    if found is not None:
        numbers = [n for n in (found["first"], found["named"], found["last"]) if n]
        if re.match(r"(?:\d|or\b|and\b)", found["what"]):
            return None  # "If yes to 7-9, explain"
        return Condition(_answer(found["said"]), tuple(map(_number, numbers)), what=found["what"].strip())
    if checked := _CHECKED.match(text):
        return Condition(CHECKED, what=checked["what"])
    return _of_clause(text)


def _of_clause(text: str) -> Condition | None:
    found = _CLAUSE.match(text)
    if found is None or re.search(
        r"\b(?:or|unless|than|answers?|lines?|items?|box(?:es)?)\b|[/\d]", found["clause"], re.IGNORECASE
    ):
        return None
    subject = stems(re.sub(r"n['’]t\b", " not", found["clause"]))
    if subject & _OTHERWISE or (subject & _INCIDENTS and not _PAST.search(found["clause"])):
        return None  # "If there is a breach, who calls us?" asks everybody
    answer = NO if _NEGATION.search(found["clause"]) else YES
    if subject and subject <= _UNDER_THE_LAW:
        exempt = (answer == NO) is not ("exempt" in subject)
        return Condition(NOT_SUBJECT if exempt else SUBJECT, what=found["what"].strip())
    return Condition(answer, subject=subject, what=found["what"].strip())


def _answer(said: str) -> str:
    return YES if said.casefold() in ("yes", "y", "so", "affirmative") else NO


def _number(text: str) -> str:
    return re.sub(r"[\s()]", "", text).casefold()


def stems(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, without their endings: "Do you use AI?" -> us, ai."""
    text = re.sub(r"\bartificial\s+intelligence\b", "AI", text, flags=re.IGNORECASE)
    said = (w for w in norms(text) if w not in _STOP and not _NEGATION.fullmatch(w))
    return frozenset(re.sub(r"(?:ing|ed|es|s|e|d)$", "", w) or w for w in said)


def denies(question: str) -> bool:
    """Whether a question asks if something is not so: Yes to it is no to what it is about."""
    return _NEGATION.search(question) is not None


_ASKS_IF = re.compile(
    r"(?:^|[.:;,?]\s|\b(?:so|and)\s)\W*(?:\w{1,3}[.)]\s+)?"
    r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|may|shall|should)\b[^?]*(?:\?|$)"
    r"|\byes\W{1,3}(?:or\s)?\W{0,2}no\b|\by\s?/\s?n\b",
    re.IGNORECASE,
)


def asks_if(label: str) -> bool:
    """Whether a line to write on asks for Yes or No: "Do you use AI?", "Data shared (yes/no)"."""
    return _ASKS_IF.search(without_number(label.strip())[1]) is not None


# what takes back a part of an answer: "No, except for grading"
_TAKES_BACK = (
    r"except\w*|but|however|unless|only|besides|apart|although|though|yet|some|certain|limited|partly|may|might|could|"
    r"plan\w*|future|beta|pilot\w*|see|unsure|longer|yes"
)
_RESERVES = re.compile(rf"\b(?:{_TAKES_BACK}|other than|not sure)\b", re.IGNORECASE)
# or makes a sentence more than a plain denial: "Not that we know", "It is not stored by default"
_HEDGE = re.compile(
    rf"\b(?:{_TAKES_BACK}|other|while|aside|would|soon|if|when|where|until|still|attached|unknown|sure|know\w*|check\w*|"
    r"determin\w*|evaluat\w*|review\w*|aware|believe|think|knowledge|directly|optional\w*|default|disabled|currently|"
    r"applies|mostly|usually|normally|generally|typically|required|more|less|than|problem\w*|pending|tbd|explain\w*|"
    r"below|above)\b|\d|[?*;&/]",
    re.IGNORECASE,
)
_BARE_YES = re.compile(r"\W*(?:yes|y|true)\b", re.IGNORECASE)
_BARE_NO = re.compile(
    r"(?:no|n|none|nope|never|false|nothing|not (?:used|collected|shared|stored|sold|any))"
    r"(?:(?: at| as of)? (?:this time|present|all)| to date)?",
    re.IGNORECASE,
)
_BARE_NA = re.compile(r"n\s?/?\s?a|not applicable|does not apply", re.IGNORECASE)
_DENIES = re.compile(
    r"(?:no\W+)?(?:(?:we|it|they|i|(?:the|this|our)\s\w+|[\w ]{2,40}?)\s)?"
    r"(?:do|does|did|is|are|was|were|has|have|had|will)(?:\s(?:not|never)|n['’]t)\b(?:\s[\w’'-]+){0,12}"
    r"|(?:no\W+)?(?:we|it|they|i)\snever\b(?:\s[\w’'-]+){0,6}"
    r"|(?:no\W+)?no\s(?:\w+\s){1,4}(?:is|are|was|were|has|have)(?:\sbeen)?\s\w+",
    re.IGNORECASE,
)


def says(answer: str, question: str = "") -> str:
    """YES, NO or NOT_APPLICABLE where an answer plainly says so, and nothing else besides; otherwise "".

    A sentence that denies says No to its question where it has the question's words: "It is not stored" does not say
    whether anything is encrypted.
    """
    text = " ".join(answer.split()).strip(" .!,;:-–—\"“”'")
    if _BARE_NA.fullmatch(text):
        return NOT_APPLICABLE
    if yes := _BARE_YES.match(text):
        rest = text[yes.end() :]
        return "" if _RESERVES.search(rest) or re.search(r"\b(?:no|not)\b", rest, re.IGNORECASE) else YES
    if _HEDGE.search(text):
        return ""
    if _BARE_NO.fullmatch(text):
        return NO
    return NO if _DENIES.fullmatch(text) and (not question or stems(text) <= stems(question)) else ""


_BEGINS_NO = re.compile(r"\W*no\b(?=\W*$|\s*[,;:.(–—-])", re.IGNORECASE)


def meanings(options: Sequence[str]) -> list[str]:
    """What each of several printed answers says, as `says` has it, of "We use AI" and "We do not use AI" the first Yes.

    What stands behind No gives its reason: "No, our company makes it"; where it takes a part back it is no plain No.
    """
    said = [_option_says(option) for option in options]
    if sorted(said) == ["", NO] and stems(options[0]) == stems(options[1]):
        return [meaning or YES for meaning in said]
    return said


def _option_says(option: str) -> str:
    bare = re.split(r"(?<=\w)\W*\s+If\b", option, maxsplit=1)[0]  # "No  If yes, when?"
    if _BEGINS_NO.match(bare) and not _RESERVES.search(bare):
        return NO
    return says(bare)
