"""Words of a vendor about what the vendor will do: "I will send the RFI form by October 2", "let's talk on Friday".

Replies are full of days, and most of them say when something will come, who is away until when, when to meet. None of
these is the day for the District's approval, though "by" or "completed by" stands before it.
"""

from __future__ import annotations

# a verb's neighbours, none of which speaks of the District's part
_NOT_APPROVAL = r"(?!approv|sign-?off|district|board|dead[ -]?line|date\b|decision|go-ahead)"
_WORDS = rf"(?:[ ]{_NOT_APPROVAL}[\w'/&-]+,?)"
_BY = r"[ ](?:by|before|on|until|till|no[ ]later[ ]than|within|in|around|the|next|this)\b"
_SELF = (
    r"(?:I|we|he|she|they|(?-i:(?!You|The|Board|District|Please)[A-Z][a-z]+)|(?:our|my|the)[ ](?:\w+[ ]){0,2}?(?:team|"
    r"side|office|department|lawyers?|counsel|"
    r"attorneys?|ceo|cfo|president|director|manager|boss|colleague|company|people))"
)
_WILL = (
    r"(?:'ll|[ ]will|[ ]shall|[ ]can|[ ]could|[ ]should(?:[ ]be[ ]able[ ]to)?|[ ](?:hopes?|plans?|expects?|aims?|"
    r"intends?|tr(?:y|ies)|promises?)[ ]to|(?:'m|'re|'s|[ ]am|[ ]are|[ ]is)[ ](?:going|planning|hoping|trying|"
    r"expecting|aiming)[ ]to|(?:'m|'re|'s|[ ]am|[ ]are|[ ]is)(?=[ ]\w+ing\b))"
)
_GIVES = (
    r"(?:send(?:ing)?|return(?:ing)?|submit(?:ting)?|fill(?:ing)?|forward(?:ing)?|e-?mail(?:ing)?|mail(?:ing)?|"
    r"upload(?:ing)?|provid(?:e|ing)|suppl(?:y|ying)|attach(?:ing)?|pass(?:ing)?|deliver(?:ing)?|follow(?:ing)?[ ]up|"
    r"get(?:ting)?[ ](?:it|them|that|this|everything|back|these|those)[ ](?:back[ ]|over[ ])?to[ ]you|"
    r"get(?:ting)?[ ]back|reply(?:ing)?|respond(?:ing)?|answer(?:ing)?|share|sharing|turn(?:ing)?[ ]in|"
    r"be[ ](?:back|out|away|in|done|finished|available|free|there|able[ ]to[ ](?:send|return|submit|provide)))"
)
_PAPER = (
    r"(?:forms?|rfi|soppa|addendum|paperwork|papers?|documents?|packet|signatures?|signed[ ]cop(?:y|ies)|rest|"
    r"missing[ ]\w+|questionnaire|remaining[ ]\w+)"
)
_DONE = (
    r"(?:complet\w+|fill\w*|sign\w*|sen[dt]\w*|return\w*|submitted|finish\w*|ready|done|there|with[ ]you|yours|com\w+|"
    r"follow\w*|arriv\w+|in[ ]your[ ](?:in-?box|hands)|provided|back|uploaded|attached|mailed)"
)

# "When: the last day is January 29" answers its label, and says nothing of its own
ANSWERS = r"(?<!:[ ])(?<!:[ ]the[ ])(?<!:[ ]our[ ])"
_FOR_APPROVAL = r"[ ](?:for|of)[ ](?:[\w']+[ ]){0,4}?(?:ap{1,3}(?:ro|or)[vb]\w+|sign(?:ed|ing)?[- ]?off|decision)\b"
PROMISES = (
    # "I will send the RFI form by", "we plan to get it back to you by"
    rf"{_SELF}{_WILL}(?:[ ](?:\w+ly|also|then|try[ ]to|be|have))*[ ]{_GIVES}{_WORDS}{{0,9}}?{_BY}",
    # "I will have the forms signed by", "we are completing the paperwork by"
    rf"{_SELF}{_WILL}{_WORDS}{{1,4}}?[ ]{_PAPER}{_WORDS}{{0,5}}?{_BY}",
    # "you will have the signed form by"; "if you can get it through by" asks
    rf"(?<!if[ ])you(?:'ll|[ ]will|[ ]should|[ ]can)[ ](?:\w+[ ])?(?:have|get|receive|see|hear|find|expect)"
    rf"{_WORDS}{{0,6}}?{_BY}",
    # "the forms will be completed by", "the rest follows on"
    rf"{_PAPER}{_WORDS}{{0,2}}?(?:'ll|[ ]will|[ ]should|[ ]can|[ ](?:is|are)[ ]going[ ]to)(?:[ ]be)?(?:[ ]\w+ly)?[ ]"
    rf"{_DONE}{_WORDS}{{0,4}}?{_BY}",
    rf"{_PAPER}[ ](?:follows?|comes?|will[ ](?:follow|come))\b",
    # "working on it, should be done by"
    rf"working[ ]on\b[^.;!?]{{0,60}}?{_BY}",
    rf"(?:^|(?<=[.,;:!?][ ]))(?:it[ ]|this[ ]|that[ ]|all[ ])?(?:should|will)[ ](?:all[ ])?be[ ](?:with[ ]you|there|"
    rf"back|"
    rf"in[ ]your\b|on[ ]its[ ]way){_WORDS}{{0,4}}?{_BY}",
    rf"(?:^|(?<=[.,;:!?][ ]))should[ ](?:all[ ])?be[ ](?:done|ready|finished|complete\w*){_WORDS}{{0,4}}?{_BY}",
    rf"will[ ](?:do|try)\b{_WORDS}{{0,4}}?{_BY}",
    rf"{_SELF}{_WILL}[ ](?:have|get)[ ](?:it|this|that|these|those|them|everything|all)(?:[ ]all)?[ ](?:done|ready|"
    rf"finished|"
    rf"completed|back|over|together){_WORDS}{{0,4}}?{_BY}",
    r"you(?:'ll|[ ]will)?[ ](?:have|get|receive)[ ](?:it|this|that|these|those|them|everything|all|the)\b",
    # "expect the forms by", "expected answer by"
    rf"expect[ ](?:the|our|my|them|it|to|an?|us|me)\b{_WORDS}{{0,6}}?{_BY}",
    rf"(?:expected|estimated|anticipated|promised)[ ](?:answer|response|reply|delivery|arrival|return|resolution)"
    rf"{_WORDS}{{0,3}}?(?:{_BY}|(?=[ ]?:))",
    # the vendor's own lawyers and signers
    rf"(?:legal|counsel|lawyers?|attorneys?|ceo|cfo|coo|president|signatory|signer){_WORDS}{{0,6}}?{_BY}",
    # more time for what the vendor owes
    rf"(?:extension|extra[ ]time|more[ ]time|give[ ](?:me|us)|need(?:s)?|take(?:s)?)(?:{_WORDS}{{0,5}}?)"
    r"[ ](?:to|until|till)(?=[ ](?:\w+[ ])?(?:\d|the[ ](?:\d|end|last|first|middle|\w+(?:day|th|st|nd|rd)\b)|end|"
    r"(?:mon|tues|wednes|thurs|fri)day|next|jan|feb|mar|apr|may|"
    r"jun|jul|aug|sep|oct|nov|dec))",
    # meetings
    r"(?:let's|let[ ]us|(?:can|could|shall|should|may|might)[ ](?:we|I|you)|(?:we|I|you)(?:'ll|'d|[ ]will|[ ]can|"
    r"[ ]could|"
    r"[ ]would)?|happy[ ]to|glad[ ]to|available(?:[ ]to)?|free(?:[ ]to)?|love[ ]to|like[ ]to|want[ ]to|time[ ]to)[ ]"
    r"(?:talk|chat|speak|discuss|connect|catch[ ]up|touch[ ]base|visit|drop[ ]by|stop[ ]by|come[ ]by|come[ ]in|"
    r"sit[ ]down|get[ ]together|present|see[ ]you|meet(?![ ](?:the|our|your|this|that|a|all|any)[ ]))",
    r"(?:talk|chat|speak|catch[ ]up|connect|see[ ]you|meet)(?:[ ]\w+)?[ ](?:on|at|next|this)\b",
    r"(?:available|free)[ ](?:on|at|from|between|next|this)\b",
    # who leaves, and who comes
    r"leaving(?![ ](?:it|this|that)\b)|(?:I|he|she|who)[ ](?:leaves?|left)\b|"
    rf"{ANSWERS}last[ ]day\b(?![ ]of[ ](?:school|the[ ]month|\w+[ ]20))(?!{_FOR_APPROVAL})|"
    r"retir\w+|resign\w*|tak(?:es?|ing)[ ]over|took[ ]over|joins?[ ]us|joining[ ]us|maternity|"
    r"paternity|sabbatical|no[ ]longer[ ](?:with|at|work)\w*|new[ ](?:job|role|address|phone|number|contact|position)",
    # looking into it again
    r"(?:follow(?:ing)?[ ]up|check(?:ing)?[ ](?:in|back)|circl(?:e|ing)[ ]back|remind(?:er|ers|ed|ing)?|ping)\b",
)
