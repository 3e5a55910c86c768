"""The words of a text that are answers to choose from: "Is it free? (circle one)  Yes   No", "Yes / No" in a cell."""

from __future__ import annotations

from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import center, grown, height, holds, width
from soppa_mailbot.forms.common.words_listed import listed_before, listed_behind
from soppa_mailbot.model import Box

_OPTION = (
    r"(?:yes|no|n/?a|not applicable|not sure|unsure|unknown|don['’]t know|true|false|partly|partially|some|sometimes|"
    r"always|never|maybe|perhaps)"
)
_RUN = re.compile(
    rf"(?<![\w'’])(?:{_OPTION}(?![\w'’])(?:[\s/|,·•–-]*(?:\bor\b\s*)?)){{1,4}}{_OPTION}(?![\w'’])", re.IGNORECASE
)
_SCALE = re.compile(
    r"(?<![\w.,/-])(?P<grades>(?:(?:pre-?k|p-?k|k)[\s/|,·•–-]{1,12}){0,2})"
    r"(?P<numbers>\d{1,2}(?:[\s/|,·•–-]{1,12}\d{1,2}){2,11})(?![\w.])\s*(?:[(\[][^()\[\]]{1,60}[)\]])?\W*$",
    re.IGNORECASE,
)
_ON_SCALE = re.compile(r"\d+|pre-?k|p-?k|k", re.IGNORECASE)
_WORD = re.compile(rf"(?<![\w'’])(?:{_OPTION})(?![\w'’])", re.IGNORECASE)
# "(delete as appropriate)", "strike out what does not apply": what is left is the answer
_DELETE = (
    r"(?:delete|strike|cross)(?:\s+(?:out|through))?\s+(?:as\s+(?:appropriate|applicable|necessary)|"
    r"(?:(?:the|any)\s+)?(?:answers?\s+|words?\s+|options?\s+)?(?:what|whichever|which|that)\s+(?:do(?:es)?|is|are)\s+not\s+"
    r"(?:apply|applicable)|(?:the\s+)?inapplicable)"
)
_STRUCK = re.compile(_DELETE, re.IGNORECASE)
_ALL_THAT = (
    r"(?:all|any|those|each|as\s+many\s+as)(?:\s+(?:of\s+)?\w+)?(?:\s+(?:that|which))?\s+(?:apply|applies|fits?|hold)\b"
)
_CIRCLE = re.compile(rf"\b(?:circled?|ring(?:ed)?)\b(?!\s+back)|\b{_DELETE}\b", re.IGNORECASE)
# "(circle one)", "(please circle Yes or No)", "Circle one:", the brackets being part of it
_CUE = re.compile(
    rf"[(\[]\s*(?:please\s+|check\s+or\s+)?(?:circle|ring|{_DELETE})\b[^()\[\]]{{0,50}}[)\]]|"
    r"\b(?:please\s+)?(?:circle|ring)\s+(?:(?:only\s+)?(?:one|your\s+answer|the\s+(?:right|correct|proper)\s+answer|"
    rf"yes\s+or\s+no)\b|{_ALL_THAT})"
    r"(?:\s+answer)?\W{0,2}"
    r"|(?<!\ba\s)(?<!\bthe\s)\b(?:please\s+)?(?:circle|ring)\s?:(?=\s)",
    re.IGNORECASE,
)
_FOR_ALL = re.compile(
    r"\b(?:circle|ring)\b[^.?]{0,60}\b(?:each|every|all|below|following|lines?|rows?|questions?|statements?)\b|"
    r"^\W*(?:please\s+)?(?:circle|ring)\s+(?:one|yes\s+or\s+no|your\s+answers?)\b[^?]{0,40}$|"
    rf"\byes\s*(?:/|or)\s*no\b[^.?]{{0,60}}\b{_DELETE}\b",
    re.IGNORECASE,
)
# "(circle one)", "(please circle)", "circle all that apply", "(delete as appropriate)"; not "(circle Yes or No)"
_HOW_MANY = re.compile(
    r"\b(?:circle|ring)\W*$|\b(?:circle|ring)\s+(?:only\s+|just\s+)?(?:one|your\s+(?:answers?|choices?))\b|"
    rf"\b(?:circle|ring)\s+{_ALL_THAT}|\b{_DELETE}|\b(?:circle|ring)\b[^:]*:\s*$",
    re.IGNORECASE,
)
# "Circle the kind of license: site / student"
_OF_WHAT = re.compile(r"^\W{0,4}(?:please\s+)?(?:circle|ring)\s+(?:the|your|which|what)\b[^:?/|]{3,60}:", re.IGNORECASE)
_THIN = 2.5  # points of a line's height
_ENDS = " :-–—/|([\t\n"
_SEVERAL = re.compile(rf"\b(?:circle|ring)\s+{_ALL_THAT}", re.IGNORECASE)
_OPEN = re.compile(r"[(\[]\s*(?:please\s+)?(?:circle|ring)\b[^()\[\]]{0,40}$", re.IGNORECASE)
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
    question = " ".join(_without_cues(text[: options[0].start]).rstrip(_ENDS).split()).replace(" ?", "?")
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
        untold = bool(options) and _is_untold(text, run.start(), run.end())
        if options and run.start() >= start and (untold or _is_told_before(text, run.start(), run.end())):
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


def goes_on_below(text: str) -> bool:
    """Whether the answers to a line's "(circle one)", or some of them, stand in the line under it."""
    if is_cut_off(text):
        return True
    cues = [cue for cue in _CUE.finditer(text) if _HOW_MANY.search(cue.group())]
    if not cues:
        return False
    behind = text[cues[-1].end() :].strip()
    return behind.endswith(("/", "|")) or (not behind.strip(".:") and not _answers_of(text))


def is_cut_off(text: str) -> bool:
    """Whether a line ends within its "(circle one)"."""
    return _OPEN.search(text) is not None


def takes_several(question: str) -> bool:
    """Whether more than one of a question's words may be chosen: "It runs on (circle all that apply)"."""
    return _SEVERAL.search(question) is not None


def _without_cues(text: str) -> str:
    """A question's words without what says how it is answered, unless that says how many may be chosen."""
    return _CUE.sub(lambda cue: cue.group() if _SEVERAL.search(cue.group()) else " ", text)


def _is_untold(text: str, start: int, end: int) -> bool:
    """Whether answers from `start` to `end` of a text are seen to be a choice by how they stand."""
    before, after = text[:start], text[end:]
    stroke = _STROKE.search(text[start:end]) is not None
    apart = _APART_FROM.search(before) or (stroke and _ASKED.search(before))
    if not apart or not _GOES_ON.match(after) or after.lstrip(" \t.;:")[:1] == "_":
        return False
    return not _BOXES.search(text[max(0, start - 4) : end + 4])


def _is_told_before(text: str, start: int, end: int) -> bool:
    """Whether "(circle one)" is right before answers behind which more is asked: "Please circle: YES  NO  If YES,"."""
    told = any(not text[cue.end() : start].strip(" :\t") for cue in _CUE.finditer(text, 0, start))
    return told and _GOES_ON.match(text, end) is not None and not _BOXES.search(text[max(0, start - 4) : end + 4])


def _question_in(text: str) -> str:
    """The question at a text's end, with its number, without what stands before it on its line."""
    said = re.sub(r"\s+\?", "?", _without_cues(text)).rstrip(" \t\n.…·")
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
    return (_scale_of(text) or _listed(text)) if asks_for_ring(text) else ()


def _listed(text: str) -> tuple[Run, ...]:
    """Other words that are listed behind "(circle one)" or before it."""
    for cue in (*_CUE.finditer(text), *_OF_WHAT.finditer(text)):
        if _HOW_MANY.search(cue.group()) is None:
            continue
        struck = _STRUCK.search(cue.group()) is not None
        before = listed_before(text, cue.start()) if struck or not text[cue.end() :].strip(" .;:)]") else ()
        # "does / does not (delete as appropriate) store, share or sell": the sentence goes on
        heads = not struck or text[cue.end() :].lstrip()[:1] == ":" or not text[: cue.start()].strip()
        if found := before or (listed_behind(text, cue.end()) if heads else ()):
            return tuple(Run(text[a:z], a, z) for a, z in found)
    return ()


def _scale_of(text: str) -> tuple[Run, ...]:
    """The numbers of a scale at a text's end: "Circle one: 1 2 3 4 5 (5 = most)"."""
    run = _SCALE.search(text)
    if run is None:
        return ()
    at = run.start("grades")
    found = tuple(Run(w.group(), w.start(), w.end()) for w in _ON_SCALE.finditer(text, at, run.end("numbers")))
    numbers = [int(r.word) for r in found if r.word.isdigit()]
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
