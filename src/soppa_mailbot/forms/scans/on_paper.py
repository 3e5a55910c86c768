"""Which blanks a scan cannot be laid over: those of which only the Word file is known."""

from __future__ import annotations

from collections.abc import Iterable

from soppa_mailbot.forms.blanks.anchors import phrases
from soppa_mailbot.model import Blank

# Share of a Word blank's word pairs and triples that a PDF of it holds. The same version printed 0.93, another 0.78.
_SAME_VERSION = 0.85


def more_scans_go_to_people(blank: Blank, blanks: Iterable[Blank]) -> str:
    """For an administrator: that more scans of a Word blank are left to people, and what to do; "" with its PDF there.

    A scan is laid over the page that it was printed from. A Word file has no pages: its scans are read word by word.
    """
    if blank.document.pages:
        return ""
    own = phrases(blank)
    for other in blanks:
        if other.form == blank.form and other.document.pages and len(own & phrases(other)) >= _SAME_VERSION * len(own):
            return ""
    return (
        "scans, faxes and photographs of this version are read word by word, and more of them go to people, as a Word "
        f"file has no page to lay them over; save it from Word as a PDF and add that to forms.{blank.form}.blanks"
    )
