"""Whether a paper, or the mail itself, is an order form: what it says, how it is laid out, and for whom it was made."""
