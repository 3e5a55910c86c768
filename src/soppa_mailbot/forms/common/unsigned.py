"""Words in a signature's place of people who have not signed yet, or are no signers: "Out for signature".

As in `unwilling` nothing goes by what a name looks like: it is told what no name says.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.vocabulary import phrases, words

_OFFICES = (
    r"(?:legal|counsel|lawyers?|attorneys?|ceo|cfo|coo|cto|president|management|executives?|leadership|procurement|"
    r"corporate|finance|compliance|board|headquarters|hq|signatory|signer|officer|routing|circulation|docusign|adobe)"
)
_DISTRICT = r"(?:you|district|customer|client|school|board|lea)"
_DAYS = r"(?:\d|today|tomorrow|next|this|early|late|end|mid|soon|tbd|mon|tue|wed|thu|fri|sat|sun)"
# "Ana Ruiz, authorized to sign for Harbor Phonics" is a signature
_NOT_AUTHORITY = "".join(
    rf"(?<!\b{w} )"
    for w in ("authorized", "authorised", "authority", "power", "empowered", "able", "right", "entitled", "permitted",
              "delegated", "person", "happy", "pleased", "proud", "and")
)  # fmt: skip
_WAITS_FIRST = re.compile(
    rf"^(?:(?:currently|now|still|is|it|form|document|copy|paper) )*(?:"
    rf"(?:with|at|in) (?:our |the |my )?(?!docusign$|adobe\b){_OFFICES}\b"
    rf"|out (?:for|to)\b"
    rf"|(?:sent|submitted|forwarded|circulated|circulating|passed|given) (?:out |on )?(?:for|to) "
    rf"(?:(?:our|the|my|it) )*(?:signatures?|signing|sign|review|approval|{_OFFICES})\b"
    rf"|in (?:the works|work|process|progress|review|negotiations?)\b|(?:contract |under )?negotiat(?:ions?|ing|ed)$"
    rf"|on hold\b|hold(?:ing)?(?: (?:for|until|off|on)\b.*)?$|wip$|work in progress\b"
    rf"|(?:expected|eta|returning|returns|back) (?:\w+ )?{_DAYS}|next (?:week|month|year|quarter|board)\b)"
)
_WAITS = re.compile(
    r"\b(?:pending|awaiting|waiting|routed|routing)\b"
    r"|\bon (?:vacation|leave|holiday|pto)\b|\bout of (?:the )?office\b"
    rf"|{_NOT_AUTHORITY}\bto countersign\b"
    r"|\bto be (?:counter ?signed|e ?signed|named|appointed|identified|announced|mailed|faxed|filled|chosen)\b"
    r"|\b(?:signatory|signer|signature) will\b"
    r"|(?<!reason )\bfor (?:\w+ ){0,3}?(?:signatures?|approval|sign ?off|countersignature)\b"
    rf"|\b{_DISTRICT} (?:(?:to|must|should|will|please) )?signs? first\b"
    rf"|\b(?:after|once|when) {_DISTRICT} (?:\w+ )?sign"
    r"|\bnot (?:an? |the |yet )?(?:officer|signatory|signer|authori[sz]ed)\b"
)
# what is left to whoever signs, and may stand beside the signature that followed
_ASKS = re.compile(
    r"\b(?:needs?|pls|please|plz|kindly) (?:to |be |get |have |obtain )*"
    r"(?:e ?sign|sign|signatures?|sig|initial|execute)\b"
    r"|\bready (?:for|to) (?:\w+ )?(?:e ?sign|sign|signatures?|signing)\b"
    rf"|{_NOT_AUTHORITY}\bto sign\b(?! (?:for|on behalf)\b)"
)
_SIGN_HERE = re.compile(r"^@|[-\u2013\u2014,:][ ]?(?:sign|initial)[ ](?:here|below)\b", re.IGNORECASE)
_REFUSES = re.compile(
    r"\b(?:we|please|pls|kindly|can we|let s) (?:\w+ )?use\b|\b(?:use|prefer|with) our (?:own )?\w+"
    r"|^(?:intentionally|deliberately|purposely|purposefully) \w+"
    r"|^(?:section )?(?:omitted|skipped|left (?:blank|empty|out))\b"
    r"|^(?:staff|teachers?|adults?|employees?|administrators?)(?: (?:facing|product|use|tool|data|and))* only$"
)
_NOBODY = phrases(
    """reserved, superseded, template, undefined, null, nan, todo, fixme, wip, asdf, asdfasdf, asdfgh, qwerty,
    test test, testing, none yet, not yet, nobody, no one, skip, skipped, expired, cancelled, canceled, voided"""
)
_PLACE = re.compile(
    r"(?:signature|sig|sign|text|txt|initials?|field)(?: ?(?:field|block|box|line|here))? ?\d{1,3}"
    r"|(?:start|begin|click(?: here)?(?: to)?|tap(?: here)?(?: to)?) (?:e ?)?sign(?:ing)?(?: here)?"
    r"|(?:first ?name|first) (?:(?:middle|m i|mi) )?(?:last ?name|last)|(?:your|full) name(?: here)?"
)

_SIGNED_BY = (
    r"(?:docusign|adobe(?: acrobat)?(?: sign)?|hellosign|dropbox sign|pandadoc|signnow|e ?sign(?:ature)?|email)"
)
_UNSURE = re.compile(
    rf"(?:(?:e|electronically|digitally|docu) ?)?signed(?: (?:by|via|with|through|in|using) {_SIGNED_BY})?"
    r"|(?:docu|digitally |electronically |e )?signed by|electronic(?:ally)?(?: (?:signature|approval|consent))?"
    r"|signed (?:elsewhere|separately|already|previously|before|last year"
    r"|(?:the )?(?:rfi|quote|order|original|form|copy)\b.*)"
    r"|same as\b.*"
    r"|(?:original|hard ?copy|paper copy|wet (?:signature|ink)|(?:the )?signed (?:copy|original|form|page))\b.*"
    r"\b(?:mail\w*|fedex|ups|usps|courier|post|sent|shipped|fax\w*|overnight\w*|delivered)\b.*"
    r"|(?:verbal(?:ly)?|phone|oral(?:ly)?) (?:approval|approved|consent|ok|agreement)"
    rf"|approv(?:al|ed) (?:by|via|per|from) (?:our |the )?(?:phone|e ?mail|{_OFFICES})\b.*"
    r"|(?:prepared|completed|drafted|filled (?:in|out)|typed|entered|reviewed) by\b.*|preparer\b.*|notary(?: public)?"
    r"|(?:john|jane) (?:q )?doe"
)
_NO_SIGNER = re.compile(r"(?:cc|attn|attention|witness|attest|contact|c/o|preparer|notary)[ ]?:", re.IGNORECASE)
_ADDRESS = re.compile(
    r"^(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|io|us|example)(?:/\S*)?)$",
    re.IGNORECASE,
)
_ROOM = words("department dept team office division legal counsel board committee")
_OF_ROOM = words(
    """our the of and legal contracts contract sales finance accounting accounts procurement compliance privacy security
    it hr marketing operations education directors trustees school general vendor corporate business customer success
    support data partnerships"""
)


def waits(said: str) -> bool:
    """Whether words say that somebody is still to sign, or nobody will: "Routed to CFO", "We use our own DPA"."""
    return said in _NOBODY or any(p.search(said) for p in (_WAITS_FIRST, _WAITS, _REFUSES))


def asks_to_sign(text: str, said: str) -> bool:
    """Whether words ask for the signature ("Dana, please sign here", "CEO to sign"), or are a field's or no one's name.

    "Signature Field 1", "First Last".
    """
    return bool(_PLACE.fullmatch(said) or _ASKS.search(said) or _SIGN_HERE.search(text))


def is_no_signer(text: str, said: str) -> bool:
    """Whether words may stand for a signature, but name nobody who signs: "Signed via DocuSign", "Legal Department"."""
    if _UNSURE.fullmatch(said) or _NO_SIGNER.match(text) or _ADDRESS.fullmatch(text):
        return True
    found = set(said.split())
    return bool(found & _ROOM) and found <= _ROOM | _OF_ROOM
