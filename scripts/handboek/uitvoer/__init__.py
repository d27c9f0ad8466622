"""What the files to take along share, whatever stands in them: Word, Excel, and signs that Markdown reads."""
