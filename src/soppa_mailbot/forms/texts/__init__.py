"""Running text with places in it, and the comparison of a paper's with a blank's, word by word."""
