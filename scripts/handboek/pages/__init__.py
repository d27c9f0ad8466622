"""Pages: every item and every overview as an HTML body with its headings, and nothing of an engine."""
