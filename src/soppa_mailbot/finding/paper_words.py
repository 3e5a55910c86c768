"""The words by which a person tells an order form from an invoice, a brochure or a policy.

Titles weigh most where they stand alone near the top of the page. American usage, with the French and Spanish words
that vendors near a border or with a foreign parent use.
"""

from __future__ import annotations

from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.dates_arithmetic import MONTHS

_NUMBER = r"(?:\s*(?:#|no\.?|number|nr\.?|id)?\s*[:#]?\s*(?:[A-Z]{1,3}&[A-Z]{1,3}\s?)?[\w./-]{0,30}\d[\w./-]{0,30})?"
# "Quote PS-0388 10/30/2026", "Order form TSB-911, Oct. 30, 2026"
_DAY = rf"(?:,?\s+(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:20)?\d\d|(?:{MONTHS})\.?\s\d{{1,2}},?\s20\d\d))?"
_TAIL = r"(?:\s+(?:for|to|from|of|by|prepared|dated?|issued|-|–|—|:|\|).{1,90})?"
# "Proposal: Planet Atlas for Birch Lake", "Order form PM-66 November 30, 2026": only for order forms, since
# "Pricing: ..." may be a line of any paper
_TITLED_TAIL = (
    rf"(?:\s?[:–—-]\s*(?-i:[A-Z]).{{1,80}}|\s+(?:{MONTHS})\.?\s\d{{1,2}},?\s20\d\d|{_TAIL.removesuffix('?')})?"
)


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of paper: its titles, its labels, and phrases that speak for it (weights are votes)."""

    kind: str
    article: str  # what a vendor is told it looks like: "an invoice"
    title: re.Pattern[str]
    labels: re.Pattern[str] | None = None
    phrases: tuple[tuple[float, re.Pattern[str]], ...] = ()
    filename: re.Pattern[str] | None = None


def _title(words: str, *, tail: str = _TAIL) -> re.Pattern[str]:
    lead = (
        r"(?:(?:\d{4}(?:\s?[-–/]\s?\d{2,4})?|fy\d\d|the|your|our|official|draft|final|revised|new|"
        r"customer|client|k-?12|education)\s+)*"
    )
    return re.compile(rf"^\W*{lead}(?:{words})(?:\s+form)?{_NUMBER}{_DAY}{tail}\W*$", re.IGNORECASE)


def _any(*weighted: tuple[float, str]) -> tuple[tuple[float, re.Pattern[str]], ...]:
    return tuple((weight, re.compile(pattern, re.IGNORECASE | re.MULTILINE)) for weight, pattern in weighted)


def _name(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{words})(?![a-z])", re.IGNORECASE)


ORDER = PaperKind(
    "order_form",
    "an order form",
    _title(
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
    _any(
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
    _name(
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
    _title(
        r"(?:[\w&'-]+\s+){0,2}(?:invoices?(?: ?/ ?bill)?|bill of supply|"
        r"tax invoice|pro-?\s?forma(?: invoice)?|account statement|"
        r"statement of account|billing statement|receipt|sales receipt|credit memo|remittance advice|"
        r"past due notice|facture|factura|rechnung|payment reminder|packing (?:slip|list)|"
        r"shipping confirmation|delivery note)"
    ),
    re.compile(r"^\W*(?:invoice|inv\.?|bill)\s*(?:#|no\.?\b|number|id|date|n[o°º]\.?)", re.IGNORECASE),
    _any(
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
    _name(r"invoice|inv|receipt|statement|past ?due"),
)
PURCHASE_ORDER = PaperKind(
    "purchase_order",
    "a purchase order",
    _title(
        r"(?:[\w&'-]+\s+){0,2}(?:purchase order|blanket purchase order|purchase requisition|requisition|"
        r"p\.?o\.?)"
    ),
    re.compile(r"^\W*(?:p\.?o\.?|purchase order|requisition)\s*(?:#|no\.?\b|number|date)", re.IGNORECASE),
    _any(
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
    _name(r"po|p\.o|purchase ?order|requisition"),
)
PRICE_LIST = PaperKind(
    "price_list",
    "a price list",
    _title(
        r"(?:[\w&'-]+\s+){0,4}(?:price ?lists?|pricing guide|price guide|rate card|price sheet|"
        r"pricing sheet|pricing(?: tiers| plans| overview| options)?|price schedule|catalog(?:ue)?|"
        r"fee schedule|plans (?:and|&) pricing)"
    ),
    None,
    _any(
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
    _name(r"price ?list|pricing|rate ?card|price ?sheet|catalog(?:ue)?"),
)
BROCHURE = PaperKind(
    "brochure",
    "a brochure",
    _title(
        r"(?:[\w&'-]+\s+){0,4}(?:brochure|product overview|overview|fact ?sheet|data ?sheet|one[- ]pager|"
        r"at a glance|case study|white ?paper|success story|product sheet|flyer|info(?:rmation)? sheet|"
        r"capabilities statement)"
    ),
    None,
    _any(
        (
            2.0,
            r"\bwhy (?:districts?|schools?|teachers?|educators?|leaders?|choose)\b.{0,30}|\btrusted by\b|"
            r"\b(?:schools|districts|teachers|educators) (?:love|trust|choose)\b",
        ),
        (
            2.0,
            r"\b(?:request|schedule|book|get|see) (?:a|your) (?:free )?(?:demo|trial|tour|walk-?through)|"
            r"\blearn more\b|\bcontact us today\b|\bvisit (?:us at )?www\b|\bfree trial\b",
        ),
        (
            1.0,
            r"\b(?:testimonials?|research[- ]based|award[- ]winning|proven results|engaging|"
            r"features (?:and|&) benefits|key (?:features|benefits)|how it works|what educators (?:say|"
            r"are saying))\b",
        ),
        (1.0, r"^\s*[“\"][^\"”]{20,200}[\"”]\s*$"),
    ),
    _name(r"brochure|overview|fly(?:er|ier)|fact ?sheet|data ?sheet|one ?pager|case ?study|marketing|deck"),
)
PRIVACY = PaperKind(
    "privacy_policy",
    "a privacy policy",
    _title(
        r"(?:[\w&'.-]+\s+){0,4}(?:privacy (?:policy|notice|statement|pledge)|terms of (?:service|use)|"
        r"terms (?:and|&) conditions|student privacy (?:policy|statement|pledge)|"
        r"end user licen[cs]e agreement|security (?:policy|overview|whitepaper)|data security (?:policy|"
        r"plan))"
    ),
    None,
    _any(
        (1.0, r"\b(?:this (?:privacy )?(?:policy|notice|statement)|our privacy (?:policy|practices))\b"),
        (1.0, r"\b(?:information (?:that )?we collect|we collect|what we collect|how we use)\b"),
        (
            1.0,
            r"\b(?:cookies|personal information|your rights|your choices|"
            r"third[- ]party service providers)\b",
        ),
        (1.0, r"\b(?:last (?:updated|revised|modified)|effective date)\b"),
    ),
    _name(r"privacy|terms|tos|eula|security"),
)
AGREEMENT = PaperKind(
    "agreement",
    "a data privacy agreement",
    _title(
        r"(?:[\w&'.-]+\s+){0,5}(?:(?:student |national |standard )?data privacy (?:agreement|addendum|"
        r"contract)|(?:[\w]+-)?ndpa|dpa|"
        r"data (?:processing|sharing|protection|security) (?:agreement|addendum)|"
        r"(?:student )?privacy (?:agreement|addendum)|"
        r"exhibit [\"“”]?e[\"“”]?.{0,40}|general offer of (?:privacy )?terms|"
        r"student online personal protection act.{0,60}|soppa (?:agreement|addendum|contract|form|"
        r"amendment|exhibit).{0,40})"
    ),
    None,
    _any(
        (1.5, r"\b(?:105 ILCS 85|student online personal protection act|SOPPA)\b"),
        (
            1.0,
            r"\b(?:covered information|student data|education records|"
            r"personally identifiable information)\b",
        ),
        (
            1.0,
            r"\b(?:the LEA|local education(?:al)? agency|school district and (?:the )?(?:provider|"
            r"contractor|operator))\b",
        ),
        (1.0, r"\b(?:breach|data destruction|subprocessors?|de-identified|general offer)\b"),
    ),
    _name(r"dpa|ndpa|soppa|data ?privacy|exhibit ?e"),
)
CERTIFICATE = PaperKind(
    "certificate",
    "a certificate",
    _title(
        r"(?:[\w&'.-]+\s+){0,2}(?:certificate of (?:liability )?insurance|certificate of (?:completion|"
        r"incorporation|good standing|"
        r"liability|compliance)|certificate|acord.{0,20}|w-?9|form w-?9.{0,60}|request for taxpayer.{0,60}|"
        r"evidence of insurance|"
        r"soc ?2.{0,40}|hecvat.{0,40}|vpat.{0,40}|accessibility conformance report|"
        r"voluntary product accessibility template.{0,20}|sole source letter|"
        r"audit report|insurance certificate|sales tax exempt\w* .{0,30})"
    ),
    None,
    _any(
        (
            3.0,
            r"\b(?:certificate holder|this certificate is issued|policy period|policy (?:eff|exp)|"
            r"commercial general liability)\b",
        ),
        (3.0, r"\b(?:taxpayer identification number|backup withholding|request for taxpayer)\b"),
        (
            3.0,
            r"\b(?:envelope (?:id|originator|summary)|signer events|record tracking|carbon copy events|"
            r"audit trail|document history)\b",
        ),
        (2.0, r"\b(?:sole source|wcag 2|conformance level)\b"),
    ),
    _name(r"coi|certificate|acord|w-?9|hecvat|vpat|soc ?2|sole ?source|insurance"),
)
EVENT = PaperKind(
    "event",
    "for an event, not for software",
    _title(
        r"(?:[\w&'-]+\s+){0,4}(?:registration(?: form)?|exhibitor (?:form|prospectus|application)|"
        r"booth (?:order|reservation)(?: form)?|sponsorship (?:form|opportunities)|"
        r"attendee (?:order )?form|conference (?:registration|order)(?: form)?)"
    ),
    None,
    _any(
        (
            2.5,
            r"\b(?:attendees?|exhibitors?|booths?|sponsorships?|early[- ]bird|conference (?:fee|pass|"
            r"registration)|(?:attendee|district|day|full|exhibit(?:or)?) pass(?:es)?|keynote|expo|"
            r"registration fee|dietary)\b",
        ),
        (1.0, r"\b(?:conference|forum|summit|symposium|hotel)\b"),
    ),
    _name(r"registration|exhibitor|conference|booth"),
)
REQUEST = PaperKind(
    "request",
    "a request for quotes, which comes from the buyer",
    _title(
        r"(?:(?!response|reply|answer|to|our|proposal|quote|quotation)[\w&'-]+\s+){0,3}"
        r"(?:requests? for (?:quotes?|quotations?|proposals?|bids?|pricing)|"
        r"rf[qp]|invitation (?:to|for) bids?|(?:quote|quotation|pricing|estimate|proposal) requests?|request a quote)"
    ),
    None,
    _any(
        (2.0, r"\b(?:vendors?|bidders?|respondents?|offerors?) (?:shall|must|should|may|are)\b"),
        (1.0, r"\b(?:submit (?:a |your )?(?:quotes?|bids?|proposals?)|bids? (?:due|opening)|proposals? due)\b"),
    ),
    _name(r"rfq|rfp|bid"),
)
FORM = PaperKind(
    "form",
    "a form, but not the District's",
    _title(
        r"(?:[\w&'.-]+\s+){0,5}(?:(?:vendor|supplier|contractor|product|software|technology|information|"
        r"application)(?: \w+){0,4} "
        r"(?:form|questionnaire|application|request|checklist|survey)|"
        r"request for (?:vendor )?information.{0,40}|rfi.{0,30}|vendor (?:information|packet|registration|"
        r"profile).{0,30}|"
        r"questionnaire|new vendor.{0,30}|credit application|ach.{0,30}form)"
    ),
    None,
    _any(
        (
            1.5,
            r"\bto be completed by\b|\bplease (?:complete|fill (?:in|out))\b|\bcomplete (?:all|every|"
            r"each)\b|\breturn (?:this form )?to\b",
        ),
        (
            1.0,
            r"\b(?:legal name|name of (?:vendor|company|product)|contact person|completed by|"
            r"years in business|telephone|fax)\b",
        ),
    ),
    _name(r"rfi|questionnaire|vendor ?(?:form|information|packet)|checklist"),
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
