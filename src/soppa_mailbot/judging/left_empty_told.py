"""What operators' copies tell of a blank, in words for people: a place left empty, a question with several answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from soppa_mailbot.forms.naming.naming import parted
from soppa_mailbot.wording import clean

_SHOWN = 6  # places


@dataclass(frozen=True, slots=True)
class LeftEmpty:
    form: str  # rfi | soppa
    file: str  # of the blank
    blank: str  # its id
    key: str  # of the place or question, by `naming.key_of`
    place: str  # its name, as `forms.naming` has it
    left: int  # operators who left it empty
    operators: int  # whose copies were looked at
    instead: str = ""  # the place that they filled who left this one empty; one of them may have left both
    instead_key: str = ""  # its key
    settled: bool = False  # not asked for, or one of the two is enough, without a person
    unless: frozenset[str] = frozenset()  # answers with which it may be asked for, as in `Copy.checked`

    def sentence(self) -> str:
        """For the people who look after the configuration."""
        label, where = parted(self.place)
        at = f" ({clean(where, 60)})" if where else ""
        one_of_two = f", who filled “{clean(parted(self.instead)[0], 60)}” in its stead" if self.instead else ""
        now = ""
        if self.settled:
            now = ", and either is enough" if self.instead else ", and is not asked for any more"
        return (
            f"“{clean(label, 60)}” of {clean(self.file, 40)}{at} is empty in the copies of {self._those()} "
            f"operators who sent it{one_of_two}{now}; if it may stay empty, name it under forms.{self.form}.optional; "
            f"if it must be filled, under forms.{self.form}.required; if the form does not ask for it, see "
            f"`check --html`"
        )

    def why(self) -> str:
        """Fit behind the place's name, for whoever decides on a copy."""
        if self.settled and self.instead:
            return (
                f"empty, and “{parted(self.instead)[0]}” is filled: each of the {self.operators} operators filled one"
            )
        return f"{self._those()} operators who sent this form left it empty"

    def _those(self) -> str:
        return f"all {self.operators}" if self.left == self.operators else f"{self.left} of the {self.operators}"


@dataclass(frozen=True, slots=True)
class Several:
    """A question that takes one answer, by the blank's words, and of which operators check more than one box.

    Two questions taken for one, most likely, or one that is answered for each of several things.
    """

    form: str  # rfi | soppa
    file: str  # of the blank
    blank: str  # its id
    key: str  # of the question, by `naming.key_of`
    place: str  # its name, as `forms.naming` has it
    several: int  # operators who checked more than one box
    operators: int  # who checked any
    settled: bool = False  # more than one is right, without a person, and one alone is too few to be sure

    def sentence(self) -> str:
        label, where = parted(self.place)
        at = f" ({clean(where, 60)})" if where else ""
        return (
            f"{self._those()} operators who sent {clean(self.file, 40)} checked more than one box at "
            f"“{clean(label, 60)}”{at}, which seems to take one answer: see with `check --html` whether it is learnt "
            f"as the form reads"
        )

    def why(self) -> str:
        return f"{self._those()} operators who sent this form checked more than one box"

    def _those(self) -> str:
        return f"{self.several} of the {self.operators}" if self.several < self.operators else f"all {self.operators}"


Seen = LeftEmpty | Several  # what operators' copies tell of a blank


def sentences(found: Sequence[Seen]) -> list[str]:
    """What people are told: the first of many such places say what is wrong with a form."""
    told = [seen.sentence() for seen in found[:_SHOWN]]
    more = len(found) - _SHOWN
    return [*told, f"{more} more places of the forms are empty in as many copies"] if more > 0 else told
