"""Places of another dealing: "Our September order for Lincoln has nothing to do with this one", "is long delivered"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_GOODS = (
    r"(?:orders?(?![ -]forms?\b)|purchases?|invoices?|bills?|shipments?|deliver(?:y|ies)|p\.?o\.?s?|contracts?|"
    r"subscriptions?)"
)
_DEALING = (
    rf"(?:{_GOODS}|seats|licen[cs]es?|order[ -]forms?|quot(?:e|ation)s?|proposals?|estimates?|renewals?|"
    r"requests?|pilots?|trials?)"
)
_OF_IT = r"(?:[ ](?!(?:and|but|so|which|that|is|are)\b)[\w'#&+-]+){0,4}?[ ](?:for|to|of|at|from|by|with)[ ](?:the[ ])?$"
_BEFORE = re.compile(rf"\b{_DEALING}{_OF_IT}", re.IGNORECASE)
_GOODS_BEFORE = re.compile(rf"\b{_GOODS}{_OF_IT}", re.IGNORECASE)
# what is handed in is this dealing itself
_THIS_ONE = re.compile(r"\b(?:this|these|attached|enclosed|here(?:'s|[ ]is|[ ]are)|new)\b", re.IGNORECASE)
_HANDED_IN = re.compile(
    r"\b(?:attached|enclosed|below)\b(?![ ](?:one|order|quote|quotation|proposal)\b)", re.IGNORECASE
)
_THIS = (
    r"(?:this|these|it|(?:the|our|my)[ ](?:(?:present|current|attached|enclosed|new|above)\b|one[ ]at[ ]hand\b)|"
    r"today's|(?:the|what)[ ](?:one[ ])?(?:i|we)(?:'m|'re|[ ]am|[ ]are)?[ ](?:send|sent|attach|submit)\w*)"
)
_ENDS = r"(?=[ ]?(?:[.,;:!)]|$)|[ ]-[ ]|[ ](?:and|so|which)[ ])"
_NOTHING_TO_DO = re.compile(
    r"[^.;:!?]{0,60}?[ ](?:"
    rf"(?:has|have|had|having)[ ](?:absolutely[ ]|really[ ])?nothing[ ]to[ ]do[ ]with[ ]{_THIS}"
    r"|(?:(?:is|are|was|were)[ ](?:(?:of[ ]course|totally|completely|entirely|quite|all|also|fully)[ ])?)?(?:"
    rf"(?:unrelated|separate|independent|apart)(?:[ ](?:to|from|of)[ ]{_THIS}|{_ENDS})"
    rf"|(?:not|n't)[ ](?:(?:related|connected|tied|linked)[ ](?:to|with)|part[ ]of|in|on)[ ]{_THIS})"
    r"|(?:is|are|was|were)[ ](?:an?[ ](?:(?:wholly|completely|entirely|totally)[ ])?(?:separate|different)|another)[ ]"
    rf"(?:matter|story|order|purchase|business|transaction|request|thing|deal|question){_ENDS}"
    rf"|(?:do|does|did)(?:[ ]not|n't)[ ](?:concern|affect|touch|belong[ ]to|count[ ]for)[ ]{_THIS})",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"[^.;:!?]{0,30}?[ ](?:"
    r"(?:is|are)[ ](?:all[ ]|both[ ])?(?:long|already)(?:[ ](?:since|ago))?"
    r"|(?:was|were|(?:has|have)[ ](?:(?:long|already|all)[ ]){0,2}been)(?:[ ](?:long[ ]ago|already|all|both))?)[ ]"
    r"(?:delivered|shipped|fulfilled|filled|paid|settled|closed|completed?|invoiced|billed)\b"
    r"(?![ ](?:to|with|from|by|at)[ ](?:you|your|procurement|purchasing)\b)",
    re.IGNORECASE,
)
# "Ann on our team handled Spanish for Lincoln, but this one's solely for Oak Ridge"
_DID_IT_FOR = re.compile(
    r"\b(?:handled|did|took[ ]care[ ]of|sold|set[ ]up|managed|ran|looked[ ]after|processed|arranged|placed|supplied|"
    r"worked[ ]on|(?:was|were|is|are)[ ]in[ ]charge[ ]of)[ ][^.;:!?]{1,60}?[ ](?:for|to|with|at)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
_SOLELY = r"(?:solely|only|exclusively|just|strictly|purely|all)"
_THIS_IS_FOR = re.compile(
    r"(?:[ ,][^.;:!?]{0,110}?)?[,;.][ ](?:(?P<but>but|whereas|while|however,?|though)[ ])?"
    r"(?:(?P<one>this[ ]one)|this(?:[ ](?:order(?:[ ]form)?|quote|quotation|proposal|purchase|time))?|it|"
    r"the[ ](?:attached|enclosed|present|new)[ ]\w+|today's(?:[ ]\w+)?)(?:,?[ ]however,?)?(?:'s|[ ](?:is|goes))[ ]"
    rf"(?:(?P<solely>{_SOLELY})[ ])?(?:for|to)[ ](?:the[ ]|your[ ])?(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)


def _of_a_deal_before(own: str, after: str) -> bool:
    """Whether somebody did something for the name between, with which the purchase of this mail is contrasted."""
    this = _THIS_IS_FOR.match(after) if _DID_IT_FOR.search(own) else None
    return this is not None and any(this[g] for g in ("but", "one", "solely"))


_SENTENCE = re.compile(r"[.:!?](?:[ \n]|$)|\n")


def of_another_dealing(before: str, after: str) -> bool:
    """Whether a name stands beside another order or paper than those of this purchase: one that is over, or apart."""
    own, rest = _SENTENCE.split(before)[-1], _SENTENCE.split(after)[0]
    if _THIS_ONE.search(own) or _HANDED_IN.search(rest):
        return False
    if _of_a_deal_before(own, after):
        return True
    if _BEFORE.search(own) and _NOTHING_TO_DO.match(after):
        return True
    return bool(_GOODS_BEFORE.search(own) and _DONE.match(after))
