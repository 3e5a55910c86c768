"""An order form that is made out to another school district.

The customer stands behind a label or in the title. Who else is named, a cooperative whose contract is used or a
reference, is no customer; and one label that names this District or one of its schools is enough. A list of what many
customers ordered is no offer to any of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.bounded import PAPER, bounded
from soppa_mailbot.finding.common.names import occurs, tokens
from soppa_mailbot.finding.orders.no_offer import Ruling
from soppa_mailbot.finding.products.line_items_heads import header_roles

_LABEL = re.compile(
    r"(?:^|(?<=\t))\W{0,4}(?:(?:(?:\w+[ ]){0,2}?prepared[ ](?:exclusively[ ]|especially[ ]|expressly[ ])?for|"
    r"(?:(?:price|cost|renewal|sales)[ ])?(?:quote|quotation|proposal|estimate|order(?:[ ]form)?)"
    r"(?:[ ]?#?[\w-]*\d[\w-]*)?[ ](?:for|to)|quoted[ ](?:for|to)|"
    r"customer(?:[ ](?:name|information))?|client(?:[ ]name)?|"
    r"bill(?:ed|ing)?[ ]to|sold[ ]to|ship(?:ped|ping)?[ ]to|deliver[ ]to|end[ ]user|"
    r"account(?:[ ]name)?|organi[sz]ation|"
    r"(?:school[ ])?district(?:[ ]name)?|licensee|subscriber|buyer|purchaser|submitted[ ]to)(?:[ ]?:[ ]?|[ ]?\t|"
    r"[ ]|$)|"
    r"(?:to|for)(?:[ ]?:[ ]?|[ ]?\t))",
    re.IGNORECASE | re.MULTILINE,
)
# what makes a name that of a district: "Cedar Grove CUSD 12", "Cedar Grove Public Schools"
_KIND = re.compile(
    r"\b(?:[A-Z]{0,6}S\.?D\.?|ISD|(?i:(?:community|consolidated|unified|independent|elementary|high|unit|public|"
    r"city|county|"
    r"township|area|central|union)[ ]){0,4}(?i:school[ ]district|schools|school[ ]corporation|unit[ ]district))(?!\w)"
)
_NUMBER = re.compile(r"(?<![\w-])(?:[A-Z]{1,6})?(\d{1,4})(?:-?[A-Z])?(?![\w-])")
_NO_NAME = frozenset(
    tokens(
        """
        community consolidated unified independent elementary high unit public city county township area central union
        school schools district districts corporation no number of the and il illinois cusd ccsd chsd usd isd sd esd
        hsd psd csd rcusd attn board education dept office department business
        """
    )
)
_KINDS = frozenset(tokens("middle junior primary intermediate grade charter academy"))
_MOST_WORDS = 9  # of a district's name
_ADDRESS = re.compile(r"\s(?=\d{2,5}\s[A-Z][a-z])|,\s|\s[-–—(]\s?|;\s|(?<!No)\.\s|\sc/o\s|\battn\b", re.IGNORECASE)
_SCHOOL = re.compile(
    r"\b(?:elementary|middle|high|junior[ ]high|primary|intermediate|grade|charter|christian|catholic|lutheran)"
    r"[ ]school\b",
    re.IGNORECASE,
)
# "Springfield, MO", "Gary, Indiana 46401": a school there is none of an Illinois district
_ELSEWHERE = re.compile(
    r",[ ]?(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|"
    r"V[AT]|"
    r"W[AIVY]|Missouri|Indiana|Iowa|Wisconsin|Kentucky|Michigan|Ohio|Texas|California|Florida|Minnesota)"
    r"(?:[ ]\d{5}(?:-\d{4})?)?[ ]*(?:$|[\n\t,;])"
)
_NEARBY = 160  # characters from a customer's name to its town
_AT_HOME = re.compile(
    r"\W{0,4}(?:(?:parent|family|famil(?:y|ies)|home-?[ ]?school|individual|household|personal|consumer|home)"
    r"(?:[ ]?[/&][ ]?|[ ](?:and|or)[ ]|[ ])?){1,3}(?:order|purchase|subscription|plan|quote)(?:[ ]form)?\W{0,4}",
    re.IGNORECASE,
)
_HEAD = 14  # lines in which a title stands
_COLUMN = re.compile(
    r"(?:customers?|clients?|accounts?|(?:school[ ])?districts?|organi[sz]ations?|bill[ ]to|sold[ ]to|ship[ ]"
    r"to)(?:[ ]name)?",
    re.IGNORECASE,
)
_DONE = re.compile(r"(?:shipped|paid|fulfilled|delivered|invoiced|completed?|closed|activated)", re.IGNORECASE)
_FEWEST_ROWS = 2
_PIECES = 3  # of "Jane Smith, Cedar Grove School District 12, Finance"
_LINES_BELOW = 2  # under an empty label: a person's name may stand first


def ruling(text: str, district_names: Sequence[str], schools: Sequence[str] = ()) -> Ruling | None:
    """The other district that the paper is for; None where it is for this one, or where nobody can tell."""
    text = bounded(text, PAPER)
    if listed := _many_customers(text, district_names, schools):
        return listed
    named = list(dict.fromkeys(_customers(text)))
    if any(_ours(name, district_names) for name, _ in named):
        return None
    known = any(occurs(name, text) for name in (*district_names, *schools))
    others = [name for name, _ in named if _is_district(name)]
    if not others:
        return None if known else _other_school(named, schools) or _at_home(text)
    other = others[0]
    if known or _like_ours(other, district_names):
        return Ruling(f"may be for another district ({other})", False, other)
    return Ruling(f"a quote for another district ({other})", True, other)


def _other_school(named: Sequence[tuple[str, str]], schools: Sequence[str]) -> Ruling | None:
    """A school as the customer that is none of the District's, in a paper that names none of these."""
    for name, behind in named:
        words = _telling(name) - _KINDS
        if _SCHOOL.search(name) and words and not any(words & _telling(own) for own in schools):
            elsewhere = _ELSEWHERE.search(behind)
            said = f"a quote for another school ({name})" if elsewhere else f"may be for another school ({name})"
            return Ruling(said, elsewhere is not None, name)
    return None


def _at_home(text: str) -> Ruling | None:
    head = [line for line in text.splitlines() if line.strip()][:_HEAD]
    titled = next((m for line in head for cell in line.split("\t") if (m := _AT_HOME.fullmatch(cell.strip()))), None)
    return Ruling("an order form for families", True, titled[0]) if titled else None


def _many_customers(text: str, district_names: Sequence[str], schools: Sequence[str]) -> Ruling | None:
    """A table with a column of customers: what others ordered, or what is done with all of their orders."""
    lines = [[cell.strip() for cell in line.split("\t")] for line in text.splitlines()]
    for at, head in enumerate(lines):
        column = next((i for i, cell in enumerate(head) if _COLUMN.fullmatch(cell)), None)
        if column is None or not header_roles("\t".join(head)):
            continue
        rows = [row for row in lines[at + 1 :] if len(row) == len(head)]
        names = [row[column] for row in rows if row[column]]
        ours = [n for n in names if _ours(n, district_names) or any(occurs(school, n) for school in schools)]
        others = [name for name in names if _is_district(name) and name not in ours]
        if len(set(names)) < _FEWEST_ROWS or not others:
            continue
        done = sum(any(_DONE.fullmatch(cell) for cell in row) for row in rows) == len(rows)
        if not ours:
            return Ruling("a list of what other districts ordered", True, others[0])
        return Ruling("a list of orders of many districts", done, others[0])
    return None


def _customers(text: str) -> Iterator[tuple[str, str]]:
    """The names behind labels, each with what follows it."""
    for found in _LABEL.finditer(text):
        rest = text[found.end() : found.end() + 400].split("\n")
        lines = [rest[0]] if rest[0].strip() else rest[1 : 1 + _LINES_BELOW]
        behind = text[found.end() : found.end() + _NEARBY]
        for line in lines:
            for cell in line.split("\t")[:2]:
                for piece in _ADDRESS.split(cell.strip(" :.,"))[:_PIECES]:
                    if name := piece.strip(" :.,)")[:80]:
                        yield name, behind


def _is_district(name: str) -> bool:
    kind = _KIND.search(name)
    before = [t for t in tokens(name[: kind.start()]) if t not in _NO_NAME] if kind else []
    return bool(before) and name[:1].isupper() and len(name.split()) <= _MOST_WORDS


def _ours(name: str, district_names: Sequence[str]) -> bool:
    return any(_same(name, own) for own in district_names)


def _same(name: str, own: str) -> bool:
    """By its words and its number; either may be left out, but not be another."""
    words, own_words = _telling(name), _telling(own)
    numbers, own_numbers = set(_NUMBER.findall(name)), set(_NUMBER.findall(own))
    if numbers and own_numbers and not numbers & own_numbers:
        return False
    if occurs(own, name) or (own_words and own_words <= words):
        return True
    initials = "".join(w[0] for w in own.split() if w[:1].isupper()).casefold()[:2]
    known = not words or bool(words & own_words) or any(t.startswith(initials) for t in words)
    return bool(numbers & own_numbers) and known


def _like_ours(name: str, district_names: Sequence[str]) -> bool:
    """Whether a slip could have made it of our name: they share a word, and no number says otherwise."""
    numbers = set(_NUMBER.findall(name))
    return any(
        _telling(name) & _telling(own) and not (numbers and set(_NUMBER.findall(own)) - numbers)
        for own in district_names
    )


def _telling(name: str) -> set[str]:
    return {t for t in tokens(name) if t not in _NO_NAME and not any(c.isdigit() for c in t)}
