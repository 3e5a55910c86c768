"""What a sender says by the help of older mail: a colleague's note that is pointed to ("see below"), questions that are
answered one by one between their lines."""

from __future__ import annotations

from itertools import dropwhile, takewhile

from soppa_mailbot import lazy_re as re
from soppa_mailbot.mail.lines import joined, lines_of
from soppa_mailbot.mail.own_words import split
from soppa_mailbot.mail.quotes import header_block
from soppa_mailbot.mail.signature_words import MONTH
from soppa_mailbot.model import Message

_POINTS = re.compile(
    r"\b(?:note|notes|message|mail|e-?mail|everything|details?|all|info\w*|request|thread|what you (?:need|asked)|"
    r"see|find)\b[^.?!\n]{0,60}\bbelow\b|\bbelow (?:is|are|you(?:'ll| will)? find)\b",
    re.IGNORECASE,
)


def colleagues_words(message: Message) -> str:
    """What the newest forwarded mail says, where its writer is of the sender's organisation and the sender points to
    it; "" otherwise, for older mail is nobody's answer (contract §4, Schools and departments)."""
    writer = message.forwarded_from[0] if message.forwarded_from else None
    if writer is None or not writer.domain or writer.domain != message.sender.domain:
        return ""
    if not _POINTS.search(message.own_words):
        return ""
    lines = lines_of(message.quoted)
    for at in range(len(lines)):
        if block := header_block(lines, at):
            return split(joined(lines[block.end :]), writer).own
    return ""


_MOST_LINES = 4  # of a quoted question, and of its answer


def answered_between(text: str) -> str:
    """Quoted questions, each with what is written right under it; "" where nothing is answered between quoted lines.

    `text`: the whole body. Two at least: what stands under a whole quoted mail is no answer to its last line.
    """
    blocks: list[tuple[bool, list[str]]] = []
    for line in text.splitlines():
        quoted = line.lstrip().startswith(">")
        words = line.strip("> \t")
        if blocks and blocks[-1][0] == quoted:
            blocks[-1][1].append(words)
        elif words or quoted:
            blocks.append((quoted, [words]))
    pairs = []
    for number, (quoted, lines) in enumerate(blocks[:-1]):
        answer = [line for line in blocks[number + 1][1] if line]
        if number + 2 == len(blocks):  # behind the last answer the sender signs
            answer = list(takewhile(bool, dropwhile(lambda line: not line, blocks[number + 1][1])))
        asked = " ".join(_last_paragraph(lines))
        if quoted and (asked.endswith(("?", ":")) or _ITEM.match(asked)) and 0 < len(answer) <= _MOST_LINES:
            pairs.append(said(asked, " ".join(answer)))
    return "\n\n".join(pairs) if len(pairs) > 1 else ""


def said(question: str, answer: str) -> str:
    """The answer under its question, as far as that says what is answered; what it proposes counts with a yes.

    "Do you need it by March 5?" - "April 9 is early enough"; "Is it for Lincoln School?" - "No, only for Hawthorn".
    """
    if yes := _YES.match(answer):
        return f"{question.rstrip('?')}.\n{answer[yes.end() :].lstrip(' .,;:!')}".strip()
    if _NO.match(answer):
        return answer
    asked = _PROPOSED.sub("then", _EXAMPLE.sub("", question)).rstrip()
    return f"{asked if asked.endswith(('?', ':')) else asked.rstrip('.') + ':'}\n{answer}"


_ITEM = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-h][.)]|[-*•])\s+\S", re.IGNORECASE)  # of a list of what is asked for
_EXAMPLE = re.compile(r" {0,2}\((?:e\.?\s?g\b|for example|for instance|such as|like)[^()]*\)", re.IGNORECASE)
_YES = re.compile(
    r"\W*(?:yes|yep|correct|right|that(?:'|’)?s (?:right|correct|it)|exactly|confirmed|sure|it is)\b", re.I
)
_NO = re.compile(r"\W*(?:no|nope|not)\b(?! later)", re.IGNORECASE)
_PROPOSED = re.compile(
    rf"\b(?i:{MONTH}) \d{{1,2}}(?:st|nd|rd|th)?(?:, ?\d{{4}})?|\d{{1,2}} (?i:{MONTH})(?: \d{{4}})?|"
    r"\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?"
    r"|(?!(?:Which|What|Your|The|Name|Participating|Using)\b)[A-Z][\w.'-]+ (?:[A-Z][\w.'-]+ )*"
    r"(?:Schools?|Elementary|Middle|High|Academy)\b(?!\()"
)


def _last_paragraph(lines: list[str]) -> list[str]:
    said: list[str] = []
    for line in reversed(lines):
        if not line and said:
            break
        if line:
            said.insert(0, line)
    return said[-_MOST_LINES:]
