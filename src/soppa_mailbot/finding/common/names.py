"""Names of products and companies as people write them, and when two of them are the same thing.

Products are compared strictly on the words that tell one product from another ("Writing" against "Math", "2" against
"3") and loosely on everything that a quote adds to a name: editions, licence terms, grades, years, "
"trademark signs.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from soppa_mailbot import lazy_re as re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What a price list adds to a product's name. Never telling: both sides lose these words before they are compared.
_EDITION = _words(
    """
    licence licences license licenses licensing lic seat seats subscription subscriptions sub renewal renew
    renewed annual annually yearly year years yr yrs month months monthly mo term school schools site sites
    building buildings district districts districtwide wide campus per user users student students teacher
    teachers educator educators staff classroom class classes pupil pupils learner learners household access
    unlimited pilot trial new existing edition editions version plan tier package bundle pack premium pro
    professional enterprise standard basic plus lite free deluxe complete full saas software platform
    application app edu academic product service services hosted cloud web based grade grades gr elementary secondary
    and for the of a an with up to incl including one two three enrollment enrolment quote order form estimate
    proposal price purchase tm sm
    """
)
_LEGAL = _words(
    """
    inc incorporated llc llp lp ltd limited corp corporation co company plc gmbh pbc pllc sa ag bv pty sarl
    the
    """
)
# Words that companies carry beside their name and drop as easily.
_COMPANY = _words(
    """
    learning education educational edu technologies technology tech software systems system solutions group
    media labs lab publishing publishers press services service digital studio studios interactive
    international usa us america holdings partners reseller resellers and
    """
)
# What software consists of, added to its name by a quote that describes it ("Planet Chem simulations, 40 seats").
# In capitals most of them could be the name of another product; the second list is never one.
_CONTENTS = _words(
    """
    simulation simulations lesson lessons activities activity curriculum content video videos materials resources
    library collection exercises practice modules module units experiments worksheets passages stories ebooks
    games puzzles tutorials dashboard portal website system systems tool tools toolkit suite
    """
)
_PLAIN_TAIL = _words("simulation simulations app apps program programme suite system website portal usage use")
_MATHEMATICS = _words("math maths mathematics")  # one word, as firms write it
_MARKS = re.compile(r"[®™©℠]|\((?:r|tm|sm|c)\)", re.IGNORECASE)
# Letters that are no letter with an accent, as they are written where a keyboard has none of them
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
)
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_YEARS = re.compile(
    r"\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b(?:fy|sy)?\s?(?:20)?\d{2}\s?[-–/]\s?(?:20)?\d{2}\b|\b20\d{2}\b", re.IGNORECASE
)
_AMOUNT = re.compile(r"\$\s?\d[\d,.]*|\b\d{1,3}(?:,\d{3})+\b|\b\d+\s?%")
_SPAN = re.compile(
    r"\b(?:\d+|one|two|three|four|five)[ -]?(?:seats?|students?|teachers?|users?|licen[cs]es?|classrooms?|"
    r"schools?|"
    r"buildings?|sites?|months?|mos?|years?|yrs?|days?)\b|"
    r"\b(?:grades?|gr)\.?\s*(?:k|pk|\d{1,2})\s?(?:[-–]|to|through)\s?\d{1,2}\b|"
    r"\b(?:pre)?[kp]k?\s?[-–]\s?\d{1,2}\b",
    re.IGNORECASE,
)
# Where a name ends and its description begins: "BrightMath - student seat", "Grammar Lab, 12 months", "X (renewal)"
_CUT = re.compile(r"\s+[-–—|/]+\s+|\s*[(\[;]|,\s|:\s|\s+@\s")


# What is counted, beside the name when a narrow column ends: "Millpond Field Trips Classroom pass", "... Author seat"
_UNIT_TAIL = re.compile(
    r"(?<=\w)\s+(?:(?:classroom|club|class|author|editor|teacher|student|site|school|building|staff|admin\w*|user|day|"
    r"family|group|home|member)\s+)?(?:pass(?:es)?|memberships?)$|(?<=\w)\s+(?:club|author|editor|admin\w*|member|group)\s+"
    r"(?:seats?|licen[cs]es?|accounts?|access|subscriptions?)$",
    re.IGNORECASE,
)


def tokens(text: str) -> tuple[str, ...]:
    """Lower-case words without accents and trademark signs; "BrightMath" stays one word, "&" is dropped."""
    plain = unicodedata.normalize("NFKD", _MARKS.sub(" ", text).translate(_LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(t.casefold().replace("’", "").replace("'", "") for t in _TOKEN.findall(plain))


def clean_product(text: str) -> str:
    """The product's name out of a line item or an answer: "BrightMath district licence 12 months" -> "BrightMath"."""
    name = " ".join(_MARKS.sub("", text).split())
    name = _CUT.split(name, maxsplit=1)[0] or name
    name = " ".join(_AMOUNT.sub(" ", _SPAN.sub(" ", _YEARS.sub(" ", name))).split()).rstrip(" -–—")
    words = (_UNIT_TAIL.sub("", name) or name).split()
    while len(words) > 1 and _is_edition(words[-1]):
        words.pop()
    while len(words) > 1 and words[0].casefold().strip(".,:") in {"the", "our", "for", "new", "renewal", "your", "of"}:
        words.pop(0)
    return " ".join(words).strip(" -–—:;,.|/*•#'\"“”")


def _is_edition(word: str) -> bool:
    parts = tokens(word)
    return not parts or all(p in _EDITION for p in parts)


def product_key(text: str) -> tuple[str, ...]:
    """The words that tell this product from another. Empty when nothing but edition words stand there."""
    plain = _AMOUNT.sub(" ", _SPAN.sub(" ", _YEARS.sub(" ", text)))
    return tuple(t for t in tokens(plain) if t not in _EDITION)


def is_product_like(text: str) -> bool:
    """Whether it can be a product's name at all: some telling word with a letter, and not a sentence."""
    key = product_key(text)
    return bool(key) and len(text.split()) <= 8 and any(any(c.isalpha() for c in t) and len(t) > 1 for t in key)


def same_product(left: str, right: str) -> bool:
    """The same product, spelt differently at most. "X Writing" is not "X Math", and "X" is neither."""
    return _same_words(product_key(left), product_key(right))


def same_or_shorter(left: str, right: str) -> bool:
    """The same product, or one name is a shorter form of the other ("Fluency" for "NumberHouse Fluency")."""
    a, b = product_key(left), product_key(right)
    if _same_words(a, b):
        return True
    short, long = sorted((a, b), key=len)
    return bool(short) and len(short) < len(long) and all(any(_same_word(s, t) for t in long) for s in short)


def same_but_for_contents(name: str, registered: str) -> bool:
    """The registered product, with a generic word for what it consists of behind its name.

    "Planet Chem simulations" is "Planet Chem"; "Planet Chem Screener", "Planet Chem 2" and "Planet Chem Reading" are
    not. A capital may make a name of the word: then it must be one that names nothing by itself, behind two telling
    words at least ("Planet App" is no "Planet", whose maker may sell "Planet Reading" too).
    """
    pairs = _telling(clean_product(name))
    wanted = product_key(registered)
    tail = pairs[len(wanted) :]
    if not wanted or not tail or not _same_words(tuple(low for _, low in pairs[: len(wanted)]), wanted):
        return False
    if all(written.islower() and low in _CONTENTS | _PLAIN_TAIL for written, low in tail):
        return True
    return len(wanted) > 1 and all(low in _PLAIN_TAIL for _, low in tail)


def _telling(text: str) -> list[tuple[str, str]]:
    """The words of `product_key`, each beside the way it is written."""
    plain = _AMOUNT.sub(" ", _SPAN.sub(" ", _YEARS.sub(" ", _MARKS.sub(" ", text))))
    pairs = [(word, low) for word in plain.split() for low in tokens(word)]
    return [(word.strip(".,;:"), low) for word, low in pairs if low not in _EDITION]


def _same_words(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if not a or not b:
        return False
    if "".join(a) == "".join(b):  # "Bright Path Math", "BrightPath Math"
        return True
    return len(a) == len(b) and all(_same_word(x, y) for x, y in zip(a, b, strict=True))


def _same_word(a: str, b: str) -> bool:
    """Equal, or one slip of the keyboard in a long word. Digits never slip: "Algebra 1" is not "Algebra 2".

    The first letter does not slip either, but OCR takes I for a small L.
    """
    if a == b or (a in _MATHEMATICS and b in _MATHEMATICS):
        return True
    first = a[0] == b[0] or {a[0], b[0]} == {"i", "l"}
    if any(c.isdigit() for c in a + b) or min(len(a), len(b)) < 6 or not first:
        return False
    return DamerauLevenshtein.distance(a, b) <= 1


def company_core(name: str) -> tuple[str, ...]:
    """A company's name without its legal form: "Quill & Co. Systems LLC" -> ("quill", "systems")."""
    return tuple(t for t in tokens(name) if t not in _LEGAL)


def same_company(left: str, right: str) -> bool:
    """The same firm: equal but for the legal form, and for a word such as "Learning" that one side leaves out."""
    a, b = company_core(left), company_core(right)
    if _same_words(a, b):
        return True
    bare_a, bare_b = (tuple(t for t in core if t not in _COMPANY) for core in (a, b))
    if not bare_a or not _same_words(bare_a, bare_b):
        return False
    # "BrightPath Learning" and "BrightPath Media" are two firms; "BrightPath" may be either
    return set(a) <= set(b) or set(b) <= set(a)


def is_company_word(word: str) -> bool:
    """Whether a word only says that a name is a company's: "Learning", "Labs", "Inc."."""
    parts = tokens(word)
    return bool(parts) and all(p in _COMPANY or p in _LEGAL for p in parts) and "and" not in parts


def is_content_word(word: str) -> bool:
    """Whether a word only says what software consists of: "lessons", "Library"."""
    return word.casefold() in _CONTENTS | _PLAIN_TAIL


def brand(operator: str) -> tuple[str, ...]:
    """The telling words of a company's name, e.g. to see them lead the name of one of its products."""
    core = company_core(operator)
    return tuple(t for t in core if t not in _COMPANY) or core


def occurs(name: str, text: str) -> bool:
    """Whether a name stands in a text as whole words, spacing, case and signs aside."""
    wanted = tokens(name)
    if not wanted:
        return False
    pattern = r"(?<![^\W_])" + r"[\W_]*".join(map(re.escape, wanted)) + r"(?![^\W_])"
    plain = " ".join(tokens(text))
    return re.search(pattern, plain) is not None


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Each product once, its longest form kept, in the order of first appearance."""
    out: list[str] = []
    for name in names:
        for index, known in enumerate(out):
            if same_or_shorter(name, known) or _is_misread(name, known):
                if len(product_key(name)) > len(product_key(known)):
                    out[index] = name
                break
        else:
            out.append(name)
    return tuple(out)


_MISREAD_CAPITALS = frozenset(("HM", "OQ", "CG"))


def _is_misread(name: str, known: str) -> bool:
    """Whether two names from the papers of one mail differ by a capital only that OCR takes for another one."""
    a, b = name.strip(), known.strip()
    return a[1:] == b[1:] and "".join(sorted((a[:1], b[:1]))) in _MISREAD_CAPITALS


def clearly_different(left: str, right: str) -> bool:
    """Two products for sure: each name has a telling word that the other lacks."""
    a, b = product_key(left), product_key(right)
    if not a or not b or same_or_shorter(left, right) or same_product(left, right) or _is_misread(left, right):
        return False
    return _has_own(a, b) and _has_own(b, a)


def _has_own(a: Sequence[str], b: Sequence[str]) -> bool:
    return any(not any(_same_word(x, y) for y in b) for x in a)


def domain_matches(domain: str, listed: str) -> bool:
    """The same domain or one beneath it: mail.quill.example belongs to quill.example."""
    domain, listed = domain.casefold().strip(". "), listed.casefold().strip(". @")
    return bool(domain and listed) and (domain == listed or domain.endswith("." + listed))
