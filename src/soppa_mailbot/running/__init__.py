"""A pass over the mailbox (`pipeline`), what it is made of, and what repeats it (`daemon`)."""
