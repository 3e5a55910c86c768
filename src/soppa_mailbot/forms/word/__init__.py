"""What Word blanks are made of: blocks, tables, lines to write on, and labels without a line."""
