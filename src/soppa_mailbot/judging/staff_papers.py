"""Mail of the District's own staff in a submission: until when a person must look at it first. Pure.

Staff who forward a vendor's papers start a submission that only people answer. Staff who write into a conversation in
which the vendor speaks stop it for a look: what they sent counts, and the conversation goes on once a person has let
it count, or with the vendor's next mail.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.model import Findings, Kind

_PAPERS = frozenset({Kind.ORDER_FORM, Kind.RFI_FORM, Kind.SOPPA_FORM})
HANDED_IN = "The District's own staff sent a vendor's papers: decide whom to answer."


def brings_papers(found: Findings) -> bool:
    """Whether a mail carries a paper that may count, or a file that nobody could read."""
    return bool(found.forms) or any(p.kind in _PAPERS or p.kind == Kind.UNREADABLE for p in found.papers)


def vendor_speaks(history: Sequence[Findings]) -> bool:
    """Whether the vendor wrote any of these mails."""
    return any(not found.from_district for found in history)


def reasons(history: Sequence[Findings]) -> tuple[str, ...]:
    """Why a person must look, in whole sentences. `history`: the mails that bring something, oldest first."""
    if not vendor_speaks(history):
        return (HANDED_IN,) if any(brings_papers(found) for found in history) else ()
    latest = max(n for n, found in enumerate(history) if not found.from_district)
    return tuple(_added(found) for found in history[latest + 1 :] if not found.let_count)


def _added(found: Findings) -> str:
    who = found.sender.name or found.sender.email
    files = ", ".join(dict.fromkeys(paper.filename for paper in found.papers if paper.kind in _PAPERS))
    did = f"added {files} to" if files else "wrote into"
    return f"{who} of the District's own staff {did} the vendor's conversation: look at it, then release."
