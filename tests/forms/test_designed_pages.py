"""Pages as a designer makes them: pills to check, icons, questions side by side over two lists of boxes."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.blanks.split_runs import with_further_lines
from soppa_mailbot.forms.common.ticks import Tick
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Place, Word

TITLE = "Vendor Vetting Snapshot"
INTRO = "Tell us about your product. Marsh Hollow District 21 asks every vendor to answer each question."


def boxes(blank: Blank) -> list[Place]:
    return [p for p in blank.places if p.kind == "check"]


def questions(blank: Blank) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for place in boxes(blank):
        out.setdefault(place.group_label, []).append(place.option)
    return out


def pill(canvas: Canvas, left: float, y: float, text: str, *, wide: float = 20) -> None:
    canvas.roundRect(left, y, wide, 12, 6)
    canvas.drawString(left + wide + 6, y + 3, text)


def pills(marked: str = "") -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    canvas.circle(50, 755, 12)  # an icon with strokes as large as a box to check
    canvas.circle(46, 753, 4)
    canvas.circle(53, 757, 4)
    for y, question, options in (
        (680, "Is the product subject to SOPPA?", ("Yes", "No")),
        (640, "Who will use it?", ("Students", "Teachers", "Families")),
    ):
        canvas.drawString(60, y + 18, question)
        for n, option in enumerate(options):
            pill(canvas, 60 + 110 * n, y, option)
            if option == marked:
                canvas.drawString(67 + 110 * n, y + 3, "X")
    canvas.roundRect(60, 560, 400, 26, 6)
    canvas.drawString(60, 592, "Where is the data hosted?")
    return canvas.getpdfdata()


def test_pills_are_boxes_and_strokes_of_an_icon_are_none() -> None:
    blank = papers.blank(pills(), "rfi", TITLE)
    assert questions(blank) == {
        "Is the product subject to SOPPA?": ["Yes", "No"],
        "Who will use it?": ["Students", "Teachers", "Families"],
    }
    (form,) = assemble(recognise(papers.read(pills("No")), [blank]), [blank])
    assert form.subject_to_soppa is False


def test_a_box_in_a_round_button_is_a_box() -> None:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    canvas.drawString(60, 700, "Is the product subject to SOPPA?")
    for n, option in enumerate(("Yes", "No")):
        left = 60 + 80 * n
        canvas.roundRect(left, 668, 50, 22, 11)
        canvas.rect(left + 6, 674, 9, 9)
        canvas.drawString(left + 20, 675, option)
    assert questions(papers.blank(canvas.getpdfdata(), "rfi", TITLE)) == {
        "Is the product subject to SOPPA?": ["Yes", "No"]
    }


def test_a_legend_of_square_samples_is_no_list_of_boxes() -> None:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    for n, text in enumerate(("Public", "Internal", "Confidential", "Restricted")):
        canvas.rect(60 + 110 * n, 680, 18, 10)
        canvas.drawString(84 + 110 * n, 682, text)
    assert boxes(papers.blank(canvas.getpdfdata(), "rfi", TITLE)) == []


def test_few_round_frames_are_no_boxes() -> None:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    for n, text in enumerate(("Draft", "Form 12", "2026")):
        pill(canvas, 60 + 110 * n, 680, text)
    assert boxes(papers.blank(canvas.getpdfdata(), "rfi", TITLE)) == []


def side_by_side(left: str, right: str, *, behind: str = "") -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    canvas.drawString(60, 690, left)
    canvas.drawString(300, 690, right)
    canvas.drawString(20, 670, behind)
    for n, pair in enumerate((("Students", "Google"), ("Teachers", "Microsoft"), ("Parents", "Own password"))):
        for x, option in zip((70, 310), pair, strict=True):
            canvas.rect(x, 668 - 16 * n, 9, 9)
            canvas.drawString(x + 14, 669 - 16 * n, option)
    return canvas.getpdfdata()


def test_questions_side_by_side_have_the_boxes_under_each() -> None:
    who, how = "Who will use it? (check all that apply)", "How do users sign in? (check all that apply)"
    assert questions(papers.blank(side_by_side(who, how), "rfi", TITLE)) == {
        who: ["Students", "Teachers", "Parents"],
        how: ["Google", "Microsoft", "Own password"],
    }


def rounded(
    heads: tuple[str, str], right: int = 260, further: str = "", under: str = "Families", *, columns: bool = False
) -> bytes:
    """Rows of buttons under two heads, `right` where the second begins; `columns`: the places below stand so too."""
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    canvas.translate(0, -50)
    rows: tuple[tuple[int, str, tuple[str, ...]], ...] = (
        (60, heads[0], ("Students", "Teachers")),
        (right, heads[1], ("K-2", "3-5", "6-8")),
    )
    for left, head, options in rows:
        canvas.drawString(left, 700, head)
        for n, option in enumerate(options):
            button(canvas, left + 62 * n, 674, option)
    canvas.drawString(60, 664, further)
    if under:
        button(canvas, 60, 648, under)
    asked = (("Where does its data live?", "When is it deleted?"), ("Sign-in", "Rosters"), ("Support", "Training"))
    for n, labels in enumerate(asked if columns else ()):
        for left, wide, label in zip((60, 292), (212, 200), labels, strict=True):
            canvas.drawString(left, 620 - 42 * n, label)
            canvas.roundRect(left, 596 - 42 * n, wide, 20, 6)
    return canvas.getpdfdata()


def button(canvas: Canvas, left: float, y: float, text: str) -> None:
    canvas.roundRect(left - 5, y - 5, 56, 18, 9)
    canvas.circle(left + 3, y + 4, 4)
    canvas.drawString(left + 10, y + 1, text)


@pytest.mark.parametrize("heads", [("Who uses it?", "Grades"), ("Who uses it?", "For which grades?")])
@pytest.mark.parametrize("columns", [False, True])
def test_heads_side_by_side_of_which_one_asks_each_have_their_boxes(heads: tuple[str, str], columns: bool) -> None:
    """And a further line under one of them is more of its answers."""
    blank = papers.blank(rounded(heads, 240, columns=columns), "rfi", TITLE)
    assert questions(blank) == {heads[0]: ["Students", "Teachers", "Families"], heads[1]: ["K-2", "3-5", "6-8"]}
    assert len({p.group for p in boxes(blank)}) == 2


@pytest.mark.parametrize(
    ("given", "groups"),
    [
        ((("The product is", "used by whom?"), 260, "", ""), 1),  # one question of two pieces
        ((("Who uses it?", "Grades"), 186, "", ""), 1),  # as far apart as the buttons: perhaps its columns' head
        ((("Used by", "Grades"), 260, "", ""), 1),  # neither asks
        ((("Who uses it?", "Grades"), 260, "Is it free?", "Yes"), 3),
    ],
)
def test_heads_side_by_side_that_do_not_surely_part_the_boxes(
    given: tuple[tuple[str, str], int, str, str], groups: int
) -> None:
    blank = papers.blank(rounded(*given), "rfi", TITLE)
    assert len({p.group for p in boxes(blank)}) == groups


def test_one_question_over_two_columns_of_boxes_is_one() -> None:
    for left, right in (("Check all that apply", ""), ("Check all that", "apply to the product")):
        blank = papers.blank(side_by_side(left, right), "rfi", TITLE)
        assert len({p.group for p in boxes(blank)}) == 1


def test_a_row_number_names_no_room_and_no_question() -> None:
    rows = ("We do not sell information.", "We encrypt it in transit and at rest.")
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(rows=3, cols=4)
    for column, head in enumerate(("No.", "Declaration", "Yes", "No")):
        table.cell(0, column).text = head
    for n, row in enumerate(
        (("No.", "Declaration", "Yes", "No"), *((str(k), text, "", "") for k, text in enumerate(rows, 1)))
    ):
        for left, right, text in zip((60, 90, 400, 440), (90, 400, 440, 480), row, strict=True):
            canvas.rect(left, 680 - 34 * n, right - left, 34)
            canvas.drawString(left + 4, 702 - 34 * n, text)
        if n:
            canvas.drawString(94, 686 - 34 * n, "If No, remark: ____________________")
            for x in (415, 455):
                canvas.rect(x, 690 - 34 * n, 9, 9)
            table.cell(n, 0).text, table.cell(n, 1).text = str(n), f"{row[1]}\nIf No, remark: __________"
            table.cell(n, 2).text = table.cell(n, 3).text = "☐"
    for blank in (
        papers.blank(canvas.getpdfdata(), "soppa", TITLE),
        papers.blank(papers.saved(document), "soppa", TITLE, "form.docx"),
    ):
        assert not any(p.label in ("1", "2") for p in blank.places)
        asked = list(questions(blank))
        assert len(asked) == 2
        assert all(text.rstrip(".") in question for text, question in zip(rows, asked, strict=True))


def test_two_questions_over_their_answers_in_a_table_of_their_own() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    pairs = (
        ("Does it receive student data?", "Is the product subject to SOPPA?"),
        ("☐ Yes     ☐ No", "☐ Yes, subject     ☐ No, not subject"),
    )
    table = document.add_table(rows=2, cols=2)
    for n, row in enumerate(pairs):
        for column, text in enumerate(row):
            table.cell(n, column).text = text
    assert questions(papers.blank(papers.saved(document), "rfi", TITLE, "form.docx")) == {
        pairs[0][0]: ["Yes", "No"],
        pairs[0][1]: ["Yes, subject", "No, not subject"],
    }


def test_the_last_box_of_a_row_does_not_answer_the_label_of_a_place_over_it() -> None:
    """Two columns of labels over their places, and a row of boxes that runs through both."""
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    rows = ((690, "Hosted by", "Encryption"), (650, "Rosters", "Retention"), (560, "Helpdesk", "Training"))
    for y, left, right in rows:
        for x, label in ((60, left), (330, right)):
            canvas.drawString(x, y, label)
            canvas.rect(x, y - 22, 220, 16)
    canvas.drawString(60, 612, "How do users sign in? (check all that apply)")
    for x, option in ((62, "Google"), (130, "Microsoft"), (205, "Clever"), (334, "Own password")):
        canvas.rect(x, 594, 9, 9)
        canvas.drawString(x + 13, 595, option)
    blank = papers.blank(canvas.getpdfdata(), "rfi", TITLE)
    assert questions(blank) == {
        "How do users sign in? (check all that apply)": ["Google", "Microsoft", "Clever", "Own password"]
    }


def test_boxes_of_one_row_answer_the_question_over_them_though_columns_begin_there() -> None:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    canvas.drawString(226, 694, "How it is destroyed (check all that apply)")
    for x, option in ((230, "Erased"), (281, "Overwritten"), (349, "Keys destroyed"), (431, "Shredded")):
        canvas.rect(x, 674, 9, 9)
        canvas.drawString(x + 12, 678, option)  # a little higher than its box, under which the columns begin
    for y, left, right in ((630, "Hosted by", "Encryption"), (590, "Rosters", "Retention")):
        for x, label in ((60, left), (330, right)):
            canvas.drawString(x, y, label)
            canvas.rect(x, y - 22, 220, 16)
    blank = papers.blank(canvas.getpdfdata(), "rfi", TITLE)
    assert [p.option for p in boxes(blank)] == ["Erased", "Overwritten", "Keys destroyed", "Shredded"]
    assert len({p.group for p in boxes(blank)}) == 1


def test_two_rows_of_boxes_that_run_into_the_next_column_are_two_questions() -> None:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    asked = ((560, "Runs on (check all that fit)"), (520, "Users sign in with (check all that fit)"))
    for y, question in asked:
        canvas.drawString(60, y, question)
        for x, option in ((62, "One"), (120, "Two"), (200, "Three"), (334, "Four")):
            canvas.rect(x, y - 18, 9, 9)
            canvas.drawString(x + 13, y - 17, f"{option} {y}")
    for y, left, right in ((460, "Hosted by", "Encryption"), (420, "Rosters", "Retention")):
        for x, label in ((60, left), (330, right)):
            canvas.drawString(x, y, label)
            canvas.rect(x, y - 22, 220, 16)
    told = questions(papers.blank(canvas.getpdfdata(), "rfi", TITLE))
    assert {q: len(o) for q, o in told.items()} == {q: 4 for _, q in asked}


def test_boxes_without_a_tooltip_go_with_those_of_their_rows_that_have_one() -> None:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    canvas.drawString(60, 700, "The Operator marks below every kind of data that the product collects.")
    for n, option in enumerate(("Name", "Grade", "E-mail", "Usage logs", "Photos", "Health")):
        x, y = 62 + 150 * (n % 3), 680 - 20 * (n // 3)
        tooltip = f"Data collected: {option}" if n in (0, 3, 4) else ""
        canvas.acroForm.checkbox(name=f"Check{n}", tooltip=tooltip, x=x, y=y, size=9)
        canvas.drawString(x + 13, y + 1, option)
    canvas.acroForm.textfield(name="purpose", tooltip="Purpose", x=60, y=600, width=200, height=16)
    blank = papers.blank(canvas.getpdfdata(), "soppa", TITLE)
    assert len(boxes(blank)) == 6 and len({p.group for p in boxes(blank)}) == 1


@pytest.mark.parametrize(
    ("left", "top", "words", "joined"),
    [
        (60, 126, "", True),
        (60, 126, "Is it free?", False),
        (90, 126, "", False),  # begun elsewhere
        (60, 160, "", False),  # far below
    ],
)
def test_a_line_of_boxes_under_one_of_two_questions_side_by_side(
    left: float, top: float, words: str, joined: bool
) -> None:
    def ticks(*lefts: float, y: float = 100) -> list[Tick]:
        return [Tick(f"{x}-{y}", (x, y, x + 10, y + 10)) for x in lefts]

    who, grades, further = ticks(60, 120), ticks(260, 320), ticks(left, y=top)
    between = [Word(words, (62, 113, 100, 122))] if words else []
    asked = with_further_lines([[(list(who), []), (grades, [])], [(further, between)]])
    assert [len(run) for run, _ in asked] == ([3, 2] if joined else [2, 2, 1])
    alone = with_further_lines([[(list(who), [])], [(further, between)]])
    assert [len(run) for run, _ in alone] == [2, 1]  # nothing stands between them: it was told before
