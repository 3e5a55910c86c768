"""Whether a vendor takes the submission back: "the deal fell through, please close our file".

A withdrawal stops reminders and puts the submission before a person, so words that take back a purchase or a request
count however they are put. Words that take back a date, a school, a slip of the pen or an earlier mail do not, nor does
"please do not withdraw".
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.mails.one_place_out import takes_one_place_out

_OURS = r"(?:our|my|the|this|that|all|both|any|yesterday's|last[ ]week's)"
_MATTER = (
    r"(?:submissions?|requests?|orders?|applications?|proposals?|purchases?|files?|cases?|tickets?|deals?|sales?|"
    r"reviews?|"
    r"approvals?|process|projects?|packets?|paperwork|renewals?)"
)
_PAPER = r"(?:quotes?|mails?|e-?mails?|messages?|papers|documents?|estimates?|forms?|attachments?|versions?)"
_WE = (
    r"(?:we|i|they|(?:the|our|both|all)[ ](?:\w+[ ])?(?:schools?|principal|teachers?|district|customer|client|company|"
    r"team|"
    r"department|office|management|board)|(?-i:[A-Z])[\w'-]+)"
)
_NOT = r"(?:won't|will[ ]not|not|never|isn't|aren't|no[ ]longer|can't|cannot|don't|doesn't|do[ ]not|does[ ]not)"
_TAKES_BACK = (
    r"(?:disregard|ignore|withdraw(?:ing)?|cancel(?:l?ing)?|void|remove|retract|pull|drop|scrap|discard|delete|abandon|"
    r"close(?:[ ]out)?|stop|scratch|forget)"
)
_BUYS = (
    r"(?:buy(?:ing)?|purchas(?:e|ing)|pursu(?:e|ing)|proceed(?:ing)?|mov(?:e|ing)[ ](?:forward|ahead)|"
    r"go(?:ing)?[ ](?:forward|ahead|through|for)|continu(?:e|ing)|renew(?:ing)?|order(?:ing)?|implement(?:ing)?|"
    r"adopt(?:ing)?|participat(?:e|ing))"
)
_SOMETHING_ELSE = (
    r"(?:another|a[ ]different|an?[ ]other|some(?:thing|one|body)[ ]else|a[ ]competitor\w*|a[ ]competing|"
    r"one[ ]of[ ]our[ ]"
    r"competitors)"
)

# of the purchase or the request itself
_FIRM = re.compile(
    rf"\b{_TAKES_BACK}[ ]{_OURS}\b(?:[ ]\w+){{0,3}}?[ ]{_MATTER}\b(?![ ]together)"
    rf"|\b(?:pull(?:ing)?|tak(?:e|ing)|remov(?:e|ing))[ ](?:us|it|this|that|{_OURS}[ ]\w+)[ ](?:off|from|out[ ]of)[ ]"
    r"(?:consideration|(?:the|your)[ ](?:process|review|queue|pipeline|agenda|running))"
    rf"|\b{_WE}(?:'ve|'re|'ll|'m)?[ ](?:\w+[ ]){{0,3}}?withdraw(?:ing)?\b"
    # "we won't sell to schools any more"; "we do not sell student data" is another matter
    r"|\b(?:(?:won't|will[ ]not|no[ ]longer)[ ](?:sell|offer[ ](?=(?:it|them|(?:the|this|our)[ ](?:product|"
    r"software))\b))|"
    r"stopped[ ]selling)\b(?![^.;!?]{0,30}\bdata\b)[^.;!?]{0,40}?\b(?:any[ ]?more|any[ ]longer|to[ ]schools|"
    r"in[ ]illinois)\b"
    rf"|\b(?:we|i)(?:'d)?[ ](?:wish|would[ ]like|want|need|have|like|decided)[ ]to[ ](?:withdraw|"
    rf"cancel(?=[ ]?(?:[.,;!:]|$|it\b|this\b|that\b))|back[ ]out|"
    rf"pull[ ]out)\b"
    r"|\bplease[ ]withdraw\b|\b(?:is|are|has[ ]been|have[ ]been|was)[ ](?:herewith[ ]|hereby[ ])?withdrawn\b"
    rf"|\b{_WE}(?:'ve|'re|'ll|'m)?(?:[ ](?:have|has|had|will|is|are|am|be|now|currently|unfortunately|therefore|"
    rf"just)){{0,3}}"
    rf"[ ]{_NOT}(?:[ ](?:be|been|to|going|longer|currently|now|even)){{0,3}}[ ]{_BUYS}\b"
    rf"|\bdecided[ ](?:not[ ]to|against)[ ](?:{_BUYS}|(?:sell|offer|use)\b|it\b|this\b|that\b|the[ ](?:purchase|"
    rf"product|software|order))"
    rf"|\bno[ ]longer[ ](?:interested|pursu\w+|moving|planning[ ]to[ ]{_BUYS})\b"
    r"|\bno[ ]longer[ ](?:needs?|wish(?:es)?|wants?)\b(?![ ](?:\w+[ ]){0,4}?(?:by|before|until|on|in|at|this[ ]\w+)\b)"
    r"(?![ ](?:(?:the|your|a|an|my|our)[ ])?(?:help|extension|call|meeting|cop(?:y|ies)|form|link|reminder|training|"
    r"demo)s?\b)"
    r"|(?:\bnot|n't)[ ](?:interested|need(?:ed)?|required?|want(?:ed)?)\b[^.;!?]{0,40}?[ ](?:any[ ]?more|"
    r"any[ ]longer)\b"
    r"|\b(?:deal|sale|purchase|order|project|plan|pilot|contract|procurement|thing|it)[ ](?:(?:has|have|had|is|"
    r"was)[ ](?:been[ ]|now[ ])?)?"
    r"(?:fell|fallen|falls|fall)[ ]through\b"
    r"|\b(?:deal|sale|purchase|order|project|procurement|whole[ ]thing)(?:[ ](?:has[ ]been|have[ ]been|was|is|"
    r"got))[ ](?:now[ ]|all[ ])?"
    r"(?:off\b(?!ic|er)|dead\b|called[ ]off|cancell?ed|scrapped|dropped|not[ ]happening|no[ ]longer[ ]happening)"
    r"|\bpull(?:ed|ing)?[ ]out[ ]of\b|\bback(?:ed|ing)?[ ]out[ ]of\b|\b(?:walk(?:ed|ing)?[ ]away|bow(?:ed|"
    r"ing)?[ ]out)\b"
    rf"|(?<!not[ ])(?<!n't[ ])\b(?:bought|purchased|chose|chosen|picked|selected|went[ ]with|gone[ ]with|going[ ]with|"
    rf"go[ ]with|opted[ ]for|"
    rf"switched[ ]to|use|signed[ ]with)[ ]{_SOMETHING_ELSE}\b"
    r"(?![ ](?:\w+[ ])?(?:date|day|time|school|building|form|template|person|contact|address|version|file|format)s?\b)"
    r"|\b(?:go|going|gone|went)[ ](?:in[ ])?(?:another|a[ ]different)[ ](?:way|direction|route)\b"
    r"|\bclose[ ](?:this|it|us)[ ](?:out|off|down)\b|\bstop[ ](?:the|your|any|all)[ ](?:\w+[ ])?(?:review|process\w*|"
    r"work)\b"
    rf"|\bno[ ](?:further|longer[ ]any)[ ](?:need|interest)\b",
    re.IGNORECASE,
)
# of a mail or a paper: of the submission too, unless the writer goes on with it
_SOFT = re.compile(
    rf"\b{_TAKES_BACK}[ ]{_OURS}\b(?:[ ]\w+){{0,4}}?[ ]{_PAPER}\b"
    r"|\b(?:sent|submitted|mailed)[ ](?:\w+[ ]){0,3}(?:in[ ]error|by[ ]mistake|by[ ]accident)\b"
    r"|\bplease[ ]disregard\b(?![ ](?:\w+[ ]){0,4}(?:invit\w+|meeting|call|voicemail|typo|question|link|date|"
    r"dead[ -]?line|"
    r"day|time|school|number|reminder)s?\b)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?:\b(?:do|does|did|have|has|are|is|was|were|will|would|should|could|must|can)[ ]?(?:not|n't)|\bcannot|\bcan't|"
    r"\bwon't|"
    r"\bnever|\bno[ ](?:plans?|intention|reason|need|wish)|\bnot|\bwithout|\brather[ ]than|\binstead[ ]of|\bunless)[ ]"
    r"(?:(?:yet|want(?:ed|ing)?|wish(?:ed|ing)?|mean|meant|plan(?:s|ned|ning)?|intend(?:ed|ing)?|going|to|been|be|of|"
    r"please|currently|at[ ]all|ever|actually|have|like)[ ]){0,4}"
    r"(?:disregard|ignor|withdr|cancel|void|remov|retract|pull|drop|scrap|discard|delet|abandon|clos|stop|forget|walk|"
    r"back)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\bplease[ ](?:continue|proceed|go[ ]ahead|keep[ ](?:going|it|us|our))\b|\b(?:still|do)[ ](?:want|need|wish|"
    r"intend|plan|"
    r"interested)\b|(?<!not[ ])\bgoing[ ]ahead\b|\bnot[ ]withdrawn\b",
    re.IGNORECASE,
)
_REPLACES = re.compile(
    r"\b(?:found|follows?|following|attach\w*|enclos\w*|here[ ](?:is|are)|instead|correct(?:ed|ion)?|right[ ]one|"
    r"new[ ]one|"
    r"updated|revised|re-?send(?:ing)?|resent|will[ ]send|'ll[ ]send|more[ ]soon|soon|tomorrow|should[ ]be|the[ ]date|"
    r"dead[ -]?line|need|approv\w+)\b",
    re.IGNORECASE,
)
# "we withdraw Oak Ridge only", "cancel my subscription to your emails", "pull our order form together"
_OF_A_PART = re.compile(
    r"\bwithdraw(?:ing)?[ ][^.;!?]{2,60}?[ ](?:only|from[ ](?:the|our|your)[ ](?:list|order|quote)|"
    r"as[ ]an?[ ](?:school|site|"
    r"location))\b"
    r"|\b(?:cancel|stop|remove|end)\w*[ ](?:my|our|the|me|us)[ ](?:\w+[ ])?(?:subscription|newsletter|reminders?|"
    r"from)\b"
    r"|\b(?:pull|put)[ ](?:our|my|the|all|this)[ ][^.;!?]{2,40}?[ ]together\b",
    re.IGNORECASE,
)
# a dunning letter: "If it has already been sent, please disregard this message"
_IF_DONE = re.compile(
    r"\bif\b[^.;!?]{0,60}\b(?:already|paid|sent|received|replied|responded|done|error|in[ ]the[ ]mail)\b[^.;!?]{0,40}"
    r"\b(?:disregard|ignore|discard|delete)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"(?<=[.!?;])\s+|\n\s*\n|,?\s+but\s+", re.IGNORECASE)


def withdraws(words: str) -> bool:
    """Whether the writer takes the submission back. `words` are the sender's own, with plain apostrophes."""
    text = " ".join(words.split())
    clauses = [c for c in _CLAUSES.split(text) if c.strip() and not _OF_A_PART.search(c) and not _IF_DONE.search(c)]
    said = [_undenied(clause) for clause in clauses if not takes_one_place_out(clause, text)]
    if _GOES_ON.search(text):
        return False
    if any(_FIRM.search(clause) for clause in said):
        return True
    return any(_SOFT.search(clause) for clause in said) and not _REPLACES.search(text)


def _undenied(clause: str) -> str:
    """The clause up to where it says that something is not taken back."""
    denied = _DENIED.search(clause)
    return clause[: denied.start()] if denied else clause
