"""Filled copies as pictures: scans, faxes and photographs, of page forms and of Word forms."""
