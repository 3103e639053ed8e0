"""The page of action forms: what was sent, what came back, and what is to be decided."""
