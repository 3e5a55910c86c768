"""What changed between two verdicts on one submission, in lines that a person reads before they say yes. Pure."""

from __future__ import annotations

from soppa_mailbot.model import AgreementMatch, Disposition, Item, ItemVerdict, Verdict

_NONE = "none"


def difference(before: Verdict, after: Verdict) -> tuple[str, ...]:
    """One line a change, "rfi_form: missing -> received (decided by kim)"; () when a person would see none."""
    told = [
        ("track", str(before.track), str(after.track)),
        ("disposition", str(before.disposition), str(after.disposition)),
        ("product", before.product or _NONE, after.product or _NONE),
        ("agreement", _agreement(before.agreement), _agreement(after.agreement)),
        *((str(item), _item(before.item(item)), _item(after.item(item))) for item in Item),
    ]
    lines = [f"{name}: {was} -> {now}" for name, was, now in told if was != now]
    if after.disposition is Disposition.REVIEW:
        lines += [f"because: {reason}" for reason in after.reasons if reason not in before.reasons]
    return tuple(lines)


def _agreement(match: AgreementMatch | None) -> str:
    if match is None:
        return _NONE
    row = match.agreement
    until = f" until {row.expires}" if row.expires else ""
    return f"{match.status}, {row.operator}, {row.product or 'all products'}{until}"


def _item(item: ItemVerdict | None) -> str:
    if item is None:
        return _NONE
    told = "; ".join(
        x for x in (", ".join(item.value), item.detail, item.decided and f"decided by {item.decided}") if x
    )
    return f"{item.status} ({told})" if told else str(item.status)
