"""The papers of two products that came in one mail: a person parts its files between two submissions.

The mail then belongs to both, each time with its own files alone. Which those are is kept with the link, so that the
mail is read in the same manner whenever it is read again. Merging the two brings the files together again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from soppa_mailbot.errors import UsageError
from soppa_mailbot.handling import rereading
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.judging import conversation
from soppa_mailbot.model import Findings, Selection
from soppa_mailbot.staff.people import Outcome, Person, settle
from soppa_mailbot.store import decisions, events, evidence, moving, standing, submissions
from soppa_mailbot.store.evidence import Brought
from soppa_mailbot.store.tables import SubmissionMessageRow, SubmissionRow


@dataclass(frozen=True, slots=True)
class Share:
    """One mail, parted: what goes, what stays, and what each of the two says."""

    mail: int
    before: str  # the findings as they were kept
    files: tuple[str, ...]  # names of those that go
    goes: Selection
    stays: Selection
    going: Findings
    staying: Findings


def shares(bot: Bot, number: int, names: Sequence[str]) -> tuple[Share, ...]:
    """The mails with these files, each read twice: the files alone, and without them. Slow; changes nothing.

    `names`: files or archives, several parted by commas, `MAIL:NAME` where several mails have the name. Raises
    UsageError when there is no such file, or when one of the two would hold nothing to judge.
    """
    with bot.store.reading() as session:
        decisions.get(session, number)
        brought = evidence.of_submission(session, number)
    chosen = _chosen(brought, names, number)
    found = tuple(_share(bot, b, chosen[b.row.id], number) for b in brought if b.row.id in chosen)
    left = [b.found for b in brought if b.row.id not in chosen] + [s.staying for s in found]
    for part, what in (([s.going for s in found], "the files named"), (left, "the files that stay")):
        if not any(conversation.contributes(one) for one in part):
            raise UsageError(f"split: {what} bring nothing that could be judged; nothing was done")
    return found


def split(session: Session, bot: Bot, number: int, parted: Sequence[Share], by: Person) -> tuple[Outcome, Outcome]:
    """These files become a submission of their own; the old one first. Raises UsageError."""
    old, now = decisions.get(session, number), bot.clock()
    links = {b.row.id: b for b in evidence.of_submission(session, number)}
    for share in parted:
        brought = links.get(share.mail)
        if brought is None or evidence.stored(brought.row, brought.link) != share.before:
            raise UsageError(f"submission {number} changed while its mail was read again; run split once more")
    decisions.supersede(session, number, why=f"submission {number} was split", now=now, who=by.who)
    new = begun(session, bot)
    for share in parted:
        link = links[share.mail].link
        evidence.select_files(link, share.stays, share.staying)
        also = SubmissionMessageRow(message_pk=share.mail, submission_id=new.id, how=link.how)
        evidence.select_files(also, share.goes, share.going)
        session.add(also)
        standing.move_files(session, number, new.id, [share.mail], share.goes.documents)
    session.flush()
    submissions.add_addresses(
        session, new.id, writers(evidence.of_submission(session, new.id), bot.core.district.domains)
    )
    old.answered, old.doubt = "", ""
    files = [name for share in parted for name in share.files]
    for one in (number, new.id):
        data = {"from": number, "into": new.id, "files": files, "mails": [share.mail for share in parted]}
        events.record(session, "split", now=now, who=by.who, why=by.why, submission=one, data=data)
    return settle(session, bot, old, by), settle(session, bot, new, by)


def begun(session: Session, bot: Bot) -> SubmissionRow:
    """A submission with nothing in it yet; `people.settle` says where it stands."""
    now = bot.clock()
    row = SubmissionRow(
        token=bot.token(), state="review", disposition="", verdict="", answered="", created=now, updated=now, since=now
    )
    return submissions.add(session, row)


def writers(brought: Iterable[Brought], own_domains: Sequence[str]) -> list[str]:
    """The addresses by which later mail finds its way; none of the District's own."""
    emails = [email for b in brought for email in (b.found.sender.email, b.found.vendor_email) if email]
    return [email for email in emails if email.rpartition("@")[2].casefold() not in own_domains]


# --- together again ---------------------------------------------------------------------------------------------------


def reunited(bot: Bot, kept: int, gone: int) -> dict[int, Findings]:
    """Before a merge: what the mails say of which files lie in both, where the two have not all of a mail. Slow."""
    with bot.store.reading() as session:
        pairs = moving.shared(session, gone, kept)
    found = {}
    for row, theirs, ours in pairs:
        both = together(evidence.selection(theirs), evidence.selection(ours))
        if both is not None:
            found[row.id] = rereading.examined(bot, row, ours.how, both)
    return found


def reunite(session: Session, gone: int, kept: int, reread: Mapping[int, Findings]) -> None:
    """A mail that lies in both lies in `kept` alone, with the files of both. Raises UsageError."""
    for row, theirs, ours in moving.shared(session, gone, kept):
        both = together(evidence.selection(theirs), evidence.selection(ours))
        if both is not None and row.id not in reread:
            raise UsageError(f"mail {row.id} was parted meanwhile; run merge once more")
        evidence.select_files(ours, both, reread.get(row.id))
        session.delete(theirs)
    session.flush()


def together(one: Selection | None, other: Selection | None) -> Selection | None:
    """The files that either of two selections takes; None when that is every file."""
    if one is None or other is None:
        return None
    if one.without and other.without:
        left = tuple(d for d in one.documents if d in other.documents)
        return Selection(left, without=True) if left else None
    if not one.without and not other.without:
        return Selection(tuple(sorted({*one.documents, *other.documents})))
    rest, named = (one, other) if one.without else (other, one)
    left = tuple(d for d in rest.documents if d not in named.documents)
    return Selection(left, without=True) if left else None


def apart(now: Selection | None, gone: Sequence[str]) -> Selection:
    """What is left of a mail's files when these go."""
    if now is None:
        return Selection(tuple(gone), without=True)
    if now.without:
        return Selection((*now.documents, *gone), without=True)
    return Selection(tuple(d for d in now.documents if d not in gone))


# --- which files ------------------------------------------------------------------------------------------------------


def _chosen(brought: Sequence[Brought], names: Sequence[str], number: int) -> dict[int, dict[str, str]]:
    """Mail -> Document.id -> name of the files that a person named."""
    chosen: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for name in _parted(brought, names):
        fitting = {b.row.id: files for b in brought if (files := _fitting(b, name))}
        if not fitting:
            known = ", ".join(dict.fromkeys(p.filename for b in brought for p in b.found.papers)) or "none"
            raise UsageError(f"submission {number} has no file {name!r}; it has: {known}")
        if len(fitting) > 1:
            several = ", ".join(f"{mail}:{name}" for mail in fitting)
            raise UsageError(f"several mails have a file {name!r}; say which: {several}")
        for mail, files in fitting.items():
            chosen[mail] |= files
    if not chosen:
        raise UsageError("split: --files names no file")
    return chosen


def _parted(brought: Sequence[Brought], names: Sequence[str]) -> list[str]:
    """The names as they are, or parted at commas where no file is called so."""
    out = []
    for name in names:
        whole = name.strip()
        known = any(_fitting(b, whole) for b in brought)
        out += [whole] if known else [part.strip() for part in whole.split(",")]
    return [name for name in out if name]


def _fitting(brought: Brought, name: str) -> dict[str, str]:
    """Document.id -> name of the files of a mail that are called so, or that lie in an archive called so."""
    mail, colon, rest = name.partition(":")
    if colon and mail.isdecimal():
        if int(mail) != brought.row.id:
            return {}
        name = rest
    papers = [p for p in brought.found.papers if p.document != "body"]
    return {p.document: p.filename for p in papers if name and name in (p.document, p.filename, p.container)}


def _share(bot: Bot, brought: Brought, files: Mapping[str, str], number: int) -> Share:
    row, how = brought.row, brought.link.how
    everything = {p.document for p in brought.found.papers if p.document != "body"}
    if everything <= set(files):
        raise UsageError(f"these are all files of mail {row.id}; `split {number} {row.id}` parts the whole mail")
    goes, stays = Selection(tuple(sorted(files))), apart(evidence.selection(brought.link), sorted(files))
    return Share(
        row.id,
        evidence.stored(row, brought.link),
        tuple(files.values()),
        goes,
        stays,
        rereading.examined(bot, row, how, goes),
        rereading.examined(bot, row, how, stays),
    )
