"""A group without those of it that are named: "You have six schools, and Lincoln owns one; it's for the other five"."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_found import Found, found_at
from soppa_mailbot.finding.locations.places_groups import groups
from soppa_mailbot.finding.locations.places_groups_words import LEVEL, NOUN, NUMERAL
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_mentions import mentions
from soppa_mailbot.finding.locations.places_names import Names
from soppa_mailbot.finding.locations.places_not_ours import is_no_place
from soppa_mailbot.finding.locations.places_role import Role
from soppa_mailbot.finding.locations.places_said_later import BACK, Reading
from soppa_mailbot.finding.locations.places_used import subject_of_use
from soppa_mailbot.finding.locations.places_words import number

_OTHERS = re.compile(
    rf"\b(?:the|all|your|our)[ ](?:(?:other|remaining)[ ](?P<n>{NUMERAL})|(?P<n2>{NUMERAL})[ ]"
    rf"(?:others|other|remaining)|(?P<one>other(?:[ ](?:one|{LEVEL}(?:[ ]school)?|school|building|campus))?"
    rf"(?=[ ]?[.,;:!)]|$|[ ](?:will|would|wants?)\b))|"
    rf"others|rest(?:[ ]of[ ](?:them|those|these))?|(?:other|remaining)(?=[ ](?:{LEVEL}|{NOUN}|ones)\b))"
    rf"(?:[ ]{LEVEL})?(?:[ ](?:{NOUN}|ones))?(?=[ ]?[.,;:!)(]|$|[ ]-|[ ][a-z'])",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:quot(?:e|ation)|order(?:[ ]form)?|proposal|estimate|price|seats|licen[cs]es|subscriptions?|it|this|that|bid|"
    r"purchase|offer)(?:'s|[ ](?:is|are|was|will[ ]be|would[ ]be))?[ ](?:only[ ]|just[ ]|meant[ ]|attached[ ])?"
    r"(?:for(?:[ ]only)?|covers?|includes?)[ ]$"
    r"|\b(?:used|use[ ]it|installed|using[ ]it|licensed|wanted|pilot(?:ed)?)[ ](?:by|at|in|for)[ ]$"
    r"|\b(?:we(?:'ve|[ ]have)?|I(?:'ve|[ ]have)?)[ ](?:quoted|priced|cover(?:ed)?|equip|supply)[ ](?:it[ ]for[ ])?$",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(
    r"[ ](?!(?:and|but|so|as|because|in|at|by|from|for|this|next|starting|with|only|will|would)\b)[a-z]", re.I
)
# why those that are named are not among them: "already owns one", "has opted out"
_OUT = re.compile(
    r"\b(?:already|owns?|owned|opted[ ]out|(?:dropped|backed|pulled)[ ]out|declin\w+|pass(?:es|ed)|not|never|bought|"
    r"ha(?:s|ve)[ ](?:one|it|them|theirs|this|an?|its|their)|(?:is|are)[ ](?:all[ ]set|done|covered|equipped|licensed|"
    r"staying)|sits?[ ](?:it[ ])?out|do(?:es)?[ ]without|except|excluding|aside|apart)\b|n't\b",
    re.IGNORECASE,
)
# and why they may be: "will start first"
_IN = re.compile(
    r"\b(?:will|would|starts?|begins?|first|wants?|needs?|renew\w*|pilots?|goes|more|again|joins?|also|too)\b",
    re.IGNORECASE,
)


def with_the_others(reading: Reading, index: Index, names: Names, found: Sequence[Found]) -> list[Found]:
    """What was found; where "the other five" of a group will use it, these instead of the group and those named."""
    out = list(found)
    for at, (piece, _) in enumerate(reading):
        for said in _OTHERS.finditer(piece.text):
            before, after = piece.text[max(0, said.start() - 120) : said.start()], piece.text[said.end() :][:120]
            near = reading[max(0, at - BACK) : at + 1]
            used = subject_of_use(after) or (_FOR.search(before) and not _NO_NOUN.match(after))
            group = _group(near, said.start(), index, names) if used else None
            if group is None:
                continue
            start, places = group
            upto = piece.source(said.start())
            named = _named(near, start, upto, index, names)
            if not named or not named < places or not _are_out(near, start, upto):
                continue
            left = tuple(sorted(places - named))
            count = 1 if said["one"] else number((said["n"] or said["n2"] or "").casefold())
            why = f"{len(left)} are left of the group" if count not in (None, len(left)) else ""
            others = found_at(
                piece,
                said.start(),
                said.end(),
                said.group(),
                Role.USED,
                how="group",
                places=() if why else left,
                why=why,
            )
            out = [f.raised(min(f.role, Role.DENIED)) if start <= f.start < upto else f for f in out]
            out.append(others)
    return out


def _group(reading: Reading, end: int, index: Index, names: Names) -> tuple[int, frozenset[int]] | None:
    """The last group of schools that is named before `end` of the last piece: where it stands, and who is in it."""
    for n, (piece, _) in enumerate(reversed(reading)):
        told = [g for g in groups(piece.text, index, names.district) if n or g.end <= end]
        told = [g for g in told if not g.why and (g.places or g.wide)]
        if told:
            schools = frozenset(e.position for e in index.entries if not e.department)
            return piece.source(told[-1].start), schools if told[-1].wide else frozenset(told[-1].places)
    return None


def _named(reading: Reading, start: int, upto: int, index: Index, names: Names) -> frozenset[int]:
    """The schools that are named between a group and those of it that are left."""
    out: set[int] = set()
    for piece, _ in reading:
        every = mentions(piece.text, index)
        schools = [m for m in every if not m.department and start < piece.source(m.start) < upto]
        out.update(p for m in schools if not is_no_place(piece.text, m, None, every, names, False) for p in m.places)
    return frozenset(out)


def _are_out(reading: Reading, start: int, upto: int) -> bool:
    """Whether the words between a group and those of it that are left say that others of it have no part in this."""
    between = " ".join(p.text[p.offset(start) if p.start < start else 0 : p.offset(upto)] for p, _ in reading)
    return bool(_OUT.search(between)) and not _IN.search(between)
