"""The words of a text that are answers to choose from: "Is it free? (circle one)  Yes   No", "Yes / No" in a cell."""

from __future__ import annotations

from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import center, grown, height, holds, width
from soppa_mailbot.model import Box

_OPTION = (
    r"(?:yes|no|n/?a|not applicable|not sure|unsure|unknown|don['’]t know|true|false|partly|partially|some|sometimes|"
    r"always|never|maybe|perhaps)"
)
_RUN = re.compile(
    rf"(?<![\w'’])(?:{_OPTION}(?![\w'’])(?:[\s/|,·•–-]*(?:\bor\b\s*)?)){{1,4}}{_OPTION}(?![\w'’])", re.IGNORECASE
)
_SCALE = re.compile(
    r"(?<![\w.,/-])(?P<numbers>\d{1,2}(?:[\s/|,·•–-]{1,12}\d{1,2}){2,9})(?![\w.])\s*(?:[(\[][^()\[\]]{1,60}[)\]])?\W*$"
)
_WORD = re.compile(rf"(?<![\w'’])(?:{_OPTION})(?![\w'’])", re.IGNORECASE)
# "(delete as appropriate)", "strike out what does not apply": what is left is the answer
_DELETE = (
    r"(?:delete|strike|cross)(?:\s+(?:out|through))?\s+(?:as\s+(?:appropriate|applicable|necessary)|"
    r"(?:(?:the|any)\s+)?(?:answers?\s+|words?\s+|options?\s+)?(?:what|whichever|which|that)\s+(?:do(?:es)?|is|are)\s+not\s+"
    r"(?:apply|applicable)|(?:the\s+)?inapplicable)"
)
_CIRCLE = re.compile(rf"\b(?:circled?|ring(?:ed)?)\b(?!\s+back)|\b{_DELETE}\b", re.IGNORECASE)
# "(circle one)", "(please circle Yes or No)", "Circle one:", the brackets being part of it
_CUE = re.compile(
    rf"[(\[]\s*(?:please\s+|check\s+or\s+)?(?:circle|ring|{_DELETE})\b[^()\[\]]{{0,50}}[)\]]|"
    r"\b(?:please\s+)?(?:circle|ring)\s+(?:only\s+)?(?:one|your\s+answer|the\s+(?:right|correct|proper)\s+answer|yes\s+or\s+no)\b"
    r"(?:\s+answer)?\W{0,2}",
    re.IGNORECASE,
)
_FOR_ALL = re.compile(
    r"\b(?:circle|ring)\b[^.?]{0,60}\b(?:each|every|all|below|following|lines?|rows?|questions?|statements?)\b|"
    r"^\W*(?:please\s+)?(?:circle|ring)\s+(?:one|yes\s+or\s+no|your\s+answers?)\b[^?]{0,40}$|"
    rf"\byes\s*(?:/|or)\s*no\b[^.?]{{0,60}}\b{_DELETE}\b",
    re.IGNORECASE,
)
_THIN = 2.5  # points of a line's height
_ENDS = " :-–—/|([\t\n"
_BOXES = re.compile(r"[☐☒☑□▢◻◯○❍❏❐❑❒_]|\[\s*\]|\(\s+\)")
_RING = re.compile(r":g?\d*ring\d+$")


@dataclass(frozen=True, slots=True)
class Run:
    """One answer, and where it stands in its text."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A question and its answers; "" where the text holds the answers alone."""

    question: str
    options: tuple[Run, ...]


def asks_for_ring(text: str) -> bool:
    """Whether a text says that something is circled."""
    return _CIRCLE.search(text) is not None


def is_ringed_word(identity: str) -> bool:
    """Whether a place is a printed word that is chosen by a ring."""
    return _RING.search(identity) is not None


def tells_for_all(text: str) -> bool:
    """Whether a text says of what follows that answers are ringed: "Security (circle one answer in each line)"."""
    return _FOR_ALL.search(text) is not None and not _answers_of(text)


def are_alone(text: str) -> bool:
    """Whether a text is nothing but answers to choose from: "Yes / No / Not applicable"."""
    found = _answers_of(text)
    return bool(found) and not any(c.isalnum() for c in text[: found[0].start]) and not _BOXES.search(text)


def offers(text: str, *, told: bool = False) -> Offer | None:
    """The question of a text that is answered by a ring, and its answers; None where it is no such text.

    `told`: the form has said before that answers are ringed.
    """
    options = _answers_of(text)
    if not options or _BOXES.search(text[max(0, options[0].start - 4) : options[-1].end + 4]):
        return None
    question = " ".join(_CUE.sub(" ", text[: options[0].start]).rstrip(_ENDS).split()).replace(" ?", "?")
    if not (told or asks_for_ring(text)):
        return None
    if told and not asks_for_ring(text) and question and not _apart(text, options[0].start, question):
        return None  # a sentence that ends with "yes or no"
    return Offer(question, options)


def _apart(text: str, start: int, question: str) -> bool:
    """Whether answers stand apart from a question's words, or behind its question mark."""
    return question.endswith(("?", ".", ")")) or re.search(r"(?:\t|\s{2,})\W*$", text[:start]) is not None


def _answers_of(text: str) -> tuple[Run, ...]:
    """The answers at a text's end, its own word of how to mark them set aside."""
    ends = len(text.rstrip(" .;:)/|"))
    for cue in _CUE.finditer(text):
        if cue.end() >= ends:
            ends = len(text[: cue.start()].rstrip(" .;:/|(["))
    cues = [c.span() for c in _CUE.finditer(text)]
    for run in _RUN.finditer(text, 0, ends):
        if run.end() < ends or any(a <= run.start() < z for a, z in cues):
            continue
        found = tuple(Run(w.group(), w.start(), w.end()) for w in _WORD.finditer(text, run.start(), run.end()))
        said = [r.word.casefold() for r in found]
        if len(set(said)) == len(said) > 1:
            return found
    return _scale_of(text) if asks_for_ring(text) else ()


def _scale_of(text: str) -> tuple[Run, ...]:
    """The numbers of a scale at a text's end: "Circle one: 1 2 3 4 5 (5 = most)"."""
    run = _SCALE.search(text)
    if run is None:
        return ()
    found = tuple(Run(w.group(), w.start(), w.end()) for w in re.finditer(r"\d+", run["numbers"]))
    found = tuple(Run(r.word, r.start + run.start("numbers"), r.end + run.start("numbers")) for r in found)
    numbers = [int(r.word) for r in found]
    return found if numbers == list(range(numbers[0], numbers[0] + len(numbers))) else ()


def surrounds(word: Box, drawn: Box) -> bool:
    """Whether something was drawn around a printed word, or on all of it: its middle lies inside, and it is no page."""
    reach = grown(word, 40.0, 30.0)
    near = holds(reach, (drawn[0], drawn[1])) and holds(reach, (drawn[2], drawn[3]))
    most = width(drawn) > 0.6 * width(word) and height(drawn) > 0.6 * height(word)
    return near and most and holds(drawn, center(word))


def runs_through(line: Box, word: Box) -> bool:
    """Whether a thin line strikes a printed word out: it runs along the word, through its middle."""
    return runs_along(line, word) and 0.3 * height(word) <= center(line)[1] - word[1] <= 0.8 * height(word)


def runs_along(line: Box, word: Box) -> bool:
    """Whether a thin line runs along a word, over, under or through it, and not much further."""
    shared = min(line[2], word[2]) - max(line[0], word[0])
    return height(line) <= _THIN and shared > 0.7 * width(word) and width(line) < 1.4 * width(word) + 4
