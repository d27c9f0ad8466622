"""What trainers take along: material made of items, and a curriculum as a document, in two versions from one source."""
