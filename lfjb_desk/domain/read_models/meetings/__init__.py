"""What a screen or a paper reads of meetings and their minutes."""
