"""Words from mail made fit to show, and the District's way of writing dates, lists and numbers.

Nothing that came by mail is trusted: what is shown of it is one line, without control, direction or invisible
characters (CVE-2021-42574), without web addresses that a mail program would turn into links, and of bounded length.
"""

from __future__ import annotations

import html
import textwrap
import unicodedata
from collections.abc import Sequence
from datetime import date

from soppa_mailbot import lazy_re as re

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEXT_WIDTH = 72  # columns of a plain text mail: leaves room for quoting within 80 (RFC 3676 §4.2)

# ECMA-48 §5.4 and §5.6: control sequences and strings, with 7-bit and 8-bit introducers
_ESCAPE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b."
)
_WEB = re.compile(r"(?:\b[a-z][a-z0-9+.-]{1,15}://|\b(?:mailto|javascript|data|tel):(?=\S)|\bwww\.)\S+", re.IGNORECASE)
_ISO = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])")
_MARKS_IN_A_ROW = 3
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "mx", "prof", "professor", "sir", "rev"})
_NOT_A_PERSON = frozenset(
    re.findall(
        r"\w+",
        """inc llc ltd corp co company team sales support office learning education software systems solutions services
        group orders billing accounting admin administrator info contact help desk district schools school procurement
        renewals customer success account accounts manager management department partnerships privacy legal contracts
        technologies technology labs press publishing licensing the and for from best regards sincerely thanks thank
        you kind via""",
    )
)


def clean(text: str, limit: int = 120) -> str:
    """`text` as one harmless line of at most `limit` characters, cut at a word with an ellipsis where it is longer."""
    text = _WEB.sub("(web address left out)", _visible(text[: limit * 20]))
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    head = cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut
    return head.rstrip(" ,;:-") + "…"


def file_name(text: str, limit: int = 60) -> str:
    """A file's name, cut in its middle where it is longer than `limit`, so that its ending still shows."""
    text = _WEB.sub("(web address left out)", _visible(text[:2000]))
    if len(text) <= limit:
        return text
    tail = limit // 3
    return text[: limit - tail - 1].rstrip() + "…" + text[-tail:].lstrip()


def _visible(text: str) -> str:
    out: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFC", _ESCAPE.sub(" ", text)):
        category = unicodedata.category(char)
        if category in ("Cc", "Zl", "Zp"):
            char = " "
        elif category[0] == "C":  # format (bidi, zero width), surrogate, private use, unassigned
            continue
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks <= _MARKS_IN_A_ROW:
            out.append(char)
    return " ".join("".join(out).split())


def sentence(text: str) -> str:
    """`text` with a capital at its start (unless a file's name stands there) and a full stop at its end."""
    text = text.strip().rstrip(".!")
    if not text:
        return ""
    head = text.split(" ", 1)[0]
    start = text[0] if "." in head or "_" in head else text[0].upper()
    return start + text[1:] + ("" if text.endswith(("?", "…")) else ".")


def american(day: date) -> str:
    """`January 15, 2027`"""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def american_dates(text: str) -> str:
    """`text` with its ISO dates written the American way."""

    def written(match: re.Match[str]) -> str:
        try:
            return american(date.fromisoformat(match[0]))
        except ValueError:
            return match[0]

    return _ISO.sub(written, text)


def short_date(day: date) -> str:
    """`Jan 15, 2027`"""
    return f"{MONTHS[day.month - 1][:3]} {day.day}, {day.year}"


def month_day(day: date) -> str:
    """`Jan 15`"""
    return f"{MONTHS[day.month - 1][:3]} {day.day}"


def listing(names: Sequence[str], limit: int = 12) -> str:
    """`A`, `A and B`, `A, B and C`; beyond `limit` names `A, B and 7 more`."""
    shown = list(names[:limit])
    if len(names) > limit:
        shown.append(f"{len(names) - limit} more")
    if len(shown) < 2:
        return "".join(shown)
    return ", ".join(shown[:-1]) + " and " + shown[-1]


def number(count: int) -> str:
    """`one` to `nine` in words, others in digits; 0 is `no`."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else f"{count:,}"


def plural(count: int, one: str, many: str = "") -> str:
    """The noun alone, in the number that fits `count`."""
    return one if count == 1 else many or one + "s"


def days_away(days: int) -> str:
    """`in 12 days`, `tomorrow`, `today`, `yesterday`, `3 days ago`"""
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return near.get(days) or (f"in {days} days" if days > 0 else f"{-days} days ago")


def wrap(text: str, indent: str = "", first: str | None = None, width: int = TEXT_WIDTH) -> str:
    """A paragraph in lines of at most `width` columns; long words such as web addresses stay whole."""
    lead = indent if first is None else first
    return textwrap.fill(
        text,
        width,
        initial_indent=lead,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def tidy(text: str) -> str:
    """A mail's text without spaces at line ends, with no more than one empty line in a row and none at the end."""
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text)).strip() + "\n"


def person(display: str, organisation: str = "") -> str:
    """What to call the person whose display name this is: `Amara` for "Delacroix, Amara"; "" if no person's name.

    A first name only where there are exactly two words; anything less plain keeps the whole name.
    """
    name = clean(display, 60).strip("\"' ")
    if "," in name:
        last, _, rest = name.partition(",")
        name = f"{rest.strip()} {last.strip()}"
    words = name.split()
    while words and words[0].rstrip(".").casefold() in _TITLES:
        words.pop(0)
    plain = all(re.fullmatch(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?", word) for word in words)
    known = {word.strip(".,").casefold() for word in words}
    if not words or len(words) > 4 or not plain or known & _NOT_A_PERSON or "…" in name:
        return ""
    if organisation and known <= {word.strip(".,").casefold() for word in organisation.split()}:
        return ""
    if name.islower() or name.isupper():  # typed in one case; "del" in a name that has capitals stays as it is
        words = [word.capitalize() for word in words]
    if len(words) == 2 and len(words[0].rstrip(".")) > 1:
        return words[0]
    return " ".join(words) if len(words[0]) > 1 else ""


def as_html(text: str) -> str:
    """A plain text mail as HTML that says the same: paragraphs and line breaks, nothing else."""
    paragraphs = [p for p in re.split(r"\n\s*\n", text.strip()) if p.strip()]
    style = "margin:0 0 1em 0;font-family:sans-serif;font-size:15px;line-height:1.45;"
    lines = (html.escape(p.strip("\n")).replace("\n", "<br>\n") for p in paragraphs)
    return "\n".join(f'<p style="{style}">{line}</p>' for line in lines) + "\n"
