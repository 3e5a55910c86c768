"""Loading, a district's own templates, and what `check` finds in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from soppa_mailbot import samples
from soppa_mailbot.answering.compose import compose
from soppa_mailbot.answering.templates import FILES, REPLIES, Templates, compiled_below
from soppa_mailbot.errors import TemplateError
from soppa_mailbot.model import Disposition, Reply
from soppa_mailbot.template_check import check


@pytest.fixture(scope="module", autouse=True)
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What one test has compiled the others need not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(CACHE, "folder", compiled_below(tmp_path_factory.mktemp("compiled")))
        yield


CACHE: dict[str, Path] = {}


def own(folder: Path, name: str, text: str) -> Templates:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Templates(folder, CACHE["folder"])


def answer(templates: Templates) -> Reply:
    verdict = samples.verdict(Disposition.INCOMPLETE, samples.NOTHING, product="<b>Fractions</b>")
    reply = compose(verdict, samples.message(), samples.district(), templates, today=samples.TODAY)
    assert isinstance(reply, Reply)
    return reply


def packaged(name: str) -> str:
    return (Templates().packaged / name).read_text(encoding="utf-8")


def test_what_is_compiled_is_kept_until_its_source_changes(tmp_path: Path) -> None:
    folder = compiled_below(tmp_path)
    wanted = answer(Templates())
    assert answer(Templates(None, folder)) == wanted
    kept = {p.name: p.read_bytes() for p in folder.iterdir()}
    assert kept
    assert answer(Templates(None, folder)) == wanted
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == kept
    own(tmp_path / "own", "reply/missing/subject.txt", "Papers\n")
    assert answer(Templates(tmp_path / "own", folder)).subject == "Papers"
    own(tmp_path / "own", "reply/missing/subject.txt", "Forms\n")
    assert answer(Templates(tmp_path / "own", folder)).subject == "Forms"


def test_a_folder_that_fails_costs_no_answer(tmp_path: Path) -> None:
    wanted = answer(Templates())
    folder = compiled_below(tmp_path)
    gone = Templates(None, folder)
    folder.rmdir()  # as who tidies a cache does, while the daemon runs
    assert answer(gone) == wanted
    assert answer(Templates(None, compiled_below(tmp_path))) == wanted
    for file in folder.iterdir():
        file.write_bytes(file.read_bytes()[:20])  # half a file
    assert answer(Templates(None, folder)) == wanted


def test_what_another_version_compiled_goes(tmp_path: Path) -> None:
    (tmp_path / "templates-0123").mkdir()
    (tmp_path / "blanks-0123").mkdir()
    folder = compiled_below(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["blanks-0123", folder.name]
    assert folder.stat().st_mode & 0o077 == 0


def test_packaged_templates_are_sound() -> None:
    assert check(Templates()) == []


def test_every_answer_has_its_three_files() -> None:
    names = Templates().packaged_names()
    assert {f"reply/{reply}/{file}" for reply in REPLIES for file in FILES} <= names
    assert {f"digest/{file}" for file in FILES} <= names


def test_a_districts_file_replaces_one_and_leaves_the_others(tmp_path: Path) -> None:
    templates = own(tmp_path, "reply/missing/subject.txt", "Papers for {{ letter.district }}\n")
    reply = answer(templates)
    assert reply.subject == "Papers for Juniper Flats School District 12"
    assert reply.text == answer(Templates()).text
    assert check(templates) == []


def test_own_words_change_text_and_html(tmp_path: Path) -> None:
    words = packaged("reply/words.txt").replace("Still needed", "Was noch fehlt & mehr")
    reply = answer(own(tmp_path, "reply/words.txt", words))
    assert "WAS NOCH FEHLT & MEHR" in reply.text
    assert "Was noch fehlt &amp; mehr" in reply.html


def test_a_file_saved_with_a_byte_order_mark(tmp_path: Path) -> None:
    templates = own(tmp_path, "reply/missing/subject.txt", "\ufeffPapers\n")
    assert answer(templates).subject == "Papers"


def test_what_comes_by_mail_is_escaped_in_html_only(tmp_path: Path) -> None:
    reply = answer(Templates())
    assert "<b>Fractions</b>" in reply.text
    assert "&lt;b&gt;Fractions&lt;/b&gt;" in reply.html
    assert "<b>Fractions" not in reply.html


def test_html_cannot_take_in_unescaped_macros(tmp_path: Path) -> None:
    page = '{% import "reply/words.txt" as words %}<p>{{ words.software(letter) }}</p>'
    templates = own(tmp_path, "reply/missing/body.html", page)
    with pytest.raises(TemplateError, match="not escaped"):
        answer(templates)
    assert any("not escaped" in problem for problem in check(templates))


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("reply/missing/body.txt", "one\n{{ lettr.product }}\n", r"reply/missing/body.txt, line 2: .*lettr"),
        ("reply/missing/body.txt", "{{ letter.produkt }}\n", r"body.txt, line 1: .*letter.produkt.*product"),
        (
            "reply/complete/body.txt",
            "\n\n{% if letter.earlier %}{{ nope }}{% endif %}",
            r"complete/body.txt, line 3: .*nope",
        ),
        ("reply/missing/body.txt", "{{ say.nothing() }}\n", r"missing/body.txt, line 1: .*nothing"),
        ("reply/on_file/body.html", "a\n\n{% if %}\n", r"reply/on_file/body.html, line 3: "),
        ("reply/missing/body.txt", "{{ 1 // 0 }}", r"missing/body.txt, line 1: .*zero"),
        ("reply/missing/body.txt", "{{ letter.needed | american }}", r"missing/body.txt, line 1: "),
        ("reply/missing/body.txt", "{{ letter.product | shout }}", r"missing/body.txt, line 1: .*shout"),
        ("reply/missing/body.txt", '{% include "reply/gone.txt" %}', r"missing/body.txt, line 1: .*reply/gone.txt"),
        ("reply/missing/body.html", "", r"reply/missing/body.html: gives nothing"),
        ("digest/body.txt", "{{ digest.at_risk.first.second }}", r"digest/body.txt, line 1: "),
        ("digest/body.html", "{{ letter.product }}", r"digest/body.html, line 1: unknown variable letter"),
        ("reply/mising/body.txt", "hello", r"reply/mising/body.txt: no template of this name is used"),
    ],
)
def test_check_names_template_line_and_fault(tmp_path: Path, name: str, text: str, expected: str) -> None:
    templates = own(tmp_path, name, text)
    problems = check(templates)
    assert problems
    assert re.search(expected, problems[0], re.DOTALL), problems
    assert any(str(tmp_path / name) in problem or "used; rename" in problem or name in problem for problem in problems)


def test_check_finds_a_missing_sentence(tmp_path: Path) -> None:
    words = re.sub(r"(?s){% macro how_title\(\) %}.*?{% endmacro %}", "", packaged("reply/words.txt"))
    problems = check(own(tmp_path, "reply/words.txt", words))
    assert problems
    assert "how_title" in problems[0]


def test_a_template_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "reply" / "missing" / "body.txt"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"gr\xfc\xdfe")
    assert "it is not UTF-8 text" in check(Templates(tmp_path))[0]


def test_errors_are_said_to_be_the_administrators(tmp_path: Path) -> None:
    templates = own(tmp_path, "reply/missing/body.txt", "{{ unknown }}")
    with pytest.raises(TemplateError) as caught:
        answer(templates)
    assert caught.value.exit_code == 2
    assert f"mend {tmp_path / 'reply/missing/body.txt'}" in str(caught.value)
