"""Whether a paper is this form of this District, in which edition, and which of its pages are there."""
