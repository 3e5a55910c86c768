"""Worker processes: what they give, and that nothing of one file or of the program leaks into the next."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from made_files import docx_of, page_with, part, slow_pdf, stream, typed_pdf, zip_of
from soppa_mailbot.errors import WorkerError
from soppa_mailbot.model import Part, Reason
from soppa_mailbot.reading.base import Limits
from soppa_mailbot.reading.sandbox import Examined, Workers

QUOTE = part("quote.pdf", typed_pdf("Quote 7"))


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(seconds=20) as pool:
        yield pool


def reasons(examined: Examined) -> list[Reason | None]:
    return [d.unreadable.reason if d.unreadable else None for d in examined.documents]


def test_each_attachment_has_its_result_in_its_place(workers: Workers) -> None:
    first, second, third = workers.examine([QUOTE, part("a.zip", zip_of({"x.txt": b"one", "y.txt": b"two"})), QUOTE])
    assert [d.id for d in (*first.documents, *second.documents, *third.documents)] == ["a1", "a2.1", "a2.2", "a3"]
    assert first.documents[0].text() == "Quote 7"
    assert workers.examine([]) == ()


def test_drawn_lines_stay_in_the_worker(workers: Workers, written: Callable[..., Path]) -> None:
    drawn = page_with(stream(b"72 700 m 300 700 l S 72 600 100 20 re S"))
    (examined,) = workers.examine([part("lines.pdf", drawn)])
    assert examined.documents[0].pages[0].marks == ()
    document, _ = workers.open_blank(written(drawn))
    assert document.pages[0].marks, "a blank is learnt from them"


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    def write(data: bytes, name: str = "blank.pdf") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def test_open_blank_gives_pages_at_200_dpi(workers: Workers, written: Callable[..., Path]) -> None:
    document, pages = workers.open_blank(written(typed_pdf("SOPPA Addendum")))
    assert document.text() == "SOPPA Addendum"
    (page,) = pages
    with Image.open(io.BytesIO(page)) as image:
        assert (image.mode, image.size) == ("L", (1700, 2200))
        assert image.info["dpi"][0] == pytest.approx(200, abs=0.1)


def test_open_blank_of_word_has_no_pictures_and_of_rubbish_a_reason(
    workers: Workers, written: Callable[..., Path]
) -> None:
    body = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    word = docx_of(body + b"<w:t>RFI form</w:t></w:r></w:p></w:body></w:document>")
    document, pages = workers.open_blank(written(word, "rfi.docx"))
    assert (document.text(), pages) == ("RFI form", ())
    document, pages = workers.open_blank(written(b"", "rfi.docx"))
    assert document.unreadable is not None
    assert document.unreadable.reason == Reason.EMPTY


def test_render_finds_a_page_of_a_file_in_a_container(workers: Workers) -> None:
    packed = part("a.zip", zip_of({"note.txt": b"hi", "quote.pdf": typed_pdf("Quote 7")}))
    with Image.open(io.BytesIO(workers.render(packed, 1, 72, document="a1.2"))) as image:
        assert image.size == (612, 792)
        assert image.getextrema()[0] < 100, "the words are drawn"
    assert workers.render(packed, 2, 72, document="a1.2") == b""
    assert workers.render(packed, 1, 72, document="a1.1") == b""


def test_a_worker_is_confined_and_knows_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOPPA_MAILBOX__PASSWORD", "hunter2")
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example")
    with Workers(memory_mb=900) as pool:
        pool.examine([QUOTE])
        process = Path("/proc") / str(pool._idle[0].process.pid)
        environment = (process / "environ").read_bytes()
        limits = (process / "limits").read_text()
        assert b"hunter2" not in environment
        assert b"proxy" not in environment
        assert str(900 * 1_000_000) in limits.partition("Max address space")[2].splitlines()[0]
        assert os.getsid(pool._idle[0].process.pid) != os.getsid(0)
        folder = pool._idle[0].folder
        assert (process / "cwd").resolve() == folder
    assert not folder.exists()


def test_a_worker_has_no_network() -> None:
    if subprocess.run(["unshare", "--user", "--net", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this kernel gives no network namespaces to ordinary processes")
    with Workers() as pool:
        pool.examine([QUOTE])
        process = Path("/proc") / str(pool._idle[0].process.pid)
        assert (process / "ns/net").readlink() != Path("/proc/self/ns/net").readlink()
        interfaces = (process / "net/dev").read_text().splitlines()[2:]
        assert [line.split(":")[0].strip() for line in interfaces] == ["lo"]


def test_its_workers_end_with_it() -> None:
    with Workers() as pool:
        pool.examine([QUOTE])
        process = pool._idle[0].process
    assert process.poll() is not None


def test_a_program_that_is_killed_leaves_nothing_behind(tmp_path: Path) -> None:
    script = (
        "import os, signal\nfrom soppa_mailbot.reading.sandbox import Workers\n"
        "Workers().warm_up()\nimport time; time.sleep(1)\nos.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", script], env={**os.environ, "TMPDIR": str(tmp_path)}, check=False)
    for _ in range(50):
        if not list(tmp_path.iterdir()):
            return
        time.sleep(0.1)
    pytest.fail(f"left behind: {list(tmp_path.iterdir())}")


def test_what_program_and_worker_left_is_removed_by_the_next_program(tmp_path: Path) -> None:
    script = (
        "import os, signal\nfrom soppa_mailbot.reading.sandbox import Workers\npool = Workers()\npool.warm_up()\n"
        "for pid in (pool._idle[0].process.pid, os.getpid()): os.kill(pid, signal.SIGKILL)"
    )
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    subprocess.run([sys.executable, "-c", script], env=environment, check=False)
    (left,) = tmp_path.iterdir()
    (tmp_path / "soppa-worker-newborn").mkdir()
    (tmp_path / "soppa-worker-link").symlink_to(left)
    look = (
        "import os\nfrom soppa_mailbot.reading.sandbox import Workers\nwith Workers() as first, Workers() as pool:\n"
        "    print(pool._idle[0].folder.is_dir() and first._idle[0].folder.is_dir(), *os.listdir(os.environ['TMPDIR']))"
    )
    told = subprocess.run([sys.executable, "-c", look], env=environment, check=True, capture_output=True, text=True)
    alive, *names = told.stdout.split()
    assert alive == "True" and len(names) == 4 and left.name not in names
    assert sorted(p.name for p in tmp_path.iterdir()) == ["soppa-worker-link", "soppa-worker-newborn"]


def test_a_hanging_file_is_late_and_the_next_is_read() -> None:
    with Workers(seconds=1.5) as pool:
        began = time.monotonic()
        late, fine = pool.examine([part("slow.pdf", slow_pdf()), QUOTE])
        assert reasons(late) == [Reason.TIMED_OUT]
        assert late.documents[0].filename == "slow.pdf"
        assert fine.documents[0].text() == "Quote 7"
        assert time.monotonic() - began < 60  # on a busy machine too


def test_a_hanging_file_in_a_zip_costs_only_itself() -> None:
    packed = zip_of({"1.txt": b"one", "slow.pdf": slow_pdf(), "3.txt": b"three"})
    with Workers(seconds=1.5) as pool:
        (examined,) = pool.examine([part("papers.zip", packed)])
    assert [(d.id, d.filename, d.container) for d in examined.documents] == [
        ("a1.1", "1.txt", "papers.zip"),
        ("a1.2", "slow.pdf", "papers.zip"),
        ("a1.3", "3.txt", "papers.zip"),
    ]
    assert reasons(examined) == [None, Reason.TIMED_OUT, None]


def test_after_three_deaths_the_rest_of_a_zip_is_given_up() -> None:
    packed = zip_of({f"{n}.pdf": slow_pdf() for n in range(4)} | {"last.txt": b"x"})
    with Workers(seconds=1) as pool:
        (examined,) = pool.examine([part("papers.zip", packed)])
    names = [d.filename for d in examined.documents]
    assert names[:1] == ["papers.zip"]
    assert "not all" in examined.documents[0].unreadable.detail  # type: ignore[union-attr]
    assert set(reasons(examined)) == {Reason.TIMED_OUT}


def test_a_worker_that_is_killed_costs_its_file_and_no_other() -> None:
    with Workers(seconds=20) as pool:
        pool.examine([QUOTE])
        process = pool._idle[0].process
        slow = part("slow.pdf", slow_pdf())
        timer = threading.Timer(1.0, os.kill, (process.pid, signal.SIGKILL))
        timer.start()
        lost, fine = pool.examine([slow, QUOTE])
        timer.join()
    assert reasons(lost) == [Reason.TOO_LARGE], "only the kernel kills so, when memory is short"
    assert fine.documents[0].text() == "Quote 7"


def test_a_worker_that_died_while_it_waited_costs_nothing(workers: Workers) -> None:
    workers.examine([QUOTE])
    os.kill(workers._idle[0].process.pid, signal.SIGKILL)
    time.sleep(0.1)
    (examined,) = workers.examine([QUOTE])
    assert examined.documents[0].text() == "Quote 7"


def test_workers_that_never_start_are_our_fault_not_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    with Workers() as pool, pytest.raises(WorkerError, match="do not start"):
        pool.examine([QUOTE])


def test_two_workers_read_side_by_side() -> None:
    parts: list[Part] = [QUOTE, part("slow.pdf", slow_pdf()), QUOTE, part("note.txt", b"hello"), QUOTE]
    with Workers(Limits(), workers=2, seconds=2) as pool:
        results = pool.examine(parts)
    assert [r.documents[0].filename for r in results] == [p.filename for p in parts]
    assert [reasons(r) for r in results] == [[None], [Reason.TIMED_OUT], [None], [None], [None]]


def test_workers_are_renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("soppa_mailbot.reading.child._MAX_JOBS", 2)
    with Workers() as pool:
        pool.examine([QUOTE])
        before = pool._idle[0].process.pid
        pool.examine([QUOTE, QUOTE])
        assert pool._idle[0].process.pid != before
