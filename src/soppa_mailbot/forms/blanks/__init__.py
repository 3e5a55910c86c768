"""Learning a blank: which places it asks to fill, of fillable PDFs, flat pages and Word files."""
