"""Whose a place is, what people would call it, what it is for, and which places `optional` means."""
