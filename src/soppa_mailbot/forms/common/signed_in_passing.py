"""What a label says of a signature on the way to something else: nobody signs there."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

# said of a signature on the way to something else: "starts on the day of the last signature and ends on", "If Yes, the
# signed agreement comes with this form", "Has the vendor signed the National Data Privacy Agreement with a neighbor?"
_IN_PASSING = re.compile(
    r"\b(?:the|a|an|our|your|its|this) signed (?:[\w-]+ ){0,5}?(?:agreements?|forms?|cop(?:y|ies)|addend(?:um|a)|"
    r"contracts?|documents?|covenants?|rider|pages?)\b|"
    r"\b(?:day|date|time)s? of (?:(?:the|its|this|both|last|final|first|parties|second)\W+){0,3}signatures?\b(?=\W+\w)"
    r"|\b(?:upon|after|following|until|from|before)\W+(?:(?:the|its|last|final|first)\W+){0,3}signatures?\b(?=\W+\w)"
    r"|\b(?:has|have|had|did|does|do|is|are|was|were|can|will)\s[^.?:]{0,80}\b(?:signed|signature)\b[^?:]{0,160}\?"
    # "have caused it to be signed by their officers this ____ day of", "has signed this Assurance on the ____ day of"
    r"|\bsigned\b[^.:]{0,60}\b(?:this|as of|(?:on|at)(?: the| this)?)$"
    # "begins when both parties have signed it and continues until": when something is, and not who signs here
    r"|\b(?:when|once|after|until|as soon as)\W+(?:\w+\W+){1,6}?(?:have|has)\W+(?:(?:both|all|each)\W+)?signed\b"
    r"(?=\W+\w)(?!\W+(?:here|below)\b)"
    r"|\b(?:when|once|after|until|as soon as)\W+(?:\w+\W+){0,6}?(?:is|are|been)\W+(?:\w+\W+)?signed by "
    r"(?:both|all|each)\b(?=\W+\w+\W+\w)",
    re.I,
)
# what follows is the end of a time: "starts with the last signature and runs through ____"
_UNTIL = re.compile(
    r"\b(?:until|till|through|(?:ends?|ending|expires?|expiring) (?:on|at)|(?:no|not) later than)\W*$", re.I
)
# the end of a label, or when it is answered: "needed by (if known)"
_ENDS = (
    r"(?: (?:which |what )?(?:date|day|when))?\W*"
    r"(?:$|,? (?:if|when|where)\b|\((?:if|when|date|optional|may|leave|enter)\b)"
)
# by when somebody else's signature is wanted: "Approval and signature needed by", "When the Board's signature is
# needed". "Signature required by" may ask who requires it, unless it is the District's
_BY_WHEN = re.compile(
    rf"\b(?:needed|wanted|desired|due|necessary) (?:by|before|on or before|no later than){_ENDS}|"
    r"\b(?:approv(?:al|ed)|sign-?\s?off|district(?:'s)?|board(?:'s)?)\b.{0,40}"
    rf"\b(?:required|requested|expected) (?:by|before|on or before|no later than){_ENDS}|"
    r"^\W*(?:(?:by|until) when|(?:needed|wanted) by|(?:target|deadline|(?:last|latest|target) (?:day|time)) for)\b"
    r"|^\W*when\b.{0,60}\b(?:need(?:s|ed)?|want(?:s|ed)?|must|required)\b",
    re.I,
)


def without_passing(label: str) -> str:
    """The label without what it says of signatures in passing; "" where it asks until or by when something is."""
    return "" if _UNTIL.search(label) or _BY_WHEN.search(label) else _IN_PASSING.sub(" ", label)
