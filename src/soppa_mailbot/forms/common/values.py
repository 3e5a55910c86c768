"""What counts as an answer."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.tags import without_tags
from soppa_mailbot.forms.common.unsigned import asks_to_sign, is_no_signer, waits
from soppa_mailbot.forms.common.unwilling import names_nobody, refuses, sets_condition
from soppa_mailbot.forms.common.vocabulary import phrases, plain, words

# What Word, Acrobat, Google Docs and form builders show where nothing was entered yet.
_PROMPTS = re.compile(
    r"(?:please )?(?:click|tap|select|choose|pick|enter|type(?! of\b)|insert|add|write|fill)\b"
    r"(?: (?:or|and) (?:click|tap|type|enter))*"
    r"(?: (?:here|in|on|to|a|an|the|one|your|this|from|of|or|for|above|below))*"
    r"(?: (?:enter|add|choose|select|insert|type))*"
    r"(?: (?:a|an|the|your|some|one|any|full))*"
    r"(?: (?:text|date|item|items|option|options|value|list|answer|response|name|here|one|field|choice|image|picture|"
    r"signature|company|vendor|title|address|number|email|sign))*"
    r"(?: (?:here|below|above|from (?:the )?(?:list|menu)))?"
)
# "Choose a level"; capitals are a name's: "Choose Your Math"
_CHOOSE = re.compile(r"(?i:(?:please )?(?:choose|select|pick)) (?:a|an|your)(?: [a-z][\w-]*){1,2}\W*")
_WHOLE_PROMPTS = phrases(
    """select, select one, select an option, choose, choose one, please select, please choose, click here,
    sign here, signature here, initial here, date here, date signed here, type here, your answer, enter text,
    text here, mm dd yyyy, mm dd yy, dd mm yyyy, yyyy mm dd, m d yyyy, month day year, mm yyyy, required,
    optional, unset, not selected, none selected, pick one, drop down, dropdown, select date, choose an item,
    insert text here, x here, https, http, https www, yyyy, name company com, name example com, you example com,
    your name company com, 555 555 5555"""
)
# Stamps and stickers that speak of the paper, not of the answer.
_NOTICES = phrases(
    """received, approved, draft, copy, confidential, void, final, sample, urgent, faxed, scanned, emailed, e mailed,
    sign here, not approved, for comment, for public release, as is, departmental, experimental, expired, top secret,
    completed, revised, reviewed, preliminary results, information only, initial here, witness, date"""
)
_DAY_OR_HOUR = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)?|by|on|am|pm|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|"
    r"june|july|august|september|october|november|december)\b"
)
_LONGEST_SIGNATURE = 300  # characters of a typed signature that are looked at

# Words in a signature's place that only name the place: "[Signature]", "Authorized signatory", "Sign on this line".
_NAMES_THE_PLACE = words(
    """signature signatures sign signatory signer name title date here of the authorized authorised representative
    officer vendor operator provider company contractor supplier electronic digital e typed by your insert place please
    line block print printed official person party for on behalf x field required optional this above below initials sig
    in ink goes"""
)
_ONE_OF_THEM = words("signature signatures sig sign signatory signer name initials")
_NOTHING_SIGNED = phrases(
    """tbd, tba, tbc, none, nil, nothing, no, not applicable, not available, not required, not needed, pending,
    follows, later, soon, missing, unsigned, to follow, to come, left blank, blank, intentionally left blank,
    intentionally blank, test, unknown, waiting, in process, in progress, under review, will follow, forthcoming,
    outstanding, awaiting, no signature, to be determined, to be advised, to be provided, to be confirmed"""
)
_UNSIGNED = re.compile(
    r"\bunsigned\b|\bunable to sign\b"
    r"|\b(?:not|never|isn t|isnt|hasn t|hasnt|nobody|no one)(?: yet| been| be| to be| has)* sign(?:ed|s|ing)?\b"
    r"|\b(?:signatures?|sig|signing|sign ?off|(?:signed|executed) (?:copy|page|form|version))\b.*"
    r"\b(?:follows?|pending|tbd|tba|to come|coming|required|needed|outstanding|missing|later|awaited|forthcoming|"
    r"not (?:yet )?(?:available|provided|obtained|given|required|needed|here|there))\b"
    r"|\b(?:pending|awaiting|awaits|needs|requires|requesting|waiting (?:for|on))\b.*"
    r"\b(?:signatures?|signing|signatory|sign|execution|approval|review|counsel)\b"
    r"|\b(?:without|missing|lacks|no) (?:the |a |an |any |valid )*(?:signatures?|signatory|signer)\b"
    r"|\b(?:to|will|shall|must|cannot|can t|cant|can not|won t|wont) (?:not |then |only )?be "
    r"(?:signed|executed|provided|completed|determined|sent|added|submitted|inserted|supplied|updated|done)\b"
    r"|\b(?:will|shall|must|cannot|can t|cant|can not|won t|wont|yet to|have to|has to) (?:not )?(?:sign|follow|come)\b"
    r"|\bto (?:follow|come)\b"
)
_ELSEWHERE = re.compile(
    r"(?:please )?(?:see|refer to|as per|per|cf)(?: (?:the|our|my|on|to|in|a))*"
    r" (?:attach\w*|above|below|next|last|separate|sign\w*|page|appendix|exhibit|enclos\w*|other|file|pdf|e ?mail|"
    r"cover|docusign|letter)\b.*"
    r"|(?:is |are )?(?:attached|enclosed|included)(?: .*)?"
    r"|.*\b(?:attached|enclosed|on file|separate (?:page|sheet|file))"
    r"|(?:same )?as (?:above|below|before)|same|ditto|(?:via |by |in |with )?(?:docusign|adobe sign|e ?mail|fax|mail)"
)
_WORD_OF_MOUTH = phrases(
    """signed, signed copy, yes, ok, okay, agree, agreed, i agree, we agree, accept, accepted, i accept, confirmed,
    done, approved, completed, reviewed, n a"""
)
_STARRED = re.compile(r"^[^*]*[^\W_]{2}[ ]?\*{1,3}(?:$|[ ]?see\b)")  # a footnote to the signature

# a web page's list, the arrow in it printed as a letter: "Please Select v"
_LIST = re.compile(r"(?P<said>[-–—]{0,3}\s{0,2}(?i:(?:please )?(?:choose|select|pick)\b)[^\n]{0,30}?)\s{1,3}v")

_OF_CELLS = re.compile(r"[^\W_](?: [^\W_]){3,}")  # "0 1 2 2 2 0 2 7"; fewer may be answers of one letter

CENTURY = re.compile(r"(?:19|20)\d?")  # what a blank prints of a year: "20__", "202_"


def without_arrow(prompt: str) -> str:
    """What a web page's list shows before anything is chosen, without the letter that its arrow was printed as."""
    listed = _LIST.fullmatch(prompt)
    return listed["said"] if listed else prompt


def without_gaps(text: str) -> str:
    """An answer that was written with one sign in each cell of a comb, as the one word that it is."""
    return text.replace(" ", "") if _OF_CELLS.fullmatch(text) else text


def is_prompt(text: str) -> bool:
    """Whether a text only asks for an answer ("Click or tap here to enter text.", "MM/DD/YYYY", "Select one")."""
    bare = without_arrow(text.strip().strip("-–—<>[](){}*▾▼⌄ ").strip())
    words = plain(bare)
    asks = _PROMPTS.fullmatch(words) or _CHOOSE.fullmatch(bare)
    return bool(words) and (words in _WHOLE_PROMPTS or asks is not None)


def is_notice(text: str) -> bool:
    """Whether a stamp's text is about the paper ("RECEIVED 3/4/2026") and answers nothing."""
    return " ".join(_DAY_OR_HOUR.sub(" ", plain(text)).split()) in _NOTICES


def is_answer(text: str, default: str = "") -> bool:
    """Whether a text answers a question: "N/A" and "None" do, prompts, the blank's own text and stray marks do not."""
    words = plain(text)
    if not words:
        return False
    if default and words == plain(default):
        return False
    return not is_prompt(text)


def signature_said(text: str) -> str:
    """What words in a signature's place say; "" when there are none.

    "yes": they may be a signature ("/s/ Ana Ruiz", "Ana Ruiz, COO"). "no": they say that there is none ("(signature to
    follow)", "unsigned", "TBD", "N/A", "Declined"). "condition": whatever signature there is does not hold as it stands
    ("Ana Ruiz, subject to our redlines"). "place": they only name the place or mark it ("[Signature]", "sign here").
    "unsure": a person must look ("X", "see attached", a bare date).
    """
    whole = text.strip()[:_LONGEST_SIGNATURE]
    text = without_tags(whole).strip()
    said = plain(text)
    if not said:
        return "place" if plain(whole) else ""
    names = set(said.split())
    if is_prompt(text) or (names <= _NAMES_THE_PLACE and names & _ONE_OF_THEM) or asks_to_sign(text, said):
        return "place"
    if (
        said in _NOTHING_SIGNED
        or _UNSIGNED.search(said)
        or re.match(r"\W*(?:n\s*/\s*a\b|NA\W*$)", text, re.IGNORECASE)
        or refuses(said)
        or waits(said)
    ):
        return "no"
    if sets_condition(said) or _STARRED.search(text):
        return "condition"
    if said in _WORD_OF_MOUTH or _ELSEWHERE.fullmatch(said) or names_nobody(said) or is_no_signer(text, said):
        return "unsure"
    if is_notice(text):
        return "no"
    drawn = not any(c.isalpha() for c in said) or len(said) == 1 or set(said) <= set("x ") or is_mark(text)
    return "unsure" if drawn else "yes"


def is_unfinished_date(text: str) -> bool:
    """Whether what should be a date has a year or part of one at most: "20__", "__/__/2026"; the blank may print so."""
    return bool(re.fullmatch(r"(?:(?:19|20)\d{0,2}|\d)", plain(text)))


def is_mark(text: str) -> bool:
    """Whether a text is a tick: a cross, a check, or what a flattened ZapfDingbats tick reads as, or a line of X."""
    return bool(re.fullmatch(r"[xX×╳⨯✕✖✓✔✗✘√☒☑■●4ln8uHvV3•*\uf0fc\uf0fd\uf0fe]{1,2}|[xX]{3,4}", text.strip()))
