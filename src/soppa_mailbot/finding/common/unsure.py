"""What a writer only supposes: "I guess it is for Lincoln", "probably by May 3", "..., but I can't be sure".

A school and a day are both none to rely on then. Which of them is meant, the rooms of places and of days look.
"""

from __future__ import annotations

# before what is supposed
SUPPOSES = (
    r"(?:(?:I|we)[ ](?:(?:can|could|would|must|have[ ]to|only|just|rather|still|strongly)[ ]){0,3}"
    r"(?:guess|suppose|assume(?![ ]that[ ]you)|presume|imagine|suspect|have[ ]a[ ](?:hunch|feeling|suspicion))|"
    r"(?:I|we)(?:'m|'re|[ ]am|[ ]are)[ ](?:(?:just|only|still|merely)[ ])?"
    r"(?:guess|suppos|assum|presum|imagin|speculat)ing|"
    r"(?:my|our)[ ](?:\w+[ ])?(?:guess|assumption|hunch|suspicion)|probably|presumably|supposedly|"
    r"(?:someone|somebody|people)[ ](?:says?|said|thinks?|believes?|thought|mentioned))\b"
)
# "I'm not sure", "I really can't be certain", "we don't know for sure"
_CANNOT = r"(?:cannot|can[ ]?not|can't|could[ ]not|couldn't|do[ ]not|don't|would[ ]not|wouldn't)"
_ADVERB = r"(?:(?:really|quite|honestly|actually|still|yet|entirely|absolutely|completely|100[ ]?%|at[ ]all)[ ]){0,2}"
_NOT_SURE = (
    rf"(?:(?:(?:I|we)(?:'m|'re|[ ]am|[ ]are)[ ]{_ADVERB})?not[ ]{_ADVERB}(?:sure|certain|positive)|"
    rf"(?:I|we)[ ]{_ADVERB}{_CANNOT}[ ]{_ADVERB}(?:be[ ]{_ADVERB}(?:sure|certain|positive)|"
    r"(?:say|know|tell|confirm)[ ](?:(?:it|that|so)[ ])?(?:for[ ](?:sure|certain)|with[ ]certainty)|"
    r"swear[ ]to[ ](?:it|that)))"
)
# "not sure when they start" doubts something else
_OF_THIS = (
    r"(?=[ ]?(?:[.,;:!?)-]|$)|[ ](?:yet|though|at[ ]all|myself|either|as|because|since|and|so|whether|if|which|where|"
    r"who|there|it(?:'s|[ ]is)|(?:of|about)[ ](?:it|that|this|the[ ](?:school|building|place|site|campus)))\b)"
)
UNSURE = (
    rf"(?:{_NOT_SURE}{_OF_THIS}|(?:I|we)[ ](?:could|may|might)[ ](?:well[ ]|easily[ ])?be[ ](?:wrong|mistaken)\b|"
    r"(?:please[ ])?(?:don't|do[ ]not)[ ](?:hold[ ](?:me|us)[ ]to|quote[ ](?:me|us)[ ]on)[ ](?:it|that)\b|"
    rf"(?:I|we)[ ](?:do[ ]not|don't)[ ](?:really[ ])?know[ ](?:if|whether)[ ](?:that|it|this)(?:'s|[ ]is)[ ]"
    r"(?:right|correct|true|so)\b|please[ ]check(?=[ ]?[.!]|$)|if[ ](?:that|it)(?:'s|[ ]is)[ ](?:right|correct)\b|"
    r"(?:(?:that|this|it)(?:'s|[ ]is|[ ]was)[ ])?(?:(?:just|only|merely|really)[ ])?(?:a|my|our)[ ](?:\w+[ ])?guess"
    r"(?=[ ]?(?:[.,;:!?)-]|$)))"
)
