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
