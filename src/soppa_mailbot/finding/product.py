"""What the software is called.

A form's own answer says it best, then the order form's first line item, then the mail. Two different products, each
with papers of its own, give two names: a person must take them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.agreement import led_by_maker, tells_by_itself
from soppa_mailbot.finding.bounded import bounded
from soppa_mailbot.finding.crossed import crossed_forms, crossed_order
from soppa_mailbot.finding.line_items_named import quoted_lines
from soppa_mailbot.finding.makers import maker_of
from soppa_mailbot.finding.names import (
    clean_product,
    clearly_different,
    distinct,
    domain_matches,
    is_product_like,
    occurs,
    product_key,
    same_but_for_contents,
    same_company,
    same_or_shorter,
    same_product,
    tokens,
)
from soppa_mailbot.finding.product_names import registered_as, told_apart, without_code
from soppa_mailbot.finding.subjects import SUBJECTS
from soppa_mailbot.finding.wanted import wanted
from soppa_mailbot.model import Agreement, Evidence, Form, Kind, PaperFinding, ProductFinding

_MISREAD = 80.0  # 0 to 100: likeness of a name and what OCR makes of it
_NAME = r"((?:[A-Z0-9][\w'’&+.-]*|[a-z]+[A-Z][\w-]*)(?:\s(?:[A-Z0-9][\w'’&+-]*|of|for the|and|&))*)"
_NAMED = re.compile(
    r"\b(?:(?:our|the|your)\s+(?:product|software|platform|app|application|program|tool|solution)|"
    r"product(?: name)?|software"
    rf")\s*(?:is called|called|named|is|:|,)?\s+[\"“]?{_NAME}"
)
# a line of its own in the mail: "Product: WordNest", "2) Software name - Fluency Lab"
_LABELLED = re.compile(
    r"^[ \t]*(?:[-*•]|\d{1,2}[.)])?[ \t]*(?i:products?|software|app|application|program|platform|tool|solution)"
    r"(?i:[ ](?:name|title|requested))?[ \t]*(?::|[-–—](?=[ ]))[ \t]*[\"“]?(\S[^\n;|\"”]{1,80})",
    re.MULTILINE,
)
_FOR = re.compile(
    r"\b(?i:order forms?|orders?|quotes?|quotation|proposals?|estimates?|forms?|documents?|docs|papers|paperwork|"
    r"submission|submit|"
    r"submitting|approval|renewal|licen[cs]es?|subscriptions?|regarding|use of|purchase of|"
    r"business with the district for|"
    rf"packet|request|agreement)\s+(?:for|of|on|to use|:)\s+(?:our |the |your )?(?:product |software |"
    rf"platform )?[\"“]?{_NAME}"
)
_SUBJECT_NOISE = re.compile(
    r"\b(?:re|fwd?|fw|aw|order forms?|orders?|quotes?|quotation|proposal|estimate|submissions?|documents?|"
    r"paperwork|papers|"
    r"forms?|docs|rfi|soppa|addendum|agreement|approval|request|renewal|complete[d]?|signed|new|vendor|operator|"
    r"existing|materials|"
    r"purchase|procurement|information|enclos\w*|attach\w*|items|five|urgent|please|review|packet|for|the|"
    r"and|with|from|our|"
    r"your|at|of|to|in|school|schools|district|software|bid|scanned|here|are|is|all)\b|"
    r"#?\b[\w-]*\d[\w-]*\b|\[[^\[\]]*\]",
    re.IGNORECASE,
)
# what stands in a line for something else: "none yet", "Dunmore CUSD 12, Talbot SD 8"
_NO_PRODUCT = re.compile(
    r"^\W*(?:none|no|n/?a|not applicable|nothing|tbd|see (?:above|below|attached))\b"
    r"(?:\W+(?:yet|so far|at this time))?\W*$",
    re.IGNORECASE,
)
_DISTRICTS = re.compile(
    r"(?:[A-Z][\w.'-]*\s+){1,5}(?:School District|Schools|(?:C?CUSD|CCSD|CHSD|THSD|ESD|USD|CSD|SD))"
    r"(?:\s+(?:No\.?\s*|#\s*)?[A-Z]?-?\d{1,3}(?:-?[A-Z])?)?\W*"
)
_NOT_PRODUCTS = frozenset(
    tokens(
        """
    january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday i we you it district soppa rfi school schools illinois
    procurement office board approval student online personal protection act purchasing handbook attn vendor
    preliminary final curriculum quote
    """
    )
)


def find(
    papers: Sequence[PaperFinding],
    forms: Sequence[Form],
    *,
    subject: str,
    body: str,
    register: Sequence[Agreement] = (),
    not_names: Sequence[str] = (),
    domain: str = "",
    vendor: str = "",
    places: Sequence[str] = (),
) -> ProductFinding:
    """The product's name, or two names when the papers are for two. `not_names`: the district, its schools.

    `domain` and `vendor` are the writer's: a name that stands in the subject alone must begin as they do, and
    names of `places` (the schools, with their aliases) beside it are no part of it.
    """
    subject, body = bounded(subject), bounded(body)
    found = _found(papers, forms, subject, body, register, not_names, domain, vendor, places)
    if len(found.names) != 1:
        return found
    return replace(found, maker=maker_of(found.names[0], body, vendor, domain, register))


def _found(
    papers: Sequence[PaperFinding],
    forms: Sequence[Form],
    subject: str,
    body: str,
    register: Sequence[Agreement],
    not_names: Sequence[str],
    domain: str,
    vendor: str,
    places: Sequence[str],
) -> ProductFinding:
    orders = _order_names(papers)
    typed = [name for name, _ in (*orders, *form_names([f for f in forms if not from_picture(f)]))]
    rfi, soppa = form_names(forms, "rfi", typed), form_names(forms, "soppa", typed)
    split = _two(n for n, _ in orders) or _two(n for n, _ in rfi) or _two(n for n, _ in soppa)
    split = split or crossed_forms(rfi, soppa) or _beside_orders(forms, papers, typed, f"{subject}\n{body}", vendor)
    if split:
        return ProductFinding(split, tuple(e for _, e in (*orders, *rfi, *soppa)))
    for names in (rfi, soppa, orders):
        if names:
            name, evidence = names[0]
            name = _of_maker(name, evidence.quote, register)
            own = [row for row in register if _sells(row, domain, vendor)]
            name = _fuller(name, evidence.quote, subject, body, register, own)
            return _as_said(ProductFinding((name,), (evidence,)), (evidence.quote, subject, body), register)
    found = _from_mail(subject, body, register, not_names, places)
    found = found if found.names else _from_subject(_without(subject, places), body, not_names, domain, vendor)
    return _as_said(found, (subject, body), register)


def _as_said(found: ProductFinding, texts: tuple[str, ...], register: Sequence[Agreement]) -> ProductFinding:
    """The finding with what the vendor says of the name; the last of `texts` is the mail's."""
    if not found.names:
        return found
    if longer := told_apart(found.names[0], texts, texts[-1]):
        return replace(found, names=(longer,), apart=True)
    other = registered_as(found.names[0], texts, register)
    return replace(found, names=(other,)) if other else found


def _order_names(papers: Sequence[PaperFinding]) -> list[tuple[str, Evidence]]:
    out = []
    for paper in papers:
        if paper.kind == Kind.ORDER_FORM and paper.products:
            quote = next(iter(quoted_lines(paper)), paper.products[0])
            page = paper.pages[0] if paper.pages else 0
            out.append((paper.products[0], Evidence(paper.filename, quote, page, "first line item of the order form")))
    return out


def form_names(forms: Sequence[Form], key: str = "", typed: Sequence[str] = ()) -> list[tuple[str, Evidence]]:
    """The products of the forms of one kind, or of all; what OCR read of a picture is corrected by a name that was
    typed."""
    out = []
    for form in forms:
        answer = form.answer("product").strip() if form.form == key or not key else ""
        name = clean_product(answer) or answer
        if from_picture(form):
            name = next((t for t in typed if _is_read_wrong(name, t)), name)
        if answer and is_product_like(name) and not _NO_PRODUCT.search(answer) and not _names_districts(answer):
            out.append((name, Evidence(", ".join(form.filenames), answer[:200], 0, f"the {key} form's answer")))
    return out


def _is_read_wrong(read: str, typed: str) -> bool:
    """Whether a name that OCR read may be one that was typed, or how it begins: "Niahtiar Blok" for "Nightjar Block",
    "Zremolo Roster" for "Tremolo Roster coach"; "Level 3" is not "Level 2"."""
    begins = " ".join(typed.split()[: len(read.split())])
    digits = [[c for c in name if c.isdigit()] for name in (read, typed)]
    like = max(ratio(read.casefold(), name.casefold()) for name in (typed, begins))
    return digits[0] == digits[1] and like >= _MISREAD


def from_picture(form: Form) -> bool:
    return any(r.place.role == "product" and {"ink", "ocr"} & set(r.how) for r in form.readings)


def _names_districts(answer: str) -> bool:
    """Whether a list of districts was put where the product belongs: customers, and the line of another question."""
    parts = [part.strip() for part in re.split(r"[,;/&]|\band\b", answer) if part.strip()]
    return bool(parts) and all(_DISTRICTS.fullmatch(part) for part in parts)


def _two(names: Iterable[str]) -> tuple[str, ...]:
    """The names when at least two of them are products that cannot be the same."""
    kept = distinct(names)
    for index, left in enumerate(kept):
        if any(clearly_different(left, right) for right in kept[index + 1 :]):
            return kept
    return ()


def _beside_orders(
    forms: Sequence[Form], papers: Sequence[PaperFinding], typed: Sequence[str], mail: str, vendor: str
) -> tuple[str, ...]:
    """A form's product and the order's, where these are two."""
    sure, read = (form_names([f for f in forms if from_picture(f) is p], typed=typed) for p in (False, True))
    return crossed_order(sure, read, [p for p in papers if p.kind == Kind.ORDER_FORM], mail, vendor)


def _of_maker(name: str, line: str, register: Sequence[Agreement]) -> str:
    """A reseller's line may lead with the maker: "Thistledown Learning - Thistle Math Facts, 1 year"."""
    made = [row.product for row in register if row.product and same_company(name, row.operator)]
    named = [product for product in made if occurs(product, line) and not same_product(product, name)]
    return max(named, key=len) if named else name


# what a price list calls an article: capitals and digits with a hyphen or a digit among them
_ITEM_CODE = re.compile(r"(?=[A-Z0-9./-]{3,30}\s)(?=[A-Z./]{0,30}[0-9-])[A-Z0-9][A-Z0-9./-]+\s+(?=\S)")


def _sells(row: Agreement, domain: str, vendor: str) -> bool:
    """Whether the writer is this row's operator."""
    known = any(domain_matches(domain, listed) for listed in row.domains)
    return known or bool(vendor and same_company(vendor, row.operator))


def _fuller(
    name: str, line: str, subject: str, body: str, register: Sequence[Agreement], own: Sequence[Agreement]
) -> str:
    """The name as the register spells it, where a quote shortens it or says more than the name.

    `line` is where the name was read; `own` are the rows of the writing operator, whose line may describe what it sells
    without a mail that names it.

    "Fluency" is "NumberHouse Fluency" if the mail spells that out; "Planet Chem simulations" and "Planet Labs Planet
    Chem" are "Planet Chem". A name that the register has as it stands stays.
    """
    mail = f"{subject}\n{body}"
    rows = [row for row in register if row.product]
    if any(same_product(name, row.product) for row in rows):
        return name
    bare = _ITEM_CODE.sub("", name) if _ITEM_CODE.match(name) else without_code(name)
    if bare:
        coded = [row.product for row in rows if same_product(bare, row.product)]
        if coded:
            return coded[0]  # "PLB-SITE-1Y Plumb Line Behavior"
    for row in rows:
        longer = len(product_key(row.product)) > len(product_key(name))
        if longer and same_or_shorter(name, row.product) and (occurs(row.product, mail) or occurs(row.product, line)):
            return row.product
    for row in rows:
        by_itself = row in own and _only_described(name, row.product, rows)
        if _described(name, row.product) and (by_itself or occurs(row.product, mail)):
            return row.product
    for row in rows:
        maker = name[len(row.product) :].strip().casefold() if _begins(name, row.product) else ""
        if maker.startswith("by ") and tells_by_itself(row.product):
            return row.product  # "Page Parade by Thistledown Media"
    # what the mail does not call by its longer name: an edition, or put together from cells beside each other
    if not occurs(name, mail):
        for row in rows:
            rest = set(tokens(name)) - set(tokens(row.product))
            telling = tells_by_itself(row.product) and not rest & SUBJECTS
            apart = not occurs(name, line) and occurs(row.product, line)
            if _begins(name, row.product) and occurs(row.product, mail) and ((row in own and telling) or apart):
                return row.product
    for row in rows:
        # a reseller's line that describes it: "Larchmont HallTrack digital hall pass, annual", and the mail "HallTrack"
        shown = _stands_alone(row, line) or (line.upper() == line and occurs(row.product, line))
        plain = tells_by_itself(row.product) and _stands_alone(row, mail) and shown
        if plain and not occurs(name, mail):
            return row.product
    for row in rows:
        more = led_by_maker(name, row) or same_but_for_contents(name, row.product)
        if more and tells_by_itself(row.product):
            return row.product
    return name


def _stands_alone(row: Agreement, text: str) -> bool:
    """Whether a product stands in a text by its own name or behind its maker's, and no longer name holds it."""
    pattern = r"[\s_-]*".join(map(re.escape, row.product.split()))
    found = list(re.finditer(rf"(?<!\w){pattern}(?!\w)(?P<next>[ ]+\S+)?", text))
    maker = {t.casefold() for t in tokens(row.operator)}
    for match in found:
        before = re.search(r"(\S+)[ ]+$", text[: match.start()])
        led = before[1].strip("(“\"'") if before else ""
        goes_on = (match["next"] or "").strip()
        if goes_on[:1].isupper() and not _SOLD_AS.intersection(tokens(goes_on)[:1]):
            return False
        if (
            led[:1].isupper()
            and led.casefold() not in maker
            and not _ITEM_CODE.match(f"{led} x")
            and led[-1] not in ".:,"
        ):
            return False
    return bool(found)


# what stands behind a product's name with a capital and is no part of it
_SOLD_AS = frozenset(
    tokens(
        """
    annual license licenses licence licences subscription site per district school student students teacher renewal
    quote order proposal one year online digital software
    """
    )
)


def _only_described(name: str, product: str, rows: Sequence[Agreement]) -> bool:
    """Whether the words behind a telling name cannot name another product of its operator."""
    key, longer = tokens(name), [tokens(row.product) for row in rows if row.product != product]
    if any(len(other) > 1 and key[: len(other)] == other for other in longer):
        return False
    return tells_by_itself(product) and not SUBJECTS & set(key[len(tokens(product)) :])


def _begins(name: str, product: str) -> bool:
    """Whether a name is a product's with more words behind it."""
    own, words = product.casefold().split(), name.casefold().split()
    return len(words) > len(own) and words[: len(own)] == own


def _described(name: str, product: str) -> bool:
    """Whether a line names a product and goes on in plain words: "OspreyCheck attendance kiosk"."""
    own, words = product.split(), name.split()
    rest = words[len(own) :]
    return bool(rest) and words[: len(own)] == own and all(w.islower() and w.replace("-", "").isalpha() for w in rest)


def _from_mail(
    subject: str, body: str, register: Sequence[Agreement], not_names: Sequence[str], places: Sequence[str]
) -> ProductFinding:
    known = [
        row.product for row in register if row.product and (occurs(row.product, subject) or occurs(row.product, body))
    ]
    known = [k for k in known if not any(k != o and occurs(k, o) for o in known)]  # "X" inside "X Plus" is not meant
    if len({product_key(k) for k in known}) == 1:
        if asked := wanted(
            known[0], subject, body, lambda name: _possible(name, not_names) and not _names_places(name, places)
        ):
            return ProductFinding(asked, (Evidence("body", ", ".join(asked), 0, "what the mail asks for"),))
        return ProductFinding((known[0],), (Evidence("body", known[0], 0, "a product of the register is named"),))
    for source, text in (("body", body), ("subject", subject)):
        for pattern in (_LABELLED, _NAMED, _FOR):
            for found in pattern.finditer(text):
                name = _trimmed(found.group(1))
                if _possible(name, not_names) and not _names_places(name, places):
                    quote = text[max(0, found.start() - 30) : found.end() + 30]
                    return ProductFinding((name,), (Evidence(source, " ".join(quote.split()), 0, "named in the mail"),))
    return ProductFinding()


def _names_places(name: str, places: Sequence[str]) -> bool:
    """Whether schools of the list are all that stands there: "our order for Lincoln's and Oak Ridge's libraries"."""
    known = {place.casefold() for place in places}
    parts = [re.sub(r"['’]s?$", "", p.strip().casefold()) for p in re.split(r"[,/&]|\band\b", name) if p.strip()]
    return bool(parts) and all(part in known for part in parts)


def _as_a_name(words: str, body: str) -> str:
    """The words as the body writes them with a capital or a digit, as names have them; "" if it does not."""
    pattern = r"[\W_]*".join(map(re.escape, words.split()))
    found = (m[0] for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", body, re.IGNORECASE))
    return next((" ".join(name.split()) for name in found if re.search(r"[A-Z\d]", name)), "")


def _without(subject: str, places: Sequence[str]) -> str:
    """The subject without the names of schools, longest first."""
    for place in sorted(places, key=len, reverse=True):
        if len(place) > 1:
            subject = re.sub(rf"(?<!\w){re.escape(place)}(?!\w)", " ", subject)
    return subject


def _from_subject(subject: str, body: str, not_names: Sequence[str], domain: str, vendor: str) -> ProductFinding:
    """What the subject's usual words leave, if the body or the vendor's own name vouches for it."""
    rest = " ".join(_SUBJECT_NOISE.sub(" ", re.split(r"\s[-–—|:]\s|[:|–—]", subject)[0]).split()).strip(" -–—:,;!?.&")
    if not _possible(rest, not_names) or len(rest.split()) > 4:
        return ProductFinding()
    spelt = _as_a_name(rest, body)
    if spelt and not same_company(rest, vendor):
        return ProductFinding((spelt,), (Evidence("subject", subject[:200], 0, "subject and body name it"),))
    first, label = tokens(rest)[0], re.sub(r"[^a-z0-9]", "", domain.casefold().rpartition(".")[0].rpartition(".")[2])
    more = len(rest.split()) > 1 and all(w[:1].isupper() or w[:1].isdigit() for w in rest.split())
    if more and len(first) >= 4 and label.startswith(first) and not same_company(rest, vendor):
        return ProductFinding((rest,), (Evidence("subject", subject[:200], 0, "the vendor's name leads it"),))
    return ProductFinding()


def _trimmed(name: str) -> str:
    words = clean_product(name).split()
    while words and words[-1].casefold() in {"for", "the", "and", "of", "&"}:
        words.pop()
    return " ".join(words)


def _possible(name: str, not_names: Sequence[str]) -> bool:
    words = tokens(name)
    if not is_product_like(name) or all(w in _NOT_PRODUCTS for w in words) or words[0] in _NOT_PRODUCTS:
        return False
    return not any(
        occurs(name, other) or same_product(name, other) or occurs(other, name) for other in not_names if other
    )
