"""Names of software and of its makers in which a school's name may stand: "Harbor Reader" is not for Harbor Academy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Agreement, School

_INITIALS = 3  # letters of a school's abbreviation
_SCHOOL_WORD = r"schools?|academy|district|elementary|middle|high|department|campus|primary|intermediate|preschool|prep"
# of a product's name: "Beacon Visit will be used district-wide" speaks of no visit
_SAYS_ELSE = (
    r"visits?|tours?|meet(?:ing)?s?|calls?|train(?:ing|er)?s?|workshops?|sessions?|demos?|conferences?|presents?|mail"
)


def software_names(
    sold: Iterable[str], register: Iterable[Agreement], schools: Sequence[School], vendor: str = ""
) -> tuple[str, ...]:
    """The names of the register, and those that are `sold`, that hold a school's name or a word that says where.

    A line that names a whole school is no such name, and neither is one that ends with a school's or tells whom it is
    for: "Lincoln Elementary School site", "Reading Rocket - Lincoln".
    """
    known = [name.casefold() for school in schools for name in (school.name, *school.aliases) if name.strip()]
    listed = [name for row in register for name in (row.product, row.operator) if name]
    first = {name.split()[0] for name in known}  # "Harbor" for "Harbor Career Academy"
    within = "|".join(
        [*map(re.escape, known), *(re.escape(w) for w in first if len(w) > _INITIALS), _SCHOOL_WORD, _SAYS_ELSE]
    )
    holds = re.compile(rf"(?<!\w)(?:{within})(?!\w)", re.IGNORECASE)
    names = [*listed, *(name for name in sold if not _tells_where(name, known))]
    names += [short for name in names if (short := _short(name)) and short.casefold() not in known]
    names += [own for name in names if (own := _without_maker(name, vendor)) and own.casefold() not in known]
    return tuple(dict.fromkeys(name for name in names if holds.search(name)))


def whole_names(sold: Iterable[str], register: Iterable[Agreement], schools: Sequence[School]) -> tuple[str, ...]:
    """The names of the register's products and of what is `sold`, whatever they hold, but for lines that tell a school.

    "Order form for Orchard Nurse" says nothing of the school nurses: where places count that merely stand there, a
    product's name is none, though it ends as a department's does.
    """
    known = [n.casefold() for s in schools if s.kind == "school" for n in (s.name, *s.aliases) if n.strip()]
    listed = [row.product for row in register if row.product]
    return tuple(dict.fromkeys((*listed, *(name for name in sold if not _tells_where(name, known)))))


def _short(name: str) -> str:
    """A product's name up to the word that sounds like a place, as mails have it: "Rafter CAD School lab licence"."""
    match = re.match(rf"(?:\S+\s+){{1,4}}?(?:{_SCHOOL_WORD})(?=\s)", name, re.IGNORECASE)
    return match[0] if match else ""


def _without_maker(name: str, vendor: str) -> str:
    """A product's name as its maker says it: "Night Sky" of Orrery Astronomy for "Orrery Night Sky"."""
    first, _, rest = name.partition(" ")
    return rest if first.casefold() in vendor.casefold().split() and " " in rest else ""


def _tells_where(line: str, schools: Sequence[str]) -> bool:
    """Whether a line of an order tells the school that it is for."""
    name = re.sub(r"['’]s?$", "", line.casefold().strip(" .)"))  # "our order for Lincoln's"
    if any(" " in school and school in name for school in schools):
        return True
    listed = "|".join(map(re.escape, schools))
    at = rf"(?:\b(?:for|at)\s|[-–—(,:/]\s?)(?:{listed})(?!\w)|(?<!\w)(?:{listed})$"
    return bool(schools) and re.search(at, name) is not None
