"""What a line typed in a meeting means: its kind, who is named, and when it is due."""
