"""Comments beside the page: those that refuse terms, and those of reviewers that do no harm."""

from __future__ import annotations

import io

import docx as python_docx
import form_papers as papers
import pytest
from form_papers import AGREEMENT, FULL, QUESTIONNAIRE, SIGNED

from made_files import odt_of
from soppa_mailbot.forms.common.reservations import reserves
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form
from soppa_mailbot.reading import opendocument
from soppa_mailbot.reading.base import Limits

RESERVED = [
    "We cannot accept uncapped indemnification.",
    "Clause 2 is rejected",
    "Not acceptable to us - please delete. Our signature is subject to this change.",
    "Vendor does not agree to this section",
    "Signed subject to our attached redlines",
    "Signed with exceptions, see letter",
    "DRAFT v2 - for discussion",
    "Draft, not yet approved by our legal department",
    "Effective only upon mutual execution of our Master Agreement",
    "Accepted except for section 7",
    "Subject to final legal approval",
    "Pending legal review",
    "Please revise section 10: liability must be capped",
    "We need changes to the indemnity language",
    "Not binding until countersigned by our CFO",
    "Signed under protest",
    "Subject to our standard terms of service",
    "Acceptance is contingent on the parties' negotiations",
]
HARMLESS = [
    "Please sign here",
    "Filled by JD",
    "Initial here",
    "Legal has reviewed and approved this",
    "No exceptions",
    "Signed without exceptions or reservations",
    "Is this the right product name?",
    "Please change the date to Nov 2",
    "The product is subject to SOPPA",
    "Signed electronically subject to the Uniform Electronic Transactions Act",
    "See attached list of subcontractors",
    "I added the subcontractors to section 3",
    "Removed the extra row, replaced the address above",
    "Pending Board approval",
    "We do not accept credit cards",
    "All rights reserved.",
    "Exceptions: none",
    "Draft by Dana, final version 11/2",
    "Please review section 10 before you sign",
]
BESIDE_CLAUSE = (300, 570, 320, 590)


@pytest.fixture(scope="module")
def agreement() -> Blank:
    return papers.blank(papers.agreement(), "soppa", AGREEMENT, "agreement.pdf")


def form_of(data: bytes, blank: Blank, name: str = "paper.pdf") -> Form:
    (form,) = assemble(recognise(papers.read(data, name), (blank,)), (blank,))
    return form


@pytest.mark.parametrize("text", RESERVED)
def test_what_refuses_or_reserves(text: str) -> None:
    assert reserves(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_reviewers_write_without_harm(text: str) -> None:
    assert not reserves(text)


@pytest.mark.parametrize("kind", ["Text", "Highlight", "Underline", "Square"])
@pytest.mark.parametrize("font", ["Times-Roman", "Helvetica"])  # laid over the blank, and read word by word
def test_comments_of_a_pdf(agreement: Blank, kind: str, font: str) -> None:
    paper = papers.agreement(SIGNED, font=font)
    refusing = papers.annotated(paper, [(0, BESIDE_CLAUSE, RESERVED[2])], kind)
    form = form_of(refusing, agreement)
    assert (form.status, form.doubts) == ("doubtful", (f'a comment on page 1 says "{RESERVED[2]}"',))
    harmless = papers.annotated(
        paper, [(0, BESIDE_CLAUSE, t) for t in (*HARMLESS, "Is section 2 deleted? Not acceptable?")], kind
    )
    assert (form_of(harmless, agreement).status, form_of(harmless, agreement).doubts) == ("complete", ())


def test_a_comment_of_the_districts_own_is_on_its_blank(agreement: Blank) -> None:
    note = [(0, BESIDE_CLAUSE, "Draft v2: clause 2 is to be revised")]
    own = papers.blank(papers.annotated(papers.agreement(), note, "Text"), "soppa", AGREEMENT, "agreement.pdf")
    commented = papers.annotated(papers.agreement(SIGNED), note, "Text")
    assert form_of(commented, agreement).status == "doubtful"
    assert form_of(commented, own).status == "complete"


def test_a_highlight_may_keep_the_words_under_it_as_its_comment(monkeypatch: pytest.MonkeyPatch) -> None:
    clause = "The Provider agrees only if this section is deleted by nobody."
    monkeypatch.setattr(papers, "CLAUSES", [clause, *papers.CLAUSES[1:]])
    blank = papers.blank(papers.agreement(), "soppa", AGREEMENT, "agreement.pdf")
    paper = papers.agreement(SIGNED)
    kept = papers.annotated(paper, [(0, BESIDE_CLAUSE, "this section is deleted by nobody")], "Highlight")
    assert form_of(kept, blank).status == "complete"


def test_comments_of_a_word_file() -> None:
    blank = papers.blank(papers.questionnaire_docx(None), "rfi", QUESTIONNAIRE, "questionnaire.docx")

    def commented(text: str) -> bytes:
        document = python_docx.Document(io.BytesIO(papers.questionnaire_docx(FULL)))
        document.add_comment(document.paragraphs[1].runs, text=text, author="Legal")
        return papers.saved(document)

    form = form_of(commented(RESERVED[1]), blank, "back.docx")
    assert (form.status, form.doubts) == ("doubtful", ('a comment says "Clause 2 is rejected"',))
    assert form_of(commented(HARMLESS[0]), blank, "back.docx").doubts == ()


def test_comments_of_an_opendocument_text() -> None:
    note = "<office:annotation><text:p>Clause 2 is <text:span>rejected</text:span></text:p></office:annotation>"
    opened = opendocument.read(odt_of(f"<text:p>Terms{note}</text:p>"), Limits())
    assert opened.comments == ((0, "Clause 2 is rejected"),)
