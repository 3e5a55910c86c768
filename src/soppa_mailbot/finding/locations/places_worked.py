"""Departments that will do their work with the software: "Facilities would check its tools in and out with it"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_subject import IS_SUBJECT

# "With it, Transportation can plan its routes"
_WITH_IT_FIRST = re.compile(
    r"(?:^|[.;!?][ ])(?:with|in|on|through)[ ](?:it|this|[ ]{2,}),?[ ](?:the[ ]|your[ ])?$", re.IGNORECASE
)
# what an office does in a purchase, and what it may only be glad, late or busy with
_OF_THE_PURCHASE = (
    r"(?:review|sign|approve|process|pay|issue|invoice|bill|be|have|get|help|assist|support|deal|go|move|proceed|come|"
    r"continue|agree|work|respond|reply|answer|contact|call|meet|speak|talk|connect|integrate|sync|set|configure|"
    r"install|roster|provision|import|export|test|evaluate|compare|decide|buy|purchase|order|return|receive|accept|"
    r"reject|want|need|like|take|make|let|tell|ask|know|see|look|find|wait|start|begin|finish|follow|assign|not|never|"
    r"host|perform|conduct|love|enjoy|give|store|back|block|filter|push|load|deploy|mark|hold|place|scan|"
    r"run[ ](?:a|an|the|our|your)|forward|route|circle|catch|confirm|verify|vet|clear|"
    r"probably[ ]not)"
)
_PAPERS = (
    r"(?:quot(?:e|ation)s?|purchase[ ]orders?|p\.?o\.?s?|agreements?|contracts?|addend\w+|approvals?|signatures?|"
    r"questions?|answers?|invoices?|payments?|paperwork|w-?9s?|us|you|me|board)"
)
_WORKS_WITH_IT = re.compile(
    r"(?:[ ](?:staff|team|people|folks|crew|department|office))?(?:'d|'ll|[ ](?:will|would|can|could|(?:plans?|wants?|"
    r"intends?|hopes?)[ ]to|(?:is|are)[ ]going[ ]to))[ ](?:(?:then|now|also|all|both|soon|finally|mainly)[ ]){0,2}"
    rf"(?!{_OF_THE_PURCHASE}\b)[a-z]+[ ]"
    rf"(?:(?!(?:{_PAPERS}|and|but|so|if|once|when|because|after|before|until)\b)[\w'/&-]+,?[ ]|"
    r"and[ ](?!(?:we|i|they|it|you|the|our|she|he)\b|(?-i:[A-Z]))){1,9}?"
    r"(?:with|in|on|through|via|using|from)[ ](?:(?:it|this|(?:the|our|this)[ ](?:tool|system|software|app|platform|"
    r"program|product))(?=[ ]?[.,;!)]|$|[ ](?:and|so|from|every|each|starting|this|next|only|instead)\b)|"
    r"[ ]{2,}(?=[.,;!)]|$|\w))",
    re.IGNORECASE,
)


_WORKS = re.compile(
    rf"[ ](?:will|would|can|could)[ ](?!{_OF_THE_PURCHASE}\b)[a-z]+[ ](?!{_PAPERS}\b)[a-z]", re.IGNORECASE
)
# "HR would file the forms with it": with the quote of which the mail speaks
_HANDS_ON = re.compile(
    r"(?:'d|'ll|[ ](?:will|would|can|could))[ ](?:file|attach|submit|send|include|enclose|archive|keep)\b"
    r"[^.;:]{0,60}\bwith[ ]it\b",
    re.IGNORECASE,
)


def works_with_it(before: str, after: str) -> bool:
    """Whether the department between `before` and `after` is said to do its own work with the product."""
    if _WITH_IT_FIRST.search(before):
        return bool(_WORKS.match(after))
    return bool(IS_SUBJECT.search(before)) and bool(_WORKS_WITH_IT.match(after)) and not _HANDS_ON.match(after)
