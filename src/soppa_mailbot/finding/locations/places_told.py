"""Sentences that name a school and do not say that the software will be used there.

"See you at Lincoln on Monday" tells something else, "I guess it is for Lincoln" supposes it, "Will Lincoln use it?"
asks.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.unsure import SUPPOSES
from soppa_mailbot.finding.locations.places_doubted import unsure_behind
from soppa_mailbot.finding.locations.places_used import WILL_USE

_SENTENCE = re.compile(r"(?<![ .][A-Z])[.!?](?=\s|$)|[;\n\t]|:(?=\s)")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|met|saw|see|tried|tested|reviewed|recommended|"
    r"rejected|refused|turned|dropped|stopped|cancell?ed|showed|shown|got|lost|told|teaches|works?|loves?|"
    r"says?|said|gave|sent|wrote|called|competes?|helped|wanted|asked)\b",
    re.IGNORECASE,
)
_OF_USE = re.compile(
    r"\b(?:for|meant|go(?:es|ing)?|attached|enclosed|here|start(?:s|ing)?|begin(?:s|ning)?|launch(?:es|ing)?|"
    r"signed[ ]up|shar(?:es?|ed|ing)|run(?:s|ning)?|(?<!where[ ])live[sd]?|log(?:s|ging)?[ ](?:in|on)|enrolled|hosts?|"
    r"joins?|(?:operated|managed|administered|maintained|staffed)[ ]by|"
    # "The clubs are at Lincoln", "three are the reading rooms at Oak Ridge"
    r"(?:clubs?|class(?:es|rooms?)?|labs?|sections?|seats?|licen[cs]es?|accounts?|users?|groups?|courses?|teams?|"
    r"students|pupils|readers|grades?)[ ](?:is|are|meets?|sits?)(?:[ ](?:all|only|both))?[ ](?:at|in)|"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|others?|rest)[ ](?:(?:rooms?|of[ ](?:them|these|"
    r"those))[ ])?(?:is|are)|"
    r"pumped|excited|eager|thrilled|delighted|keen|stoked|"
    r"(?:can't|cannot|hardly)[ ]wait|looking[ ]forward|into[ ]the[ ]hands|(?:get|put|bring)(?:ting|ing)?[ ](?:it|this)|"
    r"(?:in|on|into)[ ](?:it|this)|works?[ ](?:with|in|on))\b",
    re.IGNORECASE,
)
# "I guess it is for", "It could be for", "It would have been for", "We are not sure whether it is for"
_SUPPOSED_BEFORE = re.compile(
    rf"\b(?:{SUPPOSES}|(?:(?:I|we)[ ](?:gather|take[ ]it)|apparently|"
    r"(?:most|very|more|quite)[ ]likely|likely[ ](?=for|at|in|to)|could[ ](?:also[ ])?be|would[ ]have[ ]been|"
    r"(?:they|he|she)[ ](?:says?|said|thinks?|believes?|thought)|rumou?r\w*|"
    r"(?:sure|certain|known?|clear|decided?|settled|wonder\w*|ask\w*|find[ ]out|tell[ ](?:us|me)|see|check\w*|depends?|"
    r"hear|question)(?:[ ]\w+){0,3}?[ ](?:if|whether)|"
    r"do[ ]you[ ](?:think|know|expect|believe))\b)[^.;:!?]{0,80}$",
    re.IGNORECASE,
)
# "The teachers at Lincoln used it last year", "... have lost interest in it", "... will look at it"
_NOT_THEN = re.compile(
    r"(?:'s)?[ ](?:(?:has|have|had|will|would|is|are|was|were|still|already|now|once|soon|also|students|teachers|"
    r"staff)[ ]){0,4}(?:used[ ](?:it|this|that|to\b|(?-i:[A-Z]))|wanted[ ](?:it[ ])?once|"
    r"asked[ ](?:whether|if)[ ](?:it|they|she|he)\b|"
    r"no[ ](?:plans?|need|wish|interest|use|room|budget)\b|(?:stop(?:s|ped)?|quit|ceas\w+)[ ]|done[ ]with\b|"
    r"never\b|too[ ]\w+[ ](?:for|to)\b|lost[ ]interest\b|on[ ]a[ ]waiting\b|"
    r"(?:look(?:ing)?[ ]at|get[ ]to[ ]see|hear(?:d)?[ ](?:about|of)|watch|won)[ ])"
    r"|(?:'s)?[ ](?:has|have|had|is|are)(?:[ ]not|n't)[ ](?:yet[ ])?(?:decided|chosen|settled|made[ ]up|sure|"
    r"certain)\b",
    re.IGNORECASE,
)
# "Will the teachers at Lincoln use it?"
_ASKED = re.compile(
    r"(?:^|[.!?;:,][ ])(?:and[ ]|or[ ]|so[ ])?(?:will|would|does|do|is|are|should|has|have)[ ](?:the[ ]|your[ ])?"
    r"(?:[\w'-]+[ ](?:at|of|in|from)[ ](?:the[ ])?)?$"
    # "Is it for", "Should the quote be for"
    r"|(?:^|[.!?;:][ ])(?:and[ ]|or[ ]|so[ ]|but[ ])?(?:is|was|should|would|could|will)[ ]"
    r"(?:it|this|that|(?:the|our)[ ](?:quote|order))[ ](?:(?:be|go|all|meant|only|used)[ ]){0,2}"
    r"(?:for|at|in|to|by)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
# "If Lincoln uses it, the price is lower", "Unless the teachers at Lincoln ..."
_IF = re.compile(
    r"(?:^|[.!?;:,][ ])(?:(?:and|but|so)[ ])?(?P<word>if|unless|in[ ]case|once|as[ ]soon[ ]as)[ ]"
    r"(?:the[ ]|your[ ])?(?:[\w'-]+[ ](?:at|of|in|from)[ ](?:the[ ])?)?$",
    re.IGNORECASE,
)
_DOES_SO = re.compile(
    r"(?:'s)?(?:[ ](?:too|also|both|finally|really))?[ ](?:uses?|buys?|takes?|joins?|signs?[ ]up|agrees?|"
    r"says?[ ]yes|likes?|renews?|orders?|decides?)\b",
    re.IGNORECASE,
)
# "for schools like", "at a school such as", "made for buildings the size of", "a good fit for"
_LIKE = re.compile(
    r"\b(?:schools?|buildings?|places|departments?|offices?|districts?|campus(?:es)?|teams?)[ ](?:just[ ]|much[ ])?"
    r"(?:like|such[ ]as|similar[ ]to|the[ ]size[ ]of|as[ ](?:large|small|big)[ ]as)[ ]$|"
    r"\b(?:good|great|perfect|ideal|suitable|suited|best|right|(?:good|great|perfect)[ ](?:fit|match)|useful|helpful|"
    r"wonderful)[ ]for[ ](?:the[ ])?$",
    re.IGNORECASE,
)
# "The school is Lincoln", "The final list: it's Lincoln"
_STATED = re.compile(r"(?:\b(?:is|are|be)|'s)[ :]{1,2}(?:(?:the|just|only|your|our)[ ]){0,2}$", re.IGNORECASE)


def tells_something_else(before: str, after: str) -> bool:
    """Whether the sentence of a name has a verb, and no word that speaks of use, of want, or of what is handed in."""
    if _STATED.search(before):
        return False
    own = f"{_SENTENCE.split(before)[-1]} x {_SENTENCE.split(after)[0]}"
    return _FINITE.search(own) is not None and not WILL_USE.search(own) and not _OF_USE.search(own)


def only_supposed(before: str, after: str) -> bool:
    """Whether use at a name is over, asked about, guessed at, a condition, or said of schools of its kind."""
    own = _SENTENCE.split(before)[-1]
    unsure = unsure_behind(_SENTENCE.split(after)[0])
    asked = _ASKED.search(before) and "?" in _first(after)
    supposed = _SUPPOSED_BEFORE.search(own) or _LIKE.search(own)
    condition = _IF.search(before)
    held_open = condition and (condition["word"].casefold() == "unless" or _DOES_SO.match(after))
    return bool(_NOT_THEN.match(after) or supposed or unsure or asked or held_open)


def _first(after: str) -> str:
    """The first sentence behind a name, with its stop."""
    end = re.search(r"[.!?;\n]", after)
    return after[: end.end()] if end else after
