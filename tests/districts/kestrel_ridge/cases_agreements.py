def agreements(c): pass
