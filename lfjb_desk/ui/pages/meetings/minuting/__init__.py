"""Minuting while the board sits."""
