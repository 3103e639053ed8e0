"""Amendments to minutes, read out of a file that came back and compared with what went out."""
