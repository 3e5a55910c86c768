"""The law on student data as forms name it: "SOPPA", and "the Act" under a heading that names it."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

LAW = re.compile(
    r"\bsoppa\b|\bstudent online personal (?:information )?protection\b|\b105 ilcs 85\b|\bpublic act 101-?0516\b", re.I
)
_SHORT = re.compile(r"\b(?:the|this|that|said) (?:act|law|statute)\b(?! (?:of|on|as)\b)", re.I)
# "Is this product subject to the Act?"; "Data not covered by the Act will be deleted" says nothing of the product
_OF_DATA = re.compile(
    r"\b(?:data|information|records?|elements?)\b[^.?!]{0,80}\b(?:the|this|that|said) (?:act|law|statute)\b", re.I
)


def in_full(text: str, section: str) -> str:
    """A text, "the Act" in it called SOPPA where its heading names that law and the text none itself."""
    if LAW.search(text) or not LAW.search(section) or _OF_DATA.search(text):
        return text
    return _SHORT.sub("SOPPA", text)
