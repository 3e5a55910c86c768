"""A scanned or photographed page laid onto the blank's page, pixel on pixel.

The words that OCR read on both give a first homography; ECC (Evangelidis and Psarakis 2008) refines it on the pixels;
features (ORB) stand in where there are too few words. The best is kept, by how much of the blank's ink is found again:
that share tells at the same time whether it is this page at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import cv2
import numpy as np

from soppa_mailbot.forms.common.kept import Kept
from soppa_mailbot.forms.common.thresholds_scan import ANCHORS, SAME_PAGE, SURE_PAGE, WORK_DPI
from soppa_mailbot.forms.registering.scan_ink import dotted_rules_of, rules_of
from soppa_mailbot.model import Box, Raster, Word

Pixels = Any  # numpy.ndarray of uint8
Transform = Any  # numpy.ndarray, 3 x 3: blank pixel -> page pixel

TILE = 200
ECC_SCALE = 0.25
GOOD_ENOUGH = 0.97
_DARK = 128  # grey level
_PALE = 125  # grey level from which print may be lost in a scan: a fax makes white of what is paler than middle grey
_ENOUGH_DARK = 0.1  # share of a blank's ink that is darker, at least, to be judged by it
_CONTRAST = 36  # grey levels between paper and ink at least: a quarter of what is usual
_GRAIN, _PALEST = 80, 10  # percentile of a page that its grain reaches; grey levels of the palest stroke
_HAIR = 5  # pixels across: what is broader is no hairline
_AREA = 15  # pixels across and down: the strokes of letters are thinner
_FEW_LETTERS = 0.1  # share of a blank's ink: with fewer, rules must tell as well
_FRAME = 13  # pixels of a field's edge in which its frame is drawn
_NEARLY = 0.95  # share of letters, rules and boxes of a page that is whole but for a rule
_AROUND = 54.0  # points around a place in which its print is looked for
_GONE = 0.35  # share of print and rules found again in the poorest tenth of a page, below which a part is missing


@dataclass(frozen=True, slots=True)
class Registered:
    """A page in its blank's frame: 255 where there is ink, 0 where there is none."""

    ink: Pixels
    overlap: float  # share of the blank's print found again: the lesser of the whole page and its poorest tenth
    how: str  # words | features
    transform: Transform
    blank_ink: Pixels


def ink_of(gray: Pixels, *, hairlines: bool = False) -> Pixels:
    """Ink as 255. The paper's own shade (shadow, yellowing) is taken away first.

    With `hairlines` thin rules are ink however pale: a printer makes full lines of what a screen shows grey.
    """
    flat = darker_than_paper(gray)
    # Otsu would find "ink" in an empty page's noise
    threshold, ink = cv2.threshold(flat, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    areas = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((_AREA, _AREA), np.uint8))
    if cv2.countNonZero(areas):  # dark bands would set what is ink: beside them a thin grey stroke is none
        others = flat[cv2.dilate(areas, np.ones((3, 3), np.uint8)) == 0]
        threshold = min(threshold, cv2.threshold(others, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[0])
    _, ink = cv2.threshold(flat, max(threshold, _CONTRAST), 255, cv2.THRESH_BINARY)
    if hairlines:
        _, faint = cv2.threshold(flat, _CONTRAST, 255, cv2.THRESH_BINARY)
        broad = cv2.morphologyEx(faint, cv2.MORPH_OPEN, np.ones((_HAIR, _HAIR), np.uint8))
        ink = cv2.bitwise_or(ink, rules_of(cv2.subtract(faint, broad)))
    return ink


def darker_than_paper(gray: Pixels) -> Pixels:
    """How much darker each pixel is than the paper around it."""
    size = max(31, (min(gray.shape) // 24) | 1)
    small = cv2.resize(gray, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((5, 5), np.uint8)), max(3, (size // 4) | 1))
    paper = cv2.resize(paper, (gray.shape[1], gray.shape[0]), interpolation=cv2.INTER_LINEAR)
    return cv2.GaussianBlur(cv2.subtract(paper, gray), (0, 0), 0.8)


def _faint_of(gray: Pixels) -> Pixels:
    """All that stands out from the paper's grain as 255, however pale."""
    flat = darker_than_paper(gray)
    grain = float(np.percentile(flat, _GRAIN))
    _, faint = cv2.threshold(flat, max(_PALEST, 2 * grain), 255, cv2.THRESH_BINARY)
    return faint


def register(
    page: Raster,
    words: tuple[Word, ...],
    blank: Raster,
    blank_words: tuple[Word, ...],
    *,
    features: bool = True,
    version: bool = False,
    fields: Sequence[Box] = (),
) -> Registered | None:
    """The page in the blank's frame, or None when it is not this page. Without `features`, by words only: faster.

    `version`: another blank is the page for sure, and this one may be a version of it; what is nowhere near is left.
    `fields` are the boxes (points) of the blank's form fields, whose frames not every viewer prints.
    """
    printed = _print_of(blank.gray)
    frames = _frames(printed, fields, blank.dpi)
    best: Registered | None = None
    for transform, how in _candidates(page, words, blank, blank_words, features=features and not version):
        for found in _finer_and_finer(transform, page.gray, printed, frames, how, least=SAME_PAGE if version else 0.0):
            if best is None or found.overlap > best.overlap:
                best = found
            if best.overlap >= GOOD_ENOUGH:
                return best
        if best is not None and best.overlap >= SURE_PAGE:
            return best
    return best if best is not None and best.overlap >= SAME_PAGE else None


def _finer_and_finer(
    transform: Transform, page: Pixels, printed: _Print, frames: Pixels, how: str, *, least: float
) -> Iterator[Registered]:
    """The page as a transform lays it and, where at `least` so much was found again, as ECC then corrects it."""
    if not _sane(transform, printed.gray.shape, page.shape):
        return
    first = _laid(page, transform, printed, frames, how)
    yield first
    refined = _refined(first, printed) if first.overlap >= least else None
    if refined is not None and _sane(refined, printed.gray.shape, page.shape):
        yield _laid(page, refined, printed, frames, how)


class _Print:
    """A blank's page, and what is made of it once for all pages that are laid onto it."""

    def __init__(self, gray: Pixels) -> None:
        self.gray = gray

    @cached_property
    def ink(self) -> Pixels:
        return ink_of(self.gray)

    @cached_property
    def whole(self) -> Pixels:
        """The ink, and hairlines as full lines: what of the page need not be the vendor's."""
        return ink_of(self.gray, hairlines=True)

    @cached_property
    def letters(self) -> Pixels:
        """The ink without rules, drawn or dotted, and without what is filled."""
        return cv2.subtract(self.ink, rules_of(self.ink) | dotted_rules_of(self.ink))

    @cached_property
    def dark(self) -> Pixels:
        """The ink that a scanner surely keeps: pale rules around tinted fields may be gone."""
        _, dark = cv2.threshold(self.gray, _PALE, 255, cv2.THRESH_BINARY_INV)
        kept = cv2.bitwise_and(self.ink, dark)
        enough = cv2.countNonZero(kept) >= _ENOUGH_DARK * cv2.countNonZero(self.ink)
        return kept if enough else self.ink

    @cached_property
    def dark_letters(self) -> Pixels:
        """The letters without the short sides of pale boxes, which are no rules by their length."""
        return cv2.bitwise_and(self.letters, self.dark)

    @cached_property
    def filled(self) -> Pixels:
        """255 on dark bands and other dark areas: what is ink and what is paper there is not to be told."""
        _, dark = cv2.threshold(self.gray, _DARK, 255, cv2.THRESH_BINARY_INV)
        areas = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((_AREA, _AREA), np.uint8))
        return cv2.morphologyEx(areas, cv2.MORPH_CLOSE, np.ones((3 * _AREA, 3 * _AREA), np.uint8))

    @cached_property
    def fine(self) -> Pixels:
        """The ink without what is filled: letters, rules and boxes."""
        return cv2.subtract(self.ink, self.filled)

    @cached_property
    def soft(self) -> Pixels:
        return _soft(self.ink)

    @cached_property
    def features(self) -> tuple[Any, Any, float]:
        return _features(self.gray)


_print_of = Kept(_Print, 8)  # by the blank's pixels; some 10 MB each


def filled_of(blank: Raster) -> Pixels:
    """The dark areas of a blank's page as 255."""
    return _print_of(blank.gray).filled


def _laid(gray: Pixels, transform: Transform, printed: _Print, frames: Pixels, how: str) -> Registered:
    height, width = printed.gray.shape
    warped = cv2.warpPerspective(
        gray, transform, (width, height), flags=cv2.INTER_AREA | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE
    )
    ink = ink_of(warped)
    return Registered(ink, _overlap(printed, ink, warped, frames), how, transform, printed.whole)


def _overlap(printed: _Print, page_ink: Pixels, page: Pixels | None = None, frames: Pixels | None = None) -> float:
    """How much of the blank's print is found again.

    Scanners drop hairlines, and make what they like of what is filled: letters tell how well a page was read. Where
    next to nothing is left of the rules of a part of the page either, that part is missing.
    """
    near = cv2.dilate(page_ink, np.ones((5, 5), np.uint8))
    whole = overlap_of(printed.ink, near)
    if cv2.countNonZero(printed.letters) < _FEW_LETTERS * cv2.countNonZero(printed.ink):
        return whole
    letters = overlap_of(printed.letters, near)
    if whole >= _GONE:
        return max(letters, whole)
    # a rule that stands alone, as a box's lower side, is gone from some tiles: nearly all is there, if only faintly
    if letters >= SAME_PAGE:
        fine = printed.fine if frames is None else cv2.subtract(printed.fine, frames)
        seen = near if page is None else cv2.bitwise_or(near, cv2.dilate(_faint_of(page), np.ones((5, 5), np.uint8)))
        if _share(fine, seen) >= _NEARLY:
            return max(letters, overlap_of(printed.dark_letters, near))
    # pale rules alone are gone: all that is dark is there, and every letter, in pale print nearly
    if _share(printed.letters, near) >= _NEARLY:
        letters = max(letters, overlap_of(printed.dark_letters, near))
    sure = min(letters, overlap_of(printed.dark, near))
    return letters if sure >= SURE_PAGE else min(letters, whole)


def overlap_around(blank: Raster, found: Registered, places: Sequence[Box]) -> float:
    """The share of letters found again around a blank's places (points), or on the whole page where that is more.

    A foot in pale grey that a fax broke up makes no answer hard to read.
    """
    printed = _print_of(blank.gray)
    around = np.zeros_like(printed.gray)
    for left, top, right, bottom in places:
        first = round((left - _AROUND) * blank.dpi / 72), round((top - _AROUND) * blank.dpi / 72)
        cv2.rectangle(
            around,
            first,
            (round((right + _AROUND) * blank.dpi / 72), round((bottom + _AROUND) * blank.dpi / 72)),
            255,
            -1,
        )
    letters = cv2.bitwise_and(printed.letters, around)
    if cv2.countNonZero(letters) < _FEW_LETTERS * cv2.countNonZero(cv2.bitwise_and(printed.ink, around)):
        return found.overlap
    return max(found.overlap, overlap_of(letters, cv2.dilate(found.ink, np.ones((5, 5), np.uint8))))


def _frames(printed: _Print, fields: Sequence[Box], dpi: float) -> Pixels:
    """255 where the frames of form fields are drawn."""
    out = np.zeros_like(printed.gray)
    for left, top, right, bottom in fields:
        corners = (round(left * dpi / 72), round(top * dpi / 72)), (round(right * dpi / 72), round(bottom * dpi / 72))
        cv2.rectangle(out, *corners, 255, _FRAME)
    return out


def _share(blank_ink: Pixels, near: Pixels) -> float:
    """Share of the blank's ink that the page has, all over it."""
    return int(cv2.countNonZero(cv2.bitwise_and(blank_ink, near))) / max(1, int(cv2.countNonZero(blank_ink)))


def overlap_of(blank_ink: Pixels, near: Pixels) -> float:
    """Share of the blank's ink that the page has within two pixels: whole page, and poorest tenth of its tiles."""
    found = cv2.bitwise_and(blank_ink, near)
    total = int(cv2.countNonZero(blank_ink))
    if total == 0:
        return 0.0
    whole = cv2.countNonZero(found) / total
    shares = []
    for top in range(0, blank_ink.shape[0], TILE):
        for left in range(0, blank_ink.shape[1], TILE):
            tile = blank_ink[top : top + TILE, left : left + TILE]
            ink = int(cv2.countNonZero(tile))
            if ink >= 150:  # a tile with a stray line tells nothing
                shares.append(cv2.countNonZero(found[top : top + TILE, left : left + TILE]) / ink)
    poorest = float(np.percentile(shares, 10)) if shares else whole
    return float(min(whole, poorest))


def _candidates(
    page: Raster, words: tuple[Word, ...], blank: Raster, blank_words: tuple[Word, ...], *, features: bool
) -> Iterator[tuple[Transform, str]]:
    by_words = _by_words(words, page.dpi, blank_words, blank.dpi)
    if by_words is not None:
        yield by_words, "words"
    by_features = _by_features(page.gray, _print_of(blank.gray)) if features else None
    if by_features is not None:
        yield by_features, "features"


def _by_words(words: tuple[Word, ...], dpi: float, blank_words: tuple[Word, ...], blank_dpi: float) -> Transform | None:
    pairs = word_pairs(blank_words, words)
    if len(pairs) < ANCHORS:
        return None
    source = np.array([_middle(a, blank_dpi) for a, _ in pairs], np.float32)
    target = np.array([_middle(b, dpi) for _, b in pairs], np.float32)
    transform, inliers = cv2.findHomography(source, target, cv2.RANSAC, 8.0 * dpi / WORK_DPI)
    if transform is None or int(inliers.sum()) < max(ANCHORS, len(pairs) // 4):
        return None
    return transform


def _middle(word: Word, dpi: float) -> tuple[float, float]:
    left, top, right, bottom = word.box
    return ((left + right) / 2 * dpi / 72, (top + bottom) / 2 * dpi / 72)


def word_pairs(blank_words: tuple[Word, ...], words: tuple[Word, ...]) -> list[tuple[Word, Word]]:
    """Words that stand in both in the same company: equal trigrams, pairs or words that occur once on each."""
    pairs: dict[int, int] = {}
    for length, left, right in zip(_LENGTHS, _grams(blank_words), _grams(words), strict=True):
        for key, at in left.items():
            if key in right and at + length // 2 not in pairs:
                pairs[at + length // 2] = right[key] + length // 2
    return [(blank_words[a], words[b]) for a, b in pairs.items()]


_LENGTHS = (3, 2, 1)


def _unique_grams(words: tuple[Word, ...]) -> list[dict[tuple[str, ...], int]]:
    """Of each length the runs of words that occur once, and where."""
    tokens = [w.text.casefold().strip(".,:;()[]\"'_|") for w in words]
    return [_unique(tokens, length) for length in _LENGTHS]


_grams = Kept(_unique_grams, 64)  # by the words of a page


def _unique(tokens: list[str], length: int) -> dict[tuple[str, ...], int]:
    grams = [tuple(tokens[i : i + length]) for i in range(len(tokens) - length + 1)]
    counts = Counter(grams)
    shortest = 4 if length == 1 else 2
    return {
        gram: i for i, gram in enumerate(grams) if counts[gram] == 1 and all(len(token) >= shortest for token in gram)
    }


def _by_features(page: Pixels, printed: _Print) -> Transform | None:
    points_a, marks_a, scale_blank = printed.features
    points_b, marks_b, scale_page = _features(page)
    if marks_a is None or marks_b is None or len(points_a) < 20 or len(points_b) < 20:
        return None
    matches = cv2.BFMatcher(cv2.NORM_HAMMING, crossCheck=True).match(marks_a, marks_b)
    matches = sorted(matches, key=lambda m: m.distance)[:800]
    if len(matches) < 20:
        return None
    source = np.array([points_a[m.queryIdx].pt for m in matches], np.float32) / scale_blank
    target = np.array([points_b[m.trainIdx].pt for m in matches], np.float32) / scale_page
    transform, inliers = cv2.findHomography(source, target, cv2.RANSAC, 6.0)
    return transform if transform is not None and int(inliers.sum()) >= 25 else None


def _features(gray: Pixels) -> tuple[Any, Any, float]:
    """(points, descriptors or None, scale at which they were taken)."""
    scale = 1400 / max(gray.shape)
    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    points, marks = cv2.ORB.create(nfeatures=4000, fastThreshold=10).detectAndCompute(small, None)
    return points, marks, scale


def _refined(found: Registered, printed: _Print) -> Transform | None:
    """ECC at a quarter of the size, over the ink blurred so that near misses attract each other."""
    scale = np.diag([ECC_SCALE, ECC_SCALE, 1.0])
    step = np.eye(3, dtype=np.float32)
    criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 40, 1e-5)
    try:
        _, step = cv2.findTransformECC(printed.soft, _soft(found.ink), step, cv2.MOTION_HOMOGRAPHY, criteria, None, 3)
    except cv2.error:  # it does not converge on unlike pictures
        return None
    inverse = np.linalg.inv(scale)
    return found.transform @ inverse @ step.astype(np.float64) @ scale


def _soft(ink: Pixels) -> Pixels:
    small = cv2.resize(ink, None, fx=ECC_SCALE, fy=ECC_SCALE, interpolation=cv2.INTER_AREA)
    return cv2.GaussianBlur(small, (0, 0), 1.0)


def _sane(transform: Transform, blank_shape: tuple[int, int], page_shape: tuple[int, int]) -> bool:
    """The blank's corners land on a convex quadrilateral of a size that a page can have in its picture."""
    height, width = blank_shape
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32).reshape(-1, 1, 2)
    if not np.all(np.isfinite(transform)):
        return False
    quad = cv2.perspectiveTransform(corners, transform.astype(np.float64)).astype(np.float32)
    if not np.all(np.isfinite(quad)) or not cv2.isContourConvex(quad):
        return False
    share = cv2.contourArea(quad) / (page_shape[0] * page_shape[1])
    return bool(0.15 < share < 4.0)


def in_blank_frame(words: tuple[Word, ...], dpi: float, found: Registered, blank_dpi: float) -> tuple[Word, ...]:
    """The page's words at their place on the blank, in points."""
    if not words:
        return ()
    back = np.linalg.inv(found.transform)
    corners = np.array([[w.box[:2], w.box[2:]] for w in words], np.float32).reshape(-1, 1, 2) * (dpi / 72)
    moved = cv2.perspectiveTransform(corners, back).reshape(-1, 4) * (72 / blank_dpi)
    return tuple(
        Word(w.text, (float(b[0]), float(b[1]), float(b[2]), float(b[3])), w.confidence)
        for w, b in zip(words, moved, strict=True)
    )


def on_page(box: Box, found: Registered, blank_dpi: float, dpi: float) -> Box:
    """A box of the blank as it lies on the page, in points."""
    left, top, right, bottom = box
    corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float32).reshape(-1, 1, 2)
    moved = cv2.perspectiveTransform(corners * (blank_dpi / 72), found.transform.astype(np.float64)) * (72 / dpi)
    low, high = moved.min(axis=(0, 1)), moved.max(axis=(0, 1))
    return (float(low[0]), float(low[1]), float(high[0]), float(high[1]))
