"""What counts as an answer."""

from __future__ import annotations

import re

from soppa_mailbot.forms.vocabulary import phrases

# What Word, Acrobat, Google Docs and form builders show where nothing was entered yet.
_PROMPTS = re.compile(
    r"(?:please )?(?:click|tap|select|choose|pick|enter|type|insert|add|write|fill)\b"
    r"(?: (?:or|and) (?:click|tap|type|enter))*"
    r"(?: (?:here|in|on|to|a|an|the|one|your|this|from|of|or|for|above|below))*"
    r"(?: (?:enter|add|choose|select|insert|type))*"
    r"(?: (?:a|an|the|your|some|one|any|full))*"
    r"(?: (?:text|date|item|items|option|options|value|list|answer|response|name|here|one|field|choice|image|picture|"
    r"signature|company|vendor|title|address|number|email|sign))*"
    r"(?: (?:here|below|above|from (?:the )?(?:list|menu)))?"
)
_WHOLE_PROMPTS = phrases(
    """select, select one, select an option, choose, choose one, please select, please choose, click here,
    sign here, signature here, initial here, date here, date signed here, type here, your answer, enter text,
    text here, mm dd yyyy, mm dd yy, dd mm yyyy, yyyy mm dd, m d yyyy, month day year, mm yyyy, required,
    optional, unset, not selected, none selected, pick one, drop down, dropdown, select date, choose an item,
    insert text here, x here"""
)
# Stamps and stickers that speak of the paper, not of the answer.
_NOTICES = phrases(
    """received, approved, draft, copy, confidential, void, final, sample, urgent, faxed, scanned, emailed, e mailed,
    sign here, not approved, for comment, for public release, as is, departmental, experimental, expired, top secret,
    completed, revised, reviewed, preliminary results, information only, initial here, witness, date"""
)


def plain(text: str) -> str:
    """Words only, one blank between them, without case."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def is_prompt(text: str) -> bool:
    """Whether a text only asks for an answer ("Click or tap here to enter text.", "MM/DD/YYYY", "Select one")."""
    words = plain(text.strip().strip("-–—<>[](){}*"))
    return bool(words) and (words in _WHOLE_PROMPTS or _PROMPTS.fullmatch(words) is not None)


def is_notice(text: str) -> bool:
    """Whether a stamp's text is about the paper ("RECEIVED 3/4/2026") and answers nothing."""
    words = re.sub(r"\b\d+\b|\b(?:by|on|am|pm)\b", " ", plain(text))
    return " ".join(words.split()) in _NOTICES


def is_answer(text: str, default: str = "") -> bool:
    """Whether a text answers a question: "N/A" and "None" do, prompts, the blank's own text and stray marks do not."""
    words = plain(text)
    if not words:
        return False
    if default and words == plain(default):
        return False
    return not is_prompt(text)


def is_mark(text: str) -> bool:
    """Whether a text is a tick: a cross, a check, or what a flattened ZapfDingbats tick reads as."""
    return bool(re.fullmatch(r"[xX✓✔✗✘√☒☑■●4ln8uHvV3•*\uf0fc\uf0fd\uf0fe]{1,2}", text.strip()))
