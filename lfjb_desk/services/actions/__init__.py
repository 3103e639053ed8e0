"""Actions, and what they are linked to."""
