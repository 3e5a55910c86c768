"""The day by which the District's approval is needed: every day that a text names, and what is said of it."""
