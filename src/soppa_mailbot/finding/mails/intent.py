"""What a mail is for: to submit, to ask how to, to withdraw, to thank, or something else.

Papers speak first, then the writer's own words. When in doubt it is an inquiry: a person reads it, nothing is sent.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.mails.asks_the_way import asked_for, sells
from soppa_mailbot.finding.mails.claims import ATTACHED, flowing, sentences, straight
from soppa_mailbot.finding.mails.intent_words import (
    ANYTHING_ELSE,
    BILLING,
    BOTH_FORMS,
    BRINGS,
    BUSINESS,
    BUYER,
    DISTRICT_PAPERS,
    GO_AHEAD,
    HOW_TO,
    MADE_FOR_SCHOOLS,
    MONEY_MATTERS,
    NEW_HERE,
    NO_VENDOR,
    OF_FORMS,
    OFFERS_TO_SEND,
    OTHER_QUESTION,
    OTHER_TRADE,
    OTHER_WRITER,
    PAPERS,
    PHISHING,
    PITCH,
    PRIVACY_PAPERS,
    SOFTWARE_TRADE,
    THANKS,
    WANTS,
)
from soppa_mailbot.finding.mails.sellers import (
    ADVERTISES,
    ASKS_THE_WAY,
    BUSINESS_HERE,
    NO_SOFTWARE,
    OTHER_OFFER,
    SOFTWARE_HERE,
    SOME_FORMS,
    VENDORS,
    makes_software,
)
from soppa_mailbot.finding.mails.spanish import asks_in_spanish
from soppa_mailbot.finding.mails.told_only import tells_only
from soppa_mailbot.finding.mails.withdrawal import withdraws
from soppa_mailbot.finding.orders.order_prose import priced_sentence
from soppa_mailbot.model import Kind, PaperFinding


def intent_of(
    words: str,
    subject: str,
    papers: Sequence[PaperFinding],
    *,
    form_found: bool,
    place_found: bool,
    date_found: bool,
    place_named: bool = False,
    place_only_named: bool = False,
    known_product: bool = False,
    cloud_links: Sequence[str] = (),
    answering: bool = False,
    calendar: bool = False,
    other_goods: bool = False,
    seller: str = "",
) -> str:
    """submission | how_to_submit | inquiry | withdrawal | thanks.

    `words` are the sender's own; `answering`: the mail answers one of ours, so that a lone date is an answer too;
    `place_named`: a school stands in the mail beside a day for approval, though nothing says that it will use the
    software; `place_only_named`: of no place it says so, as where a pitch has read about one; `known_product`: one of
    the register is named; `other_goods`: what is offered is no software; `seller`: the writer's firm.
    """
    words = straight(words)
    said = f"{straight(subject)}\n{words}"
    ordered = any(p.kind == Kind.ORDER_FORM for p in papers)
    forms = form_found or any(p.kind in (Kind.RFI_FORM, Kind.SOPPA_FORM) for p in papers)
    real = ordered or forms
    if not real and withdraws(words):
        return "withdrawal"
    if (calendar and not real) or (other_goods and not (forms or answering or known_product)):
        return "inquiry"
    if not forms and tells_only(words, subject, order=ordered, dated=date_found):
        return "inquiry"
    if real:
        return "submission"
    if answering and (place_found or date_found or _could_be_paper(papers) or (cloud_links and PAPERS.search(said))):
        return "submission"
    if NO_VENDOR.search(said) and not answering:
        return "inquiry"
    if PHISHING.search(said) or MONEY_MATTERS.search(said) or BUYER.search(said):
        return "inquiry"
    if OTHER_WRITER.search(said) and not papers and not cloud_links:
        return "inquiry"
    if _asks_how(words, subject, known_product=known_product, seller=seller) and not answering:
        # "Our pricing is attached, for Lincoln. Tell us what else you need": what it says beside the wrong paper counts
        return "submission" if _could_be_paper(papers) and (place_found or date_found) else "how_to_submit"
    if BILLING.search(said) and not (BRINGS.search(words) and PAPERS.search(said)) and not WANTS.search(words):
        return "inquiry"
    if _thanks_only(words, said, dated=date_found):
        return "thanks"
    if OFFERS_TO_SEND.search(words) and not (answering or papers or cloud_links or BRINGS.search(words)):
        return "inquiry"
    place = place_found or place_named
    if PITCH.search(words) and place_only_named and not (date_found and WANTS.search(words)):
        place = False
    if _submits(words, said, papers, place, date_found, bool(cloud_links)):
        return "submission"
    if _is_thanks(words):
        return "thanks"
    return "inquiry"


def _could_be_paper(papers: Sequence[PaperFinding]) -> bool:
    return any(p.kind == Kind.UNREADABLE or (p.kind == Kind.OTHER and p.topic) for p in papers)


def _asks_how(words: str, subject: str, *, known_product: bool, seller: str = "") -> bool:
    """Whether an operator asks what to submit. Who also sells, or asks for something else, gets a person's answer."""
    lines = [*flowing(subject), *flowing(words)]
    said = "\n".join(lines)
    if OTHER_WRITER.search(said) or OTHER_QUESTION.search(subject) or PITCH.search(words) or _claims_papers(words):
        return False
    if asks_in_spanish(said):
        return True
    also = [p for p, where in ((BOTH_FORMS, OF_FORMS), (ANYTHING_ELSE, NEW_HERE)) if where.search(said)]
    ways = (HOW_TO, ASKS_THE_WAY, *also)
    asks = [s for s in lines if any(p.search(s) for p in ways) and not OTHER_QUESTION.search(s)]
    if sells(said) and any(_is_ours(s) for s in asked_for(lines)) and _of_software(said, seller):
        return True
    ahead = _goes_ahead(said)
    business = ahead or any(p.search(said) for p in (BUSINESS, BUSINESS_HERE))
    business = business or any(PRIVACY_PAPERS.search(s) for s in asks)  # "where do I send the privacy docs for it?"
    return bool(asks) and business and (ahead or known_product or _of_software(said, seller))


def _is_ours(asked: str) -> bool:
    """Whether a question for the way is about no other trade: there, an application is what one applies with."""
    return not (OTHER_QUESTION.search(asked) or OTHER_TRADE.search(asked.replace("application", "")))


def _of_software(said: str, seller: str) -> bool:
    """Whether a mail speaks of software: by a word for it, by what it does in schools, or by who writes."""
    of_it = SOFTWARE_TRADE.search(VENDORS.sub(" ", OTHER_OFFER.sub(" ", said)) if OTHER_OFFER.search(said) else said)
    if of_it:
        return True
    if OTHER_TRADE.search(said):
        return False
    if MADE_FOR_SCHOOLS.search(said) or PRIVACY_PAPERS.search(said):
        return True
    if NO_SOFTWARE.search(said):
        return False
    # of a process with forms is told who sells software: "a colleague told me that you have some forms"
    told = SOME_FORMS.search(said) and any(p.search(said) for p in (BUSINESS, BUSINESS_HERE))
    return bool(SOFTWARE_HERE.search(said) or makes_software(seller) or told)


def _goes_ahead(said: str) -> bool:
    """Whether somebody wants to do business over a named product, and nothing tells of another trade."""
    agreed = [s for s in sentences(said) if GO_AHEAD.search(s) and not OTHER_QUESTION.search(s)]
    return bool(agreed) and not OTHER_TRADE.search(" ".join(agreed))


def _claims_papers(words: str) -> bool:
    return any(ATTACHED.search(s) and PAPERS.search(s) and not s.endswith("?") for s in sentences(words))


def _submits(
    words: str, said: str, papers: Sequence[PaperFinding], place_found: bool, date_found: bool, linked: bool
) -> bool:
    """A clear wish to have something approved, though its papers are not there or not the right ones."""
    brings = bool(BRINGS.search(words)) and bool(PAPERS.search(said))
    # "we'd like to get it approved, the order form is attached; SOPPA does not apply. Do join our webinar as well!"
    answers = brings and WANTS.search(words) and DISTRICT_PAPERS.search(said) and _claims_papers(words)
    if PITCH.search(words) and not (place_found and date_found) and not (brings and not papers) and not answers:
        return False
    if ADVERTISES.search(words) and not (place_found or date_found or WANTS.search(words)):
        return False
    signs = (
        place_found,
        date_found,
        brings,
        linked and bool(PAPERS.search(said)),
        bool(WANTS.search(words)),
        bool(priced_sentence(words)),  # "70 seats of Planet Atlas at $12.00"
        _could_be_paper(papers),
        # "attached are the SOPPA forms", and nothing is: who forgot the attachment waits for an answer
        not papers and _claims_papers(words) and bool(DISTRICT_PAPERS.search(said)) and not OTHER_QUESTION.search(said),
    )
    return sum(signs) >= 2


def _thanks_only(words: str, said: str, *, dated: bool) -> bool:
    """Opens with thanks, and neither brings, names nor wants a paper; places and dates may well be recalled in it.

    `dated`: it names a day for approval. With a price beside it, it offers something.
    """
    if dated and priced_sentence(words):
        return False
    opens = re.match(
        r"\W*(?:(?:hi|hello|hey|dear|good \w+)\b[^\n,]{0,40}[,!.\n]\s*)?(?:many |"
        r"big )?(?:thanks?|thx)\b",
        words,
        re.IGNORECASE,
    )
    return bool(opens) and "?" not in words and not (BRINGS.search(words) or PAPERS.search(said) or WANTS.search(words))


def _is_thanks(words: str) -> bool:
    return len(words.split()) <= 40 and bool(THANKS.search(words)) and "?" not in words
