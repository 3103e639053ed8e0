"""The first start: look around, or set up a board."""
