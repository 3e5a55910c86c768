"""Makes the README's pictures anew from the sample verdicts: `.venv/bin/python docs/pictures.py`.

Needs Chromium or Chrome (Debian: apt-get install chromium).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from soppa_mailbot import samples
from soppa_mailbot.answering.compose import compose
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.digests import digest
from soppa_mailbot.model import Reply

FOLDER = Path(__file__).parent / "img"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
WIDTH = 760


def picture(html: str, height: int, target: Path) -> None:
    """`html` as a browser shows it, into the PNG `target`."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        sys.exit("pictures: no Chromium here; on Debian: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking"]
        size = [f"--window-size={WIDTH},{height}", f"--screenshot={target}"]
        subprocess.run([browser, *flags, *size, page.as_uri()], check=True, capture_output=True, timeout=60)


def main() -> None:
    templates = Templates()
    FOLDER.mkdir(exist_ok=True)
    sample = dict(samples.answers())["two things open"]
    reply = compose(sample.verdict, sample.message, sample.district, templates, today=samples.TODAY, token=sample.token)
    assert isinstance(reply, Reply)
    picture(reply.html, 1240, FOLDER / "answer.png")
    work_list = dict(samples.digests())["something in every section"]
    picture(digest.render(work_list, templates).html, 2500, FOLDER / "digest.png")


if __name__ == "__main__":
    main()
