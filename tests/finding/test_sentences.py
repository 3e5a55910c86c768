"""Where a sentence ends, and where a stop ends none."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.common.sentences import in_one_sentence


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("It is for Aster and for Baker", True),
        ("It is for Aster, as Dr. Hale and Mrs. Lund of Baker say", True),
        ("It is for Aster Elem. and the rooms at Baker", True),
        ("It is for Aster (v. 2.0 of it) and Baker", True),
        ("It is for Aster\nand for Baker", True),
        ("It is for Aster. We met at Baker", False),
        ("It is for Aster Elem. We met at Baker", False),
        ("Is it for Aster? We met at Baker", False),
        ('They said "Aster." Then we met at Baker', False),
        ("It is for Aster\n \nBaker", False),
        ("It is for Aster" + " and so on" * 50 + " Baker", False),
    ],
)
def test_in_one_sentence(text: str, same: bool) -> None:
    ends = text.index("Aster"), text.index("Baker")
    assert in_one_sentence(text, *ends) is in_one_sentence(text, *reversed(ends)) is same
