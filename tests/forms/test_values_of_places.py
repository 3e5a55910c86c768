"""Texts that only ask for an answer, and labels that sound like them."""

from __future__ import annotations

import pytest

from soppa_mailbot.forms.common.values import is_prompt


@pytest.mark.parametrize("text", ["Choose an item.", "Type your name here", "Enter company name", "Select one"])
def test_prompts(text: str) -> None:
    assert is_prompt(text)


@pytest.mark.parametrize("text", ["Type of company", "Type of vendor", "Kind of purchase", "Name"])
def test_labels(text: str) -> None:
    assert not is_prompt(text)
