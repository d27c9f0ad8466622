"""Which approaches and methods fit a situation, point by point: facts from the items, and one rule."""
