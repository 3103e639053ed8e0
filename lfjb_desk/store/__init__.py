"""The database: one door to write through, and the questions asked of it."""
