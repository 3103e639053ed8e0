"""What each body calls a measure."""
