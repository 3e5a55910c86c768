"""Another district's form of the same template, where the blank names its district in its header only."""

from __future__ import annotations

import io
from collections.abc import Mapping

import docx as python_docx
import form_papers as papers
import pytest
from form_papers import DISTRICT, FULL, QUESTIONNAIRE, TWIN

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.identity.namesakes import names_in_heads
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form


def headed(answers: Mapping[str, str] | None = None, head: str = f"{DISTRICT} | Purchasing Office") -> bytes:
    """The questionnaire in Word with the district in its header, and nowhere else."""
    document = python_docx.Document(io.BytesIO(papers.questionnaire_docx(answers, district="The District")))
    if head:
        document.sections[0].header.paragraphs[0].text = head
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def word() -> Blank:
    return papers.blank(headed(), "rfi", QUESTIONNAIRE, "questionnaire.docx")


@pytest.fixture(scope="module")
def nameless() -> Blank:
    return papers.blank(headed(head=""), "rfi", QUESTIONNAIRE, "questionnaire-plain.docx")


@pytest.fixture(scope="module")
def printed() -> Blank:
    return papers.blank(papers.questionnaire(), "rfi", QUESTIONNAIRE, "questionnaire.pdf")


def found(data: bytes, name: str, *blanks: Blank) -> tuple[Form, ...]:
    return assemble(recognise(papers.read(data, name), blanks), blanks)


def test_the_header_tells_a_word_twin(word: Blank) -> None:
    assert found(headed(FULL, f"{TWIN} | Purchasing Office"), "back.docx", word) == ()
    (own,) = found(headed(FULL), "back.docx", word)
    assert own.status == "complete"


@pytest.mark.parametrize("head", ["", "Purchasing Office", "Harbor Phonics LLC", "Page 1 of 2", f"{DISTRICT} Forms"])
def test_other_headers_do_no_harm(word: Blank, head: str) -> None:
    (form,) = found(headed(FULL, head), "back.docx", word)
    assert form.status == "complete"


def test_a_refusal_by_name_is_not_overruled_by_a_version_without_names(nameless: Blank, printed: Blank) -> None:
    """The paper fits both versions; the one that names its district says that it is another's."""
    twin = papers.questionnaire(FULL, district=TWIN)
    assert found(twin, "back.pdf", printed, nameless) == ()
    assert found(twin, "back.pdf", nameless, printed) == ()
    (own,) = found(papers.questionnaire(FULL), "back.pdf", nameless, printed)
    assert own.blank_file == "questionnaire.pdf"
    (plain,) = found(headed(FULL, ""), "back.docx", printed, nameless)
    assert plain.blank_file == "questionnaire-plain.docx"


def test_names_in_heads(word: Blank, printed: Blank) -> None:
    assert names_in_heads(word, [f"{DISTRICT} | Purchasing Office"]) == (1, 0)
    assert names_in_heads(word, [f"{DISTRICT} | Purchasing Office 1/1"]) == (1, 0)
    assert names_in_heads(word, [f"{DISTRICT} | Purchasing Office Page 1 of 2"]) == (1, 0)
    assert names_in_heads(word, [f"{TWIN} | Purchasing Office"]) == (0, 1)
    assert names_in_heads(word, [f"{TWIN} | Purchasing Office 1/1"]) == (0, 1)
    assert names_in_heads(word, ["prepared for Millrace Public School District 41"]) == (0, 0)
    assert names_in_heads(printed, [TWIN]) == (0, 0)
