"""All measures and their targets."""
