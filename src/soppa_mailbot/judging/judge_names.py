"""What the operator of a conversation is called: a paper's word before a mail's, the fullest of two spellings. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.finding.common.names import company_core, is_company_word, tokens
from soppa_mailbot.model import Findings, Kind


def vendor_name(history: Sequence[Findings], otherwise: str = "") -> str:
    """The operator's name by all that came, oldest first; `otherwise` where nothing names one.

    The District's form says it best, then the order form; of several the newest. Short mails that follow ("Aspen
    Quill", or the mail domain's "Aspenquill") take nothing from what an earlier one spelt in full.
    """
    named = [f for f in history if f.vendor_name]
    for says in (_a_form_says, _an_order_says):
        if stated := next((f.vendor_name for f in reversed(named) if says(f)), ""):
            return stated
    if not named:
        return otherwise
    newest = named[-1].vendor_name
    same = [f.vendor_name for f in reversed(named) if _key(f.vendor_name) == _key(newest)]
    return max(same, key=lambda name: (len(tokens(name)), len(name)))


def _a_form_says(findings: Findings) -> bool:
    return any(f.status != "blank" and company_core(f.answer("operator")) for f in findings.forms)


def _an_order_says(findings: Findings) -> bool:
    return any(p.kind == Kind.ORDER_FORM and company_core(p.vendor) for p in findings.papers)


def _key(name: str) -> str:
    core = company_core(name)
    return "".join(t for t in core if not is_company_word(t)) or "".join(core) or name.casefold()
