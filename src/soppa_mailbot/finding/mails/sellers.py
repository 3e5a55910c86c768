"""Who writes to sell software to the District and asks for the way, in words that say neither "software" nor "submit".

Each pattern proves one thing only: a question for the way, a wish to do business, or that it is about software. All
three must be there (`intent`); a lone one stands in pitches, and in mails of roofers and job applicants, too.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_A_COMPANY = (
    r"(?:an?|our|any|some|your) (?:(?:new|small|outside|software|ed-?tech|little) )?"
    r"(?:company|vendor|business|firm|publisher|operator|supplier|provider|seller|start-?up)"
)
ASKS_THE_WAY = re.compile(
    # "What has to be submitted, and in what format?"
    r"\bwhat(?:'s| is| are| all| else|ever)? ?(?:has|have|needs?|must|should|is|are|would) (?:all )?(?:to )?(?:be )?"
    r"(?:submitted|sent in|provided|filed|filled (?:in|out)|completed|handed in|turned in|on file)\b|"
    # "how a company gets set up to sell", "how does a small publisher get on your list"
    rf"\bhow (?:does |do |can |could |would |should |might )?{_A_COMPANY} (?:can |could |should |would |must |may )?"
    r"(?:gets?|goes|go|becomes?|registers?|signs? up|appl(?:y|ies)|starts?|begins?|submits?)\b|"
    r"\b(?:is there|do you have|have you got|does the district have) (?:an?|any|some|your own) "
    r"(?:(?:vendor|online|supplier|registration|new|standard) ){0,2}(?:application|registration|intake|sign-?up)\b|"
    # "happy to fill out whatever you have"
    r"\b(?:fill (?:out|in)|complete) (?:whatever|anything|any(?: of the)? forms?|everything) (?:that )?"
    r"(?:you|the district|your (?:office|district))\b|"
    r"\bwhat (?:steps?|hoops?|boxes)\b[^.?!\n]{0,30}\b(?:do|must|should|would|need|have) (?:we|i)\b|"
    r"\bwhat(?:'s| is| are) (?:first|involved|the first step|our first step)\b|"
    r"\b(?:walk|talk|guide|lead) (?:me|us) through\b[^.?!\n]{0,40}\b(?:process|steps?|forms?|paperwork|requirements?|"
    r"approval|it)\b",
    re.IGNORECASE,
)
BUSINESS_HERE = re.compile(
    # "we'd like to sell the District Orchard Logs"
    r"\b(?:sell(?:ing)?|offer(?:ing)?|license|licensing|suppl(?:y|ying)|provid(?:e|ing)) (?:you|the district|your "
    r"(?:schools?|district|teachers?|students?|departments?)|[a-z]+ of your schools)\b|"
    r"\b(?:first[- ]time|brand[- ]new|would-be|aspiring) (?:\w+ )?(?:vendor|seller|supplier|operator|provider)\b|"
    r"\b(?:set up|signed up|on ?boarded|registered|approved|cleared|vetted) (?:to sell|as an? (?:\w+ )?(?:vendor|"
    r"supplier|operator|provider)|to do business)\b|"
    # "two of your teachers want to use it with their kids"
    r"\b(?:wants?|wish(?:es)?|hopes?|plans?|would (?:like|love)|'d (?:like|love)|asked|keen|eager) (?:to )?"
    r"(?:us(?:e|ing)|try(?:ing)?|pilot(?:ing)?|buy(?:ing)?|order(?:ing)?) (?:it|this|that|them|ours?)\b|"
    # "one of your teachers told us to go through Purchasing"
    r"\b(?:told|asked|advised|referred|directed|pointed|sent) (?:us|me)(?: that we)? "
    r"(?:must |should |need |had |have )?(?:to |first to )?"
    r"(?:go through|contact|write(?: to)?|e-?mail|check with|talk to|ask|start with|turn to|see)? ?"
    r"(?:the |your )?(?:district'?s? )?(?:purchasing|procurement|business office|central office|district office|"
    r"legal counsel|your office|you\b)|"
    # "You can view and accept our quote here"
    r"\b(?:view|see|find|accept|review|download|open|sign)\b[^.?!\n]{0,40}\bour (?:\w+ )?(?:quote|quotation|proposal|"
    r"order form|estimate)\b|"
    r"\b(?:everything|it|this|ours?|the (?:product|program|software)|(?-i:[A-Z])[\w'-]+)(?: (?:all|fully))? "
    r"(?:approved|signed|approved and signed|signed and approved|cleared)(?: off)? (?:by|before|in time|for)\b",
    re.IGNORECASE,
)
# what only software does, or who makes it
SOFTWARE_HERE = re.compile(
    # "our company makes Orchard Bell Ringers, short warm-up tasks for math classes"
    r"\b(?:(?:we|i)(?:'ve| have)?(?: also| just)?|(?:our|my) (?:\w+ )?(?:company|firm|studio|team|start-?up|business)"
    r"(?: has)?) (?:makes?|made|builds?|built|publish(?:es|ed)?|develop(?:s|ed)?|creates?d?|offers?|sells?|wrote|"
    r"runs?) (?:the |our )?"
    r"(?-i:[A-Z])[\w'-]+[^.?!\n]{0,80}\b(?:for|to) (?:\w+[ -]){0,4}?(?:schools?|schoolers|students?|"
    r"teachers?|classrooms?|class(?:es)?|grades?|graders?|districts?|counselors?|learners?|readers)\b|"
    # "I built a vocabulary thing called Orchard Words"
    r"\b(?:we|i|and|then)(?:'ve| have)? (?:make|made|build|built|wrote|developed?|created?|run)\b[^.?!\n]{1,60}"
    r"\b(?:called|named) (?-i:[A-Z])\w+|"
    r"\b(?:our|the) (?:program|product|tool|service) is (?:called |named )?(?-i:[A-Z])\w+",
    re.IGNORECASE,
)
# who makes software, by the firm's own name
_MAKES_SOFTWARE = re.compile(r"\b(?:Software|EdTech|Ed-Tech|Apps?|Digital|Interactive|Technologies)\b")
# what schools buy from publishers and shops, and what else comes to them
NO_SOFTWARE = re.compile(
    r"\b(?:books?|workbooks?|textbooks?|posters?|toys?|games? tables?|supplies|snacks?|food|meals?|drinks?|coffee|"
    r"speakers?|concerts?|shows?|assembl(?:y|ies)|camps?|tutors?|tutoring|coach(?:es|ing)?|therap(?:y|ists?)|"
    r"consult\w+|workshops?|lawn|trees?|flowers|banners?|shirts?|apparel|copiers?|printers?|laptops?|computers?|"
    r"projectors?|cameras?|radios?|phones?|windows?|doors?|mats?|kits?|tools? and|trailers?)\b",
    re.IGNORECASE,
)


def makes_software(seller: str) -> bool:
    """Whether a firm's name says so: "Orchard Safety Software, LLC"."""
    return _MAKES_SOFTWARE.search(seller) is not None
