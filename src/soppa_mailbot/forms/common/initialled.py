"""Columns of empty cells before statements, to initial or check one by one: "[    ] 3. will not sell student data".

Which is said over the table: "Initial the box beside each statement".
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.sentences import sentence_of

FEWEST = 3  # statements
_STATEMENTS = r"(?:statements?|clauses?|paragraphs?|sections?|terms?|promises?|provisions?|assurances?|items?|lines?)"
_EACH = re.compile(
    rf"\binitial(?:l?ed|s)?\b[^.;]{{0,60}}\b(?:each|every|all|the)\b[^.;]{{0,30}}\b{_STATEMENTS}\b"
    r"|\b(?:check|mark|tick|initial|x)\b[^.;]{0,40}\b(?:beside|next to|before|by|for|at)\s+(?:each|every)\s+"
    r"(?:statement|clause|paragraph|section|term|promise|provision|assurance)\b"
    rf"|\binitials?\b[^.;]{{0,30}}\b(?:beside|next to|before|by|at|left of)\b[^.;]{{0,30}}\b{_STATEMENTS}\b"
    # "Initial before each of the following", "By checking each box the Operator agrees:"
    r"|\binitial\b[^.;]{0,20}\b(?:before|beside|next to|by|at|after)\s+(?:each|every)\b"
    r"|\b(?:checking|initial(?:l?ing)|marking|ticking)\s+(?:each|every|all)\b[^.;?]{0,40}\b"
    r"(?:agrees?|certif\w+|confirms?|acknowledges?|promises?|warrants?|represents?|assures?|affirms?)\b"
    r"|\b(?:agrees?|certif\w+|confirms?|acknowledges?|promises?|warrants?|assures?|affirms?)\b[^.;:?]{0,40}"
    r"\b(?:each|all|every one)\s+of\s+(?:the\s+following|these|the\s+(?:statements|terms|promises)\s+below)\b"
    # "Every one of the twelve boxes must be checked", "Check every box"
    rf"|\b(?:each|every|all)\b(?:\s+(?:one|of|the|these|those|following|\w+)){{0,4}}?\s+(?:box(?:es)?|{_STATEMENTS})\b"
    r"[^.;?]{0,30}\b(?:must|shall|has to|have to|need to|needs to|should|is to|are to)\s+(?:all\s+)?be\s+"
    r"(?:checked|marked|ticked|initialed|initialled|confirmed|affirmed)\b"
    rf"|\b(?:check|mark|tick)\s+(?:each|every|all)\b(?:\s+(?:one|of|the|these)){{0,3}}\s+"
    rf"(?:box(?:es)?|statements?|assurances?|promises?)\b(?!\s*(?:that|which|if|when|as|where|for|you|\())",
    re.IGNORECASE,
)

# then some are marked, or one: "All boxes that apply must be checked"
_CHOSEN = re.compile(
    r"\b(?:apply|applies|applicable|relevant|true (?:of|for)|at least|one (?:box|answer|option)|"
    r"(?:select|choose|circle|pick|initial) (?:only |just )?one\b(?! (?:beside|before|next|by|for|at|in)\b)|"
    r"not (?:all|every|each))\b",
    re.IGNORECASE,
)


def asks_for_each(text: str) -> bool:
    """Whether a text says that each of several statements is initialled, or checked, by itself."""
    return any(not _CHOSEN.search(sentence_of(m)) for m in _EACH.finditer(text))
