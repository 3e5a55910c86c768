"""Boxes that stand behind their words: "Yes [ ]   No [ ]". Read the other way round, a tick says the contrary."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.opposites import before_boxes, verb_before_box

_ANSWER = r"(?:yes|no|n/?a|not applicable|true|false|y|n)"
_ENDS_WITH_ANSWER = re.compile(rf"(?P<question>.*?)(?<![^\s:?(])(?P<option>{_ANSWER})\W*", re.IGNORECASE | re.DOTALL)
_QUESTION_AND_OPTION = re.compile(r"(?P<question>.*[?:])\s*(?P<option>[^?:]{1,60})", re.DOTALL)
_TOLD = re.compile(r"[:?]\s*\((?:please\s+)?(?:check|select|mark|choose|tick|circle|pick)\b[^()]*\)\s*$", re.IGNORECASE)
_OF_A_CHOICE = 2  # words of an option in the middle of a sentence
_SHORT = 6  # words of an option that stands alone before its box


def ends_with_answer(text: str) -> bool:
    """Whether words right before a box are a plain answer: then the box behind them is its own."""
    return _ENDS_WITH_ANSWER.fullmatch(text.strip()) is not None


def parted(text: str) -> tuple[str, str]:
    """(question, option) of the words before the first box of a row: "Is it free? Yes" -> ("Is it free?", "Yes")."""
    text = text.strip()
    match = _ENDS_WITH_ANSWER.fullmatch(text) or _QUESTION_AND_OPTION.fullmatch(text)
    if match is not None:
        return match["question"].strip(), match["option"].strip()
    if all(in_sentence := verb_before_box(text)):
        return in_sentence
    return ("", text) if len(text.split()) <= _SHORT else (text, text.split()[-1])


def are_trailing(before: Sequence[str], behind_last: str) -> bool:
    """Whether the boxes of a row stand behind their words, by the words before each box and behind the last.

    One box by itself does so where nothing is behind it. Boxes without words between them are answered under the heads
    of their columns, whatever stands before the first. A sentence may go on behind the last box: "will (check one):
    delete [ ]  return [ ]  the information", but not in "the product (check one): is [ ] sold"; there the words behind
    begin like those before.
    """
    if not all(words.strip() for words in before):
        return False
    if ends_with_answer(before[0]):
        return not (len(before) == 1 and behind_last.strip())
    if len(before) > 1 and (before[0].rstrip().endswith((":", "?")) or _TOLD.search(before[0])):
        return False  # a question: the options are behind their boxes, the last one's in the next line
    if before_boxes(before, behind_last):
        return True
    return len(before) > 1 and (not behind_last.strip(" .;:_") or _chosen_in_a_sentence(before, behind_last))


def _chosen_in_a_sentence(before: Sequence[str], behind: str) -> bool:
    match = _QUESTION_AND_OPTION.fullmatch(before[0].strip())
    options = [match["option"], *before[1:]] if match else []
    return (
        bool(options)
        and all(len(option.split()) <= _OF_A_CHOICE for option in options)
        and not {o.split()[0].casefold() for o in options} & {behind.split()[0].casefold()}
    )
