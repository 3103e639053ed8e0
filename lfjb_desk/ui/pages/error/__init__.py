"""The page shown when the database cannot be opened."""
