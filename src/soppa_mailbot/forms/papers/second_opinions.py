"""What else tells whether a place was filled: its control, its box, the line that is marked, its question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from soppa_mailbot.forms.common.geometry import gap, height
from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.tokens import Token, norms
from soppa_mailbot.forms.common.values import is_answer
from soppa_mailbot.forms.pages.typed_marks import at_end
from soppa_mailbot.forms.papers.boxes_taken_out import UNSEEN
from soppa_mailbot.forms.papers.evidence import Evidence
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import Field

_NAMELESS = "control"  # what those without a name are called, by their number
_CAPTIONS = 16  # own words behind a slot in which its caption is looked for
_LABEL = 8  # own words next to a slot that are looked for: without them the question is not there


def controls_of(fields: Sequence[Field], slots: Sequence[Slot]) -> dict[str, Field]:
    """The paper's controls by the id that the blank gave them: their name, or which of equal names they are.

    A converter (to ODT, say) may keep a control's title alone, which tells its name. Where the vendor took some out
    ("X" typed over a box), or others lost their names, counting no longer tells which is which: those are left out.
    """
    out: dict[str, Field] = {}
    counts: Counter[str] = Counter()
    titled = {(c.kind, c.label): c.name for s in slots if (c := s.control) is not None and c.name and c.label}
    for control in fields:
        named = control.name or titled.get((control.kind, control.label), "")
        name = named or _NAMELESS
        counts[name] += 1
        out[name if named and counts[name] == 1 else f"{name}#{counts[name]}"] = control
    asked = Counter(_shared_name(s.id) for s in slots if s.control is not None)
    lost = {n for n, count in counts.items() if count < asked[n] or (n == _NAMELESS and count != asked[n])}
    return {i: c for i, c in out.items() if _shared_name(i) not in lost}


def _shared_name(identity: str) -> str:
    """The name of a control without the number that tells it from others of that name."""
    return identity.rpartition("#")[0] or identity


def use_control(slot: Slot, evidence: Evidence, named: Mapping[str, Field]) -> None:
    """A control of the same name must say the same as the text."""
    control = named.get(slot.id)
    if control is None or slot.control is None:
        return
    if slot.kind == "check":
        if evidence.ticked != control.filled and (evidence.ticked or evidence.unticked):
            evidence.doubt = "the box and the text beside it do not agree"
        evidence.field_filled = control.filled
        return
    if control.filled and is_answer(control.value, evidence.place.default):
        evidence.field_filled, evidence.field_value = True, control.value


def in_controls(group: Sequence[Slot], named: Mapping[str, Field], inserted: Sequence[Token]) -> bool:
    """Whether what stands between places with no word of the form between them is what the paper's controls hold."""
    controls = [named.get(s.id) for s in group if s.control is not None]
    if len(group) < 2 or len(controls) < len(group) or None in controls:
        return False
    held = [word for c in controls if c is not None and c.filled for word in norms(c.value)]
    return bool(held) and held == [t.norm for t in inserted]


def line_seen(comparison: Comparison, start: int, end: int) -> bool:
    """Whether the line that is marked instead of a box is there: "____ Yes"."""
    return any(comparison.paper[i].norm == "__" for i in range(start, end))


def is_behind(comparison: Comparison, slot: Slot, option: str) -> bool:
    """Whether a line that is marked stands behind its option: "Yes ____   No ____"."""
    words = norms(option)
    return bool(words) and slot.at > 0 and comparison.blank.tokens[slot.at - 1].norm == words[-1]


def between_options(comparison: Comparison, slot: Slot, start: int, end: int) -> bool:
    """Whether a mark stands between an option and the next one's line: "____ Yes X ____ No"."""
    here = [comparison.paper[i] for i in range(start, end)]
    line = next((t for t in here if t.norm == "__"), None)
    own = comparison.blank.slots
    behind_option = any(s.kind == "check" and s.paragraph == slot.paragraph and s.at < slot.at for s in own)
    if not behind_option or line is None or here[0] is line or start == 0:
        return False
    mark, option = here[0], comparison.paper[start - 1]
    if mark.box is not None and line.box is not None:
        return line.box[0] - mark.box[2] > 0.5 * height(mark.box)
    return not (mark.stretch == line.stretch and option.stretch != mark.stretch)


def check_box_seen(evidence: Evidence) -> None:
    """A converter may drop boxes, or draw them: then nothing says whether this one was ticked."""
    if not (evidence.ticked or evidence.unticked or evidence.field_filled or evidence.doubt):
        evidence.doubt = UNSEEN


def mark_at_end(comparison: Comparison, slot: Slot, option: str) -> int:
    """The paper's mark that ends the line of a box's own words, the box before them empty ("☐ No ✔"); -1 without."""
    own, words = comparison.blank.tokens, norms(option)
    if not words or tuple(t.norm for t in own[slot.at : slot.at + len(words)]) != words:
        return -1
    last = comparison.to_paper[slot.at + len(words) - 1]
    free = 0 <= last < len(comparison.paper) - 1 and last + 1 not in comparison.to_paper
    return last + 1 if free and at_end(comparison.paper[last : last + 3]) else -1


def check_question(comparison: Comparison, slot: Slot, evidence: Evidence) -> bool:
    """Whether the question is gone from the paper: then it was not answered, whatever was read at its place."""
    around = _label_range(comparison, slot)
    hits = sum(comparison.to_paper[i] >= 0 for i in around)
    if not around or 2 * hits >= len(around):
        return False
    if not hits and _is_captioned(comparison, slot, evidence.place.label):
        return False
    if hits:
        evidence.doubt = evidence.doubt or "the question is worded differently"
        return False
    evidence.texts.clear()
    evidence.ink.clear()
    evidence.ticked = evidence.field_filled = False
    evidence.doubt = ""
    return True


def _is_captioned(comparison: Comparison, slot: Slot, label: str) -> bool:
    """Whether a place's name stands in the paper as in the blank, in the row of captions under it and its neighbours.

    What stands before it is then no question: the "Sign Here" of the line beside it, which a signing service takes out.
    """
    words = norms(label)
    if slot.box is None or not words:
        return False
    own = comparison.blank.tokens
    for start in range(slot.at, min(slot.at + _CAPTIONS, len(own) - len(words) + 1)):
        said = range(start, start + len(words))
        if tuple(own[i].norm for i in said) == words and own[start].page == slot.page:
            box = own[start].box
            under = box is not None and gap(box, slot.box)[0] == 0 and box[1] >= slot.box[3] - height(box)
            return under and all(comparison.to_paper[i] >= 0 for i in said)
    return False


def _label_range(comparison: Comparison, slot: Slot) -> range:
    """The blank's tokens that ask for a slot: those since the slot before; after it for boxes and captions."""
    ats = sorted({s.at for s in comparison.blank.slots})
    here = ats.index(slot.at)
    asked = slot.at - slot.hint
    last = max((s.at + s.told for s in comparison.blank.slots if here and s.at == ats[here - 1]), default=0)
    before = range(max(min(last, asked), asked - _LABEL), asked)
    end = ats[here + 1] if here + 1 < len(ats) else len(comparison.to_paper)
    after = range(min(slot.at + slot.told, end), min(end, slot.at + slot.told + _LABEL))
    if slot.kind == "check":  # its option ends with its paragraph
        own = comparison.blank.tokens
        end = next((i for i in after if own[i].paragraph != own[slot.at].paragraph), after.stop)
        return range(after.start, end) or before
    return before or after
