"""Who came to a meeting, and the quorum they make."""
