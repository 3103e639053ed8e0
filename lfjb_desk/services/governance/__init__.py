"""Groups, seats, people and organisations, and the documents by which a board works."""
