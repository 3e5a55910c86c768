"""The words by which a person tells an order form from an invoice, a brochure or a policy.

Titles weigh most where they stand alone near the top of the page. American usage, with the French and Spanish words
that vendors near a border or with a foreign parent use.
"""

from __future__ import annotations

from soppa_mailbot.finding.common.paper_kind import PaperKind
from soppa_mailbot.finding.orders.paper_words_priced import INVOICE, ORDER, PRICE_LIST, PURCHASE_ORDER
from soppa_mailbot.finding.orders.paper_words_unpriced import (
    AGREEMENT,
    BROCHURE,
    CERTIFICATE,
    EVENT,
    FORM,
    PRIVACY,
    REQUEST,
)

KINDS: tuple[PaperKind, ...] = (
    ORDER,
    INVOICE,
    PURCHASE_ORDER,
    PRICE_LIST,
    BROCHURE,
    PRIVACY,
    AGREEMENT,
    CERTIFICATE,
    EVENT,
    REQUEST,
    FORM,
)
ARTICLES = {kind.kind: kind.article for kind in KINDS}
