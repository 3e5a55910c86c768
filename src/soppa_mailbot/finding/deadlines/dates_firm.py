"""Words that say how firm a day is, and not what for: "no later than", "in any event by"."""

from __future__ import annotations

NO_LATER = r"(?:no|not)[ ]later[ ]than|at[ ]the[ ](?:very[ ]|absolute[ ])?latest|by[ ]the[ ]latest|latest[ ]by"
# behind a wish without a day, "Please approve ASAP, but in no event later than": of what the sentence spoke of last
IN_ANY_CASE = (
    r"(?:in[ ]no[ ](?:event|case|way|instance)|(?:under|in)[ ]no[ ]circumstances?|on[ ]no[ ]account|never|"
    r"not[ ](?:a|one|any)(?:[ ](?:single[ ])?(?:day|minute|hour|moment|bit))?)[ ](?:any[ ])?(?:later[ ]than|after)|"
    r"(?:in[ ](?:any|every|either)[ ](?:event|case)|at[ ](?:any[ ]rate|all[ ]events)|under[ ]all[ ]circumstances|"
    r"by[ ]all[ ]means|no[ ]matter[ ]what|either[ ]way|definitely|certainly|absolutely),?[ ]"
    r"(?:by|before|on[ ]or[ ]before|no[ ]later[ ]than)"
)
# "can be given any day from January 11 on, but it must be there by", "isn't urgent, as long as we have it by": of what
# the sentence spoke of last as well
_BY = r"(?:by|before|until|no[ ]later[ ]than|on[ ]or[ ]before)"
_HERE = (
    r"(?:there|here|in|with[ ]us|at[ ]our[ ]\w+|in[ ]our[ ](?:hands?|office|in-?box|mail-?box)|"
    r"on[ ](?:our|my)[ ]desks?)"
)
_WE_HAVE_IT = r"(?:we|I|they)(?:'ve[ ]got|[ ](?:have[ ]got|have|get|receive|see))[ ]it"
IT_IS_HERE = (
    rf"(?:it[ ](?:must|should|shall|has[ ]to|needs[ ]to|ought[ ]to)[ ](?:(?:definitely|certainly|really|then)[ ])?"
    rf"(?:(?:be|arrive)[ ]{_HERE}|reach[ ]us|arrive)"
    rf"|(?:as|so)[ ]long[ ]as[ ](?:{_WE_HAVE_IT}|it(?:'s|[ ](?:is|comes|arrives|gets))[ ]{_HERE}|it[ ](?:comes|arrives|"
    rf"reaches[ ]us)))[ ]{_BY}\b"
)
