"""Names that may contain a school's name and are none: the district's own and the vendor's."""

from __future__ import annotations

from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.sentences import blanked
from soppa_mailbot.finding.locations.places_words import tokens, words_of

_LEVEL_AHEAD = (
    r"(?![ ](?:elementary|elem|middle|junior|jr|senior|high|primary|intermediate|preschool|academy|"
    r"school(?![ ]district)|el|es|ms|hs)\b)"
)
_SUFFIXES = words_of(
    "inc llc corp corporation ltd co company software learning technologies systems group education labs"
)


# "Orchard Technology" of Orchard Technology, Inc.: a trade's word, as a department may be called, and no place
_FIRM = re.compile(
    r"((?:[A-Z][\w&'-]*[ ]){1,3}(?:Technology|Technologies|Software|Systems|Learning|Media|Communications|"
    r"Education)),?[ ](?:Inc|LLC|L\.L\.C|Corp(?:oration)?|Co|Company|Ltd|GmbH|PBC)\b"
)


@dataclass(frozen=True, slots=True)
class Names:
    """Names that may contain a school's name and are none: the district's and the vendor's."""

    district: tuple[str, ...]
    vendor: tuple[str, ...]
    district_words: frozenset[str]
    district_core: frozenset[str]  # first words run together: "maplehollow"
    vendor_core: frozenset[str]
    pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, district: tuple[str, ...], vendor: tuple[str, ...], products: tuple[str, ...] = ()) -> Names:
        """`products` and the names of other firms count as a whole only: "Harbor Reader" says nothing of "Harbor"."""
        several = [n for n in products if len(n.split()) > 1] + [m[1] for n in vendor if (m := _FIRM.match(n))]
        wanted = sorted(
            {n.strip() for n in (*district, *vendor, *several) if len(n.strip()) > 2}, key=len, reverse=True
        )
        body = "|".join(r"\s+".join(re.escape(w) for w in name.split()) for name in wanted)
        pattern = re.compile(rf"(?<!\w)(?:{body})(?!\w){_LEVEL_AHEAD}", re.IGNORECASE) if wanted else None
        words = frozenset(t.norm for n in district for t in tokens(n))
        return cls(district, vendor, words, _cores(district), _cores(vendor), pattern)

    def masked(self, text: str) -> str:
        """The text without these names, but for "all of <district>" and "all students in <district>"."""
        if self.pattern is None:
            return text
        spans = [m.span() for m in self.pattern.finditer(text)]
        return blanked(text, [s for s in spans if not _WHOLE.search(text, max(0, s[0] - 40), s[0])])

    def is_district(self, words: str) -> bool:
        """Whether words begin with the District's name, alone or with a part of it behind a comma or a dash."""
        for name in self.district:
            if len(name) > 3 and words.strip().casefold().startswith(name.casefold()):
                rest = words.strip()[len(name) :]
                if not rest.strip(" .,;") or re.match(r"[ ]?[,;|/(\t–—-]|[ ]{2}", rest):
                    return True
        return False


_WHOLE = re.compile(
    r"\b(?:(?:all(?:[ ]of)?|across(?:[ ]all[ ]of)?|throughout|entire|whole)[ ]"
    r"|(?:all|every)[ ](?:of[ ])?(?:the[ ])?(?:p?k-?(?:12|8)[ ])?(?:students?|teachers?|staff|classrooms?)[ ]"
    r"(?:in|of|at|across|throughout)[ ])$",
    re.IGNORECASE,
)


def _cores(names: tuple[str, ...]) -> frozenset[str]:
    """Every run of first words: "Maple Hollow CUSD 88" gives maple, maplehollow, maplehollowcusd, ..."""
    out: set[str] = set()
    for name in names:
        norms = [t.norm for t in tokens(name)]
        while norms and norms[-1] in _SUFFIXES:
            norms.pop()
        out.update("".join(norms[:i]) for i in range(1, len(norms) + 1))
    return frozenset(out)
