"""text/plain to lines: format=flowed put together again (RFC 3676)."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.mail.decoding import clean_body
from soppa_mailbot.mail.lines import Line, lines_of

_DEPTH = re.compile(r">*")


def plain_lines(text: str, *, flowed: bool = False, delsp: bool = False) -> list[Line]:
    """The lines of a text/plain body; quoted ones keep a "> " for each level."""
    text = clean_body(text)
    return lines_of(unflowed(text, delsp=delsp) if flowed else text)


def unflowed(text: str, *, delsp: bool = False) -> str:
    """RFC 3676 §4.2-4.5: a line that ends with a blank goes on in the next of its quote depth; "-- " never does."""
    out: list[list[str]] = []  # lines, each in the pieces it was broken into
    open_depth = -1  # depth of the paragraph that is still going on
    for line in text.split("\n"):
        depth = _DEPTH.match(line).end()  # type: ignore[union-attr]  # matches anywhere
        content = line[depth:]
        content = content[1:] if content.startswith(" ") else content  # space-stuffing
        signature = content == "-- "
        soft = content.endswith(" ") and not signature
        if soft and delsp:
            content = content[:-1]
        if depth == open_depth and not signature:
            out[-1].append(content)
        else:
            out.append(["> " * min(depth, 20), content])
        open_depth = depth if soft else -1
    return "\n".join("".join(pieces) for pieces in out)
