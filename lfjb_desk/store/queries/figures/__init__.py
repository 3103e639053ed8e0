"""Questions to measures and their figures."""
