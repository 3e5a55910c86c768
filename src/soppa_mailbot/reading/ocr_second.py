"""The second OCR engine: PP-OCR through rapidocr and ONNX Runtime, for pages that Tesseract reads badly.

Optional (`pip install 'soppa-mailbot[ocr]'`). It costs some 4 seconds of processor time and 700 MB of address space, so
it reads only what the first engine was unsure of. Its models come in rapidocr's wheel and are named to it by path:
nothing is fetched at run time. A worker with less than some 1600 MB (`limits.memory_mb`) does without it.
"""

from __future__ import annotations

import importlib.util
import resource
from functools import cache
from pathlib import Path
from typing import Any

from soppa_mailbot.model import Box, Word
from soppa_mailbot.reading.ocr import Recognised

_HEADROOM = 800_000_000  # bytes of address space; measured on a dense page at 200 dpi: 700 MB with the models
_MOST = 0.8  # confidence: what a whole line is sure of, and where in it a word stands, must not decide about a field
_LONG_SIDE = 1280  # pixels for finding lines: the default misses and merges lines of a page, and costs a half more


class SecondEngineError(RuntimeError):
    """The engine is not here, has no room, or gave up on this page; the first reading stands."""


def available() -> bool:
    """Whether the engine and its models are installed and this process may still take the memory it needs."""
    return _models() is not None and _has_room()


def recognise(gray: Any, dpi: float) -> Recognised:
    """Read an upright page (numpy uint8, white paper); words in pixels. Raises SecondEngineError.

    The engine gives lines with one confidence each; their words share it, and the line's width by their letters. `dpi`
    is not needed: lines are found at one size of the whole page.
    """
    import cv2

    try:
        found = _engine()(cv2.cvtColor(gray, cv2.COLOR_GRAY2BGR))
        lines = [] if found.txts is None else list(zip(found.boxes.tolist(), found.txts, found.scores, strict=True))
    except Exception as error:  # ONNX Runtime raises its own, without a common base: for want of memory, mostly
        raise SecondEngineError(f"the second OCR engine gave up: {type(error).__name__}") from error
    words = tuple(word for corners, text, score in lines for word in split(_around(corners), text, float(score)))
    letters = sum(len(word.text) for word in words)
    mean = sum(len(word.text) * word.confidence for word in words) / letters if letters else 0.0
    return Recognised(words, round(mean, 3))


def split(line: Box, text: str, confidence: float) -> list[Word]:
    """The words of a line, each as wide as its share of the characters."""
    left, top, right, bottom = line
    step = (right - left) / max(len(text), 1)
    words, start = [], 0
    for token in text.split():
        start = text.index(token, start)
        end = start + len(token)
        words.append(
            Word(token, (left + start * step, top, left + end * step, bottom), round(min(confidence, _MOST), 2))
        )
        start = end
    return words


def _around(corners: list[list[float]]) -> Box:
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(down), max(across), max(down)


@cache
def _models() -> tuple[Path, Path] | None:
    """The files that find lines and read them; None where the engine is not installed whole."""
    if importlib.util.find_spec("onnxruntime") is None:
        return None
    package = importlib.util.find_spec("rapidocr")
    if package is None or package.origin is None:
        return None
    folder = Path(package.origin).parent / "models"
    finding, reading = sorted(folder.glob("*_det_small.onnx")), sorted(folder.glob("*_rec_small.onnx"))
    return (finding[-1], reading[-1]) if finding and reading else None


def _has_room() -> bool:
    """A library that runs out of memory may end the process, and the file with it: better not to begin."""
    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    if limit == resource.RLIM_INFINITY or _engine.cache_info().currsize:
        return True
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except OSError:  # no /proc: not Linux, or hidden from us
        return False
    return limit - pages * resource.getpagesize() >= _HEADROOM


@cache
def _engine() -> Any:
    models = _models()
    if models is None:
        raise SecondEngineError("rapidocr or onnxruntime is not installed")
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.use_cls": False,  # the page is upright
            "Global.log_level": "critical",
            "Det.limit_type": "max",
            "Det.limit_side_len": _LONG_SIDE,
            "Det.model_path": str(models[0]),
            "Rec.model_path": str(models[1]),
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
