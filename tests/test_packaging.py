"""What ships: a wheel that runs from elsewhere, a lock without hosts, a README whose commands work."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_runs_from_elsewhere(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "env"
    venv.create(place, with_pip=False)
    site = next((place / "lib").glob("python*")) / "site-packages"
    # the dependencies of this environment, without its own copy of the program: a plain path in a .pth is not searched
    # for further .pth files, so an editable installation stays behind
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    code = "import soppa_mailbot, sys; sys.exit(0 if sys.prefix in soppa_mailbot.__file__ else 3)"
    subprocess.run([place / "bin" / "python", "-c", code], check=True, timeout=60)
    run = "from soppa_mailbot.cli import main; main()"
    demo = [place / "bin" / "python", "-c", run, "demo", "--folder", str(tmp_path / "demo")]
    done = subprocess.run(demo, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "13 mails read, 13 judged" in done.stdout


def test_the_wheel_holds_what_it_needs(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "soppa_mailbot/templates/reply/missing/body.html",
        "soppa_mailbot/migrations/env.py",
        "soppa_mailbot/config.example.toml",
        "soppa_mailbot/examples/district/config.toml",
        "soppa_mailbot/py.typed",
    ):
        assert needed in names
    assert not [n for n in names if "__pycache__" in n or n.startswith("tests")]


def test_the_lock_names_every_dependency_and_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "http" not in lock
    assert "--index-url" not in lock
    pinned = {m.group(1).lower() for m in re.finditer(r"(?m)^([\w.-]+)==", lock)}
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    named = {m.group(1).lower() for m in re.finditer(r'(?m)^    "([\w-]+)(?:\[\w+\])?[<>=]', project)}
    assert len(named) > 20
    assert named <= pinned


def test_the_readme_names_files_that_exist_and_commands_that_run() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", readme):
        assert (ROOT / target).exists(), target
    listed = subprocess.run([ROOT / "run"], capture_output=True, text=True, check=True, timeout=30).stdout
    for command in set(re.findall(r"\./run (\w+)", readme)):
        assert re.search(rf"^  {command} ", listed, re.MULTILINE), command
    bot = Path(sys.executable).with_name("soppa-mailbot")
    mentioned = re.findall(r"soppa-mailbot (?:--config \S+ )?([a-z]+)((?: --[a-z-]+)*)", readme)
    assert len(mentioned) >= 6
    for command, options in set(mentioned):
        told = subprocess.run([bot, command, "--help"], capture_output=True, text=True, timeout=30, check=False)
        assert told.returncode == 0, command
        for option in options.split():
            assert option in told.stdout, (command, option)


def test_the_readmes_walk_through_works(tmp_path: Path) -> None:
    """The commands under "For your district", with the sample district's files put where they belong."""
    bot = Path(sys.executable).with_name("soppa-mailbot")
    subprocess.run([bot, "init", "district"], cwd=tmp_path, check=True, capture_output=True, timeout=60)
    sample = ROOT / "examples" / "district"
    for file in [p for p in sample.rglob("*") if p.is_file()]:
        (tmp_path / "district" / file.relative_to(sample)).write_bytes(file.read_bytes())
    mail = (ROOT / "examples" / "mails" / "01-all-five.eml").read_bytes()
    (tmp_path / "saved-mail.eml").write_bytes(mail)
    config = ["--config", "district/config.toml"]
    check = [bot, *config, "check", "--no-network", "--html", "blanks.html"]
    subprocess.run(check, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    done = subprocess.run(
        [bot, *config, "triage", "saved-mail.eml"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert "complete" in done.stdout


def test_the_run_script_says_what_it_can_do() -> None:
    done = subprocess.run([ROOT / "run", "nonsense"], capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 2
    assert "usage" in done.stdout
