"""Answers that end with their own label."""

from __future__ import annotations

from soppa_mailbot.forms.common.tokens import Token
from soppa_mailbot.forms.texts.own_labels import moved_words, settled

CELLS = {"id": (0, 0, 0), "id?": (0, 0, 1), "street": (0, 1, 0), "street?": (0, 1, 1), "city": (0, 2, 0)}


def tokens(*words: tuple[str, str]) -> list[Token]:
    return [Token(w, w, cell=CELLS[c], paragraph=list(CELLS).index(c)) for w, c in words]


BLANK = tokens(("id", "id"), ("street", "street"), ("city", "city"))
SLOTS = [1, 2]  # after "id" and after "street"


def test_a_label_goes_back_to_its_own_cell() -> None:
    paper = tokens(
        ("id", "id"), ("36", "id?"), ("street", "street"), ("410", "street?"), ("spruce", "street?"),
        ("street", "street?"), ("city", "city"),
    )  # fmt: skip
    assert settled(BLANK, paper, [0, 5, 6], SLOTS) == [0, 2, 6]
    assert settled(BLANK, paper, [0, 2, 6], SLOTS) == [0, 2, 6]


def test_a_word_inside_the_answer_before_is_not_the_label() -> None:
    paper = tokens(("id", "id"), ("12", "id?"), ("street", "id?"), ("5", "id?"), ("street", "street"), ("city", "city"))
    assert settled(BLANK, paper, [0, 4, 5], SLOTS) == [0, 4, 5]


def test_without_cells_the_label_must_begin_a_line_or_stand_apart() -> None:
    def at(word: str, left: float, top: float) -> Token:
        return Token(word, word, page=1, box=(left, top, left + 30, top + 10))

    blank = [at("id", 0, 0), at("street", 0, 20), at("city", 0, 40)]
    own_line = [at("id", 0, 0), at("36", 50, 0), at("street", 0, 20), at("410", 50, 20), at("street", 85, 20)]
    assert settled(blank, [*own_line, at("city", 0, 40)], [0, 4, 5], SLOTS) == [0, 2, 5]
    inside = [at("id", 0, 0), at("36", 50, 0), at("street", 82, 0), at("9", 114, 0), at("street", 0, 20)]
    assert settled(blank, [*inside, at("city", 0, 40)], [0, 4, 5], SLOTS) == [0, 4, 5]


def test_cells_of_a_page_are_others_than_those_of_the_word_file() -> None:
    def on_page(word: str, row: int, column: int, at: int = 0) -> Token:
        box = (200.0 * column + 40 * at, 20.0 * row, 200.0 * column + 40 * at + 35, 20.0 * row + 10)
        return Token(word, word, page=1, box=box, cell=(1, row + 3, column))

    answer = [on_page("street", 1, 0), on_page("410", 1, 1), on_page("street", 1, 1, 1), on_page("city", 2, 0)]
    assert settled(BLANK, [on_page("id", 0, 0), on_page("36", 0, 1), *answer], [0, 4, 5], SLOTS) == [0, 2, 5]
    empty = [on_page("street", 1, 0), on_page("city", 2, 0)]
    named = [on_page("id", 0, 0), on_page("street", 0, 1), on_page("works", 0, 1, 1), *empty]
    assert settled(BLANK, named, [0, 3, 4], SLOTS) == [0, 3, 4]


def test_a_line_of_the_form_in_another_place_is_no_answer() -> None:
    def line(words: str, left: float, top: float) -> list[Token]:
        said = words.split()
        return [Token(w, w, page=1, box=(left + 40 * n, top, left + 40 * n + 36, top + 10)) for n, w in enumerate(said)]

    def at(words: str, number: int) -> list[Token]:
        return [Token(w, w, paragraph=number) for w in words.split()]

    blank = [*at("for the vendor", 0), *at("date", 1), *at("for the district", 2), *at("date", 3)]
    paper = [
        *line("for the vendor", 0, 0),
        *line("for the district", 300, 0),
        *line("date", 0, 30),
        *line("date", 300, 30),
    ]
    to_paper = [0, 1, 2, 6, -1, -1, -1, -1]
    assert moved_words(blank, paper, to_paper, [3, 7]) == {3, 4, 5, 7}
    answer = [
        *paper[:3],
        *line("for the district of pike", 300, 0)[1:],
        *line("date", 0, 30),
        *line("date due", 300, 30),
    ]
    assert moved_words(blank, answer, [0, 1, 2, 7, -1, -1, -1, -1], [3, 7]) == set()


def test_an_answer_of_another_question_is_not_the_label_where_the_word_before_was_lost() -> None:
    def at(word: str, top: float, page: int) -> Token:
        return Token(word, word, page=page, box=(60, top, 90, top + 10))

    blank = [at("data", 0, 1), at("yes", 20, 1), at("no", 40, 1), at("ai", 60, 1), at("yes", 80, 1), at("no", 100, 1)]
    there = [at("data", 0, 1), at("yes", 20, 1), at("no", 40, 1), at("al", 0, 2)]
    # the second "yes" was read close behind the word before it
    paper = [*there, Token("yes", "yes", page=2, box=(94, 0, 120, 10)), at("no", 40, 2)]
    assert settled(blank, paper, [0, 1, 2, -1, 4, 5], [1, 2, 4, 5]) == [0, 1, 2, -1, 4, 5]
