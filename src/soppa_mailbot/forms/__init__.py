"""The District's forms: learnt from its blanks, found among papers, and held against them place by place.

The rooms, each of which asks only those before it: `common` (words, labels, geometry), `pages` (what a page shows),
`naming` (whose a place is, and what it is called), `registering` (a page laid over another), `word` (tables and lines
of Word files), `texts` (running text and its comparison), `blanks` (what a blank asks for), `identity` (whether a paper
is this form), `papers` (what a filled copy answers), `scans` (the same of pictures). Above them stand `recognise`,
which reads a paper, and `completeness`, which says whether a form is finished.
"""
