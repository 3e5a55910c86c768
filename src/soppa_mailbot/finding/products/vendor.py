"""Who writes: the operator or reseller, as well as it can be told.

A form's own answer says it best, then the order form, a line with a legal form, the register's row for the mail domain.
Many vendors sign without "Inc.": then the words that their mail domain is made of are looked for ("Maple & Pine
Publishing" at mapleandpine.example).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.bounded import bounded
from soppa_mailbot.finding.common.names import company_core, domain_matches, is_company_word, occurs, tokens
from soppa_mailbot.model import Address, Agreement, Form, Kind, Message, PaperFinding

_COMPANY_LINE = re.compile(
    r"^(?:.{0,60}?[|,•·–—]\s*)?([A-Z0-9][\w&'’. -]{1,50}?,?\s(?:Inc|LLC|L\.L\.C|Ltd|Corp|Corporation|"
    r"Company|Co|LLP|PBC)\b\.?)",
    re.MULTILINE,
)
_FREE_MAIL = re.compile(r"gmail|yahoo|outlook|hotmail|icloud|aol|live|msn|proton(?:mail)?|comcast|att|me|gmx")
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "edu", "ac", "k12", "gov"})  # of "acme.co.uk", "acme.com.mx"
_BEFORE_A_NAME = re.compile(r"(?:get|try|use|go|my|the|hello|team|join|meet)(?=.{4})")  # "getmarlow.com" is Marlow's
_WORD = re.compile(r"&|[^\W_][\w'’-]*\.?(?=[\s,;:|)(!?]|$)")
_LINKS = frozenset({"&", "and", "of", "the", "for"})
_SHORTEST = 5  # letters of a name that only begins the domain's
_LONGEST_NAME = 6  # words
_LOOKED_THROUGH = 6000  # characters of each text


def vendor_name(
    message: Message,
    found: Sequence[PaperFinding],
    forms: Sequence[Form],
    names: Sequence[str],
    *,
    inside: bool,
    register: Sequence[Agreement] = (),
    texts: Sequence[str] = (),
) -> str:
    """The writing company's name; of a mail that staff forwards (`inside`), that of the vendor who wrote it.

    `names` are the District's own, `texts` the words of the order forms and of mails that this one carries.
    """
    candidates = [f.answer("operator") for f in forms if f.status != "blank"]
    candidates += [p.vendor for p in found if p.kind == Kind.ORDER_FORM]
    if not inside:
        candidates += [m.group(1) for m in _COMPANY_LINE.finditer(message.signature[:1500])]
        candidates += [m.group(1) for m in _COMPANY_LINE.finditer(message.own_words[-600:])]
    address = message.forwarded_from[0] if inside and message.forwarded_from else message.sender
    if address is not message.sender or not inside:
        candidates += [r.operator for r in register if any(domain_matches(address.domain, d) for d in r.domains)]
        said = (message.own_words, address.name, message.subject, *texts)
        candidates.append(name_in_domain(address.domain, said, signature=message.signature))
    for name in candidates:
        cleaned = " ".join(name.split())[:80]
        if company_core(cleaned) and not any(occurs(d, cleaned) for d in names):
            return cleaned
    return _from_address(address)


def name_in_domain(domain: str, texts: Iterable[str], *, signature: str = "") -> str:
    """The capitalised words of these texts that a mail domain is made of, "" if there are none.

    The fullest name wins: "Maple & Pine Publishing" before "Maple & Pine"; words that only begin the domain's label
    ("Gulliver" at gulliverdata.example) count when nothing spells it in full. In a signature the name goes on to the
    end of its line or cell ("Acme Ed Supply | 5 Main St").
    """
    label = re.sub(r"[^a-z0-9]", "", _label(domain))
    if len(label) < 3 or _FREE_MAIL.fullmatch(label):
        return ""
    labels = {label, _BEFORE_A_NAME.sub("", label, count=1)}
    best, rank = "", (0, 0)
    for text in (signature, *texts):
        for line in bounded(text)[:_LOOKED_THROUGH].splitlines():
            for name, score in _in_line(line, labels, whole=text is signature):
                if (score, len(name)) > rank:
                    best, rank = name, (score, len(name))
    return best


def _in_line(line: str, labels: Iterable[str], *, whole: bool) -> Iterable[tuple[str, int]]:
    """Names in a line, each with how well it fits; `whole`: a name may be all that stands in its cell."""
    words = list(_WORD.finditer(line))
    for first, start in enumerate(words):
        if not start[0][:1].isupper() and not start[0][:1].isdigit():
            continue
        for last in range(first, min(first + _LONGEST_NAME, len(words))):
            word = words[last]
            if last > first and not _follows(line, words[last - 1], word):
                break
            spelt = line[start.start() : word.end()]
            score = max((_score(spelt, label) for label in labels), default=0)
            if score:
                end = _to_the_end(line, words, last) if whole else _with_company_words(line, words, last)
                yield line[start.start() : words[end].end()].rstrip(".,;: "), score


def _follows(line: str, before: re.Match[str], word: re.Match[str]) -> bool:
    """Whether a name goes on: on the same run of words, with a capital or a linking word."""
    between = line[before.end() : word.start()]
    return between in (" ", "") and (word[0][:1].isupper() or word[0][:1].isdigit() or word[0] in _LINKS)


def _score(spelt: str, label: str) -> int:
    """2: these words are the label; 1: they begin it; 0: neither."""
    with_and = "".join(tokens(spelt.replace("&", " and ")))
    without = "".join(t for t in tokens(spelt) if t not in ("and", "the"))
    if label in (with_and, without, "".join(tokens(spelt))):
        return 2
    enough = len(with_and) >= _SHORTEST and 2 * len(with_and) >= len(label)
    return 1 if enough and label.startswith((with_and, without or with_and)) else 0


def _with_company_words(line: str, words: Sequence[re.Match[str]], last: int) -> int:
    """The index of the last word of the name: "Publishing", "Labs", "Software Inc." belong to it."""
    while last + 1 < len(words) and words[last + 1][0][:1].isupper() and is_company_word(words[last + 1][0]):
        if line[words[last].end() : words[last + 1].start()] not in (" ", ", "):
            break
        last += 1
    return last


def _to_the_end(line: str, words: Sequence[re.Match[str]], last: int) -> int:
    """The last word of the cell when only capitalised words lead there, a few at most."""
    end = last
    while end + 1 < len(words) and end - last < 4 and _follows(line, words[end], words[end + 1]):
        end += 1
    rest = line[words[end].end() :].lstrip(" .")
    return end if not rest or rest[0] in ",|•·-–—/" else _with_company_words(line, words, last)


def _label(domain: str) -> str:
    """The part of a domain that somebody chose: "acme" of mail.acme.co.uk."""
    parts = domain.casefold().split(".")
    if len(parts) < 2:
        return ""
    return parts[-3] if len(parts) > 2 and parts[-2] in _SECOND_LEVEL else parts[-2]


def _from_address(address: Address) -> str:
    """The organisation behind an address: its domain's own label; a free-mail address is a person's."""
    label = _label(address.domain)
    if not label or _FREE_MAIL.fullmatch(label):
        return address.name or address.email
    return label.replace("-", " ").title()
