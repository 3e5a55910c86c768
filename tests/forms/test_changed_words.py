"""Words of the form that were changed are quoted as they stand there, with what stands in their place and the page."""

from __future__ import annotations

import pytest

from forms import form_papers as papers
from soppa_mailbot.forms.common.slots import Stream
from soppa_mailbot.forms.common.tokens import Token, word_tokens
from soppa_mailbot.forms.identity.identity import judged, written
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.forms.registering.overlay import lay_over
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import Page, Word

ANSWERS = dict.fromkeys((*papers.BLANKS_OF_AGREEMENT, "By", "Date"), "Acme Learning")


@pytest.mark.parametrize("font", ["Times-Roman", "Helvetica"])  # the blank's, and one that is read word by word
def test_a_changed_clause(monkeypatch: pytest.MonkeyPatch, font: str) -> None:
    monkeypatch.setattr(
        papers, "CLAUSES", ["The Provider pays $2,000,000 within thirty (30) days.", *papers.CLAUSES[1:]]
    )
    blank = papers.blank(papers.agreement(), "soppa", papers.AGREEMENT)
    monkeypatch.setattr(papers, "CLAUSES", ["The Provider pays $200,000 within ninety (90) days.", *papers.CLAUSES[1:]])
    document, raster = papers.opened(papers.agreement(ANSWERS, font=font), "agreement.pdf")
    (part,) = recognise(document, (blank,), raster)
    (doubt,) = part.doubts
    assert '"thirty (30)" reads "ninety (90)" (page 1)' in doubt
    assert doubt.count("$2,000,000") == 1


def test_a_word_that_is_compared_in_pieces_is_written_once() -> None:
    tokens = word_tokens([Word("$2,000,000", (0, 0, 50, 10)), Word("(thirty)", (60, 0, 90, 10))], 1)
    assert len(tokens) == 4
    assert written(tokens) == "$2,000,000 (thirty)"


def test_a_paper_of_one_page_needs_no_page() -> None:
    own = [Token(word, word, page=1) for word in ("we", "keep", "it", "thirty", "days")]
    paper = [Token("ninety", "ninety", page=1)]
    assert judged(own, {0, 1, 2, 4}, {3}, (), instead=lambda _i: paper).replaced == ('"thirty" reads "ninety"',)
    assert judged(own, {0, 1, 2, 4}, {3}, ()).replaced == ('"thirty"',)


@pytest.mark.parametrize(
    ("there", "gone"),
    [
        (("cedar", "ford12", "example"), set()),
        (("cedarford", "12example"), set()),
        (("cedar", "ford13", "example"), {2}),
    ],
)
def test_a_word_that_is_broken_at_the_end_of_a_line_is_not_changed(there: tuple[str, ...], gone: set[int]) -> None:
    own = ("write", "to", "cedarford12example", "about", "it")
    words = (*own[:2], *there, *own[3:])
    at = [words.index(w) if w in words else -1 for w in own]
    found = Comparison(Stream([Token(w, w) for w in own], []), [Token(w, w) for w in words], at)
    assert found.replaced() == gone


@pytest.mark.parametrize(("before", "changed"), [("11 28 26 7 44", False), ("at 11 28 by 5", True), ("5 00", True)])
def test_of_a_day_and_an_hour_only_the_am_may_be_another(before: str, changed: bool) -> None:
    own, words = [("sent", *before.split(), half, "to", "us") for half in ("am", "pm")]
    at = [-1 if w == "am" else n for n, w in enumerate(own)]
    found = Comparison(Stream([Token(w, w) for w in own], []), [Token(w, w) for w in words], at)
    assert bool(found.replaced()) is changed


@pytest.mark.parametrize(("y", "changed"), [(20.0, False), (400.0, True)])
def test_the_hour_that_a_browser_prints_into_a_pages_head_is_no_word_of_the_form(y: float, changed: bool) -> None:
    def page(hour: str) -> Page:
        body = [
            Word(f"word{n}", (60 + 45 * (n % 10), 100 + 15 * (n // 10), 95 + 45 * (n % 10), 112)) for n in range(60)
        ]
        said = (("printed", 260.0), (hour, 310.0))
        return Page(1, 612, 792, (*body, *(Word(text, (x, y, x + 30, y + 10)) for text, x in said)))

    layer = lay_over(page("AM"), page("PM"))
    assert layer is not None
    assert any(layer.own[n].norm == "am" for n in layer.replaced) is changed
