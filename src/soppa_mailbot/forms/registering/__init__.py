"""A page laid over the blank's page: scans pixel on pixel, word by word, and what was added to it."""
