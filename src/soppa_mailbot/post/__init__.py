"""Mail on the wire: IMAP (`mailbox`), SMTP (`outgoing`, `wire`), and what comes back for what we sent.

`bounces` and `out_of_office` read automatic mail, `staff_mail` the orders that staff write about held answers.
"""
