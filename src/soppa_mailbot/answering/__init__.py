"""What is said to vendors: a verdict becomes a letter (`letter`), and templates put it into words (`compose`).

Besides, `answer` gives the verdict to scripts as JSON, `holding` tells which answers wait for a person, and `reminders`
when one is due. Nothing here sends.
"""
