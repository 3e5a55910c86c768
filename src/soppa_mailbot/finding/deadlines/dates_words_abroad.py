"""Words for the District's approval in the English of those who learnt it later: "the release of your district until".

They translate their own word for it (Freigabe, acceptation), and say until or to where English says by.
"""

from __future__ import annotations

_BODY = r"(?:school[ ])?(?:district|board|administration|direction|superintendent)(?:'s[ ]side)?"
_OF_THE_DISTRICT = rf"(?:of|from|by)[ ](?:(?:the|your)[ ])?{_BODY}\b"
_LASTLY = r"(?:,?[ ](?:until|till|to)(?=[ ](?:the[ ]|\w+,?[ ])?(?:\d|\w+[ ]\d)))?"
_FROM_YOU = r"(?:from|of)[ ](?:you|your[ ](?:side|part|end)|(?:the|your)[ ](?:school[ ])?(?:district|board))"
_WANTED = r"(?:need|want|ask(?:[ ]for)?|expect|await|wait(?:ing)?[ ](?:for|on)|require|request|give[ ]us)s?"

YES_ABROAD = (
    r"final[ ](?:release|consent|confirmation|agreement[ ](?:of|from|by)[ ](?:the|your)[ ](?:school[ ])?(?:district|"
    r"board|side))\b(?:[ ]until)?",
    # "final acceptation of district to February 15", but not the acceptance of what was delivered
    r"(?:final|formal|official|definit(?:e|ive))[ ](?:acceptation|accept(?:ance|ation)(?=[ ]"
    rf"{_OF_THE_DISTRICT}))(?:[ ]{_OF_THE_DISTRICT})?{_LASTLY}",
    # "We need from you the release (the final one) until", "the release of your district"; others release a version
    rf"{_WANTED}[ ](?:{_FROM_YOU}[ ](?:the|your|a)[ ](?:final[ ])?release\b|(?:the|your|a)[ ](?:final[ ])?release[ ]"
    rf"(?:{_OF_THE_DISTRICT}|{_FROM_YOU})|your[ ](?:final[ ])?release(?=[ ](?:by|until|till)\b))"
    rf"(?:[ ]\([^()]{{1,60}}\))?{_LASTLY}",
)
# "The approval of your district we need to the 15.12.2026": what is wanted stands first, as in their own language
WANTED_FIRST = (
    rf"(?:approval|sign[- ]?off|decision|confirmation)(?:[ ]{_OF_THE_DISTRICT})?[ ](?:we|I)[ ](?:would[ ])?"
    rf"(?:{_WANTED}|have[ ]to[ ]have|must[ ]have|wish|like)(?:[ ](?:it|latest|please)|,)?[ ](?:until|till|to)"
    r"(?=[ ](?:the[ ]|\w+,?[ ])?(?:\d|\w+[ ]\d))"
)
