"""What a mail or its subject calls the product, where no paper and no form names it."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.names import (
    clean_product,
    is_product_like,
    occurs,
    product_key,
    same_company,
    same_product,
    tokens,
)
from soppa_mailbot.finding.products.wanted import wanted
from soppa_mailbot.model import Agreement, Evidence, ProductFinding

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


def from_mail(
    subject: str, body: str, register: Sequence[Agreement], not_names: Sequence[str], places: Sequence[str]
) -> ProductFinding:
    """What the mail asks for by name: a product of the register, else what stands behind words for one."""
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


def without_places(subject: str, places: Sequence[str]) -> str:
    """The subject without the names of schools, longest first."""
    for place in sorted(places, key=len, reverse=True):
        if len(place) > 1:
            subject = re.sub(rf"(?<!\w){re.escape(place)}(?!\w)", " ", subject)
    return subject


def from_subject(subject: str, body: str, not_names: Sequence[str], domain: str, vendor: str) -> ProductFinding:
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
