"""Files that come with the program: in the wheel beside the modules, in a checkout at the top level."""

from __future__ import annotations

from pathlib import Path

from soppa_mailbot.errors import StoreError

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """`templates`, `migrations`, `examples` or `config.example.toml`, wherever this installation has it."""
    for folder in (_PACKAGE, _PACKAGE.parent.parent):
        if (folder / name).exists():
            return folder / name
    raise StoreError(f"{name} is not part of this installation; install the package again")
