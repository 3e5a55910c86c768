"""The program as an administrator runs it: arguments, exit status, what is printed where."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BOT = Path(sys.executable).with_name("soppa-mailbot")
EXAMPLES = ROOT / "examples"
CONFIG = EXAMPLES / "district" / "config.toml"
EXPECTED = {
    "01-all-five": "complete",
    "02-unsigned-and-unfinished": "incomplete",
    "03-agreement-on-file": "on_file",
    "04-as-soon-as-possible": "incomplete",
    "05-not-subject-to-soppa": "complete",
    "06-how-to-submit": "incomplete",
    "07-out-of-office": "ignored",
    "08-newsletter": "ignored",
    "09-staff-forward": "review",
    "10-expired-agreement": "incomplete",
    "11-locked-file-and-link": "incomplete",
    "12-sales-pitch": "inquiry",
}
SAMPLES = [EXAMPLES / "mails" / f"{name}.eml" for name in EXPECTED]


def bot(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [BOT, *map(str, arguments)], capture_output=True, text=True, timeout=120, check=False, **options
    )


def answers(*files: Path) -> list[dict[str, object]]:
    done = bot("--config", CONFIG, "triage", "--json", *files)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_version_and_help() -> None:
    assert re.fullmatch(r"soppa-mailbot \d+\.\d+\.\d+\n", bot("--version").stdout)
    told = bot("--help").stdout
    for command in (
        "init",
        "check",
        "run",
        "triage",
        "explain",
        "submissions",
        "digest",
        "demo",
        "handoff",
        "register",
        "--install-completion",
    ):
        assert command in told


@pytest.fixture(scope="module")
def samples() -> list[dict[str, object]]:
    """The answers to all sample mails, of one run."""
    return answers(*SAMPLES)


def test_the_samples_are_judged_as_a_buyer_would(samples: list[dict[str, object]]) -> None:
    files, found = SAMPLES, samples
    assert [a["file"] for a in found] == [f.name for f in files]  # in the order given
    assert {str(a["file"])[:-4]: a["disposition"] for a in found} == EXPECTED
    for answer in found:
        answered = answer["disposition"] in ("complete", "incomplete", "on_file")
        assert (answer["reply"] is not None) == answered, answer["file"]


def test_what_is_left_is_named(samples: list[dict[str, object]]) -> None:
    answer = samples[list(EXPECTED).index("02-unsigned-and-unfinished")]
    soppa = answer["items"]["soppa_form"]  # type: ignore[index]
    assert soppa["status"] == "incomplete"
    assert "Data retention period after termination" in soppa["detail"]
    assert "not signed" in soppa["detail"]
    answer = samples[list(EXPECTED).index("10-expired-agreement")]
    assert answer["agreement"]["status"] == "expired"  # type: ignore[index]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    empty = tmp_path / "empty.eml"
    empty.write_bytes(b"")
    done = bot(
        "-c", CONFIG, "triage", "--json", tmp_path / "none.eml", empty, EXAMPLES / "mails" / "06-how-to-submit.eml"
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert "cannot be read" in lines[0]["error"]
    assert [line["file"] for line in lines] == ["none.eml", "empty.eml", "06-how-to-submit.eml"]
    assert lines[2]["disposition"] == "incomplete"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--config", "nowhere.toml", "triage", "x.eml"], "nowhere.toml: no such file; `soppa-mailbot init`"),
        (["triage"], "FILE"),
        (["unknown"], "unknown"),
        (["-c", str(CONFIG), "digest"], "either --print or --send"),
    ],
)
def test_usage_and_configuration_errors_end_with_2(arguments: list[str], says: str, tmp_path: Path) -> None:
    done = bot(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_init_writes_what_check_can_name_the_gaps_of(tmp_path: Path) -> None:
    done = bot("init", tmp_path / "d")
    assert done.returncode == 0
    assert sorted(p.name for p in (tmp_path / "d").iterdir()) == ["config.toml", "forms", "register.csv", "schools.csv"]
    again = bot("init", tmp_path / "d")
    assert again.returncode == 2
    assert "nothing was changed" in again.stderr
    checked = bot("-c", tmp_path / "d" / "config.toml", "check", "--no-network")
    assert checked.returncode == 2
    for key in ("mailbox.password_file", "forms.rfi.blanks", "forms.soppa.blanks", "no school or department"):
        assert key in checked.stdout


def test_check_shows_what_was_learnt(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "district", tmp_path / "d")
    with (tmp_path / "d" / "schools.csv").open("a", encoding="utf-8") as schools:
        schools.write("Ash School,school,North Campus\nFir School,school,North Campus\n")
    out = tmp_path / "blanks.html"
    done = bot("-c", tmp_path / "d" / "config.toml", "check", "--no-network", "--html", out)
    assert done.returncode == 0, done.stdout
    for shown in ("Cyber liability insurance", "subject_to_soppa", "signature", "may stay empty", "All holds"):
        assert shown in done.stdout
    assert 'note  schools.file: "North Campus" is an alias of Ash School and Fir School' in done.stdout
    page = out.read_text(encoding="utf-8")
    assert page.count('class="page"') == 6
    assert "http" not in page.replace("https://prairiebend14.example", "")


def test_a_broken_template_fails_the_check_and_not_an_answer(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "district", tmp_path / "d")
    own = tmp_path / "d" / "own" / "reply" / "complete"
    own.mkdir(parents=True)
    (own / "body.txt").write_text("Hello {{ nobody_knows_this }}", encoding="utf-8")
    config = tmp_path / "d" / "config.toml"
    text = config.read_text(encoding="utf-8").replace('mode = "auto"', 'mode = "auto"\ntemplates = "own"')
    config.write_text(text, encoding="utf-8")
    done = bot("-c", config, "check", "--no-network")
    assert done.returncode == 2
    assert "nobody_knows_this" in done.stdout


def test_servers_that_cannot_be_reached_are_named_once(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "district", tmp_path / "d")  # port 0: nothing answers there
    done = bot("-c", tmp_path / "d" / "config.toml", "check")
    assert done.returncode == 2
    for server in ("mailbox", "smtp"):
        assert f"  - {server}: cannot connect to 127.0.0.1:0" in done.stdout


def test_explain_says_where_and_why(tmp_path: Path) -> None:
    out = tmp_path / "why.html"
    done = bot("-c", CONFIG, "explain", EXAMPLES / "mails" / "02-unsigned-and-unfinished.eml", "--html", out)
    assert done.returncode == 0, done.stderr
    assert re.search(r"^ +- .*Data retention period after termination: empty", done.stdout, re.MULTILINE)
    assert "soppa.pdf" in done.stdout
    page = out.read_text(encoding="utf-8")
    assert page.count("data:image/png") > 10
    assert "<th>Page<th>Place" in page
    assert "<h2>Files</h2>" in page


def test_a_hostile_subject_reaches_no_terminal(tmp_path: Path) -> None:
    mail = tmp_path / "x.eml"
    mail.write_bytes(
        b"From: \x1b[31mEve <eve@x.example>\r\nTo: p@d.example\r\nSubject: a\x1b]0;owned\x07b\r\nDate: Mon, 1 Sep 2026 "
        b"10:00:00 -0500\r\nMessage-ID: <1@x.example>\r\n\r\nHow do we become an approved software vendor? \x1b[2J\r\n"
    )
    for command in ("triage", "explain"):
        done = bot("-c", CONFIG, command, mail)
        assert done.returncode == 0, done.stderr
        assert "\x1b" not in done.stdout


def test_the_demo_shows_the_main_job(tmp_path: Path) -> None:
    done = bot("demo", "--folder", tmp_path / "demo")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "13 mails read, 13 judged" in done.stdout
    digest = Path(done.stdout.strip().splitlines()[-1])
    assert digest.name.endswith("digest.html")
    assert "Waits for the District" in digest.read_text(encoding="utf-8")
    for row in ("Fernway Math", "Tidewell Reader", "Hearth Payroll"):
        assert row in done.stdout


def test_check_makes_nothing_in_the_districts_folder(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "district", tmp_path / "d")
    before = sorted(p.name for p in (tmp_path / "d").iterdir())
    done = bot("-c", tmp_path / "d" / "config.toml", "check", "--no-network")
    assert done.returncode == 0, done.stdout
    assert "made at the first run" in done.stdout
    assert sorted(p.name for p in (tmp_path / "d").iterdir()) == before
    shown = bot("-c", tmp_path / "d" / "config.toml", "submissions", "--json")
    assert json.loads(shown.stdout) == []
    assert "schema 0" in bot("-c", tmp_path / "d" / "config.toml", "check", "--no-network").stdout


def test_a_progress_bar_never_takes_the_answers(tmp_path: Path) -> None:
    """Standard error is a terminal, standard output a file: as when someone types `triage --json ... > answers`."""
    mail = EXAMPLES / "mails" / "12-sales-pitch.eml"
    ours, theirs = pty.openpty()
    try:
        with (tmp_path / "answers").open("w") as out:
            command = [BOT, "-c", CONFIG, "triage", "--json", *[mail] * 6]
            done = subprocess.run(command, stdout=out, stderr=theirs, timeout=120, check=False)
        assert done.returncode == 0
        assert b"judging" in os.read(ours, 100_000)
    finally:
        os.close(ours)
        os.close(theirs)
    lines = (tmp_path / "answers").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["disposition"] for line in lines] == ["inquiry"] * 6
