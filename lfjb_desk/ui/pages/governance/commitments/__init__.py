"""Commitments: what bodies promised one another, and how each assesses itself."""
