"""Measures and their series, as they are charted, compared and told."""
