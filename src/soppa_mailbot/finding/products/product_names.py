"""What a vendor says of a product's name: that it has another one, or is not the product that the District has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.names import clean_product, same_product, tokens
from soppa_mailbot.finding.common.sentences import pieces, plain
from soppa_mailbot.finding.common.subjects import SUBJECTS
from soppa_mailbot.model import Agreement

_NAME = r"(?P<name>[A-Z][\w&'+.-]*(?:[ ][A-Z0-9][\w&'+.-]*){0,4})"
# right behind the name: "FabLab Live (now: Makerbench)", "FabLab Live, formerly Makerbench, is renewed"
_BEHIND = re.compile(
    r"\b(?i:now|formerly|previously)(?:[ ](?i:known[ ]as|called|named|sold[ ]as))?:?[ ]\"?"
    + _NAME
    + r"\"?(?=[ ]?[,.;:)\n]|$)"
)
# later in its sentence: "you know the product as FabLab Live, since last year it's been called Makerbench"
_LATER = re.compile(
    r"\b(?i:(?:been|is|was)[ ](?:now[ ])?(?:called|named|renamed)|renamed(?:[ ]to)?|known[ ](?:to[ ]you[ ])?as|"
    r"a\.?k\.?a\.?|know[ ](?:it|the[ ]product|this)[ ]as)[ ]\"?" + _NAME
)
_OF_ANOTHER = re.compile(r"\b(?:our|another|other|first|we|were|they|one)\b", re.IGNORECASE)
_CLAUSE = re.compile(r";\s")
_APART = re.compile(
    r"\b(?:is|it'?s|as)[ ]an?[ ](?:completely[ ]|wholly[ ]|quite[ ])?(?:separate|different|distinct|new)"
    r"(?:,?[ ](?:new|separate|different|stand-?alone))?[ ](?:product|program|tool|app|software|offering|module)\b"
    r"|\b(?:isn'?t|is[ ]not|are[ ]not|not)[ ](?:a[ ])?(?:part[ ]of|included[ ]in|covered[ ]by)\b[^.;]{0,60}"
    r"\b(?:agreements?|contracts?|you[ ](?:already[ ])?(?:have|use|own)|your[ ]licen[cs]e)\b",
    re.IGNORECASE,
)
_EDITION = r"(?:Plus|Pro|Premium|Max|Live|Deluxe|Elite|Advanced|Complete|Professional|Enterprise)"
# what makes an edition of a name as well, and another product of it where the mail says so
_MORE = (
    r"(?:Households?|Famil(?:y|ies)|Home|Cloud|Staff|Teachers?|Educators?|Students?|Classrooms?|Schools?|Districts?|"
    r"Campus|One|Two|Three|Basic|Standard|Free|Lite|Full|App|Services?|Access|AI)"
)
# right behind name and edition: "Orbit Household, our new parent messaging product"
_NEW_ONE = (
    r"[ ]?[,(-]+[ ]?(?:it'?s[ ]|which[ ]is[ ]|is[ ])?(?:our|an?|the)[ ](?:brand[- ]|all[- ])?new(?:est)?,?[ ]"
    r"(?:(?!pric|licen|renew|discount|loyalty)[\w-]+[ ]){0,4}?"
    r"(?:product|program|tool|app|software|offering|module|service)\b"
    r"(?![ ](?:name|line|edition|version|tier|plan|level|bundle|package|licen|code|key|number))"
)
# "... which the Orbit you use now does not", "unlike the Orbit you have", "the Orbit that you have has no such thing"
_UNLIKE = (
    r"\b(?:unlike[ ](?:the|your)[ ](?:\w+[ ])?{name}\b"
    r"|(?:the|your)[ ](?:\w+[ ])?{name}\b[^.;]{{0,50}}\b(?:do(?:es)?|did|has|have)(?:n't|[ ]not|[ ]no|[ ]never)\b"
    r"|(?:not|n't)[ ](?:in|by|with|from)[ ](?:the|your)[ ](?:\w+[ ])?{name}\b)"
)
# the data or the working of it is another, not its price or its number of reports
_OTHER_DATA = re.compile(
    r"\b(?:collects?|collecting|records?|recordings?|captures?|gathers?|stores?|shares?|sends?|transmits?|track(?:s|ing)?|"
    r"voices?|videos?|webcams?|cameras?|biometric\w*|facial|locations?|gps|health|keystrokes?|personal|data|ai|"
    r"artificial[ ]intelligence|chat ?bots?)\b",
    re.IGNORECASE,
)


def registered_as(name: str, texts: Iterable[str], register: Sequence[Agreement]) -> str:
    """The name under which a product stands on the register, where the vendor says that it is called so as well.

    "" where it stands there under `name`, or the other name does not.
    """
    rows = [row for row in register if row.product]
    called = plain(clean_product(name)).casefold()
    if any(same_product(name, row.product) for row in rows):
        return ""
    for text in texts:
        for sentence in _clauses(text):
            before, named, after = sentence.casefold().rpartition(called)
            if not named:
                continue
            start = len(before) + len(named)
            behind, later = _BEHIND.match(sentence, start + _gap(after)), _LATER.search(sentence, start)
            if later and _OF_ANOTHER.search(sentence[start : later.start()]):
                later = None
            for match in filter(None, (behind, later)):
                row = next((row for row in rows if same_product(match["name"], row.product)), None)
                if row is not None:
                    return row.product
    return ""


def _clauses(text: str) -> Iterator[str]:
    for piece in pieces(plain(text)):
        yield from _CLAUSE.split(piece.text)


def _gap(after: str) -> int:
    """How many characters part a name from the words right behind it: `, (`."""
    return len(after) - len(after.lstrip(' ,("'))


def told_apart(name: str, texts: Iterable[str], body: str) -> str:
    """The name with the word that makes it another product, where the mail says that it is one: "Orbit Math Plus".

    "" where it says no such thing, or no such word follows the name.
    """
    clauses = list(_clauses(body))
    told = (sentence[: m.start()] for sentence in clauses if (m := _APART.search(sentence)))
    if not any(_of_it(before, name) for before in told) and not _is_new(name, clauses):
        return ""
    longer = re.compile(rf"\b{re.escape(name)}[ ](?:{_EDITION}|(?-i:{_MORE}))\b", re.IGNORECASE)
    found = next((m for text in texts if (m := longer.search(text))), None)
    return found.group() if found else ""


def _is_new(name: str, clauses: Sequence[str]) -> bool:
    """Whether an edition of the name is introduced as a new product, or does with data what the product does not."""
    spelt = re.escape(plain(name))
    introduced = re.compile(rf"\b{spelt}(?:[ ](?:(?-i:{_EDITION}|{_MORE}))){{1,2}}(?:{_NEW_ONE})", re.IGNORECASE)
    unlike = re.compile(_UNLIKE.format(name=spelt), re.IGNORECASE)
    for number, clause in enumerate(clauses):
        if introduced.search(clause):
            return True
        near = " ".join(clauses[max(0, number - 1) : number + 1])
        if unlike.search(clause) and _OTHER_DATA.search(near):
            return True
    return False


def _of_it(before: str, name: str) -> bool:
    """Whether a sentence speaks of the product up to its verb: "Orbit Math Plus is", "Plus is", "It isn't"."""
    pronoun = re.match(r"\s*(?:it|this|that)\b", before, re.IGNORECASE)
    return bool(pronoun or plain(name).casefold() in before.casefold() or re.search(rf"\b{_EDITION}\b", before))


_LED_BY_LETTERS = re.compile(r"([A-Z]{2,5})\s+(?=[A-Z])(\S.*)")
# no article's code, but an edition or what it is about: "AI Airtutor", "ELL Ellipsis"
_TELLING = frozenset(tokens("ai ap ar ell esl hd ib jr lite max mini plus pro vr xl")) | SUBJECTS


def without_code(name: str) -> str:
    """The name behind a code that is made of its own letters, as price lists make them: "PBD Planet Braid"; else ""."""
    match = _LED_BY_LETTERS.fullmatch(name.strip())
    if match is None or match[1].casefold() in _TELLING:
        return ""
    code, bare = match[1].casefold(), match[2].casefold()
    letters, initials = iter(bare), {word[0] for word in bare.split()}
    return match[2] if code[0] == bare[0] and all(c in letters for c in code) and initials <= set(code) else ""
