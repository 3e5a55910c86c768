"""Words with which an operator signs under a condition, or refuses terms: "Signed subject to our redlines", "DRAFT v2".

They stand in notes on the page, in reviewers' comments, beside a signature. What reviewers write without harm ("Please
sign here", "Legal has approved this", "No exceptions") is none of this.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.vocabulary import plain

_MOST = 1_500  # characters of one note that are looked at

_DEVIATIONS = (
    r"(?:redlines?|red lines?|exceptions?|reservations?|deviations?|mark ?ups?|riders?|edits|revisions?|modifications?|"
    r"amendments?|(?:proposed|requested|suggested) (?:changes?|language|edits?)|changes?|comments?)"
)
_SECTIONS = r"(?:sections?|sec|clauses?|paragraphs?|para|articles?|provisions?|sentences?)"
_TERMS = (
    rf"(?:{_SECTIONS}|terms|conditions|addendum|agreement|contract|exhibits?|language|requirements?|obligations?|"
    r"indemni\w+|liability|insurance)"
)
# people who decide for the operator: what depends on the District's own decision is no reservation
_DECIDES = (
    r"(?:legal|counsel|lawyers?|attorneys?|management|leadership|executives?|cfo|ceo|compliance|internal|final|mutual)"
)
_DECISION = r"(?:review|approval|sign ?off|negotiation|agreement|execution|acceptance|discussion|clearance)s?"
_REFUSES = (
    r"(?:can ?not|can t|cant|do not|does not|don t|doesn t|will not|won t|would not|unable to|declines? to|refuses? to)"
)
_SIGNED = r"(?:signed|signs?|signature|executed|accept(?:s|ed|ance)?|agree[ds]?|approved)"

# "Subject to" also names what a product falls under ("subject to SOPPA"): only what a signature would depend on.
_DEPENDS = (
    rf"subject to (?:\w+ ){{0,4}}?{_DEVIATIONS}\b",
    rf"subject to (?:\w+ ){{0,3}}?(?:{_DECIDES}|further) (?:\w+ ){{0,3}}?{_DECISION}\b",
    r"subject to (?:\w+ ){0,3}?(?:negotiations?|review by|execution of)\b",
    r"subject to (?:\w+ ){0,3}?approval (?:by|of) (?!the (?:district|board)\b)",
    r"subject to (?:our|vendor s?|operator s?|company s?|provider s?) (?:\w+ ){0,3}?"
    r"(?:terms|agreement|msa|polic(?:y|ies)|eula|tos|conditions|contract)\b",
    rf"{_SIGNED} (?:\w+ ){{0,3}}?(?:with|under) (?:\w+ ){{0,3}}?{_DEVIATIONS}\b",
    r"(?:see|per|with) (?:\w+ ){0,2}?(?:redlines?|red lines?|exceptions|reservations|deviations)\b",
    rf"(?:except|excluding|other than|with the exception of) (?:for |as to )?(?:the )?{_SECTIONS} \d",
    r"(?:effective|valid|binding|accepted|agreed|applies) only (?:up)?(?:on|if|when|after|once|with|to the extent)\b",
    r"only (?:effective|valid|binding) (?:up)?(?:on|if|when|after|once|with)\b",
    r"not (?:yet )?(?:binding|effective|in force|valid) (?:until|unless|before|without)\b",
    r"(?:conditional|contingent|conditioned) (?:up)?on\b",
    r"conditional(?:ly)? (?:sign|accept|agree|approv)",
    rf"{_SIGNED} (?:is )?(?:conditional|provisional|under protest)",
    r"under (?:protest|reservation)\b",
    r"reserv(?:es?|ing|ation of) (?:all |our |its |the )*rights?\b",
)
_NOT_FINAL = (
    r"draft (?:v ?\d+|for (?:discussion|review|comment)|not )",
    r"for (?:discussion|negotiation)(?: purposes)? only\b",
    r"for discussion (?:not|purposes)\b",
    r"not yet (?:been )?(?:approved|authori[sz]ed|agreed|accepted|final|cleared|reviewed)\b",
    rf"not (?:been )?(?:approved|authori[sz]ed|agreed|accepted|cleared) by (?:\w+ ){{0,2}}?{_DECIDES}\b",
    rf"(?:pending|awaiting|waiting (?:for|on)|needs?|until) (?:\w+ ){{0,2}}?{_DECIDES} (?:\w+ ){{0,2}}?{_DECISION}\b",
    rf"{_DECIDES} {_DECISION} (?:is )?(?:pending|outstanding|required|needed)\b",
)
_REFUSED = (
    rf"{_REFUSES} (?:\w+ ){{0,2}}?(?:accept|agree|comply|consent|commit|be bound)\b"
    r"(?! (?:credit|payments?|purchase|po|cards?|checks?|new)\b)",
    rf"(?:not|never) (?:willing|able) to (?:\w+ ){{0,3}}?(?:{_TERMS}|this|these|it)\b",
    r"not (?:acceptable|agreeable|agreed|accepted)\b",
    r"(?:we|operator|vendor|company|legal|counsel|i) (?:\w+ )?(?:objects?|rejects?|disagrees?|takes? exception)\b",
    rf"{_TERMS}(?: \d+\w?)* (?:is|are|(?:must|should|needs? to|ha(?:s|ve) to|to|will) be) (?:\w+ )?"
    r"(?:rejected|refused|deleted|removed|struck|stricken|revised|changed|amended|negotiated|waived|excluded|declined|"
    r"capped|limited|mutual)\b",
    r"(?:please|pls|must|should|to|we) (?:delete|strike|remove|revise|amend|renegotiate|reject) "
    rf"(?:\w+ ){{0,3}}?{_TERMS}\b",
    r"please (?:delete|strike)(?: (?:this|it))?$",
    r"(?:propos|request|suggest|requir|want|need)(?:es?|s|ed|ing)? (?:\w+ ){0,4}?"
    r"(?:changes? to|deletion|revisions?|striking|removal|alternative language|redlines?)\b",
    r"(?:(?:to be|still|under|in) negotiat(?:ed|ing|ions?)|open (?:to|for) negotiations?|open (?:issue|point)s?)\b",
)
_RESERVED = re.compile(rf"\b(?:{'|'.join((*_DEPENDS, *_NOT_FINAL, *_REFUSED))})|^(?:\w+ )?draft\b(?! (?:by|of|was)\b)")
# What says the opposite is taken out before anything is searched.
_NONE = re.compile(
    rf"\b(?:no|without(?: any)?|zero|not any|nil) (?:\w+ )?{_DEVIATIONS}(?: (?:or|and|nor) {_DEVIATIONS})*\b"
    rf"|\b{_DEVIATIONS} (?:none|n a|nil)\b"
)


def reserves(text: str) -> bool:
    """Whether these words make a signature depend on something, refuse terms or say that the paper is a draft."""
    return _RESERVED.search(_NONE.sub(" ", plain(text[:_MOST]))) is not None
