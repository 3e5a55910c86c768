#!/usr/bin/env python3
"""Makes the Kestrel Ridge corpus: district/, messages/ and labels.jsonl beside this file. All of it is made up.

Needs reportlab, python-docx, openpyxl, pikepdf, pypdfium2, Pillow and OpenCV, and the fonts DejaVu Sans and URW Z003.
A second run gives the same bytes.
"""

from __future__ import annotations

import json
from pathlib import Path

import cases_agreements
import cases_complete
import cases_not_ours
import cases_other
import cases_places
import cases_unfinished
from corpus import RFI, RFI_WORD, RIDER, RIDER_WORD, Corpus
from district import CONFIG, REGISTER, SCHOOLS

HERE = Path(__file__).resolve().parent


def main() -> None:
    home = HERE / "district"
    (home / "forms").mkdir(parents=True, exist_ok=True)
    for name, data in (
        ("intake.pdf", RFI),
        ("intake.docx", RFI_WORD),
        ("rider.pdf", RIDER),
        ("rider.docx", RIDER_WORD),
    ):
        (home / "forms" / name).write_bytes(data)
    for name, text in (("config.toml", CONFIG), ("schools.csv", SCHOOLS), ("register.csv", REGISTER)):
        (home / name).write_text(text, encoding="utf-8")
    corpus = Corpus()
    for part in (
        cases_complete.complete,
        cases_unfinished.unfinished,
        cases_not_ours.not_ours,
        cases_not_ours.exempt,
        cases_agreements.agreements,
        cases_places.places,
        cases_places.deadlines,
        cases_other.containers,
        cases_other.people,
        cases_other.machines,
    ):
        part(corpus)
    out = HERE / "messages"
    out.mkdir(exist_ok=True)
    for old in out.glob("*.eml"):
        old.unlink()
    for case in corpus.cases:
        (out / case.name).write_bytes(case.mail if isinstance(case.mail, bytes) else case.mail.as_bytes())
    lines = [json.dumps(case.label, ensure_ascii=False) for case in corpus.cases]
    (HERE / "labels.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(corpus.cases)} messages")


if __name__ == "__main__":
    main()
