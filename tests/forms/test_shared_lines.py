"""One line of a printed page for two answers, with a caption for each under it; runs of dots printed over others."""

from __future__ import annotations

import io
from collections.abc import Sequence

import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.forms.pages.runs_over_runs import runs_as_seen
from soppa_mailbot.forms.pages.shared_lines import captions_under, parted
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Box, Form, Page, Word

TITLE = "Questionnaire for Vendors of Computer Software"
Text = tuple[float, float, str]


def printed(texts: Sequence[Text] = (), rules: Sequence[tuple[float, float, float]] = ()) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792))
    canvas.setFont("Courier", 10)
    canvas.drawString(72, 740, TITLE)
    canvas.drawString(72, 724, "Every item is to be answered by the vendor and sent to the purchasing office.")
    for x, y, text in texts:
        canvas.setFont("Courier", 8 if text.startswith("(") else 10)
        canvas.drawString(x, y, text)
    for left, right, y in rules:
        canvas.line(left, y, right, y)
    canvas.save()
    return out.getvalue()


def learnt(texts: Sequence[Text], rules: Sequence[tuple[float, float, float]] = ()) -> Blank:
    return papers.blank(printed(texts, rules), "rfi", TITLE, "blank.pdf")


def labels(blank: Blank) -> list[str]:
    return [p.label for p in blank.places]


def pair(y: float, left: str, right: str, line: str = "") -> list[Text]:
    line_ = [(72.0, y, line)] if line else []
    return [*line_, (140.0, y - 11, left), (400.0, y - 11, right)]


ASKED = ["print or type name", "telephone", "signature", "date"]


@pytest.mark.parametrize("mark", [".", "_"])
def test_each_caption_under_a_line_has_its_stretch(mark: str) -> None:
    texts = [*pair(640, f"({ASKED[0]})", f"({ASKED[1]})", mark * 76), *pair(580, "(signature)", "(date)", mark * 76)]
    blank = learnt(texts)
    assert labels(blank) == ASKED
    name, telephone, *_ = (p.box for p in blank.places)
    assert name is not None
    assert telephone is not None
    assert name[2] <= telephone[0] + 0.01

    def form(*answers: Text) -> Form:
        (found,) = assemble(recognise(papers.read(printed([*texts, *answers]), "paper.pdf"), (blank,)), (blank,))
        return found

    whole = [
        (76.0, 642.0, "Ana Ruiz"),
        (340.0, 642.0, "555-0142"),
        (76.0, 582.0, "Ana Ruiz"),
        (340.0, 582.0, "3/2/2026"),
    ]
    assert form(*whole).open == ()
    assert [m.split(" (")[0] for m in form(*whole[:3]).open] == ["date"]
    assert [m.split(" (")[0] for m in form(whole[0], *whole[2:]).open] == ["telephone"]


def test_a_rule_across_the_page_with_captions_is_written_on() -> None:
    texts = [*pair(640, f"({ASKED[0]})", f"({ASKED[1]})"), *pair(580, "(signature)", "(date)")]
    assert labels(learnt(texts, [(72, 535, 640), (72, 535, 580)])) == ASKED


def test_bare_captions_of_a_signer_share_a_line() -> None:
    assert labels(learnt(pair(640, "Signature", "Date", "_" * 76))) == ["Signature", "Date"]


@pytest.mark.parametrize(
    ("under", "asked"),
    [
        ([(72.0, 629.0, "(name of the firm)")], ["name of the firm"]),  # one caption
        # words of the next row, with lines of their own
        ([(72.0, 629.0, "City ____________"), (340.0, 629.0, "State ____________")], ["Purpose", "City", "State"]),
        # heads of columns
        (
            [(72.0, 629.0, "Name"), (340.0, 629.0, "Title"), (72.0, 600.0, "_" * 30), (340.0, 600.0, "_" * 30)],
            ["Purpose", "Name", "Title"],
        ),
    ],
)
def test_other_words_under_a_line_do_not_part_it(under: list[Text], asked: list[str]) -> None:
    line = "_" * 76 if asked[0] != "Purpose" else "Purpose: " + "_" * 66
    assert labels(learnt([(72.0, 640.0, line), *under])) == asked


def test_a_run_of_dots_ends_before_words_that_stand_on_it() -> None:
    texts = [
        (72.0, 640.0, "City and State"),
        (160.0, 640.0, "." * 62),
        (352.0, 640.0, "Zip code"),
        (404.0, 640.0, "." * 20),
    ]
    blank = learnt(texts)
    assert labels(blank) == ["City and State", "Zip code"]
    first, second = (p.box for p in blank.places)
    assert first is not None
    assert second is not None
    assert first[2] <= 352 * 1.2 < second[0] * 1.2
    typed = printed([*texts, (164.0, 642.0, "Lewistown, PA"), (410.0, 642.0, "17044")])
    (form,) = assemble(recognise(papers.read(typed, "paper.pdf"), (blank,)), (blank,))
    assert form.open == ()


def test_runs_over_each_other_with_nothing_between_are_one_line() -> None:
    blank = learnt([(72.0, 640.0, "Name of firm"), (150.0, 640.0, "_" * 30), (200.0, 640.0, "_" * 40)])
    assert labels(blank) == ["Name of firm"]


# --- what stands where ------------------------------------------------------------------------------------------------

LINE: Box = (72, 302, 535, 302)
Said = tuple[str, float, float]
NAMES: tuple[Said, ...] = (("(name of firm)", 100, 305), ("(telephone)", 350, 305))
SIGNER: tuple[Said, ...] = (("Signature", 100, 305), ("Date", 350, 305))


def laid_out(*texts: Said) -> Layout:
    words = [
        Word(word, (left + 22 * n, top, left + 22 * n + 20, top + 6))
        for text, left, top in texts
        for n, word in enumerate(text.split())
    ]
    return Layout(Page(1, 612, 792, tuple(words)))


@pytest.mark.parametrize(
    ("texts", "lines"),
    [
        (NAMES, ()),
        ((("(name of firm)", 67, 305), ("(telephone)", 518, 305)), ()),  # a little beyond its ends
        ((("(name of firm)", 100, 299), ("(telephone)", 350, 299)), ()),  # close under characters that reach lower
        ((*NAMES, ("(fax)", 550, 305)), ()),  # another line's
        ((*((t, x, 308.0) for t, x, _ in NAMES), ("Note", 20, 300)), ()),  # what stands beside it
        ((*NAMES, ("(print)", 100, 310.9), ("(home)", 350, 310.9)), ()),  # the row right under it
        (SIGNER, ()),
        (SIGNER, ((72, 340, 535, 340),)),  # the next line is no column
        (SIGNER, ((72, 340, 200, 340),)),  # of one of them
        (SIGNER, ((72, 400, 200, 400), (340, 400, 500, 400))),  # far below
    ],
)
def test_captions_that_share_a_line(texts: tuple[Said, ...], lines: tuple[Box, ...]) -> None:
    names = [t for t, x, _ in texts[:2]]
    layout = laid_out(*texts)
    assert [p.text for p in captions_under(layout, LINE, lines)] == names
    assert [b for b in parted(layout, [LINE]) if b != LINE]


@pytest.mark.parametrize(
    ("texts", "lines"),
    [
        ((("(name of firm)", 100, 314), ("(telephone)", 350, 314)), ()),  # of a line further down
        ((("(name of firm)", 100, 305), ("(telephone)", 184, 305)), ()),  # one remark
        ((("(name of the firm that makes the offer)", 100, 305), ("(telephone)", 350, 305)), ()),
        (NAMES, ((350, 313, 500, 313),)),  # words before a line of their own
        ((*NAMES, ("☐", 500, 305)), ()),  # or a box
        ((("Signature:", 100, 305), ("Date:", 350, 305)), ()),
        (SIGNER, ((72, 340, 200, 340), (340, 340, 500, 340))),  # heads of columns
        ((*SIGNER, ("________", 95, 334), ("________", 345, 334)), ()),
    ],
)
def test_words_that_share_none(texts: tuple[Said, ...], lines: tuple[Box, ...]) -> None:
    assert captions_under(laid_out(*texts), LINE, lines) == []


def test_a_short_line_is_not_shared() -> None:
    assert captions_under(laid_out(("(day)", 100, 305), ("(year)", 160, 305)), (90, 302, 200, 302)) == []


@pytest.mark.parametrize(
    ("texts", "cut"),
    [
        ((("(day)", 162, 305), ("(year)", 393, 305)), 271.5),  # each in the middle of its stretch
        ((("(name of the firm)", 100, 305), ("(day)", 220, 305)), 188),  # never within a caption
        ((("(name of firm)", 76, 305), ("(day)", 300, 305)), 298),  # each at the left of it
    ],
)
def test_where_the_stretch_of_a_caption_ends(texts: tuple[Said, ...], cut: float) -> None:
    assert parted(laid_out(*texts), [LINE]) == [(72, 302, cut, 302), (cut, 302, 535, 302)]


def run(left: float, right: float, foot: float = 300) -> Box:
    return left, foot - 10, right, foot


@pytest.mark.parametrize(
    ("runs", "words", "seen"),
    [
        # words over the end of a run lead to the next one
        ([run(100, 300), run(250, 400)], [run(210, 228), run(230, 248)], [run(100, 208), run(250, 400)]),
        ([run(100, 300), run(250, 400)], [], [run(100, 400)]),
        ([run(100, 400), run(250, 300)], [], [run(100, 400)]),
        ([run(100, 300), run(250, 400)], [run(180, 200)], [run(100, 400)]),  # far before it
        ([run(100, 300), run(250, 400)], [run(210, 290)], [run(100, 400)]),  # over both
        ([run(100, 300), run(250, 400)], [run(104, 248)], [run(100, 400)]),  # from where the run begins
        ([run(100, 300), run(250, 400)], [run(210, 248, 320)], [run(100, 400)]),  # in another row
        ([run(100, 300), run(250, 400, 320)], [], [run(100, 300), run(250, 400, 320)]),
        ([run(100, 300), run(105, 400)], [], [run(100, 300), run(105, 400)]),  # the same again
        ([run(100, 300), run(298, 400)], [], [run(100, 300), run(298, 400)]),  # goes on
        ([run(350, 500), run(100, 300)], [], [run(350, 500), run(100, 300)]),  # in their order
    ],
)
def test_runs_are_as_long_as_they_are_seen(runs: list[Box], words: list[Box], seen: list[Box]) -> None:
    assert runs_as_seen(runs, words) == seen
