"""Verdict -> Reply. A pure function of its arguments: no clock, no mailbox, no configuration.

Whether this sender may be answered at all is for `mail.manners`; when it is sent, for the outbox.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from soppa_mailbot import lazy_re as re
from soppa_mailbot import wording
from soppa_mailbot.answering.letter import Letter, letter_of
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.model import Address, Disposition, District, Message, NoReply, Reply, Verdict

__all__ = ["Asked", "Letter", "clean_subject", "compose", "follow_up", "thread"]

TEMPLATES = {
    Disposition.INCOMPLETE: "missing",
    Disposition.COMPLETE: "complete",
    Disposition.ON_FILE: "on_file",
}
SUBJECT_LIMIT = 110  # characters of the vendor's own subject that are kept
REFERENCES_LIMIT = 20  # Message-IDs; the first, which names the thread, and the newest are kept

_PREFIX = re.compile(
    r"^(?:\s*(?:re|fwd?|aw|wg|sv|vs|antw|rif|tr|rv|enc)\s*(?:\[\d+\]|\(\d+\))?\s*:"
    r"|\s*\[\s*(?:ext|extern|external|external (?:e-?mail|sender)|caution)\s*\]:?|\s*\[SOPPA-[^\]]*\])+",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\s*\[SOPPA-[^\]]*\]", re.IGNORECASE)
_MESSAGE_ID = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]{1,900}>")
_MAILBOX = re.compile(r"[^\s<>()\[\],;:\\\"\x00-\x1f\x7f]{1,64}@[^\s<>()\[\],;:\\\"@\x00-\x1f\x7f]{1,255}")


@dataclass(frozen=True, slots=True)
class Asked:
    """Our answer that a reminder or closing follows."""

    to: Address
    subject: str
    message_id: str
    references: tuple[str, ...]  # of the answer
    day: date  # when it went out


def compose(
    verdict: Verdict,
    message: Message,
    district: District,
    templates: Templates,
    *,
    today: date,
    token: str = "",
    reply_to: Address | None = None,
    earlier: tuple[str, ...] = (),
) -> Reply | NoReply:
    """The answer to `message`, or why there is none.

    `token` is the submission's mark, with or without its brackets. `reply_to` is whom to answer where that is not the
    sender. `earlier` names the files (or "body") that earlier messages of the conversation brought; it says to the
    vendor what counts already. Raises TemplateError.
    """
    template = TEMPLATES.get(verdict.disposition)
    if template is None:
        why = "; ".join(verdict.reasons)
        return NoReply(f"{verdict.disposition.value}: {why}" if why else verdict.disposition.value)
    to = reply_to or message.sender
    if not _MAILBOX.fullmatch(to.email):
        return NoReply("the sender's address cannot be written to")
    letter = letter_of(
        verdict,
        message,
        district,
        template=template,
        subject=clean_subject(message.subject),
        token=_bracketed(token),
        today=today,
        earlier=earlier,
    )
    if template == "missing" and not letter.needed:
        return NoReply("incomplete, but no item is named that is still open")
    return _rendered(letter, templates, to, *thread(message))


def follow_up(
    kind: str,
    verdict: Verdict,
    asked: Asked,
    district: District,
    templates: Templates,
    *,
    today: date,
    token: str = "",
    closes_on: date | None = None,
) -> Reply | NoReply:
    """The reminder or closing (`kind`, also the template's name) that follows our answer, in its thread.

    `verdict` is how the submission stands. `closes_on` makes a reminder the last one. Raises TemplateError.
    """
    if not _MAILBOX.fullmatch(asked.to.email):
        return NoReply("the vendor's address cannot be written to")
    subject = clean_subject(asked.subject)
    letter = letter_of(
        verdict, None, district, template=kind, subject=subject, token=_bracketed(token), today=today
    )  # fmt: skip
    if not letter.needed:
        return NoReply("nothing is named that is still open")
    name = wording.person(asked.to.name, f"{verdict.vendor_name} {verdict.product}")
    letter = replace(letter, name=name, asked_on=asked.day, closes_on=closes_on)
    return _rendered(letter, templates, asked.to, asked.message_id, _bounded((*asked.references, asked.message_id)))


def _rendered(
    letter: Letter, templates: Templates, to: Address, in_reply_to: str, references: tuple[str, ...]
) -> Reply:
    folder = f"reply/{letter.template}"
    return Reply(
        template=letter.template,
        to=Address(wording.clean(to.name, 80), to.email),
        subject=_one_line(templates.render(f"{folder}/subject.txt", letter=letter)),
        text=wording.tidy(templates.render(f"{folder}/body.txt", letter=letter)),
        html=templates.render(f"{folder}/body.html", letter=letter).strip() + "\n",
        in_reply_to=in_reply_to,
        references=references,
    )


def clean_subject(subject: str) -> str:
    """The vendor's own subject: without "Re:", "[EXTERNAL]", our tokens, or what is unfit for a header; "" if none."""
    words = wording.clean(subject, 400)
    words = _TOKEN.sub("", _PREFIX.sub("", words)).strip(" -–—:")
    return wording.clean(words, SUBJECT_LIMIT)


def thread(message: Message) -> tuple[str, tuple[str, ...]]:
    """In-Reply-To and References of an answer to `message` (RFC 5322 §3.6.4); the longest threads lose their middle."""
    parents = message.references or (message.in_reply_to if len(message.in_reply_to) == 1 else ())
    own = message.message_id if _MESSAGE_ID.fullmatch(message.message_id) else ""
    chain = [*(p for p in parents if _MESSAGE_ID.fullmatch(p) and p != own), *([own] if own else [])]
    return own, _bounded(tuple(chain))


def _bounded(chain: tuple[str, ...]) -> tuple[str, ...]:
    chain = tuple(dict.fromkeys(chain))
    return chain if len(chain) <= REFERENCES_LIMIT else (chain[0], *chain[1 - REFERENCES_LIMIT :])


def _bracketed(token: str) -> str:
    bare = wording.clean(token, 60).strip("[] ")
    return f"[{bare}]" if bare else ""


def _one_line(subject: str) -> str:
    return wording.clean(subject, SUBJECT_LIMIT + 80)
