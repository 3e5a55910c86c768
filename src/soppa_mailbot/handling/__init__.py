"""One mail of a submission, from its findings to the transaction that keeps what follows from it.

`deciding` leads; `bot` is all that the program does not make itself. Whoever decides, a mail (`running`) or a person
(`staff`), keeps it through the same rooms.
"""
