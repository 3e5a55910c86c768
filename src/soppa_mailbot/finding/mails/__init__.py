"""What a mail is for, and what it says of its papers: that they come, are taken back, or are not to be relied on."""
