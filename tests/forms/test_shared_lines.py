"""One line of a printed page for two answers, with a caption for each under it; runs of dots printed over others."""

from __future__ import annotations

import io
from collections.abc import Sequence

import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

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
