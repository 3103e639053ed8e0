"""What a file was understood as, and what it leaves open."""
