"""An automatic reply that only its words give away: no field of its header tells, and its subject is ours or friendly.

What must never be taken for one is a person's mail that brings, asks or answers something and says beside it that its
writer will be away. So two things are asked for: words that a program has been given to say (twice, as they come in
company: an absence and who may be called meanwhile, a receipt and the number of the case), and that every sentence is
of such words, or a courtesy. One that is about something else makes it a person's mail.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.mail.automatic_signs import BACK, COMPANY, LEFT, TOLD, WHOLE
from soppa_mailbot.model import Message

__all__ = ["automatic_by_words"]

_LONGEST = 200  # words; such replies are short
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\bMs\.)(?<!\bMr\.)(?<!\bDr\.)(?<!\bMrs\.)[)\"'*]*(?!\s+(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|"
    r"Okt|Nov|Dez))\s+|\n\s*\n|\n(?=\s*[-*•\d])|;\s+"
)
# What is never said in passing by a program: papers, prices, wishes, answers to what we asked.
_BUSINESS = re.compile(
    r"\battach\w*|\benclos\w*|[$€£]\s?\d|\bapprov(?:al|e|es|ing)\b(?! you\b)|\bsign(?:ed)?[- ]?off\b|\bdead ?lines?\b|"
    r"\b(?:drive|docs)\.google\.|\bdropbox\.|\bsharepoint\.|\b1drv\.|\bonedrive\.|\bbox\.com|"
    r"\b(?:here (?:is|are|it is|they are)|here's|(?:is|are|see|listed|stands?) below|below (?:is|are)|please find|"
    r"find (?:below|our))\b|"
    r"\b(?:needed|required|wanted|due) (?:by|before|on)\b|\bneeds? (?:it|this) (?:by|before)\b|"
    r"\b(?:it|this|that|which)(?:'s| is| will be) for\b|\b(?:schools?|departments?|buildings?)\s*:|"
    r"\b(?:both|our|the|your|two|three|which|other) schools?\b|\bschools? (?:is|are|will|would)\b|\blibrar(?:y|"
    r"ies)\b|\broom \d|"
    r"\b(?:will|would|to) use\b|\b(?:would|'d) appreciate\b|\b(?:unable|able|going|plan\w*|hop\w+|"
    r"ready) to (?:submit|send|sign|provide|complete)\b|"
    r"\bdistrict-?wide\b|\ball schools\b|"
    r"\b(?:high|middle|elementary|primary|grade) schools?\b|"
    r"\b(?-i:[A-Z])\w+ (?-i:Elementary|High|Middle|Academy|School)\b|"
    r"\b(?:we|i)(?:'ll|'d|'m| will| would| can| could| am| are| shall| also| just| both)*"
    r" (?:have (?:changed|signed|filled|sent|added|corrected|completed)|"
    r"(?:re-?)?send|sent|submit|sign|signed|fill|complete|provide|share|withdraw|cancel|drop|change|correct|"
    r"revise|like|love|want|wanted|need|needed|ask|wish|propose|offer|quote|order|confirm|agree|chose|choose|"
    r"think|suggest|decided|replac\w+|sending|submitting|asking|hoping|hope to hear|"
    r"reaching out|following up|checking (?:in|on)|writing|wondering|tak(?:e|ing) over|the new|your (?:new )?contact|"
    r"working on|preparing|attending to)\b|"
    r"\byou (?:asked|wanted|mentioned|requested|sent us|still need|should have)\b|"
    r"\bas (?:promised|requested|discussed|agreed|asked)\b|\bplease (?:use|change|update|correct|add|take|note the|"
    r"withdraw|cancel|disregard|ignore|hold off|proceed|process|approve|sign|confirm (?:receipt|that you have got)|"
    r"resend|send|treat|consider|advise)\b(?! (?:it|the (?:number|case|ticket|link|reference)|this (?:number|link)|"
    r"(?:your|all|any|further|future) (?:address|contacts?|records|messages?|e-?mails?|mail|inquir\w+|"
    r"correspondence))\b)|"
    r"\b(?:fyi|demo|introduce|webinar|following up|let (?:me|us) know|tell (?:me|us)|whether|which (?:of|forms?|"
    r"papers))\b|"
    r"\b(?:and|but|then|also|he|she|they|who) (?:will|'ll|can) (?:re-?)?(?:send|submit|sign|complete|provide|share|"
    r"fill|return the)\b|"
    r"\b(?:will|'ll|can) (?:re-?)?(?:submit|sign|fill)\b|^\W*(?:yes|no|n/a|none|correct|right|agreed|sure)\b[,.!:]",
    re.IGNORECASE,
)
# Words of the trade, which a program says, too, but only where it shows the way.
_TRADE = re.compile(
    r"\b(?:quot(?:e|es|ation|ations)|proposals?|order forms?|soppa|rfi|request for information|addend(?:um|a)|"
    r"agreements?|contracts?|invoices?|purchase orders?|p\.?o\.?s?|forms?|paperwork|documents?|papers|licen[cs]es?|"
    r"subscriptions?|pricing|prices?|seats|renewals?|purchas\w+|students?|teachers?|grades?)\b|\?",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|"
    r"dec)[a-z]{0,6}\.? \d{1,2}\b",
    re.IGNORECASE,
)
# what came in, by its subject or its kind: "A case was opened for your inquiry "Re: our quote"", "your quote request"
_OF_THEIRS = re.compile(
    r'"[^"]{0,120}"|\b(?:quot(?:e|ation)|pricing|purchase|product|sales|order|contract|support) '
    r"(?=requests?\b|inquir|enquir|questions?\b|team\b|desk\b|department\b)",
    re.IGNORECASE,
)
_WAY_TO = (
    r"(?:contact|reach(?: out to)?|call|phone|write(?: to)?|e-?mail|message|text|visit|go to|ask for|turn to|try|dial)"
)
_SHOWS_THE_WAY = re.compile(
    r"^\W*(?:(?:in the meantime|meanwhile|until then|otherwise|however|also|but|please note that)\W+)?"
    r"(?:if\b|should you\b|in case\b|when you\b|do you need|(?:still )?(?:need|have|having|looking|want|got|can't wait|"
    r"in a hurry|rather|questions?|urgent|emergenc\w+)\b(?! (?:we|i)\b)|to (?:reach|speak|track|check|view|add|follow|"
    r"update|help|ensure|continue)\b)"
    r"|\b(?:follow|track|view|check) (?:its|the|your) (?:progress|status|ticket|case|request)\b"
    r"|\b(?:update|change) your (?:address|contacts?|records)\b"
    rf"|(?:^\W*(?:for [^:.?!]{{1,60}} )?|\b(?:please|to|or|and|may|can|kindly|also|should|instead) |, )"
    rf"{_WAY_TO}\b(?! (?:me|us|you)\b)|"
    rf"\b(?:(?:re-?)?send|direct|address|refer|forward) (?:your|all|any|further|future)\b[^.!?]{{0,40}} to\b"
    r"|\b(?:urgent|emergenc|dringend|urgence|urgencia)\w*\b[^?!]{0,300}(?:@|\d{3}-\d{4})"
    r"|\bfor [^:.?!]{1,60}: *\S+@|\b(?:demande|anfragen?|solicitud|asuntos)\b.*@"
    r"|\bhelp ?(?:cent(?:er|re)|desk|pages?|site)\b|\bknowledge ?base\b|\bfaqs?\b|\bself-?service\b|"
    r"\b(?:will|shall) be (?:answered|processed|handled|read|monitored|reviewed|returned|addressed|dealt|worked|"
    r"answering)\b|"
    r"\b(?:is|are|will be) (?:answering|handling|covering|taking care|filling in|looking after|standing in|"
    r"in charge|able to help|"
    r"happy to help|glad to help|monitoring)\b|\b(?:can|will) (?:help|assist|cover|handle)\b|\bwhile (?:i|we)(?:'m|"
    r" am|'re| are) "
    r"(?:away|out|gone|closed)\b|\bin my absence\b",
    re.IGNORECASE,
)
# a greeting alone: "Hi, Lincoln it is" answers something
_COURTESY = re.compile(
    r"^\W*(?:(?:hi|hello|hey|greetings|dear|good (?:morning|afternoon|day|evening)|sehr geehrte|guten tag|bonjour|hola|"
    r"buenos días|estimad\w+|buongiorno)(?: [\w.@'-]+){0,4}|"
    r"(?:many |kind |warm |best |with best )?(?:thanks|thank you|regards|wishes|cheers|sincerely)"
    r"(?: (?:so|very) much| a lot| again| in advance)?(?: for [^.?!,]{0,40})?|"
    r"(?:mit freundlichen grüßen|bien cordialement|cordialement|saludos|atentamente)|"
    r"(?:happy|merry|enjoy|have (?:a|an)|wishing you|season's|we wish)\b[^.?!]{0,80}|"
    r"(?:we|i) (?:apologi[sz]e|appreciate|value|regret)\b[^.?!]{0,80}|(?:sorry|apologies|we're sorry)\b[^.?!]{0,80}|"
    r"i (?:only )?work (?:part[- ]time|mondays?|tuesdays?|from)\b[^.?!]{0,60}|"
    r"(?:we are|we're)(?: currently)? experiencing\b[^.?!]{0,60}|(?:we|i) look forward\b[^.?!]{0,60}|"
    r"(?:stay (?:safe|well)|see you soon|talk soon)\b[^.?!]{0,40}|(?:please )?(?:note|be advised)|"
    # a ticket's own lines
    r"(?:(?:case|ticket|request)(?: ?(?:no\.?|number|id))?|priority|status|subject|created|severity|queue|ref\w*|"
    r"opened|"
    r"received|date|category)\s*[:#]+[^.?!]{0,80})\W*$",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"^\W*(?:best,\W+)?(?:(?:best |kind |warm )?(?:regards|thanks|thank you|cheers|sincerely)\W+)?(?:the |team |your )?"
    r"(?-i:[A-Z])[\w'&.-]*(?: (?-i:[A-Z&])[\w'&.-]*){0,4}(?: (?:team|support|desk|staff))?\W*$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"<?https?://\S+")


def automatic_by_words(message: Message) -> bool:
    """Whether a mail without papers says what only an automatic reply, receipt or challenge says, and nothing else."""
    words = message.own_words.translate(_PLAIN)
    if not words.strip() or len(words.split()) > _LONGEST:
        return False
    sentences = [" ".join(s.split()) for s in _SENTENCE.split(words) if re.search(r"\w", s)]
    sender = f"{message.sender.name} {message.sender.email}"
    return _tells_it(sentences, message.sender.name) and all(
        _is_usual(s) or (_names(s, sender) and bool(LEFT.search(s) or _BELOW.match(s))) for s in sentences
    )


def _tells_it(sentences: list[str], sender: str) -> bool:
    """Whether it tells what such replies are sent for, with what comes in their company."""
    flowing = " ".join(sentences)
    told = [s for s in TOLD if s.search(flowing)]
    told += [LEFT] if any(LEFT.search(s) and _names(s, sender) for s in sentences) else []
    beside = [s for s in COMPANY if s.search(flowing)]
    return bool(told) and len(told) + len(beside) > 1


def _names(sentence: str, sender: str) -> bool:
    """Whether a sentence names the one from whose mailbox it comes: who has left writes no mail."""
    parts = {part.casefold() for part in re.findall(r"[^\W\d_]{3,}", sender)}
    said = sentence.casefold()
    return any(part in said for part in parts)


def _is_usual(sentence: str) -> bool:
    """Whether a sentence says what such replies say, and nothing of business."""
    if _BUSINESS.search(sentence):
        return False
    said = _ADDRESS.sub("", sentence)
    shown = _SHOWS_THE_WAY.search(said) is not None
    if _TRADE.search(_OF_THEIRS.sub("", said)) and not shown:
        return False
    told = any(s.search(said) for s in TOLD)
    if _DAY.search(said) and not (shown or told or BACK.search(said)):
        return False
    if shown or told or not said.strip():
        return True
    return any(s.search(said) for s in WHOLE) or _COURTESY.match(said) is not None
