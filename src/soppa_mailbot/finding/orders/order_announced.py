"""Sentences of a mail about an order form that is not this mail: to come, asked about, guessed at, or long over.

"Our order form is not ready yet. It will list ...", "Shall we send you a quote for ...?", "would be roughly ...",
"In 2024 Lincoln had this order: ..." all name a product, a count and a price, and none of them offers it.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re

_QUOTE = (
    r"(?:order[ ]form|quote|quotation|proposal|estimate|(?:firm|final|formal|exact)[ ](?:pricing|prices?|offer|"
    r"order))"
)
_LATER = (
    r"(?:next|on|by|later|tomorrow|today|soon|shortly|separately|under|in[ ](?:a[ ]|the[ ])?(?:separate|second|"
    r"next|few|"
    r"coming)|within|this[ ]week|early|once|when|as[ ]soon|after|if|upon)"
)
# a paper copy of what the mail says, or the same once more
_COPY = re.compile(
    r"\b(?:pdf|too|also|as[ ]well|hard[ ]cop\w+|paper|cop(?:y|ies)|original|signed|countersigned|again|docusign)\b",
    re.IGNORECASE,
)
_SENDS = r"(?:send|issue|prepare|provide|e-?mail|forward|write|make|draw[ ]up|submit|create|get)"
_TO_COME = re.compile(
    rf"\b{_QUOTE}\b(?:[ ][\w'-]+){{0,4}}?[ ](?:(?:is|are|was)(?:[ ]not|n't)[ ](?:yet[ ]|quite[ ])?(?:ready|"
    rf"finished|done|"
    r"final|available|complete|prepared|issued|written)|is[ ]still[ ](?:being|in|not|with|to)|"
    r"is[ ](?:being[ ](?:prepared|made|written|drawn)|in[ ]preparation|in[ ]the[ ]works|on[ ]its[ ]way|coming|"
    r"forthcoming|"
    rf"pending)|to[ ]follow\b|follows[ ]{_LATER}\b|"
    r"(?:will|shall)[ ](?:then[ ]|soon[ ]|also[ ])?(?:follow\b(?!s|[ ]?:)|come\b|list\b|show\b|name\b|"
    r"be[ ](?:sent|issued|ready|prepared|finished|written|e-?mailed|forthcoming|with[ ]you)))"
    r"|\b(?:we|I|they|(?-i:[A-Z])[a-z]+)(?:(?:'ll|[ ]will|[ ]shall|(?:'re|'m|[ ]are|[ ]am|[ ]is)[ ]going[ ]to)"
    rf"(?:[ ]\w+){{0,2}}?[ ]{_SENDS}|(?:'re|'m|[ ]are|[ ]am|[ ]is)[ ](?:still[ ]|currently[ ]|now[ ])?"
    r"(?:preparing|finalizing|working[ ]on|writing|drawing[ ]up|putting[ ]together))"
    rf"(?:[ ][\w'-]+){{0,3}}?[ ](?:an?|the|our|your)[ ](?:[\w-]+[ ]){{0,2}}?{_QUOTE}\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    rf"\b(?:shall|should|may|can|could|would|do|does|if)[ ](?:we|I|"
    rf"you)\b[^.?!\n]{{0,60}}?\b{_QUOTE}\b[^?!]{{0,200}}\?"
    rf"|\b(?:let[ ](?:us|me)[ ]know|tell[ ](?:us|me))[ ](?:if|whether)[ ]you[^.?!\n]{{0,60}}?\b{_QUOTE}\b",
    re.IGNORECASE,
)
_IT_WILL = re.compile(
    r"^\W*(?:it|this|that)(?:'ll|[ ]will|[ ]would)[ ](?:then[ ])?(?:list|name|include|show|contain|cover|be|read|"
    r"say)\b",
    re.IGNORECASE,
)
_ROUGH = re.compile(
    r"\b(?:would|will|should|could|might|may)[ ](?:\w+[ ])?(?:be|come[ ]to|cost|run)[ ](?:\w+[ ])?(?:roughly|"
    r"approximately|around|"
    r"about|somewhere|something[ ]like|in[ ]the[ ](?:range|area|neighbou?rhood)|a[ ]ballpark)\b|\brough(?:ly)?[ ]"
    r"(?:pric|cost|"
    r"figure|number|idea|estimate|\$)",
    re.IGNORECASE,
)
_WHEN = r"(?:20\d\d|(?:the[ ])?(?:last|past|previous)[ ](?:school[ ])?(?:year|spring|fall|summer|winter|time|order))"
_ORDERED = r"(?:had|was|were|placed|bought|purchased|ordered|got|received|used|signed)"
_THING = r"(?:orders?|quotes?|seats?|licen[cs]es?|subscriptions?|accounts?|copies)"
_PAST = re.compile(
    rf"\b(?:in|during|for|back[ ]in|since)[ ]{_WHEN}\b[^.\n]{{0,50}}?\b{_ORDERED}[ ](?:[\w,-]+[ ]){{0,3}}?{_THING}\b"
    rf"|\b(?:the|an?|this|its|their|your|our)[ ](?:\w+[ ])?{_THING}[ ](?:from|of|in)[ ]"
    rf"{_WHEN}\b[^.\n]{{0,20}}\b(?:was|were|had)\b"
    rf"|\b{_ORDERED}[ ](?:this|that|the|these)[ ]{_THING}[ ](?:in|back[ ]in)[ ]{_WHEN}\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:now|this[ ](?:year|time)|our[ ](?:quote|offer|order)[ ](?:is|now)|again)\b", re.IGNORECASE)
# What stands over the rows of an order that is an example, another's, or over: "An order could look like this:"
_LEADS = re.compile(
    r"^[^\n:]{0,60}?\b(?:order|quote|quotation|proposal|purchase|offer)s?[ ](?:could|would|might|may|can|"
    r"usually|typically)[ ]"
    r"(?:then[ ])?(?:look|read)\b[^\n:$]{0,40}:"
    r"|^\W*(?:(?:as[ ]an?|for)[ ](?:example|illustration)|(?:sample|example|typical)[ ](?:order|quote|quotation|"
    r"purchase))\b"
    r"[^\n:$]{0,60}:"
    r"|^\W*(?:for|by|as[ ]a)[ ]comparison\b[^\n:$]{0,80}\b(?:ordered|bought|purchased|paid|pays|uses|"
    r"got)\b[^\n:$]{0,30}:"
    r"|^[^\n:$]{0,30}\b(?:another|other|similar|neighbou?ring|nearby)[ ](?:[\w-]+[ ]){0,2}?(?:districts?|"
    r"schools?|customers?)\b"
    r"[^\n:$]{0,40}\b(?:ordered|bought|purchased|paid|pays|got)\b[^\n:$]{0,30}:",
    re.IGNORECASE,
)
_ENDED = r"(?:expired|lapsed|cancell?ed|withdrawn|superseded|void(?:ed)?|no[ ]longer[ ](?:valid|available))"
_OVER = re.compile(
    rf"^\W*(?:the[ ]|our[ ]|your[ ])?(?:{_QUOTE}|order|offer|pricing)(?:[ ](?:#|no\.?[ ]"
    rf"?)?[\w-]*\d[\w-]*)?[ ,]{{1,2}}\(?"
    rf"(?:which[ ]|that[ ]|has[ ]|is[ ]|was[ ]|now[ ]|already[ ]){{0,3}}{_ENDED}\b[^\n:$]{{0,40}}:"
    rf"|^\W*(?:the[ ]|our[ ]|your[ ])?{_ENDED}[ ](?:price[ ])?(?:{_QUOTE}|order|offer|pricing)\b[^\n:$]{{0,40}}:",
    re.IGNORECASE,
)
_ANEW = re.compile(r"\b(?:new|replac\w+|renew\w*|updated|revised|instead|here(?:'s|[ ]is))\b", re.IGNORECASE)
_ROW = re.compile(r"^\W{0,4}[^\n]{0,160}\$[ ]?\d")


def parted(sentences: Sequence[str]) -> tuple[list[str], bool]:
    """The sentences that may offer something, and whether the others say that an order form is another one."""
    kept: list[str] = []
    elsewhere = above = under = False
    for sentence in sentences:
        flat = " ".join(sentence.replace("’", "'").split())
        to_come = _TO_COME.search(flat) is not None and not _COPY.search(flat)
        other = to_come or bool(
            _ASKED.search(flat) or _ROUGH.search(flat) or (_PAST.search(flat) and not _NOW.search(flat))
        )
        lead = _LEADS.search(flat) or ((over := _OVER.search(flat)) and not _ANEW.search(over[0]))
        under = bool(lead) or (under and _ROW.search(sentence) is not None)
        if under:
            elsewhere = True
            continue
        if other or (above and _IT_WILL.search(flat)):
            elsewhere = above = True
        else:
            kept.append(sentence)
            above = False
    return kept, elsewhere
