"""Answers by number above quoted questions: "1) Lincoln. 2) January 20." over "1) Which schools? 2) By when ...?"."""

from __future__ import annotations

from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.mail.forwarded import said

_NUMBER = re.compile(
    r"(?:^|(?<=\s))(?:(?:q(?:uestion)?|a(?:nswer)?|no\.?|nr\.?|#)\s?)?\(?(?P<number>[1-9])\s?(?:\.?\)|[.:]|\s-)(?=\s)",
    re.I,
)
_FEWEST, _MOST = 2, 8  # items that a mail asks for
_LONGEST = 300  # characters of a question, and of its answer
_PARAGRAPH = re.compile(r"\n\s*\n")


def answered_by_number(own: str, quoted: str) -> str:
    """Each question of a quoted list with what the sender answers under its number; "" where less than two are."""
    if not quoted.strip():
        return ""
    asked = {n: item[: item.index("?") + 1] for n, item in _items(quoted.replace(">", " ")).items() if "?" in item}
    answers = _items(own)
    if len(answers) < _FEWEST or not set(answers) <= set(asked):
        return ""
    return "\n\n".join(said(asked[n], answer) for n, answer in answers.items())


def _items(text: str) -> dict[int, str]:
    """What stands under 1, 2, 3 ... of the first list of a text, on lines of their own or in a row."""
    marks: list[re.Match[str]] = []
    for mark in _NUMBER.finditer(text):
        if int(mark["number"]) == len(marks) + 1:
            marks.append(mark)
        if len(marks) == _MOST:
            break
    if not marks:
        return {}
    ends = [following.start() for _, following in pairwise(marks)] + [len(text)]
    items = (_PARAGRAPH.split(text[m.end() : end].strip())[0] for m, end in zip(marks, ends, strict=True))
    return {n: " ".join(item.split())[:_LONGEST] for n, item in enumerate(items, start=1) if item}
