"""`explain --html OUT`: the same reasons as a page, with a crop of each place of a form that decided."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Sequence
from html import escape

from PIL import Image

from soppa_mailbot.core import Core, Examined
from soppa_mailbot.finding.papers import pages_text
from soppa_mailbot.model import Box, Evidence, Form, PaperFinding, PlaceReading, Verdict
from soppa_mailbot.terminal import clean

DPI = 110.0
STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; color: #1c2733 }
h1 { font-size: 1.4rem } h2 { font-size: 1.15rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .35rem .6rem;
border-bottom: 1px solid #d5dce3 } q { color: #33475b } img { max-width: 30rem; border: 1px solid #9aa7b4 }
.empty { background: #fdecea } .doubtful { background: #fff6dd } .rule { color: #5a6773; font-size: .9em }
"""
Pictures = dict[tuple[str, int], Image.Image]


def explain_page(core: Core, examined: Examined, verdict: Verdict) -> str:
    """One HTML page with its pictures inside; nothing is loaded from elsewhere, and text from the mail is escaped."""
    found = examined.findings
    pictures = _pictures(core, examined)
    forms = "".join(_form(form, pictures) for form in found.forms)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(clean(found.subject))}</title>'
        f"<style>{STYLE}</style><h1>{escape(clean(found.subject))}</h1>"
        f"<p>From {escape(clean(found.sender.email))}, sent {found.sent:%B %d, %Y}: "
        f"<strong>{verdict.disposition}</strong> ({verdict.track}). "
        f"Product: {escape(clean(verdict.product)) or 'not named'}.</p>"
        f"{_reasons(verdict)}<table><thead><tr><th>Item<th>Status<th>Found</thead><tbody>"
        f"{''.join(_items(verdict))}</tbody></table>{forms}{_files(found.papers)}</html>"
    )


def _reasons(verdict: Verdict) -> str:
    return "".join(f"<p>{escape(clean(reason))}</p>" for reason in verdict.reasons)


def _items(verdict: Verdict) -> Iterator[str]:
    for item in verdict.items:
        told = "; ".join(clean(x) for x in (", ".join(item.value), item.detail) if x)
        yield f"<tr><td>{item.item}<td>{item.status}<td>{escape(told)}{_where(item.evidence)}</tr>"


def _files(papers: Sequence[PaperFinding]) -> str:
    rows = "".join(
        f"<tr><td>{escape(clean(paper.filename))}<td>{pages_text(paper.pages) or 'all'}<td>{paper.kind}"
        f"<td>{escape('; '.join(clean(x) for x in (paper.detail, paper.unread) if x))}{_where(paper.evidence[:6])}</tr>"
        for paper in papers
    )
    return f"<h2>Files</h2><table><thead><tr><th>File<th>Pages<th>Kind<th>Found</thead><tbody>{rows}</tbody></table>"


def _where(evidence: Sequence[Evidence]) -> str:
    return "".join(
        f"<div>{escape(clean(e.source))}{f', page {e.page}' if e.page else ''}: "
        f"<q>{escape(clean(e.quote, 200))}</q> "
        f'<span class="rule">{escape(clean(e.rule))}</span></div>'
        for e in evidence
    )


def _form(form: Form, pictures: Pictures) -> str:
    names = ", ".join(clean(name) for name in form.filenames)
    document = dict.fromkeys(form.documents)
    rows = "".join(_row(reading, form, list(document), pictures) for reading in form.readings)
    absent = "".join(f"<p>Page {number} of the form was not found.</p>" for number in form.missing_pages)
    doubts = "".join(f'<p class="doubtful">Doubt: {escape(clean(doubt))}</p>' for doubt in form.doubts)
    return (
        f"<h2>{escape(form.form)} form in {escape(names)}: {form.status}</h2>"
        f"<p>Held against {escape(clean(form.blank_file))}. "
        f"{'Signed: ' + escape(', '.join(form.signature)) if form.signature else ''}</p>{absent}{doubts}"
        f"<table><thead><tr><th>Page<th>Place<th>Reading<th>Picture</thead><tbody>{rows}</tbody></table>"
    )


def _row(reading: PlaceReading, form: Form, documents: list[str], pictures: Pictures) -> str:
    place = reading.place
    name = f"{place.group_label or place.label}: {place.option}" if place.option else place.label or place.id
    kind = reading.state if reading.state != "empty" or (place.required and not place.group) else ""
    picture = ""
    if reading.box is not None:
        source = next((pictures[d, reading.page] for d in documents if (d, reading.page) in pictures), None)
        picture = _crop(source, reading.box, name) if source is not None else ""
    value = f" <q>{escape(clean(reading.value, 120))}</q>" if reading.value else ""
    return (
        f'<tr class="{kind}"><td>{reading.page or ""}<td>{escape(clean(name))}<td>{reading.state}{value}'
        f'<div class="rule">{escape(clean(reading.why, 200))}</div><td>{picture}</tr>'
    )


def _crop(page: Image.Image, box: Box, name: str) -> str:
    scale, margin = DPI / 72, 14
    left, top, right, bottom = (value * scale for value in box)
    area = (
        max(0, int(left) - margin),
        max(0, int(top) - margin),
        min(page.width, int(right) + margin),
        min(page.height, int(bottom) + margin),
    )
    if area[2] <= area[0] or area[3] <= area[1]:
        return ""
    buffer = io.BytesIO()
    page.crop(area).save(buffer, "PNG", optimize=True)
    data = base64.b64encode(buffer.getvalue()).decode()
    return f'<img alt="{escape(clean(name))}" src="data:image/png;base64,{data}">'


def _pictures(core: Core, examined: Examined) -> Pictures:
    """The pages that hold a form."""
    pictures: Pictures = {}
    for document, page in dict.fromkeys(pair for form in examined.findings.forms for pair in form.pages):
        root, dot, inner = document.partition(".")  # "a3.2": the second file in the third attachment
        number = int(root[1:]) if root[1:].isdigit() else 0
        if not 1 <= number <= len(examined.message.parts):
            continue
        png = core.workers.render(examined.message.parts[number - 1], page, DPI, document=f"a1{dot}{inner}")
        if png:
            pictures[document, page] = Image.open(io.BytesIO(png), formats=["PNG"]).convert("L")
    return pictures
