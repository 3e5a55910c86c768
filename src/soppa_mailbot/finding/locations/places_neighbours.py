"""Names beside a listed school that the list does not know: "used at Lincoln and Riverbend", "Lincoln + PV"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.sentences import Piece
from soppa_mailbot.finding.locations.places_found import Found, found_at
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_mention import Mention
from soppa_mailbot.finding.locations.places_role import Role
from soppa_mailbot.finding.locations.places_unknown import is_common

# "Lincoln + PV"
_SHORT_NEIGHBOUR = re.compile(r"[ ]?(?:[+&/]|,?[ ]and\b)[ ]?(?P<name>[A-Z]{2,4})(?=[ ]*(?:[.,;)]|$))")


def initials_beside(piece: Piece, chain: list[Mention], role: Role, index: Index) -> list[Found]:
    """Letters enumerated behind a school that may be another's initials: who wrote them meant one more."""
    match = _SHORT_NEIGHBOUR.match(piece.text, chain[-1].end)
    if match is None or role < Role.USED or chain[-1].department:
        return []
    names = [e.school.name for e in index.entries if not e.department]
    alike = [n for n in names if "".join(w[0] for w in n.split()).upper().startswith(match["name"])]
    if not alike:
        return []
    why = "could be " + " or ".join(alike[:4])
    return [found_at(piece, *match.span("name"), match["name"], role, why=why, how="acronym")]


_NEIGHBOUR_BEFORE = re.compile(
    r"(?:^|[ ,])(?P<name>[A-Z][a-z][\w'-]+(?:[ ][A-Z][a-z][\w'-]+)?)(?:,|,?[ ](?:and|&))[ ]$"
)
_NEIGHBOUR_AFTER = re.compile(
    r",?[ ](?:and|&)[ ](?:at[ ]|the[ ])?(?P<name>[A-Z][a-z][\w'-]+(?:[ ][A-Z][a-z][\w'-]+)?)(?=[.,;!)]|$|"
    r"[ ](?:will|would|schools?|elementary|middle|high|for|this|next|only|in)\b)"
)


def neighbours(piece: Piece, chain: list[Mention], role: Role) -> list[Found]:
    """Such as "used at Lincoln and Riverbend": what is enumerated with a school is one, on the list or not."""
    if role < Role.USED or any(m.department for m in chain):
        return []
    text, start, end = piece.text, chain[0].start, chain[-1].end
    listed = chain[-1].plural or text.startswith(" only", end)  # "Riverbend and Lincoln only"
    left = _NEIGHBOUR_BEFORE.search(text, max(0, start - 60), start) if listed else None
    right = _NEIGHBOUR_AFTER.match(text, end)
    out = []
    for match in (left, right):
        if match is None:
            continue
        name = match["name"]
        if is_common(name.split()[0]):
            name = name.partition(" ")[2]  # "The Riverbend and Glenwood schools"
        if name and not is_common(name):
            out.append(
                found_at(
                    piece,
                    match.end("name") - len(name),
                    match.end("name"),
                    name,
                    role,
                    why="not on the school list",
                    how="unknown name",
                )
            )
    return out
