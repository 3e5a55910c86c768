"""What an order form says of itself that makes it none: a draft, cancelled, for budgeting only, a sample, a bill.

A quote with a price is an offer until it says otherwise. What says so for certain takes it out of the count; what may
be a phrase of the seller's lawyers, or a word of a template, leaves it for a person.
"""

from __future__ import annotations

from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.bounded import PAPER, bounded
from soppa_mailbot.finding.orders.paper_words import ARTICLES
from soppa_mailbot.finding.orders.paper_words_priced import INVOICE, PRICE_LIST

_OFFER = r"(?:price[ ])?(?:quote|quotation|estimate|proposal|order[ ]form|order|offer)"
_HEAD = 14  # lines in which a title stands
_LONGEST_TITLE = 90


@dataclass(frozen=True, slots=True)
class Ruling:
    """Why a paper that looks like an order form is none (`sure`), or may be none."""

    detail: str
    sure: bool
    quote: str


# A stamp or a status stands alone in its line or cell, perhaps with the day or the successor behind it. A box before it
# would be a choice.
_STAMP = re.compile(
    r"[\s*#=_<>|~-]{0,20}(?:(?:quote|order|document)?[ ]?status[ ]?:?[ ]?)?"
    r"(?P<word>cancell?ed|void|voided|withdrawn|superseded|rescinded|revoked|obsolete|expired)"
    r"(?:[ ]on[ ][\w ]{0,12}\d[\d,/. -]{0,12})?[\s*#=_<>|~.,:;!–—-]{0,20}"
    r"(?:(?:and[ ])?(?:replaced|superseded|see|new|by)\b[^\n]{0,80})?",
    re.IGNORECASE,
)
# "Quote Q-31 (expired)"
_STAMPED_TITLE = re.compile(
    rf"\W{{0,5}}(?:[\w&'-]{{1,20}}[ ]){{0,2}}?{_OFFER}(?:[ ]?(?:#|no\.?)?[ ]?[\w-]{{0,20}}\d[\w-]{{0,20}})?"
    r"[ ]?[ ([*–—:-]{1,4}"
    r"(?P<word>cancell?ed|void|voided|withdrawn|superseded|rescinded|revoked|obsolete|expired)\W{0,5}",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    rf"\b(?:this|the)[ ](?:[\w-]+[ ]){{0,2}}?{_OFFER}(?:[ ](?:#|no\.?[ ])?[\w-]*\d[\w-]*)?[ ]"
    r"(?:is|was|has[ ]been|is[ ]now|has[ ]now[ ]been)[ ](?:\w+[ ])?"
    r"(?P<word>cancell?ed|void|voided|withdrawn|superseded|replaced|rescinded|revoked|obsolete|no[ ]longer[ ]valid)\b"
    # "void after 30 days", "withdrawn if not signed": what may happen
    r"(?![ ](?:after|if|unless|once|when|upon|on|in|without|should|where|at)\b)",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(?:if|unless|once|when|until|till|after|upon|in[ ]case|should|before|as[ ]soon[ ]as)\b", re.IGNORECASE
)

# "DRAFT" in a line of its own or before a dash, in capitals; a title with the word
_DRAFT_STAMP = re.compile(
    r"[\s*#=_<>|~-]{0,20}(?:(?i:(?:quote|order|document)?[ ]?status[ ]?:?[ ]?draft)|DRAFT|D[ ]R[ ]A[ ]F[ ]T|Draft)"
    r"(?:[ ](?i:copy|version|only))?[\s*#=_<>|~.!-]{0,20}|\W{0,5}DRAFT[ ]?[-–—:][ ]?\S[^\n]{0,300}"
)
_DRAFT_TITLE = re.compile(
    rf"\W{{0,5}}(?:draft|preliminary|tentative)[ ](?:[\w&'-]+[ ]){{0,2}}?{_OFFER}\b"
    rf"(?:[ ]?[#:–—-][^.\n]{{0,50}}|[ ][\w#-]*\d[\w-]*)?\W{{0,5}}"
    rf"|\W{{0,5}}(?:[\w&'-]+[ ]){{0,2}}?{_OFFER}[ ]?[ (–—:-]{{1,3}}draft\W{{0,5}}",
    re.IGNORECASE,
)
_DRAFT_SAID = re.compile(
    rf"\bthis[ ](?:{_OFFER}|document|paper)[ ]is[ ](?:only[ ]|still[ ]|just[ ])?(?:an?[ ])?"
    r"(?:draft|preliminary|tentative|unofficial)\b|\bnot[ ]for[ ]signature\b|\bdo[ ]not[ ]sign\b",
    re.IGNORECASE,
)
_SAMPLE_TITLE = re.compile(
    rf"\W{{0,5}}(?:sample|specimen|example|dummy|mock)[ ](?:of[ ](?:an?|our)[ ])?(?:price[ ]|sales[ ]|renewal[ ])?"
    rf"{_OFFER}(?:[ ]form)?\W{{0,5}}"
    r"|[\s*#=_<>|~-]{0,20}(?:SAMPLE|SPECIMEN|EXAMPLE)(?:[ ]ONLY)?[\s*#=_<>|~.!-]{0,20}"
)
# what a template has in place of the customer: "[Customer name]", "<School District>", "{{account.name}}"
_NOBODY = re.compile(
    r"^\W{0,5}(?:(?:prepared|quote|proposal|estimate)[ ](?:for|to)|customer(?:[ ]name)?|client|bill[ ]to|sold[ ]to|"
    r"ship[ ]to|district(?:[ ]name)?|to)[ ]?[:\t][ \t]*"
    r"(?:[\[<{«]{1,2}[^\]>}»\n]{0,40}(?:name|customer|client|district|school|account|organi[sz]ation|company)"
    r"[^\]>}»\n]{0,40}[\]>}»]{1,2}|(?:your|sample|example|any|name[ ]of)[ ](?:school[ ])?(?:district|school|customer|"
    r"organi[sz]ation|town)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_BUDGET_TITLE = re.compile(
    r"\W{0,5}(?:[\w&'-]+[ ]){0,2}?(?:budget(?:ary)?|ballpark|rom|rough(?:[ ]order[ ]of[ ]magnitude)?|indicative|"
    r"illustrative|non-?binding|planning)[ ](?:price[ ]|pricing[ ]|cost[ ])?"
    r"(?:quote|quotation|estimate|proposal|pricing)\b[^.\n]{0,40}"
    r"|\W{0,5}for[ ](?:budget\w*|planning)[ ](?:purposes?|use)(?:[ ]only)?\W{0,5}",
    re.IGNORECASE,
)
_BUDGET_SAID = re.compile(
    rf"\b(?:this|these|the)[ ](?:{_OFFER}|document|prices?|pricing|figures?)[ ](?:is|are)[^.;\n]{{0,40}}?"
    r"\b(?:budgetary|for[ ](?:budget\w*|planning|discussion|illustrat\w+)[ ](?:(?:and|or)[ ]\w+[ ])?"
    r"(?:purposes?[ ]?)?only|non-?binding|indicative|a[ ]ballpark|rough)\b|\bfor[ ](?:budget(?:ing|ary)?|planning)"
    r"(?:[ ](?:and|or|&)[ ]\w+)?[ ](?:purposes?[ ]?)?only\b|\brough[ ]order[ ]of[ ]magnitude\b",
    re.IGNORECASE,
)
# "this is not a quote"; what follows "until signed" is one already
_DENIED = re.compile(
    r"\b(?:not|isn't)[ ](?:yet[ ])?(?:constitute[ ]|represent[ ]|be[ ])?(?:an?|any|our|the)[ ]"
    r"(?:(?:formal|official|final|firm|actual|valid|price)[ ,]{1,2}){0,2}"
    r"(?:quote|quotation|bid)\b(?![ ](?:until|unless|for|request)\b)",
    re.IGNORECASE,
)
_NOT_BINDING = re.compile(
    r"\b(?:not|n't)[ ](?:yet[ ])?(?:(?:constitute|represent)[ ](?:an?[ ])?(?:(?:formal|final|firm)[ ]"
    r")?(?:legally[ ])?"
    r"(?:binding[ ])?|(?:be[ ])?an?[ ](?:legally[ ])?binding[ ])offer\b(?![ ](?:until|unless|to)\b)"
    r"|(?:^|[.;:][ ])not[ ]an[ ]offer\b(?![ ](?:until|unless|to|from|of|by)\b)"
    r"|\bpricing[ ](?:is[ ])?(?:still[ ])?subject[ ]to[ ](?:our[ ])?(?:internal|management|finance|deal[ ]desk)[ ]"
    r"(?:review|approval)",
    re.IGNORECASE,
)
# the offer itself is still to come
_COMES_LATER = re.compile(
    r"\b(?:formal|official|final|firm|binding|actual|signable)[ ](?:price[ ])?(?:order[ ]form|quote|quotation|"
    r"proposal|offer)[ ](?:\w+[ ]){0,2}?(?:follows\b|to[ ]follow\b|"
    r"will[ ](?:follow|be[ ](?:issued|sent|provided|prepared))|"
    r"(?:is|are)[ ](?:available|issued|provided)[ ](?:up)?on[ ]request)"
    r"|\b(?:contact|call|e-?mail|ask|write)[ ](?:us|sales|(?:your|our)[ ]\w+(?:[ ]\w+)?)[ ](?:today[ ]|now[ ])?"
    r"for[ ](?:an?|your)[ ](?:formal|official|custom\w*|personal\w*|exact|firm|binding|free|tailored|individual)[ ]"
    r"(?:price[ ])?(?:quote|quotation|proposal|offer)\b",
    re.IGNORECASE,
)
_ACCEPTED = re.compile(r"\b(?:accept\w*|approv\w+|purchase[ ]order|p\.?o\.?|sign\w*)\b", re.IGNORECASE)

_DONE = (
    r"(?:now[ ]|already[ ]|been[ ]|successfully[ ])*(?:processed|fulfilled|completed|placed|entered|accepted|"
    r"received|"
    r"activated|provisioned|booked)\b"
)
_CONFIRMED = re.compile(
    r"\b(?:your|the[ ]district's)[ ](?:purchase[ ]order|p\.?o\.?|order)\b(?:[ ](?:#|no\.?|number)?[ ]"
    r"?[\w-]*\d[\w-]*)?"
    rf"[ ](?:has|have|was)[ ]{_DONE}|\bwe(?:'ve|[ ]have)?[ ]{_DONE}[ ]your[ ](?:purchase[ ]order|p\.?o\b|order\b)",
    re.IGNORECASE,
)
_THANKED = re.compile(r"\bthank(?:s|[ ]you)[ ]for[ ](?:your|the)[ ](?:recent[ ])?(?:order|purchase)\b", re.IGNORECASE)
_SET_UP = re.compile(
    r"\b(?:it|(?:your|the)[ ](?:\w+[ ]){0,2}?(?:order|subscription|account|licen[cs]es?|seats?|renewal))[ ]"
    r"(?:has|have|was|were|is|are)"
    r"[ ](?:now[ ]|already[ ]|been[ ])*(?:provisioned|activated|fulfilled|processed|set[ ]up|turned[ ]on|renewed)\b",
    re.IGNORECASE,
)
_ON_ORDER = re.compile(
    r"\b(?:p\.?o\.?|purchase[ ]order)[ ]?(?:#|no\.?|number)?[ ]?:?[ \t]{0,4}#?(?=[\w-]{0,12}\d)[\w-]{3,20}",
    re.IGNORECASE,
)
# An order form may say where to pay and when it will be billed; a number of an invoice or the word in the title makes
# it one.
_BILL_NUMBER = re.compile(r"\binvoice[ ]?(?:no\.?|number|#|id)[ ]?:?[ \t]{0,4}#?[A-Z-]{0,6}\d", re.IGNORECASE)
_BILL_TITLE = re.compile(
    r"\W{0,5}(?:[\w&'-]+[ ]){0,3}?(?:quote|quotation|estimate|proposal|order|form|confirmation)[ ]?"
    r"(?:[/&|+-]|and|or)[ ]?invoice(?:[ ]?(?:#|no\.?|number)?[ ]?[\w-]*\d[\w-]*)?\W{0,5}|\W{0,5}(?:[\w&'-]+[ ]){0,2}?"
    r"invoice[ ]?(?:[/&|+-]|and|or)[ ]?(?:[\w&'-]+[ ]){0,2}?"
    r"(?:quote|quotation|estimate|proposal|order|form|confirmation)\W{0,5}",
    re.IGNORECASE,
)
_BILLED = re.compile(
    r"\b(?:amount|balance)[ ]due[ ]?:?[ \t]{0,4}(?:USD[ ]?)?\$?[ ]?\d|\b(?:please[ ])?remit[ ](?:payments?|"
    r"checks?)\b|"
    r"\bpay[ ]this[ ]amount\b|\bplease[ ]pay[ ](?:within|by|upon|on|this|the[ ](?:total|amount))\b|\bpast[ ]"
    r"due\b|\binvoice[ ]date[ ]?:?[ \t]{0,4}\w{0,10}[ ]?\d",
    re.IGNORECASE,
)
_NO_BILL = re.compile(r"\bnot[ ]an?[ ](?:invoice|bill)\b|\bpro-?\s?forma\b", re.IGNORECASE)

_USERS = r"(?:students?|users?|seats?|licen[cs]es?|teachers?|learners?|enrol\w+|schools?|pupils?)\b"
# a plan of a price list: "Starter  up to 200  $2,400", "1-250 students  $1,200", "District  unlimited  $9,900"
_PLAN = re.compile(
    r"^[^\n$]{0,60}?(?:\bup[ ]to[ ]\d|\b(?P<all>unlimited)\b|\b(?:over|under|more[ ]than)[ ]\d|"
    rf"\b\d[\d,]{{0,7}}[ ]?(?:\+|(?:-|–|to)[ ]?\d[\d,]{{0,7}})(?:[ ]?\t|[ ]{_USERS}))[^\n$]{{0,40}}\$[ ]?\d",
    re.IGNORECASE | re.MULTILINE,
)
_MADE_OUT = re.compile(
    r"^\W*(?:prepared[ ]for|(?:quote|proposal|estimate)[ ](?:for|to)\b|customer|client|bill[ ]to|sold[ ]to|"
    r"submitted[ ]to)",
    re.IGNORECASE | re.MULTILINE,
)
_SUMS = re.compile(r"\b(?:grand[ ]|order[ ]|quote[ ])?total\b[^\n]{0,40}\d|\byou[ ]pay\b", re.IGNORECASE)
_FEWEST_PLANS = 2


def ruling(text: str) -> Ruling | None:
    """What the paper says of itself that speaks against it; None for an ordinary order form."""
    text = bounded(text.replace("’", "'"), PAPER)
    cells = [
        cell.strip() for line in text.splitlines() if line.strip() for cell in dict.fromkeys((line, *line.split("\t")))
    ]
    head = cells[: 3 * _HEAD]
    flowing = " ".join(text.split())
    return (
        _taken_back(cells, head, flowing)
        or _sample(text, head)
        or _drafted(cells, head, flowing)
        or _plans(text)
        or _budgetary(head, flowing)
        or _placed(flowing)
        or _billed(head, text)
    )


def _taken_back(cells: list[str], head: list[str], flowing: str) -> Ruling | None:
    stamped = next((m for cell in cells if (m := _STAMP.fullmatch(cell))), None) or next(
        (m for cell in head if len(cell) <= _LONGEST_TITLE and (m := _STAMPED_TITLE.fullmatch(cell))), None
    )
    said = next((m for m in _TAKEN_BACK.finditer(flowing) if not _MAY.search(before(flowing, m.start()))), None)
    found = stamped or said
    return Ruling(f"a quote marked as {found['word'].lower()}", True, found[0]) if found else None


def _sample(text: str, head: list[str]) -> Ruling | None:
    titled = next(
        (m for cell in head if len(cell) <= _LONGEST_TITLE and (m := _SAMPLE_TITLE.fullmatch(_capital(cell)))), None
    )
    found = titled or _NOBODY.search(text)
    return Ruling("a sample order form", True, found[0]) if found else None


def _drafted(cells: list[str], head: list[str], flowing: str) -> Ruling | None:
    found = (
        next((m for cell in cells if (m := _DRAFT_STAMP.fullmatch(cell))), None)
        or next((m for cell in head if len(cell) <= _LONGEST_TITLE and (m := _DRAFT_TITLE.fullmatch(cell))), None)
        or _DRAFT_SAID.search(flowing)
    )
    if found is None:
        return None
    sure = _DENIED.search(flowing) or _NOT_BINDING.search(flowing) or _later(flowing)
    return Ruling("a draft of a quote" if sure else "may be only a draft of a quote", bool(sure), found[0])


def _budgetary(head: list[str], flowing: str) -> Ruling | None:
    titled = next((m for cell in head if len(cell) <= _LONGEST_TITLE and (m := _BUDGET_TITLE.fullmatch(cell))), None)
    signs = [
        titled,
        _BUDGET_SAID.search(flowing),
        _DENIED.search(flowing),
        _NOT_BINDING.search(flowing),
        _later(flowing),
    ]
    found = [sign for sign in signs if sign]
    if not found:
        return None
    if len(found) > 1:
        return Ruling("an estimate for planning, not an order form", True, found[0][0])
    return Ruling("may be only an estimate for planning", False, found[0][0])


def _placed(flowing: str) -> Ruling | None:
    done = next((m for m in _CONFIRMED.finditer(flowing) if not _MAY.search(before(flowing, m.start()))), None)
    if done:
        return Ruling("a confirmation of an order that was placed already", True, done[0])
    thanked = _THANKED.search(flowing)
    ready = next((m for m in _SET_UP.finditer(flowing) if not _MAY.search(_sentence(flowing, m))), None)
    if thanked and ready:
        return Ruling("a confirmation of an order that was placed already", True, ready[0])
    if thanked and _ON_ORDER.search(flowing):
        return Ruling("may be the confirmation of an order that was placed already", False, thanked[0])
    return None


def _billed(head: list[str], text: str) -> Ruling | None:
    if _NO_BILL.search(text):
        return None
    titled = next((m for cell in head if len(cell) <= _LONGEST_TITLE and (m := _BILL_TITLE.fullmatch(cell))), None)
    found = titled or _BILL_NUMBER.search(text)
    return Ruling(ARTICLES[INVOICE.kind], True, found[0]) if found and _BILLED.search(text) else None


def _plans(text: str) -> Ruling | None:
    plans = list(_PLAN.finditer(text))
    if len(plans) < _FEWEST_PLANS or all(m["all"] for m in plans) or _SUMS.search(text):
        return None
    if _MADE_OUT.search(text):  # a choice put to this District, perhaps
        return Ruling("may be a price list: it has plans for customers of any size, and no total", False, plans[0][0])
    return Ruling(ARTICLES[PRICE_LIST.kind], True, plans[0][0])


def _later(flowing: str) -> re.Match[str] | None:
    """Where the offer is announced; a last paper that comes once this one is accepted announces none."""
    return next((m for m in _COMES_LATER.finditer(flowing) if not _ACCEPTED.search(_sentence(flowing, m))), None)


def _sentence(flowing: str, found: re.Match[str]) -> str:
    return (
        re.split(r"[.;!?]", before(flowing, found.start()))[-1] + re.split(r"[.;!?]", flowing[found.end() :][:120])[0]
    )


def before(text: str, start: int) -> str:
    """What stands before a word in its sentence, or its line."""
    return re.split(r"[.;!?\n]", text[max(0, start - 80) : start])[-1]


def _capital(cell: str) -> str:
    return cell if cell.isupper() else cell.lower()
