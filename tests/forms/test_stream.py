"""A paper's running text as tokens: how many wide gaps stand before each, in time that grows with the text."""

from __future__ import annotations

import time

import pytest

from soppa_mailbot.forms.texts.stream import paper_stream
from soppa_mailbot.model import Field, Paragraph, Run


def gaps(*runs: Run) -> dict[str, int]:
    return {token.norm: token.stretch for token in paper_stream([Paragraph(runs)]).tokens}


@pytest.mark.parametrize(
    ("runs", "wide"),
    [
        (["Name:  Jo"], {"name": 0, "jo": 1}),
        (["Name:\tJo   Field\tone"], {"name": 0, "jo": 1, "field": 2, "one": 3}),
        (["Name: Jo"], {"name": 0, "jo": 0}),
        (["Name:\t", "\t", "Jo"], {"name": 0, "jo": 1}),  # a gap over three runs is one
        (["  Name", ":  ", "Jo", "  "], {"name": 0, "jo": 1}),  # before the first word and behind the last is none
    ],
)
def test_wide_gaps_before_a_word(runs: list[str], wide: dict[str, int]) -> None:
    found = gaps(*map(Run, runs))
    assert {word: found[word] for word in wide} == wide


def test_a_control_counts_with_what_it_shows() -> None:
    control = Field("c1", "text", "Jo  Field", filled=True)
    found = gaps(Run("Name:"), Run("", control), Run("  Title"))
    assert (found["jo"], found["field"], found["title"]) == (0, 1, 2)


def test_a_long_paragraph_takes_no_longer_than_short_ones() -> None:
    """A file without line breaks is one paragraph; 300 kB of it took minutes when each word looked back over all."""
    words = "name of the product  and\tmore " * 10_000
    began = time.process_time()
    tokens = paper_stream([Paragraph((Run(words),))]).tokens
    assert tokens[-1].stretch == 20_000
    assert time.process_time() - began < 6


def test_many_runs_in_one_paragraph_take_no_longer() -> None:
    began = time.process_time()
    tokens = paper_stream([Paragraph((Run("a  "),) * 20_000)]).tokens
    assert tokens[-1].stretch == 19_999
    assert time.process_time() - began < 6
