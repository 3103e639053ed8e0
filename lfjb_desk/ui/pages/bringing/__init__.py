"""The page that brings in what a board has before it has the desk."""
