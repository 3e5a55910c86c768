"""Verdict and reply -> the JSON object that scripts read (contract §3). Keys may be added, never renamed."""

from __future__ import annotations

from typing import Any

from soppa_mailbot.model import (
    AgreementMatch,
    AttachmentVerdict,
    Evidence,
    Item,
    ItemVerdict,
    NoReply,
    Reply,
    Status,
    Verdict,
)


def as_json(file: str, message_id: str, verdict: Verdict, reply: Reply | NoReply | None) -> dict[str, Any]:
    """One line of `triage --json`. `unanswered` says why `reply` is null, "" where it is not."""
    return {
        "file": file,
        "message_id": message_id,
        **verdict_json(verdict),
        "reply": reply_json(reply if isinstance(reply, Reply) else None),
        "unanswered": reply.reason if isinstance(reply, NoReply) else "",
    }


def verdict_json(verdict: Verdict) -> dict[str, Any]:
    """The keys that `triage` and `submissions` share."""
    return {
        "track": str(verdict.track),
        "disposition": str(verdict.disposition),
        "vendor": {"name": verdict.vendor_name, "email": verdict.vendor_email, "product": verdict.product},
        "agreement": _agreement(verdict.agreement),
        "items": {str(item.item): _item(item) for item in verdict.items},
        "attachments": [_attachment(a) for a in verdict.attachments],
        "reasons": list(verdict.reasons),
        "warnings": list(verdict.warnings),
        "cloud_links": list(verdict.cloud_links),
    }


def reply_json(reply: Reply | None) -> dict[str, str] | None:
    if reply is None:
        return None
    return {
        "template": reply.template,
        "to": reply.to.email,
        "subject": reply.subject,
        "text": reply.text,
        "html": reply.html,
    }


def _agreement(match: AgreementMatch | None) -> dict[str, Any] | None:
    if match is None:
        return None
    row = match.agreement
    return {
        "operator": row.operator,
        "product": row.product,
        "signed": row.signed.isoformat(),
        "expires": row.expires.isoformat() if row.expires else None,
        "status": match.status,
        "url": row.url,
    }


def _item(item: ItemVerdict) -> dict[str, Any]:
    out: dict[str, Any] = {"status": str(item.status), "source": item.source, "detail": item.detail}
    if item.item == Item.LOCATIONS:
        out["value"] = list(item.value)
    if item.item == Item.DEADLINE:
        out["value"] = item.value[0] if item.status == Status.RECEIVED and item.value else " / ".join(item.value)
    if item.open:
        out["open"] = list(item.open)
    if item.unsigned:
        out["unsigned"] = True
    if item.decided:
        out["decided"] = item.decided
    out["evidence"] = [_evidence(e) for e in item.evidence]
    return out


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"source": evidence.source, "page": evidence.page, "quote": evidence.quote, "rule": evidence.rule}


def _attachment(attachment: AttachmentVerdict) -> dict[str, Any]:
    out: dict[str, Any] = {"filename": attachment.filename, "kind": str(attachment.kind), "detail": attachment.detail}
    if attachment.container:
        out["in"] = attachment.container
    if attachment.parts:
        out["parts"] = [{"pages": pages, "kind": str(kind)} for pages, kind in attachment.parts]
    return out
