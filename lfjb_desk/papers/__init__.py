"""Board rows in, papers made of blocks out."""
