"""One place beside others, fairly."""
