"""A configuration in which nothing is wrong, for tests that break it."""

GOOD = """
[district]
name = "Test District 1"
domains = ["d1.example"]
[mailbox]
host = "127.0.0.1"
security = "none"
username = "p@d1.example"
password = "x"
[smtp]
host = "127.0.0.1"
security = "none"
from = "Procurement <p@d1.example>"
[forms.rfi]
title = "RFI"
blanks = ["rfi.pdf"]
[forms.soppa]
title = "SOPPA"
blanks = ["soppa.pdf"]
[schools]
file = "schools.csv"
[register]
file = "register.csv"
[digest]
to = ["buyer@d1.example"]
"""
