"""Places of a Word blank: content controls, form fields, empty cells, underscores, boxes; each with its label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.blanks.flow_boxes import FlowBoxes, and_next_question
from soppa_mailbot.forms.blanks.flow_labels import FlowLabels
from soppa_mailbot.forms.common.labels import (
    comparable,
    defined_term,
    is_generated,
    remark_behind,
    spoken,
    tidy,
    with_follow_up,
    without_number,
)
from soppa_mailbot.forms.common.prompts import asked_by
from soppa_mailbot.forms.common.signer import is_of_signer
from soppa_mailbot.forms.common.slots import Slot, Stream
from soppa_mailbot.forms.common.values import is_prompt
from soppa_mailbot.forms.common.words_ringed import is_ringed_word, offer_of
from soppa_mailbot.forms.naming.behind_lines import own_label
from soppa_mailbot.forms.naming.parts import BESIDE
from soppa_mailbot.forms.naming.party import is_office, is_officer, label_party, remark_party
from soppa_mailbot.forms.naming.roles import SIGNED_AND_DATED, asks_signature
from soppa_mailbot.forms.pages.trailing import parted
from soppa_mailbot.forms.texts.stream import blank_stream
from soppa_mailbot.forms.word.blocks import Blocks
from soppa_mailbot.forms.word.word_cell_labels import CellLabels
from soppa_mailbot.forms.word.word_tables import WordTables
from soppa_mailbot.model import Paragraph, Place

_TELLS_TO_ENTER = re.compile(r"(?:please )?(?:click|tap|select|choose|enter|type|insert|pick)\b", re.I)
_CUT = 50  # characters of a control's title that may be a label's beginning


def places_from_flow(flow: Sequence[Paragraph]) -> list[Place]:
    """The places of a Word blank in reading order, without those that nothing names: nobody could ask for them."""
    return _Walk(flow, blank_stream(flow)).places()


class _Walk:
    """The flow of a blank, with what its labels are looked up in."""

    def __init__(self, flow: Sequence[Paragraph], stream: Stream) -> None:
        self.flow = flow
        self.stream = stream
        self.blocks = Blocks(flow, stream)
        self.tables = WordTables(flow, stream)
        cell_labels = CellLabels(self.tables, self.blocks)
        self.labels = FlowLabels(self.tables, cell_labels)
        self.boxes = FlowBoxes(self.tables, cell_labels, self.labels)

    def places(self) -> list[Place]:
        out: list[Place] = []
        for index, slot in enumerate(self.stream.slots):
            if slot.cell is not None and slot.cell[:2] in self.blocks.head_rows:
                continue  # an empty corner, or a colon behind a head
            place = self._ticked(index, slot) if slot.kind == "check" else self._written(index, slot)
            if place is not None:
                out.append(place)
        out = self.boxes.grouped(self._beside_signatures(self._after_signatures(out)))
        sections = self.blocks.sections(text for p in out for text in (p.label, p.group_label, p.option))
        return [replace(p, section=sections.get(p.id, "")) for p in out]

    def _after_signatures(self, places: Sequence[Place]) -> list[Place]:
        """Name, title and date that follow a line which says itself that the District signs it."""
        out: list[Place] = []
        slots = {s.id: s for s in self.stream.slots}
        signed: list[int] = []  # paragraphs of signatures
        theirs = ""
        for place in places:
            at = slots[place.id]
            if place.kind == "signature" or is_officer(place.label):
                said = label_party(place.label) and at.paragraph not in signed
                theirs = ("district" if is_officer(place.label) else BESIDE) if said else ""
                signed.append(at.paragraph)
            elif not is_of_signer(place.label) or at.cell is not None or at.id in self.blocks.heads:
                theirs = ""
            out.append(replace(place, party=theirs) if theirs and place.party == "operator" else place)
        return out

    def _beside_signatures(self, places: Sequence[Place]) -> list[Place]:
        """Name and date in the row of a table in which the District's own signature stands."""
        slots = {s.id: s for s in self.stream.slots}
        rows: dict[tuple[int, int], list[Place]] = {}
        for place in places:
            cell = slots[place.id].cell
            if cell is not None:
                rows.setdefault(cell[:2], []).append(place)
        mine: set[str] = set()
        for row in rows.values():
            signed = [p for p in row if p.kind == "signature" or is_officer(p.label) or is_office(p.label)]
            if len(signed) == 1 and (label_party(signed[0].label) == "district" or is_office(signed[0].label)):
                mine |= {p.id for p in row if is_of_signer(p.label)}
        return [replace(p, party="district") if p.id in mine else p for p in places]

    def _written(self, index: int, slot: Slot) -> Place | None:
        title = slot.control.label if slot.control and not is_generated(slot.control.label) else ""
        # a title such as "bname" is the author's note to himself: what a vendor reads is the text around it
        if title and self._is_of_prompt(index, slot, title):
            title = ""
        label = (self.labels.of(index, slot) if _is_code(title) else "") or tidy(title) or _bracketed(slot)
        label = label or self.labels.of(index, slot)
        if _camel(label) or (not label and slot.control is not None and not is_generated(slot.control.name)):
            label = spoken(label or (slot.control.name if slot.control else ""))
        if not label or (slot.is_cell and slot.cell is not None and self.tables.goes_on_above(slot.cell)):
            return None
        signs = (
            asks_signature(without_number(label)[1])
            and slot.kind == "text"
            and not any(w in SIGNED_AND_DATED.sub("", label).casefold() for w in ("date", "name", "title"))
        )
        after = self.labels.after(index, slot)
        printed = self.labels.of(index, slot) if title and not _is_code(title) else ""
        if len(label) >= _CUT and printed.casefold().startswith(label.casefold()):
            label = printed  # a control's title takes 64 characters
        remark = remark_behind(after)
        label = own_label(label, remark, ())
        return Place(
            id=slot.id,
            kind="signature" if signs else slot.kind,
            label=label,
            required=slot.cell not in self.tables.own_remarks,
            party=label_party(label) or remark_party(remark) or self.blocks.of_line(slot) or self.blocks.party(slot),
            default=slot.default,
            choices=slot.control.options if slot.control else (),
            title=spoken(title) if _is_code(title) else defined_term(after),
            remark=remark,
            printed=printed if printed != label else "",
        )

    def _is_of_prompt(self, index: int, slot: Slot, title: str) -> bool:
        """Whether a control's title only says again what its prompt does, and the words beside it say more.

        "Choose one" beside "Is the product subject to SOPPA?", "an amount" beside "Price for the first year".
        """
        runs = self.flow[slot.paragraph].runs
        shown = tidy(next((r.text for r in runs if r.control is slot.control), "")).casefold().rstrip(".")
        said = tidy(title).casefold().rstrip(".")
        if not is_prompt(title) and not (_TELLS_TO_ENTER.match(shown) and shown.endswith(said)):
            return False
        printed = set(comparable(self.labels.of(index, slot)))
        return bool(printed) and not printed <= set(comparable(title))

    def _ticked(self, index: int, slot: Slot) -> Place:
        after = self.labels.after(index, slot)
        if is_ringed_word(slot.id):
            after = self._offered(slot)
        elif after and self.labels.next_is_line(index, slot):
            after = tidy(with_follow_up(self.labels.raw_after(index, slot))[0])
        after = and_next_question(after)[0] if self.labels.next_is_box(index, slot) else after
        if not is_ringed_word(slot.id) and self.labels.trails(slot):
            before = self.labels.before(index, slot)
            after = tidy(parted(before)[1]) if self.labels.is_first_box(index, slot) else before or after
        option = after or self.labels.before(index, slot) or self.tables.option_beside(slot)
        name = slot.control.label if slot.control and not is_generated(slot.control.label) else ""
        option = option or tidy(name) or spoken(slot.id)
        return Place(
            id=slot.id,
            kind="check",
            label=option,
            required=True,
            option=option,
            party=self.blocks.party(slot),
            default=slot.default,
        )

    def _offered(self, slot: Slot) -> str:
        """The printed answer that a slot stands before: "Not applicable"."""
        if found := offer_of(self.flow[slot.paragraph].text(), slot.id):
            return found[1].word
        return self.stream.tokens[slot.at].raw.strip("()[]/|,.;:")


def _bracketed(slot: Slot) -> str:
    """What an empty control in a sentence shows of itself: "from [Operator name] concerning [product]"."""
    if slot.is_prompt:
        return asked_by(slot.default)
    shown = slot.default.strip() if slot.control is not None and not slot.control.filled and slot.cell is None else ""
    inside = re.fullmatch(r"[\[<{(]\s*([^\W\d_][^\]>})]{2,60})[\]>})]", shown)
    return tidy(inside[1]) if inside else ""


def _is_code(title: str) -> bool:
    """Whether a control's title is a short code: "bname", "FIELD_3"."""
    return re.fullmatch(r"[a-z][a-z0-9_-]*|[A-Z][A-Z0-9_-]+", title) is not None


def _camel(label: str) -> bool:
    return re.fullmatch(r"[A-Z][a-z]+(?:[A-Z][a-z0-9]*)+", label) is not None
