"""A district that the program has never seen: its forms learnt, filled in many ways, told from near twins."""

from __future__ import annotations

import form_papers as papers
import pytest
from form_papers import AGREEMENT, FULL, QUESTIONNAIRE, SIGNED, YES_NO

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

ASKED = [*papers.LEFT, *papers.RIGHT, *papers.WIDE]
UNFINISHED = {k: v for k, v in FULL.items() if k not in ("Annual cost", "Devices", YES_NO[0])}
LEFT_OPEN = {"Annual cost", "Which devices are supported? Mark all that apply", YES_NO[0]}


@pytest.fixture(scope="module")
def flat() -> Blank:
    return papers.blank(papers.questionnaire(), "rfi", QUESTIONNAIRE, "questionnaire-print.pdf")


@pytest.fixture(scope="module")
def fillable() -> Blank:
    return papers.blank(papers.questionnaire(fields=True), "rfi", QUESTIONNAIRE, "questionnaire.pdf")


@pytest.fixture(scope="module")
def word() -> Blank:
    return papers.blank(papers.questionnaire_docx(), "rfi", QUESTIONNAIRE, "questionnaire.docx")


@pytest.fixture(scope="module")
def agreement() -> Blank:
    return papers.blank(papers.agreement(), "soppa", AGREEMENT, "agreement.pdf")


@pytest.fixture(scope="module")
def blanks(flat: Blank, fillable: Blank, word: Blank, agreement: Blank) -> tuple[Blank, ...]:
    return flat, fillable, word, agreement


def forms(data: bytes, blanks: tuple[Blank, ...], name: str = "paper.pdf") -> tuple[Form, ...]:
    document, raster = papers.opened(data, name)
    return assemble(recognise(document, blanks, raster, None), blanks)


def only(data: bytes, blanks: tuple[Blank, ...], name: str = "paper.pdf") -> Form:
    found = forms(data, blanks, name)
    assert len(found) == 1
    return found[0]


# --- learning -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["flat", "fillable", "word"])
def test_places_of_the_questionnaire_are_found_with_labels_roles_and_parties(
    which: str, request: pytest.FixtureRequest
) -> None:
    blank: Blank = request.getfixturevalue(which)
    mine = [p for p in blank.places if p.party == "operator"]
    assert {p.label for p in mine if p.kind != "check"} == set(ASKED)
    assert {p.label for p in blank.places if p.party == "district"} == set(papers.OFFICE)
    assert not any(p.required for p in blank.places if p.party == "district")
    assert all(p.required for p in mine)
    questions = {p.group_label: {q.option for q in mine if q.group == p.group} for p in mine if p.group}
    assert questions["Which devices are supported? Mark all that apply"] == set(papers.DEVICES)
    for question in YES_NO:
        assert questions[question] == {"Yes", "No"}
    by_role = {p.role: p.group_label or p.label for p in mine if p.role}
    assert by_role == {
        "operator": "Company name",
        "product": "Resource name",
        "deadline": "Approval needed by",
        "schools": "Buildings that will use the resource",
        "subject_to_soppa": YES_NO[2],
    }


def test_places_of_the_flat_agreement(agreement: Blank) -> None:
    mine = {p.label: p for p in agreement.places if p.party == "operator" and p.kind != "check"}
    assert set(mine) == {*papers.BLANKS_OF_AGREEMENT, *papers.SIGNATURE}
    assert mine["By"].role == "signature"
    assert mine["By"].kind == "signature"
    assert mine["Date"].role == "signature_date"
    theirs = [p.label for p in agreement.places if p.party == "district"]
    assert theirs == papers.SIGNATURE  # the right-hand column, under "FOR THE DISTRICT"


# --- ways of filling ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [1.0, 0.97, 0.93, 0.90])
@pytest.mark.parametrize("which", ["flat", "fillable"])
def test_typed_and_printed_smaller(which: str, scale: float, request: pytest.FixtureRequest) -> None:
    blank: Blank = request.getfixturevalue(which)
    shift = (0.0, 0.0) if scale == 1.0 else (18.0, 30.0)
    full = only(papers.questionnaire(FULL, scale=scale, shift=shift), (blank,))
    assert (full.status, full.open, full.doubtful) == ("complete", (), ())
    assert full.subject_to_soppa is True
    assert full.answer("schools") == "Ford Elementary"
    assert full.answer("deadline") == "March 5, 2027"
    some = only(papers.questionnaire(UNFINISHED, scale=scale, shift=shift), (blank,))
    assert some.status == "incomplete"
    assert set(some.open) == LEFT_OPEN


def test_one_place_empty_is_always_found(flat: Blank) -> None:
    """Each place by itself, at two sizes: no form with a gap is ever complete, and the gap is named."""
    for label in ASKED:
        rest = {k: v for k, v in FULL.items() if k != label}
        for scale in (1.0, 0.94):
            form = only(papers.questionnaire(rest, scale=scale, shift=(9, 12)), (flat,))
            assert (form.status, form.open) == ("incomplete", (label,))


def test_fields_with_values_but_no_appearance(blanks: tuple[Blank, ...], fillable: Blank) -> None:
    values: dict[str, str | bool] = {p.id: FULL[p.label] for p in fillable.places if p.label in FULL}
    for place in fillable.places:
        if place.kind == "check" and place.party == "operator":
            values[place.id] = FULL.get(place.group_label, FULL["Devices"]) == place.option
    form = only(papers.filled(papers.questionnaire(fields=True), values), blanks)
    assert (form.status, form.blank_file) == ("complete", "questionnaire.pdf")
    del values[next(p.id for p in fillable.places if p.label == "Where is data stored?")]
    form = only(papers.filled(papers.questionnaire(fields=True), values), blanks)
    assert form.open == ("Where is data stored?",)


def test_text_boxes_and_ink_laid_over_the_page(flat: Blank) -> None:
    notes, ink = [], []
    for place in flat.places:
        if place.party == "district" or place.box is None:
            continue
        left, top, right, bottom = place.box
        rect = (left + 2, 792 - bottom, right, 792 - top)
        if place.kind != "check":
            notes.append((0, rect, FULL[place.label]))
        elif FULL.get(place.group_label, FULL["Devices"]) == place.option:
            ink.append((0, (left + 1, 792 - bottom + 1, right + 3, 792 - top + 4), ""))
    marked = papers.annotated(papers.annotated(papers.questionnaire(), notes), ink, "Ink")
    assert only(marked, (flat,)).status == "complete"
    marked = papers.annotated(papers.annotated(papers.questionnaire(), notes[1:]), ink[1:], "Ink")
    form = only(marked, (flat,))
    assert form.status == "incomplete"
    assert len(form.open) == 2


def test_word_copy(blanks: tuple[Blank, ...]) -> None:
    assert only(papers.questionnaire_docx(FULL), blanks, "back.docx").status == "complete"
    some = only(papers.questionnaire_docx(UNFINISHED), blanks, "back.docx")
    assert (some.status, set(some.open)) == ("incomplete", LEFT_OPEN)
    gone = only(papers.questionnaire_docx(FULL, skip="Annual cost"), blanks, "back.docx")
    assert (gone.status, gone.open) == ("incomplete", ("Annual cost",)), "a question that was deleted is not answered"


@pytest.mark.parametrize("name", ["blank.pdf", "blank.docx"])
def test_blank_sent_back(name: str, blanks: tuple[Blank, ...]) -> None:
    data = papers.questionnaire() if name.endswith("pdf") else papers.questionnaire_docx()
    form = only(data, blanks, name)
    assert form.status == "blank"
    assert set(ASKED) <= set(form.open)


def test_both_answers_ticked_is_no_answer(flat: Blank) -> None:
    question = next(p for p in flat.places if p.group_label == YES_NO[2] and p.option == "No")
    assert question.box is not None
    left, top, right, bottom = question.box
    both = papers.annotated(papers.questionnaire(FULL), [(0, (left, 792 - bottom, right, 792 - top), "X")])
    form = only(both, (flat,))
    assert (form.status, form.open) == ("incomplete", ())
    assert form.contradictory == (f"more than one box is checked at “{YES_NO[2]}”",)
    assert form.subject_to_soppa is None


def test_text_beside_an_empty_place_makes_it_doubtful(flat: Blank) -> None:
    rest = {k: v for k, v in FULL.items() if k != "Annual cost"}
    place = next(p for p in flat.places if p.label == "Annual cost")
    assert place.box is not None
    beside = (place.box[0], 792 - place.box[3] - 13, place.box[0] + 60, 792 - place.box[3] - 3)
    form = only(papers.annotated(papers.questionnaire(rest), [(0, beside, "$4,200")]), (flat,))
    assert (form.status, form.doubtful) == ("doubtful", ("Annual cost",))


def test_stamp_about_the_paper_answers_nothing(flat: Blank) -> None:
    rest = {k: v for k, v in FULL.items() if k != "Company name"}
    place = next(p for p in flat.places if p.label == "Company name")
    assert place.box is not None
    over = (place.box[0], 792 - place.box[3], place.box[2], 792 - place.box[1])
    form = only(papers.annotated(papers.questionnaire(rest), [(0, over, "RECEIVED 2/3/2027")], "Stamp"), (flat,))
    assert form.open == ("Company name",)


# --- signature ------------------------------------------------------------------------------------------------------


def test_signature_typed_drawn_or_missing(agreement: Blank) -> None:
    typed = only(papers.agreement(SIGNED), (agreement,))
    assert (typed.status, typed.signature, typed.unsigned) == ("complete", ("typed",), False)
    unsigned = {k: v for k, v in SIGNED.items() if k != "By"}
    drawn = only(papers.agreement(unsigned, signature_image=True), (agreement,))
    assert (drawn.status, drawn.signature) == ("complete", ("image",))
    missing = only(papers.agreement(unsigned), (agreement,))
    assert (missing.status, missing.unsigned, missing.open) == ("incomplete", True, ())
    place = next(p for p in agreement.places if p.role == "signature")
    assert place.box is not None
    left, top, right, bottom = place.box
    ink = papers.annotated(
        papers.agreement(unsigned), [(1, (left + 20, 792 - bottom, right - 60, 792 - top), "")], "Ink"
    )
    assert only(ink, (agreement,)).signature == ("ink",)


def test_signed_in_the_districts_column_is_not_signed(agreement: Blank) -> None:
    unsigned = {k: v for k, v in SIGNED.items() if k != "By"}
    place = next(p for p in agreement.places if p.kind == "signature" and p.party == "district")
    assert place.box is not None
    left, top, right, bottom = place.box
    wrong = papers.annotated(papers.agreement(unsigned), [(1, (left, 792 - bottom, right, 792 - top), "")], "Ink")
    form = only(wrong, (agreement,))
    assert (form.status, form.unsigned) == ("incomplete", True)


def test_signed_but_not_dated(agreement: Blank) -> None:
    form = only(papers.agreement({k: v for k, v in SIGNED.items() if k != "Date"}), (agreement,))
    assert (form.status, form.open, form.unsigned) == (
        "incomplete",
        ("Date (page 2, under “FOR THE PROVIDER”)",),
        False,
    )


# --- what it is -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "twin",
    [
        papers.questionnaire(FULL, district=papers.TWIN),
        papers.questionnaire(FULL, title="Software Vendor Intake Sheet"),
        papers.questionnaire(FULL, yes_no=["Does the vendor sell data?", "Is there a mobile version?", YES_NO[2]]),
        papers.agreement(SIGNED, district=papers.TWIN),
        papers.agreement(SIGNED, title=papers.OLD_AGREEMENT),
        papers.agreement(SIGNED, district=papers.TWIN, font="Helvetica"),
        papers.agreement(SIGNED, district=papers.TWIN, scale=0.94, shift=(10, 20)),
        papers.letter_page(),
    ],
)
def test_near_twins_are_other_papers(twin: bytes, blanks: tuple[Blank, ...]) -> None:
    assert forms(twin, blanks) == ()


def test_twin_in_word(blanks: tuple[Blank, ...]) -> None:
    assert forms(papers.questionnaire_docx(FULL, district=papers.TWIN), blanks, "twin.docx") == ()


def test_another_font_is_read_word_by_word(agreement: Blank) -> None:
    form = only(papers.agreement(SIGNED, font="Helvetica"), (agreement,))
    assert form.status == "complete"
    form = only(
        papers.agreement({k: v for k, v in SIGNED.items() if k != "Provider address"}, font="Helvetica"), (agreement,)
    )
    assert (form.status, form.open) == ("incomplete", ("Provider address (page 1)",))


def test_several_forms_in_one_file_in_any_order(blanks: tuple[Blank, ...]) -> None:
    unsigned = {k: v for k, v in SIGNED.items() if k != "By"}
    packet = papers.joined(
        papers.letter_page(),
        papers.agreement(SIGNED, pages=(2,)),
        papers.letter_page("Insurance certificate"),
        papers.questionnaire(FULL),
        papers.agreement(SIGNED, pages=(1,)),
        papers.agreement(unsigned),
    )
    found = forms(packet, blanks)
    told = [(f.form, f.status, f.unsigned, sorted(n for _, n in f.pages)) for f in found]
    assert told == [
        ("soppa", "complete", False, [2, 5]),
        ("rfi", "complete", False, [4]),
        ("soppa", "incomplete", True, [6, 7]),
    ]


def test_missing_page_is_named(agreement: Blank) -> None:
    form = only(papers.agreement(SIGNED, pages=(1,)), (agreement,))
    assert (form.status, form.missing_pages, form.unsigned) == ("incomplete", (2,), True)


def test_pages_of_one_copy_in_several_files(agreement: Blank) -> None:
    parts = []
    for name, page in (("b.pdf", 2), ("a.pdf", 1)):
        parts += recognise(papers.read(papers.agreement(SIGNED, pages=(page,)), name), (agreement,))
    found = assemble(parts, (agreement,))
    assert [(f.status, f.documents) for f in found] == [("complete", ("b.pdf", "a.pdf"))]


def test_optional_labels_may_stay_empty() -> None:
    blank = papers.blank(
        papers.questionnaire(),
        "rfi",
        QUESTIONNAIRE,
        optional=("annual COST:", "devices are supported", "Contact fax, if any"),
    )
    free = {p.label for p in blank.places if not p.required and p.party == "operator"}
    assert free == {"Annual cost", "Contact fax"}
    assert any("devices are supported" in note for note in blank.notes), "a name that fits nothing is reported"
