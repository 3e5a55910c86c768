"""Whether a seller of software asks for the way, in whatever words: told by what the question is about.

`sellers` and `intent_words` know how such questions begin. This is for all others: a sentence that asks, that speaks of
what the District wants from operators (its forms, its review), and that cares how, where, by whom or which. Of who has
sent them already and asks how they fare, nothing is wanted here.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re

_ASKS = re.compile(
    r"\?|\b(?:please|pls|kindly|let (?:me|us) know|tell (?:me|us)|could you|can you|would you|we(?:'d| would)? need|"
    r"i(?:'d| would)? need|glad to know|find out|wonder(?:ing)?|looking for|ask(?:s|ed|ing)? (?:you )?for|"
    r"appreciate|grateful|obliged|happy to (?:learn|hear)|curious|not sure|unsure|don't know|couldn't find|can't find|"
    r"cannot find)\b",
    re.IGNORECASE,
)
# what the District asks of operators, by names that nobody else's papers have
_OURS = re.compile(
    r"\b(?:soppa|rfi|request for information|privacy (?:\w+ )?(?:review|forms?|addend(?:um|a)|agreements?|"
    r"paperwork|papers|docs|"
    r"documents?|process|packet)|(?:vendor|operator|software|technology|app|edtech) (?:\w+ )?(?:approval|vetting|"
    r"review|"
    r"onboarding|registration|forms?|packet|application|process)|(?:software|platform|app|product|program|"
    r"tool)\b[^.?!\n]{0,20}\b(?:reviewed|approved|vetted|cleared)|"
    r"(?:operators?|vendors?) of (?:\w+ ){1,4}?(?:has|have|must|needs?)(?: to)?|approved (?:software|apps?|"
    r"vendors?|operators?|list|products)|"
    r"(?:documents?|forms?|papers|paperwork)(?: that)? (?:an? |every |any |all )?(?:new )?(?:operators?|"
    r"software (?:vendors?|"
    r"companies|company)|vendors?) (?:has|have|must|needs?)|application (?:documents?|papers|forms?|packet))\b",
    re.IGNORECASE,
)
# or only in a seller's mail
_OF_APPROVAL = re.compile(
    r"\b(?:approv(?:al|ed)|vetted|vetting|cleared|reviewed|forms?|documents?|papers|paperwork|packet|addend(?:um|"
    r"a)|submi\w+|"
    r"quotes?|procurement|process|steps)\b",
    re.IGNORECASE,
)
_WAY = re.compile(
    r"\b(?:how|where|which|whom?|what)\b|\b(?:can|may|must|should|does|do|is|has) (?:an?|the|our|we|i|"
    r"it) (?:\w+ ){0,3}?"
    r"(?:reseller|publisher|agent|parent company|quote|forms?|paperwork|addendum|rfi|submission|receive|get|see|"
    r"have|fill|sign|"
    r"complete|send|submit|go|come|start|begin)\b|\bby e-?mail or\b|\be-?mail or (?:by )?(?:mail|post|paper|portal)\b|"
    r"\b(?:send|sent|share|shared|receive|provide|provided|point|direct|forward|e-?mail|get) (?:us|me|over|along)?\b|"
    r"\b(?:steps|procedure|requirements)\b|\bneed the\b|\b(?:ask|asks|asking|asked|looking) for\b|\bhelp\b|\bguide\b",
    re.IGNORECASE,
)
# of papers that are there already, of a contract that runs, of money
_UNDER_WAY = re.compile(
    r"\b(?:received|receipt|arrived?|got(?:ten)?|status|updates?|progress|news|word|when (?:will|can|should|would|"
    r"may|might)|how (?:far|soon)|"
    r"(?:counter-?)?signed|executed|expire[sd]?|expiration|renew\w*|on file|in place|still (?:valid|good|current)|"
    r"cop(?:y|ies) of (?:the|our|your) "
    r"(?:signed|final)|who (?:signed|approved|won)|has (?:the|your) (?:board|district)|have (?:you|they|the)|"
    r"did (?:you|they|the)|"
    r"our (?:own )?(?:teachers|students|schools?|district|staff|board)|meeting|calendar|demo|complain\w*|"
    r"licen[cs]es? do|invoice\w*|pay(?:ment|s)?|paid|p\.?o\.?|purchase orders?|mistake|error|"
    r"change[sd]?|correct\w*|withdraw\w*|cancel\w*|extension|extend\w*|negotiat\w*|redlin\w*|review and comment)\b",
    re.IGNORECASE,
)
# who writes sells software: its own, or that of a publisher
_SELLS = re.compile(
    r"\b(?:our|a|an) (?:(?!(?:school|district|own)\b)[\w-]+ ){0,3}?(?:apps?|platforms?|softwares?|program|product|"
    r"tool|curriculum)\b|"
    r"\b(?:we|i)(?:'re| are| am|'m)? (?:\w+,? )?(?:sell|make|offer|publish|build|built|develop(?:ed)?|represent|"
    r"license|launch\w*|(?:\w+, )?"
    r"(?:the )?makers? of|the (?:publisher|developer|reseller|operator)s? of|an? (?:\w+ )?(?:reseller|publisher|"
    r"start-?up|ed-?tech company|"
    r"software company|vendor|operator))\b|\b(?:reseller|publisher|operator|vendor|(?:first time|new to) selling)s?\b|"
    r"\b(?:for|of|get|have|offer|sell) (?:our )?(?-i:[A-Z])\w+[^.?!\n]{0,40}(?-i: app\b|[,?.])|"
    r"\bour (?:product|software|attorneys?|lawyers?|legal|counsel|ceo)\b",
    re.IGNORECASE,
)
# "Could you help?", "just tell us how", "Please send.": of what the mail says beside
_BARE = re.compile(
    r"\W*(?:[\w ,'-]{0,60}\b)?(?:(?:could|can|would) you (?:please )?(?:help|assist|advise|(?:send|forward|e-?mail|"
    r"share) (?:it|them|one|those)|explain)(?: (?:to )?(?:us|me))?|"
    r"(?:could|can|would) you (?:please )?(?:point|direct|send|get|refer) (?:me|us) (?:to )?(?:the|those|these|any|"
    r"your) "
    r"(?:forms|documents|papers|paperwork)|"
    r"tell (?:us|me) (?:how|what to do)|please (?:send|advise|help|explain)(?: (?:it|them))?|where do (?:we|"
    r"i) (?:begin|start)|"
    r"how do (?:we|i) (?:begin|start|proceed)|what(?:'s| is) next[^.?!]{0,60}|what now|what does (?:that|this|"
    r"it) (?:involve|entail|require|take))\W*",
    re.IGNORECASE,
)


def sells(said: str) -> bool:
    """Whether the writer has a product to sell, in the words of one who does."""
    return _SELLS.search(said) is not None


def asked_for(lines: Sequence[str]) -> list[str]:
    """The sentences that ask for the way to the District's approval."""
    out = []
    for line in lines:
        bare = _BARE.fullmatch(line) is not None
        about = " ".join(lines) if bare else line
        topic = _OURS.search(about) or (bare and _OF_APPROVAL.search(about))
        if topic and (bare or (_ASKS.search(line) and _WAY.search(line))) and not _UNDER_WAY.search(about):
            out.append(line)
    return out
