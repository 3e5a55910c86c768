"""What a vendor's mail proves of our own: whoever answers or returns a mail of ours has had it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from soppa_mailbot.judging import conversation
from soppa_mailbot.model import Message
from soppa_mailbot.post.bounces import read_bounce
from soppa_mailbot.store import events, outbox


def note(session: Session, message: Message, *, automatic: bool, now: datetime) -> None:
    """Mark as sent what this mail proves to have gone out.

    A process that died between the final dot and the server's word leaves a mail queued that may have arrived
    (`ambiguous`). Without this it would be sent again to a vendor who has answered it, or be shown as never sent once
    that answer overtakes it. `automatic`: the mail may be a delivery report, which names ours in its parts.
    """
    named = conversation.thread_ids(message)
    if automatic and (bounce := read_bounce(message)) is not None:
        named += bounce.message_ids
    for reply in outbox.by_message_ids(session, named):
        if reply.state == "queued" and reply.ambiguous:
            outbox.sent(reply, now)
            data = {"reply": reply.message_id, "proof": message.message_id}
            why = "an attempt was cut off, but a mail that answers it came"
            events.record(session, "sent", now=now, why=why, submission=reply.submission_id, data=data)
