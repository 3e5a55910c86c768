"""One module a command; `cli` gives each its arguments. Imports are lazy, so that a quick command starts quickly."""
