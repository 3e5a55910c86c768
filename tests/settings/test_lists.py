"""Schools and register: what is wrong is named by file and row, what is sound is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from soppa_mailbot.lists import read_register, read_schools, shared_aliases

REGISTER = "operator,product,domains,signed,expires,url\n"


def schools(tmp_path: Path, text: str) -> tuple[list[str], list[str]]:
    path = tmp_path / "schools.csv"
    path.write_text(text, encoding="utf-8")
    rows, problems = read_schools(path)
    return [r.name for r in rows], problems


def test_schools_as_written(tmp_path: Path) -> None:
    path = tmp_path / "schools.csv"
    path.write_bytes("\ufeffname,kind,aliases\nPe\u00f1a School,School,Pena; PS\n\nArt,department,\n".encode())
    rows, problems = read_schools(path)
    assert problems == []
    assert [(r.name, r.kind, r.aliases) for r in rows] == [
        ("Peña School", "school", ("Pena", "PS")),
        ("Art", "department", ()),
    ]


def test_excel_on_windows(tmp_path: Path) -> None:
    path = tmp_path / "schools.csv"
    path.write_bytes("name,kind,aliases\r\nPeña School,school,\r\n".encode("cp1252"))
    assert read_schools(path)[0][0].name == "Peña School"


def test_each_bad_row_is_named(tmp_path: Path) -> None:
    names, problems = schools(
        tmp_path,
        "name,kind,aliases\nOak,school,\noak,school,\n,school,\nElm,building,\nAsh,school,X\nFir,school,x\nYew,school,a,b\n",
    )
    assert names == ["Oak", "Ash", "Fir"]
    said = "\n".join(problems)
    for expected in (
        'row 3: "oak" stands in row 2 already',
        "row 4: no name",
        'row 5: kind is "building"; write school or department',
        'row 8: 4 cells under 3 headings; put a value that holds a comma in "quotes"',
    ):
        assert expected in said
    assert len(problems) == 4


def test_an_alias_of_two_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "schools.csv"
    path.write_text("name,kind,aliases\nAsh,school,X; A\nFir,school,x;F\nYew,department,Y; y\n", encoding="utf-8")
    rows, problems = read_schools(path)
    assert problems == []
    assert shared_aliases(rows) == [
        '"X" is an alias of Ash and Fir: a mail that says no more than this goes to a person'
    ]


def test_a_list_without_schools_or_heading(tmp_path: Path) -> None:
    assert "no school or department in it" in schools(tmp_path, "name,kind,aliases\n")[1][0]
    assert "no column kind" in schools(tmp_path, "name,aliases\nA,b\n")[1][0]


def test_register_dates(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text(
        REGISTER
        + 'A,P,"a.example; @B.example",2025-01-02,2026-01-02,u\nB,,,7/1/2025,,\n'
        + "C,P,,2025-13-01,,\nD,P,,2025-01-01,soon,\nE,P,,2025-01-01,2024-01-01,\n,P,,2025-01-01,,\n",
        encoding="utf-8",
    )
    rows, problems = read_register(path)
    assert [(r.operator, r.signed, r.expires) for r in rows] == [
        ("A", date(2025, 1, 2), date(2026, 1, 2)),
        ("B", date(2025, 7, 1), None),
    ]
    assert rows[0].domains == ("a.example", "b.example")
    assert [p.split(": ")[1].split(" (")[0] for p in problems] == [f"register.csv row {n}" for n in (4, 5, 6, 7)]
    assert 'signed is "2025-13-01"; write a date like 2026-08-01' in problems[0]
    assert 'expires is "soon"' in problems[1]
    assert "expires 2024-01-01 before it was signed 2025-01-01" in problems[2]
    assert "no operator" in problems[3]


def test_both_ends_of_an_agreement_count(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text(REGISTER + "A,P,,2025-01-02,2025-02-03,\n", encoding="utf-8")
    (row,) = read_register(path)[0]
    days = [date(2025, 1, 1), date(2025, 1, 2), date(2025, 2, 3), date(2025, 2, 4)]
    assert [row.active_on(day) for day in days] == [False, True, True, False]
