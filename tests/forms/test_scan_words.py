"""The form's own words on scans: another district's names, changed terms, older titles, told from OCR's misreadings."""

from __future__ import annotations

import random
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from proving import briefly
from scans import DPI, Sample, as_png, degraded, filled, printed
from soppa_mailbot.forms.common.likeness import likeness
from soppa_mailbot.forms.common.slots import Stream
from soppa_mailbot.forms.common.tokens import Token, word_tokens
from soppa_mailbot.forms.identity.identity import Span
from soppa_mailbot.forms.papers.own_words import Wording, compare
from soppa_mailbot.forms.registering.closely import Change, read_closely
from soppa_mailbot.forms.registering.closer import Closer
from soppa_mailbot.forms.registering.word_ink import Seen
from soppa_mailbot.forms.scans.misread import repaired
from soppa_mailbot.forms.scans.scan import Scans, recognise_scan
from soppa_mailbot.forms.scans.scan_identity import PageWords, Verdict, judged
from soppa_mailbot.forms.scans.scan_places import read_inside
from soppa_mailbot.forms.scans.scan_sheets import Sheet
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import Box, Document, Word
from soppa_mailbot.reading import image
from soppa_mailbot.reading.base import Limits

AGREEMENT = "soppa-agreement-print.pdf"
LEVELS = ("medium", "fax", "photo")
OTHER_NAMES = {"Bend": "Fork"}
OTHER_NUMBER = {"14": "16", "14,": "16,"}


def reworded(gray: Any, words: tuple[Word, ...], put: dict[str, str], *, most: int = 99) -> Any:
    """The page with some of its printed words painted over by others, as large as they were."""
    sheet = Image.fromarray(gray).convert("L")
    draw = ImageDraw.Draw(sheet)
    done = 0
    for word in words:
        if word.text not in put or done == most:
            continue
        done += 1
        left, top, right, bottom = (v * DPI / 72 for v in word.box)
        draw.rectangle([left - 1, top - 1, right + 1, bottom + 1], fill=255)
        font = ImageFont.load_default(size=(bottom - top) * 0.8)
        wide = draw.textlength(put[word.text], font=font)
        text = Image.new("L", (round(wide) + 2, round(bottom - top)), 255)
        ImageDraw.Draw(text).text((1, 0), put[word.text], fill=0, font=font)
        text = text.resize((max(4, round(right - left)), text.height), Image.Resampling.LANCZOS)
        sheet.paste(text, (round(left), round(top)))
    assert done
    return np.array(sheet)


def looked_at(
    put: dict[str, str], level: str, *, name: str = AGREEMENT, form: str = "soppa", most: int = 99, seed: int = 5
) -> Scans:
    sheet = printed(name, form)
    page = sheet.blank.document.pages[0]
    places = [p for p in sheet.blank.places if p.page == 1]
    gray, _ = filled(sheet.page(1), places, set(), random.Random(3))
    if put:
        gray = reworded(gray, page.words, put, most=most)
    sample = Sample(as_png(degraded(gray, level, seed)), (sheet.blank,), {}, (sheet,))
    opened = image.read(sample.png, Limits())
    assert opened.raster is not None
    document = Document("a1", "scan.png", pages=opened.pages)
    return recognise_scan(document, sample.blanks, opened.raster, sample.blank_raster)


@pytest.mark.parametrize("level", briefly(LEVELS, ("fax",)))
@pytest.mark.parametrize("put", [OTHER_NAMES, OTHER_NUMBER])
def test_another_districts_form_is_none_of_ours(put: dict[str, str], level: str) -> None:
    found = looked_at(put, level)
    assert (found.parts, found.refused) == ((), frozenset({1}))


@pytest.mark.parametrize("level", briefly(LEVELS, ("fax",)))
def test_another_districts_request_form_is_none_of_ours(level: str) -> None:
    found = looked_at(OTHER_NAMES, level, name="vendor-rfi.pdf", form="rfi")
    assert (found.parts, found.refused) == ((), frozenset({1}))


def test_one_name_that_reads_otherwise_is_a_doubt_only() -> None:
    (part,) = looked_at(OTHER_NAMES, "clean", most=1).parts
    assert any("name or title" in doubt and '"Fork"' in doubt for doubt in part.doubts)


@pytest.mark.parametrize("level", briefly(LEVELS, ("fax",)))
@pytest.mark.parametrize(("own", "other"), [("(7/2026)", "(7/2023)"), ("governs", "permits"), ("PB-21", "PB-27")])
def test_changed_words_are_quoted(own: str, other: str, level: str) -> None:
    """One digit of a photograph may be too poor to tell: of three photographs most tell it."""
    seeds = (4, 5, 6) if level == "photo" else (5,)
    doubts = [part.doubts for seed in seeds for part in looked_at({own: other}, level, seed=seed).parts]
    told = [d for d in doubts if d]
    assert len(doubts) == len(seeds) and len(told) > len(seeds) // 2
    for (doubt,) in told:
        assert doubt.startswith("the form's own words were changed: ")
        assert own.strip("()") in doubt
        assert other.strip("()") in doubt


def test_pages_of_a_copy_are_judged_together() -> None:
    """A page that names nobody goes with those that do; one page of another District's among ours is a doubt."""
    name = (Span("name", (0, 1)),)
    own = tuple(Token(t, t) for t in ("maple", "88", "terms", *"abcdefghijklmnopqrstuvwxyz"))
    ours = [PageWords(n, Wording(own), name) for n in (1, 2, 3)]
    change = Change((1,), "88", "38", 1)
    theirs = [PageWords(n, Wording(own, changes=(change,)), name) for n in (4, 5)]
    assert judged([*theirs, PageWords(6, Wording(own), ())]).another
    assert not judged([*ours, theirs[0]]).another
    assert judged([*ours, theirs[0]]).doubts == ('a name or title of the form was changed: "88" reads "38" (page 4)',)
    unread = PageWords(7, Wording(own, unclear=frozenset({1})), name)
    assert judged([unread]) == Verdict(another=False, doubts=())


@pytest.mark.parametrize("level", briefly((*LEVELS, "heavy"), ("fax", "photo")))
@pytest.mark.parametrize(("name", "form"), [(AGREEMENT, "soppa"), ("vendor-rfi.pdf", "rfi")])
def test_a_genuine_scan_is_not_doubted(name: str, form: str, level: str) -> None:
    (part,) = looked_at({}, level, name=name, form=form).parts
    assert part.doubts == ()


class Read:
    """OCR of a page on which one printed word reads otherwise."""

    def __init__(self, printed: str, reads: str, right: float) -> None:
        self.printed, self.reads = (Word(t, (40.0, 10.0, r, 20.0), 0.97) for t, r in ((printed, 52.0), (reads, right)))

    def read(self, *_: object) -> tuple[Word, ...]:
        return (self.reads,)

    def read_blank(self, *_: object) -> tuple[Word, ...]:
        return (self.printed,)


@pytest.mark.parametrize(
    ("line", "reads", "right", "changed"),
    [
        (53.0, "204", 58.0, False),  # "20" with the first stroke of a written 26
        (53.0, "21", 52.0, True),
        (53.0, "214", 58.0, True),
        (53.0, "204", 52.5, True),  # squeezed into the print
        (70.0, "204", 58.0, True),  # between the print and the line
    ],
)
def test_an_answer_written_against_the_print_before_its_line(
    line: float, reads: str, right: float, changed: bool
) -> None:
    own = Token("20", "20", box=(40.0, 10.0, 52.0, 20.0))
    closer = cast("Closer", Read("20", reads, right))
    found, _ = read_closely([own], [True], closer, [(line, 9.0, line + 24, 21.0)])
    assert [str(c) for c in found] == ([f'"20" reads "{reads}"'] if changed else [])


class ReadByLine(Read):
    """The same, of a page whose second line alone reads otherwise."""

    def read(self, box: Box, *_: object) -> tuple[Word, ...]:
        return (self.reads if box[1] > 25 else self.printed,)


@pytest.mark.parametrize(
    ("printed", "reads", "unlike", "doubted"),
    [
        ("85/5", "83/5", 0.14, False),
        ("85/5", "83/5", 0.3, True),  # another print than that of the others
        ("85/5", "33/5", 0.14, True),
        ("30", "80", 0.14, True),  # the days of a term
    ],
)
def test_one_reference_of_a_column_may_be_misread(printed: str, reads: str, unlike: float, doubted: bool) -> None:
    lines = [Word(printed, (40.0, y, 52.0, y + 10), 1.0) for y in (10.0, 40.0, 12.0, 14.0)]
    own = [t for word in lines for t in word_tokens([word], 1)]
    marks = [Seen(0.02, 0.0, unlike if t.box and t.box[1] > 25 else 0.15) for t in own]
    closer = cast("Closer", ReadByLine(printed, reads, 52.0))
    found = compare(own, marks, (), (), closer, known={})
    assert [str(c) for c in found.changes] == ([f'"{printed}" reads "{reads}"'] if doubted else [])


@pytest.mark.parametrize(
    ("own", "read", "verdict"),
    [
        ("88", "88", "same"),
        ("88", "b8", "same"),
        ("88", "38", "other"),
        ("88", "8x", "unclear"),
        ("10", "lo", "same"),
        ("30", "90", "other"),
        ("30", "3", "other"),
        ("hollow", "hollaw", "same"),
        ("hollow", "ho11ow", "same"),
        ("hollow", "harbor", "other"),
        ("shall", "will", "other"),
        ("not", "nat", "unclear"),
        ("or", "and", "other"),
    ],
)
def test_likeness_allows_for_ocr_and_not_for_digits(own: str, read: str, verdict: str) -> None:
    assert likeness(own, read) == verdict


@pytest.mark.parametrize(
    ("own", "read", "found"),
    [
        ("B6", "Bé", True),
        ("A6", "A6é", True),
        ("B6", "B8", False),
        ("A6", "A6a", False),
        ("Is", "\\s", True),
        ("Is", "As", False),
        ("or", "\\s", False),
    ],
)
def test_a_number_or_a_short_word_that_ocr_misread(own: str, read: str, found: bool) -> None:
    def tokens(*words: str) -> list[Token]:
        return word_tokens([Word(w, (0.0, 0.0, 9.0, 9.0)) for w in words], 1)

    comparison = Comparison(
        Stream(tokens("Answer", own, "People")), tokens("Answer", "Ann", read, "People"), [0, -1, 3]
    )
    assert (repaired(comparison).to_paper[1] == 2) is found


@pytest.mark.parametrize(
    ("readings", "read"),
    [
        ({2.0: "January 8, 2027", 3.0: "January 8, 2027"}, "January 8, 2027"),
        ({2.0: "January 8, 2027", 3.0: "January 3, 2027"}, ""),
        ({2.0: "January 8, 2027", 3.0: "?January 8, 2027"}, ""),  # not sure of a word
        ({2.0: "January 8, 2027", 3.0: ""}, ""),
        ({2.0: "", 3.0: ""}, ""),
        ({2.0: "MM/DD/YYYY", 3.0: "MM/DD/YYYY"}, ""),
    ],
)
def test_a_day_is_read_again_within_its_frame(readings: dict[float, str], read: str) -> None:
    class Looked:
        def read(self, box: Box, zoom: float) -> tuple[Word, ...]:
            assert box == (11.5, 11.5, 98.5, 28.5)
            said = readings[zoom].split()
            return tuple(Word(w.lstrip("?"), box, 0.5 if w.startswith("?") else 0.95) for w in said)

    sheet = cast("Sheet", SimpleNamespace(closer=Looked()))
    assert " ".join(w.text for w in read_inside(sheet, (10, 10, 100, 30))) == read
