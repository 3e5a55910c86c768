"""What a mail claims: papers attached, an agreement in force, an exemption, papers behind a link.

Claims prove nothing; they tell the answer what to speak of.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.bounded import bounded
from soppa_mailbot.model import Item

_ITEMS: tuple[tuple[Item, re.Pattern[str]], ...] = (
    (
        Item.ORDER_FORM,
        re.compile(r"\b(?:order form|quote|quotation|estimate|proposal|statement of work)\b", re.IGNORECASE),
    ),
    (
        Item.RFI_FORM,
        re.compile(r"\b(?:rfi|request for information|vendor (?:preliminary|information))\b", re.IGNORECASE),
    ),
    (Item.SOPPA_FORM, re.compile(r"\bsoppa\b(?! (?:list|agreement is|operators?|law))", re.IGNORECASE)),
)
ATTACHED = re.compile(r"\b(?:attach\w*|enclos\w*|please find|find below|includ\w+|here (?:is|are))\b", re.IGNORECASE)
_ALL = re.compile(
    r"\ball (?:five|5|three|the|required|requested) (?:\w+ )?(?:items|documents|forms|papers|things)\b|"
    r"\beverything (?:is |you need )?attached\b",
    re.IGNORECASE,
)
# "The department is on the order form.", "Department and date are stated on it."
_TOLD_THERE = re.compile(
    r"\b(?:departments?|schools?|sites?|buildings?|locations?)\b[^.!?\n]{0,40}\b(?:is|are|stands?|listed|named|stated|"
    r"shown|given|found)\b[^.!?\n]{0,25}\b(?:on|in|there)\b",
    re.IGNORECASE,
)
# "Locations are in the subject line above", "See the subject line for the schools"
_THE_PLACES = r"(?:departments?|schools?|sites?|buildings?|locations?|campuses|users)"
_SUBJECT = r"(?:subject(?![ ]matter)(?:[ ](?:line|field))?|re:?[ ](?:line|field))"
_TOLD_IN_SUBJECT = re.compile(
    rf"\b{_THE_PLACES}\b[^.!?\n]{{0,40}}\b(?:is|are|stands?|listed|named|stated|shown|given|found|see|as|per)\b"
    rf"[^.!?\n]{{0,25}}\b{_SUBJECT}(?![\w-]|[ ]to\b)"
    rf"|\bsubject(?:[ ]line)?\b[^.!?\n]{{0,15}}\b(?:for|lists|names|has|shows|gives|contains|says)[ ]"
    rf"(?:(?:the|our|all|both|which|what|participating)[ ]){{0,3}}{_THE_PLACES}\b",
    re.IGNORECASE,
)
# "a signed agreement": one in force, unless the same sentence sends it or asks to sign it
_NAMED_AGREEMENT = re.compile(
    r"\b(?:active|existing|current|executed|signed|valid|prior|standing)\s+(?:\w+\s+){0,3}?(?:agreement|"
    r"addendum|dpa|ndpa|contract)\b"
    r"|\bhave (?:a|an|our|the)\s+(?:\w+\s+){0,3}(?:agreement|addendum|dpa)\b",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"\b(?:attach\w*|enclos\w*|please find|find (?:below|our|the)|here(?:'s| is| are| comes?)|herewith|send\w*|sent|"
    r"submit\w*|return\w*|forward\w*|upload\w*|includ\w+|provid\w+|pass (?:on|along)|shar(?:e|ed|ing)|follows?|"
    r"will (?:be|have|get|sign|follow)|(?:to|be|been|get|getting|being|please|counter-?)\s?(?:counter-?)?sign\w*|"
    r"complet\w+|fill\w*|as requested|above|below)\b",
    re.IGNORECASE,
)
_AGREEMENT = re.compile(
    r"\b(?:agreement|addendum|dpa)\b(?:\s+\w+){0,4}?\s+(?:is|remains|are)\s+(?:\w+\s+)?(?:on file|current|"
    r"active|in place|in effect|in force|valid)\b"
    r"|\b(?:have|has|hold)\s+(?:\w+\s+){0,4}?(?:agreement|addendum|n?dpa|contract)\s+(?:\w+\s+){0,3}?"
    r"(?:with (?:you|us|the district)|between us)\b"
    r"|\bon your (?:\w+\s+){0,2}(?:soppa |operator |approved )?list\b"
    r"|\blist of (?:\w+ )?(?:soppa )?operators\b|\bexisting (?:soppa )?operators?\b|\balready (?:on file|"
    r"approved|signed|have an agreement)\b"
    r"|\bcovered by (?:our|the|an)\b.{0,40}\b(?:agreement|addendum|dpa)\b",
    re.IGNORECASE,
)
_NOT_AGREEMENT = re.compile(
    r"\b(?:another|other|neighboring|different)\s+(?:\w+\s+){0,2}district|\bno (?:existing|active|current|"
    r"signed)|\b(?:don't|do not|doesn't) (?:yet )?have\b",
    re.IGNORECASE,
)
_EXEMPT = re.compile(
    r"\b(?:not|isn'?t|aren'?t|n't|never)\s+(?:\w+\s+)?(?:subject to|covered by|"
    r"governed by)\s+(?:the\s+)?(?:illinois\s+)?(?:soppa|student online|105 ilcs)"
    r"|\bexempt(?:ed)? (?:from|under) (?:the )?(?:soppa|student online)|\bsoppa\b.{0,40}\b(?:does(?: not|"
    r"n't)|do(?: not|n't)) (?:apply|cover)"
    r"|\bsoppa\b.{0,20}\b(?:is not|isn't) (?:applicable|required|needed)|\b(?:no|not any|does(?: not|"
    r"n't) (?:collect|store|receive|process)(?: any)?) student (?:data|information|records)\b",
    re.IGNORECASE,
)


def claims_agreement(words: str) -> bool:
    """Whether the mail says that an agreement with the District is in force."""
    return any(
        (_AGREEMENT.search(s) or (_NAMED_AGREEMENT.search(s) and not _SENT.search(s))) and not _NOT_AGREEMENT.search(s)
        for s in sentences(straight(words))
    )


def claims_exempt(words: str) -> bool:
    """Whether the mail says that SOPPA does not apply."""
    return bool(_EXEMPT.search(straight(words)))


def claims_attached(words: str) -> tuple[Item, ...]:
    """Which papers the mail says it brings, attached or enclosed."""
    words = straight(words)
    if not ATTACHED.search(words):
        return ()
    if _ALL.search(words):
        return (Item.ORDER_FORM, Item.RFI_FORM, Item.SOPPA_FORM)
    return tuple(item for item, pattern in _ITEMS if pattern.search(words))


_CLOUD = re.compile(
    r"https?://(?:[\w-]+\.)*(?:drive|docs|dropbox|box|sharepoint|onedrive|1drv|wetransfer|we\.tl|hightail|"
    r"sharefile|egnyte|"
    r"icloud|mega|transfernow|sendgb|filemail|pcloud|citrixdata|files|file|share|cloud|transfer|secure|"
    r"pandadoc|docsend|"
    r"docusign|echosign|adobesign|hellosign|dochub|smartsheet|airtable)[\w-]*\.[\w./-]+|"
    r"https?://\S*(?:[?&](?:usp|share|sharing|dl|download)=|/share/|/shared/|/folders?/|/s/|/f/)\S*",
    re.IGNORECASE,
)
_LONGEST_LINK = 2000  # characters, as browsers take them


def cloud_links(links: Sequence[str], words: str) -> tuple[str, ...]:
    """Links behind which papers lie, rather than a company's home page."""
    words = straight(words)
    found = [link for link in links if len(link) < _LONGEST_LINK and _CLOUD.match(link)]
    if not found and re.search(
        r"\b(?:shared (?:folder|link|drive)|download|uploaded|too (?:large|big))\b", words, re.IGNORECASE
    ):
        found = [link for link in links if link.count("/") > 3]
    return tuple(dict.fromkeys(found))[:10]


def sentences(text: str) -> list[str]:
    return [s for s in re.split(r"(?<=[.!?])\s+|\n\s*\n|\n(?=\s*(?:[-*•–]|\(?\d))", text) if s.strip()]


def flowing(words: str) -> list[str]:
    """The sentences of a mail, each on one line with single spaces and plain apostrophes."""
    return [" ".join(s.split()) for s in sentences(straight(words))]


def straight(text: str) -> str:
    """With plain apostrophes, and of a size that patterns can cope with."""
    return bounded(text.replace("’", "'").replace("‘", "'"))


def places_told_in_paper(own_words: str) -> bool:
    """Whether a mail says that a paper names the school(s) or department(s)."""
    return _TOLD_THERE.search(own_words) is not None


def places_told_in_subject(own_words: str) -> bool:
    """Whether a mail says that its subject names the school(s) or department(s)."""
    return _TOLD_IN_SUBJECT.search(own_words) is not None
