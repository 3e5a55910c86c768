"""The words of papers that tell prices: orders, invoices, purchase orders, price lists."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.dates_arithmetic import MONTHS
from soppa_mailbot.finding.common.paper_kind import TAIL, PaperKind, in_filename, phrases_of, titled

# "Proposal: Planet Atlas for Birch Lake", "Order form PM-66 November 30, 2026": only for order forms, since
# "Pricing: ..." may be a line of any paper
_TITLED_TAIL = (
    rf"(?:\s?[:–—-]\s*(?-i:[A-Z]).{{1,80}}|\s+(?:{MONTHS})\.?\s\d{{1,2}},?\s20\d\d|{TAIL.removesuffix('?')})?"
)

ORDER = PaperKind(
    "order_form",
    "an order form",
    titled(
        r"(?:[\w&'-]+\s+){0,3}(?:order form|service order|sales order|order agreement|licen[cs]e order|"
        r"subscription order|"
        r"quote(?: / order form)?|quotation|price quote|cost proposal|proposal|estimate|price proposal|"
        r"statement of work|"
        r"sow|renewal order|order confirmation|order summary|subscription agreement|"
        r"licen[cs]e agreement and order|"
        r"ordering document|order schedule|devis|soumission|offre(?: de prix| commerciale)|bon de commande|angebot|"
        r"kostenvoranschlag|bestellformular|auftragsformular|cotizaci[oó]n|presupuesto|"
        r"formulario de pedido|"
        r"renewal notice and quote|(?:pilot|trial|evaluation)(?: agreement)? (?:and|&) order|(?:pilot|trial) order|"
        r"pro-?\s?forma(?: invoice)? ?(?:/|&|and|or) ?(?:quote|quotation|estimate)|"
        r"(?<!special )(?<!limited )(?<!exclusive )(?<!introductory )offer(?=\W*$|\W*(?:#|no\b|number|\d)))"
        r"(?: ?(?:/|&|and) ?(?:order form|quote|agreement|proposal|estimate|order))?",
        tail=_TITLED_TAIL,
    ),
    re.compile(
        r"^\W*(?:quote|quotation|estimate|proposal|offer|order(?: form)?|sow|devis|soumission|"
        r"angebot|cotizaci[oó]n|sales order)\s*(?:#|no\.?\b|"
        r"number|id|date|name|ref\w*|n[o°º]\.?)"
        r"|^\W*(?:quote|quotation|proposal|estimate) (?:for|to|prepared for)\b|this (?:order form|quote|"
        r"quotation|proposal|estimate|order)\b|\b(?:is|as|for) our (?:formal |written )?(?:quote|quotation|proposal|"
        r"estimate|bid)\b",
        re.IGNORECASE,
    ),
    phrases_of(
        (
            2.0,
            r"\b(?:valid (?:until|through|thru|for \d+|till|\d+ days)|good (?:through|until|for \d+)|quote expires|"
            r"(?:quote|quotation|offer|proposal) lapses|"
            r"expir(?:es|ation date|y)\b|(?:quote|offer|pricing|prices?) (?:is |are )?(?:valid|good|firm|"
            r"honored))|"
            r"\b(?:soumission|devis|offre|prix) (?:est )?valables?\b|\bvalide (?:jusqu|pendant|\d+ jours)|"
            r"\bbindefrist\b|\b(?:gültig|angebot gilt) bis\b|\bv[áa]lid[ao] (?:hasta|por \d+)",
        ),
        (
            1.5,
            r"\b(?:we are|we're|i am|i'm) (?:pleased|happy|glad|delighted) to (?:offer|quote|submit|present|propose)\b|"
            r"\bthank you for (?:the|this) opportunity to (?:quote|bid|submit|offer|propose)\b|"
            r"\bwe (?:offer|quote|propose) (?:the following|as follows)\b",
        ),
        (2.0, r"\bthis is not an? (?:invoice|bill)\b|\bnot an invoice\b"),
        (
            1.5,
            r"^\W*(?:prepared for|quote for|quote to|proposal for|submitted to|estimate for|customer|"
            r"client|sold to|bill(?:ing)? to|end user)\b",
        ),
        (
            1.5,
            r"\b(?:accepted by|acceptance|accepted date|customer signature|authorized signature|"
            r"(?:by|please) sign(?:ing)? (?:below|this)|agreed and accepted|approved by|(?:to|if you) accept\b)\b",
        ),
        (
            1.0,
            r"\b(?:subscription term|licen[cs]e term|contract term|service term|term (?:start|length)|"
            r"start date|subscription period)\b",
        ),
        (
            1.0,
            r"^\W*(?:grand total|total|order total|you pay|quote total|estimated total|total investment|total price|"
            r"total \(usd\))\b",
        ),
        (0.5, r"\b(?:prepared by|sales rep(?:resentative)?|account (?:executive|manager))\b"),
    ),
    in_filename(
        r"order ?form|orderform|order|quote|qte|quotation|estimate|est|proposal|sow|devis|soumission|angebot|"
        r"cotizaci[oó]n|of"
    ),
)
# an order that was placed and sent: its confirmation names goods and prices, and asks for nothing any more
FULFILLED = re.compile(
    r"\b(?:has|have|was|were)(?: been| already)? (?:shipped|dispatched|delivered)\b|\btracking (?:#|no\b|number|id)|"
    r"\border (?:(?:#|no\.?|number) ?\S{1,20} )?(?:was )?placed (?:on )?\S{0,12}\d|\bpaid (?:in full )?(?:by|with|via) "
    r"(?:check|credit|card|ach|visa|wire)\b",
    re.IGNORECASE,
)
INVOICE = PaperKind(
    "invoice",
    "an invoice",
    titled(
        r"(?:[\w&'-]+\s+){0,2}(?:invoices?(?: ?/ ?bill)?|bill of supply|"
        r"tax invoice|pro-?\s?forma(?: invoice)?|account statement|"
        r"statement of account|billing statement|receipt|sales receipt|credit memo|remittance advice|"
        r"past due notice|facture|factura|rechnung|payment reminder|packing (?:slip|list)|"
        r"shipping confirmation|delivery note)"
    ),
    re.compile(r"^\W*(?:invoice|inv\.?|bill)\s*(?:#|no\.?\b|number|id|date|n[o°º]\.?)", re.IGNORECASE),
    phrases_of(
        (
            2.0,
            r"^\W*(?:balance due|amount due|total due|balance forward|amount enclosed|payments? received|"
            r"previous balance|amount paid|paid in full|"
            r"payment/credits?)\W*(?:\s*\(?usd\)?)?\W*[:\t $]*-?\s?[$\d_]",
        ),
        (
            2.0,
            r"\b(?:please remit|remit (?:payment )?to|remittance|make (?:all )?checks? payable|past due|"
            r"finance charge|return (?:this|the) (?:stub|portion)|days? overdue|pay this amount|"
            r"pay online)\b",
        ),
        (1.5, r"^\W*(?:due date|payment due|invoice date|date due)\b"),
        (0.5, r"^\W*due\s*:"),
        (1.0, r"\b(?:customer po|po\s?#|p\.o\. (?:no|number)|your po|purchase order (?:no|number|#))"),
    ),
    in_filename(r"invoice|inv|receipt|statement|past ?due"),
)
PURCHASE_ORDER = PaperKind(
    "purchase_order",
    "a purchase order",
    titled(
        r"(?:[\w&'-]+\s+){0,2}(?:purchase order|blanket purchase order|purchase requisition|requisition|"
        r"p\.?o\.?)"
    ),
    re.compile(r"^\W*(?:p\.?o\.?|purchase order|requisition)\s*(?:#|no\.?\b|number|date)", re.IGNORECASE),
    phrases_of(
        (
            3.0,
            r"\b(?:invoices? must (?:show|include|reference|bear)|(?:show|include|reference) (?:this|the|"
            r"our) (?:purchase order|po|p\.o\.) (?:number|no)|purchase order number must)",
        ),
        (1.5, r"^\W*(?:vendor|supplier|to vendor|issued to|vendor (?:id|no|number|#))\s*[:#\t]"),
        (
            1.0,
            r"\b(?:account code|budget code|requisitioned by|requisitioner|buyer:|tax exempt|ordered by|"
            r"deliver to|ship via|f\.?o\.?b\.?|not valid unless signed|fund\b)",
        ),
    ),
    in_filename(r"po|p\.o|purchase ?order|requisition"),
)
PRICE_LIST = PaperKind(
    "price_list",
    "a price list",
    titled(
        r"(?:[\w&'-]+\s+){0,4}(?:price ?lists?|pricing guide|price guide|rate card|price sheet|"
        r"pricing sheet|pricing(?: tiers| plans| overview| options)?|price schedule|catalog(?:ue)?|"
        r"fee schedule|plans (?:and|&) pricing)"
    ),
    None,
    phrases_of(
        (
            2.0,
            # "Prices subject to change after December 31" holds them until then
            r"\b(?:subject to change(?: without notice)?"
            rf"(?! (?:after|from|as of|on|beginning) (?:\w+,? )?(?:(?:{MONTHS})\b|\d))|for planning (?:purposes )?only|"
            r"not a (?:binding )?(?:quote|quotation|offer)|binding quotation|contact (?:us|sales|"
            r"your \w+) for (?:a )?(?:quote|pricing)|call for (?:pricing|quote)|price list)\b",
        ),
        (
            1.5,
            r"\b(?:volume (?:tiers?|discounts?|pricing)|list prices?|starting at|per student ?/ ?year|"
            r"tiered pricing|multi-year discounts?|request a quote|get a quote)\b",
        ),
        (
            1.5,
            r"\b\d[\d,]*\s?(?:-|–|to)\s?\d[\d,]*\s?(?:students|users|seats|licenses|enrollment)|"
            r"\b\d[\d,]*\s?\+\s?(?:students|users|seats)|^\W*\d[\d,]*\s?[-–]\s?\d[\d,]*\s*\t",
        ),
        (1.0, r"\bon request\b"),
    ),
    in_filename(r"price ?list|pricing|rate ?card|price ?sheet|catalog(?:ue)?"),
)
