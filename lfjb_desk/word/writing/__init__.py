"""Blocks in, a Word file out."""
