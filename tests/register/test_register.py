"""The register: foreign tables taken in, checked, published; and its file never half written."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from typer.testing import CliRunner, Result

from soppa_mailbot import lists
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.cli import app
from soppa_mailbot.errors import UsageError
from soppa_mailbot.model import Agreement
from soppa_mailbot.register import checking, importing, publishing, sources, writing
from soppa_mailbot.register.dates import ambiguous, day_of
from soppa_mailbot.register.ending import ending

TODAY = date(2026, 9, 8)
TERM = (date(2025, 8, 1), date(2027, 7, 31))


def row(operator: str = "Acme Learning", product: str = "AcmeMath", **changes: object) -> Agreement:
    values: dict[str, object] = {
        "domains": ("acme.example",),
        "signed": date(2025, 8, 1),
        "expires": date(2027, 7, 31),
        "url": "https://d.example/acme.pdf",
    }
    return Agreement(operator=operator, product=product, **(values | changes))  # type: ignore[arg-type]


def imported(path: Path, **how: object) -> importing.Imported:
    return importing.agreements_of(sources.read(path), **how)  # type: ignore[arg-type]


# --- reading ----


def test_a_csv_as_a_spreadsheet_saves_it(tmp_path: Path) -> None:
    text = (
        "SOPPA agreements of the district;;;;\r\n"
        "Vendor Name;Product / Service;Effective Date;Expiration Date;E-mail domain\r\n"
        "Acmé Learning, Inc.;AcmeMath;8/1/2025;July 31, 2027;www.acme.example, sales@eu.acme.example\r\n"
        "A;;;;\r\n"
        "Tinker Co.;All products;2026-01-05;perpetual;\r\n"
        "Broken;Thing;25/12/2025;;\r\n"
        ";Nobody;1/1/2026;;\r\n"
    )
    file = tmp_path / "export.csv"
    file.write_bytes(text.encode("cp1252"))
    found = imported(file)
    assert found.agreements == (
        Agreement("Acmé Learning, Inc.", "AcmeMath", ("acme.example", "eu.acme.example"), *TERM),
        Agreement("Tinker Co.", "", (), date(2026, 1, 5), None),
    )  # fmt: skip
    assert [p.partition(": ")[0] for p in found.problems] == ["export.csv row 6", "export.csv row 7"]
    assert "25/12/2025" in found.problems[0]


def test_a_workbook_with_dates_and_a_second_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    book.active.append(["Ask Kim", "before you change this"])
    sheet = book.create_sheet("Agreements")
    sheet.append(["Company", "Application", "Date Signed", "End Date", "Link to Agreement", "Grade"])
    sheet.append(["Acme", "AcmeMath", date(2025, 8, 1), date(2027, 7, 31), "https://d.example/a.pdf", "3-5"])
    file = tmp_path / "r.xlsx"
    book.save(file)
    found = imported(file)
    assert found.table == "sheet Agreements" and found.unused == ("Grade",)
    assert found.agreements == (
        Agreement("Acme", "AcmeMath", (), date(2025, 8, 1), date(2027, 7, 31), "https://d.example/a.pdf"),
    )


def test_the_table_of_a_web_page(tmp_path: Path) -> None:
    page = """<!doctype html><title>x</title><table><tr><td>Menu<td>About</table>
    <table><caption>Operators</caption>
    <thead><tr><th>Operator<th>Product<th>Signed<th>Expires<th>Agreement</thead>
    <tr><th colspan=5>A</th>
    <tr><td>Acme &amp; Sons<br>Inc.<td>Math<td>Aug. 1, 2025<td>July 31st, 2027<td><a href="https://d.example/x">PDF</a>
    <tr><td>Evil<td><script>1</script>Thing<td>2025-08-01<td>None<td><a href="javascript:alert(1)">x</a>
    </table>"""
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    found = imported(file)
    assert found.table == "table 2"
    first, second = found.agreements
    assert first == Agreement(
        "Acme & Sons Inc.", "Math", (), date(2025, 8, 1), date(2027, 7, 31), "https://d.example/x"
    )
    assert (second.operator, second.url, second.expires) == ("Evil", "", None)


def test_a_page_without_signing_dates_needs_one(tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    file.write_text("Provider,Software,Expires\nAcme,Math,2027-07-31\n", encoding="utf-8")
    assert "say --signed DATE" in imported(file).problems[0]
    assert imported(file, signed=TODAY).agreements[0].signed == TODAY


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.csv", b"Name,Phone\nAcme,1\n", "no table has a heading"),
        ("a.xlsx", b"PK\x03\x04broken", "no workbook that can be read"),
        ("a.html", b"<html><p>none", "holds no table"),
        ("a.csv", b'operator,signed\n"x' + b"y" * 200_000 + b"\n", "not valid CSV"),
        ("a.csv", b"", "no table has a heading"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600), "no workbook that can be read"),
    ],
)
def test_what_is_no_register_says_so(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UsageError, match=says):
        imported(tmp_path / name)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-04", date(2026, 3, 4)), ("3/4/2026", date(2026, 3, 4)), ("3/4/26", date(2026, 3, 4)),
        ("March 4, 2026", date(2026, 3, 4)), ("Mar. 4th 2026", date(2026, 3, 4)), ("4-Mar-2026", date(2026, 3, 4)),
        ("4 March 2026", date(2026, 3, 4)), ("2026-03-04 00:00:00", date(2026, 3, 4)), ("13/4/2026", None),
        ("2/30/2026", None), ("soon", None), ("", None), ("Smarch 4, 2026", None),
    ],
)  # fmt: skip
def test_days(text: str, day: date | None) -> None:
    assert day_of(text) == day


def test_which_days_can_be_read_both_ways() -> None:
    assert ambiguous("3/4/2026") and not ambiguous("3/13/2026") and not ambiguous("4/4/2026")
    assert not ambiguous("2026-03-04")


def from_html(tmp_path: Path, table: str) -> importing.Imported:
    file = tmp_path / "page.html"
    file.write_text(f"<table>{table}</table>", encoding="utf-8")
    return imported(file)


def test_a_cell_over_several_rows_counts_in_each(tmp_path: Path) -> None:
    found = from_html(
        tmp_path,
        """<thead><tr><th>Operator<th>Product<th>Signed<th>Expires</thead>
        <tbody><tr><td rowspan="2">Acme, Inc.<td>AcmeMath<td>3/1/2026<td rowspan=3>3/1/2028
        <tr><td>AcmeRead<td>4/1/2026
        <tr><td>Tinker<td>Code<td>5/1/2026
        <tbody><tr><td rowspan=9>Quill<td>Essays<td rowspan=0>6/1/2026<td>6/1/2028
        <tr><td>Notes<td>7/1/2028
        <tbody><tr><td>Zed<td>One<td>8/1/2026<td>8/1/2028""",
    )
    assert found.problems == ()
    assert [(a.operator, a.product, f"{a.signed:%m}", a.expires and f"{a.expires:%m}") for a in found.agreements] == [
        ("Acme, Inc.", "AcmeMath", "03", "03"),
        ("Acme, Inc.", "AcmeRead", "04", "03"),
        ("Tinker", "Code", "05", "03"),
        ("Quill", "Essays", "06", "06"),
        ("Quill", "Notes", "06", "07"),
        ("Zed", "One", "08", "08"),
    ]


def test_a_heading_of_two_rows(tmp_path: Path) -> None:
    found = from_html(
        tmp_path,
        """<tr><th rowspan=2>Vendor<th rowspan=2>Product<th colspan=2>Agreement
        <tr><th>Signed<th>Expires
        <tr><td>Acme<td>AcmeMath<td>3/1/2026<td>3/1/2028
        <tr><th>Vendor<th>Product<th>Signed<th>Expires
        <tr><td>Tinker<td>Code<td>5/1/2026<td>""",
    )
    assert found.problems == () and dict(found.columns)["expires"] == "Expires"
    assert found.agreements == (
        Agreement("Acme", "AcmeMath", (), date(2026, 3, 1), date(2028, 3, 1)),
        Agreement("Tinker", "Code", (), date(2026, 5, 1), None),
    )


def test_a_row_whose_cells_are_shifted_is_left_out(tmp_path: Path) -> None:
    found = from_html(
        tmp_path,
        """<tr><th>Vendor<th>Product<th>Signed<th>Expires
        <tr><td>Acme<td>AcmeMath<td>3/1/2026<td>3/1/2028
        <tr><td>AcmeRead<td>4/1/2026<td>4/1/2028""",
    )
    assert len(found.agreements) == 1 and "shifted" in found.problems[0]


def test_merged_cells_and_days_without_a_format(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Vendor", "Product", "Signed", "Expires"])
    sheet.append(["Acme", "AcmeMath", 46082, 46813.0])  # 2026-03-01, 2028-03-01
    sheet.append([None, "AcmeRead", "April 1, 2026", "12"])
    sheet.append([None, "AcmePlay", date(2026, 5, 1), None])
    sheet.merge_cells("A2:A4")
    file = tmp_path / "r.xlsx"
    book.save(file)
    found = imported(file)
    assert found.agreements == (
        Agreement("Acme", "AcmeMath", (), date(2026, 3, 1), date(2028, 3, 1)),
        Agreement("Acme", "AcmePlay", (), date(2026, 5, 1), None),
    )
    assert len(found.problems) == 1 and 'Acme: expires is "12"' in found.problems[0]
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.save(file)
    assert any('signed is "46082"' in problem for problem in imported(file).problems), "another count of days"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_text_of_a_spreadsheet(tmp_path: Path, encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    file = tmp_path / "export.txt"
    file.write_bytes(mark + "Vendor\tProduct\tSigned\r\nAcmé\tMath\t3/1/2026\r\n".encode(encoding))
    found = imported(file)
    assert dict(found.columns)["operator"] == "Vendor" and found.agreements[0].operator == "Acmé"


# --- what would change ----


def test_changes_keep_what_the_table_does_not_tell() -> None:
    old, other = row(), row("Tinker", "Code", signed=date(2024, 1, 1))
    renewed = row("Acme Learning, Inc.", domains=(), url="", signed=date(2026, 8, 1), expires=date(2029, 7, 31))
    new = row("Quill", "Essays")
    plan = importing.changes([old, other], [renewed, new])
    (changed,) = plan.changed
    assert changed.before == old and changed.after.domains == ("acme.example",) and changed.after.url == old.url
    assert plan.added == (new,) and plan.gone == (other,)
    assert plan.register == (changed.after, new)
    kept = importing.changes([old, other], [renewed, new], keep_gone=True)
    assert kept.gone == () and kept.register == (changed.after, other, new)


def test_the_same_table_changes_nothing_and_two_terms_stay_two() -> None:
    terms = [row(expires=date(2025, 9, 1)), row(signed=date(2025, 9, 1))]
    plan = importing.changes(terms, terms)
    assert not plan.any and plan.same == 2 and plan.register == tuple(terms)
    third = row(signed=date(2027, 8, 1), expires=None)
    plan = importing.changes(terms, [*terms, third])
    assert plan.added == (third,) and not plan.changed and not plan.gone


TEXT = st.text(st.characters(exclude_characters="\x00\r\n", exclude_categories=["Cs"]), max_size=12).map(str.strip)


@given(st.lists(st.tuples(TEXT.filter(bool), TEXT), max_size=6, unique=True))
def test_what_is_written_is_read_back(names: list[tuple[str, str]]) -> None:
    register = [row(operator, product) for operator, product in names]
    read = list(csv.reader(io.StringIO(writing.text_of(register), newline="")))
    assert [(r[0], r[1]) for r in read[1:]] == names


def test_the_file_is_replaced_whole_with_a_backup(tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    file.write_text("operator,signed\nOld,2020-01-01\n", encoding="utf-8")
    file.chmod(0o640)
    backup = writing.replace_register(file, [row()], datetime(2026, 9, 8, tzinfo=UTC))
    assert lists.read_register(file) == ((row(),), [])
    assert backup.name == "register.csv.20260908T000000.bak" and "Old" in backup.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["register.csv", backup.name]


# --- check, publish, ending ----


def test_findings_of_a_register() -> None:
    register = [
        row(),
        row("Acme Learning LLC", signed=date(2026, 1, 1)),  # the same company and product, at the same time
        row("Gone", "Old", expires=date(2026, 1, 1)),
        row("Nobody", "Thing", domains=()),
        row("Free", "Mail", domains=("gmail.com", "nodots")),
        row("Link", "Bad", url="www.x.example"),
    ]
    found = checking.findings(register, TODAY)
    for name, words in (
        ("Acme Learning, AcmeMath", "stands twice"), ("Gone, Old", "expired on January 1, 2026"),
        ("Nobody, Thing", "no domain"), ("Free, Mail", "mail provider"), ("Free, Mail", '"nodots" is no domain'),
        ("Link, Bad", "url is"),
    ):  # fmt: skip
        assert sum(f.startswith(name) and words in f for f in found) == 1, (name, found)
    assert len(found) == 6
    renewal = [row(expires=date(2026, 8, 1)), row(signed=date(2026, 8, 1))]
    assert checking.findings(renewal, TODAY) == ()


def test_the_public_page() -> None:
    evil = row('<script>alert("x")</script>', "=1+1", url="javascript:alert(1)", expires=None)
    table = publishing.public_table(
        [row("Zed", ""), evil, row("Acme"), row("Over", expires=date(2026, 9, 7))], "D 1", TODAY
    )
    page = publishing.page(table, Templates())
    root = html.document_fromstring(page)
    assert root.get("lang") == "en" and root.findtext(".//caption") == "Three agreements active on September 8, 2026"
    assert [th.get("scope") for th in root.iter("th")] == ["col"] * 5 + ["row"] * 3
    assert [th.text for th in root.findall(".//tbody/tr/th")] == [evil.operator, "Acme", "Zed"]
    assert len(root.findall(".//script")) == 1 and "javascript:alert" not in page
    assert not re.search(r'(?:src|href)="(?!https://d\.example)', page)  # it loads nothing
    first = list(csv.reader(io.StringIO(publishing.csv_file(table).decode("utf-8-sig"))))[1]
    assert first[1] == "'=1+1" and first[4] == ""
    assert "No agreement is active" in publishing.page(publishing.public_table([], "D 1", TODAY), Templates())


def test_what_ends_soon_and_is_not_renewed() -> None:
    soon, far = row(expires=date(2026, 12, 7)), row("Far", expires=date(2026, 12, 8))
    renewed = [row("Re", "New", expires=date(2026, 10, 1)), row("Re", "New", signed=date(2026, 10, 1))]
    whole = [row("All", "One", expires=date(2026, 10, 1)), row("All", "", signed=date(2026, 1, 1))]
    over = row("Over", expires=date(2026, 9, 7))
    assert [(e.agreement, e.days) for e in ending([soon, far, *renewed, *whole, over], TODAY)] == [(soon, 90)]


# --- as it is typed ----


@pytest.fixture
def district(tmp_path: Path) -> Path:
    for name in ("rfi.pdf", "soppa.pdf"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "schools.csv").write_text("name,kind\nMaple,school\n", encoding="utf-8")
    (tmp_path / "register.csv").write_text(
        "operator,product,domains,signed,expires,url\nAcme,Math,acme.example,3/4/2026,2099-01-01,\n", encoding="utf-8"
    )
    (tmp_path / "config.toml").write_text(
        '[district]\nname="D 1"\ndomains=["d.example"]\n[mailbox]\nhost="localhost"\nsecurity="none"\nusername="p"\n'
        'password="x"\n[smtp]\nhost="localhost"\nsecurity="none"\nfrom="p@d.example"\n[forms.rfi]\ntitle="R"\n'
        'blanks=["rfi.pdf"]\n[forms.soppa]\ntitle="S"\nblanks=["soppa.pdf"]\n[schools]\nfile="schools.csv"\n'
        '[register]\nfile="register.csv"\n[digest]\nto=["b@d.example"]\n',
        encoding="utf-8",
    )
    return tmp_path


def run(folder: Path, *arguments: object) -> Result:
    return CliRunner().invoke(app, ["-c", str(folder / "config.toml"), "register", *map(str, arguments)])


def test_import_shows_first_and_then_does_it(district: Path) -> None:
    file = district / "new.csv"
    file.write_text("Vendor,Product,Signed,Expires\nAcme,Math,2026-03-04,2098-01-01\nQuill,Essays,2026-01-01,\n")
    before = (district / "register.csv").read_bytes()
    shown = run(district, "import", file)
    assert shown.exit_code == 0 and "~ Acme, Math: expires 2099-01-01 -> 2098-01-01" in shown.output
    assert "+ Quill, Essays: 2026-01-01 to no end" in shown.output and "1 added, 1 changed, 0 gone" in shown.output
    assert (district / "register.csv").read_bytes() == before
    done = run(district, "import", file, "--apply")
    assert done.exit_code == 0 and len(list(district.glob("register.csv.*.bak"))) == 1
    register, problems = lists.read_register(district / "register.csv")
    assert problems == [] and [(r.operator, r.domains) for r in register] == [
        ("Acme", ("acme.example",)),
        ("Quill", ()),
    ]
    assert "0 added, 0 changed, 0 gone, 2 as before" in run(district, "import", file, "--apply").output


def test_check_ends_with_1_when_there_is_something(district: Path) -> None:
    told = run(district, "check")
    assert told.exit_code == 1 and "row 2: signed is 3/4/2026, taken as 2026-03-04" in told.output
    good = "operator,product,domains,signed,expires,url\nAcme,Math,acme.example,2026-03-04,2099-01-01,\n"
    (district / "register.csv").write_text(good, encoding="utf-8")
    told = run(district, "check")
    assert told.exit_code == 0 and "1 agreement, 1 active; nothing to look at" in told.output


def test_publish_writes_both(district: Path) -> None:
    out = [district / "r.html", district / "r.csv"]
    told = run(district, "publish", "--html", out[0], "--csv", out[1], "--on", "2026-09-08")
    assert told.exit_code == 0, told.output
    assert "Acme" in out[0].read_text(encoding="utf-8")
    assert out[1].read_bytes().startswith(b"\xef\xbb\xbfOperator,Product")
    assert isinstance(run(district, "publish").exception, UsageError)


def test_a_row_left_out_ends_no_agreement(district: Path) -> None:
    register = district / "register.csv"
    heading = "operator,product,domains,signed,expires,url\n"
    held = [
        "Acme,Math,acme.example,2026-03-04,2099-01-01,",
        "Acme,Read,,2026-03-04,2099-01-01,",
        "Old,Thing,,2020-01-01,,",
    ]
    register.write_text(heading + "\n".join(held) + "\n", encoding="utf-8")
    file = district / "new.csv"
    file.write_text(
        "Vendor,Product,Signed,Expires\nAcme Inc.,Math,2026-03-04,30.6.2099\nAcme,Reading,sometime,\n"
        "Quill,Essays,2026-01-01,\n"
    )
    shown = run(district, "import", file)
    assert shown.exit_code == 1 and "= Acme, Math: 2026-03-04 to 2099-01-01: stays as it is" in shown.output
    assert "- Acme" not in shown.output and "1 added, 0 changed, 1 gone, 2 kept, 0 as before" in shown.output
    assert run(district, "import", file, "--apply").exit_code == 1
    rows, problems = lists.read_register(register)
    assert problems == [] and [(r.operator, r.product) for r in rows] == [
        ("Acme", "Math"),
        ("Acme", "Read"),  # the row that could not be used may be about it
        ("Quill", "Essays"),
    ]


def test_what_a_row_without_an_operator_is_about_stays() -> None:
    old, other = row(), row("Tinker", "Code")
    left = (importing.LeftOut("", "AcmeMath", "no operator"),)
    plan = importing.changes([old, other], [], left_out=left)
    assert plan.kept == (old,) and plan.gone == (other,) and plan.register == (old,)


@pytest.mark.parametrize(
    "table", ["Vendor,Product,Signed\n", "Vendor,Product,Signed\n,,\n\n", "Vendor,Product,Signed\nA,B,soon\n"]
)
def test_a_table_without_agreements_empties_nothing(district: Path, table: str) -> None:
    before = (district / "register.csv").read_bytes()
    file = district / "empty.csv"
    file.write_text(table)
    told = run(district, "import", file, "--apply")
    assert isinstance(told.exception, UsageError) and "holds no agreement" in str(told.exception)
    assert (district / "register.csv").read_bytes() == before and not list(district.glob("*.bak"))


def test_after_the_import_the_daemon_takes_it_up_by_itself(district: Path) -> None:
    file = district / "new.csv"
    file.write_text("Vendor,Product,Signed\nAcme,Math,2026-03-05\n")
    assert "takes it up with its next round" in run(district, "import", file, "--apply").output
