"""The accessibility check of a Word file."""
