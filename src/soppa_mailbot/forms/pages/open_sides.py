"""Tables that are open at the left or right: rules across the page, and upright lines only between the cells.

Tax offices draw their returns so. A cell at such a side ends where the rules end. Not every two rules of a page make a
table: rules under headings have no upright line between them, and what a frame closes is closed already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

Span = tuple[float, float]
Merged = list[tuple[float, list[Span]]]  # position, spans in order
Side = tuple[float, float, float]  # x, top, bottom

SNAP = 2.0  # points within which two edges are one
_ACROSS = 200.0  # points of the rules of such a table, at least
_NARROWEST = 24.0  # points of a cell: an upright line nearer to the rules' ends is the side itself
_HIGHEST = 120.0  # points of a row
_CAPTIONED = 18.0  # points of a row of one cell, at least: small print, and room to write under it
_LETTER = 9.0  # points of an upright mark between two letters, at most
_TOOTH = 28.0  # points of a box for one letter's height
_ALIKE = 1.0  # points by which rows of one height may differ
_FEWEST = 2  # such rows of a table
_AS_HIGH = 2.0  # times the highest row with upright lines: more is text between two tables


def open_sides(rows: Merged, columns: Merged) -> list[Side]:
    """The sides that the tables of a page lack, row by row."""
    out: list[Side] = []
    for start, end, levels in _alike(rows):
        for bands in _stacks(levels):
            lacking = [[x for x in (start, end) if not _is_closed(columns, x, *band)] for band in bands]
            parted = [
                bool(sides) and _is_parted(columns, start, end, *band)
                for sides, band in zip(lacking, bands, strict=True)
            ]
            found = _rows(columns, (start, end), bands, parted) if any(parted) else []
            out += [(x, *bands[n]) for n in found for x in lacking[n]]
    return out


def _alike(rows: Merged) -> list[tuple[float, float, list[float]]]:
    """The rules of one extent: where they begin and end, and their heights on the page."""
    groups: list[tuple[float, float, list[float]]] = []
    for y, spans in rows:
        for start, end in spans:
            if end - start < _ACROSS:
                continue
            mine = next((g for g in groups if abs(g[0] - start) <= SNAP and abs(g[1] - end) <= SNAP), None)
            if mine is None:
                groups.append((start, end, [y]))
            else:
                mine[2].append(y)
    return groups


def _stacks(levels: Sequence[float]) -> Iterator[list[Span]]:
    """The rows between rules that follow each other."""
    bands: list[Span] = []
    for top, bottom in pairwise(levels):
        if bottom - top <= _HIGHEST:
            bands.append((top, bottom))
        elif bands:
            yield bands
            bands = []
    if bands:
        yield bands


def _is_parted(columns: Merged, start: float, end: float, top: float, bottom: float) -> bool:
    """Whether an upright line parts a row, well within its rules."""
    return any(start + _NARROWEST < x < end - _NARROWEST and covers(down, top, bottom) for x, down in columns)


def _rows(columns: Merged, rule: Span, bands: Sequence[Span], parted: Sequence[bool]) -> list[int]:
    """The rows of a table: those that are parted, and those of one cell between them, or right over or under them.

    Those that are further away are drawn as the table's are: as high as one that is parted.
    """
    heights = [bottom - top for (top, bottom), inner in zip(bands, parted, strict=True) if inner]
    highest = _AS_HIGH * max(heights)
    alone = [_CAPTIONED <= b[1] - b[0] <= highest and _is_whole(columns, rule, *b) for b in bands]
    out: list[int] = []
    for is_row, run in groupby(range(len(bands)), lambda n: parted[n] or alone[n]):
        numbers = list(run)
        inner = [n for n in numbers if parted[n]]
        mine = [n for n in numbers if inner and inner[0] - 1 <= n <= inner[-1] + 1]
        while mine and mine[0] - 1 in numbers and _is_as_high(bands[mine[0] - 1], heights):
            mine = [mine[0] - 1, *mine]
        while mine and mine[-1] + 1 in numbers and _is_as_high(bands[mine[-1] + 1], heights):
            mine = [*mine, mine[-1] + 1]
        out += mine if is_row and len(mine) >= _FEWEST else []
    return out


def _is_as_high(band: Span, heights: Sequence[float]) -> bool:
    return any(abs(band[1] - band[0] - h) <= _ALIKE for h in heights)


def _is_whole(columns: Merged, rule: Span, top: float, bottom: float) -> bool:
    """Whether nothing but marks between letters is drawn upright in a row, or boxes for one letter each that touch
    neither of its rules: it is one cell, and no other table.
    """
    inner = [span for x, down in columns if rule[0] - SNAP <= x <= rule[1] + SNAP for span in down]
    return not any(
        min(e, bottom) - max(s, top) > _LETTER and not (top + SNAP < s and e < bottom - SNAP and e - s <= _TOOTH)
        for s, e in inner
    )


def _is_closed(columns: Merged, side: float, top: float, bottom: float) -> bool:
    return any(abs(x - side) <= _NARROWEST and covers(down, top, bottom) for x, down in columns)


def covers(spans: Sequence[Span], start: float, end: float) -> bool:
    """Whether one of an edge's spans runs from here to there."""
    return any(s <= start + SNAP and e >= end - SNAP for s, e in spans)
