"""`init [FOLDER]`: a commented configuration and the folders to fill."""

from __future__ import annotations

from pathlib import Path

from soppa_mailbot.errors import UsageError
from soppa_mailbot.resources import resource

SCHOOLS = "name,kind,aliases\n"
REGISTER = "operator,product,domains,signed,expires,url\n"
NEXT = """\
Written to {folder}:
  config.toml     commented; every key is explained there
  schools.csv     one row a school or department: name,kind,aliases
  register.csv    one row an active agreement: operator,product,domains,signed,expires,url
  forms/          put the district's blank forms here

What comes next:
  1. Put the blank RFI and SOPPA forms into forms/ and fill in both lists.
  2. Edit config.toml. Answers are held for release at first: replies.mode = "hold".
  3. soppa-mailbot --config {folder}/config.toml check
  4. soppa-mailbot --config {folder}/config.toml triage some-saved-mail.eml
  5. soppa-mailbot --config {folder}/config.toml run --once
"""


def init(folder: Path) -> int:
    """Writes nothing where any of the files stands already. Raises UsageError."""
    files = {
        "config.toml": resource("config.example.toml").read_text(encoding="utf-8"),
        "schools.csv": SCHOOLS,
        "register.csv": REGISTER,
    }
    present = [name for name in files if (folder / name).exists()]
    if present:
        raise UsageError(f"{folder} holds {', '.join(present)} already; nothing was changed. Name another folder")
    try:
        (folder / "forms").mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            with (folder / name).open("x", encoding="utf-8") as file:
                file.write(text)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror or error}") from error
    print(NEXT.format(folder=folder), end="")
    return 0
