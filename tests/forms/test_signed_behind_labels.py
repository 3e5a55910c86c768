"""A digital signature in a paper that was set anew: its field stands behind the label of the place that it signs."""

from __future__ import annotations

import pytest

from soppa_mailbot.forms.papers.signing import confirm_signatures
from soppa_mailbot.model import Blank, Box, Document, Field, FormPart, Page, Place, PlaceReading, Word

LABELS = ("Operator signature", "District signature")


def words_of(*lines: tuple[float, float, str]) -> tuple[Word, ...]:
    out = []
    for left, top, text in lines:
        for word in text.split():
            out.append(Word(word, (left, top, left + 6.0 * len(word), top + 10)))
            left += 6.0 * (len(word) + 1)
    return tuple(out)


def read_again(
    field: Field, labels: tuple[str, ...] = LABELS, state: str = "empty", why: str = "", printed: tuple[Word, ...] = ()
) -> PlaceReading:
    places = tuple(
        Place(f"s{n}", "signature", label, n == 0, role="signature", party=("operator", "district")[n])
        for n, label in enumerate(labels)
    )
    beside = words_of((60, 420, f"{labels[0]}: ____"), (330, 420, f"{labels[1]}: ____"))
    page = Page(3, 612, 792, printed or beside)
    document = Document("a1", "signed.pdf", pages=(page,), fields=(field,), notes=("digitally signed",))
    blank = Blank("b1", "soppa", "Agreement", "blank.docx", Document("b", "blank.docx"), places)
    readings = (PlaceReading(places[0], state, why=why), PlaceReading(places[1], "empty"))
    part = FormPart("soppa", "b1", "a1", "signed.pdf", (3,), (1,), readings, 1.0, "flow")
    found = confirm_signatures(part, document, blank, None, None).readings
    assert found[1].state == "empty"
    return found[0]


def signature(box: Box, page: int = 3) -> Field:
    return Field("Signature1", "signature", "Jo Field", filled=True, page=page, box=box)


@pytest.mark.parametrize("box", [(172, 402, 290, 431), (176, 418, 260, 434)])
def test_behind_the_operators_label_it_signs(box: Box) -> None:
    reading = read_again(signature(box))
    assert (reading.state, reading.how) == ("filled", ("digital_signature",))


@pytest.mark.parametrize(
    ("box", "page", "labels"),
    [
        ((460, 402, 560, 431), 3, LABELS),  # behind the District's
        ((172, 602, 290, 631), 3, LABELS),  # elsewhere on the page
        ((172, 402, 290, 431), 4, LABELS),  # on a page of other papers
        ((130, 402, 290, 431), 3, ("Signature", "Signature")),  # of which of two lines, nobody can tell
    ],
)
def test_elsewhere_a_person_looks(box: Box, page: int, labels: tuple[str, ...]) -> None:
    reading = read_again(signature(box, page), labels)
    assert reading.state == "doubtful"


@pytest.mark.parametrize(
    ("box", "over", "state"),
    [
        ((62, 390, 200, 408), 372, "filled"),
        ((332, 390, 470, 408), 372, "doubtful"),  # on the District's line
        ((62, 366, 200, 382), 372, "doubtful"),  # over the line
        ((62, 390, 200, 408), 388, "doubtful"),  # the words over it may be its label
    ],
)
def test_on_the_line_over_the_operators_label_it_signs(box: Box, over: float, state: str) -> None:
    printed = words_of(
        (60, over, "For the company"), (330, over, "For the District"), (60, 398, 25 * "_"), (330, 398, 25 * "_"),
        (60, 411, LABELS[0]), (330, 411, LABELS[1]), (60, 434, 25 * "_"), (60, 447, "Printed name"),
    )  # fmt: skip
    assert read_again(signature(box), printed=printed).state == state


@pytest.mark.parametrize(
    ("box", "why", "state"),
    [
        ((172, 402, 290, 431), '"signed" is no signature', "filled"),  # of what the field shows: "Digitally signed by"
        ((172, 602, 290, 631), '"signed" is no signature', "doubtful"),
        ((172, 402, 290, 431), '"if accepted" is no signature without conditions', "doubtful"),
        ((172, 402, 290, 431), "too little ink for a signature", "doubtful"),
    ],
)
def test_words_that_a_digital_signature_shows(box: Box, why: str, state: str) -> None:
    assert read_again(signature(box), state="doubtful", why=why).state == state
