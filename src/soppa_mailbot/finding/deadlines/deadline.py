"""The date by which the District's final approval and sign-off is needed (contract §4 "Deadline").

Every day that stands in the text is found first, then the words nearest to it say what it is for (`dates_said`), and
what the days say of one another (`dates_together`). Only days that are for approval count; one such day is `received`,
two different ones, a past one or words such as "ASAP" are `unclear` (`dates_decided`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.bare_answers import is_answer
from soppa_mailbot.finding.common.own_text import MAIL_SOURCES, without_foreign
from soppa_mailbot.finding.common.sentences import blanked, plain, quote
from soppa_mailbot.finding.common.still_open import day_open
from soppa_mailbot.finding.deadlines.dates_context import with_context
from soppa_mailbot.finding.deadlines.dates_corrected import changes_a_day
from soppa_mailbot.finding.deadlines.dates_counted_back import counted_back
from soppa_mailbot.finding.deadlines.dates_cues import Strength
from soppa_mailbot.finding.deadlines.dates_decided import decide, unclear
from soppa_mailbot.finding.deadlines.dates_in_cells import spelled_out
from soppa_mailbot.finding.deadlines.dates_said import POINTS_ELSEWHERE, Candidate, judged_piece, open_answer
from soppa_mailbot.finding.deadlines.dates_together import weighed
from soppa_mailbot.finding.deadlines.dates_vague import says_no_day
from soppa_mailbot.model import DeadlineFinding, Evidence, Status

_LAST_YEAR = 9000  # a Date header of such a year is nonsense, and arithmetic on it would overflow

_LETTER_OF_A_DAY = re.compile(
    r"\b(?:see|refer[ ]to|as[ ](?:stated|given|said)[ ]in|per|according[ ]to)[ ]"
    r"(?:(?:our|the|my|attached|cover(?:ing)?|this)[ ]){0,2}"
    r"(?:e-?mail|message|letter|mail|note|quot(?:e|ation)|order[ ]form|proposal)\b(?:[ ](?:of|from|dated|sent)\b.*)?",
    re.IGNORECASE,
)


def find(
    text: str,
    sent: date,
    *,
    source: str,
    labelled: bool = False,
    answering: bool = False,
    page: int = 0,
    names: Collection[str] = (),
    district_names: Collection[str] = (),
) -> DeadlineFinding:
    """The approval date that a text names.

    `sent` is the day the message was sent, in the district's time zone: relative dates and days without a year count
    from it. `labelled`: the text is the answer to a form's question for this date, so a day needs no further words.
    `answering`: the text answers a request for what is missing, so a day that stands by itself counts as well
    (`bearing` "bare"); one of which other words are said is unclear ("passing"). `names`: words in lower case of which
    the schools' names consist; they may stand beside a day that stands by itself. `district_names`: the District's, so
    that another district's day can be told.
    In papers (a `source` other than body or subject) only words of approval count, since papers are full of dates.
    """
    if not 1900 < sent.year < _LAST_YEAR:
        return DeadlineFinding(Status.MISSING, detail=f"the message's own date ({sent.year}) is impossible")
    paper = source not in MAIL_SOURCES and not source.lower().endswith((".eml", ".msg"))
    if labelled:
        text = spelled_out(text)
    original = plain(text)
    if labelled:
        original = _LETTER_OF_A_DAY.sub(" ", original)  # the day of the letter that says it is not the day asked for
    seen = original if paper or labelled else without_foreign(original)
    named: list[Candidate] = []
    vague: list[Candidate] = []
    for piece, context in with_context(seen):
        named += judged_piece(piece, context, text, sent, paper=paper, labelled=labelled, district_names=district_names)
        if not paper and not labelled:
            vague += open_answer(piece, text, sent)
    named = counted_back(seen, named, paper=paper, names=district_names)
    named = weighed(seen, named, sent, labelled=labelled)
    candidates = [c for c in named if c.strength > 0] + vague
    loose = [c for c in named if c.strength <= 0]
    if paper and not labelled:
        candidates = [c for c in candidates if c.strength == Strength.APPROVAL and c.span.dated]
    uncued = [c for c in loose if c.strength == Strength.NONE]
    if (
        not labelled
        and not any(c.span.dated for c in candidates)
        and says_no_day(seen, (c.span.words for c in candidates))
    ):
        candidates = []
    if labelled:
        candidates = [c for c in candidates if c.span.dated] or uncued or candidates
        if not candidates and not loose:
            return _answer_without_date(original, text, source, page)
    elif not candidates and not answering and not paper and (alone := _by_themselves(seen, uncued)):
        candidates = alone
    elif answering and candidates and all(c.strength == Strength.BOARD for c in candidates):
        return replace(decide(candidates, sent, source, page), bearing="passing")
    elif answering and not candidates:
        bare = _bare(seen, uncued, names)
        return _lone(seen, uncued, bare, sent, source, page, alone=len(uncued) == len(loose))
    elif not candidates and not paper and (hurry := _in_a_hurry(seen)):
        proof = Evidence(source, quote(text, *hurry.span()), page, "wanted soon, no day named")
        return DeadlineFinding(Status.UNCLEAR, None, hurry["soon"], (proof,), f"no date: “{hurry['soon']}”")
    # "we need final approval at the Board meeting of January 26" says when it is needed
    by_board = bool(candidates) and all(
        c.strength == Strength.BOARD and not _ASKED_OF_BOARD.search(c.quote) for c in candidates
    )
    found = replace(decide(candidates, sent, source, page), by_board=by_board)
    last = max((c.end for c in candidates if c.span.value == found.value), default=0)
    if found.status is Status.RECEIVED and not paper and not labelled and (said := day_open(seen, last)):
        return replace(found, status=Status.UNCLEAR, value=None, detail=f"a day is named, but also: “{said}”")
    return found


_ASKED_OF_BOARD = re.compile(
    r"\b(?:approv\w+|sign(?:ed)?[ -]?off|dead[ -]?line|need\w*|must|due|required?|no[ ]later)\b", re.I
)

_BY_ITSELF = re.compile(
    r"\W*(?:(?:please|pls|plz)[ ]by\W*|by[ ]\W*(?:please|pls|plz)(?:[ ](?:and[ ])?th(?:anks|x)\w*)?\W*)", re.I
)

# "ASAP please, the teacher is waiting", "they'd like to get going as soon as possible": the approval, not an answer
_HURRY = re.compile(
    r"[^.!?;\n]{0,120}?(?P<soon>\basap\b|\ba\.s\.a\.p\b|\bas[ ](?:soon|quickly|fast|early|promptly)[ ]as[ ]"
    r"(?:(?:is[ ])?(?:at[ ]all[ ]|humanly[ ]|ever[ ])?(?:possible|practicable|feasible)|"
    r"you[ ](?:possibly[ ]|ever[ ]|reasonably[ ])?(?:can|could|manage)|(?:the[ ]district|you)[ ](?:is|are)[ ]able)\b)"
    r"[^.!?;\n]{0,80}",
    re.IGNORECASE,
)

_OF_AN_ANSWER = re.compile(
    r"\b(?:reply|repl(?:ies|ied)|respon[ds]\w*|answer\w*|call|contact|let|get[ ]back|hear|e-?mail|send|sent|sending|"
    r"return|forward|submit|provide|question\w*|invoice\w*|pay\w*|ship\w*|deliver\w*|we(?:'ll|[ ]will)|"
    r"I(?:'ll|[ ]will)|training\w*|demo\w*|onboarding|install\w*|set-?up|follow|meet\w*|schedule\w*|confirm\w*|know)\b",
    re.IGNORECASE,
)

_WANTED = re.compile(
    r"\b(?:please|start\w*|begin\w*|going|us(?:e|ing)|need\w*|want\w*|like|hop\w+|approv\w*|launch\w*|roll\w*|wait\w*|"
    r"possible|move|push|process\w*|review\w*)\b",
    re.IGNORECASE,
)


# "Honestly, we needed your sign-off yesterday"
_YESTERDAY = re.compile(
    r"\b(?:needed|need|wanted)[ ](?:(?:your|the|this|it|that|a|final|district's)[ ]){0,4}"
    r"(?:(?:approv\w+|sign(?:ed)?[- ]?off)[ ]){0,2}"
    r"(?:done[ ]|by[ ])?(?P<soon>yesterday)\b",
    re.IGNORECASE,
)


def _in_a_hurry(text: str) -> re.Match[str] | None:
    """The first sentence that wants the purchase soon and names no day."""
    return _YESTERDAY.search(text) or next(
        (m for m in _HURRY.finditer(text) if not _OF_AN_ANSWER.search(m[0]) and _WANTED.search(m[0])),
        None,
    )


def _bare(text: str, days: list[Candidate], names: Collection[str]) -> list[Candidate]:
    """The days that stand by themselves, as an answer does."""
    return [day for day, said in _around(text, days) if is_answer(said, names)]


def _by_themselves(text: str, days: list[Candidate]) -> list[Candidate]:
    """The days of sentences such as "By 9/30 pls": in a mail to those who approve, the day by which it is wanted."""
    return [replace(d, strength=Strength.NEEDED) for d, said in _around(text, days) if _BY_ITSELF.fullmatch(said)]


def _lone(
    text: str, days: list[Candidate], bare: list[Candidate], sent: date, source: str, page: int, *, alone: bool
) -> DeadlineFinding:
    """Days of an answer of which no word says that they are for approval. `alone`: no other day stands in it."""
    days = [c for c in days if c.span.dated and (not c.span.short or len(text.split()) < 40)]
    changing = [c for c in days if changes_a_day(text, c.start, c.end)]
    if changing:
        return decide(changing, sent, source, page)
    answers = [c for c in days if c in bare]
    if answers:
        return replace(decide(answers, sent, source, page), bearing="bare")
    if not days or not alone:
        return DeadlineFinding(Status.MISSING)
    why = f"“{days[0].span.words}” stands there, but not that it is the date for approval"
    return replace(unclear(days, why, source, page), bearing="passing")


def _around(text: str, days: list[Candidate]) -> Iterator[tuple[Candidate, str]]:
    """Each day with the piece in which it stands, without any days; days are in order."""
    left = list(reversed(days))
    for piece, _ in with_context(text):
        here: list[Candidate] = []
        while left and left[-1].start <= piece.end:
            day = left.pop()
            here += [day] if day.start >= piece.start else []
        if not here:
            continue
        said = blanked(piece.text, [(piece.offset(d.start), piece.offset(d.end)) for d in here])
        yield from ((day, said) for day in here)


def _answer_without_date(seen: str, text: str, source: str, page: int) -> DeadlineFinding:
    """A form's answer that holds no day at all: pointing to another paper is no answer, other words are unclear."""
    words = " ".join(seen.split())
    if len(words) < 90 and POINTS_ELSEWHERE.fullmatch(words):
        return DeadlineFinding(Status.MISSING, detail=f"the answer is “{words}”" if words else "")
    proof = Evidence(source, quote(text, 0, len(text)), page, "the answer to the form's question")
    return DeadlineFinding(Status.UNCLEAR, None, words[:200], (proof,), f"no date: “{words[:80]}”")
