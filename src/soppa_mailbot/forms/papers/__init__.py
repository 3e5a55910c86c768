"""What a filled copy answers, place by place, however it was filled; and what its vendor changed in it."""
