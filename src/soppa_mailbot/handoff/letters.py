"""A packet's mail and cover sheet in words. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from soppa_mailbot import wording
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.handoff.packet import Packet

_SMALLEST = 0.5  # of its own size, in which the HTML cover sheet is printed
_WRAPPING = 0.9  # smaller type has more words on a line: less than in proportion is enough (measured in Chromium)


@dataclass(frozen=True, slots=True)
class PacketMail:
    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Cover:
    pdf: bytes
    html: str


def letter_of(packet: Packet, template: str, templates: Templates) -> PacketMail:
    """`template`: a folder below `handoff/`. Raises TemplateError."""
    folder = f"handoff/{template}"
    return PacketMail(
        subject=wording.clean(templates.render(f"{folder}/subject.txt", packet=packet), 160),
        text=wording.tidy(templates.render(f"{folder}/body.txt", packet=packet)),
        html=templates.render(f"{folder}/body.html", packet=packet).strip() + "\n",
    )


def cover_of(packet: Packet, templates: Templates) -> Cover:
    """Raises TemplateError."""
    from soppa_mailbot.handoff.cover_pdf import cover_pdf, fullness  # heavy, and most passes write no packet

    say = templates.sentences("handoff")
    zoom = round(max(_SMALLEST, min(1.0, fullness(packet, say) ** -_WRAPPING)), 2)
    html = templates.render("handoff/cover.html", packet=replace(packet, zoom=zoom)).strip() + "\n"
    return Cover(cover_pdf(packet, say), html)
