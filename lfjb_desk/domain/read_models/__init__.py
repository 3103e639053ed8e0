"""What a page or a paper reads: rows with the names that belong to them, fully loaded."""
