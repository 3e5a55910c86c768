"""Files of which something was not read: what is not found in them is not missing, a person must look. Pure.

"Only the first 60 of 250 pages were read" says nothing of what stands on the others. A form that is not there, or not
whole, is therefore `unclear` as long as such a file may hold it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.model import Findings, Item, ItemVerdict, PaperFinding, Status

_SPOKEN = {Item.ORDER_FORM: "the order form", Item.RFI_FORM: "the RFI form", Item.SOPPA_FORM: "the SOPPA form"}


def unless_unread(
    judged: ItemVerdict, history: Sequence[Findings], *, since: int = 0, what: str = "", said: str = ""
) -> ItemVerdict:
    """The verdict on a paper that is not there, or not finished; `unclear` where a file may hold it, or the rest of it.

    `since` is the first mail of the history (from 0) whose files come into question, `what` they may hold where that is
    not the whole paper, and `said` what else is to be told.
    """
    files = _unread(history[since:])
    if judged.status not in (Status.MISSING, Status.INCOMPLETE) or not files:
        return judged
    names = ", ".join(dict.fromkeys(f.filename for f in files))
    first = files[0].unread if len(files) == 1 else "not all that is in them was read"
    pronoun = "it" if len(files) == 1 else "they"
    detail = f"{first}; {pronoun} may hold {what or _SPOKEN.get(judged.item, 'it')}"
    proof = tuple(e for f in files for e in f.evidence[:1])
    return replace(
        judged,
        status=Status.UNCLEAR,
        source=names,
        detail=f"{detail}; {said}" if said else detail,
        evidence=(*judged.evidence, *proof)[:12],
    )


def _unread(history: Sequence[Findings]) -> list[PaperFinding]:
    """One paper a file, the newest mail's first."""
    found: dict[tuple[int, str], PaperFinding] = {}
    for number, findings in reversed(list(enumerate(history))):
        for paper in findings.papers:
            if paper.unread:
                found.setdefault((number, paper.document), paper)
    return list(found.values())
