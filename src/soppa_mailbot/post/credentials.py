"""What the two mail edges share: TLS, loopback, access tokens. Owns no library."""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Sequence
from pathlib import Path

from soppa_mailbot.errors import MailbotError

_TOKEN_SECONDS = 60


class TokenError(MailbotError):
    """`token_command` gave no access token. Temporary: it asks a server of its own."""

    temporary = True


def tls_context(ca_file: Path | None) -> ssl.SSLContext:
    """Verifies certificate and host name; trusts `ca_file` besides the system's authorities."""
    context = ssl.create_default_context()
    if ca_file is not None:
        context.load_verify_locations(cafile=str(ca_file))
    return context


def access_token(command: Sequence[str]) -> str:
    """What the administrator's command prints: a fresh OAuth 2.0 access token. Raises TokenError."""
    try:
        done = subprocess.run(
            list(command), capture_output=True, text=True, timeout=_TOKEN_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError) as error:
        raise TokenError(f"token_command could not be run: {error}") from error
    token = done.stdout.strip()
    if done.returncode != 0 or not token:
        told = done.stderr.strip().splitlines()[-1:] or ["it printed no token"]
        raise TokenError(f"token_command failed with status {done.returncode}: {told[0]}")
    return token
