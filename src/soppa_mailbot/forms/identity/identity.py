"""Whether a paper is this form of this District, or something that only looks like it.

A filled copy adds words to the blank and replaces none. A near twin (another district's copy of the same template, an
older title) has other words where the blank has its own: in the names and titles that decides, elsewhere it is a doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from soppa_mailbot.forms.common import thresholds as limit
from soppa_mailbot.forms.common.tokens import Token, norms
from soppa_mailbot.forms.common.vocabulary import words

GENERIC = words(
    """community unit school schools district districts cusd ccsd cud usd sd isd chsd hsd esd uhsd csd psd consolidated
    public high elementary board education of the no number and county city township independent cooperative area
    central special grade joint regional local thsd cchsd"""
)
InPlaceOf = Callable[[Sequence[int]], Sequence[Token]]  # own words (indices) -> the words that stand there instead
_QUOTED = 60  # characters of changed words
_KINDS = words("cusd ccsd usd isd chsd hsd esd uhsd thsd cchsd cud csd")
_NO_NAME = words("the this that of for and by between to with in an a our your each any other another")


@dataclass(frozen=True)
class Span:
    """A stretch of a blank's words that names the district or the form."""

    kind: str  # name | title
    tokens: tuple[int, ...]  # indices of its telling words
    kind_at: int = -1  # of the word of a name that says what it names: "CUSD", "District"


@dataclass(frozen=True)
class Identity:
    """What comparison of own words showed."""

    share: float  # of own words found again
    names: tuple[int, int]  # names of the district that stand where they should, and that others stand in place of
    titles: tuple[int, int]  # the same of the form's title
    lost: bool  # the blank has names or titles here, and not one of them stands in the paper
    replaced: tuple[str, ...]  # other own words in whose place something else stands
    replaced_share: float
    foreign: int = 0  # names of another district, of the same kind, that stand where this one's should

    @property
    def another(self) -> bool:
        """Whether it is a near twin: its names, its titles or many of its words are other ones."""
        names, titles = self.names, self.titles
        return (
            self.lost
            or (names[1] > 0 and names[1] * 3 > names[0])
            or (titles[1] > 0 and titles[1] >= titles[0])
            or self.replaced_share > limit.FOREIGN_WORDS
        )

    def with_heads(self, ours: int, others: int) -> Identity:
        """The same with the names in heads and feet counted in."""
        names = self.names[0] + ours, self.names[1] + others
        return replace(self, names=names, foreign=self.foreign + others)

    def doubts(self) -> tuple[str, ...]:
        out = []
        if self.names[1] or self.titles[1]:
            out.append("a name or title of the form was changed")
        if self.replaced:
            out.append("the form's own words were changed: " + "; ".join(self.replaced[:3]))
        elif self.share < limit.SAME_WORDING_SHARE:
            out.append(f"only {self.share:.0%} of the form's own words were found")
        return tuple(out)


def spans(own: Sequence[Token], title: str) -> list[Span]:
    """Where a blank's words name its district and where they give its title."""
    return _titles(own, norms(title)) + name_spans(own)


def _titles(own: Sequence[Token], title: tuple[str, ...]) -> list[Span]:
    if len(title) < 2:
        return []
    words = [t.norm for t in own]
    size = len(title)
    return [
        Span("title", tuple(range(i, i + size)))
        for i in range(len(words) - size + 1)
        if tuple(words[i : i + size]) == title
    ]


def name_spans(own: Sequence[Token]) -> list[Span]:
    """Where words name a school district."""
    out = []
    for index, token in enumerate(own):
        if not _is_kind(own, index):
            continue
        start = index
        while start > 0 and index - start < 8 and _part_of_name(own[start - 1], own[start]):
            start -= 1
        end = index + 1
        while end < len(own) and end - index < 3 and own[end].norm.isdigit() and _near(own[end - 1], own[end]):
            end += 1
        telling = tuple(i for i in range(start, end) if own[i].norm not in GENERIC)
        if any(not own[i].norm.isdigit() for i in telling) and token.norm:
            out.append(Span("name", telling, index))
    return out


def _is_kind(own: Sequence[Token], index: int) -> bool:
    norm = own[index].norm
    before = own[index - 1].norm if index else ""
    if norm in _KINDS:
        return True
    if norm == "district":
        return before in ("school", "unit", "high", "elementary", "consolidated") and own[index].raw[:1].isupper()
    return norm == "schools" and before == "public"


def _part_of_name(token: Token, following: Token) -> bool:
    word = token.raw.strip("\"'“”‘’(),.;:")
    if token.norm in _NO_NAME or not word[:1].isupper() or (token.raw.rstrip()[-1:] in ".,;:)" and len(word) > 2):
        return False
    return _near(token, following)


def _near(a: Token, b: Token) -> bool:
    """Next to each other in the text: on one line, or at a line's break."""
    if a.box is None or b.box is None:
        return a.paragraph == b.paragraph
    level = abs(a.box[1] - b.box[1]) < 4
    return b.box[0] - a.box[2] < 12 if level else 0 < b.box[1] - a.box[1] < 30


def judged(
    own: Sequence[Token],
    found: Collection[int],
    replaced: Collection[int],
    named: Sequence[Span],
    there: Collection[int] | None = None,
    instead: InPlaceOf = lambda _indices: (),
) -> Identity:
    """The identity that matched words show; `found`, `replaced` and `there` are indices of `own`.

    `there`: words whose counterpart in the paper is a district's name as well, where "the District" may stand for it.
    `instead`: what stands where own words should.
    """
    counts = {"name": [0, 0], "title": [0, 0]}
    in_names: set[int] = set()
    foreign = 0
    for span in named:
        in_names.update(span.tokens)
        if all(i in found for i in span.tokens):
            counts[span.kind][0] += 1
        elif any(i in replaced for i in span.tokens):
            counts[span.kind][1] += 1
            foreign += span.kind_at in (found if there is None else there)
    others = sorted(i for i in replaced if i not in in_names)
    total = max(len(own), 1)
    spans_of = {kind: sum(s.kind == kind for s in named) for kind in counts}
    return Identity(
        share=len(found) / total,
        lost=any(spans_of[kind] > 0 and counts[kind][0] == 0 for kind in counts),
        names=(counts["name"][0], counts["name"][1]),
        titles=(counts["title"][0], counts["title"][1]),
        replaced=_phrases(own, others, instead),
        replaced_share=len(others) / total,
        foreign=foreign,
    )


def _phrases(own: Sequence[Token], indices: Sequence[int], instead: InPlaceOf) -> tuple[str, ...]:
    """Neighbouring words joined and quoted, with what stands in their place and their page, without single letters."""
    paged = len({t.page for t in own}) > 1
    runs: list[list[int]] = []
    for index in indices:
        if runs and index - runs[-1][-1] == 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    out = []
    for run in runs:
        if not any(len(own[i].norm) > 1 or own[i].norm.isdigit() for i in run):
            continue
        reads = written(instead(run))[:_QUOTED]
        told = f'"{written([own[i] for i in run])[:_QUOTED]}"' + (f' reads "{reads}"' if reads else "")
        out.append(told + (f" (page {own[run[0]].page})" if paged and own[run[0]].page else ""))
    return tuple(out)


def written(tokens: Sequence[Token]) -> str:
    """The words as they stand there: one that is compared in pieces ("$2,000,000") comes once."""
    units = {token.unit if token.unit >= 0 else -2 - at: token.raw for at, token in enumerate(tokens)}
    return " ".join(units.values())
