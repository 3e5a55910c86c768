"""One piece of text read for places: names and groups put into enumerations, each with why it stands there."""

from __future__ import annotations

from soppa_mailbot.finding.common.bare_answers import says_yes
from soppa_mailbot.finding.common.sentences import Piece, blanked
from soppa_mailbot.finding.locations import places_context as context
from soppa_mailbot.finding.locations.places_accepted import accepted_names
from soppa_mailbot.finding.locations.places_chains import (
    added_behind,
    are_their_offices,
    bracketed_users,
    chains_of,
    counted_without,
    heads_its_schools,
    in_group,
    is_within,
    kinds_said,
    levels_shared,
)
from soppa_mailbot.finding.locations.places_enumerated import EXCEPTED_BEHIND, chain_found
from soppa_mailbot.finding.locations.places_found import (
    Found,
    check_heading,
    group_found,
    heading_of,
    rest_of_answer,
    unknown_found,
)
from soppa_mailbot.finding.locations.places_group import Group
from soppa_mailbot.finding.locations.places_groups import groups
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_labels import Region
from soppa_mailbot.finding.locations.places_mention import Mention
from soppa_mailbot.finding.locations.places_mentions import mentions
from soppa_mailbot.finding.locations.places_names import Names
from soppa_mailbot.finding.locations.places_namesakes import schools_meant, with_namesakes
from soppa_mailbot.finding.locations.places_not_ours import is_no_place
from soppa_mailbot.finding.locations.places_runs import only_deadline_beside, runs
from soppa_mailbot.finding.locations.places_shared import with_shared
from soppa_mailbot.finding.locations.places_unknown import Span, unknown_places


def read_piece(
    piece: Piece, region: Region | None, index: Index, names: Names, *, loosely: bool = False
) -> tuple[list[Found], int]:
    """Everything in a piece that names places of the list, or would; and how many words and groups were weighed.

    `loosely`: names count that stand there for no other reason, though nothing says that the software is used there.
    """
    text = piece.text
    every = with_namesakes(text, with_shared(text, mentions(text, index), index), index)
    users = bracketed_users(text, every)
    every = kinds_said(text, schools_meant(text, every, index, names), index)
    if region and any(m.strong and m.places and not m.department and m.end <= region.start for m in every):
        region = None  # "1) Fox Run High School - Ms. Dale": no label that asks for a school
    known = [m for m in every if is_within(m, users) or not is_no_place(text, m, region, every, names, loosely)]
    kept: list[list[Mention]] = []
    out: list[Found] = []
    group_list = groups(text, index, names.district)
    known = [
        m
        for m in known
        if not any((g.wide or g.by_grades or g.unlisted) and g.start < m.start and m.end <= g.end for g in group_list)
    ]
    known = [m for m in known if not any(g.numbered and g.start <= m.start and m.end <= g.end for g in group_list)]
    known = [m for m in known if not in_group(m, group_list, names)]
    known = [m for n, m in enumerate(known) if not heads_its_schools(text, m, known[n + 1 :])]
    known = [m for n, m in enumerate(known) if not are_their_offices(text, m, known[n + 1 : n + 2])]
    group_list = [g for g in group_list if not any(m.start < g.end and g.start < m.end for m in known)]
    chains = chains_of(text, known)
    group_list = [counted_without(text, g, chains, index) for g in group_list]
    spans = [(c[0].start, c[-1].end) for c in chains] + [(g.start, g.end) for g in group_list]
    run_of = runs(text, spans)
    headed: set[int] = set()
    for chain in chains:
        excepted = EXCEPTED_BEHIND.match(text, chain[-1].end) is not None  # "the middle schools, Lincoln excepted"
        heading = None if excepted else heading_of(text, chain, group_list)
        chain = levels_shared(chain, index, heading)
        run = run_of[chain[0].start]
        chain = accepted_names(text, chain, run, region, names, loosely)
        if not chain:
            continue
        found = []
        for part, span in _parts(text, chain, run, group_list):
            kept.append(part)
            found += chain_found(
                piece, part, span, region, index, names, named_users=is_within(chain[0], users), loosely=loosely
            )
        out += found
        if heading is not None:
            out += check_heading(piece, heading, found)
            headed.add(heading.start)
    spans = [(m.start, m.end) for chain in chains for m in chain] + [(g.start, g.end) for g in group_list]
    nothing_else = not context.letters(blanked(text, spans))
    for group in group_list:
        if group.start not in headed:
            run = run_of[group.start]
            before, after = text[: run[0]], text[run[1] :]
            alone = nothing_else or only_deadline_beside(before, after) or says_yes(before, after)
            named = [m for chain in kept for m in chain]
            out += group_found(piece, group, run, region, index, named, alone=alone, names=names)
    levels = {
        Span(m.start, m.end): frozenset().union(*(index.entries[n].all_levels for n in m.places))
        for m in (*every, *known)
    }
    unknown = unknown_places(text, [*every, *known], [(g.start, g.end) for g in group_list], levels)
    out += [f for m in unknown for f in unknown_found(piece, m, region, names, kept, index)]
    if region and region.strict:
        out += rest_of_answer(piece, region, out, group_list, unknown, kept)
    return out, len(every) + len(group_list) + len(unknown)


def _parts(
    text: str, chain: list[Mention], run: tuple[int, int], found: list[Group]
) -> list[tuple[list[Mention], tuple[int, int]]]:
    """An enumeration with its run; one that takes out of a group and then adds to it is two."""
    at = added_behind(text, chain, found)
    if not at:
        return [(chain, run)]
    return [(chain[:at], (run[0], chain[at - 1].end)), (chain[at:], (chain[at].start, run[1]))]
