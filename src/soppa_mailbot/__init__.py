"""soppa-mailbot: answers operators' SOPPA submissions from a school district's procurement mailbox."""

__version__ = "0.1.0"
