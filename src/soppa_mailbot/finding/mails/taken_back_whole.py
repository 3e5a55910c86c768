"""Mails that take back all they bring: "please hold this until we confirm", "these are only drafts", "a test".

The words must be about the papers or the mail as a whole; to hold a price or a day is another matter.
"""

from __future__ import annotations

from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.mails.claims import flowing
from soppa_mailbot.finding.mails.one_place_out import takes_one_place_out
from soppa_mailbot.model import Item

_PAPERS = r"(?:papers|documents|forms|paperwork|packet|files|attachments|materials)"
_MAIL = r"(?:e-?mail|mail|message|submission|application|request|package)"
_THING = (
    rf"(?:(?:all[ ]of[ ])?(?:the|our|these|my|this|all(?:[ ]the)?)[ ](?:attached[ ]|enclosed[ ]|vendor[ ]|soppa[ ])?"
    rf"(?:{_PAPERS}|{_MAIL})\b|"
    r"everything\b(?![ ]else)|all[ ]of[ ](?:this|these|it|them)\b)"
)
# "this" alone, and not "this price"
_STOPS = r"(?=[ ]?(?:[-.,;:!)]|$)|[ ](?:until|till|for[ ]now|while|as|because|since|and|yet|but|so|back|please|now)\b)"
_IT = rf"(?:this|these|it|them|anything|things){_STOPS}"
_ORDER = r"(?:the|our|this|my)[ ](?:whole[ ]|entire[ ])?(?:order|purchase)\b(?![ ](?:form|number|date))"
# what waits for the District, or for a new budget year, is no doubt of the vendor's
_NOT_THEIRS = (
    r"(?![^.;!?]{0,30}?\b(?:until|till|before|unless|without|after)[ ](?:the[ ]|your[ ]|its[ ]|final[ ]|it[ ]has[ ]|"
    r"you(?:'ve|[ ]have)?[ ](?!hear)|all[ ]five[ ]|both[ ])*(?:board|district|approv|school|purchase|pos?\b|signed|"
    r"receiv|"
    r"budget|funds|fiscal|july|august))"
)
_HELD = re.compile(
    # "please do not process this yet", "do not start the approval"
    r"\b(?:do[ ]not|don't)[ ](?:yet[ ]|please[ ])?(?:process|file|review|approve|act[ ]on|accept|consider|submit|route|"
    rf"work[ ]on|proceed[ ]with|use)[ ](?:{_THING}|{_IT}|{_ORDER}(?=[ ]?(?:[.,;:!]|$|yet|until|for[ ]now)))"
    rf"(?![ ]as[ ]an?[ ](?:renewal|new)){_NOT_THEIRS}"
    r"|\b(?:do[ ]not|don't)[ ](?:yet[ ]|please[ ])?(?:start|begin|initiate|continue)[ ](?:with[ ])?(?:the|your|any|"
    r"an)[ ]"
    rf"(?:\w+[ ])?(?:approval|review|process(?:ing)?|vetting)\b{_NOT_THEIRS}"
    # "please hold this until we confirm", "hold off on our submission"
    r"|\b(?:please|pls|kindly|must|to|(?:can|could|would|will)[ ]you|should)[ ](?:please[ ]|"
    r"kindly[ ])?hold[ ](?:off[ ])?"
    rf"(?:on[ ])?(?:(?:process|review|approv|fil|submitt)ing[ ])?(?:{_THING}|{_IT}|{_ORDER}){_NOT_THEIRS}"
    rf"|\bput[ ](?:{_THING}|{_IT}|{_ORDER}|this|it)[ ]on[ ]hold\b"
    r"|\b(?:hold|wait)[ ](?:off[ ])?(?:with[ ]|on[ ])?(?:the[ ])?(?:process|review|approv)(?:ing|al)\b(?![ ](?:the|"
    rf"our|this|that|my)[ ]){_NOT_THEIRS}",
    re.IGNORECASE,
)
_NOT_FINAL = (
    r"(?:not[ ](?:yet[ ])?(?:final|binding|finished|official|approved)|drafts?|preliminary|provisional|unfinished|"
    r"placeholders?|samples?|unofficial|in[ ]draft(?:[ ]form)?|mock-?ups?|(?:just[ ]|only[ ])?for[ ]testing)\b"
)
_JUST = r"(?:only[ ]|just[ ]|merely[ ]|still[ ]|all[ ]|an?[ ]|our[ ]|first[ ])*"
_DRAFTS = re.compile(
    rf"\b(?:these|(?:the|these|our|all)[ ](?:attached[ ]|enclosed[ ])?(?:{_PAPERS}|{_MAIL}|three|"
    r"five))[ ](?:attached[ ]|"
    rf"enclosed[ ])?(?:are|is)[ ]{_JUST}{_NOT_FINAL}"
    rf"|\bthis[ ](?:{_MAIL}[ ])?is[ ]{_JUST}(?:(?:test|trial|practice|mock|dummy|dry[ -]run|sample)[ ](?:submission|"
    r"run|"
    r"e-?mail|mail|message|packet|package)\b|(?:draft|preview|dry[ -]run|test)(?:[ ](?:version|copy|set))?"
    r"(?=[ ]?[-.,;:!]|$|[ ](?:only|so|for[ ]now|until)\b))"
    rf"|\b(?:treat|consider|regard|see|take|view|use)[ ](?:{_THING}|this|these|them|it)(?:[ ](?:from|"
    rf"of)(?:[ ]\w+){{1,3}}?)?"
    rf"(?:[ ]attached)?[ ]as[ ]{_JUST}(?:{_NOT_FINAL}|examples?\b|templates?\b|tests?\b)"
    rf"|\b(?:attached|enclosed|here)[ ](?:are|is)[ ]{_JUST}(?:drafts|samples|draft[ ](?:versions|copies)|(?:draft|"
    r"sample|"
    rf"unsigned[ ]draft)[ ]{_PAPERS})\b"
    r"|\b(?:just|only)[ ](?:want(?:ed)?[ ]to[ ])?(?:giv|show|send)\w*[ ]you[ ]an?[ ](?:preview|first[ ]look|"
    r"advance[ ]copy)(?=[ ]?[-.,;:!]|$)",
    re.IGNORECASE,
)
_IGNORED = re.compile(
    rf"\b(?:disregard|ignore)[ ](?:the[ ](?:attached|enclosed)[ ]|this[ ]|these[ ]|all[ ]|our[ ]|my[ ]|the[ ])"
    rf"(?:attached[ ])?(?:{_MAIL}|{_PAPERS})\b(?!'|[ ](?:from|of|that|you|we|I)\b|-)"
    r"|\b(?:this|these|it|they|(?:the|this|our)[ ](?:attached[ ])?(?:e-?mail|mail|message|papers|documents|forms|"
    r"paperwork|submission))(?:[ ](?:was|were|went|has|have|had|been|gone|got|mistakenly|accidentally|sent|submitted|"
    r"out|"
    r"off|to[ ]you)){1,5}[ ](?:by[ ](?:mistake|accident)|in[ ]error|too[ ](?:early|soon)|prematurely)\b",
    re.IGNORECASE,
)
# "we have changed the product: we now offer Planet Atlas Plus"
_EXCHANGED = re.compile(
    r"\b(?:we|I)(?:'ve|[ ]have)?[ ](?:now[ ])?(?:changed|switched|exchanged|replaced)[ ](?:the|our)[ ](?:product|"
    r"software|"
    r"program)(?=[ ]?(?:[-.,;:!)]|$)|[ ](?:to|by|with|we|and)\b)",
    re.IGNORECASE,
)
# of papers that are there: "the right papers follow", "the signed version of the SOPPA form will follow"
_COMES = r"[ ](?:\w+[ ]){0,2}?(?:follows?|to[ ]follow|(?:will|is|are)[ ](?:com(?:e|ing)|be[ ]sent)|comes?)\b"
_RIGHT_ONES = re.compile(
    rf"\b(?:the|our|your)[ ](?:new|right|correct(?:ed)?|real|actual|proper|updated|revised)[ ](?:papers|documents|"
    rf"paperwork|packet|ones|set|submission){_COMES}",
    re.IGNORECASE,
)
_RIGHT_FORMS = re.compile(
    rf"\b(?:the|our|your)[ ](?:new|right|correct(?:ed)?|real|final|proper|updated|revised)[ ]forms{_COMES}",
    re.IGNORECASE,
)
_SIGNED_ONE = re.compile(
    r"\b(?:the|our|a)[ ](?:fully[ ])?(?:signed|executed)[ ](?:(?:version|copy|form|one|papers|forms|documents)[ ]?)?"
    rf"(?:of[ ](?:the|our|your)[ ])?(?:soppa(?:[ ](?:form|addendum))?|addendum|form|dpa)?{_COMES}",
    re.IGNORECASE,
)
_ON_PAPER = re.compile(
    r"\b(?:original|hard[ -]?cop(?:y|ies)|wet|ink|paper[ ]copy|by[ ](?:post|mail|courier|ups|fedex)|via[ ](?:post|mail|"
    r"courier|ups|fedex|usps)|in[ ]the[ ]mail|usps|fedex|fully[ ]executed|counter-?sign\w*|both|once|after|when|"
    r"docusign)\b",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(
    r"\b(?:if|whether|unless|in[ ]case|yesterday\w*|last[ ](?:week|mail|e-?mail|message)|(?:previous|earlier|prior|"
    r"first|"
    r"former|other)[ ](?:\w+[ ])?(?:e-?mail|mail|message|submission|version|one|copy))\b|\?\W*$",
    re.IGNORECASE,
)
_NOT_A_DRAFT = re.compile(
    r"^\W*(?:if|in[ ]case|unless|whether)\b|\b(?:not|no|never|n't)[ ](?:an?[ ])?(?:draft|sample|test|preview)|\?\W*$",
    re.I,
)
_ASIDE = re.compile(
    r"\b(?:intended[ ]recipient|notify[ ]the[ ]sender|confidential\w*|footer|banner|watermark)\b", re.IGNORECASE
)
# "Lincoln is not interested any more, so please do not consider it": the school
_OF_IT = re.compile(r"\b(?:consider|use|accept)[ ](?:it|them|this|that)\b", re.IGNORECASE)
_FORMS = (Item.RFI_FORM, Item.SOPPA_FORM)
_EVERY = (Item.ORDER_FORM, *_FORMS)


def taken_back_as_a_whole(words: str) -> tuple[tuple[Item, str], ...]:
    """What this mail takes back without naming a paper, each item with the sentence that does."""
    found: dict[Item, str] = {}
    for before, sentence in pairwise(["", *_said(words)]):
        items: tuple[Item, ...] = ()
        if _DRAFTS.search(sentence) and not _NOT_A_DRAFT.search(sentence):
            items = _EVERY
        elif _NOT_SAID.search(sentence) or (
            _OF_IT.search(sentence) and any(takes_one_place_out(s, words) for s in (before, sentence) if s)
        ):
            continue
        elif any(p.search(sentence) for p in (_HELD, _IGNORED, _RIGHT_ONES)):
            items = _EVERY
        elif _RIGHT_FORMS.search(sentence):
            items = _FORMS
        elif _SIGNED_ONE.search(sentence) and not _ON_PAPER.search(sentence):
            items = (Item.SOPPA_FORM,)
        for item in items:
            found.setdefault(item, sentence)
    return tuple(found.items())


def held_back(words: str) -> tuple[tuple[Item, str], ...]:
    """The same of all that came before: "please hold everything, we found an error"."""
    said = [s for s in _said(words) if not _NOT_SAID.search(s)]
    held = next((s for s in said if _HELD.search(s) or _EXCHANGED.search(s)), "")
    return tuple((item, held) for item in _EVERY) if held else ()


def _said(words: str) -> list[str]:
    """The sentences that may take back what stands before the reader."""
    return [s for b, s in pairwise(["", *flowing(words)]) if not (_ASIDE.search(s) or _ASIDE.search(b))]
