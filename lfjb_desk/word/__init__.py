"""Blocks in, Word files out; and Word files checked."""
