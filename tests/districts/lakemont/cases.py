"""The messages and what a careful buyer says of each."""

from dataclasses import dataclass

import office
import orders
import paper
from mailing import File, build

import forms

RFI, SOPPA, PRINT = forms.rfi(), forms.soppa(), forms.soppa()
TWIN = forms.soppa(
    "Lakemoor Public Schools", "Lakemoor Public Schools, District 211", "88 Depot Street, Lakemoor, Illinois 60051"
)
WELLS, EDGE, NORTH, TRAIL, OAK = (
    "Ida B. Wells Middle School",
    "Edgewood Middle School",
    "Northwood Junior High",
    "Indian Trail School",
    "Oak Terrace School",
)
PRE, AVILA, CLAIR, NINTH, KING = (
    "District 112 Preschool Center",
    "Escuela Ávila",
    "St. Clair Elementary School",
    "Ninth Street School",
    "Dr. Martin Luther King Jr. Elementary School",
)
SHER, HIGH = "Sherwood Elementary School", "Lakemont High School"
ALL = ["District-wide"]
R, M, I, U = "received", "missing", "incomplete", "unclear"  # noqa: E741


@dataclass
class Case:
    slug: str
    raw: bytes
    label: dict


CASES: list[Case] = []


def case(
    slug,
    v,
    date,
    subject,
    text,
    files=(),
    *,
    items=None,
    places=None,
    when=None,
    track="new_operator",
    disposition="",
    why="",
    tags=(),
    agreement=None,
    accept=None,
    style="outlook",
    rich="",
    headers=None,
    sender=None,
    email=None,
    product=None,
):
    """`items`: statuses of order form, RFI form and SOPPA form; `places`, `when`: a value, or (status, value)."""
    files = list(files)
    who = sender or (v.person, v.email)
    raw = build(slug, who, date, subject, text, files, style, rich, headers)
    lab = {"file": f"{len(CASES) + 1:03d}-{slug}.eml", "track": track, "disposition": disposition, "items": {}}
    if items:

        def item(x):
            if x is None:
                return {"status": M}
            return (
                {"status": x[0], **({"value": x[1]} if x[1] else {})}
                if isinstance(x, tuple)
                else {"status": R, "value": x}
            )

        lab["items"] = {
            **{k: {"status": s} for k, s in zip(("order_form", "rfi_form", "soppa_form"), items, strict=True)},
            "locations": item(places),
            "deadline": item(when),
        }
        if not disposition:
            good = all(i["status"] in (R, "exempt", "not_required") for i in lab["items"].values())
            lab["disposition"] = ("on_file" if track == "existing_agreement" else "complete") if good else "incomplete"
    lab["attachments"] = [entry for f in files for entry in f.labels()]
    lab["agreement"] = agreement
    lab["vendor"] = {
        "email": email or who[1],
        "product": (v.product if v and items else "") if product is None else product,
    }
    if accept:
        lab["accept"] = accept
    lab["tags"], lab["why"] = list(tags), why
    CASES.append(Case(lab["file"], raw, lab))


def q(v, look="quote", name="", **more) -> File:
    return File(name or f"{v.quote}.pdf", orders.quote(v, look, **more), "order_form")


def rfi(v, how="acro", name="LPS RFI.pdf", **over) -> File:
    values = forms.rfi_values(v, **over)
    make = {
        "acro": lambda: paper.fill(RFI, values),
        "bare": lambda: paper.fill(RFI, values, appearances=False),
        "flat": lambda: paper.write_over(RFI, values),
        "hand": lambda: (paper.scan if v.n % 2 else paper.scan_bitonal)(
            paper.write_over(RFI, values, font=paper.HAND), v.n
        ),
        "free": lambda: paper.annotate(RFI, values),
        "free-bare": lambda: paper.annotate(RFI, values, appearances=False),
        "docx": lambda: office.rfi_docx(values),
        "reflow": lambda: office.rfi_reflowed(values),
        "fax": lambda: paper.fax(paper.write_over(RFI, values, font=paper.HAND), v.n),
    }[how]
    return File(name, make(), "rfi_form")


def soppa(v, how="acro", name="SOPPA DPA.pdf", sign="drawn", **over) -> File:
    values = forms.soppa_values(v, **over)
    make = {
        "acro": lambda: paper.fill(SOPPA, values),
        "bare": lambda: paper.fill(SOPPA, values, appearances=False),
        "flat": lambda: paper.write_over(PRINT, values, sign),
        "free": lambda: paper.annotate(PRINT, values),
        "free-bare": lambda: paper.annotate(PRINT, values, appearances=False),
        "hand": lambda: paper.scan_bitonal(paper.write_over(PRINT, values, sign, paper.HAND), v.n + 40),
    }[how]
    return File(name, make(), "soppa_form")


def agreement(operator, product, signed, expires, status="active") -> dict:
    return {"operator": operator, "product": product, "signed": signed, "expires": expires, "status": status}


def write_all() -> list[Case]:
    from cases_complete import complete
    from cases_forms import wanting
    from cases_other import other
    from cases_track import tracks

    complete()
    wanting()
    tracks()
    other()
    return CASES
