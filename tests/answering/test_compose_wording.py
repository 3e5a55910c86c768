"""Words from mail made fit to show."""

from __future__ import annotations

import time
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soppa_mailbot import wording


@given(st.text(), st.integers(4, 60))
def test_clean_gives_one_bounded_harmless_line(text: str, limit: int) -> None:
    out = wording.clean(text, limit)
    assert len(out) <= limit
    assert out == out.strip()
    assert not [c for c in out if unicodedata.category(c)[0] == "C" or c in "\u2028\u2029\n"]
    out.encode("utf-8")


@given(st.text(alphabet="ab .-\u202e\x1b[m", max_size=300))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert wording.clean(wording.clean(text, 50), 50) == wording.clean(text, 50)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]8;;http://evil.example\x07click\x1b]8;;\x07", "click"),
        ("\x9b2Jgone", "gone"),
        ("a\u2028b\tc\u00a0d", "a b c d"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("see HTTPS://evil.example/x?y now", "see (web address left out) now"),
        ("Code.org and Desmos.com", "Code.org and Desmos.com"),
        ("e\u0301te\u0301", "été"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert wording.clean(text) == expected


def test_a_long_file_name_keeps_its_ending() -> None:
    name = wording.file_name("a" * 300 + " signed.pdf")
    assert len(name) <= 60
    assert name.endswith(" signed.pdf")


@pytest.mark.parametrize("text", ["\x1b]" * 500_000, "a " * 1_000_000, "www." * 500_000, "\u0301" * 1_000_000])
def test_megabytes_cost_nothing(text: str) -> None:
    started = time.process_time()
    wording.clean(text)
    wording.file_name(text)
    assert time.process_time() - started < 0.5


def test_listing_and_numbers() -> None:
    assert wording.listing([]) == ""
    assert wording.listing(["A"]) == "A"
    assert wording.listing(["A", "B"]) == "A and B"
    assert wording.listing(["A", "B", "C"]) == "A, B and C"
    assert wording.listing(list("ABCDE"), limit=2) == "A, B and 3 more"
    assert [wording.number(n) for n in (0, 1, 9, 10, 1200)] == ["no", "one", "nine", "10", "1,200"]
    assert [wording.days_away(n) for n in (-2, -1, 0, 1, 12)] == [
        "2 days ago",
        "yesterday",
        "today",
        "tomorrow",
        "in 12 days",
    ]


def test_dates() -> None:
    assert wording.american(date(2027, 1, 5)) == "January 5, 2027"
    assert wording.american_dates("by 2027-01-05, not 2027-13-05 or Q-2027-01-05") == (
        "by January 5, 2027, not 2027-13-05 or Q-2027-01-05"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not signed", "Not signed."),
        ("q.pdf is an invoice", "q.pdf is an invoice."),
        ("done!", "Done."),
        ("why?", "Why?"),
        ("", ""),
    ],
)
def test_sentence(text: str, expected: str) -> None:
    assert wording.sentence(text) == expected


def test_wrap_keeps_long_addresses_whole() -> None:
    url = "https://www.juniperflats.example/" + "x" * 90
    assert url in wording.wrap(f"The form is at {url} today", "  ", "- ").splitlines()[1]
