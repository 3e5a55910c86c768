"""What every room of finding speaks: sentences, names, days, answers, and how far a pattern may look."""
