"""`check --html OUT`: each blank's pages with the places that were found drawn on them, for the administrator's eye."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from html import escape
from pathlib import Path

from PIL import Image

from soppa_mailbot.forms.scans.on_paper import more_scans_go_to_people
from soppa_mailbot.model import Blank, Page, Place

STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 68rem; padding: 0 1rem; color: #1c2733; }
h1 { font-size: 1.5rem } h2 { margin-top: 2.5rem; font-size: 1.2rem }
.page { position: relative; display: inline-block; border: 1px solid #9aa7b4; margin: 0 1rem 1rem 0;
        vertical-align: top }
.page img { display: block; width: 46rem; max-width: 100% }
.place { position: absolute; border: 2px solid #0b6bcb; background: rgb(11 107 203 / 14%) }
.place.open { border-style: dashed; border-color: #6b7885; background: rgb(107 120 133 / 12%) }
.place.role { border-color: #a4262c; background: rgb(164 38 44 / 14%) }
.place b { position: absolute; top: -0.75em; left: -0.2em; font-size: 10px; background: #fff; padding: 0 2px;
           color: #1c2733 }
table { border-collapse: collapse; margin: 1rem 0; width: 100% } caption { text-align: left; font-weight: 600 }
th, td { text-align: left; border-bottom: 1px solid #d5dce3; padding: 0.25rem 0.6rem; vertical-align: top }
.legend span { padding: 0 0.4rem; border: 2px solid #0b6bcb; margin-right: 0.4rem }
.legend .open { border: 2px dashed #6b7885 } .legend .role { border-color: #a4262c }
"""


def blanks_page(blanks: Sequence[Blank], pictures: Path, district: str) -> str:
    """One HTML page; pictures are inside it, nothing is loaded from elsewhere."""
    body = "\n".join(_blank(blank, pictures, more_scans_go_to_people(blank, blanks)) for blank in blanks)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Blank forms of {escape(district)}</title>'
        f"<style>{STYLE}</style><h1>Blank forms of {escape(district)}, as they were learnt</h1>"
        '<p class="legend"><span>asked for</span><span class="open">may stay empty</span>'
        '<span class="role">has a role</span></p>'
        "<p>Is a place missing, or may one stay empty that is drawn as asked for? Name its label under "
        "<code>optional</code>, or its role under <code>[forms.….roles]</code>, and check again.</p>"
        f"{body}</html>"
    )


def _blank(blank: Blank, pictures: Path, on_paper: str) -> str:
    numbered = list(enumerate(blank.places, 1))
    pages = "".join(
        _page(page, pictures / f"{blank.id}-p{page.number}.png", [(n, p) for n, p in numbered if p.page == page.number])
        for page in blank.document.pages
    )
    rows = "".join(_row(number, place) for number, place in numbered)
    notes = "".join(f"<p>{escape(note)}</p>" for note in (*blank.notes, on_paper) if note)
    return (
        f"<h2>{escape(blank.file)}: {escape(blank.title)}</h2>{notes}{pages}"
        f"<table><caption>{len(numbered)} places</caption><thead><tr><th>#<th>page<th>label"
        "<th>kind<th>asked for<th>role"
        f"</thead><tbody>{rows}</tbody></table>"
    )


def _row(number: int, place: Place) -> str:
    asked = "yes" if place.required else ("no, the District's" if place.party == "district" else "no")
    cells = (number, place.page or "", label_of(place), place.kind, asked, place.role)
    return "<tr>" + "".join(f"<td>{escape(str(cell))}" for cell in cells)


def label_of(place: Place) -> str:
    """`question: option` for a box, else the label."""
    if place.group_label and place.option:
        return f"{place.group_label}: {place.option}"
    return place.label or place.id


def _page(page: Page, picture: Path, places: Sequence[tuple[int, Place]]) -> str:
    if not picture.is_file():
        return ""
    boxes = []
    for number, place in places:
        if place.box is None:
            continue
        left, top, right, bottom = place.box
        style = (
            f"left:{100 * left / page.width:.2f}%;top:{100 * top / page.height:.2f}%;"
            f"width:{100 * (right - left) / page.width:.2f}%;height:{100 * (bottom - top) / page.height:.2f}%"
        )
        kind = "role" if place.role else ("" if place.required else "open")
        boxes.append(
            f'<div class="place {kind}" style="{style}" title="{escape(label_of(place))}"><b>{number}</b></div>'
        )
    data = base64.b64encode(_smaller(picture)).decode()
    return f'<div class="page"><img alt="page {page.number}" src="data:image/png;base64,{data}">{"".join(boxes)}</div>'


def _smaller(picture: Path) -> bytes:
    """The 200 dpi picture at half its size: enough to read, and the page stays small."""
    with Image.open(picture, formats=["PNG"]) as image:
        half = image.convert("L").resize((max(1, image.width // 2), max(1, image.height // 2)))
    buffer = io.BytesIO()
    half.quantize(16).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
