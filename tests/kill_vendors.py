"""Conversations of made-up vendors with the bot, for the kill proof: what they write, when, and what must come of it.

A step may wait for the answer to an earlier one, as people do: then it is a reply in that thread. What must come of
each step was written down here before any run, and holds for killed and undisturbed runs alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage, Message
from itertools import cycle, islice

from kill_papers import DATE, PLACE, Vendor, automatic, bounce, new_mail, reply, unfolded

Answers = dict[int, Message]  # the bot's answers so far, by the step that they answer
TOO_LARGE = 300_000  # bytes; mailbox.max_message_bytes of the proof


@dataclass(frozen=True, slots=True)
class Step:
    """One mail, and what must come of it."""

    write: Callable[[Answers], EmailMessage]
    disposition: str  # of the mail, as the store has it; "" when it fails
    answer: str = ""  # template of the answer that must go out, "" for none
    after: int | None = None  # the step whose answer must have come first
    copies: int = 1  # deliveries of the very same mail


@dataclass(frozen=True, slots=True)
class Conversation:
    kind: str
    vendor: Vendor
    steps: tuple[Step, ...]
    ends: tuple[str, ...]  # states of its submissions in the end, sorted


def _first(vendor: Vendor, body: str, *, other: int = 0, papers: bool = True) -> EmailMessage:
    subject = f"{vendor.product(other)} for Prairie Bend"
    return new_mail(vendor, subject, body, [vendor.order(other)] if papers else [])


def _opening(vendor: Vendor, extra: str = "", other: int = 0) -> Callable[[Answers], EmailMessage]:
    body = f"our order form for {vendor.product(other)} is attached.\n\n{extra}"
    return lambda _: _first(vendor, body, other=other)


def _thanks(vendor: Vendor, to: int) -> Step:
    return Step(lambda a: reply(vendor, a[to], "Thank you very much!\n"), "inquiry", after=to)


def piecemeal(vendor: Vendor) -> Conversation:
    """Asks how, then sends one paper at a time."""
    ask = f"we make {vendor.product()}, and a teacher of yours would like to use it. What do you need from us so that "
    steps = (
        Step(lambda _: _first(vendor, ask + "the District can approve it?\n", papers=False), "incomplete", "missing"),
        Step(
            lambda a: reply(vendor, a[0], f"here is our order form.\n\n{PLACE}{DATE}", [vendor.order()]),
            "incomplete", "missing", after=0,
        ),
        Step(lambda a: reply(vendor, a[1], "the RFI form is attached.\n", [vendor.rfi()]), "incomplete", "missing", 1),
        Step(
            lambda a: reply(vendor, a[2], "the signed SOPPA agreement is attached.\n", [vendor.soppa()]),
            "complete", "complete", after=2,
        ),
        _thanks(vendor, 3),
    )  # fmt: skip
    return Conversation("piecemeal", vendor, steps, ("waiting_district",))


def all_at_once(vendor: Vendor) -> Conversation:
    """Everything in one mail, which is delivered again after it was answered."""
    body = f"all papers for {vendor.product()} are attached.\n\n{PLACE}{DATE}"
    papers = [vendor.order(), vendor.rfi(), vendor.soppa()]
    mail = new_mail(vendor, f"{vendor.product()} for Prairie Bend", body, papers)
    steps = (
        Step(lambda _: mail, "complete", "complete"),
        _thanks(vendor, 0),
        Step(lambda _: mail, "complete", after=0),
    )
    return Conversation("all at once", vendor, steps, ("waiting_district",))


def on_file(vendor: Vendor) -> Conversation:
    """Has an agreement; place and date follow in a reply, which comes twice."""
    told = f"It is for this school and date.\n\n{PLACE}{DATE}"
    steps = (
        Step(_opening(vendor), "incomplete", "missing", copies=2),
        Step(lambda a: reply(vendor, a[0], told), "on_file", "on_file", after=0, copies=2),
        _thanks(vendor, 1),
    )
    return Conversation("on file", vendor, steps, ("waiting_district",))


def corrected(vendor: Vendor) -> Conversation:
    """An unsigned form, an out-of-office, a promise, and the signed form."""
    body = f"all papers for {vendor.product()} are attached.\n\n{PLACE}{DATE}"
    papers = [vendor.order(), vendor.rfi(), vendor.soppa(signed=False)]
    steps = (
        Step(lambda _: new_mail(vendor, f"{vendor.product()} for Prairie Bend", body, papers), "incomplete", "missing"),
        Step(lambda a: automatic(vendor, a[0]), "ignored", after=0),
        _thanks(vendor, 0),
        Step(lambda a: reply(vendor, a[0], "now signed.\n", [vendor.soppa()]), "complete", "complete", after=0),
    )
    return Conversation("corrected", vendor, steps, ("waiting_district",))


def bounced(vendor: Vendor) -> Conversation:
    """Our answer comes back; a colleague sends the same again and is answered, then the RFI form follows."""
    again = f"our order form for {vendor.product()} again, our mailbox was full.\n\n{PLACE}"
    steps = (
        Step(_opening(vendor, PLACE), "incomplete", "missing"),
        Step(lambda a: bounce(vendor, a[0]), "ignored", after=0),
        Step(
            lambda _: new_mail(vendor, f"{vendor.product()}, again", again, [vendor.order()], who="sam"),
            "incomplete", "missing", after=0,
        ),
        Step(
            lambda a: reply(vendor, a[2], "the RFI form is attached.\n", [vendor.rfi()], who="sam"),
            "incomplete", "missing", after=2,
        ),
    )  # fmt: skip
    return Conversation("bounced", vendor, steps, ("waiting_vendor",))


def withdrawn(vendor: Vendor) -> Conversation:
    """Takes it back."""
    words = "please disregard our order form, we withdraw it.\n"
    steps = (
        Step(_opening(vendor, PLACE + DATE), "incomplete", "missing"),
        Step(lambda a: reply(vendor, a[0], words), "review", after=0),
    )
    return Conversation("withdrawn", vendor, steps, ("review",))


def two_purchases(vendor: Vendor) -> Conversation:
    """Two products at the same time; one gets everything, the other stays open."""
    rest = "the RFI form and the signed SOPPA agreement are attached.\n"
    steps = (
        Step(_opening(vendor, PLACE + DATE), "incomplete", "missing"),
        Step(_opening(vendor, PLACE + DATE, other=1), "incomplete", "missing"),
        Step(lambda a: reply(vendor, a[1], "the RFI form.\n", [vendor.rfi(1)]), "incomplete", "missing", after=1),
        Step(
            lambda a: reply(vendor, a[0], rest, [vendor.rfi(), vendor.soppa()]), "complete", "complete", after=0
        ),
        _thanks(vendor, 3),
    )  # fmt: skip
    return Conversation("two purchases", vendor, steps, ("waiting_district", "waiting_vendor"))


def by_token(vendor: Vendor) -> Conversation:
    """A colleague whose mail program keeps no thread writes with our subject; a stranger with it stays outside."""
    stranger = Vendor(vendor.number + 5000)
    rest = f"{DATE}and the RFI form.\n"

    def colleague(a: Answers) -> EmailMessage:
        return new_mail(vendor, unfolded(a[0], "Subject"), rest, [vendor.rfi()], who="sam")

    def guesses(a: Answers) -> EmailMessage:
        return new_mail(
            stranger, " ".join(str(a[0]["Subject"]).split()), "our order form is attached.\n", [stranger.order()]
        )

    steps = (
        Step(_opening(vendor, PLACE), "incomplete", "missing"),
        Step(colleague, "incomplete", "missing", after=0),
        Step(guesses, "incomplete", "missing", after=0),
    )
    return Conversation("by token", vendor, steps, ("waiting_vendor", "waiting_vendor"))


def nobody_waits(vendor: Vendor) -> Conversation:
    """Mail that is never answered: a mailing, a pitch, what is too large."""
    letter = new_mail(vendor, "This week: order forms we love", "Read on our site.\n")
    letter["List-Unsubscribe"], letter["Precedence"] = f"<https://{vendor.domain}/u>", "bulk"
    pitch = "we help districts like yours to boost engagement. Do you have 15 minutes next Tuesday for a demo?\n"
    large = ("all.bin", "application/octet-stream", bytes(TOO_LARGE))
    steps = (
        Step(lambda _: letter, "ignored", copies=2),
        Step(lambda _: new_mail(vendor, "Quick call next week?", pitch), "inquiry"),
        Step(lambda _: new_mail(vendor, "Everything", "all our papers.\n", [large]), ""),
    )
    return Conversation("nobody waits", vendor, steps, ())


def forwarded(vendor: Vendor) -> Conversation:
    """A principal hands a vendor's papers in."""
    body = (
        "can you take this? Our band would like to have it.\n\n---------- Forwarded message ---------\n"
        f"From: Jo Doe <jo@{vendor.domain}>\nDate: Wed, Sep 9, 2026 at 4:10 PM\nSubject: {vendor.product()} quote\n"
        f"To: <lortiz@prairiebend14.example>\n\nHi Lena, the quote is attached. Jo\n\n"
    )

    def forward(_: Answers) -> EmailMessage:
        mail = new_mail(vendor, f"Fwd: {vendor.product()} quote", body, [vendor.order()])
        mail.replace_header("From", "Lena Ortiz <lortiz@prairiebend14.example>")
        return mail

    return Conversation("forwarded", vendor, (Step(forward, "review"),), ("review",))


KINDS = (
    piecemeal, all_at_once, on_file, corrected, bounced, withdrawn, two_purchases, by_token, nobody_waits, forwarded
)  # fmt: skip


def conversations(count: int) -> Iterator[Conversation]:
    """So many, of every kind in turn."""
    return (kind(Vendor(number)) for number, kind in enumerate(islice(cycle(KINDS), count)))


def register_of(found: list[Conversation]) -> str:
    """Lines of the register for those who have an agreement."""
    return "".join(
        f'"{c.vendor.company}","{c.vendor.product()}",{c.vendor.domain},2025-08-01,2028-07-31,\n'
        for c in found
        if c.kind == "on file"
    )
