"""Figures as pages and papers show them."""
