"""The words by which a mail's purpose is told: to ask how to submit, to sell, to thank, to defraud.

American office usage. What is for somebody else than a software vendor must be known too: an answer to a parent, an
applicant or a bidder is worse than none.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

HOW_TO = re.compile(
    r"\b(?:how (?:do|can|may|should|would|does) (?:we|i|one|a vendor|a company|our company|you)|how to|"
    r"what (?:else |all )?(?:do|would|should|must|does|will) (?:we|i|you|a vendor|a company|our company) "
    r"(?:need|have|send|submit|provide|file|require)|"
    r"what(?:'s| is| else is|'s still| would be) (?:required|needed|next)\b|"
    r"what(?: is| are|'s|'re) (?:the|your|our) (?:next )?(?:process|procedure|steps?|requirements?|paperwork)|"
    r"which (?:other |further |more )?(?:forms?|documents?|papers?|paperwork|steps?)|"
    r"what (?:forms?|documents?|papers?|paperwork|information)|where (?:do|can|should) (?:we|i)|"
    r"(?:tell|let|send|advise|point|walk) (?:me|us)\b.{0,40}\b(?:what|which|how|where|forms?|process|steps|"
    r"requirements|know what)|"
    r"(?:need|want|wish|like) to know (?:how|what|which)\b.{0,60}\b(?:submit|send|provide|forms?|documents?|paperwork|"
    r"papers|requirements?|steps|process|approv\w+)|"
    r"(?:advise|guidance|information|instructions|clarify|explain|share|outline|describe)\b.{0,30}\b(?:requirements?|"
    r"process|procedures?|steps|what forms|which forms)|"
    r"(?:send|share|e-?mail|forward|point|direct|get) (?:(?:me|us|over|along|out) ){0,2}(?:to )?"
    r"(?:the|your|any|all|whatever) (?:(?!(?:counter-?)?signed|executed|completed?|approved|filled)\w+ ){0,3}?"
    r"(?:forms?|packet|requirements|paperwork|rfi|soppa|addendum|checklist)|"
    r"(?:do you have|is there|are there) (?:an?|any) (?:\w+ ){0,2}?(?:packet|forms?|checklist|paperwork|portal|"
    r"list of (?:\w+ )?(?:documents|forms|requirements|papers))|"
    r"there(?:'s| is| are) (?:some|any|a) (?:\w+ )?(?:paperwork|forms?|process|procedure)|"
    r"(?:anything|something|whatever|all|everything) (?:else )?(?:that )?(?:i|we) (?:have|need|ought) to "
    r"(?:fill|complete|submit|send|provide|sign|do)|"
    r"how (?:does|do|is|are) (?:the|your|this) (?:\w+ ){0,2}?(?:approval|process|procedure|review|onboarding)|"
    r"where(?: is| are|'s| would i find| might i find) (?:the|your) (?:\w+ ){0,2}?"
    r"(?:forms?|blanks?|paperwork|packet))\b",
    re.IGNORECASE,
)
# "Your website mentions an LP-7 and an LP-8. Do we need both?": where forms are spoken of, it asks which
BOTH_FORMS = re.compile(
    r"\b(?:do|must|should|would|shall|will) (?:we|i) (?:also )?(?:need|have|fill|complete|sign|send|submit|file|return|"
    r"provide|do)(?: to (?:fill|complete|sign|send|submit|file|return|provide|do))?(?: (?:in|out|you))? "
    r"(?:both|all|either|each)(?: (?:one )?of (?:them|these|those|the (?:forms|papers|documents)))?"
    r"(?= ?[?,.;]|$| (?:and|or)\b| (?:the )?(?:forms|papers|documents)\b)|"
    r"\b(?:are|is) (?:both|all|either|each)(?: (?:one )?of (?:them|these|those))?(?: (?:the )?(?:forms?|papers?|"
    r"documents?))? (?:needed|required|necessary|mandatory)\b",
    re.IGNORECASE,
)
OF_FORMS = re.compile(
    r"\b(?:forms?|papers|paperwork|documents?|packet|checklist|soppa|rfi|addendum)\b|\b(?-i:[A-Z]{1,4})[ -]?\d{1,3}\b",
    re.IGNORECASE,
)
# said in politeness too: it asks how to submit only where the writer is new to the District
ANYTHING_ELSE = re.compile(
    r"\b(?:is there|there is|there's) (?:anything|something) (?:else |more |further )?(?:that )?(?:you|the district|"
    r"your (?:office|district))(?: (?:would|will|might|may|also))? (?:need|expect|require|want|like|ask)s?\b|"
    r"\bwhat (?:else |more )?(?:do|does|would|will) (?:you|the district|your (?:office|district)) (?:expect|ask|want)\b"
    r"[^.?!\n]{0,20}\b(?:from|of) (?:us|me|a (?:new )?\w+)\b",
    re.IGNORECASE,
)
NEW_HERE = re.compile(
    r"\b(?:have|had|has|'ve)(?: not|n't| never)(?: yet| ever)? (?:sold|worked|done business|dealt|contracted|partnered)"
    r"\b[^.?!\n]{0,40}\b(?:to|with|for|in) (?:the |your )?(?:district|schools?|you\b|(?-i:[A-Z]))|"
    r"\b(?:we|i)(?:'re| are|'m| am) (?:still )?new to (?:the |your )?(?:district|schools?|(?-i:[A-Z]))|"
    r"\b(?:would be |is |this is )?(?:our|the) first (?:sale|order|contract|purchase|time (?:selling|working)) "
    r"(?:to|with|in|for) (?:the |your |any of your )?(?:district|schools?|you\b|(?-i:[A-Z]))",
    re.IGNORECASE,
)
BUSINESS = re.compile(
    r"\b(?:approved|registered|new|authorized|preferred)\s+(?:software |technology |edtech )?(?:vendors?|operators?|"
    r"suppliers?|provider)|"
    r"\bvendor (?:registration|onboarding|approval|list|"
    r"process|application)|\b(?:do|doing|done) business with|\bsubmit(?:ting|ted)?\b|\b(?:soppa|rfi|"
    r"data privacy)\b|\bapprov(?:al|ed?)\b|\bget (?:started|approved|set up)|"
    r"\b(?:sell|offer|provide|bring)(?:ing)? (?:our|to|(?:it|this|them) (?:to|in) (?:your|the))\b|"
    r"\bsell(?:ing)? (?:[\w’'-]+ ){0,3}to\b|"
    r"\bsell(?:ing)?\b[^.?!\n]{1,60}\bto (?:your|the) (?:schools?|district|teachers?)\b|"
    r"\bbecom(?:e|ing) an? (?:\w+ )?(?:vendor|operator|supplier|provider)\b|\b(?:wants?|wishes|plans?|hopes?|"
    r"looking|interested in|likes?) "
    r"(?:to )?(?:us(?:e|ing)|buy(?:ing)?|purchas(?:e|ing)|pilot(?:ing)?|adopt(?:ing)?) (?:our|this)\b|"
    r"\bwould like to (?:use|purchase|buy|pilot)|"
    r"\b(?:software|technology|edtech|ed-tech) (?:vendors?|providers?|companies|company)\b|"
    r"\bpurchas\w+\b|\bprocurement process\b|"
    r"\b(?:before|until|so that|in order for) (?:she|he|they|we|(?:the |your )?(?:\w+ )?(?:teachers?|schools?|students|"
    r"staff)) (?:can|could|may) (?:use|buy|purchase|pilot|have)\b|"
    r"\b(?:buy|as (?:a|the|your|an) (?:\w+ )?vendor|(?:mov(?:e|ing)|go(?:ing)?) (?:forward|ahead) with (?:our|the))\b",
    re.IGNORECASE,
)
# Who agrees to do business: "we'd love to move forward with Planet Atlas". What it is about has a name of its own.
GO_AHEAD = re.compile(
    r"\b(?:(?:mov(?:e|ing)|go(?:ing)?|press(?:ing)?|push(?:ing)?) (?:forward|ahead) (?:with|on)|proceed(?:ing)? with|"
    r"(?:start|begin|kick off|initiate)(?:ing|ning)? (?:the|your|this|an?) (?:\w+ )?(?:approval|process|paperwork|"
    r"review|application|onboarding)(?: process)? (?:for|of|with)|ball rolling (?:on|with|for)|"
    r"get(?:ting)? (?:going|started) (?:with|on)|start(?:ing)? (?:with|using)|"
    r"(?:get|getting|have|having)(?= (?-i:[A-Z])[\w' -]{1,40}? (?:going|approved|started|set up|reviewed|vetted)\b)|"
    r"(?:us|me) (?:in|about) (?:using|buying|piloting)|paperwork [\w ,]{0,40}for)"
    r" (?:our |the )?(?!(?:your|his|her|their|it|you|us|i|my)\b)(?-i:[A-Z])\w+",
    re.IGNORECASE,
)
# What else a District buys from people who ask for its papers
OTHER_TRADE = re.compile(
    r"\b(?:turf|playground|roof\w*|pav(?:ing|ement)|carpet\w*|furniture|chairs?|"
    r"(?<!help )(?<!service )(?<!visitor )(?<!front )(?<!reference )desks?|"  # offices, and programs named after them
    r"lockers?|uniforms?|bus(?:es)?|vans?|vehicles?|fence|fencing|paint\w*|flooring|lighting|boilers?|clean(?:ing|"
    r"ers?)|"
    r"custodial|janitorial|mulch|catering|vending|yearbooks?|photos?|photograph\w*|pictures?|printing|signage|trophies|"
    r"instruments?|staffing|substitutes?|(?<!have )(?<!carry )(?<!has )insurance|"
    r"solar|plumbing|electric\w*|security guards?|concessions?|"
    r"p\.?o\.?|application|interview|rental|repairs?|replacement)\b",
    re.IGNORECASE,
)
# That the question is about software or about being its vendor: schools buy chairs and roofs too.
SOFTWARE_TRADE = re.compile(
    r"\b(?:softwares?|apps?|platforms?|ed-?tech|technology|digital|virtual|e-?learning|online|web-?based|web ?sites?|"
    r"saas|subscriptions?|"
    r"systems? (?:for|that)\b[^.?!\n]{0,30}\b(?:schools?|librar(?:y|ies)|teachers?|students?|classrooms?|districts?|"
    r"counselors?|nurses?)\b|licen[cs]es?|programs?|curriculum|soppa|rfi|data privacy|student (?:data|privacy)|"
    r"dpa|ndpa|operators?|"
    r"(?:our|the|this|a|new) (?:[\w-]+ ){0,2}(?:product|tool|solution)s?|(?:approved|new|registered|authorized) "
    r"(?:vendors?|providers?|suppliers?)|as an? (?:\w+ )?(?:vendor|provider|supplier)|"
    r"vendor (?:list|registration|onboarding|packet|approval|forms?))\b"
    r"|\b(?:us(?:e|ing)|purchas(?:e|ing)|buy(?:ing)?|pilot(?:ing)?|adopt(?:ing)?|sell|offer|approval (?:of|for)|"
    r"approve) (?:our |the )?(?-i:[A-Z])\w+"
    r"|\b(?:teachers?|students?|classes|counselors?|principals?)\b[^.?!\n]{0,40}\b(?:us(?:e|ing)|try(?:ing)?|"
    r"pilot(?:ing)?)\b",
    re.IGNORECASE,
)
# paperwork that is asked of nobody but software vendors: "you need some kind of privacy forms before you can buy"
PRIVACY_PAPERS = re.compile(
    r"\b(?:privacy|data protection|data security|cyber ?security|student data)\b(?! (?:policy|policies|notice)\b)"
    r"[^.?!\n]{0,24}?\b(?:paperwork|papers|forms?|agreements?|addend(?:um|a)|questionnaires?|documents?|docs|"
    r"packet|review)\b",
    re.IGNORECASE,
)
# "we make Thistle Planner, a homework planner for middle schools": a product with a name, for whoever learns
MADE_FOR_SCHOOLS = re.compile(
    r"\bwe(?:'ve| have)? (?:make|made|build|built|publish|develop(?:ed)?|created?|offer|provide|sell) (?:the |our )?"
    r"(?-i:[A-Z])[\w'-]+[^.?!\n]{0,80}\b(?:for (?:\w+[ -]){0,4}?(?:schools?|schoolers|students?|teachers?|classrooms?|"
    r"grades?|districts?|counselors?|learners?)\b"
    # "we make Bay Builder, ..., and several of your teachers have asked to buy it"
    r"|your (?:\w+ )?(?:teachers?|schools?|principals?|counselors?) "
    r"(?:\w+ ){0,2}?(?:ask(?:s|ed)?|wants?|would like|wishe?s?)\b)",
    re.IGNORECASE,
)
# Who asks for something else than to have software approved: said in the question itself, or anywhere in the mail.
OTHER_QUESTION = re.compile(
    r"\b(?:invoic\w+|ach\b|bank(?:ing)?|direct deposit|remit\w*|payments?|paid|w-?9|tax[- ]exempt|(?:purchase orders?|"
    r"p\.?o\.?) (?:confirm\w+|status|number)|ship(?:ping|-to)?|refunds?|"
    r"rent(?:ing|al)?|gym|facilit(?:y|ies) use|field trips?|assembl(?:y|ies)|fundrais\w+|sponsor\w*|booths?|golf|"
    r"volunteer\w*|donat\w+|bids?|bidding|rf[pq]s?|hvac|roof\w*|construction|renovation|cater\w+|landscap\w+|"
    r"survey\w*|(?:dissertation|research) (?:study|project)|what (?:time|day|date)|time works|"
    r"complain\w*|grievances?|stands for|logos?|log ?in|password|reset|rostering|set ?up with|training)\b",
    re.IGNORECASE,
)
# asks for records or for an opinion, whatever comes with it
NO_VENDOR = re.compile(
    r"\b(?:foia|freedom of information(?: act)?|public records?(?: act)?)\b[^.?!\n]{0,60}\brequest|"
    r"\brequest\w*\b[^.?!\n]{0,80}\b(?:foia|freedom of information|public records? act)\b|\brecords request\b|"
    r"\b(?:under|pursuant to) (?:the )?[^.?!\n]{0,30}\b(?:foia|freedom of information act),? (?:i|we)\b|"
    # who works for another district
    r"\b(?:i am|i'm) (?:the |a |an )?(?:\w+ ){0,2}?(?:director|coordinator|manager|superintendent|principal|cio|cto|"
    r"business official)\b[^.,?!\n]{0,20}\b(?:at|for|of|with|in)\b(?:(?!\byour\b)[^.,?!\n]){0,40}"
    r"\b(?:sd|cusd|ccsd|chsd|(?:school |unit )?district|(?-i:Schools))\b|"
    r"\b(?:use|have|borrow|adapt|look at) your (?:\w+ ){0,2}?(?:form|addendum|agreement|template)s? as (?:a|an|our) "
    r"(?:model|template|example|starting point)\b|\b(?:build|write|draft|make|create|"
    r"develop) (?:one of )?our own\b(?=\W*$|[.,;])|"
    r"\bour (?:own )?(?:teachers|students|schools) (?:at|in) (?-i:[A-Z])|"
    r"\b(?:named|listed|gave|given) (?:you|your district) as (?:a |one of their )?references?\b|"
    r"\b(?:i am|i['’]m) (?:the |a |an )?(?:buyer|(?:purchasing|procurement|business|technology|curriculum) "
    r"(?:agent|manager|officer|specialist|coordinator|director))\b[^.,?!\n]{0,20}"
    r"\b(?:at|for|with|in|of)\b(?:(?!\byour\b)[^.,?!\n]){0,40}\b(?:district|cusd|ccsd)\b",
    re.IGNORECASE,
)
OTHER_WRITER = re.compile(
    r"\b(?:foia|freedom of information|(?:public|open) records?|records request|breach|data incident|security incident|"
    r"(?:job|open|posted) (?:opening|posting|position)|position (?:of|as|at|in|for)|\w+ position\b|resum[eé]\b|"
    r"cover letter|employment|"
    r"my (?:\w+ )?(?:son|daughter|child|children|kids?|grand\w+|student)(?:'s)?\b|opt(?:ing)?[ -]?out|our family\b|"
    r"i (?:also )?teach\b(?![^.?!\n]{0,80}\b(?:company|built|founded|created|our (?:product|app|software)))|"
    r"(?:with|for|in) my (?:own )?(?:class(?:room|es)?|(?:\w+ )?graders|students)\b|"
    r"i (?:write|report|work) for (?:the )?(?-i:[A-Z])[^.?!\n]{0,40}(?-i:Gazette|Tribune|Herald|News|Times|"
    r"Journal|Post|Courier|Sentinel|Register|Daily|Radio|Patch)\b|(?:news|media) (?:story|inquiry|request)\b|"
    r"teachers?'? (?:association|union)\b|"
    r"(?:i am|i'm) (?:a|an|the) (?:student|parent|guardian|resident|reporter|journalist|graduate student|"
    r"(?:\w+ )?teacher (?:at|in|with)|student teacher)|"
    r"(?:neighbou?ring|another|other) (?:school )?districts?\b.{0,60}\b(?:gave|reference|piggyback)|"
    r"piggy-?back|be a reference)",
    re.IGNORECASE,
)
# that something is to be paid: said beside an order form, it is a bill that looks like one
_PAYMENT = (
    r"past[- ]due|overdue|unpaid|expect (?:your |the )?payment|(?:payment|invoice) status|"
    r"status of (?:the |our |your |this )?(?:payment|invoice|check)|when (?:will|can|should) [^.;!?]{0,40}\bpaid|"
    r"invoice[^.;!?]{0,60}\b(?:was|is|are|were) due"
)
PAYMENT = re.compile(rf"\b(?:{_PAYMENT})\b", re.IGNORECASE)
# What an accounting office asks or tells: "Could you send us your tax exemption letter?". A vendor may ask it
# beside its order form too.
BILLING = re.compile(
    r"\btax[- ]exempt(?:ion)?(?:[ -]status)? (?:letter|certificate|form|number|id|document\w*|paperwork|status)s?\b"
    r"|\b(?:letter|certificate|proof) of (?:sales )?tax[- ]exempt\w*|\bsales tax (?:on|was|were|charged|from|off|to)\b|"
    r"\b(?:statement of account|account statement)\b|\bcredit (?:memo|note)\b|"
    r"\b(?:void|reissue|re-issue|re-?send|correct|dispute)\w* (?:the |this |that |your |our )?"
    r"(?:invoice|bill|(?:sales )?tax)\b",
    re.IGNORECASE,
)
MONEY_MATTERS = re.compile(
    rf"\b(?:{_PAYMENT}|outstanding (?:balance|invoice)|remittance|accounts (?:receivable|payable)|"
    r"our records show|invoice(?:s)? .{0,60}(?:paid|payment|due)|w-?9 form for)\b",
    re.IGNORECASE,
)
PITCH = re.compile(
    r"\b(?:\d+[- ]minutes?|quick call|brief call|short call|hop on a (?:quick )?call|demo(?:nstration)?\b|"
    r"schedule (?:a|some) (?:time|call|meeting)|book (?:a|some) (?:time|call|meeting)|"
    r"are you the right person|right person|open to (?:a|learning)|love to (?:show|chat|connect|learn|"
    r"set up)|circling back|following up on my|"
    r"bump this|worth a (?:chat|conversation)|calendly|free trial|case study|webinar|did you know|"
    r"\b(?:our|my) (?:blog|newsletter|e-?book|guide|podcast)\b|\b\d+ (?:tips|ways|reasons)\b|"
    r"(?:we|it|our \w+) can help (?:you|your)|introduce myself|learn more about how)\b",
    re.IGNORECASE,
)
# "Can I send a proposal?": who asks has submitted nothing
OFFERS_TO_SEND = re.compile(
    r"\b(?:can|could|may|shall|should|might) (?:i|we) (?:also )?(?:send|share|prepare|put together|draft|e-?mail|"
    r"get|give) (?:(?:you|over|along|together) ){0,2}(?:an? |some |more |our )(?:[\w-]+ ){0,2}"
    r"(?:proposals?|quotes?|quotation|estimate|pricing|prices|info\w*|overview|brochure|deck|samples?|"
    r"details)\b[^.!?\n]{0,200}\?"
    r"|\bwould you like (?:us |me )?(?:to (?:see|get|receive|send|prepare) )?(?:an? |some |more |our )(?:[\w-]+ ){0,2}"
    r"(?:proposals?|quotes?|quotation|estimate|pricing|prices|info\w*|overview|brochure|deck|samples?|"
    r"demo\w*)\b[^.!?\n]{0,200}\?",
    re.IGNORECASE,
)
THANKS = re.compile(
    r"\b(?:thanks?(?: you)?|thank you|thx|ty|much appreciated|appreciate (?:it|your)|great|perfect|"
    r"wonderful|got it|will do|sounds good|received|noted|understood|ok(?:ay)?)\b",
    re.IGNORECASE,
)
PHISHING = re.compile(
    r"\b(?:verify your (?:account|mailbox|password|identity)|mailbox (?:is )?(?:almost )?full|"
    r"password (?:will )?expir\w+|"
    r"unusual sign-?in|click (?:here|the link|below) to (?:verify|confirm|restore|release|keep)|"
    r"gift cards?|wire transfer|"
    r"update (?:your|our) (?:bank|direct deposit|banking)|account (?:will be|has been) (?:suspended|"
    r"disabled|locked|deactivated)|quota|"
    r"(?:sign|log)(?:ging)? ?in (?:with|using|to (?:view|open|access|read))|(?:your|office|work|corporate|"
    r"school) e-?mail (?:address )?and password|"
    r"(?:document|file|message|page) is (?:protected|secured|encrypted).{0,60}(?:open|click|sign in|"
    r"log in)|"
    r"expires? (?:in|within) (?:24|48|72) hours|secure (?:message|portal|viewer)|unusual activity|"
    r"payroll (?:information|info|details?|update|portal|deposits?|notice|statement|adjustments?|records?|issue|error)|"
    r"(?:update|confirm|change|verify|review|view)\b[^.!?\n]{0,30}\bpayroll)\b",
    re.IGNORECASE,
)
# Who wants to buy from us: a favourite of fraud, and nothing that a school district sells.
BUYER = re.compile(
    r"\b(?:give|send|quote|offer|provide|advise|share|submit|e-?mail)\s+(?:to\s+)?(?:us|me)?\s*(?:with\s+)?your\s+"
    r"(?:\w+\s+){0,3}(?:prices?|price list|pricing|quote|quotation|offer|pro-?forma|rates|catalog(?:ue)?)\b"
    r"|\binvited to (?:give|quote|bid|tender|submit (?:a|your) (?:bid|tender|quot\w+|offer|prices?))\b"
    r"|\b(?:our|the|this) (?:enclosed |attached )?(?:rfq|request for (?:order )?quotation|purchase inquiry|"
    r"inquiry list)\b.{0,60}\b(?:your|prices?|quote)\b"
    r"|\b(?:kindly|please) quote\b",
    re.IGNORECASE,
)
BRINGS = re.compile(
    r"\b(?:attach\w*|enclos\w*|includ\w+|here(?: (?:is|are|comes?|it is|they are)|['’]s)|please find|"
    r"find (?:attached|below|our)|"
    r"submit\w*|submission|sending|send you|see (?:the )?attach\w*|"
    r"following (?:documents|items)|uploaded|shared|in (?:this|the) (?:folder|link|drive))\b",
    re.IGNORECASE,
)
PAPERS = re.compile(
    r"\b(?:order form|quote|quotation|estimate|proposal|rfi|request for information|soppa|addendum|"
    r"signed form|forms|paperwork|all five|five items|packet|documents)\b",
    re.IGNORECASE,
)
DISTRICT_PAPERS = re.compile(r"\b(?:soppa|rfi|request for information|105 ilcs)\b", re.IGNORECASE)
WANTS = re.compile(
    r"\b(?:request(?:ing|s)?|seek(?:ing)?|(?:would|['’]d) like|need|ask(?:ing)? for|hope for|please (?:approve|"
    r"process|review)|want)\b.{0,80}\b(?:approv\w*|sign-?\s?off|agreement|purchase|process|order)\b"
    r"|\bplease (?:give|grant|provide|issue|let us have|send)(?: us| me| it)?(?: (?:your|the|an?|its))?"
    r"(?: final| formal)? (?:approval|sign-?\s?off|go-?ahead|ok(?:ay)?)\b"
    r"|\bplease (?:approve|process)\b|\bwould like to (?:order|purchase|buy|renew|submit)\b|"
    r"\bfor (?:your )?(?:approval|final approval)\b",
    re.IGNORECASE,
)
