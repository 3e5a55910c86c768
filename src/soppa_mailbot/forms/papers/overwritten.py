"""What was put over the form's own words: clauses struck out or crossed out, notes that take them back, "VOID".

A form whose terms were changed by hand is no acceptance of the District's terms; a person looks. What vendors and their
tools add beside the words is none of this: highlights, logos, initials, stamps of receipt, envelope numbers. Comments
that only a viewer shows are for `commented`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import area, center, close, common, gap, grown, height, holds, width
from soppa_mailbot.forms.common.reservations import reserves
from soppa_mailbot.forms.common.tokens import Token, spelled
from soppa_mailbot.forms.common.vocabulary import phrases, plain, words
from soppa_mailbot.model import Box, Mark, Page

NEGATIONS = words("not no never nor cannot cant wont without except unless dont doesnt isnt arent nothing none non")
Added = tuple[int, str]

_MOST_MARKS = 400  # of one page that are looked at
_MARGIN = 0.06  # share of a page's height in which tools print their numbers
_NEAR_PLACE = (16.0, 9.0)  # points around a place, across and down: what is there belongs to the answer
_THROUGH = (0.3, 0.75)  # of a word's height from its top: a stroke there goes through it, an underline does not
_STROKE = 3.0  # points: a straight stroke is no higher
_DRAWN = 0.7  # of the words' height: a drawn stroke is no higher, a flattened highlight is
_CROSS = 40.0  # points: a larger stroke may cross out a paragraph
_CROSSED = 12  # words under it
_LARGE = 30.0  # points: higher words lie across the page
_WORDS = 80  # of one note

# Alone on a page or across it: the paper is not meant.
_NOT_MEANT = phrases(
    """void, voided, draft, sample, specimen, cancelled, canceled, rejected, null and void, not valid, invalid,
    not approved, superseded, expired, do not sign, not for signature, not binding, non binding, proposed, example,
    unsigned, not signed, not accepted, not agreed, preliminary, for discussion only, draft only, sample only"""
)
_ACROSS = frozenset(p.replace(" ", "") for p in _NOT_MEANT)
_NAMED = (
    r"sections?|sec|clauses?|paragraphs?|para|articles?|provisions?|sentences?|terms?|conditions?|addendum|agreement|"
    r"contract|exhibit|language|requirements?|obligations?"
)
_NAMED_TERMS = re.compile(rf"\b(?:{_NAMED})\b")
_TERMS = re.compile(rf"\b(?:{_NAMED}|this|above|below|foregoing|following)\b|§")
_TAKEN_BACK = re.compile(
    r"\b(?:deleted?|struck|stricken|strike|removed?|omit(?:ted)?|void(?:ed)?|waived?|excluded?|rejected?|declined?|"
    r"inapplicable|amended|modified|replaced|supersed(?:ed?|es)|controls?|prevails?|governs?|takes? precedence|"
    r"(?:not|nt|n t|never) (?:be )?(?:apply|applicable|agreed?|accept(?:ed|able|s)?|binding|bound))\b"
)
_BARE = re.compile(
    r"(?:delet(?:ed?|ion)|struck(?: out)?|stricken|omitted|void(?:ed)?|as (?:amended|modified)|(?:does|do|shall|will) "
    r"not apply|doesn t apply|not (?:agreed|accepted|acceptable|applicable)|inapplicable|removed|rejected|insert|stet)"
    r"(?: by \w+(?: \w+)?)?"
)
_TOOLS = re.compile(
    r"docusign|envelope id|adobe (?:acrobat )?sign|hellosign|dropbox sign|pandadoc|signnow|sign ?easy|zoho|e ?sign|"
    r"certificate|document (?:id|ref)|doc id|transaction|audit trail|verif(?:y|ied)|scanned (?:by|with)|page \d+|"
    r"received"
)


def takes_back(text: str) -> bool:
    """Whether a note takes terms back: "Section 4 deleted", "does not apply"."""
    said = " ".join(plain(text).split()[:_WORDS])
    return bool(_BARE.fullmatch(said) or (_TERMS.search(said) and _TAKEN_BACK.search(said)))


def takes_back_terms(text: str) -> bool:
    """The same of what is not written on the form's words, where "this" and "above" may be anything."""
    said = " ".join(plain(text).split()[:_WORDS])
    return bool(_NAMED_TERMS.search(said) and _TAKEN_BACK.search(said))


def put_over(
    page: Page,
    own: Sequence[Box],
    typed: Sequence[Token],
    marks: Sequence[Mark],
    places: Sequence[Box],
    signed: Sequence[Box] = (),
) -> list[Added]:
    """What was added to a page over the form's own words: (page, what, in words for people); [] when nothing was.

    `own` are the boxes of the form's words on this page, `typed` and `marks` what was added to them, `places` the boxes
    to be filled in, `signed` those of them in which somebody signs: what stands there says how it is signed.
    """
    rooms, signing = ([grown(p, *_NEAR_PLACE) for p in boxes] for boxes in (places, signed))
    out = _notes(page, own, typed, marks, rooms, signing)
    taken = 0
    for mark in marks[:_MOST_MARKS]:
        if mark.kind == "caret":
            out.append('a mark inserts "' + mark.text[:60] + '"' if mark.text else "a mark inserts something")
        elif mark.kind == "strikeout":
            taken += any(holds(mark.box, center(b)) and not _in(b, places) for b in own)
        elif mark.kind in ("line", "curve", "ink"):
            taken += _strikes(mark, own, rooms) or _crosses(mark, own, page)
    if taken:
        out.append("words of the form are struck out")
    return [(page.number, reason) for reason in dict.fromkeys(out)]


def told(added: Iterable[Added]) -> tuple[str, ...]:
    """One sentence for each thing: pages 1, 2: marked "VOID"."""
    pages: dict[str, list[int]] = {}
    for number, reason in dict.fromkeys(added):
        pages.setdefault(reason, []).append(number)
    return tuple(
        f"page{'s' if len(numbers) > 1 else ''} {', '.join(map(str, sorted(numbers)))}: {reason}"
        for reason, numbers in pages.items()
    )


# --- words ------------------------------------------------------------------------------------------------------------


def _notes(
    page: Page,
    own: Sequence[Box],
    typed: Sequence[Token],
    marks: Sequence[Mark],
    rooms: Sequence[Box],
    signing: Sequence[Box],
) -> list[str]:
    out: list[str] = []
    large = sorted((t for t in typed if t.box and height(t.box) > _LARGE), key=lambda t: t.box[0] if t.box else 0)
    if "".join(plain(t.raw).replace(" ", "") for t in large) in _ACROSS:  # slanted words come in pieces
        out.append(f'marked "{"".join(t.raw for t in large)}"')
    small = [t for t in typed if t not in large]
    notes = [(spelled(b), [t.box for t in b if t.box], False) for b in _blocks(small)]
    notes += [(m.text, [m.box], True) for m in marks if m.kind in ("freetext", "stamp") and m.text.strip()]
    for text, boxes, annotation in notes:
        said = " ".join(plain(text).split()[:_WORDS])
        inside, beside_name = (any(holds(r, center(b)) for b in boxes for r in within) for within in (rooms, signing))
        if said in _NOT_MEANT:
            if not inside or max(map(height, boxes), default=0.0) > _LARGE:
                out.append(f'marked "{text[:40]}"')
        elif (beside_name or not inside) and reserves(text):
            out.append(f'"{text[:80]}" is written on it')
        elif inside or not said or _TOOLS.search(said):
            continue
        elif takes_back(text):
            out.append(f'"{text[:80]}" is written on it')
        elif _turns_round(said, boxes, own):
            out.append(f'"{text[:40]}" was put into the form\'s own words')
        elif _hides(boxes, own, annotation=annotation) and not _at_edge(boxes, page):
            out.append(f'"{text[:80]}" is written over the form\'s own words')
    return out


def _blocks(typed: Iterable[Token]) -> list[list[Token]]:
    """Words written together: on one line, and on lines right below each other."""
    out: list[list[Token]] = []
    for token in sorted((t for t in typed if t.box), key=lambda t: (round(center(t.box)[1] / 4), t.box[0])):  # type: ignore[arg-type, index]
        home = next((b for b in reversed(out[-6:]) if b[-1].box and token.box and _goes_on(b, token.box)), None)
        if home is None:
            out.append([token])
        else:
            home.append(token)
    return out


def _goes_on(block: Sequence[Token], box: Box) -> bool:
    last = block[-1].box or box
    across, down = gap(last, box)
    high = max(height(last), 4.0)
    if abs(center(last)[1] - center(box)[1]) < 0.5 * high:
        return across <= 1.5 * high
    first = block[0].box or box
    return down <= 0.6 * high and abs(first[0] - box[0]) < 3 * high


def _turns_round(said: str, boxes: Sequence[Box], own: Sequence[Box]) -> bool:
    """Whether a "not" or the like was squeezed in between words."""
    small = len(said.split()) <= 2 and bool(set(said.split()) & NEGATIONS)
    return small and any(max(gap(box, o)) <= 3.0 for box in boxes for o in own)


def _hides(boxes: Sequence[Box], own: Sequence[Box], *, annotation: bool) -> bool:
    """Whether what is written lies on words of the form and not beside them."""
    if annotation:
        return sum(holds(box, center(o)) for box in boxes for o in own) >= 3
    on = [b for b in boxes if height(b) < 60 and any(common(b, o) > 0.3 * min(area(b), area(o)) for o in own)]
    return len(on) >= 2 and len(on) >= 0.5 * len(boxes)


def _at_edge(boxes: Sequence[Box], page: Page) -> bool:
    edge = _MARGIN * page.height
    return all(b[3] < edge or b[1] > page.height - edge for b in boxes)


# --- strokes ----------------------------------------------------------------------------------------------------------


def _strikes(mark: Mark, own: Sequence[Box], rooms: Sequence[Box]) -> bool:
    """Whether a stroke runs through words, most of its length."""
    left, top, right, bottom = mark.box
    if width(mark.box) < 8 or any(holds(r, center(mark.box)) for r in rooms):
        return False
    middle = (top + bottom) / 2
    under = [b for b in own if b[1] + _THROUGH[0] * height(b) <= middle <= b[1] + _THROUGH[1] * height(b)]
    under = [b for b in under if min(right, b[2]) - max(left, b[0]) > 0.6 * width(b)]
    if not under:
        return False
    high = max(height(b) for b in under)
    limit = _STROKE if mark.kind == "line" else (1.4 if mark.kind == "ink" else _DRAWN) * high
    covered = sum(min(right, b[2]) - max(left, b[0]) for b in under)
    return height(mark.box) <= limit and covered >= 0.55 * width(mark.box)


def _crosses(mark: Mark, own: Sequence[Box], page: Page) -> bool:
    """Whether a stroke runs over a whole paragraph."""
    box = mark.box
    if width(box) < _CROSS or height(box) < _CROSS or area(box) > 0.8 * page.width * page.height:
        return False
    return sum(holds(box, center(b)) for b in own) >= _CROSSED


def without_frames(marks: Sequence[Mark], blank: Sequence[Box]) -> list[Mark]:
    """The marks but for large ones that the blank draws too, as another program drew them: frames and rules."""
    return [
        m for m in marks if max(width(m.box), height(m.box)) < _CROSS or not any(close(m.box, b, 8.0) for b in blank)
    ]


def _in(box: Box, places: Sequence[Box]) -> bool:
    return any(holds(grown(p, 2.0), center(box)) for p in places)
