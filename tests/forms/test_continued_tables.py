"""A table of boxes over a page break."""

from __future__ import annotations

from soppa_mailbot.forms.continued import with_continued
from soppa_mailbot.model import Place


def box(identity: str, group: str, label: str, page: int) -> Place:
    return Place(identity, "check", identity, True, group=group, group_label=label, page=page)


def text(identity: str, page: int) -> Place:
    return Place(identity, "text", identity, True, page=page)


def groups(*places: Place) -> list[str]:
    return [p.group for p in with_continued(places)]


def test_the_same_heading_on_the_next_page_goes_on() -> None:
    assert groups(box("a", "p1g1", "Used", 1), box("b", "p2g1", "Used", 2), box("c", "p3g1", "Used", 3)) == ["p1g1"] * 3


def test_another_heading_or_something_between_ends_it() -> None:
    assert groups(box("a", "p1g1", "Used", 1), box("b", "p2g1", "Kept", 2)) == ["p1g1", "p2g1"]
    assert groups(box("a", "p1g1", "Used", 1), text("t", 2), box("b", "p2g1", "Used", 2)) == ["p1g1", "", "p2g1"]
    assert groups(box("a", "p1g1", "Used", 1), box("b", "p1g2", "Used", 1)) == ["p1g1", "p1g2"]
    assert groups(box("a", "p1g1", "Used", 1), box("b", "p3g1", "Used", 3)) == ["p1g1", "p3g1"]
    assert groups(box("a", "p1g1", "", 1), box("b", "p2g1", "", 2)) == ["p1g1", "p2g1"]
