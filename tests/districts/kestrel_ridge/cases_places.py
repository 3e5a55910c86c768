def places(c): pass
def deadlines(c): pass
