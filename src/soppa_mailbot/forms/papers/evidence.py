"""What lies in a place: pieces of evidence put together into one reading."""

from __future__ import annotations

from dataclasses import dataclass, field

from soppa_mailbot.forms.common.values import is_answer, is_notice, is_unfinished_date, signature_said, without_gaps
from soppa_mailbot.model import Box, Place, PlaceReading

NO_SIGNATURE = "is no signature"  # ends the reason of a place to sign in which words say otherwise


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
        if self.place.signs:
            return self._signed()
        value, how = self._value()
        if self.doubt:
            return self._made("doubtful", value, how, self.doubt)
        if value or how:
            return self._made("filled", value, how)
        return self._nothing()

    def _signed(self) -> PlaceReading:
        """Words that say that nobody signed are no signature; ink beside words that only name the place is one."""
        value, how = self._value()
        if self.doubt:
            return self._made("doubtful", value, how, self.doubt)
        said = {signature_said(text): text for _, text in self._entered()}
        if "condition" in said:
            return self._made("doubtful", "", how, f'"{said["condition"][:60]}" {NO_SIGNATURE} without conditions')
        if not said or "yes" in said:
            return self._made("filled", value, how) if value or how else self._nothing()
        drawn = tuple(h for h in how if h not in ("typed", "field", "annotation", "text"))
        if drawn and "no" not in said:
            return self._made("filled", self.signed.strip("?"), drawn)
        text = said.get("no") or said.get("place") or next(iter(said.values()))
        why = f'"{text[:60]}" {NO_SIGNATURE}'
        state = "doubtful" if drawn or "unsure" in said else "empty"
        return self._made(state, "", how if state == "doubtful" else (), why)

    def _nothing(self) -> PlaceReading:
        if self.near:
            return self._made("doubtful", "", (), f'empty, but beside it stands "{" ".join(self.near)[:80]}"')
        return self._made("empty", "", ())

    def _entered(self) -> list[tuple[str, str]]:
        """(how, what) of the answers in words."""
        given = (
            ("field", [self.field_value] if self.field_filled else []),
            ("annotation", self.notes),
            ("text", self.texts),
        )
        out = []
        for kind, found in given:
            text = without_gaps(" ".join(t for t in found if t).strip())
            if not is_answer(text, self.place.default) or (kind == "annotation" and is_notice(text)):
                continue
            if not (self.place.dated and is_unfinished_date(text)):
                out.append((kind, text))
        return out

    def _value(self) -> tuple[str, tuple[str, ...]]:
        how: list[str] = []
        value = ""
        for kind, text in self._entered():
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
