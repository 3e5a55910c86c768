"""Speed and memory, as a command that anyone can repeat: `./run bench [FOLDER]`.

FOLDER holds `district/config.toml` and `messages/*.eml` (or `mails/*.eml`); without one the project's own samples are
used. Prints a line a figure: what was measured, how, on what.
"""

from __future__ import annotations

import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BOT = Path(sys.executable).with_name("soppa-mailbot")
ROOT = Path(__file__).parents[1]
RUNS = 3


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples"
    mails = sorted([*folder.glob("messages/*.eml"), *folder.glob("mails/*.eml")])
    config = folder / "district" / "config.toml"
    if not mails or not config.is_file():
        sys.exit(f"bench: {folder} has no district/config.toml with messages/*.eml beside it")
    print(f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, {folder.name}")
    learning(config, mails[0])
    for workers in (1, 2):
        throughput(config, mails, workers)
    one_message(config, mails)
    typed_pdf()
    scanned_page()


def run(config: Path, mails: list[Path], **environ: str) -> float:
    """Seconds of wall clock for `triage --json` over the mails."""
    command = [str(BOT), "--config", str(config), "triage", "--json", *map(str, mails)]
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, **environ})
    return time.perf_counter() - start


def learning(config: Path, mail: Path) -> None:
    with tempfile.TemporaryDirectory() as cache:
        cold = run(config, [mail], XDG_CACHE_HOME=cache)
        warm = min(run(config, [mail], XDG_CACHE_HOME=cache) for _ in range(RUNS))
    print(f"one message, blanks not learnt yet  {cold:7.2f} s")
    print(f"one message, blanks in the cache    {warm:7.2f} s  (best of {RUNS}, start-up included)")


def throughput(config: Path, mails: list[Path], workers: int) -> None:
    seconds = run(config, mails, SOPPA_LIMITS__WORKERS=str(workers))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    rate = len(mails) / seconds
    what = f"{len(mails)} messages, {workers} worker{'s' if workers > 1 else ''}"
    print(f"{what:<35} {seconds:7.1f} s  ({rate:.2f} messages/s, peak {peak:.0f} MB)")


def one_message(config: Path, mails: list[Path]) -> None:
    slowest = max(((run(config, [mail]), mail.name) for mail in mails if mail.stat().st_size > 500_000), default=None)
    if slowest is not None:
        print(f"slowest large message               {slowest[0]:7.2f} s  {slowest[1]}")


def typed_pdf() -> None:
    """A typed PDF of ten pages against pdftotext (poppler-utils), both for the file alone."""
    from reportlab.lib.pagesizes import letter
    from reportlab.pdfgen.canvas import Canvas

    from soppa_mailbot.reading import pdf
    from soppa_mailbot.reading.base import Limits

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ten.pdf"
        canvas = Canvas(str(path), pagesize=letter)
        for page in range(10):
            for line in range(50):
                words = (
                    f"Page {page} line {line}: the operator provides the product for school purposes and keeps records."
                )
                canvas.drawString(54, 740 - 14 * line, words)
            canvas.showPage()
        canvas.save()
        data = path.read_bytes()
        pdf.read(data, Limits())  # imports are paid for once in a worker
        ours = statistics.median(_timed(lambda: pdf.read(data, Limits())) for _ in range(7))
        line = f"typed PDF of ten pages              {1000 * ours:7.0f} ms"
        if shutil.which("pdftotext"):
            command = ["pdftotext", str(path), "/dev/null"]
            theirs = statistics.median(_timed(lambda: subprocess.run(command, check=True)) for _ in range(7))
            line += f"  (pdftotext {1000 * theirs:.0f} ms; goal {1000 * (1.5 * theirs + 0.05):.0f} ms)"
        print(line)


def scanned_page() -> None:
    """A page of a form at 200 dpi: reading and registering it onto its blank, against the OCR engine alone."""
    from tests.scans import filled_scan

    from soppa_mailbot.forms.scans.scan import recognise_scan
    from soppa_mailbot.model import Document
    from soppa_mailbot.reading import image, ocr
    from soppa_mailbot.reading.base import Limits

    sample = filled_scan()
    opened = image.read(sample.png, Limits())
    document = Document("a1", "scan.png", pages=opened.pages)
    assert opened.raster is not None
    picture = opened.raster(1, 200.0)
    recognise_scan(document, sample.blanks, opened.raster, sample.blank_raster)  # the blank is learnt once
    rounds = []
    for _ in range(7):  # one after the other, so that a busy machine is busy for both
        engine = _timed(lambda: ocr.recognise(picture.gray, picture.dpi))
        reading = _timed(lambda: image.read(sample.png, Limits()))
        forms = _timed(lambda: recognise_scan(document, sample.blanks, opened.raster, sample.blank_raster))
        rounds.append((reading + forms, engine))
    total, alone = (min(r[i] for r in rounds) for i in (0, 1))
    ratio = statistics.median(whole / engine for whole, engine in rounds)
    print(
        f"scanned page, read and registered   {1000 * total:7.0f} ms  (OCR engine alone {1000 * alone:.0f} ms, "
        f"ratio {ratio:.2f}; goal 1.5)"
    )


def _timed(work: object) -> float:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
