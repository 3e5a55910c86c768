"""Spreadsheets as people see them: formats, dates, hidden sheets, repeated cells."""

from __future__ import annotations

import struct
from time import process_time

import pytest

from made_files import odt_of, ole_of, xlsx_of, zip_of
from soppa_mailbot.model import Document, Reason, flow_text
from soppa_mailbot.reading import opendocument, sheet, xlsx
from soppa_mailbot.reading.base import CannotRead, Limits
from soppa_mailbot.reading.flow import ONLY_THE_BEGINNING
from soppa_mailbot.reading.number_format import show, show_general

X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1250.0, '"$"#,##0.00', "$1,250.00"),
        (1250.5, "$#,##0.00_);($#,##0.00)", "$1,250.50"),
        (-99.0, '_("$"* #,##0.00_);_("$"* (#,##0.00)', "-$99.00"),
        (7.5, "[$€-2] #,##0.00", "€7.50"),
        (30.0, '0 "seats"', "30 seats"),
        (0.075, "0.0%", "7.5%"),
        (46037.0, "m/d/yyyy", "January 15, 2026"),
        (46037.5, "m/d/yy h:mm AM/PM", "January 15, 2026 12:00 PM"),
        (0.75, "h:mm AM/PM", "6:00 PM"),
        (46037.0, "mmm-yy", "January 2026"),
        (3.0, "General", "3"),
        (3.1, "General", "3.10"),
        (0.3333333333, "General", "0.3333333333"),
        (1e300, "m/d/yyyy", "1e+300"),
        (12.0, "@", "12"),
    ],
)
def test_number_formats(value: float, code: str, shown: str) -> None:
    assert show(value, code) == shown


def test_general_numbers_that_are_none() -> None:
    assert show_general(float("nan")) == ""
    assert show_general(float("inf")) == ""


def test_a_workbook() -> None:
    styles = (
        f'<styleSheet {X}><numFmts><numFmt numFmtId="164" formatCode="&quot;$&quot;#,##0.00"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    strings = (
        f"<sst {X}><si><t>Item</t></si><si><r><t>Reading </t></r><r><t>seats</t></r><rPh><t>no</t></rPh></si></sst>"
    )
    rows = (
        f'<worksheet {X}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>'
        '<c r="C1" t="inlineStr"><is><t>Total</t></is></c></row>'
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="2"><v>46037</v></c>'
        '<c r="C2" s="1"><f>SUM(C3:C9)</f><v>1250</v></c>'
        '<c r="D2" t="b"><v>1</v></c><c r="E2" t="s"><v>99</v></c></row></sheetData></worksheet>'
    )
    opened = xlsx.read(xlsx_of(rows.encode(), styles=styles.encode(), strings=strings.encode()), Limits())
    assert flow_text(opened.flow) == "Item\tTotal\nReading seats\tJanuary 15, 2026\t$1,250.00\tTRUE"
    assert [p.cell for p in opened.flow][:3] == [(0, 0, 0), (0, 0, 2), (0, 1, 0)]
    assert opened.notes == ("hidden sheet not read: Costs",)


def test_a_long_sheet_is_cut_and_says_so() -> None:
    rows = "".join(f'<row><c t="str"><v>word {n}</v></c></row>' for n in range(500))
    opened = xlsx.read(xlsx_of(f"<worksheet {X}>{rows}</worksheet>".encode()), Limits(max_words=100))
    assert 40 <= len(opened.flow) <= 50
    assert opened.unread == ONLY_THE_BEGINNING


def test_a_workbook_without_its_workbook_is_damaged() -> None:
    with pytest.raises(CannotRead) as caught:
        xlsx.read(zip_of({"[Content_Types].xml": b"", "xl/other.xml": b""}), Limits())
    assert caught.value.reason == Reason.DAMAGED


def biff8(cells: list[tuple[int, int, str | float]]) -> bytes:
    """An .xls with one sheet ([MS-XLS])."""

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    def text(value: str) -> bytes:
        return struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")

    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 6))
    name = struct.pack("<BB", 5, 0) + b"Quote"
    bound_length = 4 + 4 + 2 + len(name)
    place = len(begin) + bound_length + 4
    book = begin + record(0x0085, struct.pack("<IH", place, 0) + name) + record(0x000A, b"")
    page = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 6))
    for row, column, value in cells:
        head = struct.pack("<HHH", row, column, 0)
        page += (
            record(0x0204, head + text(value))
            if isinstance(value, str)
            else record(0x0203, head + struct.pack("<d", value))
        )
    return ole_of({"Workbook": (book + page + record(0x000A, b"")).ljust(4096, b"\0")})


def test_an_old_excel_file() -> None:
    opened = sheet.read(
        biff8([(0, 0, "Item"), (0, 1, "Price"), (1, 0, "Seats"), (1, 1, 12.5), (3, 0, "Total")]), Limits()
    )
    assert flow_text(opened.flow) == "Item\tPrice\nSeats\t12.50\nTotal"


@pytest.mark.parametrize("cut", [100, 700, 2000])
def test_a_cut_off_old_excel_file(cut: int) -> None:
    with pytest.raises(CannotRead):
        sheet.read(biff8([(0, 0, "Item")])[:cut], Limits())


def test_an_opendocument_sheet_shows_what_its_cells_show() -> None:
    body = (
        '<table:table table:name="Quote"><table:table-row><table:table-cell><text:p>Item</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="3"/>'
        "<table:table-cell><text:p>$1,250.00</text:p></table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row></table:table>'
    )
    data = odt_of(body)
    ods = zip_of(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": _content(data).replace(b"office:text>", b"office:spreadsheet>"),
        }
    )
    opened = opendocument.read_sheet(ods, Limits())
    assert [(p.cell, p.text()) for p in opened.flow] == [((0, 0, 0), "Item"), ((0, 0, 4), "$1,250.00")]
    assert Document("a1", "x.ods", flow=opened.flow).text() == "Item\t$1,250.00"


def _content(data: bytes) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("content.xml")


def test_many_merged_areas_over_many_empty_cells() -> None:
    """A file of 30 kB: 40,000 framed cells, each hidden by the last of 5,000 areas."""
    styles = (
        f"<styleSheet {X}><borders><border/><border><left style='thin'/><bottom style='thin'/></border></borders>"
        "<cellXfs><xf borderId='1' fillId='0'/></cellXfs></styleSheet>"
    )
    rows = "".join(f"<row r='{n + 1}'>{'<c/>' * 20}</row>" for n in range(2000))
    areas = "".join(f"<mergeCell ref='A{900_000 + n}:B{900_000 + n}'/>" for n in range(4_999))
    areas += "<mergeCell ref='A1:ZZ900000'/>"
    sheet_xml = f"<worksheet {X}><sheetData>{rows}</sheetData><mergeCells>{areas}</mergeCells></worksheet>"
    data = xlsx_of(sheet_xml.encode(), styles=styles.encode())
    start = process_time()
    xlsx.read(data, Limits())
    assert process_time() - start < 5, "seconds; it took 23"


def test_what_is_struck_or_hidden_is_not_read_as_in_word() -> None:
    styles = (
        f'<styleSheet {X}><fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>'
        '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>'
    )
    strings = f"<sst {X}><si><r><rPr><strike/></rPr><t>$12 </t></r><r><rPr><b/></rPr><t>$11</t></r></si></sst>"
    rows = (
        f'<worksheet {X}><cols><col min="4" max="5" hidden="1"/><col min="6" max="6"/></cols><sheetData>'
        '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>2</v></c><c r="C1" t="s"><v>0</v></c>'
        '<c r="D1"><v>4</v></c><c r="F1"><v>6</v></c></row>'
        '<row r="2" hidden="1"><c r="A2"><v>7</v></c></row><row r="3" hidden="0"><c r="A3"><v>8</v></c></row>'
        "</sheetData></worksheet>"
    )
    opened = xlsx.read(xlsx_of(rows.encode(), styles=styles.encode(), strings=strings.encode()), Limits())
    assert flow_text(opened.flow) == "2\t$11\t6\n8"
    assert opened.sheets == ("Quote", "Costs")


def test_comments_beside_cells() -> None:
    threaded = "[Threaded comment]\n\nYour version of Excel allows you to read this.\n\nComment:\n    old price"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    members = {
        "xl/worksheets/_rels/sheet1.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{relation}" Target="../comments1.xml"/></Relationships>'
        ).encode(),
        "xl/comments1.xml": (
            f'<comments {X}><commentList><comment ref="A1"><text><r><t>Pat: </t></r><r><t>check</t></r></text>'
            f'</comment><comment ref="A2"><text><t>{threaded}</t></text></comment></commentList></comments>'
        ).encode(),
    }
    data = xlsx_of(f"<worksheet {X}><sheetData/></worksheet>".encode(), more=members)
    assert xlsx.read(data, Limits()).comments == ((0, "Pat: check"), (0, "old price"))
