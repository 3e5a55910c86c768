"""The command line."""

from soppa_mailbot import __version__


def main() -> None:
    print(f"soppa-mailbot {__version__}")
