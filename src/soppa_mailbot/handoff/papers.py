"""Which of a conversation's attachments are the papers that count, and under which names they are handed on. Pure.

A paper that came in an archive or an attached mail is handed on in it, as sent: nothing is unpacked or changed, so that
whoever doubts a paper can hold it against the vendor's own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from soppa_mailbot import lazy_re as re
from soppa_mailbot.judging.judge_items import best_copy
from soppa_mailbot.model import Blank, Findings, Item, ItemVerdict, Kind, Message, PaperFinding, Status, Verdict

KINDS = {Item.ORDER_FORM: Kind.ORDER_FORM, Item.RFI_FORM: Kind.RFI_FORM, Item.SOPPA_FORM: Kind.SOPPA_FORM}
NAME_LENGTH = 100  # characters; with the folder far below what Windows takes

_FORMS = {Item.RFI_FORM: "rfi", Item.SOPPA_FORM: "soppa"}
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)  # devices of Windows
_ATTACHMENT = re.compile(r"a(\d+)(?:\.|$)")  # Document.id of an attachment or of a file in it (reading.sandbox)


@dataclass(frozen=True, slots=True)
class Brought:
    """A mail of the conversation."""

    raw: bytes
    message: Message
    found: Findings


@dataclass(frozen=True, slots=True)
class Paper:
    """A file as it is handed on."""

    name: str  # in the ZIP; harmless on every system
    kinds: tuple[str, ...]  # the papers that are in it: Kind
    size: int  # bytes
    data: bytes = b""


def papers_of(
    verdict: Verdict, mails: Sequence[Brought], wanted: Iterable[Item], blanks: Sequence[Blank] = ()
) -> tuple[Paper, ...]:
    """The files in which the wanted papers came, in the order of `Item`; a paper in a mail's own words is that mail."""
    found: dict[tuple[int, int], list[Kind]] = {}  # mail, attachment (-1: the mail itself) -> what is in it
    for item in KINDS:
        if item in set(wanted) and verdict.item(item) is not None:
            for place in _places(item, mails, blanks):
                kinds = found.setdefault(place, [])
                if KINDS[item] not in kinds:
                    kinds.append(KINDS[item])
    names: set[str] = set()
    papers = []
    for (mail, part), kinds in found.items():
        name, data = _file(mails[mail], part)
        papers.append(Paper(_unlike(safe_name(name), names), tuple(map(str, kinds)), len(data), data))
    return tuple(papers)


def shown_to_stand(verdict: Verdict, mails: Sequence[Brought], blanks: Sequence[Blank] = ()) -> Verdict:
    """The verdict, with where its papers were recognised for those items that have no evidence of their own."""
    history = [mail.found for mail in mails]
    return replace(verdict, items=tuple(_standing(item, history, blanks) for item in verdict.items))


def _standing(item: ItemVerdict, history: Sequence[Findings], blanks: Sequence[Blank]) -> ItemVerdict:
    if item.evidence or item.item not in KINDS or item.status != Status.RECEIVED or not history:
        return item
    papers = [
        p
        for number, documents in _counting(item.item, history, blanks)
        for p in history[number].papers
        if p.document in documents and p.kind == KINDS[item.item]
    ]
    return replace(item, evidence=tuple(e for paper in papers for e in paper.evidence[:1]))


def _places(item: Item, mails: Sequence[Brought], blanks: Sequence[Blank]) -> list[tuple[int, int]]:
    counting = _counting(item, [mail.found for mail in mails], blanks)
    return list(dict.fromkeys((n, _attachment(d, mails[n])) for n, documents in counting for d in documents))


def _counting(item: Item, history: Sequence[Findings], blanks: Sequence[Blank]) -> list[tuple[int, tuple[str, ...]]]:
    """The mails, and the documents in each, that the verdict on this item rests on."""
    copy = best_copy(history, _FORMS[item], blanks) if item in _FORMS else None
    if copy is not None:
        return [(layer.sent.mail, layer.sent.form.documents) for layer in copy.layers]
    for number in reversed(range(len(history))):  # an order form; or a form that a person knew as one
        documents = tuple(p.document for p in history[number].papers if p.kind == KINDS[item])
        if documents:
            return [(number, documents)]
    return []


def _attachment(document: str, mail: Brought) -> int:
    """Its number among the mail's parts, from 0; -1 is the mail itself."""
    match = _ATTACHMENT.match(document)
    number = int(match[1]) - 1 if match else -1
    return number if number < len(mail.message.parts) else -1


def _file(mail: Brought, part: int) -> tuple[str, bytes]:
    if part < 0:
        return f"{no_folders(mail.message.subject) or 'mail'}.eml", mail.raw
    attachment = mail.message.parts[part]
    fallback = next((p.filename for p in _of_part(mail.found, part)), "") or "attachment"
    return attachment.filename or fallback, attachment.payload


def _of_part(found: Findings, part: int) -> list[PaperFinding]:
    return [p for p in found.papers if p.document == f"a{part + 1}"]


def no_folders(words: str) -> str:
    """Words that become a part of a name: what would part folders is no such thing in them."""
    return words.replace("/", "_").replace("\\", "_").strip()


def safe_name(name: str, limit: int = NAME_LENGTH) -> str:
    """A file's name that means the same on every system: no folders, no control or direction characters, no device."""
    name = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in name)
    kept = " ".join(re.sub(r'[<>:"|?*/]', "_", kept).split()).strip(". ")
    if not kept or _RESERVED.match(kept):
        kept = f"paper {kept}".strip()
    suffix = PurePosixPath(kept).suffix
    if len(suffix) > 12 or " " in suffix:  # no ending that a system would know
        suffix = ""
    stem = kept[: len(kept) - len(suffix)]
    return stem[: limit - len(suffix)].rstrip(". ") + suffix


def _unlike(name: str, taken: set[str]) -> str:
    """The name, numbered where one like it is taken; systems that know no case included."""
    suffix = PurePosixPath(name).suffix
    stem, number, unlike = name[: len(name) - len(suffix)], 1, name
    while unlike.casefold() in taken:
        number += 1
        unlike = f"{stem} ({number}){suffix}"
    taken.add(unlike.casefold())
    return unlike
