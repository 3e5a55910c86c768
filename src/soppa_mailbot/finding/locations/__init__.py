"""The schools and departments that will use the software: names of the list, groups, and who has no part in it."""
