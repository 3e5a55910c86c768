"""Paragraphs and controls of a Word file while they are being read, before they are frozen.

A control's value is only known when its end was seen, and may span paragraphs; so runs point to a `Control` that is
still filling, and `freeze` turns all of it into `model` values at the end.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from soppa_mailbot.model import Field, Paragraph, Run

# What Word itself writes into an empty control; files that went through other programs lose the flag and keep this.
_PROMPTS = frozenset(
    (
        "click or tap here to enter text.",
        "click here to enter text.",
        "click or tap to enter text.",
        "choose an item.",
        "click or tap to enter a date.",
        "click or tap here to enter a date.",
        "click here to enter a date.",
    )
)


@dataclass(slots=True, eq=False)
class Control:
    kind: str
    name: str = ""
    label: str = ""
    options: tuple[str, ...] = ()
    read_only: bool = False
    default: str = ""
    value: str | None = None  # None: the text of its runs
    prompt: bool = False  # shows its prompt, or anything else that is no answer
    filled: bool | None = None  # None: has a value and shows no prompt
    pieces: list[tuple[int, str]] = field(default_factory=list)  # (paragraph, text)

    def frozen(self) -> Field:
        shown = "" if self.prompt else self._shown() if self.value is None else self.value
        if shown.strip().casefold() in _PROMPTS:
            shown = ""
        filled = bool(shown.strip()) if self.filled is None else self.filled
        return Field(
            name=self.name,
            kind=self.kind,
            value=shown.strip() if shown.strip() else "",
            filled=filled,
            label=self.label,
            options=self.options,
            read_only=self.read_only,
            default=self.default,
        )

    def _shown(self) -> str:
        out, last = "", None
        for paragraph, text in self.pieces:
            out += ("" if last is None or last == paragraph else "\n") + text
            last = paragraph
        return out


@dataclass(slots=True, eq=False)
class Draft:
    """One paragraph: (text, control, image) pieces in order."""

    part: str
    cell: tuple[int, int, int] | None
    runs: list[tuple[str, Control | None, bool]] = field(default_factory=list)
    length: int = 0  # of its text so far
    highlighted: list[tuple[int, int]] = field(default_factory=list)  # (start, end) in its text
    emphasised: list[tuple[int, int]] = field(default_factory=list)


def freeze(drafts: list[Draft]) -> tuple[tuple[Paragraph, ...], tuple[Field, ...]]:
    """The flow, and every control once in the order of its first run."""
    fields: dict[int, Field] = {}
    flow = []
    for draft in drafts:
        runs: list[Run] = []
        for text, control, image in draft.runs:
            if control is not None:
                frozen = fields.get(id(control))
                if frozen is None:
                    frozen = fields[id(control)] = control.frozen()
                runs.append(Run(text, frozen, image))
            elif runs and not image and runs[-1].control is None and not runs[-1].image:
                runs[-1] = Run(runs[-1].text + text)
            else:
                runs.append(Run(text, None, image))
        flow.append(Paragraph(tuple(runs), draft.cell, draft.part, tuple(draft.highlighted), tuple(draft.emphasised)))
    return tuple(flow), tuple(fields.values())
