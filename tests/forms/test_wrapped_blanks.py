"""Blanks that begin or end a line of the form's page, in copies that another program wrapped anew."""

from __future__ import annotations

from collections.abc import Sequence

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.common.slots import Slot, Stream
from soppa_mailbot.forms.common.tokens import Token
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.forms.texts.own_sentences import in_its_sentence, wraps

TITLE = "Agreement for the Protection of Covered Information"
INTRO = "The Operator completes the blanks and returns the agreement to Alder Creek District 9."
BLANK = (
    "5. Breach. The Operator tells the District of a breach in the most expedient time possible and no later than",
    "________ calendar days after it was determined that a breach has occurred, and bears the costs of it.",
    "6. This agreement covers the following product(s) or service(s) of the Operator:",
    "____________________________",
    "7. Term. The agreement ends when the District no longer uses what the Operator sells to it.",
)


def sheet(lines: Sequence[str]) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    for n, line in enumerate(lines):
        canvas.drawString(60, 690 - 12 * n, line)
    return canvas.getpdfdata()


def test_answers_stand_where_the_sentence_has_them() -> None:
    blank = papers.blank(sheet(BLANK), "soppa", TITLE)
    copy = (
        "5. Breach. The Operator tells the District of a breach in the most expedient time possible and",
        "no later than 30 calendar days after it was determined that a breach has occurred, and bears",
        "the costs of it.",
        "6. This agreement covers the following product(s) or service(s) of the Operator: Quarry Kiosk",
        "7. Term. The agreement ends when the District no longer uses what the Operator sells to it.",
    )
    (found,) = recognise(papers.read(sheet(copy)), [blank])
    assert [(r.state, r.value) for r in found.readings] == [("filled", "30"), ("filled", "Quarry Kiosk")]
    assert found.doubts == ()


@pytest.mark.parametrize(("right", "inside"), [(330.0, True), (580.0, False)])
def test_an_answer_that_begins_the_next_line_with_the_next_sentence_behind_it(right: float, inside: bool) -> None:
    """ "... for these purposes: / homework____. It sells": what comes next stands behind the answer on its line."""

    def token(norm: str, left: float, y: float) -> Token:
        return Token(norm, norm, page=1, box=(left, y, left + 40, y + 10))

    own = [token("purposes:", 400, 100), token("It", 300, 112), token("sells", 345, 112)]
    paper = [token("purposes:", 400, 100), token("homework", 60, 112), token("It", right, 112), token("sells", 60, 124)]
    slot = Slot("p1:line1", "text", 1)
    comparison = Comparison(Stream(own, [slot]), paper, [0, 2, 3])
    assert in_its_sentence(comparison, slot, [paper[1]], ()) is inside


SENTENCE = "2. The officer for security is ____________________, who can be reached by telephone at"
NEXT = "____________________ or by e-mail at ____________________."
USED = "3. It is used in grades ____________________ and the number of students is expected to be"


def agreement(used: tuple[str, str], officer: tuple[str, str, str], *, wrapped: bool) -> bytes:
    """The form's own lines, or a copy that was typed anew, in which the lines break elsewhere."""
    if wrapped:
        lines = [
            SENTENCE.replace("____________________", officer[0]),
            NEXT.replace("____________________", officer[1], 1).replace("____________________", officer[2]),
            USED.replace("____________________", used[0]),
            f"{used[1]}.",
        ]
    else:
        lines = [
            f"2. The officer for security is {officer[0]}, who can be reached by telephone at {officer[1]} or by",
            f"e-mail at {officer[2]}.",
            f"3. It is used in grades {used[0]} and the number of students is expected to be {used[1]}.",
        ]
    canvas = papers.canvas_of("Data Privacy Agreement", "The provider and the district agree on what follows here.")
    for number, line in enumerate((*lines, "Nothing in this agreement may be changed but in writing by both parties.")):
        canvas.drawString(60, 640 - 15 * number, line)
    return canvas.getpdfdata()


@pytest.mark.parametrize("left", range(6))
def test_blanks_that_begin_a_line_in_a_copy_with_other_lines(left: int) -> None:
    line = "____________________"
    blank = papers.blank(agreement((line,) * 2, (line,) * 3, wrapped=True), "rfi", "Data Privacy Agreement")
    answers = ["K-8", "900", "Steve Ray", "309-555-0121", "ray@tern.example"]
    given = [a if n != left else line for n, a in enumerate(answers)]
    copy = papers.copy_of(blank, agreement((given[0], given[1]), (given[2], given[3], given[4]), wrapped=False))
    assert copy.doubts == ()
    assert [r.value.rstrip(".,") for r in copy.readings if r.state == "filled"] == [
        a for n, a in zip((2, 3, 4, 0, 1), (*answers[2:], *answers[:2]), strict=True) if n != left
    ]


LINE = "_" * 20


def short(officer: str = LINE, mail: str = LINE, initials: str = "______", *, wrapped: bool = False) -> bytes:
    """A label of one word at the end of a line, and its blank alone on the next."""
    line = f"7. The person to reach in case of a breach is {officer}, e-mail"
    lines = [line, f"{mail}."] if wrapped else [f"{line} {mail}."]
    canvas = papers.canvas_of("Data Privacy Agreement", "The provider and the district agree on what follows here.")
    for number, text in enumerate((*lines, f"8. {initials} (initials) The provider pays the costs of a breach.")):
        canvas.drawString(60, 640 - 15 * number, text)
    return canvas.getpdfdata()


@pytest.mark.parametrize("left", [None, 0, 1, 2])
def test_a_blank_below_a_label_of_one_word(left: int | None) -> None:
    blank = papers.blank(short(wrapped=True), "rfi", "Data Privacy Agreement")
    given = [a if n != left else "_" * len(a) for n, a in enumerate(("Stephen J. Raymond", "ray@tern.example", "SR"))]
    copy = papers.copy_of(blank, short(*given))
    assert [r.state for r in copy.readings] == ["empty" if n == left else "filled" for n in range(3)]


OPENING = (
    "This agreement is made between the Board of Education of Wexley and",
    "{0}, a",
    "{1} (state and kind of company), whose",
    "principal office is at {2} (the Vendor).",
)


def opening(answers: tuple[str, str, str] | None = None) -> bytes:
    """The sentence that names the parties: its blanks on their lines, or as a copy wraps its answers."""
    canvas = papers.canvas_of("Vendor agreement", "Each party signs this agreement and keeps a copy of it.", size=10)
    said = answers or ("_" * 40, "_" * 40, "_" * 40)
    text = " ".join(OPENING).format(*said) if answers else ""
    lines = list(OPENING) if not answers else []
    while text:
        cut = text.rfind(" ", 0, 84) if len(text) > 84 else len(text)
        lines, text = [*lines, text[:cut]], text[cut:].strip()
    for n, line in enumerate(lines):
        canvas.drawString(60, 700 - 15 * n, line.format(*said))
    canvas.drawString(60, 600, "The Vendor keeps all records of pupils safe and tells the schools of any breach.")
    canvas.drawString(60, 570, "Signature of the Vendor: " + ("/s/ Ana Ruiz" if answers else "_" * 40))
    return bytes(canvas.getpdfdata())


def test_answers_of_one_sentence_that_a_copy_wraps_otherwise_are_each_their_own() -> None:
    blank = papers.blank(opening(), "soppa", "Vendor agreement")
    said = ("Acme Inc.", "Massachusetts corporation", "1402 Foundry Row, Providence, RI 02903")
    form = papers.copy_of(blank, opening(said))
    assert [r.value.rstrip(",") for r in form.readings][:3] == list(said)
    assert (form.status, form.doubts) == ("complete", ())


def closing(who: str = "", office: str = "", day: str = "") -> bytes:
    blanks = [text or "." * 30 for text in (who, office, day)]
    return sheet((f"9. Filled in by {blanks[0]} ( {blanks[1]} ) on {blanks[2]}.", "10. Company: " + (who or LINE)))


@pytest.mark.parametrize(
    ("answers", "states"),
    [
        (("Ann Lee", "Owner", "5/4/2027"), ["filled"] * 4),
        (("..Ann Lee" + "." * 15, "..Owner" + "." * 17, "5/4/2027"), ["filled"] * 4),
        (("", "Owner", "5/4/2027"), ["empty", "filled", "filled", "empty"]),
        (("Ann Lee", "", "5/4/2027"), ["filled", "empty", "filled", "filled"]),
    ],
)
def test_a_blank_in_brackets_behind_a_blank_is_one_of_its_own(answers: tuple[str, str, str], states: list[str]) -> None:
    blank = papers.blank(closing(), "rfi", TITLE)
    assert [p.label for p in blank.places][:3] == ["9. Filled in by", "9. Filled in by (in brackets)", "on"]
    assert [r.state for r in papers.copy_of(blank, closing(*answers)).readings] == states


def test_blanks_in_brackets_of_a_word_form() -> None:
    def paper(*answers: str) -> bytes:
        document = docx.Document()
        for line in (TITLE, INTRO, *BLANK[:3]):
            document.add_paragraph(line)
        who, office, day = answers or ["." * 30] * 3
        document.add_paragraph(f"Filled in by {who} ({office}) on {day}.")
        return papers.saved(document)

    blank = papers.blank(paper(), "rfi", TITLE, "form.docx")
    found = papers.copy_of(blank, paper("Ann Lee", "Owner", "5/4/2027"), "full.docx").readings[-3:]
    assert [(r.state, r.value.strip("().")) for r in found] == [
        ("filled", "Ann Lee"), ("filled", "Owner"), ("filled", "5/4/2027")
    ]  # fmt: skip


@pytest.mark.parametrize(("left", "wrapped"), [(60.0, True), (300.0, False)])
def test_an_answer_that_goes_on_at_the_beginning_of_the_next_line(left: float, wrapped: bool) -> None:
    def token(norm: str, left: float, y: float) -> Token:
        return Token(norm, norm, page=1, box=(left, y, left + 40, y + 10))

    paper = [token("data:", 60, 100), token("name", 460, 100), token("grade", left, 112), token("It", 60, 136)]
    aside = [token("seen", 60, 112)] if left > 60 else []
    comparison = Comparison(Stream([paper[0], paper[3]], [Slot("p1:line1", "text", 1)]), [*paper[:3], *aside], [0, -1])
    assert wraps(comparison, [1], [paper[2]]) is wrapped
    assert not wraps(comparison, [], [paper[2]])


@pytest.mark.parametrize(
    ("said", "asked"), [("other body, organized under the laws of", True), ("another body:", False)]
)
def test_what_a_sentence_says_behind_its_last_box_is_asked_of_every_company(said: str, asked: bool) -> None:
    document = docx.Document()
    for line in (TITLE, INTRO, *BLANK[:3]):
        document.add_paragraph(line)
    document.add_paragraph(
        f"The Operator is a ☐ corporation ☐ limited company ☐ {said} {LINE}, and was founded in {LINE}."
    )
    blank = papers.blank(papers.saved(document), "soppa", TITLE, "form.docx")
    assert [p.required for p in blank.places if p.kind == "text" and p.label == said.rstrip(":")] == [asked]
