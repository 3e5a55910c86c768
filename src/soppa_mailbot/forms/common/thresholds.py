"""Every number that decides about forms, in one place, with the measurement behind it.

"Own words" are the words that the blank itself prints. Measured on typed copies (form fields, flattened, typed over,
annotated, Word filled and printed) of six blanks against themselves, against each other, and against near twins
(another district's name put in, another title, other questions): see `tests/forms/test_second_district.py`.
"""

from __future__ import annotations

# --- which paper is which blank -------------------------------------------------------------------------------------

# Share of a blank page's word n-grams that a page must hold to be looked at. Right pages 0.93 to 1.00; papers that are
# no form of the district 0.00 to 0.12; other versions and near twins above 0.6, which is why the next numbers exist.
CANDIDATE_SHARE = 0.55
# Share of own words found again, in place or in order. Right: 0.985 to 1.00 in layout, 0.96 to 1.00 as running text.
# Other versions of the same form: up to 0.98, which the better match then wins.
SAME_FORM_SHARE = 0.90
# Below this share the wording differs more than a converter's hyphens and lost headers explain: a person looks.
SAME_WORDING_SHARE = 0.95
# A Word blank that comes back with pages missing is still that form: so much of it must be there.
CUT_FLOW_SHARE = 0.35
# Share of own words in whose place other words stand, above which it is another form. Filled copies 0; a twin with two
# of fourteen questions exchanged 0.08.
FOREIGN_WORDS = 0.05
# A page laid over its blank with less than this found is read as running text too, and the better reading counts.
SURE_LAYOUT = 0.985

# --- a page laid over its blank -------------------------------------------------------------------------------------

# Points between a word and where the blank has it. Same producer: < 0.5; printed at 90 to 97 % with another font: < 4.
WORD_TOLERANCE = 6.0
# Share of matched n-grams that one affine map must explain. Right: 0.97 up; reflowed paragraphs: below 0.6.
AFFINE_INLIERS = 0.85
# From this share on the layout is the blank's for sure, and what stands elsewhere is another text.
AFFINE_SURE = 0.95
# Matched n-grams needed before a map is believed.
AFFINE_ANCHORS = 4
# Points around a place in which a word still belongs to it.
PLACE_MARGIN = 2.5
# Points around an empty place in which words of nobody make it doubtful.
NEAR_PLACE = 9.0

# --- ink ------------------------------------------------------------------------------------------------------------

# Dark pixels at 200 dpi beyond the blank's own that are a signature: specks and border jitter stay below 60 in clean
# renders, the shortest initials drawn had 240 (the figure for scans is kept in the same proportion).
SIGNATURE_INK = 120
# A picture that covers more of the page than this is its background, not a signature.
BACKGROUND_SHARE = 0.4

# --- limits ---------------------------------------------------------------------------------------------------------

# Words of one document that are compared; 60 dense pages have some 40 000.
MAX_TOKENS = 60_000
# Copies of one form in one running text.
MAX_COPIES = 8
# An insertion longer than this is not an answer but another text.
LONGEST_ANSWER = 400
