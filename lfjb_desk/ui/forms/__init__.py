"""What forms share, on whichever page they are asked."""
