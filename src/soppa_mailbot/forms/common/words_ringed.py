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
_ONE = re.compile(r"\b(?:circle|ring)\s+(?:only\s+|just\s+)?(?:one|your\s+answer)\b(?!\s*(?:or|/))", re.IGNORECASE)
_STRETCH = re.compile(r"[^\s:)\].](?:[^\t\n\xa0 ]|[ ](?![ \t\xa0]))*")  # words that no wide gap parts
_SET_APART = re.compile(r"(?:\t[ \xa0]?|[ \xa0]{2})$")
_WORDS = 3  # of an answer that is set apart
_MOST = 6  # such answers
_THIN = 2.5  # points of a line's height
_ENDS = " :-–—/|([\t\n"
_BOXES = re.compile(r"[☐☒☑□▢◻◯○❍❏❐❑❒_]|\[\s*\]|\(\s+\)")
_NAME = re.compile(r":(?:g(?P<asked>\d+))?ring(?P<which>\d+)$")
_RING = re.compile(r":g?\d*ring\d+$")
# what makes answers behind a question mark a choice though no word says so: they stand apart, behind a leader of dots,
# or a stroke is between them
_APART_FROM = re.compile(r"\?[)\]]?(?:\t\s*|\s{2,}|\s*(?:[.…·]\s?){3,})$")
_ASKED = re.compile(r"\?[)\]]?\s?$")
_STROKE = re.compile(r"[^\W\d]\s*[/|]\s*[^\W\d]")
_GOES_ON = re.compile(r"[\s.;]*$|[.;]?(?:\t|\s{2,}|\s*\n)|[.;,]?\s+(?:\(\s*)?If\b")
_BESIDE = re.compile(r"[ \xa0]{3,}|\t|_+")  # between a question and what stands before it on its line
_NUMBERED = re.compile(r"(?:\d{1,2}[.)]?|[(]?\w[.)])\s*$")


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
    untold: bool = False  # no word of the form says how the answer is marked: "Is it free?     Yes     No"


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


def every_offer(text: str, *, told: bool = False) -> tuple[Offer, ...]:
    """The questions of a text that are answered by a mark at one of their words, in order.

    Answers that stand apart behind a question mark, or with a stroke between them, are such without a word of it, and
    more may come behind them: "Is it free?     Yes     No     If no, what is the price? ____".
    """
    out: list[Offer] = []
    start = 0
    for run in _RUN.finditer(text):
        options = _different(text, run.start(), run.end())
        if options and run.start() >= start and _is_untold(text, run.start(), run.end()):
            question = _question_in(text[start : run.start()])
            out.append(Offer(question, options, untold=not (told or asks_for_ring(text))))
            start = run.end()
    rest = offers(text[start:], told=told)
    if rest is None or (out and not any(c.isalpha() for c in rest.question)):
        return tuple(out)
    moved = tuple(Run(r.word, r.start + start, r.end + start) for r in rest.options)
    return (*out, Offer(rest.question, moved))


def offer_of(text: str, identity: str) -> tuple[Offer, Run] | None:
    """The question of a running text, and the answer of it, that a place is by its identity (`ringed_name`)."""
    match = _NAME.search(identity)
    found = every_offer(text, told=True)
    if match is None or int(match["asked"] or 1) > len(found):
        return None
    asked = found[int(match["asked"] or 1) - 1]
    which = int(match["which"])
    return (asked, asked.options[which - 1]) if which <= len(asked.options) else None


def ringed_name(asked: int, which: int) -> str:
    """What a running text's answer is called behind its paragraph: the first of its second question is "g2ring1"."""
    return f"ring{which}" if asked == 1 else f"g{asked}ring{which}"


def behind_offers(label: str) -> str:
    """A label without the questions before it and their answers: "Yes No If yes, for what?" -> "If yes, for what?"."""
    ends = [run.end() for run in _RUN.finditer(label) if _different(label, run.start(), run.end())]
    rest = label[ends[-1] :].strip(" .,;/|") if ends else ""
    return rest if any(c.isalpha() for c in rest) else label


def _is_untold(text: str, start: int, end: int) -> bool:
    """Whether answers from `start` to `end` of a text are seen to be a choice by how they stand."""
    before, after = text[:start], text[end:]
    stroke = _STROKE.search(text[start:end]) is not None
    apart = _APART_FROM.search(before) or (stroke and _ASKED.search(before))
    if not apart or not _GOES_ON.match(after) or after.lstrip(" \t.;:")[:1] == "_":
        return False
    return not _BOXES.search(text[max(0, start - 4) : end + 4])


def _question_in(text: str) -> str:
    """The question at a text's end, with its number, without what stands before it on its line."""
    said = re.sub(r"\s+\?", "?", _CUE.sub(" ", text)).rstrip(" \t\n.…·")
    cuts = [0, *(m.end() for m in _BESIDE.finditer(said))]
    at = len(cuts) - 1
    while at and (not any(c.isalpha() for c in said[cuts[at] :]) or _NUMBERED.match(said[cuts[at - 1] : cuts[at]])):
        at -= 1
    return " ".join(said[cuts[at] :].split())


def _different(text: str, start: int, end: int) -> tuple[Run, ...]:
    """The answers of a run, where they are two or more and all different."""
    found = tuple(Run(w.group(), w.start(), w.end()) for w in _WORD.finditer(text, start, end))
    said = [r.word.casefold() for r in found]
    return found if len(set(said)) == len(said) > 1 else ()


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
        if found := _different(text, run.start(), run.end()):
            return found
    return (_scale_of(text) or _set_apart(text)) if asks_for_ring(text) else ()


def _set_apart(text: str) -> tuple[Run, ...]:
    """Words that stand well apart behind "(circle one)": "DESTROY     RETURN     the information within ___ days".

    They begin with capitals or numbers; in small letters the sentence goes on.
    """
    cue = next((c for c in _CUE.finditer(text) if _ONE.search(c.group())), None)
    if cue is None:
        return ()
    out: list[Run] = []
    for found in _STRETCH.finditer(text, cue.end()):
        word = found.group().rstrip(" .;")
        if out and not _SET_APART.search(text[cue.end() : found.start()]):
            return ()
        if out and word[:1].islower():
            break
        if (
            word[:1].islower()
            or not word[:1].isalnum()
            or "_" in word
            or len(word.split()) > _WORDS
            or len(out) == _MOST
        ):
            return ()
        out.append(Run(word, found.start(), found.start() + len(word)))
    said = {r.word.casefold() for r in out}
    return tuple(out) if len(said) == len(out) > 1 else ()


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
