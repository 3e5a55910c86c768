"""What was inserted at a place as evidence of what it holds: a tick, an answer, a signature."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common import thresholds as limit
from soppa_mailbot.forms.common.geometry import center, holds
from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.tokens import IMAGE, OFF, ON, STROKE, Token, norms, spelled
from soppa_mailbot.forms.common.values import is_answer, is_mark
from soppa_mailbot.forms.pages.typed_marks import leads, marked_before
from soppa_mailbot.forms.papers.evidence import Evidence
from soppa_mailbot.forms.papers.nearby import by_captions, by_columns
from soppa_mailbot.forms.papers.shares import by_choice, by_chunk, by_lines, by_marks, by_stretch, stretches_of
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.forms.texts.shares_by_bracket import by_brackets
from soppa_mailbot.forms.texts.shares_by_cell import by_its_cell

_STATEMENT = 6  # words
_AFFIRMS = re.compile(r"[✓✔]|\binitials\b|\bcheck (?:mark|here)\b", re.IGNORECASE)
# asks for words, and a mark says nothing of them; in small letters it goes on with "The operator shall"
_ASKS = re.compile(
    r"(?:^|[.;:]\s)\W*(?:\w{1,3}[.)]\s+)?(?:[Pp]lease "
    r"(?i:describe|list|state|explain|identify|specify|indicate|outline)|"
    r"Describe|List|State|Explain|Identify|Specify|Indicate|Outline|Summari[sz]e|Detail|Who|Whom|What|Where|Which|"
    r"When|How|Why|Names?|Dates?|Numbers?|Address(?:es)?)\b"
)
DRAWN = "something is drawn on its line that may be a signature"


def give(
    comparison: Comparison,
    slots: Sequence[Slot],
    found: Sequence[Evidence],
    inserted: Sequence[Token],
    room: tuple[int, int],
) -> None:
    """Each place its share of what was inserted there; what cannot be shared out makes all of them doubtful."""
    if len(inserted) > limit.LONGEST_ANSWER:
        for evidence in found:
            evidence.doubt = "other text stands where the answer should"
        return
    if len(slots) == 1:
        put(slots[0], found[0], inserted)
        own, before = comparison.blank.tokens, comparison.paper[room[0] - 1] if room[0] else None
        if found[0].unticked and marked_before(inserted, before) and leads(own[slots[0].at :], found[0].place.option):
            found[0].ticked, found[0].unticked, found[0].near = True, False, []
        return
    if not inserted:
        return
    by_cell = by_its_cell(comparison, slots, inserted)
    shares = by_cell or by_brackets(slots, comparison.paper[slice(*room)])
    shares = shares or by_stretch(slots, comparison.paper[slice(*room)])
    laid = (comparison.blank, comparison.paper, comparison.to_paper, slots)
    shares = shares or by_columns(*laid, stretches_of(inserted))
    shares = shares or by_lines(slots, comparison.paper[slice(*room)]) or by_chunk(slots, inserted)
    shares = shares or by_marks(slots, inserted) or by_choice(slots, found, inserted)
    shares = shares or by_captions(*laid, [e.place.label for e in found], stretches_of(inserted))
    if shares is None:
        for slot, evidence in zip(slots, found, strict=True):
            if slot.kind != "check" or any(t.norm == ON or is_mark(t.raw) for t in inserted):
                evidence.doubt = f'it is not clear which of several places "{spelled(inserted)[:60]}" answers'
        return
    for slot, evidence, share in zip(slots, found, shares, strict=True):
        put(slot, evidence, share)


def put(slot: Slot, evidence: Evidence, tokens: Sequence[Token], *, exactly: bool = False) -> None:
    """Tokens that belong to a slot; `exactly`: they lie in its place, so that any sign in a box is a tick."""
    if slot.kind == "check":
        if exactly and all(t.norm not in (ON, OFF) for t in tokens):
            evidence.ticked = evidence.ticked or any(is_mark(t.raw) for t in tokens)
            return
        if slot.leads and [t.norm for t in tokens] in _MARKED_BEHIND:  # "☐ X New purchase"
            evidence.ticked = True
            return
        marks = [ON if _typed_into(t, tokens) else t.norm for t in tokens if t.norm in (ON, OFF)]
        if exactly and evidence.ticked and ON not in marks:
            return  # "☐ X Google": the box itself is empty, and the mark beside it was seen
        evidence.ticked = marks[-1] == ON if marks else bool(tokens) and _is_tick(slot, tokens, evidence.place.option)
        evidence.unticked = bool(marks) and marks[-1] == OFF
        if evidence.unticked:  # an X typed beside an empty box may be meant as its tick
            evidence.near += [t.raw for t in tokens if t.norm in ("x", "xx", ON)]
        if (slot.is_cell or slot.is_line) and tokens and not marks and not evidence.ticked:
            evidence.doubt = f'"{spelled(tokens)[:60]}" stands where a mark is asked for'
        return
    signs = "signature" in (slot.kind, evidence.place.kind, evidence.place.role)
    # a picture on a page may be anything; in a cell or behind a label of a Word file it is the answer
    if any(t.norm == IMAGE and (t.box is None or signs) for t in tokens):
        evidence.ink.append("image")
    if any(t.norm == STROKE for t in tokens) and signs:
        evidence.doubt = DRAWN
    text = spelled(tokens)
    if is_answer(text, evidence.place.default):
        evidence.texts.append(text)
    elif slot.is_cell and not signs and any(t.norm == ON for t in tokens) and _states(evidence.place.label):
        evidence.ink.append("ink")  # a duty that is affirmed: "Initials or ✓"


def _states(label: str) -> bool:
    """Whether a cell's label is a statement, which a mark affirms, or the head of a column of such marks."""
    states = len(label.split()) >= _STATEMENT and "?" not in label and not _ASKS.search(label)
    return states or _AFFIRMS.search(label) is not None


_MARKS = frozenset({"x", "xx", "xxx", "xxxx", "✓"})  # one X for each underscore of a short line, or one
_MARKED_BEHIND = ([OFF, "x"], [OFF, "✓"], [OFF, "✔"])


def _typed_into(box: Token, tokens: Sequence[Token]) -> bool:
    """Whether one of the tokens is a mark that was put over the box's sign."""
    if box.norm != OFF or box.box is None:
        return False
    return any(is_mark(t.raw) and t.box is not None and holds(box.box, center(t.box)) for t in tokens if t is not box)


def _is_tick(slot: Slot, tokens: Sequence[Token], option: str) -> bool:
    if tokens[-1].norm in _MARKS:
        return True
    if slot.cell is None or len(tokens) != 1:
        return False
    if slot.is_cell:
        return is_mark(tokens[0].raw) or tokens[0].norm in ("yes", "y", "check") or _says_no(tokens[0], option)
    # typed instead of its box, in the cell under its head: "Yes | No" over "Yes | ☐"
    return tokens[0].cell == slot.cell and norms(option) == (tokens[0].norm,)


def _says_no(token: Token, option: str) -> bool:
    """Whether a cell of the column "No" says so itself: "N" under it says no more than a cross."""
    return norms(option) == ("no",) and token.norm in ("no", "n")
