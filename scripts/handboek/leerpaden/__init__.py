"""What can be computed of a curriculum: whom each part is for, what it covers, when each part begins."""
