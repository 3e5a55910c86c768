def containers(c): pass
def people(c): pass
def machines(c): pass
