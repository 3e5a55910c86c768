"""Where the writer's own words end and the signature begins, line by line.

Two wrongs are possible. A vendor's address, slogan or legal footer left in the own words lets its school-like names
count; a line of content taken into the signature loses what the vendor said. So a signature must begin with something
that begins one (a closing, "-- ", the sender's own name, a name over a title or a telephone number, a footer), and what
follows is taken line by line for as long as it looks like one: labelled lines ("Schools: ..."), postscripts, lists,
prices, dates and requests are always own words, wherever they stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from soppa_mailbot import lazy_re as re
from soppa_mailbot.mail import signature_words as words
from soppa_mailbot.mail.lines import OWN, SIGNATURE, Line
from soppa_mailbot.model import Address

MAX_SIGNATURE_LINE = 140
MAX_SIGNATURE_LINES = 200  # with all its footers; also bounds the work on a mail that is nothing but closings
MAX_SCANNED = 500  # characters of a line that are looked at
_CREDENTIALS = re.compile(
    r"(?:dr|mrs?|ms|mx|prof|phd|edd|mba|med|cpa|jr|sr|ii|iii|esq|she|hers?|he|him|his|they|them|the)\Z"
)


@dataclass(frozen=True, slots=True)
class Writer:
    """Who signs: words of the sender's name, and the sender's domain without its ending, squeezed ("acmelearning")."""

    names: frozenset[str]
    organisation: str

    @classmethod
    def of(cls, sender: Address) -> Writer:
        local = sender.email.rpartition("@")[0]
        tokens = _tokens(sender.name) + [t for t in _tokens(re.sub(r"[._+-]", " ", local)) if len(t) > 2]
        labels = sender.domain.split(".")
        organisation = max(labels[:-1], key=len, default="")
        return cls(frozenset(t for t in tokens if not _CREDENTIALS.match(t)), re.sub(r"\W", "", organisation))

    def signs(self, text: str) -> bool:
        """A line that is the sender's name: whole or in part, with a title or a company behind it, never a sentence."""
        text = text.strip().lstrip("-–—~/* ")
        head, _, rest = _cut(text)
        tokens = [t for t in _tokens(head) if not _CREDENTIALS.match(t)]
        if not 1 <= len(tokens) <= 5 or (rest and not _short(rest)):
            return False
        known = sum(1 for t in tokens if t in self.names)
        initials = sum(1 for t in tokens if len(t) == 1)
        return known > 0 and known + initials >= len(tokens) - (1 if known > 1 else 0)

    def is_named(self, text: str) -> bool:
        """Whether a line is the company's name and no more: "Acme Learning Software, Inc."."""
        squeezed = re.sub(r"[\W_]", "", text.casefold())
        names = all(word[0].isupper() or word[0].isdigit() for word in re.findall(r"\w+", text))
        return len(self.organisation) > 3 and self.organisation in squeezed and names and len(text.split()) <= 6

    def is_company(self, text: str) -> bool:
        squeezed = re.sub(r"[\W_]", "", text.casefold())
        return len(self.organisation) > 3 and self.organisation in squeezed and _short(text)


def _tokens(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text.casefold())


def _cut(text: str) -> tuple[str, str, str]:
    match = re.search(r"\s*(?:[,|(/•·@:]|\s[-–—]\s|\s(?:at|from|of|with)\s)\s*", text)
    return (text[: match.start()], match.group(), text[match.end() :]) if match else (text, "", "")


def _short(text: str) -> bool:
    """No sentence and nothing that a buyer would act on."""
    text = text.strip()
    if len(text) > 90 or words.CONTENT.search(text) or words.NEW_SENTENCE.search(text):
        return False
    return not words.SENTENCE_END.search(text) or words.CORPORATE_END.search(text) is not None


def _kinds(lines: list[Line], writer: Writer) -> list[str]:
    """What each line is (`_kind`)."""
    out: list[str] = []
    signed = False
    for line in lines:
        out.append(_kind(line.text, writer, signed=signed))
        signed = signed or out[-1] in ("closing", "delimiter", "name", "device", "legal")
    return out


def _kind(text: str, writer: Writer, *, signed: bool) -> str:
    """What one line is: blank | content | postscript | closing | delimiter | name | contact | legal | device | noise |
    other.

    `content` is what never belongs to a signature; `other` is what may, if a signature stands around it. `signed`: a
    signature may have begun before it.
    """
    text = text.strip()[:MAX_SCANNED]
    if not text:
        return "blank"
    if words.DELIMITER.match(text):
        return "delimiter"
    if words.NOISE.match(text):
        return "noise"
    if words.POSTSCRIPT.match(text):
        return "postscript"
    if words.DEVICE.match(text):
        return "device"
    if words.CLOSING.match(text) or _closing_with_name(text, writer):
        return "closing"
    if _is_legal(text, signed=signed) and not words.CONTENT_LABEL.match(text):
        return "legal"
    if signed and words.MOTTO.fullmatch(text) and not words.CONTENT.search(text):
        return "legal"
    if writer.signs(text):
        return "name"
    if _is_content(text):
        return "content"
    return "contact" if _is_contact(text, writer) else "other"


def _is_legal(text: str, *, signed: bool) -> bool:
    if words.LEGAL.search(text):
        return True
    if not words.MAYBE_LEGAL.search(text):
        return False
    return words.LEGAL_WORDS.search(text) is not None or (signed and not words.CONTENT.search(text))


def _is_content(text: str) -> bool:
    if words.CONTACT_LABEL.match(text) or words.PROMO.search(text):
        return False
    if words.CONTENT_LABEL.match(text) or words.BULLET.match(text) or words.SALUTATION.match(text):
        return True
    if words.CONTENT.search(text):
        return not (words.LEGAL_WORDS.search(text) or (words.PHONE.search(text) and len(text) < 40))
    label = words.ANY_LABEL.match(text)
    return label is not None and not _is_reachable(text[label.end() :])


def _is_reachable(text: str) -> bool:
    return any(p.search(text) is not None for p in (words.PHONE, words.EMAIL_OR_URL, words.STREET))


def _is_contact(text: str, writer: Writer) -> bool:
    if len(text) > MAX_SIGNATURE_LINE:
        return False
    if words.CONTACT_LABEL.match(text) or _is_reachable(text) or words.CITY_STATE.match(text):
        return True
    return _short(text) and bool(words.TITLE.search(text) or words.COMPANY.search(text) or writer.is_company(text))


def _closing_with_name(text: str, writer: Writer) -> bool:
    """ "Thanks, Dana" and "Best - Dana Whitcombe" """
    start = words.CLOSING_START.match(text)
    if start is None:
        return False
    rest = text[start.end() :].lstrip("-–—~ ")
    if writer.signs(rest):
        return True
    return words.NAME_LIKE.match(rest) is not None and not words.SCHOOL_WORD.search(rest) and len(rest) < 40


def _followers(kinds: list[str]) -> list[str]:
    """For each line the kind of the next one that says something, "" for none."""
    out: list[str] = []
    following = ""
    for kind in reversed(kinds):
        out.append(following)
        following = following if kind in ("blank", "noise") else kind
    return out[::-1]


class _Scan:
    """Marks the lines of signatures among the lines that are not quoted."""

    def __init__(self, lines: list[Line], writer: Writer) -> None:
        self.lines = lines
        self.writer = writer
        self.kinds = _kinds(lines, writer)
        self.next_kinds = _followers(self.kinds)
        self.marked = [False] * len(lines)
        self.settled = 0  # all lines before it are blank or marked; a mark is never taken back

    def run(self) -> None:
        self.banners()
        self.office()
        at = 0
        while at < len(self.lines):
            strength = self.begins(at)
            taken, end, strength = self.follow(at, strength) if strength else ([], at + 1, 0)
            if strength > 1 or (strength and end == len(self.lines)):
                for index in taken:
                    self.marked[index] = True
                at = end
            else:
                at += 1

    def banners(self) -> None:
        """Warnings that a mail gateway puts on top are nobody's words."""
        seen = 0
        for index, line in enumerate(self.lines):
            if line.blank:
                continue
            seen += 1
            if seen > 6:
                return
            if words.BANNER.search(line.text.strip()):
                while index < len(self.lines) and not self.lines[index].blank:
                    self.marked[index] = True
                    index += 1

    def office(self) -> None:
        """ "Contracts Department" over the company's name at the end of a mail that nobody signs."""
        said = [n for n, line in enumerate(self.lines) if not line.blank]
        if len(said) < 3 or said[-1] != said[-2] + 1 or said[-2] == said[-3] + 1:
            return
        office, company = (self.lines[n].text.strip() for n in said[-2:])
        if words.SELLERS_OFFICE.fullmatch(office) and self.writer.is_named(company):
            for n in said[-2:]:
                self.marked[n] = True

    def begins(self, at: int) -> int:
        """How surely a signature begins here: 0 not, 1 if it goes to the end, 2 whatever comes after."""
        kind, text = self.kinds[at], self.lines[at].text.strip()
        if kind == "blank" or self.marked[at]:
            return 0
        if self.lines[at].role == SIGNATURE:
            return 2 if kind not in ("content", "postscript") else 0
        if kind in ("delimiter", "legal", "device"):
            return 2 if kind != "delimiter" or self.looks_signed(at + 1) else 0
        if kind in ("closing", "name"):
            return 1
        following = self.next_kinds[at]
        if kind == "contact" and following == "contact" and self.is_first(at):
            return 1 if self.has_street(at) else 0  # a letterhead
        if kind == "noise" or words.RULE.match(text):
            return 1 if following in ("name", "contact", "legal", "noise") else 0
        if text.endswith(",") and len(text.split()) <= 4 and at and self.lines[at - 1].blank and following == "name":
            return 1  # "Onward and upward,"
        if words.NAME_LIKE.match(text) and not words.SCHOOL_WORD.search(text) and following in ("contact", "name"):
            return 1 if at == 0 or self.lines[at - 1].blank else 0
        return 0

    def is_first(self, at: int) -> bool:
        while self.settled < at and (self.marked[self.settled] or self.lines[self.settled].blank):
            self.settled += 1
        return self.settled >= at

    def has_street(self, at: int) -> bool:
        return any(words.STREET.search(line.text[:MAX_SCANNED]) for line in self.lines[at : at + 3])

    def looks_signed(self, at: int) -> bool:
        """Behind "-- ": not the rule that some draw between two chapters of a long mail."""
        following = (self.kinds[index] for index in range(at, len(self.kinds)))
        rest = list(islice((kind for kind in following if kind != "blank"), 13))
        return len(rest) <= 12 or rest[0] in ("name", "contact")

    def follow(self, begin: int, strength: int) -> tuple[list[int], int, int]:
        """Take lines from `begin` for as long as they belong: the lines taken, where it stops, how sure it is."""
        taken: list[int] = []
        names = 0
        at = begin
        after_label = False
        while at < min(len(self.lines), begin + MAX_SIGNATURE_LINES):
            kind = self.kinds[at]
            text = self.lines[at].text.strip()
            if kind == "blank":
                after_label = False
            elif kind == "postscript":
                return taken, at, strength
            elif after_label or (kind == "content" and at > begin):
                if not (words.ANY_LABEL.match(text) or words.CONTENT_LABEL.match(text) or after_label):
                    return taken, at, strength
                after_label = text.endswith((":", "->")) or (after_label and not text.endswith("."))
            elif kind == "other" and at > begin and not self.may_belong(at, taken, strength, names):
                return taken, at, strength
            else:
                taken.append(at)
                names += kind == "name" or (kind == "other" and strength == 1 and self.kinds[begin] == "closing")
                strength = min(3, strength + (kind in ("contact", "legal", "device") and at > begin))
                strength = min(3, strength + (kind == "name" and self.kinds[begin] in ("closing", "delimiter")))
            at += 1
        return taken, at, strength

    def may_belong(self, at: int, taken: list[int], strength: int, names: int) -> bool:
        """A line that says nothing of itself: a slogan, a name nobody told us, an office."""
        text = self.lines[at].text.strip()
        if self.lines[at].role == SIGNATURE or words.LEGAL_WORDS.search(text):
            return True
        legal = any(self.kinds[i] == "legal" for i in taken[-3:])
        if strength > 1 and (legal or words.PROMO.search(text) or _short(text) or len(text) > MAX_SIGNATURE_LINE):
            return True
        touches = bool(taken) and all(line.blank for line in self.lines[taken[-1] + 1 : at]) and at - taken[-1] <= 2
        adjacent = touches and at - taken[-1] == 1
        if not names and self.kinds[taken[0]] in ("closing", "delimiter"):
            # the name below a closing, when it isn't the display name's
            named = words.NAME_LIKE.match(text) or re.match(r"^[-–—~]?\s?\w[\w'’.-]{1,20}$", text)
            return touches and named is not None and not words.SCHOOL_WORD.search(text)
        return adjacent and _short(text)


def mark_signatures(lines: list[Line], sender: Address) -> list[Line]:
    """Give the lines of signatures, footers and gateway banners the role SIGNATURE; the others become own words."""
    scan = _Scan(lines, Writer.of(sender))
    scan.run()
    marked = scan.marked
    if not any(not m and not line.blank for m, line in zip(marked, lines, strict=True)):
        # "Thank you!" and a name: the whole of what was said
        first = next((i for i, kind in enumerate(scan.kinds) if kind == "closing"), None)
        if first is not None:
            marked[first] = False
    return [line.as_(SIGNATURE if m else OWN) for m, line in zip(marked, lines, strict=True)]
