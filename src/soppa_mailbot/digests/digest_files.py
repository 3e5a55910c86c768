"""What goes out with a digest: the table of all that is open, and the picture of the month. Pure."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from soppa_mailbot.digests.digest import PICTURE, Digest, DigestMail
from soppa_mailbot.digests.digest_table import table_of
from soppa_mailbot.post.wire import Enclosed


def with_files(mail: DigestMail, digest: Digest, now: datetime, timezone: str) -> DigestMail:
    """The mail with its files; no table where nothing is open, no picture where nothing happened."""
    files = []
    if digest.month is not None:
        from soppa_mailbot.digests.month_picture import (
            picture,  # its libraries are heavy, and most passes send no digest
        )

        files.append(Enclosed("month.png", "image/png", picture(digest.month)[0], PICTURE))
    if digest.rows:
        name = f"open submissions {digest.today.isoformat()}.csv"
        files.append(Enclosed(name, "text/csv", table_of(digest.rows, now, ZoneInfo(timezone))))
    return replace(mail, files=tuple(files))


def standing_alone(mail: DigestMail) -> str:
    """The mail's HTML with its picture inside, to be opened in a browser."""
    html = mail.html
    for file in mail.files:
        if file.content_id:
            data = base64.b64encode(file.data).decode()
            html = html.replace(f"cid:{file.content_id}", f"data:{file.content_type};base64,{data}")
    return html
