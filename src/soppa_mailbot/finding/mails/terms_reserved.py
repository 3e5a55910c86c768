"""Words by which a vendor does not stand by the terms that it signed: own edits, conditions, a signature that is none.

A form's own text is looked at elsewhere (`forms.riders`, `forms.inserted`); here speak the mails that come with it.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

ROLE = (
    r"(?:ceo|cfo|coo|president|director|owner|principal|signatory|signer|officer|counsel|lawyers?|attorneys?|"
    r"legal(?:[ ](?:team|department|counsel|people|office))?|management|boss|manager|compliance(?:[ ]team)?)"
)
_OUR_ROLE = rf"(?:our|my)[ ](?:[\w-]+[ ]){{0,2}}?{ROLE}"
_WHO = (
    rf"(?:we|I|{_OUR_ROLE})(?:'ve|[ ]have|[ ]has|[ ]had(?:[ ]to)?)?[ ](?:only[ ]|just[ ]|also[ ]|already[ ]|\w+ly[ ])?"
)
_FORM = (
    r"(?:soppa|addendum|dpa|data[ ]privacy[ ]agreement|privacy[ ](?:form|agreement)|agreement|(?<!order[ ])form|"
    r"contract|terms|legal[ ]text|wording|(?:contract|legal)[ ]language)\b"
)
_IN_IT = rf"(?:to|in|into|on|of)[ ](?:[\w'-]+[ ]){{0,3}}?{_FORM}"
# "the changes you asked for"
_NEW = r"(?!(?:no|any|the|all|every|requested|required|these|those|your|nothing)\b)[\w'-]+[ ]"
_TERM = (
    r"(?:limitations?[ ]of[ ]liability|liability|indemni\w+|riders?|carve-?outs?|reservations?|caveats?|disclaimers?)\b"
)
_WORDING = r"(?:clauses?|sentences?|paragraphs?|language|wording|exceptions?|terms|conditions|provisions?)\b"
_LATELY = r"(?:deletion|destruction|disposal|retention|breach|notification|notice[ ]period|indemni\w+|audits?)\b"

_EDITED = re.compile(
    # "We have made a few small edits to the addendum"
    rf"\b{_WHO}(?:made|put|proposed|suggested|marked)[ ](?:{_NEW}){{0,4}}?(?:edits?|changes?|modifications?|revisions?|"
    rf"amendments?|redlines?|exceptions?|deviations?|alterations?)[ ]{_IN_IT}"
    # "our redline of your addendum", "see tracked changes"
    r"|(?<!your[ ])\b(?:track(?:ed)?[ ]changes|red-?lin(?:e|es|ed)|mark-?up)\b"
    # "we added our limitation of liability to the addendum"
    rf"|\b{_WHO}(?:added|inserted|wrote[ ]in|put[ ]in|worked[ ]in)[ ](?:{_NEW}){{0,4}}?(?:{_TERM}|"
    rf"{_WORDING}[^.;!?]{{0,30}}?"
    rf"[ ]{_IN_IT})"
    rf"|\b{_WHO}(?:included|appended|incorporated)[ ](?:{_NEW}){{0,4}}?(?:{_TERM}|{_WORDING})[^.;!?]{{0,30}}?[ ]"
    rf"(?:in|to|into)[ ](?:[\w'-]+[ ]){{0,3}}?{_FORM}"
    # "our lawyer changed two sentences", "we edited the addendum"
    rf"|\b{_WHO}(?:changed|edited|altered|rewrote|reworded|modified|amended|softened|struck|deleted|crossed[ ]out)[ ]"
    rf"(?:out[ ])?(?:(?!(?:no|nothing)\b)[\w'-]+[ ]){{0,3}}?(?:sentences?|wording|words|paragraphs?|clauses?|addendum|"
    r"soppa\b)"
    # "we wrote 60 days instead", "we changed 30 days to 60 days"
    r"|\b(?:wrote|put|typed|entered|inserted|used)\b[^.;!?]{0,30}?\b(?:\d+|thirty|sixty|ninety)[ -](?:\w+[ ])?"
    r"(?:days?|hours?)\b[^.;!?]{0,20}?\binstead\b"
    rf"|\b{_WHO}changed[ ][^.;!?]{{0,30}}?\b\d+[ -](?:days?|hours?)[ ]?(?:to|into)[ ]\d+\b",
    re.IGNORECASE,
)
# what was asked for, or only filled in
_WELL_DONE = re.compile(
    r"\b(?:no|not|without|any|never|nothing|n't)[ ](?:\w+[ ]){0,2}?(?:edit|change|modif|revis|amend|red-?line|"
    r"exception|"
    r"deviat|alter|track|mark)"
    r"|\b(?:requested|asked|agreed|discussed|required|as[ ]you|you[ ](?:want|need|suggest)\w*|your[ ](?:e-?mail|"
    r"comments|"
    r"request|note|mail|redlines?|edits|changes)|fill(?:ed|ing)?|missing|blanks?|left[ ](?:out|empty)|complet\w+|"
    r"typos?|"
    r"spelling)\b",
    re.IGNORECASE,
)
_OUR_TERMS = r"our[ ](?:\w+[ ]){0,4}?(?:terms|tos|eula|msa|agreement|polic(?:y|ies)|conditions)\b"
_THEIRS_SIGN = (
    r"(?![^.;!?]{0,20}?\b(?:until|unless|without|before|if|when|once|after)[ ](?:(?:it|this)[ ](?:is|has[ ]been)[ ])?"
    r"(?:counter-?sign\w*|your[ ](?:counter-?)?signature|(?:the|your)[ ](?:district|board)(?:[ ]has|[ ]also)?[ ]"
    r"(?:counter-?sign\w*|sign\w*|approv\w*|accept\w*|adopt\w*)"
    r"(?:[ ](?:it|too|as[ ]well|the[ ](?:addendum|form|soppa[ ]\w+)))*[ ]?(?:[.,;!]|$)))"
)
_RESERVED = re.compile(
    # "our signature is void unless you sign our MSA"
    r"\b(?:our|my|the|this)[ ](?:\w+'s[ ])?(?:signatures?|acceptance)\b[^.;!?]{0,40}?[ ](?:void|"
    r"not[ ](?:yet[ ])?(?:valid|"
    r"binding|effective)|invalid|non-?binding|ineffective|of[ ]no[ ]effect|without[ ]effect|valid[ ]only|only[ ]valid|"
    rf"binding[ ]only|only[ ]binding)\b{_THEIRS_SIGN}"
    # "we honor the addendum as far as it does not conflict with our terms"
    rf"|\b(?:addendum|soppa\b|dpa)\b[^.;!?]{{0,60}}?\b(?:as[ ]far[ ]as|insofar|to[ ]the[ ]extent|as[ ]long[ ]as|"
    r"so[ ]long[ ]as|provided|unless|except|only[ ]where)\b[^.;!?]{0,50}?\b(?:conflicts?|inconsistent|contradicts?|"
    rf"in[ ]line|consistent|compatible)\b[^.;!?]{{0,12}}?[ ]{_OUR_TERMS}"
    # "where they differ, our Terms of Service prevail"
    rf"|\b{_OUR_TERMS}(?:[ ](?:of|and)[ ]\w+){{0,2}}[ ](?:shall[ ]|will[ ]|would[ ])?(?:prevails?|controls?|governs?|"
    r"supersedes?|takes?[ ]precedence|overrides?|wins?)\b"
    # "we cannot meet the 30 day deletion"
    r"|\b(?:we|I)[ ](?:\w+ly[ ])?(?:can[ ]?not|can't|do[ ]not|don't|will[ ]not|won't|(?:are|am)[ ](?:unable|"
    r"not[ ]able)[ ]to)"
    rf"[ ](?:meet|fulfil[l]?|satisfy|honou?r|guarantee|comply[ ]with|keep)[ ](?:[\w'-]+[ ]){{0,4}}?{_LATELY}",
    re.IGNORECASE,
)
_OBJECT = (
    r"(?![ ](?:an?|any|your|all|every|each|in|on|up|off|into|purchase|pos?|contracts?|new|multi\S*|electronically|"
    r"digitally|online|by|with|the[ ](?:purchase|po|contract|invoice|order|quote|pdf))\b)"
)
_NO_SIGNATURE = re.compile(
    # "our CEO must still countersign"
    rf"\b{_OUR_ROLE}[ ](?:still[ ]|also[ ])?(?:must|has[ ]to|have[ ]to|needs?[ ]to|(?:is|has|have|are)[ ]yet[ ]to)[ ]"
    rf"(?:still[ ]|also[ ]|first[ ])?(?:counter-?sign|sign|approve|confirm|ratify|review|look[ ]at)\b{_OBJECT}"
    r"|\b(?:must|has[ ]to|needs[ ]to)[ ](?:still[ ]|also[ ]|first[ ])?be[ ](?:counter-?signed|signed|approved|"
    r"reviewed|"
    rf"confirmed|cleared|ratified|read)[ ]by[ ]{_OUR_ROLE}\b"
    r"|\b(?:addendum|soppa[ ]\w+|form|signature|dpa|rfi|it)[ ](?:is|remains)[ ](?:still[ ]|currently[ ]|"
    r"now[ ])?(?:with|"
    r"being[ ](?:reviewed|checked|approved)[ ]by|under[ ]review[ ](?:by|with|at)|waiting[ ](?:for|on)|awaiting|"
    r"pending)[ ]"
    rf"{_OUR_ROLE}\b(?![ ](?:and|who|which)\b)"
    rf"|\b(?:addendum|soppa[ ]\w+|form|signature|dpa|rfi)\b[^.;!?]{{0,30}}?[ ](?:pending|subject[ ]to|awaiting|under|"
    r"in)[ ]"
    r"(?:our[ ]|an?[ ]|the[ ]|final[ ])*(?:internal|legal|in-?house|executive|ceo|counsel(?:'s)?|management)[ ]"
    r"(?:review|approval|sign-?off|clearance)\b"
    # "our counsel has not yet looked at the SOPPA form"
    rf"|\b{_OUR_ROLE}[ ](?:has|have|did)[ ]?(?:not|n't)[ ](?:yet[ ])?(?:look(?:ed)?[ ](?:at|over|into)|gone[ ](?:over|"
    rf"through)|cleared?|read|finished|counter-?signed|confirmed|finali[sz]ed)\b(?![ ](?:an?|any)\b)"
    # "signed by a person without authority"
    r"|\b(?:without|no|lacks?|lacked|n't[ ]have|not[ ]have)[ ](?:the[ ]|any[ ]|legal[ ]|proper[ ]|signing[ ]|"
    r"signature[ ]|"
    r"necessary[ ])*authority\b"
    rf"|\b(?:am|is|was|are|were|'m)[ ]?(?:not|n't)[ ](?:an?[ ])?(?:authori[sz]ed|allowed|entitled|empowered)[ ]"
    rf"(?:signatory|signer|to[ ]sign\b{_OBJECT})"
    r"|\b(?:we|I)(?:'re|'m|[ ]are|[ ]am)[ ]not[ ](?:yet[ ])?(?:ready|able|prepared|"
    r"in[ ]a[ ]position)[ ](?:yet[ ])?to[ ]"
    rf"sign\b{_OBJECT}"
    # "I signed for our CEO, who will confirm when she is back"
    rf"|\bsigned[ ](?:it[ ]|this[ ]|the[ ]\w+[ ])?(?:for|on[ ]behalf[ ]of|in[ ]place[ ]of|instead[ ]of)[ ]{_OUR_ROLE}\b"
    r"[^.!?]{0,60}?\b(?:will|has[ ]to|must|needs[ ]to|still)[ ](?:\w+[ ])?(?:confirm|ratify|approve|sign|review)"
    # "the signature is typed to show where it goes"; typed alone is a signature
    r"|\b(?:name|signature)[ ](?:\w+[ ]){0,4}?(?:is|was)[ ][^.;!?]{0,30}?(?:to[ ]show[ ](?:you[ ])?where|as[ ]an?[ ]"
    r"(?:example|illustration|sample|test|placeholder)|for[ ](?:illustration|testing))\b"
    # "our CEO withdrew the signature"
    r"|\b(?:withdrew|withdraws?|revoke[sd]?|rescind(?:s|ed)?|retract(?:s|ed)?|t(?:oo|a)ke?s?[ ]back|pulled)[ ](?:the|"
    r"his|"
    r"her|their|our|my)[ ](?:\w+[ ])?signature\b"
    r"|\bsignature[ ](?:on[ ](?:\w+[ ]){1,3})?(?:was|has[ ]been|is)[ ](?:now[ ])?(?:withdrawn|revoked|rescinded|"
    r"retracted)\b",
    re.IGNORECASE,
)
# what waits for the District is no reservation, nor what is done by now
_AFTER_THEIRS = re.compile(
    r"\b(?:has|have|is|was)[ ](?:now|since|meanwhile|just)[ ](?:been[ ])?(?:counter-?)?(?:signed|approved|reviewed|"
    r"done)\b|"
    r"\b(?:once|after|when|as[ ]soon[ ]as)[ ](?:you|your|the[ ](?:district|board)|it[ ]is[ ]approved)\b",
    re.IGNORECASE,
)


def edits_terms(sentence: str) -> bool:
    """Whether the writer changed the text of what it signed, and not as the District asked."""
    return bool(_EDITED.search(sentence)) and not _WELL_DONE.search(sentence)


def reserves_terms(sentence: str) -> bool:
    """Whether the writer signs only some of the terms, or under a condition of its own."""
    return bool(_RESERVED.search(sentence))


def lacks_signature(sentence: str) -> bool:
    """Whether who must sign or agree on the vendor's side has not, or may not."""
    return bool(_NO_SIGNATURE.search(sentence)) and not _AFTER_THEIRS.search(sentence)
