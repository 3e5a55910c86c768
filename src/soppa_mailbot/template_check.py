"""Every template looked through and rendered before any mail is touched: what `check` tells of them."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import meta, nodes

from soppa_mailbot import samples
from soppa_mailbot.answering import compose
from soppa_mailbot.answering.compose import Letter
from soppa_mailbot.answering.templates import HANDOFF_FILE, Templates
from soppa_mailbot.digests import digest
from soppa_mailbot.digests.digest import Digest
from soppa_mailbot.errors import TemplateError
from soppa_mailbot.handoff import letters
from soppa_mailbot.handoff import samples as packet_samples
from soppa_mailbot.handoff.packet import Packet
from soppa_mailbot.model import NoReply, Reply
from soppa_mailbot.register import publishing
from soppa_mailbot.register.publishing import PublicTable


def check(templates: Templates) -> list[str]:
    """What is wrong with the templates, each problem with its template and line; [] when all is well.

    Every template is parsed and every name in it looked up, whichever branch it is on; then all samples are rendered.
    """
    problems = list(dict.fromkeys(_static_problems(templates)))
    return problems or list(dict.fromkeys(_rendering_problems(templates)))


def _static_problems(templates: Templates) -> Iterator[str]:

    values = {"reply": ("letter", Letter), "digest": ("digest", Digest), "handoff": ("packet", Packet)}
    values["register"] = ("table", PublicTable)
    packaged = templates.packaged_names()
    for name in templates.names():
        if name not in packaged and not HANDOFF_FILE.fullmatch(name):
            known = ", ".join(sorted(packaged))
            yield f"template {name}: no template of this name is used; rename or delete it (known: {known})"
            continue
        try:
            tree = templates.tree(name)
        except TemplateError as error:
            yield str(error)
            continue
        value, kind = values.get(name.partition("/")[0], ("", object))
        yield from _unknown_names(name, tree, value, kind)


def _unknown_names(name: str, tree: nodes.Template, value: str, kind: type) -> Iterator[str]:
    known = {value, "say", "caller"} | _own_names(tree)
    for unknown in sorted(meta.find_undeclared_variables(tree) - known):
        line = next((n.lineno for n in tree.find_all(nodes.Name) if n.name == unknown), 0)
        yield f"template {name}, line {line}: unknown variable {unknown}; known here: {value or 'none'}, say"
    fields = {field for field in dir(kind) if not field.startswith("_")}
    for node in tree.find_all(nodes.Getattr):
        if isinstance(node.node, nodes.Name) and node.node.name == value and node.attr not in fields:
            listed = ", ".join(sorted(fields))
            yield f"template {name}, line {node.lineno}: unknown variable {value}.{node.attr}; known: {listed}"


def _own_names(tree: nodes.Template) -> set[str]:
    """Names that a template makes itself; jinja counts them as undeclared inside its blocks and macros."""
    names = {node.name for node in tree.find_all(nodes.Name) if node.ctx != "load"}
    names |= {node.name for node in tree.find_all(nodes.Macro)}
    names |= {node.target for node in tree.find_all(nodes.Import)}
    for node in tree.find_all(nodes.FromImport):
        names |= {part if isinstance(part, str) else part[1] for part in node.names}
    return names


def _rendering_problems(templates: Templates) -> Iterator[str]:

    for title, sample in samples.answers():
        try:
            reply = compose.compose(
                sample.verdict, sample.message, sample.district, templates,
                today=samples.TODAY, token=sample.token, earlier=sample.earlier,
            )  # fmt: skip
        except TemplateError as error:
            yield str(error)
        else:
            yield from _empty_files(title, reply)
    for title, kind, followed in samples.follow_ups():
        try:
            reply = compose.follow_up(
                kind, followed.verdict, followed.asked, samples.district(), templates,
                today=samples.TODAY, token="SOPPA-4M7QX2", closes_on=followed.closes_on,
            )  # fmt: skip
        except TemplateError as error:
            yield str(error)
        else:
            yield from _empty_files(title, reply)
    for _, value in samples.digests():
        try:
            digest.render(value, templates)
        except TemplateError as error:
            yield str(error)
    yield from _handoff_problems(templates)
    for row in (samples.agreement().agreement, None):
        try:
            publishing.page(publishing.public_table((row,) if row else (), "A district", samples.TODAY), templates)
        except TemplateError as error:
            yield str(error)


def _handoff_problems(templates: Templates) -> Iterator[str]:

    for template in templates.handoffs():
        for _, packet in packet_samples.packets():
            try:
                letters.letter_of(packet, template, templates)
                letters.cover_of(packet, templates)
            except TemplateError as error:
                yield str(error)


def _empty_files(title: str, reply: Reply | NoReply) -> Iterator[str]:
    if isinstance(reply, Reply):
        made = {"subject.txt": reply.subject, "body.txt": reply.text, "body.html": reply.html}
        for file in (file for file, text in made.items() if not text.strip()):
            yield f"template reply/{reply.template}/{file}: gives nothing for the sample “{title}”"
