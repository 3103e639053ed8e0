"""The figures of a place at a glance."""
