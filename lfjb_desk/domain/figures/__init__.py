"""Measures and figures: the tables that hold them, their charts, collections and mappings."""
