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
_FORMS = r"(?:forms?|blanks?|packet|paperwork|papers|documents?|docs|documentation|instructions|requirements|checklist)"
_US = r"(?:us|me|the undersigned|our (?:firm|office|client|company)|this (?:firm|office))"
_GIVES_IN = r"(?:submit|send|file|turn in|hand in|upload|mail|e-?mail|return|address|give|deliver)"
ASKS_THE_WAY = re.compile(
    # "Kindly furnish the undersigned with the requisite forms", "let us have the vendor packet"
    rf"\b(?:furnish|provide|supply|send|e-?mail|forward|issue|give|let) {_US} (?:with |have )?"
    rf"(?:(?:an?|blank|the|your|all|any|such|whatever|necessary|some) (?:cop(?:y|"
    rf"ies) of )?)*(?:[\w-]+ ){{0,3}}?{_FORMS}\b|"
    rf"\b(?:send|e-?mail|share|provide) (?:\w+ )?(?:blank|empty|new) (?:cop(?:y|ies) of |versions? of )?(?:the |"
    rf"your )?(?:[\w-]+ )"
    rf"{{0,3}}?(?:{_FORMS}|rfi|soppa|addendum)\b|"
    rf"\b(?:we|i)(?: would like to|'d like to| hereby| therefore)? request (?:the|your|any|all|"
    rf"copies of) (?:[\w-]+ ){{0,4}}?{_FORMS}\b|"
    # "I am writing to inquire about the documentation required", "guidance on how vendors are to present"
    rf"\b(?:inquir|enquir|ask|writ)(?:e|ing)? (?:\w+ )?(?:about|regarding|for) (?:the|"
    rf"your) (?:[\w-]+ ){{0,3}}?(?:{_FORMS}|process|procedure|steps)\b|"
    r"\b(?:guidance|instructions?|information|advice|details|directions) (?:on|about|regarding|as to|for) (?:how|"
    r"what|which|where)\b|"
    # "whether you take the paperwork from us", "does the District accept the forms signed by an agent"
    rf"\b(?:whether|if|do|does|will|would) (?:you|the district|your (?:office|district)) (?:accepts?|takes?|wants?|"
    rf"prefers?|expects?) "
    rf"(?:the |your |our |all |such )?(?:[\w-]+ ){{0,2}}?{_FORMS}\b|"
    # "Can I submit everything by e-mail", "do we have to send the order form first", "to whom do we address it"
    rf"\b(?:can|may|should|could|do|must) (?:i|we)(?: just| simply| also)?(?: have to|"
    rf" need to)? {_GIVES_IN}\b[^.?!\n]{{0,60}}"
    r"\b(?:by e-?mail|electronically|online|as (?:an? )?pdfs?|on paper|paper copies|separately|together|in one|"
    r"first|here|portal|"
    r"to (?:you|this (?:address|office)))\b[^.?!\n]{0,80}\?|"
    rf"\b(?:to )?whom? (?:do|should|would|must|can|may) (?:we|i|an? \w+|(?:our|my) \w+) {_GIVES_IN}\b|"
    # "Is this the right address to submit", "what you'd need from us", "what goes into a complete submission"
    r"\b(?:is this|do i have|have i (?:got|reached|found)|are you|is it) the (?:right|correct|proper) (?:address|"
    r"office|place|mailbox|"
    r"department|contact|e-?mail)\b|"
    r"\bwhat(?:ever| all| else)? (?:you(?:'d|'ll| would| will| might)?|the district|your (?:office|"
    r"district)) (?:need|require|want|expect)s?"
    r"(?: to have| to see)? (?:from|of) (?:us|me|a|vendors)\b|"
    r"\bwhat(?: all)? (?:goes|belongs|has to be|must be|should be|needs to be) (?:in|into|with|part of) (?:the|a|"
    r"an|our|such a) (?:[\w-]+ )"
    r"{0,2}?(?:submission|packet|application|package)\b|"
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
    r"\b(?:enter|get|go|come) into (?:an? )?(?:business|agreement|contract)\b|\b(?:bought|purchased|"
    r"licensed) by (?:one of |some of )?"
    r"(?:the|your)\b|\b(?:considered|cleared|allowed|vetted|authori[sz]ed|reviewed|evaluated) (?:for use|to be used)\b|"
    r"\b(?:complete|our|a|the|vendor) submission\b|"
    r"\b(?:sell|offer|bring|license|propose|supply)(?:ing)? (?:our )?(?-i:[A-Z])[\w' -]{1,40} to (?:the|"
    r"your) (?:school )?(?:district|schools)\b|"
    r"\b(?:an?|any|every|all|each|of) (?:\w+ )?(?:operators?|vendors?|suppliers?|"
    r"providers?) (?:of [\w ]{1,30}? )?(?:has|have|must|needs?|"
    r"(?:is|are) required) (?:to )?\w+|"
    # "the procurement office must have our papers"
    r"\b(?:your|the|procurement|district'?s?) (?:[\w-]+ ){0,2}?office (?:must|needs? to|has to|will need to|should|"
    r"would need to)"
    r"(?: first)? (?:have|get|see|receive|review) our (?:papers|paperwork|forms|documents)\b|"
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
# what does a school's work and has a name of its own; a pupil's planner may be of paper
_A_TOOL = (
    r"(?:(?!(?:student|daily|weekly|monthly|paper|printed|pocket|wall|desk|bound)\b)[\w'-]+ ){1,6}?"
    r"(?:planners?|schedulers?|organizers?|trackers?|finders?|checkers?|graders?|generators?|simulat(?:ors?|ions?)|"
    r"dashboards?|gradebooks?|calendar tool|sign-?up (?:tool|sheets?)|messengers?|quizzer|directory|database|"
    r"screeners?|assistants?|chatbots?|translators?)"
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
    r"\b(?:our|the) (?:program|product|tool|service) is (?:called |named )?(?-i:[A-Z])\w+|"
    # "our parent-teacher conference planner, ConferLane", "ConferLane, our hall pass tracker"
    rf"\b(?:our|my|an?|the) {_A_TOOL}(?:,? (?:called|named)|,| \(| [-–—]) ?(?-i:[A-Z])\w+|"
    rf"\b(?-i:[A-Z])\w+(?:,| is| \(| [-–—]) ?(?:our|my) {_A_TOOL}\b",
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

# "We offer HVAC maintenance": who asks to become a vendor of that
OTHER_OFFER = re.compile(
    r"\b(?:we|i|our (?:\w+ )?(?:company|firm|business|family|shop))(?: also)?(?:'re| are| am|'m| is)?(?: (?:an?|the))? "
    r"(?:offers?|do|does|provides?|sells?|installs?|repairs?|services?|specializ\w+|supply|supplies|deliver\w*|"
    r"rents?|clean|"
    r"local|licensed|family|vendors?|suppliers?|sellers?|makers?)\b[^.?!\n]{0,50}\b(?:hvac|heating|maintenance|"
    r"landscap\w+|construction|renovation|cater\w+|food|"
    r"roof\w*|pav(?:ing|ement)|carpet\w*|furniture|desks?|chairs?|flooring|lighting|custodial|janitorial|cleaning|"
    r"plumbing|electrical|"
    r"fencing|paint\w*|printing|signage|uniforms?|vending|staffing|substitutes|security guards?|lawn|snow|pest|"
    r"transportation services|photo\w*)\b",
    re.IGNORECASE,
)

# Who sends his price sheet around has no buyer yet: what would be an offer is still to be asked for.
_A_QUOTE = r"(?:quot(?:e|es|ation)|proposal|estimate|volume pric\w+|(?:custom\w*|exact|firm|special) pric\w+)\b"
_WOULD = r"(?:will|'ll|can|could|would|happy to|glad to|pleased to)"
ADVERTISES = re.compile(
    r"\bcatch(?:es)? your eye\b|\b(?:earn|win) your business\b|\b(?:specials|special offers?|deals|clearance|"
    r"promotions?|"
    r"(?:new|fall|spring|summer|winter|latest|20\d\d(?:-\d\d)?) catalog(?:ue)?s?)\b|"
    r"\b(?:anything|something|any of (?:it|these|them)|(?:one|some) of (?:these|them))(?: (?:on|in) (?:there|it|"
    r"here|the list))? "
    r"(?:that )?(?:(?:might )?interests?|(?:might |may )?be of interest|(?:is )?of interest|you (?:might |"
    r"may )?(?:like|need|want|fancy)|looks? good)\b|"
    rf"\b(?:if|whenever|let (?:me|us) know|shoot|send|give|reply|call|contact|e-?mail|tell)\b[^.!?]{{0,90}}"
    rf"\b{_WOULD} [^.!?]{{0,40}}\b{_A_QUOTE}|"
    rf"\b(?:if|whenever|should) (?:you|your|anyone|any)\b[^.!?]{{0,60}}\b{_A_QUOTE}[^.!?]{{0,40}}\b(?:let (?:me|"
    rf"us) know|call|contact|"
    rf"e-?mail|reply|just ask)\b|"
    rf"\b(?:call|contact|e-?mail|reply to|ask|write) (?:me|us|with|for|today)?\b[^.!?]{{0,40}}\bfor (?:an? |"
    rf"your )?(?:[\w-]+ )?{_A_QUOTE}",
    re.IGNORECASE,
)
# "A colleague told me that you have a process with some forms": known of software only
SOME_FORMS = re.compile(
    r"\b(?:process|review|approval)\b[^.?!\n]{0,30}\b(?:forms?|paperwork)\b|"
    r"\b(?:some|certain|special|preliminary|privacy|your own|several|two) (?:\w+ )?(?:forms|paperwork)\b",
    re.IGNORECASE,
)
# who sells anything at all is a vendor
VENDORS = re.compile(r"\b(?:\w+ )?(?:vendors?|providers?|suppliers?)(?: \w+)?|\bapproval (?:of|for)\b", re.IGNORECASE)


def makes_software(seller: str) -> bool:
    """Whether a firm's name says so: "Orchard Safety Software, LLC"."""
    return _MAKES_SOFTWARE.search(seller) is not None
