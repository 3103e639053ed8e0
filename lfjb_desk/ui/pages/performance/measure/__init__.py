"""The page of one measure in one place."""
