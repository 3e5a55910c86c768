"""`explain FILE`: for each item what was found, where, and which rule decided; with `--html`, with pictures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from soppa_mailbot.commands.opening import opened
from soppa_mailbot.core import Core, Examined, sent_at
from soppa_mailbot.errors import UsageError
from soppa_mailbot.finding.papers import pages_text
from soppa_mailbot.handling import examining
from soppa_mailbot.model import Evidence, Form, ItemVerdict, PlaceReading, Verdict
from soppa_mailbot.terminal import clean


def explain(config: Path, file: Path, *, html: Path | None) -> int:
    """Raises UsageError when a file cannot be read or written, MessageError when the message breaks the program."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {error.strerror or error}") from error
    with opened(config) as program:
        core = program.core
        message = core.parse(raw)
        received = sent_at(message, datetime.now(UTC))
        examined = examining.examined(core, message, program.config.replies, received=received)
        verdict = core.judge((examined.findings,))
        for line in explained(examined, verdict):
            print(line)
        if html is not None:
            _write(html, core, examined, verdict)
            print(f"\nWith pictures: {html}")
    return 0


def explained(examined: Examined, verdict: Verdict) -> Iterator[str]:
    """Lines for a terminal; text from the mail is cleaned."""
    found = examined.findings
    yield f"{verdict.disposition} ({verdict.track}), sent {found.sent:%Y-%m-%d} by {clean(found.sender.email)}"
    yield f"wants: {found.intent}; product: {clean(verdict.product) or 'not named'}"
    for evidence in found.product.evidence:
        yield "    " + evidence_line(evidence)
    if verdict.agreement is not None:
        row = verdict.agreement.agreement
        until = f"until {row.expires}" if row.expires else "no end date"
        covers = clean(row.product) or "all products"
        yield f"agreement: {clean(row.operator)}, {covers}, {until}, {verdict.agreement.status}"
    for reason in (*verdict.reasons, *found.doubts, found.no_reply):
        if reason:
            yield f"because: {clean(reason)}"
    yield ""
    for item in verdict.items:
        yield from _item(item)
    for form in found.forms:
        yield from _form(form)
    yield "files:"
    for paper in found.papers:
        told = f": {clean(paper.detail)}" if paper.detail else ""
        several = "s" if len(paper.pages) > 1 else ""
        pages = f" page{several} {pages_text(paper.pages)}" if paper.pages else ""
        yield f"  {clean(paper.filename)}{pages} = {paper.kind}{told}"
        if paper.unread:
            yield f"    not all of it was read: {clean(paper.unread)}"
        for evidence in paper.evidence[:6]:
            yield "    " + evidence_line(evidence)


def _item(item: ItemVerdict) -> Iterator[str]:
    told = "; ".join(clean(x) for x in (", ".join(item.value), item.detail) if x)
    yield f"{item.item}: {item.status}" + (f" ({told})" if told else "")
    for evidence in item.evidence:
        yield "    " + evidence_line(evidence)


def evidence_line(evidence: Evidence) -> str:
    """Where something stands and in which words, on one line."""
    page = f" page {evidence.page}" if evidence.page else ""
    quote = f' "{clean(evidence.quote, 160)}"' if evidence.quote else ""
    rule = f"  [{clean(evidence.rule)}]" if evidence.rule else ""
    return f"{clean(evidence.source)}{page}:{quote}{rule}"


def _form(form: Form) -> Iterator[str]:
    names = ", ".join(clean(name) for name in form.filenames)
    yield f"{form.form} form in {names}: {form.status}, held against {clean(form.blank_file)}"
    if form.signature:
        yield f"    signed: {', '.join(form.signature)}"
    for number in form.missing_pages:
        yield f"    page {number} of the form was not found"
    for doubt in form.doubts:
        yield f"    doubt: {clean(doubt)}"
    for reading in form.readings:
        yield "    " + _reading(reading)


def _reading(reading: PlaceReading) -> str:
    place = reading.place
    name = f"{place.group_label or place.label}: {place.option}" if place.option else place.label or place.id
    mark = {"filled": "+", "empty": "-" if place.required and not place.group else " ", "doubtful": "?"}[reading.state]
    page = f"p{reading.page}" if reading.page else ""
    value = f' "{clean(reading.value, 80)}"' if reading.value else ""
    why = f"  ({clean(reading.why, 160)})" if reading.why else ""
    return f"{mark} {page:<4}{clean(name, 80)}: {reading.state}{value}{why}"


def _write(html: Path, core: Core, examined: Examined, verdict: Verdict) -> None:
    from soppa_mailbot.commands.explain_page import explain_page

    try:
        html.write_text(explain_page(core, examined, verdict), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{html} cannot be written: {error.strerror or error}") from error
