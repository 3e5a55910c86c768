"""Names of places as people would say them."""

from __future__ import annotations

from collections.abc import Iterable

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.common.vocabulary import words

# what a label says in brackets; the "(s)" of "School(s)" says nothing but that there may be several
REMARK = re.compile(r"\s*(?!(?<=\w)\((?:e?s|ies)\))[(\[][^()\[\]]*[)\]]")
_GENERATED = re.compile(
    r"(?:.*[.\]])?"  # topmostSubform[0].Page1[0].
    r"(?:(?:text|check|radio|combo|list|date|number|signature|sig|button|box|field|form|input|undefined|untitled|fill|"
    r"group|dropdown|image|control|obj|topmostsubform|page|f|c|p|t|e|txt|chk|cb|tf|fld|toggle|es|af|formula|text field|"
    r"es_:signer|row|cell|q)[ _.\-]?(?:field|box|button|form|down|area|image)?s?[ _.\-#]*)"
    r"(?:[ _.\-]*\d+(?:[._\-]\d+)*)?(?:\[\d+\])?(?:_?es_:\w+|_?af_\w+)?",
    re.I,
)
_FILLER = words("the a an of your please enter provide number no optional required s es")
# what letters tell apart: the "A" of "Line A" is no filler, or "Line A (b)" would be called "Line B"
_LETTERED = words("line row part section exhibit schedule appendix attachment item entry table column block group")
_TAIL = re.compile(
    r"[,;:(\[\s–-]*\b(?:if (?:any|known|applicable|needed|available|different|so|used|relevant|necessary)|"
    r"when (?:known|applicable)|where (?:applicable|known)|as (?:applicable|needed)|optional|required)\b[)\]\s]*",
    re.I,
)
_FOLLOWING = re.compile(r"\s*(?:[:.…*_]+|[-–—]+)\s*$")


# the head of a column whose cells are no second answer beside one that is written, and no second signer's
REMARKS = re.compile(
    r"(?:(?:any|other|additional|optional|your|vendor)\s+)*(?:comments?|remarks?|notes?|explanations?|clarifications?)"
    r"(?:\s*\(.*\))?",
    re.IGNORECASE,
)
CUT = " …"  # behind what is left of a long label


def tidy(text: str) -> str:
    """A label as it is shown: one line, without the colon, stars and lines after it."""
    text = " ".join(re.sub(r"_{2,}|\.{4,}|[☐☒□☑]", " ", text).split())
    text = re.sub(r"^[*•▪·\uf0b7–-]+\s*", "", text)
    while True:
        shorter = _FOLLOWING.sub("", text)
        if shorter == text:
            return _limited(text)
        text = shorter


def _limited(text: str, limit: int = 160) -> str:
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0] + CUT


def is_generated(name: str) -> bool:
    """Whether a field's name or tooltip says nothing to a person ("Text12", "undefined_3", "form1[0].#subform[0]")."""
    bare = name.strip()
    if not re.search(r"[^\W\d_]{2}", bare):
        return True
    return _GENERATED.fullmatch(bare) is not None


def behind_row(head: str) -> str:
    """A column's head as it stands behind its row's name: "City and state" -> "city and state"; "AI" stays."""
    return head[0].lower() + head[1:] if head[1:2].islower() else head


def spoken(name: str) -> str:
    """A field's name turned into words: "vendorLegal_name2" -> "vendor legal name 2"."""
    last = re.split(r"[.\]]", name.rstrip("]"))[-1] or name
    last = re.sub(r"\[\d+$", "", last)
    last = re.sub(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Za-z])|[_\-.]+", " ", last)
    return " ".join(last.split())


def comparable(label: str) -> tuple[str, ...]:
    """Words of a label that a person compares: no case, punctuation, filler, plural or "if any"."""
    words = norms(_TAIL.sub(" ", label))
    before = ("", *words)
    kept = tuple(
        _singular(w)
        for w, last in zip(words, before, strict=False)
        if w not in _FILLER or (w == "a" and last in _LETTERED)
    )
    return kept or words


_TERM = re.compile(
    r"[\s,]{0,4}(?:\(\s{0,2})?(?:(?:hereinafter|hereafter|the|herein|called|an?)\b[\s,]{1,3}){0,5}"
    r"[\"“”']{1,2}(?:the )?([A-Z][A-Za-z ]{2,30}),?[\"“”']"
)


def defined_term(after: str) -> str:
    """What a contract calls the blank that it has just left: the text behind "____ (the “Product”)" gives "Product"."""
    match = _TERM.match(after)
    return match[1].strip() if match else ""


_REMARK_BEHIND = re.compile(
    r"[\s,]{0,3}[(\[]\s{0,2}(?:(?:(?:the|this|hereinafter|herein)\s{1,2}){0,2}[“\"][^“”\"]{2,40}[”\"]\s{0,2},?\s{0,2})?"
    r"([^()\[\]“”\"]{3,120})[)\]]"
)


def remark_behind(after: str) -> str:
    """What stands in brackets right behind a blank: the text behind "____ (date entered by the District) and".

    Without the term that the brackets define: "____ (the “Effective Date”, entered by the District)".
    """
    match = _REMARK_BEHIND.match(after)
    return " ".join(match[1].split()) if match else ""


_MARKED = re.compile(
    r"\W*(?:yes|no|true|false|n/?a|not applicable|x|✓|✔|√|check(?: ?marks?)?|mark|tick)\W*|"
    # "Collected (X)", "Used? (x)", "Received by the Provider? (mark with an X)"
    r"\W*(?:(?:data|is it|if)\s+)?(?:collected|used|in use|shared|disclosed|stored|processed|received|required|"
    r"requested|needed|applies|applicable|yes|no)(?:\s+by\s+(?:\w+\s+){0,2}?\w+)?\s*\??\s*\((?:please\s+)?"
    r"(?:(?:mark|check|tick|put|place|enter)\s+)?(?:with\s+)?(?:an?\s+)?"
    r"[“\"'‘]?(?:x|✓|✔|√|☒|check|check ?mark|mark|tick)[”\"'’]?(?:\s+here)?\)\W*|"
    r"\W*(?:check|mark|tick|x|✓|✔)(?: \(?x\)?)? (?:if|all|one|here|each|below)\b.{0,60}",
    re.I,
)


def is_for_marks(head: str) -> bool:
    """Whether a column under this head is for check marks, not for words: "Yes", "No", "Mark all that apply"."""
    return len(head) < 80 and _MARKED.fullmatch(head.strip()) is not None


# "Mark “X”", "Check (✓)", "Place an X", "Mark with an X"
_TELLS = re.compile(
    r"\W*(?:check|mark|tick|place|put|enter)\W{1,4}(?:with\W{1,2})?(?:an?\W{1,2})?(?:x|✓|✔|√|check ?mark)(?: here)?\W*",
    re.I,
)
_DUTY = re.compile(
    r"\.\s*$|\b(?:we|our|i|you|will|shall|must|not|agrees?|certif\w+|operator|vendor|provider|company|contractor)\b",
    re.I,
)


def marks_items(head: str, rows: Iterable[str]) -> bool:
    """Whether a column under "Mark “X”" is for marks of those rows that apply, as in a list of data elements.

    Of promises that are made one by one ("We sell no data") none may stay without.
    """
    return len(head) < 80 and _TELLS.fullmatch(head.strip()) is not None and not any(map(_DUTY.search, rows))


# the head of a lone column that says nothing but how to mark
_BARE = re.compile(r"\W*(?:x|✓|✔|√|check(?: ?marks?)?|mark|tick)?\W*", re.I)
_SAYS = re.compile(r"\W*(?:we|i|(?:(?:the|our) )?(?:operator|vendor|company|provider|contractor))\b", re.I)
_PROMISES = re.compile(
    r"\b(?:will|shall|must|agrees?|undertakes?|certif(?:y|ies)|confirms?|warrants?|acknowledges?|(?:do|does) not|never|"
    r"sells? no|only)\b",
    re.I,
)


def asks_each(head: str, rows: Iterable[str]) -> bool:
    """Whether every row under a lone "X" or "✓" owes its mark: they are promises ("We will sell no data").

    Of things ("Name", "Grades") and of ways ("We host it ourselves") only those that apply are marked.
    """
    if len(head) > 20 or not head.strip() or not _BARE.fullmatch(head.strip()):
        return False
    said = [text for text in rows if text.strip()]
    promises = sum(_PROMISES.search(text) is not None for text in said)
    return promises > 1 and 2 * promises > len(said) and all(_SAYS.match(t) or _PROMISES.search(t) for t in said)


def marks_rows(head: str, rows: Iterable[str]) -> bool:
    """Whether a column under this head is for marks of the rows that apply, and not for one that each row owes."""
    said = tuple(rows)
    return not asks_each(head, said) and (is_for_marks(head) or marks_items(head, said))


def is_yes_or_no(head: str, heads: Iterable[str]) -> bool:
    """Whether one head of two columns is "Yes" and the other "No" under what they share: "Collected Yes"."""
    words = norms(head)
    if len(words) < 2 or words[-1] not in ("yes", "no"):
        return False  # alone it is told by `is_for_marks`; "Item No." is a number
    return (*words[:-1], "no" if words[-1] == "yes" else "yes") in {norms(h) for h in heads}


_FOLLOW_UP = re.compile(r"(?P<option>(?:\S+\s+){0,9}?\S{1,40}?[.;!])\s+(?P<question>[A-Z(]\S*(?:\s+\S+){0,14})")


_APART = re.compile(r"[ \xa0]{2,}|\s*\t\s*")
_SHORT = 6  # words of an option, and of the label behind it
# "Other  If other, specify", with nothing but white between
_IF_SO = re.compile(
    r"(?P<option>\S+(?:\s+\S+){0,5}?)\s+(?P<question>If (?:yes|no|so|not|other|checked|applicable)\b.{0,120})"
)


def with_follow_up(text: str) -> tuple[str, str]:
    """A box's words parted from the question behind them: "No. If yes, for what" -> ("No", "If yes, for what").

    So are words behind more than one space: "Not OK  Board date" -> ("Not OK", "Board date").
    """
    parts = [p.strip() for p in _APART.split(text.strip())]
    if len(parts) == 2 and parts[1][:1].isupper() and all(len(p.split()) <= _SHORT for p in parts):
        return tidy(parts[0].rstrip(".;!")), tidy(parts[1])
    match = _FOLLOW_UP.fullmatch(text.strip()) or _IF_SO.fullmatch(text.strip())
    return (tidy(match["option"].rstrip(".;!")), tidy(match["question"])) if match else (text, "")


_SENTENCES = re.compile(
    r"(?:.*\s)?(?!(?:Inc|Ltd|Corp|Ave|Dept|Dist|Nos|Sec|Rev|Ill|etc|incl|approx|ext|tel)\.)[A-Za-z]{3,}[.;!]\s+"
    r"(?=[A-Z]\S*\s+\S|[A-Z][a-z]{3,}:$)",
    re.S,
)


def last_sentence(text: str) -> str:
    """The last sentence of a line: "Protection Act. It gathers the following data:" -> "It gathers ..."."""
    match = _SENTENCES.match(text)
    return text[match.end() :] if match else text


_NUMBER = re.compile(
    r"\W*(?:(?:question|item|line|field|box|no\.?|number|q|#|section|article|part)[ ]?)?"
    r"(?P<number>[A-Z]{1,2}-?\d{1,2}[.:)]|(?-i:[A-J])\.\d{1,2}(?=[.:)]?[ ]+(?-i:[A-Z]))"  # "B2.", "C.4 Fax"
    r"|(?-i:[A-J]\d{1,2})(?=[ ]+(?-i:[A-Z]))"  # "A2  Doing business as", but no "K12 Students"
    r"|\d{1,2}(?:\.\d{1,2})*[a-z]?(?=[ ]+(?-i:[A-Z]))"  # "7  Reseller, if any", but "30 days"
    r"|\(?(?:\d{1,3}(?:\.\d{1,2})*[a-z]?|[a-z]|[ivx]{1,5})(?:[.):](?!\d)|(?=[ ]*$)))[ ]*",
    re.I,
)


def without_number(label: str) -> tuple[str, str]:
    """A label's number and the rest: "2. Doing business as", "2  Doing business as" -> ("2", "Doing business as").

    ("", label) without one.
    """
    match = _NUMBER.match(label)
    if not match:
        return "", label
    return match["number"].strip("().: ").casefold(), label[match.end() :]


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
