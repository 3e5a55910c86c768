"""Numbers of a spreadsheet as its reader sees them (ECMA-376 part 1 §18.8.30, §18.8.31).

Dates are spelt out ("January 15, 2027"): what comes after must not have to guess which number is the month.
"""

from __future__ import annotations

import datetime as dt

from soppa_mailbot import lazy_re as re

_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "$#,##0", 6: "$#,##0", 7: "$#,##0.00", 8: "$#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 41: "#,##0", 42: "$#,##0", 43: "#,##0.00", 44: "$#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss.0", 49: "@",
}  # fmt: skip
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_.|\*.')


def format_code(number: int, custom: dict[int, str]) -> str:
    """The code of a numFmtId; 27-36 and 50-58 are East Asian dates."""
    if number in custom:
        return custom[number]
    return "m/d/yyyy" if 27 <= number <= 36 or 50 <= number <= 58 else _BUILT_IN.get(number, "General")


def show(value: float, code: str, *, date1904: bool = False) -> str:
    """A number under a format code."""
    positive = code.split(";")[0]
    bare = re.sub(r"\[[^\]]*\]", "", _QUOTED.sub("", positive))
    if re.search(r"(?i)[ymdhs]", bare.replace("General", "")) and "#" not in bare:
        return _show_serial(value, bare, date1904)
    if "%" in bare:
        return f"{value * 100:,.{_decimals(bare)}f}%"
    if not re.search(r"[0#?]", bare):
        return show_general(value)
    if "E" in bare or "/" in bare:
        return show_general(value)
    decimals = _decimals(bare)
    grouped = f"{abs(value):,.{decimals}f}" if re.search(r"[0#?],[0#?]", bare) else f"{abs(value):.{decimals}f}"
    before, after = _currency(positive)
    sign = "-" if value < 0 and float(grouped.replace(",", "")) else ""
    return f"{sign}{before}{grouped}{after}"


def show_general(value: float) -> str:
    """Integers plain, else two decimals where they say it all, else up to ten digits."""
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    cents = f"{value:.2f}" if abs(value) < 1e15 else ""
    return cents if cents and abs(float(cents) - value) < 1e-9 else f"{value:.10g}"


def show_date(moment: dt.datetime, *, timed: bool) -> str:
    day = f"{moment:%B} {moment.day}, {moment.year}"
    return f"{day} {moment.hour % 12 or 12}:{moment:%M %p}" if timed else day


def _show_serial(value: float, bare: str, date1904: bool) -> str:
    """A date is a count of days from 1899-12-30, or 1904-01-01 (§18.17.4.1)."""
    epoch = dt.datetime(1904, 1, 1) if date1904 else dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet knows no zone
    if not 0 <= value < 2_958_466:  # the last is 9999-12-31
        return show_general(value)
    moment = epoch + dt.timedelta(seconds=round(value * 86400))
    dated, timed = bool(re.search(r"(?i)[yd]", bare)), bool(re.search(r"(?i)[hs]", bare))
    if not dated and timed:
        return f"{moment.hour % 12 or 12}:{moment:%M %p}"
    if re.fullmatch(r"(?i)\W*m+\W*y+\W*", bare):
        return f"{moment:%B} {moment.year}"
    return show_date(moment, timed=timed and moment.time() != dt.time())


def _decimals(bare: str) -> int:
    found = re.search(r"\.([0#?]+)", bare)
    return min(len(found[1]), 10) if found else 0


def _currency(code: str) -> tuple[str, str]:
    """What stands before and after the digits: "$", "[$€-2]", '" per seat"'."""
    text = re.sub(r"\[\$([^\]-]*)(?:-[^\]]*)?\]", lambda m: f'"{m[1]}"', code)
    text = re.sub(r"\[[^\]]*\]", "", text)
    text = _QUOTED.sub(lambda m: m[1] or m[2] or "", text)
    found = re.search(r"[0#?][0#?,.]*", text)
    if not found:
        return "", ""
    before, after = (re.sub(r"[()@]|General", "", t) for t in (text[: found.start()], text[found.end() :]))
    return before.strip("- "), " " * after.startswith(" ") + after.strip() if after.strip() else ""
