"""What a member of staff writes about a held answer: an order, or anything else. Pure.

A wrong "send" cannot be taken back, a wrong "note" costs one more mail. So an order is only what can be nothing else:
"send" or "discard" with at most a greeting, please, thanks, "it" or "the answer", and a signature. A second thought in
any words, also behind the writer's name, makes it a note.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.mail.signatures import Writer

SEND, DISCARD, NOTE = "send", "discard", "note"

_GREETING = (
    r"(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day))"
    r"(?: (?:there|all|team|everyone|mailbot|procurement))?"
)
_COURTESY = (
    r"(?:please|pls|thanks|thx|thank you|many thanks|thanks again|thank you very much|thanks very much|"
    r"thanks in advance|thank you in advance|cheers|regards|best|best regards|kind regards|sincerely)"
)
_OBJECT = r"(?:it|this|this one|(?:the|this|that) (?:held )?(?:answer|reply|e ?mail|letter|message))"
# on words in lower case, parted by single spaces
_BEFORE = re.compile(rf"(?:{_GREETING})?(?: ?please)?")
_AFTER = re.compile(rf"(?: ?{_COURTESY})*")
_ORDER = re.compile(rf"(?:{_GREETING} )?(?:please )?(?P<what>send|discard)(?: {_OBJECT})?(?: {_COURTESY})*")

# no mark but these in an order: a question mark, dots that trail off, a smiley or "x" leave a doubt
_MARKS = re.compile(r"[,;!*_\"'“”‘’<>\s]+|(?<!\.)\.(?!\.)|[-–—](?=\s|$)")
_ORDER_LONGEST = 80  # characters

# what people write when they think again: none of it stands in a name, a title or an address
_SECOND_THOUGHT = re.compile(
    r"\b(?:no|nope|nah|not|never|don['’]?t|do ?n['’]t|wait|hold|stop|cancel\w*|undo|scrap|scratch|discard\w*|"
    r"send\w*|sent|oops|whoops|ups|wrong\w*|mistake\w*|sorry|actually|instead|forget|disregard|ignore|recall|retract|revoke|revert|"
    r"but|except|unless|until|yet|later|tomorrow|today|tonight|soon|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday|first|fix\w*|change\w*|correct\w*|edit\w*|remove|add|call|ask|check|review|look|see|need\w*|must|should|"
    r"pause|delay|postpone|hang|kill|abort|drop|delete|keep|leave|only|just|also|too|ps|p\.s)\b|\?",
    re.IGNORECASE,
)
# the same within a signature that was cut off, where slogans stand as well ("Students first"): short lines only
_TAKEN_BACK = re.compile(
    r"\b(?:nope|nah|not|never ?mind|don['’]?t|wait|hold|stop|cancel\w*|undo|scratch|discard|send it|oops|whoops|wrong|"
    r"mistake|sorry|actually|instead|forget it|disregard|ignore|recall|abort|ps|p\.s)\b|^no\b|\?",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:send|discard|release)\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"^\W*(?:(?:yes|ok|okay|please|approved)\W+)*(?:send|discard|release)\b", re.IGNORECASE | re.MULTILINE
)
_SHORT_LINE = 8  # words; the warnings below a signature are longer
_DEVICE = re.compile(
    r"(?:sent (?:from|via)|get) (?:my |the )?(?:iphone|ipad|android|samsung|galaxy|pixel|mobile|phone|smartphone|"
    r"tablet|device|outlook|mail|gmail|yahoo|windows|for|ios|on|app| )+(?: ?<\S{1,200}>)?",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"[A-Z][\w.'’-]{0,40}|[0-9][\w.()/-]{0,40}|\(?\d{3}\)?|of|and|for|the|&|[|•·,-]|[^\s@]{1,60}@[^\s@]{1,80}|(?:https?://|www\.)\S{1,200}"
)
_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z]\.?)?(?: [A-Z][\w'’-]+){1,2},?")


def read(subject: str, own_words: str, signature: str, writer: Writer) -> tuple[str, str]:
    """`send` or `discard` with "", or `note` with the words to keep.

    `subject`: what its writer may have put beside the code; `signature`: what was cut off the own words as one.
    """
    lines = [line.strip() for line in own_words.splitlines() if line.strip()]
    what = _ordered(lines, writer)
    doubtful = [line.strip() for line in signature.splitlines() if _taken_back(line)]
    if _TAKEN_BACK.search(subject) or ((other := _NAMED.search(subject)) is not None and other[0].casefold() != what):
        doubtful.insert(0, " ".join(subject.split()))
    return (what, "") if what and not doubtful else (NOTE, "\n".join((*lines, *doubtful)))


def sounds_like_order(note: str) -> bool:
    """A line of it begins with an order: its writer may believe that it was done."""
    return _BEGINS.search(note) is not None


def _ordered(lines: list[str], writer: Writer) -> str:
    place = next((n for n, line in enumerate(lines) if not _only(_BEFORE, line, writer)), len(lines))
    if place == len(lines):
        return ""
    match = _ORDER.fullmatch(_plain(lines[place], writer))
    if match is None:
        return ""
    rest = lines[place + 1 :]
    while rest and (_only(_AFTER, rest[0], writer) or _DEVICE.fullmatch(rest[0])):
        rest = rest[1:]
    return match["what"] if not rest or _is_signature(rest, writer) else ""


def _plain(line: str, writer: Writer) -> str:
    """The words in lower case without marks, and without the writer's own name at the end; "?" stands for too much."""
    if len(line) > _ORDER_LONGEST:
        return "?"
    words = _MARKS.sub(" ", line).casefold().split()
    while len(words) > 1 and words[-1] in writer.names:
        words.pop()
    return " ".join(words)


def _only(kind: re.Pattern[str], line: str, writer: Writer) -> bool:
    return kind.fullmatch(_plain(line, writer)) is not None


def _is_signature(lines: list[str], writer: Writer) -> bool:
    """A name, and below it nothing but what stands in a signature: titles, places, numbers, addresses."""
    first = lines[0]
    if not writer.signs(first) and not (_NAME.fullmatch(first) and not _SECOND_THOUGHT.search(first)):
        return False
    return all(_in_a_signature(line) for line in lines[1:])


def _in_a_signature(line: str) -> bool:
    if _DEVICE.fullmatch(line):
        return True
    words = line.replace(",", " , ").split()
    return (
        not _SECOND_THOUGHT.search(line)
        and all(_SIGNED.fullmatch(word.rstrip(":.")) for word in words)
        and not _SIGNED.fullmatch(line)  # one word alone says something: "Tomorrow"
    )


def _taken_back(line: str) -> bool:
    line = line.strip()
    return 0 < len(line.split()) <= _SHORT_LINE and not _DEVICE.fullmatch(line) and bool(_TAKEN_BACK.search(line))
