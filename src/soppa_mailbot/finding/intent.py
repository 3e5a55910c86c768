"""What a mail is for: to submit, to ask how to, to withdraw, to thank, or something else.

Papers speak first, then the writer's own words. When in doubt it is an inquiry: a person reads it, nothing is sent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from soppa_mailbot.finding.claims import ATTACHED, sentences, straight
from soppa_mailbot.model import Kind, PaperFinding

_WITHDRAW = re.compile(
    r"\b(?:(?:please|kindly)\s+)?(?:disregard|withdraw(?:ing)?|cancel(?:l?ing)?|void|remove|retract|"
    r"pull back)\s+(?:our|my|the|this|that|all|"
    r"both|any|yesterday's|last week's)\b(?:\s+\w+){0,4}?\s*(?:submissions?|requests?|orders?|quotes?|"
    r"mails?|e-?mails?|messages?|"
    r"papers|documents?|paperwork|applications?|proposals?|estimates?|forms?)\b"
    r"|\b(?:we|i)\s+(?:\w+\s+){0,3}(?:withdraw|are withdrawing|have decided not to|will not be (?:pursuing|"
    r"moving forward|proceeding))\b"
    r"|\b(?:sent|submitted|mailed)\s+(?:\w+\s+){0,3}(?:in error|by mistake|by accident)\b"
    r"|\bno longer (?:need|wish|want|pursu\w+|interested|planning|moving|going)\b|\b(?:is|are|has been|"
    r"have been|was) withdrawn\b"
    r"|\bplease (?:disregard|withdraw)\b|\bwe (?:wish|would like|want|need|have) to withdraw\b",
    re.IGNORECASE,
)
_HOW_TO = re.compile(
    r"\b(?:how (?:do|can|may|should|would|does) (?:we|i|one|a vendor|a company|our company|you)|how to|"
    r"what (?:do|would|else do|should) (?:we|i|you) (?:need|have|send|submit|provide)|"
    r"what (?:is|are|'s) (?:the|your) (?:process|procedure|steps?|requirements?|paperwork)|which (?:forms?|"
    r"documents?|papers?|paperwork|steps?)|"
    r"what (?:forms?|documents?|papers?|paperwork|information)|where (?:do|can|should) (?:we|i)|"
    r"(?:tell|let|send|advise|point|walk) (?:me|us)\b.{0,40}\b(?:what|which|how|where|forms?|process|steps|"
    r"requirements|know what)|"
    r"(?:need|want|wish|like) to know (?:how|what|which)|(?:send|share|e-?mail) (?:me|us) (?:the|"
    r"your) (?:\w+ ){0,3}(?:forms?|packet|requirements|paperwork))\b",
    re.IGNORECASE,
)
_BUSINESS = re.compile(
    r"\b(?:approved|registered|new|authorized|preferred)\s+(?:vendors?|operators?|suppliers?|provider)|"
    r"\bvendor (?:registration|onboarding|approval|list|"
    r"process|application)|\b(?:do|doing|done) business with|\bsubmit(?:ting|ted)?\b|\b(?:soppa|rfi|"
    r"data privacy)\b|\bapprov(?:al|ed?)\b|\bget (?:started|approved|set up)|"
    r"\b(?:sell|offer|provide|bring) (?:our|to)\b|\bwould like to (?:use|purchase|buy|pilot)|"
    r"\bpurchas\w+\b|\bprocurement process\b",
    re.IGNORECASE,
)
_MONEY_MATTERS = re.compile(
    r"\b(?:past[- ]due|overdue|outstanding (?:balance|invoice)|status of (?:the |our |your )?(?:payment|"
    r"invoice|check)|payment status|unpaid|"
    r"remittance|when (?:will|can) (?:we|it|this|the invoice) .{0,20}paid|accounts (?:receivable|payable)|"
    r"our records show|invoice(?:s)? .{0,60}(?:paid|payment|due)|w-?9 form for)\b",
    re.IGNORECASE,
)
_PITCH = re.compile(
    r"\b(?:\d+[- ]minutes?|quick call|brief call|short call|hop on a (?:quick )?call|demo(?:nstration)?\b|"
    r"schedule (?:a|some) (?:time|call|meeting)|book (?:a|some) (?:time|call|meeting)|"
    r"are you the right person|right person|open to (?:a|learning)|love to (?:show|chat|connect|learn|"
    r"set up)|circling back|following up on my|"
    r"bump this|worth a (?:chat|conversation)|calendly|free trial|case study|webinar|did you know|"
    r"introduce myself|learn more about how)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"\b(?:thanks?(?: you)?|thank you|thx|ty|much appreciated|appreciate (?:it|your)|great|perfect|"
    r"wonderful|got it|will do|sounds good|received|noted|understood|ok(?:ay)?)\b",
    re.IGNORECASE,
)
_PHISHING = re.compile(
    r"\b(?:verify your (?:account|mailbox|password|identity)|mailbox (?:is )?(?:almost )?full|"
    r"password (?:will )?expir\w+|"
    r"unusual sign-?in|click (?:here|the link|below) to (?:verify|confirm|restore|release|keep)|"
    r"gift cards?|wire transfer|"
    r"update (?:your|our) (?:bank|direct deposit|banking)|account (?:will be|has been) (?:suspended|"
    r"disabled|locked|deactivated)|quota|"
    r"(?:sign|log)(?:ging)? ?in (?:with|using|to (?:view|open|access|read))|(?:your|office|work|corporate|"
    r"school) e-?mail (?:address )?and password|"
    r"(?:document|file|message|page) is (?:protected|secured|encrypted).{0,60}(?:open|click|sign in|"
    r"log in)|"
    r"expires? (?:in|within) (?:24|48|72) hours|secure (?:message|portal|viewer)|unusual activity|"
    r"payroll)\b",
    re.IGNORECASE,
)
_BRINGS = re.compile(
    r"\b(?:attach\w*|enclos\w*|includ\w+|here (?:is|are|comes?)|please find|find (?:attached|below|our)|"
    r"submit\w*|submission|sending|send you|see (?:the )?attach\w*|"
    r"following (?:documents|items)|uploaded|shared|in (?:this|the) (?:folder|link|drive))\b",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"\b(?:order form|quote|quotation|estimate|proposal|rfi|request for information|soppa|addendum|"
    r"signed form|forms|paperwork|all five|five items|packet|documents)\b",
    re.IGNORECASE,
)
_WANTS = re.compile(
    r"\b(?:request(?:ing|s)?|seek(?:ing)?|would like|need|ask(?:ing)? for|hope for|please (?:approve|"
    r"process|review)|want)\b.{0,80}\b(?:approv\w*|sign-?\s?off|agreement|purchase|process|order)\b"
    r"|\bplease (?:approve|process)\b|\bwould like to (?:order|purchase|buy|renew|submit)\b|"
    r"\bfor (?:your )?(?:approval|final approval)\b",
    re.IGNORECASE,
)


def intent_of(
    words: str,
    subject: str,
    papers: Sequence[PaperFinding],
    *,
    form_found: bool,
    place_found: bool,
    date_found: bool,
    cloud_links: Sequence[str] = (),
    answering: bool = False,
    calendar: bool = False,
) -> str:
    """submission | how_to_submit | inquiry | withdrawal | thanks.

    `words` are the sender's own; `answering`: the mail answers one of ours, so that a lone date is an answer too.
    """
    words = straight(words)
    said = f"{straight(subject)}\n{words}"
    real = form_found or any(p.kind in (Kind.ORDER_FORM, Kind.RFI_FORM, Kind.SOPPA_FORM) for p in papers)
    if _WITHDRAW.search(words) and not real:
        return "withdrawal"
    if calendar and not real:
        return "inquiry"
    if real:
        return "submission"
    if answering and (place_found or date_found or _could_be_paper(papers) or (cloud_links and _PAPERS.search(said))):
        return "submission"
    if _PHISHING.search(said) or _MONEY_MATTERS.search(said):
        return "inquiry"
    if _asks_how(words, subject) and not answering:
        return "how_to_submit"
    if _thanks_only(words, said):
        return "thanks"
    if _submits(words, said, papers, place_found, date_found, bool(cloud_links)):
        return "submission"
    if _is_thanks(words):
        return "thanks"
    return "inquiry"


def _could_be_paper(papers: Sequence[PaperFinding]) -> bool:
    return any(p.kind == Kind.UNREADABLE or (p.kind == Kind.OTHER and p.topic) for p in papers)


def _asks_how(words: str, subject: str) -> bool:
    asks = [s for s in sentences(f"{subject}\n{words}") if _HOW_TO.search(s)]
    return bool(asks) and bool(_BUSINESS.search(words) or _BUSINESS.search(subject)) and not _claims_papers(words)


def _claims_papers(words: str) -> bool:
    return any(ATTACHED.search(s) and _PAPERS.search(s) for s in sentences(words))


def _submits(
    words: str, said: str, papers: Sequence[PaperFinding], place_found: bool, date_found: bool, linked: bool
) -> bool:
    """A clear wish to have something approved, though its papers are not there or not the right ones."""
    brings = bool(_BRINGS.search(words)) and bool(_PAPERS.search(said))
    if _PITCH.search(words) and not (place_found and date_found) and not (brings and not papers):
        return False
    signs = (
        place_found,
        date_found,
        brings,
        linked and bool(_PAPERS.search(said)),
        bool(_WANTS.search(words)),
        _could_be_paper(papers),
    )
    return sum(signs) >= 2


def _thanks_only(words: str, said: str) -> bool:
    """Opens with thanks, and neither brings, names nor wants a paper; places and dates may well be recalled in it."""
    opens = re.match(
        r"\W*(?:(?:hi|hello|hey|dear|good \w+)\b[^\n,]{0,40}[,!.\n]\s*)?(?:many |"
        r"big )?(?:thanks?|thx)\b",
        words,
        re.IGNORECASE,
    )
    return (
        bool(opens) and "?" not in words and not (_BRINGS.search(words) or _PAPERS.search(said) or _WANTS.search(words))
    )


def _is_thanks(words: str) -> bool:
    return len(words.split()) <= 40 and bool(_THANKS.search(words)) and "?" not in words
