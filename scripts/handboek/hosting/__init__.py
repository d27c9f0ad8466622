"""What a web server must say with every page, and that in the words of each server."""
