"""Every bad configuration fails for its own reason, and all reasons come at once."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from made_config import GOOD
from soppa_mailbot.errors import ConfigError
from soppa_mailbot.settings import config

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("rfi.pdf", "soppa.pdf", "schools.csv", "register.csv"):
        (tmp_path / name).write_text("", encoding="utf-8")
    return tmp_path


def load(folder: Path, text: str, **environ: str) -> config.Config:
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return config.load(folder / "config.toml", environ)


def problems(folder: Path, text: str, **environ: str) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as caught:
        load(folder, text, **environ)
    assert caught.value.exit_code == 2
    return caught.value.problems


def test_a_sound_configuration(folder: Path) -> None:
    loaded = load(folder, GOOD)
    assert loaded.address == "p@d1.example"
    assert loaded.forms.rfi.blanks == (folder / "rfi.pdf",)
    assert loaded.store.url == f"sqlite:///{folder}/soppa.db"
    assert loaded.replies.mode == "auto"
    assert loaded.mailbox.secret() == "x"


BAD = [
    ("[district]\n", "[district]\nnmae = 'x'\n", r'^district\.nmae: unknown key; did you mean "name"\?$'),
    ('name = "Test District 1"', "", r"^district\.name: this key is missing"),
    ('name = "Test District 1"', "name = 3", r"^district\.name: input should be a valid string \(is 3\)$"),
    ("[mailbox]\n", "[mailbox]\nport = 'imap'\n", r"^mailbox\.port: .*\(is 'imap'\)$"),
    ("[mailbox]\n", "[mailbox]\nport = 99999\n", r"^mailbox\.port: "),
    ('security = "none"\nusername', 'security = "ssl"\nusername', r"^mailbox\.security: .*'tls', 'starttls' or 'none'"),
    ('[mailbox]\nhost = "127.0.0.1"', '[mailbox]\nhost = "imap.d1.example"', r"^mailbox\.security: .*loopback only"),
    ('password = "x"', "", r"^mailbox\.password: none given; .*SOPPA_MAILBOX__PASSWORD$"),
    ('password = "x"', 'password_file = "nowhere"', r"^mailbox\.password_file: .*nowhere: cannot be read"),
    ('password = "x"', 'auth = "oauth2"', r"^mailbox\.token_command: oauth2 needs a command"),
    ('from = "Procurement <p@d1.example>"', 'from = "Procurement"', r"^smtp\.from: no mail address"),
    ('blanks = ["rfi.pdf"]', 'blanks = ["other.pdf"]', r"^forms\.rfi\.blanks: .*other\.pdf: no such file"),
    ('blanks = ["rfi.pdf"]', "blanks = []", r"^forms\.rfi\.blanks: "),
    ('[schools]\nfile = "schools.csv"', "", r"^\[schools\]: this section is missing"),
    ('file = "register.csv"', 'file = "r.csv"', r"^register\.file: .*r\.csv: no such file"),
    ('to = ["buyer@d1.example"]', 'to = ["buyer"]', r'^digest\.to: "buyer" is no mail address$'),
    ("[district]\n", "[district]\ntimezone = 'Central'\n", r'^district\.timezone: no time zone "Central"'),
    ("[mailbox]\n", "[mailbox]\nfailed_folder = 'processed'\n", r"^mailbox: .*three different folders$"),
    ("[digest]\n", "[replies]\nmode = 'always'\n[digest]\n", r"^replies\.mode: .*'auto' or 'hold'"),
    ("[digest]\n", "[extra]\n[digest]\n", r"^extra: unknown key"),
    ("[digest]\n", "[calendar]\nholidays = ['2026-11-31']\n[digest]\n", r"^calendar\.holidays\.0: .*2026-11-31"),
    ("[digest]\n", "[board]\nmeetings = ['soon']\n[digest]\n", r"^board\.meetings\.0: .*soon"),
    ("[digest]\n", "[reminders]\nafter_business_days = [0]\n[digest]\n", r"^reminders\.after_business_days\.0: "),
    ("[digest]\n", "[reminders]\nafter_business_days = [9, 5]\n[digest]\n", r"^reminders\.after_.*must rise"),
    ("[digest]\n", "[reminders]\nclose_after_business_days = 10\n[digest]\n", r"^reminders\.close_.*not later than"),
    ("[digest]\n", "[staff]\naddresses = ['x']\n[digest]\n", r'^staff\.addresses: "x" is no mail address$'),
    ("[digest]\n", "[staff]\naddresses = ['x@y.example']\n[digest]\n", r'^staff\.addresses: "x@y\.example" is not of'),
    ("[digest]\n", "[handoff]\nboard_threshold = 0\n[digest]\n", r"^handoff\.board_threshold: "),
    (
        "[digest]\n",
        "[[handoff.recipients]]\nnmae = 'IT'\nname = 'IT'\nto = ['it@d1.example']\n[digest]\n",
        r'^handoff\.recipients\.0\.nmae: unknown key; did you mean "name"',
    ),
    ("[digest]\n", "[[handoff.recipients]]\nname = 'IT'\nto = ['it']\n[digest]\n", r'"it" is no mail address$'),
    ("[digest]\n", "[[handoff.recipients]]\nname = 'IT'\nto = []\n[digest]\n", r"^handoff\.recipients\.0\.to: "),
    (
        "[digest]\n",
        "[[handoff.recipients]]\nname = 'IT'\nto = ['a@b.example']\npapers = ['quote']\n[digest]\n",
        r"^handoff\.recipients\.0\.papers\.0: .*'order_form', 'rfi_form' or 'soppa_form'",
    ),
    ("[district]", "[district", r"not valid TOML: .*line 2"),
]


@pytest.mark.parametrize(("old", "new", "expected"), BAD, ids=[b[2][:40] for b in BAD])
def test_each_mistake_is_named(folder: Path, old: str, new: str, expected: str) -> None:
    assert old in GOOD
    found = problems(folder, GOOD.replace(old, new, 1))
    assert len(found) == 1, found
    assert re.search(expected, found[0]), found[0]


def test_every_bad_holiday_is_named(folder: Path) -> None:
    found = problems(folder, GOOD + "[calendar]\nholidays = ['2026-02-30', '2026-11-26', 'never']\n")
    assert [p.partition(":")[0] for p in found] == ["calendar.holidays.0", "calendar.holidays.2"]


def test_holidays_as_text_or_as_toml_dates(folder: Path) -> None:
    loaded = load(folder, GOOD + "[calendar]\nholidays = ['2026-11-26', 2026-11-27]\n")
    assert [d.isoformat() for d in loaded.calendar.holidays] == ["2026-11-26", "2026-11-27"]


def test_all_mistakes_come_at_once(folder: Path) -> None:
    text = GOOD.replace('name = "Test District 1"', "name = 3").replace("rfi.pdf", "gone.pdf")
    text = text.replace("Procurement <p@d1.example>", "nobody").replace('file = "schools.csv"', "fiel = 1")
    found = problems(folder, text)
    for key in ("district.name", "forms.rfi.blanks", "smtp.from", "schools.fiel", "schools.file"):
        assert any(p.startswith(key) for p in found), (key, found)


def test_the_environment_replaces_keys(folder: Path) -> None:
    loaded = load(
        folder, GOOD, SOPPA_MAILBOX__PORT="1143", SOPPA_DISTRICT__ALIASES='["D1"]', SOPPA_CONFIG="ignored", HOME="/"
    )
    assert loaded.mailbox.port == 1143
    assert loaded.district.aliases == ("D1",)


def test_a_password_is_never_shown(folder: Path) -> None:
    found = problems(folder, GOOD.replace('password = "x"', "password = 12345678"))
    assert "12345678" not in " ".join(found)
    assert "hunter2" not in repr(load(folder, GOOD, SOPPA_MAILBOX__PASSWORD="hunter2"))


def test_an_absent_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no such file; `soppa-mailbot init`"):
        config.load(tmp_path / "none.toml", {})


def _keys(section: type, prefix: str = "") -> set[str]:
    found = set()
    for name, field in section.model_fields.items():  # type: ignore[attr-defined]
        key = f"{prefix}{field.alias or name}"
        inner = config._section_of(field)
        if inner is None:
            found.add(key)
        else:
            found |= _keys(inner, key + ".")
    return found


def test_the_example_shows_every_key(tmp_path: Path) -> None:
    text = (ROOT / "config.example.toml").read_text(encoding="utf-8")
    # a commented key is one that begins "# name =": uncomment all of them
    everything = re.sub(r"(?m)^# ((?:\w+ *=|\[).*)$", r"\1", text)
    data = tomllib.loads(everything)
    shown = set()

    def walk(node: dict[str, object], prefix: str) -> None:
        for key, value in node.items():
            tables = value if isinstance(value, list) else [value]
            if tables and isinstance(tables[0], dict) and key != "roles":
                for table in tables:
                    walk(table, f"{prefix}{key}.")
            else:
                shown.add(prefix + key)

    walk(data, "")
    known = _keys(config.Config) - {"folder"}
    # a password in the file is possible, and the example rather shows password_file
    assert known - shown <= {"mailbox.password", "smtp.password"}
    assert shown <= known


def test_the_example_is_sound_once_its_files_are_there(tmp_path: Path) -> None:
    text = (ROOT / "config.example.toml").read_text(encoding="utf-8")
    (tmp_path / "forms").mkdir()
    for name in ("forms/rfi.docx", "forms/rfi.pdf", "forms/soppa.pdf", "schools.csv", "register.csv"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "mailbox.password").write_text("secret\n", encoding="utf-8")
    loaded = load(tmp_path, text)
    assert loaded.mailbox.secret() == "secret"
    assert loaded.replies.mode == "hold"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Oak Valley Schools, District 31 <p@d1.example>", '"Oak Valley Schools, District 31" <p@d1.example>'),
        ('"Oak Valley, Dist. 31" <p@d1.example>', '"Oak Valley, Dist. 31" <p@d1.example>'),
        ("p@d1.example", "p@d1.example"),
    ],
)
def test_a_sender_whose_name_has_a_comma(folder: Path, given: str, shown: str) -> None:
    loaded = load(folder, GOOD.replace('from = "Procurement <p@d1.example>"', f"from = '{given}'"))
    assert loaded.smtp.from_ == shown
    assert loaded.address == "p@d1.example"
