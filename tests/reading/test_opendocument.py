"""OpenDocument text: what was filled in stands in constructs that converters drop."""

from __future__ import annotations

from pathlib import Path

import pytest

from made_files import odt_of, zip_of
from soppa_mailbot.model import Field, Reason, flow_text
from soppa_mailbot.reading import opendocument
from soppa_mailbot.reading.base import CannotRead, Limits, Opened

DATA = Path(__file__).parent.parent / "data" / "reading"
OOO = "urn:openoffice:names:experimental:ooo-ms-interop"


def read(body: str, styles: bytes = b"") -> Opened:
    return opendocument.read(odt_of(body, styles=styles), Limits())


def only_field(opened: Opened) -> Field:
    (field,) = opened.fields
    return field


def test_a_real_form_with_content_controls() -> None:
    opened = opendocument.read((DATA / "content-controls.odt").read_bytes(), Limits())
    assert {f.name: (f.kind, f.filled) for f in opened.fields} == {
        "locations": ("text", False),
        "deadline": ("date", False),
        "soppa_reason": ("text", False),
    }
    assert opened.fields[0].label == "School(s) or department(s), if known"
    assert "Telephone\t(203) 555-0188\nFax\t\n" in flow_text(opened.flow)
    assert [p.cell for p in opened.flow if p.text() == "(203) 555-0188"] == [(0, 3, 1)]
    assert opened.flow[-1].part == "footer"


@pytest.mark.parametrize(
    ("attributes", "shown", "filled"),
    [
        ('checkbox="true" checked="true"', "☒", True),
        ('checkbox="true"', "☐", False),
        ('checkbox="true"', "X", True),  # typed over the box
        ('checkbox="true"', "✓", True),
        ('checkbox="true"', "XL", False),
    ],
)
def test_a_box_that_a_content_control_is(attributes: str, shown: str, filled: bool) -> None:
    control = f"<text:content-control text:{attributes.replace(' ', ' text:')}>{shown}</text:content-control>"
    assert only_field(read(f"<text:p>{control} Yes</text:p>")).filled is filled


@pytest.mark.parametrize(
    ("over", "glyph", "drawn"),
    [
        ("Grades (check all that apply):", "○", "☐ K to 5"),
        ("Grades (check all that apply):", "•", "K to 5"),
        ("Our product is made for these grades:", "○", "K to 5"),
        ("Our product is made for these grades:", "☐", "☐ K to 5"),
    ],
)
def test_bullets_that_are_boxes(over: str, glyph: str, drawn: str) -> None:
    level = f'<text:list-level-style-bullet text:level="1" text:bullet-char="{glyph}"/>'
    styles = (
        "<office:document-styles SPACES><office:automatic-styles>"
        f'<text:list-style style:name="L1">{level}</text:list-style>'
        "</office:automatic-styles></office:document-styles>"
    )
    items = "".join(f"<text:list-item><text:p>{item}</text:p></text:list-item>" for item in ("K to 5", "6 to 8"))
    body = f'<text:p>{over}</text:p><text:list text:style-name="L1">{items}</text:list>'
    assert drawn in flow_text(read(body, styles.encode()).flow).splitlines()


def test_text_with_blanks_tabs_and_breaks() -> None:
    opened = read('<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d<text:span>e</text:span>f</text:p>')
    assert opened.flow[0].text() == "a   b\tc\ndef"


def test_deleted_text_and_comments_are_not_read() -> None:
    opened = read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>kept<office:annotation><text:p>note</text:p>"
        "</office:annotation></text:p>"
    )
    assert flow_text(opened.flow) == "kept"


def test_words_that_are_set_apart_or_struck_through() -> None:
    """By a style of their own, or by the one that it is made from."""
    named = "".join(
        f'<style:style style:name="{name}" style:family="text"{parent}><style:text-properties {said}/></style:style>'
        for name, parent, said in (
            ("T1", "", 'fo:font-weight="bold"'),
            ("T2", "", 'style:text-underline-style="solid"'),
            ("T3", "", 'fo:background-color="#ffff00"'),
            ("T4", "", 'fo:background-color="#eeeeee"'),
            ("T5", "", 'style:text-line-through-style="solid"'),
            ("T6", ' style:parent-style-name="T1"', 'fo:font-size="12pt"'),
        )
    )
    spans = "".join(f'<text:span text:style-name="T{n}">w{n}</text:span> ' for n in range(1, 7))
    styles = (
        '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">'
        f"{named}</office:document-styles>"
    )
    opened = read(f"<text:p>{spans}</text:p>", styles.encode())
    (paragraph,) = opened.flow
    text = paragraph.text()
    assert text.split() == ["w1", "w2", "w3", "w4", "w6"]
    assert [text[a:z] for a, z in paragraph.emphasised] == ["w1", "w2", "w6"]
    assert [text[a:z] for a, z in paragraph.highlighted] == ["w3"]
    assert opened.notes == ("struck through: w5",)


def test_a_box_that_is_typed_with_blanks_is_one_text() -> None:
    (paragraph,) = read('<text:p>[<text:s text:c="3"/>] Yes</text:p>').flow
    assert [r.text for r in paragraph.runs] == ["[   ] Yes"]


def test_tables_in_tables_and_merged_cells() -> None:
    opened = read(
        '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>wide</text:p>'
        "</table:table-cell><table:covered-table-cell/><table:table-cell><table:table><table:table-row>"
        "<table:table-cell><text:p>inner</text:p></table:table-cell></table:table-row></table:table></table:table-cell>"
        "</table:table-row></table:table>"
    )
    assert [(p.text(), p.cell) for p in opened.flow] == [("wide", (0, 0, 0)), ("inner", (1, 0, 0))]


@pytest.mark.parametrize(("state", "on"), [("checked", True), ("unchecked", False)])
def test_form_controls(state: str, on: bool) -> None:
    box = f'<form:checkbox form:id="c1" form:name="agree" form:label="I agree" form:current-state="{state}"/>'
    forms = f"<office:forms><form:form>{box}"
    opened = read(forms + '</form:form></office:forms><text:p><draw:control draw:control="c1"/> I agree</text:p>')
    field = only_field(opened)
    assert (field.name, field.kind, field.filled, field.label) == ("agree", "check", on, "I agree")
    assert opened.flow[0].text() == ("☒" if on else "☐") + " I agree"


def test_field_marks_of_imported_word_forms() -> None:
    def mark(kind: str, inner: str = "") -> str:
        start = f'<field:fieldmark-start text:name="f1" field:type="vnd.oasis.opendocument.field.{kind}">'
        return f"{start}{inner}</field:fieldmark-start>"

    filled = only_field(read(f"<text:p>{mark('FORMTEXT')}Ohio<field:fieldmark-end/></text:p>"))
    assert (filled.name, filled.kind, filled.value, filled.filled) == ("f1", "text", "Ohio", True)
    empty = only_field(read(f"<text:p>{mark('FORMTEXT')}\u2002\u2002\u2002\u2002\u2002<field:fieldmark-end/></text:p>"))
    assert not empty.filled
    on = '<field:param field:name="vnd.oasis.opendocument.field.Checkbox_Checked" field:value="true"/>'
    box = f'<field:fieldmark field:type="vnd.oasis.opendocument.field.FORMCHECKBOX">{on}</field:fieldmark>'
    assert only_field(read(f"<text:p>{box}</text:p>")).filled


@pytest.mark.parametrize(
    ("selected", "value"),
    [("2", "By a reseller"), ("0", ""), ("", ""), ("9", "")],
)
def test_lists_of_imported_word_forms(selected: str, value: str) -> None:
    said = {"ListEntry": ("-- pick one --", "From us", "By a reseller"), "Selected": (selected,) if selected else ()}
    params = "".join(
        f'<field:param field:name="Dropdown_{name}" field:value="{entry}"/>'
        for name, entries in said.items()
        for entry in entries
    )
    kind = "vnd.oasis.opendocument.field.FORMDROPDOWN"
    opened = read(f'<text:p><field:fieldmark text:name="d1" field:type="{kind}">{params}</field:fieldmark></text:p>')
    field = only_field(opened)
    assert (field.kind, field.value, field.filled, field.options) == ("choice", value, bool(value), said["ListEntry"])
    assert opened.flow[0].text() == (value or "-- pick one --")


def test_drop_downs_inputs_and_placeholders() -> None:
    labels = '<text:label text:value="Yes"/><text:label text:value="No" text:current-selected="true"/>'
    choice = only_field(read(f'<text:p><text:drop-down text:name="ai">{labels}No</text:drop-down></text:p>'))
    assert (choice.kind, choice.value, choice.options) == ("choice", "No", ("Yes", "No"))
    prompt = only_field(read("<text:p><text:placeholder>&lt;Click&gt;</text:placeholder></text:p>"))
    assert not prompt.filled
    untouched = '<text:p><text:text-input text:description="Name">Name</text:text-input></text:p>'
    assert not only_field(read(untouched)).filled


def test_headers_once_and_text_boxes() -> None:
    page = b"<style:master-page><style:header><text:p>District</text:p></style:header></style:master-page>"
    styles = (
        b"<office:document-styles SPACES><office:master-styles>"
        + page * 2
        + b"</office:master-styles></office:document-styles>"
    )
    box = "<text:p>before<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></text:p>"
    opened = read(box, styles)
    assert [(p.text(), p.part) for p in opened.flow] == [
        ("District", "header"),
        ("before", "body"),
        ("boxed", "textbox"),
    ]


def test_an_encrypted_document() -> None:
    data = zip_of(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": b"<m><encryption-data/></m>",
            "content.xml": b"\x00\x01",
        }
    )
    with pytest.raises(CannotRead) as caught:
        opendocument.read(data, Limits())
    assert caught.value.reason == Reason.ENCRYPTED
