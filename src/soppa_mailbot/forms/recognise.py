"""Which pages of a paper are which of the District's forms, and what each of the form's places holds.

A plain function of what was read. Pictures of pages are asked for only where text and marks leave a question: at the
place of a signature.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from soppa_mailbot.forms.absent_pages import told_whole
from soppa_mailbot.forms.blanks.blank_columns import in_columns
from soppa_mailbot.forms.blanks.rings import taken_out
from soppa_mailbot.forms.common import thresholds as limit
from soppa_mailbot.forms.common.labels import comparable, without_number
from soppa_mailbot.forms.common.slots import Stream
from soppa_mailbot.forms.common.tokens import Token
from soppa_mailbot.forms.common.words_ringed import is_ringed_word
from soppa_mailbot.forms.identity.candidates import Candidate, candidates, flow_candidates
from soppa_mailbot.forms.identity.editions import with_editions
from soppa_mailbot.forms.identity.identity import judged, name_spans, spans
from soppa_mailbot.forms.identity.namesakes import head_lines, names_in_heads
from soppa_mailbot.forms.joined_editions import as_one_copy
from soppa_mailbot.forms.naming.feet import foot_readings
from soppa_mailbot.forms.papers.beside_label import behind_labels
from soppa_mailbot.forms.papers.boxes_taken_out import given_up
from soppa_mailbot.forms.papers.commented import with_comments
from soppa_mailbot.forms.papers.dashes import with_dashes_doubted, with_dashes_said
from soppa_mailbot.forms.papers.field_words import with_field_words
from soppa_mailbot.forms.papers.heads_over_cells import FlowTables, under_heads
from soppa_mailbot.forms.papers.inserted import changed_words
from soppa_mailbot.forms.papers.laid_over import Held, read_laid_over
from soppa_mailbot.forms.papers.left_out import left_out
from soppa_mailbot.forms.papers.like_cells import Tables, in_like_cells
from soppa_mailbot.forms.papers.overwritten import Added, put_over, told
from soppa_mailbot.forms.papers.ruled_rows import in_rooms, ruled_rooms
from soppa_mailbot.forms.papers.running import read_slots
from soppa_mailbot.forms.papers.signed_beside import signed_beside
from soppa_mailbot.forms.papers.signed_under import with_conditions, with_written_notes
from soppa_mailbot.forms.papers.signing import BlankRaster, confirm_signatures
from soppa_mailbot.forms.papers.under_left_labels import under_left
from soppa_mailbot.forms.papers.visible import confirm_seen
from soppa_mailbot.forms.scans.misread import numbers_misread, repaired
from soppa_mailbot.forms.scans.poor_scan import by_title, is_illegible
from soppa_mailbot.forms.scans.unplaced_pages import with_unplaced
from soppa_mailbot.forms.scans.word_photos import ends_early, stretch, stretch_of, stretches
from soppa_mailbot.forms.texts.comparison import Comparison, compare
from soppa_mailbot.forms.texts.crossed_labels import is_crossed
from soppa_mailbot.forms.texts.left_prompts import without_prompts
from soppa_mailbot.forms.texts.list_numbers import without_list_numbers
from soppa_mailbot.forms.texts.paging import asked_in_margins, heads_of, page_stream, paper_tokens
from soppa_mailbot.forms.texts.reading_orders import in_its_order
from soppa_mailbot.forms.texts.repeated_heads import without_repeated_heads
from soppa_mailbot.forms.texts.stream import blank_stream, paper_stream
from soppa_mailbot.forms.word_editions import by_word_edition
from soppa_mailbot.model import Blank, Document, FormPart, Page, RasterSource

_ONLY_WORD = "a scan of a form that is on file as a Word document only"
_CROOKED = "the picture could not be laid over the form"
_CROSSED = "which of two lines beside each other is whose cannot be told"
_Names = frozenset[tuple[str, ...]]  # of one question
_OTHERS = 0.2  # share of two versions' questions that may be named otherwise where one is the other in another layout
_BEGIN = 3  # words that two names of one question begin with, at least
_CLOSER = 0.02  # share of own words by which a version must fit better
_LONGEST_OPENING = 40
_OPENING = 8  # a blank's first words, by which a second copy in running text is found


def recognise(
    document: Document,
    blanks: Sequence[Blank],
    raster: RasterSource | None = None,
    blank_raster: BlankRaster | None = None,
) -> tuple[FormPart, ...]:
    """The District's forms in one document, in its order; () when it holds none.

    `raster` gives pictures of the document's pages, `blank_raster` those of a blank's; both may be absent.
    """
    if document.unreadable is not None or document.covering:
        return ()
    if not document.pages:
        return tuple(
            with_comments(with_conditions(with_dashes_doubted(p, document, blank)), document, blank)
            for p in _in_flow(document, blanks)
            for blank in (_blank_of(p, blanks),)
        )
    typed = [p for p in document.pages if p.origin == "text"]
    parts: list[FormPart] = []
    if typed:
        parts += _in_pages(replace(document, pages=tuple(typed)), blanks)
        parts = [confirm_seen(p, document, _blank_of(p, blanks), raster, blank_raster) for p in parts]
        parts = [confirm_signatures(p, document, _blank_of(p, blanks), raster, blank_raster) for p in parts]
    if len(typed) < len(document.pages):
        parts += _in_pictures(document, blanks, raster, blank_raster)
    parts = [with_dashes_doubted(p, document, _blank_of(p, blanks)) for p in parts]
    parts = [with_comments(with_conditions(p), document, _blank_of(p, blanks)) for p in parts]
    parts = [
        with_written_notes(p, document, blank) if (blank := _blank_of(p, blanks)).document.pages else p for p in parts
    ]
    parts = told_whole([with_editions(p, document, blanks) for p in parts], document)
    return tuple(sorted(parts, key=lambda p: p.pages[:1]))


def _blank_of(part: FormPart, blanks: Sequence[Blank]) -> Blank:
    return next(b for b in blanks if b.id == part.blank and b.form == part.form)


def _in_pictures(
    document: Document, blanks: Sequence[Blank], raster: RasterSource | None, blank_raster: BlankRaster | None
) -> list[FormPart]:
    """Scanned and photographed pages, where the means to read them are installed."""
    if raster is None or blank_raster is None:
        return []
    try:
        from soppa_mailbot.forms.scans import scan
    except ImportError:
        return []
    scans = scan.recognise_scan(document, tuple(blanks), raster, blank_raster)
    found = list(scans.parts)
    taken = {number for part in found for number in part.pages} | scans.refused
    rest = [p for p in document.pages if p.origin != "text" and p.number not in taken]
    found += _by_words(document, rest, blanks, raster)
    found = by_word_edition(
        found, document.pages, blanks, lambda pages, words: _by_words(document, pages, words, raster), _ask_the_same
    )
    found = as_one_copy(found, blanks)
    taken |= {number for part in found for number in part.pages}
    found = with_unplaced(found, [p for p in rest if p.number not in taken], blanks)
    return found + by_title(document, [p for p in rest if p.number not in taken], blanks)


def _by_words(
    document: Document, pages: Sequence[Page], blanks: Sequence[Blank], raster: RasterSource
) -> list[FormPart]:
    """Scans that could not be laid over a blank: recognised by their words.

    Of a form in circulation as a Word file only there is no page to lay them over: it is read word by word, with the
    ink that is on the page. A photograph may be too crooked to be laid over: that is left to a person.
    """
    read = tuple(p for p in pages if p.origin == "ocr")
    out = []
    # What could not be laid over any page is sooner the print of a Word file.
    for part in _in_pages(replace(document, pages=read, fields=()), [b for b in blanks if not b.document.pages]):
        held = [p for p in read if p.number in part.pages]
        out.append(_of_word_form(part, document, _blank_of(part, blanks), held, raster))
    taken = {number for part in out for number in part.pages}
    read = tuple(p for p in read if p.number not in taken)
    for part in _in_pages(replace(document, pages=read, fields=()), [b for b in blanks if b.document.pages]):
        readings = tuple(replace(r, state="doubtful", why=_CROOKED) for r in part.readings)
        out.append(replace(part, readings=readings, how="scan", doubts=(*part.doubts, _CROOKED)))
    taken |= {number for part in out for number in part.pages}
    return [*out, *stretches(document, [p for p in read if p.number not in taken], blanks, raster)]


def _of_word_form(
    part: FormPart, document: Document, blank: Blank, pages: Sequence[Page], raster: RasterSource
) -> FormPart:
    """The part with its places read from the ink; left to a person where the page is illegible."""
    from soppa_mailbot.forms.scans import word_scan  # with OpenCV, which typed papers do without

    legible = not any(is_illegible(p) for p in pages)
    if legible and part.confidence < limit.SAME_FORM_SHARE and (cut := stretch(document, pages, blank, raster)):
        return cut
    scan = word_scan.compared(blank, pages, raster) if legible else None
    if scan is not None and ends_early(scan) and (cut := stretch_of(scan, document, pages, blank)) and cut.whole:
        return cut
    held = None if scan is None else _compared(document, blank, scan.comparison, part.pages, ())
    if scan is None or held is None or held.part is None:
        readings = tuple(replace(r, state="doubtful", why=_ONLY_WORD) for r in part.readings)
        return replace(part, readings=readings, how="scan", doubts=(*part.doubts, _ONLY_WORD))
    return replace(held.part, readings=tuple(word_scan.read(scan, {p.id: p for p in blank.places})), how="scan")


# --- documents of pages ---------------------------------------------------------------------------------------------


def _in_pages(document: Document, blanks: Sequence[Blank]) -> list[FormPart]:
    """The best fitting copies first; their pages are taken, and the rest is looked at again."""
    out: list[FormPart] = []
    free = {p.number for p in document.pages}
    found: list[tuple[tuple[float, ...], int, FormPart]] = []
    sure: set[tuple[str, tuple[int, ...]]] = set()
    twins: list[tuple[str, set[int]]] = []
    nameless: set[int] = set()
    foreign: list[tuple[str, set[int]]] = []
    over: list[tuple[FormPart, tuple[Added, ...]]] = []
    laid: list[FormPart] = []  # laid out as the blank for sure
    likely = sorted(candidates(document, blanks), key=lambda c: _promise(c, document), reverse=True)
    for order, candidate in enumerate(likely):
        if (candidate.blank.form, candidate.pages) in sure:
            continue  # another version fits these pages without a flaw, and better
        if any(i == candidate.blank.id and pages & set(candidate.pages) for i, pages in twins):
            continue
        held = _read_candidate(document, candidate)
        if held.twin:
            twins.append((candidate.blank.id, set(candidate.pages)))
        if held.foreign:
            foreign.append((candidate.blank.form, set(candidate.pages)))
        if held.part is not None:
            found.append((_rank(held.part, candidate, document), -order, held.part))
            if held.put_over:
                over.append((held.part, held.put_over))
            if held.sure:
                laid.append(held.part)
            if not held.named:
                nameless.add(-order)
            elif _is_flawless(held):
                sure.add((held.part.form, held.part.pages))
    # A version that names no district cannot say that a paper in which a better one reads another name is ours.
    found = [
        f for f in found if f[1] not in nameless or not any(k == f[2].form and p & set(f[2].pages) for k, p in foreign)
    ]
    for _, _, part in sorted(found, key=lambda f: f[:2], reverse=True):
        if set(part.pages) <= free:
            rivals = [p for _, _, p in found if set(p.pages) <= free]
            out.append(_with_put_over(_closest_version(part, rivals, laid), over))
            free -= set(out[-1].pages)
    return out


def _is_flawless(held: Held) -> bool:
    """Whether no other version can fit better: in the order of a wrong one two answers may come together."""
    part = held.part
    if part is None or part.confidence < 1.0 or part.doubts or held.put_over or _unsure(part):
        return False
    return held.sure or not any(r.state == "empty" and r.place.required and not r.place.group for r in part.readings)


def _closest_version(part: FormPart, found: Sequence[FormPart], laid: Sequence[FormPart] = ()) -> FormPart:
    """Of two versions that the same pages may be, the one whose words they are: longer blanks weigh more, and may
    still fit less. `laid` are those whose layout the pages have for sure. What wrapped anew may run on to another page,
    which the layout of its print does not reach."""
    others = [p for p in found if p.form == part.form and len(p.doubts) <= len(part.doubts)]
    longer = [p for p in others if set(p.pages) > set(part.pages) and _fits_better(p, part)]
    if part not in laid and longer:
        return max(longer, key=lambda p: (-len(p.doubts), p.confidence))
    others = [p for p in others if p.pages == part.pages]
    best = max(others, key=lambda p: (-len(p.doubts), p.confidence))
    undoubted = len(best.doubts) < len(part.doubts) and best.confidence >= part.confidence
    if undoubted or best.confidence > part.confidence + _CLOSER:
        return best
    alike = [p for p in others if p.confidence >= part.confidence - _CLOSER and _ask_the_same(p, part)]
    best = min([part, *alike], key=_unsure)
    if best in laid:
        return best
    # Read word by word, in another version's order two answers come together in one place, and none in the other.
    return min([best, *alike], key=lambda p: (_unsure(p), -_answered(p)))


def _fits_better(longer: FormPart, part: FormPart) -> bool:
    """Whether a version explains more pages better: it has clearly more of its words, or fewer answers in doubt."""
    surer = _unsure(longer) < _unsure(part) and _ask_the_same(longer, part)
    return longer.confidence > part.confidence + _CLOSER or (surer and longer.confidence >= part.confidence)


def _answered(part: FormPart) -> int:
    return sum(r.state == "filled" and r.place.required for r in part.readings)


def _ask_the_same(a: FormPart, b: FormPart) -> bool:
    """Whether a version asks vendors what another one asks: a form's Word file and its PDF do, in another layout.

    A few questions may be named otherwise there: a field's tooltip has other words than what is printed. A version that
    asks fewer questions never takes the place of the one that was sent.
    """
    mine, theirs = _asked(a), _asked(b)
    more = sum(not any(_is_named_like(names, other) for other in theirs) for names in mine)
    less = sum(not any(_is_named_like(names, other) for other in mine) for names in theirs)
    few = max(len(mine), len(theirs)) * _OTHERS
    return max(less, more) <= few and _questions(a) >= _questions(b)


def _questions(part: FormPart) -> int:
    return len({r.place.group or r.place.id for r in part.readings if r.place.required})


def _is_named_like(a: _Names, b: _Names) -> bool:
    """Whether two questions share a name, of which one may go on: "... (check all that apply)", or be cut short.

    A line of a page names the end of what is a whole sentence in a Word file.
    """
    for x, y in product(a, b):
        words = min(len(x), len(y))
        if x[-words:] == y[-words:]:
            return True
        begin = max(_BEGIN, words - 1)
        cut = words >= _BEGIN and x[:begin] == y[:begin]
        if cut and not (x[-1].isdigit() and y[-1].isdigit()):
            return True
    return False


def _asked(part: FormPart) -> frozenset[_Names]:
    """What a version asks of vendors, each question under all names that it has."""
    return frozenset(
        frozenset(comparable(without_number(t)[1] or t) for t in (p.group_label or p.label, p.printed) if t)
        for p in (r.place for r in part.readings)
        if p.required
    )


def _unsure(part: FormPart) -> int:
    """How many answers are doubtful, of those that the District asks for: not what was read, and is no signature."""
    return sum(
        r.state == "doubtful" and r.place.required and not (r.place.signs and r.how and not r.value)
        for r in part.readings
    )


def _with_put_over(part: FormPart, found: Sequence[tuple[FormPart, tuple[Added, ...]]]) -> FormPart:
    """The part with what was put over its words, also where only another version that fits as well shows it."""
    reasons = [
        reason
        for other, added in found
        for reason in added
        if other.form == part.form and set(other.pages) & set(part.pages) and other.confidence > part.confidence - 0.01
    ]
    return replace(part, doubts=(*part.doubts, *told(reasons)))


def _promise(candidate: Candidate, document: Document) -> tuple[float, ...]:
    """Better candidates first: the more of the blank is there, then the blank that has the same fields, or any."""
    names = {f.name for f in document.fields}
    places = candidate.blank.places
    known = sum(p.id.partition("=")[0] in names for p in places) / max(len(places), 1)
    return candidate.weight, round(known, 2), float(bool(candidate.blank.document.fields))


def _rank(part: FormPart, candidate: Candidate, document: Document) -> tuple[float, ...]:
    weight, *others = _promise(candidate, document)
    return (round(weight * part.confidence, 2), -float(len(part.doubts)), *others)


def _read_candidate(document: Document, candidate: Candidate) -> Held:
    """The copy that the candidate is, laid over its blank's pages or word by word, whichever tells more."""
    document = with_dashes_said(document, candidate.blank)
    laid = read_laid_over(document, candidate) if candidate.pairs else Held()
    if laid.twin:
        return laid
    # Word by word, heads and feet do not count, and what was drawn is not seen: it does not overrule a sure layout.
    if laid.part is not None and laid.part.confidence >= limit.SURE_LAYOUT and (laid.sure or not laid.part.doubts):
        return laid
    running = _read_running(document, candidate)
    if laid.part is None or running.part is None:
        return laid if laid.part is not None else running
    better = (len(running.part.doubts), -running.part.confidence) < (len(laid.part.doubts), -laid.part.confidence)
    over = tuple(dict.fromkeys((*laid.put_over, *running.put_over)))
    if not better:
        return replace(laid, put_over=over)
    # Pages that are laid out as the blank's are read so all the same: another one was wrapped anew.
    kept = {r.place.id: r for r in laid.part.readings if r.place.page in laid.sure_pages}
    readings = tuple(kept.get(r.place.id, r) for r in running.part.readings)
    return replace(running, part=replace(running.part, readings=readings), put_over=over)


def _read_running(document: Document, candidate: Candidate) -> Held:
    blank = candidate.blank
    numbers = [n for n, _ in candidate.pairs] or list(candidate.pages)
    pages = [p for p in document.pages if p.number in numbers]
    if not blank.document.pages:
        pages = with_field_words(without_prompts(pages, blank.document), document.fields)
    heads = heads_of(blank.document.flow)
    blank_pages = tuple(sorted({b for _, b in candidate.pairs}))
    streams = _streams_of(blank, blank_pages)
    # Some programs write a table line by line, some cell by cell: the order that fits the blank better is the paper's.
    # Where both do, cells tell which of the places of a row an answer is in.
    asked = asked_in_margins(blank)
    # of equal ones cell by cell: where lines of two columns are not level, rows mingle what each party signed
    orders = [paper_tokens(pages, heads, by_cells=cells, asked=asked)[: limit.MAX_TOKENS] for cells in (True, False)]
    compared = [compare(stream, tokens) for stream in reversed(streams) for tokens in orders]
    comparison = behind_labels(in_its_order(max(compared, key=lambda c: len(c.found)), pages, heads, asked))
    if any(p.origin == "ocr" for p in pages):
        comparison = repaired(comparison)
    if not blank.document.pages:
        comparison = without_repeated_heads(without_list_numbers(comparison))
    held = _compared(document, blank, comparison, tuple(p.number for p in pages), blank_pages)
    if held.part is None or not is_crossed(comparison):
        return held
    return replace(held, part=replace(held.part, doubts=(*held.part.doubts, _CROSSED)))


# --- documents of running text --------------------------------------------------------------------------------------


def _in_flow(document: Document, blanks: Sequence[Blank]) -> tuple[FormPart, ...]:
    """The copies of the best version of each form that the text holds."""
    tokens = paper_stream(document.flow).tokens[: limit.MAX_TOKENS]
    best: dict[str, tuple[tuple[float, int], list[FormPart]]] = {}
    named: set[str] = set()
    foreign: set[str] = set()
    for order, blank in enumerate(flow_candidates(tokens, blanks)):
        streams = _streams_of(blank, ())
        said = with_dashes_said(document, blank)
        own = paper_stream(said.flow).tokens[: limit.MAX_TOKENS] if blank.takes_dashes else tokens
        stretches = _stretches(own, streams[0])
        # Names of controls tell copies apart no more once there are two of each.
        held = said if len(stretches) == 1 else replace(said, fields=())
        best_of = [max((compare(stream, s) for stream in streams), key=lambda c: len(c.found)) for s in stretches]
        if blank.document.pages:
            best_of = [in_columns(c, blank, s) for c, s in zip(best_of, stretches, strict=True)]
        read = [_compared(held, blank, comparison, (), ()) for comparison in best_of]
        named |= {blank.id for r in read if r.named}
        foreign |= {blank.form for r in read if r.foreign}
        parts = [r.part for r in read if r.part is not None]
        if not parts:
            continue
        same_kind = 0.001 if not blank.document.pages else 0.0
        score = max(p.confidence - 0.01 * len(p.doubts) for p in parts) + same_kind, -order
        if blank.form not in best or score > best[blank.form][0]:
            best[blank.form] = score, parts
    return tuple(p for _, parts in best.values() for p in parts if p.blank in named or p.form not in foreign)


def _stretches(tokens: Sequence[Token], stream: Stream) -> list[Sequence[Token]]:
    """The text cut where the blank's first words come again: each may be a copy."""
    opening = _opening(stream)
    if not opening:
        return [tokens]
    norms = [t.norm for t in tokens]
    starts = _starts(norms, opening)
    if len(starts) < 2:
        return [tokens]
    ends = [*starts[1 : limit.MAX_COPIES], len(tokens)]
    return [tokens[a:z] for a, z in zip(starts, ends, strict=False)]


def _opening(stream: Stream) -> list[str]:
    """The first words of a blank that it has only there: a form may begin with the District's name and say it again."""
    own = [t.norm for t in stream.tokens]
    first = min([s.at for s in stream.slots] + [_LONGEST_OPENING])
    sizes = range(min(_OPENING, first), first + 1)
    return next((own[:n] for n in sizes if n >= 3 and len(_starts(own, own[:n])) == 1), [])


def _starts(norms: Sequence[str], opening: Sequence[str]) -> list[int]:
    size = len(opening)
    return [i for i in range(len(norms)) if norms[i] == opening[0] and list(norms[i : i + size]) == list(opening)]


def _compared(
    document: Document, blank: Blank, comparison: Comparison, pages: tuple[int, ...], blank_pages: tuple[int, ...]
) -> Held:
    stream = comparison.blank
    replaced = comparison.replaced()
    theirs = {span.kind_at for span in name_spans(comparison.paper)}
    there = [i for i, j in enumerate(comparison.to_paper) if j in theirs]
    named = spans(stream.tokens, blank.title)
    known = comparison.found | comparison.hints | taken_out(stream, comparison.found, {p.id: p for p in blank.places})
    identity = judged(stream.tokens, known, replaced - known, named, there, comparison.in_place_of)
    misread: tuple[str, ...] = ()
    if identity.another and (numbers := numbers_misread(comparison, document, pages)):
        found = known | numbers
        identity = judged(stream.tokens, found, replaced - found, named, there, comparison.in_place_of)
        misread = tuple(f'the district\'s number "{stream.tokens[i].raw}" reads otherwise' for i in sorted(numbers))
    heads = head_lines(document, [p for p in document.pages if p.number in pages])
    identity = identity.with_heads(*names_in_heads(blank, heads))
    cut = _cut_short(comparison)
    if identity.another or (identity.share < limit.SAME_FORM_SHARE and not cut):
        return Held(foreign=identity.another and identity.foreign > 0)
    places = {p.id: p for p in blank.places if not blank_pages or p.page in blank_pages}
    typed = [p for p in document.pages if p.number in pages and p.origin == "text"]
    rooms: dict[int, str] = {}
    if typed and not blank.document.pages:
        ruled = in_rooms(comparison, ruled_rooms(comparison, typed))
        rooms = {**under_left(comparison), **signed_beside(comparison), **ruled}
    elif typed:
        under = under_heads(comparison, blank.document.pages, Tables.of(typed))
        rooms = {**signed_beside(comparison), **under, **in_like_cells(comparison, blank.document.pages, typed)}
    elif blank.document.pages and document.flow:
        rooms = under_heads(comparison, blank.document.pages, FlowTables.of(document.flow))
    readings = [
        *read_slots(comparison, places, document.fields, rooms, typed),
        *foot_readings(blank.document, document, pages, blank.places),
    ]
    spared = len(given_up(readings, stream, comparison.to_paper)) / max(len(stream.tokens), 1)
    part = FormPart(
        form=blank.form,
        blank=blank.id,
        document=document.id,
        filename=document.filename,
        pages=pages,
        blank_pages=blank_pages or tuple(p.number for p in blank.document.pages),
        readings=tuple(readings),
        confidence=round(identity.share, 4),
        how="text" if pages else "flow",
        doubts=(
            *misread,
            *(() if cut else replace(identity, share=identity.share + spared).doubts()),
            *changed_words(comparison, document.notes),
            *(() if cut or any(p.origin == "ocr" for p in document.pages) else _left_out(comparison, replaced)),
        ),
    )
    return Held(part, named=identity.names[0] > 0, put_over=_put_over(document, comparison, pages))


def _left_out(comparison: Comparison, replaced: frozenset[int]) -> tuple[str, ...]:
    places = {s.at for s in comparison.blank.slots}
    return left_out(comparison.blank.tokens, comparison.found, replaced, places, comparison.paper)


def _put_over(document: Document, comparison: Comparison, pages: tuple[int, ...]) -> tuple[Added, ...]:
    """Strokes and notes of viewers over the form's words; typed words are told by `running`."""
    out: list[Added] = []
    offered = {s.at for s in comparison.blank.slots if is_ringed_word(s.id)}  # one of them may be struck out
    for page in document.pages:
        if page.number in pages:
            hits = (comparison.paper[j] for i, j in enumerate(comparison.to_paper) if j >= 0 and i not in offered)
            own = [t.box for t in hits if t.page == page.number and t.box]
            small = [m for m in page.marks if (m.annotation or m.kind == "line") and m.kind != "freetext"]
            out += put_over(page, own, (), small, ())
    return tuple(out)


def _streams_of(blank: Blank, blank_pages: Sequence[int]) -> list[Stream]:
    """The blank's text in each order that a paper may have it in: line by line, and with tables cell by cell too."""
    if not blank.document.pages:
        return [blank_stream(blank.document.flow)]
    pages = [p for p in blank.document.pages if not blank_pages or p.number in blank_pages]
    rows, cells = (page_stream(pages, blank.places, by_cells=by_cells) for by_cells in (False, True))
    return [rows] if [t.norm for t in cells.tokens] == [t.norm for t in rows.tokens] else [rows, cells]


def _cut_short(comparison: Comparison) -> bool:
    """Whether the form ends early: its first part is there word for word, the rest not at all."""
    hits = sorted(comparison.found)
    size = len(comparison.to_paper)
    if not hits or len(hits) < limit.CUT_FLOW_SHARE * size:
        return False
    first, last = hits[0], hits[-1]
    inner = len(hits) / (last - first + 1)
    return inner > limit.SAME_WORDING_SHARE and last - first + 1 < limit.SAME_FORM_SHARE * size
