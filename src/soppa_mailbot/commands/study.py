"""`study FILE...`: what operators left empty in the District's forms before the program ran.

Answers nobody and judges nothing: it spares the first vendors of a new installation being asked for what nobody fills.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from soppa_mailbot.commands.run import assembled
from soppa_mailbot.commands.saved_mail import Brought, progress, read_saved
from soppa_mailbot.judging.left_empty import left_empty
from soppa_mailbot.judging.left_empty_copies import Copy, copies_in
from soppa_mailbot.judging.left_empty_told import sentences
from soppa_mailbot.model import Blank
from soppa_mailbot.store import copies
from soppa_mailbot.terminal import clean
from soppa_mailbot.wording import plural


def study(path: Path, files: Sequence[Path]) -> int:
    """The exit status: 0 all read, 1 some file could not be read."""
    found: list[Copy] = []
    status = 0
    with assembled(path) as program:
        bot, blanks = program.bot, program.program.district.blanks
        with progress("reading", len(files)) as advance:
            for file, read in read_saved(program.program, files, advance):
                if isinstance(read, Brought):
                    found += copies_in(read.found)
                    continue
                status = 1
                print(f"{clean(file.name)}: {clean(str(read))}", file=sys.stderr)
        with bot.store.writing() as session:
            copies.keep_studied(session, found, bot.clock())
            known = copies.known(session, blanks, bot.clock())
    print(f"{len(files)} {plural(len(files), 'file')}")
    for line in (*_counted(known, blanks), *sentences(left_empty(known, blanks))):
        print(line)
    return status


def _counted(known: Iterable[Copy], blanks: Sequence[Blank]) -> list[str]:
    """How many operators' copies of each edition are known by now."""
    operators: dict[str, set[str]] = {}
    for copy in known:
        operators.setdefault(copy.blank, set()).add(copy.operator)
    counted = [(blank, len(operators.get(blank.id, ()))) for blank in blanks]
    return [f"{clean(b.file)}: filled-in copies of {n} {plural(n, 'operator')} are known" for b, n in counted]
