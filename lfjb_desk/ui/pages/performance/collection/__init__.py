"""The quarterly collection on screen."""
