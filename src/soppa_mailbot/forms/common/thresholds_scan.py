"""The figures by which scans are judged, in one place, each with what set it.

Measured at 200 dpi on the scans, faxes and photographs of the open corpus (45 pages) and on printed blanks of two
districts, filled or not, put through skew, noise, JPEG, one-bit fax, perspective and shadow; `tests/forms/test_scan.py`
holds the latter.
"""

WORK_DPI = 200.0
"""All pixel figures below are at this resolution."""

SAME_PAGE = 0.60
"""Least share of the blank's ink that must be found again. Right pages: 0.99 to 1.00, a very poor fax 0.70 to 0.92;
wrong pages: at most 0.20."""

SURE_PAGE = 0.93
"""Below this the page is recognised, and every reading of it is in doubt."""

CLUTTER = 0.006
"""Share of the paper that may be ink of its own outside all places. Clean scans and photographs: at most 0.0017.
Beyond it nothing on the page is sure."""

INK = {"text": 45, "date": 45, "choice": 45, "check": 45, "signature": 120}
"""Pixels of added ink from which a place counts as filled. Filled boxes had 73 and more, filled lines 270 and more."""

FAINT = 0.5
"""Share of those pixels up to which it counts as empty; between the two it is doubtful. Empty places had 16 at most."""

MARK, SUSPECT, QUIET = 25, 12, 4
"""Pixels of added ink in one box of a question whose other boxes have at most QUIET: from MARK it is marked, from
SUSPECT a person must look. Marks that were looked at one by one, in boxes of 8 points, had 14 to 45; the empty boxes
beside them none."""

MARK_ON_CLEAN, CLEAN = 15, 10
"""The same as MARK on a page of which so many boxes have at most QUIET, and none between QUIET and SUSPECT. Ticks drawn
with a pen through buttons of 9 points had 19 to 22."""

SPECK = 9
"""A connected spot of fewer pixels is dust."""

BLANK_REACH = 7
"""Pixels around the blank's own ink that are not looked at: registration is not better than that."""

ANCHORS = 10
"""Least words in common from which a registration by words is tried."""

LIKELY = 4
"""Least words in common from which a page is looked at at all."""

TIE = 0.01
"""Two blanks (versions of one form with an equal page) whose overlap differs by less both claim the page."""

SURE_WORD = 0.85
"""Confidence from which a word of OCR is believed."""

VERSION = 0.7
"""Share of the best page's common words from which another blank's page may be a version of the same."""

ILLEGIBLE = 0.35
"""Share of a page's words of which OCR is sure, below which it is illegible. Legible scans of three districts: 0.80 to
1.00; faxes that a person reads with trouble: 0.00 to 0.07."""

TITLE_LIKENESS = 75.0
"""Likeness (0 to 100, of rapidfuzz) from which words of an illegible page are a form's title. Titles on streaked faxes:
84 and 100; pages that bear none: 41 to 49."""

TITLE_WORDS = 2
"""A title of one word says too little."""

SAME_WORD = 75.0
"""Likeness (0 to 100, of rapidfuzz, after OCR's usual confusions) from which a longer word is the blank's own."""

LOST_NAME = 0.012
LOST_WORD = 0.04
MORE_WORD = 0.12
"""Shares of a word's print that the page lacks, or has besides, from which the word is read again: of names, titles and
numbers, and of other words. The numbers in names always are. Genuine scans lack 0.00 to 0.01 of nearly all words (faxes
up to 0.05 of a few); "38" in place of "88" lacks 0.02 to 0.12, other words 0.06 to 0.40."""

UNLIKE_NUMBER = 1.7
"""Times as unlike the blank's print as the page's words usually are from which a number is read again. Changed digits
had 1.9 to 5.5, those of genuine scans at most 2.0."""

CLOSE_ZOOMS = (2.0, 3.0)
"""Times the usual resolution at which doubted words are read again; all readings must agree."""

READ_WORD = 0.6
"""Confidence that OCR must have in such a reading."""

LOOKED_AT = 16
"""Most stretches of a page that are read again; some 50 ms each, on a poor fax the double."""

LOOKING_SECONDS = 20.0
"""For all that is read again of one document. A page of a good scan takes 0.2 s, of a poor fax 2 s."""
