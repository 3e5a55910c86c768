"""The words by which a label tells what its place is for: the day for approval, schools, the product, the operator."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

GROUNDS = r"(?<!buildings and )(?<!buildings & )grounds"  # not the department

# "By what date must the District have approved and signed?" asks for a day to come, "Date signed" for a past one
BY_WHEN = re.compile(
    r"\b(?:by (?:what|which) (?:date|day)|(?:by|until) when|(?:date|day) by which|(?:latest|last) (?:date|day))\b"
    r".{0,60}?\b(?:(?:district|board|board of education|we)\W+"
    r"(?:(?:must|should|has|have|needs?|to|can|may|finally)\W+){0,4}(?:approv(?:e|ed|al)|sign(?:ed)?)"
    r"|be\W+(?:finally\W+)?(?:approved|signed and approved|signed by (?:the |our )?(?:district|board)))\b",
    re.I,
)

PATTERNS: tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None, int], ...] = (
    # role, what its label says, what it must not say, how sure
    ("deadline", BY_WHEN, None, 3),
    (
        "deadline",
        re.compile(
            r"\b(?:date|deadline|day|when)\b.*\b(?:approv\w+|sign-?\s?off|decision|need(?:ed|s)?|required|"
            r"authori[sz]ation)\b"
            r"|\b(?:approv\w+|sign-?\s?off|decision|authori[sz]ation)\b.*\b(?:date|deadline|need(?:ed|s)?|wanted|"
            r"by when|required by)\b"
            r"|\b(?:needed|required|requested|due|target)\s+(?:by|date|approval)\b|\bdeadline\b|"
            r"\bneed(?:ed)? by\b|^(?:to )?approv(?:e|ed|al) by\b|"
            r"\b(?:approval|sign-?\s?off|decision|authori[sz]ation)\b.*\bby(?: date)?$",
            re.I,
        ),
        re.compile(
            r"\b(?:start|begin|effective|renewal|expir\w*|invoice|report|signed|"
            # but "Approval and signature needed by", "Board signature wanted by"
            r"(?<!and )(?<!& )(?<!/)(?<!/ )signature"
            r"(?! (?:and|&|or) approval)(?! (?:is |are )?(?:needed|wanted|due) by)|"
            r"completed|received|install\w*|training|launch|go-?live|audit|"
            r"certificat\w*|breach|notification|delet\w*|approved by|board use)\b"
            # "Requested by (school or department)" asks who, not when
            r"|\b(?:requested|needed|required) by\W{0,3}(?:which |what |the |name of )*"
            r"(?:schools?|departments?|buildings?|staff|teachers?|person|principal|name)\b",
            re.I,
        ),
        3,
    ),
    (
        "schools",
        re.compile(
            r"\b(?:schools?|school\(s\)|departments?|department\(s\)|buildings?|building\(s\)|campus(?:es)?|"
            r"campus\(es\)|"
            r"attendance cent(?:er|re)s?|sites?(?:\(s\))? (?:where|that|using|to)|"
            r"locations? (?:where|that|using|to|of use))(?!\w)"
            r"|\bwhere (?:\w+ ){0,4}used\b|\bintended (?:locations?|sites?)\b|^(?:sites?|site\(s\))$",
            re.I,
        ),
        re.compile(
            r"\bschool district\b|\bdistrict name\b|\bschool (?:year|purposes?|official|board|code)\b|\bdata cent|"
            r"\bper (?:student|building|school|site|campus)\b|\b(?:hosting|hosted|storage|stored|server)\b|"
            r"\bother (?:school )?districts?\b|\bschools?(?: or |[ ]?/[ ]?)(?:school )?districts?\b|"
            r"\bdistricts?(?: or |[ ]?/[ ]?)schools?\b|"
            r"\breferences?\b|\bdepartment of\b|\b(?:intended|instructional) use\b|\buses? in (?:the |our )?schools?\b|"
            # "What it does and how it would be used in our schools" asks for no names
            r"\bhow\b.{0,40}\bused?\b|\bwhat\b.{0,30}\b(?:does|do)\b|\bdescri(?:be|ption)\b|"
            r"\byour department\b|\be-?mail\b|\baccounts?\b|\bid\b|\bcalendar\b|\bhours\b|"
            r"\bhow many\b|\bnumber of\b|"
            # "Experience: years of work with public schools" asks about the company
            r"\bexperience\b|\byears (?:of|in|with)\b.{0,40}\bschools?\b|"
            # "has served schools for ____"; but "Schools that are served"
            r"\b(?:ha(?:s|ve)|been)\W+(?:served|serving|worked|working)\W+(?:\w+\W+){0,3}schools?\b",
            re.I,
        ),
        2,
    ),
    (
        "soppa_reason",
        re.compile(
            rf"\b(?:reason|explain|explanation|why|basis|{GROUNDS}|rationale|"
            r"justif\w+|describe)\b.*(?:\bsoppa\b|subject\b|exempt|appl(?:y|ies))"
            r"|\bif (?:not|no|exempt)\b.*\b(?:explain|reason|why|describe)\b"
            r"|(?:\bsoppa\b|subject\b|exempt|appl(?:y|ies))\W.{0,40}\bbecause\W*$",
            re.I,
        ),
        None,
        2,
    ),
    (
        "product",
        re.compile(
            r"\b(?:products?|software|applications?|services?|solution|platform|system|tool|app|program|resource|"
            r"package)\b(?:\(s\))?.*"
            r"\b(?:names?|titles?|covered|proposed|offered)\b|"
            r"\b(?:names?|title) of (?:the )?(?:proposed )?(?:products?|software|applications?|services?|solution|"
            r"platform|tool|app|program|resource|package)|"
            # "Service(s) to which this agreement applies"
            r"^(?:the )?(?:products?|software|applications?|services?)(?:\(s\))?"
            r"(?: (?:or|and|/) (?:products?|software|applications?|services?)(?:\(s\))?)?"
            r" (?:(?:to|for) which|that|which)"
            r" (?:this|the) (?:\w+ )?(?:agreement|addendum|rider|form|contract|exhibit|schedule|amendment)"
            r" (?:applies|covers|relates|governs|is (?:for|made|about|signed))(?: to)?$|"
            r"^(?:products?|software|application|product or service|product/service|services?|"
            r"software product|resource|licensed (?:product|software))(?:\(s\))?$",
            re.I,
        ),
        re.compile(
            r"\b(?:address|contact|describe|description|version|does|how|user|password|domain|provider name)\b"
            # "Illinois districts that use the product (name up to three)"
            r"|\b(?:districts|customers|clients|references?)\b"
            # "the product named in our quote or order number" asks for a number
            r"|\b(?:quote|quotation|order|estimate|proposal|invoice|contract|agreement|po|rfp|bid)"
            r" (?:no\.|no|number|#)(?: of)?\W*$",
            re.I,
        ),
        2,
    ),
    (
        "operator",
        re.compile(
            r"\b(?:vendor|operator|company|provider|contractor|supplier|firm|organi[sz]ation|business|corporate|entity)\b"
            r"(?:[^a-z]|'s)*\b(?:legal |full |registered |business )*names?\b|"
            r"\b(?:legal |full |business |registered )*names? of (?:the |your )?(?:vendor|operator|company|provider|"
            r"contractor|"
            r"supplier|firm|organi[sz]ation|business|entity)\b|"
            r"^(?:vendor|operator|company|provider|contractor|supplier|firm|organi[sz]ation)(?:\s*\(?legal name\)?)?$|"
            r"^legal name\b",
            re.I,
        ),
        re.compile(r"\b(?:contact|hosting|address|insurance|sub-?contractor|cloud|carrier|person|parent)\b", re.I),
        2,
    ),
)

# a heading over the schools of others: "References", "Current customers in Illinois"
OF_OTHERS = re.compile(
    r"\breferences?\b|\b(?:current|other|existing) (?:customers?|clients?|users?|districts?)\b", re.I
)
# a question for the names of schools, beside which others only speak of them
_WHICH_SCHOOLS = re.compile(
    r"\b(?:which|what|list|names? of|name the)\W+(?:\w+\W+){0,3}?(?:schools?|departments?|buildings?|campus(?:es)?)\b"
    r"|^(?:participating |affected |target )?(?:schools?|departments?|buildings?|sites?|campus(?:es)?)(?:\((?:e?s)\))?"
    r"(?:\W+(?:or|and|/)?\W*(?:schools?|departments?|buildings?)(?:\((?:e?s)\))?)?(?=\W|$)",
    re.I,
)


# the product's name, beside which others only speak of it
_WHICH_PRODUCT = re.compile(
    r"^(?:full |exact |complete |legal )?"
    r"(?:names? of (?:the )?(?:products?|software|service|program|resource|app\w*|tool)\b"
    r"|(?:products?|software|service|program|resource|app\w*|tool)(?:\(s\))?(?: or \w+)? names?\b)",
    re.I,
)
PLAIN = {"schools": _WHICH_SCHOOLS, "product": _WHICH_PRODUCT}
