"""Accessible spreadsheets: what is to be written, and how it is."""
