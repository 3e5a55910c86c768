"""Line breaks within a paragraph of a Word form: words on another line are about something else, if they say so.

"None of these [ ]⏎Other sign-on: ____" is one paragraph; "FOR DISTRICT USE⏎Received by: ____" is another.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_LONG = 160  # characters; longer labels are cut when they are shown
_LEAST = 3  # words of what is asked for
_SENTENCES = re.compile(r""".*[a-z\d)”"]{2}[.;]\s+(?=["“]?[A-Z])""", re.DOTALL)
_BEGINS = re.compile(r"\W*(?:[A-Z]|\d{1,2}[.)])")
_DEFINED = re.compile(r"""\W{0,3}\(\s?(?:the\s)?["“”'][^"“”']{2,40}["“”']\s?\)[\s,.;:]*""")


def last_line(text: str) -> str:
    """Of the words before a place those on its own line, where that begins anew; else all of them."""
    above, _, own = text.rpartition("\n")
    return own if above and own.strip() and _BEGINS.match(own) else text


def last_sentence(text: str, longest: int = _LONG) -> str:
    """Of a clause that ends with what it asks for, this: "… days. Contact for breaches (name, telephone): ____".

    A text of `longest` characters at most is left as it is.
    """
    if len(text) <= longest:
        return text
    match = _SENTENCES.match(text)
    return text[match.end() :] if match and len(text[match.end() :].split()) >= _LEAST else text


def first_line(text: str) -> str:
    """Of the words behind a place those on its own line, where the next one begins anew; else all of them."""
    own, _, below = text.partition("\n")
    return own if below and _BEGINS.match(below) else text


def without_term(text: str) -> str:
    """The words before a place without what the contract calls the place before it: '("Operator"), a company of'."""
    return _DEFINED.sub("", text, count=1) if (match := _DEFINED.match(text)) and text[match.end() :].strip() else text
