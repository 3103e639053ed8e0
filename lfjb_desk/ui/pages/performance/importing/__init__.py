"""The way of a file into the figures, and what has been imported."""
