"""What procurement staff read: rows of the store in, the work list as text, page, table and picture out."""
