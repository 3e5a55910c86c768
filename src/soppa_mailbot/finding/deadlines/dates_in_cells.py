"""A day written with one digit in each cell of a form, which prints what parts them: "01222027", "0 1 2 2 2 0 2 7"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_TWO, _YEAR, _BETWEEN = r"\d ?\d", r"2 ?0 ?\d ?\d", r"[ /.|\u2013-]{0,3}"
_MONTH_FIRST = re.compile(rf"\W*(?P<month>{_TWO}){_BETWEEN}(?P<day>{_TWO}){_BETWEEN}(?P<year>{_YEAR})\W*")
_YEAR_FIRST = re.compile(rf"\W*(?P<year>{_YEAR}){_BETWEEN}(?P<month>{_TWO}){_BETWEEN}(?P<day>{_TWO})\W*")
_MONTHS = range(1, 13)


def spelled_out(answer: str) -> str:
    """The answer to a question for a day, as "01/22/2027" where it is eight digits and nothing else.

    "20122027" could begin with the year or with the month only if there were a month 20: of both orders the one counts
    that names a month, the usual one first.
    """
    for order in (_MONTH_FIRST, _YEAR_FIRST):
        found = order.fullmatch(answer)
        if found is None:
            continue
        month, day, year = (found[part].replace(" ", "") for part in ("month", "day", "year"))
        if int(month) in _MONTHS:
            return f"{month}/{day}/{year}"
    return answer
