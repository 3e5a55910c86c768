"""What is worked out of a form once, by the form itself and not by what it says."""

from __future__ import annotations

from soppa_mailbot.forms.common.once import once


def test_work_is_done_once_for_each_thing_and_the_oldest_is_forgotten() -> None:
    done: list[list[int]] = []

    @once(2)
    def size(of: list[int]) -> int:
        done.append(of)
        return len(of)

    first, alike, third = [1, 2], [1, 2], [3]
    assert [size(first), size(first), size(alike)] == [2, 2, 2]
    assert len(done) == 2, "what says the same is another thing"
    assert size(third) == 1 and size(alike) == 2 and len(done) == 3
    assert size(first) == 2 and len(done) == 4, "two are kept, and it was the third last"


def test_what_is_kept_keeps_its_things_from_being_mistaken() -> None:
    """A thing that was thrown away may leave its number to another."""

    @once(1)
    def said(of: list[str]) -> str:
        return of[0]

    assert [said([str(n)]) for n in range(50)] == [str(n) for n in range(50)]
