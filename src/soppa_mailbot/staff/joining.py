"""Two submissions made one by a person, and one made two. Nothing is lost: mails, answers and decisions move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy.orm import Session

from soppa_mailbot.errors import UsageError
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.model import Findings
from soppa_mailbot.staff import parting
from soppa_mailbot.staff.people import Outcome, Person, settle
from soppa_mailbot.store import decisions, events, evidence, moving, standing, submissions
from soppa_mailbot.store.tables import MessageRow


def merge(
    session: Session, bot: Bot, kept: int, gone: int, by: Person, reread: Mapping[int, Findings] | None = None
) -> Outcome:
    """All of `gone` belongs to `kept` from now on, and `gone` is closed. Raises UsageError.

    `reread`: what `parting.reunited` read, where files of one mail lie in both.
    """
    if kept == gone:
        raise UsageError(f"merge: {kept} and {gone} are the same submission")
    into, origin = decisions.get(session, kept), decisions.get(session, gone)
    now = bot.clock()
    for number in (kept, gone):
        decisions.supersede(session, number, why=f"{gone} was merged into {kept}", now=now, who=by.who)
    parting.reunite(session, gone, kept, reread or {})
    moving.messages(session, gone, kept)
    moving.replies(session, gone, kept)
    moving.addresses(session, gone, kept)
    moving.merged(session, gone, kept)
    standing.move(session, gone, kept, now)
    into.created, into.doubt, into.answered = min(into.created, origin.created), "", ""
    if into.state == "closed":
        into.state = "review"  # the other one is not over: `settle` says where it stands
    origin.state, origin.since, origin.updated = "closed", now, now
    origin.merged_into, origin.doubt = kept, ""
    for number in (kept, gone):
        data = {"into": kept, "from": gone}
        events.record(session, "merged", now=now, who=by.who, why=by.why, submission=number, data=data)
    return settle(session, bot, into, by)


def split(session: Session, bot: Bot, number: int, names: Sequence[str], by: Person) -> tuple[Outcome, Outcome]:
    """These mails (Message-IDs, or numbers as `show` has them) become a submission of their own; the old one first.

    Raises UsageError when a mail is not in it, or when one of the two would hold nothing to judge.
    """
    old = decisions.get(session, number)
    now = bot.clock()
    rows = moving.linked(session, number)
    chosen = _chosen(rows, names, number)
    moved = {row.id for row in rows if row.id in chosen or row.duplicate_of in chosen}
    for part, what in ((moved, "the mails named"), ({row.id for row in rows} - moved, "the mails that stay")):
        if not any(row.counts for row in rows if row.id in part):
            raise UsageError(f"split: {what} bring nothing that could be judged; nothing was done")
    new = parting.begun(session, bot)
    both = (number, new.id)
    for one in both:
        decisions.supersede(session, one, why=f"submission {number} was split", now=now, who=by.who)
    moving.some_messages(session, number, new.id, moved)
    moving.replies_to(session, number, new.id, moved)
    standing.move_files(session, number, new.id, sorted(moved))
    brought = [b for b in evidence.of_submission(session, new.id) if b.row.id in moved]
    submissions.add_addresses(session, new.id, parting.writers(brought, bot.core.district.domains))
    old.answered, old.doubt = "", ""
    for one in both:
        data = {"from": number, "into": new.id, "mails": sorted(moved)}
        events.record(session, "split", now=now, who=by.who, why=by.why, submission=one, data=data)
    return settle(session, bot, old, by), settle(session, bot, new, by)


def _chosen(rows: Sequence[MessageRow], names: Iterable[str], number: int) -> set[int]:
    chosen = set()
    for name in names:
        bare = name.strip("<> ")
        fitting = [r for r in rows if bare and (r.message_id.strip("<>") == bare or str(r.id) == bare)]
        fitting = [r for r in fitting if r.duplicate_of is None] or fitting
        if not fitting:
            raise UsageError(f"submission {number} has no mail {name}; `show {number}` lists them")
        chosen |= {row.id for row in fitting}
    return chosen
