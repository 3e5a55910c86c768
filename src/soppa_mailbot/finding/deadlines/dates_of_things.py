"""What else than an approval is wanted by a day: "We need the rosters by August 1", "Training is needed by then".

Words of need count for the approval where they say nothing else ("We need it by ..."). What a vendor or a school waits
for besides has days of its own, and none of them is the District's.
"""

from __future__ import annotations

_THING = (
    r"(?:trainings?|onboarding|orientation|workshops?|webinars?|kick-?offs?|deliver(?:y|ies)|shipments?|shipping|"
    r"parcels?|boxes|kits?|materials|books|posters?|devices|tablets|chromebooks|laptops|carts?|equipment|hardware|"
    r"cables?|installations?|installs?|set-?ups?|integrations?|migrations?|imports?|exports?|uploads?|syncs?|"
    r"(?:class|name|student|teacher|staff)[ ](?:lists?|names|counts?|files?|data|numbers)|rosters?|rostering|"
    r"head-?counts?|enrollment(?:[ ](?:numbers|counts?|data))?|names|e-?mail[ ]addresses|photos?|logos?|accounts?|"
    r"log-?ins?|passwords?|user[ ]names?|access|payments?|deposits?|invoices?|invoicing|cheques?|refunds?|w-?9s?|"
    r"receipts?|purchase[ ]orders?|p\.?o\.?(?:[ ]numbers?)?|credit[ ]memos?|certificates?|resale[ ]forms?|"
    r"demo(?:s|nstrations?)?|meetings?|calls?|appointments?|visits?|interviews?|sessions?|surveys?|feedback|"
    r"questionnaires?|reports?|results|references|launch(?:es)?|roll-?outs?|go-?lives?|start[ ]dates?|renewals?|"
    r"substitutes?|rooms?|projectors?|schedules?|calendars?)"
)
_LEAD = (
    r"(?:(?!approv|ap{1,3}rov|sign|decision|decid|ok\b|okay|answer|word\b|yes\b|review|final|complete|finish|it\b|"
    r"this\b|that\b)[\w'’-]+[ ]){0,4}?"
)
_MORE = r"(?:[ ](?!approv|ap{1,3}rov|sign|decision|and\b|but\b|or\b)[\w'’-]+)"
_BY = r"(?:by|before|prior[ ]to|no[ ]later[ ]than|on[ ]or[ ]before|on|until)"

_CALLS = (
    r"(?:grants?|r\.?f\.?p\.?s?|bids?|tenders?|entr(?:y|ies)|proposals?|applications?|registrations?|sign-?ups?|"
    r"questions)"
)

# whose deadline is no word for the District's approval
_SOMEBODY = (
    r"(?:(?!(?:the|your|our|my|district|district's|board|board's|superintendent's|procurement's|purchasing's|office's|"
    r"it's|that's|there's|here's|what's|today's)[ ])(?:[\w.-]{1,30}(?:'s|s')|its|their|his|her))"
)
_THEIR_DATE = r"(?:dead[ -]?line|cut-?off(?:[ ]date)?|due[ ]date)"
_FOR_APPROVAL = r"[ ]for[ ](?:[\w']+[ ]){0,4}?(?:approv\w+|sign\w*|decision|yes\b)"

OTHERS_NEEDED = (
    # "SpEd's own deadline for paperwork", "The principal's deadline for forms": theirs, and not the District's
    rf"{_SOMEBODY}[ ](?:own[ ]|internal[ ]){{1,2}}{_THEIR_DATE}(?!{_FOR_APPROVAL})",
    rf"{_SOMEBODY}[ ]{_THEIR_DATE}[ ]for[ ](?:(?:the|all|its|their|any)[ ])?(?:paperwork|papers|documents|forms|"
    r"files|requests?)\b(?![ ]?(?:and|&|/)|[ ]to[ ]be)",
    # "Deadline for the grant", "the last day for training orders", "Your RFP is due by"
    r"(?:dead[ -]?line|due[ ]date|last[ ](?:\w+[ ])?day|cut-?off)(?:[ ]date)?[ ](?:for|of)[ ]"
    r"(?:(?:the|our|your|an?|this|all|any|its)[ ])?(?:(?!approv|sign|final|decision|district)[\w'’-]+[ ]){0,2}?"
    rf"(?:{_THING}|{_CALLS})(?![ ]?(?:and|&|/))",
    rf"{_CALLS}[ ](?:is|are|was|were|will[ ]be|would[ ]be|must[ ]be)[ ](?:due|in|filed|submitted)[ ]{_BY}",
    # "Approval requests are due", "sent it for approval on", "the approval of last year runs to"
    r"approval[ ](?:requests?|forms?|packets?|papers|applications?|process)\b",
    r"(?:submitted|sent|handed|filed|turned|uploaded|mailed|e-?mailed)(?:[ ]\w+){0,3}?[ ]for[ ](?:your[ ]|final[ ])?"
    r"approval[ ](?:on|in)\b",
    r"approval[ ](?:of|from|for)[ ](?:last|the[ ]last|the[ ]previous|a[ ]previous|20\d\d)\b[^.;:]{0,20}?"
    r"\b(?:runs?|ran|lasts?|ends?|ended|expires?|expired|holds?)\b",
    # "We need the class lists from the schools by", "would like to have our training by"
    rf"(?:need(?:ed|s|ing)?|requires?|wants?|(?:would|'d)[ ]like)[ ](?:to[ ](?:have|get|see|hold|do|finish)[ ])?{_LEAD}"
    rf"{_THING}{_MORE}{{0,4}}?[ ]{_BY}",
    # "Please send the kits ASAP, but no later than", "we expect a purchase order by"
    r"(?:send|ship|deliver|mail|bring|return|expect|await|issue|provide|share|upload)(?:ing|s)?[ ](?:(?:us|me|you|"
    r"them)[ ])?"
    rf"{_LEAD}{_THING}{_MORE}{{0,3}}?(?:,?[ ](?:a\.?s\.?a\.?p\.?|as[ ]soon[ ]as[ ]\w+(?:[ ]\w+)?|soon|"
    rf"at[ ]once),?"
    rf"(?:[ ]but)?)?[ ]{_BY}",
    # "Training is needed by", "The rosters would be due by"
    rf"{_THING}{_MORE}{{0,3}}?[ ](?:is|are|was|were|(?:will|would|must|should|has[ ]to)[ ]be)[ ]"
    rf"(?:only[ ]|also[ ]|all[ ]|first[ ])?(?:needed|required|due|wanted|expected|complete|finished|done|ready)"
    rf"[ ]{_BY}",
)
