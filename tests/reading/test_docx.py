"""Word documents: the constructs that real forms use, each in a file of its own."""

from __future__ import annotations

import io
import zipfile

import docx as python_docx
import pytest

from soppa_mailbot.model import Field, Reason, flow_text
from soppa_mailbot.reading import docx
from soppa_mailbot.reading.base import CannotRead, Limits, Opened
from soppa_mailbot.reading.flow import ONLY_THE_BEGINNING

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def packed(body: str, *, content_type: str = DOCUMENT, strict: bool = False, **parts: str | bytes) -> bytes:
    """A small but whole .docx around a body; `parts` are further files, "__" for "/" and "_dot_" for "."."""
    document = f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"
    package_rels = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    kinds = {"header": "header", "footer": "footer", "footnotes": "footnotes"}
    rels = "".join(
        f'<Relationship Id="p{n}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
        for n, name in enumerate(parts)
        for start, kind in kinds.items()
        if name.startswith(start)
    )
    if strict:
        document = document.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
        package_rels = package_rels.replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{content_type}"/></Types>',
        )
        archive.writestr("_rels/.rels", relations.format(package_rels))
        archive.writestr("word/document.xml", document)
        archive.writestr("word/_rels/document.xml.rels", relations.format(rels))
        for name, content in parts.items():
            start = next((s for s in kinds if name.startswith(s)), "")
            if start:
                root = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes"}[start]
                archive.writestr(f"word/{name}.xml", f"<w:{root} {SPACES}>{content!s}</w:{root}>")
            else:
                archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


def read(body: str, **how: object) -> Opened:
    return docx.read(packed(body, **how), Limits())  # type: ignore[arg-type]


def p(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def sdt(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def text(body: str, **how: object) -> str:
    return flow_text(read(body, **how).flow)


def only_field(body: str) -> Field:
    (field,) = read(body).fields
    return field


# --- text ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (p(r("plain") + "<w:r><w:tab/><w:t>tab</w:t></w:r>"), "plain\ttab"),
        (p(f"<w:ins>{r('inserted')}</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"), "inserted"),
        (p(f"<w:moveFrom>{r('from')}</w:moveFrom><w:moveTo>{r('to')}</w:moveTo>"), "to"),
        (p(r("seen ") + r("hidden", "<w:vanish/>") + r("shown", '<w:vanish w:val="0"/>')), "seen shown"),
        (p(f"<w:hyperlink><w:smartTag>{r('wrapped')}</w:smartTag></w:hyperlink>"), "wrapped"),
        (p(f'<w:fldSimple w:instr=" DATE ">{r("1 May")}</w:fldSimple>'), "1 May"),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'), "☑☐"),
        (p(r("o", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + r(" Yes")), "☐ Yes"),
        (p("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"), "a-b\nc"),
        (sdt("<w:docPartObj/>", p(r("in a wrapper"))), "in a wrapper"),
        (f"<w:customXml>{p(r('custom'))}</w:customXml>", "custom"),
    ],
)
def test_text_as_word_shows_it(body: str, shown: str) -> None:
    assert text(body) == shown


def test_text_boxes_count_once_and_stand_apart() -> None:
    box = f"<w:txbxContent>{p(r('boxed'))}</w:txbxContent>"
    body = p(
        r("around")
        + "<w:r><mc:AlternateContent>"
        + f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
        + f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        + "</mc:AlternateContent></w:r>"
    )
    assert [(each.part, each.text()) for each in read(body).flow] == [("body", "around"), ("textbox", "boxed")]


def test_field_codes_are_not_text() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert text(p(r("Page ") + field)) == "Page 7"


def test_click_here_prompts_of_old_templates_are_shown() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> MACROBUTTON NoMacro [Type name here]</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert text(p(field)) == "[Type name here]"


def test_headers_footers_and_notes_stand_in_their_place() -> None:
    opened = read(
        p(r("body")),
        header1=p(r("District 12")),
        header2=p(r("District 12")),  # first-page and default header say the same
        footer1=p(r("Rev. 3")),
        footnotes=f'<w:footnote w:id="2">{p(r("a note"))}</w:footnote>',
    )
    assert [(each.part, each.text()) for each in opened.flow] == [
        ("header", "District 12"),
        ("body", "body"),
        ("note", "a note"),
        ("footer", "Rev. 3"),
    ]


# --- tables -------------------------------------------------------------------------------------------------


def tc(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tr(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def test_cells_are_numbered_and_empty_ones_kept() -> None:
    body = tbl(
        tr(tc(p(r("Name"))), tc(p(""))),
        tr(tc(p(r("wide")), '<w:gridSpan w:val="2"/>'), tc(p(r("third")))),
    )
    assert [(each.cell, each.text()) for each in read(body).flow] == [
        ((0, 0, 0), "Name"),
        ((0, 0, 1), ""),
        ((0, 1, 0), "wide"),
        ((0, 1, 2), "third"),
    ]


def test_nested_tables_have_numbers_of_their_own() -> None:
    body = tbl(tr(tc(p(r("outer")) + tbl(tr(tc(p(r("inner"))))) + p(r("after"))))) + tbl(tr(tc(p(r("next")))))
    assert [(each.cell, each.text()) for each in read(body).flow] == [
        ((0, 0, 0), "outer"),
        ((1, 0, 0), "inner"),
        ((0, 0, 0), "after"),
        ((2, 0, 0), "next"),
    ]


def test_the_lower_half_of_a_merged_cell_is_no_cell() -> None:
    body = tbl(tr(tc(p(r("tall")), '<w:vMerge w:val="restart"/>')), tr(tc(p(""), "<w:vMerge/>")))
    assert [each.text() for each in read(body).flow] == ["tall"]


def test_deleted_rows_are_gone_and_wrapped_ones_are_not() -> None:
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{tc(p(r('gone')))}</w:tr>"
    body = tbl(deleted, sdt('<w:tag w:val="x"/>', tr(tc(p(r("row in a control"))))))
    assert [(each.cell, each.text()) for each in read(body).flow] == [((0, 0, 0), "row in a control")]


# --- content controls -----------------------------------------------------------------------------------------

PROMPT = r("Click or tap here to enter text.", '<w:rStyle w:val="PlaceholderText"/>')


def test_a_control_that_shows_its_prompt_is_empty() -> None:
    opened = read(p(sdt('<w:alias w:val="Location"/><w:tag w:val="loc"/><w:showingPlcHdr/><w:text/>', PROMPT)))
    (field,) = opened.fields
    assert (field.name, field.label, field.kind, field.value, field.filled) == ("loc", "Location", "text", "", False)
    assert opened.flow[0].runs[0].text == "Click or tap here to enter text."
    assert opened.flow[0].runs[0].control == field


def test_words_own_prompt_is_no_answer_even_where_the_flag_was_lost() -> None:
    assert only_field(p(sdt('<w:tag w:val="loc"/><w:text/>', PROMPT))).filled is False


def test_an_answer_is_the_value() -> None:
    field = only_field(p(sdt('<w:tag w:val="loc"/><w:text/>', r("Columbus, ") + r("Ohio"))))
    assert (field.value, field.filled) == ("Columbus, Ohio", True)


def test_a_control_may_span_paragraphs() -> None:
    opened = read(sdt('<w:tag w:val="why"/>', p(r("first")) + p(r("second"))))
    assert opened.fields[0].value == "first\nsecond"
    assert [each.text() for each in opened.flow] == ["first", "second"]


def test_a_control_may_be_a_cell() -> None:
    cell = sdt('<w:tag w:val="who"/><w:text/>', tc(p(r("Jo"))))
    opened = read(tbl(tr(tc(p(r("Name"))), cell)))
    assert (opened.fields[0].value, opened.flow[1].cell) == ("Jo", (0, 0, 1))


def test_an_empty_control_keeps_its_place() -> None:
    opened = read(p(r("Name: ") + sdt('<w:tag w:val="who"/><w:text/>', "")))
    assert (opened.fields[0].name, opened.fields[0].filled) == ("who", False)
    assert opened.flow[0].runs[1].control == opened.fields[0]


@pytest.mark.parametrize(
    ("checked", "glyph", "on"),
    [('w14:val="1"', "☒", True), ('w14:val="true"', "☒", True), ("", "☒", True), ('w14:val="0"', "☐", False)],
)
def test_check_boxes(checked: str, glyph: str, on: bool) -> None:
    box = f"<w14:checkbox><w14:checked {checked}/></w14:checkbox>"
    opened = read(p(sdt(f'<w:tag w:val="yes"/>{box}', r(glyph)) + r(" Yes")))
    (field,) = opened.fields
    assert (field.kind, field.filled, field.value) == ("check", on, "On" if on else "")
    assert opened.flow[0].text() == f"{glyph} Yes"


def test_a_box_marked_by_hand_is_on() -> None:
    box = '<w:tag w:val="yes"/><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'
    assert only_field(p(sdt(box, r("X")))).filled


LEVELS = (
    '<w:dropDownList><w:listItem w:displayText="Choose one" w:value=""/><w:listItem w:value="AA"/></w:dropDownList>'
)


@pytest.mark.parametrize(("shown", "value"), [("AA", "AA"), ("Choose one", "")])
def test_drop_downs(shown: str, value: str) -> None:
    field = only_field(p(sdt(f'<w:tag w:val="level"/>{LEVELS}', r(shown))))
    assert (field.kind, field.value, field.filled) == ("choice", value, bool(value))
    assert field.options == ("Choose one", "AA")


def test_dates() -> None:
    field = only_field(p(sdt('<w:tag w:val="d"/><w:date w:fullDate="2027-01-15T00:00:00Z"/>', r("1/15/2027"))))
    assert (field.kind, field.value) == ("date", "1/15/2027")


def test_wrappers_are_not_asked_to_be_filled() -> None:
    inner = sdt('<w:tag w:val="a"/><w:text/>', r("x"))
    assert [f.name for f in read(sdt('<w:tag w:val="section"/>', p(inner))).fields] == ["a"]
    assert read(p(sdt('<w:tag w:val="goog_rdk_0"/>', r("every run of a Google document")))).fields == ()
    assert read(sdt("<w:id/>", p(r("a rich text control nobody named")))).fields == ()


# --- legacy form fields ---------------------------------------------------------------------------------------


def legacy(data: str, result: str | None, code: str = "FORMTEXT") -> str:
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="f"/>{data}</w:ffData></w:fldChar></w:r>'
        f"<w:r><w:instrText> {code} </w:instrText></w:r>{shown}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("result", "value"), [("\u2002" * 5, ""), ("Oak Elementary", "Oak Elementary"), (" ", ""), ("", "")]
)
def test_legacy_text(result: str, value: str) -> None:
    field = only_field(p(legacy("<w:textInput/>", result)))
    assert (field.name, field.kind, field.value, field.filled) == ("f", "text", value, bool(value))


def test_legacy_text_over_two_paragraphs() -> None:
    begin, end = legacy("<w:textInput/>", "one").rsplit("<w:r>", 1)
    opened = read(p(begin) + p(r("two") + "<w:r>" + end) + p(r("after")))
    assert opened.fields[0].value == "one\ntwo"
    assert [each.text() for each in opened.flow] == ["one", "two", "after"]


@pytest.mark.parametrize(
    ("data", "on"),
    [
        ("<w:default w:val='0'/>", False),
        ("<w:default w:val='1'/>", True),
        ("<w:default w:val='0'/><w:checked/>", True),
        ("<w:default w:val='1'/><w:checked w:val='0'/>", False),
    ],
)
def test_legacy_check_boxes(data: str, on: bool) -> None:
    opened = read(p(legacy(f"<w:checkBox><w:sizeAuto/>{data}</w:checkBox>", None, "FORMCHECKBOX") + r(" Yes")))
    assert (opened.fields[0].kind, opened.fields[0].filled) == ("check", on)
    assert opened.flow[0].text() == ("☒ Yes" if on else "☐ Yes")


@pytest.mark.parametrize(("result", "value", "shown"), [("", "", "Select"), ("<w:result w:val='1'/>", "AA", "AA")])
def test_legacy_drop_downs(result: str, value: str, shown: str) -> None:
    data = f"<w:ddList>{result}<w:listEntry w:val='Select'/><w:listEntry w:val='AA'/></w:ddList>"
    opened = read(p(legacy(data, None, "FORMDROPDOWN")))
    assert (opened.fields[0].value, opened.fields[0].filled) == (value, bool(value))
    assert opened.flow[0].text() == shown


# --- pictures and signatures ------------------------------------------------------------------------------------


def test_pictures_are_runs() -> None:
    opened = read(p("<w:r><w:drawing><a:blip/></w:drawing></w:r>") + p("<w:r><w:pict><v:imagedata/></w:pict></w:r>"))
    assert [[run.image for run in each.runs] for each in opened.flow] == [[True], [True]]


LINE = (
    '<w:r><w:pict><v:shape><v:imagedata/><o:signatureline id="{{ABC}}" o:suggestedsigner="Operator"/></v:shape>'
    "</w:pict></w:r>"
)


@pytest.mark.parametrize(("part", "signed"), [("<Signature>{{abc}}</Signature>", True), ("<Signature/>", False)])
def test_signature_lines_are_signed_by_a_signature_part(part: str, signed: bool) -> None:
    opened = read(p(LINE), _xmlsignatures__sig1_dot_xml=part)
    (field,) = opened.fields
    assert (field.kind, field.label, field.filled) == ("signature", "Operator", signed)
    assert opened.notes == ("digitally signed",)


# --- files ------------------------------------------------------------------------------------------------------


def why(data: bytes, limits: Limits | None = None) -> CannotRead:
    with pytest.raises(CannotRead) as caught:
        docx.read(data, limits or Limits())
    return caught.value


@pytest.mark.parametrize(
    "content_type",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_macros_and_templates_are_read(content_type: str) -> None:
    opened = read(p(r("text")), content_type=content_type, word__vbaProject_dot_bin=b"\xd0\xcf")
    assert (flow_text(opened.flow), opened.notes) == ("text", ("macros",))


def test_strict_documents_are_read() -> None:
    assert text(p(r("strict") + sdt("<w:text/>", r(" text"))), strict=True) == "strict text"


def test_what_python_docx_writes_is_read() -> None:
    document = python_docx.Document()
    document.add_heading("Request", 1)
    document.add_table(1, 2).cell(0, 0).text = "Name"
    out = io.BytesIO()
    document.save(out)
    opened = docx.read(out.getvalue(), Limits())
    assert [(each.cell, each.text()) for each in opened.flow] == [
        (None, "Request"),
        ((0, 0, 0), "Name"),
        ((0, 0, 1), ""),
    ]


def test_files_that_are_none() -> None:
    whole = packed(p(r("x")))
    assert why(whole[: len(whole) // 2]).reason is Reason.DAMAGED
    assert why(b"hello").reason is Reason.DAMAGED
    assert why(packed(p("<w:r><w:t>broken"))).reason is Reason.DAMAGED
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert why(out.getvalue()).reason is Reason.DAMAGED


def test_a_password_is_named(request: pytest.FixtureRequest) -> None:
    data = (request.path.parent.parent / "data" / "reading" / "password.docx").read_bytes()
    assert why(data).reason is Reason.ENCRYPTED


def test_bombs_are_refused_before_they_are_unpacked() -> None:
    bomb = packed(p(r("x")), word__media__a_dot_xml=b" " * 30_000_000)
    assert why(bomb).reason is Reason.TOO_LARGE
    assert why(packed(p(r("x")), a_dot_bin=b"0" * 900_000), Limits(max_unpacked=500_000)).reason is Reason.TOO_LARGE


def test_entities_are_not_expanded_nor_fetched() -> None:
    body = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "lol"}">' for n in range(9))
    document = f"<!DOCTYPE x [{body}<!ENTITY f SYSTEM 'file:///etc/hostname'>]>{{}}"
    data = packed(p(r("&a8;") + r("&f;")))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            new.writestr(name, document.format(content) if name == "word/document.xml" else content)
    try:
        shown = flow_text(docx.read(out.getvalue(), Limits()).flow)
    except CannotRead as error:
        assert error.reason is Reason.DAMAGED
    else:
        assert shown.strip() == ""


def test_deep_nesting_ends() -> None:
    depth = 20_000
    assert why(packed(p("<w:ins>" * depth + r("x") + "</w:ins>" * depth))).reason is Reason.DAMAGED


def test_very_many_paragraphs_are_bounded() -> None:
    opened = read("<w:p/>" * 60_000 + p(r("the end")))
    assert len(opened.flow) == 50_000
    assert opened.unread == ONLY_THE_BEGINNING
