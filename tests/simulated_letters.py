"""The letters that a simulated year is written with: the sample mails, read, judged and answered by the real core."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from soppa_mailbot import codec
from soppa_mailbot.handling import keeping
from soppa_mailbot.handling.bot import Judging
from soppa_mailbot.model import Findings, Item, Reply, Status, Verdict

UNTIL = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)  # a Tuesday, nine o'clock in Chicago
_MAILS = Path(__file__).parents[1] / "examples" / "mails"
_SENT_ON = date(2026, 9, 14)

# name: (how often, what the vendor's name is in the samples, their domain, the mails in turn)
_STORIES: dict[str, tuple[int, str, str, tuple[str, ...]]] = {
    "all at once": (16, "Fernway", "fernwaymath", ("01",)),
    "a form unfinished": (26, "Tidewell", "tidewell", ("02", "13")),
    "asks first": (12, "Stonebridge", "stonebridgelabs", ("06", "01")),
    "on file": (14, "Copperline", "copperline", ("03",)),
    "no date": (12, "Copperline", "copperline", ("04", "03")),
    "exempt": (5, "Hearth", "hearthpayroll", ("05",)),
    "never finishes": (7, "Gulliver", "gulliverdata", ("11",)),
    "lets it lie": (5, "Maple & Pine", "mapleandpine", ("10",)),
    "through staff": (3, "Skylark", "skylarkmusic", ("09",)),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One mail of a story, and what the program made of all that had come so far. Texts are JSON or as mailed."""

    findings: str
    verdict: str
    disposition: str
    key: str  # of the verdict
    open: tuple[str, ...]
    subject: str
    reply: Reply | None


@dataclass(frozen=True, slots=True)
class Story:
    word: str
    domain: str
    steps: tuple[Step, ...]
    deadline: str  # ISO, as the samples have it; "" none


@dataclass(frozen=True, slots=True)
class Letters:
    """What a year is written with. `loose`: mails that stand in no submission."""

    stories: tuple[Story, ...]
    weights: tuple[int, ...]
    loose: tuple[Step, ...]
    away: Step  # an out-of-office


def letters(core: Judging) -> Letters:
    """The samples of `examples/`, through the core that is given."""
    read = {path.name[:2]: _read(core, path) for path in sorted(_MAILS.glob("*.eml"))}
    stories = tuple(_story(core, read, *parts[1:]) for parts in _STORIES.values())
    single = {name: _step(core, (found,), raw) for name, (raw, found) in read.items() if name in ("07", "08", "12")}
    weights = tuple(parts[0] for parts in _STORIES.values())
    return Letters(stories, weights, (single["08"], single["12"]), single["07"])


def _read(core: Judging, path: Path) -> tuple[bytes, Findings]:
    raw = path.read_bytes()
    return raw, core.examine(core.parse(raw), received=UNTIL).findings


def _story(
    core: Judging, read: dict[str, tuple[bytes, Findings]], word: str, domain: str, names: Sequence[str]
) -> Story:
    first = read[names[0]][1]
    history: tuple[Findings, ...] = ()
    steps = []
    for name in names:
        raw, found = read[name]
        history = (*history, replace(found, sender=first.sender, vendor_name=first.vendor_name, product=first.product))
        steps.append(_step(core, history, raw))
    verdict = codec.load(Verdict, steps[-1].verdict)
    deadline = verdict.item(Item.DEADLINE)
    received = deadline is not None and deadline.status is Status.RECEIVED
    return Story(word, domain, tuple(steps), deadline.value[0] if deadline is not None and received else "")


def _step(core: Judging, history: Sequence[Findings], raw: bytes) -> Step:
    verdict = core.judge(history)
    reply = core.compose(verdict, core.parse(raw), today=_SENT_ON, token="SOPPA-TOKEN2")
    left = (Status.MISSING, Status.INCOMPLETE, Status.UNCLEAR)
    return Step(
        findings=codec.dump(history[-1]),
        verdict=codec.dump(verdict),
        disposition=str(verdict.disposition),
        key=keeping.verdict_key(verdict),
        open=tuple(str(item.item) for item in verdict.items if item.status in left),
        subject=history[-1].subject,
        reply=reply if isinstance(reply, Reply) else None,
    )


@dataclass(slots=True)
class Mail:
    """One that came in. `again`: the mail of which it is a second delivery."""

    at: datetime
    step: Step
    number: int  # makes its texts its own
    how: str = "started"
    counts: bool = True
    disposition: str = ""
    again: Mail | None = None
    id: int = 0


@dataclass(slots=True)
class Answer:
    """One that went out, or waits to."""

    at: datetime
    template: str
    reply: Reply | None  # whose text it has
    to: Mail | None = None
    follows: Answer | None = None  # reminder or closing
    state: str = "sent"
    about: int = 0  # a number of the vendor; 0: of no submission
    id: int = 0


@dataclass(slots=True)
class Conversation:
    number: int  # of the vendor
    story: Story
    begun: datetime
    domain: str
    state: str = "review"
    since: datetime = UNTIL
    updated: datetime = UNTIL
    step: Step | None = None
    mails: list[Mail] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    happened: list[tuple[datetime, str, str, dict[str, object], Mail | None]] = field(default_factory=list)
    handed: datetime | None = None
    bounced: datetime | None = None
    id: int = 0

    @property
    def settled(self) -> bool:
        return self.state in ("closed", "withdrawn", "stale")

    @property
    def sender(self) -> str:
        return f"writer{self.number}@{self.domain}"
