"""What lies in a place: pieces of evidence put together into one reading."""

from __future__ import annotations

from dataclasses import dataclass, field

from soppa_mailbot.forms.values import is_answer, is_notice
from soppa_mailbot.model import Box, Place, PlaceReading


@dataclass
class Evidence:
    """All that was found in, on or right beside one place."""

    place: Place
    page: int = 0
    box: Box | None = None
    texts: list[str] = field(default_factory=list)  # words of the page or the flow
    notes: list[str] = field(default_factory=list)  # words of annotations
    field_value: str = ""
    field_filled: bool = False
    ticked: bool = False
    unticked: bool = False  # an empty box stands there
    ink: list[str] = field(default_factory=list)  # ink | image | stamp
    signed: str = ""  # a digital signature's signer, "?" when unknown
    near: list[str] = field(default_factory=list)  # words beside it that belong to no place
    doubt: str = ""

    def reading(self) -> PlaceReading:
        """filled, empty or doubtful, with the reasons."""
        if self.place.kind == "check":
            return self._tick()
        value, how = self._value()
        if self.doubt:
            return self._made("doubtful", value, how, self.doubt)
        if value or how:
            return self._made("filled", value, how)
        if self.near:
            return self._made("doubtful", "", (), f'empty, but beside it stands "{" ".join(self.near)[:80]}"')
        return self._made("empty", "", ())

    def _value(self) -> tuple[str, tuple[str, ...]]:
        how: list[str] = []
        value = ""
        default = self.place.default
        candidates = (
            ("field", [self.field_value] if self.field_filled else []),
            ("annotation", self.notes),
            ("text", self.texts),
        )
        for kind, found in candidates:
            text = " ".join(t for t in found if t).strip()
            if is_answer(text, default) and not (kind == "annotation" and is_notice(text)):
                how.append("typed" if self.place.kind == "signature" else kind)
                value = value or text
        if self.signed:
            how.append("digital_signature")
            value = value or self.signed.strip("?")
        how += [k for k in self.ink if k not in how]
        return value, tuple(dict.fromkeys(how))

    def _tick(self) -> PlaceReading:
        how = []
        if self.field_filled:
            how.append("field")
        if self.ticked:
            how.append("text")
        if self.notes:
            how.append("annotation")
        how += self.ink
        if self.doubt:
            return self._made("doubtful", "", tuple(how), self.doubt)
        if how:
            if how == ["field"] and self.place.default == "on":
                return self._made("filled", "", ("field",), "ticked in the blank already")
            return self._made("filled", self.place.option, tuple(dict.fromkeys(how)))
        if self.near:
            return self._made("doubtful", "", (), f'not ticked, but beside it stands "{" ".join(self.near)[:40]}"')
        return self._made("empty", "", ())

    def _made(self, state: str, value: str, how: tuple[str, ...], why: str = "") -> PlaceReading:
        return PlaceReading(self.place, state, value, how, self.page, self.box, why)
