"""A packet's mail and cover sheet in words. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from soppa_mailbot import wording
from soppa_mailbot.handoff.cover_pdf import cover_pdf
from soppa_mailbot.handoff.packet import Packet
from soppa_mailbot.templates import Templates


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
    html = templates.render("handoff/cover.html", packet=packet).strip() + "\n"
    return Cover(cover_pdf(packet, templates.sentences("handoff")), html)
