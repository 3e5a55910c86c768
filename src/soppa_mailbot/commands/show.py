"""`show ID`: one submission with its items and their evidence, its files, and all that happened, in order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from soppa_mailbot.commands.explain import evidence_line
from soppa_mailbot.commands.people import opened_store
from soppa_mailbot.judging.judge import attachments_of
from soppa_mailbot.model import ItemVerdict, Override, Reclassified
from soppa_mailbot.staff import people
from soppa_mailbot.store import decisions, detail
from soppa_mailbot.store.detail import Detail, Happening, Mail
from soppa_mailbot.store.views import ReplyView
from soppa_mailbot.terminal import clean

_IN_OWN_LINES = frozenset(
    {"judged", "duplicate", "sent", "inquiry", "ignored", "overtaken"}
)  # the mail's or answer's line says it


def show(path: Path, number: int, *, answer: bool) -> int:
    """Raises UsageError when there is no such submission, or no held answer to show."""
    with opened_store(path) as (config, store), store.reading() as session:
        if answer:
            decisions.get(session, number)
            held = decisions.held(session, number)
            if not held:
                return _to_staff(path, number)
            for row in held:
                if len(held) > 1:
                    print(f"--- {row.template} to {clean(row.to_email)} ---")
                print(row.text, end="")
            return 0
        found = detail.of(session, number)
    for line in shown(found, ZoneInfo(config.district.timezone)):
        print(line)
    return 0


def _to_staff(path: Path, number: int) -> int:
    """What `release` would send to the staff member who handed the papers in."""
    from soppa_mailbot.commands.run import assembled

    with assembled(path) as program, program.bot.store.reading() as session:
        print(people.answer_to_staff(session, program.bot, number).text, end="")
    return 0


def shown(found: Detail, zone: ZoneInfo) -> Iterator[str]:
    """Lines for a terminal; whatever came by mail is cleaned. Times are the district's."""
    view, verdict = found.view, found.view.verdict
    since = f"{view.since.astimezone(zone):%Y-%m-%d}"
    yield f"submission {view.id} [SOPPA-{view.token}]: {view.state.replace('_', ' ')} since {since}"
    yield f"{clean(view.vendor)} <{clean(verdict.vendor_email)}>: {clean(view.product) or 'product not named'}"
    yield f"{verdict.track.replace('_', ' ')}, {verdict.disposition.replace('_', ' ')}"
    if verdict.agreement is not None:
        row = verdict.agreement.agreement
        until = f"until {row.expires}" if row.expires else "no end date"
        covers = clean(row.product) or "all products"
        yield f"agreement: {clean(row.operator)}, {covers}, {until}, {verdict.agreement.status}"
    for reason in verdict.reasons:
        yield f"because: {clean(reason)}"
    if found.merged:
        yield f"merged into it: {', '.join(map(str, found.merged))}"
    yield "\nitems"
    decided = {d.item: d for d in found.decisions if isinstance(d, Override)}
    for item in verdict.items:
        yield from _item(item, decided.get(item.item), zone)
    if not verdict.items:
        yield "  none can be judged"
    yield "\nfiles"
    yield from _files(found)
    yield "\ntimeline"
    for _, line in sorted(_timeline(found, zone), key=lambda pair: pair[0]):
        yield line


def _item(item: ItemVerdict, override: Override | None, zone: ZoneInfo) -> Iterator[str]:
    said = "; ".join(clean(x) for x in (", ".join(item.value), item.detail, item.source) if x)
    yield f"  {item.item:<11} {item.status:<13} {said}".rstrip()
    if override is not None:
        judged = override.basis
        was = f"; it was {judged.status}" + (f", {clean(judged.detail)}" if judged.detail else "") if judged else ""
        yield f"      decided by {override.who}, {override.at.astimezone(zone):%Y-%m-%d}: {clean(override.why)}{was}"
    for evidence in item.evidence[:4]:
        yield f"      {evidence_line(evidence)}"


def _files(found: Detail) -> Iterator[str]:
    named = {(d.message_id, d.sent, d.filename): d for d in found.decisions if isinstance(d, Reclassified)}
    lines = []
    for mail in found.mails:
        if mail.findings is None or mail.again:
            continue
        for file in attachments_of(mail.findings.papers):
            decision = named.get((mail.findings.message_id, mail.findings.sent, file.filename))
            parts = ", ".join(f"{kind} on {pages}" for pages, kind in file.parts)
            told = "; ".join(clean(x) for x in (file.container and f"in {file.container}", parts, file.detail) if x)
            if decision is not None:
                told = f"{decision.kind}, says {decision.who}: {clean(decision.why)} (read as {file.kind})"
            else:
                told = f"{file.kind}" + (f": {told}" if told else "")
            lines.append(f"  mail {mail.number:<5} {clean(file.filename, 60):<34} {told}")
    yield from lines or ["  none"]


def _timeline(found: Detail, zone: ZoneInfo) -> Iterator[tuple[datetime, str]]:
    for mail in found.mails:
        yield mail.received, f"  {_when(mail.received, zone)}  {_mail(mail)}"
    for reply in found.view.replies:
        yield reply.created, f"  {_when(reply.created, zone)}  {_reply(reply, zone)}"
    for event in found.happenings:
        if event.what not in _IN_OWN_LINES:
            yield event.at, f"  {_when(event.at, zone)}  {_event(event, found.view.id)}"


def _when(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"


def _mail(mail: Mail) -> str:
    head = f"mail {mail.number} from {clean(mail.sender, 80)}: {clean(mail.subject, 80) or '(no subject)'}"
    if mail.again:
        return f"{head}; delivered again"
    came = {"started": "", "attached": ", put here by a person"}.get(mail.how, f", by {mail.how}")
    came += ", with some of its files" if mail.parted else ""
    why = f"; {clean(mail.reason, 160)}" if mail.reason else ""
    return f"{head}; {mail.disposition or mail.state}{came}{why} {clean(mail.message_id, 120)}"


def _reply(reply: ReplyView, zone: ZoneInfo) -> str:
    never = "superseded, never sent" if reply.superseded else "never sent"
    if reply.superseded and reply.ambiguous:
        never = "superseded; an attempt that was cut off may have reached them"
    state = never if reply.discarded else "waits for a person" if reply.state == "held" else reply.state
    if reply.sent is not None:
        state = f"sent {_when(reply.sent, zone)}"
    marks = [f"was held: {clean(reply.held)}" if reply.held else "", "edited" if reply.edited else ""]
    marks += ["came back" if reply.bounced else "", clean(reply.error)]
    told = "".join(f"; {mark}" for mark in marks if mark)
    return f"answer: {reply.template} to {clean(reply.to)}, {state}{told}"


def _event(event: Happening, shown_number: int) -> str:
    data = json.loads(event.data)
    data.pop("reply", None)
    told = ", ".join(f"{key} {_plain(value)}" for key, value in data.items() if value not in ("", [], None))
    of = f" (submission {event.submission})" if event.submission != shown_number else ""
    why = f": {clean(event.why)}" if event.why else ""
    return f"{clean(event.who, 40)} {event.what.replace('_', ' ')}{of}{f' ({clean(told)})' if told else ''}{why}"


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
