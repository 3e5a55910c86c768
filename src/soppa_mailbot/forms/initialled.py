"""Columns of empty cells before statements, to initial or check one by one: "[    ] 3. will not sell student data".

Which is said over the table: "Initial the box beside each statement".
"""

from __future__ import annotations

import re

FEWEST = 3  # statements
_STATEMENTS = r"(?:statements?|clauses?|paragraphs?|sections?|terms?|promises?|provisions?|assurances?|items?|lines?)"
_EACH = re.compile(
    rf"\binitial(?:l?ed|s)?\b[^.;]{{0,60}}\b(?:each|every|all|the)\b[^.;]{{0,30}}\b{_STATEMENTS}\b"
    r"|\b(?:check|mark|tick|initial|x)\b[^.;]{0,40}\b(?:beside|next to|before|by|for|at)\s+(?:each|every)\s+"
    r"(?:statement|clause|paragraph|section|term|promise|provision|assurance)\b"
    rf"|\binitials?\b[^.;]{{0,30}}\b(?:beside|next to|before|by|at|left of)\b[^.;]{{0,30}}\b{_STATEMENTS}\b",
    re.IGNORECASE,
)


def asks_for_each(text: str) -> bool:
    """Whether a text says that each of several statements is initialled, or checked, by itself."""
    return _EACH.search(text) is not None
